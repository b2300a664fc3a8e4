package codebook

import (
	"fmt"
	"slices"
	"strings"

	"benchmark/survey"
	"benchmark/survey/export"
	"benchmark/survey/personal"
)

// decode turns the cells of a question into answers. A blank cell is Blank here;
// routing tells later what it means.
func (a *application) decode(b *binding, q *survey.Question) survey.Column {
	c := survey.NewColumn(q, len(a.rows))
	a.recodings(b, q)
	switch {
	case q.Kind == survey.Multiple && b.options != nil:
		a.ticks(b, q, &c)
		a.tooMany(b, q, &c)
	case q.Kind == survey.Multiple:
		a.split(b, q, &c)
		a.tooMany(b, q, &c)
	case b.options != nil:
		a.expanded(b, q, &c)
	case q.Kind == survey.Single || q.Kind == survey.Scale:
		a.choice(b, q, &c)
	case q.Kind == survey.Number:
		a.number(b, q, &c)
	default:
		a.text(b, &c)
		a.redacted(b, q, &c)
	}
	return c
}

// faults collects the cells of a question that do not fit, by text.
type faults struct {
	code  survey.Code
	order []string
	rows  map[string][]int
}

func (f *faults) add(text string, respondent int) {
	if f.rows == nil {
		f.rows = map[string][]int{}
	}
	if len(f.rows[text]) == 0 {
		f.order = append(f.order, text)
	}
	f.rows[text] = append(f.rows[text], respondent)
}

// report notes an issue for every text: question, value, first rows, number of
// rows. The value is told only when it can't be anything personal.
func (a *application) report(f *faults, q *survey.Question, column int, severity survey.Severity, tell func(string) bool) {
	for _, text := range f.order {
		rows := f.rows[text]
		shown := ""
		if tell(text) && !personal.Holds(text) {
			shown = text
		}
		issue := a.note(a.place(column, a.rows[rows[0]]), severity, f.code, q.ID, shown, strings.Join(a.rowNumbers(rows), ", "), fmt.Sprint(len(rows)))
		issue.Question = q.ID
		if shown != "" && severity == survey.Doubt {
			issue.Fix = fixFor(f.code, q.ID, shown)
		}
	}
}

// fixFor returns the codebook line that settles a value that does not fit.
func fixFor(code survey.Code, id, value string) string {
	if code == survey.IssueUnknownOption || code == survey.IssueBegunOption {
		return fmt.Sprintf("questions: %s: options: - {code: %s, label: %s}", id, slug(value, 40), quoted(value))
	}
	return fmt.Sprintf("questions: %s: missing: [%s]", id, quoted(value))
}

// quoted writes a text as YAML does between double quotes.
func quoted(s string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`).Replace(s) + `"`
}

// numberValue reports whether a text that is no number can be shown: nothing but
// words for "don't know" or for an empty cell, or a short text with a digit.
func numberValue(text string) bool {
	if plainDontKnow(text) || slices.Contains(blankWords(), text) {
		return true
	}
	n := figures(text)
	return n > 0 && n <= 6 && len([]rune(text)) <= 16 && !personal.Holds(text)
}

// choice decodes a question with one answer out of a list.
func (a *application) choice(b *binding, q *survey.Question, c *survey.Column) {
	column := &a.file.Columns[b.main]
	other := slices.IndexFunc(q.Options, func(o survey.Option) bool { return o.Other })
	state := make([]survey.Missing, len(column.Dict))
	code := make([]int, len(column.Dict))
	for d, cell := range column.Dict {
		state[d], code[d] = a.option(b, cell, other)
	}
	unknown := faults{code: survey.IssueUnknownOption}
	for r, record := range a.rows {
		d := column.Codes.At(record)
		switch {
		case state[d] == survey.Answered:
			c.Choose(r, code[d])
		case state[d] == survey.Blank && other >= 0 && a.otherText(b, record):
			c.Choose(r, other)
		default:
			c.Leave(r, state[d])
		}
		if state[d] == survey.Invalid {
			unknown.add(column.Dict[d].Text, r)
		}
	}
	a.report(&unknown, q, b.main, survey.Doubt, closedValue)
	a.begun(b, q)
}

