package weighting

import "benchmark/analysis/exact"

// total returns the exact sum of xs, rounded once.
func total(xs []float64) float64 {
	var e exact.Sum
	e.AddAll(xs)
	return e.Value()
}

// totals returns the exact sums of x per group; of holds the group of each
// unit, from 0 to groups-1.
func totals(of []int, x []float64, groups int) []float64 {
	sums := make([]exact.Sum, groups)
	for i, g := range of {
		sums[g].Add(x[i])
	}
	out := make([]float64, groups)
	for g := range sums {
		out[g] = sums[g].Value()
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
