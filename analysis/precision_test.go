package analysis

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"benchmark/survey"
)

// The counts are those of the hypergeometric interval by its definition,
// min{K : P(X >= x) > a/2} to max{K : P(X <= x) > a/2}, worked out by adding up
// C(K,i) C(N-K,n-i) / C(N,n) in whole numbers.
func TestPrecisions(t *testing.T) {
	strata := []survey.Stratum{
		{Type: "municipality", Population: 380, Respondents: 92},
		{Type: "province", Population: 12, Respondents: 2},
		{Type: "agency", Population: 3, Respondents: 3},
		{Type: "overfull", Population: 2, Respondents: 3},
		{Type: "untouched", Population: 4},
	}
	got := Precisions(strata, 0.95, 5)
	if len(got) != 4 {
		t.Fatalf("%d strata, want 4", len(got))
	}
	for i, want := range []struct {
		kind             string
		more             int
		width, widthMore float64
	}{
		{"untouched", 4, 1, 0},
		{"province", 5, 10.0 / 12, 5.0 / 12},
		{"municipality", 5, 70.0 / 380, 68.0 / 380},
		{"agency", 0, 0, 0},
	} {
		g := got[i]
		if g.Type != want.kind || g.More != want.more || math.Abs(g.Width-want.width) > 1e-12 || math.Abs(g.WidthMore-want.widthMore) > 1e-12 {
			t.Errorf("%d: got %+v, want %+v", i, g, want)
		}
	}
}

// A census tells everything, nobody nothing, and two more answers never widen
// the interval by more than the step of one organisation.
func TestPrecisionProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		population := rapid.IntRange(1, 300).Draw(t, "population")
		n := rapid.IntRange(0, population).Draw(t, "n")
		more := rapid.IntRange(1, 20).Draw(t, "more")
		p := Precisions([]survey.Stratum{{Population: population, Respondents: n}}, 0.95, more)[0]
		if n == population && p.Width != 0 || n == 0 && p.Width != 1 || n+p.More == population && p.WidthMore != 0 {
			t.Fatalf("%d of %d: %+v", n, population, p)
		}
		if p.More < 0 || p.More > more || p.Width < 0 || p.Width > 1 {
			t.Fatalf("%d of %d: %+v", n, population, p)
		}
		if p.WidthMore > p.Width+2/float64(population) {
			t.Fatalf("%d of %d with %d more: from %v to %v", n, population, p.More, p.Width, p.WidthMore)
		}
	})
}
