package reports

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"benchmark/analysis"
	"benchmark/analysis/position"
	"benchmark/survey/locale"
)

// standingOf returns the report of respondent i of the sample's survey.
func standingOf(t *testing.T, language string, i int, peers ...position.Peers) (*Report, *locale.Locale) {
	t.Helper()
	study, l := weightedSample(t, language, analysis.Defaults())
	st, err := position.New(study.Study.Survey, position.Options{Level: 0.95, Disclosure: analysis.Publish, Peers: peers})
	if err != nil {
		t.Fatal(err)
	}
	return BuildPosition(st.Of(i), About{Name: "Gemeente Duindorp", Study: "HowAboutYou", Survey: study.Study.Survey}, l), l
}

func TestPositionReport(t *testing.T) {
	for _, tt := range []struct {
		name, language string
		render         Renderer
	}{
		{"position-nl-80.txt", "nl", Text(Screen{Width: 80})}, {"position-en-120.txt", "en", Text(Screen{Width: 120})},
		{"position-nl-40.txt", "nl", Text(Screen{Width: 40})}, {"position-nl.md", "nl", Markdown}, {"position-en.json", "en", JSON},
	} {
		r, l := standingOf(t, tt.language, 0, position.Peers{Nearest: 15})
		golden(t, tt.name, render(t, tt.render, r, l))
	}
}

// TestPositionNeverTooWide holds every line of a text to its screen.
func TestPositionNeverTooWide(t *testing.T) {
	r, l := standingOf(t, "nl", 3, position.Peers{Nearest: 15})
	for _, width := range []int{40, 59, 60, 80, 100} {
		for line := range strings.Lines(string(render(t, Text(Screen{Width: width}), r, l))) {
			if cells(strings.TrimRight(line, "\n")) > width {
				t.Errorf("wider than %d: %q", width, line)
			}
		}
	}
}

// TestPositionFieldsAreListed holds the JSON to its contract, and hidden figures
// to their status.
func TestPositionFieldsAreListed(t *testing.T) {
	r, l := standingOf(t, "en", 0, position.Peers{Nearest: 15})
	var v map[string]any
	if err := json.Unmarshal(render(t, JSON, r, l), &v); err != nil {
		t.Fatal(err)
	}
	found := map[string]bool{}
	walk(v, "", found)
	for path := range found {
		if !slices.Contains(PositionFields(), path) {
			t.Errorf("field %s is not listed", path)
		}
	}
	hidden := 0
	for _, x := range v["indicators"].([]any) {
		for _, f := range x.(map[string]any)["figures"].([]any) {
			figure := f.(map[string]any)
			if strings.HasPrefix(figure["status"].(string), "hidden") {
				if hidden++; len(figure) != 1 {
					t.Errorf("a hidden figure says more: %v", figure)
				}
			}
		}
	}
	if hidden == 0 {
		t.Error("no figure is hidden")
	}
}
