package weighting

import (
	"errors"
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// drawn is a random sample with margins that some positive weights meet.
type drawn struct {
	weights []float64
	margins []Margin
	x       Variable
	y       []float64
}

// drawSample draws 1 to 3 margins, and targets that are the totals of weights
// of the units that are up to four times larger or smaller: their factors, relative to the mean
// factor, are between 1/16 and 16.
func drawSample(t *rapid.T) drawn {
	n := rapid.IntRange(8, 40).Draw(t, "n")
	d := drawn{weights: make([]float64, n), x: Variable{Name: "x", Values: make([]float64, n)}, y: make([]float64, n)}
	truth := make([]float64, n)
	for i := range n {
		d.weights[i] = rapid.Float64Range(0.5, 20).Draw(t, "w")
		d.x.Values[i] = rapid.Float64Range(-100, 1000).Draw(t, "x")
		d.y[i] = rapid.Float64Range(-10, 10).Draw(t, "y")
		truth[i] = d.weights[i] * math.Pow(4, rapid.Float64Range(-1, 1).Draw(t, "change"))
	}
	for k := range rapid.IntRange(1, 3).Draw(t, "margins") {
		levels := rapid.IntRange(1, 4).Draw(t, "levels")
		m := Margin{Name: string(rune('A' + k)), Of: make([]int, n)}
		for c := range levels {
			m.Labels = append(m.Labels, string(rune('a'+c)))
		}
		for i := range n {
			m.Of[i] = rapid.IntRange(0, levels-1).Draw(t, "category")
		}
		m.Targets = totals(m.Of, truth, levels)
		d.margins = append(d.margins, m)
	}
	d.x.Total = total(products(truth, d.x.Values))
	return d
}

// methods are all ways to meet the margins of a drawn sample.
func (d drawn) methods() map[string]func(weights []float64, margins []Margin, x Variable) (*Result, error) {
	calibrate := func(o Options) func([]float64, []Margin, Variable) (*Result, error) {
		return func(w []float64, m []Margin, _ Variable) (*Result, error) { return Calibrate(w, m, nil, o) }
	}
	return map[string]func(weights []float64, margins []Margin, x Variable) (*Result, error){
		"rake":      func(w []float64, m []Margin, _ Variable) (*Result, error) { return Rake(w, m, Options{}) },
		"linear":    calibrate(Options{}),
		"raking":    calibrate(Options{Distance: Raking}),
		"logit":     calibrate(Options{Distance: Logit, Lower: 0.05, Upper: 20, Rescale: true}),
		"truncated": calibrate(Options{Distance: Truncated, Lower: 0.05, Upper: 20, Rescale: true}),
		"with x": func(w []float64, m []Margin, x Variable) (*Result, error) {
			return Calibrate(w, m, []Variable{x}, Options{Distance: Raking})
		},
	}
}

func TestMarginsAreMet(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := drawSample(t)
		for name, run := range d.methods() {
			r, err := run(d.weights, d.margins, d.x)
			if err != nil {
				var e *Error
				if !errors.As(err, &e) || r != nil && r.Converged {
					t.Fatalf("%s: %+v, %v", name, r, err)
				}
				// The targets were made with factors from 1/16 to 16 times their mean.
				// Raking may need more rounds than it has.
				if name != "rake" {
					t.Fatalf("%s: %v", name, err)
				}
				continue
			}
			for _, m := range d.margins {
				for c, got := range totals(m.Of, r.Weights, len(m.Labels)) {
					if math.Abs(got-m.Targets[c]) > 2e-10*m.Targets[c] {
						t.Fatalf("%s: %s %d is %v, want %v", name, m.Name, c, got, m.Targets[c])
					}
				}
			}
			if got := total(products(r.Weights, d.x.Values)); name == "with x" && math.Abs(got-d.x.Total) > 1e-9*max(1e3, math.Abs(d.x.Total)) {
				t.Fatalf("x adds up to %v, want %v", got, d.x.Total)
			}
		}
	})
}

