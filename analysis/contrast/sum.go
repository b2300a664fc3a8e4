package contrast

import (
	"math"
	"slices"
)

// kahan is a sum that remembers what rounding lost (A. Neumaier,
// Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen,
// Zeitschrift für angewandte Mathematik und Mechanik 54, 1974).
type kahan struct{ sum, lost float64 }

func (k *kahan) add(x float64) {
	t := k.sum + x
	if math.Abs(k.sum) >= math.Abs(x) {
		k.lost += (k.sum - t) + x
	} else {
		k.lost += (x - t) + k.sum
	}
	k.sum = t
}

func (k *kahan) value() float64 { return k.sum + k.lost }

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
	var total, squares kahan
	for _, x := range sorted {
		total.add(x)
	}
	s := Sample{N: n, Mean: min(max(total.value()/float64(n), sorted[0]), sorted[n-1])}
	if n < 2 {
		return s
	}
	for _, x := range sorted {
		d := x - s.Mean
		squares.add(float64(d * d))
	}
	s.Variance = squares.value() / float64(n-1)
	return s
}
