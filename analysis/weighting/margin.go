package weighting

import (
	"fmt"
	"math"
	"slices"

	"benchmark/analysis/exact"
)

// Margin is one division of the population into categories, such as type of
// organisation, with the size of each.
type Margin struct {
	// Name is used in errors and diagnostics.
	Name string
	// Labels are the names of the categories.
	Labels []string
	// Of is the category of each unit, an index of Labels; -1 when it is missing.
	Of []int
	// Targets are the population totals of the categories, >= 0: numbers of
	// units, or whatever the weights should add up to. NaN is "not known".
	Targets []float64
	// Ordered says that the categories have an order, such as size classes:
	// Collapse then only takes neighbours together.
	Ordered bool
}

// ScaledTo returns the margin with targets that add up to total: for targets
// that are shares or percentages. The targets must have a positive sum.
func (m Margin) ScaledTo(total float64) Margin {
	factor := total / m.Total()
	m.Targets = slices.Clone(m.Targets)
	for c := range m.Targets {
		m.Targets[c] *= factor
	}
	return m
}

// Total returns the sum of the targets that are known.
func (m Margin) Total() float64 {
	var e exact.Sum
	for _, t := range m.Targets {
		if !math.IsNaN(t) {
			e.Add(t)
		}
	}
	return e.Value()
}

// Variable is a number per unit with a known population total, such as
// inhabitants.
type Variable struct {
	// Name is used in errors.
	Name string
	// Values are the numbers, one per unit; NaN is missing.
	Values []float64
	// Total is their sum over the population.
	Total float64
}

// disagreement is the relative difference between the totals of two margins
// from which on they are held to disagree; below it, it is rounding.
const disagreement = 1e-9

// startWeights returns the weights to start from, 1 each for nil, and notes
// those that can't be weights.
func startWeights(weights []float64, n int, p *problems) []float64 {
	if weights == nil {
		return slices.Repeat([]float64{1}, n)
	}
	if len(weights) != n {
		panic(fmt.Sprintf("weighting: %d weights of %d units", len(weights), n))
	}
	var bad []int
	for i, w := range weights {
		if !(w > 0) || math.IsInf(w, 1) {
			bad = append(bad, i)
		}
	}
	if bad != nil {
		e := Error{Problem: BadWeight, Units: bad, Got: weights[bad[0]]}
		p.add(e, "%s: weight %s is not above 0; leave units out that must not count", unitList(bad), number(e.Got))
	}
	return weights
}

// check notes what is wrong with the margin for n units.
func (m Margin) check(n int, p *problems) {
	if len(m.Of) != n || len(m.Labels) != len(m.Targets) {
		panic(fmt.Sprintf("weighting: margin %q has categories of %d of %d units, %d labels, %d targets",
			m.Name, len(m.Of), n, len(m.Labels), len(m.Targets)))
	}
	members := make([][]int, len(m.Labels))
	var missing []int
	for i, c := range m.Of {
		if c >= len(m.Labels) || c < -1 {
			panic(fmt.Sprintf("weighting: margin %q has no category %d", m.Name, c))
		}
		if c == -1 {
			missing = append(missing, i)
		} else if len(members[c]) == 0 || !(m.Targets[c] > 0) {
			members[c] = append(members[c], i)
		}
	}
	if missing != nil {
		p.add(Error{Problem: MissingValue, Margin: m.Name, Units: missing},
			"%s: no category of %q; fill it in or leave the unit out", unitList(missing), m.Name)
	}
	for c, units := range members {
		m.checkTarget(c, units, p)
	}
}

// checkTarget notes what is wrong with the target of category c, that has these
// respondents.
func (m Margin) checkTarget(c int, units []int, p *problems) {
	target, label := m.Targets[c], m.Labels[c]
	e := Error{Margin: m.Name, Category: label, Units: units, Got: target, Want: target}
	switch {
	case target < 0 || math.IsInf(target, 0):
		e.Problem = BadTarget
		p.add(e, "%q of %q: target %s is no size of a population", label, m.Name, number(target))
	case len(units) > 0 && !(target > 0):
		e.Problem = NoTarget
		p.add(e, "%q of %q: respondents (%s) but no target; give one, or leave them out", label, m.Name, unitList(units))
	case len(units) == 0 && target > 0:
		e.Problem, e.Got = NoRespondents, 0
		p.add(e, "%q of %q: target %s but no respondents%s", label, m.Name, number(target), m.adviceFor(c))
	}
}

// check notes what is wrong with the variable for n units.
func (v Variable) check(n int, p *problems) {
	if len(v.Values) != n {
		panic(fmt.Sprintf("weighting: variable %q has %d values of %d units", v.Name, len(v.Values), n))
	}
	var missing []int
	for i, x := range v.Values {
		if math.IsNaN(x) || math.IsInf(x, 0) {
			missing = append(missing, i)
		}
	}
	if missing != nil {
		p.add(Error{Problem: MissingValue, Margin: v.Name, Units: missing},
			"%s: no value of %q; fill it in or leave the unit out", unitList(missing), v.Name)
	}
	if math.IsNaN(v.Total) || math.IsInf(v.Total, 0) {
		p.add(Error{Problem: BadTarget, Margin: v.Name, Got: v.Total}, "%q: total %s is no number", v.Name, number(v.Total))
	}
}

// agree notes every margin whose total is not that of the first.
func agree(margins []Margin, p *problems) {
	for _, m := range margins[min(1, len(margins)):] {
		first, t := margins[0].Total(), m.Total()
		if math.Abs(t-first) > disagreement*first {
			p.add(Error{Problem: TotalsDisagree, Margin: m.Name, Other: margins[0].Name, Got: t, Want: first},
				"the targets of %q add up to %s, those of %q to %s; correct one, or scale both to one total",
				m.Name, number(t), margins[0].Name, number(first))
		}
	}
}
