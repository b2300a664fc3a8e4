package contrast

import (
	"fmt"
	"math"

	"benchmark/analysis/probability"
)

// DesignTest tests whether the difference of two figures of a design is 0:
// t = difference/SE on ν-1 degrees of freedom, ν being those of the design or
// of the domains' union (units minus strata), as in R's svyttest. The standard
// error comes from the contrast with the joint influence of the two figures, so
// that overlapping domains, a part and its whole, and two waves with common
// bodies are all right.
//
// NoVariance when the standard error is 0 or not finite, NoFreedom when ν <= 1.
func DesignTest(difference, se, nu float64) Result {
	switch {
	case !usable(se):
		return withheld(DesignT, NoVariance)
	case !(nu > 1):
		return withheld(DesignT, NoFreedom)
	}
	r := Result{Name: DesignT, Statistic: difference / se, DF1: nu - 1, Difference: Difference{Value: difference}}
	return r.found(probability.StudentTails(r.Statistic, r.DF1))
}

// Welch tests whether the means of two plain samples are equal, with unequal
// variances and the degrees of freedom
//
//	(a+b)² / (a²/(n₁-1) + b²/(n₂-1)),  a = s₁²/n₁, b = s₂²/n₂
//
// (B.L. Welch, Biometrika 34, 1947, 28-35). Effect is Cohen's d
// with the root of the mean of the two variances. EmptyGroup when a sample has no
// numbers, NoFreedom when it has one, NoVariance when both are constant.
func Welch(x, y Sample) Result {
	a, b := x.Variance/float64(x.N), y.Variance/float64(y.N)
	switch {
	case x.N == 0 || y.N == 0:
		return withheld(WelchT, EmptyGroup)
	case x.N == 1 || y.N == 1:
		return withheld(WelchT, NoFreedom)
	case !usable(a + b):
		return withheld(WelchT, NoVariance)
	}
	d := x.Mean - y.Mean
	r := Result{
		Name: WelchT, Statistic: d / math.Sqrt(a+b), Difference: Difference{Value: d},
		// Divided by (a+b)², so that small variances don't vanish when squared.
		DF1:    1 / (square(a/(a+b))/float64(x.N-1) + square(b/(a+b))/float64(y.N-1)),
		Effect: Effect{CohenD, d / math.Sqrt((x.Variance+y.Variance)/2)},
	}
	return r.found(probability.StudentTails(r.Statistic, r.DF1))
}

func square(x float64) float64 { return x * x }

// McNemar tests whether as many bodies changed one way as the other, given that
// gained of them have the property now and not before and lost the reverse:
// twice the smaller tail of a binomial with chance ½, at most 1. With midP half
// the chance of what was seen is taken off, which is less conservative and keeps
// its level well at small numbers.
//
// For an ordinal scale gained and lost may count those that went up and down:
// this is then the sign test. Statistic is the smaller of the two, Difference
// their difference as a share of those that changed, which is not the change in
// the share of all. NobodyChanged when both are 0.
//
// Source: Q. McNemar, Note on the sampling error of the difference between
// correlated proportions or percentages, Psychometrika 12, 1947; M.W. Fagerland,
// S. Lydersen & P. Laake, The McNemar test for binary matched-pairs data: mid-p
// and asymptotic are better than exact conditional, BMC Medical Research
// Methodology 13, 2013.
func McNemar(gained, lost int, midP bool) Result {
	if gained < 0 || lost < 0 {
		panic(fmt.Sprintf("contrast: %d gained and %d lost", gained, lost))
	}
	name := McNemarExact
	if midP {
		name = McNemarMidP
	}
	n, least := gained+lost, min(gained, lost)
	if n == 0 {
		return withheld(name, NobodyChanged)
	}
	r := Result{
		Name: name, Statistic: float64(least),
		Difference: Difference{Value: float64(gained-lost) / float64(n)},
	}
	// From the seen count outwards, as parts of its chance.
	tail, p := 0.0, 1.0
	for i := least; i >= 0 && p > 0; i-- {
		tail += p
		p *= float64(i) / float64(n-i+1)
	}
	at := math.Exp(logChoose(n, least) - float64(n)*math.Ln2)
	two := 2 * at * tail
	if gained == lost {
		at, two = at/2, 1
	}
	if midP {
		two -= at
	}
	return r.found(two)
}

