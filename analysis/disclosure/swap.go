package disclosure

import "slices"

// alike are atoms that are part of the same sums.
type alike struct {
	atoms []int
	// given are the answers of all of them.
	given []int
}

// findAlike finds the atoms that are part of the same sums. With rounded sums none
// are taken to be: respondents of one atom alone weigh the same.
func (s *search) findAlike() {
	classes, of := s.classes(len(s.Rounded) > 0)
	s.alike = make([]*alike, len(of))
	for k := range classes {
		c := &alike{atoms: classes[k], given: slices.Clone(s.Given[classes[k][0]])}
		for _, a := range c.atoms[1:] {
			for o, n := range s.Given[a] {
				c.given[o] += n
			}
		}
		for _, a := range c.atoms {
			s.alike[a] = c
		}
		if len(c.atoms) > 1 {
			s.shared = append(s.shared, c)
		}
	}
}

// swaps reports whether two respondents of alike atoms who are not the insider can
// have each other's answers so that the target differs.
func (s *search) swaps(t target, by insider) bool {
	if t.atom < 0 {
		for _, c := range s.shared {
			if w := s.ways(c, t.count, by); min(w[0], w[1]) > 0 || min(w[2], w[3]) > 0 {
				return true
			}
		}
		return false
	}
	c, secret := s.alike[t.atom], s.Secrets[t.secret]
	out := total(c.given, ^secret)
	if by.atom >= 0 && s.alike[by.atom] == c && secret>>by.answer&1 == 0 {
		out--
	}
	return out > 0
}

// ways are how many of alike atoms can be swapped to make a count less, inside and
// outside of what is counted, and to make it more: of one alone none.
func (s *search) ways(c *alike, count int, by insider) (w [4]int) {
	of := &s.Counts[count]
	for _, a := range c.atoms {
		in, out := total(s.Given[a], of.Of), total(s.Given[a], ^of.Of)
		if by.atom == a {
			if of.Of>>by.answer&1 == 1 {
				in--
			} else {
				out--
			}
		}
		if of.In.Has(a) {
			w[0], w[2] = w[0]+in, w[2]+out
		} else {
			w[1], w[3] = w[1]+out, w[3]+in
		}
	}
	return w
}

// swapSpoilers are the insiders of whom an answer may be needed to swap for a
// target, and whether others can swap at all.
func (s *search) swapSpoilers(t target) ([]insider, bool) {
	nobody := insider{-1, 0}
	if !s.swaps(t, nobody) {
		return nil, false
	}
	classes := s.shared
	if t.atom >= 0 {
		classes = []*alike{s.alike[t.atom]}
		if total(classes[0].given, ^s.Secrets[t.secret]) > 1 {
			return nil, true
		}
	}
	var all []insider
	ways := 0
	for _, c := range classes {
		if t.atom < 0 {
			w := s.ways(c, t.count, nobody)
			less, more := min(w[0], w[1]), min(w[2], w[3])
			if ways += less + more; ways > 1 {
				return nil, true
			}
			if less+more == 0 {
				continue
			}
		}
		for _, a := range c.atoms {
			for o, n := range s.Given[a] {
				if n > 0 {
					all = append(all, insider{a, o})
				}
			}
		}
	}
	return all, true
}

// enough is the number of values from which on a count is not followed further.
const enough = 4

// Narrowest is the smallest number of values that a count above 0 can be shown to
// have, by the worlds that are found; 0 without such counts, and at most 4.
func (p *Puzzle) Narrowest() int {
	least := 0
	for c := range p.Counts {
		if p.Sum(c) == 0 {
			continue
		}
		if n := p.values(c); least == 0 || n < least {
			least = n
		}
	}
	return least
}

// values is how many values a count has in the worlds that are found by going on
// from the true one, down and up.
func (p *Puzzle) values(count int) int {
	seen := map[int]bool{p.Sum(count): true}
	world := &Puzzle{Given: p.Given, Known: p.Known, Rounded: p.Rounded, Counts: p.Counts}
	for len(seen) < enough {
		s := newSearch(world)
		from := len(seen)
		steps, found := s.another(target{-1, 0, count, insider{-1, 0}}, insider{-1, 0})
		if !found {
			break
		}
		for _, st := range steps {
			s.move(st.atom, st.from, st.to)
		}
		world = &Puzzle{Given: s.at, Known: p.Known, Rounded: p.Rounded, Counts: p.Counts}
		if seen[world.Sum(count)] = true; len(seen) == from {
			break
		}
	}
	return len(seen)
}
