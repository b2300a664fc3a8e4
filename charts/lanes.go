package charts

import (
	"image/color"
	"math"
	"slices"
)

// lanes draws several figures a row under each other, each on its own line: dots
// on intervals with an axis when the marks have intervals, else bars from zero.
// The series are named beside their first mark, or in a key where that does not
// fit.
func (p *frame) lanes() error {
	mark := len(p.shapes)
	for _, keyed := range []bool{false, true} {
		p.shapes = p.shapes[:mark]
		fits, err := p.lanesWith(keyed)
		if err != nil || fits {
			return err
		}
	}
	return nil
}

// lane is the place of the lines of a row.
type lane struct {
	// height of a line, and the type of what stands on it.
	height, size float64
	// shares and ranges are the widths of the texts to the right of the plot.
	shares, ranges float64
}

// lanesWith draws the chart with a key or with the names beside the marks, and
// reports whether the names fit there.
func (p *frame) lanesWith(keyed bool) (fits bool, err error) {
	if err := p.foot(""); err != nil {
		return false, err
	}
	top, bottom := p.top+14, p.bottom-8
	if keyed {
		p.laneKey(top)
		top += p.keyHeight() + 4
	}
	dots := p.dots()
	if dots {
		top, bottom = top+14, bottom-18
	}
	count := float64(len(p.chart.Series))
	b, err := p.bands(top, bottom, demand{
		most: p.size.Label, least: p.size.Smallest, pitch: p.lanePitch(count), needs: func(r *Row, size float64) float64 {
			if r.Heading || !r.drawn() {
				return p.lowest(r, size)
			}
			return count*size*1.15 + 5
		},
	})
	if err != nil {
		return false, err
	}
	left := p.plotLeft(b)
	n := p.laneOf(b, dots)
	right := p.right
	if dots {
		right -= n.shares + n.ranges + 2*p.size.Gap
	}
	if right-left < 0.3*p.content() || !p.wordsFit(right-left-16) {
		return false, crowded{len(p.chart.Rows), p.size.Smallest}
	}
	p.labels(b, left-12)
	if dots {
		return p.dotLanes(b, n, left, right, top, keyed), nil
	}
	return p.barLanes(b, n, left, right, top, keyed), nil
}

// lanePitch returns the largest height of a row of so many lines.
func (p *frame) lanePitch(count float64) float64 {
	if p.free {
		return count*21 + 8
	}
	return count*34 + 22
}

// laneOf returns the measures of the lines.
func (p *frame) laneOf(b bands, dots bool) lane {
	count := float64(len(p.chart.Series))
	room := b.lowest()
	// The lines of a row stand closer than those of two rows.
	n := lane{height: math.Max(math.Min(32, 0.8*room/count), p.size.Smallest*1.15)}
	n.size = clamp(n.height*0.75, p.size.Smallest, b.size)
	if !dots {
		n.size = clamp(n.height*0.62, p.size.Smallest, 16)
	}
	n.shares = p.fonts.width(p.heading(0), p.headingSize(), false)
	n.ranges = p.fonts.width(p.heading(1), p.headingSize(), false)
	for i := range p.chart.Rows {
		for _, m := range p.chart.Rows[i].Marks {
			n.shares = math.Max(n.shares, p.fonts.width(m.Label, n.size, true))
			n.ranges = math.Max(n.ranges, p.fonts.width(m.Range, n.size, false))
		}
	}
	return n
}

// heading returns that of a column, or "" when there is none.
func (p *frame) heading(c int) string {
	if c < len(p.chart.Columns) {
		return p.chart.Columns[c].Heading
	}
	return ""
}

// laneAt returns the y of a line of a row.
func (p *frame) laneAt(r *band, s int, n lane) float64 {
	return snap(r.mark + (float64(s)-float64(len(p.chart.Series)-1)/2)*n.height)
}

