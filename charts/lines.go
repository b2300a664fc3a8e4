package charts

import (
	"errors"
	"math"
	"slices"
	"strings"
)

// timePlot is the plot of Lines and of a Slope.
type timePlot struct {
	*frame
	left, right, top, foot float64
	// x are the places of the moments; y is that of a value.
	x []float64
	y func(float64) float64
	// moments are the texts under the axis and remarks those over the plot.
	moments, remarks texts
	// gaps says which figures of which lines are missing.
	gaps         fit
	ends, starts []endLabel
	radius       float64
}

// Measures of a plot over time.
const (
	leastPlot   = 110.0 // of the height of a plot that can be read
	leaderRoom  = 22.0  // between the plot and labels that may have moved
	noLeader    = 12.0  // where there is one label
	mostForBars = 3     // lines of which the intervals are drawn
)

// overTime draws a line a series over the moments.
func (p *frame) overTime() error {
	mark := len(p.shapes)
	if err := p.foot(""); err != nil {
		return err
	}
	t, err := p.timePlot()
	if err != nil {
		return err
	}
	figures, all := t.placeFigures(nil)
	if !all && p.chart.Omitted != "" {
		// The note on what is left out takes room, so all finds its place again.
		p.shapes = p.shapes[:mark]
		if err := p.foot(p.chart.Omitted); err != nil {
			return err
		}
		if t, err = p.timePlot(); err != nil {
			return err
		}
		figures, _ = t.placeFigures(figures)
	}
	t.draw(figures)
	p.used = t.foot + t.under() + 10
	return nil
}

// timePlot finds the place of everything but the figures at the points.
func (p *frame) timePlot() (*timePlot, error) {
	rows := p.chart.Rows
	for i := range rows {
		if i > 0 && !(rows[i].At > rows[i-1].At) && rows[len(rows)-1].At != rows[0].At {
			return nil, errors.New("the moments of the lines are not in order")
		}
	}
	t := &timePlot{frame: p, radius: 4.5}
	if len(p.series()) == 1 {
		t.radius = 5.5
	}
	t.measure()
	free := p.bottom - 10 - t.under() - t.top
	if p.free {
		free = 300
		if p.size.Above {
			free = 230
		}
		free = math.Max(free, heights(t.ends)+10)
	}
	if free < leastPlot {
		return nil, crowded{len(rows), p.size.Smallest}
	}
	t.foot = snap(t.top + free)
	span := t.chart.maximum() - t.chart.Minimum
	t.y = func(v float64) float64 { return t.foot - (t.foot-t.top)*(v-t.chart.Minimum)/span }
	for _, side := range []*[]endLabel{&t.ends, &t.starts} {
		for i := range *side {
			e := &(*side)[i]
			e.want = t.y(e.want)
		}
		if !settle(*side, t.top-9, t.foot+7) {
			return nil, crowded{len(p.chart.Series), p.size.Smallest}
		}
	}
	return t, nil
}

// under returns the height of all texts under the axis.
func (t *timePlot) under() float64 {
	h := t.moments.height
	if len(t.gaps.lines) > 0 {
		h += float64(len(t.gaps.lines))*lineHeight*t.gaps.size + 4
	}
	return h
}

func heights(labels []endLabel) float64 {
	sum := 0.0
	for i := range labels {
		sum += labels[i].height()
	}
	return sum
}

// series returns the lines; one without a name when the chart has none.
func (p *frame) series() []Series {
	if len(p.chart.Series) == 0 {
		return []Series{{Role: LineFirst}}
	}
	return p.chart.Series
}

// measure finds the width of the plot and the height of the texts around it.
func (t *timePlot) measure() {
	t.endLabels()
	gap := noLeader
	if len(t.ends) > 1 {
		gap = leaderRoom
	}
	t.left, t.right = t.frame.left+t.startWidth(), t.frame.right-gap-t.endWidth(t.ends)
	inset := 20.0
	if t.chart.Kind == Slope {
		inset = t.radius + 4
	}
	t.place(t.left+inset, t.right-t.radius-2)
	t.moments = t.momentTexts()
	t.remarks = t.remarkTexts()
	t.gaps = t.gapTexts()
	t.top = snap(t.frame.top + 16 + t.remarks.height)
}

