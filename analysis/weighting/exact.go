package weighting

import "math"

// exact adds numbers up without loss: value is the float64 nearest to the exact
// sum of all that was added, whatever the order. The zero exact is 0. It keeps
// the sum as floats that do not overlap, smallest first (J.R. Shewchuk,
// Adaptive precision floating-point arithmetic and fast robust geometric
// predicates, Discrete & Computational Geometry 18, 1997, GROW-EXPANSION).
type exact struct {
	parts []float64
}

// add adds x, which is finite.
func (e *exact) add(x float64) {
	kept := 0
	for _, y := range e.parts {
		high, low := twoSum(x, y)
		if low != 0 {
			e.parts[kept] = low
			kept++
		}
		x = high
	}
	e.parts = append(e.parts[:kept], x)
}

// value returns the sum, rounded once, ties to even.
func (e *exact) value() float64 {
	last := len(e.parts) - 1
	if last < 0 {
		return 0
	}
	high, low := e.parts[last], 0.0
	for last > 0 && low == 0 {
		last--
		high, low = twoSum(high, e.parts[last])
	}
	// Exactly half a unit is lost, and what is left pushes the same way: a tie
	// that was rounded to even must be rounded away.
	if last > 0 && low != 0 && math.Signbit(low) == math.Signbit(e.parts[last-1]) {
		twice := 2 * low
		if next := high + twice; next-high == twice {
			return next
		}
	}
	return high
}

// twoSum returns a+b as the nearest float64 and what that rounding lost
// (Knuth, The art of computer programming 2, 4.2.2, theorem B).
func twoSum(a, b float64) (high, low float64) {
	high = a + b
	bRound := high - a
	aRound := high - bRound
	return high, (a - aRound) + (b - bRound)
}

// total returns the exact sum of xs, rounded once.
func total(xs []float64) float64 {
	var e exact
	for _, x := range xs {
		e.add(x)
	}
	return e.value()
}

// totals returns the exact sums of x per group; of holds the group of each
// unit, from 0 to groups-1.
func totals(of []int, x []float64, groups int) []float64 {
	sums := make([]exact, groups)
	for i, g := range of {
		sums[g].add(x[i])
	}
	out := make([]float64, groups)
	for g := range sums {
		out[g] = sums[g].value()
	}
	return out
}

// products returns a·b per unit.
func products(a, b []float64) []float64 {
	out := make([]float64, len(a))
	for i := range a {
		out[i] = a[i] * b[i]
	}
	return out
}
