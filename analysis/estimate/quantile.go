package estimate

import (
	"fmt"
	"math"
	"sort"

	"benchmark/analysis/probability"
)

// Quantile returns the quantile p, 0 <= p <= 1, of a sorted sample of at least
// one number, interpolated between the order statistics at h = (n-1)p:
//
//	x(⌊h⌋+1) + (h-⌊h⌋)·(x(⌊h⌋+2) - x(⌊h⌋+1))
//
// This is type 7 of R.J. Hyndman & Y. Fan, Sample quantiles in statistical
// packages, The American Statistician 50, 1996: the default of R and of Excel.
func Quantile(sorted []float64, p float64) float64 {
	checkSorted(sorted)
	return QuantileOf(len(sorted), p, func(i int) float64 { return sorted[i] })
}

// QuantileOf is Quantile of n numbers, given how to find the one with so many below
// it.
func QuantileOf(n int, p float64, number func(i int) float64) float64 {
	if n == 0 || !(p >= 0 && p <= 1) {
		panic(fmt.Sprintf("estimate: quantile %v of %d numbers", p, n))
	}
	h := float64(n-1) * p
	i := int(math.Floor(h))
	if i == n-1 {
		return number(i)
	}
	low, high := number(i), number(i+1)
	return math.Min(math.Max(low, low+(h-float64(i))*(high-low)), high)
}

// QuantileInterval returns an interval for the quantile p, 0 < p < 1, of the
// population from which the sorted sample was drawn: its i-th and j-th order
// statistics, counted from 1. It needs no assumption on the distribution and
// covers the quantile with a probability of at least level, since that of
// x(i) <= q <= x(j) is at least P(i <= B <= j-1) with B binomial (n, p).
//
// Of the pairs that reach the level it takes the central one: the largest i and
// the smallest j that each leave out at most (1-level)/2. Where even the
// smallest (largest) answer leaves out more than that, because the quantile lies
// near the end of a small sample, the interval begins (ends) there and the other
// side leaves out at most what is left of 1-level. ok is false when no pair
// reaches the level: the median at 95 % needs 6 numbers, a quartile 11.
//
// i = 1 or j = n says that the interval ends at the smallest or largest answer.
//
// Source: H.A. David & H.N. Nagaraja, Order statistics, 3rd ed. 2003, 7.1;
// W.J. Conover, Practical nonparametric statistics, 3rd ed. 1999, 3.2.
func QuantileInterval(sorted []float64, p, level float64) (low, high float64, i, j int, ok bool) {
	checkLevel(level)
	checkSorted(sorted)
	if !(p > 0 && p < 1) {
		panic(fmt.Sprintf("estimate: interval for quantile %v", p))
	}
	n := len(sorted)
	out := (1 - level) * (1 + tie)
	i, j = below(n, p, out/2), n+1-below(n, 1-p, out/2)
	switch {
	case i < 1 && j > n:
		return 0, 0, 0, 0, false
	case i < 1:
		i, j = 1, n+1-below(n, 1-p, out-probability.Binomial(0, n, p))
	case j > n:
		i, j = below(n, p, out-probability.Binomial(0, n, 1-p)), n
	}
	if i < 1 || j > n {
		return 0, 0, 0, 0, false
	}
	return sorted[i-1], sorted[j-1], i, j, true
}

// below returns the largest i with P(B < i) <= out, where B is binomial (n, p).
// The smallest j with P(B >= j) <= out is its mirror image,
// n+1-below(n, 1-p, out).
func below(n int, p, out float64) int {
	return sort.Search(n+1, func(k int) bool { return probability.Binomial(k, n, p) > out })
}
