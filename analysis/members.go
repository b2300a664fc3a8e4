package analysis

import (
	"benchmark/survey"
)

// members are those of a base who are in one group.
type members struct {
	base *crowd
	// in are the profiles of the group, and group who is in it (nil: everyone).
	in    survey.Bits
	group survey.Bits
	// numbers are the answers of the base in order, where they are numbers.
	numbers *numbers
	// n is how many they are.
	n int

	set    survey.Bits
	sorted []float64
}

// members returns those of the base in every group: everyone, and the groups of
// the breakdowns.
func (p *profiles) members(base *crowd, n *numbers) []*members {
	everyone := base.profiles()
	all := []*members{{base: base, in: everyone, numbers: n}}
	for d := range p.by {
		for g, group := range p.by[d].members {
			all = append(all, &members{base: base, in: everyone.Intersect(p.groups[d][g]), group: group, numbers: n})
		}
	}
	for _, m := range all {
		m.n = base.sum(m.in)
	}
	return all
}

// rows returns the members one by one.
func (m *members) rows() survey.Bits {
	if m.set == nil {
		m.set = m.base.set()
		if m.group != nil {
			m.set = m.set.Intersect(m.group)
		}
	}
	return m.set
}

// ascending returns the members' numbers in ascending order.
func (m *members) ascending() []float64 {
	if m.sorted == nil {
		m.sorted = m.numbers.within(m.in, m.n)
	}
	return m.sorted
}

// numbers are the answers to a question in ascending order, with the profile of
// who gave each.
type numbers struct {
	values  []float64
	profile []uint32
}

// within returns the numbers of the n respondents in the profiles, ascending.
func (x *numbers) within(in survey.Bits, n int) []float64 {
	if n == len(x.values) {
		return x.values
	}
	found := make([]float64, 0, n)
	for k, profile := range x.profile {
		if in.Has(int(profile)) {
			found = append(found, x.values[k])
		}
	}
	return found
}

// sortNumbers returns the numbers of the base in order.
func sortNumbers(column []float64, base survey.Bits, of []uint32) numbers {
	x := numbers{}
	n := base.Count()
	x.values, x.profile = make([]float64, 0, n), make([]uint32, 0, n)
	base.Each(func(r int) { x.values, x.profile = append(x.values, column[r]), append(x.profile, of[r]) })
	x.sort()
	return x
}
