package weighting

import (
	"fmt"
	"math"

	"benchmark/analysis/exact"
)

// place is the margin and category, or the variable, behind a column.
type place struct{ margin, category string }

// String names the place for an error.
func (p place) String() string {
	if p.category == "" {
		return fmt.Sprintf("%q", p.margin)
	}
	return fmt.Sprintf("%q of %q", p.category, p.margin)
}

// placeOf returns the place of column j.
func placeOf(j int, margins []Margin, variables []Variable) place {
	for _, m := range margins {
		if j < len(m.Labels) {
			return place{m.Name, m.Labels[j]}
		}
		j -= len(m.Labels)
	}
	return place{margin: variables[j].Name}
}

// original returns the totals of the columns as the user knows them: with the
// centre of the variables.
func (s *solver) original(totals []float64, population float64) []float64 {
	out := append([]float64(nil), totals...)
	numeric := s.columns - len(s.centre)
	for k, centre := range s.centre {
		out[numeric+k] += centre * population
	}
	return out
}

// reachable returns an error for every total that no factors between the bounds
// can give.
func (s *solver) reachable(margins []Margin, variables []Variable, o Options) error {
	if !o.Distance.bounded() {
		return nil
	}
	least, most := make([]exact.Sum, s.columns), make([]exact.Sum, s.columns)
	numeric := s.columns - len(variables)
	reach := func(j int, x float64) {
		a, b := x*o.Lower, x*o.Upper
		least[j].Add(min(a, b))
		most[j].Add(max(a, b))
	}
	for g, d := range s.size {
		for _, j := range s.cats[g] {
			reach(j, d)
		}
		for k, x := range s.values[g] {
			reach(numeric+k, d*(x+s.centre[k]))
		}
	}
	population := 0.0
	if len(margins) > 0 {
		population = margins[0].Total()
	}
	var p problems
	for j, want := range s.original(s.want, population) {
		low, high := least[j].Value(), most[j].Value()
		slack := 1e-12 * max(math.Abs(low), math.Abs(high))
		if want >= low-slack && want <= high+slack {
			continue
		}
		at, near := placeOf(j, margins, variables), high
		if want < low {
			near = low
		}
		p.add(Error{Problem: OutOfReach, Margin: at.margin, Category: at.category, Got: near, Want: want},
			"%v: with factors between %s and %s the weights can come to %s, not to the target %s; widen the bounds or take categories together",
			at, number(o.Lower), number(o.Upper), number(near), number(want))
	}
	return p.err()
}

// notReached explains why r does not meet the targets.
func (s *solver) notReached(margins []Margin, variables []Variable, r *Result) error {
	population := total(products(s.size, s.factor))
	wanted := population
	if len(margins) > 0 {
		wanted = margins[0].Total()
	}
	return notReached(s.cells, margins, variables, miss{
		got: s.original(s.got, population), want: s.original(s.want, wanted), scale: s.scale,
		rounds: r.Iterations, stuck: true,
	})
}

// miss is where iterations ended.
type miss struct {
	got, want, scale []float64
	rounds           int
	stuck            bool // more rounds are of no use
}

// notReached names two margins that contradict each other, or else the target
// that is farthest away.
func notReached(c *cells, margins []Margin, variables []Variable, m miss) error {
	var p problems
	for a := range margins {
		for b := a + 1; b < len(margins); b++ {
			if e, text := c.contradiction(margins, a, b); text != "" {
				p.add(e, "%s", text)
			}
		}
	}
	if len(p) > 0 {
		return p.err()
	}
	worst, _ := misfit(m.got, m.want, m.scale)
	at := placeOf(worst, margins, variables)
	advice := "it was still coming closer: allow more iterations"
	if m.stuck {
		advice = "the targets contradict each other, or the bounds, among these respondents: take categories together or widen the bounds"
	}
	p.add(Error{Problem: NotConverged, Margin: at.margin, Category: at.category, Got: m.got[worst], Want: m.want[worst]},
		"no weights that meet all targets after %d iterations; farthest is %v: %s, target %s; %s",
		m.rounds, at, number(m.got[worst]), number(m.want[worst]), advice)
	return p.err()
}
