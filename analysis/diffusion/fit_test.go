package diffusion

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"gonum.org/v1/gonum/stat/distuv"
)

func series(at []float64, yes, n []int) []Point {
	points := make([]Point, len(at))
	for i := range at {
		points[i] = Point{At: at[i], Yes: yes[i], N: n[i]}
	}
	return points
}

// unequal is six waves, unequally far apart, of other sizes.
func unequal() []Point {
	return series([]float64{2012, 2013.5, 2014, 2016.25, 2018, 2019}, []int{4, 9, 15, 38, 61, 80}, []int{98, 105, 110, 112, 117, 121})
}

// levelling is ten waves of 400 that level off.
func levelling() []Point {
	p := make([]Point, 10)
	for i, yes := range []int{8, 20, 41, 80, 135, 180, 215, 228, 238, 236} {
		p[i] = Point{At: float64(2010 + i), Yes: yes, N: 400}
	}
	return p
}

// TestReference: the likeliest parameters by R 4.2.2, glm (a ceiling of 1) and optim
// with methods BFGS and Nelder-Mead in turn (computed for this test).
func TestReference(t *testing.T) {
	f := Estimate(unequal(), Setting{Model: Logistic, Ceiling: 1})
	near(t, "rate", f.Curve.Rate, 0.524800599847, 1e-9)
	near(t, "middle", f.Curve.Middle, 2017.71891573, 1e-7)
	near(t, "log-likelihood", f.LogLikelihood, -321.856896921, 1e-8)
	near(t, "deviance", f.Deviance, 0.823192356471, 1e-9)
	near(t, "dispersion", f.Dispersion, 1, 0) // 0.8182 / 4
	if f.DF != 4 || f.Points != 6 || f.Reason != Fitted {
		t.Errorf("%d degrees of freedom, %d points, %v", f.DF, f.Points, f.Reason)
	}
	f = Estimate(unequal(), Setting{Model: Logistic, Ceiling: 0.8})
	near(t, "rate under 0.8", f.Curve.Rate, 0.615763830244, 1e-6)
	near(t, "middle under 0.8", f.Curve.Middle, 2016.75731779, 1e-5)
	near(t, "log-likelihood under 0.8", f.LogLikelihood, -321.845527795, 1e-8)
	f = Estimate(unequal(), Setting{Model: Bass, Ceiling: 1, Start: 2010})
	near(t, "p", f.Curve.Innovation, 0.0120567193548, 1e-7)
	near(t, "q", f.Curve.Imitation, 0.470406572453, 1e-6)
	near(t, "log-likelihood of Bass", f.LogLikelihood, -321.705924694, 1e-8)
	f = Estimate(levelling(), Setting{Model: Logistic})
	near(t, "free rate", f.Curve.Rate, 0.894543015805, 1e-6)
	near(t, "free middle", f.Curve.Middle, 2013.75336864, 1e-5)
	near(t, "free ceiling", f.Curve.Ceiling, 0.602624257551, 1e-6)
	f = Estimate(levelling(), Setting{Model: Bass, Start: 2009})
	near(t, "free p", f.Curve.Innovation, 0.0164663796429, 1e-6)
	near(t, "free q", f.Curve.Imitation, 0.80906390194, 1e-5)
	near(t, "free ceiling of Bass", f.Curve.Ceiling, 0.608885567524, 1e-6)
}

// TestPublishedBass: ten years of sales, the example of the R package DIMORA, fitted by
// nonlinear least squares to the density give m = 68,000, p = 0.00659 and q = 0.638
// (https://rpubs.com/chengjun/bass_model). Likelihood on cumulative counts is another
// way to weigh the years and ends nearby: R's optim gives the second figures.
func TestPublishedBass(t *testing.T) {
	const base = 100000
	sum := 0
	var points []Point
	for i, sold := range []int{840, 1470, 2110, 4000, 7590, 10950, 10530, 9470, 7790, 5890} {
		sum += sold
		points = append(points, Point{At: float64(i + 1), Yes: sum, N: base})
	}
	f, _ := estimate(points, Setting{Model: Bass})
	near(t, "m", f.Curve.Ceiling*base, 68000, 0.03*68000)
	near(t, "p", f.Curve.Innovation, 0.00659, 0.002)
	near(t, "q", f.Curve.Imitation, 0.638, 0.05*0.638)
	near(t, "m by likelihood", f.Curve.Ceiling, 0.663019933016, 1e-6)
	near(t, "p by likelihood", f.Curve.Innovation, 0.00766150096709, 1e-7)
	near(t, "q by likelihood", f.Curve.Imitation, 0.669037896786, 1e-5)
	if !(f.P < 1e-6) || !(f.Dispersion > 10) {
		t.Errorf("such large counts show that no curve is exact: p %v, dispersion %v", f.P, f.Dispersion)
	}
}

