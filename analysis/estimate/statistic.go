package estimate

import (
	"fmt"
	"math"

	"benchmark/analysis/exact"
)

// Statistic is an estimate from a design with what its margin rests on.
type Statistic struct {
	// Value is the estimate; 0 when the domain is empty (N is 0 then).
	Value float64
	// SE is its standard error; 0 when no spread is seen.
	SE float64
	// DF are the degrees of freedom: units in the domain minus the strata they
	// are in. 0 says that no interval can rest on SE.
	DF float64
	// N is the number of units in the domain with a weight above 0, Weight the
	// sum of their weights, and Effective the number of equally weighted units
	// that would know as much, (Σw)²/Σw² (L. Kish, Survey sampling, 1965, 11.7).
	N                 int
	Weight, Effective float64
	// Deff is the variance over that of a simple random sample of N from Weight
	// units, drawn without replacement; DeffReplacement the same with
	// replacement, which is without the correction for a finite population
	// (Kish, 8.2). 0 when undefined: no spread, fewer than 2 units, a Weight not
	// above N (for Deff), or a contrast.
	Deff, DeffReplacement float64
	// Lonely are the strata with one unit in the sample, of those in the domain,
	// whose contribution to SE the policy of the design decided; ascending.
	Lonely []int
	// Census is true when all units of all strata in the domain were sampled:
	// then an SE of 0 is the truth and not a lack of spread.
	Census bool
	// Influence are the weighted influence values u, one per unit, 0 outside the
	// domain: Covariance makes the covariance of two estimates of them. Nil for
	// the fast form.
	Influence []float64
	// In says which units are in the domain; nil: all. The slice given by the
	// caller, not a copy.
	In []bool
}

// Summary returns the estimate with the interval Value ± t·SE, at DF degrees of
// freedom. There is none without spread or degrees of freedom.
func (s Statistic) Summary(level float64) Summary {
	checkLevel(level)
	if s.DF <= 0 {
		return Summary{Value: s.Value, SE: s.SE}
	}
	return Summary{Value: s.Value, SE: s.SE}.withT(s.DF, level)
}

// Share returns the estimate as a proportion, for its interval. It is meant for
// what Design.Proportion or Strata.Share returned.
func (s Statistic) Share() Proportion {
	return Proportion{Value: s.Value, Variance: s.SE * s.SE, N: s.N, DF: s.DF, Census: s.Census}
}

// Total returns the estimated total of y over the domain, Σ w·y, of which the
// influence values are u = w·y. in says which units are in the domain; nil: all.
// y is finite in the domain; outside it is not looked at.
//
// The variance is that of Design.Covariance with all sampled units, those
// outside the domain counting as 0: a domain is no sample of its own.
//
// Source: Särndal, Swensson & Wretman, Model assisted survey sampling, 1992,
// 3.7 (strata), 10.3 (domains).
func (d *Design) Total(y []float64, in []bool) Statistic {
	d.need("numbers", len(y), false)
	d.need("marks", len(in), in == nil)
	total := d.sum(in, func(i int) float64 { return y[i] })
	z := d.influence(in, func(i int) float64 { return y[i] })
	s := d.statistic(total, z, in)
	mean := 0.0
	if s.Weight > 0 {
		mean = total / s.Weight
	}
	return s.withDeff(d.sum(in, func(i int) float64 { e := y[i] - mean; return float64(e * e) }), 1)
}

// Mean returns the estimated mean of y over the domain, m = Σ w·y / W with
// W = Σ w, by Taylor linearisation: u = w·(y-m)/W. Arguments as for Total.
//
// Source: Särndal, Swensson & Wretman, 1992, 5.7 and 5.8; E.L. Korn & B.I.
// Graubard, Analysis of health surveys, 1999, 2.4.
func (d *Design) Mean(y []float64, in []bool) Statistic {
	d.need("numbers", len(y), false)
	return d.ratio(func(i int) float64 { return y[i] }, nil, in)
}

// Proportion returns the estimated share of the domain for which is holds: the
// mean of 1 and 0.
func (d *Design) Proportion(is, in []bool) Statistic {
	d.need("marks", len(is), false)
	return d.ratio(func(i int) float64 {
		if is[i] {
			return 1
		}
		return 0
	}, nil, in)
}

// Ratio returns the estimated ratio of two totals over the domain,
// R = Σ w·y / Σ w·x, by Taylor linearisation: u = w·(y-R·x)/Σ w·x. Where the
// total of x is 0 there is no ratio: Value, SE and the influence are 0. Other
// arguments as for Total.
//
// Source: Särndal, Swensson & Wretman, 1992, 5.6.
func (d *Design) Ratio(y, x []float64, in []bool) Statistic {
	d.need("numbers", len(y), false)
	d.need("numbers", len(x), false)
	return d.ratio(func(i int) float64 { return y[i] }, func(i int) float64 { return x[i] }, in)
}

