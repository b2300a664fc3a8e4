package analysis

import (
	"benchmark/analysis/estimate"
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
	cells  []estimate.Cell
	domain *estimate.Domain
	ranked *estimate.Ranked
	veiled *veiled
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

// all returns a whole base as members.
func (c *crowd) all(n *numbers) *members {
	m := &members{base: c, in: c.profiles(), numbers: n}
	m.n = c.sum(m.in)
	return m
}

// rest returns those of the base who are not among the members of a group.
func (m *members) rest() *members {
	r := &members{base: m.base, in: m.base.profiles().Without(m.in), group: m.base.set().Without(m.group), numbers: m.numbers}
	r.n = m.base.sum(r.in)
	return r
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

// veil says what of the statistics of the members must not be shown, at the level and the
// shares of the quantiles of one table.
func (m *members) veil(level float64, shares ...float64) veiled {
	if m.veiled == nil {
		v := veil(m.ascending(), level, shares...)
		m.veiled = &v
	}
	return *m.veiled
}

// perStratum returns the members' sums per stratum.
func (m *members) perStratum(b *builder) []estimate.Cell {
	if m.cells == nil {
		m.cells = b.perStratum(m.base.tally, m.in)
	}
	return m.cells
}

// estimates returns the members as a domain of the design.
func (m *members) estimates(p *sampler) *estimate.Domain {
	if m.domain == nil {
		m.domain = p.design.Domain(p.marks(m.rows()))
	}
	return m.domain
}

// quantiles returns the members in the order of their numbers.
func (m *members) quantiles(p *sampler) *estimate.Ranked {
	if m.ranked == nil {
		m.ranked = m.estimates(p).Ranked(m.numbers.of, m.numbers.order, p.options.FileOrder)
	}
	return m.ranked
}

// numbers are the answers of a base in order: of holds those of all respondents,
// and order who of the base gave the smallest, the next one and so on.
type numbers struct {
	of       []float64
	order    []uint32
	profiles *profiles
}

// within returns the numbers of the n respondents in the profiles, ascending.
func (x *numbers) within(in survey.Bits, n int) []float64 {
	found := make([]float64, 0, n)
	for _, r := range x.order {
		if in.Has(int(x.profiles.of[r])) {
			found = append(found, x.of[r])
		}
	}
	return found
}

// tieWeights returns the weights by which equal answers are put in order; nil where
// none are.
func (b *builder) tieWeights() []float64 {
	if b.sampler == nil || b.sampler.options.FileOrder {
		return nil
	}
	return b.sampler.design.Weights
}

// sortNumbers returns the numbers of the base in order, those with equal answers by
// weight as Ranked has them, so that it need not sort them for each domain.
func (a *answers) sortNumbers(weights []float64) *numbers {
	rows := make([]uint32, 0, a.account.Base)
	a.base.set().Each(func(r int) { rows = append(rows, uint32(r)) })
	if weights != nil {
		lighter := make([]float64, len(weights))
		for r, w := range weights {
			lighter[r] = -w
		}
		rows = estimate.Order(lighter, rows)
	}
	return &numbers{a.column.Numbers, estimate.Order(a.column.Numbers, rows), a.profiles}
}