// drawn draws waves of n from a curve.
func drawn(c Curve, at []float64, n int, seed uint64) []Point {
	source := rand.NewPCG(seed, 1)
	points := make([]Point, len(at))
	for i, u := range at {
		points[i] = Point{At: u, Yes: int(distuv.Binomial{N: float64(n), P: c.At(u), Src: source}.Rand()), N: n}
	}
	return points
}

func yearly(from, n int) []float64 {
	at := make([]float64, n)
	for i := range at {
		at[i] = float64(from + i)
	}
	return at
}

// TestRecovers: from large waves the fit finds the curve that they were drawn from.
func TestRecovers(t *testing.T) {
	for _, c := range []Curve{
		{Model: Logistic, Ceiling: 1, Rate: 0.6, Middle: 2016},
		{Model: Logistic, Ceiling: 0.6, Rate: 1.1, Middle: 2014},
		{Model: Bass, Ceiling: 1, Innovation: 0.03, Imitation: 0.38, Start: 2009},
		{Model: Bass, Ceiling: 0.7, Innovation: 0.02, Imitation: 0.9, Start: 2009},
	} {
		s := Setting{Model: c.Model, Ceiling: c.Ceiling, Start: c.Start}
		if c.Ceiling < 1 {
			s.Ceiling = 0
		}
		f, _ := estimate(drawn(c, yearly(2010, 10), 200000, 7), s)
		if f.Reason != Fitted {
			t.Errorf("%+v: %v", c, f.Reason)
			continue
		}
		near(t, "ceiling", f.Curve.Ceiling, c.Ceiling, 0.01)
		near(t, "rate", f.Curve.Rate, c.Rate, 0.02)
		near(t, "middle", f.Curve.Middle, c.Middle, 0.05)
		near(t, "p", f.Curve.Innovation, c.Innovation, 0.002)
		near(t, "q", f.Curve.Imitation, c.Imitation, 0.02)
		if f.P < 0.001 {
			t.Errorf("%+v does not fit its own draws: %v", c, f.P)
		}
	}
}

// TestReasons: what can't be told is said, without a number.
func TestReasons(t *testing.T) {
	five := yearly(2010, 5)
	hundred := []int{100, 100, 100, 100, 100}
	broken := unequal()
	broken[3].Break = true
	repeated := series([]float64{1, 1, 2, 2, 3, 3}, []int{1, 2, 10, 11, 30, 31}, []int{100, 100, 100, 100, 100, 100})
	for name, c := range map[string]struct {
		points []Point
		s      Setting
		want   Reason
	}{
		"no points":                   {nil, Setting{Model: Logistic, Ceiling: 1}, TooFewPoints},
		"three":                       {unequal()[:3], Setting{Model: Logistic, Ceiling: 1}, TooFewPoints},
		"five for a free ceiling":     {unequal()[:5], Setting{Model: Logistic}, TooFewPoints},
		"three since a break":         {broken, Setting{Model: Logistic, Ceiling: 1}, TooFewPoints},
		"three moments, twice each":   {repeated, Setting{Model: Logistic, Ceiling: 1}, TooFewPoints},
		"as many every year":          {series(five, []int{30, 28, 33, 29, 31}, hundred), Setting{Model: Logistic, Ceiling: 1}, NotRising},
		"falling":                     {series(five, []int{60, 50, 40, 30, 20}, hundred), Setting{Model: Logistic, Ceiling: 1}, NotRising},
		"nobody":                      {series(five, []int{0, 0, 0, 0, 0}, hundred), Setting{Model: Logistic, Ceiling: 1}, NotRising},
		"everybody":                   {series(five, []int{100, 100, 100, 100, 100}, hundred), Setting{Model: Bass, Ceiling: 1}, NotRising},
		"over the ceiling":            {unequal(), Setting{Model: Logistic, Ceiling: 0.5}, AtCeiling},
		"none, then all":              {series(five, []int{0, 0, 0, 100, 100}, hundred), Setting{Model: Logistic, Ceiling: 1}, Runaway},
		"before it levels off":        {unequal(), Setting{Model: Logistic}, CeilingOpen},
		"before it levels off, Bass":  {unequal(), Setting{Model: Bass, Start: 2010}, CeilingOpen},
		"enough, to see that it does": {levelling(), Setting{Model: Logistic}, Fitted},
	} {
		f := Estimate(c.points, c.s)
		if f.Reason != c.want {
			t.Errorf("%s: %q, want %q: %+v", name, f.Reason, c.want, f.Curve)
		}
		if f.Reason == Fitted {
			continue
		}
		if f.Curve != (Curve{}) || f.Deviance != 0 || f.P != 0 || f.Fan(2020, 0).Known() {
			t.Errorf("%s: numbers without a fit: %+v", name, f)
		}
	}
}

