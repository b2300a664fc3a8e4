package estimate

import (
	"math"
	"testing"
)

// TestIntervals: svyciprop of R 4.2.2, survey 4.1-1, on its data set apiclus1,
// with 14 degrees of freedom; wilson by the formula of survey 4.5. There R lets the
// angle of asin below 0, and so has .0003071927. Its likelihood interval rests on
// clusters. The others are held by TestIntervalsToTheLastDigit.
func TestIntervals(t *testing.T) {
	p := Proportion{Value: .0218579235, Variance: .0226224509 * .0226224509, N: 183, DF: 14}
	for m, want := range map[IntervalMethod][2]float64{
		MeanInterval: {-.0266624080, .0703782550}, AsinInterval: {0, .0955767364}, XlogitInterval: {.0023046913, .1777477668},
		BetaInterval: {.0002161468, .1375077639}, WilsonInterval: {.0031787772, .1353912851},
	} {
		low, high, ok := p.Interval(m, 0.95)
		if !ok {
			t.Errorf("%s: none", m)
		}
		near(t, string(m)+" low", low, want[0], 2e-9)
		near(t, string(m)+" high", high, want[1], 2e-9)
	}
}

// TestApistratCounts: the same from the counts of apistrat, and beta by stype;
// R as above. Its weights are in single precision, hence 1e-6.
func TestApistratCounts(t *testing.T) {
	d, awards, wide := apistrat(t)
	s := d.Proportion(awards, nil)
	relative(t, "awards", s.Value, .6389360641, 1e-6)
	relative(t, "SE", s.SE, .0344059180, 1e-6)
	relative(t, "Kish", float64(s.N)/s.Effective, 1.186370985, 1e-6)
	s = d.Proportion(wide, nil)
	relative(t, "sch.wide", s.Value, .8279480114, 1e-6)
	relative(t, "SE", s.SE, .0243447801, 1e-6)
	for h, want := range [][3]float64{{.73, .632674539, .813425447}, {.32, .197984688, .4631543683}, {.48, .3387613442, .6236182286}} {
		s := d.Proportion(awards, marks(200, func(i int) bool { return int(d.Strata[i]) == h }))
		low, high, _ := s.Share().Interval(BetaInterval, 0.95)
		near(t, "share", s.Value, want[0], 1e-12)
		near(t, "low", low, want[1], 1e-6)
		near(t, "high", high, want[2], 1e-6)
	}
}

// TestGemeente: Korn-Graubard for 48 of 92 from 380, R as above; exact 163 to
// 233 of the 380.
func TestGemeente(t *testing.T) {
	d, yes := ours(t, 2, Adjust, false)
	p := d.Proportion(yes, marks(len(yes), func(i int) bool { return d.Strata[i] == 0 })).Share()
	near(t, "n_eff", p.Value*(1-p.Value)/p.Variance, 120.0694444, 5e-8)
	for m, want := range map[IntervalMethod][2]float64{
		MeanInterval: {.431185766, .6122924948}, BetaInterval: {.4286698438, .6137108629},
	} {
		low, high, _ := p.Interval(m, 0.95)
		near(t, "low", low, want[0], 1e-9)
		near(t, "high", high, want[1], 1e-9)
	}
	capped, upper, _ := p.Interval(KornGraubardInterval, 0.95)
	wantLow, wantHigh := ClopperPearson(48, 92, 0.95) // n_eff is cut from 120 to 92
	near(t, "capped low", capped, wantLow, 1e-12)
	near(t, "capped high", upper, wantHigh, 1e-12)
	p.Population = 380
	low, high, ok := p.Interval(DefaultInterval, 0.95)
	if !ok || low != 163./380 || high != 233./380 {
		t.Errorf("exact: %v to %v", low*380, high*380)
	}
}

