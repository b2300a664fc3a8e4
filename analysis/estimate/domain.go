package estimate

import (
	"cmp"
	"math"
	"slices"

	"benchmark/analysis/exact"
)

// Domain is a domain of a design of which several numbers are estimated. Its
// estimates equal those of Design to the bit, but have no Influence and no In, so
// that they cost passes over the units of the domain and not of the sample. It is
// not for calibrated weights.
type Domain struct {
	design *Design
	// units have a weight above 0, by stratum; start is where a stratum begins.
	units   []uint32
	start   []int
	weights []float64
	// strata have a unit, and basis is what every statistic of the domain says.
	strata []bool
	basis  Statistic
}

// Domain returns the domain of the units for which in is true; nil: all.
func (d *Design) Domain(in []bool) *Domain {
	d.need("marks", len(in), in == nil)
	if d.Residual != nil {
		panic("estimate: a domain by itself of calibrated weights")
	}
	m := &Domain{design: d, start: make([]int, len(d.sampled)+1), strata: make([]bool, len(d.sampled))}
	n := len(d.Weights)
	if in != nil {
		n = count(in)
	}
	m.units, m.weights = make([]uint32, 0, n), make([]float64, 0, n)
	for h := range d.sampled {
		for _, i := range d.units(h) {
			if w := d.Weights[i]; w > 0 && (in == nil || in[i]) {
				m.units, m.weights = append(m.units, i), append(m.weights, w)
			}
		}
		m.start[h+1] = len(m.units)
	}
	m.describe()
	return m
}

// describe fills the basis.
func (m *Domain) describe() {
	d := m.design
	for h := range m.strata {
		m.strata[h] = m.start[h+1] > m.start[h]
	}
	s := Statistic{N: len(m.units), DF: float64(len(m.units) - count(m.strata))}
	if s.N > 0 {
		var weight, squares exact.Sum
		weight.AddAll(m.weights)
		addEach(&squares, m.weights, func(w float64) float64 { return w * w })
		s.Weight = weight.Value()
		s.Effective = s.Weight * s.Weight / squares.Value()
		s.Census = true
		for h, has := range m.strata {
			s.Census = s.Census && (!has || float64(d.sampled[h]) == d.Population[h])
			if has && lonely(d.sampled[h], d.Population[h]) {
				s.Lonely = append(s.Lonely, h)
			}
		}
	}
	m.basis = s
}

// Basis returns the statistic without an estimate: the units, their weights and
// degrees of freedom.
func (m *Domain) Basis() Statistic { return m.basis }

// Mean returns the estimated mean of y, as Design.Mean.
func (m *Domain) Mean(y []float64) Statistic {
	m.design.need("numbers", len(y), false)
	if m.basis.N == 0 {
		return m.basis
	}
	var total, squares exact.Sum
	u, terms := make([]float64, len(m.units)), make([]float64, len(m.units))
	for k, i := range m.units {
		u[k] = y[i]
		terms[k] = m.weights[k] * u[k]
	}
	total.AddAll(terms)
	mean := total.Value() / m.basis.Weight
	for k, w := range m.weights {
		e := u[k] - mean
		u[k] = e / m.basis.Weight * w
		terms[k] = w * float64(e*e)
	}
	squares.AddAll(terms)
	return m.statistic(mean, u).withDeff(squares.Value(), m.basis.Weight)
}

// addEach adds what of returns for each number.
func addEach(sum *exact.Sum, xs []float64, of func(float64) float64) {
	var terms [256]float64
	for len(xs) > 0 {
		n := min(len(xs), len(terms))
		for i, x := range xs[:n] {
			terms[i] = of(x)
		}
		sum.AddAll(terms[:n])
		xs = xs[n:]
	}
}

// Total returns the estimated total of y, as Design.Total.
func (m *Domain) Total(y []float64) Statistic {
	m.design.need("numbers", len(y), false)
	if m.basis.N == 0 {
		return m.basis
	}
	var total, squares exact.Sum
	u := make([]float64, len(m.units))
	for k, i := range m.units {
		u[k] = y[i] * m.weights[k]
		total.Add(u[k])
	}
	mean := total.Value() / m.basis.Weight
	for k, i := range m.units {
		e := y[i] - mean
		squares.Add(m.weights[k] * float64(e*e))
	}
	return m.statistic(total.Value(), u).withDeff(squares.Value(), 1)
}

