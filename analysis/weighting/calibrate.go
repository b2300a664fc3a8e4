package weighting

import (
	"cmp"
	"math"
	"slices"

	"benchmark/analysis/exact"
)

// Calibrate changes the start weights as little as possible, in the sense of
// Options.Distance, so that they add up to the targets of the margins and to
// the totals of the variables:
//
//	w = d·F(x'λ),  Σ w·x = totals
//
// (Deville & Särndal, 1992). λ is found by Newton's method; a step that does
// not bring the totals closer is halved, and when that is of no use replaced by
// a step with the slope of F at its steepest, which always does when there are
// bounds. Without a margin there is no constant among the x: then the weights
// need not add up to any population.
//
// Weights of Linear and Raking do not depend on the scale of the start weights
// when there is a margin; bounds do, see Options.Rescale.
//
// Errors are those of Rake, of Options (BadOption), and OutOfReach when a
// total can't be met with factors between the bounds, whatever the others are.
// NotConverged and Contradiction come with the weights, to look at.
func Calibrate(weights []float64, margins []Margin, variables []Variable, o Options) (*Result, error) {
	weights, o, err := prepare(weights, margins, variables, o)
	if err != nil {
		return nil, err
	}
	o.Iterations = cmp.Or(o.Iterations, defaultSteps)
	c := newCells(weights, margins, variables)
	s := newSolver(c, margins, variables, o)
	if err := s.reachable(margins, variables, o); err != nil {
		return nil, err
	}
	steps := s.solve(o)
	factor := make([]float64, len(s.factor))
	for g, f := range s.factor {
		factor[g] = f * s.rescale
	}
	r := newResult(weights, c.of, factor)
	r.Iterations = steps
	_, r.Misfit = misfit(s.got, s.want, s.scale)
	r.Converged = r.Misfit <= o.Epsilon
	r.Residual = c.regression(o.residualWeights(weights))
	if !r.Converged {
		return r, s.notReached(margins, variables, r)
	}
	return r, nil
}

// solver looks for the coefficients with which the totals are met.
type solver struct {
	*cells
	curve   curve
	rescale float64   // of the start weights
	size    []float64 // start weights of the cells, after that
	want    []float64 // totals of the columns
	scale   []float64 // of what misses are a part of
	centre  []float64 // of the variables, taken away from cells and totals
	metric  *inverse  // of the Gram matrix of the start weights

	// Where it is.
	beta, factor, got, left []float64
	merit                   float64
}

// newSolver starts with all factors 1. The variables of c are centred when
// there is a margin to catch what that shifts.
func newSolver(c *cells, margins []Margin, variables []Variable, o Options) *solver {
	s := &solver{cells: c, curve: o.curve(), rescale: 1, size: slices.Clone(c.weight)}
	s.want = columnTargets(margins, variables)
	if o.Rescale {
		s.rescale = margins[0].Total() / total(c.weight)
		for g := range s.size {
			s.size[g] *= s.rescale
		}
	}
	s.scale = slices.Clone(s.want)
	numeric := c.columns - len(variables)
	for k := range variables {
		var spread, sum exact.Sum
		for g, d := range s.size {
			spread.Add(d * math.Abs(c.values[g][k]))
			sum.Add(d * c.values[g][k])
		}
		s.scale[numeric+k] = max(math.Abs(s.want[numeric+k]), spread.Value())
		centre := 0.0
		if len(margins) > 0 {
			centre = sum.Value() / total(s.size)
			s.want[numeric+k] -= centre * margins[0].Total()
		}
		s.centre = append(s.centre, centre)
	}
	c.shift(s.centre)
	s.metric = invert(c.gram(s.size))
	s.move(make([]float64, c.columns))
	return s
}

// shift takes centre away from the values of the cells.
func (c *cells) shift(centre []float64) {
	for g, values := range c.values {
		values = slices.Clone(values)
		for k := range values {
			values[k] -= centre[k]
		}
		c.values[g] = values
	}
}

// at returns the factors at beta, the totals that they give, what is left to
// the targets, and the merit of that: its square in the metric of the start
// weights, in which both kinds of step go down. It is +Inf out of range.
func (s *solver) at(beta []float64) (factor, got, left []float64, merit float64) {
	factor = make([]float64, len(s.size))
	weight := make([]float64, len(s.size))
	for g, d := range s.size {
		factor[g] = s.curve.factor(s.linear(g, beta))
		weight[g] = d * factor[g]
		if math.IsInf(weight[g], 0) || math.IsNaN(weight[g]) {
			return nil, nil, nil, math.Inf(1)
		}
	}
	got = s.columnTotals(weight)
	left = make([]float64, len(got))
	for j := range got {
		left[j] = s.want[j] - got[j]
	}
	for j, x := range s.metric.times(left) {
		merit += float64(x * left[j])
	}
	if math.IsNaN(merit) {
		merit = math.Inf(1)
	}
	return factor, got, left, merit
}

// move goes to beta.
func (s *solver) move(beta []float64) {
	s.beta = beta
	s.factor, s.got, s.left, s.merit = s.at(beta)
}

// try goes along step, or a half, a quarter and so on of it, as soon as that
// lowers the merit enough; it reports whether it moved.
func (s *solver) try(step []float64) bool {
	const halvings, enough = 30, 1e-4
	length := 1.0
	for range halvings {
		beta := slices.Clone(s.beta)
		for j := range beta {
			beta[j] += length * step[j]
		}
		if _, _, _, merit := s.at(beta); merit < s.merit*(1-enough*length) {
			s.move(beta)
			return true
		}
		length /= 2
	}
	return false
}

// solve walks until the totals are met, no step helps, or the iterations are
// used up, and returns how many steps it took.
func (s *solver) solve(o Options) int {
	met := false
	for steps := range o.Iterations {
		slope := make([]float64, len(s.size))
		for g, d := range s.size {
			slope[g] = d * s.curve.slope(s.linear(g, s.beta))
		}
		moved := false
		if inv := invert(s.gram(slope)); inv != nil {
			moved = s.try(inv.times(s.left))
		}
		if !moved && !met && s.curve.steepest > 0 {
			safe := s.metric.times(s.left)
			for j := range safe {
				safe[j] /= s.curve.steepest
			}
			moved = s.try(safe)
		}
		// One step more than needed: Newton's last step doubles the digits.
		if met || !moved {
			return steps
		}
		_, worst := misfit(s.got, s.want, s.scale)
		met = worst <= o.Epsilon
	}
	return o.Iterations
}
