package exact

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

// TestAddAll adds lists at once and one by one, which gives the same to the bit.
func TestAddAll(t *testing.T) {
	term := rapid.OneOf(rapid.Float64(), rapid.Float64Range(-1e3, 1e3), rapid.SampledFrom([]float64{0, math.SmallestNonzeroFloat64, -1e-310, 1e300}))
	rapid.Check(t, func(t *rapid.T) {
		xs := rapid.SliceOfN(term, 0, 40).Draw(t, "xs")
		var all, single Sum
		for range rapid.IntRange(1, 80).Draw(t, "times") {
			all.AddAll(xs)
			for _, x := range xs {
				single.Add(x)
			}
		}
		if a, s := all.Value(), single.Value(); math.Float64bits(a) != math.Float64bits(s) && !(math.IsNaN(a) && math.IsNaN(s)) {
			t.Fatalf("%v at once, %v one by one", a, s)
		}
	})
	large := make([]float64, 3*carryAt)
	for i := range large {
		large[i] = math.MaxFloat64 / (1 << 20)
	}
	var sum Sum
	sum.AddAll(large)
	if want := float64(len(large)) * large[0]; sum.Value() != want {
		t.Errorf("%v, not %v", sum.Value(), want)
	}
}
