package codebook

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"benchmark/survey"
	"benchmark/survey/export"
)

// binding ties a question to the columns that hold its answers.
type binding struct {
	question *Question
	kind     survey.Kind
	// columns are all columns of the question, in file order.
	columns []int
	// main is the column of a question with one answer, or -1.
	main int
	// options holds, per option of a block, its columns.
	options [][]int
	// other are the columns with the text of the "other" option of a choice.
	other []int
	// stray are columns of the block that belong to no option.
	stray []int
	// labels finds an option by the key of its label, then by its code.
	labels map[string]int
	// exact finds an option by its very label, in a question that asks for that.
	exact map[string]int
	// absent are the cell texts that are no answer.
	absent absences
	// recode holds, by key, what a cell text is read as.
	recode map[string]string
}

// find returns the option that a cell text stands for.
func (b *binding) find(text string) (int, bool) {
	if to, ok := b.recode[key(text)]; ok {
		text = to
	}
	if b.exact != nil {
		o, ok := b.exact[text]
		return o, ok
	}
	o, ok := b.labels[key(text)]
	if !ok && b.question.Begins {
		return b.begins(key(text))
	}
	return o, ok
}

// begins returns the longest option with which a text begins, up to the end of a
// word.
func (b *binding) begins(text string) (option int, ok bool) {
	longest := 0
	for i := range b.question.Options {
		label := key(b.question.Options[i].Label)
		if len(label) > longest && strings.HasPrefix(text, label) && strings.IndexAny(text[len(label):], " ,.:;-(/") == 0 {
			option, ok, longest = i, true, len(label)
		}
	}
	return option, ok
}

// recoded returns the cell as the codebook reads it.
func (b *binding) recoded(cell export.Cell) export.Cell {
	if len(b.recode) == 0 {
		return cell
	}
	if to, ok := b.recode[key(cell.Text)]; ok {
		return export.Cell{Text: to}
	}
	return cell
}

// newBinding returns the binding of a question, without its columns.
func newBinding(cb *Codebook, q *Question, columns []int) binding {
	b := binding{question: q, kind: kindOf(q.Kind), columns: columns, main: -1, labels: labelIndex(q), absent: absencesOf(cb, q)}
	if q.Exact {
		b.exact = map[string]int{}
		for i := len(q.Options) - 1; i >= 0; i-- {
			b.exact[q.Options[i].Label] = i
		}
	}
	if len(q.Recode) > 0 {
		b.recode = make(map[string]string, len(q.Recode))
		for _, from := range slices.Sorted(maps.Keys(q.Recode)) {
			b.recode[key(from)] = q.Recode[from]
		}
	}
	return b
}

// bind finds the columns of every question and of the codebook's other parts.
func (a *application) bind() error {
	var faults, lacking []error
	owner := map[int]string{}
	for i := range a.cb.Questions {
		q := &a.cb.Questions[i]
		columns, err := a.dir.find(q.Column)
		if absent := (*absentError)(nil); errors.As(err, &absent) {
			lacking = append(lacking, a.at(q, err))
			a.absentQuestion(q, absent.near)
			continue
		}
		if err != nil {
			faults = append(faults, a.at(q, err))
			continue
		}
		b := newBinding(a.cb, q, columns)
		if b.kind == 0 {
			faults = append(faults, a.at(q, fmt.Errorf("the kind %q is not known", q.Kind)))
			continue
		}
		if err := a.layout(&b); err != nil {
			faults = append(faults, a.at(q, err))
			continue
		}
		for _, c := range b.all() {
			if other, taken := owner[c]; taken {
				faults = append(faults, a.at(q, fmt.Errorf("column %s belongs to question %q already", a.file.Columns[c].Letter, other)))
				break
			}
			owner[c] = q.ID
		}
		a.bindings = append(a.bindings, b)
	}
	faults = append(faults, a.bindRespondent()...)
	if 2*len(lacking) > len(a.cb.Questions) { // it is the codebook of another survey
		faults = append(lacking, faults...)
	}
	a.newQuestions(owner)
	if len(faults) > 0 {
		return fmt.Errorf("applying the %s to %s: %w", a.source(), a.file.Name, errors.Join(faults...))
	}
	return nil
}

