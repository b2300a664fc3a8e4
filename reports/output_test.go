package reports

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"benchmark/analysis"
	"benchmark/survey"
	"benchmark/survey/codebook"
	"benchmark/survey/locale"
)

var escapes = regexp.MustCompile("\x1b\\[[0-9]*m")

func TestNoLineWiderThanTheScreen(t *testing.T) {
	for _, language := range []string{"nl", "en"} {
		r, l := build(t, language)
		for width := 40; width <= 220; width++ {
			for name, f := range map[string]Renderer{
				"text": Text(Screen{Width: width, Colour: true}), "brief": Brief(Screen{Width: width}), "inspect": InspectText(Screen{Width: width}),
			} {
				for n, line := range strings.Split(string(render(t, f, r, l)), "\n") {
					if got := cells(escapes.ReplaceAllString(line, "")); got > width {
						t.Fatalf("%s %s, width %d, line %d has %d columns: %q", name, language, width, n+1, got, line)
					}
				}
			}
		}
	}
}

func TestScreenNarrowerThanForty(t *testing.T) {
	r, l := build(t, "nl")
	got, want := render(t, Text(Screen{Width: 3}), r, l), render(t, Text(Screen{Width: 40}), r, l)
	if !bytes.Equal(got, want) {
		t.Error("a screen of 3 columns is not laid out as one of 40")
	}
}

// TestHiddenFiguresNeverLeak looks in every output for the figures that the
// hidden cells of the study wrongly carry.
func TestHiddenFiguresNeverLeak(t *testing.T) {
	leaks := []string{"98765", "98,8", "98.8", "99%", "7654", "7.654", "7,654", "8765", "8.765", "8,765"}
	for _, tc := range renderers() {
		r, l := build(t, tc.language)
		out := string(render(t, tc.render, r, l))
		for _, leak := range leaks {
			if strings.Contains(out, leak) {
				t.Errorf("%s shows the hidden figure %s", tc.name, leak)
			}
		}
	}
}

// TestHiddenFiguresWouldShow sees to it that the test above can fail.
func TestHiddenFiguresWouldShow(t *testing.T) {
	study, reading := handMade()
	for i := range study.Tables {
		for _, row := range study.Tables[i].Cells {
			for g := range row {
				if row[g].Status.Hidden() {
					row[g].Status = analysis.Estimated
				}
			}
		}
	}
	l, _ := locale.For("nl")
	out := string(render(t, JSON, Build(study, reading, l), l))
	for _, figure := range []string{"98765", "7654", "8765"} {
		if !strings.Contains(out, figure) {
			t.Errorf("%s is not in an output that hides nothing", figure)
		}
	}
}

func TestHiddenFigureMakesNoSentence(t *testing.T) {
	study, reading := handMade()
	for i := range study.Tables {
		for r := range study.Tables[i].Cells {
			study.Tables[i].Cells[r][0] = hidden(analysis.HiddenSmall)
		}
	}
	study.Comparisons[0].Whole = hidden(analysis.HiddenSmall)
	l, _ := locale.For("nl")
	r := Build(study, reading, l)
	if len(r.Findings) > 0 {
		t.Errorf("findings on hidden figures: %+v", r.Findings)
	}
	var all []byte
	for _, f := range []Renderer{Text(Screen{Width: 80}), Brief(Screen{Width: 80}), Markdown, JSON, CSV} {
		all = append(all, render(t, f, r, l)...)
	}
	if bytes.Contains(all, []byte("procentpunt")) || bytes.Contains(all, []byte("0.1566")) {
		t.Error("the difference from a hidden share is shown")
	}
}

func TestHiddenSaysWhy(t *testing.T) {
	for _, f := range []Renderer{Text(Screen{Width: 100}), Markdown} {
		r, l := build(t, "nl")
		out := string(render(t, f, r, l))
		for _, why := range []string{"te weinig antwoorden", "verborgen, want dit kan verraden wat een organisatie", "het laagste of hoogste antwoord tonen"} {
			if !strings.Contains(out, why) {
				t.Errorf("%q is not said", why)
			}
		}
	}
}

func TestUnprotectedSaysSoEverywhere(t *testing.T) {
	for _, tc := range renderers() {
		study, reading := handMade()
		study.Options.Disclosure = analysis.Unprotected
		l, _ := locale.For(tc.language)
		out := strings.ToLower(string(render(t, tc.render, Build(study, reading, l), l)))
		want := map[string]string{"nl": "niet voor publicatie", "en": "not for publication"}[tc.language]
		if !strings.Contains(strings.Join(strings.Fields(out), " "), want) {
			t.Errorf("%s does not say %q", tc.name, want)
		}
		r, l := build(t, tc.language)
		if strings.Contains(strings.ToLower(string(render(t, tc.render, r, l))), want) {
			t.Errorf("%s says %q of a protected study", tc.name, want)
		}
	}
}

func TestNoControlCharacters(t *testing.T) {
	for _, tc := range renderers() {
		r, l := build(t, tc.language)
		out := escapes.ReplaceAllString(string(render(t, tc.render, r, l)), "")
		if tc.name != "text-nl-80-colour.txt" {
			out = string(render(t, tc.render, r, l))
		}
		if strings.ContainsAny(out, "\x1b\x07\u009b") || !utf8.ValidString(out) {
			t.Errorf("%s has control characters", tc.name)
		}
	}
}

func TestSameInputSameBytes(t *testing.T) {
	for _, tc := range renderers() {
		r1, l := build(t, tc.language)
		r2, _ := build(t, tc.language)
		if !bytes.Equal(render(t, tc.render, r1, l), render(t, tc.render, r2, l)) {
			t.Errorf("%s differs from run to run", tc.name)
		}
	}
}

