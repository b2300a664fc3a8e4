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
	for h := range d.sampled {
		for _, i := range d.order[d.start[h]:d.start[h+1]] {
			if w := d.Weights[i]; w > 0 && (in == nil || in[i]) {
				m.units, m.weights = append(m.units, uint32(i)), append(m.weights, w)
			}
		}
		m.start[h+1] = len(m.units)
		m.strata[h] = m.start[h+1] > m.start[h]
	}
	s := Statistic{N: len(m.units), DF: float64(len(m.units) - count(m.strata))}
	if s.N > 0 {
		var weight, squares exact.Sum
		for _, w := range m.weights {
			weight.Add(w)
			squares.Add(w * w)
		}
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
	return m
}

// Basis returns the statistic without an estimate: the units, their weights and
// degrees of freedom.
func (m *Domain) Basis() Statistic { return m.basis }

// Mean returns the estimated mean of y, as Design.Mean.
func (m *Domain) Mean(y []float64) Statistic {
	m.design.need("numbers", len(y), false)
	return m.mean(func(i uint32) float64 { return y[i] })
}

func (m *Domain) mean(y func(uint32) float64) Statistic {
	if m.basis.N == 0 {
		return m.basis
	}
	var total, squares exact.Sum
	residual := make([]float64, len(m.units))
	for k, i := range m.units {
		residual[k] = y(i)
		total.Add(m.weights[k] * residual[k])
	}
	mean := total.Value() / m.basis.Weight
	u := make([]float64, len(m.units))
	for k, w := range m.weights {
		e := residual[k] - mean
		u[k] = e / m.basis.Weight * w
		squares.Add(w * float64(e*e))
	}
	return m.statistic(mean, u).withDeff(squares.Value(), m.basis.Weight)
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
	var total, squares exact.Sum
	low, high := math.Inf(1), math.Inf(-1)
	if len(u) < n {
		low, high = 0, 0
	}
	for _, v := range u {
		total.Add(v)
		low, high = min(low, v), max(high, v)
	}
	mean := min(max(total.Value()/float64(n), low), high)
	for _, v := range u {
		a := v - mean
		squares.Add(a * a)
	}
	squares.AddTimes(mean*mean, n-len(u))
	return squares.Value()
}

// Ranked is a domain in the order of its answers, for their quantiles.
type Ranked struct {
	*Domain
	y   []float64
	all distribution
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
	return &Ranked{m, y, distributionOf(y, weights, units)}
}

// Quantile returns the quantile p, as Design.Quantile.
func (r *Ranked) Quantile(p float64, o QuantileOptions) Summary {
	return r.all.estimate(p, o, func(value float64) Statistic {
		return r.mean(func(i uint32) float64 {
			if r.y[i] <= value {
				return 1
			}
			return 0
		})
	})
}