// laneWords writes why a mark is missing on its line.
func (p *frame) laneWords(m *Mark, y, left, right float64, n lane) {
	line := band{row: &Row{Status: m.Status, Words: m.Words}, mark: y, zone: n.height}
	p.words(&line, left+4, right-left-4, snap(clamp(n.height*0.5, 9.5, 20)), n.size)
}

// dotLanes draws dots on intervals with their figures beside the plot.
func (p *frame) dotLanes(b bands, n lane, left, right, top float64, keyed bool) bool {
	left, right = p.axisRoom(left, right)
	at := p.axis(b, left, right, top)
	share, ends := p.right-n.ranges-p.size.Gap, p.right
	if n.ranges == 0 {
		share = p.right
	}
	head := style{size: p.headingSize(), colour: p.theme.Quiet, anchor: atEnd}
	p.middle(p.heading(0), share, top-10, head)
	p.middle(p.heading(1), ends, top-10, head)
	named := make([]bool, len(p.chart.Series))
	var names []func() // written last: no ground may cover them
	for i := range b.rows {
		r := &b.rows[i]
		if r.row.Heading {
			continue
		}
		if !r.row.drawn() {
			p.words(r, left+4, right-left-12, snap(clamp(n.height*0.55, 9.5, 20)), b.size)
			continue
		}
		for s := range r.row.Marks {
			m, y := &r.row.Marks[s], p.laneAt(r, s, n)
			if m.absent() {
				p.laneWords(m, y, at(0), at(p.chart.maximum()), n)
				continue
			}
			if !keyed && !named[s] {
				named[s] = true
				write, ok := p.nameDot(m, p.chart.Series[s].Label, y, left, right, n, at)
				if !ok {
					return false
				}
				names = append(names, write)
			}
			p.laneDot(m, s, y, n, at)
			st := style{size: n.size, bold: !m.Tentative, colour: p.theme.Text, anchor: atEnd}
			if m.Tentative {
				st.colour = p.theme.Quiet
			}
			p.middle(m.Label, share, y, st)
			p.middle(m.Range, ends, y, style{size: n.size, colour: p.theme.Quiet, anchor: atEnd})
		}
	}
	for _, write := range names {
		write()
	}
	return keyed || !slices.Contains(named, false)
}

// laneDot draws one figure on its interval, open and thin when it rests on few
// answers.
func (p *frame) laneDot(m *Mark, s int, y float64, n lane, at func(float64) float64) {
	radius, thick := clamp(n.height*0.24, 3, 7), snap(clamp(n.height*0.14, 1.5, 4))
	colour := p.theme.Fills[p.chart.Series[s].Role]
	if m.Tentative {
		thick = snap(math.Max(1, thick*0.6))
	}
	if m.Interval {
		p.box(at(m.Low), y-thick/2, at(m.High)-at(m.Low), thick, colour)
		p.shapes[len(p.shapes)-1].data = true
	}
	x := at(m.Value)
	p.laneShape(s, x, y, radius+clamp(n.height*0.08, 0.9, 1.5), p.theme.Ground)
	p.laneShape(s, x, y, radius, colour)
	p.shapes[len(p.shapes)-1].data = true
	if m.Tentative {
		p.laneShape(s, x, y, radius-math.Max(1.5, radius*0.3), p.theme.Ground)
	}
}

// laneShape draws the shape of a series, so that colour is not all that tells them
// apart.
func (p *frame) laneShape(s int, x, y, r float64, fill color.RGBA) {
	switch s % 4 {
	case 0:
		p.disc(x, y, r, fill)
	case 1:
		p.diamond(x, y, r*1.2, fill)
	case 2:
		p.polygon(fill, [2]float64{x - r*0.9, y - r*0.9}, [2]float64{x + r*0.9, y - r*0.9}, [2]float64{x + r*0.9, y + r*0.9}, [2]float64{x - r*0.9, y + r*0.9})
	default:
		p.polygon(fill, [2]float64{x, y - r}, [2]float64{x + r*1.1, y + r*0.85}, [2]float64{x - r*1.1, y + r*0.85})
	}
}

