package codebook

import (
	"slices"
	"strconv"
	"strings"

	"benchmark/survey"
	"benchmark/survey/export"
	"benchmark/survey/pattern"
)

// REDCap keeps a record, of which each form can be filled in once or more, or
// not at all. Two things in its exports are no answers although they look so: a
// row per repetition of a form, and the 0 (Unchecked) in each box of a form that
// nobody opened.

// notOpened is what an unticked box is read as in a form that was not filled in.
const notOpened = "(form not filled in)"

// fewForms is the number of filled-in forms up to which it can be by chance that
// all of them have an answer besides the boxes.
const fewForms = 10

var (
	completeHeading  = pattern.New(`(?i)_complete$|^complete\s?\?(\.+\d+)?$`)
	timestampHeading = pattern.New(`(?i)_timestamp$|^survey timestamp(\.+\d+)?$`)
)

// recordsOf returns an export of REDCap with a row per record, in which the boxes
// of forms that were not filled in are marked as not shown. Another file is
// returned as it is. Rows of a repeated form stay when a filter chooses them.
func recordsOf(f *export.File, filters []Filter) *export.File {
	if f.Dialect.Name != "redcap" {
		return f
	}
	v := *f
	v.Columns = slices.Clone(f.Columns)
	v.Dialect.NotShown = append(slices.Clip(f.Dialect.NotShown), notOpened)
	first := 0
	for i := range v.Columns {
		if i+1 == len(v.Columns) || formComplete(&v.Columns[i]) {
			markUnopened(v.Columns[first:i+1], v.Rows.Len())
			first = i + 1
		}
	}
	return withoutRepeats(&v, filters)
}

// formComplete reports whether the column says of a form how far it is: the last
// one of the form.
func formComplete(c *export.Column) bool {
	if completeHeading.MatchString(c.Question) {
		return true
	}
	found := false
	for _, cell := range c.Dict.Filled() {
		switch cell.Text {
		case "Incomplete", "Unverified", "Complete":
			found = true
		default:
			return false
		}
	}
	return found
}

// statusFilled reports whether a cell of such a column says that the form was
// filled in. "Incomplete" says nothing: a form that nobody opened has it too.
func statusFilled(text string) bool {
	switch text {
	case "1", "2", "Unverified", "Complete":
		return true
	}
	return false
}

// formRows says of each row what is known about one form.
type formRows struct {
	// status is true where the form's own column says that it was filled in,
	// answers where there is an answer besides the boxes, ticks where a box was
	// ticked.
	status, answers, ticks []bool
	// blank is true where the form's own column, which says how far it is, is
	// empty: nobody opened the form. Nil without such a column.
	blank []bool
}

// markUnopened marks the unticked boxes of a form in the rows in which it was not
// filled in, if these can be told apart from those without a tick.
func markUnopened(columns []export.Column, rows int) {
	r := formRows{status: make([]bool, rows), answers: make([]bool, rows), ticks: make([]bool, rows)}
	var boxes []int
	for i := range columns {
		c := &columns[i]
		switch {
		case formComplete(c):
			setWhere(r.status, c, statusFilled)
			if c.Dict.Len() > 1 {
				r.blank = make([]bool, rows)
				setWhere(r.blank, c, func(text string) bool { return text == "" })
			}
		case box(c):
			boxes = append(boxes, i)
			setWhere(r.ticks, c, func(text string) bool { return text == "1" || text == "Checked" })
		case c.Use == export.UseAnswer && !recordHeading(c):
			setWhere(r.answers, c, func(text string) bool { return text != "" })
		}
	}
	unopened := r.unopened()
	for _, i := range boxes {
		columns[i] = replaced(columns[i], unopened)
	}
}

// unopened returns the rows in which the form was not filled in: nothing in it
// was answered or ticked. Where the form is said to be incomplete this is certain
// if no incomplete form has answers, or if nearly all forms have an answer besides
// the boxes; otherwise only the rows in which it has no status at all remain.
func (r *formRows) unopened() []bool {
	rows := make([]bool, len(r.status))
	filled, besides, separate, known := 0, 0, r.blank != nil, false
	for i := range rows {
		something := r.answers[i] || r.ticks[i]
		rows[i] = !r.status[i] && !something
		filled += one(!rows[i])
		besides += one(r.answers[i])
		separate = separate && (r.status[i] || !something)
		known = known || r.status[i]
	}
	if separate && known || filled >= fewForms && 10*besides >= 9*filled {
		return rows
	}
	for i := range rows {
		rows[i] = rows[i] && r.blank != nil && r.blank[i]
	}
	return rows
}

// box reports whether a column is a box to tick: raw 0 and 1, or in words.
func box(c *export.Column) bool {
	if c.Option == "" && !strings.Contains(c.Question, "___") {
		return false
	}
	for _, cell := range c.Dict.Filled() {
		switch cell.Text {
		case "0", "1", "Checked", "Unchecked", notOpened:
		default:
			return false
		}
	}
	return true
}

