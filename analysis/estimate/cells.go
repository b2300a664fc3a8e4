package estimate

import (
	"fmt"

	"benchmark/analysis/exact"
)

// Cells is a table of shares that sum to 1, such as an answer by a group, with
// what a test of it needs.
type Cells struct {
	Rows, Columns int
	// Share holds the share of each cell in the whole table, row by row; of
	// CellTotals its estimated number of units.
	Share []float64
	// Covariance holds the covariances of the shares, a square of Rows·Columns
	// by as many, row by row.
	Covariance []float64
	// N is the number of units in the table and DF their degrees of freedom: units
	// minus strata.
	N  int
	DF float64
}

// Cells returns the table of the units for which row and column hold a number
// below rows and columns; units with a negative one of either are outside it,
// but stay in the sample. It takes the way by influence values, which allows
// calibrated weights and costs units·cells². An empty table has shares 0.
func (d *Design) Cells(row, column []int, rows, columns int) Cells {
	return d.table(row, column, rows, columns, func(is, in []bool) Statistic { return d.Proportion(is, in) })
}

// CellTotals is Cells with estimated numbers of units for shares, and their
// covariances: the tables of Wald's tests.
func (d *Design) CellTotals(row, column []int, rows, columns int) Cells {
	one := ones(len(d.Weights))
	return d.table(row, column, rows, columns, func(is, _ []bool) Statistic { return d.Total(one, is) })
}

// table estimates each cell of a table.
func (d *Design) table(row, column []int, rows, columns int, of func(is, in []bool) Statistic) Cells {
	d.need("rows", len(row), false)
	d.need("columns", len(column), false)
	in, cell := make([]bool, len(row)), make([]int, len(row))
	for i := range row {
		if row[i] >= rows || column[i] >= columns {
			panic(fmt.Sprintf("estimate: unit %d in row %d and column %d of %d by %d", i, row[i], column[i], rows, columns))
		}
		in[i] = row[i] >= 0 && column[i] >= 0
		cell[i] = row[i]*columns + column[i]
	}
	size := rows * columns
	out := Cells{Rows: rows, Columns: columns, Share: make([]float64, size), Covariance: make([]float64, size*size)}
	influence := make([][]float64, size)
	is := make([]bool, len(row))
	for k := range size {
		for i := range is {
			is[i] = in[i] && cell[i] == k
		}
		s := of(is, in)
		out.Share[k], influence[k] = s.Value, s.Influence
	}
	n, strata := d.reach(in)
	out.N, out.DF = n, float64(n-count(strata))
	for k := range size {
		for l := k; l < size; l++ {
			c, _ := d.covariance(influence[k], influence[l], strata)
			out.Covariance[k*size+l], out.Covariance[l*size+k] = c, c
		}
	}
	return out
}

// Cells returns the table of which cells holds, for each cell row by row, the
// sums per stratum. It equals Design.Cells and costs strata·cells³ at most,
// nothing per unit.
func (s *Strata) Cells(rows, columns int, cells [][]Cell) Cells {
	return s.table(rows, columns, cells, false)
}

// CellTotals is Cells with estimated numbers of units for shares, and their
// covariances; it equals Design.CellTotals.
func (s *Strata) CellTotals(rows, columns int, cells [][]Cell) Cells {
	return s.table(rows, columns, cells, true)
}

func (s *Strata) table(rows, columns int, cells [][]Cell, totals bool) Cells {
	size := rows * columns
	if len(cells) != size {
		panic(fmt.Sprintf("estimate: %d cells for a table of %d by %d", len(cells), rows, columns))
	}
	base := make([]Cell, len(s.Sampled))
	for _, cell := range cells {
		for h := range base {
			base[h] = Cell{base[h].N + cell[h].N, base[h].W + cell[h].W, base[h].W2 + cell[h].W2}
		}
		s.check(cell, base)
	}
	out := Cells{Rows: rows, Columns: columns, Share: make([]float64, size), Covariance: make([]float64, size*size),
		N: s.units(base), DF: s.df(base)}
	if out.N == 0 {
		return out
	}
	weight := weightOf(base)
	if totals {
		weight = 1
	}
	for k, cell := range cells {
		out.Share[k] = weightOf(cell) / weight
	}
	covariance := s.totalsCovariance(cells, base)
	// A unit of cell g adds w·(1[g=k]-p_k)/W to the share of cell k: of the covariances
	// T of the weights in the cells, with t their row sums and τ the sum of all,
	// those of the shares are (T - p·t' - t·p' + τ·p·p')/W².
	row := make([]float64, size)
	for k := range size {
		row[k] = sum(size, func(l int) float64 { return covariance[k*size+l] })
	}
	all := sum(size, func(k int) float64 { return row[k] })
	for k := range size {
		for l := k; l < size; l++ {
			c := covariance[k*size+l]
			if !totals {
				p, q := out.Share[k], out.Share[l]
				c = (c - p*row[l] - q*row[k] + p*q*all) / weight / weight
			}
			out.Covariance[k*size+l], out.Covariance[l*size+k] = c, c
		}
	}
	return out
}

// totalsCovariance returns the covariances of the estimated numbers of units in the
// cells of a table, of which base holds those in any.
func (s *Strata) totalsCovariance(cells [][]Cell, base []Cell) []float64 {
	size := len(cells)
	all := make([]float64, size*size)
	strata, alone := s.reached(base)
	in := make([]int, 0, len(base))
	for k, a := range cells {
		in = in[:0] // the strata of the cell that add something
		for h := range a {
			if a[h].N > 0 && s.adds(h) {
				in = append(in, h)
			}
		}
		for l := k; l < size; l++ {
			b := cells[l]
			c := exact.Total(len(in), func(i int) float64 {
				h := in[i]
				return s.jointly(h, &a[h], &b[h], k == l) * correction(s.Sampled[h], s.Population[h])
			})
			c = s.Lonely.scaled(c, strata, alone)
			all[k*size+l], all[l*size+k] = c, c
		}
	}
	return all
}

// jointly returns Σ(u-ū)(v-v̄) over the sampled units of a stratum, u being the weight
// of those in one cell, which has some, and v of those in another or in the same; Σuv
// where one unit was sampled.
func (s *Strata) jointly(h int, a, b *Cell, same bool) float64 {
	n := float64(s.Sampled[h])
	switch {
	case !same:
		return -a.W * b.W / n // nobody is in both
	case s.Sampled[h] == 1:
		return a.W2
	}
	mean := a.W / n
	between := a.W/float64(a.N) - mean
	return a.within() + float64(a.N)*between*between + float64(s.Sampled[h]-a.N)*mean*mean
}
