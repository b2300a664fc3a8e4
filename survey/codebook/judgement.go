package codebook

import (
	"fmt"
	"slices"
	"strings"

	"benchmark/survey"
)

// Explicit returns the codebook with the polarity and importance that the role
// gives written out in every question that organisations are compared on, so that
// they can be seen and changed. The codebook itself stays as it is.
func (cb *Codebook) Explicit() *Codebook {
	out := *cb
	out.Questions = slices.Clone(cb.Questions)
	for i := range out.Questions {
		q := &out.Questions[i]
		role := survey.Role(q.Role)
		if !survey.Compared(role) {
			continue
		}
		if q.Polarity == "" {
			q.Polarity = string(survey.DefaultPolarity(role))
		}
		if q.Importance == 0 {
			q.Importance = survey.DefaultImportance(role)
		}
	}
	return &out
}

func polarityWords() []string {
	var words []string
	for _, p := range survey.Polarities() {
		words = append(words, string(p))
	}
	return words
}

// judgement checks what a question says for reports on one organisation.
func (c *checker) judgement(path string, q *Question) {
	c.oneOf(path+".polarity", q.Polarity, polarityWords())
	_, weighed := c.at[path+".importance"]
	if weighed && (q.Importance < 1 || q.Importance > survey.MostImportant) {
		c.broken(path+".importance", "importance is 1, 2 or %d (the most), not %d", survey.MostImportant, q.Importance)
	}
	role := survey.Role(q.Role)
	foreign := func(name string, given bool) {
		if given && !survey.Compared(role) {
			c.broken(path+"."+name, "organisations are not compared on a question %s: take %s out", withRole(role), name)
		}
	}
	foreign("polarity", q.Polarity != "")
	foreign("importance", weighed)
	for i := range q.Advice {
		c.advice(fmt.Sprintf("%s.advice.%d", path, i), q, &q.Advice[i])
	}
}

// advice checks one advice of a question.
func (c *checker) advice(at string, q *Question, a *Advice) {
	kind := kindOf(q.Kind)
	if strings.TrimSpace(a.Dutch) == "" && strings.TrimSpace(a.English) == "" {
		c.broken(at, "the advice has no words: give nl, en or both")
	}
	switch {
	case !kind.Closed() && kind != survey.Number:
		c.broken(at, "advice belongs to a question with options or a number, and question %q is of kind %s", q.ID, q.Kind)
	case kind == survey.Number && (a.Above == nil || len(a.Of) > 0):
		c.broken(at, "the advice of a number needs above: the number from which it holds")
	case kind.Closed() && (len(a.Of) == 0 || a.Above != nil):
		c.broken(at, "the advice needs of: the codes of the options that it is for")
	}
	codes := optionCodes(q)
	for j, code := range a.Of {
		if kind.Closed() && !slices.Contains(codes, code) {
			c.broken(fmt.Sprintf("%s.of.%d", at, j), "question %q has no option %q%s", q.ID, code, suggestion(code, codes))
		}
	}
}
