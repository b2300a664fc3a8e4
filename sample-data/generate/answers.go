package main

import (
	"fmt"
	"time"
)

// answer is what a respondent gave at one question; the zero value is a blank.
type answer struct {
	codes  []string // of the chosen options
	text   string   // of an open question or "other, namely"
	number float64
	given  bool
}

// record is one row of the survey tool.
type record struct {
	id         int
	start, end time.Time
	status     string
	answers    map[string]answer
}

func (r *record) choose(question string, codes ...string) {
	r.answers[question] = answer{codes: codes, given: true}
}

func (r *record) other(question, text string) {
	a := r.answers[question]
	a.codes, a.text, a.given = append(a.codes, "other"), text, true
	r.answers[question] = a
}

func (r *record) tick(question, code string) {
	a := r.answers[question]
	a.codes, a.given = append(a.codes, code), true
	r.answers[question] = a
}

func (r *record) write(question, text string) {
	r.answers[question] = answer{text: text, given: true}
}

func (r *record) count(question string, n float64) {
	r.answers[question] = answer{number: n, given: true}
}

// has reports whether one of the codes was chosen.
func (r *record) has(question string, codes ...string) bool {
	for _, given := range r.answers[question].codes {
		for _, c := range codes {
			if given == c {
				return true
			}
		}
	}
	return false
}

// those returns the records for which keep is true.
func those(records []*record, keep func(*record) bool) []*record {
	var kept []*record
	for _, r := range records {
		if keep(r) {
			kept = append(kept, r)
		}
	}
	return kept
}

func chose(question string, codes ...string) func(*record) bool {
	return func(r *record) bool { return r.has(question, codes...) }
}

func not(f func(*record) bool) func(*record) bool {
	return func(r *record) bool { return !f(r) }
}

func both(f, g func(*record) bool) func(*record) bool {
	return func(r *record) bool { return f(r) && g(r) }
}

// deal gives every record one card of the deck as its answer.
func deal(question string, records []*record, cards []string) error {
	if len(records) != len(cards) {
		return fmt.Errorf("%s: %d answers for %d respondents", question, len(cards), len(records))
	}
	for i, r := range records {
		r.choose(question, cards[i])
	}
	return nil
}

// draw returns n of the records, chosen at random.
func draw(r *random, records []*record, n int) ([]*record, error) {
	if n > len(records) {
		return nil, fmt.Errorf("%d respondents wanted, %d there", n, len(records))
	}
	cards := append([]*record(nil), records...)
	shuffle(r, cards)
	return cards[:n], nil
}

// tickFor lets n of the records, chosen at random, tick the option.
func tickFor(r *random, question, code string, records []*record, n int) error {
	drawn, err := draw(r, records, n)
	if err != nil {
		return fmt.Errorf("%s, option %s: %w", question, code, err)
	}
	for _, d := range drawn {
		d.tick(question, code)
	}
	return nil
}
