package position

import (
	"slices"

	"benchmark/survey"
)

// Advised is an advice of the codebook with the own answer that it follows from.
type Advised struct {
	// Question is the id of the question, Title its name, and Channel what it is
	// about.
	Question, Title, Channel string
	// Options are the chosen options that the advice is for: codes and wordings.
	Options, Wordings []string
	// Amount is true when the own answer is a Number, of the Unit.
	Amount bool
	Number float64
	Unit   string
	Advice survey.Advice
}

// advised returns the advice of the codebook that the answers of respondent i call
// for. An answer that was not given calls for none.
func advised(s *survey.Survey, i int) []Advised {
	var all []Advised
	for q := range s.Questions {
		question, c := &s.Questions[q], &s.Columns[q]
		if c.State(i) != survey.Answered {
			continue
		}
		for _, advice := range question.Advice {
			a := Advised{Question: question.ID, Title: question.Title(), Channel: question.Channel, Unit: question.Unit, Advice: advice}
			switch {
			case c.Numeric():
				a.Amount, a.Number = true, c.Number(i)
				if advice.Above == nil || a.Number <= *advice.Above {
					continue
				}
			case c.Ticks != nil || c.Coded():
				a.choose(question, c, i)
				if len(a.Options) == 0 {
					continue
				}
			default:
				continue
			}
			all = append(all, a)
		}
	}
	return all
}

// choose fills in which of the options that the advice is for were chosen.
func (a *Advised) choose(q *survey.Question, c *survey.Column, i int) {
	for o := range q.Options {
		if option := &q.Options[o]; slices.Contains(a.Advice.Of, option.Code) && chose(c, i, o) {
			a.Options, a.Wordings = append(a.Options, option.Code), append(a.Wordings, option.Title())
		}
	}
}

// Advises reports whether the codebook has advice on the own answer of a row, so
// that no other advice on it is needed.
func (p *Position) Advises(r *Row) bool {
	return slices.ContainsFunc(p.Advice, func(a Advised) bool {
		return a.Question == r.Question && (r.Key == "" || slices.Contains(a.Options, r.Key))
	})
}
