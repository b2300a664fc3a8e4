package diffusion

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

func near(t *testing.T, what string, got, want, tolerance float64) {
	t.Helper()
	if !(math.Abs(got-want) <= tolerance) {
		t.Errorf("%s = %.10g, want %.10g", what, got, want)
	}
}

// TestBassTable: the closed form of Bass 1969, computed apart for p = .03, q = .38.
func TestBassTable(t *testing.T) {
	c := Curve{Model: Bass, Ceiling: 1, Innovation: 0.03, Imitation: 0.38, Start: 2010}
	for i, want := range []float64{.035758, .085056, .150500, .233150, .331199, .439235, .549010, .651738, .740727, .812803} {
		near(t, "F", c.At(2010+float64(i+1)), want, 6e-7)
	}
	near(t, "peak", c.Peak(), 2010+6.192619, 6e-7)
	near(t, "before the start", c.At(2009), 0, 0)
	near(t, "peak of imitation below innovation", Curve{Model: Bass, Ceiling: 1, Innovation: 0.4, Imitation: 0.1, Start: 3}.Peak(), 3, 0)
	near(t, "exponential", Curve{Model: Bass, Ceiling: 0.5, Innovation: 0.2}.At(3), 0.5*(1-math.Exp(-0.6)), 1e-15)
}

// TestPeak: a little before and after the peak fewer start.
func TestPeak(t *testing.T) {
	for _, c := range []Curve{
		{Model: Bass, Ceiling: 0.7, Innovation: 0.03, Imitation: 0.38, Start: 1},
		{Model: Logistic, Ceiling: 0.7, Rate: 0.6, Middle: 5},
	} {
		speed := func(u float64) float64 { return c.At(u+1e-3) - c.At(u-1e-3) }
		if p := c.Peak(); !(speed(p) > speed(p-0.1) && speed(p) > speed(p+0.1)) {
			t.Errorf("%+v: most do not start at %v", c, p)
		}
	}
}

func TestThrough(t *testing.T) {
	c, why := Through(2015, 0.2, 2017, 0.5, 0.8)
	if why != Fitted {
		t.Fatal(why)
	}
	near(t, "first", c.At(2015), 0.2, 1e-12)
	near(t, "second", c.At(2017), 0.5, 1e-12)
	near(t, "rate", c.Rate, (math.Log(5.0/3)-math.Log(1.0/3))/2, 1e-12)
	for _, bad := range []struct {
		t1, s1, t2, s2, m float64
		want              Reason
	}{
		{2015, 0.5, 2017, 0.5, 1, NotRising}, {2015, 0.5, 2017, 0.2, 1, NotRising}, {2017, 0.2, 2017, 0.5, 1, NotRising},
		{2015, 0, 2017, 0.5, 1, AtCeiling}, {2015, 0.2, 2017, 0.5, 0.5, AtCeiling},
	} {
		if c, why := Through(bad.t1, bad.s1, bad.t2, bad.s2, bad.m); why != bad.want || c != (Curve{}) {
			t.Errorf("%+v: %v %+v", bad, why, c)
		}
	}
}

func anyCurve(t *rapid.T) Curve {
	c := Curve{Ceiling: rapid.Float64Range(0.05, 1).Draw(t, "ceiling")}
	if rapid.Bool().Draw(t, "bass") {
		c.Model, c.Start = Bass, rapid.Float64Range(-3, 3).Draw(t, "start")
		c.Innovation, c.Imitation = rapid.Float64Range(1e-5, 2).Draw(t, "p"), rapid.Float64Range(0, 4).Draw(t, "q")
		return c
	}
	c.Model, c.Rate, c.Middle = Logistic, rapid.Float64Range(0.01, 4).Draw(t, "b"), rapid.Float64Range(-5, 15).Draw(t, "c")
	return c
}

