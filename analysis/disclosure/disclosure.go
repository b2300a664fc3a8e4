// Package disclosure decides which groups of a breakdown must be hidden so that
// no organisation's protected answer can be read off a table.
//
// A group is hidden when it has fewer answers than a minimum. Because totals
// are shown, what is left after subtracting shown groups from a total must not
// give a hidden group away either: it has to hold at least the minimum of
// answers and, where a hidden group is in it, not all the same one. Where it
// does not, the smallest group that the subtraction needs is hidden too. Since
// breakdowns can nest (size classes lie inside the municipalities), groups of
// one are subtracted from groups of another, and what that leaves from one
// another, again and again. Last comes whatever else the sums of shown groups
// tell: with the combinations of two breakdowns beside each of them, a hidden
// one can follow from a chain of others (see span).
//
// The choice depends on the answers alone and is the same in every run.
package disclosure

import (
	"slices"

	"benchmark/survey"
)

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
	// Sizes are how many respondents each member of a set stands for; nil: one.
	// Members of a set can be kinds of respondents, as long as every set holds all
	// or none of a kind.
	Sizes []int
	// Uniform reports whether all members of a set, which is never empty, gave
	// the same answer.
	Uniform func(survey.Bits) bool
}

// Hide returns a verdict for the base as a whole and for every group of every
// breakdown. When the base itself is too small everything is Small. Groups
// without a member are Shown: there is nothing in them.
func (r Rule) Hide(base survey.Bits, breakdowns []Breakdown) (Verdict, [][]Verdict) {
	j := r.newJudge(base, breakdowns)
	total := Shown
	if n := r.size(base); n > 0 && n < r.Minimum {
		total = Small
	}
	for b, parts := range j.breakdowns {
		for p, part := range parts {
			if n := j.size(part); n > 0 && (n < r.Minimum || total == Small) {
				j.verdicts[b][p] = Small
			}
		}
	}
	if total == Shown {
		for j.complement() {
		}
	}
	return total, j.verdicts
}

// complement hides more groups where what is shown gives something away, and
// reports whether it did. Every call that returns true hides one, so a loop
// over it ends. Groups of one size go together, so that the order in which the
// groups stand makes no difference.
func (j *judge) complement() bool {
	needed := j.needed(deduce(j.base, j.breakdowns, j.verdicts))
	if len(needed) == 0 && anyHidden(j.verdicts) {
		needed = j.needed(span(len(j.sizes), j.base, j.breakdowns, j.verdicts))
	}
	for _, g := range needed {
		j.verdicts[g.breakdown][g.part] = Others
	}
	return len(needed) > 0
}

// needed returns the smallest of the groups that the deductions take which
// expose someone.
func (j *judge) needed(deductions []deduction) []group {
	var needed []group
	smallest := 0
	for _, known := range deductions {
		if !j.exposed(known) {
			continue
		}
		for _, g := range known.from {
			n := j.size(j.breakdowns[g.breakdown][g.part])
			if len(needed) == 0 || n < smallest {
				needed, smallest = needed[:0], n
			}
			if n == smallest {
				needed = append(needed, g)
			}
		}
	}
	return needed
}

// anyHidden reports whether a group is hidden.
func anyHidden(verdicts [][]Verdict) bool {
	return slices.ContainsFunc(verdicts, func(of []Verdict) bool {
		return slices.ContainsFunc(of, func(v Verdict) bool { return v != Shown })
	})
}

// exposed reports whether a set that can be deduced holds too few answers or,
// where it has members of a hidden group, answers that are all the same. What
// is shown itself is no deduction.
func (j *judge) exposed(known deduction) bool {
	n := j.size(known.set)
	if known.shown || n == 0 {
		return false
	}
	if n < j.Minimum {
		return true
	}
	for b, parts := range j.breakdowns {
		for p, part := range parts {
			if j.verdicts[b][p] != Shown && known.set.And(part) > 0 {
				return j.uniform(known.set)
			}
		}
	}
	return false
}

// size returns the number of respondents in a set.
func (r Rule) size(set survey.Bits) int {
	if r.Sizes == nil {
		return set.Count()
	}
	n := 0
	set.Each(func(i int) { n += r.Sizes[i] })
	return n
}
