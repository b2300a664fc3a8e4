package weighting

import (
	"errors"
	"math"
	"slices"
	"strings"
	"testing"
)

// bodies is a margin of three types with the given units and targets.
func bodies(of []int, targets ...float64) Margin {
	return Margin{Name: "type", Labels: []string{"gemeente", "provincie", "waterschap"}[:len(targets)], Of: of, Targets: targets}
}

// classes is a second margin.
func classes(of []int, targets ...float64) Margin {
	return Margin{Name: "size", Labels: []string{"small", "medium", "large"}[:len(targets)], Of: of, Targets: targets, Ordered: true}
}

func TestErrors(t *testing.T) {
	nan := math.NaN()
	post := func(weights []float64, m Margin) error { _, err := PostStratify(weights, m); return err }
	rake := func(margins ...Margin) error { _, err := Rake(nil, margins, Options{}); return err }
	calibrate := func(o Options, margins ...Margin) error { _, err := Calibrate(nil, margins, nil, o); return err }
	number := func(v Variable) error { _, err := Calibrate(nil, nil, []Variable{v}, Options{}); return err }
	frame := func(of []int, population ...float64) error {
		_, err := FromFrame(of, []string{"gemeente", "provincie"}, population)
		return err
	}
	trim := func(lower, upper float64, strict bool, weights ...float64) error {
		_, err := Trim(weights, lower, upper, strict)
		return err
	}
	for _, c := range []struct {
		name    string
		err     error
		problem Problem
		units   []int
		says    string
	}{
		{"negative weight", post([]float64{1, -2, 1}, bodies([]int{0, 1, 1}, 5, 6)), BadWeight, []int{1}, `unit 2: weight -2 is not above 0`},
		{"weights of 0 and NaN", post([]float64{0, nan, 1}, bodies([]int{0, 1, 1}, 5, 6)), BadWeight, []int{0, 1}, `units 1, 2: weight 0 is`},
		{"infinite weight", post([]float64{1, 1, math.Inf(1)}, bodies([]int{0, 1, 1}, 5, 6)), BadWeight, []int{2}, `unit 3`},
		{"many units", post(nil, bodies([]int{-1, -1, -1, -1, -1, -1, -1, 0}, 5)), MissingValue, []int{0, 1, 2, 3, 4, 5, 6},
			`units 1, 2, 3, 4, 5 and 2 more: no category of "type"`},
		{"negative target", post(nil, bodies([]int{0, 1}, 5, -6)), BadTarget, []int{1}, `"provincie" of "type": target -6 is no size`},
		{"no target", post(nil, bodies([]int{0, 1, 1}, 5, nan)), NoTarget, []int{1, 2}, `"provincie" of "type": respondents (units 2, 3) but no target`},
		{"target 0", post(nil, bodies([]int{0, 1}, 5, 0)), NoTarget, []int{1}, `"provincie" of "type": respondents (unit 2) but no target`},
		{"no respondents", post(nil, bodies([]int{0, 0, 2}, 342, 12, 21)), NoRespondents, nil,
			`"provincie" of "type": target 12 but no respondents; take it together with "waterschap", or leave`},
		{"no respondents between neighbours", post(nil, classes([]int{0, 2, 2}, 5, 6, 7)), NoRespondents, nil, `together with "small"`},
		{"totals disagree", rake(bodies([]int{0, 1}, 342, 12), classes([]int{0, 1}, 300, 55)), TotalsDisagree, nil,
			`the targets of "size" add up to 355, those of "type" to 354`},
		{"bounds that are none", calibrate(Options{Distance: Logit, Lower: 1, Upper: 2}, bodies([]int{0, 1}, 1, 1)), BadOption, nil, `bounds 1 and 2`},
		{"tolerance", calibrate(Options{Epsilon: -1}, bodies([]int{0, 1}, 1, 1)), BadOption, nil, `tolerance -1`},
		{"iterations", calibrate(Options{Iterations: -1}, bodies([]int{0, 1}, 1, 1)), BadOption, nil, `-1 iterations`},
		{"bounds too narrow", calibrate(Options{Distance: Logit, Lower: 0.5, Upper: 2}, bodies([]int{0, 1, 1}, 1, 5)), OutOfReach, nil,
			`"provincie" of "type": with factors between 0.5 and 2 the weights can come to 4, not to the target 5`},
		{"bounds too high", calibrate(Options{Distance: Truncated, Lower: 0.5, Upper: 2}, bodies([]int{0, 1, 1}, 0.25, 3)), OutOfReach, nil,
			`"gemeente" of "type": with factors between 0.5 and 2 the weights can come to 0.5, not to the target 0.25`},
		// The second type has only small bodies, and more of them than exist.
		{"contradiction", rake(bodies([]int{0, 0, 1}, 10, 8), classes([]int{0, 1, 0}, 5, 13)), Contradiction, nil,
			`all respondents in "provincie" are in "small", but the first have target 8 and the second only 5`},
		{"contradiction for Newton", calibrate(Options{Distance: Raking}, bodies([]int{0, 0, 1}, 10, 8), classes([]int{0, 1, 0}, 5, 13)), Contradiction, nil,
			`all respondents in "provincie" are in "small"`},
		// Two halves that no respondent connects.
		{"contradiction for linear", calibrate(Options{}, bodies([]int{0, 1}, 10, 8), classes([]int{0, 1}, 9, 9)), Contradiction, nil,
			`all respondents in "gemeente" are in "small", but the first have target 10 and the second only 9`},
		{"bounds that fit one category", calibrate(Options{Distance: Logit, Lower: 0.5, Upper: 2},
			bodies([]int{0, 0, 1, 1}, 2.8, 1.2), classes([]int{0, 1, 0, 1}, 3.1, 0.9)), OutOfReach, nil, `"medium" of "size"`},
		// Each can be met; but medium ones of the second type would have a factor of 0.2.
		{"bounds that fit each category, not all", calibrate(Options{Distance: Truncated, Lower: 0.5, Upper: 2},
			bodies([]int{0, 0, 1, 1}, 3.9, 2.1), classes([]int{0, 1, 0, 1}, 3.9, 2.1)), NotConverged, nil, `the targets contradict each other, or the bounds`},
		{"more iterations", func() error { _, err := Rake(nil, kalton(), Options{Iterations: 2}); return err }(), NotConverged, nil,
			`after 2 iterations`},
		// The first two types share two classes that are too small for both together.
		{"contradiction of two", rake(bodies([]int{0, 0, 1, 2, 2}, 6, 4, 2), classes([]int{0, 1, 0, 0, 2}, 5, 3, 4)), Contradiction, nil,
			`all respondents in "gemeente", "provincie" are in "small", "medium", but the first have target 10 and the second only 8`},
		{"no value", number(Variable{Name: "inwoners", Values: []float64{1, nan}, Total: 3}), MissingValue, []int{1}, `unit 2: no value of "inwoners"`},
		{"no total", number(Variable{Name: "inwoners", Values: []float64{1, 2}, Total: nan}), BadTarget, nil, `"inwoners": total NaN`},
		{"always 0", number(Variable{Name: "inwoners", Values: []float64{0, 0}, Total: 3}), NotConverged, nil, `farthest is "inwoners": 0, target 3`},
		{"rescale to nothing", func() error {
			_, err := Calibrate(nil, nil, []Variable{{Name: "x", Values: []float64{1}, Total: 1}}, Options{Rescale: true})
			return err
		}(), BadOption, nil, `there is none`},
		{"no stratum", frame([]int{0, -1}, 342, 12), MissingValue, []int{1}, `unit 2: no stratum`},
		{"more than exist", frame([]int{0, 1, 1}, 342, 1), TooMany, nil, `stratum "provincie": 2 respondents of 1 that exist`},
		{"negative population", frame([]int{0}, -342, 1), BadTarget, nil, `stratum "gemeente": population -342`},
		{"crossed bounds", trim(2, 1, false, 1, 1), BadOption, nil, `weights can't be between 2 and 1`},
		{"mean above", trim(0, 1, true, 1, 2), OutOfReach, nil, `the mean weight 1.5 is not between 0 and 1`},
		{"none inside", trim(1.4, 1.9, false, 1, 2.5), OutOfReach, nil, `all weights are outside 1.4 to 1.9`},
		{"weight to trim", trim(1, 2, false, 1, -1), BadWeight, []int{1}, `unit 2`},
	} {
		var e *Error
		switch {
		case !errors.As(c.err, &e):
			t.Errorf("%s: no error but %v", c.name, c.err)
		case e.Problem != c.problem || !strings.Contains(c.err.Error(), c.says):
			t.Errorf("%s: problem %d, %q; want %d, %q", c.name, e.Problem, c.err, c.problem, c.says)
		case !slices.Equal(e.Units, c.units):
			t.Errorf("%s: units %v, want %v", c.name, e.Units, c.units)
		}
	}
}

