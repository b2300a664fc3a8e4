package estimate

import "fmt"

// Cells is a table of shares that sum to 1, such as an answer by a group, with
// what a test of it needs.
type Cells struct {
	Rows, Columns int
	// Share holds the share of each cell in the whole table, row by row.
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
		s := d.Proportion(is, in)
		out.Share[k], out.N, out.DF = s.Value, s.N, s.DF
		influence[k] = s.Influence
	}
	_, strata := d.reach(in)
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
	for k, cell := range cells {
		out.Share[k] = weightOf(cell) / weight
	}
	for k := range size {
		for l := k; l < size; l++ {
			spread := func(h int) float64 { return s.joint(h, cells, out.Share, weight, k, l) }
			c, _, _ := s.variance(base, spread, spread)
			out.Covariance[k*size+l], out.Covariance[l*size+k] = c, c
		}
	}
	return out
}

// joint returns Σ(u-ū)(v-v̄) over the sampled units of a stratum for the shares
// of the cells k and l, or Σuv where one unit was sampled. A unit of cell g has
// u = w·(1[g=k]-p_k)/weight.
func (s *Strata) joint(h int, cells [][]Cell, share []float64, weight float64, k, l int) float64 {
	coef := func(g, k int) float64 {
		if g == k {
			return (1 - share[k]) / weight
		}
		return -share[k] / weight
	}
	n, outside := float64(s.Sampled[h]), s.Sampled[h]
	var uMean, vMean float64
	for g := range cells {
		if c := cells[g][h]; c.N > 0 && n > 1 {
			uMean += coef(g, k) * c.W / n
			vMean += coef(g, l) * c.W / n
		}
		outside -= cells[g][h].N
	}
	total := float64(outside) * uMean * vMean
	for g := range cells {
		c := cells[g][h]
		if c.N == 0 {
			continue
		}
		u, v := coef(g, k), coef(g, l)
		mean := c.W / float64(c.N)
		total += u*v*c.within() + float64(c.N)*(u*mean-uMean)*(v*mean-vMean)
	}
	return total
}
