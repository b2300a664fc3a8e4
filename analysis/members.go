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
	list   []int
	sorted []float64
	veiled *veiled
	sizes  *ranked
	totals *estimate.Sums
	summed *reach
	mean   float64
	reach  *reach
	among  *reach
	shares *estimate.Base
	ticks  []weighed
	desk   *desk
	beside *beside
	domain *estimate.Domain
	ranked *estimate.Ranked
}

// beside is what is known of members who are compared with groups that may have some of
// them too.
type beside struct {
	// with are those who are in another group too.
	with map[*members]*members
	// base and part are what was counted of them in a tally.
	base, part known
	// worth is their effective number, once it is known.
	worth *float64
}

// besideOthers returns what is known of the members beside others.
func (m *members) besideOthers() *beside {
	if m.beside == nil {
		m.beside = &beside{with: map[*members]*members{}}
	}
	return m.beside
}

// members returns those of the base in every group: everyone, and the groups of
// the breakdowns. They are on the desk until it gets others.
func (p *profiles) members(d *desk, base *crowd, n *numbers) []*members {
	return p.membersBy(d, base, n, 0, len(p.by))
}

// membersBy is members with the groups of the breakdowns from one up to another.
func (p *profiles) membersBy(d *desk, base *crowd, n *numbers, from, to int) []*members {
	count := 1
	for k := from; k < to; k++ {
		count += len(p.by[k].members)
	}
	of, all := room(&d.members, count), make([]*members, 0, count)
	everyone := base.profiles()
	of[0] = members{base: base, in: everyone, numbers: n}
	if p.reaches != nil {
		of[0].reach, of[0].among = p.reaches.everyone, p.reaches.everyone
	}
	all = append(all, &of[0])
	for k := from; k < to; k++ {
		for g, group := range p.by[k].members {
			m := &of[len(all)]
			*m = members{base: base, in: everyone.Intersect(p.groups[k][g]), group: group, numbers: n}
			if p.reaches != nil {
				m.reach, m.among = p.reaches.alone[k][g], p.reaches.among[k][g]
			}
			all = append(all, m)
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

// profiles returns the numbers of the profiles of the group.
func (m *members) profiles() []int {
	if m.list == nil {
		m.list = make([]int, 0, m.in.Count())
		m.in.Each(func(k int) { m.list = append(m.list, k) })
	}
	return m.list
}

// number returns the one of the members' numbers that has i of them below it.
func (m *members) number(i int) float64 { return m.numbers.at(i, m.profiles(), m.in) }

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

// strata returns where the members can be.
func (m *members) strata(b *builder) *reach {
	if m.reach == nil {
		m.reach = b.designed().reach(b.profiles, m.in)
	}
	return m.reach
}

// amongAll returns where the members can be, with the strata of everyone.
func (m *members) amongAll(b *builder) *reach {
	if m.among == nil {
		m.among = m.strata(b).among(b.everywhere())
	}
	return m.among
}

// everywhere is where everyone can be.
func (b *builder) everywhere() *reach {
	if b.profiles.reaches != nil {
		return b.profiles.reaches.everyone
	}
	return b.designed().reach(b.profiles, b.profiles.everyone())
}

// sums returns the sums per stratum of a tally of those of a reach.
func (b *builder) sums(r *reach, t tally) []estimate.Cell {
	return r.fill(make([]estimate.Cell, len(r.number)), b.designed(), t)
}

// sharing returns the members as the base of shares, by stratum.
func (m *members) sharing(b *builder) *estimate.Base {
	if m.shares == nil {
		m.shares = m.strata(b).strata.Base(b.sums(m.strata(b), m.base.tally))
	}
	return m.shares
}

// share estimates the part of the members who are in a tally of some of their base.
func (m *members) share(b *builder, part tally) estimate.Statistic {
	base, r := m.sharing(b), m.strata(b)
	return r.strata.ShareOf(r.fill(room(&m.at().part, len(r.number)), b.designed(), part), base)
}

// at returns the desk on which figures of the members are made.
func (m *members) at() *desk {
	if m.desk == nil {
		m.desk = new(desk)
	}
	return m.desk
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
		m.ranked = m.estimates(p).Ranked(m.numbers.of.Numbers(), m.numbers.sorted(), p.options.FileOrder)
	}
	return m.ranked
}

// tieWeights returns the weights by which equal answers are put in order; nil where
// their order decides nothing.
func (b *builder) tieWeights() []float64 {
	if b.sampler == nil || b.sampler.options.FileOrder || !b.sampler.options.Rule.Interpolates() {
		return nil
	}
	return b.sampler.design.Weights
}

// newNumbers returns the numbers of a base by size, to be counted, with their sums
// where a design needs these.
func (b *builder) newNumbers(a *answers, base survey.Bits) *numbers {
	n := a.account.Base
	var x *numbers
	var sums *moments
	parts := 1
	if b.sampler != nil && b.sampler.adding != nil {
		parts = 2
	}
	var weights []float64
	if b.sampler != nil {
		weights = b.sampler.weights
	}
	given := placesOf(a.column, base)
	each(parts, func(part int) {
		if part == 0 {
			x = newNumbers(a.column, base, n, given, a.profiles, weights, b.tieWeights(), a.profiles.blockSize(n))
		} else {
			sums = newMoments(a.column, base, n, a.profiles, b.sampler.adding, largestOf(a.column, base, given))
		}
	})
	x.sums = sums
	return x
}
