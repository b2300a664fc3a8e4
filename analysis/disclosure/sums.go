package disclosure

import "benchmark/survey"

// sums are which known sums count which atoms, and the other way around.
type sums struct {
	// atoms are those of each known sum; sums of one set have one list.
	atoms [][]int32
	// sets are the different lists one behind the other, and of how many atoms there are.
	sets [][]int32
	n    int
	// answered are the sums that count each answer of each atom, one list behind the
	// other: that of answer o of atom a begins at begins[a*answers+o].
	answered []int32
	begins   []int32
	answers  int
	// counted are the answers of each sum.
	counted []uint64
}

// sums finds the sums of a puzzle.
func (p *Puzzle) sums() *sums {
	s := &sums{n: len(p.Given), atoms: make([][]int32, len(p.Known))}
	for _, given := range p.Given {
		s.answers = max(s.answers, len(given))
	}
	var last survey.Bits
	for i := range p.Known {
		in := p.Known[i].In
		if i == 0 || !identical(in, last) {
			atoms := make([]int32, 0, in.Count())
			in.Each(func(a int) { atoms = append(atoms, int32(a)) })
			s.sets, last = append(s.sets, atoms), in
		}
		s.atoms[i] = s.sets[len(s.sets)-1]
	}
	for i := range p.Known {
		s.counted = append(s.counted, p.Known[i].Of)
	}
	s.begins = make([]int32, s.n*s.answers+2)
	next := s.begins[1:] // where the next of each list goes, and in the end where it ends
	each := func(f func(sum int32, at int)) {
		for i := range p.Known {
			for o := range s.answers {
				if p.Known[i].Of>>o&1 == 0 {
					continue
				}
				for _, a := range s.atoms[i] {
					f(int32(i), int(a)*s.answers+o)
				}
			}
		}
	}
	each(func(_ int32, at int) { next[at+1]++ })
	for at := range next[1:] {
		next[at+1] += next[at]
	}
	s.answered = make([]int32, next[len(next)-1])
	each(func(sum int32, at int) {
		s.answered[next[at]] = sum
		next[at]++
	})
	return s
}

// identical reports whether two sets are one in memory.
func identical(x, y survey.Bits) bool {
	return len(x) > 0 && len(x) == len(y) && &x[0] == &y[0]
}

// of are the known sums that count an answer of an atom.
func (s *sums) of(atom, answer int) []int32 {
	at := atom*s.answers + answer
	return s.answered[s.begins[at]:s.begins[at+1]]
}

// classes are the atoms that are part of the same sums, in the order of the first of each,
// and the class of each atom; apart puts every atom in a class of its own.
func (s *sums) classes(apart bool) (classes [][]int, of []int) {
	numbers := s.n
	of = make([]int, s.n)
	if apart {
		for a := range of {
			of[a] = a
		}
	} else {
		numbers = s.tellApart(of)
	}
	place := make([]int, numbers) // and one
	for a, number := range of {
		if place[number] == 0 {
			classes = append(classes, nil)
			place[number] = len(classes)
		}
		k := place[number] - 1
		of[a], classes[k] = k, append(classes[k], a)
	}
	return classes, of
}

// tellApart gives atoms that are not part of the same sums different numbers, and returns
// below which number they are.
func (s *sums) tellApart(of []int) int {
	// to is the number that those of each number get who are in a set, and in the last
	// set that had any of them.
	to, in := []int{0}, []int{-1}
	for k, set := range s.sets {
		for _, a := range set {
			was := of[a]
			if in[was] != k {
				to[was], in[was] = len(to), k
				to, in = append(to, 0), append(in, -1)
			}
			of[a] = to[was]
		}
	}
	return len(to)
}
