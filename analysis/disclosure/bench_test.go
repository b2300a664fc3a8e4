package disclosure

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"benchmark/survey"
)

// BenchmarkHide times how groups of two breakdowns that cross each other are hidden, of which
// some are small and some alike.
func BenchmarkHide(b *testing.B) {
	for _, groups := range []int{50, 100, 200, 300} {
		b.Run(fmt.Sprintf("groups=%d", groups), func(b *testing.B) {
			rule, base, breakdowns := crossing(groups, 30*groups)
			b.ReportAllocs()
			for b.Loop() {
				rule.Hide(base, breakdowns)
			}
		})
	}
}

// crossing are members of two breakdowns who are in any of their groups by chance, and one
// of whose answers most gave.
func crossing(groups, members int) (Rule, survey.Bits, []Breakdown) {
	draw := rand.New(rand.NewPCG(2018, uint64(groups)))
	base, breakdowns := survey.NewBits(members), make([]Breakdown, 2)
	answers := make([][]int, 3)
	for o := range answers {
		answers[o] = make([]int, members)
	}
	for d := range breakdowns {
		for range groups {
			breakdowns[d] = append(breakdowns[d], survey.NewBits(members))
		}
	}
	for r := range members {
		base.Set(r)
		for d := range breakdowns {
			breakdowns[d][min(draw.IntN(groups), draw.IntN(groups))].Set(r)
		}
		answers[max(0, draw.IntN(12)-9)][r] = 1
	}
	return Rule{Minimum: 5, Answers: answers}, base, breakdowns
}
