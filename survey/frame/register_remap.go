package frame

import (
	"slices"
	"time"
)

// Fate says what a body of a register is on a day.
type Fate uint8

// The fates.
const (
	Lasting Fate = iota // it exists on the day
	Heir                // it had ended, and one body had taken it over
	Origin              // it had not begun, and came from one body
	Several             // it had been split, or came from several bodies: no one body stands for it
	Ended               // it had ended, and nothing took it over
	NotYet              // it had not begun, and came from nothing in the register
)

// Remapped says which body stands for another on a day.
type Remapped struct {
	// Given is the position in Register.Bodies of the body that was asked for; -1
	// when the register does not have it, and Body is -1 then.
	Given int
	// Body is the position of the one body that stands for it on the day: itself
	// when Fate is Lasting, another one for Heir and Origin, else -1.
	Body int
	Fate Fate
	// Candidates are the positions of the bodies among which the register does not
	// choose, in its order; for Several only.
	Candidates []int
}

// On returns the positions of the bodies that exist on the day, in the order of
// the register; on the zero time, of those that have not ended.
func (r *Register) On(day time.Time) []int {
	var bodies []int
	for i := range r.Bodies {
		if r.Bodies[i].Valid(day) {
			bodies = append(bodies, i)
		}
	}
	return bodies
}

// Remap returns what stands on the day for the body with the code, in any case;
// on the zero time, for today. Chains of successors are followed to the body
// that exists on that day: of one that had ended onwards, of one that had not
// begun backwards. A body that was split over several, or came from several,
// has no one body that stands for it: the answers of one can't be divided, nor
// those of several be taken for one of them.
func (r *Register) Remap(code string, day time.Time) Remapped {
	i := r.Find(code)
	if i < 0 {
		return Remapped{Given: -1, Body: -1}
	}
	return r.remap(i, day)
}

func (r *Register) remap(i int, day time.Time) Remapped {
	if r.Bodies[i].Valid(day) {
		return Remapped{Given: i, Body: i}
	}
	m := Remapped{Given: i, Body: -1, Fate: NotYet}
	next, fate := r.origins, Origin
	if to := r.Bodies[i].To; !to.IsZero() && (day.IsZero() || day.After(to)) {
		m.Fate, next, fate = Ended, r.heirs, Heir
	}
	found := r.reach(i, day, next)
	switch len(found) {
	case 0:
	case 1:
		m.Body, m.Fate = found[0], fate
	default:
		m.Fate, m.Candidates = Several, found
	}
	return m
}

// reach returns the bodies that exist on the day and that chains of next lead to
// from body i, each chain as far as its first.
func (r *Register) reach(i int, day time.Time, next [][]int) []int {
	var found []int
	seen, open := map[int]bool{i: true}, []int{i}
	for len(open) > 0 {
		at := open[len(open)-1]
		open = open[:len(open)-1]
		for _, n := range next[at] {
			if seen[n] {
				continue
			}
			seen[n] = true
			if r.Bodies[n].Valid(day) {
				found = append(found, n)
			} else {
				open = append(open, n)
			}
		}
	}
	slices.Sort(found)
	return found
}
