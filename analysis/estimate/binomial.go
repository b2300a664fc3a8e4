package estimate

import (
	"fmt"
	"math"

	"benchmark/analysis/probability"
)

// The intervals below are for x successes in n independent trials of one
// chance, 0 <= x <= n: respondents of whom nothing is known but that they are a
// random few of very many. They know no strata, weights or population, and are
// here to compare with other reports; for respondents from a population that is
// known, Hypergeometric knows more. Without trials each is (0, 1). Compared by
// L.D. Brown, T.T. Cai & A. DasGupta, Interval estimation for a binomial
// proportion, Statistical Science 16, 2001.

// checkTrials panics unless 0 <= x <= n.
func checkTrials(x, n int, level float64) {
	checkLevel(level)
	if x < 0 || x > n {
		panic(fmt.Sprintf("estimate: %d successes in %d trials", x, n))
	}
}

// Wald returns p ± z·√(p(1-p)/n) within [0, 1], the interval of most textbooks.
// It covers too little nearly everywhere and has no width at 0 and n. (P.S. de
// Laplace, Théorie analytique des probabilités, 1812.)
func Wald(x, n int, level float64) (low, high float64) {
	checkTrials(x, n, level)
	if n == 0 {
		return 0, 1
	}
	p := float64(x) / float64(n)
	half := normal(level) * math.Sqrt(p*(1-p)/float64(n))
	return max(0, p-half), min(1, p+half)
}

// AgrestiCoull returns Wald's interval within [0, 1] after z²/2 successes and
// z²/2 failures are added (A. Agresti & B.A. Coull, Approximate is better than
// 'exact' for interval estimation of binomial proportions, The American
// Statistician 52, 1998).
func AgrestiCoull(x, n int, level float64) (low, high float64) {
	checkTrials(x, n, level)
	if n == 0 {
		return 0, 1
	}
	z := normal(level)
	trials := float64(n) + z*z
	p := (float64(x) + z*z/2) / trials
	half := z * math.Sqrt(p*(1-p)/trials)
	return max(0, p-half), min(1, p+half)
}

// ClopperPearson returns all chances that the successes contradict on neither
// side: P(X >= x) and P(X <= x) are at least (1-level)/2. It covers at least
// the level, mostly more (C.J. Clopper & E.S. Pearson, The use of confidence or
// fiducial limits illustrated in the case of the binomial, Biometrika 26, 1934).
func ClopperPearson(x, n int, level float64) (low, high float64) {
	checkTrials(x, n, level)
	return clopperPearson(float64(x), float64(n), level)
}

// Jeffreys returns the middle of the posterior beta(x+½, n-x+½), the lower bound
// being 0 at x = 0 and the upper 1 at x = n (Brown, Cai & DasGupta 2001, 3.1).
func Jeffreys(x, n int, level float64) (low, high float64) {
	checkTrials(x, n, level)
	a, b, out := float64(x)+0.5, float64(n-x)+0.5, (1-level)/2
	high = 1
	if x > 0 {
		low = probability.BetaQuantile(out, a, b)
	}
	if x < n {
		high = 1 - probability.BetaQuantile(out, b, a)
	}
	return low, high
}

// MidP returns Clopper and Pearson's interval with only half the chance of
// exactly x counted in either tail: it covers the level about on average, not
// always (H.O. Lancaster, Significance tests in discrete distributions, JASA
// 56, 1961).
func MidP(x, n int, level float64) (low, high float64) {
	checkTrials(x, n, level)
	out := (1 - level) / 2
	high = 1
	if x > 0 {
		low = bisect(0, 1, func(p float64) bool { return 1-middle(x, n, p) >= out })
	}
	if x < n {
		high = bisect(0, 1, func(p float64) bool { return middle(x, n, p) < out })
	}
	return low, high
}

// middle returns P(X < x) + P(X = x)/2 of n trials with chance p.
func middle(x, n int, p float64) float64 {
	return (probability.Binomial(x-1, n, p) + probability.Binomial(x, n, p)) / 2
}
