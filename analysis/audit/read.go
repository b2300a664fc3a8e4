package audit

import (
	"slices"
	"strings"

	"benchmark/analysis"
	"benchmark/analysis/words"
	"benchmark/survey"
)

// everyone is the set of all respondents.
func (a *attack) everyone() survey.Bits {
	all := survey.NewBits(a.survey.Respondents)
	for r := range a.survey.Respondents {
		all.Set(r)
	}
	return all
}

// these are some respondents as a set.
func (a *attack) these(rows []int) survey.Bits {
	in := survey.NewBits(a.survey.Respondents)
	for _, r := range rows {
		in.Set(r)
	}
	return in
}

// chose is who gave an option of closed question q.
func (a *attack) chose(q, option int) survey.Bits {
	in := survey.NewBits(a.survey.Respondents)
	for r := range a.survey.Respondents {
		if a.survey.Columns[q].Is(r, option) {
			in.Set(r)
		}
	}
	return in
}

// answered is who answered question q and is not taken out of its base.
func (a *attack) answered(q int) survey.Bits {
	in := a.survey.Columns[q].Base()
	for o := range a.survey.Questions[q].Options {
		if a.survey.Questions[q].Options[o].OutOfBase {
			in = in.Without(a.chose(q, o))
		}
	}
	return in
}

// seen is who can be seen to use or to try the channel of question q.
func (a *attack) seen(q int) survey.Bits {
	in := survey.NewBits(a.survey.Respondents)
	for o := range a.survey.Questions[q].Options {
		if visible(a.survey.Questions[q].Options[o].Means) {
			in = in.Union(a.chose(q, o))
		}
	}
	return in
}

func visible(means string) bool { return means == survey.Uses || means == survey.Pilot }

// base is who the protected figures of a table are about.
func (a *attack) base(t *analysis.Table) (survey.Bits, bool) {
	q := a.survey.Find(t.Question)
	switch {
	case t.Topic == analysis.AnyBarrier:
		return a.everyone(), true
	case q < 0:
		return nil, false
	}
	return a.baseOf(q), true
}

// baseOf is who gave a protected answer to question q: of the adoption of a channel
// those alone whose answer can't be seen.
func (a *attack) baseOf(q int) survey.Bits {
	base := a.answered(q)
	if of := &a.survey.Questions[q]; of.Role == survey.Adoption && of.Sensitivity == survey.Public {
		return base.Without(a.seen(q))
	}
	return base
}

// members are the respondents in a group; false where that is not open.
func (a *attack) members(g *analysis.Group) (survey.Bits, bool) {
	switch {
	case g.Breakdown == analysis.TotalBreakdown:
		return a.everyone(), true
	case g.Breakdown == analysis.UsersBreakdown:
		for _, q := range a.survey.WithRole(survey.Adoption) {
			if o := a.survey.Questions[q].Meaning(survey.Uses); a.survey.Questions[q].Channel == g.Level && o >= 0 {
				return a.chose(q, o), true
			}
		}
		return nil, false
	case len(g.Parts) == 0:
		return nil, false
	}
	in := a.everyone()
	for _, p := range g.Parts {
		q := a.survey.Find(p.Question)
		if q < 0 || a.survey.Questions[q].Sensitivity == survey.Protected {
			return nil, false
		}
		o := a.survey.Questions[q].Option(p.Level)
		if o < 0 {
			return nil, false
		}
		in = in.Intersect(a.answered(q)).Intersect(a.chose(q, o))
	}
	return in, true
}

// gave is who gave the answer of a row that is no net.
func (a *attack) gave(t *analysis.Table, r int) (survey.Bits, bool) {
	row := &t.Rows[r]
	if row.Net || row.Measure != analysis.Share {
		return nil, false
	}
	if t.Topic == analysis.AnyBarrier {
		in := survey.NewBits(a.survey.Respondents)
		for _, q := range a.barriers(row.Key) {
			in = in.Union(a.answered(q).Intersect(a.chose(q, a.survey.Questions[q].Option(row.Key))))
		}
		return in, true
	}
	q := a.survey.Find(t.Question)
	if q < 0 {
		return nil, false
	}
	of := &a.survey.Questions[q]
	switch {
	case of.Kind.Closed() && of.Option(row.Key) >= 0:
		return a.chose(q, of.Option(row.Key)).Intersect(a.answered(q)), true
	case t.Topic == analysis.Themes:
		at := slices.IndexFunc(of.Themes, func(th survey.Theme) bool { return th.Code == row.Key })
		if at < 0 {
			return nil, false
		}
		return words.Themes(a.textsOf(q), of.Themes)[at], true
	case t.Topic == analysis.Words:
		in := survey.NewBits(a.survey.Respondents)
		for _, w := range words.Count(a.textsOf(q), a.survey.Language, words.Options{Stop: strings.Fields(of.Channel)}).Words {
			if w.Stem == row.Key {
				for _, r := range w.Answers {
					in.Set(r)
				}
			}
		}
		return in, true
	}
	return nil, false
}

// textsOf are the texts of those who answered question q.
func (a *attack) textsOf(q int) []string {
	texts := make([]string, a.survey.Respondents)
	a.answered(q).Each(func(r int) { texts[r] = a.survey.Columns[q].Text(r) })
	return texts
}

// barriers are the select-all questions of barriers with an option.
func (a *attack) barriers(option string) []int {
	var all []int
	for _, q := range a.survey.WithRole(survey.Barrier) {
		if of := &a.survey.Questions[q]; of.Kind == survey.Multiple && of.Option(option) >= 0 {
			all = append(all, q)
		}
	}
	return all
}

// numbersOf are the numbers of some respondents to question q, in ascending order.
func (a *attack) numbersOf(q int, in survey.Bits) []float64 {
	var all []float64
	in.Each(func(r int) { all = append(all, a.survey.Columns[q].Number(r)) })
	slices.Sort(all)
	return all
}
