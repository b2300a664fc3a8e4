package charts

import (
	"math"
	"strconv"
)

// ranked draws one figure a row: dots on intervals with an axis when the marks
// have intervals, else bars from zero.
func (p *frame) ranked() error {
	if err := p.foot(""); err != nil {
		return err
	}
	top, bottom := p.top+16, p.bottom-8
	if len(p.chart.Columns) > 0 {
		top += 14
	}
	dots := p.dots()
	if dots {
		bottom -= 18
	}
	b, err := p.bands(top, bottom, demand{most: p.size.Label, least: p.size.Smallest, pitch: p.pitch(highest(dots)), needs: func(r *Row, size float64) float64 {
		return p.lowest(r, size)
	}})
	if err != nil {
		return err
	}
	left := p.plotLeft(b)
	right := p.right - p.columns(b, top)
	p.labels(b, left-12)
	if dots {
		p.intervals(b, left, right, top)
	} else {
		p.bars(b, left, right, top)
	}
	return nil
}

// highest returns the largest height of a row on a slide; bars may be higher than
// dots.
func highest(dots bool) float64 {
	if dots {
		return 62
	}
	return 76
}

// dots reports whether any mark has an interval.
func (p *frame) dots() bool {
	if p.chart.Kind == Intervals {
		return true
	}
	for i := range p.chart.Rows {
		for _, m := range p.chart.Rows[i].Marks {
			if m.Interval {
				return true
			}
		}
	}
	return false
}

// headingSize returns the type of the headings of columns.
func (p *frame) headingSize() float64 { return max(12, p.size.Smallest) }

// columnWidths returns the width of each column beside the plot at a size of
// type, and of all with the space before them.
func (p *frame) columnWidths(size float64) (widths []float64, all float64) {
	if p.chart.Kind.versus() {
		return p.outcomeWidths(size)
	}
	for c := range p.chart.Columns {
		width := p.fonts.width(p.chart.Columns[c].Heading, p.headingSize(), false)
		for i := range p.chart.Rows {
			if r := &p.chart.Rows[i]; c < len(r.Cells) {
				width = math.Max(width, p.fonts.width(r.Cells[c], size, p.strong(c, r)))
			}
		}
		widths = append(widths, width)
		all += width + p.size.Gap
	}
	return widths, all
}

// strong reports whether the text of a row in a column is bold.
func (p *frame) strong(c int, r *Row) bool { return p.chart.Columns[c].Strong && !r.Tentative }

// columns writes the texts to the right of the plot and returns the width that
// they take.
func (p *frame) columns(b bands, top float64) float64 {
	widths, all := p.columnWidths(b.size)
	right := p.right
	for c := len(widths) - 1; c >= 0; c-- {
		p.middle(p.chart.Columns[c].Heading, right, top-10, style{size: p.headingSize(), colour: p.theme.Quiet, anchor: atEnd})
		for i := range b.rows {
			r := &b.rows[i]
			if c >= len(r.row.Cells) {
				continue
			}
			st := style{size: b.size, bold: p.strong(c, r.row), colour: p.theme.Quiet, anchor: atEnd}
			if st.bold {
				st.colour = p.theme.Text
			}
			p.middle(r.row.Cells[c], right, p.cellAt(r), st)
		}
		right -= widths[c] + p.size.Gap
	}
	if p.size.Above {
		return 0
	}
	return all
}

// cellAt returns the y of the texts beside a row: at its marks, or on the last
// line of a label above them.
func (p *frame) cellAt(r *band) float64 {
	if !p.size.Above {
		return r.mark
	}
	return r.middle + float64(len(r.label.lines)-1)*lineHeight*r.label.size/2 - float64(len(r.sub.lines))*lineHeight*r.sub.size/2
}

// scale returns the place of a value between left and right, from zero to the
// chart's maximum.
func (p *frame) scale(left, right float64) func(float64) float64 {
	least, most := p.chart.Minimum, p.chart.maximum()
	return func(v float64) float64 { return left + (right-left)*((v-least)/(most-least)) }
}

// ticks returns the values that the axis names: from 0 to 100 % in quarters when
// the chart names none.
func (c *Chart) ticks() []Tick {
	if c.Ticks != nil {
		return c.Ticks
	}
	ticks := make([]Tick, 5)
	for i := range ticks {
		ticks[i] = Tick{c.maximum() * float64(i) / 4, strconv.Itoa(25*i) + "%"}
	}
	return ticks
}

// intervals draws the axis, the reference and the dots on their lines.
func (p *frame) intervals(b bands, left, right, top float64) {
	left, right = p.axisRoom(left, right)
	at := p.axis(b, left, right, top)
	height := b.lowest()
	for i := range b.rows {
		r := &b.rows[i]
		switch {
		case r.row.Heading:
		case !r.row.drawn():
			p.words(r, left+4, right-left-4, snap(clamp(height*0.55, 9.5, 20)), b.size)
		default:
			p.dot(r, height, at)
		}
	}
}

// tickSize is the type of the labels of an axis.
func (p *frame) tickSize() float64 { return max(11.5, p.size.Smallest) }

// widestDot is half the width of the largest dot with the ring around it.
const widestDot = 9.5

