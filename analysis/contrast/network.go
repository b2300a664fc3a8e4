package contrast

import (
	"maps"
	"math"
	"math/bits"
	"slices"
)

// pastSteps is what it takes to carry a past on, in steps.
const pastSteps = 8

// boundless is the number of columns up to which bounds cost more than they save.
const boundless = 4

// past is a chance, as -Σ ln n!, with which a node is reached, and in how many
// ways.
type past struct{ chance, ways float64 }

// bounds are the smallest and the largest -Σ ln n! of what can follow a node.
type bounds struct{ least, most float64 }

// walk is the network of a table's columns. A node is what is left to fill of the
// rows after some columns, sorted, for the order of the rows doesn't change what
// can follow.
type walk struct {
	columns    []int
	factorials []float64
	width      int // bits per row in the key of a node
	steps      int // that are left to take
	known      []map[uint64]bounds
}

// network returns the chance of all tables with these margins that are no more
// likely than seen, or false when that takes too many steps.
func network(rows, columns []int, seen float64, factorials []float64, steps int) (float64, bool) {
	w := &walk{columns: columns, factorials: factorials, steps: steps, width: bits.Len(uint(slices.Max(rows)))}
	if w.width*len(rows) > 64 {
		return 0, false
	}
	w.known = make([]map[uint64]bounds, len(columns))
	for i := range w.known {
		w.known[i] = map[uint64]bounds{}
	}
	p, limit, root := 0.0, seen+sameChance, w.mass(rows, 0)
	left := make([]int, len(rows))
	at := map[uint64][]past{w.key(rows): {{0, 1}}}
	for column := range len(columns) - 1 {
		following := map[uint64][]past{}
		for _, k := range slices.Sorted(maps.Keys(at)) {
			w.unpack(k, left)
			open, decided := w.decide(merged(at[k]), left, column, limit, root)
			if p += decided; w.steps < 0 {
				return 0, false
			}
			if len(open) == 0 {
				continue
			}
			if column == len(columns)-2 {
				p += w.finish(open, left, limit, root)
			} else {
				w.forward(open, left, column, following)
			}
			if w.steps < 0 {
				return 0, false
			}
		}
		at = following
	}
	return p, true
}

// decide parts the pasts of a node in those that are still open and the chance of
// those whose every continuation is no more likely than the limit.
func (w *walk) decide(all []past, left []int, column int, limit, root float64) (open []past, chance float64) {
	if len(w.columns) <= boundless || w.steps < 0 {
		return all, 0
	}
	b := w.bound(left, column)
	mass := w.mass(left, column) - root
	for _, q := range all {
		switch {
		case q.chance+b.most <= limit:
			chance += q.ways * math.Exp(q.chance+mass)
		case q.chance+b.least <= limit:
			open = append(open, q)
		}
	}
	return open, chance
}

// forward carries the pasts of a node to the nodes one column on.
func (w *walk) forward(open []past, left []int, column int, following map[uint64][]past) {
	w.each(left, w.columns[column], func(after []int, chance float64) {
		w.steps -= pastSteps * len(open)
		slices.Sort(after)
		k := w.key(after)
		for _, q := range open {
			following[k] = append(following[k], past{q.chance + chance, q.ways})
		}
	})
}

// finish returns the chance of the pasts, sorted, with the ways to fill the last
// two columns that together are no more likely than the limit.
func (w *walk) finish(open []past, left []int, limit, root float64) float64 {
	column := len(w.columns) - 2
	mass := w.mass(left, column)
	upTo := make([]float64, len(open)+1) // chance of the first i pasts
	for i, q := range open {
		upTo[i+1] = upTo[i] + q.ways*math.Exp(q.chance+mass-root)
	}
	p := 0.0
	w.each(left, w.columns[column], func(after []int, chance float64) {
		for _, n := range after {
			chance -= w.factorials[n]
		}
		low, high := 0, len(open)
		for low < high {
			if middle := (low + high) / 2; open[middle].chance+chance <= limit {
				low = middle + 1
			} else {
				high = middle
			}
		}
		p += math.Exp(chance-mass) * upTo[low]
	})
	return p
}

// bound returns the bounds of a node, from those of the nodes that follow it.
func (w *walk) bound(left []int, column int) bounds {
	k := w.key(left)
	if b, ok := w.known[column][k]; ok {
		return b
	}
	b := bounds{math.Inf(1), math.Inf(-1)}
	w.each(left, w.columns[column], func(after []int, chance float64) {
		if column == len(w.columns)-2 {
			for _, n := range after {
				chance -= w.factorials[n]
			}
			b.least, b.most = min(b.least, chance), max(b.most, chance)
			return
		}
		slices.Sort(after)
		next := w.bound(after, column+1)
		b.least, b.most = min(b.least, chance+next.least), max(b.most, chance+next.most)
	})
	w.known[column][k] = b
	return b
}

// each calls found with what every way to divide the units of a column over the
// rows leaves of them, and the chance of the column, until the steps are used up.
// found may change what it gets.
func (w *walk) each(left []int, units int, found func(after []int, chance float64)) {
	room := make([]int, len(left)+1) // in the rows from i on
	for i := len(left) - 1; i >= 0; i-- {
		room[i] = room[i+1] + left[i]
	}
	now, after := slices.Clone(left), make([]int, len(left))
	var fill func(row, place int, chance float64)
	fill = func(row, place int, chance float64) {
		if row == len(left)-1 {
			if w.steps--; w.steps < 0 {
				return
			}
			now[row] = left[row] - place
			copy(after, now)
			found(after, chance-w.factorials[place])
			return
		}
		for n := max(0, place-room[row+1]); n <= min(left[row], place) && w.steps >= 0; n++ {
			now[row] = left[row] - n
			fill(row+1, place-n, chance-w.factorials[n])
		}
	}
	fill(0, units, 0)
}

// mass returns ln[ m! / (Π rows! Π columns!) ] for what is left of m units, which
// is the log of the sum of exp(-Σ ln n!) over all tables with those margins.
func (w *walk) mass(left []int, column int) float64 {
	m, total := 0, 0.0
	for _, n := range left {
		m += n
		total -= w.factorials[n]
	}
	for _, n := range w.columns[column:] {
		total -= w.factorials[n]
	}
	return total + w.factorials[m]
}

// key packs what is left of the rows; unpack is its inverse.
func (w *walk) key(left []int) uint64 {
	k := uint64(0)
	for _, n := range left {
		k = k<<w.width | uint64(n)
	}
	return k
}

func (w *walk) unpack(k uint64, left []int) {
	for i := len(left) - 1; i >= 0; i-- {
		left[i] = int(k & (1<<w.width - 1))
		k >>= w.width
	}
}

// merged sorts the pasts and adds up those of the same chance; the sums of logs of
// equal chances differ in their last digits by the road taken.
func merged(all []past) []past {
	slices.SortFunc(all, func(a, b past) int { return compare(a.chance, b.chance) })
	left := all[:0]
	for _, q := range all {
		if last := len(left) - 1; last >= 0 && q.chance-left[last].chance < 1e-10 {
			left[last].ways += q.ways
			continue
		}
		left = append(left, q)
	}
	return left
}
