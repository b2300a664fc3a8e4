package contrast

import (
	"fmt"

	"gonum.org/v1/gonum/mat"

	"benchmark/analysis/probability"
)

// Wald tests whether rows and columns are independent by the residuals
//
//	y = p - p_row·p_column/p_total,  W = y' [J V J']⁻¹ y,  F = W/k
//
// over all rows and columns but the last, k = (rows-1)(columns-1), on k and ν
// degrees of freedom; J is the derivative of y. It is liberal with few degrees of
// freedom: see AdjustedWald.
//
// The cells may hold shares or estimated totals, with the covariance of the one
// or of the other. R's svychisq takes totals, and so does the survey's own
// analysis. The two agree when the estimated size of the population is no
// estimate, as in a whole stratified sample; in a domain, or with weights of
// unequal size in a stratum, they don't.
//
// Withheld: OneAnswer, NoFreedom, Singular (a design whose covariance of y has no
// inverse, as when a whole row varies nowhere) or the guard's reasons.
//
// Source: G.G. Koch, D.H. Freeman & J.L. Freeman, Strategies in the multivariate
// analysis of data from complex surveys, International Statistical Review 43,
// 1975.
func Wald(c Cells, g Guard) Result {
	w, k, why := waldResiduals(c, g)
	if why == Done && !(c.DF > 0) {
		why = NoFreedom
	}
	if why != Done {
		return withheld(WaldF, why)
	}
	r := Result{Name: WaldF, Statistic: w / k, DF1: k, DF2: c.DF}
	return r.found(probability.FTail(r.Statistic, r.DF1, r.DF2))
}

// AdjustedWald is Wald's test with F = W·(ν-k+1)/(ν·k) on k and ν-k+1 degrees of
// freedom (D.R. Thomas & J.N.K. Rao, Small-sample comparisons of level and power
// for simple goodness-of-fit statistics under cluster sampling, JASA 82, 1987).
// NoFreedom when ν < k.
func AdjustedWald(c Cells, g Guard) Result {
	w, k, why := waldResiduals(c, g)
	if why != Done {
		return withheld(AdjustedWaldF, why)
	}
	left := c.DF - k + 1
	if !(left > 0) {
		return withheld(AdjustedWaldF, NoFreedom)
	}
	r := Result{Name: AdjustedWaldF, Statistic: w * left / (c.DF * k), DF1: k, DF2: left}
	return r.found(probability.FTail(r.Statistic, r.DF1, r.DF2))
}

// waldResiduals returns W and the number of residuals behind it.
func waldResiduals(c Cells, g Guard) (w, k float64, why Reason) {
	total := 0.0
	for _, p := range c.Share {
		total += p
	}
	checkCells(c, total)
	if c.N <= 0 || total <= 0 {
		return 0, 0, EmptyGroup
	}
	why = g.check(c)
	c = keptCells(c)
	if c.Rows < 2 || c.Columns < 2 {
		return 0, 0, OneAnswer
	}
	if why != Done {
		return 0, 0, why
	}
	y, jacobian := residuals(c, total)
	w, ok := quadratic(y, jacobian, c.Covariance)
	if !ok {
		return 0, 0, Singular
	}
	return w, float64(y.Len()), Done
}

// residuals returns y and its derivative to the cells.
func residuals(c Cells, total float64) (*mat.VecDense, *mat.Dense) {
	row, column, _ := margins(c.Rows, c.Columns, func(cell int) float64 { return c.Share[cell] })
	k := (c.Rows - 1) * (c.Columns - 1)
	y, jacobian := mat.NewVecDense(k, nil), mat.NewDense(k, len(c.Share), nil)
	for at := range k {
		i, j := at/(c.Columns-1), at%(c.Columns-1)
		expected := row[i] * column[j] / total
		y.SetVec(at, c.Share[i*c.Columns+j]-expected)
		for cell := range c.Share {
			d := expected / total
			if cell == i*c.Columns+j {
				d++
			}
			if cell/c.Columns == i {
				d -= column[j] / total
			}
			if cell%c.Columns == j {
				d -= row[i] / total
			}
			jacobian.Set(at, cell, d)
		}
	}
	return y, jacobian
}

// quadratic returns y' [A V A']⁻¹ y, or false when the bracket has no inverse.
func quadratic(y *mat.VecDense, a *mat.Dense, covariance []float64) (float64, bool) {
	_, k := a.Dims()
	var half, v mat.Dense
	half.Mul(a, mat.NewDense(k, k, covariance))
	v.Mul(&half, a.T())
	x, ok := new(Desk).solved(&v, mat.DenseCopyOf(y))
	if !ok {
		return 0, false
	}
	return mat.Dot(y, x.ColView(0)), true
}

// DesignMeans tests whether the figures of several domains, means or shares, are
// equal: with W Wald's statistic of their differences and k figures, F = W/(k-1)
// on k-1 and ν-(k-1) degrees of freedom, as R's regTermTest does after svyglm;
// for two figures it is the square of DesignTest. covariance is row-major
// square and holds also the covariance of domains that share strata or units.
// Withheld: EmptyGroup for fewer than two figures, NoFreedom, Singular.
func DesignMeans(values, covariance []float64, nu float64) Result {
	k := len(values)
	if len(covariance) != k*k {
		panic(fmt.Sprintf("contrast: %d covariances of %d figures", len(covariance), k))
	}
	df1, df2 := float64(k-1), nu-float64(k-1)
	switch {
	case k < 2:
		return withheld(DesignMeansF, EmptyGroup)
	case !(df2 > 0):
		return withheld(DesignMeansF, NoFreedom)
	}
	y, a := mat.NewVecDense(k-1, nil), mat.NewDense(k-1, k, nil)
	for i := range k - 1 {
		y.SetVec(i, values[i]-values[k-1])
		a.Set(i, i, 1)
		a.Set(i, k-1, -1)
	}
	w, ok := quadratic(y, a, covariance)
	if !ok {
		return withheld(DesignMeansF, Singular)
	}
	r := Result{Name: DesignMeansF, Statistic: w / df1, DF1: df1, DF2: df2}
	return r.found(probability.FTail(r.Statistic, df1, df2))
}
