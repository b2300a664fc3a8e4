package analysis

import (
	"slices"

	"benchmark/survey"
)

// intentions is the protected part of the answers about the adoption of a
// channel. Using or trying a channel shows from outside, so it is what the
// others answered that must not be read off.
func intentions(a *answers) guard {
	base := a.base.without(a.meaning(survey.Uses, survey.Pilot))
	var private []crowd
	for o := range a.options {
		if !visible(a.question.Options[o].Means) {
			private = append(private, a.among(base, o))
		}
	}
	return guard{question: a.index, base: base, options: private, several: a.question.Kind == survey.Multiple}
}

// visible reports whether anyone can see that an organisation is at the stage.
func visible(stage string) bool { return stage == survey.Uses || stage == survey.Pilot }

// guardsOf returns the protected answers that the base of a question tells
// about: who was asked depends on what was answered before. A question why one
// is satisfied is put to the satisfied, and why one would start to those who
// consider it, also where no codebook says so.
func (b *builder) guardsOf(q *survey.Question) []guard {
	var guards []guard
	for _, c := range q.AskedIf {
		if i := b.survey.Find(c.Question); i >= 0 && b.tells(&b.survey.Questions[i], c.Options) {
			guards = append(guards, b.guard(i))
		}
	}
	before := map[survey.Role]survey.Role{
		survey.Praise: survey.Satisfaction, survey.Reason: survey.Adoption,
	}[q.Role]
	for i := range b.survey.Questions {
		earlier := &b.survey.Questions[i]
		if before != survey.NoRole && earlier.Role == before && earlier.Channel == q.Channel && earlier.Kind.Closed() {
			guards = append(guards, b.guard(i))
		}
	}
	return guards
}

// guard returns the protected answers to closed question i.
func (b *builder) guard(i int) guard {
	a := b.read(i)
	if a.question.Role == survey.Adoption {
		return intentions(a)
	}
	return a.guard()
}

// guard returns the protected answers to a closed question.
func (a *answers) guard() guard {
	return guard{question: a.index, base: a.base, options: a.options, several: a.question.Kind == survey.Multiple}
}

// chosenOf returns as protected answers whether some of a base are in a part of it:
// of a question with one answer, not to be in it is an answer as well.
func (a *answers) chosenOf(base, part crowd) guard {
	if a.question.Kind == survey.Multiple {
		return guard{question: a.index, base: base, options: []crowd{part}, several: true}
	}
	return guard{question: a.index, base: base, options: []crowd{part, base.without(part)}}
}

// tells reports whether having chosen one of the options is a protected answer.
func (b *builder) tells(q *survey.Question, options []string) bool {
	if q.Role != survey.Adoption {
		return q.Sensitivity == survey.Protected && q.Kind.Closed()
	}
	// All who neither use nor try the channel, or none of them, can be seen.
	in, out := false, false
	for _, o := range q.Options {
		if !visible(o.Means) {
			chosen := slices.Contains(options, o.Code)
			in, out = in || chosen, out || !chosen
		}
	}
	return in && out
}
