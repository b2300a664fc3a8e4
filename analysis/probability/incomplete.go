package probability

import (
	"math"

	"gonum.org/v1/gonum/mathext"
)

// many is the sum of the parameters from which gonum's chances to be below a place are
// left: it multiplies logarithms by the parameters, which leaves 7 digits at 10⁸, and
// stops after 300 terms, which near the mean are too few. Below many they are right to
// 12 digits.
const many = 1000

// betaBelow returns the chance that a beta variable with a, b > 0 is below x, 0 <= x <= 1.
// A caller that knows y = 1-x to more digits than the difference has gives those.
func betaBelow(a, b, x, y float64) float64 {
	switch {
	case x <= 0:
		return 0
	case y <= 0:
		return 1
	case a+b < many:
		return mathext.RegIncBeta(a, b, x)
	}
	return incompleteBeta(a, b, x, y)
}

// incompleteBeta is betaBelow for 0 < x < 1, to 14 digits also where a and b are large.
func incompleteBeta(a, b, x, y float64) float64 {
	if x*b > y*a {
		d := newBeta(b, a)
		return 1 - d.powerAt(y, x)*d.part(y, x)
	}
	d := newBeta(a, b)
	return d.powerAt(x, y) * d.part(x, y)
}

// beyond returns how far nx lies above a, from the nearer end.
func (d *beta) beyond(x, y float64) float64 {
	if y < x {
		return math.FMA(-d.n, y, d.b) - d.lost*y
	}
	return math.FMA(d.n, x, -d.a) + d.lost*x
}

// powerAt is power for a place x of which the distance y from 1 is known as well.
func (d *beta) powerAt(x, y float64) float64 {
	return d.powerFrom(d.beyond(x, y), d.n*x/d.a, d.n*y/d.b)
}

// part returns what power is multiplied with for the chance to be below a place at or
// below the mean,
//
//	1/(β₀+α₁/(β₁+α₂/(β₂+…)))
//
// by A.R. DiDonato & A.H. Morris, Significant digit computation of the incomplete beta
// function ratios, ACM transactions on mathematical software 18, 1992, 9: the same as
// fraction, in terms that keep their digits where x is next to 1.
func (d *beta) part(x, y float64) float64 {
	const most = 100_000
	near := 1 - d.beyond(x, y)
	above, below := 1.0, d.a/(d.a+1)*near // the quotient so far, and before that
	aboveBefore, belowBefore := 0.0, 1.0
	value := above / below
	for m := 1.0; m < most; m++ {
		at := d.a + 2*m
		share := m * (d.b - m) * x / (at - 1)
		alpha := (d.a + m - 1) * (d.n + m - 1) * x / (at - 1) * share
		beta := m + share + (d.a+m)/(at+1)*(near+m*(1+y))
		above, aboveBefore = beta*above+alpha*aboveBefore, above
		below, belowBefore = beta*below+alpha*belowBefore, below
		next := above / below
		if math.Abs(next-value) <= 1e-16*next {
			return next
		}
		value = next
		if below > 1e100 {
			const down = 1. / (1 << 300)
			above, aboveBefore, below, belowBefore = above*down, aboveBefore*down, below*down, belowBefore*down
		}
	}
	return value
}
