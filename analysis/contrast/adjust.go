package contrast

import (
	"fmt"
	"math"
	"slices"
)

// Method corrects p values for the number of tests in their family.
type Method string

// The methods. Bonferroni, Holm and Hochberg bound the chance of any false
// difference in the family, Hochberg for tests that are independent or depend
// positively; the Benjamini methods bound the expected part of false ones among
// the differences announced, BenjaminiYekutieli whatever the dependence.
const (
	Unadjusted         Method = "none"
	Bonferroni         Method = "bonferroni"
	Holm               Method = "holm"
	Hochberg           Method = "hochberg"
	BenjaminiHochberg  Method = "benjamini-hochberg"
	BenjaminiYekutieli Method = "benjamini-yekutieli"
)

// Adjust returns the p values of a family corrected for their number, in the same
// order; each is in [0, 1], at least its p, and they are in the order of the p.
// A family is a set of distinct figures: nets and totals, which repeat what their
// parts say, stay out of it.
//
// Sources: S. Holm, A simple sequentially rejective multiple test procedure,
// Scandinavian Journal of Statistics 6, 1979; Y. Hochberg, A sharper Bonferroni
// procedure for multiple tests of significance, Biometrika 75, 1988; Y. Benjamini
// & Y. Hochberg, Controlling the false discovery rate, JRSS B 57, 1995; Y.
// Benjamini & D. Yekutieli, The control of the false discovery rate in multiple
// testing under dependency, Annals of Statistics 29, 2001.
func Adjust(p []float64, method Method) []float64 {
	n := len(p)
	order := make([]int, n)
	for i, x := range p {
		if !(x >= 0 && x <= 1) {
			panic(fmt.Sprintf("contrast: p value %v", x))
		}
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return compare(p[a], p[b]) })
	factor, down := factors(method, n)
	out := make([]float64, n)
	worst, best := 0.0, 1.0
	for k := range n {
		if down {
			i := order[k]
			worst = max(worst, p[i]*factor(k+1))
			out[i] = min(worst, 1)
		} else {
			i := order[n-1-k]
			best = min(best, p[i]*factor(n-k))
			out[i] = max(best, p[i])
		}
	}
	return out
}

// factors returns by what the k-th smallest of n p values, k from 1, is
// multiplied, and whether the running maximum from the smallest down the list is
// taken; else it is the running minimum from the largest up.
func factors(method Method, n int) (factor func(k int) float64, down bool) {
	all := float64(n)
	switch method {
	case Unadjusted:
		return func(int) float64 { return 1 }, true
	case Bonferroni:
		return func(int) float64 { return all }, true
	case Holm:
		return func(k int) float64 { return float64(n - k + 1) }, true
	case Hochberg:
		return func(k int) float64 { return float64(n - k + 1) }, false
	case BenjaminiHochberg:
		return func(k int) float64 { return all / float64(k) }, false
	case BenjaminiYekutieli:
		harmonic := 0.0
		for k := n; k > 0; k-- {
			harmonic += 1 / float64(k)
		}
		return func(k int) float64 { return harmonic * all / float64(k) }, false
	}
	panic(fmt.Sprintf("contrast: no adjustment %q", method))
}

// AdjustResults returns the results with Adjusted set for the family they form.
// Results that were withheld are no part of the family.
func AdjustResults(results []Result, method Method) []Result {
	out := slices.Clone(results)
	var p []float64
	for _, r := range out {
		if r.Withheld == Done {
			p = append(p, r.P)
		}
	}
	corrected := Adjust(p, method)
	for i := range out {
		if out[i].Withheld == Done {
			out[i].Adjusted, corrected = corrected[0], corrected[1:]
		}
	}
	return out
}

// Different reports whether the test found a difference at the error level
// alpha, in (0, 1), after adjustment.
func (r Result) Different(alpha float64) bool {
	checkOpen("error level", alpha)
	return r.Withheld == Done && !math.IsNaN(r.Adjusted) && r.Adjusted < alpha
}
