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
	r.once.Do(func() {
		all, _ := b.readNow([]int{i})
		r.answers = *all[0]
	})
	return &r.answers
}

// readAll reads all closed questions and numbers at once: numbers first, which take the
// longest, so that no thread is left with one in the end.
func (b *builder) readAll() {
	var numbers, questions []int
	for i := range b.readings {
		switch k := b.survey.Questions[i].Kind; {
		case k.Closed():
			questions = append(questions, i)
		case k == survey.Number:
			numbers = append(numbers, i)
		}
	}
	questions = append(numbers, questions...)
	read, counters := b.readNow(questions)
	for k, a := range read {
		r := &b.readings[questions[k]]
		r.once.Do(func() { r.answers = *a })
	}
	b.profiles.learn(counters)
}

// readNow reads questions, counting all in one pass, and returns what counted them too.
func (b *builder) readNow(questions []int) ([]*answers, []counter) {
	all, counters, finish := make([]*answers, len(questions)), make([]counter, len(questions)), make([]func(), len(questions))
	each(len(all), func(k int) { all[k], counters[k], finish[k] = b.prepare(questions[k]) })
	b.profiles.countAll(counters)
	each(len(all), func(k int) { finish[k]() })
	return all, counters
}

// prepare returns the answers to question i without what is counted, what counts
// them and what is to be done then.
func (b *builder) prepare(i int) (a *answers, count counter, finish func()) {
	q, c := &b.survey.Questions[i], &b.survey.Columns[i]
	a = &answers{index: i, question: q, column: c, profiles: b.profiles}
	a.account.Respondents = c.Len()
	switch {
	case c.Wide() != nil:
		choices := newChoices(a.profiles, q, c.Wide(), survey.NoAnswerWide)
		return a, choices, func() { a.chosen(choices.tally) }
	case c.Narrow() != nil:
		choices := newChoices(a.profiles, q, c.Narrow(), survey.NoAnswer)
		return a, choices, func() { a.chosen(choices.tally) }
	case c.Coded():
		half := c.Half()
		choices := newChoices(a.profiles, q, nil, survey.NoAnswerHalf)
		choices.entries, choices.room = half.Get, make([]uint8, chunk)
		return a, choices, func() { a.chosen(choices.tally) }
	}
	base := a.readBase()
	if q.Kind == survey.Multiple {
		base = a.leaveOut(base)
	}
	a.account.Base = base.Count()
	set := func() survey.Bits { return base }
	switch q.Kind {
	case survey.Multiple:
		ticks := a.tickCounter(base)
		return a, ticks, func() {
			ticks.tell(a)
			a.finish(a.profiles.sumOf(a.ticks, len(a.numbers)), set)
		}
	case survey.Number:
		a.sorted = b.newNumbers(a, base)
		return a, a.sorted, func() { a.finish(a.sorted.counted(), set) }
	default:
		all := &setCounter{a.profiles, base, a.profiles.tallies(1)}
		return a, all, func() { a.finish(all.tally, set) }
	}
}

// finish fills in the base and what follows from it.
func (a *answers) finish(base tally, set func() survey.Bits) {
	a.base = crowd{base, set}
	a.kind = a.baseKind()
	for o := range a.options {
		if a.question.Options[o].DontKnow {
			for _, n := range a.options[o].n {
				a.account.DontKnow += n
			}
		}
	}
}

// chosen fills in who chose each option, and who not for each reason, as choices
// counts them.
func (a *answers) chosen(all tally) {
	p, options := a.profiles, a.question.Options
	base := sync.OnceValue(func() survey.Bits { return a.outOfBase(a.column.Base(), func(survey.Bits) {}) })
	total := p.tallies(1)
	for o := range options {
		chose := p.part(all, o, 1)
		if options[o].OutOfBase {
			a.account.OutOfBase += chose.sum(p.everyone())
			chose = p.tallies(1)
		}
		total.plus(chose)
		a.options = append(a.options, crowd{chose, func() survey.Bits { return a.chose(base(), o) }})
	}
	a.account.Base = total.sum(p.everyone())
	var states [survey.Invalid + 1]int
	for reason := range states {
		states[reason] = p.part(tally{n: all.n}, len(options)+reason, 1).sum(p.everyone())
	}
	a.accountFor(states)
	a.finish(total, base)
}

// readBase returns who answered, and accounts for the others.
func (a *answers) readBase() survey.Bits {
	a.accountFor(a.column.Reasons())
	return a.column.Base()
}

// accountFor accounts for those who did not answer.
func (a *answers) accountFor(states [survey.Invalid + 1]int) {
	a.account.NotAsked, a.account.NotShown = states[survey.NotAsked], states[survey.NotShown]
	a.account.Skipped, a.account.Blank = states[survey.Skipped], states[survey.Blank]
	a.account.Refused, a.account.Invalid = states[survey.Refused], states[survey.Invalid]
}

// leaveOut takes those who chose an option out of the base that the codebook
// takes out.
func (a *answers) leaveOut(base survey.Bits) survey.Bits {
	return a.outOfBase(base, func(chose survey.Bits) { a.account.OutOfBase += chose.Count() })
}

// outOfBase is leaveOut, which tells of each such option who chose it.
func (a *answers) outOfBase(base survey.Bits, tell func(survey.Bits)) survey.Bits {
	for o := range a.question.Options {
		if a.question.Options[o].OutOfBase {
			chose := a.chose(base, o)
			tell(chose)
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
	chosen := make([]survey.Bits, len(a.question.Options))
	for o := range chosen {
		chosen[o] = survey.NewBits(b.survey.Respondents)
	}
	if half := a.column.Half(); !half.Nil() {
		a.chosenHalves(chosen, &half)
		return chosen
	}
	base := a.leaveOut(a.readBase())
	if a.question.Kind == survey.Multiple {
		for o := range chosen {
			chosen[o] = base.Intersect(a.column.Ticks[o])
		}
	} else {
		base.Each(func(r int) { chosen[a.column.Code(r)].Set(r) })
	}
	return chosen
}

// chosenHalves sets who chose each option that is not taken out of the base.
func (a *answers) chosenHalves(chosen []survey.Bits, of *survey.Halves) {
	for k := range (of.Len() + 63) / 64 {
		var room [64]uint8
		list := room[:min(64, of.Len()-k<<6)]
		of.Get(k<<6, list)
		var words [1 << 4]uint64
		for i, o := range list {
			words[o&15] |= 1 << i
		}
		for o := range chosen {
			if !a.question.Options[o].OutOfBase {
				chosen[o][k] = words[o]
			}
		}
	}
}
