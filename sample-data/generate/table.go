package main

import (
	"fmt"
	"slices"
	"time"
)

// column is one column of the survey file.
type column struct {
	question *question
	option   *option // of a select-all question; nil for all others
	first    bool    // of its block
}

// metadata are the headings before the first question.
var metadata = [...]string{"Respondent ID", "Startdatum", "Einddatum", "Status"}

// columnsOf returns the columns of the questions, in order.
func columnsOf(questions []question) []column {
	var columns []column
	for i := range questions {
		q := &questions[i]
		if q.kind != multiple || q.separator != "" {
			columns = append(columns, column{question: q, first: true})
			continue
		}
		for o := range q.options {
			columns = append(columns, column{question: q, option: &q.options[o], first: o == 0})
		}
	}
	return columns
}

// value returns what the record has in the column: nil for a blank, a float64
// for a number, else the text. tick is what a ticked option looks like; empty
// repeats the option's wording.
func (c column) value(r *record, tick string) (any, error) {
	a := r.answers[c.question.id]
	if !a.given {
		return nil, nil
	}
	switch {
	case c.option != nil:
		return c.ticked(a, tick), nil
	case c.question.kind == number:
		return a.number, nil
	case c.question.kind == open || c.question.kind == name:
		return a.text, nil
	case c.question.kind == multiple:
		return c.question.joined(a)
	}
	return c.question.wording(a.codes[0])
}

func (c column) ticked(a answer, tick string) any {
	switch {
	case !slices.Contains(a.codes, c.option.code):
		return nil
	case c.option.other:
		return a.text
	case tick != "":
		return tick
	}
	return c.option.label
}

// wording returns the label of the option with the code.
func (q *question) wording(code string) (string, error) {
	for _, o := range q.options {
		if o.code == code {
			return o.label, nil
		}
	}
	return "", fmt.Errorf("question %s has no option %s", q.id, code)
}

// times returns the start and end of the record, which have no seconds.
func (r *record) times() [2]time.Time { return [2]time.Time{r.start, r.end} }
