package analysis

import (
	"math/rand/v2"
	"slices"
	"testing"

	"benchmark/survey"
)

// TestPatternsOfTicks: what was ticked together tells what every tick does.
func TestPatternsOfTicks(t *testing.T) {
	for seed := range uint64(30) {
		draw := rand.New(rand.NewPCG(2018, seed))
		n, options := 1+draw.IntN(300), 1+draw.IntN(8)
		q := &survey.Question{Options: make([]survey.Option, options), Kind: survey.Multiple}
		c := survey.NewColumn(q, n)
		base, strata, w := survey.NewBits(n), make([]int16, n), &sampler{strata: make([]int16, n), weights: make([]float64, n)}
		for r := range n {
			strata[r], w.weights[r] = int16(draw.IntN(3)), float64(draw.IntN(4))/3
			if draw.IntN(9) > 0 {
				base.Set(r)
			}
			for o := range options {
				if draw.IntN(options) == 0 {
					c.Ticks[o].Set(r)
				}
			}
		}
		w.equal = []float64{0, 0, 0}
		w.addWeights(1, seed%2 == 0, true)
		p := newProfiles(n, strata, nil, w.given)
		together := &answers{question: q, column: &c, profiles: p}
		single := &answers{question: q, column: &c, profiles: p}
		for a, of := range map[*answers]tickCounter{together: newPatterns(together, base), single: newTicks(single, base)} {
			p.countAll([]counter{of})
			of.tell(a)
		}
		if !slices.Equal(together.numbers, single.numbers) {
			t.Fatalf("%v, not %v", together.numbers, single.numbers)
		}
		sameTally(t, together.ticks, single.ticks)
		for o := range options {
			sameTally(t, together.options[o].tally, single.options[o].tally)
			sameTally(t, together.ticked[o], single.ticked[o])
		}
	}
}

func sameTally(t *testing.T, a, b tally) {
	t.Helper()
	if !slices.Equal(a.n, b.n) || !slices.Equal(a.w, b.w) {
		t.Fatalf("%v, not %v", a, b)
	}
}
