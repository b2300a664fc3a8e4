// Package disclosure decides which groups of a breakdown must be hidden so that
// no organisation's protected answer can be read off a table.
//
// A group is hidden when it has fewer answers than a minimum. Because totals
// are shown, what is left after subtracting the shown groups from a total must
// not give a hidden group away either: it has to hold at least the minimum of
// answers, and not all the same one. Where it does not, the next smallest shown
// group is hidden too. Totals are everyone in the base and, since breakdowns
// can nest (size classes lie inside the municipalities), every shown group of
// another breakdown.
//
// The choice depends on the answers alone and is the same in every run.
package disclosure

import "benchmark/survey"

// Verdict says what happens to one group.
type Verdict uint8

// The verdicts.
const (
	Shown  Verdict = iota
	Small          // fewer answers than the minimum
	Others         // hidden because it would give another group away
)

// Breakdown is the groups of one breakdown: for each, who of the base is in it.
type Breakdown []survey.Bits

// Rule is what protects a table.
type Rule struct {
	// Minimum number of answers behind a shown figure, at least 1.
	Minimum int
	// Uniform reports whether all members of a set, which is never empty, gave
	// the same answer.
	Uniform func(survey.Bits) bool
}

// Hide returns a verdict for the base as a whole and for every group of every
// breakdown. When the base itself is too small everything is Small. Groups
// without a member are Shown: there is nothing in them.
func (r Rule) Hide(base survey.Bits, breakdowns []Breakdown) (Verdict, [][]Verdict) {
	verdicts := make([][]Verdict, len(breakdowns))
	total := Shown
	if n := base.Count(); n > 0 && n < r.Minimum {
		total = Small
	}
	for b, parts := range breakdowns {
		verdicts[b] = make([]Verdict, len(parts))
		for p, members := range parts {
			if n := members.Count(); n > 0 && (n < r.Minimum || total == Small) {
				verdicts[b][p] = Small
			}
		}
	}
	if total == Shown {
		for r.complement(base, breakdowns, verdicts) {
		}
	}
	return total, verdicts
}

// complement hides one more group where a total gives something away, and
// reports whether it did. Every call that returns true hides one, so a loop
// over it ends.
func (r Rule) complement(base survey.Bits, breakdowns []Breakdown, verdicts [][]Verdict) bool {
	for b := range breakdowns {
		for _, whole := range wholes(base, breakdowns, verdicts, b) {
			if r.exposed(whole, breakdowns[b], verdicts[b]) && hideSmallest(whole, breakdowns[b], verdicts[b]) {
				return true
			}
		}
	}
	return false
}

// wholes returns the shown sets that the groups of breakdown b can be
// subtracted from: the base, and every shown group of another breakdown that
// each group of b lies inside or outside of.
func wholes(base survey.Bits, breakdowns []Breakdown, verdicts [][]Verdict, b int) []survey.Bits {
	sets := []survey.Bits{base}
	for other, parts := range breakdowns {
		if other == b {
			continue
		}
		for p, whole := range parts {
			if verdicts[other][p] == Shown && nests(whole, breakdowns[b]) {
				sets = append(sets, whole)
			}
		}
	}
	return sets
}

// nests reports whether every part lies wholly inside or outside the set, and
// at least one member of a part inside.
func nests(whole survey.Bits, parts Breakdown) bool {
	inside := false
	for _, part := range parts {
		common, n := whole.And(part), part.Count()
		if common != 0 && common != n {
			return false
		}
		inside = inside || common > 0
	}
	return inside
}

// exposed reports whether the shown parts, subtracted from the whole, leave
// answers that are too few or, where a part is hidden, all the same.
func (r Rule) exposed(whole survey.Bits, parts Breakdown, verdicts []Verdict) bool {
	rest, hidden := whole, false
	for p, part := range parts {
		if verdicts[p] != Shown {
			hidden = hidden || whole.And(part) > 0
			continue
		}
		rest = rest.Without(part)
	}
	n := rest.Count()
	if n == 0 {
		return false
	}
	return n < r.Minimum || hidden && r.Uniform(rest)
}

// hideSmallest hides the smallest shown part inside the whole, the first one of
// equals, and reports whether there was one.
func hideSmallest(whole survey.Bits, parts Breakdown, verdicts []Verdict) bool {
	best, size := -1, 0
	for p, part := range parts {
		n := part.Count()
		if verdicts[p] != Shown || n == 0 || whole.And(part) == 0 {
			continue
		}
		if best < 0 || n < size {
			best, size = p, n
		}
	}
	if best >= 0 {
		verdicts[best] = Others
	}
	return best >= 0
}
