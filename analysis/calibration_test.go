package analysis

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"benchmark/survey"
)

// near fails when got differs from want by more than tolerance, relative to
// want when that is larger than 1.
func nearTo(t *testing.T, what string, got, want, tolerance float64) {
	t.Helper()
	if !(math.Abs(got-want) <= tolerance*max(1, math.Abs(want))) {
		t.Errorf("%s: %.15g, want %.15g", what, got, want)
	}
}

// kalton is the example of G. Kalton & I. Flores-Cervantes, Weighting methods,
// Journal of Official Statistics 19, 2003: 12 cells, a = 1 to 4 fastest.
func kalton(t *testing.T) (*survey.Survey, []survey.Target) {
	t.Helper()
	sample := []int{20, 50, 100, 30, 40, 140, 50, 100, 40, 310, 50, 70}
	population := []float64{80, 60, 170, 55, 40, 150, 60, 165, 55, 340, 200, 125}
	f := fixture{questions: []survey.Question{
		{ID: "a", Kind: survey.Single, Options: options("a1", "a2", "a3", "a4")},
		{ID: "b", Kind: survey.Single, Options: options("b1", "b2", "b3")},
	}}
	var a [4]float64
	var b [3]float64
	for cell, n := range sample {
		for range n {
			f.lines = append(f.lines, fmt.Sprintf("a%d b%d", cell%4+1, cell/4+1))
		}
		a[cell%4] += population[cell]
		b[cell/4] += population[cell]
	}
	var targets []survey.Target
	for k, x := range a {
		targets = append(targets, survey.Target{Question: "a", Option: fmt.Sprint("a", k+1), Total: x})
	}
	for k, x := range b {
		targets = append(targets, survey.Target{Question: "b", Option: fmt.Sprint("b", k+1), Total: x})
	}
	return f.survey(t), targets
}

// The factors are those of tests/kalton.R of R's survey 4.1-1, in rows a1 to a4
// and columns b1 to b3, to half a unit of their last digit.
func TestCalibrateKalton(t *testing.T) {
	s, targets := kalton(t)
	for _, c := range []struct {
		o    CalibrationOptions
		want []float64
	}{
		{CalibrationOptions{Method: CalibrateRake},
			[]float64{1.810805, 1.452822, 2.016776, 1.083564, .869352, 1.206815, 2.196089, 1.761938, 2.445884, 1.833226, 1.470810, 2.041746}},
		{CalibrationOptions{Method: CalibrateLinear},
			[]float64{1.815311, 1.502182, 1.965163, 1.094768, .781639, 1.244620, 2.190819, 1.877690, 2.340671, 1.829116, 1.515987, 1.978968}},
		{CalibrationOptions{Method: CalibrateLogit, Lower: 0.5, Upper: 2.2},
			[]float64{1.874506, 1.460715, 1.977033, 1.084442, .736027, 1.266884, 2.165210, 2.091924, 2.177657, 1.892227, 1.489315, 1.990024}},
		{CalibrationOptions{Method: CalibrateLinear, Lower: 0.5, Upper: 2.2},
			[]float64{1.809186, 1.483244, 1.987163, 1.080918, .754976, 1.258895, 2.2, 2.0, 2.2, 1.825679, 1.499737, 2.003656}},
	} {
		design, d, err := Calibrate(s, targets, c.o)
		if err != nil {
			t.Fatal(err)
		}
		for r, w := range design.Weights {
			cell := s.Columns[0].Code(r)*3 + s.Columns[1].Code(r)
			if math.Abs(w-c.want[cell]) > 0.53e-6 { // R itself gives 1.46071447992 for logit, a1 b2
				t.Fatalf("%s: row %d weighs %.9f, want %.6f", c.o.Method, r+1, w, c.want[cell])
			}
		}
		if !design.Sampled || design.WeightedBy != survey.WeightedByTargets || design.Residual == nil {
			t.Errorf("%s: %+v", c.o.Method, design)
		}
		for _, m := range d.Margins {
			if m.After.Largest > 1e-10 || m.Before.Largest < 0.05 {
				t.Errorf("%s: %+v", c.o.Method, m)
			}
		}
		if c.o.Method == CalibrateRake {
			nearTo(t, "Kish deff", d.After.DesignEffect, 1.099680679, 0.5e-9)
			nearTo(t, "effective", d.After.Effective, 1000/1.099680679, 1e-8)
			nearTo(t, "largest", d.After.Largest, 2.445884, 0.5e-6)
		}
	}
}

