package charts

import (
	"image/color"
	"math"
)

// figureOf is the place of the figure at a point: its left edge and its middle.
type figureOf struct {
	series, row   int
	x, y, w, size float64
	placed        bool
}

// area returns what a figure covers, with some white.
func (f *figureOf) area() [4]float64 {
	return [4]float64{f.x - 2, f.y - 0.62*f.size, f.x + f.w + 2, f.y + 0.62*f.size}
}

// dodge is how far the interval of a series stands beside its point, so that those
// of more lines do not cover each other.
func (t *timePlot) dodge(s int) float64 {
	n := len(t.series())
	if n == 1 {
		return 0
	}
	return 5 * (float64(s) - float64(n-1)/2)
}

// barred reports whether the interval of a mark is drawn as a line.
func (t *timePlot) barred(m *Mark, i int) bool {
	return m.Interval && len(t.series()) <= mostForBars && !(t.banded() && t.chart.Rows[i].Forecast)
}

// strokes returns all lines of the plot: of the series, their intervals and the
// leaders of their labels, which no figure may cross.
func (t *timePlot) strokes() [][4]float64 {
	var all [][4]float64
	for s := range t.series() {
		for i := range t.x {
			m := t.mark(s, i)
			if m == nil {
				continue
			}
			if t.joined(s, i) {
				all = append(all, [4]float64{t.x[i-1], t.y(t.mark(s, i-1).Value), t.x[i], t.y(m.Value)})
			}
			if x := t.x[i] + t.dodge(s); t.barred(m, i) {
				all = append(all, [4]float64{x, t.y(m.High), x, t.y(m.Low)})
			}
		}
	}
	for _, e := range t.ends {
		if l, ok := t.leader(&e); ok {
			all = append(all, l)
		}
	}
	for i := range t.chart.Rows {
		if r := &t.chart.Rows[i]; i > 0 && r.Break {
			x := (t.x[i-1] + t.x[i]) / 2
			all = append(all, [4]float64{x, t.top, x, t.foot})
		} else if i > 0 && r.Forecast {
			all = append(all, [4]float64{t.x[i-1], t.top, t.x[i-1], t.foot})
		}
	}
	return all
}

// leader returns the line from a point to its label, and whether there is one: not
// where the label stands beside its point.
func (t *timePlot) leader(e *endLabel) ([4]float64, bool) {
	i := e.row
	from, to := t.x[i]+t.radius+3, t.right+t.gap()-5
	if i == len(t.x)-1 && math.Abs(e.y-e.want) < 3 || to-from < 4 {
		return [4]float64{}, false
	}
	return [4]float64{from, e.want, to, e.y}, true
}

// gap is the room between the plot and the labels at its end.
func (t *timePlot) gap() float64 {
	if len(t.ends) > 1 {
		return leaderRoom
	}
	return noLeader
}

// placeFigures finds a place for the figure of every point but the last of a line,
// clear of lines, markers and each other, the first and the last measured ones
// first. Of figures that were placed before it places no others. It reports
// whether all found one.
func (t *timePlot) placeFigures(before []figureOf) ([]figureOf, bool) {
	strokes := t.strokes()
	var taken [][4]float64
	for s := range t.series() {
		for i := range t.x {
			if m := t.mark(s, i); m != nil {
				r := 1.2*t.radius + 1
				taken = append(taken, [4]float64{t.x[i] - r, t.y(m.Value) - r, t.x[i] + r, t.y(m.Value) + r})
			}
		}
	}
	for i := range t.x {
		if t.hiddenAt(i) {
			taken = append(taken, [4]float64{t.x[i] - hatchWidth/2, t.top, t.x[i] + hatchWidth/2, t.foot})
		}
	}
	taken = append(taken, t.bandAreas()...)
	figures := before
	if figures == nil {
		figures = t.unlabelled()
	}
	all := true
	for k := range figures {
		f := &figures[k]
		if before != nil && !f.placed {
			continue
		}
		f.placed = t.placeFigure(f, strokes, taken)
		if !f.placed {
			all = false
			continue
		}
		taken = append(taken, f.area())
	}
	return figures, all
}

// unlabelled lists the points of which the figure stands beside them, the most
// telling first.
func (t *timePlot) unlabelled() []figureOf {
	var first, rest []figureOf
	size := math.Max(t.size.Smallest, 12.5)
	if len(t.series()) == 1 {
		size = math.Max(t.size.Smallest, t.size.Label)
	}
	for s := range t.series() {
		last, begun := t.lastMark(s), false
		for i := range t.x {
			m := t.mark(s, i)
			if m == nil || i == last {
				continue
			}
			if !begun && t.chart.Kind == Slope && i == 0 {
				begun = true
				continue
			}
			f := figureOf{series: s, row: i, w: t.fonts.width(m.Label, size, true), size: size}
			if telling := !begun || i+1 < len(t.x) && t.chart.Rows[i+1].Forecast; telling {
				first = append(first, f)
			} else {
				rest = append(rest, f)
			}
			begun = true
		}
	}
	return append(first, rest...)
}

