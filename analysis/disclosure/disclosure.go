// Package disclosure decides which groups of a breakdown must be hidden so that
// no organisation's protected answer can be read off a table.
//
// # Who knows what, and what is promised
//
// The reader knows everything that is published, in every format, and these rules.
// Of every organisation that took part it knows its name, its type, size class and
// whatever else is open, and which questions it answered. It may be one of them, and
// then knows its own answers. It does not know what another one answered in
// confidence, nor do several readers put their answers together.
//
// Promised is, of the counts in the tables of one study:
//
//   - No reader can deduce that another organisation gave a certain protected
//     answer. There is always another world, in which the same is published and
//     every answer that the reader gave itself is the same, but not that answer.
//   - The count of those who gave an answer in a group that is hidden for its own
//     sake (too few, or all alike) can still have at least two values; but for a
//     count of nobody, which tells what was not answered, as an option that was not
//     ticked is no answer.
//   - The sum of numbers in a group leaves the largest of them unknown to within 10 %
//     even to the organisation with the second largest (the p % rule), and the two
//     largest are at most 85 % of it (the (n, k) rule).
//
// Not promised: that chances stay equal, since a share of 9 in 10 makes an answer
// likely; anything of several runs by different breakdowns put together, of several
// waves, or of a study together with reports on single organisations; what several
// organisations find out together: an attacker is one (k = 1, TestCoalitionsAreNotCovered);
// that two answers in confidence that are crossed tell nothing more together. Weighted
// figures and linear programs on numbers are looked at by package analysis.
//
// # How
//
// A group is hidden when it has fewer answers than a minimum, or when all of it gave
// one answer, or all but one: that one would know the others. What is left after
// subtracting shown groups from a total must not tell either. Where it does, the
// smallest group that the subtraction needs is hidden too. Since breakdowns can nest
// (size classes lie inside the municipalities), groups of one are subtracted from
// groups of another, and what that leaves from one another, again and again. Then
// comes whatever else the sums of shown groups tell: with the combinations of two
// breakdowns beside each of them, a hidden one can follow from a chain of others (see
// span). Last an attacker looks for another world by every answer and count that the
// true one would give away (see Puzzle), and where it finds none the smallest group
// near is hidden, until it finds one for all (see protect). A world that is found proves
// that there is doubt; one that is not found, for it takes too many changes, hides a
// figure for nothing. TestTheAttackMissesNothing compares it with trying all worlds.
//
// A publication does not tell whether all gave one answer or a group protects another:
// the first would tell what is hidden.
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
	Others         // hidden because it would give an answer away, by itself or with what else is shown
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
	// Answers are how many of each member gave each answer that is protected:
	// Answers[o][member]. Nil where the answers are no options: then Uniform judges.
	Answers [][]int
	// Several says that a respondent could give several of the answers. Else it gave
	// one, and who gave none of them gave another one.
	Several bool
	// Uniform reports whether the figures of a set of members, which is never empty,
	// tell the answer of one of them. For answers that are no options.
	Uniform func(survey.Bits) bool
	// Apart reports the same of a set of which the figures follow from those of
	// others; nil: Uniform does.
	Apart func(survey.Bits) bool
}

// Hide returns a verdict for the base as a whole and for every group of every
// breakdown. When the base itself is too small, or gave one answer, nothing is
// shown. Groups without a member are Shown: there is nothing in them.
func (r Rule) Hide(base survey.Bits, breakdowns []Breakdown) (Verdict, [][]Verdict) {
	j := r.newJudge(base, breakdowns)
	n, everyone := r.size(base), survey.NewBits(len(j.sizes))
	for c := range j.sizes {
		everyone.Set(c)
	}
	total := Shown
	switch {
	case n == 0:
	case n < r.Minimum:
		total = Small
	case j.tells(everyone):
		total = Others
	}
	for b, parts := range j.breakdowns {
		for p := range parts {
			switch n := j.n[b][p]; {
			case n == 0:
			case n < r.Minimum:
				j.verdicts[b][p] = Small
			case total != Shown:
				j.verdicts[b][p] = total
			case j.partTells(b, p):
				j.verdicts[b][p] = Others
			}
		}
	}
	if total == Shown {
		for j.complement() || j.protect() {
		}
		if j.nothing {
			total = Others
		}
	}
	return total, j.verdicts
}

// complement hides more groups where what is shown gives something away, and
// reports whether it did. Every call that returns true hides one, so a loop
// over it ends. Groups of one size go together, so that the order in which the
// groups stand makes no difference.
func (j *judge) complement() bool {
	needed := j.needed(j.deduce())
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
			n := j.n[g.breakdown][g.part]
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

// exposed reports whether a set that can be deduced holds too few answers, or
// tells what one of its members answered. What is shown itself is no deduction.
func (j *judge) exposed(known deduction) bool {
	if known.shown {
		return false
	}
	n := j.size(known.set)
	return n > 0 && (n < j.Minimum || j.tellsApart(known.set))
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
