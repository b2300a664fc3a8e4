package analysis

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"benchmark/survey"
)

// Figures are the same without the texts that no table counts, and those are gone.
func TestHush(t *testing.T) {
	f := fixture{questions: []survey.Question{
		{ID: "words", Kind: survey.Open, Role: survey.Association, RoutingKnown: true},
		{ID: "why", Kind: survey.Open, RoutingKnown: true, Themes: []survey.Theme{{Code: "fast", Label: "Fast", Patterns: []string{"quick"}}}},
		{ID: "rest", Kind: survey.Open, RoutingKnown: true},
		{ID: "name", Kind: survey.Name, Role: survey.Organisation, RoutingKnown: true},
	}}
	f.lines = lines(repeat(6, "quick quick remark Duindorp"), repeat(4, "kind slow another Noorderdiep"))
	s := f.survey(t)
	want := analyze(t, s, nil)
	Hush(s)
	got := analyze(t, s, nil)
	if d := cmp.Diff(want.Tables, got.Tables); d != "" || len(want.Tables) < 3 {
		t.Errorf("%d tables, of which other figures: %s", len(want.Tables), d)
	}
	for i, told := range []string{"quick", "quick", "", "Duindorp"} {
		if !slices.Equal(s.Columns[i].Texts()[:1], []string{told}) {
			t.Errorf("%s: %q, want %q", s.Questions[i].ID, s.Columns[i].Texts()[0], told)
		}
	}
}
