package estimate

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

// near fails unless got is within tolerance of want.
func near(t *testing.T, what string, got, want, tolerance float64) {
	t.Helper()
	if !(math.Abs(got-want) <= tolerance) {
		t.Errorf("%s = %.15g, want %.15g", what, got, want)
	}
}

// panics fails unless f does.
func panics(t *testing.T, what string, f func()) {
	t.Helper()
	defer func() {
		if recover() == nil {
			t.Errorf("%s: no panic", what)
		}
	}()
	f()
}

func TestWilson(t *testing.T) {
	// 56/117 and 13/117: R 4.2.2, binom-type score interval without continuity
	// correction. 0/8 and 8/8: z²/(8+z²) with z = 1.959963984540054 by hand.
	for _, c := range []struct {
		x, n      int
		level     float64
		low, high float64
	}{
		{56, 117, 0.95, .3902428932, .5683805788},
		{13, 117, 0.95, .0660932016, .1808539894},
		{0, 8, 0.95, 0, .32440756488388},
		{8, 8, 0.95, 1 - .32440756488388, 1},
		{0, 0, 0.95, 0, 1},
	} {
		low, high := Wilson(c.x, c.n, c.level)
		near(t, "low", low, c.low, 1e-10)
		near(t, "high", high, c.high, 1e-10)
	}
}

func TestWilsonProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 100000).Draw(t, "n")
		x := rapid.IntRange(0, n).Draw(t, "x")
		level := rapid.Float64Range(0.5, 0.999).Draw(t, "level")
		low, high := Wilson(x, n, level)
		p := float64(x) / float64(n)
		if !(0 <= low && low <= p && p <= high && high <= 1 && low < high) {
			t.Fatalf("[%v, %v] around %v", low, high, p)
		}
		if (x == 0) != (low == 0) || (x == n) != (high == 1) {
			t.Fatalf("%d of %d: [%v, %v]", x, n, low, high)
		}
		mirrorLow, mirrorHigh := Wilson(n-x, n, level)
		if math.Abs(mirrorLow-(1-high)) > 1e-12 || math.Abs(mirrorHigh-(1-low)) > 1e-12 {
			t.Fatalf("counting the others gives [%v, %v], not the mirror of [%v, %v]", mirrorLow, mirrorHigh, low, high)
		}
		if x < n {
			nextLow, nextHigh := Wilson(x+1, n, level)
			if nextLow < low || nextHigh < high {
				t.Fatalf("one more lowers a bound: [%v, %v] to [%v, %v]", low, high, nextLow, nextHigh)
			}
		}
	})
}

func TestPartWhole(t *testing.T) {
	// By the per-respondent formula with 30 digits (Python mpmath 1.3.0). The
	// first two are the KCC among users of WhatsApp and of live chat against all
	// respondents; the study published 46 %, 62 % and 31 %.
	for _, c := range []struct {
		xPart, nPart, xWhole, nWhole int
		value, se, low, high         float64
	}{
		{26, 56, 36, 117, 0.156593406593407, 0.0450311477653072, 0.0674035444088615, 0.245783268777952},
		{8, 13, 36, 117, 0.307692307692308, 0.126961251392831, 0.0562295518789213, 0.559155063505694},
		// By hand: u is ±1/6 in the part and ±1/12 outside, so V = 6/5·1/12 = 0.1; t
		// with 5 df is 2.57058183563632.
		{1, 2, 3, 6, 0, math.Sqrt(0.1), -2.57058183563632 * math.Sqrt(0.1), 2.57058183563632 * math.Sqrt(0.1)},
	} {
		s := PartWhole(c.xPart, c.nPart, c.xWhole, c.nWhole, 0.95)
		near(t, "value", s.Value, c.value, 1e-14)
		near(t, "SE", s.SE, c.se, 1e-14)
		near(t, "low", s.Low, c.low, 1e-9)
		near(t, "high", s.High, c.high, 1e-9)
		if !s.Interval || s.DF != float64(c.nWhole-1) {
			t.Errorf("interval %v with %v df", s.Interval, s.DF)
		}
	}
}

func TestPartWholeEdges(t *testing.T) {
	if s := PartWhole(56, 117, 56, 117, 0.95); s != (Summary{}) {
		t.Errorf("part = whole: %+v", s)
	}
	if s := PartWhole(0, 0, 56, 117, 0.95); s != (Summary{}) {
		t.Errorf("empty part: %+v", s)
	}
	for _, c := range [][4]int{{0, 2, 56, 117}, {2, 2, 56, 117}, {1, 2, 1, 117}, {1, 2, 116, 117}, {0, 3, 0, 9}} {
		s := PartWhole(c[0], c[1], c[2], c[3], 0.95)
		near(t, "value", s.Value, float64(c[0])/float64(c[1])-float64(c[2])/float64(c[3]), 1e-15)
		if s.Interval || s.Low != 0 || s.High != 0 || s.DF != 0 {
			t.Errorf("%v: an interval from answers that are all the same: %+v", c, s)
		}
	}
	// 1 of 2 against 3 of 5 reaches beyond what is possible at 99.9 %.
	if s := PartWhole(1, 2, 3, 5, 0.999); s.Low != -1 || s.High != 1 {
		t.Errorf("not cut off: %+v", s)
	}
	panics(t, "part outside whole", func() { PartWhole(3, 4, 2, 9, 0.95) })
	panics(t, "part greater than whole", func() { PartWhole(1, 10, 1, 9, 0.95) })
	panics(t, "level in percent", func() { PartWhole(1, 2, 1, 9, 95) })
}

// TestPartWholeByRespondent holds the closed form against the definition.
func TestPartWholeByRespondent(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		xPart := rapid.IntRange(1, 40).Draw(t, "xPart")
		nPart := xPart + rapid.IntRange(1, 40).Draw(t, "others in part")
		xRest := rapid.IntRange(1, 40).Draw(t, "xRest")
		nRest := xRest + rapid.IntRange(1, 40).Draw(t, "others outside")
		n := nPart + nRest
		pPart, p := float64(xPart)/float64(nPart), float64(xPart+xRest)/float64(n)
		var squares float64
		for i := range n {
			in, y := 0.0, 0.0
			if i < nPart {
				in = 1
			}
			if i < xPart || (i >= nPart && i < nPart+xRest) {
				y = 1
			}
			u := in*(y-pPart)/float64(nPart) - (y-p)/float64(n)
			squares += u * u
		}
		want := math.Sqrt(float64(n) / float64(n-1) * squares)
		s := PartWhole(xPart, nPart, xPart+xRest, n, 0.95)
		if math.Abs(s.SE-want) > 1e-12 {
			t.Fatalf("SE %v, by respondent %v", s.SE, want)
		}
		if !s.Interval || s.Low >= s.Value || s.High <= s.Value {
			t.Fatalf("%+v", s)
		}
	})
}