// option decodes one cell of a choice.
func (a *application) option(b *binding, cell export.Cell, other int) (survey.Missing, int) {
	if reason, absent := a.absent(b, cell.Text); absent {
		return reason, 0
	}
	if o, ok := b.find(cell.Text); ok {
		return survey.Answered, o
	}
	if other >= 0 {
		return survey.Answered, other
	}
	return survey.Invalid, 0
}

// otherText reports whether the record has a text for the "other" option.
func (a *application) otherText(b *binding, record int) bool {
	return slices.ContainsFunc(b.other, func(c int) bool {
		return a.says(b, a.file.Columns[c].Value(record).Text)
	})
}

// split decodes a select-all question whose options stand in one cell.
func (a *application) split(b *binding, q *survey.Question, c *survey.Column) {
	column := &a.file.Columns[b.main]
	other := slices.IndexFunc(q.Options, func(o survey.Option) bool { return o.Other })
	type content struct {
		options []int
		rest    []string
		reason  survey.Missing
	}
	cells := make([]content, len(column.Dict))
	for d, cell := range column.Dict {
		reason, absent := a.absent(b, cell.Text)
		if cells[d].reason = reason; !absent {
			cells[d].options, cells[d].rest = b.pick(cell.Text)
		}
	}
	unknown := faults{code: survey.IssueUnknownOption}
	for r, record := range a.rows {
		d := column.Codes.At(record)
		c.Leave(r, cells[d].reason)
		if len(cells[d].options) > 0 {
			c.Tick(r, cells[d].options...)
		}
		for _, text := range cells[d].rest {
			if other >= 0 {
				c.Tick(r, other)
				continue
			}
			unknown.add(text, r)
			if c.State(r) != survey.Answered {
				c.Leave(r, survey.Invalid)
			}
		}
		if other >= 0 && a.otherText(b, record) {
			c.Tick(r, other)
		}
	}
	a.report(&unknown, q, b.main, survey.Doubt, closedValue)
}

// pick finds the options in a cell, the longest that fits first, as an option
// can hold the separator; what remains is the rest.
func (b *binding) pick(text string) (options []int, rest []string) {
	separator := b.question.Separator
	parts := strings.Split(text, separator)
	for i := 0; i < len(parts); {
		found := false
		for j := len(parts); j > i && !found; j-- {
			text := strings.TrimSpace(strings.Join(parts[i:j], separator))
			o, ok := b.find(text)
			if ok = ok || text == ""; !ok {
				continue
			}
			if text != "" {
				options = append(options, o)
			}
			i, found = j, true
		}
		if !found {
			rest = append(rest, strings.TrimSpace(parts[i]))
			i++
		}
	}
	return options, rest
}

// number decodes a question with a number as its answer.
func (a *application) number(b *binding, q *survey.Question, c *survey.Column) {
	column := &a.file.Columns[b.main]
	counts := a.counts(column)
	cells, reasons := make([]export.Cell, len(column.Dict)), make([]survey.Missing, len(column.Dict))
	for d, cell := range column.Dict {
		reason, absent := a.absent(b, cell.Text)
		if reasons[d] = reason; !absent {
			cells[d] = b.recoded(cell)
		}
	}
	n := notationOf(cells, counts)
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
	for r, record := range a.rows {
		d := column.Codes.At(record)
		if c.Leave(r, reasons[d]); reasons[d] == survey.Answered {
			c.SetNumber(r, values[d])
		}
		if to := refused[d]; to != nil {
			to.add(cells[d].Text, r)
		}
	}
	a.report(&wrong, q, b.main, survey.Doubt, numberValue)
	a.report(&outside, q, b.main, survey.Warning, numberValue)
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

// text decodes an answer in people's own words, or a name.
func (a *application) text(b *binding, c *survey.Column) {
	column := &a.file.Columns[b.main]
	reasons := make([]survey.Missing, len(column.Dict))
	for d, cell := range column.Dict {
		reasons[d] = survey.Answered
		if reason, absent := a.absent(b, cell.Text); absent {
			reasons[d] = reason
		}
	}
	for r, record := range a.rows {
		d := column.Codes.At(record)
		if c.Leave(r, reasons[d]); reasons[d] == survey.Answered {
			c.SetText(r, column.Dict[d].Text)
		}
	}
}
