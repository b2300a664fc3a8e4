package codebook

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/rogpeppe/go-internal/txtar"

	"benchmark/survey"
	"benchmark/survey/export"
)

// TestWrittenIsInferred holds over every export of the tests that the codebook
// that is inferred, written with comments and read again gives the very same
// survey: the same questions, answers, respondents and account of rows. Comments
// that begin like YAML change nothing.
func TestWrittenIsInferred(t *testing.T) {
	read := 0
	for name, data := range allExports(t) {
		f, err := export.Read(name, data, export.Options{})
		if err != nil {
			continue // a refusal, or the text of a workbook
		}
		inferred := Infer(f)
		want, err := inferred.Apply(f)
		if err != nil {
			continue
		}
		read++
		var written bytes.Buffer
		if err := WriteExplained(&written, inferred, read%2 == 0, func(q *Question) []string {
			return []string{q.Column, "- id: other", "questions: [\n]"}
		}); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		cb, err := Read("w.yaml", written.Bytes())
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		got, err := cb.Apply(f)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if diff := cmp.Diff(want, got, cmpopts.IgnoreFields(survey.Survey{}, "Issues"),
			cmpopts.IgnoreFields(survey.Provenance{}, "Codebook", "CodebookSHA256")); diff != "" {
			t.Errorf("%s (-inferred +written):\n%s", name, diff)
		}
	}
	if read < 40 {
		t.Errorf("only %d exports were read", read)
	}
}

// allExports returns the files of the dialect fixtures of package export and of
// the sample data.
func allExports(t *testing.T) map[string][]byte {
	t.Helper()
	all := map[string][]byte{}
	paths, err := filepath.Glob("../export/testdata/dialects/*.txt")
	if err != nil || len(paths) == 0 {
		t.Fatal("no fixtures", err)
	}
	for _, path := range paths {
		archive, err := txtar.ParseFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range archive.Files {
			if !strings.HasSuffix(f.Name, ".truth") {
				all[filepath.Base(path)+"-"+f.Name] = f.Data
			}
		}
	}
	for _, name := range []string{samples + "howaboutyou-2018.csv", samples + "howaboutyou-2018.xlsx", second + "flanders-2021.csv"} {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		all[filepath.Base(name)] = data
	}
	return all
}

// TestRewordedQuestionIsFound: a question that the next wave puts in other words
// is found by its answers, and only when one column can be it.
func TestRewordedQuestionIsFound(t *testing.T) {
	cb := func(options string) *Codebook {
		book, err := Read("c.yaml", []byte("questions:\n  - {id: place, column: Where?, kind: open}\n  - {id: town, column: Town?, kind: open}\n"+
			"  - id: mood\n    column: How do you feel?\n    kind: single\n    options: ["+options+"]\n"))
		if err != nil {
			t.Fatal(err)
		}
		return book
	}
	faces := "{code: a, label: Cheerful}, {code: b, label: Gloomy}"
	for _, tc := range []struct{ name, options, heading, cells, want string }{
		{"same answers", faces, "Mood today", "Cheerful|Gloomy|Cheerful", "Mood today"},
		{"other answers", faces, "Mood today", "Fine|Gloomy|Fine", ""},
		{"yes and no tell nothing", "{code: a, label: Yes}, {code: b, label: No}", "Do you smoke?", "Yes|No|Yes", ""},
	} {
		cells := strings.Split(tc.cells, "|")
		s, err := cb(tc.options).Apply(sheet([]string{"Where?", "Town?", tc.heading}, "x|y|"+cells[0], "z|y|"+cells[1], "q|y|"+cells[2]))
		if err != nil {
			t.Fatal(err)
		}
		got := issues(s, survey.IssueQuestionAbsent)
		if len(got) != 1 || got[0].Args[2] != tc.want || (got[0].Fix != "") != (tc.want != "") {
			t.Errorf("%s: %+v, want %q", tc.name, got, tc.want)
		}
	}
	two := sheet([]string{"Where?", "Town?", "Mood today", "Mood tomorrow"}, "x|y|Cheerful|Gloomy", "z|y|Gloomy|Cheerful")
	s, err := cb(faces).Apply(two)
	if err != nil {
		t.Fatal(err)
	}
	if got := issues(s, survey.IssueQuestionAbsent); len(got) != 1 || got[0].Args[2] != "" {
		t.Errorf("two columns can be it: %+v", got)
	}
}

// TestEveryKindHasItsGround holds that each question that is inferred says why
// it has its kind, on a ground that such a kind can have.
func TestEveryKindHasItsGround(t *testing.T) {
	grounds := map[string][]string{
		"single":   {BasisAnswers, BasisTail, BasisOneTick, BasisStages, BasisWording, BasisOptionCodes},
		"multiple": {BasisTicks, BasisJoined},
		"scale":    {BasisPoints, BasisRange, BasisPlaces, BasisWording},
		"number":   {BasisNumbers, BasisWording},
		"open":     {BasisTexts, BasisTyped, BasisWording},
		"name":     {BasisCodes, BasisTexts, BasisWording},
	}
	for name, data := range allExports(t) {
		f, err := export.Read(name, data, export.Options{})
		if err != nil {
			continue
		}
		for _, q := range Infer(f).Questions {
			if !slices.Contains(grounds[q.Kind], q.Basis.Why) {
				t.Errorf("%s: %s %q has the ground %q", name, q.Kind, q.Column, q.Basis.Why)
			}
		}
	}
}
