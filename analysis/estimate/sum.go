package estimate

import (
	"math"

	"benchmark/analysis/exact"
)

// sum returns the sum of term(0) to term(n-1), rounded once: the float64
// nearest to the exact sum, whatever the order of the terms. It returns NaN or
// an infinity when a term is not finite or a partial sum overflows.
func sum(n int, term func(int) float64) float64 {
	return exact.Total(n, term)
}

// tallied returns the sum of times[k]·term(k), rounded once; nil times are 1 each.
func tallied(xs []float64, times []int, term func(int) float64) float64 {
	if times == nil {
		return sum(len(xs), term)
	}
	var all exact.Sum
	for k, n := range times {
		all.AddTimes(term(k), n)
	}
	return all.Value()
}

// mean returns the mean of xs, of which there are times[k] each (nil: one), n > 0
// in all, which is never outside their range, and the sum of the squared distances
// from it.
func mean(xs []float64, times []int, n int) (m, squares float64) {
	total := float64(n)
	m = tallied(xs, times, func(i int) float64 { return xs[i] }) / total
	if math.IsNaN(m) || math.IsInf(m, 0) { // the sum is out of range, the mean is not
		m = tallied(xs, times, func(i int) float64 { return xs[i] / total })
	}
	low, high := math.Inf(1), math.Inf(-1)
	for k, x := range xs {
		if times == nil || times[k] > 0 {
			low, high = min(low, x), max(high, x)
		}
	}
	m = min(max(m, low), high) // three times 0.1, divided by 3, is 0.1
	squares = tallied(xs, times, func(i int) float64 {
		d := xs[i] - m
		return float64(d * d)
	})
	return m, squares
}
