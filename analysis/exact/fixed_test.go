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
