package charts

import (
	"math"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// Measures of a cloud of words in points.
const (
	// cloudShare is the part of the page that the bars beside a cloud take.
	cloudShare = 0.54
	// smallShare is that part on a page less than smallPage wide.
	smallShare, smallPage = 0.62, 700.0
	// cloudAir is the white between the bars and the cloud.
	cloudAir = 34.0
	// lowestCloud is the least height of a cloud on a page as high as its content,
	// and narrowCloud its height against its width under the bars.
	lowestCloud, narrowCloud = 210.0, 0.66
	// largestWord is the largest type in a cloud.
	largestWord = 80.0
)

// inkBox is what a text covers, from its baseline's start, in parts of its type.
type inkBox struct{ x1, y1, x2, y2 float64 }

// inkOf measures the glyphs of a text, not the line they stand on.
func (t *typeface) inkOf(text string) inkBox {
	buf := t.borrow()
	defer t.buffers.Put(buf)
	r := inkBox{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}
	t.place(buf, text, func(_ rune, g sfnt.GlyphIndex, x float64) {
		b, _, err := t.font.GlyphBounds(buf, g, fixed.Int26_6(t.units), font.HintingNone)
		if err != nil || b.Empty() {
			return
		}
		r.x1, r.x2 = min(r.x1, (x+float64(b.Min.X))/t.units), max(r.x2, (x+float64(b.Max.X))/t.units)
		r.y1, r.y2 = min(r.y1, float64(b.Min.Y)/t.units), max(r.y2, float64(b.Max.Y)/t.units)
	})
	if r.x1 > r.x2 {
		return inkBox{}
	}
	return r
}

// cloudWord is a word with its count and, once it is placed, its type and the
// start of its baseline.
type cloudWord struct {
	text       string
	count      float64
	ink        inkBox
	size, x, y float64
}

// area is a rectangle on the page.
type area struct{ x, y, w, h float64 }

// meets reports whether two rectangles overlap.
func (a area) meets(b area) bool {
	return a.x < b.x+b.w && b.x < a.x+a.w && a.y < b.y+b.h && b.y < a.y+a.h
}

// holds reports whether b lies inside a.
func (a area) holds(b area) bool {
	return b.x >= a.x && b.y >= a.y && b.x+b.w <= a.x+a.w && b.y+b.h <= a.y+a.h
}

// box returns what the word covers, with white around it.
func (w *cloudWord) box() area {
	air := 1.5 + 0.07*w.size
	return area{
		w.x + w.ink.x1*w.size - air, w.y + w.ink.y1*w.size - air,
		(w.ink.x2-w.ink.x1)*w.size + 2*air, (w.ink.y2-w.ink.y1)*w.size + 2*air,
	}
}

// cloud draws ranked bars and the same words in a cloud, beside them or under
// them. The area of a word's letters follows its count. Words that would be too
// small to read are not in the cloud, and then the note Omitted says so.
func (p *frame) cloud() error {
	mark := len(p.shapes)
	for _, extra := range []string{"", p.chart.Omitted} {
		p.shapes = p.shapes[:mark]
		room, err := p.cloudBars(extra)
		if err != nil {
			return err
		}
		words := p.cloudWords()
		placed := arrange(words, room, p.size.Smallest)
		if len(placed) < len(words) && extra == "" && p.chart.Omitted != "" {
			continue
		}
		up := 0.0
		if p.size.Above && len(placed) > 0 { // no white above the cloud or below it
			top, foot := math.Inf(1), 0.0
			for i := range placed {
				b := placed[i].box()
				top, foot = math.Min(top, b.y), math.Max(foot, b.y+b.h)
			}
			up = snap(top - room.y)
			p.used = foot - up
		}
		for _, w := range placed {
			w.y -= up
			p.put(w.text, w.x, w.y, style{size: w.size, bold: true, colour: p.theme.Fills[Plain]})
		}
		return nil
	}
	return nil
}

// cloudBars draws the notes and the bars and returns the room for the cloud.
func (p *frame) cloudBars(extra string) (area, error) {
	if err := p.foot(extra); err != nil {
		return area{}, err
	}
	top, bottom := p.top+16, p.bottom-8
	right := p.right
	if !p.size.Above {
		share := cloudShare
		if p.width < smallPage {
			share = smallShare
		}
		p.right = snap(p.left + share*p.content())
	}
	defer func() { p.right = right }()
	b, err := p.bands(top, bottom, demand{most: p.size.Label, least: p.size.Smallest, pitch: p.pitch(highest(false)), needs: p.lowest})
	if err != nil {
		return area{}, err
	}
	p.labels(b, p.plotLeft(b)-12)
	p.bars(b, p.plotLeft(b), p.right, top)
	if p.size.Above {
		room := area{p.left, b.end + 20, right - p.left, narrowCloud * (right - p.left)}
		p.used = room.y + room.h
		return room, nil
	}
	from := p.right + cloudAir
	room := area{from, top, right - from, math.Max(b.end-top, lowestCloud)}
	if !p.free {
		room.h = math.Min(math.Max(room.h, 0.7*(bottom-top)), bottom-top)
	}
	p.used = math.Max(b.end, room.y+room.h)
	return room, nil
}

// cloudWords returns the words of the rows that are drawn.
func (p *frame) cloudWords() []cloudWord {
	var words []cloudWord
	for i := range p.chart.Rows {
		if r := &p.chart.Rows[i]; r.drawn() && r.Marks[0].Value > 0 {
			words = append(words, cloudWord{text: r.Label, count: r.Marks[0].Value, ink: p.fonts.bold.inkOf(r.Label)})
		}
	}
	return words
}

// arrange places words, the most frequent first, in the largest type at which
// all that are large enough to read find room. The type is as the root of the
// count, so that the area is as the count.
func arrange(words []cloudWord, room area, smallest float64) []cloudWord {
	most := 0.0
	for _, w := range words {
		most = math.Max(most, w.count)
	}
	var best []cloudWord
	// Halve the range in steps of half a point; it takes a size that fits, and
	// nearly always the largest.
	low, high := int(2*smallest), int(2*largestWord)
	for low <= high {
		top := (low + high) / 2
		var readable []cloudWord
		for _, w := range words {
			if w.size = math.Floor(float64(top)*math.Sqrt(w.count/most)) / 2; w.size >= smallest {
				readable = append(readable, w)
			}
		}
		if placed, ok := place(readable, room); ok {
			best, low = placed, top+1
		} else {
			high = top - 1
		}
	}
	return best
}

// Measures of the spiral in points: the steps along it and from turn to turn.
const (
	spiralStep = 4.0
	spiralTurn = 5.0
)

// place finds a spot for every word: the first on a spiral from the middle of
// the room, stretched to its form, where the word meets no other.
func place(words []cloudWord, room area) ([]cloudWord, bool) {
	covered := 0.0
	for i := range words {
		b := words[i].box()
		covered += b.w * b.h
		if b.w > room.w || b.h > room.h || covered > room.w*room.h {
			return nil, false
		}
	}
	stretch := math.Max(0.8, 1.7*room.w/room.h)
	furthest := math.Hypot(room.w/stretch, room.h) / 2
	var taken []area
	for i := range words {
		w := &words[i]
		found := false
		for angle, radius := 0.0, 0.0; radius < furthest; {
			w.x = room.x + room.w/2 + stretch*radius*math.Cos(angle) - (w.ink.x1+w.ink.x2)/2*w.size
			w.y = snap(room.y + room.h/2 + radius*math.Sin(angle) - (w.ink.y1+w.ink.y2)/2*w.size)
			if b := w.box(); room.holds(b) && free(b, taken) {
				taken, found = append(taken, b), true
				break
			}
			angle += spiralStep / math.Max(spiralStep, radius)
			radius = spiralTurn * angle / (2 * math.Pi)
		}
		if !found {
			return nil, false
		}
	}
	return words, true
}

// free reports whether a rectangle meets none of the others.
func free(b area, taken []area) bool {
	for _, t := range taken {
		if b.meets(t) {
			return false
		}
	}
	return true
}
