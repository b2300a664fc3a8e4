package probability

import (
	"math"
	"testing"

	"gonum.org/v1/gonum/mathext"
	"pgregory.net/rapid"
)

// Chances by pf, pt (lower.tail = FALSE) and pbinom of R 4.2.2.
func TestTails(t *testing.T) {
	for name, c := range map[string]struct{ got, want float64 }{
		"F 1.5 of 1, 999976":           {FTail(1.5, 1, 999976), 0.22067165042604892},
		"F 20 of 1, 999976":            {FTail(20, 1, 999976), 7.745066977709902e-06},
		"F 3 of 3.6, 1e5":              {FTail(3, 3.6, 1e5), 0.02137706315694145},
		"F 20 of 3.6, 1e5":             {FTail(20, 3.6, 1e5), 4.53093947027148e-15},
		"F 0.9 of 5, 3e6":              {FTail(0.9, 5, 3e6), 0.47988358863432745},
		"F 3 of 60, 5e6":               {FTail(3, 60, 5e6), 6.397451495300634e-14},
		"F 20 of 60, 5e6":              {FTail(20, 60, 5e6), 1.2386607804412623e-211},
		"F 3 of 9.3, 1e8":              {FTail(3, 9.3, 1e8), 0.0012070273630288497},
		"t 0.5 of 999976":              {StudentTails(0.5, 999976), 0.6170751874750118},
		"t 3 of 2000.5":                {StudentTails(-3, 2000.5), 0.0027331354000019337},
		"t 9 of 1e5":                   {StudentTail(9, 1e5), 2.2954090050231594e-19 / 2},
		"t 30 of 1e8":                  {StudentTails(30, 1e8), 9.833364285882682e-198},
		"binomial 499000 of 1e6, 0.5":  {Binomial(499_000, 1_000_000, 0.5), 0.022804149932691052},
		"binomial 25e5 of 1e7, 0.25":   {Binomial(2_500_000, 10_000_000, 0.25), 0.5001699519694371},
		"binomial 5e6 of 1e7, 0.5":     {Binomial(5_000_000, 10_000_000, 0.5), 0.500126156622947},
		"binomial 9000 of 1e6, 0.01":   {Binomial(9000, 1_000_000, 0.01), 8.350415916923552e-25},
		"binomial 1200 of 5000, 0.25":  {Binomial(1200, 5000, 0.25), 0.05249092439302342},
		"F without end":                {FTail(math.Inf(1), 3, 1e6), 0},
		"F that is next to nothing":    {FTail(1e-300, 3, 1e6), 1},
		"F that is nearly without end": {FTail(1e308, 60, 1e6), 0},
	} {
		if !(math.Abs(c.got-c.want) <= 2e-13*c.want) {
			t.Errorf("%s: %v, want %v", name, c.got, c.want)
		}
	}
}

// TestIncompleteBeta: the two ways to a chance agree where both are good, on either side of
// the mean.
func TestIncompleteBeta(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := math.Exp(rapid.Float64Range(-1, 6).Draw(t, "log a"))
		b := math.Exp(rapid.Float64Range(-1, 6).Draw(t, "log b"))
		x := rapid.Float64Range(1e-3, 1-1e-3).Draw(t, "x")
		got, want := incompleteBeta(a, b, x, 1-x), mathext.RegIncBeta(a, b, x)
		if !(math.Abs(got-want) <= 1e-11*want) {
			t.Fatalf("the chance of beta(%v, %v) to be below %v: %v, of gonum %v", a, b, x, got, want)
		}
	})
}
