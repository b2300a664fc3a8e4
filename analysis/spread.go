package analysis

import (
	"slices"

	"benchmark/analysis/estimate"
	"benchmark/survey"
)

// MostPoints is the number of answers up to which a Spread lists them one by one.
const MostPoints = 500

// Spread is how the answers to a number lie in one group, apart from its
// quartiles, in the unit of the number. The zero Spread is that of a group
// without answers.
type Spread struct {
	// From and To are the answers furthest from the quartiles that lie within 1.5
	// times the distance between them (Tukey, Exploratory Data Analysis, 1977), and
	// never inside them.
	From, To float64
	// Outliers are the values beyond From and To, each once, in ascending order.
	Outliers []float64
	// Points are all answers in ascending order; nil when there are more than
	// MostPoints.
	Points []float64
}

// spreads returns the spread of a number in every group of its table, or nil
// where single answers may not be shown: of a protected number, of one by a
// breakdown of which a group is hidden, because what is left of the total would
// be that group, and of a weighted one, of which the quartiles are not those of
// the answers.
func (b *builder) spreads(t *Table, a *answers) []Spread {
	if b.sampler != nil || a.question.Sensitivity == survey.Protected && b.options.Disclosure != Unprotected {
		return nil
	}
	splits := b.profiles.only(func(d *breakdown) bool { return !d.by(t.Question) && len(d.groups) > 0 })
	members := splits.members(new(desk), &a.base, a.sorted)
	all := make([]Spread, len(t.Groups))
	for g := range t.Groups {
		switch status := t.Cells[0][g].Status; {
		case status.Hidden():
			return nil
		case status == Estimated:
			all[g] = spreadOf(members[g].ascending())
		}
	}
	return all
}

// spreadOf returns the spread of at least one number in ascending order.
func spreadOf(sorted []float64) Spread {
	lower, upper := estimate.Quantile(sorted, 0.25), estimate.Quantile(sorted, 0.75)
	reach := 1.5 * (upper - lower)
	from, _ := slices.BinarySearch(sorted, lower-reach)
	to := len(sorted)
	for to > 0 && sorted[to-1] > upper+reach {
		to--
	}
	s := Spread{From: min(sorted[from], lower), To: max(sorted[to-1], upper)}
	s.Outliers = slices.Compact(slices.Concat(sorted[:from], sorted[to:]))
	if len(sorted) <= MostPoints {
		s.Points = sorted
	}
	return s
}
