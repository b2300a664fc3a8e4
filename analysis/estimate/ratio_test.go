package estimate

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"
)

func TestRatioOfTotals(t *testing.T) {
	// First by hand: R = 2/6, residuals 1/3, -1/3, 0, so SE = sqrt(3/2·2/9)/6 =
	// sqrt(1/3)/6; t with 2 df 4.30265272974946 on the log-odds, bounds from
	// Python mpmath. The Wilson ones by hand with z² = 3.84145882069412: n_eff is
	// 16/6 for ticks 1 1 2, 2 for ticks 2 2, 1 for one respondent.
	const zz = 3.84145882069412
	for _, c := range []struct {
		name string
		y, x []float64
		want Summary
	}{
		{"three respondents", []float64{1, 0, 1}, []float64{2, 1, 3},
			Summary{Value: 1. / 3, SE: 0.0962250448649376, Interval: true, Low: 0.0720076942013322, High: 0.763137081091801, DF: 2}},
		{"nobody ticked it", []float64{0, 0, 0}, []float64{1, 1, 2},
			Summary{Value: 0, Interval: true, Low: 0, High: zz / (16./6 + zz)}},
		{"nobody ticked anything else", []float64{1, 1, 2}, []float64{1, 1, 2},
			Summary{Value: 1, Interval: true, Low: 1 - zz/(16./6+zz), High: 1}},
		{"no spread", []float64{1, 1}, []float64{2, 2},
			Summary{Value: 0.5, Interval: true, Low: 0.0945312057343419, High: 0.905468794265658}},
		{"one respondent", []float64{0}, []float64{3},
			Summary{Value: 0, Interval: true, Low: 0, High: zz / (1 + zz)}},
		{"nobody ticked", []float64{0, 0}, []float64{0, 0}, Summary{}},
		{"nobody", nil, nil, Summary{}},
	} {
		got := RatioOfTotals(c.y, c.x, 0.95)
		if d := cmp.Diff(c.want, got, cmpopts.EquateApprox(0, 1e-9)); d != "" {
			t.Errorf("%s: %s", c.name, d)
		}
	}
	panics(t, "part greater than total", func() { RatioOfTotals([]float64{2}, []float64{1}, 0.95) })
	panics(t, "lengths differ", func() { RatioOfTotals([]float64{1}, nil, 0.95) })
}

// TestRatioOfTotalsOne: with one tick each the ratio is a plain share, of which
// the standard error is sqrt(p(1-p)/(n-1)).
func TestRatioOfTotalsOne(t *testing.T) {
	y, x := make([]float64, 117), make([]float64, 117)
	for i := range x {
		x[i] = 1
		if i < 56 {
			y[i] = 1
		}
	}
	s := RatioOfTotals(y, x, 0.95)
	near(t, "share", s.Value, 56./117, 1e-15)
	near(t, "SE", s.SE*s.SE, 56./117*61/117/116, 1e-15)
}

func TestRatioOfTotalsProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 30).Draw(t, "n")
		y, x, rest := make([]float64, n), make([]float64, n), make([]float64, n)
		total := 0.0
		for i := range n {
			ticks := rapid.IntRange(0, 6).Draw(t, "ticks")
			x[i] = float64(ticks)
			y[i] = float64(rapid.IntRange(0, min(1, ticks)).Draw(t, "tick"))
			rest[i] = x[i] - y[i]
			total += x[i]
		}
		s := RatioOfTotals(y, x, 0.95)
		if total == 0 {
			if s != (Summary{}) {
				t.Fatalf("no ticks: %+v", s)
			}
			return
		}
		if !s.Interval || s.Low < 0 || s.High > 1 || s.Low >= s.High || s.Value < s.Low || s.Value > s.High {
			t.Fatalf("%+v", s)
		}
		other := RatioOfTotals(rest, x, 0.95)
		if d := s.Low + other.High - 1; d > 1e-9 || d < -1e-9 {
			t.Fatalf("the other answers: %+v, not the mirror of %+v", other, s)
		}
	})
}