// ratio is Ratio; nil x is 1 for all.
func (d *Design) ratio(y, x func(int) float64, in []bool) Statistic {
	d.need("marks", len(in), in == nil)
	if x == nil {
		x = func(int) float64 { return 1 }
	}
	below := d.sum(in, x)
	if below == 0 {
		return d.statistic(0, make([]float64, len(d.Weights)), in)
	}
	r := d.sum(in, y) / below
	residual := func(i int) float64 { return y(i) - float64(r*x(i)) }
	s := d.statistic(r, d.influence(in, func(i int) float64 { return residual(i) / below }), in)
	squares := d.sum(in, func(i int) float64 { e := residual(i); return float64(e * e) })
	return s.withDeff(squares, below)
}

// sum returns the sum of w·term over the domain, rounded once after the last
// product.
func (d *Design) sum(in []bool, term func(int) float64) float64 {
	var all exact.Sum
	for i, w := range d.Weights {
		if w > 0 && (in == nil || in[i]) {
			all.Add(w * term(i))
		}
	}
	return all.Value()
}

// influence returns term per unit of the domain with a weight, and 0 elsewhere.
func (d *Design) influence(in []bool, term func(int) float64) []float64 {
	z := make([]float64, len(d.Weights))
	for i, w := range d.Weights {
		if w > 0 && (in == nil || in[i]) {
			z[i] = term(i)
		}
	}
	return z
}

// statistic returns the estimate with unweighted influence values z, which it
// may change.
func (d *Design) statistic(value float64, z []float64, in []bool) Statistic {
	if d.Residual != nil {
		z = d.Residual(z)
		d.need("residuals", len(z), false)
	}
	for i, w := range d.Weights {
		z[i] *= w
	}
	return d.finish(Statistic{Value: value, Influence: z, In: in})
}

// finish adds to a statistic all that follows from its influence and domain.
func (d *Design) finish(s Statistic) Statistic {
	n, strata := d.reach(s.In)
	s.N, s.DF = n, float64(n-count(strata))
	s.Weight = d.sum(s.In, func(int) float64 { return 1 })
	if n == 0 {
		return s
	}
	s.Effective = s.Weight * s.Weight / d.sum(s.In, func(i int) float64 { return d.Weights[i] })
	s.Census = true
	for h, has := range strata {
		s.Census = s.Census && (!has || float64(d.sampled[h]) == d.Population[h])
	}
	variance, decided := d.covariance(s.Influence, s.Influence, strata)
	s.SE, s.Lonely = math.Sqrt(max(0, variance)), decided
	return s
}

// withDeff adds the design effects, given the weighted sum of the squared
// residuals over the domain and what each is divided by in the estimate: the
// variance of a simple random sample is that of W·e/divisor.
func (s Statistic) withDeff(squares, divisor float64) Statistic {
	n := float64(s.N)
	if s.N < 2 || squares <= 0 {
		return s
	}
	simple := squares / s.Weight / (n - 1) * (s.Weight / divisor) * (s.Weight / divisor)
	v := s.SE * s.SE
	if simple <= 0 {
		return s
	}
	s.DeffReplacement = v / simple
	if s.Weight > n {
		s.Deff = v / (simple * (1 - n/s.Weight))
	}
	return s
}

// Contrast returns Σ coef·value of estimates from this design, with the joint
// influence Σ coef·u: domains that overlap, such as a part and the whole, are
// treated as what they are. Its domain is the union of theirs; it has no design
// effect. It panics unless there is a coefficient per estimate and each has
// the influence of this design's units.
//
// Source: Särndal, Swensson & Wretman, 1992, 5.5 (a function of totals).
func (d *Design) Contrast(coef []float64, of []Statistic) Statistic {
	if len(coef) != len(of) || len(of) == 0 {
		panic(fmt.Sprintf("estimate: %d coefficients for %d estimates", len(coef), len(of)))
	}
	union := make([]bool, len(d.Weights))
	for _, s := range of {
		d.need("influence values", len(s.Influence), false)
		for i := range union {
			union[i] = union[i] || s.In == nil || s.In[i]
		}
	}
	value := sum(len(of), func(k int) float64 { return coef[k] * of[k].Value })
	u := make([]float64, len(d.Weights))
	for i := range u {
		u[i] = sum(len(of), func(k int) float64 { return coef[k] * of[k].Influence[i] })
	}
	return d.finish(Statistic{Value: value, Influence: u, In: union})
}