func TestOrderOfUnits(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := drawSample(t)
		order := rapid.Permutation(indices(len(d.y))).Draw(t, "order")
		other := drawn{weights: pick(d.weights, order), x: d.x, y: pick(d.y, order)}
		other.x.Values = pick(d.x.Values, order)
		for _, m := range d.margins {
			m.Of = pick(m.Of, order)
			other.margins = append(other.margins, m)
		}
		for name, run := range d.methods() {
			a, err := run(d.weights, d.margins, d.x)
			b, err2 := run(other.weights, other.margins, other.x)
			if (err == nil) != (err2 == nil) {
				t.Fatalf("%s: %v, in another order %v", name, err, err2)
			}
			if err != nil {
				continue
			}
			if !slices.Equal(pick(a.Weights, order), b.Weights) {
				t.Fatalf("%s: weights change with the order", name)
			}
			if !slices.Equal(pick(a.Residual(d.y), order), b.Residual(other.y)) {
				t.Fatalf("%s: residuals change with the order", name)
			}
			s, _ := Trim(a.Weights, 0, 1.2*SpreadOf(a.Weights).Mean, true)
			u, _ := Trim(b.Weights, 0, 1.2*SpreadOf(b.Weights).Mean, true)
			if s != nil && !slices.Equal(pick(s.Weights, order), u.Weights) {
				t.Fatalf("%s: trimmed weights change with the order", name)
			}
			if SpreadOf(a.Weights) != SpreadOf(b.Weights) {
				t.Fatalf("%s: spread changes with the order", name)
			}
		}
	})
}

func TestScaleOfStartWeights(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := drawSample(t)
		factor := rapid.Float64Range(0.01, 100).Draw(t, "factor")
		scaled := make([]float64, len(d.weights))
		for i, w := range d.weights {
			scaled[i] = w * factor
		}
		for name, run := range d.methods() {
			a, err := run(d.weights, d.margins, d.x)
			b, err2 := run(scaled, d.margins, d.x)
			if (err == nil) != (err2 == nil) {
				t.Fatalf("%s: %v, scaled %v", name, err, err2)
			}
			if err == nil {
				same(t, name, a.Weights, b.Weights, 1e-6)
			}
		}
	})
}

// TestOneMargin: post-stratification, raking and any calibration with one
// margin are the same, and so are their residuals.
func TestOneMargin(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := drawSample(t)
		one := d.margins[:1]
		post, err := PostStratify(d.weights, one[0])
		if err != nil {
			t.Fatal(err)
		}
		for name, run := range d.methods() {
			if name == "with x" {
				continue
			}
			r, err := run(d.weights, one, d.x)
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			same(t, name, r.Weights, post.Weights, 1e-9)
			same(t, name+" residual", r.Residual(d.y), post.Residual(d.y), 1e-9)
		}
	})
}

// TestRakingIsCalibration: the rounds of Rake and the Newton steps of Calibrate
// have the same limit.
func TestRakingIsCalibration(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := drawSample(t)
		a, err := Rake(d.weights, d.margins, Options{Epsilon: 1e-12})
		if err != nil {
			return
		}
		b, err := Calibrate(d.weights, d.margins, nil, Options{Distance: Raking})
		if err != nil {
			t.Fatal(err)
		}
		same(t, "weights", a.Weights, b.Weights, 1e-6)
	})
}

// TestResidualOfMargins: what the margins explain has no residual, and a second
// time nothing changes.
func TestResidualOfMargins(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := drawSample(t)
		r, err := Calibrate(d.weights, d.margins, []Variable{d.x}, Options{})
		if err != nil {
			t.Fatal(err)
		}
		explained := make([]float64, len(d.y))
		for i := range explained {
			explained[i] = 3 + 0.01*d.x.Values[i]
			for k, m := range d.margins {
				explained[i] += float64(k+1) * float64(m.Of[i])
			}
		}
		same(t, "explained", r.Residual(explained), make([]float64, len(d.y)), 1e-8)
		once := r.Residual(d.y)
		same(t, "twice", r.Residual(once), once, 1e-8)
	})
}

func TestTrimKeeps(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := drawSample(t)
		mean := SpreadOf(d.weights).Mean
		lower := mean * rapid.Float64Range(0, 0.99).Draw(t, "lower")
		upper := mean * rapid.Float64Range(1.01, 3).Draw(t, "upper")
		r, err := Trim(d.weights, lower, upper, true)
		if err != nil {
			t.Fatal(err)
		}
		s := SpreadOf(r.Weights)
		if s.Smallest < lower || s.Largest > upper || math.Abs(s.Mean-mean) > 1e-12*mean {
			t.Fatalf("between %v and %v: %+v, mean was %v", lower, upper, s, mean)
		}
	})
}

// same fails when two slices differ by more than tolerance, relative to what
// is larger than 1.
func same(t *rapid.T, what string, got, want []float64, tolerance float64) {
	t.Helper()
	for i := range want {
		if !(math.Abs(got[i]-want[i]) <= tolerance*max(1, math.Abs(want[i]))) {
			t.Fatalf("%s: unit %d has %.15g, want %.15g", what, i+1, got[i], want[i])
		}
	}
}

func indices(n int) []int {
	out := make([]int, n)
	for i := range out {
		out[i] = i
	}
	return out
}

// pick returns xs in another order.
func pick[T any](xs []T, order []int) []T {
	out := make([]T, len(xs))
	for i, j := range order {
		out[i] = xs[j]
	}
	return out
}
