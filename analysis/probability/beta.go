package probability

import (
	"math"

	"gonum.org/v1/gonum/mathext"
)

// beta is the beta distribution with two positive parameters, with what of its density
// does not depend on the place.
type beta struct {
	a, b float64
	// n is a+b, and lost what rounding took of it.
	n, lost float64
	// scale is the logarithm of √(ab/(2πn)) and of what Stirling's formula is off.
	scale float64
}

func newBeta(a, b float64) beta {
	d := beta{a: a, b: b}
	d.n = a + b
	d.lost = (a - (d.n - b)) + (b - (d.n - (d.n - b)))
	d.scale = (math.Log(a)+math.Log(b/d.n)-math.Log(2*math.Pi))/2 + stirling(d.n) - stirling(a) - stirling(b)
	return d
}

// stirling returns ln Γ(z) less Stirling's (z-½)·ln z - z + ½·ln 2π, z > 0.
func stirling(z float64) float64 {
	if z < 8 {
		gamma, _ := math.Lgamma(z)
		return gamma - ((z-0.5)*math.Log(z) - z + 0.5*math.Log(2*math.Pi))
	}
	s := 1 / (z * z)
	return (1./12 - s*(1./360-s*(1./1260-s*(1./1680-s*(1./1188-s*(691./360360-s*(1./156-s*(3617./122400-s*43867./244188)))))))) / z
}

// excess returns t - ln(1+t), without loss near 0; whole is 1+t > 0.
func excess(t, whole float64) float64 {
	if !(math.Abs(t) <= 0.3) {
		return t - math.Log(whole)
	}
	// With r = t/(2+t), ln(1+t) = 2·(r + r³/3 + r⁵/5 + …) and t = 2r + r·t.
	r := t / (2 + t)
	s, sum := r*r, 0.0
	power := s * r
	for k := 3.0; ; k += 2 {
		next := sum + power/k
		if next == sum {
			return r*t - 2*sum
		}
		sum, power = next, power*s
	}
}

// power returns xᵃ(1-x)ᵇ/B(a,b) as exp(scale - a·excess(e/a) - b·excess(-e/b)) with
// e = nx-a, the form that keeps its digits where a and b are large (C. Loader, Fast
// and accurate computation of binomial probabilities, 2000).
func (d *beta) power(x float64) float64 {
	e := math.FMA(d.n, x, -d.a) + d.lost*x
	return d.powerFrom(e, d.n*x/d.a, 1-e/d.b)
}

// powerFrom is power, given e, 1+e/a and 1-e/b.
func (d *beta) powerFrom(e, toA, toB float64) float64 {
	return math.Exp(d.scale - d.a*excess(e/d.a, toA) - d.b*excess(-e/d.b, toB))
}

// fraction returns what power/a is multiplied with for the chance to be below x,
//
//	1/(1+d₁-d₁d₂/(1+d₂+d₃-d₃d₄/(1+d₄+d₅-…)))
//
// the even part of NIST digital library of mathematical functions, 8.17.22. It is false
// where that takes too long, as on the other side of the mean.
func (d *beta) fraction(x float64) (float64, bool) {
	const most = 10_000
	odd := -d.n * x / (d.a + 1)
	above, below := 1.0, 1+odd // the quotient so far, and before that
	aboveBefore, belowBefore := 0.0, 1.0
	value := above / below
	for m, at := 1.0, d.a+2; m < most; m, at = m+1, at+2 {
		part := x / ((at - 1) * at * (at + 1))
		even := m * (d.b - m) * (at + 1) * part
		numerator := -odd * even
		odd = -(d.a + m) * (d.n + m) * (at - 1) * part
		denominator := 1 + even + odd
		above, aboveBefore = denominator*above+numerator*aboveBefore, above
		below, belowBefore = denominator*below+numerator*belowBefore, below
		next := above / below
		if math.Abs(next-value) <= 1e-16*next {
			return next, true
		}
		value = next
		if math.Abs(below) < 1e-100 {
			const up = 1 << 200
			above, aboveBefore, below, belowBefore = above*up, aboveBefore*up, below*up, belowBefore*up
		}
	}
	return 0, false
}

// BetaQuantile returns the quantile q of the beta distribution with a, b > 0.
func BetaQuantile(q, a, b float64) float64 {
	if q <= 0.5 && b >= 1 && a > 0 {
		d := newBeta(a, b)
		if x, ok := d.quantile(q); ok {
			return x
		}
	}
	return mathext.InvRegIncBeta(a, b, q)
}

// quantile returns the quantile q <= 0.5, from a start that is near by steps that are
// far nearer: it takes two or three chances where halving takes dozens.
func (d *beta) quantile(q float64) (float64, bool) {
	x := d.near(q)
	for range 100 {
		f, ok := d.fraction(x)
		if !ok {
			return 0, false
		}
		power := d.power(x)
		below := power * f / d.a
		if !(below > 0) {
			return 0, false
		}
		if ratio := q / below; ratio < 0.7 || ratio > 1.5 {
			// Newton's step for the logarithm of the chance by that of the place, which is
			// all but straight near 0.
			x *= math.Exp(math.Log(ratio) * below * (1 - x) / power)
			if !(x > 0 && x < 1) {
				return 0, false
			}
			continue
		}
		step, sure := d.step(x, (q-below)*x*(1-x)/power)
		if x += step; !(x > 0 && x < 1) {
			return 0, false
		}
		if sure {
			return x, true
		}
	}
	return 0, false
}

// near returns a place near the quantile q (M. Abramowitz & I.A. Stegun, Handbook of
// mathematical functions, 1964, 26.5.22), or of small a anywhere.
func (d *beta) near(q float64) float64 {
	if d.a < 1 {
		return d.a / d.n / 2
	}
	z, a, b := -mathext.NormalQuantile(q), 2*d.a-1, 2*d.b-1
	lambda, h := (z*z-3)/6, 2/(1/a+1/b)
	w := z*math.Sqrt(max(0, h+lambda))/h - (1/b-1/a)*(lambda+5./6-2/(3*h))
	return d.a / (d.a + d.b*math.Exp(2*w))
}

// step returns how far from x the quantile lies, by the first four terms of its
// series; u is the first, the chance that is missing over the density. sure says that
// the others are nothing.
func (d *beta) step(x, u float64) (step float64, sure bool) {
	y := 1 - x
	a, b := (d.a-1)/x, (d.b-1)/y
	g, g1, g2 := a-b, -a/x-b/y, 2*(a/(x*x)-b/(y*y)) // of the logarithm of the density
	second := -g / 2 * u
	third := (2*g*g - g1) / 6 * u * u
	fourth := (g*(7*g1-6*g*g) - g2) / 24 * u * u * u
	ratio := math.Abs(second) + math.Sqrt(math.Abs(third)) // of a term to the one before
	return u * (1 + second + third + fourth), math.Abs(u)*ratio*ratio*ratio*ratio < 1e-18*x
}
