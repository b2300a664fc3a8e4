package disclosure

import "benchmark/survey"

// Puzzle is what an attacker has to solve: who is who is known, and so are some
// sums, but not who gave which answer.
//
// Respondents of whom all that is open is the same are an atom, and a world is a
// way in which the atoms can have answered. The sums fit many worlds; what holds in
// all of them is given away.
type Puzzle struct {
	// Given[a][o] is how many of atom a gave answer o; every respondent gave one.
	// It is one of the worlds, the true one, and no attacker knows it.
	Given [][]int
	// Known are the sums that are published.
	Known []Known
	// Rounded are the weighted sums that are published, in no more digits than
	// Slack says.
	Rounded []Rounded
	// Secrets are sets of answers, a bit each. A respondent is exposed when all
	// worlds have it give an answer of the set.
	Secrets []uint64
	// Counts are numbers of respondents that must stay in doubt.
	Counts []Known
	// Patience is how often as long the search for another world may take as it does
	// where figures are hidden; 0: once.
	Patience int
	// Outsider says that who attacks gave none of the answers: only what everyone
	// finds out is looked for.
	Outsider bool
}

// Known is how many of the atoms in a set gave one of the answers Of, a bit each.
type Known struct {
	In survey.Bits
	Of uint64
}

// Rounded is a sum of weights of those of the atoms in a set who gave one of the
// answers Of: it differs by Off from that in the true world, and can differ by as
// much as Slack.
type Rounded struct {
	Known
	// Weights are those of a respondent of each atom.
	Weights    []float64
	Off, Slack float64
}

// MostAnswers is the largest number of answers of a Puzzle.
const MostAnswers = 64

// Exposure is what an attacker finds out.
type Exposure struct {
	// Atom is that of which all have answered as secret Secret says; -1 where the
	// count at the position Count is known.
	Atom, Secret, Count int
	// Insider is the atom of the respondent who can find it out by what it answered
	// itself; -1: everyone can.
	Insider int
}

// insider is a respondent of an atom with the answer it gave; atom -1: none.
type insider struct{ atom, answer int }

// target is an answer of an atom, or a count, that must differ between worlds.
type target struct {
	atom, secret, count int
	by                  insider
}

// Exposed returns what an attacker finds out who knows what is published and, as a
// respondent, its own answer. Nothing is found out where another world fits as well, in
// which the answer is another one. One that takes more than mostSteps changes is
// not found: what is returned may be too much, and never too little. Counts of
// nobody are left out: they tell what was not answered. Most is the number after
// which to stop looking; 0: never.
func (p *Puzzle) Exposed(most int) []Exposure {
	s := newSearch(p)
	var found []Exposure
	for _, t := range p.targets() {
		if most > 0 && len(found) >= most {
			break
		}
		if by, exposed := s.exposes(t); exposed {
			found = append(found, Exposure{Atom: t.atom, Secret: t.secret, Count: t.count, Insider: by.atom})
		}
	}
	return found
}

// targets are what the true world alone would tell: of which atoms all gave a
// secret answer, or all but one whose answer differs, and what the counts are.
func (p *Puzzle) targets() []target {
	var all []target
	nobody := insider{-1, 0}
	for a, given := range p.Given {
		n := total(given, ^uint64(0))
		for k, secret := range p.Secrets {
			in := total(given, secret)
			if n > 0 && in == n {
				all = append(all, target{a, k, -1, nobody})
			} else if in > 0 && in == n-1 && !p.Outsider {
				all = append(all, target{a, k, -1, insider{a, other(given, secret)}})
			}
		}
	}
	for c := range p.Counts {
		if p.Sum(c) > 0 {
			all = append(all, target{-1, 0, c, nobody})
		}
	}
	return all
}

// Sum is the count at a position in the true world.
func (p *Puzzle) Sum(count int) int {
	n := 0
	p.Counts[count].In.Each(func(a int) { n += total(p.Given[a], p.Counts[count].Of) })
	return n
}

// total is how many gave one of the answers.
func total(given []int, of uint64) int {
	n := 0
	for o, x := range given {
		if of&(1<<o) != 0 {
			n += x
		}
	}
	return n
}

// other is the first answer that was given outside a set.
func other(given []int, of uint64) int {
	for o, x := range given {
		if of&(1<<o) == 0 && x > 0 {
			return o
		}
	}
	return -1
}

// mostKnown is how many different weights there can be that everyone works out from how
// many bodies exist: more than there are municipalities of two sizes in a country.
const mostKnown = 1000

// KnownWeights reports whether so many different weights of so many respondents are taken
// as known to everyone: those that follow from how many bodies exist are few, and shared by
// many. Where most have a weight of their own it says nothing about who they are.
func KnownWeights(different, respondents int) bool {
	return 2*different <= respondents && different <= mostKnown
}
