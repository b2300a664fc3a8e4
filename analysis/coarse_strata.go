package analysis

import (
	"cmp"
	"math"
	"slices"

	"benchmark/analysis/disclosure"
	"benchmark/survey"
)

// A weighted share in full precision is an equation in how many of each stratum gave the
// answer, and its standard error another. Where strata are not what a table is broken
// down by, these can have one solution, though every group that is shown is large. So
// such figures are taken to tell as much as a table by strata would: where that exposes
// someone they are rounded.

// strata tells respondents apart by stratum and weight.
type strata struct {
	// of is the stratum and weight of each respondent, and number how many of those there
	// are.
	of     []int
	number int
}

// findStrata finds what weighted figures tell apart: strata, and in them weights that
// several share and everyone can work out.
func (b *builder) findStrata() {
	if b.sampler == nil || b.options.Disclosure == Unprotected {
		return
	}
	p := b.sampler
	type pair struct {
		stratum int
		weight  float64
	}
	var all []pair
	for r, h := range p.strata {
		all = append(all, pair{h, p.weights[r]})
	}
	order := func(x, y pair) int { return cmp.Or(cmp.Compare(x.stratum, y.stratum), cmp.Compare(x.weight, y.weight)) }
	different := slices.Clone(all)
	slices.SortFunc(different, order)
	different = slices.Compact(different)
	b.strata = &strata{number: len(different)}
	for _, of := range all {
		at, _ := slices.BinarySearchFunc(different, of, order)
		b.strata.of = append(b.strata.of, at)
	}
	if !disclosure.KnownWeights(b.strata.number, len(all)) {
		b.strata = nil
	}
}

// strataTell reports whether the figures of a block would give an answer away if they
// told how many of each stratum of a shown group gave it.
func (b *builder) strataTell(blk *block, question string, verdicts []disclosure.Verdict) bool {
	if b.strata == nil || !slices.ContainsFunc(blk.figures, func(f figure) bool { return f.Protected }) {
		return false
	}
	return slices.ContainsFunc(blk.guards, func(g guard) bool { return g.tells == nil && b.strataTellOf(&g, question, verdicts) })
}

// strataTellOf reports the same of the answers of a guard.
func (b *builder) strataTellOf(g *guard, question string, verdicts []disclosure.Verdict) bool {
	p := b.profiles
	if slices.ContainsFunc(b.sampler.equal, math.IsNaN) {
		p = newProfiles(b.survey.Respondents, b.strata.of, b.by, nil)
		own := guard{base: p.crowd(g.base.set()), several: g.several}
		for _, o := range g.options {
			own.options = append(own.options, p.crowd(o.set()))
		}
		g = &own
	}
	base := g.base.profiles()
	of := make([]survey.Bits, b.strata.number)
	for k := range of {
		of[k] = survey.NewBits(len(p.stratum))
	}
	for r, k := range p.of {
		of[b.strata.of[r]].Set(int(k))
	}
	splits := p.only(func(d *breakdown) bool { return !d.by(question) && len(d.groups) > 0 }).within(base)
	groups := append(disclosure.Breakdown{base}, slices.Concat(splits...)...)
	breakdowns, shown := []disclosure.Breakdown{groups}, [][]disclosure.Verdict{verdicts}
	for k, group := range groups {
		if verdicts[k] != disclosure.Shown {
			continue
		}
		var parts disclosure.Breakdown
		for _, stratum := range of {
			if in := group.Intersect(stratum); in.Count() > 0 {
				parts = append(parts, in)
			}
		}
		breakdowns, shown = append(breakdowns, parts), append(shown, make([]disclosure.Verdict, len(parts)))
	}
	rule := g.rule()
	return rule.Tells(base, breakdowns, shown)
}
