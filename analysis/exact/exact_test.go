package exact

import (
	"math"
	"math/big"
	"testing"

	"pgregory.net/rapid"
)

// The sums follow by hand; adding the floats in turn gives another number.
func TestSum(t *testing.T) {
	for name, test := range map[string]struct {
		terms []float64
		want  float64
	}{
		"nothing":    {nil, 0},
		"lost":       {[]float64{1e100, 1, -1e100}, 1},
		"tenths":     {[]float64{0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1}, 1},
		"tie upward": {[]float64{1, math.Pow(2, -53), math.Pow(2, -106)}, 1 + math.Pow(2, -52)},
		"tie even":   {[]float64{1, math.Pow(2, -53)}, 1},
	} {
		var forward, backward Sum
		for i, x := range test.terms {
			forward.Add(x)
			backward.Add(test.terms[len(test.terms)-1-i])
		}
		if forward.Value() != test.want || backward.Value() != test.want {
			t.Errorf("%s: %v and backwards %v, want %v", name, forward.Value(), backward.Value(), test.want)
		}
	}
}

// TestManyTerms: the register for many terms, the grid of weights and repeated
// terms give what big floats do, however often the sum is read on the way.
func TestManyTerms(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var all Sum
		want := new(big.Float).SetPrec(4000)
		grid, fixed, plain := NewGrid(1e6, 100_000), Fixed{}, new(big.Float).SetPrec(4000)
		for range rapid.IntRange(1, 300).Draw(t, "terms") {
			x := rapid.OneOf(rapid.Float64Range(-1e300, 1e300), rapid.Float64Range(-1, 1), rapid.Just(math.SmallestNonzeroFloat64)).Draw(t, "x")
			times := rapid.SampledFrom([]int{1, 1, 2, 1000, 123_457}).Draw(t, "times")
			if math.Abs(x) > 1e290 || math.Abs(x) < 1e-290 {
				times = 1
			}
			all.AddTimes(x, times)
			term := new(big.Float).SetPrec(4000).SetFloat64(x)
			want.Add(want, term.Mul(term, new(big.Float).SetInt64(int64(times))))
			if rapid.IntRange(0, 40).Draw(t, "read") == 0 {
				all.Value()
			}
			w := rapid.Float64Range(1e-3, 1e6).Draw(t, "w")
			fixed = fixed.Plus(grid.Fixed(w))
			plain.Add(plain, new(big.Float).SetFloat64(w))
		}
		if got, _ := want.Float64(); all.Value() != got {
			t.Fatalf("%v, want %v", all.Value(), got)
		}
		if got, _ := plain.Float64(); grid.Float(fixed) != got {
			t.Fatalf("on the grid %v, want %v", grid.Float(fixed), got)
		}
	})
}

// BenchmarkSum times a term of a long sum.
func BenchmarkSum(b *testing.B) {
	xs := make([]float64, 1<<16)
	for i := range xs {
		xs[i] = math.Sqrt(float64(i)) - 100
	}
	for b.Loop() {
		var all Sum
		for _, x := range xs {
			all.Add(x)
		}
		all.Value()
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(len(xs)), "ns/term")
}

// TestTotal: the sum at once is that of a Sum to the bit, of terms that cancel, tie
// or lie far apart too.
func TestTotal(t *testing.T) {
	term := rapid.OneOf(rapid.Float64Range(-1, 1), rapid.Float64Range(-1e3, 1e3), rapid.Float64(),
		rapid.SampledFrom([]float64{0, 1, -1, 0.1, 1e16, -1e16, math.Pow(2, -53), math.Pow(2, -106), 1 + math.Pow(2, -52), math.SmallestNonzeroFloat64, math.MaxFloat64}))
	rapid.Check(t, func(t *rapid.T) {
		xs := rapid.SliceOfN(term, 0, 30).Draw(t, "xs")
		if rapid.Bool().Draw(t, "cancel") {
			for _, x := range xs {
				xs = append(xs, -x)
			}
			xs = append(xs, term.Draw(t, "left"))
		}
		var all Sum
		for _, x := range xs {
			all.Add(x)
		}
		got, want := Total(len(xs), func(i int) float64 { return xs[i] }), all.Value()
		if got != want && !(math.IsNaN(got) && math.IsNaN(want)) {
			t.Fatalf("%v of %v, not %v", got, xs, want)
		}
	})
}
