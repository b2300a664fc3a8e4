package diffusion

import (
	"fmt"
	"math"
)

// Model names a curve.
type Model string

// The curves, see the package documentation.
const (
	Logistic Model = "logistic"
	Bass     Model = "bass"
)

// Curve is a share over time.
type Curve struct {
	Model Model
	// Ceiling is the share that use grows to, in (0, 1].
	Ceiling float64
	// Rate, over 0, and Middle, the moment at half the ceiling, are Logistic's b and c.
	Rate, Middle float64
	// Innovation, over 0, and Imitation, 0 or more, are Bass's p and q; Start is the
	// moment up to which the share is 0.
	Innovation, Imitation, Start float64
}

// Shock changes growth from a moment on: a platform changes its rules.
type Shock struct {
	// From is the moment.
	From float64
	// Factor multiplies the hazard from then on, up to the next shock: 1 changes
	// nothing, 0 lets nobody start any more.
	Factor float64
	// Left is the part of the users, in [0, 1], that stops at the moment. They may
	// start again, as all who do not use it.
	Left float64
}

// At returns the share at a moment, in [0, Ceiling], with the shocks in the order
// of time.
func (c Curve) At(t float64, shocks ...Shock) float64 {
	checkShocks(shocks)
	if len(shocks) == 0 || t < shocks[0].From {
		return c.undisturbed(t)
	}
	from := shocks[0].From
	if c.Model == Bass {
		from = max(from, c.Start)
	}
	return c.hazard().after(c.undisturbed(from), from, max(t, from), shocks)
}

func (c Curve) undisturbed(t float64) float64 {
	if c.Model == Logistic {
		return c.Ceiling / (1 + math.Exp(-c.Rate*(t-c.Middle)))
	}
	p, q := c.Innovation, c.Imitation
	t -= c.Start
	if t <= 0 {
		return 0
	}
	e := math.Exp(-(p + q) * t)
	return c.Ceiling * -math.Expm1(-(p+q)*t) * p / (p + q*e)
}

// Peak returns the moment at which most start: Middle of a logistic curve; for
// Bass's ln(q/p)/(p+q) after Start, or Start where q <= p (Bass 1969).
func (c Curve) Peak() float64 {
	if c.Model == Logistic {
		return c.Middle
	}
	if c.Imitation <= c.Innovation {
		return c.Start
	}
	return c.Start + math.Log(c.Imitation/c.Innovation)/(c.Innovation+c.Imitation)
}

// Through returns the logistic curve through two shares at two moments under a
// ceiling:
//
//	b = (logit(s₂/m) - logit(s₁/m)) / (t₂-t₁)    c = t₁ - logit(s₁/m)/b
//
// It joins two points, it does not estimate: no margin comes with it. NotRising
// unless both moment and share go up, AtCeiling unless the shares are over 0 and
// below the ceiling.
func Through(t1, s1, t2, s2, ceiling float64) (Curve, Reason) {
	checkCeiling(ceiling)
	switch {
	case !(t2 > t1) || !(s2 > s1):
		return Curve{}, NotRising
	case !(s1 > 0) || !(s2 < ceiling):
		return Curve{}, AtCeiling
	}
	a, b := logit(s1/ceiling), logit(s2/ceiling)
	rate := (b - a) / (t2 - t1)
	return Curve{Model: Logistic, Ceiling: ceiling, Rate: rate, Middle: t1 - a/rate}, Fitted
}

// hazard is what makes a curve grow from any share.
type hazard struct{ p, q, ceiling float64 }

func (c Curve) hazard() hazard {
	if c.Model == Logistic {
		return hazard{0, c.Rate, c.Ceiling}
	}
	return hazard{c.Innovation, c.Imitation, c.Ceiling}
}

// grow returns the share some time after it was the given one, the hazard being
// multiplied by a factor k. With x = F/m, r = (1-x)/(p+qx) shrinks as e^(-k(p+q)t),
// and x = (1-pr)/(1+qr). A share over the ceiling stays.
func (h hazard) grow(share, time, k float64) float64 {
	x := share / h.ceiling
	if x >= 1 || h.p+h.q*x <= 0 {
		return share
	}
	r := (1 - x) / (h.p + h.q*x) * math.Exp(-k*(h.p+h.q)*time)
	return max(share, h.ceiling*(1-h.p*r)/(1+h.q*r))
}

// after returns the share at moment t, it being the given one at moment from.
func (h hazard) after(share, from, t float64, shocks []Shock) float64 {
	k := 1.0
	for _, s := range shocks {
		if s.From > t {
			break
		}
		if s.From > from {
			share, from = h.grow(share, s.From-from, k), s.From
		}
		k = s.Factor
		if s.From >= from {
			share *= 1 - s.Left
		}
	}
	return h.grow(share, t-from, k)
}

func checkShocks(shocks []Shock) {
	for i, s := range shocks {
		if !finite(s.From) || !(s.Factor >= 0) || !finite(s.Factor) || !(s.Left >= 0 && s.Left <= 1) || i > 0 && s.From < shocks[i-1].From {
			panic(fmt.Sprintf("diffusion: shock %+v", s))
		}
	}
}

func logit(p float64) float64 { return math.Log(p / (1 - p)) }
