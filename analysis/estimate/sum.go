package estimate

import (
	"math"
	"slices"

	"benchmark/analysis/exact"
)

// sum returns the sum of term(0) to term(n-1), rounded once: the float64
// nearest to the exact sum, whatever the order of the terms. It returns NaN or
// an infinity when a term is not finite or a partial sum overflows.
func sum(n int, term func(int) float64) float64 {
	var all exact.Sum
	for i := range n {
		all.Add(term(i))
	}
	return all.Value()
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
