package weighting

import (
	"fmt"
	"math"
	"strings"

	"benchmark/analysis/exact"
)

// contradiction looks for categories of margin a whose respondents are all in
// categories of margin b that together are smaller: no weights can then meet
// both margins. Such categories exist whenever positive weights can't meet the
// two (the theorem of maximal flow and minimal cut: L.R. Ford & D.R. Fulkerson,
// Canadian Journal of Mathematics 8, 1956). It returns "" when there are none.
func (c *cells) contradiction(margins []Margin, a, b int) (Error, string) {
	from, to := margins[a], margins[b]
	f := newFlow(len(from.Labels), len(to.Labels))
	for _, cats := range c.cats {
		f.open[cats[a]-c.first[a]][cats[b]-c.first[b]] = true
	}
	want := columnTargets(margins, nil)
	copy(f.supply, want[c.first[a]:])
	copy(f.demand, want[c.first[b]:])
	f.nothing = disagreement / 100 * margins[0].Total()
	for f.augment() {
	}
	var sizeFrom, sizeTo exact.Sum
	var inFrom, inTo []string
	for i, there := range f.fromSeen {
		if there {
			inFrom = append(inFrom, fmt.Sprintf("%q", from.Labels[i]))
			sizeFrom.Add(want[c.first[a]+i])
		}
	}
	for j, there := range f.toSeen {
		if there {
			inTo = append(inTo, fmt.Sprintf("%q", to.Labels[j]))
			sizeTo.Add(want[c.first[b]+j])
		}
	}
	x, y := sizeFrom.Value(), sizeTo.Value()
	if x-y <= disagreement*margins[0].Total() {
		return Error{}, ""
	}
	e := Error{Problem: Contradiction, Margin: from.Name, Other: to.Name, Category: strings.Join(inFrom, ", "), Got: x, Want: y}
	return e, fmt.Sprintf("%q and %q contradict each other: all respondents in %s are in %s, but the first have target %s and the second only %s; take categories together",
		from.Name, to.Name, strings.Join(inFrom, ", "), strings.Join(inTo, ", "), number(x), number(y))
}

// flow sends what categories of one margin have to those of another, through
// the pairs that are open.
type flow struct {
	supply, demand []float64   // what is left to send and to get
	sent           [][]float64 // per pair
	open           [][]bool
	nothing        float64 // an amount that is only rounding
	// The categories that the last search came by.
	fromSeen, toSeen []bool
}

// newFlow returns a flow in which no pair is open.
func newFlow(from, to int) *flow {
	f := &flow{supply: make([]float64, from), demand: make([]float64, to)}
	f.sent, f.open = make([][]float64, from), make([][]bool, from)
	for i := range from {
		f.sent[i], f.open[i] = make([]float64, to), make([]bool, to)
	}
	return f
}

// augment sends along one shortest path from a category with supply to one with
// demand; it returns false when there is none.
func (f *flow) augment() bool {
	f.fromSeen, f.toSeen = make([]bool, len(f.supply)), make([]bool, len(f.demand))
	fromVia, toVia := make([]int, len(f.supply)), make([]int, len(f.demand))
	var queue []int // from: i, to: -1-j
	for i, s := range f.supply {
		if s > f.nothing {
			f.fromSeen[i], fromVia[i] = true, -1
			queue = append(queue, i)
		}
	}
	for len(queue) > 0 {
		at := queue[0]
		queue = queue[1:]
		if at >= 0 {
			for j, open := range f.open[at] {
				if open && !f.toSeen[j] {
					f.toSeen[j], toVia[j] = true, at
					queue = append(queue, -1-j)
				}
			}
			continue
		}
		j := -1 - at
		if f.demand[j] > 0 {
			f.send(j, fromVia, toVia)
			return true
		}
		for i := range f.supply {
			if f.sent[i][j] > 0 && !f.fromSeen[i] {
				f.fromSeen[i], fromVia[i] = true, j
				queue = append(queue, i)
			}
		}
	}
	return false
}

// send sends what the path that ends in j can take.
func (f *flow) send(j int, fromVia, toVia []int) {
	amount, i := f.demand[j], toVia[j]
	for ; fromVia[i] >= 0; i = toVia[fromVia[i]] {
		amount = math.Min(amount, f.sent[i][fromVia[i]])
	}
	amount = math.Min(amount, f.supply[i])
	f.demand[j] -= amount
	f.supply[i] -= amount
	for k := j; ; k = fromVia[i] {
		i = toVia[k]
		f.sent[i][k] += amount
		if fromVia[i] < 0 {
			break
		}
		f.sent[i][fromVia[i]] -= amount
	}
}
