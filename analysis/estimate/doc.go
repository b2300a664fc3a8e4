// Package estimate computes estimates and their intervals from counts and
// slices of numbers. It knows no survey, no question and no language.
//
// Conventions. A level is the confidence of an interval, in (0, 1), such as
// 0.95. Samples are finite numbers without gaps: what a missing answer means is
// the caller's business. Broken promises of the caller (a level of 95, more
// successes than trials, an unsorted sample where a sorted one is asked for)
// panic with a message that begins with "estimate:". Too little data is no
// broken promise: the result then says that it has no interval.
//
// No function depends on the order of the respondents, to the last bit: sums
// are rounded once, after the last term. (The fast form takes sums that the
// caller made.)
//
// # The sample
//
// A [Design] is a stratified sample of units in one stage. n_h of the N_h units
// of stratum h were sampled, with weights w. Each estimate has an influence value
// u per unit, 0 outside its domain, and the variance (C.-E. Särndal, B. Swensson
// & J. Wretman, Model assisted survey sampling, 1992, 3.7 and 5.5)
//
//	V = Σ_h (1-n_h/N_h) · n_h/(n_h-1) · Σ_i (u_i-ū_h)²
//
// over all sampled units: a domain is not a sample of its own. With Σ over the
// domain and W = Σw,
//
//	total       T = Σwy         u = w·y
//	mean        m = Σwy/W       u = w·(y-m)/W
//	proportion                  the mean of 1 and 0
//	ratio       R = Σwy/Σwx     u = w·(y-R·x)/Σwx
//	contrast    Σ a·estimate    u = Σ a·u of the estimates
//
// Calibrated weights take u = w·residual (J.-C. Deville & C.-E. Särndal, JASA 87,
// 1992). Degrees of freedom are the units in the domain minus the strata they
// are in (E.L. Korn & B.I. Graubard, Analysis of health surveys, 1999, 5.2). What
// a stratum with one unit adds is said at [Lonely]; the effective number of
// units and the design effects (L. Kish, Survey sampling, 1965, 8.2 and 11.7) at
// [Statistic]. Shares need only three sums per stratum, [Cell]: [Strata] is the
// fast form of the same. Quantiles are at [QuantileRule], their intervals
// (R.S. Woodruff, JASA 47, 1952) at [Design.Quantile].
//
// Figures equal those of package survey 4.1-1 of R to 1e-8 and better, where it
// has an answer, but:
//
//   - asin bounds stay within 0 and 1, where R's may turn back;
//   - quantiles treat ties alike whatever the order of the file and the rounding of
//     the weights, and one below the first share of the weight is the smallest
//     answer, unless FileOrder is set;
//   - shares of 0 and 1 have an interval, an empty domain has no 0, and a share
//     between them that the strata fix, so that its SE is 0, has no interval but
//     its value where R's has no width (or is 0.5 to 0.5, by beta);
//   - beta and likelihood rest on the units of the domain. R counts all rows where
//     the weights were fitted to totals, so that beta is up to 2 % narrower there;
//   - beta takes the DF of the Proportion; R's takes the design's always;
//   - R's logit and likelihood print the share that its fit ended at, 1e-8 from the
//     mean; the bounds here follow that fit (Fit), the share does not.
//
// # The interval of a share
//
// The methods are at [IntervalMethod]. The default inside one stratum is
// [Hypergeometric], exact for every population. Across strata no exact form is
// known, and the default is Korn and Graubard's interval with the effective
// number of units capped at the number of units. That is a choice by coverage:
// how often nominal 95 % intervals hold the truth on average over populations
// and at the lowest of them, in percent, and how wide they are on average. A
// sample without interval counts as a miss of width 0; bounds are cut off at 0
// and 1. Strata and respondents are those of 2018.
//
// Exactly, over every population of the type:
//
//	                   8 of 25           5 of 21           2 of 12           2 of 25
//	mean               98.6  91.2 0.531  99.6  98.8 0.733 100.0 100.0 0.895  99.9  99.0 0.895
//	logit, xlogit      99.8  99.2 0.543  99.8  98.8 0.727 100.0 100.0 0.895  99.9  99.0 0.895
//	likelihood         99.6  98.9 0.548  99.8  98.8 0.750 100.0 100.0 0.895  99.9  99.0 0.895
//	asin               99.4  97.0 0.530  99.8  98.8 0.736 100.0 100.0 0.895  99.9  99.0 0.895
//	wilson, no fpc     99.8  99.4 0.571 100.0  99.7 0.724 100.0 100.0 0.991 100.0 100.0 0.991
//	wilson             99.2  97.6 0.512  99.9  99.2 0.695 100.0 100.0 0.991 100.0 100.0 0.991
//	beta               99.3  97.0 0.511  99.6  98.8 0.669 100.0 100.0 0.894  99.9  99.0 0.894
//	korn-graubard      99.8  99.2 0.561  99.7  98.8 0.678 100.0 100.0 0.894  99.9  99.0 0.894
//	exact (default)    98.5  97.0 0.431  99.4  96.5 0.587  99.8  98.5 0.778  99.7  98.0 0.840
//
// Drawn 500 times from each of 33 populations of 2 to 98 %, alike in all strata
// or rising or falling over them (one percent at the lowest is chance):
//
//	                         four small types  municipalities,   all eight         five types
//	                                           four sizes        strata
//	mean                     89.8  66.2 0.324  90.0  71.6 0.138  89.4  72.8 0.128  92.0  75.0 0.110
//	logit, xlogit            93.5  71.2 0.345  92.0  79.2 0.142  91.5  73.4 0.133  94.5  86.6 0.115
//	likelihood               92.8  67.2 0.336  91.0  71.0 0.139  91.2  72.0 0.129  93.9  81.2 0.112
//	asin                     91.3  64.6 0.329  90.8  71.2 0.138  90.6  72.2 0.128  93.4  74.8 0.111
//	wilson, no fpc           94.6  75.4 0.355  95.7  86.6 0.155  95.5  88.0 0.144  96.5  87.8 0.128
//	wilson                   92.6  67.2 0.326  91.7  78.8 0.139  91.2  73.0 0.130  93.8  82.8 0.113
//	beta                     92.9  67.2 0.343  92.9  80.2 0.147  92.4  74.2 0.137  95.1  83.0 0.118
//	korn-graubard (default)  98.4  95.2 0.410  97.5  93.8 0.156  96.9  94.4 0.143  98.2  96.0 0.135
//
// So the others are narrower and too sure of themselves, most where a stratum of
// a few organisations happens to be of one opinion and adds no variance. The
// default is conservative: over many strata it covers some 97 %, over a few
// small ones 98 to 99 %, and where strata were sampled by half or more it gives
// away what the finite population would gain (19 of 31: width 0.375 against 0.216
// exactly). BenchmarkCoverage prints these figures, and those of two small strata
// together, where all but the default can miss always:
//
//	go test -run - -bench Coverage -benchtime 1x ./analysis/estimate
package estimate

