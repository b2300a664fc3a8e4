package estimate

import (
	"fmt"
	"math"
	"sort"

	"gonum.org/v1/gonum/mathext"
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
	if len(sorted) == 0 || !(p >= 0 && p <= 1) {
		panic(fmt.Sprintf("estimate: quantile %v of %d numbers", p, len(sorted)))
	}
	h := float64(len(sorted)-1) * p
	i := int(math.Floor(h))
	if i == len(sorted)-1 {
		return sorted[i]
	}
	low, high := sorted[i], sorted[i+1]
	return math.Min(math.Max(low, low+(h-float64(i))*(high-low)), high)
}

// QuantileInterval returns an interval for the quantile p, 0 < p < 1, of the
// population from which the sorted sample was drawn: its i-th and j-th order
// statistics, counted from 1. It needs no assumption on the distribution and
// covers the quantile with a probability of at least level, since that of
// x(i) <= q <= x(j) is at least P(i <= B <= j-1) with B binomial (n, p).
//
// Of the pairs that reach the level it takes the central one where there is
// one: the largest i and smallest j that each leave out at most (1-level)/2.
// Where a side can't be that small, because the quantile lies too near to the
// end of a small sample, it takes the pair with the smallest j-i that leaves
// out at most 1-level in all; of pairs alike in that the one with the greatest
// probability, and then the lowest. ok is false when no pair reaches the level:
// the median at 95 % needs 6 numbers, a quartile 11.
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
	i, j, ok = central(n, p, level)
	if !ok {
		i, j, ok = shortest(n, p, level)
	}
	if !ok {
		return 0, 0, 0, 0, false
	}
	return sorted[i-1], sorted[j-1], i, j, true
}

// central returns the largest i with P(B < i) and the smallest j with
// P(B >= j) of at most (1-level)/2 each, if 1 <= i and j <= n.
func central(n int, p, level float64) (i, j int, ok bool) {
	spare := (1 - level) / 2 * (1 + tie)
	i = sort.Search(n+1, func(k int) bool { return binomial(k, n, p) > spare })
	j = 1 + sort.Search(n, func(k int) bool { return binomial(n-1-k, n, 1-p) <= spare })
	return i, j, i >= 1 && j <= n
}

// shortest returns the pair i < j with the smallest j-i for which
// P(i <= B <= j-1) is at least level; see QuantileInterval for ties. It is
// reached only where central fails, so that n is small or p extreme, and its
// time is linear in n times log n.
func shortest(n int, p, level float64) (i, j int, ok bool) {
	var best float64
	need := level - (1-level)*tie
	for a := 1; a < n; a++ {
		below := binomial(a-1, n, p)
		b := a + 1 + sort.Search(n-a, func(k int) bool { return binomial(a+k, n, p)-below >= need })
		if b > n {
			break // nor can a larger a reach it
		}
		covered := binomial(b-1, n, p) - below
		if !ok || b-a < j-i || (b-a == j-i && covered > best*(1+tie)) {
			i, j, ok, best = a, b, true, covered
		}
	}
	return i, j, ok
}

// binomial returns P(B <= k) for the number B of successes in n trials with
// probability p, 0 < p < 1 (Abramowitz & Stegun 26.5.24).
func binomial(k, n int, p float64) float64 {
	switch {
	case k < 0:
		return 0
	case k >= n:
		return 1
	}
	return mathext.RegIncBeta(float64(n-k), float64(k+1), 1-p)
}
