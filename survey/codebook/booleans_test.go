package codebook

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"benchmark/survey"
	"benchmark/survey/export"
)

// truthFile makes a file with one column of cells under a question, of which
// those that begin with "=" are booleans of a workbook.
func truthFile(question string, cells ...string) *export.File {
	rows := make([]string, len(cells))
	for i, cell := range cells {
		rows[i] = strings.Replace(cell, "=", "#", 1) + "|goed"
	}
	return sheet([]string{question, "Wat vindt u van de website van uw organisatie?"}, rows...)
}

func TestTruthsAreYesAndNo(t *testing.T) {
	const dutch, english = "Heeft u in uw organisatie een balie?", "Do you have a desk in the office of your organisation?"
	tests := []struct {
		name, question string
		cells          []string
		want           map[string]int
	}{
		{"dutch", dutch, []string{"=TRUE", "=FALSE", "=TRUE"}, map[string]int{"Ja": 2, "Nee": 1}},
		{"text", dutch, []string{"WAAR", "ONWAAR", "WAAR", "Weet niet"}, map[string]int{"Ja": 2, "Nee": 1, "Weet niet": 1}},
		{"mixed", dutch, []string{"=TRUE", "Ja", "nee", "=FALSE", "=FALSE"}, map[string]int{"Ja": 2, "nee": 3}},
		{"nobody says no", dutch, []string{"=TRUE", "=TRUE", "=TRUE"}, map[string]int{"Ja": 3}},
		{"other answers", dutch, []string{"TRUE", "FALSE", "TRUE", "Soms"}, map[string]int{"TRUE": 2, "FALSE": 1, "Soms": 1}},
		{"english", english, []string{"=TRUE", "=FALSE", "=TRUE"}, map[string]int{"Yes": 2, "No": 1}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			f := truthFile(tt.question, tt.cells...)
			if tt.question == english {
				f.Columns[1].Question = "What do you think of the website of your organisation?"
			}
			cb := Infer(f)
			if diff := cmp.Diff(tt.want, countsOf(apply(t, cb, f), 0)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// countsOf returns how many chose each option of a question of one answer.
func countsOf(s *survey.Survey, q int) map[string]int {
	counts := map[string]int{}
	for i, o := range s.Questions[q].Options {
		for r := range s.Respondents {
			if s.Columns[q].Is(r, i) {
				counts[o.Label]++
			}
		}
	}
	return counts
}

// TestCodebookKnowsTruths applies codebooks to a column of booleans.
func TestCodebookKnowsTruths(t *testing.T) {
	f := truthFile("Balie?", "=TRUE", "=FALSE", "=TRUE")
	for _, labels := range [][2]string{{"Ja", "Nee"}, {"Yes", "No"}, {"TRUE", "FALSE"}, {"Waar", "Onwaar"}} {
		cb := &Codebook{Questions: []Question{{ID: "balie", Column: "Balie?", Kind: "single", Options: []Option{{Code: "a", Label: labels[0]}, {Code: "b", Label: labels[1]}}}}}
		want := map[string]int{labels[0]: 2, labels[1]: 1}
		if diff := cmp.Diff(want, countsOf(apply(t, cb, f), 0)); diff != "" {
			t.Errorf("%v: %s", labels, diff)
		}
	}
	// A codebook that means other things by true and false keeps its meaning.
	cb := &Codebook{Questions: []Question{{ID: "balie", Column: "Balie?", Kind: "single", Options: []Option{{Code: "true", Label: "Nee"}, {Code: "false", Label: "Ja"}}}}}
	if diff := cmp.Diff(map[string]int{"Nee": 2, "Ja": 1}, countsOf(apply(t, cb, f), 0)); diff != "" {
		t.Error(diff)
	}
}
