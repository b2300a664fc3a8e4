package codebook

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"benchmark/survey"
)

// The words of a codebook for who counts.
const (
	includeAnswered = "answered"
	includeComplete = "complete"
	includeAll      = "all"
)

// dropFiltered drops the records that fail a filter of the codebook.
func (a *application) dropFiltered(keep []bool) int {
	total := 0
	for i, at := range a.filters {
		f := &a.cb.Filters[i]
		before := slices.Clone(keep)
		n, first := a.drop(keep, at, func(text string) bool { return !among(f.In, text) })
		if n > 0 && a.cb.Inferred {
			a.screened(at, dropped(before, keep))
		} else if n > 0 {
			a.note(a.place(at, first), survey.Warning, survey.IssueFiltered, strconv.Itoa(n), heading(&a.file.Columns[at]), strings.Join(f.In, ", "))
		}
		total += n
	}
	return total
}

// dropped returns the rows that were kept before and are no more.
func dropped(before, after []bool) []int {
	var rows []int
	for row, kept := range before {
		if kept && !after[row] {
			rows = append(rows, row)
		}
	}
	return rows
}

// dropIncomplete drops the records that were not finished, where the codebook
// asks for that.
func (a *application) dropIncomplete(keep []bool) int {
	column, unfinished := a.finished()
	if a.cb.Respondent.Include != includeComplete || column < 0 {
		return 0
	}
	n, first := a.drop(keep, column, unfinished)
	if n > 0 {
		a.note(a.place(column, first), survey.Warning, survey.IssueIncompleteRows, strconv.Itoa(n))
	}
	return n
}

// finished returns the column that tells who finished, or -1, and which of its
// cells say that somebody did not.
func (a *application) finished() (column int, unfinished func(string) bool) {
	if a.status >= 0 && len(a.cb.Respondent.Complete) > 0 {
		return a.status, func(text string) bool { return !among(a.cb.Respondent.Complete, text) }
	}
	return a.ended, func(text string) bool { return text == "" }
}

// drop drops the kept records of which the cell passes the test, and returns
// how many and the first.
func (a *application) drop(keep []bool, column int, test func(string) bool) (n, first int) {
	c := &a.file.Columns[column]
	out := make([]bool, c.Dict.Len())
	for d, cell := range c.Dict.All() {
		out[d] = test(cell.Text)
	}
	first = -1
	for i, code := range c.Codes.All() {
		if !keep[i] || !out[code] {
			continue
		}
		keep[i] = false
		if n++; first < 0 {
			first = i
		}
	}
	return n, first
}

// among reports whether a text is one of the words, by key.
func among(words []string, text string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return key(w) == key(text) })
}

// covered tells how many bodies the respondents answer for, where one of them
// answers for several: each counts once.
func (a *application) covered() {
	if a.covers < 0 {
		return
	}
	c := &a.file.Columns[a.covers]
	several, bodies, first := 0, 0, -1
	for _, record := range a.rows.all() {
		if n := coveredBy(c.Value(record).Text); n > 1 {
			several++
			bodies += n
			if first < 0 {
				first = record
			}
		}
	}
	if several > 0 {
		a.note(a.place(a.covers, first), survey.Note, survey.IssueCovers, strconv.Itoa(several), strconv.Itoa(bodies))
	}
}

// coveredBy returns how many bodies a cell tells of: a number, or names with a
// semicolon or a line break between them; 1 when it is empty.
func coveredBy(text string) int {
	if n, err := strconv.Atoi(text); err == nil {
		return max(1, n)
	}
	n := 0
	for name := range strings.FieldsFuncSeq(text, func(r rune) bool { return r == ';' || r == '\n' }) {
		n += one(strings.TrimSpace(name) != "")
	}
	return max(1, n)
}

// strict returns an error when an answer fits no option.
func (a *application) strict(s *survey.Survey) error {
	var faults []string
	for _, i := range s.Issues {
		if i.Code == survey.IssueUnknownOption || i.Code == survey.IssueManyTicks {
			faults = append(faults, fmt.Sprintf("question %q, %s: %s", i.Question, i.Where, strings.Join(i.Args[1:], ", ")))
		}
	}
	if len(faults) == 0 {
		return nil
	}
	return fmt.Errorf("applying the %s to %s: it is strict, and %d answers fit no option; add the options, or take strict out:\n  %s",
		a.source(), a.file.Name, len(faults), strings.Join(faults[:min(len(faults), 10)], "\n  "))
}