// made is a made-up sample that was also weighted with R 4.2.2, package survey
// 4.1-1:
//
//	d <- data.frame(type=c("a","a","a","a","b","b","b","b","c","c","c","a","b","c"),
//	 size=c("s","s","l","l","s","l","s","l","s","l","s","s","l","l"),
//	 w=c(2,2.5,3,1.5,4,2,2.25,3.5,5,1,2,2.75,3,1.25), y=c(3,7,1,8,2,9,4,6,5,5,8,2,7,1))
//	des <- svydesign(id=~1, weights=~w, data=d)
func made(t *testing.T) (*survey.Survey, []float64) {
	t.Helper()
	s := fixture{
		questions: []survey.Question{
			{ID: "type", Kind: survey.Single, Options: options("a", "b", "c"), RoutingKnown: true},
			{ID: "size", Kind: survey.Single, Options: options("l", "s"), RoutingKnown: true},
			{ID: "y", Kind: survey.Number, Sensitivity: survey.Public, RoutingKnown: true},
		},
		lines: []string{"a s 3", "a s 7", "a l 1", "a l 8", "b s 2", "b l 9", "b s 4", "b l 6", "c s 5", "c l 5", "c s 8", "a s 2", "b l 7", "c l 1"},
	}.survey(t)
	return s, []float64{2, 2.5, 3, 1.5, 4, 2, 2.25, 3.5, 5, 1, 2, 2.75, 3, 1.25}
}

var madeTypes = []survey.Target{{Question: "type", Option: "a", Total: 16}, {Question: "type", Option: "b", Total: 15}, {Question: "type", Option: "c", Total: 9}}
var madeSizes = []survey.Target{{Question: "size", Option: "l", Total: 18}, {Question: "size", Option: "s", Total: 22}}

func TestCalibratedMeans(t *testing.T) {
	s, start := made(t)
	both := slices.Concat(madeTypes, madeSizes)
	for _, c := range []struct {
		name     string
		targets  []survey.Target
		o        CalibrationOptions
		mean, se float64
	}{
		{"postStratify(des, ~type, t1)", madeTypes, CalibrationOptions{Method: CalibratePostStratify}, 4.604823783393925, 0.6881023194980267},
		{"rake(des, list(~type, ~size), list(t1, t2))", both, CalibrationOptions{Method: CalibrateRake, UnweightedResidual: true}, 4.627337568821773, 0.709667484942919},
		{"calibrate(des, ~type+size, pop, calfun=\"raking\")", both, CalibrationOptions{}, 4.627337568821773, 0.6854775728363688},
		{"calibrate(des, ~type+size, pop)", both, CalibrationOptions{Method: CalibrateLinear}, 4.632253279991509, 0.6834251551860994},
		{"calibrate(..., calfun=\"logit\", bounds=c(0.7,1.4))", both, CalibrationOptions{Method: CalibrateLogit, Lower: 0.7, Upper: 1.4}, 4.649372648827177, 0.6767403507429723},
		{"calibrate(..., bounds=c(0.9,1.4))", both, CalibrationOptions{Method: CalibrateLinear, Lower: 0.9, Upper: 1.4}, 4.644369791441773, 0.6787000389265812},
	} {
		c.o.Start = start
		weighted := *s
		design, d, err := Calibrate(s, c.targets, c.o)
		if err != nil {
			t.Fatal(err)
		}
		weighted.Design = design
		o := Defaults()
		o.Weighting = &d
		study, err := Analyze(&weighted, o)
		if err != nil {
			t.Fatal(err)
		}
		if study.Weighting != &d {
			t.Error("the study lacks the diagnostics")
		}
		for i := range study.Tables {
			if table := &study.Tables[i]; table.Question == "y" {
				e := table.Total(table.Row(KeyMean, Mean))
				nearTo(t, c.name+" mean", e.Value, c.mean, 1e-9)
				nearTo(t, c.name+" se", e.SE, c.se, 1e-9)
				nearTo(t, c.name+" sum", e.WeightedBase, 40, 1e-9)
			}
		}
	}
}

