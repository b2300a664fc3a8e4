package disclosure

import (
	"math/bits"
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
func (j *judge) deduce() []deduction {
	sets := []deduction{{set: j.base, shown: true}}
	for b, parts := range j.breakdowns {
		for p, part := range parts {
			if j.verdicts[b][p] == Shown && part.Count() > 0 {
				sets = add(sets, deduction{part, []group{{b, p}}, true})
			}
		}
	}
	sets = j.subtract(sets)
	n := len(sets)
	counts, first := make([]int, n), make([]int, n)
	for i := range n {
		set := sets[i].set
		counts[i], first[i] = set.Count(), firstOf(set)
	}
	for i := range n {
		for k := range n {
			if counts[k] > 0 && counts[k] < counts[i] && sets[i].set.Has(first[k]) {
				sets = add(sets, difference(sets[i], sets[k], counts[k]))
			}
		}
	}
	return j.subtract(sets)
}

// firstOf is the first cell of a set, 0 where there is none.
func firstOf(set survey.Bits) int {
	for k, word := range set {
		if word != 0 {
			return k<<6 + bits.TrailingZeros64(word)
		}
	}
	return 0
}

// subtract adds what is left of each set, and of what that leaves, without the
// shown groups of each breakdown.
func (j *judge) subtract(sets []deduction) []deduction {
	for i := 0; i < len(sets); i++ {
		for b := range j.breakdowns {
			if rest, ok := j.without(sets[i], b); ok {
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
func (j *judge) without(whole deduction, b int) (deduction, bool) {
	in := &j.memberships()[b]
	n := whole.set.Count()
	fit := in.count(whole.set, n)
	rest := deduction{set: whole.set, from: slices.Clone(whole.from)}
	for p, inside := range in.inside {
		if inside == 0 {
			continue
		}
		part := j.breakdowns[b][p]
		if fit = fit && inside == in.sizes[p] && (!in.overlap || rest.set.And(part) == inside); !fit {
			break
		}
		if j.verdicts[b][p] == Shown {
			if len(rest.from) == len(whole.from) {
				rest.set = slices.Clone(whole.set)
			}
			for _, c := range in.cells[p] {
				rest.set.Clear(int(c))
			}
			rest.from = append(rest.from, group{b, p})
		}
	}
	clear(in.inside)
	if !fit {
		return deduction{}, false
	}
	return rest, rest.set.Count() < n
}

// difference returns what is left of a when b, wholly inside it and smaller, is taken away,
// and the empty set when it is not; n is how many b has.
func difference(a, b deduction, n int) deduction {
	if a.set.And(b.set) != n {
		return deduction{}
	}
	return deduction{set: a.set.Without(b.set), from: append(slices.Clone(a.from), b.from...)}
}
