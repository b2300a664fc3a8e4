package codebook

import (
	"testing"

	"pgregory.net/rapid"
)

// TestEndsOf holds that headings in which no range is looked for have none.
func TestEndsOf(t *testing.T) {
	words := rapid.SampledFrom([]string{"0", "1", "5", "7", "10", "2", " ", "-", " tot ", "=", "à", "x", "é", " t/m "})
	found := 0
	rapid.Check(t, func(rt *rapid.T) {
		heading := ""
		for _, word := range rapid.SliceOfN(words, 0, 6).Draw(rt, "words") {
			heading += word
		}
		if got, want := endsOf(heading) != nil, rangeForm.MatchString(heading); got != want {
			rt.Errorf("%q has a range: %v", heading, got)
		} else if got {
			found++
		}
	})
	if found == 0 {
		t.Error("no heading has a range")
	}
}
