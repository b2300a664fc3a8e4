package contrast

import (
	"math"

	"gonum.org/v1/gonum/mat"
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
func RaoScott(c Cells, g Guard) Result {
	r, trace, squares, why := raoScott(c, g)
	if why == Done && !(c.DF > 0) {
		why = NoFreedom
	}
	if why != Done {
		return withheld(RaoScottF, why)
	}
	d0 := trace * trace / squares
	r.Name, r.Statistic, r.DF1, r.DF2 = RaoScottF, r.Uncorrected/trace, d0, d0*c.DF
	return r.found(fTail(r.Statistic, r.DF1, r.DF2))
}

// RaoScottFirst is the first-order test: Statistic is X² over the mean of the
// eigenvalues of Δ, held against chi-square with (rows-1)(columns-1) degrees of
// freedom; R's svychisq prints the X² before that, which is in Uncorrected, with
// the same p value. See RaoScott.
func RaoScottFirst(c Cells, g Guard) Result {
	r, trace, _, why := raoScott(c, g)
	if why != Done {
		return withheld(RaoScottChi2, why)
	}
	r.Name, r.Statistic = RaoScottChi2, r.Uncorrected/(trace/r.DF1)
	return r.found(chi2Tail(r.Statistic, r.DF1))
}

// raoScott returns a result with X², the effect and (rows-1)(columns-1) in DF1,
// and the traces of Δ and Δ².
func raoScott(c Cells, g Guard) (r Result, trace, squares float64, why Reason) {
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
	delta, ok := designEffects(c)
	if !ok {
		return r, 0, 0, Singular
	}
	for i := range delta.RawMatrix().Rows {
		trace += delta.At(i, i)
		for j := range delta.RawMatrix().Cols {
			squares += delta.At(i, j) * delta.At(j, i)
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
func designEffects(c Cells) (*mat.Dense, bool) {
	k, n := len(c.Share), float64(c.N)
	scaled := interactions(c.Rows, c.Columns) // D⁻¹C
	basis := mat.DenseCopyOf(scaled)
	for i, p := range c.Share {
		for j := range scaled.RawMatrix().Cols {
			if p > 0 {
				scaled.Set(i, j, scaled.At(i, j)/p)
			} else {
				scaled.Set(i, j, 0)
			}
		}
	}
	var simple, design, half mat.Dense
	simple.Mul(basis.T(), scaled)
	simple.Scale(1/n, &simple)
	half.Mul(mat.NewDense(k, k, c.Covariance), scaled)
	design.Mul(scaled.T(), &half)
	return solved(&simple, &design)
}

// solved returns a⁻¹b for a symmetric, positive definite a; false when it isn't,
// to the precision of floats.
func solved(a, b *mat.Dense) (*mat.Dense, bool) {
	n, _ := a.Dims()
	lower := mat.NewSymDense(n, nil)
	for i := range n {
		for j := i; j < n; j++ {
			lower.SetSym(i, j, (a.At(i, j)+a.At(j, i))/2)
		}
	}
	var factor mat.Cholesky
	if !factor.Factorize(lower) || factor.Cond() > 1e14 {
		return nil, false
	}
	var x mat.Dense
	if err := factor.SolveTo(&x, b); err != nil {
		return nil, false
	}
	return &x, true
}

// interactions returns an orthonormal basis of the tables whose rows and columns
// all sum to 0, one table per column, cells row-major.
func interactions(rows, columns int) *mat.Dense {
	a, b := helmert(rows), helmert(columns)
	var c mat.Dense
	c.Kronecker(a, b)
	return &c
}

// helmert returns an orthonormal basis of the vectors of length k that sum to 0:
// column j compares entry j+1 with the mean of those before it.
func helmert(k int) *mat.Dense {
	h := mat.NewDense(k, k-1, nil)
	for j := range k - 1 {
		m := float64(j + 1)
		for i := range j + 1 {
			h.Set(i, j, -1/math.Sqrt(m*(m+1)))
		}
		h.Set(j+1, j, m/math.Sqrt(m*(m+1)))
	}
	return h
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
