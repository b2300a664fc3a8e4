package position

import (
	"benchmark/analysis"
	"benchmark/survey"
)

// What a reader can find out
//
// Shown groups cut the others who answered into cells: those who are in the same
// shown groups. The figures tell the sum of the yes-answers of the cells in each
// group. A move adds one yes to some cells and takes one from others so that
// every shown sum stays as it is; where there is a move the reader can't tell the
// answers as they are from those after it. The answers of a cell are safe when it
// has both answers in it, since nothing tells who gave which, or when a move
// changes it. The sum of a small set of cells is safe when a move changes it.
//
// Only moves by one in at most four cells are looked for. Where they miss one a
// figure is hidden for nothing; what they find is a real doubt, so that nothing is
// shown that can be deduced.

// cell is those who are in the same shown groups: in group g where bit g of in is
// set; how many they are, and how many of them say yes.
type cell struct {
	in      uint64
	members survey.Bits
	n, yes  int
}

// cellar is cells, a bit of a set of cells for each.
type cellar []cell

// statuses returns for every group of a respondent, who is not in them, whether its
// figure may be shown to it; it is taken to know the figures of the reference and
// of the tables of the study too.
func (st *Study) statuses(x *Indicator, groups []Group) []analysis.Status {
	others := x.base.Intersect(groups[0].members)
	shown := within(x.published, others)
	known := join(shown, within(x.tabled, others))
	statuses := make([]analysis.Status, len(groups))
	for g := range groups {
		of := others.Intersect(groups[g].members)
		n := of.Count()
		switch {
		case n == 0:
			statuses[g] = analysis.NoAnswers
		case !x.Protected || st.options.Disclosure == analysis.Unprotected:
			statuses[g] = analysis.Estimated
		case n < MinimumOthers:
			statuses[g] = analysis.HiddenSmall
		case !st.safe(x, append(shown, of)), st.tellsMore(x, known, append(shown, of)):
			statuses[g] = analysis.HiddenOthers
		default:
			statuses[g] = analysis.Estimated
			shown = append(shown, of)
		}
	}
	return statuses
}

// safe reports whether the figures of the groups together tell nobody's answer.
func (st *Study) safe(x *Indicator, shown []survey.Bits) bool {
	cells := cellsOf(x, shown)
	return cells != nil && st.inDoubt(x, cells)
}

// safeForAll reports the same for every reader, one of the members among them:
// who knows its own answer sees through groups that are one smaller.
func (st *Study) safeForAll(x *Indicator, shown []survey.Bits) bool {
	cells := cellsOf(x, shown)
	if cells == nil || !st.inDoubt(x, cells) {
		return false
	}
	for k := range cells {
		readers := []cell{cells[k].without(cells[k].members.Intersect(x.yes), 1), cells[k].without(cells[k].members.Without(x.yes), 0)}
		for _, left := range readers {
			if left.n == cells[k].n {
				continue // nobody gave that answer
			}
			whole := cells[k]
			cells[k] = left
			fine := st.inDoubt(x, cells)
			cells[k] = whole
			if !fine {
				return false
			}
		}
	}
	return true
}

// without returns the cell without the first of some of its members, who say yes
// or not.
func (c cell) without(of survey.Bits, yes int) cell {
	first := survey.NewBits(64 * len(of))
	of.Each(func(r int) {
		if first.Count() == 0 {
			first.Set(r)
		}
	})
	if first.Count() == 0 {
		return c
	}
	c.members, c.n, c.yes = c.members.Without(first), c.n-1, c.yes-yes
	return c
}

// cellsOf returns the cells into which groups cut their members; nil when there
// are more groups or cells than can be looked at.
func cellsOf(x *Indicator, shown []survey.Bits) cellar {
	if len(shown) > groupsInSums {
		return nil
	}
	at := make(map[uint64]int)
	cells := cellar{}
	for r := range 64 * len(x.base) {
		in := uint64(0)
		for g := range shown {
			if shown[g].Has(r) {
				in |= 1 << g
			}
		}
		if in == 0 {
			continue
		}
		k, known := at[in]
		if !known {
			k = len(cells)
			at[in] = k
			cells = append(cells, cell{in: in, members: survey.NewBits(64 * len(x.base))})
		}
		cells[k].members.Set(r)
		cells[k].n++
		if x.yes.Has(r) {
			cells[k].yes++
		}
	}
	if len(cells) > 60 {
		return nil
	}
	return cells
}

