package disclosure

import (
	"math"
	"slices"
)

// The limits of the search for another world: how many respondents answer
// otherwise in it, and how many changes are tried.
const (
	mostSteps = 6
	mostTries = 5_000
)

// step is a respondent of an atom who gave another answer.
type step struct{ atom, from, to int }

// search looks for worlds that fit a puzzle beside the one it is at.
type search struct {
	*Puzzle
	// at are the answers per atom in the world that is looked at, and off by how much
	// each known sum differs in it; bad are those that do.
	at  [][]int
	off []int
	bad []int
	*sums
	// alike is for each atom those that are part of the same sums, itself among them: two
	// of their respondents can have each other's answers. Shared are those that are not
	// alone.
	alike  []*alike
	shared []*alike
	// locked are how many of an atom gave an answer that an insider knows.
	locked insider
	steps  []step
	tries  int
	// room is for the steps that are weighed, by how many are left.
	room [mostSteps + 1][]rated
	// done tells whether the world that fits is another one.
	done func() bool
}

func newSearch(p *Puzzle) *search {
	s := &search{Puzzle: p, at: make([][]int, len(p.Given)), off: make([]int, len(p.Known)), sums: p.sums(), locked: insider{-1, 0}}
	for a := range p.Given {
		s.at[a] = slices.Clone(p.Given[a])
	}
	s.findAlike()
	return s
}

// exposes reports whether a target is the same in all worlds, to everyone or to
// the insider that is returned.
func (s *search) exposes(t target) (insider, bool) {
	if t.by.atom >= 0 {
		return t.by, !s.swaps(t, t.by) && s.only(t, t.by)
	}
	if s.Outsider {
		return t.by, !s.swaps(t, t.by) && s.only(t, t.by)
	}
	spoilers, found := s.swapSpoilers(t)
	if !found {
		world, found := s.another(t, t.by)
		if !found {
			return t.by, true
		}
		spoilers = s.spoilers(world)
	}
	// Another world holds for every insider but one who would have to answer
	// otherwise in it.
	for _, by := range spoilers {
		if t.atom >= 0 && by.atom == t.atom && total(s.Given[t.atom], ^uint64(0)) == 1 {
			continue // it knows what it answered itself
		}
		if t.count >= 0 && s.known(t.count, by) || s.swaps(t, by) {
			continue
		}
		if s.only(t, by) {
			return by, true
		}
	}
	return insider{}, false
}

// only reports whether no other world is found for an insider.
func (s *search) only(t target, by insider) bool {
	_, found := s.another(t, by)
	return !found
}

// known reports whether a count is of the insider alone: of the others nobody.
func (s *search) known(count int, by insider) bool {
	c := &s.Counts[count]
	return s.Sum(count) == 1 && c.In.Has(by.atom) && c.Of>>by.answer&1 == 1
}

// spoilers are the insiders of whose answer every one is changed by the steps.
func (s *search) spoilers(steps []step) []insider {
	var all []insider
	for _, st := range steps {
		less := 0
		for _, other := range steps {
			if other.atom == st.atom && other.from == st.from {
				less++
			}
			if other.atom == st.atom && other.to == st.from {
				less--
			}
		}
		if by := (insider{st.atom, st.from}); less >= s.Given[st.atom][st.from] && !slices.Contains(all, by) {
			all = append(all, by)
		}
	}
	return all
}

// another returns the steps to a world that fits in which the target is
// otherwise and the insider's answer as it is.
func (s *search) another(t target, by insider) ([]step, bool) {
	s.locked = by
	s.done = func() bool { return s.differs(t) }
	defer func() { s.locked = insider{-1, 0} }()
	first := s.first(t)
	s.tries = mostTries * max(1, s.Patience)
	for most := 1; most <= mostSteps; most++ {
		for _, st := range first {
			if !s.takes(st) {
				continue
			}
			s.do(st)
			found := s.fit(most - 1)
			steps := slices.Clone(s.steps)
			if !found {
				s.undo()
				continue
			}
			for len(s.steps) > 0 {
				s.undo()
			}
			return steps, true
		}
	}
	return nil, false
}

// first are the steps that change a target.
func (s *search) first(t target) []step {
	if t.atom >= 0 {
		return s.changes(t.atom, s.Secrets[t.secret], true)
	}
	var all []step
	s.Counts[t.count].In.Each(func(a int) {
		all = append(all, s.changes(a, s.Counts[t.count].Of, true)...)
		all = append(all, s.changes(a, s.Counts[t.count].Of, false)...)
	})
	return all
}

// changes are the steps of an atom out of a set of answers, or into it.
func (s *search) changes(atom int, of uint64, out bool) []step {
	var all []step
	for from := range s.Given[atom] {
		for to := range s.Given[atom] {
			if (of&(1<<from) != 0) == out && (of&(1<<to) != 0) != out && s.at[atom][from] > 0 {
				all = append(all, step{atom, from, to})
			}
		}
	}
	return all
}

// differs reports whether a target is otherwise in the world that is looked at.
func (s *search) differs(t target) bool {
	if t.atom >= 0 {
		return total(s.at[t.atom], s.Secrets[t.secret]) < total(s.Given[t.atom], s.Secrets[t.secret])
	}
	change := 0
	s.Counts[t.count].In.Each(func(a int) {
		change += total(s.at[a], s.Counts[t.count].Of) - total(s.Given[a], s.Counts[t.count].Of)
	})
	return change != 0
}

// takes reports whether there is a respondent for a step.
func (s *search) takes(st step) bool {
	n := s.at[st.atom][st.from]
	if s.locked == (insider{st.atom, st.from}) {
		n--
	}
	return n > 0
}

// do takes a step.
func (s *search) do(st step) {
	s.steps = append(s.steps, st)
	s.move(st.atom, st.from, st.to)
}

// undo takes the last step back.
func (s *search) undo() {
	st := s.steps[len(s.steps)-1]
	s.steps = s.steps[:len(s.steps)-1]
	s.move(st.atom, st.to, st.from)
}

func (s *search) move(atom, from, to int) {
	s.at[atom][from]--
	s.at[atom][to]++
	for _, i := range s.of(atom, from) {
		if s.counted[i]>>to&1 == 0 {
			s.shift(int(i), -1)
		}
	}
	for _, i := range s.of(atom, to) {
		if s.counted[i]>>from&1 == 0 {
			s.shift(int(i), 1)
		}
	}
}

// shift brings a known sum further off, or nearer.
func (s *search) shift(sum, by int) {
	before := s.off[sum]
	s.off[sum] += by
	switch {
	case before == 0:
		s.bad = append(s.bad, sum)
	case s.off[sum] == 0:
		at := slices.Index(s.bad, sum)
		s.bad = slices.Delete(s.bad, at, at+1)
	}
}

// fit makes the known sums right again by at most so many steps.
func (s *search) fit(most int) bool {
	if len(s.bad) == 0 && s.done() && s.rounds() {
		return true
	}
	if most == 0 || len(s.bad) == 0 && len(s.Rounded) == 0 {
		return false
	}
	for _, st := range s.repairs(most) {
		if s.tries < 0 {
			return false
		}
		s.do(st)
		if s.fit(most - 1) {
			return true
		}
		s.undo()
	}
	return false
}

// rounds reports whether the rounded sums fit.
func (s *search) rounds() bool {
	for i := range s.Rounded {
		r := &s.Rounded[i]
		off := r.Off
		r.In.Each(func(a int) {
			off += r.Weights[a] * float64(total(s.at[a], r.Of)-total(s.Given[a], r.Of))
		})
		if math.Abs(off) > r.Slack {
			return false
		}
	}
	return true
}
