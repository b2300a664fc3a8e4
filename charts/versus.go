package charts

import (
	"math"
)

// versusRow is the place of what is drawn in a row of Benchmark or Dumbbell.
type versusRow struct {
	*band
	// marks is the y of the markers, line that of the outcome over them on a narrow
	// page, and foot that of words under them, where there is no room beside.
	marks, line, foot float64
	// half is half the height that is left for the markers.
	half float64
}

// versus reports whether rows of the kind set figures beside each other, with an
// outcome.
func (k Kind) versus() bool { return k == Benchmark || k == Dumbbell }

// axisHeight is the height of the figures of the axis under the rows.
const axisHeight = 26

// footHeight is the height of words under the markers.
const footHeight = 17

// versus draws rows of markers on one axis, with what their difference means
// beside them, or over them on a narrow page.
func (p *frame) versus() error {
	if err := p.foot(""); err != nil {
		return err
	}
	return p.versusRows(p.legend(), p.top+10)
}

// leastWidth is the width of a plot that can be read.
const leastWidth = 130.0

// setAbove sets the labels above the markers, where there is no room beside them.
func (p *frame) setAbove() {
	size := *p.size
	size.Above = true
	p.size = &size
}

// versusRows draws the key and the rows from the top down.
func (p *frame) versusRows(legend legend, top float64) error {
	start := top + legend.height + 12
	if len(p.chart.Columns) > 0 && !p.size.Above {
		start += 16
	}
	// Words that find no room beside the markers go under them in a second try.
	under := make([]int, len(p.chart.Rows))
	for {
		b, err := p.bands(start, p.bottom-axisHeight, demand{
			most: p.size.Label, least: p.size.Smallest, pitch: p.pitch(58),
			needs: func(r *Row, size float64) float64 { return p.versusHeight(r, size, under) },
		})
		if err != nil {
			return err
		}
		v := p.versusPlot(b, start, under)
		if v.unreadable() {
			if p.size.Above {
				return crowded{len(p.chart.Rows), p.size.Smallest}
			}
			p.setAbove()
			return p.versusRows(legend, top)
		}
		if !v.misplaced(under) {
			p.drawLegend(legend, top)
			v.draw(under)
			return nil
		}
	}
}

// versusHeight returns the least height of a row.
func (p *frame) versusHeight(r *Row, size float64, under []int) float64 {
	h := p.lowest(r, size)
	if p.size.Above && r.drawn() {
		h = 21
		if p.outcomeText(r) != "" {
			h += 1.3 * p.lineSize(size)
		}
	}
	return h + float64(under[p.position(r)])*footHeight
}

// position returns the position of a row of the chart.
func (p *frame) position(r *Row) int {
	for i := range p.chart.Rows {
		if &p.chart.Rows[i] == r {
			return i
		}
	}
	return 0
}

// versusPlot is the plot of a Benchmark or Dumbbell.
type versusPlot struct {
	*frame
	bands                   bands
	left, right, top, radii float64
	at                      func(float64) float64
}

// versusPlot finds the plot beside the labels and the columns.
func (p *frame) versusPlot(b bands, top float64, under []int) *versusPlot {
	_, columns := p.outcomeWidths(b.size)
	v := &versusPlot{frame: p, bands: b, left: p.plotLeft(b), right: p.right - columns, top: top}
	v.radii = 7
	for i := range b.rows {
		if b.rows[i].row.drawn() {
			v.radii = clamp(v.place(i, under).half*0.48, 3.5, v.radii)
		}
	}
	edge := 1.8*v.radii + 4
	if p.chart.Kind == Dumbbell { // figures stand outside both markers
		for i := range p.chart.Rows {
			for _, m := range p.chart.Rows[i].Marks {
				edge = math.Max(edge, v.radii+8+p.fonts.width(m.Label, v.valueSize(), true))
			}
		}
	}
	v.at = p.scale(v.left+edge, v.right-edge)
	return v
}

// valueSize returns the type of the figures beside markers.
func (v *versusPlot) valueSize() float64 {
	return math.Max(v.size.Smallest, math.Min(v.bands.size, 15))
}

