package weighting

import (
	"math"
	"slices"

	"benchmark/analysis/exact"
)

// Trim brings weights between lower and upper, and shares what that takes away
// or adds equally among the units that were between them, so that the sum of
// the weights stays what it was. That can push a weight over a bound; with
// strict, all are kept inside and the sharing goes on until the sum is right.
// lower may be 0 and upper math.Inf(1): no bound on that side.
//
// nil weights panic: there is nothing to trim. The rule is that of R's
// trimWeights, whose repetition for strict is brought to its end here.
// Trimming undoes part of a calibration before it: Diagnose shows how much;
// Calibrate with bounds does both at once. Result.Residual is nil: that of the
// calibration before stays in force.
//
// Errors: BadWeight; BadOption for bounds that are no bounds; OutOfReach when
// the mean weight is outside the bounds, or no weight is inside them to take
// the excess (without strict).
func Trim(weights []float64, lower, upper float64, strict bool) (*Result, error) {
	if weights == nil {
		panic("weighting: no weights to trim")
	}
	var p problems
	startWeights(weights, len(weights), &p)
	if !(lower >= 0 && lower < upper) {
		p.add(Error{Problem: BadOption, Got: lower, Want: upper}, "weights can't be between %s and %s", number(lower), number(upper))
	}
	if len(p) > 0 {
		return nil, p.err()
	}
	r := &Result{Weights: make([]float64, len(weights)), Iterations: 1, Converged: true}
	sum := total(weights)
	inside := 0
	var excess exact.Sum
	for i, w := range weights {
		r.Weights[i] = min(max(w, lower), upper)
		excess.Add(w)
		excess.Add(-r.Weights[i])
		if w >= lower && w <= upper {
			inside++
		}
	}
	over := excess.Value()
	if e := noRoom(sum, over, len(weights), inside, lower, upper, strict); e != nil {
		return nil, e
	}
	if inside > 0 {
		for i, w := range weights {
			if w >= lower && w <= upper {
				r.Weights[i] += over / float64(inside)
			}
		}
	}
	if strict {
		r.Iterations += level(r.Weights, sum, over, lower, upper)
	}
	r.Factors = make([]float64, len(weights))
	for i, w := range weights {
		r.Factors[i] = r.Weights[i] / w
	}
	return r, nil
}

// noRoom explains why weights with this sum can't be trimmed.
func noRoom(sum, over float64, n, inside int, lower, upper float64, strict bool) error {
	var p problems
	mean := sum / float64(n)
	switch {
	case n > 0 && (mean < lower || mean > upper):
		p.add(Error{Problem: OutOfReach, Got: mean},
			"the mean weight %s is not between %s and %s: the sum of the weights can't stay what it is", number(mean), number(lower), number(upper))
	case over != 0 && inside == 0 && !strict:
		p.add(Error{Problem: OutOfReach, Got: over},
			"all weights are outside %s to %s: none is left to take what is cut off", number(lower), number(upper))
	}
	return p.err()
}

// level shares what is missing (over > 0) or too much (over < 0) in weights of
// which some are over a bound, until all are inside: every unit below upper
// gets the same amount, or ends at upper. It returns in how many rounds.
func level(weights []float64, sum, over, lower, upper float64) (rounds int) {
	bound, past := upper, func(w float64) bool { return w > upper }
	if over < 0 {
		bound, past = lower, func(w float64) bool { return w < lower }
	}
	if !slices.ContainsFunc(weights, past) && addsUp(sum, weights) {
		return 0
	}
	fixed := make([]bool, len(weights))
	for i, w := range weights {
		fixed[i] = w == bound || past(w)
	}
	shift := 0.0
	for more := true; more; rounds++ {
		more = false
		free, left := 0, exact.Sum{}
		left.Add(sum)
		for i, w := range weights {
			if fixed[i] {
				left.Add(-bound)
			} else {
				left.Add(-w)
				free++
			}
		}
		if free == 0 {
			break
		}
		// With more units at the bound, the others get more: none comes back.
		shift = left.Value() / float64(free)
		for i, w := range weights {
			if !fixed[i] && past(w+shift) {
				fixed[i], more = true, true
			}
		}
	}
	for i, w := range weights {
		if weights[i] = w + shift; fixed[i] {
			weights[i] = bound
		}
	}
	return rounds
}

// addsUp reports whether the weights add up to sum but for rounding.
func addsUp(sum float64, weights []float64) bool {
	return math.Abs(total(weights)-sum) <= 1e-14*sum
}
