package analysis

import (
	"slices"

	"benchmark/survey"
)

// A breakdown by answers in confidence tells in every table how many of those with an answer
// there are in each group: of others than those who answered the question itself, or than in
// the next table. What these counts leave of one another can be a single organisation. So an
// attacker looks at all of them at once, and the groups are left out of tables that tell.

// mostCrossed is the largest number of kinds of respondents of whom an attacker looks for
// other worlds. Of more it looks at what two tables leave of each other, which must be more
// than fewRest and not alike.
const (
	mostCrossed = 1_000
	fewRest     = 30
)

// hideCrossed hides the groups of breakdowns by answers in confidence in tables of which
// the bases tell an answer. The table with the most answers comes first.
func (b *builder) hideCrossed(study *Study) {
	if b.options.Disclosure == Unprotected {
		return
	}
	for d := range b.by {
		if by := &b.by[d]; by.protected && len(by.questions) == 1 {
			b.hideCrossedBy(study, by)
		}
	}
	if users := b.users(); users.protected {
		for i := range study.Tables {
			study.Tables[i].hideBreakdown(users.id)
		}
	}
}

func (b *builder) hideCrossedBy(study *Study, by *breakdown) {
	question := b.survey.Find(by.questions[0])
	if study.hidesTotal(by.questions[0]) {
		for i := range study.Tables {
			study.Tables[i].hideSizes(by.id)
		}
		return
	}
	var tables []*crossing
	for i := range study.Tables {
		if t := &study.Tables[i]; t.Topic == Channels {
			t.hideBreakdown(by.id) // its rows have bases of their own
		} else if t.shows(by.id) {
			tables = append(tables, &crossing{table: t, base: b.baseOf(t)})
		}
	}
	if len(tables) == 0 {
		return
	}
	slices.SortStableFunc(tables, func(x, y *crossing) int { return y.base.Count() - x.base.Count() })
	v := b.newCrossed(study, by, question, tables)
	for _, t := range tables {
		more := v.untold(b.weighApart(v.line, t.base, b.survey.Find(t.table.Question), by.id))
		if v.tells(more) {
			t.table.hideBreakdown(by.id)
			continue
		}
		v.tell(more)
	}
}

// hidesTotal reports whether a table does not show what all answered to a question.
func (study *Study) hidesTotal(question string) bool {
	return slices.ContainsFunc(study.Tables, func(t Table) bool {
		return t.Question == question && slices.ContainsFunc(t.Cells, func(of []Estimate) bool {
			return of[0].Status.Hidden() && of[0].Status != HiddenImprecise
		})
	})
}

// hideSizes hides the groups of a breakdown, and how large they are.
func (t *Table) hideSizes(id string) {
	for g := range t.Groups {
		if t.Groups[g].Breakdown != id {
			continue
		}
		t.Groups[g].Hidden, t.Groups[g].Respondents = true, 0
		for r := range t.Cells {
			if e := &t.Cells[r][g]; e.Status != NoAnswers {
				*e = Estimate{Status: HiddenOthers}
			}
		}
	}
}

// crossing is a table by answers in confidence, and who its figures are about.
type crossing struct {
	table *Table
	base  survey.Bits
}

// baseOf is who the figures of a table are about.
func (b *builder) baseOf(t *Table) survey.Bits {
	i := b.survey.Find(t.Question)
	if i < 0 {
		return everyone(b.survey.Respondents)
	}
	a := b.read(i)
	if t.Topic == Consideration {
		return a.base.without(a.meaning(survey.Uses, survey.Pilot)).set()
	}
	return a.base.set()
}

// shows reports whether a figure of a breakdown is shown.
func (t *Table) shows(breakdown string) bool {
	for g := range t.Groups {
		if t.Groups[g].Breakdown == breakdown && slices.ContainsFunc(t.Cells, func(of []Estimate) bool { return of[g].Status == Estimated && of[g].Base > 0 }) {
			return true
		}
	}
	return false
}

// hideBreakdown hides the figures by a breakdown, but not how large its groups are.
func (t *Table) hideBreakdown(id string) {
	for r := range t.Rows {
		for g := range t.Groups {
			if e := &t.Cells[r][g]; t.Groups[g].Breakdown == id && e.Status == Estimated && t.Topic != Respondents {
				*e = Estimate{Status: HiddenOthers}
			}
		}
	}
}