func TestTrimmedCalibration(t *testing.T) {
	s, start := made(t)
	o := CalibrationOptions{Method: CalibratePostStratify, Start: start, TrimLower: 1, TrimUpper: 4}
	design, d, err := Calibrate(s, madeTypes, o)
	if err != nil {
		t.Fatal(err)
	}
	// Of the post-stratified weights .973 is below 1, and 4.085, 4.068 and 4.865
	// above 4.
	if d.Trimmed != 4 || d.After.Largest > 4 || d.After.Smallest < 1 {
		t.Errorf("%+v", d)
	}
	nearTo(t, "sum", d.After.Sum, 40, 1e-12)
	if d.Margins[0].After.Largest == 0 || design.Residual == nil {
		t.Error("trimming undoes part of the calibration, not its residual")
	}
}

func TestCalibrateErrors(t *testing.T) {
	s, _ := made(t)
	s.Rows.Follow(2, s.Respondents)
	holes := *s
	holes.Columns = append([]survey.Column(nil), s.Columns...)
	holes.Columns[0] = s.Columns[0].Clone()
	holes.Columns[0].Leave(3, survey.Skipped)
	holes.Columns[0].Leave(11, survey.Blank)
	both := slices.Concat(madeTypes, madeSizes)
	short := []survey.Target{{Question: "size", Option: "l", Total: 18}, {Question: "size", Option: "s", Total: 20}}
	for _, c := range []struct {
		name    string
		s       *survey.Survey
		targets []survey.Target
		o       CalibrationOptions
		want    string
	}{
		{"missing", &holes, madeTypes, CalibrationOptions{}, `question "type": no answer in rows 5, 13`},
		{"no target", s, madeTypes[:2], CalibrationOptions{}, `option "c" was chosen in rows 10, 11, 12, 15 and has no target`},
		{"question", s, []survey.Target{{Line: 2, Question: "kind", Option: "a", Total: 1}}, CalibrationOptions{}, `"kind"`},
		{"option", s, []survey.Target{{Line: 2, Question: "type", Option: "d", Total: 1}}, CalibrationOptions{}, `line 2: target of question "type": no option has the code or wording "d"; the codes are a, b, c`},
		{"second option", s, []survey.Target{{Line: 2, Question: "type", Option: "a", Total: 1}, {Line: 7, Question: "type", Option: "d", Total: 1}}, CalibrationOptions{}, `line 7: target of question "type": no option has the code or wording "d"`},
		{"below zero", s, []survey.Target{{Question: "type", Option: "a", Total: 20}, {Question: "type", Option: "b", Total: 8}, {Question: "type", Option: "c", Total: 12}, {Question: "y", Total: 900}}, CalibrationOptions{Method: CalibrateLinear}, "come below 0"},
		{"number", s, []survey.Target{{Question: "y", Option: "a", Total: 1}}, CalibrationOptions{}, "a number has one target"},
		{"sums", s, slices.Concat(madeTypes, short), CalibrationOptions{}, "38"},
		{"bounds", s, both, CalibrationOptions{Method: CalibrateLogit, Lower: 0.99, Upper: 1.01, Rescale: true}, "type"},
		{"two questions", s, both, CalibrationOptions{Method: CalibratePostStratify}, "one question"},
		{"weights", s, both, CalibrationOptions{Start: []float64{1}}, "1 start weights for 14 respondents"},
		{"nothing", s, nil, CalibrationOptions{}, "no targets"},
	} {
		_, _, err := Calibrate(c.s, c.targets, c.o)
		if err == nil || !strings.Contains(err.Error(), c.want) || !strings.HasPrefix(err.Error(), "calibrating weights: ") {
			t.Errorf("%s: got %v, want %q", c.name, err, c.want)
		}
	}
}

