package analysis

import (
	"math"
	"slices"

	"benchmark/analysis/disclosure"
	"benchmark/survey"
)

// need finds out which strata must be taken together in what the figures of a block tell.
func (b *builder) need(blk *block, by []breakdown, verdicts []disclosure.Verdict) {
	if b.collapse == nil || !slices.ContainsFunc(blk.figures, func(f figure) bool { return f.Protected }) {
		return
	}
	found := poolings{}
	var questions []int
	for i := range blk.guards {
		g := &blk.guards[i]
		if g.tells != nil {
			return // numbers are rounded, see coarsen
		}
		if !slices.Contains(questions, g.question) {
			questions = append(questions, g.question)
		}
		b.view(g, by, verdicts).widen(found)
	}
	if len(questions) > 0 {
		b.collapse.note(questions, found)
	}
}

// weightView is what an attacker sees of the answers of a guard who knows all weights: the
// counts of the groups that are shown, and of the strata in them.
type weightView struct {
	*strata
	rule disclosure.Rule
	base survey.Bits
	// groups are those of each breakdown, that of all first; in are who of the base is in each
	// of the strata.
	ids      []string
	groups   []disclosure.Breakdown
	verdicts [][]disclosure.Verdict
	in       []survey.Bits
	// n are how many of the base are in each of the strata.
	n []int
}

// view shows the answers of a guard.
func (b *builder) view(g *guard, by []breakdown, verdicts []disclosure.Verdict) *weightView {
	p := b.profiles
	if slices.ContainsFunc(b.sampler.equal, math.IsNaN) {
		p = newProfiles(b.survey.Respondents, b.strata.of, p.by, nil)
		own := guard{base: p.crowd(g.base.set()), several: g.several}
		for _, o := range g.options {
			own.options = append(own.options, p.crowd(o.set()))
		}
		g = &own
	}
	v := &weightView{strata: b.strata, rule: g.rule(), base: g.base.profiles(), in: make([]survey.Bits, b.strata.number), n: make([]int, b.strata.number)}
	for k := range v.in {
		v.in[k] = survey.NewBits(len(p.stratum))
	}
	for r, k := range p.of {
		v.in[b.strata.of[r]].Set(int(k))
	}
	for k := range v.in {
		v.in[k] = v.in[k].Intersect(v.base)
		v.n[k] = g.base.sum(v.in[k])
	}
	v.ids, v.groups, v.verdicts = []string{TotalBreakdown}, []disclosure.Breakdown{{v.base}}, [][]disclosure.Verdict{verdicts[:1]}
	verdicts = verdicts[1:]
	splits := p.only(func(d *breakdown) bool {
		return slices.ContainsFunc(by, func(o breakdown) bool { return o.id == d.id })
	})
	for d, groups := range splits.within(v.base) {
		v.ids, v.groups = append(v.ids, splits.by[d].id), append(v.groups, groups)
		v.verdicts, verdicts = append(v.verdicts, verdicts[:len(groups)]), verdicts[len(groups):]
	}
	return v
}

// widen takes strata together until the figures give nothing away: first what those of all
// tell, then with these those of each breakdown, and then those of all breakdowns at once.
func (v *weightView) widen(found poolings) {
	of := func(d int) pooling { return found.of(v.ids[d], v.number) }
	tell := func(which ...int) survey.Bits { return v.exposed(of, which) }
	further := func(d int, cells survey.Bits) bool {
		next, ok := v.further(of(d), cells)
		found[v.ids[d]] = next
		return ok
	}
	for cells := tell(0); cells != nil && further(0, cells); cells = tell(0) {
	}
	all := []int{0}
	for d := 1; d < len(v.ids); d++ {
		all = append(all, d)
		found[v.ids[d]] = of(d).with(of(0))
	}
	if tell(all...) == nil {
		return
	}
	for _, d := range all[1:] {
		for cells := tell(0, d); cells != nil && further(d, cells); cells = tell(0, d) {
		}
	}
	for cells := tell(all...); cells != nil; cells = tell(all...) {
		changed := false
		for _, d := range all[1:] {
			changed = further(d, cells) || changed
		}
		if !changed {
			return
		}
	}
}