// nameDot makes room for the name of a series after its interval, or before it, and
// returns what writes it. It reports false when there is no room.
func (p *frame) nameDot(m *Mark, name string, y, left, right float64, n lane, at func(float64) float64) (write func(), ok bool) {
	low, high := m.Value, m.Value
	if m.Interval {
		low, high = m.Low, m.High
	}
	size := math.Max(p.size.Smallest, math.Min(n.size, 13))
	w := p.fonts.width(name, size, true)
	x := at(high) + 12
	if x+w+6 > right {
		if x = at(low) - 12 - w; x < left+4 {
			return nil, false
		}
	}
	p.box(x-3, y-0.6*size, w+6, 1.25*size, p.theme.Ground)
	return func() { p.middle(name, x, y, style{size: size, bold: true, colour: p.theme.Text}) }, true
}

// barLanes draws bars from zero with their figures at the end.
func (p *frame) barLanes(b bands, n lane, left, right, top float64, keyed bool) (fits bool) {
	longest := 0.0
	for i := range b.rows {
		for _, m := range b.rows[i].row.Marks {
			longest = math.Max(longest, p.fonts.width(m.Label, n.size, true))
		}
	}
	at := p.scale(left, right-longest-8)
	named := make([]bool, len(p.chart.Series))
	fits = true
	h := snap(math.Max(6, n.height*0.84))
	for i := range b.rows {
		r := &b.rows[i]
		if r.row.Heading {
			continue
		}
		if !r.row.drawn() {
			p.words(r, left+4, right-left-4, math.Max(h, 9.5), b.size)
			continue
		}
		for s := range r.row.Marks {
			m, y := &r.row.Marks[s], p.laneAt(r, s, n)
			if m.absent() {
				p.laneWords(m, y, left, right, n)
				continue
			}
			fill := p.theme.Fills[p.chart.Series[s].Role]
			if m.Value > 0 {
				p.bar(left, y-h/2, at(m.Value)-left, h, fill)
			}
			x := at(m.Value) + 6
			p.middle(m.Label, x, y, style{size: n.size, bold: true, colour: p.theme.Text})
			if !keyed && !named[s] {
				named[s] = true
				fits = p.nameBar(m, p.chart.Series[s].Label, left, x, y, right, h, n, s, at) && fits
			}
		}
	}
	for _, span := range p.spans(b, top, snap(b.end)) {
		p.box(left-0.5, span[0], 1, span[1]-span[0], p.theme.Axis)
	}
	return fits && (keyed || !slices.Contains(named, false))
}

// nameBar writes the name of a series in its bar, or after the figure, and reports
// whether there is room.
func (p *frame) nameBar(m *Mark, name string, left, x, y, right, h float64, n lane, s int, at func(float64) float64) bool {
	size := math.Max(p.size.Smallest, math.Min(n.size, 13.5))
	w := p.fonts.width(name, size, true)
	fill := p.theme.Fills[p.chart.Series[s].Role]
	if left+10+w+6 <= at(m.Value) && size*1.1 <= h {
		p.middle(name, left+10, y, style{size: size, bold: true, colour: inkOn(fill)})
		return true
	}
	x += p.fonts.width(m.Label, n.size, true) + 10
	if x+w > right {
		return false
	}
	p.middle(name, x, y, style{size: size, bold: true, colour: p.theme.Text})
	return true
}

// laneKey draws the key, with the shapes of dots.
func (p *frame) laneKey(top float64) {
	if !p.dots() {
		p.key(top)
		return
	}
	entries := p.keyEntries()
	for s, e := range entries {
		y := top + float64(e.row)*keyPitch + keyPitch/2
		p.laneShape(s, e.x+keySwatch/2, y, 5, p.theme.Fills[e.series.Role])
		for i, line := range e.lines {
			p.middle(line, e.x+keySwatch+6, y+float64(i)*keyPitch, style{size: keySize, colour: p.theme.Text})
		}
	}
}
