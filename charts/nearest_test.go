package charts

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

// TestNearest holds the quick search to the plain one.
func TestNearest(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		most := rapid.SampledFrom([]uint32{3, 40, 0xff}).Draw(t, "most")
		colour := rapid.Custom(func(t *rapid.T) uint32 {
			channel := rapid.Uint32Range(0, most)
			return channel.Draw(t, "red") | channel.Draw(t, "green")<<8 | channel.Draw(t, "blue")<<16 | 0xff<<24
		})
		colours := rapid.SliceOfN(colour, 1, 60).Draw(t, "colours")
		by := byRed(colours)
		for range 20 {
			c := colour.Draw(t, "colour")
			want, least := 0, math.MaxInt
			for i, k := range colours {
				if d := squared(k, c, 0) + squared(k, c, 8) + squared(k, c, 16); d < least {
					want, least = i, d
				}
			}
			if got := by.nearest(c); got != want {
				t.Fatalf("%#x is nearest to %d, want %d", c, got, want)
			}
		}
	})
}