// Newcombe returns the difference of two shares of independent samples with
// Newcombe's hybrid score interval,
//
//	d - √((p₁-l₁)² + (u₂-p₂)²)  to  d + √((u₁-p₁)² + (p₂-l₂)²)
//
// l and u being Wilson's limits of each at the level, and the p value of the
// pooled test, z on effective bases (Columns gives t). n are the bases, or
// effective bases, greater than 0 and not necessarily whole; it is the interval
// that needs no spread: at 0 of 8 against 0 of 92 it has a width. Effect is
// Cohen's h. EmptyGroup when a base is 0; when the pooled share is 0 or 1 there
// is no test (OneAnswer), but the interval is there.
//
// Source: R.G. Newcombe, Interval estimation for the difference between
// independent proportions: comparison of eleven methods, Statistics in Medicine
// 17, 1998, method 10.
func Newcombe(p1, n1, p2, n2, level float64) Result {
	checkOpen("level", level)
	checkShare(p1)
	checkShare(p2)
	if !(n1 > 0) || !(n2 > 0) {
		return withheld(NewcombeScore, EmptyGroup)
	}
	z := probability.NormalQuantile(0.5 + level/2)
	l1, u1 := wilson(p1, n1, z)
	l2, u2 := wilson(p2, n2, z)
	d := p1 - p2
	r := Result{
		Name: NewcombeScore, Effect: Effect{CohenH, H(p1, p2)},
		Difference: Difference{
			Value: d, Interval: true,
			Low: max(-1, d-math.Hypot(p1-l1, u2-p2)), High: min(1, d+math.Hypot(u1-p1, p2-l2)),
		},
	}
	pooled := (n1*p1 + n2*p2) / (n1 + n2)
	se := math.Sqrt(pooled * (1 - pooled) * (1/n1 + 1/n2))
	if !(se > 0) {
		r.P, r.Adjusted, r.Withheld = 1, 1, OneAnswer
		return r
	}
	r.Statistic = d / se
	return r.found(probability.NormalTails(r.Statistic))
}

// wilson returns the score interval of a share p of n (E.B. Wilson, Probable
// inference, the law of succession, and statistical inference, JASA 22, 1927).
func wilson(p, n, z float64) (low, high float64) {
	shrink := 1 + z*z/n
	centre := (p + z*z/(2*n)) / shrink
	half := z * math.Sqrt(p*(1-p)/n+z*z/(4*n*n)) / shrink
	return max(0, min(p, centre-half)), min(1, max(p, centre+half))
}

// H is Cohen's h, 2·arcsin√p₁ - 2·arcsin√p₂, in [-π, π]: 0.2 is small, 0.5
// medium, 0.8 large (J. Cohen, Statistical power analysis, 2nd ed. 1988, 6.2).
func H(p1, p2 float64) float64 {
	checkShare(p1)
	checkShare(p2)
	return 2*math.Asin(math.Sqrt(p1)) - 2*math.Asin(math.Sqrt(p2))
}

// Equivalence tests whether two figures differ by less than bound, bound > 0, in
// either direction: P is the larger p value of the two one-sided t tests against
// -bound and bound. A small P is ground to call the figures alike, which a large
// P of a test of difference is not. DF1 are the df given; reasons as DesignTest.
//
// Source: D.J. Schuirmann, A comparison of the two one-sided tests procedure and
// the power approach for assessing the equivalence of average bioavailability,
// Journal of Pharmacokinetics and Biopharmaceutics 15, 1987.
func Equivalence(difference, se, df, bound float64) Result {
	if !(bound > 0) {
		panic(fmt.Sprintf("contrast: figures can't be alike within %v", bound))
	}
	switch {
	case !usable(se):
		return withheld(TwoOneSided, NoVariance)
	case !(df > 0):
		return withheld(TwoOneSided, NoFreedom)
	}
	t := (bound - math.Abs(difference)) / se
	r := Result{Name: TwoOneSided, Statistic: t, DF1: df, Difference: Difference{Value: difference}}
	return r.found(probability.StudentTail(t, df))
}
