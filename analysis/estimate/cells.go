package estimate

import "fmt"

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
	shares := out.Share
	if totals { // a unit counts for its own cell alone
		shares = make([]float64, size)
	}
	spread := s.spreads(cells, shares, weight)
	for k := range size {
		for l := k; l < size; l++ {
			of := func(h int) float64 { return spread[h].joint(k, l) }
			c := s.total(base, of, of)
			out.Covariance[k*size+l], out.Covariance[l*size+k] = c, c
		}
	}
	return out
}

// cellSpread is a stratum of a table of shares as what the covariances of its
// cells need: only cells with a unit in the stratum count.
type cellSpread struct {
	at      []int // the cells with a unit
	within  []float64
	n       []float64
	mean    []float64 // weight
	outside float64
	share   []float64 // of every cell, and weight of the whole table
	weight  float64
	uMean   []float64 // mean influence on the share of every cell
}

// spreads returns every stratum of the table.
func (s *Strata) spreads(cells [][]Cell, share []float64, weight float64) []cellSpread {
	all := make([]cellSpread, len(s.Sampled))
	for h, n := range s.Sampled {
		x := cellSpread{share: share, weight: weight, uMean: make([]float64, len(cells))}
		outside := n
		for g := range cells {
			if c := cells[g][h]; c.N > 0 {
				x.at, x.n, x.mean = append(x.at, g), append(x.n, float64(c.N)), append(x.mean, c.W/float64(c.N))
				x.within = append(x.within, c.within())
				outside -= c.N
			}
		}
		x.outside = float64(outside)
		for k := range cells {
			for _, g := range x.at {
				if n > 1 {
					x.uMean[k] += x.coef(g, k) * cells[g][h].W / float64(n)
				}
			}
		}
		all[h] = x
	}
	return all
}

// coef returns the influence of a unit of cell g on the share of cell k, per unit
// of weight: (1[g=k]-p_k)/W.
func (x *cellSpread) coef(g, k int) float64 {
	if g == k {
		return (1 - x.share[k]) / x.weight
	}
	return -x.share[k] / x.weight
}

// joint returns Σ(u-ū)(v-v̄) over the sampled units of the stratum for the shares
// of the cells k and l, or Σuv where one unit was sampled.
func (x *cellSpread) joint(k, l int) float64 {
	uMean, vMean := x.uMean[k], x.uMean[l]
	total := x.outside * uMean * vMean
	for i, g := range x.at {
		u, v := x.coef(g, k), x.coef(g, l)
		total += u*v*x.within[i] + x.n[i]*(u*x.mean[i]-uMean)*(v*x.mean[i]-vMean)
	}
	return total
}
