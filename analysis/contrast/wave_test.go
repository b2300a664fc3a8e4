package contrast

import (
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// The panel is the airway data of Bentur et al. (2009), 1, 1, 7 and 12 of 21,
// with the interval of Newcombe, .026 to .507, that M.W. Fagerland, S. Lydersen &
// P. Laake give (Recommended tests and confidence intervals for paired binomial
// proportions, Statistics in Medicine 33, 2014). The digits, and the mixed cases,
// come from the formulas in R 4.2.2, p of the ends from binom.test(1, 8) and
// prop.test(c(22, 14), c(37, 40), correct = FALSE).
func TestChangeOfAShare(t *testing.T) {
	panel := Panel{Both: 1, Lost: 1, Gained: 7, Neither: 12}
	once := Waves{Before: Answered{14, 40}, After: Answered{22, 37}}
	mixed := once
	mixed.Panel = Panel{Both: 20, Lost: 4, Gained: 11, Neither: 25}
	for _, c := range []struct {
		what         string
		r            Result
		name         Name
		p, d, lo, hi float64
	}{
		{"panel", Waves{Panel: panel}.Change(0.95).Together, McNemarExact, 0.0703125, 0.285714285714, 0.0255591241649, 0.506920226686},
		{"panel of the mixed", mixed.Change(0.95).Panel, McNemarExact, 0.11846923828125, 7.0 / 60, 0, 0},
		{"apart", once.Change(0.95).Together, PearsonChi2, 0.03161735, 0.244594594595, 0.0220591451727, 0.436164586437},
		{"apart of the mixed", mixed.Change(0.95).Apart, PearsonChi2, 0.03161735, 0.244594594595, 0.0220591451727, 0.436164586437},
		{"together", mixed.Change(0.95).Together, PartlyPairedZ, 0.00505746955616, 0.166391752577, 0, 0},
	} {
		if c.r.Name != c.name || c.r.Withheld != Done {
			t.Errorf("%s: %s, %s", c.what, c.r.Name, c.r.Withheld)
		}
		near(t, c.what+": p", c.r.P, c.p, 1e-7)
		near(t, c.what+": difference", c.r.Difference.Value, c.d, 1e-11)
		if c.hi != 0 {
			near(t, c.what+": low", c.r.Difference.Low, c.lo, 1e-9)
			near(t, c.what+": high", c.r.Difference.High, c.hi, 1e-9)
		}
	}
	together := mixed.Change(0.95).Together
	near(t, "z", together.Statistic, 2.80335035892, 1e-11)
	near(t, "low", together.Difference.Low, 0.0494694734833, 1e-11)
	near(t, "high", together.Difference.High, 0.276059081433, 1e-11)
	for _, c := range []struct {
		w   Waves
		why Reason
	}{
		{Waves{}, EmptyGroup},
		{Waves{Before: Answered{1, 4}}, EmptyGroup},
		{Waves{Panel: Panel{Both: 3}, After: Answered{2, 2}}, OneAnswer},
		{Waves{Panel: Panel{Both: 1, Neither: 3}, After: Answered{2, 4}}, SmallExpected},
		{Waves{Panel: Panel{Both: 9, Neither: 3}}, NobodyChanged},
	} {
		if r := c.w.Change(0.95).Together; r.Withheld != c.why || r.P != 1 {
			t.Errorf("%+v: %+v, want %s", c.w, r, c.why)
		}
	}
}

// Whatever the counts, the change of all is that of the shares of the two waves,
// its interval holds it, and turning the waves around turns it around.
func TestChangeTurnsWithTheWaves(t *testing.T) {
	count := rapid.IntRange(0, 30)
	rapid.Check(t, func(t *rapid.T) {
		draw := func(what string) int { return count.Draw(t, what) }
		w := Waves{Panel: Panel{draw("both"), draw("lost"), draw("gained"), draw("neither")}}
		w.Before.Yes, w.After.Yes = draw("before"), draw("after")
		w.Before.N, w.After.N = w.Before.Yes+draw("not before"), w.After.Yes+draw("not after")
		back := Waves{Panel{w.Panel.Both, w.Panel.Gained, w.Panel.Lost, w.Panel.Neither}, w.After, w.Before}
		a, b := w.Change(0.95).Together, back.Change(0.95).Together
		if a.Withheld == EmptyGroup {
			return
		}
		d, e := a.Difference, b.Difference
		if math.Abs(a.P-b.P) > 1e-9 || math.Abs(d.Value+e.Value) > 1e-12 || math.Abs(d.Low+e.High) > 1e-12 || a.Withheld != b.Withheld {
			t.Fatalf("%+v: %+v, and back %+v", w, a, b)
		}
		n1, n2 := w.Panel.n()+w.Before.N, w.Panel.n()+w.After.N
		want := float64(w.Panel.Both+w.Panel.Gained+w.After.Yes)/float64(n2) - float64(w.Panel.Both+w.Panel.Lost+w.Before.Yes)/float64(n1)
		if math.Abs(d.Value-want) > 1e-12 || !(d.Low <= d.Value && d.Value <= d.High) {
			t.Fatalf("%+v: %+v, want %v", w, d, want)
		}
	})
}

// The data are the example of R's package Partiallyoverlapping, which gives p =
// 0.026; the digits come from the formulas of the paper in R 4.2.2.
func TestChangeOfAMean(t *testing.T) {
	a, aPaired := []float64{20, 21, 16, 18, 14, 12, 14, 17}, []float64{14, 15, 18, 20, 11, 19, 14, 15}
	b, bPaired := []float64{10, 16, 18, 16, 15, 14, 13, 10}, []float64{15, 10, 15, 17, 13, 19, 12, 13}
	r := WaveMeans(bPaired, aPaired, b, a, 0.95)
	near(t, "t", r.Statistic, 2.41909762838, 1e-11)
	near(t, "df", r.DF1, 18.4223322693, 1e-11)
	near(t, "p", r.P, 0.026104444862, 1e-10)
	near(t, "low", r.Difference.Low, 0.265902970528, 1e-9)
	near(t, "high", r.Difference.High, 3.73409702947, 1e-9)
	apart, welch := WaveMeans(nil, nil, b, a, 0.95), Welch(Moments(a), Moments(b))
	near(t, "t without a panel", apart.Statistic, welch.Statistic, 1e-12)
	near(t, "df without a panel", apart.DF1, welch.DF1, 1e-12)
	// R 4.2.2: t.test(a.paired, b.paired, paired = TRUE).
	paired := WaveMeans(bPaired, aPaired, nil, nil, 0.95)
	near(t, "df of a panel", paired.DF1, 7, 0)
	near(t, "t of a panel", paired.Statistic, 1.820930936, 1e-9)
	near(t, "p of a panel", paired.P, 0.111416467875, 1e-10)
	for why, r := range map[Reason]Result{
		EmptyGroup: WaveMeans(nil, nil, nil, a, 0.95),
		NoFreedom:  WaveMeans([]float64{1}, []float64{2}, b, a, 0.95),
		NoVariance: WaveMeans(nil, nil, []float64{1, 1}, []float64{2, 2}, 0.95),
	} {
		if r.Withheld != why || r.P != 1 {
			t.Errorf("%+v, want %s", r, why)
		}
	}
	back := slices.Clone(b)
	slices.Reverse(back)
	if again := WaveMeans(bPaired, aPaired, back, a, 0.95); again != r {
		t.Errorf("in another order %+v", again)
	}
}
