package contrast

import (
	"math"

	"gonum.org/v1/gonum/mat"

	"benchmark/analysis/probability"
)

// RaoScott tests whether rows and columns are independent, second order: with
// X² Pearson's statistic of the table scaled to its N units,
//
//	F = X² / tr Δ  on d0 and d0·ν degrees of freedom,  d0 = (tr Δ)² / tr Δ²
//	Δ = [C'(D⁻¹/n)C]⁻¹ [C'D⁻¹ V D⁻¹C]
//
// where V is the design covariance of the shares, D their diagonal matrix, ν the
// design's degrees of freedom and C a basis of the interactions. Observed
// shares stand in D, not those under independence, as in R's svychisq and in
// Stata; 1/0 counts as 0 in D⁻¹.
//
// Effect is Cramér's V of the weighted table. Withheld: fewer than two rows or
// columns with a share (OneAnswer), no degrees of freedom, no variance, or the
// guard's reasons.
//
// Source: J.N.K. Rao & A.J. Scott, On chi-squared tests for multiway contingency
// tables with cell proportions estimated from survey data, Annals of Statistics
// 12, 1984.
func RaoScott(c Cells, g Guard) Result { return new(Desk).RaoScott(c, g) }

// Desk is room for the matrices of tests that are done one after another. The zero Desk
// is ready; it is not for several goroutines at once.
type Desk struct {
	rows, columns, basis, scaled, simple, half, design, solution mat.Dense
	symmetric                                                    mat.SymDense
	factor                                                       mat.Cholesky
}

// RaoScott is the test of that name.
func (d *Desk) RaoScott(c Cells, g Guard) Result {
	r, trace, squares, why := d.raoScott(c, g)
	if why == Done && !(c.DF > 0) {
		why = NoFreedom
	}
	if why != Done {
		return withheld(RaoScottF, why)
	}
	d0 := trace * trace / squares
	r.Name, r.Statistic, r.DF1, r.DF2 = RaoScottF, r.Uncorrected/trace, d0, d0*c.DF
	return r.found(probability.FTail(r.Statistic, r.DF1, r.DF2))
}

// RaoScottFirst is the first-order test: Statistic is X² over the mean of the
// eigenvalues of Δ, held against chi-square with (rows-1)(columns-1) degrees of
// freedom; R's svychisq prints the X² before that, which is in Uncorrected, with
// the same p value. See RaoScott.
func RaoScottFirst(c Cells, g Guard) Result {
	r, trace, _, why := new(Desk).raoScott(c, g)
	if why != Done {
		return withheld(RaoScottChi2, why)
	}
	r.Name, r.Statistic = RaoScottChi2, r.Uncorrected/(trace/r.DF1)
	return r.found(probability.ChiSquareTail(r.Statistic, r.DF1))
}

// raoScott returns a result with X², the effect and (rows-1)(columns-1) in DF1,
// and the traces of Δ and Δ².
func (d *Desk) raoScott(c Cells, g Guard) (r Result, trace, squares float64, why Reason) {
	checkCells(c, 1)
	if why = g.check(c); c.N <= 0 {
		return r, 0, 0, EmptyGroup
	}
	c = keptCells(c)
	if c.Rows < 2 || c.Columns < 2 {
		return r, 0, 0, OneAnswer
	}
	if why != Done {
		return r, 0, 0, why
	}
	delta, ok := d.designEffects(c)
	if !ok {
		return r, 0, 0, Singular
	}
	size, of := delta.RawMatrix().Rows, delta.RawMatrix().Data
	for i := range size {
		trace += of[i*size+i]
		for j := range size {
			squares += of[i*size+j] * of[j*size+i]
		}
	}
	if !(trace > 1e-12) || !(squares > 0) {
		return r, 0, 0, NoVariance
	}
	phi2 := meanSquareContingency(c)
	r.Uncorrected = float64(c.N) * phi2
	r.DF1 = float64((c.Rows - 1) * (c.Columns - 1))
	r.Effect = Effect{CramerV, math.Sqrt(phi2 / float64(min(c.Rows, c.Columns)-1))}
	return r, trace, squares, Done
}

