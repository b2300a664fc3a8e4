package diffusion

import (
	"math"
	"testing"

	"gonum.org/v1/gonum/mathext"
	"pgregory.net/rapid"
)

// TestStated: the conventions on 117 answers, 56 using it, 12 surely and 12 very likely
// starting, by hand.
func TestStated(t *testing.T) {
	for _, c := range []struct {
		convention Convention
		value      float64
	}{
		{AsStated(), 80.0 / 117},
		{JusterScale(), (56 + 12*0.99 + 12*0.8) / 117},
		{ConceptTest(), (56 + 12*0.4 + 12*0.2) / 117},
	} {
		e := Expect(Stated(56, 12, 12, 117, c.convention))
		near(t, c.convention.Name, e.Value, c.value, 1e-15)
		low, high := e.Interval(0.95)
		if !(low < e.Value && e.Value < high) || high-low > 0.2 || high-low < 0.15 {
			t.Errorf("%s: %v to %v", c.convention.Name, low, high)
		}
	}
}

// TestTwoAnswers: with two answers and no discount it is the share of a sample, its SE
// the binomial one and its fan Jeffreys's posterior.
func TestTwoAnswers(t *testing.T) {
	e := Expect([]Answer{{80, Fixed(1)}, {37, Fixed(0)}})
	near(t, "SE", e.SE, math.Sqrt(80.0/117*37/117/117), 1e-15)
	for _, q := range []float64{0.025, 0.25, 0.75, 0.975} {
		near(t, "quantile", e.Quantile(q), mathext.InvRegIncBeta(80.5, 37.5, q), 0.002)
	}
	near(t, "at least 70 %", e.Chance(0.7), 1-mathext.RegIncBeta(80.5, 37.5, 0.7), 0.01)
}

// TestLearned: what planners did moves the forecast and its margin.
func TestLearned(t *testing.T) {
	r := Learned(9, 20)
	near(t, "mean", r.Part, 9.5/21, 1e-15)
	near(t, "variance", r.variance(), 9.5*11.5/(21*21*22), 1e-15)
	near(t, "nobody of two", Learned(0, 2).Part, 0.5/3, 1e-15)
	all := func(r Rate) Expectation { return Expect([]Answer{{30, r}}) }
	e := all(r)
	near(t, "SE of one answer", e.SE, math.Sqrt(r.variance()), 1e-15)
	near(t, "quantile of one answer", e.Quantile(0.9), mathext.InvRegIncBeta(9.5, 11.5, 0.9), 0.003)
	more := all(Learned(90, 200))
	if more.SE >= e.SE {
		t.Errorf("ten times the follow-up: SE %v, before %v", more.SE, e.SE)
	}
}

// TestExpectProperties: the share lies between its bounds and between users alone and
// every plan come true; it rises with the rates; more answers make it surer.
func TestExpectProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		now, sure := rapid.IntRange(0, 80).Draw(t, "now"), rapid.IntRange(0, 40).Draw(t, "sure")
		likely, rest := rapid.IntRange(0, 40).Draw(t, "likely"), rapid.IntRange(1, 80).Draw(t, "rest")
		n := now + sure + likely + rest
		low, high := rapid.Float64Range(0, 1).Draw(t, "low"), rapid.Float64Range(0, 1).Draw(t, "high")
		if low > high {
			low, high = high, low
		}
		e := Expect(Stated(now, sure, likely, n, Convention{"", Fixed(high), Fixed(low)}))
		from, to := e.Interval(0.95)
		if !(0 <= from && from <= e.Value && e.Value <= to && to <= 1) {
			t.Fatalf("%v to %v around %v", from, to, e.Value)
		}
		if e.Value < float64(now)/float64(n)-1e-12 || e.Value > float64(now+sure+likely)/float64(n)+1e-12 {
			t.Fatalf("%v, with %d users and %d planners of %d", e.Value, now, sure+likely, n)
		}
		by := func(times int, c Convention) (value, se float64) {
			return stated(Stated(times*now, times*sure, times*likely, times*n, c), times*n)
		}
		if _, se := by(10, Convention{"", Fixed(high), Fixed(low)}); math.Abs(se*math.Sqrt(10)-e.SE) > 1e-12 {
			t.Fatalf("SE %v, of ten times the answers %v", e.SE, se)
		}
		learned, unsure := by(1, Convention{"", Learned(3, 7), Learned(3, 7)})
		fixed, se := by(1, Convention{"", Fixed(0.4375), Fixed(0.4375)})
		if unsure < se-1e-12 || math.Abs(learned-fixed) > 1e-12 {
			t.Fatalf("learned %v (%v), the same fixed %v (%v)", learned, unsure, fixed, se)
		}
	})
}

// TestFanOf: a wave of n answers varies by the share and by who answers.
func TestFanOf(t *testing.T) {
	e := Expect(Stated(56, 12, 12, 117, JusterScale()))
	low, high := e.Interval(0.95)
	for _, n := range []int{40, 400} {
		f := e.Of(n)
		l, h := f.Interval(0.95)
		// Two variances that add up: the share's, and p(1-p)/n.
		se := (high - low) / (2 * 1.96)
		want := 2 * 1.96 * math.Sqrt(se*se+e.Value*(1-e.Value)/float64(n))
		if f.Value != e.Value || math.Abs(h-l-want) > 0.03 {
			t.Errorf("a wave of %d: %v to %v around %v, want a width of %v", n, l, h, f.Value, want)
		}
	}
	if l, h := e.Of(0).Interval(0.95); l != low || h != high {
		t.Errorf("no wave: %v to %v, want %v to %v", l, h, low, high)
	}
	if (Fan{}).Of(10).Known() {
		t.Error("a wave of nothing known")
	}
}
