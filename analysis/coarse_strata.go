package analysis

import (
	"cmp"
	"slices"

	"benchmark/analysis/disclosure"
)

// strata tells respondents apart by stratum and weight.
type strata struct {
	// of is the stratum and weight of each respondent, and number how many of those there
	// are.
	of     []int
	number int
	// stratum and weights are those of each.
	stratum []int
	weights []float64
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
	for _, k := range different {
		b.strata.stratum, b.strata.weights = append(b.strata.stratum, k.stratum), append(b.strata.weights, k.weight)
	}
	for _, of := range all {
		at, _ := slices.BinarySearchFunc(different, of, order)
		b.strata.of = append(b.strata.of, at)
	}
	if !disclosure.KnownWeights(b.strata.number, len(all)) {
		b.strata = nil
		return
	}
	b.collapse, b.verdicted = newCollapse(), map[string][]disclosure.Verdict{}
}