// statistic returns the estimate with weighted influence values u.
func (m *Domain) statistic(value float64, u []float64) Statistic {
	s, d := m.basis, m.design
	s.Value = value
	var all exact.Sum
	for h, n := range d.sampled {
		if !m.strata[h] || float64(n) == d.Population[h] {
			continue
		}
		within := u[m.start[h]:m.start[h+1]]
		if lonely(n, d.Population[h]) {
			if d.Lonely == Adjust {
				all.Add(within[0] * within[0] * correction(n, d.Population[h]))
			}
			continue
		}
		all.Add(correction(n, d.Population[h]) * spread(within, n))
	}
	variance := d.Lonely.scaled(all.Value(), count(m.strata), len(s.Lonely))
	s.SE = math.Sqrt(max(0, variance))
	return s
}

// spread returns Σ(u-ū)² over the n units of a stratum, of which those that are
// not given have 0.
func spread(u []float64, n int) float64 {
	mean := centreOf(u, n)
	var squares exact.Sum
	addEach(&squares, u, func(v float64) float64 { return (v - mean) * (v - mean) })
	squares.AddTimes(mean*mean, n-len(u))
	return squares.Value()
}

// centreOf returns the mean of n influence values, of which those not given are 0.
func centreOf(u []float64, n int) float64 {
	if n == 0 {
		return 0
	}
	var total exact.Sum
	low, high := math.Inf(1), math.Inf(-1)
	if len(u) < n {
		low, high = 0, 0
	}
	total.AddAll(u)
	for _, v := range u {
		low, high = min(low, v), max(high, v)
	}
	return min(max(total.Value()/float64(n), low), high)
}

// Apart are the means of a number in domains without a common unit, for what the
// joint influence of several of them needs. Its figures equal those of Design to
// the bit.
type Apart struct {
	Means   []Statistic
	domains []*Domain
	u       [][]float64
	// centre[k][h] is the mean influence in a stratum.
	centre [][]float64
}

// NewApart returns the means of y in the domains, which are of one design.
func NewApart(y []float64, domains []*Domain) *Apart {
	a := &Apart{domains: domains}
	for _, m := range domains {
		s := m.Mean(y)
		u, centre := make([]float64, len(m.units)), make([]float64, len(m.strata))
		for k, i := range m.units {
			u[k] = (y[i] - s.Value) / m.basis.Weight * m.weights[k]
		}
		for h, n := range m.design.sampled {
			centre[h] = centreOf(u[m.start[h]:m.start[h+1]], n)
		}
		a.Means, a.u, a.centre = append(a.Means, s), append(a.u, u), append(a.centre, centre)
	}
	return a
}

// Contrast returns Σ coef·mean over some of the means, as Design.Contrast.
func (a *Apart) Contrast(coef []float64, of []int) Statistic {
	first := a.domains[of[0]]
	all := &Domain{design: first.design, start: make([]int, len(first.start)), strata: make([]bool, len(first.strata))}
	var u []float64
	for h := range all.strata {
		for j, k := range of {
			m := a.domains[k]
			for i := m.start[h]; i < m.start[h+1]; i++ {
				u = append(u, coef[j]*a.u[k][i])
				all.units, all.weights = append(all.units, m.units[i]), append(all.weights, m.weights[i])
			}
		}
		all.start[h+1] = len(all.units)
	}
	all.describe()
	return all.statistic(sum(len(of), func(j int) float64 { return coef[j] * a.Means[of[j]].Value }), u)
}

// Basis returns the statistic on the union of all domains without an estimate.
func (a *Apart) Basis() Statistic {
	var s Statistic
	strata := make([]bool, len(a.domains[0].strata))
	for _, m := range a.domains {
		s.N += m.basis.N
		for h, has := range m.strata {
			strata[h] = strata[h] || has
		}
	}
	s.DF = float64(s.N - count(strata))
	return s
}

