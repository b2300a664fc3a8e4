package analysis

import (
	"math"
	"sort"

	"benchmark/analysis/estimate"
	"benchmark/analysis/exact"
)

// weightedQuantile estimates the quantile q of the answers over the members.
func (b *builder) weightedQuantile(a *answers, q float64, m *members) Estimate {
	p := b.sampler
	var whole estimate.Statistic
	switch {
	case p.design.Residual != nil:
		whole = p.design.Mean(a.column.Numbers(), p.marks(m.rows()))
	case m.numbers.sums != nil:
		whole = m.strata(b).strata.Basis(m.added(b, m.strata(b)))
	default:
		whole = m.estimates(p).Basis()
	}
	if whole.N == 0 {
		return nothing(m.n)
	}
	o := estimate.QuantileOptions{Rule: p.options.Rule, Level: p.level, FileOrder: p.options.FileOrder, DF: p.freedom(whole), Students: p.students}
	if p.options.Interval != estimate.ExactInterval && p.options.Interval != estimate.DefaultInterval {
		o.Method = p.options.Interval
	}
	var found estimate.Summary
	switch {
	case p.design.Residual != nil:
		found = p.design.Quantile(a.column.Numbers(), q, p.marks(m.rows()), o)
	case m.numbers.sums != nil && o.Piecewise():
		found = b.ranked(m).quantile(q, b, o)
	default:
		found = m.quantiles(p).Quantile(q, o)
	}
	e := p.figure(whole)
	e.Value, e.SE, e.DesignEffect, e.DesignEffectReplacement = found.Value, found.SE, 0, 0
	e.Base = m.n
	e.Unweighted = estimate.QuantileOf(m.n, q, m.number)
	if !found.Interval {
		e.SE = 0
		e.Notes = append(e.Notes, p.noInterval(whole))
		return e
	}
	e.Low, e.High, e.DF, e.Method = found.Low, found.High, finite(o.DF), Woodruff
	return e
}

// ranked are members by the size of their numbers, with what they weigh.
type ranked struct {
	*members
	grid exact.Grid
	// one is the weight of a respondent of each profile where that is the same for
	// all in a stratum; nil: elsewhere.
	one   []exact.Fixed
	whole estimate.Whole
	// parts are the members in the blocks that were looked at.
	parts map[int]estimate.Stretch
}

// ranked returns members of whom someone has a weight.
func (b *builder) ranked(m *members) *ranked {
	if m.sizes != nil {
		return m.sizes
	}
	p := b.sampler
	r := &ranked{members: m, grid: p.adding.grid, parts: map[int]estimate.Stretch{}}
	m.sizes = r
	if p.given == nil {
		r.one = make([]exact.Fixed, len(b.profiles.stratum))
		for _, k := range m.profiles() {
			r.one[k] = r.grid.Fixed(p.equal[b.profiles.stratum[k]])
		}
	}
	last := r.blocks() - 1
	total := r.before(last + 1)
	r.whole.Total = r.grid.Float(total)
	if p.options.Rule.Interpolates() {
		for r.empty(last) {
			last--
		}
		for _, one := range m.numbers.block(last) {
			if one.weight > 0 && m.in.Has(int(one.profile)) {
				r.whole.Last = one.weight
			}
		}
		r.whole.BeforeLast = r.grid.Float(total.Minus(r.grid.Fixed(r.whole.Last)))
	}
	return r
}

// blocks is the number of blocks.
func (r *ranked) blocks() int { return len(r.numbers.largest) }

// before returns what the members in the blocks before one weigh.
func (r *ranked) before(block int) exact.Fixed {
	var all exact.Fixed
	t := r.numbers.profiles.part(r.numbers.before, block, 1)
	for _, k := range r.profiles() {
		if r.one == nil {
			all = all.Plus(t.w[k].w)
		} else {
			all = all.Plus(r.one[k].Times(uint64(t.n[k])))
		}
	}
	return all
}

// empty reports whether no member in a block has a weight.
func (r *ranked) empty(block int) bool { return r.before(block) == r.before(block+1) }

// quantile estimates the quantile q by a rule that is piecewise.
func (r *ranked) quantile(q float64, b *builder, o estimate.QuantileOptions) estimate.Summary {
	return estimate.Woodruff(q, o, func(p float64) float64 { return r.find(p, o.Rule) }, func(value float64) estimate.Statistic {
		return r.share(b, r.numbers.upTo(r.at().tally(b.profiles), value, r.strata(b).places, r.in))
	})
}

// find returns the quantile p.
func (r *ranked) find(p float64, rule estimate.QuantileRule) float64 {
	goal, last := rule.Goal(p, r.whole), r.blocks()-1
	at := sort.Search(last, func(k int) bool { return r.grid.Float(r.before(k+1)) >= goal })
	for at < last && r.empty(at) {
		at++
	}
	for at > 0 && r.empty(at) { // nobody behind it either
		at--
	}
	each := rule.Interpolates()
	parts := []estimate.Stretch{r.part(at, each)}
	if each {
		from := at
		for from > 0 && (from == at || r.empty(from)) {
			from--
		}
		if from < at {
			parts = []estimate.Stretch{r.part(from, true), parts[0]}
		}
	} else if r.grid.Float(r.before(at+1)) > goal*(1+1e-9) {
		parts[0].Whole = r.whole
		return parts[0].Quantile(p, rule) // whatever the next number is
	}
	for at++; at <= last; at++ {
		if !r.empty(at) {
			parts = append(parts, r.part(at, each))
			break
		}
	}
	s := parts[0]
	if len(parts) > 1 {
		s = estimate.Stretch{}
		for _, part := range parts {
			s.X, s.W, s.UpTo = append(s.X, part.X...), append(s.W, part.W...), append(s.UpTo, part.UpTo...)
		}
	}
	s.Whole = r.whole
	return s.Quantile(p, rule)
}

// part returns the members in a block; of equal numbers only one with the weight of
// all, unless each is needed.
func (r *ranked) part(block int, each bool) estimate.Stretch {
	if s, known := r.parts[block]; known {
		return s
	}
	x, sum := r.numbers, r.before(block)
	var s estimate.Stretch
	if !each && x.constant[block] {
		end := r.before(block + 1)
		s = estimate.Stretch{X: []float64{x.largest[block]}, W: []float64{r.grid.Float(end.Minus(sum))}, UpTo: []float64{r.grid.Float(end)}}
	} else {
		s = r.summed(x.block(block), sum, each)
	}
	r.parts[block] = s
	return s
}

// summed returns the members among some in order, whom so much weight comes before; of equal
// numbers in a row, of which 0 and -0 are none, only one, unless each is needed.
func (r *ranked) summed(some []sized, sum exact.Fixed, each bool) estimate.Stretch {
	var s estimate.Stretch
	before := sum
	for k := range some {
		one := &some[k]
		if one.weight > 0 && r.in.Has(int(one.profile)) {
			sum = sum.Plus(r.grid.Fixed(one.weight))
		}
		if last := k == len(some)-1 || math.Float64bits(some[k+1].number) != math.Float64bits(one.number); sum != before && (each || last) {
			s.X, s.W, s.UpTo = append(s.X, one.number), append(s.W, r.grid.Float(sum.Minus(before))), append(s.UpTo, r.grid.Float(sum))
			before = sum
		}
	}
	return s
}
