package charts

import (
	"errors"
	"image/color"
	"math"
)

// flowNode is a group at one side of a flow.
type flowNode struct {
	label, sub fit
	role       Role
	// n is how many it stands for, taken how many of them have a band so far.
	n, taken    float64
	top, height float64
	// words stand for a number that is hidden.
	words string
	y     float64
}

// flowPlot is the plot of a Flow.
type flowPlot struct {
	*frame
	from, to         []flowNode
	left, right, top float64
	foot, unit       float64
	placed           []flowBand
}

// Measures of a flow.
const (
	nodeWidth = 12.0
	nodeGap   = 14.0
	leastNode = 3.0 // of the height of a group, so that it can be seen
)

// flow draws bands from the rows, at the left, to the series, at the right. All are
// as wide as their numbers, on one scale.
func (p *frame) flow() error {
	mark := len(p.shapes)
	if err := p.foot(""); err != nil {
		return err
	}
	f, err := p.flowPlot()
	if err != nil {
		return err
	}
	if p.chart.Omitted != "" && !f.numbered() {
		p.shapes = p.shapes[:mark]
		if err := p.foot(p.chart.Omitted); err != nil {
			return err
		}
		if f, err = p.flowPlot(); err != nil {
			return err
		}
	}
	for i := range f.placed {
		f.placed[i].draw(f)
	}
	f.drawNodes(f.from, f.left, f.left-10, atEnd)
	f.drawNodes(f.to, f.right-nodeWidth, f.right+10, atStart)
	f.numbers()
	f.headings()
	p.used = f.foot + 12
	return nil
}

// flowPlot finds the places of the groups at both sides.
func (p *frame) flowPlot() (*flowPlot, error) {
	f := &flowPlot{frame: p}
	if len(p.chart.Series) == 0 || len(p.chart.Ends) != len(p.chart.Series) {
		return nil, errors.New("a flow has no groups to run to")
	}
	share := 0.25
	if p.size.Above {
		share = 0.3
	}
	size := math.Max(p.size.Smallest, p.size.Label)
	for ; size >= p.size.Smallest; size -= 0.5 {
		f.nodes(size, share*p.content())
		f.top = snap(p.top + 18)
		if len(p.chart.Columns) == 2 {
			f.top += 18
		}
		f.foot = p.bottom - 12
		if p.free {
			f.foot = f.top + p.freeFlow(f)
		}
		if f.fits() {
			f.stack(f.from)
			f.stack(f.to)
			f.placed = f.bands()
			return f, nil
		}
	}
	return nil, crowded{len(p.chart.Rows) + len(p.chart.Series), p.size.Smallest}
}

// freeFlow is the height of a flow on a page as high as its content.
func (p *frame) freeFlow(f *flowPlot) float64 {
	h := 300.0
	for _, side := range [][]flowNode{f.from, f.to} {
		least := 0.0
		for i := range side {
			least += side[i].least() * 1.6
		}
		h = math.Max(h, least)
	}
	return h
}

// nodes wraps the labels of both sides.
func (f *flowPlot) nodes(size, limit float64) {
	small := math.Max(f.size.Smallest, subSize*size)
	node := func(label, sub string, role Role, n int) flowNode {
		node := flowNode{role: role, n: float64(n), label: fit{wrap(label, limit, f.fonts.measure(size, true)), size, true}}
		if sub != "" {
			node.sub = fit{wrap(sub, limit, f.fonts.measure(small, false)), small, false}
		}
		return node
	}
	f.from, f.to = nil, nil
	for i := range f.chart.Rows {
		r := &f.chart.Rows[i]
		n := node(r.Label, r.Sub, f.rowRole(r), r.N)
		if !r.drawn() {
			n = node(r.Label, r.Words, f.rowRole(r), 0)
			n.words = r.Words
		}
		f.from = append(f.from, n)
	}
	for i := range f.chart.Series {
		s, end := &f.chart.Series[i], &f.chart.Ends[i]
		n := node(s.Label, end.Sub, s.Role, end.N)
		if end.N == 0 {
			n.words = end.Sub
		}
		f.to = append(f.to, n)
	}
	f.left = snap(f.frame.left + f.widest(f.from) + 10)
	f.right = snap(f.frame.right - f.widest(f.to) - 10)
}

// rowRole is the colour of a row: that of the series with the same name.
func (f *flowPlot) rowRole(r *Row) Role {
	for i := range f.chart.Series {
		if f.chart.Series[i].Label == r.Label {
			return f.chart.Series[i].Role
		}
	}
	return Rest
}

func (f *flowPlot) widest(side []flowNode) float64 {
	w := 0.0
	for i := range side {
		n := &side[i]
		w = math.Max(w, widest(n.label.lines, f.fonts.measure(n.label.size, true)))
		w = math.Max(w, widest(n.sub.lines, f.fonts.measure(n.sub.size, false)))
	}
	return w
}

// least returns the height of the label of a group.
func (n *flowNode) least() float64 {
	return float64(len(n.label.lines))*lineHeight*n.label.size + float64(len(n.sub.lines))*lineHeight*n.sub.size + 3
}

