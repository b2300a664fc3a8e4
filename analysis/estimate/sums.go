package estimate

import "math"

// The fast form of means and totals of numbers. A number y of a unit with weight w
// is taken as its distance y-c from a centre of its stratum; with v = w·(y-c) six
// sums per stratum tell what every domain's mean and total, their standard errors
// and those of differences need. The units are then passed once for all domains.

// Sums are what a number adds up to over the units of a domain with a weight above
// 0.
type Sums struct {
	N int
	// Weight is Σw, Squares Σw² and Total Σwy, each rounded once over all strata.
	Weight, Squares, Total float64
	// Strata has one element per stratum.
	Strata []StratumSums
}

// StratumSums are the sums of the units of a domain in one stratum.
type StratumSums struct {
	Cell
	// Centre is c, the same for all domains: best the mean of the stratum.
	Centre float64
	// V is Σv, WV Σwv, VV Σv² and VY Σv(y-c).
	V, WV, VV, VY float64
	// LostVV and LostVY are what these may have lost, relative to the last digit of
	// a float64.
	LostVV, LostVY float64
}

// cancels is how many times a variance the sums that it is the difference of may
// be: 2^8 costs eight of its 53 bits.
const cancels = 256

// Linear is an estimate from sums with the influence that the units of its domain
// have on it, summed per stratum.
type Linear struct {
	Statistic
	parts []part
}

// part is the influence of the units of a domain in a stratum.
type part struct {
	Cell
	// total is Σu and within Σ(u-ū)² over the units in the domain; within is the
	// difference of sums as large as terms.
	total, within, terms float64
}

// NumberMean returns the mean of a number. It equals Design.Mean, but has no
// Influence and no In. ok is false when so much of the sums cancels out that digits
// of the standard error or the design effect are lost: the units need looking at.
func (s *Strata) NumberMean(x *Sums) (estimate Linear, ok bool) {
	out := Linear{Statistic: s.Basis(x)}
	if x.N == 0 {
		out.parts = make([]part, len(x.Strata))
		return out, true
	}
	out.Value = x.Total / x.Weight
	squares, terms := out.spreadAround(x, out.Value, 1/x.Weight, out.Value)
	out.Statistic, ok = s.estimated(out)
	out.Statistic = out.withDeff(squares, x.Weight)
	return out, ok && terms <= cancels*squares
}

// NumberTotal returns the total of a number. It equals Design.Total but for what
// NumberMean leaves out too.
func (s *Strata) NumberTotal(x *Sums) (estimate Linear, ok bool) {
	out := Linear{Statistic: s.Basis(x)}
	if x.N == 0 {
		out.parts = make([]part, len(x.Strata))
		return out, true
	}
	out.Value = x.Total
	squares, terms := out.spreadAround(x, 0, 1, x.Total/x.Weight)
	out.Statistic, ok = s.estimated(out)
	out.Statistic = out.withDeff(squares, 1)
	return out, ok && terms <= cancels*squares
}

// Basis returns the statistic of a domain without an estimate: the units, their
// weights and degrees of freedom.
func (s *Strata) Basis(x *Sums) Statistic {
	out := Statistic{N: x.N, Weight: x.Weight}
	strata := 0
	for h := range x.Strata {
		if x.Strata[h].N > 0 {
			strata++
		}
	}
	out.DF = float64(x.N - strata)
	if x.N == 0 {
		return out
	}
	out.Effective = x.Weight * x.Weight / x.Squares
	out.Census = true
	for h, n := range s.Sampled {
		has := x.Strata[h].N > 0
		out.Census = out.Census && (!has || float64(n) == s.Population[h])
		if has && lonely(n, s.Population[h]) {
			out.Lonely = append(out.Lonely, s.at(h))
		}
	}
	return out
}

// spreadAround fills in the influence u = w·(y-from)·scale, and returns the weighted
// sum of squares around the mean, which is the difference of sums as large as terms.
func (e *Linear) spreadAround(x *Sums, from, scale, mean float64) (squares, terms float64) {
	e.parts = make([]part, len(x.Strata))
	for h := range x.Strata {
		c := &x.Strata[h]
		if c.N == 0 {
			continue
		}
		e.parts[h] = c.influence(scale, (c.Centre-from)*scale)
		d := c.Centre - mean
		squares += c.VY + 2*d*c.V + d*d*c.W
		terms += c.VY + c.LostVY + 2*math.Abs(d*c.V) + d*d*c.W
	}
	return max(0, squares), terms
}

// influence returns that of units with u = a·v + b·w, of which
// Σ(u-ū)² = a²·Σ(v-v̄)² + 2ab·Σ(v-v̄)(w-w̄) + b²·Σ(w-w̄)².
func (c *StratumSums) influence(a, b float64) part {
	p := part{Cell: c.Cell, total: a*c.V + b*c.W}
	if c.N > 1 {
		n, weights := float64(c.N), c.within()
		p.within = max(0, a*a*(c.VV-c.V*c.V/n)+2*a*b*(c.WV-c.V*c.W/n)+b*b*weights)
		p.terms = a*a*(c.VV+c.LostVV) + 2*math.Abs(a*b)*(math.Abs(c.WV)+math.Abs(c.V)*c.W/n) + b*b*weights
	}
	return p
}

