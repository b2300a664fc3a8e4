package contrast

import (
	"cmp"
	"fmt"
	"math"
	"sort"

	"benchmark/analysis/probability"
)

// Base is the number of answers behind a share.
type Base struct {
	// Answers is the number of answers, > 0.
	Answers float64
	// Population is the number of bodies they were drawn from, +Inf for no
	// finite population correction. Answers is at most Population.
	Population float64
	// Effect is how many of the answers it takes to know what one equally weighted
	// answer knows, n / n_eff; 0 for 1, no weights.
	Effect float64
}

// variance is what a share's p(1-p) is multiplied with, c·d/n: d is the effect of
// weights and c the finite population correction of a true variance,
// (N-n)/(N-1), 0 for a census and 1 for an infinite population.
func (b Base) variance() float64 {
	if !(b.Answers > 0) || !(b.Population >= b.Answers) || !(b.Effect >= 0) {
		panic(fmt.Sprintf("contrast: %v answers of %v bodies with an effect of %v", b.Answers, b.Population, b.Effect))
	}
	v := 1 / b.Answers
	if b.Effect > 0 {
		v *= b.Effect
	}
	switch {
	case math.IsInf(b.Population, 1):
		return v
	case b.Population <= 1:
		return 0
	}
	return v * (b.Population - b.Answers) / (b.Population - 1)
}

// Plan is what is asked of the comparison of two shares.
type Plan struct {
	// Alpha is the error level of the two-sided test, and Power the chance with
	// which a difference is to be found, 0.8 by custom; both in (0, 1).
	Alpha, Power float64
	// Exact is true for Fisher's test: the difference is then taken ½(1/n₁+1/n₂)
	// smaller, the correction for continuity, which takes that test for a little
	// weaker than it is, as no correction takes it for stronger.
	Exact bool
}

// Chance returns the chance that the test finds the difference between true
// shares p1 and p2 of independent groups:
//
//	Φ( (|p₁-p₂| - z·√(p(1-p)(v₁+v₂))) / √(v₁p₁(1-p₁) + v₂p₂(1-p₂)) )
//
// with z the normal quantile of 1-Alpha/2, v = c·d/n with the finite population
// correction c and the effect of weights d, and p the mean of the shares by 1/v:
// the pooled share; next to a census it is the share of the census, which is
// then known. A chance of more than one half never falls when a group gets more
// answers. For equal n and no correction it is R's power.prop.test, which also
// leaves the other tail out.
//
// Source: J.L. Fleiss, Statistical methods for rates and proportions, 2nd ed.
// 1981, 3.2; for unequal groups and the correction for continuity J.L. Fleiss,
// A. Tytun & H.K. Ury, A simple approximation for calculating sample sizes for
// comparing independent proportions, Biometrics 36, 1980.
func (q Plan) Chance(p1, p2 float64, a, b Base) float64 { return q.between(a, b).chance(p1, p2) }

// between are the groups of a comparison, for the chances of several shares.
func (q Plan) between(a, b Base) groups {
	checkOpen("error level", q.Alpha)
	return groups{exact: q.Exact, z: probability.NormalQuantile(1 - q.Alpha/2), v1: a.variance(), v2: b.variance()}
}

// groups is what Chance rests on but for the shares.
type groups struct {
	exact     bool
	z, v1, v2 float64
}

// chance returns Plan.Chance.
func (g groups) chance(p1, p2 float64) float64 {
	checkShare(p1)
	checkShare(p2)
	v1, v2 := g.v1, g.v2
	pooled := (p1 + p2) / 2
	if v1+v2 > 0 {
		pooled = (v2*p1 + v1*p2) / (v1 + v2)
	}
	null := g.z * math.Sqrt(pooled*(1-pooled)*(v1+v2))
	spread := math.Sqrt(p1*(1-p1)*v1 + p2*(1-p2)*v2)
	over := math.Abs(p1-p2) - null
	if g.exact {
		over -= (v1 + v2) / 2
	}
	if spread == 0 { // two censuses, or two shares of 0 or 1
		if over > 0 {
			return 1
		}
		return 0
	}
	return math.Erfc(-over/spread/math.Sqrt2) / 2
}

