package weighting

import (
	"math"

	"gonum.org/v1/gonum/mat"
)

// gram returns X'diag(size)X over the cells.
func (c *cells) gram(size []float64) *mat.SymDense {
	g := mat.NewSymDense(c.columns, nil)
	numeric := c.columns - c.variables()
	column := make([]int, 0, 8)
	entry := make([]float64, 0, 8)
	for i, s := range size {
		column, entry = column[:0], entry[:0]
		for _, j := range c.cats[i] {
			column, entry = append(column, j), append(entry, 1)
		}
		for k, x := range c.values[i] {
			column, entry = append(column, numeric+k), append(entry, x)
		}
		for a, j := range column {
			for b := a; b < len(column); b++ {
				g.SetSym(j, column[b], g.At(j, column[b])+float64(s*entry[a]*entry[b]))
			}
		}
	}
	return g
}

// inverse is the generalised inverse of a symmetric matrix without negative
// eigenvalues: margins always depend on each other, as each adds up to the same
// total.
type inverse struct {
	scale  []float64 // diagonal of the matrix, square root; 1 for 0
	vector mat.Dense // eigenvectors of the matrix scaled to unit diagonal
	value  []float64 // inverse eigenvalues; 0 for those that are 0
}

// rank is the part of the largest eigenvalue below which one is held to be 0.
const rank = 1e-11

// invert returns the generalised inverse of m, or nil when its entries are not
// finite.
func invert(m *mat.SymDense) *inverse {
	n := m.SymmetricDim()
	v := &inverse{scale: make([]float64, n)}
	for j := range n {
		v.scale[j] = math.Sqrt(m.At(j, j))
		if v.scale[j] == 0 {
			v.scale[j] = 1
		}
	}
	unit := mat.NewSymDense(n, nil)
	for j := range n {
		for k := j; k < n; k++ {
			x := m.At(j, k) / v.scale[j] / v.scale[k]
			if math.IsNaN(x) || math.IsInf(x, 0) {
				return nil
			}
			unit.SetSym(j, k, x)
		}
	}
	var e mat.EigenSym
	if !e.Factorize(unit, true) {
		return nil
	}
	v.value = e.Values(nil)
	e.VectorsTo(&v.vector)
	least := rank * v.value[n-1]
	for j, x := range v.value {
		v.value[j] = 0
		if x > least {
			v.value[j] = 1 / x
		}
	}
	return v
}

// times returns the inverse times b.
func (v *inverse) times(b []float64) []float64 {
	n := len(b)
	x := make([]float64, n)
	for k, value := range v.value {
		if value == 0 {
			continue
		}
		dot := 0.0
		for j := range n {
			dot += float64(v.vector.At(j, k) * b[j] / v.scale[j])
		}
		for j := range n {
			x[j] += float64(v.vector.At(j, k) * dot * value)
		}
	}
	for j := range x {
		x[j] /= v.scale[j]
	}
	return x
}

// regression returns the function that takes the residuals of the regression
// on the columns of the cells, weighted by weights.
func (c *cells) regression(weights []float64) func(z []float64) []float64 {
	size := totals(c.of, weights, len(c.cats))
	inv := invert(c.gram(size))
	return func(z []float64) []float64 {
		sums := totals(c.of, products(weights, z), len(size))
		beta := make([]float64, c.columns)
		fitted := make([]float64, len(size))
		left := make([]float64, len(size))
		// The second and third round take away the rounding of the first.
		for range 3 {
			for g := range sums {
				left[g] = sums[g] - float64(size[g]*fitted[g])
			}
			for j, step := range inv.times(c.columnTotals(left)) {
				beta[j] += step
			}
			for g := range fitted {
				fitted[g] = c.linear(g, beta)
			}
		}
		e := make([]float64, len(z))
		for i, g := range c.of {
			e[i] = z[i] - fitted[g]
		}
		return e
	}
}
