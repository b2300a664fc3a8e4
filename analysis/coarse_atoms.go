package analysis

import (
	"fmt"
	"maps"
	"math"
	"math/bits"
	"slices"

	"benchmark/survey"
)

// weighedAtoms tells those of a base apart by the groups, stratum and weight, and returns
// what each of an atom weighs; no weights where these are not known to all.
func (b *builder) weighedAtoms(base survey.Bits, groups []survey.Bits) (atoms []survey.Bits, weights []float64) {
	class, classes := make([]int, b.survey.Respondents), 1
	if b.strata != nil {
		copy(class, b.strata.of)
		classes = b.strata.number
	}
	for _, in := range groups {
		moved := map[int]int{}
		in.Each(func(r int) {
			to, known := moved[class[r]]
			if !known {
				to, classes = classes, classes+1
				moved[class[r]] = to
			}
			class[r] = to
		})
	}
	members := make([]survey.Bits, classes)
	base.Each(func(r int) {
		if members[class[r]] == nil {
			members[class[r]] = survey.NewBits(b.survey.Respondents)
		}
		members[class[r]].Set(r)
	})
	at := map[string]survey.Bits{}
	for _, in := range members {
		if in != nil {
			at[b.mark(first(in), groups)] = in
		}
	}
	for _, mark := range slices.Sorted(maps.Keys(at)) {
		atoms = append(atoms, at[mark])
		if b.strata != nil {
			weights = append(weights, b.sampler.weights[first(at[mark])])
		}
	}
	return atoms, weights
}

// first is the first of a set with members.
func first(in survey.Bits) int {
	at := 0
	for in[at] == 0 {
		at++
	}
	return 64*at + bits.TrailingZeros64(in[at])
}

// mark tells a respondent apart by its stratum and the groups it is in.
func (b *builder) mark(r int, groups []survey.Bits) string {
	mark := []byte{}
	if b.strata != nil {
		mark = fmt.Appendf(mark, "%06d", b.strata.of[r])
	}
	for _, in := range groups {
		mark = fmt.Append(mark, in.Has(r))
	}
	return string(mark)
}

// roundedTo is the finest step to which a figure that is off by so much can have been
// rounded.
func roundedTo(x, off float64) float64 {
	step := shareStep
	for step < hiddenStep && (math.Abs(off) > step/2+rest || math.Abs(round(x, step)-x) > rest) {
		step = coarser(step)
	}
	return step
}
