package quality

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"benchmark/survey"
)

const (
	// fewestItems is the number of items from which one and the same answer to
	// all of them is a straight line.
	fewestItems = 5
	// fewestTimes is the number of known durations from which a median says
	// something.
	fewestTimes = 10
	// haste is how many times shorter than the median a hasty response is.
	haste = 3
)

// straightLines reports respondents who gave every item of a matrix the same
// answer, five items or more.
func (c *checker) straightLines() {
	for first := 0; first < len(c.s.Questions); {
		last := c.matrixEnd(first)
		if last-first >= fewestItems {
			c.straightLine(first, last)
		}
		first = last
	}
}

// matrixEnd returns the first question after the matrix that begins with the
// question: neighbouring scales with the same options under one heading.
func (c *checker) matrixEnd(first int) int {
	q := &c.s.Questions[first]
	stem, ok := stemOf(q)
	if !ok {
		return first + 1
	}
	i := first + 1
	for ; i < len(c.s.Questions); i++ {
		other, ok := stemOf(&c.s.Questions[i])
		if !ok || other != stem || !slices.Equal(labels(q), labels(&c.s.Questions[i])) {
			break
		}
	}
	return i
}

// stemOf returns the heading over a row of a matrix, of which the wording is
// "heading [row]"; false for any other question.
func stemOf(q *survey.Question) (string, bool) {
	at := strings.LastIndex(q.Text, " [")
	if q.Kind != survey.Scale || at < 0 || !strings.HasSuffix(q.Text, "]") {
		return "", false
	}
	return q.Text[:at], true
}

func labels(q *survey.Question) []string {
	var all []string
	for i := range q.Options {
		all = append(all, q.Options[i].Label)
	}
	return all
}

func (c *checker) straightLine(first, last int) {
	found := c.where(first, func(r int) bool {
		for i := first + 1; i < last; i++ {
			if c.s.Columns[i].State(r) != survey.Answered || c.s.Columns[i].Code(r) != c.s.Columns[first].Code(r) {
				return false
			}
		}
		return true
	})
	if len(found) > 0 {
		c.note(first, found, survey.Note, survey.IssueStraightLine, slices.Concat(
			[]string{c.s.Questions[first].ID, c.s.Questions[last-1].ID, strconv.Itoa(last - first)}, c.counted(found))...)
	}
}

// speeders reports respondents who took less than a third of the median time.
func (c *checker) speeders() {
	var known []time.Duration
	for _, d := range c.s.Durations {
		if d > 0 {
			known = append(known, d)
		}
	}
	if len(known) < fewestTimes {
		return
	}
	slices.Sort(known)
	median := (known[(len(known)-1)/2] + known[len(known)/2]) / 2
	var found []int
	for r, d := range c.s.Durations {
		if d > 0 && d*haste < median {
			found = append(found, r)
		}
	}
	if len(found) > 0 {
		c.note(-1, found, survey.Note, survey.IssueSpeeder, slices.Concat(
			[]string{strconv.Itoa(len(found)), strconv.Itoa(int(median.Seconds()))}, c.rows(found))...)
	}
}