// TestErrorsTogether shows that all that is wrong is said at once, and that
// weights that miss their targets come with the error.
func TestErrorsTogether(t *testing.T) {
	_, err := Rake([]float64{1, 0}, []Margin{bodies([]int{0, 0}, 342, 12), classes([]int{0, -1}, 300, 55)}, Options{})
	for _, part := range []string{`weight 0`, `"provincie" of "type": target 12`, `no category of "size"`, `"medium" of "size"`, `add up to 355`} {
		if err == nil || !strings.Contains(err.Error(), part) {
			t.Errorf("%q is not in %v", part, err)
		}
	}
	r, err := Rake(nil, kalton(), Options{Iterations: 2})
	if err == nil || r == nil || r.Converged || r.Iterations != 2 || !(r.Misfit > 1e-10) {
		t.Errorf("two rounds: %+v, %v", r, err)
	}
}

// TestCircle has three margins of which any two agree, but not all three: each
// respondent is in an even number of them, so that they can't all reach 90 %.
func TestCircle(t *testing.T) {
	of := func(name string, codes ...int) Margin {
		return Margin{Name: name, Labels: []string{"no", "yes"}, Of: codes, Targets: []float64{1, 9}}
	}
	margins := []Margin{of("phone", 0, 0, 1, 1), of("mail", 0, 1, 0, 1), of("chat", 0, 1, 1, 0)}
	for _, pair := range [][]Margin{margins[:2], margins[1:], {margins[0], margins[2]}} {
		if _, err := Rake(nil, pair, Options{}); err != nil {
			t.Errorf("%s and %s: %v", pair[0].Name, pair[1].Name, err)
		}
	}
	r, err := Rake(nil, margins, Options{})
	var e *Error
	if !errors.As(err, &e) || e.Problem != NotConverged || !strings.Contains(e.Error(), "contradict each other") {
		t.Fatalf("all three: %v", err)
	}
	if r.Iterations >= 10_000 {
		t.Errorf("went round %d times before it was held to be a circle", r.Iterations)
	}
}