// placeFigure tries the places around a point, over it first.
func (t *timePlot) placeFigure(f *figureOf, strokes, taken [][4]float64) bool {
	m := t.mark(f.series, f.row)
	x, y := t.x[f.row], t.y(m.Value)
	up := 1.2*t.radius + 4 + 0.5*f.size
	side := 1.2*t.radius + 4
	places := [][2]float64{
		{x - f.w/2, y - up}, {x - f.w/2, y + up}, {x + 4, y - up}, {x - f.w - 4, y - up}, {x + 4, y + up}, {x - f.w - 4, y + up},
		{x + side, y}, {x - side - f.w, y}, {x - f.w - 4, y - up - 6}, {x + 4, y - up - 6},
	}
	if t.barred(m, f.row) {
		places = append(places, [2]float64{x - f.w/2, t.y(m.High) - 0.7*f.size - 3}, [2]float64{x - f.w/2, t.y(m.Low) + 0.7*f.size + 3})
	}
	for _, at := range places {
		f.x, f.y = at[0], at[1]
		if a := f.area(); a[0] > t.left && a[2] < t.right+2 && a[1] > t.top-10 && a[3] < t.foot-2 && isClear(a, strokes, taken) {
			return true
		}
	}
	return false
}

// isClear reports whether no line crosses an area and nothing else takes it.
func isClear(a [4]float64, strokes, taken [][4]float64) bool {
	for _, o := range taken {
		if a[0] < o[2] && o[0] < a[2] && a[1] < o[3] && o[1] < a[3] {
			return false
		}
	}
	for _, l := range strokes {
		if meets(l, [4]float64{a[0] - 1.5, a[1] - 1.5, a[2] + 1.5, a[3] + 1.5}) {
			return false
		}
	}
	return true
}

// meets reports whether a straight line runs through an area: it cuts the line off
// at each edge (Liang and Barsky 1984).
func meets(l, a [4]float64) bool {
	from, to := 0.0, 1.0
	dx, dy := l[2]-l[0], l[3]-l[1]
	for _, e := range [4][2]float64{{-dx, l[0] - a[0]}, {dx, a[2] - l[0]}, {-dy, l[1] - a[1]}, {dy, a[3] - l[1]}} {
		if e[0] == 0 {
			if e[1] < 0 {
				return false
			}
			continue
		}
		if r := e[1] / e[0]; e[0] < 0 {
			from = math.Max(from, r)
		} else {
			to = math.Min(to, r)
		}
	}
	return from <= to
}

// bandAreas are upright slices of the ranges of a forecast, as areas that figures
// keep out of.
func (t *timePlot) bandAreas() [][4]float64 {
	var all [][4]float64
	for i := range t.x {
		if b, ok := t.band(i); ok {
			const slices = 24
			for k := range slices {
				u, w := float64(k)/slices, float64(k+1)/slices
				mix := func(a, b, u float64) float64 { return a + (b-a)*u }
				top := math.Min(mix(b[0][1], b[1][1], u), mix(b[0][1], b[1][1], w))
				foot := math.Max(mix(b[3][1], b[2][1], u), mix(b[3][1], b[2][1], w))
				all = append(all, [4]float64{mix(b[0][0], b[1][0], u), top, mix(b[0][0], b[1][0], w), foot})
			}
		}
	}
	return all
}

// band returns the corners of the range of a forecast, from the range of the moment
// before: what was measured is not known exactly either, where it has an interval.
func (t *timePlot) band(i int) ([4][2]float64, bool) {
	if !t.banded() || i == 0 || !t.chart.Rows[i].Forecast || !t.joined(0, i) || !t.mark(0, i).Interval {
		return [4][2]float64{}, false
	}
	before, m := t.mark(0, i-1), t.mark(0, i)
	low, high := before.Value, before.Value
	if before.Interval {
		low, high = before.Low, before.High
	}
	return [4][2]float64{{t.x[i-1], t.y(high)}, {t.x[i], t.y(m.High)}, {t.x[i], t.y(m.Low)}, {t.x[i-1], t.y(low)}}, true
}

// hatchWidth is the width of the strip at a moment of which all is hidden.
const hatchWidth = 16.0

