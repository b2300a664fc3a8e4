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
// are rounded once, after the last term.
package estimate

import (
	"fmt"
	"math"

	"gonum.org/v1/gonum/mathext"
	"gonum.org/v1/gonum/stat/distuv"
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
	if !usable(s.SE) {
		s.SE = 0
		return s
	}
	margin := studentT(df, level) * s.SE
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
func normal(level float64) float64 { return mathext.NormalQuantile(0.5 + level/2) }

// studentT returns t for which a Student's t variable with df degrees of
// freedom falls between -t and t with probability level.
func studentT(df, level float64) float64 {
	return distuv.StudentsT{Mu: 0, Sigma: 1, Nu: df}.Quantile(0.5 + level/2)
}
