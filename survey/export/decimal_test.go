package export

import (
	"testing"

	"pgregory.net/rapid"
)

// TestDecimals counts drawn texts, some of them more than once and in several columns.
func TestDecimals(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		text := rapid.StringOfN(rapid.SampledFrom([]rune("00129..,,-+x")), 0, 8, -1)
		var found decimals
		different := map[string]bool{}
		var commas, points int
		for _, column := range rapid.SliceOf(rapid.SliceOf(text)).Draw(rt, "columns") {
			var own decimals
			for _, cell := range column {
				own.add(cell)
				if mark := markIn(cell); mark == ',' && !different[cell] {
					commas++
				} else if mark == '.' && !different[cell] {
					points++
				}
				different[cell] = true
			}
			found.join(&own)
		}
		if c, p := found.count(); c != commas || p != points {
			rt.Errorf("%d with a comma and %d with a point, want %d and %d", c, p, commas, points)
		}
	})
}
