package audit

import (
	"slices"

	"benchmark/analysis"
	"benchmark/analysis/disclosure"
	"benchmark/survey"
)

// Twice is what those who answered a closed question in two waves said both times, yes or
// no: how many of them yes and yes, yes and no, no and yes, and no and no.
type Twice struct {
	// Questions and Options, which say yes, are positions in the survey of each wave.
	Questions [2]int
	Options   [2][]int
	// In are the pairs of respondents, of the earlier and the later wave, that it is
	// told of: both are in the base.
	In [][2]int
}

// Together attacks what is told of those who answered twice, beside the tables of both
// waves: all of it on the same two questions, of which several answers are one option
// each. Pairs are all who answered both waves, which everyone knows. Exposed is
// what it tells beyond the tables. It is false where there are too many answers to look
// at. Soon is as in Beside.
func Together(studies [2]*analysis.Study, pairs [][2]int, told []Twice, soon bool) (*Report, bool) {
	a := newAttack(studies[0])
	a.soon = soon
	var of [2]*secret
	for k, study := range studies {
		for _, s := range newAttack(study).secrets(told[0].Questions[k]) {
			if len(s.answers) > len(s.options) && !slices.Equal(s.options, told[0].Options[k]) {
				continue // another option of several
			}
			of[k] = &s
		}
	}
	if of[0] == nil || of[1] == nil {
		return a.report, false
	}
	w := &waves{of: of, later: make([]int, studies[1].Survey.Respondents), n: studies[0].Survey.Respondents}
	if w.size() > disclosure.MostAnswers {
		return a.report, false
	}
	w.match(pairs)
	s := w.secret()
	for i := range told {
		w.tell(s, &told[i])
	}
	a.solve(s)
	return a.report, true
}

// waves are the secrets of two waves, of which the respondents are taken as people: those
// of the earlier wave, and those of the later alone after them.
type waves struct {
	of [2]*secret
	// later are the people that the respondents of the later wave are, and n how many
	// there are.
	later []int
	n     int
}

// size is the number of pairs of answers, of which one can be missing.
func (w *waves) size() int { return (len(w.of[0].answers) + 1) * (len(w.of[1].answers) + 1) }

// match finds who the respondents of the later wave are.
func (w *waves) match(pairs [][2]int) {
	for r := range w.later {
		w.later[r] = -1
	}
	for _, p := range pairs {
		w.later[p[1]] = p[0]
	}
	for r := range w.later {
		if w.later[r] < 0 {
			w.later[r] = w.n
			w.n++
		}
	}
}

// people returns respondents of a wave as people.
func (w *waves) people(wave int, set survey.Bits) survey.Bits {
	all := survey.NewBits(w.n)
	set.Each(func(r int) {
		if wave == 1 {
			r = w.later[r]
		}
		all.Set(r)
	})
	return all
}

// pairsWith returns the pairs of answers of which that in a wave is one of some.
func (w *waves) pairsWith(wave int, of uint64) uint64 {
	all, width := uint64(0), len(w.of[1].answers)+1
	for i := range w.size() {
		x := i / width
		if wave == 1 {
			x = i % width
		}
		if of>>x&1 == 1 {
			all |= 1 << i
		}
	}
	return all
}

// secret is what the tables of both waves tell of the pairs of answers.
func (w *waves) secret() *secret {
	s := &secret{base: survey.NewBits(w.n), table: w.of[1].table}
	var given [2][]survey.Bits
	for k, of := range w.of {
		base := w.people(k, of.base)
		s.base = s.base.Union(base)
		for _, gave := range of.answers {
			given[k] = append(given[k], w.people(k, gave.Intersect(of.base)))
		}
		s.questions = append(s.questions, of.questions...)
	}
	for k, of := range w.of {
		base, none := w.people(k, of.base), w.pairsWith(k, 1<<len(of.answers))
		given[k] = append(given[k], s.base.Without(base))
		s.clues = append(s.clues, clue{in: base, of: none}, clue{in: s.base.Without(base), of: none})
		for _, c := range of.clues {
			s.clues = append(s.clues, clue{in: w.people(k, c.in), of: w.pairsWith(k, c.of)})
		}
		for _, h := range of.hidden {
			h.clue = clue{in: w.people(k, h.in), of: w.pairsWith(k, h.of)}
			s.hidden = append(s.hidden, h)
		}
		for _, open := range of.open {
			s.open = append(s.open, w.people(k, open))
		}
		for i, secret := range of.secrets {
			s.secrets, s.rows = append(s.secrets, w.pairsWith(k, secret)), append(s.rows, of.rows[i])
		}
	}
	for _, x := range given[0] {
		for _, y := range given[1] {
			s.answers = append(s.answers, x.Intersect(y))
		}
	}
	return s
}

// tell adds what those who answered twice said.
func (w *waves) tell(s *secret, t *Twice) {
	in := survey.NewBits(w.n)
	for _, p := range t.In {
		in.Set(p[0])
	}
	var yes, no [2]uint64
	for k, of := range w.of {
		for x := range len(of.answers) + 1 { // who can be seen to give another answer says no
			if x < len(of.options) && slices.Contains(t.Options[k], of.options[x]) {
				yes[k] |= 1 << x
			} else {
				no[k] |= 1 << x
			}
		}
		yes[k], no[k] = w.pairsWith(k, yes[k]), w.pairsWith(k, no[k])
	}
	for _, of := range []uint64{yes[0] & yes[1], yes[0] & no[1], no[0] & yes[1], no[0] & no[1]} {
		s.clues = append(s.clues, clue{in: in.Intersect(s.base), of: of, beside: true})
	}
}