// inDoubt reports whether the sums of the shown groups leave every answer, and
// the sum of every small set of cells, in doubt. Of numbers a cell is exposed
// when all are equal.
func (st *Study) inDoubt(x *Indicator, cells cellar) bool {
	doubtful := lazily(func() []move { return movesOf(cells, cells.takes(!x.Amount)) })
	for k := range cells {
		if st.uniform(x, cells[k].members) && !doubtful(1<<k) {
			return false
		}
	}
	return smallInDoubt(cells, doubtful)
}

// uniform reports whether all of a set, which has members, gave the same answer.
func (st *Study) uniform(x *Indicator, set survey.Bits) bool {
	n := set.Count()
	if x.Amount {
		return allEqual(st.survey.Columns[x.question].Numbers(), set)
	}
	yes := set.And(x.yes)
	return n > 0 && (yes == 0 || yes == n)
}

// lazily returns whether a move changes the sum of a set of cells, and looks for the
// moves when that is first asked.
func lazily(find func() []move) func(set uint64) bool {
	var moves []move
	looked := false
	return func(set uint64) bool {
		if !looked {
			moves, looked = find(), true
		}
		return changed(moves, set)
	}
}

// takes returns whether a cell can gain (1) or lose (-1) a yes; possible asks that
// the number stays between 0 and the size of the cell.
func (cells cellar) takes(possible bool) func(k int, by int64) bool {
	return func(k int, by int64) bool {
		c := &cells[k]
		return !possible || by > 0 && c.yes < c.n || by < 0 && c.yes > 0
	}
}

// move says which cells gain a yes and which lose one, a bit a cell.
type move struct{ up, down uint64 }

// changed reports whether a move changes the sum of a set of cells.
func changed(moves []move, set uint64) bool {
	for _, m := range moves {
		if ones(m.up&set) != ones(m.down&set) {
			return true
		}
	}
	return false
}

func ones(x uint64) int { return survey.Bits{x}.Count() }

// sums is the change of the sum of every shown group, four bits each.
type sums [2]int64

// groupsInSums is how many groups fit in sums.
const groupsInSums = 30

func (s sums) plus(in uint64, by int64) sums {
	for g := range groupsInSums {
		if in&(1<<g) != 0 {
			s[g/15] += by << (4 * (g % 15))
		}
	}
	return s
}

// movesOf returns the moves in two to four cells; takes tells which can gain (1) or
// lose (-1) a yes. Moves are made of two halves of which the changes of the sums
// cancel out.
func movesOf(cells cellar, takes func(k int, by int64) bool) []move {
	halves := make(map[sums][]move)
	var order []sums
	add := func(s sums, m move) {
		if _, known := halves[s]; !known {
			order = append(order, s)
		}
		halves[s] = append(halves[s], m)
	}
	for j := range cells {
		for _, by := range []int64{1, -1} {
			if takes(j, by) {
				add(sums{}.plus(cells[j].in, by), move{}.with(j, by))
			}
		}
		for k := range j {
			for _, by := range [][2]int64{{1, 1}, {1, -1}, {-1, 1}, {-1, -1}} {
				if !takes(j, by[0]) || !takes(k, by[1]) {
					continue
				}
				add(sums{}.plus(cells[j].in, by[0]).plus(cells[k].in, by[1]), move{}.with(j, by[0]).with(k, by[1]))
			}
		}
	}
	moves := halves[sums{}]
	for _, s := range order {
		for _, m := range halves[s] {
			for _, other := range halves[sums{-s[0], -s[1]}] {
				if (m.up|m.down)&(other.up|other.down) == 0 {
					moves = append(moves, move{m.up | other.up, m.down | other.down})
				}
			}
		}
	}
	return moves
}

func (m move) with(k int, by int64) move {
	if by > 0 {
		m.up |= 1 << k
	} else {
		m.down |= 1 << k
	}
	return m
}

// smallInDoubt reports whether a move changes the sum of every set of cells that
// holds fewer than MinimumOthers.
func smallInDoubt(cells cellar, doubtful func(set uint64) bool) bool {
	var look func(from, n int, set uint64) bool
	look = func(from, n int, set uint64) bool {
		if n >= MinimumOthers {
			return true
		}
		if n > 0 && !doubtful(set) {
			return false
		}
		for k := from; k < len(cells); k++ {
			if !look(k+1, n+cells[k].n, set|1<<k) {
				return false
			}
		}
		return true
	}
	return look(0, 0, 0)
}

// allEqual reports whether all members gave the same number.
func allEqual(numbers []float64, members survey.Bits) bool {
	first, equal, found := 0.0, true, false
	members.Each(func(r int) {
		if !found {
			first, found = numbers[r], true
		}
		equal = equal && numbers[r] == first
	})
	return equal
}