import (
	"fmt"
	"math"

	"benchmark/analysis/probability"
)

// Summary is an estimate with its margin.
type Summary struct {
	// Value is the estimate.
	Value float64
	// SE is its standard error; 0 when it can't be estimated.
	SE float64
	// Interval is true when Low and High bound the estimate. It is false, and
	// both are 0, when there is too little to estimate a margin from: one answer,
	// or answers that are all the same.
	Interval  bool
	Low, High float64
	// DF are the degrees of freedom of Student's t behind the interval; 0 when
	// the interval does not rest on it or there is none.
	DF float64
}

// withT adds the interval value ± t·SE at df degrees of freedom, unless the
// standard error is 0 or not finite.
func (s Summary) withT(df, level float64) Summary {
	return s.within(df, func() float64 { return studentT(df, level) })
}

// within is withT with the quantile t.
func (s Summary) within(df float64, t func() float64) Summary {
	if !usable(s.SE) {
		s.SE = 0
		return s
	}
	margin := t() * s.SE
	s.Interval, s.DF = true, df
	s.Low, s.High = s.Value-margin, s.Value+margin
	return s
}

// usable reports whether a standard error can carry an interval.
func usable(se float64) bool { return se > 0 && !math.IsInf(se, 1) }

// checkLevel panics unless level is in (0, 1).
func checkLevel(level float64) {
	if !(level > 0 && level < 1) {
		panic(fmt.Sprintf("estimate: level %v is not between 0 and 1", level))
	}
}

// normal returns z for which a standard normal variable falls between -z and z
// with probability level.
func normal(level float64) float64 { return probability.NormalQuantile(0.5 + level/2) }

// studentT returns t for which a Student's t variable with df degrees of
// freedom falls between -t and t with probability level.
func studentT(df, level float64) float64 { return probability.StudentQuantile(0.5+level/2, df) }
