package quality

import (
	"slices"
	"strings"

	"benchmark/survey"
	"benchmark/survey/register"
)

// The limits that an IssueImpossible names.
const (
	negative = "negative"
	above100 = "above-100"
)

// numbers reports numbers that can't be: fewer than no questions per hour or no
// inhabitants, and shares outside 0 to 100.
func (c *checker) numbers() {
	for i := range c.s.Questions {
		q, column := &c.s.Questions[i], &c.s.Columns[i]
		if q.Kind != survey.Number {
			continue
		}
		share := percentage(q.Unit)
		if share || q.Role == survey.Volume || q.Role == survey.Inhabitants || q.Role == survey.Weight {
			c.impossible(i, negative, c.where(i, func(r int) bool { return column.Number(r) < 0 }))
		}
		if share {
			c.impossible(i, above100, c.where(i, func(r int) bool { return column.Number(r) > 100 }))
		}
	}
}

// impossible doubts a question's figures: the numbers count as they stand.
func (c *checker) impossible(question int, limit string, found []int) {
	if len(found) == 0 {
		return
	}
	q := &c.s.Questions[question]
	issue := c.note(question, found, survey.Doubt, survey.IssueImpossible,
		slices.Concat([]string{q.ID, limit}, c.counted(found))...)
	issue.Fix = "questions: " + q.ID + ": minimum: 0"
	if limit == above100 {
		issue.Fix = "questions: " + q.ID + ": maximum: 100"
	}
}

// percentage reports whether a unit says that numbers are shares of a hundred.
func percentage(unit string) bool {
	u := strings.ToLower(unit)
	for _, word := range []string{"%", "procent", "percent"} {
		if strings.Contains(u, word) && !strings.Contains(u, "punt") && !strings.Contains(u, "point") {
			return true
		}
	}
	return false
}

// sizes reports numbers of inhabitants outside the size class that the same
// respondent chose.
func (c *checker) sizes() {
	size, inhabitants := c.s.First(survey.SizeClass), c.s.First(survey.Inhabitants)
	if size < 0 || inhabitants < 0 || !c.s.Columns[size].Coded() || !c.s.Columns[inhabitants].Numeric() {
		return
	}
	limits := register.SizeLimits(&c.s.Questions[size])
	if limits == nil {
		return
	}
	numbers := &c.s.Columns[inhabitants]
	found := c.where(size, func(r int) bool {
		l := limits[c.s.Columns[size].Code(r)]
		n := numbers.Number(r)
		return l.Known && numbers.State(r) == survey.Answered && (n < l.From || n > l.Until)
	})
	if len(found) > 0 {
		c.note(size, found, survey.Warning, survey.IssueSizeAgainst,
			slices.Concat([]string{c.s.Questions[size].ID, c.s.Questions[inhabitants].ID}, c.counted(found))...)
	}
}
