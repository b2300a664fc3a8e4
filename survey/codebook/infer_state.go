package codebook

import (
	"slices"
	"strconv"
	"strings"

	"benchmark/survey"
)

// toolState reads what Qualtrics says about a response in several columns:
// whether it is a try-out (also in the channel, in English in every language),
// whether it was finished, and whether it may be spam.
func (in *inference) toolState() {
	if in.file.Dialect.Name != "qualtrics" {
		return
	}
	in.spam()
	in.previews()
	in.finished()
}

// columnOf returns the position of the tool's own column with the compact
// heading or code, or -1.
func (in *inference) columnOf(name string) int {
	for i := range in.file.Columns {
		c := &in.file.Columns[i]
		if in.known[i] && (compact(c.Question) == name || compact(c.Code) == name) {
			return i
		}
	}
	return -1
}

// previews takes the tests from the channel where the state tells none.
func (in *inference) previews() {
	r := &in.cb.Respondent
	at := in.columnOf("distributionchannel")
	if at < 0 || len(r.Tests) > 0 {
		return
	}
	for _, cell := range in.file.Columns[at].Dict.All() {
		if k := key(cell.Text); k == "preview" || k == "test" {
			r.Tests = append(r.Tests, cell.Text)
		}
	}
	if len(r.Tests) == 0 {
		return
	}
	slices.Sort(r.Tests)
	r.TestColumn = in.dir.reference([]int{at})
	in.cb.Ignore = slices.DeleteFunc(in.cb.Ignore, func(name string) bool { return name == r.TestColumn })
	in.skipRows(at, r.Tests)
}

// skipRows leaves the rows with one of the words out of the inference, unless
// no row would be left.
func (in *inference) skipRows(column int, words []string) {
	c := &in.file.Columns[column]
	left := 0
	for row := range in.skip {
		left += one(!in.skip[row] && !among(words, c.Value(row).Text))
	}
	if left == 0 {
		return
	}
	for row := range in.skip {
		in.skip[row] = in.skip[row] || among(words, c.Value(row).Text)
	}
}

// finished makes the column that says who finished the one of the state. The
// word for yes is known, or is what goes with a progress of 100.
func (in *inference) finished() {
	r := &in.cb.Respondent
	progress := in.columnOf("progress")
	at := in.columnOf("finished")
	if at < 0 {
		at = progress
	}
	if at < 0 || len(r.Complete) > 0 {
		return
	}
	var complete []string
	for code, cell := range in.file.Columns[at].Dict.All() {
		switch k := key(cell.Text); {
		case cell.Text == "":
		case at == progress && k == "100", at != progress && slices.Contains(yesWords(), k),
			at != progress && !slices.Contains(noWords(), k) && progress >= 0 && in.allAtEnd(at, code, progress):
			complete = append(complete, cell.Text)
		}
	}
	if len(complete) == 0 {
		return
	}
	slices.Sort(complete)
	name := in.dir.reference([]int{at})
	in.cb.Ignore = slices.DeleteFunc(in.cb.Ignore, func(n string) bool { return n == name })
	switch {
	case r.Status != "" && len(r.Tests) > 0 && r.TestColumn == "":
		r.TestColumn = r.Status
	case r.Status != "" && r.TestColumn != r.Status:
		in.cb.Ignore = appendNew(in.cb.Ignore, r.Status)
	}
	r.Status, r.Complete = name, complete
}

// allAtEnd reports whether all rows with the code in the column have a progress
// of 100.
func (in *inference) allAtEnd(column, code, progress int) bool {
	some := false
	for row, c := range in.file.Columns[column].Codes.All() {
		if int(c) != code {
			continue
		}
		if in.file.Columns[progress].Value(row).Text != "100" {
			return false
		}
		some = true
	}
	return some
}

// spam doubts the responses that the tool takes for spam: they are kept, since
// the tool only suspects it.
func (in *inference) spam() {
	at := in.columnOf("status")
	if at < 0 {
		return
	}
	c := &in.file.Columns[at]
	var words []string
	for _, cell := range c.Dict.All() {
		if k := key(cell.Text); k == "8" || k == "12" || k == "40" || has(wordsOf(cell.Text), "spam") && !slices.Contains(testWords(), k) {
			words = append(words, cell.Text)
		}
	}
	n := 0
	for row := range in.file.Rows.Len() {
		n += one(among(words, c.Value(row).Text))
	}
	if n == 0 {
		return
	}
	slices.Sort(words)
	tests := slices.Concat(in.cb.Respondent.Tests, words)
	slices.Sort(tests)
	in.cb.Doubts = append(in.cb.Doubts, survey.Issue{
		Where:    survey.Place{File: in.file.Name, Sheet: in.file.Sheet, Column: c.Letter},
		Severity: survey.Doubt, Code: survey.IssueSpam,
		Args: append([]string{strconv.Itoa(n)}, words...),
		Fix:  "respondent: {test_column: " + in.dir.reference([]int{at}) + ", tests: [" + listed(tests) + "]}",
	})
}

// screened leaves out the responses that the tool marks as screened out or
// deleted in its column of states, as a filter on what remains.
func (in *inference) screened(at int) {
	c := &in.file.Columns[at]
	var out, rest []string
	for _, cell := range c.Dict.All() {
		switch {
		case slices.Contains(screenedWords(), key(cell.Text)):
			out = append(out, cell.Text)
		case cell.Text != "":
			rest = appendNew(rest, cell.Text)
		case c.Codes.Has(0):
			return // who has no state could not be kept by a filter
		}
	}
	if len(out) == 0 || len(rest) == 0 {
		return
	}
	slices.Sort(rest)
	in.cb.Filters = append(in.cb.Filters, Filter{Column: in.dir.reference([]int{at}), In: rest})
	in.skipRows(at, out)
}

// screenedWords mark a response that does not count in a column of states, by
// key: the respondent did not belong to the population, or someone deleted it.
func screenedWords() []string {
	return []string{
		"disqualified", "deleted", "screened out", "screenedout", "screened", "screen out", "screenout", "overquota", "quota full",
		"gediskwalificeerd", "verwijderd", "uitgescreend", "disqualifiziert", "geloscht", "ausgescreent", "disqualifie", "supprime",
	}
}

// listed writes words as a list of YAML.
func listed(words []string) string {
	quoted := make([]string, len(words))
	for i, w := range words {
		quoted[i] = strconv.Quote(w)
	}
	return strings.Join(quoted, ", ")
}
