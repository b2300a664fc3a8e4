package codebook

import (
	"slices"
	"strconv"

	"benchmark/survey"
	"benchmark/survey/export"
)

// The words of a codebook for the base of a block of tick columns.
const (
	baseMarked = "marked"
	baseTicked = "ticked"
)

// marks are what a block of tick columns says, before it is known who counts.
type marks struct {
	// ticks holds the respondents per option, text those of whom only a text in
	// the column of "other" says so.
	ticks []survey.Bits
	text  survey.Bits
	// marked are those with any mark in the block, ticked or unticked.
	marked survey.Bits
	// reasons says why there is no answer, where the file tells.
	reasons []survey.Missing
	// bad are those with a cell that is no tick.
	bad survey.Bits
}

// marksOf reads the block of a question and reports the cells that are no tick.
func (a *application) marksOf(b *binding, q *survey.Question) *marks {
	n := len(a.rows)
	m := &marks{
		ticks: make([]survey.Bits, len(q.Options)), text: survey.NewBits(n), marked: survey.NewBits(n),
		reasons: make([]survey.Missing, n), bad: survey.NewBits(n),
	}
	unknown := faults{code: survey.IssueUnknownOption}
	for o, columns := range b.options {
		m.ticks[o] = survey.NewBits(n)
		for _, at := range columns {
			a.tickColumn(b, at, q.Options[o].Other, func(r int, mark cellMark, text string) {
				switch {
				case mark.absent:
					m.reasons[r] = max(m.reasons[r], mark.reason)
				case mark.is == noTick:
					unknown.add(text, r)
					m.bad.Set(r)
				case mark.is == ticked:
					m.ticks[o].Set(r)
					m.marked.Set(r)
					if mark.text {
						m.text.Set(r)
					}
				default:
					m.marked.Set(r)
				}
			})
		}
	}
	a.report(&unknown, q, b.columns[0], survey.Doubt, closedValue)
	a.stray(b, q)
	return m
}

// ticks decodes a select-all question over a block of columns. Answered are
// those who have a mark in the block; where unticked is blank, or the codebook
// says so, those who ticked at least one option. The text of "other" counts as
// a tick.
func (a *application) ticks(b *binding, q *survey.Question, c *survey.Column) {
	m := a.marksOf(b, q)
	c.Ticks = m.ticks
	states := m.reasons
	some := survey.NewBits(len(a.rows))
	for _, bits := range c.Ticks {
		some = some.Union(bits)
	}
	m.bad.Each(func(r int) { states[r] = survey.Invalid })
	some.Each(func(r int) { states[r] = survey.Answered })
	if b.question.Base == baseTicked {
		c.SetStates(states)
		return
	}
	none := 0
	m.marked.Without(some).Without(m.bad).Each(func(r int) {
		states[r] = survey.Answered
		none++
	})
	c.SetStates(states)
	if none > 0 && !(a.file.Dialect.Name == "redcap" && q.RoutingKnown) {
		code := survey.IssueTickNone
		if a.file.Dialect.Name == "redcap" {
			code = survey.IssueTickHidden
		}
		issue := a.note(a.place(b.columns[0], -1), survey.Warning, code, q.ID, strconv.Itoa(none))
		issue.Question, issue.Fix = q.ID, "questions: "+q.ID+": base: "+baseTicked
	}
}

// expanded decodes a choice of one out of a block of columns, one per option.
// Who ticked two has no answer that can be told; a text beside a tick adds to
// it.
func (a *application) expanded(b *binding, q *survey.Question, c *survey.Column) {
	m := a.marksOf(b, q)
	for r, reason := range m.reasons {
		c.Leave(r, reason)
	}
	m.bad.Each(func(r int) { c.Leave(r, survey.Invalid) })
	var many []int
	for r := range c.Len() {
		found, other := 0, -1
		for o, bits := range m.ticks {
			switch {
			case !bits.Has(r):
			case q.Options[o].Other && m.text.Has(r):
				other = o
			default:
				found++
				c.Choose(r, o)
			}
		}
		if found == 0 && other >= 0 {
			c.Choose(r, other)
		}
		if found > 1 {
			c.Leave(r, survey.Invalid)
			many = append(many, r)
		}
	}
	if len(many) > 0 {
		issue := a.note(a.place(b.columns[0], a.rows[many[0]]), survey.Doubt, survey.IssueManyTicks,
			append([]string{q.ID, strconv.Itoa(len(many))}, a.rowNumbers(many)...)...)
		issue.Question, issue.Fix = q.ID, "questions: "+q.ID+": kind: multiple"
	}
}

// cellMark is what one cell of a tick column says.
type cellMark struct {
	is tick
	// text is true for a tick that is a text of the respondent.
	text bool
	// absent is true for a cell that says why there is no answer.
	absent bool
	reason survey.Missing
}

// tickColumn calls f with every cell of a tick column that says something. In
// the column of "other" any text is a tick; a column with one and the same text
// throughout ticks with that.
func (a *application) tickColumn(b *binding, at int, other bool, f func(r int, m cellMark, text string)) {
	column := &a.file.Columns[at]
	read := make([]cellMark, len(column.Dict))
	texts := 0
	for d, cell := range column.Dict {
		m := &read[d]
		if m.reason, m.absent = a.absent(b, cell.Text); m.absent {
			continue
		}
		if m.is = tickOf(a.file, column, cell.Text); m.is != unticked {
			texts++
		}
	}
	for d := range read {
		if m := &read[d]; !m.absent && m.is == noTick && (other || texts == 1) {
			m.is, m.text = ticked, other
		}
	}
	for r, record := range a.rows {
		d := column.Codes.At(record)
		if text := column.Dict[d].Text; text != "" {
			f(r, read[d], text)
		}
	}
}

// stray reports the columns of a block that are no option of the codebook but
// hold ticks.
func (a *application) stray(b *binding, q *survey.Question) {
	for _, at := range b.stray {
		unknown := faults{code: survey.IssueUnknownOption}
		option := a.file.Columns[at].Option
		if a.toldAbsent(q.ID, option) {
			continue
		}
		a.tickColumn(b, at, true, func(r int, m cellMark, _ string) {
			if m.is == ticked && !m.absent {
				unknown.add(option, r)
			}
		})
		a.report(&unknown, q, at, survey.Doubt, closedValue)
	}
}

// unmarked reports whether a block writes nothing for an option that was not
// ticked, so that its base is those who ticked something.
func (a *application) unmarked(b *binding) bool {
	return b.question.Base == baseTicked || !slices.ContainsFunc(b.columns, func(at int) bool {
		column := &a.file.Columns[at]
		return slices.ContainsFunc(column.Dict, func(cell export.Cell) bool {
			return a.says(b, cell.Text) && tickOf(a.file, column, cell.Text) == unticked
		})
	})
}