// TestIdentified: two parameters can not be told from one moment, however large.
func TestIdentified(t *testing.T) {
	s := Setting{Model: Logistic, Ceiling: 1}
	sr := newSearch(unequal(), s)
	best, _, _ := sr.best(unequal())
	once := series([]float64{2018, 2018, 2018, 2018}, []int{50, 51, 52, 53}, []int{100, 100, 100, 100})
	if !sr.identified(unequal(), best) || sr.identified(once, best) {
		t.Error("one moment tells two parameters, or six do not")
	}
}

// TestWithoutImitation: where growth slows from the start q is 0, and p that of 1 -
// e^(-pt), found here by trying all.
func TestWithoutImitation(t *testing.T) {
	points := series([]float64{1, 2, 3, 5, 8}, []int{33, 44, 52, 60, 71}, []int{100, 100, 100, 100, 100})
	f := Estimate(points, Setting{Model: Bass, Ceiling: 1})
	best, l := 0.0, math.Inf(-1)
	for p := 0.1; p < 0.4; p += 1e-5 {
		at := 0.0
		for _, x := range points {
			at += logBinomial(x, -math.Expm1(-p*x.At))
		}
		if at > l {
			best, l = p, at
		}
	}
	if f.Reason != Fitted || f.Curve.Imitation != 0 {
		t.Fatalf("%v %+v", f.Reason, f.Curve)
	}
	near(t, "p", f.Curve.Innovation, best, 1e-5)
	if low, high := f.Fan(10, 0).Interval(0.95); !(low < f.Curve.At(10) && f.Curve.At(10) < high) {
		t.Errorf("%v to %v around %v", low, high, f.Curve.At(10))
	}
}

// TestBreak: what came before a break has no say.
func TestBreak(t *testing.T) {
	other := series([]float64{2005, 2006, 2007}, []int{90, 95, 99}, []int{100, 100, 100})
	points := slices.Concat(other, unequal())
	points[3].Break = true
	s := Setting{Model: Logistic, Ceiling: 1}
	f, g := Estimate(points, s), Estimate(unequal(), s)
	if f.Curve != g.Curve || f.Points != 6 {
		t.Errorf("%+v with another series before it, %+v without", f.Curve, g.Curve)
	}
	var sizes []int
	for _, segment := range Segments(points) {
		sizes = append(sizes, len(segment))
	}
	if d := cmp.Diff([]int{3, 6}, sizes); d != "" {
		t.Error(d)
	}
}

