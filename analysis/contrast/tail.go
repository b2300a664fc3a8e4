package contrast

import (
	"fmt"
	"math"

	"gonum.org/v1/gonum/mathext"
	"gonum.org/v1/gonum/stat/distuv"
)

// chi2Tail returns P(X > x) for a chi-square variable.
func chi2Tail(x, df float64) float64 {
	if x <= 0 {
		return 1
	}
	return mathext.GammaIncRegComp(df/2, x/2)
}

// fTail returns P(F > f). An infinite df2 is the chi-square limit.
func fTail(f, df1, df2 float64) float64 {
	if f <= 0 {
		return 1
	}
	if math.IsInf(df2, 1) {
		return chi2Tail(f*df1, df1)
	}
	return mathext.RegIncBeta(df2/2, df1/2, df2/(df2+df1*f))
}

// tTail returns P(|T| > |t|). An infinite df is the normal limit.
func tTail(t, df float64) float64 {
	if math.IsInf(df, 1) {
		return normalTail(t)
	}
	return mathext.RegIncBeta(df/2, 0.5, df/(df+t*t))
}

// tAbove returns P(T > t).
func tAbove(t, df float64) float64 {
	half := tTail(t, df) / 2
	if t < 0 {
		return 1 - half
	}
	return half
}

// normalTail returns P(|Z| > |z|).
func normalTail(z float64) float64 { return math.Erfc(math.Abs(z) / math.Sqrt2) }

// normalQuantile returns z with P(Z <= z) = p, 0 < p < 1.
func normalQuantile(p float64) float64 { return mathext.NormalQuantile(p) }

// tQuantile returns t with P(T <= t) = p, 0 < p < 1.
func tQuantile(p, df float64) float64 {
	if math.IsInf(df, 1) {
		return normalQuantile(p)
	}
	return distuv.StudentsT{Mu: 0, Sigma: 1, Nu: df}.Quantile(p)
}

// usable reports whether a standard error can carry a test.
func usable(se float64) bool { return se > 0 && !math.IsInf(se, 1) }

// checkOpen panics unless x, named so, is in (0, 1).
func checkOpen(name string, x float64) {
	if !(x > 0 && x < 1) {
		panic(fmt.Sprintf("contrast: %s %v is not between 0 and 1", name, x))
	}
}

// checkShare panics unless p is in [0, 1].
func checkShare(p float64) {
	if !(p >= 0 && p <= 1) {
		panic(fmt.Sprintf("contrast: %v is no share", p))
	}
}
