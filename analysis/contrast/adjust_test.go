package contrast

import (
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// The p values of Benjamini & Hochberg's second example as in R's p.adjust tests,
// and their adjustments by p.adjust (R 4.2.2).
var raw = []float64{
	.001, .008, .039, .041, .042, .06, .074, .205, .212, .216, .222, .251, .269, .275, .34, .341, .384, .569, .594, .696,
	.762, .94, .942, .975, .986,
}

func TestAdjust(t *testing.T) {
	repeat := func(xs []float64, x float64, n int) []float64 { return append(xs, slices.Repeat([]float64{x}, n)...) }
	bh := repeat([]float64{.025, .1, .21, .21, .21, .25, .2642857142857143}, .4910714285714287, 7)
	bh = append(bh, .5328125, .5328125, .5647058823529413, .781578947368421, .781578947368421, .87, .9071428571428571)
	for method, want := range map[Method][]float64{
		Unadjusted:         raw,
		Bonferroni:         repeat([]float64{.025, .2, .975}, 1, 22),
		Holm:               repeat([]float64{.025, .192, .897, .902, .902}, 1, 20),
		Hochberg:           repeat([]float64{.025, .192, .882, .882, .882}, .986, 20),
		BenjaminiHochberg:  repeat(bh, .986, 4),
		BenjaminiYekutieli: repeat([]float64{.09539895444383767, .3815958177753507, .8013512173282364, .8013512173282364, .8013512173282364, .9539895444383767}, 1, 19),
	} {
		got := Adjust(raw, method)
		if len(got) != len(want) {
			t.Fatalf("%s: %d of %d", method, len(got), len(want))
		}
		for i := range want {
			near(t, string(method), got[i], want[i], 1e-12)
		}
	}
}

func TestAdjustProperties(t *testing.T) {
	methods := []Method{Unadjusted, Bonferroni, Holm, Hochberg, BenjaminiHochberg, BenjaminiYekutieli}
	rapid.Check(t, func(t *rapid.T) {
		p := rapid.SliceOfN(rapid.Float64Range(0, 1), 0, 12).Draw(t, "p")
		results := make([]Result, len(p))
		for i, x := range p {
			results[i] = Result{}.found(x)
		}
		family := slices.Concat(results, []Result{withheld(ColumnsT, SmallBase)})
		for _, method := range methods {
			got := Adjust(p, method)
			for i := range p {
				if got[i] < p[i] || got[i] > 1 {
					t.Fatalf("%s: %v of %v", method, got[i], p[i])
				}
				for j := range p {
					if p[i] < p[j] && got[i] > got[j] || p[i] == p[j] && got[i] != got[j] {
						t.Fatalf("%s: %v from %v changes the order", method, got, p)
					}
				}
			}
			adjusted := AdjustResults(family, method)
			for i := range p {
				if adjusted[i].Adjusted != got[i] || adjusted[i].P != p[i] {
					t.Fatalf("%s: %+v, want %v", method, adjusted[i], got[i])
				}
			}
			if last := adjusted[len(p)]; last.Adjusted != 1 || last.Different(0.5) {
				t.Fatalf("%s: withheld %+v", method, last)
			}
			holm, hochberg := Adjust(p, Holm), Adjust(p, Hochberg)
			for i := range p {
				if hochberg[i] > holm[i]*(1+1e-15) {
					t.Fatalf("Hochberg %v above Holm %v", hochberg, holm)
				}
			}
		}
	})
}

func TestPower(t *testing.T) {
	many := func(n float64) Base { return Base{Answers: n, Population: math.Inf(1)} }
	// R 4.2.2: power.prop.test(n, p1, power or p2, sig.level, tol = 1e-14).
	near(t, "power", Power(.5, .75, many(50), many(50), .05), 0.7401659013313879, 1e-9)
	for _, c := range []struct{ n, p, alpha, power, up float64 }{
		{50, .5, .05, .8, 0.7668301789524826},
		{92, .3, .05, .8, 0.5011154942590342},
		{400, .1, .01, .9, 0.1966443311364822},
	} {
		s := Detectable(c.p, many(c.n), many(c.n), c.alpha, c.power)
		if !s.HasUp {
			t.Fatalf("%+v", s)
		}
		near(t, "up", s.Up, c.up, 1e-9)
		m := Detectable(1-c.p, many(c.n), many(c.n), c.alpha, c.power)
		near(t, "mirror", 1-m.Down, s.Up, 1e-9)
	}
	// 8 of 25 against 92 of 380: with the correction for finite populations less
	// is needed, and a census sees all.
	plain := Detectable(.5, many(92), many(8), .05, .8)
	finite := Detectable(.5, Base{Answers: 92, Population: 380}, Base{Answers: 8, Population: 25}, .05, .8)
	census := Detectable(.5, Base{Answers: 92, Population: 92}, Base{Answers: 8, Population: 8}, .05, .8)
	if !(finite.Up < plain.Up && plain.HasUp && finite.HasUp && census.Up-.5 < 1e-12 && census.HasDown) {
		t.Errorf("plain %+v, finite %+v, census %+v", plain, finite, census)
	}
	if s := Detectable(.5, many(92), many(2), .05, .8); s.HasUp || s.HasDown {
		t.Errorf("two answers see %+v", s)
	}
	// (t.975 + t.8) with 30 df is 2.042272 + 0.853767 (R: qt).
	if d, ok := SmallestSeen(0.1, 30, .05, .8); !ok || math.Abs(d-0.2896039) > 1e-7 {
		t.Errorf("smallest seen %v %v", d, ok)
	}
	if _, ok := SmallestSeen(0, 30, .05, .8); ok {
		t.Error("no standard error sees something")
	}
}

func TestEquivalence(t *testing.T) {
	// Two one-sided t tests by hand: (0.1-0.02)/0.03 on 20 df, R: pt(8/3, 20,
	// lower.tail = FALSE).
	r := Equivalence(-0.02, 0.03, 20, 0.1)
	near(t, "p", r.P, 0.00740927271325, 1e-9)
	if r := Equivalence(0.2, 0.03, 20, 0.1); r.P < 0.99 {
		t.Errorf("outside the bound: %+v", r)
	}
	none := DesignTest(0.01, 0.03, 21)
	if got := Conclude(none, r, 0.05); got != Alike {
		t.Errorf("%s", got)
	}
	if got := Conclude(none, withheld(TwoOneSided, NoVariance), 0.05); got != Undecided {
		t.Errorf("%s", got)
	}
	if got := Conclude(DesignTest(-0.2, 0.03, 21), r, 0.05); got != Lower {
		t.Errorf("%s", got)
	}
	if got := Conclude(DesignTest(0.2, 0.03, 21), r, 0.05); got != Higher {
		t.Errorf("%s", got)
	}
	for _, c := range []struct {
		se, nu float64
		why    Reason
	}{{0, 20, NoVariance}, {math.Inf(1), 20, NoVariance}, {0.1, 1, NoFreedom}, {0.1, 0, NoFreedom}} {
		if r := DesignTest(0.2, c.se, c.nu); r.Withheld != c.why || r.P != 1 {
			t.Errorf("%+v, want %s", r, c.why)
		}
	}
}

func TestMoreAnswers(t *testing.T) {
	// 385 answers give 5 points at 95 % (Cochran, 1977, 4.4); of 380 municipalities
	// 384.15/(1+383.15/380) = 191.3; 92 are there.
	for _, c := range []struct {
		p, margin, deff, population float64
		have, want                  int
	}{
		{.5, .05, 1, math.Inf(1), 0, 385},
		{.5, .05, 1, 380, 92, 100},
		{.5, .05, 1, 380, 300, 0},
		{.5, .05, 1, 25, 8, 16},
		{.5, 1e-9, 1, 25, 8, 17},
		{.5, .05, 2, math.Inf(1), 0, 769},
		{0, .05, 1, 25, 8, 0},
	} {
		if got := MoreAnswers(c.p, c.margin, .95, c.deff, c.population, c.have); got != c.want {
			t.Errorf("%+v: %d", c, got)
		}
	}
}

func TestAllocate(t *testing.T) {
	strata := []Stratum{{380, 92, .25}, {25, 8, .25}, {21, 5, .25}, {12, 0, .25}, {25, 2, 0}}
	se := func(more []int) float64 {
		v := 0.0
		for i, s := range strata {
			n := float64(s.Sampled + more[i])
			v += square(float64(s.Population)/463) * s.Variance * (1/n - 1/float64(s.Population))
		}
		return math.Sqrt(max(v, 0))
	}
	for _, wanted := range []float64{0.045, 0.04, 0.03, 0.01, 0} {
		more := Allocate(strata, wanted)
		if se(more) > wanted+1e-9 || more[3] < 1 || more[4] != 0 {
			t.Errorf("%v: %v gives %v", wanted, more, se(more))
		}
		// One answer less anywhere is not enough.
		for i := range more {
			if more[i] > 0 && strata[i].Sampled+more[i] > 1 {
				more[i]--
				if se(more) < wanted-1e-12 {
					t.Errorf("%v: one too many in stratum %d", wanted, i)
				}
				more[i]++
			}
		}
	}
	if got := Allocate(strata, 0); !slices.Equal(got, []int{288, 17, 16, 12, 0}) {
		t.Errorf("a census asks for %v", got)
	}
}
