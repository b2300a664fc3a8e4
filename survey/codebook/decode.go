package codebook

import (
	"fmt"
	"slices"
	"strings"

	"benchmark/survey"
	"benchmark/survey/export"
	"benchmark/survey/personal"
)

// decodeAll decodes all questions, side by side. Those that take the room of their cells
// wait until it is known which columns hold personal data, as that is told by the cells;
// of these the numbers, which take longest, come first. The weights wait too, as there is
// more room for them then.
func (a *application) decodeAll(s *survey.Survey) error {
	s.Questions, s.Columns = make([]survey.Question, len(a.bindings)), make([]survey.Column, len(a.bindings))
	told := make([][]survey.Issue, len(a.bindings))
	var first, rest, choices []int
	for i := range a.bindings {
		b := &a.bindings[i]
		switch s.Questions[i] = a.describe(b); {
		case a.inRoom(b) && b.kind == survey.Number:
			rest = append(rest, i)
		case a.inRoom(b) && b.kind.Closed():
			choices = append(choices, i)
		default:
			first = append(first, i)
		}
	}
	rest = append(rest, choices...)
	decode := func(some []int, besides ...func()) {
		shared(len(besides)+len(some), func(k int) {
			if k < len(besides) {
				besides[k]()
				return
			}
			i, own := some[k-len(besides)], *a
			own.issues = slices.Clip(a.issues)
			q, c := &s.Questions[i], &s.Columns[i]
			*c = own.decode(&a.bindings[i], q)
			told[i] = own.issues[len(a.issues):]
		})
	}
	var weights weightCells
	decode(first, func() { weights = a.weightCells() })
	a.known()
	a.hush(s, weights.column)
	if err := a.weigh(s, &weights); err != nil {
		return err
	}
	a.release(a.unbound()...)
	decode(rest)
	for i := range a.bindings {
		a.release(a.bindings[i].columns...)
		a.issues = append(a.issues, told[i]...)
	}
	return nil
}

// askedAll reports whether everyone was asked the question, as far as is known.
func askedAll(q *survey.Question) bool { return q.RoutingKnown && len(q.AskedIf) == 0 }

// decode turns the cells of a question into answers. A blank cell is Skipped where everyone
// was asked, else Blank here; routing tells later what it means.
func (a *application) decode(b *binding, q *survey.Question) survey.Column {
	a.recodings(b, q)
	c := a.inPlace(b, q)
	if !c.Coded() {
		if c = a.decoded(b, q); askedAll(q) {
			c.Replace(survey.Blank, survey.Skipped)
		}
	}
	return c
}

// decoded is decode of cells that stay, with every blank one Blank.
func (a *application) decoded(b *binding, q *survey.Question) survey.Column {
	switch {
	case q.Kind == survey.Number:
		return a.number(b, q)
	case !q.Kind.Closed():
		c, texts := a.text(b)
		a.redacted(b, q, &c, texts)
		return c
	}
	c := survey.NewColumn(q, a.rows.len())
	switch {
	case q.Kind == survey.Multiple && b.options != nil:
		a.ticks(b, q, &c)
		a.tooMany(b, q, &c)
	case q.Kind == survey.Multiple:
		a.split(b, q, &c)
		a.tooMany(b, q, &c)
	case b.options != nil:
		a.expanded(b, q, &c)
	default:
		a.choice(b, q, &c)
	}
	return c
}

// faults collects the cells of a question that do not fit, by text.
type faults struct {
	code  survey.Code
	order []string
	of    map[string]*fault
}

// fault is one text that does not fit: how many respondents have it, and the first.
type fault struct {
	count int
	first []int
}

func (f *faults) add(text string, respondent int) {
	if f.of == nil {
		f.of = map[string]*fault{}
	}
	known := f.of[text]
	if known == nil {
		known = &fault{}
		f.of[text] = known
		f.order = append(f.order, text)
	}
	if known.count++; known.count <= examples {
		known.first = append(known.first, respondent)
	}
}

