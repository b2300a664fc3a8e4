package estimate

import (
	"math"
	"slices"
)

// sum returns the sum of term(0) to term(n-1), rounded once: the float64
// nearest to the exact sum, whatever the order of the terms. It returns NaN or
// an infinity when a term is not finite or a partial sum overflows.
func sum(n int, term func(int) float64) float64 {
	var all adder
	for i := range n {
		all.add(term(i))
	}
	return all.total()
}

// adder adds numbers without rounding. The zero adder is 0.
//
// The running sum is kept as a list of floats that do not overlap, smallest
// first, whose exact sum is that of the terms so far (J.R. Shewchuk, Adaptive
// precision floating-point arithmetic and fast robust geometric predicates,
// Discrete & Computational Geometry 18, 1997, theorem 10: GROW-EXPANSION).
type adder struct {
	parts []float64
	room  [6]float64
}

// add adds x.
func (a *adder) add(x float64) {
	if a.parts == nil {
		a.parts = a.room[:0]
	}
	kept := 0
	for _, y := range a.parts {
		high, low := twoSum(x, y)
		if low != 0 {
			a.parts[kept] = low
			kept++
		}
		x = high
	}
	a.parts = append(a.parts[:kept], x)
}

// total returns the sum so far as the nearest float64.
func (a *adder) total() float64 { return rounded(a.parts) }

// twoSum returns a+b as the nearest float64 and what that rounding lost
// (Knuth, The art of computer programming 2, 4.2.2, theorem B).
func twoSum(a, b float64) (high, low float64) {
	high = a + b
	bRound := high - a
	aRound := high - bRound
	return high, (a - aRound) + (b - bRound)
}

// rounded returns the exact sum of parts, which do not overlap and grow in
// size, as the nearest float64, ties to even.
func rounded(parts []float64) float64 {
	last := len(parts) - 1
	if last < 0 {
		return 0
	}
	high, low := parts[last], 0.0
	for last > 0 && low == 0 {
		last--
		high, low = twoSum(high, parts[last])
	}
	// Exactly half a unit is lost, and what is left pushes the same way: a tie
	// that was rounded to even must be rounded away.
	if last > 0 && low != 0 && math.Signbit(low) == math.Signbit(parts[last-1]) {
		twice := 2 * low
		if next := high + twice; next-high == twice {
			return next
		}
	}
	return high
}

// mean returns the mean of xs, n > 0, which is never outside their range, and
// the sum of the squared distances from it.
func mean(xs []float64) (m, squares float64) {
	n := len(xs)
	m = sum(n, func(i int) float64 { return xs[i] }) / float64(n)
	if math.IsNaN(m) || math.IsInf(m, 0) { // the sum is out of range, the mean is not
		m = sum(n, func(i int) float64 { return xs[i] / float64(n) })
	}
	m = min(max(m, slices.Min(xs)), slices.Max(xs)) // three times 0.1, divided by 3, is 0.1
	squares = sum(n, func(i int) float64 {
		d := xs[i] - m
		return float64(d * d)
	})
	return m, squares
}