func (a *application) bindRespondent() []error {
	r := &a.cb.Respondent
	var faults []error
	for _, part := range []struct {
		name, reference string
		column          *int
	}{{"id", r.ID, &a.id}, {"started", r.Started, &a.started}, {"ended", r.Ended, &a.ended}, {"status", r.Status, &a.status},
		{"test_column", r.TestColumn, &a.test}, {"covers", r.Covers, &a.covers}} {
		*part.column = -1
		if part.reference == "" {
			continue
		}
		found, err := a.dir.find(part.reference)
		if err != nil {
			faults = append(faults, fmt.Errorf("respondent %s: %w", part.name, err))
			continue
		}
		*part.column = found[0]
	}
	if r.TestColumn == "" {
		a.test = a.status
	}
	for i, f := range a.cb.Filters {
		found, err := a.dir.find(f.Column)
		if err != nil {
			faults = append(faults, fmt.Errorf("filter %d: %w", i+1, err))
			continue
		}
		a.filters = append(a.filters, found[0])
	}
	return faults
}

// at says which question of the codebook an error is about, and on which line.
func (a *application) at(q *Question, err error) error {
	if q.Line > 0 {
		return fmt.Errorf("%s:%d: question %q: %w", a.cb.Name, q.Line, q.ID, err)
	}
	return fmt.Errorf("question %q: %w", q.ID, err)
}

func (a *application) source() string {
	if a.cb.Name == "" {
		return "proposed codebook"
	}
	return "codebook " + a.cb.Name
}

// labelIndex finds options by their labels, else by their codes, and the points
// of a scale by their numbers too: "1" is "1 (never)".
func labelIndex(q *Question) map[string]int {
	index := make(map[string]int, 2*len(q.Options))
	for i := len(q.Options) - 1; i >= 0 && q.Kind == survey.Scale.String(); i-- {
		if number, _ := pointOf(q.Options[i].Label); number != "" {
			index[number] = i
		}
	}
	for i := len(q.Options) - 1; i >= 0; i-- {
		index[key(q.Options[i].Code)] = i
	}
	for i := len(q.Options) - 1; i >= 0; i-- {
		index[key(q.Options[i].Label)] = i
	}
	indexTruths(q, index)
	return index
}

// layout decides what each column of the question holds.
func (a *application) layout(b *binding) error {
	f := a.file
	if b.kind == survey.Multiple && b.question.Separator == "" || b.expanded(f) {
		return a.block(b)
	}
	for _, c := range b.columns {
		if len(b.columns) > 1 && otherText(&f.Columns[c]) {
			b.other = append(b.other, c)
			continue
		}
		if b.main >= 0 {
			return fmt.Errorf("a question of kind %s has one column, and %q stands over %d; name one as \"heading [option]\" or by its letter",
				b.question.Kind, b.question.Column, len(b.columns))
		}
		b.main = c
	}
	if b.main < 0 {
		b.main, b.other = b.columns[0], b.columns[1:]
	}
	return nil
}

// expanded reports whether a choice of one stands over a block of columns, one
// per option: two or more of them are headed by an option.
func (b *binding) expanded(f *export.File) bool {
	if b.kind != survey.Single && b.kind != survey.Scale {
		return false
	}
	n := 0
	for _, c := range b.columns {
		_, known := b.labels[key(f.Columns[c].Option)]
		n += one(known && f.Columns[c].Option != "" && !typedBeside(&f.Columns[c]))
	}
	return n > 1
}

// block ties the columns of a select-all question to its options.
func (a *application) block(b *binding) error {
	f := a.file
	options := b.question.Options
	b.options = make([][]int, len(options))
	other := slices.IndexFunc(options, func(o Option) bool { return o.Other })
	for _, c := range b.columns {
		column := &f.Columns[c]
		label := column.Option
		if label == "" {
			label = column.Question
		}
		o, known := b.labels[key(label)]
		if base := textBeside(f, label); !known && base != "" {
			o, known = b.labels[key(base)]
		}
		switch {
		case known:
			b.options[o] = append(b.options[o], c)
		case other >= 0 && otherHeading(label):
			b.options[other] = append(b.options[other], c)
		default:
			b.stray = append(b.stray, c)
		}
	}
	for i, o := range options {
		if len(b.options[i]) > 0 || o.Other {
			continue
		}
		var rest []string
		for _, c := range b.stray { // what is an option is no other one's new words
			rest = append(rest, f.Columns[c].Option)
		}
		a.absentOption(b.question, &o, nearest(o.Label, rest))
	}
	if len(b.stray) == len(b.columns) {
		return fmt.Errorf("none of the %d columns of %q is headed by an option", len(b.columns), b.question.Column)
	}
	return nil
}

// all returns every column that the question reads.
func (b *binding) all() []int { return b.columns }