// designEffects returns Δ, whose eigenvalues are the design effects of the
// interactions.
func (d *Desk) designEffects(c Cells) (*mat.Dense, bool) {
	k, n := len(c.Share), float64(c.N)
	d.interactions(c.Rows, c.Columns)
	_, size := d.basis.Dims()
	d.scaled.Reset()
	d.scaled.ReuseAs(k, size)
	d.scaled.Copy(&d.basis) // D⁻¹C
	scaled := d.scaled.RawMatrix().Data
	for i, p := range c.Share {
		for j := range size {
			if p > 0 {
				scaled[i*size+j] /= p
			} else {
				scaled[i*size+j] = 0
			}
		}
	}
	for _, m := range []*mat.Dense{&d.simple, &d.half, &d.design} {
		m.Reset()
	}
	d.simple.Mul(d.basis.T(), &d.scaled)
	d.simple.Scale(1/n, &d.simple)
	d.half.Mul(mat.NewDense(k, k, c.Covariance), &d.scaled)
	d.design.Mul(d.scaled.T(), &d.half)
	return d.solved(&d.simple, &d.design)
}

// solved returns a⁻¹b for a symmetric, positive definite a; false when it isn't,
// to the precision of floats.
func (d *Desk) solved(a, b *mat.Dense) (*mat.Dense, bool) {
	n, _ := a.Dims()
	d.symmetric.Reset()
	d.symmetric.ReuseAsSym(n)
	of := a.RawMatrix()
	for i := range n {
		for j := i; j < n; j++ {
			d.symmetric.SetSym(i, j, (of.Data[i*of.Stride+j]+of.Data[j*of.Stride+i])/2)
		}
	}
	if !d.factor.Factorize(&d.symmetric) || d.factor.Cond() > 1e14 {
		return nil, false
	}
	d.solution.Reset()
	if err := d.factor.SolveTo(&d.solution, b); err != nil {
		return nil, false
	}
	return &d.solution, true
}

// interactions makes an orthonormal basis of the tables whose rows and columns
// all sum to 0, one table per column, cells row-major.
func (d *Desk) interactions(rows, columns int) {
	helmert(&d.rows, rows)
	helmert(&d.columns, columns)
	a, b := d.rows.RawMatrix(), d.columns.RawMatrix()
	d.basis.Reset()
	d.basis.ReuseAs(rows*columns, a.Cols*b.Cols)
	of := d.basis.RawMatrix().Data // the Kronecker product of the two
	for i := range rows {
		for j := range columns {
			for k := range a.Cols {
				for l := range b.Cols {
					of[k*b.Cols+l] = a.Data[i*a.Stride+k] * b.Data[j*b.Stride+l]
				}
			}
			of = of[a.Cols*b.Cols:]
		}
	}
}

// helmert makes an orthonormal basis of the vectors of length k that sum to 0:
// column j compares entry j+1 with the mean of those before it.
func helmert(h *mat.Dense, k int) {
	h.Reset()
	h.ReuseAs(k, k-1)
	for j := range k - 1 {
		m := float64(j + 1)
		for i := range j + 1 {
			h.Set(i, j, -1/math.Sqrt(m*(m+1)))
		}
		h.Set(j+1, j, m/math.Sqrt(m*(m+1)))
	}
}

// meanSquareContingency returns Σ (p - p_row·p_column)² / (p_row·p_column), all
// margins being positive.
func meanSquareContingency(c Cells) float64 {
	row, column, _ := margins(c.Rows, c.Columns, func(cell int) float64 { return c.Share[cell] })
	total := 0.0
	for cell, p := range c.Share {
		expected := row[cell/c.Columns] * column[cell%c.Columns]
		total += (p - expected) * (p - expected) / expected
	}
	return total
}
