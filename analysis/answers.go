package analysis

import "benchmark/survey"

// answers is one question seen as sets of respondents: who counts, and who
// chose which option. Every table is counting what such sets have in common.
type answers struct {
	index    int
	question *survey.Question
	column   *survey.Column
	// base answered and is not taken out of the base.
	base survey.Bits
	// options chose each option; nil unless the question is closed.
	options []survey.Bits
	account Account
	kind    BaseKind
}

// read returns the answers to question i.
func (b *builder) read(i int) answers {
	q, c := &b.survey.Questions[i], &b.survey.Columns[i]
	a := answers{index: i, question: q, column: c, base: survey.NewBits(b.survey.Respondents)}
	for r, state := range c.State {
		if state == survey.Answered {
			a.base.Set(r)
		}
	}
	a.readOptions(b.survey.Respondents)
	a.count()
	a.kind = a.baseKind()
	return a
}

// readOptions fills options and takes those who chose an option out of the base
// that the codebook takes out.
func (a *answers) readOptions(n int) {
	if !a.question.Kind.Closed() {
		return
	}
	if a.question.Kind == survey.Multiple {
		a.options = a.column.Ticks
	} else {
		a.options = make([]survey.Bits, len(a.question.Options))
		for o := range a.options {
			a.options[o] = survey.NewBits(n)
		}
		a.base.Each(func(r int) { a.options[a.column.Codes[r]].Set(r) })
	}
	for o := range a.question.Options {
		if a.question.Options[o].OutOfBase {
			a.account.OutOfBase += a.base.And(a.options[o])
			a.base = a.base.Without(a.options[o])
		}
	}
}

// count fills the account of what became of every respondent.
func (a *answers) count() {
	a.account.Respondents = len(a.column.State)
	a.account.Base = a.base.Count()
	for _, state := range a.column.State {
		switch state {
		case survey.NotAsked:
			a.account.NotAsked++
		case survey.NotShown:
			a.account.NotShown++
		case survey.Skipped:
			a.account.Skipped++
		case survey.Blank:
			a.account.Blank++
		case survey.Refused:
			a.account.Refused++
		case survey.Invalid:
			a.account.Invalid++
		}
	}
	for o := range a.options {
		if a.question.Options[o].DontKnow {
			a.account.DontKnow += a.base.And(a.options[o])
		}
	}
}

func (a *answers) baseKind() BaseKind {
	switch {
	case a.question.RoutingKnown && len(a.question.AskedIf) > 0:
		return BaseRouted
	case a.question.RoutingKnown, a.account.Base == a.account.Respondents:
		return BaseRespondents
	case a.question.Kind == survey.Multiple:
		return BaseTicked
	}
	return BaseAnswered
}

// describe returns the base in the terms of a table.
func (a *answers) describe() Base {
	base := Base{Kind: a.kind}
	if a.kind == BaseRouted {
		base.Conditions = a.question.AskedIf
	}
	return base
}

// meaning returns who chose an option with one of the meanings.
func (a *answers) meaning(means ...string) survey.Bits {
	found := make(survey.Bits, len(a.base))
	for o := range a.question.Options {
		for _, m := range means {
			if a.question.Options[o].Means == m {
				found = found.Union(a.options[o])
			}
		}
	}
	return found
}

// uniform reports whether all members of a set gave the same answer: for every
// option, all or none chose it.
func uniform(options []survey.Bits) func(survey.Bits) bool {
	return func(set survey.Bits) bool {
		n := set.Count()
		for _, o := range options {
			if common := set.And(o); common != 0 && common != n {
				return false
			}
		}
		return true
	}
}

// equalNumbers reports whether all members of a set gave the same number.
func equalNumbers(numbers []float64) func(survey.Bits) bool {
	return func(set survey.Bits) bool {
		same, first, seen := true, 0.0, false
		set.Each(func(i int) {
			if !seen {
				first, seen = numbers[i], true
			}
			same = same && numbers[i] == first
		})
		return same
	}
}
