// Package probability has the distributions that intervals and tests rest on: how
// large a chance is, and which number has a given chance below it.
//
// Small chances keep their digits: a small tail is never 1 less the rest.
package probability

import (
	"math"

	"gonum.org/v1/gonum/mathext"
)

// ChiSquareTail returns P(X > x) for a chi-square variable.
func ChiSquareTail(x, df float64) float64 {
	if x <= 0 {
		return 1
	}
	return mathext.GammaIncRegComp(df/2, x/2)
}

// FTail returns P(F > f). An infinite df2 is the chi-square limit.
func FTail(f, df1, df2 float64) float64 {
	if f <= 0 {
		return 1
	}
	if math.IsInf(df2, 1) {
		return ChiSquareTail(f*df1, df1)
	}
	ratio := df1 * f / df2
	return betaBelow(df2/2, df1/2, df2/(df2+df1*f), ratio/(1+ratio))
}

// NormalTails returns P(|Z| > |z|).
func NormalTails(z float64) float64 { return math.Erfc(math.Abs(z) / math.Sqrt2) }

// NormalQuantile returns z with P(Z <= z) = p, 0 < p < 1.
func NormalQuantile(p float64) float64 { return mathext.NormalQuantile(p) }

// Binomial returns P(B <= k) for the number B of successes in n trials with
// probability p, 0 < p < 1 (Abramowitz & Stegun 26.5.24).
func Binomial(k, n int, p float64) float64 {
	switch {
	case k < 0:
		return 0
	case k >= n:
		return 1
	}
	return betaBelow(float64(n-k), float64(k+1), 1-p, p)
}
