package disclosure

import (
	"bytes"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"benchmark/survey"
)

// drawn are a rule, a base and breakdowns that are drawn with a seed: groups that cross,
// nest or overlap, and that hold others than the base too.
func drawn(seed uint64) (Rule, survey.Bits, []Breakdown) {
	draw := rand.New(rand.NewPCG(2018, seed))
	members := 1 + draw.IntN(150)
	r := Rule{Minimum: 1 + draw.IntN(6), Several: draw.IntN(4) == 0, Sizes: make([]int, members), Answers: make([][]int, 1+draw.IntN(4))}
	base := survey.NewBits(members)
	most := 1 + draw.IntN(3)
	for o := range r.Answers {
		r.Answers[o] = make([]int, members)
	}
	for i := range members {
		if draw.IntN(12) > 0 {
			base.Set(i)
		}
		r.Sizes[i] = draw.IntN(most + 1)
		for range r.Sizes[i] {
			if o := max(0, draw.IntN(len(r.Answers)+9)-8); o < len(r.Answers) {
				r.Answers[o][i]++
			}
		}
	}
	var breakdowns []Breakdown
	for range 1 + draw.IntN(3) {
		k := 1 + draw.IntN(12)
		parts := make(Breakdown, k)
		for p := range parts {
			parts[p] = survey.NewBits(members)
		}
		overlap := draw.IntN(5) == 0
		for i := range members {
			parts[min(draw.IntN(k), draw.IntN(k))].Set(i)
			if overlap {
				parts[draw.IntN(k)].Set(i)
			}
		}
		if len(breakdowns) > 0 && draw.IntN(3) == 0 {
			var nested Breakdown
			for _, p := range breakdowns[0] {
				nested = append(nested, p.Intersect(parts[0]), p.Without(parts[0]))
			}
			parts = nested
		}
		breakdowns = append(breakdowns, parts)
	}
	return r, base, breakdowns
}

// judged is a judge who has hidden some groups by chance.
func judged(seed uint64) *judge {
	r, base, breakdowns := drawn(seed)
	j := r.newJudge(base, breakdowns)
	draw := rand.New(rand.NewPCG(seed, 1))
	for _, of := range j.verdicts {
		for p := range of {
			of[p] = Verdict(max(0, draw.IntN(5)-2))
		}
	}
	return j
}

// TestCells: cells are those of the base who are in the same groups, in the order of the
// first of each, and a puzzle has them in the order of what they are in.
func TestCells(t *testing.T) {
	t.Parallel()
	for seed := range uint64(500) {
		r, base, breakdowns := drawn(seed)
		j := r.newJudge(base, breakdowns)
		cells := map[string]int{}
		var marks [][]byte
		var sizes []int
		base.Each(func(i int) {
			mark := []byte{}
			for _, parts := range breakdowns {
				for _, part := range parts {
					mark = append(mark, byte(part[i>>6]>>(i&63)&1))
				}
			}
			c, known := cells[string(mark)]
			if !known {
				c = len(marks)
				cells[string(mark)], marks, sizes = c, append(marks, mark), append(sizes, 0)
			}
			sizes[c] += r.Sizes[i]
			if got := j.cell[i] - 1; got != c {
				t.Fatalf("seed %d: member %d is of cell %d, want %d", seed, i, got, c)
			}
		})
		if !slices.Equal(j.sizes, sizes) {
			t.Fatalf("seed %d: cells of %v, want %v", seed, j.sizes, sizes)
		}
		group := 0
		for b, parts := range j.breakdowns {
			for p, part := range parts {
				n := 0
				for c, mark := range marks {
					if part.Has(c) != (mark[group] == 1) {
						t.Fatalf("seed %d: cell %d is in group %d: %v", seed, c, group, part.Has(c))
					}
					n += int(mark[group]) * sizes[c]
				}
				if j.n[b][p] != n {
					t.Fatalf("seed %d: group %d has %d, want %d", seed, group, j.n[b][p], n)
				}
				group++
			}
		}
		order := j.ordered()
		if len(order) != len(marks) || !slices.IsSortedFunc(order, func(x, y int) int { return bytes.Compare(marks[x], marks[y]) }) {
			t.Fatalf("seed %d: the order is %v", seed, order)
		}
	}
}