// A target can name an option by its wording too.
func TestCalibrateByWording(t *testing.T) {
	s, _ := made(t)
	byCode, _, err := Calibrate(s, madeTypes, CalibrationOptions{})
	if err != nil {
		t.Fatal(err)
	}
	worded := slices.Clone(madeTypes)
	for i := range worded {
		worded[i].Option = s.Questions[s.Find("type")].Options[i].Label
	}
	byWording, _, err := Calibrate(s, worded, CalibrationOptions{})
	if err != nil || worded[0].Option == madeTypes[0].Option || !slices.Equal(byCode.Weights, byWording.Weights) {
		t.Errorf("%v: %v, want %v", err, byWording.Weights, byCode.Weights)
	}
}

func TestTargetsOptions(t *testing.T) {
	got, err := TargetsOptions{Method: "logit", Bounds: "0.5, 2", Trim: "1,40"}.Calibration(true)
	if err != nil || got.Method != CalibrateLogit || got.Lower != 0.5 || got.Upper != 2 || got.TrimLower != 1 || got.TrimUpper != 40 || got.Rescale {
		t.Errorf("%+v %v", got, err)
	}
	if got, err = (TargetsOptions{}).Calibration(false); err != nil || got.Method != CalibrateRake || !got.Rescale {
		t.Errorf("%+v %v", got, err)
	}
	for _, o := range []TargetsOptions{{Method: "greg"}, {Method: "logit"}, {Bounds: "1,2"}, {Method: "linear", Bounds: "2"}, {Method: "linear", Bounds: "2,1"}, {Trim: "a,b"}} {
		if _, err := o.Calibration(false); err == nil {
			t.Errorf("%+v is no error", o)
		}
	}
}

// Weights N_h/n_h make the types of the sample those of the frame: 5 of 10 towns
// weigh 2, 2 of 4 health services 2 as well, the club is outside.
func TestWeightingOfStudy(t *testing.T) {
	s := bounded(t)
	s.Design.Sampled, s.Design.WeightedBy = true, survey.WeightedByFrame
	s.Design.Weights = []float64{2, 2, 2, 2, 2, 1, 3, 0}
	study, err := Analyze(s, Defaults())
	if err != nil {
		t.Fatal(err)
	}
	w := study.Weighting
	if w == nil || w.Source != survey.WeightedByFrame || w.Outside != 1 || w.After.Sum != 14 || w.After.Largest != 3 || w.After.Respondents != 7 {
		t.Fatalf("%+v", w)
	}
	// n Σw²/(Σw)² = 7·30/196.
	nearTo(t, "Kish deff", w.After.DesignEffect, 7.0*30/196, 1e-12)
	nearTo(t, "effective", w.After.Effective, 196.0/30, 1e-12)
	m := w.Margins[0]
	if len(w.Margins) != 1 || m.Question != "type" || len(m.Categories) != 2 {
		t.Fatalf("%+v", w.Margins)
	}
	// Before 5 of 7 are towns, and 10 of 14 exist.
	nearTo(t, "before", m.Before.Largest, 0, 1e-12)
	nearTo(t, "towns", m.Categories[0].Target, 10.0/14, 1e-12)
	s.Design.Weights = nil
	if study, err = Analyze(s, Defaults()); err != nil || study.Weighting != nil {
		t.Errorf("weights of nobody: %+v %v", study.Weighting, err)
	}
}