// startWidth returns the width of what stands to the left of the plot: the figures
// of the axis, or those of the first moment.
func (t *timePlot) startWidth() float64 {
	if t.chart.Kind == Slope {
		return t.endWidth(t.starts) + leaderRoom
	}
	width := 0.0
	for _, tick := range t.chart.ticks() {
		width = math.Max(width, t.fonts.width(tick.Label, t.tickSize(), false))
	}
	return width + 8
}

func (t *timePlot) tickSize() float64 { return math.Max(12, t.size.Smallest) }

func (t *timePlot) endWidth(labels []endLabel) float64 {
	width := 0.0
	for i := range labels {
		width = math.Max(width, widest(labels[i].lines, t.fonts.measure(labels[i].style.size, labels[i].style.bold)))
	}
	return width
}

// place sets the moments on the axis, as far apart as they are in time.
func (t *timePlot) place(left, right float64) {
	rows := t.chart.Rows
	first, last := rows[0].At, rows[len(rows)-1].At
	t.x = make([]float64, len(rows))
	for i := range rows {
		share := 1.0
		switch {
		case last > first:
			share = (rows[i].At - first) / (last - first)
		case len(rows) > 1:
			share = float64(i) / float64(len(rows)-1)
		}
		t.x[i] = left + (right-left)*share
	}
}

// mark returns the mark of a series at a moment, or nil where there is none.
func (t *timePlot) mark(s, i int) *Mark {
	r := &t.chart.Rows[i]
	if !r.drawn() || r.Marks[s].absent() {
		return nil
	}
	return &r.Marks[s]
}

// endLabels makes the labels beside the last points, and for a Slope those beside
// the first; their want is a value until the scale is known.
func (t *timePlot) endLabels() {
	share := 0.26
	if t.size.Above {
		share = 0.32
	}
	size := math.Max(t.size.Smallest, t.size.Label-1)
	if len(t.series()) == 1 {
		size = t.size.Label + 2
	}
	limit := share * t.content()
	last := len(t.chart.Rows) - 1
	for s, series := range t.series() {
		i := t.lastMark(s)
		if i < 0 {
			continue
		}
		m := t.mark(s, i)
		st := style{size: size, bold: true, colour: t.theme.legible(series.Role)}
		text := strings.TrimSpace(m.Label + " " + series.Label)
		if i < last { // a line that ends early says when
			text += " (" + t.chart.Rows[i].Label + ")"
		}
		t.ends = append(t.ends, endLabel{lines: wrap(text, limit, t.fonts.measure(size, true)), style: st, row: i, want: m.Value})
		quiet := style{size: math.Max(t.size.Smallest, t.size.Label-2), colour: t.theme.Quiet}
		if i == last && t.chart.Rows[i].Forecast && t.banded() {
			for _, limitOf := range []endLabel{{lines: []string{m.LowLabel}, want: m.Low}, {lines: []string{m.HighLabel}, want: m.High}} {
				if limitOf.lines[0] != "" && limitOf.want != m.Value {
					limitOf.lines = wrap(limitOf.lines[0], limit, t.fonts.measure(quiet.size, false))
					limitOf.style, limitOf.row = quiet, i
					t.ends = append(t.ends, limitOf)
				}
			}
		}
		if m := t.mark(s, 0); m != nil && t.chart.Kind == Slope {
			t.starts = append(t.starts, endLabel{lines: []string{m.Label}, style: st, want: m.Value})
		}
	}
}

// lastMark returns the last moment at which a series has a figure, or -1.
func (t *timePlot) lastMark(s int) int {
	for i := range slices.Backward(t.chart.Rows) {
		if t.mark(s, i) != nil {
			return i
		}
	}
	return -1
}

// banded reports whether the range of a forecast is drawn as an area: of one line.
func (t *timePlot) banded() bool { return len(t.series()) == 1 }

// joined reports whether a line runs to the moment i from the one before.
func (t *timePlot) joined(s, i int) bool {
	return i > 0 && !t.chart.Rows[i].Break && t.mark(s, i) != nil && t.mark(s, i-1) != nil
}

// hiddenAt reports whether all figures of a moment are hidden.
func (t *timePlot) hiddenAt(i int) bool {
	r := &t.chart.Rows[i]
	if !r.drawn() {
		return r.Status.Hidden()
	}
	for _, m := range r.Marks {
		if !m.absent() || !m.Status.Hidden() {
			return false
		}
	}
	return true
}
