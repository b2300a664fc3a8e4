package estimate

import (
	"fmt"
	"math"
	"slices"
)

// Mean returns the mean of xs with Student's t interval
//
//	m ± t·s/√n,  s² = Σ(x-m)²/(n-1),  n-1 degrees of freedom
//
// (Student, The probable error of a mean, Biometrika 6, 1908). There is no
// interval for one number, nor when all are equal; no numbers give the zero
// Summary. Values whose squares overflow have no interval either.
func Mean(xs []float64, level float64) Summary { return MeanOfTallies(xs, nil, level) }

// MeanOfTallies is Mean of numbers of which there are times[k] of xs[k]; nil: one
// each. The result is the same to the bit.
func MeanOfTallies(xs []float64, times []int, level float64) Summary {
	checkLevel(level)
	n, first, equal := 0, 0.0, true
	for k, x := range xs {
		if times != nil && times[k] == 0 {
			continue
		}
		if n == 0 {
			first = x
		}
		equal = equal && x == first
		if times == nil {
			n++
		} else {
			n += times[k]
		}
	}
	if n == 0 {
		return Summary{}
	}
	m, squares := mean(xs, times, n)
	s := Summary{Value: m}
	if equal {
		return s
	}
	s.SE = math.Sqrt(squares / float64(n-1) / float64(n))
	return s.withT(float64(n-1), level)
}

// ValueOfTallies is the Value of MeanOfTallies.
func ValueOfTallies(xs []float64, times []int) float64 {
	n := 0
	for _, t := range times {
		n += t
	}
	if n == 0 {
		return 0
	}
	m, _ := mean(xs, times, n)
	return m
}

// TrimmedMean returns the mean of what is left of the sorted sample after the g
// smallest and the g largest numbers are taken away, g = floor(proportion·n),
// with 0 <= proportion < 0.5, and the interval of Tukey and McLaughlin:
//
//	m ± t·sqrt(Σ(w-w̄)² / (h(h-1))),  h = n-2g,  h-1 degrees of freedom
//
// where w is the winsorised sample: the g smallest numbers replaced by the
// next one up, the g largest by the next one down. With g = 0 it is Mean.
//
// A proportion of a tenth takes nothing away below 10 numbers. There is no
// interval when fewer than 2 numbers are left or all of those are equal; an
// empty sample gives the zero Summary.
//
// Source: J.W. Tukey & D.H. McLaughlin, Less vulnerable confidence and
// significance procedures for location based on a single sample, Sankhyā A 25,
// 1963; K.K. Yuen, The two-sample trimmed t for unequal population variances,
// Biometrika 61, 1974.
func TrimmedMean(sorted []float64, proportion, level float64) Summary {
	checkLevel(level)
	checkSorted(sorted)
	if !(proportion >= 0 && proportion < 0.5) {
		panic(fmt.Sprintf("estimate: trimming %v on each side", proportion))
	}
	n := len(sorted)
	if n == 0 {
		return Summary{}
	}
	g := trimmed(proportion, n)
	left := sorted[g : n-g]
	m, _ := mean(left, nil, len(left))
	s := Summary{Value: m}
	h := float64(len(left))
	if h < 2 || allEqual(left) {
		return s
	}
	_, squares := mean(winsorised(sorted, g), nil, n)
	s.SE = math.Sqrt(squares / h / (h - 1))
	return s.withT(h-1, level)
}

// trimmed returns floor(proportion·n), the product being rounded to 9 decimals
// first: 0.29·100 is 29.
func trimmed(proportion float64, n int) int {
	return min(int(proportion*float64(n)+1e-9), (n-1)/2)
}

// winsorised returns a copy of the sorted sample in which the g smallest and
// the g largest numbers are replaced by their nearest neighbour that is kept.
func winsorised(sorted []float64, g int) []float64 {
	w := slices.Clone(sorted)
	last := len(w) - 1 - g
	for i := range g {
		w[i] = w[g]
		w[len(w)-1-i] = w[last]
	}
	return w
}

// allEqual reports whether all numbers are the same; there is at least one.
func allEqual(xs []float64) bool {
	return !slices.ContainsFunc(xs, func(x float64) bool { return x != xs[0] })
}

// checkSorted panics unless xs ascends.
func checkSorted(xs []float64) {
	if !slices.IsSorted(xs) {
		panic("estimate: the sample is not sorted")
	}
}