// fits finds the scale on which both sides fit with their labels, and reports
// whether there is one.
func (f *flowPlot) fits() bool {
	f.unit = math.Inf(1)
	for _, side := range [][]flowNode{f.from, f.to} {
		low, high := 0.0, 1e4
		if f.height(side, 0) > f.foot-f.top {
			return false
		}
		for range 60 {
			if mid := (low + high) / 2; f.height(side, mid) <= f.foot-f.top {
				low = mid
			} else {
				high = mid
			}
		}
		f.unit = math.Min(f.unit, low)
	}
	return f.unit > 0.05
}

// height returns the height of a side when one organisation is unit points high:
// a group whose label is higher gets more white around it.
func (f *flowPlot) height(side []flowNode, unit float64) float64 {
	h := 0.0
	for i := range side {
		h += math.Max(side[i].least(), math.Max(leastNode, side[i].n*unit)+nodeGap)
	}
	return h
}

// stack sets the groups of a side under each other, the room that is left between
// them.
func (f *flowPlot) stack(side []flowNode) {
	spare := (f.foot - f.top - f.height(side, f.unit)) / float64(len(side))
	y := f.top
	for i := range side {
		n := &side[i]
		n.height = math.Max(leastNode, n.n*f.unit)
		slot := math.Max(n.least(), n.height+nodeGap) + spare
		n.y = y + slot/2
		n.top = n.y - n.height/2
		y += slot
	}
}

// flowBand is one band.
type flowBand struct {
	from, to *flowNode
	mark     *Mark
	// top and end are where it starts at the left and ends at the right.
	top, end, height float64
	role             Role
	stayed           bool
}

// bands returns all bands, in the order in which they are drawn: those who stayed
// first, so that who moved lies on top.
func (f *flowPlot) bands() []flowBand {
	var stayed, moved []flowBand
	for i := range f.chart.Rows {
		r := &f.chart.Rows[i]
		if !r.drawn() {
			continue
		}
		for s := range r.Marks {
			m := &r.Marks[s]
			if m.absent() || m.Value <= 0 {
				continue
			}
			from, to := &f.from[i], &f.to[s]
			b := flowBand{from: from, to: to, mark: m, height: m.Value * f.unit, role: from.role, stayed: r.Label == f.chart.Series[s].Label}
			b.top, b.end = from.top+from.taken, to.top+to.taken
			from.taken += b.height
			to.taken += b.height
			if b.stayed {
				stayed = append(stayed, b)
			} else {
				moved = append(moved, b)
			}
		}
	}
	return append(stayed, moved...)
}

// flowTint mixes a colour with the ground.
func flowTint(c, ground color.RGBA, share float64) color.RGBA {
	mix := func(a, b uint8) uint8 { return uint8(math.Round(float64(a)*share + float64(b)*(1-share))) }
	return color.RGBA{mix(c.R, ground.R), mix(c.G, ground.G), mix(c.B, ground.B), 0xff}
}

// fill returns the colour of a band: pale for who stayed.
func (b *flowBand) fill(f *flowPlot) color.RGBA {
	if b.stayed {
		return flowTint(f.theme.Fills[b.role], f.theme.Ground, 0.14)
	}
	return flowTint(f.theme.Fills[b.role], f.theme.Ground, 0.45)
}

// draw draws a band with an edge that can be seen.
func (b *flowBand) draw(f *flowPlot) {
	edge := f.theme.Fills[b.role]
	if b.stayed || f.theme.outlined(edge) {
		edge = f.theme.Outline
	}
	x1, x2 := f.left+nodeWidth, f.right-nodeWidth
	middle := (x1 + x2) / 2
	outline := func(inset float64) []corner {
		top, end, h := b.top+inset, b.end+inset, b.height-2*inset
		return []corner{
			{x: x1, y: top},
			{x: x2, y: end, curved: true, a: [2]float64{middle, top}, b: [2]float64{middle, end}},
			{x: x2, y: end + h},
			{x: x1, y: top + h, curved: true, a: [2]float64{middle, end + h}, b: [2]float64{middle, top + h}},
		}
	}
	f.area(outline(0), edge)
	f.shapes[len(f.shapes)-1].data = true
	f.area(outline(math.Min(0.5, b.height/4)), b.fill(f))
}

// at returns the top of a band at a place between both sides.
func (b *flowBand) at(f *flowPlot, x float64) float64 {
	// The curve is 3u²t·½ + 3ut²·½ + t³ of the width and 3t² - 2t³ of the height.
	share := clamp((x-f.left-nodeWidth)/(f.right-f.left-2*nodeWidth), 0, 1)
	low, high := 0.0, 1.0
	for range 40 {
		t := (low + high) / 2
		if u := 1 - t; 1.5*u*u*t+1.5*u*t*t+t*t*t < share {
			low = t
		} else {
			high = t
		}
	}
	return b.top + (b.end-b.top)*(3*low*low-2*low*low*low)
}

// bears reports whether a text on a band lies on that band alone.
func (f *flowPlot) bears(b int, from, to, top, foot float64) bool {
	for i := range f.placed {
		o := &f.placed[i]
		for step := range 9 {
			y := o.at(f, from+(to-from)*float64(step)/8)
			inside := y <= top-1 && foot+1 <= y+o.height
			if i == b && !inside || i != b && y < foot && top < y+o.height {
				return false
			}
		}
	}
	return true
}
