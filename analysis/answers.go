package analysis

import (
	"slices"
	"sync"

	"benchmark/survey"
)

// answers is one question seen as crowds of respondents: who counts, and who
// chose which option. Every table is counting what such crowds have in common.
type answers struct {
	index    int
	question *survey.Question
	column   *survey.Column
	profiles *profiles
	// base answered and is not taken out of the base.
	base crowd
	// options are those of the base who chose each option; nil unless the question
	// is closed.
	options []crowd
	// numbers are the numbers of ticks that respondents gave, 0 among them, ticks
	// count the base of a select-all question by them, and ticked those who ticked
	// each option among so many.
	numbers []int
	ticks   tally
	ticked  []tally
	// sorted are the numbers of the base by size.
	sorted  *numbers
	account Account
	kind    BaseKind
}

// reading is the answers to a question, read when they are first asked for.
type reading struct {
	once sync.Once
	answers
}

// read returns the answers to question i.
func (b *builder) read(i int) *answers {
	r := &b.readings[i]
	r.once.Do(func() { r.answers = *b.readNow([]int{i})[0] })
	return &r.answers
}

// readAll reads all closed questions and numbers at once.
func (b *builder) readAll() {
	var questions []int
	for i := range b.readings {
		if k := b.survey.Questions[i].Kind; k.Closed() || k == survey.Number {
			questions = append(questions, i)
		}
	}
	for k, a := range b.readNow(questions) {
		r := &b.readings[questions[k]]
		r.once.Do(func() { r.answers = *a })
	}
}

// readNow reads questions, counting all in one pass.
func (b *builder) readNow(questions []int) []*answers {
	all, counters, finish := make([]*answers, len(questions)), make([]counter, len(questions)), make([]func(), len(questions))
	each(len(all), func(k int) { all[k], counters[k], finish[k] = b.prepare(questions[k]) })
	b.profiles.countAll(counters)
	each(len(all), func(k int) { finish[k]() })
	return all
}

// prepare returns the answers to question i without what is counted, what counts
// them and what is to be done then.
func (b *builder) prepare(i int) (a *answers, count counter, finish func()) {
	q, c := &b.survey.Questions[i], &b.survey.Columns[i]
	a = &answers{index: i, question: q, column: c, profiles: b.profiles}
	a.account.Respondents = c.Len()
	base := a.readBase()
	if q.Kind.Closed() {
		base = a.leaveOut(base)
	}
	a.account.Base = base.Count()
	a.kind = a.baseKind()
	var counted func() tally
	switch {
	case q.Kind == survey.Multiple:
		ticks := a.tickCounter(base)
		count, counted = ticks, func() tally {
			ticks.tell(a)
			return a.profiles.sumOf(a.ticks, len(a.numbers))
		}
	case c.Wide() != nil:
		choices := newChoices(a.profiles, q, c.Wide())
		count, counted = choices, func() tally { return a.chosen(choices.tally, base) }
	case q.Kind.Closed():
		choices := newChoices(a.profiles, q, c.Narrow())
		count, counted = choices, func() tally { return a.chosen(choices.tally, base) }
	case q.Kind == survey.Number:
		x := b.newNumbers(a, base)
		a.sorted = x
		count, counted = x, func() tally { return x.counted() }
	default:
		all := &setCounter{a.profiles, base, a.profiles.tallies(1)}
		count, counted = all, func() tally { return all.tally }
	}
	return a, count, func() {
		a.base = crowd{counted(), func() survey.Bits { return base }}
		for o := range a.options {
			if q.Options[o].DontKnow {
				for _, n := range a.options[o].n {
					a.account.DontKnow += n
				}
			}
		}
	}
}

// chosen fills in who chose each option, and returns the tally of all.
func (a *answers) chosen(all tally, base survey.Bits) tally {
	p := a.profiles
	for o := range a.question.Options {
		a.options = append(a.options, crowd{p.part(all, o, 1), func() survey.Bits { return a.chose(base, o) }})
	}
	return p.sumOf(all, len(a.question.Options))
}

// readBase returns who answered, and accounts for the others.
func (a *answers) readBase() survey.Bits {
	states := a.column.Reasons()
	a.account.NotAsked, a.account.NotShown = states[survey.NotAsked], states[survey.NotShown]
	a.account.Skipped, a.account.Blank = states[survey.Skipped], states[survey.Blank]
	a.account.Refused, a.account.Invalid = states[survey.Refused], states[survey.Invalid]
	return a.column.Base()
}

// leaveOut takes those who chose an option out of the base that the codebook
// takes out.
func (a *answers) leaveOut(base survey.Bits) survey.Bits {
	for o := range a.question.Options {
		if a.question.Options[o].OutOfBase {
			chose := a.chose(base, o)
			a.account.OutOfBase += chose.Count()
			base = base.Without(chose)
		}
	}
	return base
}

// chose returns who of a set of those who answered chose an option.
func (a *answers) chose(set survey.Bits, o int) survey.Bits {
	if a.question.Kind == survey.Multiple {
		return set.Intersect(a.column.Ticks[o])
	}
	chose := make(survey.Bits, len(set))
	set.Each(func(r int) {
		if a.column.Code(r) == o {
			chose.Set(r)
		}
	})
	return chose
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

// any returns who chose one of the options.
func (a *answers) any(options []int) crowd {
	set := func() survey.Bits {
		found := make(survey.Bits, len(a.base.set()))
		for _, o := range options {
			found = found.Union(a.options[o].set())
		}
		return found
	}
	if a.question.Kind == survey.Multiple && len(options) > 1 {
		return a.profiles.crowd(set())
	}
	t := a.profiles.tallies(1)
	for _, o := range options {
		t.plus(a.options[o].tally)
	}
	return crowd{t, set}
}

// meaning returns who chose an option with one of the meanings.
func (a *answers) meaning(means ...string) crowd {
	var options []int
	for o := range a.question.Options {
		if slices.Contains(means, a.question.Options[o].Means) {
			options = append(options, o)
		}
	}
	return a.any(options)
}

// among returns who of a part of the base chose an option. Of a question with one
// answer the part holds all or none of them: all, where the option is not among
// those that it leaves out.
func (a *answers) among(part crowd, o int) crowd {
	if a.question.Kind == survey.Multiple {
		return a.profiles.crowd(part.set().Intersect(a.column.Ticks[o]))
	}
	return a.options[o]
}

// chosen returns who chose each option of closed question i.
func (b *builder) chosen(i int) []survey.Bits {
	a := answers{question: &b.survey.Questions[i], column: &b.survey.Columns[i]}
	base := a.leaveOut(a.readBase())
	chosen := make([]survey.Bits, len(a.question.Options))
	for o := range chosen {
		if a.question.Kind == survey.Multiple {
			chosen[o] = base.Intersect(a.column.Ticks[o])
		} else {
			chosen[o] = survey.NewBits(b.survey.Respondents)
		}
	}
	if a.question.Kind != survey.Multiple {
		base.Each(func(r int) { chosen[a.column.Code(r)].Set(r) })
	}
	return chosen
}
