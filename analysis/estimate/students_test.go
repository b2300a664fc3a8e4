package estimate

import (
	"math"
	"testing"
)

// TestStudents finds the same quantile in memory as without one, for every level
// and number of degrees of freedom; that of 10 and 95 % is in every textbook.
func TestStudents(t *testing.T) {
	known, none := new(Students), (*Students)(nil)
	for range 2 {
		for _, df := range []float64{1, 2.5, 10, 116, math.Inf(1)} {
			for _, level := range []float64{0.9, 0.95, 0.99} {
				want := studentT(df, level)
				if a, b := known.t(df, level), none.t(df, level); a != want || b != want {
					t.Errorf("t(%v, %v) = %v and %v, want %v", df, level, a, b, want)
				}
			}
		}
	}
	if got := known.t(10, 0.95); math.Abs(got-2.2281) > 5e-5 {
		t.Errorf("t(10, 0.95) = %v", got)
	}
}
