package analysis

import (
	"math/rand/v2"
	"slices"
	"testing"

	"benchmark/survey"
)

// TestChosenHalves: who chose each option is the same whether entries are kept two in a byte
// or one by one, and an option that is taken out of the base is nobody's.
func TestChosenHalves(t *testing.T) {
	draw := rand.New(rand.NewPCG(7, 8))
	for _, n := range []int{1, 63, 64, 65, 1000, 1601} {
		for _, options := range []int{1, 4, int(survey.NoAnswerHalf)} {
			q := survey.Question{ID: "q", Kind: survey.Single, Options: make([]survey.Option, options)}
			q.Options[draw.IntN(options)].OutOfBase = draw.IntN(2) == 0
			halves, bytes := survey.NewHalves(n), make([]uint8, n)
			for r := range n {
				o := uint8(draw.IntN(options))
				bytes[r] = o
				if draw.IntN(5) == 0 {
					reason := uint8(1 + draw.IntN(int(survey.Invalid)))
					o, bytes[r] = survey.NoAnswerHalf+reason, survey.NoAnswer+reason
				}
				halves.Set(r, o)
			}
			s := &survey.Survey{Respondents: n, Questions: []survey.Question{q, q}, Columns: []survey.Column{survey.ChosenHalves(halves), survey.Chosen(bytes)}}
			b := &builder{survey: s}
			got, want := b.chosen(0), b.chosen(1)
			for o := range want {
				if !slices.Equal(got[o], want[o]) {
					t.Errorf("option %d of %d, of %d respondents: %x, not %x", o, options, n, got[o], want[o])
				}
			}
		}
	}
}