// axisRoom returns where a scale begins and ends between left and right, so that
// its outer labels and dots stay on the page.
func (p *frame) axisRoom(left, right float64) (from, to float64) {
	if p.size.Above {
		return math.Max(left, widestDot), math.Min(right, p.width-widestDot)
	}
	ticks := p.chart.ticks()
	half := p.fonts.width(ticks[len(ticks)-1].Label, p.tickSize(), false) / 2
	if len(p.chart.Columns) > 0 {
		half -= p.size.Gap - 6
	}
	return left, right - math.Max(8, half)
}

// axis draws the labels and lines of the scale and the reference, and returns the
// place of a value.
func (p *frame) axis(b bands, left, right, top float64) func(float64) float64 {
	at := p.scale(left, right)
	foot := snap(b.end)
	p.used = foot + 18
	p.tickLabels(at, foot+11)
	zero := p.chart.Minimum <= 0
	for _, span := range p.spans(b, top, foot) {
		for _, tick := range p.chart.ticks() {
			if tick.Value != 0 || !zero {
				p.box(at(tick.Value)-0.25, span[0], 0.5, span[1]-span[0], p.theme.Grid)
			}
		}
		if zero {
			p.box(at(0)-0.5, span[0], 1, span[1]-span[0], p.theme.Axis)
		}
		if ref := p.chart.Reference; ref != nil {
			x := snap(at(ref.Value))
			p.dashed(x, span[0], x, span[1], 1, p.theme.Text)
		}
	}
	return at
}

// tickLabels writes the labels of the axis, so few that they stay clear of each
// other; where they run over the whole page the outer ones keep to it.
func (p *frame) tickLabels(at func(float64) float64, y float64) {
	ticks := p.chart.ticks()
	size := p.tickSize()
	label := func(i int) (x float64, end anchor, from, to float64) {
		x, w := at(ticks[i].Value), p.fonts.width(ticks[i].Label, size, false)
		switch {
		case p.size.Above && x-w/2 < p.left:
			return p.left, atStart, p.left, p.left + w
		case p.size.Above && x+w/2 > p.right:
			return p.right, atEnd, p.right - w, p.right
		}
		return x, atMiddle, x - w/2, x + w/2
	}
	step := 1
	for i := 0; i+step < len(ticks); {
		_, _, _, to := label(i)
		if _, _, from, _ := label(i + step); from-to < 5 {
			i, step = 0, step+1
			continue
		}
		i += step
	}
	for i := 0; i < len(ticks); i += step {
		x, end, _, _ := label(i)
		p.middle(ticks[i].Label, x, y, style{size: size, colour: p.theme.Quiet, anchor: end})
	}
}

// spans returns the tops and feet of what the lines of a scale run through: the
// whole plot, or the marks of each row where labels stand between them.
func (p *frame) spans(b bands, top, foot float64) [][2]float64 {
	if !p.size.Above {
		return [][2]float64{{top, foot}}
	}
	var all [][2]float64
	for i := range b.rows {
		if r := &b.rows[i]; !r.row.Heading {
			all = append(all, [2]float64{snap(r.mark - r.zone/2 + 3), snap(r.mark + r.zone/2)}) // clear of a g above
		}
	}
	return all
}

// dot draws one figure on its interval, with a clear ring around it; open and
// thin when it rests on few answers. Height is that of the lowest row, so that
// all dots of a chart are alike.
func (p *frame) dot(r *band, height float64, at func(float64) float64) {
	m := r.row.Marks[0]
	// On a narrow plot a large dot would cover its interval.
	radius := clamp(height*0.25, 3.5, math.Min(7.5, 3.5+(at(p.chart.maximum())-at(p.chart.Minimum))/130))
	thick := snap(clamp(height*0.15, 2, 5))
	colour := p.theme.Fills[Plain]
	if r.row.Tentative {
		colour, thick = p.theme.Outline, snap(thick*0.6)
	}
	x := at(m.Value)
	if m.Interval {
		p.box(at(m.Low), r.mark-thick/2, at(m.High)-at(m.Low), thick, colour)
		p.shapes[len(p.shapes)-1].data = true
	}
	p.disc(x, r.mark, radius+1.5, p.theme.Ground)
	p.disc(x, r.mark, radius, colour)
	p.shapes[len(p.shapes)-1].data = true
	if r.row.Tentative {
		p.disc(x, r.mark, radius-math.Max(1.5, radius*0.3), p.theme.Ground)
	}
}

// bars draws bars from zero with their labels at the end.
func (p *frame) bars(b bands, left, right, top float64) {
	size := clamp(b.size*1.1, p.size.Smallest, 16)
	longest := 0.0
	for i := range b.rows {
		for _, m := range b.rows[i].row.Marks {
			longest = math.Max(longest, p.fonts.width(m.Label, size, true))
		}
	}
	at := p.scale(left, right-longest-8)
	h := snap(clamp(b.lowest()*0.64, 6, 44))
	for i := range b.rows {
		r := &b.rows[i]
		switch {
		case r.row.Heading:
		case !r.row.drawn():
			p.words(r, left+4, right-left-4, math.Max(h, 9.5), b.size)
		default:
			m := r.row.Marks[0]
			if m.Value > 0 {
				p.box(left, r.mark-h/2, at(m.Value)-left, h, p.theme.Fills[Plain])
				p.shapes[len(p.shapes)-1].data = true
			}
			p.middle(m.Label, at(m.Value)+6, r.mark, style{size: size, bold: true, colour: p.theme.Text})
		}
	}
	for _, span := range p.spans(b, top, snap(b.end)) {
		p.box(left-0.5, span[0], 1, span[1]-span[0], p.theme.Axis)
	}
}
