package diffusion

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

// TestAnyPoints: whatever the counts, there is a fit with sound numbers or a reason
// without any.
func TestAnyPoints(t *testing.T) {
	reasons := map[Reason]int{}
	rapid.Check(t, func(t *rapid.T) {
		at := 2000.0
		points := make([]Point, rapid.IntRange(3, 9).Draw(t, "points"))
		for i := range points {
			at += rapid.SampledFrom([]float64{0, 1e-6, 0.3, 1, 7}).Draw(t, "pause")
			n := rapid.SampledFrom([]int{1, 2, 17, 100, 5000, 1000000}).Draw(t, "n")
			points[i] = Point{At: at, Yes: rapid.IntRange(0, n).Draw(t, "yes"), N: n, Break: rapid.IntRange(0, 99).Draw(t, "break") == 0}
			if rapid.Bool().Draw(t, "rising") && i > 0 {
				points[i].Yes = n - (n-points[i].Yes)/(i+1)
			}
		}
		s := Setting{Model: rapid.SampledFrom([]Model{Logistic, Bass}).Draw(t, "model"), Start: 1999, Ceiling: rapid.SampledFrom([]float64{0, 0.5, 1}).Draw(t, "ceiling")}
		f := Estimate(points, s)
		reasons[f.Reason]++
		fan := f.Fan(at+2, 100, Shock{From: at + 1, Factor: 0.5, Left: 0.1})
		low, high := fan.Interval(0.95)
		switch {
		case f.Reason == Unasked:
			t.Fatal("no reason")
		case f.Reason != Fitted:
			if f.Curve != (Curve{}) || fan.Known() || f.LogLikelihood != 0 {
				t.Fatalf("%v with numbers: %+v", f.Reason, f.Curve)
			}
		case !(0 <= low && low <= fan.Value && fan.Value <= high && high <= 1):
			t.Fatalf("%v to %v around %v of %+v", low, high, fan.Value, f.Curve)
		case !finite(f.Deviance) || f.Deviance < -1e-6 || !(f.P >= 0 && f.P <= 1) || !(f.Dispersion >= 1) || math.IsInf(f.Dispersion, 1) || f.DF < 1:
			t.Fatalf("%+v", f.Curve)
		}
	})
	if reasons[Fitted] < 3 || reasons[TooFewPoints] < 3 {
		t.Errorf("too much alike: %v", reasons)
	}
	t.Log(reasons)
}
