package analysis

import (
	"testing"

	"benchmark/survey"
)

// TestBasesByAnswersTell: by what was said in confidence no table is shown of which the base,
// with that of another table, tells what the one who is in neither said.
func TestBasesByAnswersTell(t *testing.T) {
	f := fixture{
		questions: []survey.Question{
			{ID: "yes", Kind: survey.Single, RoutingKnown: true, Options: options("a", "b")},
			{ID: "all", Kind: survey.Single, RoutingKnown: true, Options: options("p", "q")},
			{ID: "most", Kind: survey.Single, RoutingKnown: true, Options: options("p", "q")},
			{ID: "half", Kind: survey.Single, RoutingKnown: true, Options: options("p", "q")},
		},
		lines: lines(
			repeat(5, "a p p p"), repeat(5, "a q q q"), repeat(5, "b p p p"), repeat(5, "b q q q"),
			repeat(6, "a p p -"), repeat(6, "a q q -"), repeat(6, "b p p -"), repeat(6, "b q q -"), repeat(1, "a p - -"),
		),
	}
	study := analyze(t, f.survey(t), func(o *Options) { o.By = []string{"yes"} })
	for id, shown := range map[string]bool{"all": true, "most": false, "half": true} {
		table := study.Table(OtherQuestion, "")
		for i := range study.Tables {
			if study.Tables[i].ID == id {
				table = &study.Tables[i]
			}
		}
		if got := table.shows("yes"); table.ID != id || got != shown {
			t.Errorf("table %s shows the groups: %v, want %v", table.ID, got, shown)
		}
	}
}
