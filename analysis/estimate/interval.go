package estimate

import (
	"fmt"
	"math"
	"slices"

	"benchmark/analysis/probability"
)

// IntervalMethod names a way to make the interval for a share from a design.
// In the formulas p is the share, V its variance, n the units in the domain,
// t Student's quantile at the degrees of freedom of the design, n_eff = p(1-p)/V
// and a = 1 - level. The names are those of R's svyciprop where it has them.
type IntervalMethod string

const (
	// MeanInterval is p ± t·√V: Wald's. The only one that may leave [0, 1].
	MeanInterval IntervalMethod = "mean"
	// LogitInterval is XlogitInterval around the intercept of a logistic regression,
	// Proportion.Fit: the same but for what the fit stops short of convergence, 1e-7
	// at most.
	LogitInterval IntervalMethod = "logit"
	// XlogitInterval is expit(logit p ± t·√V/(p(1-p))) (Korn & Graubard, Analysis
	// of health surveys, 1999, 3.2).
	XlogitInterval IntervalMethod = "xlogit"
	// LikelihoodInterval is all q with
	// 2·n_eff·[p·ln(p/q) + (1-p)·ln((1-p)/(1-q))] <= t²·n/(n-1): the scaled
	// binomial likelihood, n/(n-1) being how R estimates the scale (J.N.K. Rao & A.J. Scott, On chi-squared tests for multiway
	// contingency tables with cell proportions estimated from survey data, Annals
	// of Statistics 12, 1984). R reads the bounds off a table of the profile, and
	// so does this: 1e-6 from the formula where n is 200, 1e-3 where it is 8. Where
	// the table ends too early, which is NaN in R, they are those of the formula.
	LikelihoodInterval IntervalMethod = "likelihood"
	// AsinInterval is sin²(asin√p ± t·√V/(2·√(p(1-p)))), the angle kept within 0
	// and a right one (F.J. Anscombe, The transformation of Poisson, binomial and
	// negative-binomial data, Biometrika 35, 1948).
	AsinInterval IntervalMethod = "asin"
	// BetaInterval is Clopper and Pearson's for n* = n_eff·(t₍n-1₎/t)² units, p·n*
	// of them with the property (E.L. Korn & B.I. Graubard, Confidence intervals
	// for proportions with small expected number of positive counts estimated from
	// survey data, Survey Methodology 24, 1998).
	BetaInterval IntervalMethod = "beta"
	// KornGraubardInterval is BetaInterval with n* at most n (J.D. Parker et al.,
	// data presentation standards for proportions of the US health statistics (NCHS),
	// Vital and Health Statistics 2(175), 2017).
	KornGraubardInterval IntervalMethod = "korn-graubard"
	// WilsonInterval is the score interval for n_eff units with t for z (E.B.
	// Wilson, JASA 22, 1927; N. Dean & M. Pagano, Evaluating confidence interval
	// methods for binomial proportions in clustered surveys, J. Survey Statistics
	// and Methodology 3, 2015; C. Franco et al., Comparative study of confidence
	// intervals for proportions in complex sample surveys, same journal 7, 2019).
	WilsonInterval IntervalMethod = "wilson"
	// ExactInterval is Hypergeometric for a share of one whole stratum in which all
	// units weigh the same: n of Population were drawn. None without Population.
	ExactInterval IntervalMethod = "exact"
	// DefaultInterval is ExactInterval with a Population and KornGraubardInterval
	// without. The package documentation shows why.
	DefaultInterval IntervalMethod = "default"
)

// IntervalMethods returns the names of all methods, the default first.
func IntervalMethods() []IntervalMethod {
	return []IntervalMethod{DefaultInterval, ExactInterval, KornGraubardInterval, BetaInterval, WilsonInterval,
		LogitInterval, XlogitInterval, LikelihoodInterval, AsinInterval, MeanInterval}
}

// Proportion is a share with what its interval rests on. Statistic.Share makes
// it of an estimate.
type Proportion struct {
	// Value is the share, 0 to 1, and Variance that of the design.
	Value, Variance float64
	// N is the number of units in the domain.
	N int
	// DF are the degrees of freedom of the design; +Inf for the normal
	// distribution instead of Student's.
	DF float64
	// Population is how many units exist, when the domain is one whole stratum
	// (but for units without an answer) with one weight for all; else 0. Then
	// Value·N is a count.
	Population int
	// Census says that nothing was left to chance: the interval is the share.
	Census bool
	// Fit is what LogitInterval and LikelihoodInterval rest on, of Design.Fit; the
	// zero value stands for full convergence.
	Fit Fit
	// Students keeps quantiles of Student's t for other intervals; nil: none.
	Students *Students
}

// noSpread is the variance below which there is none but rounding.
const noSpread = 1e-28

