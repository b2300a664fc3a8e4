package diffusion

import (
	"slices"
	"testing"

	"gonum.org/v1/gonum/mathext"
)

// TestBackTest: each wave is foretold from those before it, as if it were not there.
func TestBackTest(t *testing.T) {
	s := Setting{Model: Logistic, Ceiling: 1}
	held := BackTest(unequal(), s, 0.95)
	if len(held) != 5 {
		t.Fatalf("%d waves held back", len(held))
	}
	for i, h := range held {
		want := Fitted
		if i < 3 {
			want = TooFewPoints
		}
		if h.Reason != want || h.From != i+1 || h.Wave != unequal()[i+1] {
			t.Errorf("%d: %+v", i, h)
		}
		near(t, "the last share again", h.Unchanged, unequal()[i].Share()-unequal()[i+1].Share(), 1e-15)
		if want != Fitted && (h.Forecast != 0 || h.High != 0 || h.Error != 0 || h.Inside) {
			t.Errorf("%d: a forecast from too little: %+v", i, h)
		}
	}
	by := Estimate(unequal()[:5], s)
	near(t, "forecast of 2019", held[4].Forecast, by.Curve.At(2019), 0)
	near(t, "its error", held[4].Error, by.Curve.At(2019)-80.0/121, 1e-15)
	later := slices.Concat(unequal()[:5], []Point{{At: 2019, Yes: 1, N: 121}})
	if h := BackTest(later, s, 0.95)[4]; h.Forecast != held[4].Forecast || h.Inside {
		t.Errorf("another 2019 changes its forecast, or 1 of 121 is inside: %+v", h)
	}
	r := Sum(held)
	if r.Held != 5 || r.Foretold != 2 || r.Inside != 2 {
		t.Errorf("%+v", r)
	}
	near(t, "bias", r.Bias, (held[3].Error+held[4].Error)/2, 1e-15)
	if !(r.Absolute < r.Unchanged) {
		t.Errorf("a growing series is foretold no better than by its last share: %+v", r)
	}
	broken := unequal()
	broken[4].Break = true
	if held := BackTest(broken, s, 0.95); len(held) != 4 || Sum(held).Foretold != 0 {
		t.Errorf("foretold across a break: %+v", held)
	}
}

// TestWide: the scenarios go on from the last figure as they say.
func TestWide(t *testing.T) {
	last := Point{At: 2018, Yes: 56, N: 117}
	var fans []Fan
	value := 0.0
	for i, s := range Wide(1) {
		f := s.Fan(last, 2020, 0)
		if f.Value <= value {
			t.Errorf("%s: %v, not over %v", s.Name, f.Value, value)
		}
		value, fans = f.Value, append(fans, f)
		if now := s.Fan(last, 2018, 0); now.Value != last.Share() {
			t.Errorf("%s starts at %v", s.Name, now.Value)
		}
		if i == 0 {
			near(t, "still", f.Value, 56.0/117, 0)
			near(t, "still, low", f.Quantile(0.025), mathext.InvRegIncBeta(56.5, 61.5, 0.025), 5e-4)
			continue
		}
		// F' = (p + qF)(1-F) by hand: (1-F)/(p+qF) falls by e^(-2(p+q))
		r, p, q := (1-last.Share())/(s.Innovation+s.Imitation*last.Share()), s.Innovation, s.Imitation
		for range 2000 {
			r -= r * (p + q) / 1000
		}
		near(t, s.Name, f.Value, (1-p*r)/(1+q*r), 1e-3)
		halted := s
		halted.Shocks = []Shock{{From: 2019, Factor: 0, Left: 0.25}}
		less, before := halted.Fan(last, 2020, 0), s.Fan(last, 2019, 0)
		near(t, s.Name+", then a quarter stops", less.Value, 0.75*before.Value, 1e-12)
		near(t, s.Name+", then a quarter stops, high", less.Quantile(0.9), 0.75*before.Quantile(0.9), 1e-12)
	}
	low, high := Envelope(append(fans, Fan{}), 0.95)
	first, _ := fans[0].Interval(0.95)
	_, end := fans[2].Interval(0.95)
	if low != first || high != end {
		t.Errorf("%v to %v around %v to %v", low, high, first, end)
	}
	if low, high := Envelope(nil, 0.95); low != 0 || high != 0 {
		t.Errorf("no scenario: %v to %v", low, high)
	}
	over := Wide(0.4)[2].Fan(last, 2030, 0)
	near(t, "over the ceiling", over.Value, last.Share(), 0)
	share, wave := fans[1], Wide(1)[1].Fan(last, 2020, 117)
	if a, b := share.Quantile(0.9)-share.Quantile(0.1), wave.Quantile(0.9)-wave.Quantile(0.1); b < 1.2*a {
		t.Errorf("a wave of 117 varies by %v, the share by %v", b, a)
	}
}
