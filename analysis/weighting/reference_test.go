package weighting

import (
	"math"
	"slices"
	"testing"
)

// near fails when got differs from want by more than tolerance, relative to
// want when that is larger than 1.
func near(t *testing.T, what string, got, want, tolerance float64) {
	t.Helper()
	if !(math.Abs(got-want) <= tolerance*max(1, math.Abs(want))) {
		t.Errorf("%s: %.15g, want %.15g", what, got, want)
	}
}

// nearAll is near of every element.
func nearAll(t *testing.T, what string, got, want []float64, tolerance float64) {
	t.Helper()
	if len(got) != len(want) {
		t.Fatalf("%s: %d numbers, want %d", what, len(got), len(want))
	}
	for i := range got {
		if !(math.Abs(got[i]-want[i]) <= tolerance*max(1, math.Abs(want[i]))) {
			t.Errorf("%s %d: %.15g, want %.15g", what, i+1, got[i], want[i])
		}
	}
}

// kalton is the example of G. Kalton & I. Flores-Cervantes, Weighting methods,
// Journal of Official Statistics 19, 2003: a sample and a population of 12
// cells, a = 1 to 4 fastest, b = 1 to 3.
func kalton() []Margin {
	sample := []int{20, 50, 100, 30, 40, 140, 50, 100, 40, 310, 50, 70}
	population := []float64{80, 60, 170, 55, 40, 150, 60, 165, 55, 340, 200, 125}
	a := Margin{Name: "a", Labels: []string{"a1", "a2", "a3", "a4"}, Targets: make([]float64, 4)}
	b := Margin{Name: "b", Labels: []string{"b1", "b2", "b3"}, Targets: make([]float64, 3)}
	for cell, n := range sample {
		a.Of = append(a.Of, slices.Repeat([]int{cell % 4}, n)...)
		b.Of = append(b.Of, slices.Repeat([]int{cell / 4}, n)...)
		a.Targets[cell%4] += population[cell]
		b.Targets[cell/4] += population[cell]
	}
	return []Margin{a, b}
}

func TestKaltonFloresCervantes(t *testing.T) {
	margins := kalton()
	// Rows a1 to a4, columns b1 to b3. The printed digits are those of the tests
	// of R's survey 4.1-1 (tests/kalton.R), which reproduce the article.
	raked := []float64{1.810805, 1.452822, 2.016776, 1.083564, .869352, 1.206815, 2.196089, 1.761938, 2.445884, 1.833226, 1.470810, 2.041746}
	for _, c := range []struct {
		name string
		o    Options
		rake bool
		want []float64
		// Half a unit of the last digit.
		tolerance float64
	}{
		{"rake", Options{}, true, raked, 0.5e-6},
		{"raking", Options{Distance: Raking}, false, raked, 0.5e-6},
		{"linear", Options{}, false,
			[]float64{1.815311, 1.502182, 1.965163, 1.094768, .781639, 1.244620, 2.190819, 1.877690, 2.340671, 1.829116, 1.515987, 1.978968}, 0.5e-6},
		{"logit", Options{Distance: Logit, Lower: 0.5, Upper: 2.2}, false,
			[]float64{1.874506, 1.460715, 1.977033, 1.084442, .736027, 1.266884, 2.165210, 2.091924, 2.177657, 1.892227, 1.489315, 1.990024}, 0.53e-6}, // R itself gives 1.46071447992 for a1 b2
		{"truncated", Options{Distance: Truncated, Lower: 0.5, Upper: 2.2}, false,
			[]float64{1.809186, 1.483244, 1.987163, 1.080918, .754976, 1.258895, 2.2, 2.0, 2.2, 1.825679, 1.499737, 2.003656}, 0.5e-6},
	} {
		t.Run(c.name, func(t *testing.T) {
			var r *Result
			var err error
			if c.rake {
				r, err = Rake(nil, margins, c.o)
			} else {
				r, err = Calibrate(nil, margins, nil, c.o)
			}
			if err != nil {
				t.Fatal(err)
			}
			got := make([]float64, 12)
			for i, f := range r.Factors {
				got[margins[0].Of[i]*3+margins[1].Of[i]] = f
			}
			for i := range got {
				if math.Abs(got[i]-c.want[i]) > c.tolerance {
					t.Errorf("a%d b%d: %.9f, want %.6f", i/3+1, i%3+1, got[i], c.want[i])
				}
			}
			if c.rake {
				near(t, "Kish deff", SpreadOf(r.Weights).Deff, 1.099680679, 0.5e-9)
			}
		})
	}
}
