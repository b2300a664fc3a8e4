package estimate

import (
	"fmt"
	"math"
)

// Wilson returns the score interval for a proportion of which x successes were
// seen in n trials, 0 <= x <= n:
//
//	(p + z²/2n ± z·sqrt(p(1-p)/n + z²/4n²)) / (1 + z²/n),  p = x/n
//
// with z the normal quantile of the level. It never has zero width: at x = 0
// low is exactly 0 and high is z²/(n+z²); at x = n high is exactly 1. Without
// trials nothing is known: (0, 1).
//
// Source: E.B. Wilson, Probable inference, the law of succession, and
// statistical inference, JASA 22, 1927; Brown, Cai & DasGupta, Interval
// estimation for a binomial proportion, Statistical Science 16, 2001.
func Wilson(x, n int, level float64) (low, high float64) {
	checkTrials(x, n, level)
	if n == 0 {
		return 0, 1
	}
	low, high = wilson(float64(x)/float64(n), float64(n), normal(level))
	if x == 0 {
		low = 0
	}
	if x == n {
		high = 1
	}
	return low, high
}

// wilson is Wilson's formula for a proportion p in n trials, where n > 0 may be
// an effective number that is not whole.
func wilson(p, n, z float64) (low, high float64) {
	shrink := 1 + z*z/n
	centre := (p + z*z/(2*n)) / shrink
	half := z * math.Sqrt(p*(1-p)/n+z*z/(4*n*n)) / shrink
	return math.Max(0, centre-half), math.Min(1, centre+half)
}

// PartWhole returns by how much the share in a part of a sample differs from
// the share in the whole sample: xPart/nPart - xWhole/nWhole. The part is
// inside the whole, so that the two shares are not independent. Nothing but the
// four counts is needed; 0 <= xPart <= nPart, xPart <= xWhole and the same for
// those who are not counted.
//
// The standard error comes from the joint influence of every respondent i on
// the two shares,
//
//	u_i = I_i (y_i - p_part)/n_part - (y_i - p)/n,   V = n/(n-1) Σ u_i²
//
// where I_i says whether i is in the part: the linearised variance of a
// difference of two domain means with a simple random sample of n from a large
// population (Särndal, Swensson & Wretman, Model assisted survey sampling,
// 1992, ch. 5). The interval is ± t with n-1 degrees of freedom, cut off at
// -1 and 1.
//
// A part that is the whole differs by 0 with SE 0 and no interval. There is no
// interval either when all in the part, or all outside it, give the same
// answer: their spread then looks like nothing, which a few respondents can't
// show. The zero Summary comes back for an empty part.
func PartWhole(xPart, nPart, xWhole, nWhole int, level float64) Summary {
	checkLevel(level)
	xRest, nRest := xWhole-xPart, nWhole-nPart
	if xPart < 0 || xPart > nPart || xRest < 0 || xRest > nRest {
		panic(fmt.Sprintf("estimate: %d of %d is not a part of %d of %d", xPart, nPart, xWhole, nWhole))
	}
	if nPart == 0 || nRest == 0 {
		return Summary{}
	}
	part, n := float64(nPart), float64(nWhole)
	pPart, p := float64(xPart)/part, float64(xWhole)/n
	counts := [...]int{xPart, nPart - xPart, xRest, nRest - xRest}
	influence := [...]float64{
		(1-pPart)/part - (1-p)/n, // in the part, counted
		p/n - pPart/part,         // in the part, not counted
		(p - 1) / n,              // outside it, counted
		p / n,                    // outside it, not counted
	}
	squares := sum(len(counts), func(i int) float64 {
		return float64(counts[i]) * influence[i] * influence[i]
	})
	s := Summary{Value: pPart - p, SE: math.Sqrt(n / (n - 1) * squares)}
	if constant(xPart, nPart) || constant(xRest, nRest) {
		return s
	}
	s = s.withT(n-1, level)
	s.Low, s.High = math.Max(-1, s.Low), math.Min(1, s.High)
	return s
}

// constant reports whether n answers are all the same.
func constant(x, n int) bool { return x == 0 || x == n }
