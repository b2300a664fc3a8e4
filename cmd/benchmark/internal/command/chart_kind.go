package command

import (
	"fmt"

	"benchmark/analysis"
	"benchmark/charts"
	"benchmark/survey"
)

// The kinds of chart that can be asked for.
const (
	kindAdoption  = "adoption"
	kindBreakdown = "breakdown"
	kindQuestion  = "question"
)

func chartKinds() []string { return []string{kindAdoption, kindBreakdown, kindQuestion} }

// pick makes the chart that the options ask for.
func (o *chartOptions) pick(s *study) (charts.Chart, error) {
	if o.kind == kindAdoption {
		return charts.Adoption(s.figures, s.locale)
	}
	t := o.table(s.figures)
	if t == nil {
		return charts.Chart{}, fmt.Errorf("drawing a %s: there is no table to draw it from", o.kind)
	}
	if o.kind == kindQuestion {
		return charts.Question(s.figures, t, s.locale)
	}
	answer, err := o.row(t)
	if err != nil {
		return charts.Chart{}, err
	}
	return charts.Breakdown(s.figures, t, answer, o.by, s.locale)
}

// table returns the table that a chart is about: that of the question, else of
// the first channel's adoption; nil when there is none.
func (o *chartOptions) table(figures *analysis.Study) *analysis.Table {
	for i := range figures.Tables {
		t := &figures.Tables[i]
		if o.question != "" && t.Question == o.question || o.question == "" && t.Topic == analysis.AdoptionTopic {
			return t
		}
	}
	return nil
}

// row returns the row that a breakdown shows: the answer asked for, else use,
// the top two of a scale or the first share, whichever the table has.
func (o *chartOptions) row(t *analysis.Table) (string, error) {
	if o.answer == "" {
		for _, usual := range []string{survey.Uses, analysis.KeyTopTwo} {
			if hasShare(t, usual) {
				return usual, nil
			}
		}
	}
	var known []string
	for _, r := range t.Rows {
		if r.Measure == analysis.Share {
			known = append(known, r.Key)
		}
	}
	switch {
	case o.answer == "" && len(known) > 0:
		return known[0], nil
	case o.answer == "":
		return "", fmt.Errorf("drawing a breakdown: question %q has no shares of answers", t.Question)
	case hasShare(t, o.answer):
		return o.answer, nil
	}
	return "", usagef("--answer: question %q has no answer %q%s", t.Question, o.answer, didYouMean("", nearest(o.answer, known)))
}

func hasShare(t *analysis.Table, answer string) bool {
	return t.Meaning(answer) >= 0 || t.Row(answer, analysis.Share) >= 0
}