// TestSums: the sums of a puzzle are those that count an answer of an atom, and atoms are
// alike that are part of the same ones.
func TestSums(t *testing.T) {
	t.Parallel()
	for seed := range uint64(500) {
		j := judged(seed)
		for _, p := range j.puzzles(j.ordered()) {
			s := p.sums()
			in := make([]string, len(p.Given))
			for a := range p.Given {
				for o := range p.Given[a] {
					var want []int32
					for i := range p.Known {
						if p.Known[i].In.Has(a) && p.Known[i].Of>>o&1 == 1 {
							want = append(want, int32(i))
						}
					}
					if got := s.of(a, o); !slices.Equal(got, want) {
						t.Fatalf("seed %d: answer %d of atom %d is in sums %v, want %v", seed, o, a, got, want)
					}
				}
				for i := range p.Known {
					if p.Known[i].In.Has(a) {
						in[a] += fmt.Sprint(i, " ")
					}
				}
			}
			classes, of := s.classes(false)
			last := -1
			for k, class := range classes {
				if class[0] <= last {
					t.Fatalf("seed %d: class %d begins with %d, the one before it with %d", seed, k, class[0], last)
				}
				last = class[0]
			}
			for a := range of {
				if !slices.Contains(classes[of[a]], a) {
					t.Fatalf("seed %d: atom %d is not in its class", seed, a)
				}
				for b := range of {
					if (of[a] == of[b]) != (in[a] == in[b]) {
						t.Fatalf("seed %d: atoms %d and %d are alike: %v", seed, a, b, of[a] == of[b])
					}
				}
			}
		}
	}
}

// deduceBySets deduces as deduce does, by comparing whole sets.
func deduceBySets(j *judge) []deduction {
	without := func(whole deduction, b int) (deduction, bool) {
		rest := deduction{set: whole.set, from: slices.Clone(whole.from)}
		for p, part := range j.breakdowns[b] {
			inside := whole.set.And(part)
			if inside == 0 {
				continue
			}
			if inside != part.Count() || rest.set.And(part) != inside {
				return deduction{}, false
			}
			if j.verdicts[b][p] == Shown {
				rest.set, rest.from = rest.set.Without(part), append(rest.from, group{b, p})
			}
		}
		return rest, rest.set.Count() < whole.set.Count()
	}
	subtract := func(sets []deduction) []deduction {
		for i := 0; i < len(sets); i++ {
			for b := range j.breakdowns {
				if rest, ok := without(sets[i], b); ok {
					sets = add(sets, rest)
				}
			}
		}
		return sets
	}
	sets := []deduction{{set: j.base, shown: true}}
	for b, parts := range j.breakdowns {
		for p, part := range parts {
			if j.verdicts[b][p] == Shown && part.Count() > 0 {
				sets = add(sets, deduction{part, []group{{b, p}}, true})
			}
		}
	}
	sets = subtract(sets)
	for i, n := 0, len(sets); i < n; i++ {
		for k := range n {
			a, b := sets[i], sets[k]
			if n := a.set.And(b.set); n == b.set.Count() && n < a.set.Count() {
				sets = add(sets, deduction{set: a.set.Without(b.set), from: slices.Concat(a.from, b.from)})
			}
		}
	}
	return subtract(sets)
}

// TestDeduce: the same follows as by comparing whole sets, from the same groups.
func TestDeduce(t *testing.T) {
	t.Parallel()
	for seed := range uint64(1000) {
		j := judged(seed)
		got, want := j.deduce(), deduceBySets(j)
		if len(got) != len(want) {
			t.Fatalf("seed %d: %d sets follow, want %d", seed, len(got), len(want))
		}
		for i := range got {
			if !slices.Equal(got[i].set, want[i].set) || !slices.Equal(got[i].from, want[i].from) || got[i].shown != want[i].shown {
				t.Fatalf("seed %d: %v follows, want %v", seed, got[i], want[i])
			}
			tells := false
			for _, given := range j.given {
				in := 0
				got[i].set.Each(func(c int) { in += given[c] })
				tells = tells || in > 0 && in >= j.size(got[i].set)-1
			}
			if j.tells(got[i].set) != tells {
				t.Fatalf("seed %d: %v tells: %v", seed, got[i].set, !tells)
			}
		}
	}
}

