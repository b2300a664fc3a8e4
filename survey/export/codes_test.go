package export

import (
	"testing"

	"pgregory.net/rapid"
)

// TestCodes holds that codes count, look up and find what they hold, in whatever room.
func TestCodes(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		dictionary := rapid.SampledFrom([]int{1, 3, 256, 257, 1<<16 + 1}).Draw(r, "dictionary")
		list := rapid.SliceOfN(rapid.Uint32Range(0, uint32(dictionary-1)), 0, 30).Draw(r, "codes")
		c := CodesOf(list, dictionary)
		counts, want, table := make([]int, dictionary), map[uint32]int{}, make([]float64, dictionary)
		for code := range table {
			table[code] = float64(code) / 2
		}
		for _, code := range list {
			want[code]++
		}
		c.Count(counts)
		for code, n := range counts {
			if n != want[uint32(code)] || c.Has(uint32(code)) != (n > 0) {
				r.Fatalf("%d occurs %d times, has %v, want %d", code, n, c.Has(uint32(code)), want[uint32(code)])
			}
		}
		from := rapid.IntRange(0, len(list)).Draw(r, "from")
		got := make([]float64, len(list)-from)
		Look(&c, from, got, table)
		for i, x := range got {
			if x != table[list[from+i]] {
				r.Fatalf("place %d has %v", from+i, x)
			}
		}
		if bytes := c.Take(); (bytes != nil) != (dictionary <= 256) || bytes != nil && (len(bytes) != len(list) || c.Len() > 0) {
			r.Fatalf("took %d, left %d of %d", len(bytes), c.Len(), len(list))
		}
	})
}
