package waves

import (
	"slices"
	"strings"
	"unicode"

	"benchmark/survey"
)

// grouping maps the options of a question to those of its counterpart.
type grouping struct {
	earlier, later []survey.Option
	// before and after have per option the group, or -1.
	before, after []int
	groups        []OptionGroup
}

// groupOptions returns the groups of options that say the same; nil when either
// question has none. Options are paired by a line same_as of a codebook, or else
// by the same wording, the same meaning, the same code, "other" and "don't know",
// or the place on a scale of as many points, in that order.
func groupOptions(earlier, later *survey.Question) []OptionGroup {
	if len(earlier.Options) == 0 || len(later.Options) == 0 {
		return nil
	}
	g := &grouping{
		earlier: earlier.Options, later: later.Options,
		before: slices.Repeat([]int{-1}, len(earlier.Options)), after: slices.Repeat([]int{-1}, len(later.Options)),
	}
	g.settled()
	g.unique(ByText, func(o *survey.Option) string { return strings.TrimSpace(o.Label) })
	g.unique(ByText, func(o *survey.Option) string { return wording(o.Label) })
	g.unique(ByRole, func(o *survey.Option) string { return o.Means })
	g.unique(ByID, func(o *survey.Option) string { return o.Code })
	g.unique(ByKind, func(o *survey.Option) string { return flag(o.Other, "other") })
	g.unique(ByKind, func(o *survey.Option) string { return flag(o.DontKnow, "don't know") })
	if n := points(earlier); n > 0 && n == points(later) {
		g.unique(ByKind, func(o *survey.Option) string { return strings.Repeat("+", o.Score) })
	}
	return g.finish()
}

func flag(set bool, word string) string {
	if set {
		return word
	}
	return ""
}

// points returns the number of points of a scale, 0 for another kind.
func points(q *survey.Question) int {
	n := 0
	for i := range q.Options {
		if q.Kind == survey.Scale && q.Options[i].Score > 0 {
			n++
		}
	}
	return n
}

// settled joins what the codebooks say is the same, into groups that can have
// several options on either side. Options of which both waves say the same of
// others are twins, and what they say is of other waves than these.
func (g *grouping) settled() {
	twinBefore, twinAfter := make([]bool, len(g.earlier)), make([]bool, len(g.later))
	for i := range g.earlier {
		for j := range g.later {
			if a, b := &g.earlier[i], &g.later[j]; len(a.SameAs) > 0 && a.Code == b.Code && slices.Equal(a.SameAs, b.SameAs) {
				g.join(i, j)
				twinBefore[i], twinAfter[j] = true, true
			}
		}
	}
	for i := range g.earlier {
		for j := range g.later {
			a, b := &g.earlier[i], &g.later[j]
			if !twinBefore[i] && !twinAfter[j] && (slices.Contains(a.SameAs, b.Code) || slices.Contains(b.SameAs, a.Code)) {
				g.join(i, j)
			}
		}
	}
}

// join puts two options into one group, with the groups that they are in.
func (g *grouping) join(i, j int) {
	at, other := g.before[i], g.after[j]
	switch {
	case at < 0 && other < 0:
		at = len(g.groups)
		g.groups = append(g.groups, OptionGroup{How: BySettled})
	case at < 0:
		at = other
	case other >= 0 && other != at:
		for k := range g.before {
			if g.before[k] == other {
				g.before[k] = at
			}
		}
		for k := range g.after {
			if g.after[k] == other {
				g.after[k] = at
			}
		}
	}
	g.before[i], g.after[j] = at, at
}

// unique pairs the free options that are the only ones with their key on either
// side.
func (g *grouping) unique(how Pairing, key func(*survey.Option) string) {
	found := make(map[string][2]int)
	for i := range g.earlier {
		if g.before[i] < 0 {
			note(found, key(&g.earlier[i]), 0, i)
		}
	}
	for j := range g.later {
		if g.after[j] < 0 {
			note(found, key(&g.later[j]), 1, j)
		}
	}
	for j := range g.later {
		k := key(&g.later[j])
		at := found[k]
		if g.after[j] >= 0 || k == "" || at[0] <= 0 || at[1] <= 0 || !fits(how, &g.earlier[at[0]-1], &g.later[j]) {
			continue
		}
		g.before[at[0]-1], g.after[j] = len(g.groups), len(g.groups)
		g.groups = append(g.groups, OptionGroup{How: how})
	}
}

// fits reports whether two options can be one. A code of digits alone is a place
// in a list, and says nothing when the words have nothing in common.
func fits(how Pairing, a, b *survey.Option) bool {
	if how != ByID || strings.ContainsFunc(a.Code, func(r rune) bool { return !unicode.IsDigit(r) }) {
		return a.Other == b.Other && a.DontKnow == b.DontKnow || how == ByText
	}
	return likeness(a.Label, b.Label) > 0
}

// finish fills in the groups, in the order of the later wave with those of the
// earlier alone at the end.
func (g *grouping) finish() []OptionGroup {
	for j, at := range g.after {
		if at < 0 {
			g.after[j] = len(g.groups)
			g.groups = append(g.groups, OptionGroup{})
		}
		g.groups[g.after[j]].Later = append(g.groups[g.after[j]].Later, j)
	}
	for i, at := range g.before {
		if at < 0 {
			g.before[i] = len(g.groups)
			g.groups = append(g.groups, OptionGroup{})
		}
		g.groups[g.before[i]].Earlier = append(g.groups[g.before[i]].Earlier, i)
	}
	groups := slices.DeleteFunc(g.groups, func(o OptionGroup) bool { return len(o.Earlier)+len(o.Later) == 0 })
	slices.SortStableFunc(groups, func(a, b OptionGroup) int { return place(&a, len(g.later)) - place(&b, len(g.later)) })
	for i := range groups {
		groups[i].Verdict = g.verdict(&groups[i])
	}
	return groups
}

func place(o *OptionGroup, later int) int {
	if len(o.Later) > 0 {
		return o.Later[0]
	}
	return later + o.Earlier[0]
}

func (g *grouping) verdict(o *OptionGroup) Verdict {
	switch {
	case len(o.Earlier) == 0 || len(o.Later) == 0:
		return NotComparable
	case len(o.Earlier) > 1 || len(o.Later) > 1:
		return WithBreak
	}
	a, b := &g.earlier[o.Earlier[0]], &g.later[o.Later[0]]
	switch {
	case a.Means != "" && b.Means != "" && a.Means != b.Means && o.How != BySettled:
		return NotComparable
	case wording(a.Label) == wording(b.Label) || o.How == BySettled || a.Other && b.Other || a.DontKnow && b.DontKnow:
		return Comparable
	}
	return WithBreak
}
