package survey

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// TestHas finds a number wherever it stands among others, and none that is not there.
func TestHas(t *testing.T) {
	for n := range 70 {
		for x := range uint8(16) {
			for beside := range uint8(16) {
				h := NewHalves(n)
				for i := range n {
					h.Set(i, beside)
				}
				if got, want := h.Has(x), n > 0 && x == beside; got != want {
					t.Fatalf("%d of %d: has %d: %v", n, beside, x, got)
				}
				for at := range n {
					h.Set(at, x)
					if !h.Has(x) {
						t.Fatalf("%d of %d: does not have %d at %d", n, beside, x, at)
					}
					h.Set(at, beside)
				}
			}
		}
	}
}

// TestReplaceInHalves replaces one number and no other.
func TestReplaceInHalves(t *testing.T) {
	for n := range 70 {
		for old := range uint8(16) {
			for by := range uint8(16) {
				h := NewHalves(n)
				for i := range n {
					h.Set(i, uint8(i*7+n)&15)
				}
				h.replace(old, by)
				for i := range n {
					want := uint8(i*7+n) & 15
					if want == old {
						want = by
					}
					if got := h.At(i); got != want {
						t.Fatalf("%d for %d in %d: %d at %d, want %d", by, old, n, got, i, want)
					}
				}
			}
		}
	}
}

// TestCountTops counts what is drawn from two numbers, from less and from more.
func TestCountTops(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		of := rapid.SampledFrom([][]uint8{{0, 1, 7, 8, 12}, {8, 12}, {0, 8}, {3, 4}, {2, 8, 9, 12, 15}}).Draw(r, "numbers")
		list := rapid.SliceOfN(rapid.SampledFrom(of), 0, 70).Draw(r, "list")
		h := NewHalves(len(list))
		h.Put(0, list)
		var want [1 << 4]int
		for _, half := range list {
			want[half]++
		}
		if got := h.countTops(8, 12); !slices.Equal(got[8:], want[8:]) {
			r.Fatalf("in %v are %v from 8 on, want %v", list, got[8:], want[8:])
		}
	})
}

// TestLookHalves looks few and many halves up, from even and odd places on.
func TestLookHalves(t *testing.T) {
	for _, n := range []int{0, 1, 2, 15, 16, 17, 2*manyPairs - 1, 2 * manyPairs, 2*manyPairs + 7} {
		for _, at := range []int{0, 1, 6, 7} {
			h := NewHalves(at + n + 1)
			for i := range h.Len() {
				h.Set(i, uint8(i*7+i>>4)&15)
			}
			bytes, numbers := make([]uint8, n), make([]float64, n)
			var table [1 << 4]uint8
			var thirds [1 << 4]float64
			for x := range table {
				table[x], thirds[x] = uint8(200+x), float64(x)/3
			}
			LookHalves(&h, at, bytes, table[:])
			LookHalves(&h, at, numbers, thirds[:])
			for i := range n {
				if x := h.At(at + i); bytes[i] != table[x] || numbers[i] != thirds[x] {
					t.Fatalf("%d from %d on: %d and %v at %d, want %d and %v", n, at, bytes[i], numbers[i], i, table[x], thirds[x])
				}
			}
		}
	}
}
