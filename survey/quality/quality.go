// Package quality looks for answers that can't be right or deserve a second
// look: organisations that answered twice under nearly the same name, names that
// a register lacks, numbers that can't be, answers that contradict each other,
// answers given in one straight line or in no time, questions that many skipped,
// and size classes that a spreadsheet turned into dates.
//
// It reports and never repairs: whoever knows the survey decides, with a
// codebook line. A name never becomes part of an issue; the row of the file says
// whom it is about. Every check takes time in proportion to the respondents.
package quality

import (
	"slices"
	"strconv"
	"strings"

	"benchmark/survey"
	"benchmark/survey/register"
)

// examples is the number of rows that an issue names, and the number of groups
// of rows.
const examples = 5

// Check returns what deserves a second look in the answers, in a fixed order:
// organisations, numbers, contradictions, the way of answering, questions. It
// does not change the survey.
//
// An issue is a Doubt when figures may be wrong and no codebook line settles it;
// what only may be worth a question to the respondent is a Warning or a Note.
func Check(r *register.Roster) []survey.Issue {
	c := &checker{s: r.Survey}
	c.bodies(r)
	c.numbers()
	c.sizes()
	c.contradictions()
	c.straightLines()
	c.speeders()
	c.nonResponse()
	c.dates()
	return c.issues
}

// checker collects the issues of one survey.
type checker struct {
	s      *survey.Survey
	issues []survey.Issue
}

// note adds an issue about a question (or -1), at the row of the first of the
// respondents (or none).
func (c *checker) note(question int, respondents []int, severity survey.Severity, code survey.Code, args ...string) *survey.Issue {
	i := survey.Issue{
		Where:    survey.Place{File: c.s.Source.File, Sheet: c.s.Source.Sheet},
		Severity: severity, Code: code, Args: args,
	}
	if question >= 0 {
		q := &c.s.Questions[question]
		i.Question = q.ID
		if len(q.Columns) > 0 {
			i.Where.Column = q.Columns[0]
		}
	}
	if len(respondents) > 0 {
		i.Where.Row = c.row(respondents[0])
	}
	c.issues = append(c.issues, i)
	return &c.issues[len(c.issues)-1]
}

// row returns where a respondent stands in the file; when that is not known, its
// place among the respondents, from 1.
func (c *checker) row(respondent int) int {
	if respondent < c.s.Rows.Len() {
		return c.s.Rows.At(respondent)
	}
	return respondent + 1
}

// rows returns the rows of the first few respondents.
func (c *checker) rows(respondents []int) []string {
	var rows []string
	for _, r := range respondents[:min(len(respondents), examples)] {
		rows = append(rows, strconv.Itoa(c.row(r)))
	}
	return rows
}

// groups returns the rows of the first few groups of respondents, those of a
// group joined as in "4 + 17".
func (c *checker) groups(groups [][]int) []string {
	var texts []string
	for _, g := range groups[:min(len(groups), examples)] {
		texts = append(texts, strings.Join(c.rows(g), " + "))
	}
	return texts
}

// counted returns the arguments that many issues end with: the number of
// respondents and the rows of the first few.
func (c *checker) counted(respondents []int) []string {
	return append([]string{strconv.Itoa(len(respondents))}, c.rows(respondents)...)
}

// where returns the respondents who answered the question and for whom the test
// holds, in file order.
func (c *checker) where(question int, holds func(r int) bool) []int {
	var found []int
	c.s.Columns[question].Base().Each(func(r int) {
		if holds(r) {
			found = append(found, r)
		}
	})
	return found
}

// sorted returns the groups of more than one respondent, by their first.
func sorted(groups [][]int) [][]int {
	groups = slices.DeleteFunc(groups, func(g []int) bool { return len(g) < 2 })
	slices.SortFunc(groups, func(a, b []int) int { return a[0] - b[0] })
	return groups
}
