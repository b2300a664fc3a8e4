package audit

import (
	"bytes"
	"slices"

	"benchmark/survey"
)

// atoms are the respondents of the base that nothing published or open tells apart,
// in an order that what is open alone decides.
func (s *secret) atoms() []survey.Bits {
	sets := slices.Clone(s.open)
	for _, c := range s.clues {
		sets = append(sets, c.in)
	}
	marks := map[string]int{}
	var keys [][]byte
	var atoms []survey.Bits
	s.base.Each(func(r int) {
		key := make([]byte, len(sets))
		for i, set := range sets {
			if set.Has(r) {
				key[i] = 1
			}
		}
		at, known := marks[string(key)]
		if !known {
			at = len(atoms)
			marks[string(key)] = at
			keys, atoms = append(keys, key), append(atoms, survey.NewBits(64*len(s.base)))
		}
		atoms[at].Set(r)
	})
	order := make([]int, len(atoms))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(x, y int) int { return bytes.Compare(keys[x], keys[y]) })
	sorted := make([]survey.Bits, len(atoms))
	for i, at := range order {
		sorted[i] = atoms[at]
	}
	return sorted
}