// TestSolve: rows are brought in echelon form to the last bit as by looking at each number
// of each of them.
func TestSolve(t *testing.T) {
	t.Parallel()
	for seed := range uint64(500) {
		j := judged(seed)
		s, dense := newSystem(len(j.sizes), j.base, j.breakdowns, j.verdicts), newSystem(len(j.sizes), j.base, j.breakdowns, j.verdicts)
		pivots := s.solve()
		next := 0
		for c := range dense.cells {
			want, best := -1, next
			for r := next; r < len(dense.rows); r++ {
				if math.Abs(dense.rows[r][c]) > math.Abs(dense.rows[best][c]) {
					best = r
				}
			}
			if next < len(dense.rows) && math.Abs(dense.rows[best][c]) >= nothing {
				dense.rows[next], dense.rows[best] = dense.rows[best], dense.rows[next]
				scale(dense.rows[next], dense.rows[next][c])
				for r, row := range dense.rows {
					for i, x := range dense.rows[next] {
						if factor := row[c]; r != next && factor != 0 && i != c {
							if row[i] -= factor * x; math.Abs(row[i]) < nothing {
								row[i] = 0
							}
						}
					}
					if r != next {
						row[c] = 0
					}
				}
				want = next
				next++
			}
			if pivots[c] != want {
				t.Fatalf("seed %d: cell %d begins row %d, want %d", seed, c, pivots[c], want)
			}
		}
		for r := range dense.rows {
			if !slices.Equal(s.rows[r], dense.rows[r]) {
				t.Fatalf("seed %d: row %d is %v, want %v", seed, r, s.rows[r], dense.rows[r])
			}
		}
		for b, parts := range j.breakdowns {
			for p, part := range parts {
				left := make([]float64, len(s.rows[0]))
				s.mark(part, left)
				for c, at := range pivots {
					if factor := left[c]; at >= 0 && factor != 0 {
						subtractRow(left, s.rows[at], factor, nonzero(s.rows[at], nil))
					}
				}
				made, ok := s.made(part, pivots)
				if zero := len(nonzero(left[:s.cells], nil)) == 0 && part.Count() > 0; ok != zero || ok && !slices.Equal(made, left[s.cells:]) {
					t.Fatalf("seed %d: group %d of breakdown %d is made of %v, want %v", seed, p, b, made, left)
				}
			}
		}
	}
}

// TestWorst: the known sum of the fewest atoms that is off is found by any way of getting
// there.
func TestWorst(t *testing.T) {
	t.Parallel()
	for seed := range uint64(300) {
		j := judged(seed)
		draw := rand.New(rand.NewPCG(seed, 2))
		for _, p := range j.puzzles(j.ordered()) {
			s := newSearch(p)
			for range 12 {
				if a := draw.IntN(len(p.Given) + 1); a < len(p.Given) {
					s.move(a, draw.IntN(len(p.Given[a])), draw.IntN(len(p.Given[a])))
				}
				bad, worst := 0, -1
				for i, off := range s.off {
					if off == 0 {
						continue
					}
					if bad++; worst < 0 || p.Known[i].In.Count() < p.Known[worst].In.Count() {
						worst = i
					}
				}
				if got := s.worst(); got != worst || len(s.bad) != bad {
					t.Fatalf("seed %d: sum %d is the worst of %d, want %d of %d", seed, got, len(s.bad), worst, bad)
				}
			}
		}
	}
}

// TestRepairs: the last step of a search is weighed only where it can leave no sum off, and
// as many are counted as tried as there are.
func TestRepairs(t *testing.T) {
	t.Parallel()
	closed := 0
	for seed := range uint64(600) {
		j := judged(seed)
		draw := rand.New(rand.NewPCG(seed, 3))
		for _, p := range j.puzzles(j.ordered()) {
			s := newSearch(p)
			for range (1 + draw.IntN(4)) * min(1, len(p.Given)) {
				a := draw.IntN(len(p.Given))
				if st := (step{a, draw.IntN(len(p.Given[a])), draw.IntN(len(p.Given[a]))}); st.from != st.to && s.takes(st) {
					s.do(st)
				}
			}
			if len(p.Given) > 0 && draw.IntN(2) == 0 {
				s.locked = insider{draw.IntN(len(p.Given)), draw.IntN(2)}
			}
			worst := s.worst()
			if worst < 0 {
				continue
			}
			of, out, tries := p.Known[worst].Of, s.off[worst] > 0, 0
			var want []step
			p.Known[worst].In.Each(func(a int) {
				for from := range s.at[a] {
					for to := range s.at[a] {
						st := step{a, from, to}
						if (of>>from&1 == 1) != out || (of>>to&1 == 1) == out || !s.takes(st) || s.taken(step{a, to, from}) {
							continue
						}
						tries++
						if len(s.bad)+s.worse(st) == 0 {
							want = append(want, st)
						}
					}
				}
			})
			closed += len(want)
			s.tries = draw.IntN(2 * (tries + 1))
			left := max(-1, s.tries-tries)
			if left < 0 {
				want = nil
			}
			if got := s.repairs(1); !slices.Equal(got, want) || s.tries != left {
				t.Fatalf("seed %d: %v repair with %d tries left, want %v with %d", seed, got, s.tries, want, left)
			}
			if got := s.choices(worst); got != tries {
				t.Fatalf("seed %d: %d steps to choose from, want %d", seed, got, tries)
			}
		}
	}
	if closed < 100 {
		t.Errorf("%d steps leave no sum off: the test needs other ones", closed)
	}
}
