package charts

import (
	"math"
	"testing"

	"benchmark/analysis"
	"benchmark/survey"
	"benchmark/survey/locale"
)

// TestRoundedPartsAddUp: the parts of a bar add up to 1 where rounded figures do not, as
// the rest takes what the others leave; a part that is one figure stays as it is told.
func TestRoundedPartsAddUp(t *testing.T) {
	table := &analysis.Table{ID: "app-adoption", Topic: analysis.AdoptionTopic, Question: "app", Channel: "app", Groups: []analysis.Group{{Breakdown: analysis.TotalBreakdown}}}
	stages := []string{survey.Uses, survey.Surely, survey.Likely, survey.Later, survey.Pilot, survey.No}
	for i, value := range []float64{0.48, 0.1, 0.1, 0.11, 0.02, 0.203} {
		e := analysis.Estimate{Status: analysis.Estimated, Value: value, Base: 117, Weighted: true}
		if i < 5 {
			e.Notes = []analysis.Note{analysis.NoteRounded}
		}
		table.Rows = append(table.Rows, analysis.Row{Key: stages[i], Means: stages[i], Measure: analysis.Share})
		table.Cells = append(table.Cells, []analysis.Estimate{e})
	}
	s := &survey.Survey{Language: "en", Respondents: 117}
	l, err := locale.For("en")
	if err != nil {
		t.Fatal(err)
	}
	c, err := Adoption(&analysis.Study{Survey: s, Tables: []analysis.Table{*table}}, l)
	if err != nil {
		t.Fatal(err)
	}
	sum := 0.0
	for i, mark := range c.Rows[0].Marks {
		sum += mark.Value
		if want := table.Cells[i][0].Value; i < 3 && mark.Value != want {
			t.Errorf("part %d is %v, and the figure %v", i, mark.Value, want)
		}
	}
	if math.Abs(sum-1) > 1e-12 {
		t.Errorf("the parts add up to %v", sum)
	}
}
