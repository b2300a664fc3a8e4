package analysis

import (
	"bytes"
	"slices"

	"benchmark/analysis/disclosure"
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
		sets := b.crossedSets(t, by)
		if v.tells(sets) {
			t.table.hideBreakdown(by.id)
			continue
		}
		v.told = v.with(sets)
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

// crossedSets are of whom a table tells how many gave each answer: its base, and with weights
// those of it that weigh the same.
func (b *builder) crossedSets(t *crossing, by *breakdown) []survey.Bits {
	return b.weighApart(t.base, b.survey.Find(t.table.Question), by.id)
}

// weighApart are some respondents, and those of them that weigh the same in the figures of a
// question by a breakdown.
func (b *builder) weighApart(in survey.Bits, question int, breakdown string) []survey.Bits {
	sets := []survey.Bits{in}
	if b.collapse == nil {
		return sets
	}
	type class struct {
		stratum int
		weight  float64
	}
	at := map[class]int{}
	p := b.pooled(question, breakdown).sampler
	in.Each(func(r int) {
		of := class{int(p.strata[r]), p.weights[r]}
		k, known := at[of]
		if !known {
			k = len(sets)
			at[of], sets = k, append(sets, survey.NewBits(b.survey.Respondents))
		}
		sets[k].Set(r)
	})
	return sets
}

// crossedView is what an attacker sees of the answers to the question of a breakdown.
type crossedView struct {
	guard guard
	base  survey.Bits
	// kinds are those of the base whom nothing that can be told tells apart.
	kinds []survey.Bits
	// told are of whom it is told how many gave each answer, and hidden of whom it must not be.
	told, hidden []survey.Bits
	options      []survey.Bits
}

// newCrossed shows what the own table of a question tells of its answers.
func (b *builder) newCrossed(study *Study, by *breakdown, question int, tables []*crossing) *crossedView {
	g := b.guard(question)
	v := &crossedView{guard: g, base: g.base.set(), told: []survey.Bits{g.base.set()}}
	for _, o := range g.options {
		v.options = append(v.options, o.set())
	}
	var open []survey.Bits
	for i := range study.Tables {
		t := &study.Tables[i]
		if t.Question != by.questions[0] || len(t.Rows) == 0 {
			continue
		}
		for k := range t.Groups {
			in := b.membersOf(&t.Groups[k]).Intersect(v.base)
			open = append(open, in)
			if e := &t.Cells[0][k]; e.Status == Estimated {
				v.told = append(v.told, b.weighApart(in, question, t.Groups[k].Breakdown)...)
			} else if e.Status.Hidden() && v.sensitive(in) {
				v.hidden = append(v.hidden, in)
			}
		}
	}
	for _, t := range tables {
		open = append(open, t.base)
	}
	if b.strata != nil {
		classes := make([]survey.Bits, b.strata.number)
		for k := range classes {
			classes[k] = survey.NewBits(b.survey.Respondents)
		}
		for r, k := range b.strata.of {
			classes[k].Set(r)
		}
		open = append(open, classes...)
	}
	v.kinds = kindsOf(v.base, open)
	return v
}

// kindsOf are those of a base whom some sets tell apart, in an order that these decide.
func kindsOf(base survey.Bits, sets []survey.Bits) []survey.Bits {
	at := map[string]int{}
	var marks [][]byte
	var kinds []survey.Bits
	base.Each(func(r int) {
		mark := make([]byte, len(sets))
		for i, set := range sets {
			if set.Has(r) {
				mark[i] = 1
			}
		}
		k, known := at[string(mark)]
		if !known {
			k = len(kinds)
			at[string(mark)] = k
			marks, kinds = append(marks, mark), append(kinds, make(survey.Bits, len(base)))
		}
		kinds[k].Set(r)
	})
	order := make([]int, len(kinds))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(x, y int) int { return bytes.Compare(marks[x], marks[y]) })
	sorted := make([]survey.Bits, len(kinds))
	for i, k := range order {
		sorted[i] = kinds[k]
	}
	return sorted
}

// sensitive reports whether how many in a set gave each answer must stay in doubt.
func (v *crossedView) sensitive(in survey.Bits) bool {
	n := in.Count()
	return n < MinimumAnswers || slices.ContainsFunc(v.options, func(o survey.Bits) bool { return o.And(in) >= n-1 })
}

// with adds sets to those of which is told how many gave each answer.
func (v *crossedView) with(sets []survey.Bits) []survey.Bits {
	told := slices.Clone(v.told)
	for _, set := range sets {
		in := set.Intersect(v.base)
		if in.Count() > 0 && !slices.ContainsFunc(told, func(known survey.Bits) bool { return slices.Equal(known, in) }) {
			told = append(told, in)
		}
	}
	return told
}

// tells reports whether more sets give an answer away.
func (v *crossedView) tells(sets []survey.Bits) bool {
	told := v.with(sets)
	if len(told) == len(v.told) {
		return false
	}
	if len(v.kinds) > mostCrossed {
		return v.restTells(told)
	}
	for _, answers := range v.together() {
		p := v.puzzle(answers, told)
		if len(p.Exposed(1)) > 0 {
			return true
		}
	}
	return false
}

// together are the answers of which one was given, all at once, or those of which several
// could be one by one.
func (v *crossedView) together() [][]survey.Bits {
	if !v.guard.several && len(v.options) < disclosure.MostAnswers {
		return [][]survey.Bits{v.options}
	}
	var all [][]survey.Bits
	for _, o := range v.options {
		all = append(all, []survey.Bits{o})
	}
	return all
}

// puzzle is that of some answers.
func (v *crossedView) puzzle(answers, told []survey.Bits) *disclosure.Puzzle {
	p := &disclosure.Puzzle{}
	rest := 0
	for _, kind := range v.kinds {
		given, left := []int{}, kind.Count()
		for _, o := range answers {
			n := o.And(kind)
			given, left = append(given, n), left-n
		}
		p.Given, rest = append(p.Given, append(given, left)), rest+left
	}
	for o := range answers {
		p.Secrets = append(p.Secrets, 1<<o)
	}
	if rest > 0 && !v.guard.several {
		p.Secrets = append(p.Secrets, 1<<len(answers))
	}
	know := func(sets []survey.Bits) (all []disclosure.Known) {
		for _, set := range sets {
			in := survey.NewBits(len(v.kinds))
			for k, kind := range v.kinds {
				if kind.And(set) > 0 {
					in.Set(k)
				}
			}
			for o := range answers {
				all = append(all, disclosure.Known{In: in, Of: 1 << o})
			}
		}
		return all
	}
	p.Known, p.Counts = know(told), know(v.hidden)
	return p
}

// restTells reports whether what one set leaves of another is few, or alike.
func (v *crossedView) restTells(told []survey.Bits) bool {
	for i, a := range told {
		for _, c := range told[:i] {
			for _, rest := range []survey.Bits{a.Without(c), c.Without(a), a.Intersect(c)} {
				if n := rest.Count(); n > 0 && (n <= fewRest || v.sensitive(rest)) && !slices.Equal(rest, a) && !slices.Equal(rest, c) {
					return true
				}
			}
		}
	}
	return false
}
