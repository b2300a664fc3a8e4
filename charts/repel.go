package charts

import (
	"cmp"
	"slices"
)

// repelled returns the places of labels that would like to stand at want, as near
// to it as they can without touching: the least squares of what they move (pool
// adjacent violators, Barlow et al. 1972). Heights are those of the labels with
// the white between them, want is in rising order, and all stay between low and
// high. It reports false when they do not fit.
func repelled(want, heights []float64, low, high float64) ([]float64, bool) {
	n := len(want)
	if n == 0 {
		return nil, true
	}
	// Less the room that the labels before need, places may not fall.
	before := make([]float64, n)
	for i := 1; i < n; i++ {
		before[i] = before[i-1] + (heights[i-1]+heights[i])/2
	}
	low, high = low+heights[0]/2, high-heights[n-1]/2-before[n-1]
	if low > high+1e-9 {
		return nil, false
	}
	type pool struct {
		sum float64
		n   int
	}
	var pools []pool
	for i := range want {
		pools = append(pools, pool{want[i] - before[i], 1})
		for k := len(pools) - 1; k > 0 && pools[k].sum/float64(pools[k].n) < pools[k-1].sum/float64(pools[k-1].n); k-- {
			pools[k-1].sum += pools[k].sum
			pools[k-1].n += pools[k].n
			pools = pools[:k]
		}
	}
	at := make([]float64, 0, n)
	for _, p := range pools {
		for range p.n {
			at = append(at, clamp(p.sum/float64(p.n), low, high)+before[len(at)])
		}
	}
	return at, true
}

// endLabel is a label beside the end of a line.
type endLabel struct {
	lines []string
	style style
	// row is the moment of the point that it belongs to, want the y of that point and
	// y that of the label.
	row     int
	want, y float64
}

// height is the height of a label with the white under it.
func (e *endLabel) height() float64 { return float64(len(e.lines))*lineHeight*e.style.size + 2 }

// settle gives all labels their place; it reports false when they do not fit
// between low and high.
func settle(labels []endLabel, low, high float64) bool {
	slices.SortStableFunc(labels, func(a, b endLabel) int { return cmp.Compare(a.want, b.want) })
	want, heights := make([]float64, len(labels)), make([]float64, len(labels))
	for i := range labels {
		want[i], heights[i] = labels[i].want, labels[i].height()
	}
	at, ok := repelled(want, heights, low, high)
	for i := range at {
		labels[i].y = at[i]
	}
	return ok
}
