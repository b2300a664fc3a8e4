package survey

import "testing"

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
