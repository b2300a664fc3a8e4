package codebook

import (
	"slices"

	"benchmark/survey"
	"benchmark/survey/export"
)

// number decodes a question with a number as its answer.
func (a *application) number(b *binding, q *survey.Question) survey.Column {
	column := &a.file.Columns[b.main]
	counts := a.counts(column)
	cells, reasons := make([]export.Cell, column.Dict.Len()), make([]survey.Missing, column.Dict.Len())
	for d, cell := range column.Dict.All() {
		reason, absent := a.absent(b, cell.Text)
		if reasons[d] = reason; !absent {
			cells[d] = b.recoded(cell)
		}
	}
	n := notationOf(slices.All(cells), counts)
	a.notations(n, q, b.main)
	wrong, outside := faults{code: survey.IssueNotANumber}, faults{code: survey.IssueOutOfRange}
	values, refused := make([]float64, len(cells)), make([]*faults, len(cells))
	for d, cell := range cells {
		if cell.Text == "" {
			continue
		}
		v, ok := n.parse(cell)
		switch {
		case !ok:
			reasons[d], refused[d] = survey.Invalid, &wrong
		case under(v, b.question.Minimum) || above(v, b.question.Maximum):
			reasons[d], refused[d] = survey.Invalid, &outside
		default:
			reasons[d], values[d] = survey.Answered, v
		}
	}
	if slices.ContainsFunc(refused, func(f *faults) bool { return f != nil }) {
		for r, record := range a.rows.all() {
			if d := column.Codes.At(record); refused[d] != nil {
				refused[d].add(cells[d].Text, r)
			}
		}
	}
	before := *column // its codes may be the places of the numbers from here on
	c := a.numbered(b, column, values)
	a.states(&c, &before, reasons)
	a.report(&wrong, q, b.main, survey.Doubt, numberValue)
	a.report(&outside, q, b.main, survey.Warning, numberValue)
	return c
}

// numbered returns the numbers that the cells of a column are: as places in the list of
// these, in the very room of the cells, where nothing else asks for them.
func (a *application) numbered(b *binding, column *export.Column, values []float64) survey.Column {
	if a.inRoom(b) {
		if places := column.Codes.TakeTwo(); places != nil {
			return survey.Placed(nil, places, values)
		}
	}
	numbers := make([]float64, a.rows.len())
	look(&a.rows, column, numbers, values)
	return survey.Numbered(nil, numbers)
}

// inRoom reports whether the room of the cells of a question is free for its answers.
func (a *application) inRoom(b *binding) bool {
	return a.last && a.file == a.given && a.rows.some == nil && b.main >= 0 && !a.kept(b.main)
}

func under(v float64, least *float64) bool { return least != nil && v < *least }
func above(v float64, most *float64) bool  { return most != nil && v > *most }

// notations notes what is uncertain about how the numbers are written.
func (a *application) notations(n notation, q *survey.Question, column int) {
	if n.mixed {
		a.note(a.place(column, -1), survey.Doubt, survey.IssueMixedNotation, q.ID, n.examples[0], n.examples[1]).Question = q.ID
	}
	if n.grouped != "" {
		a.note(a.place(column, -1), survey.Warning, survey.IssueThousandsMark, q.ID, n.grouped).Question = q.ID
	}
}