// Power returns the chance that a test at the error level alpha finds the
// difference between true shares p1 and p2: Chance of a plain Plan.
func Power(p1, p2 float64, a, b Base, alpha float64) float64 {
	return Plan{Alpha: alpha}.Chance(p1, p2, a, b)
}

// Seen are the nearest shares below and above a share that a test would find
// different from it. Where HasDown or HasUp is false there is none: no share,
// down to 0 or up to 1, is far enough away.
type Seen struct {
	Down, Up       float64
	HasDown, HasUp bool
}

// Detectable returns which shares of group b can be told from the share p of
// group a, by Chance: the minimum detectable difference is p-Down and Up-p. "No
// difference" means no more than: within Seen.
func (q Plan) Detectable(p float64, a, b Base) Seen {
	checkOpen("power", q.Power)
	var s Seen
	s.Down, s.HasDown = q.nearest(p, 0, a, b)
	s.Up, s.HasUp = q.nearest(p, 1, a, b)
	return s
}

// Detectable is that of a plain Plan.
func Detectable(p float64, a, b Base, alpha, power float64) Seen {
	return Plan{Alpha: alpha, Power: power}.Detectable(p, a, b)
}

// nearest returns the share closest to p on the way to end that is found.
func (q Plan) nearest(p, end float64, a, b Base) (float64, bool) {
	of := q.between(a, b)
	if p == end || of.chance(p, end) < q.Power {
		return 0, false
	}
	missed, found := p, end
	for range 200 {
		middle := missed + (found-missed)/2
		if middle == missed || middle == found {
			break
		}
		if of.chance(p, middle) < q.Power {
			missed = middle
		} else {
			found = middle
		}
	}
	return found, true
}

// More are the further answers of two groups that a comparison asks for.
type More struct {
	A, B int
	// Enough is false when the difference is not found even with all answers there
	// can be; A and B are then those.
	Enough bool
}

// mostAnswers ends the search of a group of which it is not known how many
// bodies exist.
const mostAnswers = 1_000_000

// More returns how many more answers the groups need so that the difference
// between p1 and p2 is found with the chance Power. existA and existB are the
// bodies that can answer, at least those that did; 0 when that is not known. They
// bind whether or not a Base has a finite population. The answers go where they
// help most: to sizes that are equal, or with weights in the proportion √d, as far
// as a group has bodies left; none is taken from a group that has more already.
func (q Plan) More(p1, p2 float64, a, b Base, existA, existB int) More {
	checkOpen("power", q.Power)
	most := func(exist int, of Base) float64 {
		if exist == 0 {
			exist = mostAnswers
		}
		return max(min(float64(exist), of.Population), of.Answers)
	}
	mostA, mostB := most(existA, a), most(existB, b)
	effectA, effectB := math.Sqrt(cmp.Or(a.Effect, 1)), math.Sqrt(cmp.Or(b.Effect, 1))
	part := effectA / (effectA + effectB)
	with := func(more int) (Base, Base) {
		x, y := a, b
		total := a.Answers + b.Answers + float64(more)
		low, high := max(a.Answers, total-mostB), min(mostA, total-b.Answers)
		x.Answers = a.Answers + math.Round(min(max(part*total, low), high)-a.Answers)
		y.Answers = min(total-x.Answers, mostB)
		return x, y
	}
	last := int(mostA - a.Answers + mostB - b.Answers)
	more := sort.Search(last+1, func(k int) bool {
		x, y := with(k)
		return q.Chance(p1, p2, x, y) >= q.Power
	})
	x, y := with(min(more, last))
	return More{A: int(math.Round(x.Answers - a.Answers)), B: int(math.Round(y.Answers - b.Answers)), Enough: more <= last}
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
	return (probability.StudentQuantile(1-alpha/2, df) + probability.StudentQuantile(power, df)) * se, true
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