// report notes an issue for every text: question, value, first rows, number of
// rows. The value is told only when it can't be anything personal.
func (a *application) report(f *faults, q *survey.Question, column int, severity survey.Severity, tell func(string) bool) {
	for _, text := range f.order {
		rows := f.of[text].first
		shown := ""
		if tell(text) && !personal.Holds(text) {
			shown = text
		}
		issue := a.note(a.place(column, a.rows.at(rows[0])), severity, f.code, q.ID, shown, strings.Join(a.rowNumbers(rows), ", "), fmt.Sprint(f.of[text].count))
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

// inPlace decodes a choice in place of its cells, where these take a byte at most,
// nothing else asks for them and all of them fit; else the zero value.
func (a *application) inPlace(b *binding, q *survey.Question) survey.Column {
	one := (q.Kind == survey.Single || q.Kind == survey.Scale) && b.options == nil && len(b.other) == 0 && !b.question.Begins
	if !a.inRoom(b) || !one || len(q.Options) > int(survey.NoAnswer) {
		return survey.Column{}
	}
	column := &a.file.Columns[b.main]
	answers := a.answersIn(b, q, column)
	if askedAll(q) {
		answers.Replace(survey.Blank, survey.Skipped)
	}
	for d := range column.Dict.All() {
		if answers.State(d) == survey.Invalid && column.Codes.Has(uint32(d)) {
			return survey.Column{}
		}
	}
	if len(q.Options) <= int(survey.NoAnswerHalf) {
		if entries := column.Codes.TakeHalves(halved(answers.Narrow())); !entries.Nil() {
			return survey.ChosenHalves(entries)
		}
	}
	if entries := column.Codes.TakeThrough(answers.Narrow()); entries != nil {
		return survey.Chosen(entries)
	}
	return survey.Column{}
}

// halved returns the entries of a table as ChosenHalves takes them, of at most 16.
func halved(table []uint8) *[1 << 4]uint8 {
	var half [1 << 4]uint8
	for code, e := range table[:min(len(table), len(half))] {
		if half[code] = e; e >= survey.NoAnswer {
			half[code] = e - survey.NoAnswer + survey.NoAnswerHalf
		}
	}
	return &half
}

// answersIn returns the answer that each cell of a choice is.
func (a *application) answersIn(b *binding, q *survey.Question, column *export.Column) survey.Column {
	other := slices.IndexFunc(q.Options, func(o survey.Option) bool { return o.Other })
	answers := survey.NewColumn(q, column.Dict.Len())
	for d, cell := range column.Dict.All() {
		if state, o := a.option(b, cell, other); state == survey.Answered {
			answers.Choose(d, o)
		} else {
			answers.Leave(d, state)
		}
	}
	return answers
}

// choice decodes a question with one answer out of a list.
func (a *application) choice(b *binding, q *survey.Question, c *survey.Column) {
	column := &a.file.Columns[b.main]
	other := slices.IndexFunc(q.Options, func(o survey.Option) bool { return o.Other })
	answers := a.answersIn(b, q, column)
	look(&a.rows, column, c.Narrow(), answers.Narrow())
	look(&a.rows, column, c.Wide(), answers.Wide())
	if other >= 0 && len(b.other) > 0 {
		c.Lacking(survey.Blank).Each(func(r int) {
			if a.otherText(b, a.rows.at(r)) {
				c.Choose(r, other)
			}
		})
	}
	unknown := faults{code: survey.IssueUnknownOption}
	if c.Lacks(survey.Invalid) {
		c.Lacking(survey.Invalid).Each(func(r int) { unknown.add(column.Value(a.rows.at(r)).Text, r) })
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
	cells := make([]content, column.Dict.Len())
	for d, cell := range column.Dict.All() {
		reason, absent := a.absent(b, cell.Text)
		if cells[d].reason = reason; !absent {
			cells[d].options, cells[d].rest = b.pick(cell.Text)
		}
	}
	unknown := faults{code: survey.IssueUnknownOption}
	for r, record := range a.rows.all() {
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

// text decodes an answer in people's own words, or a name.
func (a *application) text(b *binding) (survey.Column, *cellTexts) {
	column := &a.file.Columns[b.main]
	reasons := make([]survey.Missing, column.Dict.Len())
	for d, cell := range column.Dict.All() {
		reasons[d] = survey.Answered
		if reason, absent := a.absent(b, cell.Text); absent {
			reasons[d] = reason
		}
	}
	texts := &cellTexts{rows: a.rows, column: *column}
	c := survey.Written(a.rows.len(), texts)
	a.states(&c, column, reasons)
	return c, texts
}

// states sets who answered, and else why not, by what the cells of a column say.
func (a *application) states(c *survey.Column, column *export.Column, of []survey.Missing) {
	table := make([]uint8, len(of))
	for d, state := range of {
		table[d] = uint8(state)
	}
	chunks(&a.rows, column, table, c.PutStates)
}

// cellTexts are the texts in the cells of a column, without what tells who someone is.
type cellTexts struct {
	rows   records
	column export.Column
	// plain has, by code, the cells of which something was left out.
	plain map[uint32]string
}

// At returns the text of respondent i.
func (t *cellTexts) At(i int) string {
	code := t.column.Codes.At(t.rows.at(i))
	if text, ok := t.plain[code]; ok {
		return text
	}
	return t.column.Dict.At(int(code)).Text
}
