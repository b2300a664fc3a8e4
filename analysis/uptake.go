package analysis

import (
	"benchmark/analysis/diffusion"
	"benchmark/survey"
)

// Uptake is how many organisations of the respondents use a channel now, and how many
// are expected to within a year by what they plan.
type Uptake struct {
	// Now of N use it, Surely and Likely of N plan to.
	Now, Surely, Likely, N int
	// Expected is the share that will use it: those that do now, and those that plan
	// to, at the chance that planners give themselves (diffusion.JusterScale); Low and High are its
	// margin at the Level.
	Low, Expected, High float64
	Level               float64
}

// UptakeOf returns the uptake of a channel; false when the study has no count of its
// stages that may be shown, or its figures are weighted.
func UptakeOf(s *Study, channel string) (Uptake, bool) {
	t := s.Table(AdoptionTopic, channel)
	if t == nil || s.Survey.Design.Sampled {
		return Uptake{}, false
	}
	u := Uptake{Level: s.Options.Level}
	for _, stage := range []struct {
		means string
		to    *int
	}{{survey.Uses, &u.Now}, {survey.Surely, &u.Surely}, {survey.Likely, &u.Likely}} {
		r := t.Meaning(stage.means)
		if r < 0 || t.Total(r).Status != Estimated {
			return Uptake{}, false
		}
		*stage.to, u.N = t.Total(r).Count, t.Total(r).Base
	}
	if u.N == 0 || !(u.Level > 0 && u.Level < 1) {
		return Uptake{}, false
	}
	e := diffusion.Expect(diffusion.Stated(u.Now, u.Surely, u.Likely, u.N, diffusion.JusterScale()))
	u.Expected = e.Value
	u.Low, u.High = e.Interval(u.Level)
	return u, true
}

// OwnVolume returns the contacts per hour that respondent i named in the question of
// a table; false when there is no answer above 0.
func OwnVolume(s *survey.Survey, t *Table, i int) (float64, bool) {
	q := s.Find(t.Question)
	if q < 0 || !s.Columns[q].Numeric() || s.Columns[q].State(i) != survey.Answered {
		return 0, false
	}
	x := s.Columns[q].Number(i)
	return x, x > 0
}

// Member reports whether respondent i is in a group of a breakdown by one question;
// everyone is in the total.
func Member(s *survey.Survey, g *Group, i int) bool {
	if g.Breakdown == TotalBreakdown {
		return true
	}
	q := s.Find(g.Breakdown)
	return q >= 0 && s.Columns[q].Is(i, s.Questions[q].Option(g.Level))
}