func TestBrokenPromises(t *testing.T) {
	for name, f := range map[string]func(){
		"weights of other units": func() { _, _ = PostStratify([]float64{1}, bodies([]int{0, 0}, 5)) },
		"unknown category":       func() { _, _ = PostStratify(nil, bodies([]int{3}, 5)) },
		"labels and targets": func() {
			_, _ = PostStratify(nil, Margin{Labels: []string{"a"}, Of: []int{0}, Targets: []float64{1, 2}})
		},
		"nothing to calibrate to": func() { _, _ = Rake(nil, nil, Options{}) },
		"unknown distance":        func() { _, _ = Calibrate(nil, kalton(), nil, Options{Distance: 9}) },
		"values of other units": func() {
			_, _ = Calibrate(nil, []Margin{bodies([]int{0}, 5)}, []Variable{{Values: []float64{1, 2}}}, Options{})
		},
		"stratum":     func() { _, _ = FromFrame([]int{2}, []string{"a"}, []float64{1}) },
		"no weights":  func() { _, _ = Trim(nil, 0, 1, false) },
		"before":      func() { Diagnose(nil, []float64{1}, []float64{1, 2}) },
		"frame names": func() { _, _ = FromFrame(nil, []string{"a"}, nil) },
	} {
		func() {
			defer func() {
				if s, ok := recover().(string); !ok || !strings.HasPrefix(s, "weighting: ") {
					t.Errorf("%s: recovered %q", name, s)
				}
			}()
			f()
		}()
	}
}