// TestCorners: what R answers with NaN, an error or a backward interval.
func TestCorners(t *testing.T) {
	none := Proportion{Value: 0, N: 8, DF: 7}
	for _, m := range IntervalMethods() {
		low, high, ok := none.Interval(m, 0.95)
		switch m {
		case ExactInterval:
			if ok {
				t.Error("exact without population")
			}
		case WilsonInterval:
			tt := 2.36462425159279 * 2.36462425159279 // t with 7 df
			near(t, "wilson at 0 %", high, tt/(8+tt), 1e-10)
		default: // 1 - 0.025^(1/8)
			near(t, string(m)+" at 0 %", high, 1-math.Pow(0.025, 0.125), 1e-12)
		}
		if low != 0 || (!ok && m != ExactInterval) {
			t.Errorf("%s at 0 %%: %v, %v", m, low, ok)
		}
		all := Proportion{Value: 1, N: 8, DF: 7}
		if mirror, one, _ := all.Interval(m, 0.95); m != ExactInterval && (one != 1 || math.Abs(mirror-(1-high)) > 1e-12) {
			t.Errorf("%s at 100 %%: %v to %v", m, mirror, one)
		}
		two := Proportion{Value: 0.5, Variance: 0.25, N: 2, DF: 1}
		for _, level := range []float64{0.95, 0.99} {
			low, high, ok = two.Interval(m, level)
			if m != ExactInterval && (!ok || !(low < 0.5 && high > 0.5) || m != MeanInterval && (low < 0 || high > 1)) {
				t.Errorf("%s, 1 of 2: %v to %v, %v", m, low, high, ok)
			}
		}
		for what, p := range map[string]Proportion{
			"no df": {Value: 0.4, Variance: 0.01, N: 5}, "negative df": {Value: 0, N: 5, DF: -1},
			"fixed by the strata": {Value: 0.5, N: 5, DF: 3}, "nobody": {},
		} {
			if what == "fixed by the strata" && (m == DefaultInterval || m == KornGraubardInterval) {
				continue // below
			}
			if low, high, ok := p.Interval(m, 0.95); ok || low != 0 || high != 0 {
				t.Errorf("%s, %s: %v to %v", m, what, low, high)
			}
		}
		census := Proportion{Value: 0.25, N: 12, DF: 11, Population: 12, Census: true}
		if low, high, ok := census.Interval(m, 0.95); !ok || low != 0.25 || high != 0.25 {
			t.Errorf("%s, census: %v to %v", m, low, high)
		}
	}
	fixed := Proportion{Value: 0.4, N: 5, DF: 3} // as 2 of 5: Clopper and Pearson
	low, high, _ := fixed.Interval(DefaultInterval, 0.95)
	wantLow, wantHigh := ClopperPearson(2, 5, 0.95)
	near(t, "fixed, low", low, wantLow, 1e-12)
	near(t, "fixed, high", high, wantHigh, 1e-12)
	provinces := Proportion{Value: 0.5, Variance: 0.2, N: 2, DF: 0, Population: 12}
	if low, high, ok := provinces.Interval(DefaultInterval, 0.95); !ok || low != 1./12 || high != 11./12 {
		t.Errorf("1 of 2 from 12: %v to %v", 12*low, 12*high)
	}
	panics(t, "method", func() { none.Interval("student", 0.95) })
	panics(t, "share", func() { Proportion{Value: 1.1}.Interval(MeanInterval, 0.95) })
}

// TestUnweighted: R 4.2.2, its qbeta and the formulas. For mid-p R's root finder
// stops 2e-5 early by default (.3891682942 and .5691220122, .0632168841 and
// .1780829569): the tail at our bounds is 0.025 by its pbinom to 1e-12.
func TestUnweighted(t *testing.T) {
	for _, c := range []struct {
		name string
		make func(x, n int, level float64) (float64, float64)
		want [2][2]float64 // 56 and 13 of 117
	}{
		{"Wald", Wald, [2][2]float64{{.3881158793, .569149078}, {.0541658427, .1680563795}}},
		{"Wilson", Wilson, [2][2]float64{{.3902428932, .5683805788}, {.0660932016, .1808539894}}},
		{"Agresti-Coull", AgrestiCoull, [2][2]float64{{.3902403855, .5683830865}, {.0648179714, .1821292197}}},
		{"Clopper-Pearson", ClopperPearson, [2][2]float64{{.3854296868, .5729427948}, {.0605051719, .1825072434}}},
		{"Jeffreys", Jeffreys, [2][2]float64{{.389563256, .5687443869}, {.0637334147, .1774193529}}},
		{"mid-p", MidP, [2][2]float64{{.38918665649019, .569123924817101}, {.0632154068757915, .178071906042024}}},
	} {
		for i, x := range []int{56, 13} {
			low, high := c.make(x, 117, 0.95)
			near(t, c.name+" low", low, c.want[i][0], 2e-10)
			near(t, c.name+" high", high, c.want[i][1], 2e-10)
		}
		for _, x := range []int{0, 8} {
			low, high := c.make(x, 8, 0.95)
			mirror, other := c.make(8-x, 8, 0.95)
			if p := float64(x) / 8; low < 0 || high > 1 || low > p || high < p || math.Abs(low-(1-other))+math.Abs(high-(1-mirror)) > 1e-12 {
				t.Errorf("%s, %d of 8: %v to %v", c.name, x, low, high)
			}
		}
		if low, high := c.make(0, 0, 0.95); low != 0 || high != 1 {
			t.Errorf("%s, no trials: %v to %v", c.name, low, high)
		}
		panics(t, c.name, func() { c.make(3, 2, 0.95) })
	}
}
