package exact

import (
	"math"
	"math/big"
	"math/bits"
	"testing"
)

// TestGridFloat rounds numbers on a grid as big.Float does, ties and what lies just
// beside them above all.
func TestGridFloat(t *testing.T) {
	for _, high := range []uint64{0, 1, 2, 3, 1 << 10, 1<<53 + 1, 1 << 63, math.MaxUint64} {
		for _, tie := range []uint64{0, 1 << 9, 1 << 10, 1 << 11, 3 << 10, 1 << 12, 1 << 63, 3 << 62} {
			tie = bits.RotateLeft64(tie, bits.Len64(high))
			for _, beside := range []uint64{tie, tie - 1, tie + 1} {
				a := Fixed{high, beside}
				whole := new(big.Int).Lsh(new(big.Int).SetUint64(high), 64)
				whole.Or(whole, new(big.Int).SetUint64(beside))
				want, _ := new(big.Float).SetMantExp(new(big.Float).SetPrec(128).SetInt(whole), -70).Float64()
				if got := (Grid{-70}).Float(a); got != want {
					t.Errorf("%x and %x: %v, want %v", high, beside, got, want)
				}
			}
		}
	}
}

// TestFixed puts numbers on grids as big.Float does: those that fill it, those that are
// rounded, those that vanish, and of either sign.
func TestFixed(t *testing.T) {
	for _, largest := range []float64{1, 1e6, 1e-300, 1e300} {
		for _, terms := range []int{1, 117, 1_000_000} {
			g := NewGrid(largest, terms)
			for power := range 1200 {
				for _, part := range []float64{1, 0.7, math.Nextafter(1, 0), 1 - 1.0/1024} {
					x := math.Ldexp(part*largest/2, -power)
					if math.Abs(x) < 0x1p-1022 {
						x = 0
					}
					want := new(big.Float).SetMantExp(new(big.Float).SetPrec(2000).SetFloat64(x), -g.unit)
					whole, _ := want.Add(want, big.NewFloat(0.5)).Int(nil) // half a unit rounds up
					a := g.Fixed(x)
					got := new(big.Int).Lsh(new(big.Int).SetUint64(a.high), 64)
					if got.Or(got, new(big.Int).SetUint64(a.low)); got.Cmp(whole) != 0 {
						t.Fatalf("%v on a grid of 2^%d: %v, want %v", x, g.unit, got, whole)
					}
					if s := g.Signed(-x); s != (Fixed{}).Minus(a) || g.Signed(x) != a || g.Fixed(-x) != a {
						t.Fatalf("%v with a sign: %v", x, s)
					}
				}
			}
		}
	}
}
