package analysis

import (
	"math"
	"slices"
	"testing"

	"benchmark/analysis/exact"
	"benchmark/survey"
)

// TestManyRanks: as many values as there are places are put in order, in one block too.
func TestManyRanks(t *testing.T) {
	const n = 1 << 16
	places, values, order := make([]uint16, n), make([]float64, n), make([]uint32, n)
	for i := range n {
		places[i], values[i], order[i] = uint16(i), float64(n-i), uint32(i)
	}
	c := survey.Placed(nil, places, values)
	x := &numbers{of: &c, places: places, order: order}
	x.ranks = func() []uint16 { return ranksOf(values, placesOf(&c, everyone(n))) }
	x.sort(0, n)
	for k, r := range x.order {
		if int(r) != n-1-k {
			t.Fatalf("place %d has %d", k, r)
		}
	}
}

// TestZerosApart: a quantile keeps the sign of the 0 of the respondent who has it.
func TestZerosApart(t *testing.T) {
	minus := math.Copysign(0, -1)
	r := &ranked{members: &members{in: everyone(1)}, grid: exact.NewGrid(1, 8)}
	var some []sized
	for _, x := range []float64{-1, 0, 0, minus, 0, 2, 2} {
		some = append(some, sized{number: x, weight: 1})
	}
	s := r.summed(some, exact.Fixed{}, false)
	signs := make([]bool, len(s.X))
	for k, x := range s.X {
		signs[k] = math.Signbit(x)
	}
	if !slices.Equal(s.UpTo, []float64{1, 3, 4, 5, 7}) || !slices.Equal(signs, []bool{true, false, true, false, false}) {
		t.Errorf("%v up to %v", s.X, s.UpTo)
	}
}
