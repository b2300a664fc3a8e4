package contrast

import (
	"slices"

	"benchmark/analysis/exact"
)

// Sample is what a test of means needs to know of a plain sample.
type Sample struct {
	N              int
	Mean, Variance float64 // variance with n-1; 0 for fewer than two numbers
}

// Moments returns the number, mean and variance of xs, the same to the last bit
// whatever their order. An empty sample is the zero Sample.
func Moments(xs []float64) Sample {
	n := len(xs)
	if n == 0 {
		return Sample{}
	}
	sorted := slices.Sorted(slices.Values(xs))
	var total, squares exact.Sum
	for _, x := range sorted {
		total.Add(x)
	}
	s := Sample{N: n, Mean: min(max(total.Value()/float64(n), sorted[0]), sorted[n-1])}
	if n < 2 {
		return s
	}
	for _, x := range sorted {
		d := x - s.Mean
		squares.Add(float64(d * d))
	}
	s.Variance = squares.Value() / float64(n-1)
	return s
}
