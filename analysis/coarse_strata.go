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
	place, different := map[pair]int{}, []pair(nil)
	for r, h := range p.strata {
		of := pair{int(h), p.weights[r]}
		if _, seen := place[of]; seen {
			continue
		}
		place[of], different = 0, append(different, of)
		if !disclosure.KnownWeights(len(different), len(p.strata)) {
			return
		}
	}
	slices.SortFunc(different, func(x, y pair) int { return cmp.Or(cmp.Compare(x.stratum, y.stratum), cmp.Compare(x.weight, y.weight)) })
	b.strata = &strata{number: len(different), of: make([]int, len(p.strata))}
	for at, of := range different {
		place[of] = at
		b.strata.stratum, b.strata.weights = append(b.strata.stratum, of.stratum), append(b.strata.weights, of.weight)
	}
	for r, h := range p.strata {
		b.strata.of[r] = place[pair{int(h), p.weights[r]}]
	}
	b.collapse, b.verdicted = newCollapse(), map[string][]disclosure.Verdict{}
}
