package estimate

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"benchmark/analysis/exact"
)

// centres are the mean answers of the strata, or zeros.
func (s drawn) centres(zero bool) []float64 {
	centre := make([]float64, len(s.d.sampled))
	for h := range centre {
		if units := s.d.units(h); !zero && len(units) > 0 {
			centre[h] = meanOf(units, s.y)
		}
	}
	return centre
}

// sumsOf are the sums of the domain.
func (s drawn) sumsOf(in []bool, centre []float64) *Sums {
	d := s.d
	x := &Sums{Strata: make([]StratumSums, len(d.sampled))}
	cells := d.Cell(in)
	for h := range x.Strata {
		x.Strata[h].Cell, x.Strata[h].Centre = cells[h], centre[h]
		x.N += cells[h].N
	}
	x.Weight = d.sum(in, func(int) float64 { return 1 })
	x.Squares = d.sum(in, func(i int) float64 { return d.Weights[i] })
	x.Total = d.sum(in, func(i int) float64 { return s.y[i] })
	for h := range x.Strata {
		var v, wv, vv, vy exact.Sum
		for _, i := range d.units(h) {
			if w := d.Weights[i]; w > 0 && (in == nil || in[i]) {
				y := s.y[i] - centre[h]
				v.Add(w * y)
				wv.Add(w * (w * y))
				vv.Add(w * y * (w * y))
				vy.Add(w * y * y)
			}
		}
		c := &x.Strata[h]
		c.V, c.WV, c.VV, c.VY = v.Value(), wv.Value(), vv.Value(), vy.Value()
	}
	return x
}

// TestSumsAgree: means, totals, their contrasts and covariances from sums per
// stratum equal those by influence values, whatever the centres, or are said to
// have lost digits.
func TestSumsAgree(t *testing.T) {
	kept := 0
	rapid.Check(t, func(t *rapid.T) {
		s := draws(t)
		d, fast := s.d, s.d.Fast()
		far := rapid.SampledFrom([]float64{0, 0, 1, 1e3, 1e9}).Draw(t, "far")
		for i := range s.y {
			s.y[i] = s.y[i]*rapid.SampledFrom([]float64{1, 0.1, 1e-7}).Draw(t, "scale") + far
		}
		centre := s.centres(rapid.Bool().Draw(t, "zero"))
		var means []Linear
		var slow []Statistic
		all := true
		for g := range 3 {
			group := s.is(s.group, g)
			x := s.sumsOf(group, centre)
			a := d.Mean(s.y, group)
			b, ok := fast.NumberMean(x)
			all = all && ok
			means, slow = append(means, b), append(slow, a)
			sameStatistic(t, "mean", a, b.Statistic, ok)
			e, ok := fast.NumberTotal(x)
			sameStatistic(t, "total", d.Total(s.y, group), e.Statistic, ok)
		}
		if !all {
			return
		}
		kept++
		for i := range 3 {
			for j := range 3 {
				scale := slow[i].SE*slow[j].SE + 1e-15*math.Abs(far)
				agree(t, "covariance", d.Covariance(slow[i].Influence, slow[j].Influence),
					fast.CovarianceLinear(means[i], means[j], i == j, d.Cell(nil)), scale*10+1e-30)
			}
		}
		coef := []float64{1, -1}
		for _, of := range [][]int{{0, 1}, {2, 0}} {
			a := d.Contrast(coef, []Statistic{slow[of[0]], slow[of[1]]})
			b, ok := fast.ContrastLinear(coef, []Linear{means[of[0]], means[of[1]]})
			sameStatistic(t, "contrast", a, b, ok)
		}
		// Those who gave an answer beside a group: some are in both.
		yes, no := s.is(s.answer, 1), s.is(s.answer, 0)
		whole, ok := fast.NumberMean(s.sumsOf(yes, centre))
		beside := d.Mean(s.y, yes)
		if ok && beside.N > 0 && slow[0].N > 0 {
			pieces := []Piece{
				{s.sumsOf(both(yes, s.is(s.group, 0)), centre), []int{0, 1}}, {s.sumsOf(both(no, s.is(s.group, 0)), centre), []int{0}},
				{s.sumsOf(both(yes, s.is(s.group, 1)), centre), []int{1}}, {s.sumsOf(both(yes, s.is(s.group, 2)), centre), []int{1}},
			}
			a := d.Contrast(coef, []Statistic{slow[0], beside})
			b, ok := fast.ContrastOverlapping(coef, []Linear{means[0], whole}, pieces)
			sameStatistic(t, "overlapping", a, b, ok)
		}
		union := fast.UnionBasis(means)
		if union.N != d.Mean(s.y, nil).N || union.DF != d.DF() {
			t.Fatalf("basis %+v", union)
		}
	})
	if kept < 40 {
		t.Errorf("only %d draws kept their digits", kept)
	}
}

func sameStatistic(t *rapid.T, what string, a, b Statistic, ok bool) {
	t.Helper()
	if a.N != b.N || a.DF != b.DF || a.Census != b.Census || len(a.Lonely) != len(b.Lonely) {
		t.Fatalf("%s: %+v, %+v", what, a, b)
	}
	agree(t, what, a.Value, b.Value, math.Abs(a.Value))
	agree(t, what+" weight", a.Weight, b.Weight, a.Weight)
	agree(t, what+" effective", a.Effective, b.Effective, a.Effective)
	if !ok {
		return
	}
	// What rounding of the answers themselves does to the row-wise way.
	noise := 1e-15 * math.Abs(a.Value)
	agree(t, what+" error", a.SE, b.SE, a.SE+1e3*noise)
	if a.SE > 1e4*noise {
		agree(t, what+" design effect", a.Deff, b.Deff, 100*a.Deff)
		agree(t, what+" design effect with replacement", a.DeffReplacement, b.DeffReplacement, 100*a.DeffReplacement)
	}
}
