package survey

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// TestHalvesAddTo holds that the places that are added to both sets are those that the
// table tells, one by one.
func TestHalvesAddTo(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		n := rapid.IntRange(0, 300).Draw(r, "n")
		h, table := NewHalves(n), [1 << 4]uint8{}
		for i := range n {
			h.Set(i, rapid.Uint8Range(0, 15).Draw(r, "half"))
		}
		for x := range table {
			table[x] = rapid.Uint8Range(0, 3).Draw(r, "entry")
		}
		one, other := NewBits(n), NewBits(n)
		for i := 0; i < n; i += 5 {
			one.Set(i)
		}
		wantOne, wantOther := slices.Clone(one), slices.Clone(other)
		for i := range n {
			if is := table[h.At(i)]; is&1 != 0 {
				wantOne.Set(i)
			}
			if is := table[h.At(i)]; is&2 != 0 {
				wantOther.Set(i)
			}
		}
		if h.AddTo(one, other, &table); !slices.Equal(one, wantOne) || !slices.Equal(other, wantOther) {
			r.Fatal(one, wantOne, other, wantOther)
		}
	})
}
