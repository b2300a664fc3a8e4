package weighting

import (
	"cmp"
	"math"
	"slices"

	"benchmark/analysis/exact"
)

// Rake multiplies the start weights by one factor per category until they add
// up to the targets of all margins (iterative proportional fitting: W.E. Deming
// & F.F. Stephan, On a least squares adjustment of a sampled frequency table
// when the expected marginal totals are known, Annals of Mathematical
// Statistics 11, 1940; the limit is the raking ratio of Deville & Särndal,
// 1992). One margin is post-stratification.
//
// It stops when, after a round, every weighted total is within
// Options.Epsilon of its target, relatively, or after Options.Iterations rounds.
// Of the other options only UnweightedResidual counts. R's rake stops when no
// cell changes by 1 any more: its weights differ from the third digit on unless
// it is given a small epsilon.
//
// Errors are those of PostStratify, and TotalsDisagree. When the targets are
// not met the error is Contradiction or NotConverged, and the weights come with
// it, to look at.
func Rake(weights []float64, margins []Margin, o Options) (*Result, error) {
	weights, o, err := prepare(weights, margins, nil, o)
	if err != nil {
		return nil, err
	}
	if len(margins) == 1 {
		return postStratify(weights, margins[0]), nil
	}
	o.Iterations = cmp.Or(o.Iterations, defaultRounds)
	c := newCells(weights, margins, nil)
	want := columnTargets(margins, nil)
	size := slices.Clone(c.weight)
	rounds, stuck := c.rake(size, want, o)
	factor := make([]float64, len(size))
	for g := range size {
		factor[g] = size[g] / c.weight[g]
	}
	r := newResult(weights, c.of, factor)
	got := c.columnTotals(size)
	r.Iterations = rounds
	_, r.Misfit = misfit(got, want, want)
	r.Converged = r.Misfit <= o.Epsilon
	r.Residual = c.regression(o.residualWeights(weights))
	if !r.Converged {
		return r, notReached(c, margins, nil, miss{got: got, want: want, scale: want, rounds: rounds, stuck: stuck})
	}
	return r, nil
}

// rake fits size to the margins in turn, until all are met, the rounds are used
// up, or the margins undo each other's work for good: stuck.
func (c *cells) rake(size, want []float64, o Options) (rounds int, stuck bool) {
	const patience, progress = 20, 1e-9
	last, idle := math.Inf(1), 0
	for rounds < o.Iterations && idle < patience {
		for k := range c.first {
			c.fit(k, size, want)
		}
		rounds++
		_, worst := misfit(c.columnTotals(size), want, want)
		if worst <= o.Epsilon {
			return rounds, false
		}
		if worst < last*(1-progress) {
			idle = 0
		} else {
			idle++
		}
		last = min(last, worst)
	}
	return rounds, idle == patience
}

// fit scales the cells so that those of each category of margin k add up to
// its target.
func (c *cells) fit(k int, size, want []float64) {
	got := make([]exact.Sum, c.columns)
	for g, s := range size {
		got[c.cats[g][k]].Add(s)
	}
	factor := make([]float64, c.columns)
	for j := range got {
		if s := got[j].Value(); s > 0 {
			factor[j] = want[j] / s
		}
	}
	for g := range size {
		size[g] *= factor[c.cats[g][k]]
	}
}

// columnTargets returns the targets of all columns of cells. Categories without
// a target have no respondents: 0. Margins after the first are scaled to its
// total, from which they differ by rounding.
func columnTargets(margins []Margin, variables []Variable) []float64 {
	var want []float64
	for k, m := range margins {
		scale := 1.0
		if k > 0 {
			scale = margins[0].Total() / m.Total()
		}
		for _, t := range m.Targets {
			if math.IsNaN(t) {
				t = 0
			}
			want = append(want, t*scale)
		}
	}
	for _, v := range variables {
		want = append(want, v.Total)
	}
	return want
}