// place returns where everything of a row stands.
func (v *versusPlot) place(i int, under []int) versusRow {
	r := &v.bands.rows[i]
	row := versusRow{band: r, marks: r.mark}
	top, foot := r.mark-r.zone/2, r.mark+r.zone/2
	if under[i] > 0 {
		foot -= float64(under[i]) * footHeight
		row.foot = foot + footHeight/2
	}
	if v.size.Above && r.row.drawn() && v.outcomeText(r.row) != "" {
		h := 1.3 * v.lineSize(v.bands.size)
		row.line = top + h/2
		top += h
	}
	row.marks, row.half = snap((top+foot)/2), (foot-top)/2
	return row
}

// misplaced counts the lines of words of the rows in which they find no room
// beside the markers; it reports false when there are no new ones.
func (v *versusPlot) misplaced(under []int) bool {
	found := false
	for i := range v.bands.rows {
		r := v.bands.rows[i].row
		width := 0.0
		for _, w := range v.spokenOf(r) {
			width += v.fonts.width(w, v.wordSize(), false) + 30
		}
		from, to := v.gap(r)
		if width == 0 || to-from >= width && under[i] == 0 {
			continue
		}
		if lines := len(v.underWords(r)); lines > under[i] {
			under[i], found = lines, true
		}
	}
	return found
}

// underWords returns the lines of words that stand under the markers.
func (v *versusPlot) underWords(r *Row) []string {
	var lines []string
	for _, w := range v.spokenOf(r) {
		lines = append(lines, wrap(w, v.right-v.left-16, v.fonts.measure(v.wordSize(), false))...)
	}
	return lines
}

// spokenOf returns the words of a row that stand in the plot: those of figures
// that are hidden. Those of one's own organisation stand in a column instead.
func (v *versusPlot) spokenOf(r *Row) []string {
	var words []string
	for s := range r.Marks {
		if m := &r.Marks[s]; m.absent() && (s > 0 || v.chart.Kind == Dumbbell) {
			words = append(words, m.Words)
		}
	}
	return words
}

func (v *versusPlot) wordSize() float64 {
	return clamp(v.bands.size*0.85, v.size.Smallest, math.Max(12, v.size.Smallest))
}

// draw draws the axis, the rows and the columns.
func (v *versusPlot) draw(under []int) {
	rows := make([]versusRow, len(v.bands.rows))
	for i := range rows {
		rows[i] = v.place(i, under)
	}
	v.axis(rows)
	v.labels(v.bands, v.left-12)
	for i := range rows {
		r := &rows[i]
		switch {
		case r.row.Heading:
		case !r.row.drawn():
			from := v.left + 4
			if !r.row.Status.Hidden() { // hatching lies over the axis, plain words stand beside it
				from = v.at(v.chart.Minimum) + 6
			}
			v.words(r.band, from, v.right-from, snap(clamp(v.bands.lowest()*0.55, 9.5, 20)), v.bands.size)
		default:
			v.drawRow(r)
		}
	}
	v.outcomes(rows)
	v.used = v.bands.end + axisHeight
}

// axis draws the lines of the scale and its figures.
func (v *versusPlot) axis(rows []versusRow) {
	foot := snap(v.bands.end)
	spans := [][2]float64{{v.top, foot}}
	if v.size.Above {
		spans = nil
		for i := range rows {
			if r := &rows[i]; !r.row.Heading {
				h := math.Min(9, r.zone/2)
				spans = append(spans, [2]float64{snap(r.marks - h), snap(r.marks + h)})
			}
		}
	}
	if ref := v.chart.Reference; ref != nil {
		x := snap(v.at(ref.Value))
		for _, span := range spans {
			v.dashed(x, span[0], x, span[1], 1, v.theme.Text)
		}
	}
	ticks := v.chart.ticks()
	crowdedTicks := len(ticks) > 1 && v.at(ticks[1].Value)-v.at(ticks[0].Value) < 40
	for i, tick := range ticks {
		x := v.at(tick.Value)
		for _, span := range spans {
			if tick.Value == 0 {
				v.box(x-0.5, span[0], 1, span[1]-span[0], v.theme.Axis)
			} else {
				v.box(x-0.25, span[0], 0.5, span[1]-span[0], v.theme.Grid)
			}
		}
		if crowdedTicks && i%2 > 0 {
			continue
		}
		v.middle(tick.Label, clamp(x, v.left+10, v.right-14), foot+11, style{size: max(11.5, v.size.Smallest), colour: v.theme.Quiet, anchor: atMiddle})
	}
}