// setWhere sets the rows of which the cell passes the test.
func setWhere(rows []bool, c *export.Column, test func(string) bool) {
	pass := make([]bool, c.Dict.Len())
	for d, cell := range c.Dict.All() {
		pass[d] = test(cell.Text)
	}
	for i, code := range c.Codes.All() {
		rows[i] = rows[i] || pass[code]
	}
}

// replaced returns the column with the unticked boxes of the rows marked.
func replaced(c export.Column, rows []bool) export.Column {
	if !slices.Contains(rows, true) {
		return c
	}
	c.Dict = export.DictionaryOf(append(c.Dict.Cells(), export.Cell{Text: notOpened})...)
	codes := export.NewCodes(len(rows), c.Dict.Len())
	for i, code := range c.Codes.All() {
		if rows[i] && code != 0 {
			code = uint32(c.Dict.Len() - 1)
		}
		codes.Set(i, code)
	}
	c.Codes = codes
	return c
}

// recordHeading reports whether a column is about the record, also where its
// heading has lost the tool's marks.
func recordHeading(c *export.Column) bool {
	switch compact(c.Question) {
	case "recordid", "eventname", "repeatinstrument", "repeatinstance", "surveyidentifier", "dataaccessgroup",
		"redcapeventname", "redcaprepeatinstrument", "redcaprepeatinstance", "redcapsurveyidentifier", "redcapdataaccessgroup":
		return true
	}
	return timestampHeading.MatchString(c.Question)
}

// recordColumn returns the first column about the record by one of the compact
// headings, or -1.
func recordColumn(f *export.File, names ...string) int {
	return slices.IndexFunc(f.Columns, func(c export.Column) bool { return slices.Contains(names, compact(c.Question)) })
}

// withoutRepeats leaves out the rows of repeated forms: one person has one or
// more of them besides a row of the record. They stay where there are no others,
// or where a filter asks for them.
func withoutRepeats(f *export.File, filters []Filter) *export.File {
	at := recordColumn(f, "redcaprepeatinstrument", "repeatinstrument")
	if at < 0 || f.Columns[at].Dict.Len() == 1 || filtered(f, at, filters) {
		return f
	}
	c := &f.Columns[at]
	var kept []int
	for i, code := range c.Codes.All() {
		if code == 0 {
			kept = append(kept, i)
		}
	}
	if len(kept) == 0 || len(kept) == c.Codes.Len() {
		return f
	}
	v := *f
	v.Rows, v.Columns = f.Rows.Only(kept), slices.Clone(f.Columns)
	for i := range v.Columns {
		v.Columns[i].Codes = f.Columns[i].Codes.Only(kept)
	}
	n := f.Rows.Len() - len(kept)
	v.Dropped = append(slices.Clip(f.Dropped), survey.Dropped{Reason: survey.DropRepeat, Rows: n})
	v.Issues = append(slices.Clip(f.Issues), survey.Issue{
		Where:    survey.Place{File: f.Name, Sheet: f.Sheet, Column: c.Letter},
		Severity: survey.Warning, Code: survey.IssueRepeatRows,
		Args: append([]string{strconv.Itoa(n), heading(c)}, textsOf(c)...),
		Fix:  "filters: [{column: " + quoted(heading(c)) + ", in: [" + quoted(textsOf(c)[0]) + "]}]",
	})
	return &v
}

// filtered reports whether a filter of the codebook is on the column.
func filtered(f *export.File, column int, filters []Filter) bool {
	dir := newDirectory(f)
	return slices.ContainsFunc(filters, func(filter Filter) bool {
		found, err := dir.find(filter.Column)
		return err == nil && found[0] == column
	})
}

// textsOf returns the different texts of a column in order.
func textsOf(c *export.Column) []string {
	var texts []string
	for _, cell := range c.Dict.Filled() {
		texts = append(texts, cell.Text)
	}
	slices.Sort(texts)
	return texts
}

// events notes that records have a row per event, when that is why ids occur more
// than once; it reports whether it is.
func (a *application) events(groups [][]int) bool {
	at := recordColumn(a.file, "redcapeventname", "eventname")
	if a.file.Dialect.Name != "redcap" || at < 0 {
		return false
	}
	c := &a.file.Columns[at]
	rows := 0
	for _, group := range groups {
		rows += len(group)
		for k, i := range group {
			if slices.ContainsFunc(group[:k], func(j int) bool { return c.Codes.At(j) == c.Codes.At(i) }) {
				return false
			}
		}
	}
	events := textsOf(c)
	issue := a.note(a.place(at, groups[0][0]), survey.Doubt, survey.IssueEventRows,
		append([]string{strconv.Itoa(len(groups)), strconv.Itoa(rows), heading(c)}, events...)...)
	issue.Fix = "filters: [{column: " + quoted(heading(c)) + ", in: [" + quoted(c.Value(groups[0][0]).Text) + "]}]"
	return true
}