// Interval returns the interval for the share by a method. ok is false, and the
// bounds 0, when there is none:
//
//   - no unit, or no degrees of freedom (exact needs none);
//   - a share between 0 and 1 without variance that is no census: the strata
//     decide it, each of one opinion, and nothing shows how sure that is.
//     Korn-graubard then has n* = n, as everywhere beyond its cap;
//   - likelihood, beta and korn-graubard for one unit.
//
// For a share of exactly 0 or 1 no spread is seen and p(1-p)/V is 0/0. Then
// n_eff = n: wilson is its own formula, and all others are Clopper and
// Pearson's, which for 0 is [0, 1-(a/2)^(1/n)] (Parker et al. 2017). A census
// gives the share itself. It panics for a method without a name here.
func (p Proportion) Interval(m IntervalMethod, level float64) (low, high float64, ok bool) {
	checkLevel(level)
	p.check(m)
	if m == DefaultInterval {
		m = KornGraubardInterval
		if p.Population > 0 {
			m = ExactInterval
		}
	}
	switch {
	case p.N == 0:
		return 0, 0, false
	case p.Census:
		return p.Value, p.Value, true
	case m == ExactInterval:
		return p.exact(level)
	case !(p.DF > 0):
		return 0, 0, false
	case p.Value == 0 || p.Value == 1:
		low, high = p.edge(m, level)
		return low, high, true
	case p.Variance < noSpread && m == KornGraubardInterval:
		low, high = clopperPearson(p.Value*float64(p.N), float64(p.N), level)
		return low, high, true
	case p.Variance < noSpread:
		return 0, 0, false
	}
	return p.inside(m, level)
}

// known reports whether a method is one of IntervalMethods.
func (m IntervalMethod) known() bool {
	return m == DefaultInterval || slices.Contains(IntervalMethods(), m)
}

// check panics when the proportion or the method can't be.
func (p Proportion) check(m IntervalMethod) {
	switch {
	case !m.known():
		panic(fmt.Sprintf("estimate: no interval method %q", m))
	case !(p.Value >= 0 && p.Value <= 1) || !(p.Variance >= 0) || p.N < 0:
		panic(fmt.Sprintf("estimate: share %v with variance %v of %d units", p.Value, p.Variance, p.N))
	case p.Population > 0 && p.Population < p.N:
		panic(fmt.Sprintf("estimate: %d units of %d that exist", p.N, p.Population))
	}
}

// exact returns the interval from the counts.
func (p Proportion) exact(level float64) (low, high float64, ok bool) {
	if p.Population == 0 {
		return 0, 0, false
	}
	x := int(math.Round(p.Value * float64(p.N)))
	k, most := Hypergeometric(x, p.N, p.Population, level)
	return float64(k) / float64(p.Population), float64(most) / float64(p.Population), true
}

// edge returns the interval for a share of 0 or 1.
func (p Proportion) edge(m IntervalMethod, level float64) (low, high float64) {
	n := float64(p.N)
	if m == WilsonInterval {
		low, high = wilson(p.Value, n, p.Students.t(p.DF, level))
	} else {
		low, high = clopperPearson(p.Value*n, n, level)
	}
	if p.Value == 0 {
		return 0, high
	}
	return low, 1
}

// inside returns the interval for a share between 0 and 1 with a variance.
func (p Proportion) inside(m IntervalMethod, level float64) (low, high float64, ok bool) {
	t := p.Students.t(p.DF, level)
	se, odd := math.Sqrt(p.Variance), p.Value*(1-p.Value)
	effective := odd / p.Variance
	n := float64(p.N)
	if p.N < 2 && (m == LikelihoodInterval || m == BetaInterval || m == KornGraubardInterval) {
		return 0, 0, false
	}
	switch m {
	case MeanInterval:
		return p.Value - t*se, p.Value + t*se, true
	case LogitInterval:
		fit := p.logOdds()
		margin := t * se / bernoulli(fit.At)
		low, high = expit(fit.At-margin), expit(fit.At+margin)
	case XlogitInterval:
		odds, margin := math.Log(p.Value/(1-p.Value)), t*se/odd
		low, high = expit(odds-margin), expit(odds+margin)
	case AsinInterval:
		angle, margin := math.Asin(math.Sqrt(p.Value)), t*se/(2*math.Sqrt(odd))
		down, up := math.Sin(max(0, angle-margin)), math.Sin(min(math.Pi/2, angle+margin))
		low, high = down*down, up*up
	case LikelihoodInterval:
		if low, high, ok = p.profile(t); !ok {
			low, high = likelihood(p.Value, t*t*n/(n-1)/(2*effective))
		}
	case WilsonInterval:
		low, high = wilson(p.Value, effective, t)
	case BetaInterval, KornGraubardInterval:
		ratio := p.Students.t(n-1, level) / t
		trials := effective * ratio * ratio
		if m == KornGraubardInterval {
			trials = min(trials, n)
		}
		low, high = clopperPearson(p.Value*trials, trials, level)
	}
	// Rounding may not push the share out of its own interval.
	return min(low, p.Value), max(high, p.Value), true
}

// likelihood returns the smallest and largest q for which
// p·ln(p/q) + (1-p)·ln((1-p)/(1-q)) <= most, 0 < p < 1.
func likelihood(p, most float64) (low, high float64) {
	distance := func(q float64) float64 {
		return p*math.Log(p/q) + (1-p)*math.Log((1-p)/(1-q))
	}
	low = bisect(0, p, func(q float64) bool { return distance(q) <= most })
	high = bisect(p, 1, func(q float64) bool { return distance(q) > most })
	return low, high
}

// bisect returns where past turns from false to true between low and high, to
// the last bit.
func bisect(low, high float64, past func(float64) bool) float64 {
	for {
		middle := low + (high-low)/2
		if middle <= low || middle >= high {
			return middle
		}
		if past(middle) {
			high = middle
		} else {
			low = middle
		}
	}
}

// clopperPearson returns the interval for x successes in n trials, neither
// whole, from quantiles of the beta distribution.
func clopperPearson(x, n, level float64) (low, high float64) {
	out := (1 - level) / 2
	high = 1
	if x > 0 {
		low = probability.BetaQuantile(out, x, n-x+1)
	}
	if n-x > 0 {
		high = 1 - probability.BetaQuantile(out, n-x, x+1)
	}
	return low, high
}
