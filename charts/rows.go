package charts

import (
	"math"
	"strings"
	"unicode"

	"benchmark/analysis"
)

// drawn reports whether the row has marks.
func (r *Row) drawn() bool { return !r.Heading && r.Status == analysis.Estimated && r.Words == "" }

// demand is what a kind of chart asks of its rows.
type demand struct {
	// most and least are the largest and smallest type of the labels.
	most, least float64
	// pitch is the largest height of a row.
	pitch float64
	// needs returns the least height of a row, apart from its label, at a size
	// of type.
	needs func(r *Row, size float64) float64
	// under returns the room that a row keeps free under its marks, on top of what
	// it needs; nil for none.
	under func(r *Row) float64
}

// band is the place of one row.
type band struct {
	row        *Row
	label, sub fit
	// middle is the y of the label's centre, mark that of the bar or dot. Height
	// is the row's share of the page, and zone what of it is for the marks: all of
	// it where the label stands beside them.
	middle, mark, height, zone float64
	// under is what of the zone stays free under the marks.
	under float64
}

// bands are all rows with the width of the column of labels.
type bands struct {
	rows  []band
	size  float64
	width float64
	// start is where the first row starts, end where the last one ends.
	start, end float64
}

// subSize is the size of the second line of a label against the first.
const subSize = 0.82

// bands divides the page between top and bottom over the rows, in the largest
// type at which they all fit.
func (p *frame) bands(top, bottom float64, d demand) (bands, error) {
	for size := d.most; size >= d.least; size -= 0.5 {
		b := p.label(size)
		total := 0.0
		for i := range b.rows {
			r := &b.rows[i]
			r.zone = d.needs(r.row, size)
			if d.under != nil {
				r.under = d.under(r.row)
				r.zone += r.under
			}
			if p.size.Above {
				r.height = r.above() + r.zone
			} else {
				r.zone = math.Max(p.labelHeight(r), r.zone)
				r.height = r.zone
			}
			total += r.height
		}
		if total <= bottom-top {
			b.spread(top, bottom, d.pitch)
			p.used = b.end
			return b, nil
		}
	}
	return bands{}, crowded{len(p.chart.Rows), p.size.Smallest}
}

// labelHeight returns the least height of a band for its label, with some air.
func (p *frame) labelHeight(b *band) float64 {
	return b.ink() + math.Max(1.4, (b.label.size-p.size.Smallest)*1.4)
}

// airAbove is the white above a label that stands over its marks.
const airAbove = 7

// above returns the height of a label that stands over its marks, with the white
// above it and less below.
func (b *band) above() float64 {
	return airAbove + float64(len(b.label.lines))*lineHeight*b.label.size + float64(len(b.sub.lines))*lineHeight*b.sub.size
}

// ink returns the height of a label from the top of its first line to the foot
// of its last.
func (b *band) ink() float64 {
	h := float64(len(b.label.lines)-1)*lineHeight*b.label.size + b.label.size
	if strings.ContainsFunc(b.row.Label, func(r rune) bool { return r > 'z' && unicode.IsUpper(r) }) {
		h += 0.06 * b.label.size // accents on capitals
	}
	if len(b.sub.lines) > 0 {
		h += float64(len(b.sub.lines)) * lineHeight * b.sub.size
	}
	return h
}

// lowest returns the least height of a row at a size of type: a heading has air
// above it, and words need room for what they clear of the hatching.
func (p *frame) lowest(r *Row, size float64) float64 {
	switch {
	case r.Heading && p.size.Above:
		return 0
	case r.Heading:
		return size*1.15 + math.Max(0.5, (size-p.size.Smallest)*2.4)
	case !r.drawn():
		return math.Max(12.5, size*1.08)
	}
	return size * 1.08
}

// oneLine is the part of the page that labels may take to stand on one line.
const oneLine = 0.3

// label wraps all labels at a size of type into a column in which each takes one
// line, if that is at most 30 % of the page, else into the narrowest in which none
// takes more than two, at most 40 %; above their marks, over the width that the
// columns leave.
func (p *frame) label(size float64) bands {
	if p.size.Above {
		_, columns := p.columnWidths(size)
		b, _ := p.labelWithin(size, p.content()-columns)
		b.width = 0
		return b
	}
	var b bands
	if p.chart.Kind != Heat { // whose columns need the width more
		if b, lines := p.labelWithin(size, oneLine*p.content()); lines == 1 {
			return b
		}
	}
	for _, share := range []float64{0.18, 0.24, 0.3, 0.36, 0.4} {
		var lines int
		if b, lines = p.labelWithin(size, share*p.content()); lines <= 2 && !p.breaks(b, share*p.content()) {
			break
		}
	}
	return b
}

// labelWithin wraps all labels to the width and returns the lines of the longest.
func (p *frame) labelWithin(size, limit float64) (b bands, lines int) {
	b = bands{size: size, rows: make([]band, len(p.chart.Rows))}
	for i := range p.chart.Rows {
		r := &b.rows[i]
		r.row = &p.chart.Rows[i]
		strong, points := r.row.Emphasis || r.row.Heading, size
		if r.row.Heading {
			points = math.Max(p.size.Smallest, subSize*size)
		}
		r.label = fit{wrap(r.row.Label, limit, p.fonts.measure(points, strong)), points, strong}
		b.width = math.Max(b.width, widest(r.label.lines, p.fonts.measure(points, strong)))
		lines = max(lines, len(r.label.lines))
		if r.row.Sub != "" {
			small := math.Max(p.size.Smallest, subSize*size)
			r.sub = fit{wrap(r.row.Sub, limit, p.fonts.measure(small, false)), small, false}
			b.width = math.Max(b.width, widest(r.sub.lines, p.fonts.measure(small, false)))
		}
	}
	return b, lines
}

