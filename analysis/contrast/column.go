package contrast

import (
	"fmt"
	"math"

	"benchmark/analysis/probability"
)

// Column is a share in a column of a table.
type Column struct {
	Share float64
	// N are the units in the column's base, Effective their effective number,
	// (Σw)²/Σw² (L. Kish, Survey sampling, 1965, 11.7): N without weights.
	N         int
	Effective float64
}

// Columns tests whether the share is equal in two columns:
//
//	t = (p₁-p₂) / √(p(1-p)(1/e₁ + 1/e₂ - 2e₀/(e₁e₂)))
//
// on e₁+e₂-e₀-2 degrees of freedom, with p = (e₁p₁+e₂p₂)/(e₁+e₂). overlap is
// e₀, the effective number of the units that are in both columns, as with
// columns of which a unit may have several; 0 when the columns exclude each
// other. Those in both give one answer: two waves of some bodies give two, see
// Waves. minimum is the least N of a column that is
// tested. Effect is Cohen's h.
//
// Withheld: EmptyGroup, SmallBase, OneAnswer (p is 0 or 1), NoVariance (the
// columns have the same units), NoFreedom.
//
// Source: the column proportions test of market research tables, IBM SPSS Data
// Collection / UNICOM Intelligence technical reference, with effective bases and
// overlap; the pooled test is Pearson's (1900) chi-square for e₀ = 0.
func Columns(a, b Column, overlap float64, minimum int) Result {
	e1, e2 := a.Effective, b.Effective
	pooled := (e1*a.Share + e2*b.Share) / (e1 + e2)
	return columns(ColumnsT, a, b, pooled, overlap, minimum)
}

// PartWhole tests whether the share in a part differs from that in the whole the
// part belongs to: Columns with the part as the overlap and the share of the
// whole as the pooled one. Without weights t² is Pearson's chi-square of the part
// against the rest: part and whole are equal when part and rest are. For a part
// against its complement, use Columns without overlap.
func PartWhole(part, whole Column, minimum int) Result {
	if part.N > whole.N {
		panic(fmt.Sprintf("contrast: a part of %d in a whole of %d", part.N, whole.N))
	}
	// With weights a part can have a larger effective base than the whole; its
	// units then don't help, and no variance is left.
	return columns(PartWholeT, part, whole, whole.Share, part.Effective, minimum)
}

func columns(name Name, a, b Column, pooled, overlap float64, minimum int) Result {
	checkShare(a.Share)
	checkShare(b.Share)
	e1, e2 := a.Effective, b.Effective
	if !(e1 >= 0) || !(e2 >= 0) || !(overlap >= 0) {
		panic(fmt.Sprintf("contrast: effective bases %v and %v with overlap %v", e1, e2, overlap))
	}
	switch {
	case a.N == 0 || b.N == 0 || e1 == 0 || e2 == 0:
		return withheld(name, EmptyGroup)
	case a.N < minimum || b.N < minimum:
		return withheld(name, SmallBase)
	case pooled <= 0 || pooled >= 1:
		return withheld(name, OneAnswer)
	}
	// 1/e₁+1/e₂-2e₀/(e₁e₂), which is 0 up to rounding for the same units twice.
	spread := (e1 + e2 - 2*overlap) / (e1 * e2)
	df := e1 + e2 - overlap - 2
	switch {
	case spread <= 1e-12*(1/e1+1/e2):
		return withheld(name, NoVariance)
	case !(df > 0):
		return withheld(name, NoFreedom)
	}
	d := a.Share - b.Share
	r := Result{
		Name: name, Statistic: d / math.Sqrt(pooled*(1-pooled)*spread), DF1: df,
		Difference: Difference{Value: d}, Effect: Effect{CohenH, H(a.Share, b.Share)},
	}
	return r.found(probability.StudentTails(r.Statistic, df))
}
