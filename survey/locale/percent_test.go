package locale

import "testing"

// A share that is not quite none or all is never printed as none or all.
func TestPercentAtTheEdges(t *testing.T) {
	nl, en := mustFor(t, "nl"), mustFor(t, "en")
	for _, c := range []struct {
		p        float64
		decimals int
		want     string
		nl, en   string // in a sentence, for whole percentages
	}{
		{0, 0, "0%", "0%", "0%"},
		{1.0 / 500, 0, "<1%", "minder dan 1%", "less than 1%"},
		{1.0 / 200, 0, "1%", "1%", "1%"},
		{199.0 / 200, 0, ">99%", "meer dan 99%", "more than 99%"},
		{199.0 / 201, 0, "99%", "99%", "99%"},
		{1, 0, "100%", "100%", "100%"},
		{1 - 1e-15, 0, "100%", "100%", "100%"},
		{1.2, 0, "120%", "120%", "120%"},
		{1.0 / 5000, 1, "<0,1%", "", ""},
		{4999.0 / 5000, 1, ">99,9%", "", ""},
		{-0.002, 0, "0%", "0%", "0%"},
	} {
		if got := nl.Percent(c.p, c.decimals); got != c.want {
			t.Errorf("%g in %d decimals is %q, want %q", c.p, c.decimals, got, c.want)
		}
		if c.nl == "" {
			continue
		}
		if d, e := nl.PercentSaid(c.p), en.PercentSaid(c.p); d != c.nl || e != c.en {
			t.Errorf("%g is said as %q and %q, want %q and %q", c.p, d, e, c.nl, c.en)
		}
	}
}