// Covariance returns the covariance of two of the means, as Design.Covariance.
func (a *Apart) Covariance(i, j int) float64 {
	d := a.domains[i].design
	_, strata := d.reach(nil)
	var all exact.Sum
	decided := 0
	for h, n := range d.sampled {
		switch {
		case !strata[h] || float64(n) == d.Population[h]:
		case lonely(n, d.Population[h]):
			decided++
			if u := a.of(i, h); d.Lonely == Adjust && i == j && len(u) > 0 {
				all.Add(u[0] * u[0] * correction(n, d.Population[h]))
			}
		case i == j:
			all.Add(correction(n, d.Population[h]) * spread(a.of(i, h), n))
		default:
			all.Add(correction(n, d.Population[h]) * a.between(i, j, h, n))
		}
	}
	return d.Lonely.scaled(all.Value(), count(strata), decided)
}

// of returns the influence values of domain k in a stratum.
func (a *Apart) of(k, h int) []float64 {
	m := a.domains[k]
	return a.u[k][m.start[h]:m.start[h+1]]
}

// between returns Σ(u-ū)(v-v̄) over the n units of a stratum, each of which has no
// influence on one of the means or on both.
func (a *Apart) between(i, j, h, n int) float64 {
	u, v := a.of(i, h), a.of(j, h)
	uMean, vMean := a.centre[i][h], a.centre[j][h]
	var all exact.Sum
	for _, x := range u {
		all.Add((x - uMean) * -vMean)
	}
	for _, x := range v {
		all.Add(-uMean * (x - vMean))
	}
	all.AddTimes(uMean*vMean, n-len(u)-len(v))
	return all.Value()
}

// Ranked is a domain in the order of its answers, for their quantiles.
type Ranked struct {
	*Domain
	y   []float64
	all distribution
	// u and terms are room for the work on a quantile.
	u, terms []float64
}

// Ranked returns the answers of the domain in order. order holds the units of the
// domain, and may hold others, as Order has them.
func (m *Domain) Ranked(y []float64, order []uint32, fileOrder bool) *Ranked {
	in := make([]bool, len(m.design.Weights))
	for _, i := range m.units {
		in[i] = true
	}
	units := make([]uint32, 0, len(m.units))
	for _, i := range order {
		if in[i] {
			units = append(units, i)
		}
	}
	weights := m.design.Weights
	for first := 0; first < len(units) && !fileOrder; {
		last := first + 1
		for last < len(units) && y[units[last]] == y[units[first]] {
			last++
		}
		slices.SortStableFunc(units[first:last], func(i, j uint32) int { return cmp.Compare(weights[j], weights[i]) })
		first = last
	}
	return &Ranked{Domain: m, y: y, all: distributionOf(y, weights, units, fileOrder)}
}

// Quantile returns the quantile p, as Design.Quantile.
func (r *Ranked) Quantile(p float64, o QuantileOptions) Summary {
	return r.all.woodruff(p, o, r.under)
}

// under returns the mean of a number that is 1 where the answer is at most the value
// and else 0, as Mean does of such a number.
func (r *Ranked) under(value float64) Statistic {
	if r.basis.N == 0 {
		return r.basis
	}
	if r.u == nil {
		r.u, r.terms = make([]float64, len(r.units)), make([]float64, len(r.units))
	}
	var total, squares exact.Sum
	u, terms, n := r.u, r.terms, 0
	for k, i := range r.units {
		if u[k] = 0; r.y[i] <= value {
			u[k] = 1
			terms[n] = r.weights[k]
			n++
		}
	}
	total.AddAll(terms[:n])
	mean := total.Value() / r.basis.Weight
	// Of both kinds of units, the influence and its square by weight.
	influence, square := [2]float64{}, [2]float64{}
	for is := range influence {
		e := float64(is) - mean
		influence[is], square[is] = e/r.basis.Weight, float64(e*e)
	}
	for k, w := range r.weights {
		is := int(u[k])
		u[k], terms[k] = influence[is]*w, w*square[is]
	}
	squares.AddAll(terms)
	return r.statistic(mean, u).withDeff(squares.Value(), r.basis.Weight)
}
