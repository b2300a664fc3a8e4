package disclosure

import (
	"cmp"
	"slices"
)

// repairs are the steps that bring the smallest sum that is off nearer, those
// first that leave the fewest sums off. The last step must leave none.
func (s *search) repairs(most int) []step {
	worst := s.worst()
	if worst < 0 {
		return nil
	}
	all := s.room[most][:0]
	of, out := s.counted[worst], s.off[worst] > 0
	froms, tos := ^uint64(0), ^uint64(0)
	if most == 1 {
		if froms, tos = s.closing(); froms == 0 || tos == 0 {
			s.tries = max(-1, s.tries-s.choices(worst))
			return nil
		}
	}
	for _, in := range s.atoms[worst] {
		a := int(in)
		for from, n := range s.at[a] {
			if (of>>from&1 == 1) != out || n == 0 {
				continue
			}
			for to := range s.at[a] {
				st := step{a, from, to}
				if (of>>to&1 == 1) == out || !s.takes(st) || s.taken(step{a, to, from}) {
					continue
				}
				if s.tries--; s.tries < 0 {
					return nil
				}
				if froms>>from&(tos>>to)&1 == 0 {
					continue
				}
				if bad := len(s.bad) + s.worse(st); most > 1 || bad == 0 {
					all = append(all, rated{st, bad})
				}
			}
		}
	}
	slices.SortStableFunc(all, func(x, y rated) int { return x.bad - y.bad })
	s.room[most] = all
	steps := make([]step, len(all))
	for i := range all {
		steps[i] = all[i].step
	}
	return steps
}

// choices is how many steps bring a sum that is off nearer, without those that would take a
// step back.
func (s *search) choices(sum int) int {
	of, out := s.counted[sum], s.off[sum] > 0
	n := 0
	for _, in := range s.atoms[sum] {
		from, to := 0, 0
		for o := range s.at[in] {
			switch {
			case (of>>o&1 == 1) != out:
				to++
			case s.takes(step{int(in), o, o}):
				from++
			}
		}
		n += from * to
	}
	for i, st := range s.steps {
		back := step{st.atom, st.to, st.from}
		if s.Known[sum].In.Has(st.atom) && (of>>st.to&1 == 1) == out && (of>>st.from&1 == 1) != out && s.takes(back) && !slices.Contains(s.steps[:i], st) {
			n--
		}
	}
	return n
}

// closing are the answers, a bit each, of which a step is from one to another that leaves no
// sum off: it takes one out of every sum that is one too many, and into every one that lacks
// one.
func (s *search) closing() (froms, tos uint64) {
	froms, tos = ^uint64(0), ^uint64(0)
	for _, i := range s.bad {
		switch of := s.counted[i]; s.off[i] {
		case 1:
			froms, tos = froms&of, tos&^of
		case -1:
			froms, tos = froms&^of, tos&of
		default:
			return 0, 0
		}
	}
	return froms, tos
}

// rated is a step and how many sums are off after it.
type rated struct {
	step
	bad int
}

// taken reports whether a step was taken.
func (s *search) taken(st step) bool {
	for _, other := range s.steps {
		if other == st {
			return true
		}
	}
	return false
}

// worse is how many more sums are off after a step.
func (s *search) worse(st step) int {
	more := 0
	for _, i := range s.of(st.atom, st.from) {
		if s.counted[i]>>st.to&1 == 1 {
			continue
		}
		switch s.off[i] {
		case 0:
			more++
		case 1:
			more--
		}
	}
	for _, i := range s.of(st.atom, st.to) {
		if s.counted[i]>>st.from&1 == 1 {
			continue
		}
		switch s.off[i] {
		case 0:
			more++
		case -1:
			more--
		}
	}
	return more
}

// worst is the known sum of the fewest atoms that is off, or -1.
func (s *search) worst() int {
	worst := -1
	for _, i := range s.bad {
		if worst < 0 || cmp.Or(len(s.atoms[i])-len(s.atoms[worst]), i-worst) < 0 {
			worst = i
		}
	}
	return worst
}
