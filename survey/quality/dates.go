package quality

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"benchmark/survey"
)

// dates reports options of closed questions that a spreadsheet made into a date
// when a range such as 1-10 was typed or opened, with both ranges that it can
// have been. Values that fit no option of a codebook are looked at too.
func (c *checker) dates() {
	for i := range c.s.Questions {
		q := &c.s.Questions[i]
		if !q.Kind.Closed() {
			continue
		}
		var values []string
		for o := range q.Options {
			values = append(values, q.Options[o].Label)
		}
		if c.s.Source.Codebook != "" {
			values = c.unsettled(q) // what a person wrote in a codebook is meant
		}
		if q.Role != survey.SizeClass && !besideRange(labels(q)) {
			continue
		}
		for _, v := range values {
			if readings := rangesOf(v); readings != nil {
				c.dated(i, v, readings)
			}
		}
	}
}

// unsettled returns the values that were no option of the question, and those of
// which its codebook does not say whether they are dates.
func (c *checker) unsettled(q *survey.Question) []string {
	var values []string
	for _, i := range c.s.Issues {
		if i.Code == survey.IssueUnknownOption && i.Question == q.ID && len(i.Args) > 1 && i.Args[1] != "" {
			values = append(values, i.Args[1])
		}
		if i.Code == survey.IssueExcelDate && i.Question == q.ID && len(i.Args) > 1 {
			values = append(values, strings.Split(i.Args[1], ", ")...)
		}
	}
	return values
}

// dated reports one value. The severity is left to the issue that made its
// question doubtful, where there is one.
func (c *checker) dated(question int, value string, readings []string) {
	q := &c.s.Questions[question]
	severity := survey.Doubt
	if slices.ContainsFunc(c.s.Issues, func(i survey.Issue) bool {
		return i.Question == q.ID && (i.Code == survey.IssueExcelDate || i.Code == survey.IssueUnknownOption)
	}) {
		severity = survey.Note
	}
	issue := c.note(question, nil, severity, survey.IssueExcelDateOption, append([]string{q.ID, value}, readings...)...)
	issue.Fix = fmt.Sprintf("questions: %s: recode: {%q: %q}", q.ID, value, readings[0])
	if len(readings) > 1 {
		issue.Fix += fmt.Sprintf(" # or %q", readings[1])
	}
}

// besideRange reports whether one of the values tells a class by numbers: has a
// figure and is no date.
func besideRange(values []string) bool {
	return slices.ContainsFunc(values, func(v string) bool {
		return strings.ContainsAny(v, "0123456789") && rangesOf(v) == nil
	})
}

// rangesOf returns the ranges that a spreadsheet can have turned into the date,
// the likely one first; nil when the value is no such date. "10-jan" was 1-10
// or 10-1, "feb-50" was 2-50, "5-1" (a day and a month, the larger first) was
// 1-5, and so was "2018-01-05".
func rangesOf(value string) []string {
	v := strings.ToLower(strings.TrimSuffix(strings.TrimSpace(value), "T00:00:00"))
	if t, err := time.Parse(time.DateOnly, v); err == nil {
		return both(t.Day(), int(t.Month()))
	}
	a, b, ok := strings.Cut(v, "-")
	if !ok {
		return nil
	}
	x, y := small(a), small(b)
	switch {
	case month(a) > 0 && y >= 0:
		return both(month(a), y)
	case month(b) > 0 && x > 0:
		return both(x, month(b))
	case x > y && y > 0 && y <= 12 && x <= 31:
		return []string{fmt.Sprintf("%d-%d", y, x)}
	}
	return nil
}

// both returns the two orders of a range, the ascending one first.
func both(a, b int) []string {
	if a == b {
		return []string{fmt.Sprintf("%d-%d", a, b)}
	}
	low, high := min(a, b), max(a, b)
	return []string{fmt.Sprintf("%d-%d", low, high), fmt.Sprintf("%d-%d", high, low)}
}

// small returns a whole number of one to four digits, or -1.
func small(s string) int {
	if s == "" || len(s) > 4 || strings.Trim(s, "0123456789") != "" {
		return -1
	}
	n, err := strconv.Atoi(s)
	if err != nil {
		return -1
	}
	return n
}

// month returns the number of a month by its short name in Dutch, English,
// German or French, or 0.
func month(s string) int {
	for i, names := range [][]string{
		{"jan"}, {"feb", "fev", "fév"}, {"mrt", "mar", "maa", "mär", "mrz"}, {"apr", "avr"}, {"mei", "may", "mai"}, {"jun"}, {"jul"},
		{"aug", "aoû"}, {"sep"}, {"okt", "oct"}, {"nov"}, {"dec", "dez", "déc"},
	} {
		if slices.Contains(names, strings.TrimSuffix(s, ".")) {
			return i + 1
		}
	}
	return 0
}
