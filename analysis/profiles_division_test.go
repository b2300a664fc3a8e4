package analysis

import (
	"math/rand/v2"
	"runtime"
	"slices"
	"testing"

	"benchmark/survey"
)

// TestProfilesOfPieces: respondents who are looked at in pieces get the profiles that they
// have by what they are, numbered in the order in which they come.
func TestProfilesOfPieces(t *testing.T) {
	draw := rand.New(rand.NewPCG(2018, 11))
	n := 3*manyRespondents + 77
	strata := make([]int16, n)
	by := make([]breakdown, 2)
	for d := range by {
		by[d].members = []survey.Bits{survey.NewBits(n), survey.NewBits(n), survey.NewBits(n)}
	}
	of, numbers := make([]uint32, n), map[[7]int16]int{}
	var example, size []int
	for r := range n {
		strata[r] = int16(draw.IntN(min(4, 1+4*r/n+draw.IntN(2)))) // some come late
		who := [7]int16{strata[r]}
		for d := range by {
			for g, members := range by[d].members {
				if draw.IntN(3) == 0 && (g < 2 || r > n/2) {
					members.Set(r)
					who[1+3*d+g] = 1
				}
			}
		}
		k, known := numbers[who]
		if !known {
			k = len(example)
			numbers[who], example, size = k, append(example, r), append(size, 0)
		}
		of[r] = uint32(k)
		size[k]++
	}
	for _, threads := range []int{1, 2, 3} {
		defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(threads))
		got := make([]uint32, n)
		gotExample, gotSize := profilesOf(got, strata, by)
		if !slices.Equal(got, of) || !slices.Equal(gotExample, example) || !slices.Equal(gotSize, size) {
			t.Errorf("%d threads: %d profiles, %v, of sizes %v, want %d, %v, %v",
				threads, len(gotExample), gotExample, gotSize, len(example), example, size)
		}
	}
}