// drawRow draws the markers of a row, from the last to the first, so that one's own
// lies on top.
func (v *versusPlot) drawRow(r *versusRow) {
	first, last := math.Inf(1), math.Inf(-1)
	for s := range r.row.Marks {
		if m := &r.row.Marks[s]; !m.absent() {
			first, last = math.Min(first, v.at(m.Value)), math.Max(last, v.at(m.Value))
		}
	}
	if last > first {
		v.box(first, r.marks-2, last-first, 4, v.theme.Rule)
	}
	for s := range r.row.Marks {
		if !v.lined(r.row, s) {
			continue
		}
		low, high := v.spanOf(r.row, s)
		y := r.marks - 0.5
		if v.chart.Kind == Dumbbell {
			y += []float64{-3.5, 3.5}[s]
		}
		v.box(low, y, high-low, 1.5, v.theme.Fills[v.chart.Series[s].Role])
		v.shapes[len(v.shapes)-1].data = true
	}
	for _, f := range v.figures(r.row) {
		h := clamp(2*r.half-1.5, 0.86*v.valueSize(), 1.24*v.valueSize())
		v.box(f.x-1.5, r.marks-h/2, f.width+3, h, v.theme.Ground)
	}
	for s := len(r.row.Marks) - 1; s >= 0; s-- {
		if m := &r.row.Marks[s]; !m.absent() {
			v.marker(v.chart.Series[s].Role, v.at(m.Value), r.marks, math.Min(v.radii*v.grown(r.row, s), math.Max(v.radii, (r.half-2)/1.2)), m.Tentative)
		}
	}
	for _, f := range v.figures(r.row) {
		v.middle(r.row.Marks[f.mark].Label, f.x, r.marks,
			style{size: v.valueSize(), bold: true, colour: v.theme.legible(v.chart.Series[f.mark].Role)})
	}
	v.spokenWords(r)
}

// spokenWords writes the words of hidden figures, on hatching, and of others that
// are missing: in the widest room of the row, or under the markers.
func (v *versusPlot) spokenWords(r *versusRow) {
	words := v.spokenOf(r.row)
	if len(words) == 0 {
		return
	}
	from, to := v.gap(r.row)
	room, y, pitch := (to-from)/float64(len(words)), r.marks, 0.0
	if r.foot > 0 {
		words, y, from, room, pitch = v.underWords(r.row), snap(r.foot), v.left+4, v.right-v.left-8, footHeight
	}
	size, up := v.wordSize(), 7.0
	if pitch == 0 {
		up = snap(math.Min(up, r.half-1))
	}
	for i, w := range words {
		width := v.fonts.width(w, size, false)
		x := from + room/2
		if pitch == 0 {
			x += float64(i) * room
		}
		x, half := snap(x), snap(math.Min(room/2-2, width/2+24))
		v.box(x-half, y-up, 2*half, 2*up, v.theme.Ground)
		v.hatch(x-half, y-up, 2*half, 2*up, 6, v.theme.Hatching)
		v.box(x-width/2-4, y-up-0.5, width+8, up+0.5+math.Max(up+1, 0.66*size), v.theme.Ground)
		v.middle(w, x, y, style{size: size, colour: v.theme.Text, anchor: atMiddle})
		y += pitch
	}
}

// grown is how much larger a marker is drawn that others would cover, so that it
// shows around them.
func (v *versusPlot) grown(r *Row, s int) float64 {
	covers := 0
	for o := range s {
		if !r.Marks[o].absent() && math.Abs(v.at(r.Marks[o].Value)-v.at(r.Marks[s].Value)) < 0.6*v.radii {
			covers++
		}
	}
	return []float64{1, 1.35, 1.8}[min(covers, 2)]
}
