package disclosure

import (
	"math"

	"benchmark/survey"
)

// nothing is what counts as zero in a system of small whole numbers.
const nothing = 1e-9

// system is what is shown as equations: a row for the base and for each shown
// group, a column for each cell. Behind the columns stands of which shown sets a
// row is made.
type system struct {
	cells int
	rows  [][]float64
	// shown are the groups of the rows; the base is none.
	shown []group
	// filled are where the solved rows are not zero, once it is known.
	filled [][]int
}

// span returns the hidden groups and the cells of which the counts follow from
// what is shown by any sum and difference, however roundabout: where two
// breakdowns and their combinations are shown, a hidden combination can follow
// from a chain of others, each of which alone tells nothing.
func span(cells int, base survey.Bits, breakdowns []Breakdown, verdicts [][]Verdict) []deduction {
	s := newSystem(cells, base, breakdowns, verdicts)
	pivots := s.solve()
	var found []deduction
	for c, at := range pivots {
		if at >= 0 && s.alone(at, c) {
			cell := survey.NewBits(cells)
			cell.Set(c)
			found = append(found, s.deduction(cell, s.rows[at][cells:]))
		}
	}
	for b, parts := range breakdowns {
		for p, part := range parts {
			if verdicts[b][p] != Shown {
				if made, ok := s.made(part, pivots); ok {
					found = append(found, s.deduction(part, made))
				}
			}
		}
	}
	return found
}

// newSystem returns the equations of what is shown.
func newSystem(cells int, base survey.Bits, breakdowns []Breakdown, verdicts [][]Verdict) *system {
	s := &system{cells: cells}
	sets := []survey.Bits{base}
	for b, parts := range breakdowns {
		for p, part := range parts {
			if verdicts[b][p] == Shown && part.Count() > 0 {
				sets, s.shown = append(sets, part), append(s.shown, group{b, p})
			}
		}
	}
	wide := s.cells + len(sets)
	room := make([]float64, len(sets)*wide)
	s.filled = make([][]int, len(sets))
	for i, set := range sets {
		row := room[i*wide : (i+1)*wide]
		s.mark(set, row)
		row[s.cells+i] = 1
		s.rows = append(s.rows, row)
	}
	return s
}

// mark puts 1 in a row for each cell of a set.
func (s *system) mark(set survey.Bits, row []float64) {
	set.Each(func(c int) { row[c] = 1 })
}

// solve brings the rows in reduced echelon form and returns, for each cell, the
// row that begins with it, or -1.
func (s *system) solve() []int {
	pivots := make([]int, s.cells)
	// begins are the columns before which there is nothing in the rows that are left.
	begins, filled := make([]int, len(s.rows)), []int(nil)
	next := 0
	for c := range s.cells {
		pivots[c] = -1
		best, most := next, 0.0
		for r := next; r < len(s.rows); r++ {
			if begins[r] <= c {
				begins[r] += leading(s.rows[r][begins[r]:s.cells])
			}
			if begins[r] > c {
				continue
			}
			if x := math.Abs(s.rows[r][c]); x > most {
				best, most = r, x
			}
		}
		if next == len(s.rows) || most < nothing {
			continue
		}
		s.rows[next], s.rows[best] = s.rows[best], s.rows[next]
		begins[best] = begins[next]
		scale(s.rows[next], s.rows[next][c])
		filled = nonzero(s.rows[next], filled[:0])
		for r := range s.rows {
			if r != next {
				subtractRow(s.rows[r], s.rows[next], s.rows[r][c], filled)
			}
		}
		pivots[c] = next
		next++
	}
	return pivots
}

// leading is how many numbers of a row before the first that is not zero.
func leading(row []float64) int {
	for i, x := range row {
		if x != 0 {
			return i
		}
	}
	return len(row)
}

func scale(row []float64, by float64) {
	for i := range row {
		row[i] /= by
	}
}

// nonzero appends where a row is not zero.
func nonzero(row []float64, at []int) []int {
	for i, x := range row {
		if x != 0 {
			at = append(at, i)
		}
	}
	return at
}

// subtractRow takes factor times another row, which is not zero in the places that are
// filled, off a row.
func subtractRow(row, other []float64, factor float64, filled []int) {
	if factor == 0 {
		return
	}
	for _, i := range filled {
		if row[i] -= factor * other[i]; math.Abs(row[i]) < nothing {
			row[i] = 0
		}
	}
}

// alone reports whether a solved row tells of no other cell.
func (s *system) alone(row, cell int) bool {
	for c := range s.cells {
		if c != cell && s.rows[row][c] != 0 {
			return false
		}
	}
	return true
}

// made returns of which shown sets a set is a sum, if it is one.
func (s *system) made(set survey.Bits, pivots []int) ([]float64, bool) {
	left := make([]float64, s.cells+len(s.shown)+1)
	s.mark(set, left)
	for c, at := range pivots {
		if at < 0 || left[c] == 0 {
			continue
		}
		if s.filled[at] == nil {
			s.filled[at] = nonzero(s.rows[at], nil)
		}
		subtractRow(left, s.rows[at], left[c], s.filled[at])
	}
	for c := range s.cells {
		if left[c] != 0 {
			return nil, false
		}
	}
	return left[s.cells:], set.Count() > 0
}

// deduction names the shown groups that a sum is made of.
func (s *system) deduction(set survey.Bits, made []float64) deduction {
	d := deduction{set: set}
	for i, factor := range made[1:] {
		if factor != 0 {
			d.from = append(d.from, s.shown[i])
		}
	}
	// What one group makes is that group itself, which is shown.
	d.shown = len(d.from) == 1 && made[0] == 0
	return d
}