// TestCurveProperties: a curve rises, stays between 0 and its ceiling, and goes on from
// any moment by its hazard as if it had not been cut there.
func TestCurveProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := anyCurve(t)
		u := rapid.Float64Range(-5, 20).Draw(t, "t")
		v := u + rapid.Float64Range(0, 10).Draw(t, "later")
		x, y := c.At(u), c.At(v)
		if x < 0 || y < x || y > c.Ceiling {
			t.Fatalf("%v then %v under %v", x, y, c.Ceiling)
		}
		if u > c.Start {
			if z := c.At(v, Shock{From: u, Factor: 1}); math.Abs(z-y) > 1e-9 {
				t.Fatalf("%v when cut, %v whole", z, y)
			}
		}
		slow, fast := c.At(v, Shock{From: u, Factor: 0.5}), c.At(v, Shock{From: u, Factor: 2})
		if slow > y+1e-9 || fast < y-1e-9 || fast > c.Ceiling+1e-12 {
			t.Fatalf("half the hazard %v, the hazard %v, twice %v", slow, y, fast)
		}
		if halted := c.At(v, Shock{From: u}); math.Abs(halted-x) > 1e-12 {
			t.Fatalf("%v, then nobody starts, then %v", x, halted)
		}
	})
}

// TestShockByIntegration: the closed form after shocks against small steps of the
// differential equation.
func TestShockByIntegration(t *testing.T) {
	shocks := []Shock{{From: 4, Factor: 0.3, Left: 0.25}, {From: 6, Factor: 2}}
	for _, c := range []Curve{
		{Model: Bass, Ceiling: 0.7, Innovation: 0.03, Imitation: 0.6},
		{Model: Logistic, Ceiling: 0.9, Rate: 0.8, Middle: 3.5},
	} {
		h := c.hazard()
		const steps = 200000
		share, dt := c.At(0), 9.0/steps
		for i := range steps {
			u := (float64(i) + 0.5) * dt
			k := 1.0
			switch {
			case u > 6:
				k = 2
			case u > 4:
				k = 0.3
			}
			if u > 4 && u-dt < 4 {
				share *= 0.75
			}
			slope := func(f float64) float64 { return k * (h.p + h.q*f/h.ceiling) * (h.ceiling - f) }
			share += dt * slope(share+dt/2*slope(share))
		}
		near(t, string(c.Model), c.At(9, shocks...), share, 2e-5)
	}
}

func TestBrokenPromises(t *testing.T) {
	for name, f := range map[string]func(){
		"a level of 95":       func() { Fan{}.Interval(95) },
		"more than all":       func() { Segments([]Point{{At: 1, Yes: 5, N: 4}}) },
		"out of order":        func() { Segments([]Point{{At: 2, Yes: 1, N: 4}, {At: 1, Yes: 1, N: 4}}) },
		"no moment":           func() { Segments([]Point{{At: math.NaN(), Yes: 1, N: 4}}) },
		"a ceiling of 2":      func() { Estimate([]Point{{At: 1, Yes: 1, N: 4}}, Setting{Model: Logistic, Ceiling: 2}) },
		"no model":            func() { Estimate([]Point{{At: 1, Yes: 1, N: 4}}, Setting{Ceiling: 1}) },
		"a start afterwards":  func() { Estimate([]Point{{At: 1, Yes: 1, N: 4}}, Setting{Model: Bass, Start: 1}) },
		"a rate over 1":       func() { Fixed(1.1) },
		"more did than could": func() { Learned(3, 2) },
		"a negative answer":   func() { Expect([]Answer{{Count: -1}}) },
		"back in time":        func() { Wide(1)[0].Fan(Point{At: 2, Yes: 1, N: 2}, 1, 0) },
		"shocks out of order": func() { Curve{Model: Logistic, Ceiling: 1, Rate: 1}.At(1, Shock{From: 2}, Shock{From: 1}) },
	} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%s is accepted", name)
				}
			}()
			f()
		}()
	}
}