// draw draws the plot from the back to the front.
func (t *timePlot) draw(figures []figureOf) {
	for i := range t.x {
		if b, ok := t.band(i); ok {
			t.polygon(t.theme.Fills[Band], b[0], b[1], b[2], b[3])
		}
	}
	t.grid()
	for k := range figures {
		if f := &figures[k]; f.placed {
			a := f.area()
			t.box(a[0], a[1], a[2]-a[0], a[3]-a[1], t.theme.Ground)
		}
	}
	t.writeRemarks()
	for i, x := range t.x {
		if t.hiddenAt(i) {
			t.hatch(snap(x-hatchWidth/2), t.top, hatchWidth, t.foot-t.top-1, 6, t.theme.Hatching)
		}
	}
	for s := len(t.series()) - 1; s >= 0; s-- {
		t.drawLine(s)
	}
	for k := range figures {
		if f := &figures[k]; f.placed {
			t.middle(t.mark(f.series, f.row).Label, f.x, f.y,
				style{size: f.size, bold: true, colour: t.theme.legible(t.series()[f.series].Role)})
		}
	}
	t.writeEnds()
	t.writeMoments()
	t.writeGaps()
}

// grid draws the axis with its lines, or the two posts of a Slope.
func (t *timePlot) grid() {
	if t.chart.Kind == Slope {
		for _, x := range t.x {
			t.box(x-0.5, t.top-8, 1, t.foot-t.top+8, t.theme.Rule)
		}
		return
	}
	for _, tick := range t.chart.ticks() {
		y := t.y(tick.Value)
		if tick.Value != t.chart.Minimum {
			t.box(t.left, y-0.25, t.right-t.left, 0.5, t.theme.Grid)
		}
		t.middle(tick.Label, t.left-8, y, style{size: t.tickSize(), colour: t.theme.Quiet, anchor: atEnd})
	}
	t.box(t.left, t.foot-0.5, t.right-t.left, 1, t.theme.Axis)
	for _, x := range t.x {
		t.box(x-0.25, t.foot, 0.5, 3, t.theme.Axis)
	}
}

// drawLine draws one series: dashed to what is expected, with an open marker there.
func (t *timePlot) drawLine(s int) {
	role := t.series()[s].Role
	colour := t.theme.Fills[role]
	width := 2.25
	if len(t.series()) == 1 {
		width = 3
	}
	for i := range t.x {
		m := t.mark(s, i)
		if m == nil {
			continue
		}
		if x := snap(t.x[i]+t.dodge(s)) - 0.5; t.barred(m, i) {
			t.box(x, t.y(m.High), 1.5, t.y(m.Low)-t.y(m.High), colour)
			t.shapes[len(t.shapes)-1].data = true
		}
		if t.joined(s, i) {
			from, to := [2]float64{t.x[i-1], t.y(t.mark(s, i-1).Value)}, [2]float64{t.x[i], t.y(m.Value)}
			t.stroke(from, to, width, colour, t.chart.Rows[i].Forecast)
		}
	}
	for i := range t.x {
		if m := t.mark(s, i); m != nil {
			t.marker(role, t.x[i], t.y(m.Value), t.radius, t.chart.Rows[i].Forecast || m.Tentative)
		}
	}
}

// stroke draws a line, in dashes where it is expected and not measured.
func (t *timePlot) stroke(from, to [2]float64, width float64, c color.RGBA, isDashed bool) {
	if !isDashed {
		t.line(from[0], from[1], to[0], to[1], width, c)
		return
	}
	const dash, gap = 8.0, 5.0
	dx, dy := to[0]-from[0], to[1]-from[1]
	length := math.Hypot(dx, dy)
	var path [][4]float64
	for at := 0.0; at < length; at += dash + gap {
		u, w := at/length, math.Min(1, (at+dash)/length)
		path = append(path, [4]float64{from[0] + u*dx, from[1] + u*dy, from[0] + w*dx, from[1] + w*dy})
	}
	t.lines(path, width, c)
}

// writeEnds writes the labels beside the ends of the lines, with a leader to those
// that had to move.
func (t *timePlot) writeEnds() {
	x := t.right + t.gap()
	for i := range t.ends {
		e := &t.ends[i]
		if l, ok := t.leader(e); ok {
			t.line(l[0], l[1], l[2], l[3], 0.75, t.theme.Outline)
		}
		t.writeEnd(e, x)
	}
	for i := range t.starts {
		e := &t.starts[i]
		e.style.anchor = atEnd
		if math.Abs(e.y-e.want) >= 3 {
			t.line(t.x[0]-t.radius-3, e.want, t.left-leaderRoom+5, e.y, 0.75, t.theme.Outline)
		}
		t.writeEnd(e, t.left-leaderRoom)
	}
}

func (t *timePlot) writeEnd(e *endLabel, x float64) {
	y := e.y - float64(len(e.lines)-1)*lineHeight*e.style.size/2
	for _, line := range e.lines {
		t.middle(line, x, y, e.style)
		y += lineHeight * e.style.size
	}
}