func TestColourChangesNoText(t *testing.T) {
	r, l := build(t, "nl")
	plain := string(render(t, Text(Screen{Width: 90}), r, l))
	coloured := escapes.ReplaceAllString(string(render(t, Text(Screen{Width: 90, Colour: true}), r, l)), "")
	trim := func(s string) string { return regexp.MustCompile(` +\n`).ReplaceAllString(s, "\n") }
	if d := cmp.Diff(plain, trim(coloured)); d != "" {
		t.Errorf("colour changes the text (-plain +coloured):\n%s", d)
	}
}

func TestJSONHoldsEveryFigure(t *testing.T) {
	r, l := build(t, "nl")
	var j jsonStudy
	if err := json.Unmarshal(render(t, JSON, r, l), &j); err != nil {
		t.Fatal(err)
	}
	for i := range r.Study.Tables {
		table := &r.Study.Tables[i]
		for row := range table.Rows {
			for g := range table.Groups {
				want, got := &table.Cells[row][g], j.Tables[i].Rows[row].Cells[g]
				if want.Status != analysis.Estimated {
					if d := cmp.Diff(jsonCell{Status: want.Status.String()}, got); d != "" {
						t.Errorf("%s: a cell without a figure (-want +got):\n%s", table.ID, d)
					}
					continue
				}
				if *got.Value != want.Value || *got.Base != want.Base {
					t.Errorf("%s: value %v of %d, want %v of %d", table.ID, *got.Value, *got.Base, want.Value, want.Base)
				}
			}
		}
	}
}

func TestCSVIsRegular(t *testing.T) {
	r, l := build(t, "nl")
	lines, err := csv.NewReader(bytes.NewReader(render(t, CSV, r, l))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	figures := len(r.Study.Comparisons)
	for i := range r.Study.Tables {
		figures += len(r.Study.Tables[i].Rows) * len(r.Study.Tables[i].Groups)
	}
	if len(lines) != figures+1 {
		t.Errorf("%d lines below the header, want %d figures", len(lines)-1, figures)
	}
	formula := regexp.MustCompile(`^[=+@]|^-[^0-9]`)
	for _, line := range lines {
		for _, cell := range line {
			if formula.MatchString(cell) {
				t.Errorf("a spreadsheet would compute %q", cell)
			}
		}
	}
}

func TestFigureReferences(t *testing.T) {
	r, _ := build(t, "nl")
	for _, f := range r.Findings {
		for _, ref := range append([]Figure{f.Figure}, f.Others...) {
			if e := lookup(r.Study, ref); e == nil || e.Status != analysis.Estimated {
				t.Errorf("%q speaks of %+v, which is no figure", f.Text, ref)
			}
		}
	}
}

func lookup(s *analysis.Study, f Figure) *analysis.Estimate {
	for i := range s.Tables {
		t := &s.Tables[i]
		if t.ID != f.Table {
			continue
		}
		for g := range t.Groups {
			if r := t.Row(f.Row, f.Measure); r >= 0 && groupKey(&t.Groups[g]) == f.Group {
				return &t.Cells[r][g]
			}
		}
	}
	return nil
}

func TestSparseStudies(t *testing.T) {
	l, _ := locale.For("nl")
	for name, s := range map[string]*survey.Survey{
		"nothing": {}, "one respondent": {Respondents: 1, Source: survey.Provenance{File: "x.csv", Read: 1, Kept: 1}},
	} {
		r := Build(&analysis.Study{Survey: s, Options: analysis.Defaults()}, Reading{Codebook: &codebook.Codebook{Inferred: true}}, l)
		for _, f := range []Renderer{Text(Screen{Width: 80}), Brief(Screen{Width: 80}), Markdown, JSON, CSV, InspectText(Screen{Width: 80}), InspectJSON} {
			if len(render(t, f, r, l)) == 0 {
				t.Errorf("%s: no output", name)
			}
		}
	}
}

func TestTopicsHaveTheirPlace(t *testing.T) {
	r, _ := build(t, "nl")
	listed := 0
	for _, s := range r.Sections {
		listed += len(s.Tables)
		if len(s.Notes) != len(s.Tables) || s.Title == "" {
			t.Errorf("section %q is not whole", s.Topic)
		}
	}
	if listed != len(r.Study.Tables) {
		t.Errorf("%d of %d tables are in a section", listed, len(r.Study.Tables))
	}
}

func TestWriteErrorsAreReturned(t *testing.T) {
	r, l := build(t, "nl")
	for i, f := range []Renderer{Text(Screen{Width: 80}), Brief(Screen{Width: 80}), Markdown, JSON, CSV, InspectText(Screen{Width: 80}), InspectJSON} {
		if err := f(fullDisk{}, r, l); err == nil {
			t.Errorf("renderer %d loses a write error", i)
		}
	}
}

type fullDisk struct{}

func (fullDisk) Write([]byte) (int, error) { return 0, fmt.Errorf("no space left") }

// TestForPrograms: what is left out for programs is in no form that is for them, and the
// report for people has it.
func TestForPrograms(t *testing.T) {
	for _, language := range []string{"nl", "en"} {
		l := localeFor(t, language)
		study, reading := handMade()
		full, figures := Build(study, reading, l), Build(study, reading, l, ForPrograms())
		for name, form := range map[string]Renderer{"JSON": JSON, "CSV": CSV} {
			if got, want := render(t, form, figures, l), render(t, form, full, l); !bytes.Equal(got, want) {
				t.Errorf("%s: got\n%s\nwant\n%s", name, got, want)
			}
		}
		if len(full.Sections) == 0 || len(full.Footnotes) == 0 || len(figures.Sections)+len(figures.Footnotes) > 0 {
			t.Errorf("%d and %d sections", len(full.Sections), len(figures.Sections))
		}
	}
}
