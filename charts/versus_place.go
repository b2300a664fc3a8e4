package charts

import (
	"cmp"
	"math"
	"slices"
)

// extents returns what markers, intervals and figures of a row take, in pieces
// from left to right.
func (v *versusPlot) extents(r *Row) [][2]float64 {
	var all [][2]float64
	first, last := math.Inf(1), math.Inf(-1)
	for s := range r.Marks {
		m := &r.Marks[s]
		if m.absent() {
			continue
		}
		x := v.at(m.Value)
		first, last = math.Min(first, x), math.Max(last, x)
		all = append(all, [2]float64{x - v.reach(r), x + v.reach(r)})
		low, high := v.spanOf(r, s)
		all = append(all, [2]float64{low - 2, high + 2})
	}
	if first < last {
		all = append(all, [2]float64{first, last})
	}
	for _, f := range v.figures(r) {
		all = append(all, [2]float64{f.x - 3, f.x + f.width + 3})
	}
	slices.SortFunc(all, func(a, b [2]float64) int { return cmp.Compare(a[0], b[0]) })
	return all
}

// gap returns the widest room of a row that nothing takes.
func (v *versusPlot) gap(r *Row) (from, to float64) {
	x := v.left + 4
	for _, e := range append(v.extents(r), [2]float64{v.right - 4, v.right}) {
		if e[0]-x > to-from {
			from, to = x, e[0]
		}
		x = math.Max(x, e[1])
	}
	return from, to
}

// figureAt is a figure beside a marker.
type figureAt struct {
	mark     int
	x, width float64
}

// figures returns the places of the printed figures of a row: of a Dumbbell both,
// on the outside; else that of the first mark, where it is in the way least.
func (v *versusPlot) figures(r *Row) []figureAt {
	var shown []int
	for s := range r.Marks {
		if !r.Marks[s].absent() {
			shown = append(shown, s)
		}
	}
	if len(shown) == 0 {
		return nil
	}
	reach := v.reach(r)
	width := func(s int) float64 { return v.fonts.width(r.Marks[s].Label, v.valueSize(), true) }
	if v.chart.Kind == Dumbbell && len(shown) == 2 {
		a, b := shown[0], shown[1]
		if r.Marks[a].Value > r.Marks[b].Value {
			a, b = b, a
		}
		low, _ := v.spanOf(r, a)
		_, high := v.spanOf(r, b)
		low, high = math.Min(low-5, v.at(r.Marks[a].Value)-reach), math.Max(high+5, v.at(r.Marks[b].Value)+reach)
		return []figureAt{{a, low - width(a), width(a)}, {b, high, width(b)}}
	}
	s := shown[0]
	w, x := width(s), v.at(r.Marks[s].Value)
	low, high := x, x
	for _, o := range shown {
		from, to := v.spanOf(r, o)
		low, high = math.Min(low, math.Min(from-5, v.at(r.Marks[o].Value)-reach)), math.Max(high, math.Max(to+5, v.at(r.Marks[o].Value)+reach))
	}
	best, least := 0.0, math.Inf(1)
	try := func(from, more float64) {
		if cost := v.cost(r, from, from+w) + more; cost < least {
			best, least = from, cost
		}
	}
	try(x+reach, 0)
	try(x-reach-w, 0)
	try(high, 4) // away from its marker
	try(low-w, 4)
	for from := v.left; from < v.right-w && least >= mustNot; from += 4 {
		try(from, 8+math.Abs(from+w/2-x)/100)
	}
	return []figureAt{{s, best, w}}
}

// reach is the distance from the centre of the markers of a row to a figure beside
// one.
func (v *versusPlot) reach(r *Row) float64 {
	most := 1.0
	for s := range r.Marks {
		if !r.Marks[s].absent() {
			most = math.Max(most, v.grown(r, s))
		}
	}
	return 1.2*v.radii*most + 5
}

// spanOf returns the ends of the interval of a mark that is drawn, or twice its
// value.
func (v *versusPlot) spanOf(r *Row, s int) (low, high float64) {
	if m := &r.Marks[s]; v.lined(r, s) {
		return v.at(m.Low), v.at(m.High)
	}
	return v.at(r.Marks[s].Value), v.at(r.Marks[s].Value)
}

// lined reports whether the interval of a mark is drawn: of a Dumbbell both, else
// the first of a row, which is that of the peers.
func (v *versusPlot) lined(r *Row, s int) bool {
	for o := range r.Marks {
		if m := &r.Marks[o]; m.Interval && !m.absent() {
			if o == s {
				return true
			}
			if v.chart.Kind != Dumbbell {
				return false
			}
		}
	}
	return false
}

// mustNot is the cost of what may not be: a figure on a marker or off the plot.
const mustNot = 100.0

// unreadable reports whether the plot is so narrow that a figure finds no place.
func (v *versusPlot) unreadable() bool {
	if v.right-v.left < leastWidth || v.at(v.chart.maximum())-v.at(v.chart.Minimum) < leastWidth-40 {
		return true
	}
	for i := range v.bands.rows {
		r := v.bands.rows[i].row
		if v.chart.Kind == Dumbbell && !slices.ContainsFunc(r.Marks, func(m Mark) bool { return m.absent() }) {
			continue
		}
		for _, f := range v.figures(r) {
			if v.cost(r, f.x, f.x+f.width) >= mustNot {
				return true
			}
		}
	}
	return false
}

// cost says how much a figure between two places would be in the way.
func (v *versusPlot) cost(r *Row, from, to float64) float64 {
	cost := 0.0
	if from < v.at(v.chart.Minimum)+2 || to > v.right-1 {
		cost += 10 * mustNot
	}
	first, last := math.Inf(1), math.Inf(-1)
	for o := range r.Marks {
		if r.Marks[o].absent() {
			continue
		}
		x := v.at(r.Marks[o].Value)
		first, last = math.Min(first, x), math.Max(last, x)
		if from < x+v.reach(r)-2 && x-v.reach(r)+2 < to {
			cost += mustNot
		}
		low, high := v.spanOf(r, o)
		if low < high && from < high && low < to {
			cost++
			if from < low || high < to {
				cost += 2
			}
		}
	}
	if from < last && first < to {
		cost += 2
	}
	return cost
}
