package codebook

import (
	"testing"

	"benchmark/survey"
)

// A digit behind a mark is a decimal, a range or a time, never the label of a
// point of a scale.
func TestInferDecimalsAreNoScale(t *testing.T) {
	for _, c := range []struct {
		name  string
		cells []string
		kind  survey.Kind
	}{
		{"decimal points", []string{"0.500", "1.250", "2.125", "3.750", "4.000", "7.500"}, survey.Number},
		{"whole and decimal", []string{"1.5", "2", "10", "3", "1.5", "4"}, survey.Number},
		{"ranges", []string{"1-2", "3-5", "6-10", "1-2", "3-5", "1-2"}, survey.Single},
		{"points with words", []string{"1 (nooit)", "2", "3", "4", "5 - altijd", "3"}, survey.Scale},
	} {
		t.Run(c.name, func(t *testing.T) {
			var rows []string
			for range 5 {
				rows = append(rows, c.cells...)
			}
			cb := Infer(sheet([]string{"Hoeveel?"}, rows...))
			if got := cb.Questions[0].Kind; got != c.kind.String() {
				t.Errorf("kind %s, want %s", got, c.kind)
			}
		})
	}
}

// SoSci tells in MODE which rows are tests.
func TestInferModeMarksTests(t *testing.T) {
	f := sheet([]string{"CASE", "MODE", "Kanaal"}, "1|interview|Chat", "2|debug|Web", "3|pretest|Web", "4|interview|Web", "5|interview|Chat")
	s := apply(t, Infer(f), f)
	if s.Respondents != 3 {
		t.Errorf("%d respondents, want 3 without debug and pretest", s.Respondents)
	}
}

// Numbers that are all below zero, such as one code for no answer and nothing
// else, are no scale around it.
func TestInferNumbersBelowZero(t *testing.T) {
	for _, cells := range [][]string{{"-1", "-1", "-1"}, {"-3", "-2", "-1"}} {
		f := sheet([]string{"w"}, cells...)
		if got := Infer(f).Questions[0].Kind; got == survey.Scale.String() {
			t.Errorf("%v: kind %s", cells, got)
		}
	}
}
