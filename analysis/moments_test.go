package analysis

import (
	"math"
	"math/rand/v2"
	"runtime"
	"slices"
	"testing"

	"benchmark/survey"
)

// TestMomentsInPieces: sums of numbers are the same to the bit whether one thread adds them
// up or several do, and whether they are kept as places in a list of values or not. A value
// that nobody of the base gave does not count as the largest.
func TestMomentsInPieces(t *testing.T) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(0))
	const n = 2*manyRespondents + 77
	draw := rand.New(rand.NewPCG(5, 6))
	values := []float64{0, 0.25, -3, 17.125, 1e6, 4e9}
	y, places, states := make([]float64, n), make([]uint16, n), slices.Repeat([]survey.Missing{survey.Answered}, n)
	p := &profiles{of: make([]uint32, n), stratum: []int{0, 0, 1}}
	w := &weights{of: make([]float64, n), largest: 4, strata: 2}
	base := everyone(n)
	for r := range n {
		places[r] = uint16(draw.IntN(len(values) - 1))
		if r == n/2 { // the largest by far, and not of the base
			places[r] = uint16(len(values) - 1)
			base.Clear(r)
		}
		y[r], p.of[r], w.of[r] = values[places[r]], uint32(draw.IntN(3)), 4*draw.Float64()
	}
	plain, placed := survey.Numbered(states, y), survey.Placed(slices.Clone(states), places, values)
	for _, c := range []*survey.Column{&plain, &placed} {
		if got := largestOf(c, base, placesOf(c, base)); got != 1e6 {
			t.Errorf("the largest is %v", got)
		}
	}
	runtime.GOMAXPROCS(1)
	want := newMoments(&plain, base, n-1, p, w, 1e6)
	runtime.GOMAXPROCS(3)
	for _, c := range []*survey.Column{&plain, &placed} {
		got := newMoments(c, base, n-1, p, w, 1e6)
		if !slices.Equal(got.of, want.of) || !slices.Equal(got.centre, want.centre) || math.IsNaN(got.centre[0]) {
			t.Errorf("%v at %v, not %v at %v", got.of, got.centre, want.of, want.centre)
		}
	}
	if of := want.of[0]; of == (summed{}) {
		t.Error("nothing was added up")
	}
}
