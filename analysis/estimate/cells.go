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
	if len(cells) != rows*columns {
		panic(fmt.Sprintf("estimate: %d cells for a table of %d by %d", len(cells), rows, columns))
	}
	every := make([]int, len(s.Sampled))
	for h := range every {
		every[h] = h
	}
	of := make([]Column, columns)
	for g := range of {
		of[g] = Column{Strata: every, Cells: make([][]Cell, rows)}
		for r := range rows {
			of[g].Cells[r] = cells[r*columns+g]
		}
	}
	size := rows * columns
	return s.Crossed(rows, of, totals, make([]float64, size+size*size))
}

// Column is a group of units as a column of a table: the strata that they are in, going
// up, and for each row the sums of these.
type Column struct {
	Strata []int
	Cells  [][]Cell
}

// Crossed is Cells, or with totals CellTotals, of columns that may each be in a few of
// the strata. It puts the numbers in room, which has one for each cell and its square.
func (s *Strata) Crossed(rows int, columns []Column, totals bool, room []float64) Cells {
	size := rows * len(columns)
	base := s.basis(rows, columns)
	out := Cells{Rows: rows, Columns: len(columns), N: s.units(base), DF: s.df(base)}
	clear(room)
	out.Share, out.Covariance = room[:size:size], room[size:size+size*size]
	if out.N == 0 {
		return out
	}
	weight := weightOf(base)
	if totals {
		weight = 1
	}
	for r := range rows {
		for g := range columns {
			out.Share[r*len(columns)+g] = weightOf(columns[g].Cells[r]) / weight
		}
	}
	s.totalsCovariance(out.Covariance, rows, columns, base)
	if !totals {
		out.ofShares(weight)
	}
	return out
}

// ofShares turns the covariances of totals into those of shares of a whole. A unit of
// cell g adds w·(1[g=k]-p_k)/W to the share of cell k: of the covariances T of the
// weights in the cells, with t their row sums and τ the sum of all, those of the shares
// are (T - p·t' - t·p' + τ·p·p')/W².
func (c *Cells) ofShares(weight float64) {
	size := len(c.Share)
	row := make([]float64, size)
	for k := range size {
		row[k] = exact.Of(c.Covariance[k*size : (k+1)*size])
	}
	all := exact.Of(row)
	for k, p := range c.Share {
		for l := k; l < size; l++ {
			q := c.Share[l]
			of := (c.Covariance[k*size+l] - p*row[l] - q*row[k] + p*q*all) / weight / weight
			c.Covariance[k*size+l], c.Covariance[l*size+k] = of, of
		}
	}
}

// basis returns the cells of the units in any cell of a table.
func (s *Strata) basis(rows int, columns []Column) []Cell {
	base := make([]Cell, len(s.Sampled))
	for r := range rows {
		for g := range columns {
			for i, h := range columns[g].Strata {
				c := &columns[g].Cells[r][i]
				base[h] = Cell{base[h].N + c.N, base[h].W + c.W, base[h].W2 + c.W2}
			}
		}
	}
	s.check(base, base)
	return base
}

// totalsCovariance fills in the covariances of the estimated numbers of units in the
// cells of a table, of which base holds those in any.
func (s *Strata) totalsCovariance(all []float64, rows int, columns []Column, base []Cell) {
	size := rows * len(columns)
	strata, alone := s.reached(base)
	var room [manyStrata]common
	var terms [manyStrata]float64
	for g := range columns {
		for other := g; other < len(columns); other++ {
			both := s.common(room[:0], &columns[g], &columns[other])
			if len(both) == 0 {
				continue
			}
			for r := range rows {
				first := 0
				if other == g {
					first = r
				}
				for q := first; q < rows; q++ {
					c := s.covariance(terms[:0], both, columns[g].Cells[r], columns[other].Cells[q], g == other && r == q)
					c = s.Lonely.scaled(c, strata, alone)
					k, l := r*len(columns)+g, q*len(columns)+other
					all[k*size+l], all[l*size+k] = c, c
				}
			}
		}
	}
}

// common is a stratum h that two columns are in and that adds to a variance: its places
// in these.
type common struct {
	h, i, j    int
	correction float64
}

// common appends the strata that are in both columns.
func (s *Strata) common(both []common, a, b *Column) []common {
	j := 0
	for i, h := range a.Strata {
		for j < len(b.Strata) && b.Strata[j] < h {
			j++
		}
		if j < len(b.Strata) && b.Strata[j] == h && s.adds(h) {
			both = append(both, common{h, i, j, correction(s.Sampled[h], s.Population[h])})
		}
	}
	return both
}

// covariance returns that of the numbers of units in two cells, but for what lonely
// strata add.
func (s *Strata) covariance(terms []float64, both []common, a, b []Cell, same bool) float64 {
	for _, c := range both {
		if a[c.i].N > 0 && b[c.j].N > 0 {
			terms = append(terms, s.jointly(c.h, &a[c.i], &b[c.j], same)*c.correction)
		}
	}
	return exact.Of(terms)
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
