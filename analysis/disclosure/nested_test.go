package disclosure

import (
	"math"
	"testing"

	"benchmark/survey"

	"pgregory.net/rapid"
)

// nested draws a world with an outer and an inner breakdown and one by both.
// Members of no group of the inner one are in none of the nested groups.
func nested(t *rapid.T, most int) world {
	n := rapid.IntRange(5, most).Draw(t, "n")
	outer, inner := rapid.IntRange(1, 4).Draw(t, "outer groups"), rapid.IntRange(1, 4).Draw(t, "inner groups")
	// A skewed draw, so that groups of all sizes occur.
	skewed := func(k int) *rapid.Generator[int] {
		return rapid.Custom(func(t *rapid.T) int {
			return min(rapid.IntRange(0, k-1).Draw(t, "a"), rapid.IntRange(0, k-1).Draw(t, "b"))
		})
	}
	w := world{
		answer: rapid.SliceOfN(rapid.IntRange(0, 2), n, n).Draw(t, "answers"),
		groups: [][]int{
			rapid.SliceOfN(skewed(outer), n, n).Draw(t, "outer"),
			rapid.SliceOfN(rapid.Map(skewed(inner+1), func(g int) int { return inner - 1 - g }), n, n).Draw(t, "inner"),
		},
	}
	both := make([]int, n)
	for i := range both {
		both[i] = -1
		if in := w.groups[1][i]; in >= 0 {
			both[i] = w.groups[0][i]*inner + in
		}
	}
	w.groups = append(w.groups, both)
	return w
}

// follows reports whether the count of a set is a sum of multiples of the counts
// of the known sets: whether someone who subtracts knows it. Respondents in the
// same sets are one unknown.
func follows(set survey.Bits, known []survey.Bits, n int) bool {
	place := map[string]int{}
	var columns []int // a respondent of each unknown
	for i := range n {
		key := make([]byte, 0, len(known)+1)
		for _, k := range append(known[:len(known):len(known)], set) {
			mark := byte('0')
			if k.Has(i) {
				mark = '1'
			}
			key = append(key, mark)
		}
		if _, seen := place[string(key)]; !seen {
			place[string(key)] = len(columns)
			columns = append(columns, i)
		}
	}
	row := func(s survey.Bits) []float64 {
		r := make([]float64, len(columns))
		for c, i := range columns {
			if s.Has(i) {
				r[c] = 1
			}
		}
		return r
	}
	var echelon [][]float64
	reduce := func(r []float64) int {
		for _, e := range echelon {
			lead := 0
			for e[lead] == 0 {
				lead++
			}
			if f := r[lead] / e[lead]; f != 0 {
				for c := range r {
					if r[c] -= f * e[c]; math.Abs(r[c]) < 1e-9 {
						r[c] = 0
					}
				}
			}
		}
		for c, x := range r {
			if x != 0 {
				return c
			}
		}
		return -1
	}
	for _, k := range known {
		if r := row(k); reduce(r) >= 0 {
			echelon = append(echelon, r)
		}
	}
	return reduce(row(set)) < 0
}

// Whoever adds and subtracts all that is shown, in whatever way, never arrives
// at a hidden group of too few answers.
func TestNoSmallGroupFollowsFromItsParents(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := nested(t, 80)
		base := w.base()
		total, verdicts := w.rule().Hide(base, w.breakdowns())
		if total != Shown {
			return
		}
		known := []survey.Bits{base}
		for b, parts := range w.breakdowns() {
			for p, part := range parts {
				if verdicts[b][p] == Shown && part.Count() > 0 {
					known = append(known, part)
				}
			}
		}
		for b, parts := range w.breakdowns() {
			for p, part := range parts {
				if n := part.Count(); n > 0 && n < 5 && follows(part, known, len(w.answer)) {
					t.Fatalf("breakdown %d, group %d of %d follows from what is shown: %v", b, p, n, verdicts)
				}
			}
		}
	})
}

// Towns are in three classes or in none, regions in all three; one region alone
// is in the first. Shown are all totals, and the second and third class of the
// towns: these leave the regions of the two, and the regions less those the one.
func TestWhatFollowsFromAChain(t *testing.T) {
	w := world{groups: make([][]int, 3)}
	for _, c := range []struct{ outer, inner, answer, n int }{
		{0, -1, 0, 5}, {0, 0, 0, 4}, {0, 0, 1, 1}, {0, 1, 0, 6}, {0, 2, 0, 36},
		{1, 0, 0, 1}, {1, 1, 0, 4}, {1, 1, 1, 1}, {1, 2, 0, 4}, {1, 2, 1, 1},
	} {
		for range c.n {
			w.answer = append(w.answer, c.answer)
			both := -1
			if c.inner >= 0 {
				both = 3*c.outer + c.inner
			}
			for d, g := range []int{c.outer, c.inner, both} {
				w.groups[d] = append(w.groups[d], g)
			}
		}
	}
	_, verdicts := w.rule().Hide(w.base(), w.breakdowns())
	known := []survey.Bits{w.base()}
	for b, parts := range w.breakdowns() {
		for p, part := range parts {
			if verdicts[b][p] == Shown {
				known = append(known, part)
			}
		}
	}
	if alone := w.breakdowns()[2][3]; alone.Count() != 1 || follows(alone, known, len(w.answer)) {
		t.Errorf("what the region said follows from %v", verdicts)
	}
}
