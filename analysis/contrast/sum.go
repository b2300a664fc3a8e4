package contrast

import (
	"math"
	"slices"

	"benchmark/analysis/exact"
)

// Sample is what a test of means needs to know of a plain sample.
type Sample struct {
	N              int
	Mean, Variance float64 // variance with n-1; 0 for fewer than two numbers
}

// MomentsOfTallies is Moments of numbers of which there are times[k] of xs[k]. The
// result is the same to the bit.
func MomentsOfTallies(xs []float64, times []int) Sample {
	var s Sample
	var total, squares exact.Sum
	least, most := math.Inf(1), math.Inf(-1)
	for k, x := range xs {
		total.AddTimes(x, times[k])
		if s.N += times[k]; times[k] > 0 {
			least, most = min(least, x), max(most, x)
		}
	}
	if s.N == 0 {
		return s
	}
	s.Mean = min(max(total.Value()/float64(s.N), least), most)
	if s.N < 2 {
		return s
	}
	for k, x := range xs {
		d := x - s.Mean
		squares.AddTimes(float64(d*d), times[k])
	}
	s.Variance = squares.Value() / float64(s.N-1)
	return s
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
