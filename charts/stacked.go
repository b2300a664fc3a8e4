package charts

import (
	"image/color"
	"math"
)

// segment is one part of a stacked bar, laid out.
type segment struct {
	x, width float64
	label    string
	role     Role
	// size of the label inside the segment, or 0 when it does not fit there.
	size float64
}

// white is the gap between segments.
const white = 1.5

// stacked draws bars of 100 %.
func (p *frame) stacked() error {
	b, top, outside, err := p.stackedRows()
	if err != nil {
		return err
	}
	p.key(top)
	axis := p.plotLeft(b)
	height := p.barsUp(b)
	p.labels(b, axis-12)
	right := p.right - p.columns(b, b.start)
	size := p.segmentSize(axis, right-axis, height)
	for i := range b.rows {
		if !b.rows[i].row.Heading {
			p.stackedBar(&b.rows[i], axis, right-axis, height, size, outside)
		}
	}
	return nil
}

// barsUp returns the height of the bars of a chart, as high as the lowest row
// allows, and moves them up: to make room for labels under them, and to a label
// above them.
func (p *frame) barsUp(b bands) float64 {
	height := math.Inf(1)
	for i := range b.rows {
		if r := &b.rows[i]; !r.row.Heading {
			height = math.Min(height, barHeight(r.zone-r.under))
		}
	}
	height = snap(height)
	for i := range b.rows {
		r := &b.rows[i]
		switch {
		case r.row.Heading:
		case p.size.Above:
			r.mark = snap(r.mark - r.zone/2 + height/2 + 1)
		default:
			r.mark -= snap(r.under / 2)
			// The label goes along as far as it can.
			r.middle -= snap(clamp((r.height-r.ink())/2-0.7, 0, r.under/2))
		}
	}
	return height
}

// stackedRows finds the places of the rows: with the labels of small segments
// below the bars if that fits, else without, and then a note says so.
func (p *frame) stackedRows() (b bands, top float64, outside bool, err error) {
	top = p.top + 12
	start := top + p.keyHeight() + 16
	if p.compact {
		start -= 8
	}
	for _, outside = range []bool{true, false} {
		extra := ""
		if !outside {
			extra = p.chart.Omitted
		}
		mark := len(p.shapes)
		if err = p.foot(extra); err != nil {
			return b, top, outside, err
		}
		b, err = p.fitted(start, outside)
		if err == nil || !outside || p.chart.Omitted == "" {
			return b, top, outside, err
		}
		p.shapes = p.shapes[:mark]
	}
	return b, top, false, err
}

// labelSize is the largest type of the labels of stacked bars.
const labelSize = 17

// fitted divides the page over the rows: first as if the bars were as narrow as
// they can become, so that every label has room, and once more with their real
// width in the same type, so that no room is left empty.
func (p *frame) fitted(start float64, outside bool) (bands, error) {
	d := demand{most: min(labelSize, p.size.Label+2), least: p.size.Smallest, pitch: p.pitch(124), needs: p.lowest,
		under: func(r *Row) float64 { return p.tickRoom(r, outside) }}
	_, columns := p.columnWidths(labelSize)
	narrowest := 0.6*p.content() - 13 - columns
	p.barWidth = narrowest
	first, err := p.bands(start, p.bottom-8, d)
	if err != nil {
		return first, err
	}
	p.barWidth, d.most = p.plotWidth(first), first.size
	second, err := p.bands(start, p.bottom-8, d)
	if err == nil && p.plotWidth(second) >= p.barWidth {
		return second, nil
	}
	p.barWidth = narrowest
	return first, nil
}

// plotWidth returns the width of the bars beside labels and columns.
func (p *frame) plotWidth(b bands) float64 {
	_, columns := p.columnWidths(b.size)
	return p.right - columns - p.plotLeft(b)
}

// anySmall reports whether a row has a label that does not fit into its segment
// when bars are as wide as is known so far.
func (p *frame) anySmall(r *Row) bool {
	for _, m := range r.Marks {
		if m.Value > 0 && m.Value*p.barWidth-white < p.fonts.width(m.Label, p.size.Smallest, true)+5 {
			return true
		}
	}
	return false
}

// barHeight returns the height of a bar in a row: nearly all of a low row, three
// fifths of a high one.
func barHeight(row float64) float64 {
	share := clamp(0.9-(row-12)/100, 0.62, 0.84)
	return math.Min(70, share*row)
}

// tickRoom returns the room that a row keeps free for labels below its bar.
func (p *frame) tickRoom(r *Row, outside bool) float64 {
	if outside && p.anySmall(r) {
		return below
	}
	return 0
}