// exposed are the profiles of which the figures of some breakdowns give an answer away; nil:
// none.
func (v *weightView) exposed(of func(d int) pooling, which []int) survey.Bits {
	var sets disclosure.Breakdown
	var verdicts []disclosure.Verdict
	for d := range v.groups {
		sets, verdicts = append(sets, v.groups[d]...), append(verdicts, v.verdicts[d]...)
	}
	breakdowns, shown := []disclosure.Breakdown{sets}, [][]disclosure.Verdict{verdicts}
	told := 0
	for _, d := range which {
		pools := v.pools(of(d))
		for g, group := range v.groups[d] {
			if v.verdicts[d][g] != disclosure.Shown {
				continue
			}
			var parts disclosure.Breakdown
			for k, pool := range pools {
				if !v.weighs(of(d), k) {
					continue // as much as is told of them
				}
				if in := group.Intersect(pool); in.Count() > 0 && in.Count() < group.Count() {
					parts = append(parts, in)
				}
			}
			told += len(parts)
			breakdowns, shown = append(breakdowns, parts), append(shown, make([]disclosure.Verdict, len(parts)))
		}
	}
	if told == 0 {
		return nil
	}
	return v.rule.Exposes(v.base, breakdowns, shown)
}

// weighs reports whether those in strata that are taken together weigh anything.
func (v *weightView) weighs(p pooling, pool int) bool {
	for k, of := range p {
		if of == pool && v.weights[k] > 0 && v.n[k] > 0 {
			return true
		}
	}
	return false
}

// pools are who of the base is in strata that are taken together; nobody in those of another
// name.
func (v *weightView) pools(p pooling) []survey.Bits {
	all := make([]survey.Bits, len(p))
	for k := range all {
		all[k] = make(survey.Bits, len(v.base))
	}
	for k, of := range p {
		all[of] = all[of].Union(v.in[k])
	}
	return all
}

// unlike is how much strata that weigh differently are unlike. Those of which nobody knows
// how many bodies exist, and that weigh nothing, go with the ones that stand for the fewest.
func unlike(weight, other float64, n, of int) float64 {
	if weight == 0 || other == 0 {
		return 1e6 + weight + other
	}
	return math.Abs(math.Log(weight / float64(n) / (other / float64(of))))
}

// further takes two more strata together: one in which answers are given away, and the one
// that is most like it in weight. Those that are groups of their own, and shown, are left
// alone where others will do. It is false where there are none.
func (v *weightView) further(p pooling, cells survey.Bits) (pooling, bool) {
	pools := v.pools(p)
	weight, n := make([]float64, len(p)), make([]int, len(p))
	for k, of := range p {
		weight[of], n[of] = weight[of]+float64(v.n[k])*v.weights[k], n[of]+v.n[k]
	}
	alone := func(k int) int {
		for d := 1; d < len(v.groups); d++ {
			for g, group := range v.groups[d] {
				if v.verdicts[d][g] == disclosure.Shown && slices.Equal(group, pools[k]) {
					return 1
				}
			}
		}
		return 0
	}
	best, least, found := [2]int{}, math.Inf(1), -1
	for a, in := range pools {
		if in.And(cells) == 0 {
			continue
		}
		for k, other := range pools {
			if k == a || other.Count() == 0 {
				continue
			}
			both := alone(a) + alone(k)
			far := unlike(weight[a], weight[k], n[a], n[k])
			if found < 0 || both < found || both == found && far < least {
				best, least, found = [2]int{a, k}, far, both
			}
		}
	}
	if found < 0 {
		return p, false
	}
	return p.join(best[0], best[1]), true
}
