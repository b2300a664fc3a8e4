package exact

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

// TestSteps: terms that are added in steps add up to what they do on the grid one by one, to
// the last bit: those that need more bits than there are steps for, few or many of them, near
// the ends of what a float64 holds too.
func TestSteps(t *testing.T) {
	cut := 0
	rapid.Check(t, func(t *rapid.T) {
		largest := math.Ldexp(rapid.Float64Range(0.5, 1).Draw(t, "largest"), rapid.SampledFrom([]int{0, 12, -300, 900, 1020, -930, -1000}).Draw(t, "power"))
		size := rapid.SampledFrom([]int{0, 1, 50, 1 << 10, 1 << 20, 1<<20 - 1, 1 << 40}).Draw(t, "terms")
		grid := NewGrid(2*largest, size)
		by := grid.Steps(size)
		if !math.IsInf(by.coarse, 1) {
			cut++
		}
		part := rapid.OneOf(rapid.Float64Range(-1, 1), rapid.SampledFrom([]float64{0, 1, -1, 1.0 / 3, math.Pow(2, -31), -math.Pow(2, -60) / 3, math.Pow(2, -1074)}), rapid.Float64())
		terms := rapid.SliceOfN(part, 0, min(size, 40)).Draw(t, "parts")
		sums, n := make([]Stepped, 2), [2]int{}
		var places []uint32
		var want [2]Fixed
		for k := range terms {
			if !(math.Abs(terms[k]) <= 1) {
				terms[k] = 1 / terms[k]
			}
			terms[k] *= largest
			at := k % 2
			places, n[at], want[at] = append(places, uint32(at)), n[at]+1, want[at].Plus(grid.Signed(terms[k]))
		}
		by.Add(terms, sums, places)
		for at := range sums {
			if got := by.Sum(&sums[at], n[at]); got != want[at] {
				t.Fatalf("%x of %v, not %x", got, terms, want[at])
			}
		}
	})
	if cut == 0 {
		t.Error("nothing was cut in steps")
	}
}

// TestManySteps: as many terms as the steps are for, each the largest, are none too many.
func TestManySteps(t *testing.T) {
	for _, size := range []int{1, 1 << 10, 1<<20 - 1, 1 << 20} {
		for _, x := range []float64{math.Pi, -math.Pi} {
			grid := NewGrid(2*math.Pi, size)
			by := grid.Steps(size)
			terms, sums := make([]float64, size), make([]Stepped, 1)
			for k := range terms {
				terms[k] = x
			}
			by.Add(terms, sums, make([]uint32, size))
			one := grid.Signed(x)
			want := one.Times(uint64(size))
			if got := by.Sum(&sums[0], size); got != want || sums[0].rest != (Fixed{}) {
				t.Errorf("%d times %v: %x, not %x; %v on the grid", size, x, got, want, sums[0].rest)
			}
		}
	}
}
