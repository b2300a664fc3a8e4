package contrast

import (
	"fmt"
	"math"

	"benchmark/analysis/probability"
)

// Counts is a table of numbers of units, row-major.
type Counts struct {
	Rows, Columns int
	Count         []int // at least 0 each
}

// check panics unless the table keeps its promises.
func (t Counts) check() {
	if t.Rows < 0 || t.Columns < 0 || len(t.Count) != t.Rows*t.Columns {
		panic(fmt.Sprintf("contrast: %d counts in %d x %d cells", len(t.Count), t.Rows, t.Columns))
	}
	for _, n := range t.Count {
		if n < 0 {
			panic(fmt.Sprintf("contrast: a cell counts %d", n))
		}
	}
}

// kept returns the table without its empty rows and columns, and its margins.
func (t Counts) kept() (left Counts, rows, columns []int) {
	row, column := make([]int, t.Rows), make([]int, t.Columns)
	for cell, n := range t.Count {
		row[cell/t.Columns] += n
		column[cell%t.Columns] += n
	}
	for cell, n := range t.Count {
		if row[cell/t.Columns] > 0 && column[cell%t.Columns] > 0 {
			left.Count = append(left.Count, n)
		}
	}
	rows, columns = nonzero(row), nonzero(column)
	left.Rows, left.Columns = len(rows), len(columns)
	return left, rows, columns
}

// nonzero returns the numbers that are not 0.
func nonzero(xs []int) []int {
	var left []int
	for _, x := range xs {
		if x != 0 {
			left = append(left, x)
		}
	}
	return left
}

// total returns the number of units.
func (t Counts) total() int {
	n := 0
	for _, x := range t.Count {
		n += x
	}
	return n
}

// LeastExpected returns the smallest expected count, row total times column
// total over the number of units, among the rows and columns that have units; 0
// for a table without units.
func (t Counts) LeastExpected() float64 {
	t.check()
	_, rows, columns := t.kept()
	if len(rows) == 0 {
		return 0
	}
	row, column := rows[0], columns[0]
	for _, n := range rows {
		row = min(row, n)
	}
	for _, n := range columns {
		column = min(column, n)
	}
	return float64(row) * float64(column) / float64(t.total())
}

// Pearson tests whether rows and columns are independent with Σ(n-e)²/e, e the
// expected counts, held against chi-square with (rows-1)(columns-1) degrees of
// freedom, without a continuity correction. Rows and columns without units are
// no part of the table; OneAnswer when fewer than two of either are left.
//
// Effect is φ with its sign for two by two, positive when the first row goes with
// the first column, and otherwise Cramér's V = √(X²/(n·(min(rows, columns)-1)))
// (H. Cramér, Mathematical methods of statistics, 1946, 21.9).
//
// The chi-square is doubtful when an expected count is below 5: see
// Counts.LeastExpected and Fisher.
func Pearson(t Counts) Result {
	t.check()
	t, rows, columns := t.kept()
	if t.Rows < 2 || t.Columns < 2 {
		return withheld(PearsonChi2, OneAnswer)
	}
	n := float64(t.total())
	x2 := 0.0
	for cell, count := range t.Count {
		e := float64(rows[cell/t.Columns]) * float64(columns[cell%t.Columns]) / n
		d := float64(count) - e
		x2 += d * d / e
	}
	r := Result{
		Name: PearsonChi2, Statistic: x2, DF1: float64((t.Rows - 1) * (t.Columns - 1)),
		Effect: association(t, x2),
	}
	return r.found(probability.ChiSquareTail(x2, r.DF1))
}

// association returns φ or Cramér's V of a table without empty margins.
func association(t Counts, x2 float64) Effect {
	v := math.Sqrt(x2 / float64(t.total()) / float64(min(t.Rows, t.Columns)-1))
	v = min(v, 1)
	if t.Rows != 2 || t.Columns != 2 {
		return Effect{CramerV, v}
	}
	if float64(t.Count[0])*float64(t.Count[3]) < float64(t.Count[1])*float64(t.Count[2]) {
		v = -v
	}
	return Effect{Phi, v}
}
