package contrast

import (
	"fmt"
	"math"
)

// Base is the number of answers behind a share.
type Base struct {
	// Answers is the number, or the effective number, of answers, > 0.
	Answers float64
	// Population is the number of bodies they were drawn from, +Inf for no
	// finite population correction. Answers is at most Population.
	Population float64
}

// correction is the finite population correction of a true variance,
// (N-n)/(N-1): 0 for a census, 1 for an infinite population.
func (b Base) correction() float64 {
	if !(b.Answers > 0) || !(b.Population >= b.Answers) {
		panic(fmt.Sprintf("contrast: %v answers of %v bodies", b.Answers, b.Population))
	}
	switch {
	case math.IsInf(b.Population, 1):
		return 1
	case b.Population <= 1:
		return 0
	}
	return (b.Population - b.Answers) / (b.Population - 1)
}

// Power returns the chance that a two-sided test at the error level alpha finds
// the difference between true shares p1 and p2 of independent groups:
//
//	Φ( (|p₁-p₂| - z·√(p(1-p)(c₁/n₁+c₂/n₂))) / √(c₁p₁(1-p₁)/n₁ + c₂p₂(1-p₂)/n₂) )
//
// with p the pooled share, z the normal quantile of 1-alpha/2 and c the finite
// population corrections (N-n)/(N-1). For equal n and no correction it is R's
// power.prop.test, which also leaves the other tail out (J.L. Fleiss,
// Statistical methods for rates and proportions, 2nd ed. 1981, 3.2).
func Power(p1, p2 float64, a, b Base, alpha float64) float64 {
	checkOpen("error level", alpha)
	checkShare(p1)
	checkShare(p2)
	v1, v2 := a.correction()/a.Answers, b.correction()/b.Answers
	pooled := (a.Answers*p1 + b.Answers*p2) / (a.Answers + b.Answers)
	null := normalQuantile(1-alpha/2) * math.Sqrt(pooled*(1-pooled)*(v1+v2))
	spread := math.Sqrt(p1*(1-p1)*v1 + p2*(1-p2)*v2)
	over := math.Abs(p1-p2) - null
	if spread == 0 { // two censuses, or two shares of 0 or 1
		if over > 0 {
			return 1
		}
		return 0
	}
	return math.Erfc(-over/spread/math.Sqrt2) / 2
}

// Seen are the nearest shares below and above a share that a test would find
// different from it. Where HasDown or HasUp is false there is none: no share,
// down to 0 or up to 1, is far enough away.
type Seen struct {
	Down, Up       float64
	HasDown, HasUp bool
}

// Detectable returns which shares of group b can be told from the share p of
// group a, with the chance power, 0.8 by custom, and error level alpha: the
// minimum detectable difference is p-Down and Up-p. "No difference" means no more
// than: within Seen. See Power for the formula.
func Detectable(p float64, a, b Base, alpha, power float64) Seen {
	checkOpen("power", power)
	var s Seen
	s.Down, s.HasDown = nearest(p, 0, a, b, alpha, power)
	s.Up, s.HasUp = nearest(p, 1, a, b, alpha, power)
	return s
}

// nearest returns the share closest to p on the way to end that is found.
func nearest(p, end float64, a, b Base, alpha, power float64) (float64, bool) {
	if p == end || Power(p, end, a, b, alpha) < power {
		return 0, false
	}
	missed, found := p, end
	for range 200 {
		middle := missed + (found-missed)/2
		if middle == missed || middle == found {
			break
		}
		if Power(p, middle, a, b, alpha) < power {
			missed = middle
		} else {
			found = middle
		}
	}
	return found, true
}

// SmallestSeen returns the smallest true difference that a t test with this
// standard error and df degrees of freedom finds with the chance power:
// (t_{1-alpha/2} + t_{power})·SE (H.S. Bloom, Minimum detectable effects: a simple
// way to report the statistical power of experimental designs, Evaluation
// Review 19, 1995). It is for designs and means, after the fact: the standard
// error is taken as known. ok is false when the standard error or df can't carry
// a test.
func SmallestSeen(se, df, alpha, power float64) (difference float64, ok bool) {
	checkOpen("error level", alpha)
	checkOpen("power", power)
	if !usable(se) || !(df > 0) {
		return 0, false
	}
	return (tQuantile(1-alpha/2, df) + tQuantile(power, df)) * se, true
}

// Conclusion is what a test and its power allow to say of two figures.
type Conclusion string

// The conclusions, of the first figure against the second.
const (
	Higher    Conclusion = "higher"
	Lower     Conclusion = "lower"
	Alike     Conclusion = "alike"     // closer than the bound of the equivalence test
	Undecided Conclusion = "undecided" // no difference found, and none excluded
)

// Conclude puts a test of difference and one of equivalence into one conclusion
// at the error level alpha. A difference that is found goes first: figures can
// differ and still be close. When no equivalence was tested, pass a withheld
// Result or Result{P: 1, Adjusted: 1}.
func Conclude(test, equivalence Result, alpha float64) Conclusion {
	switch {
	case test.Different(alpha) && test.Difference.Value > 0:
		return Higher
	case test.Different(alpha) && test.Difference.Value < 0:
		return Lower
	case equivalence.Different(alpha):
		return Alike
	}
	return Undecided
}
