package weighting

import (
	"fmt"
	"math"
)

// Options say how calibration is done. The zero Options are linear calibration
// without bounds.
type Options struct {
	// Distance is how a change of weight is measured, for Calibrate.
	Distance Distance
	// Lower and Upper bound the factors of Logit and Truncated:
	// 0 <= Lower < 1 < Upper.
	Lower, Upper float64
	// Rescale first scales the start weights to the total of the first margin.
	// Bounds then hold for the factor after that: 2 is twice the mean change, not
	// twice the start weight.
	Rescale bool
	// Epsilon is how far a weighted total may be from its target, relative to
	// the target; 0 stands for 1e-10.
	Epsilon float64
	// Iterations is how often the margins are gone through at most; 0 stands for
	// 10,000 when raking and 200 Newton steps.
	Iterations int
	// UnweightedResidual fits the regression of Residual without the start
	// weights, as R's rake does, to compare with it.
	UnweightedResidual bool
}

// Distance is how far a new weight is from a start weight; calibration looks
// for the weights with the smallest distance that meet the targets. It decides
// the form of the factor F(u), where u is linear in the margins and variables
// (Deville & Särndal, 1992, table 1).
type Distance int

const (
	// Linear is F = 1+u, the generalised regression estimator. It takes one step;
	// weights can become negative.
	Linear Distance = iota
	// Raking is F = e^u, the limit of raking; weights stay positive, and can
	// become large.
	Raking
	// Logit is an F between Lower and Upper, by a logistic curve through F(0) = 1.
	Logit
	// Truncated is F = 1+u, cut off at Lower and Upper.
	Truncated
)

// String returns the name of the distance.
func (d Distance) String() string {
	switch d {
	case Linear:
		return "linear"
	case Raking:
		return "raking"
	case Logit:
		return "logit"
	case Truncated:
		return "truncated"
	}
	return fmt.Sprintf("Distance(%d)", int(d))
}

// bounded reports whether the distance has bounds.
func (d Distance) bounded() bool { return d == Logit || d == Truncated }

// Defaults of Options.
const (
	defaultEpsilon = 1e-10
	defaultRounds  = 10_000
	defaultSteps   = 200
)

// check notes options that make no sense.
func (o Options) check(p *problems) {
	if o.Distance < Linear || o.Distance > Truncated {
		panic(fmt.Sprintf("weighting: no distance %d", o.Distance))
	}
	if o.Distance.bounded() && !(o.Lower >= 0 && o.Lower < 1 && o.Upper > 1 && !math.IsInf(o.Upper, 1)) {
		p.add(Error{Problem: BadOption, Got: o.Lower, Want: o.Upper},
			"bounds %s and %s of the factors: the lower must be in [0, 1), the upper above 1", number(o.Lower), number(o.Upper))
	}
	if !(o.Epsilon >= 0) || math.IsInf(o.Epsilon, 1) {
		p.add(Error{Problem: BadOption, Got: o.Epsilon}, "tolerance %s is not 0 or more", number(o.Epsilon))
	}
	if o.Iterations < 0 {
		p.add(Error{Problem: BadOption, Got: float64(o.Iterations)}, "%d iterations is not 0 or more", o.Iterations)
	}
}

// residualWeights returns the weights of the regression behind Residual.
func (o Options) residualWeights(weights []float64) []float64 {
	if !o.UnweightedResidual {
		return weights
	}
	ones := make([]float64, len(weights))
	for i := range ones {
		ones[i] = 1
	}
	return ones
}

// prepare checks everything that goes into a calibration.
func prepare(weights []float64, margins []Margin, variables []Variable, o Options) ([]float64, Options, error) {
	if len(margins)+len(variables) == 0 {
		panic("weighting: nothing to calibrate to")
	}
	var n int
	if len(margins) > 0 {
		n = len(margins[0].Of)
	} else {
		n = len(variables[0].Values)
	}
	var p problems
	weights = startWeights(weights, n, &p)
	for _, m := range margins {
		m.check(n, &p)
	}
	for _, v := range variables {
		v.check(n, &p)
	}
	agree(margins, &p)
	o.check(&p)
	if o.Rescale && len(margins) == 0 {
		p.add(Error{Problem: BadOption}, "start weights can only be rescaled to the total of a margin, and there is none")
	}
	if o.Epsilon == 0 {
		o.Epsilon = defaultEpsilon
	}
	return weights, o, p.err()
}