// below is the height of a label below a bar with its tick.
const below = 16.5

// stackedBar draws one row.
func (p *frame) stackedBar(r *band, axis, width, h, size float64, outside bool) {
	if r.row.Tentative {
		h = math.Min(h, math.Max(9, 0.6*h))
	}
	h = snap(h)
	if !r.row.drawn() {
		p.words(r, axis, width, h, r.label.size)
		return
	}
	top := snap(r.mark - h/2)
	segments := p.segments(r.row, axis, width, h, size)
	for _, s := range segments {
		fill := p.theme.Fills[s.role]
		p.bar(s.x, top, s.width, h, fill)
		if s.role == Unknown && s.width > 4 {
			p.hatch(s.x+1, top+1, s.width-2, h-2, 6, p.theme.Hatching)
		}
		if s.size > 0 {
			p.inside(s, top, h, fill)
		}
	}
	if outside {
		p.ticks(segments, axis, width, top+h)
	}
}

// inside writes the label of a segment in it; on hatching on a clear ground.
func (p *frame) inside(s segment, top, h float64, fill color.RGBA) {
	if s.role == Unknown {
		w := p.fonts.width(s.label, s.size, true) + 4
		p.box(s.x+(s.width-w)/2, top+h/2-0.55*s.size, w, 1.1*s.size, fill)
	}
	p.middle(s.label, s.x+s.width/2, top+h/2, style{size: s.size, bold: true, colour: inkOn(fill), anchor: atMiddle})
}

// fitsIn reports whether a label fits inside a segment.
func (p *frame) fitsIn(label string, size, width, h float64) bool {
	return p.fonts.width(label, size, true)+5 <= width && p.fonts.capital(size)+1.5 <= h
}

// segmentSize returns the type of the labels in all segments: as large as their
// height asks for, or four fifths of that when this keeps a label inside.
func (p *frame) segmentSize(axis, width, h float64) float64 {
	full := clamp(h*0.45, p.size.Smallest, 18)
	small := math.Max(p.size.Smallest, 0.8*full)
	for i := range p.chart.Rows {
		if !p.chart.Rows[i].drawn() {
			continue
		}
		for _, s := range p.segments(&p.chart.Rows[i], axis, width, h, small) {
			if s.size > 0 && !p.fitsIn(s.label, full, s.width, h) {
				return small
			}
		}
	}
	return full
}

// segments divides the width over the marks of a row and sets the labels that
// fit to the size.
func (p *frame) segments(r *Row, axis, width, h, size float64) []segment {
	var all []segment
	from := 0.0
	for i, m := range r.Marks {
		if m.Value <= 0 {
			continue
		}
		to := from + m.Value
		x1, x2 := axis+from*width, axis+to*width
		if from > 0 {
			x1 += white / 2
		}
		if to < 1-1e-9 {
			x2 -= white / 2
		}
		s := segment{x: x1, width: math.Max(0.5, x2-x1), label: m.Label, role: p.chart.Series[i].Role}
		if p.fitsIn(m.Label, size, s.width, h) {
			s.size = size
		}
		all = append(all, s)
		from = to
	}
	return all
}

// ticks writes the labels that do not fit inside under the bar, each with a tick
// to its segment, in their order and clear of each other.
func (p *frame) ticks(segments []segment, axis, width, foot float64) {
	const gap = 5.0
	size := max(11.0, p.size.Smallest)
	var small []segment
	for _, s := range segments {
		if s.size == 0 {
			small = append(small, s)
		}
	}
	// Centre every label under its segment, push the next one right where they
	// meet, then push back from the right end of the bar.
	at := make([]float64, len(small))
	left := axis - 20
	for i, s := range small {
		half := p.fonts.width(s.label, size, true) / 2
		at[i] = math.Max(s.x+s.width/2, left+half)
		left = at[i] + half + gap
	}
	right := axis + width
	for i := len(small) - 1; i >= 0; i-- {
		half := p.fonts.width(small[i].label, size, true) / 2
		at[i] = math.Min(at[i], right-half)
		right = at[i] - half - gap
	}
	for i, s := range small {
		x := snap(s.x + s.width/2)
		p.line(x, foot+1, at[i], foot+5, 0.75, p.theme.Outline)
		p.middle(s.label, at[i], foot+5+2+p.fonts.capital(size)/2, style{size: size, bold: true, colour: p.theme.Text, anchor: atMiddle})
	}
}
