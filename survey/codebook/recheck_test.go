package codebook

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"benchmark/survey"
	"benchmark/survey/export"
)

// writtenAgain is the codebook as a person finds it in the file, after changes: old
// text and new text in turn.
func writtenAgain(t *testing.T, f *export.File, changes ...string) *Codebook {
	t.Helper()
	var out strings.Builder
	if err := Write(&out, Infer(f), true); err != nil {
		t.Fatal(err)
	}
	text := out.String()
	for i := 0; i < len(changes); i += 2 {
		if !strings.Contains(text, changes[i]) {
			t.Fatalf("%q is not in\n%s", changes[i], text)
		}
		text = strings.Replace(text, changes[i], changes[i+1], 1)
	}
	return read(t, text)
}

func classesFile() *export.File {
	f := sheet([]string{"nr", "Hoe groot is de afdeling?"}, listedRows(4, "1-5", "10-jan", "11-50", "Meer dan 50")...)
	return f
}

// listedRows repeats the cells, each row with a number before it.
func listedRows(times int, cells ...string) []string {
	var rows []string
	for range times {
		for _, c := range cells {
			rows = append(rows, fmt.Sprintf("%d|%s", len(rows)+1, c))
		}
	}
	return rows
}

// What was doubtful stays so in a codebook that nobody changed, until a line of
// it says what is meant.
func TestWrittenCodebookSettlesNothingByItself(t *testing.T) {
	classes := classesFile()
	aside := sheet([]string{"nr", "Leeftijd van de afdeling"}, listedRows(6, "3", "5", "8", "11", "14", "17", "20", "22", "999")...)
	coded := sheet([]string{"nr", "Welk systeem gebruikt u?"}, listedRows(6, "1", "2", "3", "4")...)
	for _, tc := range []struct {
		name    string
		file    *export.File
		changes []string
		want    []string
	}{
		{"a date among the classes", classes, nil, []string{"doubt excel-date 10-jan"}},
		{"recode says what it was", classes, []string{"    kind: single\n", "    kind: single\n    recode: {10-jan: \"1-5\"}\n"}, nil},
		{"a code says what it was", classes, []string{", label: 10-jan", "-was-1-10, label: 10-jan"}, nil},
		{"missing says that it is no answer", classes, []string{"    kind: single\n", "    kind: single\n    missing: [10-jan]\n"}, nil},
		{"missing is written", aside, nil, nil},
		{"missing is taken out", aside, []string{"    missing: [\"999\"]\n", ""}, []string{"doubt code-aside number 999 6 3 22"}},
		{"a maximum says that it is true", aside, []string{"    missing: [\"999\"]\n", "    maximum: 1000\n"}, nil},
		{"codes without labels", coded, nil, []string{"warning codes-unlabelled 1 2 3 4"}},
		{"codes with labels", coded, []string{`label: "2"`, "label: Zaaksysteem, short: \"2\""}, nil},
	} {
		cb := writtenAgain(t, tc.file, tc.changes...)
		s := apply(t, cb, tc.file)
		var got []string
		for _, i := range s.Issues {
			if i.Severity > survey.Note && i.Code != survey.IssueUnknownOption {
				got = append(got, strings.Join(slices.Concat([]string{i.Severity.String(), string(i.Code)}, i.Args[1:]), " "))
				if i.Question != cb.Questions[0].ID || i.Args[0] != i.Question {
					t.Errorf("%s: of question %q: %v", tc.name, i.Question, i.Args)
				}
			}
		}
		if diff := cmp.Diff(tc.want, got); diff != "" {
			t.Errorf("%s: %s", tc.name, diff)
		}
	}
}
