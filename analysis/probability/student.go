package probability

import (
	"math"

	"gonum.org/v1/gonum/stat/distuv"
)

// StudentTails returns P(|T| > |t|). An infinite df is the normal limit.
func StudentTails(t, df float64) float64 {
	if math.IsInf(df, 1) {
		return NormalTails(t)
	}
	ratio := t * t / df
	return betaBelow(df/2, 0.5, df/(df+t*t), ratio/(1+ratio))
}

// StudentTail returns P(T > t).
func StudentTail(t, df float64) float64 {
	half := StudentTails(t, df) / 2
	if t < 0 {
		return 1 - half
	}
	return half
}

// StudentQuantile returns t with P(T <= t) = p, 0 <= p <= 1, to 14 digits from 128
// degrees of freedom on, and to 13 with fewer. They can be a fraction, or infinite as those
// of the normal limit.
func StudentQuantile(p, df float64) float64 {
	switch {
	case math.IsInf(df, 1):
		return NormalQuantile(p)
	case p > 0.5:
		return studentAbove(1-p, df)
	case p < 0.5:
		return -studentAbove(p, df)
	case p == 0.5:
		return 0
	}
	return math.NaN()
}

// studentAbove returns the t > 0 that is exceeded with chance q < 0.5.
//
// Gonum's quantile is good with few degrees of freedom, but for some small chances. With
// more it may be anything, and the start is the t whose normal equivalent D.L. Wallace
// gives, Bounds on normal approximations to Student's and the chi-square distributions,
// Annals of mathematical statistics 30, 1959:
//
//	z = (8v+1)/(8v+3)·√(v·ln(1+t²/v))
//
// which is off by a thousandth. Newton's steps do the rest, of which the last has twice
// the digits of the one before.
func studentAbove(q, v float64) float64 {
	const few = 128
	if q == 0 {
		return math.Inf(1)
	}
	z := -NormalQuantile(q)
	if t, sure := expanded(z, v); sure {
		return t
	}
	var t, good float64 // a step to be left out
	if v < few {
		t, good = -distuv.StudentsT{Mu: 0, Sigma: 1, Nu: v}.Quantile(q), 1e-13
	} else {
		w := z * (8*v + 3) / (8*v + 1)
		t = math.Sqrt(v * math.Expm1(w*w/v))
	}
	for range 10 {
		step := missing(t, q, v)
		if size := math.Abs(step); !(size > good*t && size < t) { // of a chance that is next to nothing it is no number
			break
		}
		t += step
		if math.Abs(step) < 1e-8*t {
			break
		}
	}
	return t
}

// missing returns Newton's step from t > 0 to what is exceeded with chance q. In the
// tail it is that of the logarithm of the chance, which is straighter, and near 0 that
// of the chance to lie between 0 and t, which keeps its digits there.
func missing(t, q, v float64) float64 {
	ratio := t * t / v
	x, y := 1/(1+ratio), ratio/(1+ratio)
	d := newBeta(v/2, 0.5)
	density := d.powerAt(x, y) / t
	if q > 0.25 {
		return (0.5 - q - incompleteBeta(0.5, v/2, y, x)/2) / density
	}
	tail := incompleteBeta(v/2, 0.5, x, y) / 2
	return math.Log(tail/q) * tail / density
}

// expanded returns Student's t for the standard normal z of the same chance by the
// series in 1/v of R.A. Fisher & E.A. Cornish, The percentile points of distributions
// having known cumulants, Technometrics 2, 1960 (four terms of it M. Abramowitz & I.A.
// Stegun, Handbook of mathematical functions, 1964, 26.7.5). It is sure where the fifth
// term is lost in rounding; each is at most about the one before it times (z²+3)/4v.
func expanded(z, v float64) (t float64, sure bool) {
	s := z * z
	first := (s + 1) / 4
	second := ((5*s+16)*s + 3) / 96
	third := (((3*s+19)*s+17)*s - 15) / 384
	fourth := ((((79*s+776)*s+1482)*s-1920)*s - 945) / 92160
	fifth := (((((27*s+339)*s+930)*s-1782)*s-765)*s + 17955) / 368640
	if !(fifth < 1e-17*v*v*v*v*v) {
		return 0, false
	}
	return z + z*((first+(second+(third+fourth/v)/v)/v)/v), true
}