// Piece are the units that are in the same of several domains: In holds which.
type Piece struct {
	*Sums
	In []int
}

// ContrastOverlapping is ContrastLinear of domains that may have units in common, of
// which all are in one of the pieces.
func (s *Strata) ContrastOverlapping(coef []float64, of []Linear, pieces []Piece) (out Statistic, ok bool) {
	parts, ones := make([]Linear, len(pieces)), make([]float64, len(pieces))
	for k, piece := range pieces {
		ones[k] = 1
		a := 0.0
		for _, j := range piece.In {
			a += coef[j] / of[j].Weight
		}
		parts[k].parts = make([]part, len(piece.Strata))
		for h := range piece.Strata {
			c, b := &piece.Strata[h], 0.0
			for _, j := range piece.In {
				b += coef[j] * (c.Centre - of[j].Value) / of[j].Weight
			}
			if c.N > 0 {
				parts[k].parts[h] = c.influence(a, b)
			}
		}
	}
	out, ok = s.ContrastLinear(ones, parts)
	out.Value = sum(len(of), func(k int) float64 { return coef[k] * of[k].Value })
	return out, ok
}

// estimated adds the standard error to the statistic of an estimate.
func (s *Strata) estimated(e Linear) (out Statistic, ok bool) {
	return s.withSpread(e.Statistic, []float64{1}, []Linear{e})
}

// ContrastLinear returns Σ coef·value of estimates of domains without a common unit.
// It equals Design.Contrast; ok is false as for NumberMean.
func (s *Strata) ContrastLinear(coef []float64, of []Linear) (out Statistic, ok bool) {
	base := unionOf(of, len(s.Sampled))
	out = Statistic{
		Value: sum(len(of), func(k int) float64 { return coef[k] * of[k].Value }),
		N:     s.units(base), DF: s.df(base), Weight: weightOf(base),
	}
	if out.N == 0 {
		return out, true
	}
	out.Effective = out.Weight * out.Weight / squaresOf(base)
	return s.withSpread(out, coef, of)
}

// withSpread adds the standard error of Σ coef·estimate of domains without a common
// unit, and whether it kept its digits.
func (s *Strata) withSpread(out Statistic, coef []float64, of []Linear) (Statistic, bool) {
	base := unionOf(of, len(s.Sampled))
	square := func(h int) float64 { return s.squareOf(h, coef, of) }
	variance, decided, census := s.variance(base, func(h int) float64 { return s.spreadOf(h, coef, of) }, square)
	terms := s.total(base, func(h int) float64 {
		all := s.spreadOf(h, coef, of)
		for k := range of {
			p := &of[k].parts[h]
			all += coef[k] * coef[k] * (p.terms - p.within)
		}
		return all
	}, square)
	out.SE, out.Lonely, out.Census = math.Sqrt(max(0, variance)), decided, census
	return out, terms <= cancels*variance
}

// spreadOf returns Σ(u-ū)² over the sampled units of a stratum.
func (s *Strata) spreadOf(h int, coef []float64, of []Linear) float64 {
	n, outside := float64(s.Sampled[h]), s.Sampled[h]
	mean := 0.0
	for k := range of {
		p := &of[k].parts[h]
		mean += coef[k] * p.total / n
		outside -= p.N
	}
	all := float64(outside) * mean * mean
	for k := range of {
		if p := &of[k].parts[h]; p.N > 0 {
			between := coef[k]*p.total/float64(p.N) - mean
			all += coef[k]*coef[k]*p.within + float64(p.N)*between*between
		}
	}
	return all
}

// squareOf returns Σu² over a stratum of which one unit was sampled.
func (s *Strata) squareOf(h int, coef []float64, of []Linear) float64 {
	all := 0.0
	for k := range of {
		u := coef[k] * of[k].parts[h].total
		all += u * u
	}
	return all
}

// unionOf returns the cells of the units of domains without a common one.
func unionOf(of []Linear, strata int) []Cell {
	base := make([]Cell, strata)
	for k := range of {
		for h := range base {
			c := &of[k].parts[h].Cell
			base[h] = Cell{base[h].N + c.N, base[h].W + c.W, base[h].W2 + c.W2}
		}
	}
	return base
}

// UnionBasis returns the statistic on the union of domains without a common unit,
// without an estimate.
func (s *Strata) UnionBasis(of []Linear) Statistic {
	base := unionOf(of, len(s.Sampled))
	return Statistic{N: s.units(base), DF: s.df(base)}
}

// CovarianceLinear returns the covariance of two estimates of domains without a
// common unit, or of an estimate and itself where same is true, in a sample of which
// all holds the sums. It equals Design.Covariance.
func (s *Strata) CovarianceLinear(a, b Linear, same bool, all []Cell) float64 {
	one := []float64{1}
	return s.total(all, func(h int) float64 {
		if same {
			return s.spreadOf(h, one, []Linear{a})
		}
		// Nobody is in both, so that Σ(u-ū)(v-v̄) = -Σu·Σv/n.
		return -a.parts[h].total * b.parts[h].total / float64(s.Sampled[h])
	}, func(h int) float64 {
		if same {
			return s.squareOf(h, one, []Linear{a})
		}
		return 0
	})
}
