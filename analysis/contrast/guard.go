package contrast

import (
	"fmt"
	"math"
)

// Guard says when a test on Cells is withheld although it can be computed. The
// zero Guard never withholds, which is what R's svychisq does.
type Guard struct {
	// Least withholds the test when an expected count is below it, for
	// SmallExpected. Cochran's lower limit is 1.
	Least float64
	// Constant withholds the test when all units of a group answer as one, or all
	// units with an answer are of one group, and the smallest expected count in
	// that row or column is below Constant, for ConstantGroup. The linearised
	// variance of such a group is 0 whatever its size, and with two bodies that
	// is no knowledge.
	Constant float64
	// Counts are the units per cell, row-major. When nil, share times N stands in,
	// which flatters small groups with large weights.
	Counts []int
}

// Cautious is the guard for figures that are published: no expected count below
// 1, and no group that answers as one with an expected count below 5 (W.G.
// Cochran, Some methods for strengthening the common χ² tests, Biometrics 10,
// 1954). counts are the units per cell, or nil.
func Cautious(counts []int) Guard { return Guard{Least: 1, Constant: 5, Counts: counts} }

// check returns why the test on the cells is withheld, or Done. Rows and columns
// without any share are no part of the table.
func (g Guard) check(c Cells) Reason {
	size := func(cell int) float64 { return c.Share[cell] * float64(c.N) }
	if g.Counts != nil {
		if len(g.Counts) != len(c.Share) {
			panic(fmt.Sprintf("contrast: %d counts of %d cells", len(g.Counts), len(c.Share)))
		}
		size = func(cell int) float64 { return float64(g.Counts[cell]) }
	}
	rows, columns, total := margins(c.Rows, c.Columns, size)
	reason := Done
	for i, row := range rows {
		for j, column := range columns {
			if row == 0 || column == 0 {
				continue
			}
			expected := row * column / total
			if expected < g.Least {
				return SmallExpected
			}
			// The group answers as one when a single cell holds all of it.
			own := size(i*c.Columns + j)
			if own == 0 && expected < g.Constant && (single(c, i, -1, size) || single(c, -1, j, size)) {
				reason = ConstantGroup
			}
		}
	}
	return reason
}

// single reports whether one cell holds all of row i, or of column j when i < 0.
func single(c Cells, i, j int, size func(int) float64) bool {
	used := 0
	for cell := range c.Share {
		if (cell/c.Columns == i || cell%c.Columns == j) && size(cell) > 0 {
			used++
		}
	}
	return used == 1
}

// margins returns the sums per row and per column and the total.
func margins(rows, columns int, size func(cell int) float64) (row, column []float64, total float64) {
	row, column = make([]float64, rows), make([]float64, columns)
	for cell := range rows * columns {
		x := size(cell)
		row[cell/columns] += x
		column[cell%columns] += x
		total += x
	}
	return row, column, total
}

// checkCells panics unless the cells keep their promises; sum is what the shares must
// add up to, or NaN when they may have any positive sum.
func checkCells(c Cells, sum float64) {
	k := c.Rows * c.Columns
	if k <= 0 || len(c.Share) != k || len(c.Covariance) != k*k {
		panic(fmt.Sprintf("contrast: %d shares and %d covariances in %d x %d cells",
			len(c.Share), len(c.Covariance), c.Rows, c.Columns))
	}
	total := 0.0
	for _, p := range c.Share {
		if !(p >= 0) || math.IsInf(p, 1) {
			panic(fmt.Sprintf("contrast: a cell holds %v", p))
		}
		total += p
	}
	if c.N > 0 && math.Abs(total-sum) > 1e-6 {
		panic(fmt.Sprintf("contrast: shares sum to %v", total))
	}
}

// keptCells returns the table without the rows and columns that have no share.
func keptCells(c Cells) Cells {
	row, column, _ := margins(c.Rows, c.Columns, func(cell int) float64 { return c.Share[cell] })
	var cells []int
	for cell := range c.Share {
		if row[cell/c.Columns] > 0 && column[cell%c.Columns] > 0 {
			cells = append(cells, cell)
		}
	}
	if len(cells) == len(c.Share) {
		return c
	}
	left := Cells{Rows: positive(row), Columns: positive(column), N: c.N, DF: c.DF}
	for _, a := range cells {
		left.Share = append(left.Share, c.Share[a])
		for _, b := range cells {
			left.Covariance = append(left.Covariance, c.Covariance[a*len(c.Share)+b])
		}
	}
	return left
}

// positive counts the numbers above 0.
func positive(xs []float64) int {
	n := 0
	for _, x := range xs {
		if x > 0 {
			n++
		}
	}
	return n
}
