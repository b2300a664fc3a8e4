package disclosure

import (
	"slices"

	"benchmark/survey"
)

// group is one group of one breakdown.
type group struct{ breakdown, part int }

// deduction is a set of respondents whose answers can be computed from what is
// shown.
type deduction struct {
	set survey.Bits
	// from are the shown groups that it takes.
	from []group
	// shown is true for the base and for groups that are shown themselves.
	shown bool
}

// deduce returns the sets that follow from what is shown: the base first, then
// the shown groups, then what subtraction leaves.
func deduce(base survey.Bits, breakdowns []Breakdown, verdicts [][]Verdict) []deduction {
	sets := []deduction{{set: base, shown: true}}
	for b, parts := range breakdowns {
		for p, part := range parts {
			if verdicts[b][p] == Shown && part.Count() > 0 {
				sets = add(sets, deduction{part, []group{{b, p}}, true})
			}
		}
	}
	sets = subtract(sets, breakdowns, verdicts)
	for i, n := 0, len(sets); i < n; i++ {
		for j := range n {
			sets = add(sets, difference(sets[i], sets[j]))
		}
	}
	return subtract(sets, breakdowns, verdicts)
}

// subtract adds what is left of each set, and of what that leaves, without the
// shown groups of each breakdown.
func subtract(sets []deduction, breakdowns []Breakdown, verdicts [][]Verdict) []deduction {
	for i := 0; i < len(sets); i++ {
		for b, parts := range breakdowns {
			if rest, ok := without(sets[i], b, parts, verdicts[b]); ok {
				sets = add(sets, rest)
			}
		}
	}
	return sets
}

// add appends a set that is not empty and not there yet.
func add(sets []deduction, d deduction) []deduction {
	if d.set.Count() == 0 || slices.ContainsFunc(sets, func(k deduction) bool { return slices.Equal(k.set, d.set) }) {
		return sets
	}
	return append(sets, d)
}

// without returns what is left of a set when the shown parts of a breakdown are
// subtracted. It reports false when there is nothing to subtract, or when a
// part lies half in the set or overlaps another.
func without(whole deduction, b int, parts Breakdown, verdicts []Verdict) (deduction, bool) {
	rest := deduction{set: whole.set, from: slices.Clone(whole.from)}
	for p, part := range parts {
		inside := whole.set.And(part)
		if inside == 0 {
			continue
		}
		if inside != part.Count() || rest.set.And(part) != inside {
			return deduction{}, false
		}
		if verdicts[p] == Shown {
			rest.set = rest.set.Without(part)
			rest.from = append(rest.from, group{b, p})
		}
	}
	return rest, rest.set.Count() < whole.set.Count()
}

// difference returns what is left of a when b, wholly inside it, is taken away,
// and the empty set when it is not.
func difference(a, b deduction) deduction {
	if n := a.set.And(b.set); n != b.set.Count() || n == a.set.Count() {
		return deduction{}
	}
	return deduction{set: a.set.Without(b.set), from: append(slices.Clone(a.from), b.from...)}
}