// TestFanProperties: the fan is in [0, 1] and around the fit, wider for a wave than for
// the share, and narrower when the waves were larger.
func TestFanProperties(t *testing.T) {
	for seed := range uint64(24) {
		chance := rand.New(rand.NewPCG(seed, 9))
		c := Curve{Model: Logistic, Ceiling: 1, Rate: 0.3 + 0.7*chance.Float64(), Middle: 2014 + 4*chance.Float64()}
		n := 60 + chance.IntN(340)
		small := drawn(c, yearly(2012, 6), n, seed)
		large := make([]Point, len(small))
		for i, p := range small {
			large[i] = Point{At: p.At, Yes: 16 * p.Yes, N: 16 * p.N}
		}
		f, g := Estimate(small, Setting{Model: Logistic, Ceiling: 1}), Estimate(large, Setting{Model: Logistic, Ceiling: 1})
		if f.Reason != Fitted || g.Reason != Fitted {
			t.Fatalf("%+v, %d: %v, %v", c, n, f.Reason, g.Reason)
		}
		share, wave := f.Fan(2019, 0), f.Fan(2019, n)
		low, high := share.Interval(0.95)
		waveLow, waveHigh := wave.Interval(0.95)
		if !(0 <= low && low <= share.Value && share.Value <= high && high <= 1) {
			t.Errorf("%v to %v around %v", low, high, share.Value)
		}
		if waveHigh-waveLow < high-low {
			t.Errorf("a wave is sooner foretold, %v to %v, than the share, %v to %v", waveLow, waveHigh, low, high)
		}
		for q := 0.05; q < 0.95; q += 0.05 {
			if share.Quantile(q) > share.Quantile(q+0.05) {
				t.Errorf("quantile %v is over the next", q)
			}
		}
		if lowLarge, highLarge := g.Fan(2019, 0).Interval(0.95); g.Dispersion < 1.5 && highLarge-lowLarge > 0.6*(high-low) {
			t.Errorf("16 times the answers: %v to %v, before %v to %v", lowLarge, highLarge, low, high)
		}
	}
}

// TestCoverage: over series drawn from a known curve the interval of the share holds
// the truth about as often as it says, and that of the next wave what was measured.
func TestCoverage(t *testing.T) {
	c := Curve{Model: Logistic, Ceiling: 1, Rate: 0.5, Middle: 2016}
	share, wave, fits := 0, 0, 0
	for seed := range uint64(120) {
		points := drawn(c, yearly(2012, 7), 120, 100+seed)
		f := Estimate(points[:6], Setting{Model: Logistic, Ceiling: 1})
		if f.Reason != Fitted {
			continue
		}
		fits++
		if low, high := f.Fan(2018, 0).Interval(0.9); low <= c.At(2018) && c.At(2018) <= high {
			share++
		}
		if Judge(f.Fan(2018, 120), points[5], points[6], 0.9).Inside {
			wave++
		}
	}
	if fits < 120 {
		t.Errorf("%d fits", fits)
	}
	for name, k := range map[string]int{"share": share, "wave": wave} {
		if part := float64(k) / float64(fits); part < 0.85 || part > 0.97 {
			t.Errorf("the 90 %% interval of the %s holds %v", name, part)
		}
	}
	t.Logf("share %d, wave %d of %d", share, wave, fits)
}

// TestDispersion: counts that vary more than by chance widen the interval.
func TestDispersion(t *testing.T) {
	s := Setting{Model: Logistic, Ceiling: 1}
	wild := unequal()
	for i, by := range []int{4, -8, 14, -14, 16, -10} {
		wild[i].Yes += by
	}
	f, g := Estimate(unequal(), s), Estimate(wild, s)
	low, high := f.Fan(2020, 0).Interval(0.9)
	wildLow, wildHigh := g.Fan(2020, 0).Interval(0.9)
	if !(g.Dispersion > 3) || !(g.P < 0.01) || !(wildHigh-wildLow > 1.5*(high-low)) {
		t.Errorf("dispersion %v, p %v, %v to %v beside %v to %v", g.Dispersion, g.P, wildLow, wildHigh, low, high)
	}
}

// TestSameBits: the same data give the same figures, whatever was asked before.
func TestSameBits(t *testing.T) {
	s := Setting{Model: Bass, Ceiling: 1, Start: 2010}
	f, g := Estimate(unequal(), s), Estimate(unequal(), s)
	f.Fan(2031, 50)
	a, b := f.Fan(2020, 100), g.Fan(2020, 100)
	if a.Quantile(0.025) != b.Quantile(0.025) || a.Quantile(0.7) != b.Quantile(0.7) {
		t.Error("two runs differ")
	}
}

func TestUnknownFan(t *testing.T) {
	low, high := Fan{}.Interval(0.95)
	if low != 0 || high != 0 || (Fan{}).Chance(0) != 0 || (Fan{}).Known() {
		t.Error("an unknown fan says something")
	}
	if f := Expect(nil); f.Known() || math.IsNaN(f.Value) {
		t.Error("nobody answered, and yet")
	}
}
