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