// breaks reports whether a word of a label is wider than the column, and so was
// broken.
func (p *frame) breaks(b bands, limit float64) bool {
	for i := range b.rows {
		label := b.rows[i].label
		for _, word := range strings.Fields(b.rows[i].row.Label) {
			if p.fonts.width(word, label.size, label.bold) > limit {
				return true
			}
		}
	}
	return false
}

// plotLeft returns where the plot begins: beside the labels, or under them.
func (p *frame) plotLeft(b bands) float64 {
	if p.size.Above {
		return p.left
	}
	return snap(p.left + b.width + 12)
}

// pitch returns the largest height of the marks of a row, which is most on a
// slide; on a page as high as its content rows stand closer.
func (p *frame) pitch(most float64) float64 {
	switch {
	case !p.free:
		return most
	case p.size.Above:
		return 0.36 * most
	}
	return 0.45 * most
}

// spread hands the room that is left to the lowest rows first, so that all
// become equally high if they can, none higher than pitch. Headings stay low.
func (b *bands) spread(top, bottom, pitch float64) {
	low, high := 0.0, pitch
	for range 40 {
		if level := (low + high) / 2; b.total(level) <= bottom-top {
			low = level
		} else {
			high = level
		}
	}
	b.start = top
	y := top
	for i := range b.rows {
		r := &b.rows[i]
		label := r.height - r.zone // above the marks, else 0
		r.height = r.raised(low)
		r.zone = r.height - label
		r.mark = snap(y + label + r.zone/2)
		r.middle = r.mark
		if label > 0 {
			r.middle = snap(y + airAbove + (label-airAbove)/2)
		}
		y += r.height
	}
	b.end = y
}

// lowest returns the height of the marks in the lowest row that is no heading.
func (b *bands) lowest() float64 {
	h := math.Inf(1)
	for i := range b.rows {
		if !b.rows[i].row.Heading {
			h = math.Min(h, b.rows[i].zone)
		}
	}
	return h
}

// total returns the height of all rows when none is lower than level.
func (b *bands) total(level float64) float64 {
	sum := 0.0
	for i := range b.rows {
		sum += b.rows[i].raised(level)
	}
	return sum
}

func (b *band) raised(level float64) float64 {
	if b.row.Heading {
		return b.height
	}
	return b.height - b.zone + math.Max(b.zone, level+b.under)
}

// labels writes the labels: right-aligned at x, or above their marks from the
// left of the page.
func (p *frame) labels(b bands, x float64) {
	end := atEnd
	if p.size.Above {
		x, end = p.left, atStart
	}
	for i := range b.rows {
		r := &b.rows[i]
		height := float64(len(r.label.lines))*lineHeight*r.label.size + float64(len(r.sub.lines))*lineHeight*r.sub.size
		colour := p.theme.Text
		if r.row.Tentative || r.row.Heading || !r.row.drawn() {
			colour = p.theme.Quiet
		}
		y := r.middle - height/2
		if r.row.Heading && !p.size.Above {
			y = r.middle + r.height/2 - height
		}
		for _, line := range r.label.lines {
			p.middle(line, x, y+lineHeight*r.label.size/2, style{size: r.label.size, bold: r.label.bold, colour: colour, anchor: end})
			y += lineHeight * r.label.size
		}
		for _, line := range r.sub.lines {
			p.middle(line, x, y+lineHeight*r.sub.size/2, style{size: r.sub.size, colour: p.theme.Quiet, anchor: end})
			y += lineHeight * r.sub.size
		}
	}
}

// words writes what stands where a figure is missing: on hatching when there is
// a figure that may not be shown.
func (p *frame) words(r *band, x, width, height, size float64) {
	size = clamp(r.zone*0.8, p.size.Smallest, math.Max(p.size.Smallest, math.Min(size, 13)))
	st := style{size: size, colour: p.theme.Text, anchor: atMiddle}
	if !r.row.Status.Hidden() {
		st.colour, st.anchor = p.theme.Quiet, atStart
		p.box(x+8, r.mark-size*0.6, p.fonts.width(r.row.Words, size, false)+4, size*1.2, p.theme.Ground)
		p.middle(r.row.Words, x+10, r.mark, st)
		return
	}
	p.hatch(x, snap(r.mark-height/2), width, height, 6, p.theme.Hatching)
	// Clear the hatching under the words, from the top of an l to the foot of a g.
	w := p.fonts.width(r.row.Words, size, false) + 14
	top, foot := r.mark-math.Max(height/2, 0.46*size), r.mark+math.Max(height/2, 0.62*size)
	p.box(x+(width-w)/2, top-0.5, w, foot-top+1, p.theme.Ground)
	p.middle(r.row.Words, x+width/2, r.mark, st)
}

// wordsFit reports whether the words in place of figures are no wider than the
// plot.
func (p *frame) wordsFit(width float64) bool {
	size := max(13, p.size.Smallest)
	for i := range p.chart.Rows {
		r := &p.chart.Rows[i]
		if p.fonts.width(r.Words, size, false)+18 > width {
			return false
		}
		for _, m := range r.Marks {
			if p.fonts.width(m.Words, size, false)+18 > width {
				return false
			}
		}
	}
	return true
}

// clamp bounds x to the range from low to high.
func clamp(x, low, high float64) float64 { return math.Max(low, math.Min(high, x)) }
