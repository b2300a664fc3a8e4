package weighting

import (
	"fmt"
	"math"
	"slices"
	"strings"
)

// Group is a set of categories to take together.
type Group struct {
	// Categories are indices of Margin.Labels, ascending.
	Categories []int
	// Label joins their names with " + ".
	Label string
	// Units is how many respondents they have, Target their target.
	Units  int
	Target float64
}

// Collapse says which categories of m to take together so that each has at
// least minimum respondents: categories with few give weights that rest on
// chance, and categories with none can't be weighted. It returns all groups,
// those of one category as well, in the order of their first category.
//
// The smallest group below the minimum goes first. Of an Ordered margin it
// joins the neighbour with the fewest respondents; otherwise the group whose
// target over respondents is nearest to its own, as this changes the weights
// least, and when it has no respondents the one with the fewest. (Kalton &
// Flores-Cervantes, Weighting methods, Journal of Official Statistics 19, 2003,
// section 3, give the reasons.) Categories with neither respondents nor target
// are left alone. Fewer respondents in all than minimum give one group.
func Collapse(m Margin, minimum int) []Group {
	groups := m.groups()
	for {
		small := -1
		for g := range groups {
			if groups[g].Units < minimum && groups[g].matters() && (small < 0 || groups[g].Units < groups[small].Units) {
				small = g
			}
		}
		if small < 0 {
			return groups
		}
		with := m.partner(groups, small)
		if with < 0 {
			return groups
		}
		groups = m.join(groups, small, with)
	}
}

// Merged returns the margin with these groups as its categories.
func (m Margin) Merged(groups []Group) Margin {
	out := m
	out.Labels, out.Targets = nil, nil
	code := make([]int, len(m.Labels))
	for g, group := range groups {
		for _, c := range group.Categories {
			code[c] = g
		}
		out.Labels = append(out.Labels, group.Label)
		out.Targets = append(out.Targets, group.Target)
	}
	out.Of = make([]int, len(m.Of))
	for i, c := range m.Of {
		out.Of[i] = -1
		if c >= 0 {
			out.Of[i] = code[c]
		}
	}
	return out
}

// groups returns one group per category.
func (m Margin) groups() []Group {
	groups := make([]Group, len(m.Labels))
	for c, label := range m.Labels {
		groups[c] = Group{Categories: []int{c}, Label: label, Target: m.Targets[c]}
	}
	for _, c := range m.Of {
		if c >= 0 {
			groups[c].Units++
		}
	}
	return groups
}

// matters reports whether the group needs respondents.
func (g Group) matters() bool { return g.Units > 0 || g.Target > 0 }

// partner returns the group that group small should join, or -1.
func (m Margin) partner(groups []Group, small int) int {
	best, least := -1, math.Inf(1)
	consider := func(g int) {
		if g < 0 || g >= len(groups) || g == small || !groups[g].matters() {
			return
		}
		cost := float64(groups[g].Units)
		if !m.Ordered && groups[small].Units > 0 {
			cost = math.Inf(1)
			if groups[g].Units > 0 {
				cost = math.Abs(math.Log(groups[g].factor() / groups[small].factor()))
			}
		}
		if cost < least || best < 0 || math.IsNaN(least) {
			best, least = g, cost
		}
	}
	if m.Ordered {
		below, above := small-1, small+1
		for below >= 0 && !groups[below].matters() {
			below--
		}
		for above < len(groups) && !groups[above].matters() {
			above++
		}
		consider(below)
		consider(above)
		return best
	}
	for g := range groups {
		consider(g)
	}
	return best
}

// factor returns target over respondents.
func (g Group) factor() float64 { return g.Target / float64(g.Units) }

// join takes groups a and b together.
func (m Margin) join(groups []Group, a, b int) []Group {
	a, b = min(a, b), max(a, b)
	g := Group{Units: groups[a].Units + groups[b].Units, Target: groups[a].Target + groups[b].Target}
	g.Categories = slices.Sorted(slices.Values(slices.Concat(groups[a].Categories, groups[b].Categories)))
	var names []string
	for _, c := range g.Categories {
		names = append(names, m.Labels[c])
	}
	g.Label = strings.Join(names, " + ")
	out := slices.Delete(slices.Clone(groups), b, b+1)
	out[a] = g
	slices.SortFunc(out, func(x, y Group) int { return x.Categories[0] - y.Categories[0] })
	return out
}

// adviceFor names the category to take a category without respondents together
// with, for the end of an error.
func (m Margin) adviceFor(c int) string {
	groups := m.groups()
	with := m.partner(groups, c)
	if with < 0 {
		return ""
	}
	return fmt.Sprintf("; take it together with %q, or leave its target out", m.Labels[with])
}
