package analysis

import (
	"math"
	"math/bits"
	"slices"

	"benchmark/analysis/estimate"
	"benchmark/analysis/exact"
	"benchmark/survey"
)

// moments are what the numbers of a base add up to per profile, without loss, so
// that the sums of a group depend on its members alone: not on their order, and not
// on what other groups there are. See estimate.StratumSums.
type moments struct {
	of []summed
	// centre is the middle of each stratum.
	centre []float64
	grids  sumGrids
	// lostVV and lostVY are what a term of a sum may have lost.
	lostVV, lostVY float64
}

// summed are the sums of one profile, on the grids of the same names. plain are the
// numbers of all respondents; the others, those with a weight above 0.
type summed struct{ plain, y, v, wv, vv, vy exact.Fixed }

type sumGrids struct{ plain, y, v, wv, vv, vy exact.Grid }

// plus adds up two sums.
func (s summed) plus(o summed) summed {
	return summed{
		s.plain.Plus(o.plain), s.y.Plus(o.y), s.v.Plus(o.v), s.wv.Plus(o.wv), s.vv.Plus(o.vv), s.vy.Plus(o.vy),
	}
}

// lostOfGrid is what a term may lose on a grid for one term, as a part of the last
// digit of the largest float64 on it: few of its 128 bits are not for that.
const lostOfGrid = 1.0 / (1 << 35) / (1 << 35)

// smallestSquare keeps the squares of all but the least numbers exact.
const smallestSquare = 1e-250

// newMoments returns the sums of the numbers of a base of n; nil where they are
// so large or so small that their squares are no floats.
func newMoments(y *survey.Column, base survey.Bits, n int, p *profiles, w *weights) *moments {
	largest := 0.0
	for k, word := range base {
		for ; word != 0; word &= word - 1 {
			largest = max(largest, math.Abs(y.Number(k<<6+bits.TrailingZeros64(word))))
		}
	}
	// The distance from a centre is at most twice the largest number.
	heaviest, far := w.largest, 2*largest
	s := &moments{of: make([]summed, len(p.stratum)), centre: make([]float64, w.strata)}
	if largest == 0 {
		return s
	}
	for _, square := range []float64{heaviest * heaviest * far * far, heaviest * heaviest * far, heaviest * far * far} {
		if !(square >= smallestSquare && square <= math.MaxFloat64/4) {
			return nil
		}
	}
	grid := func(largest float64) exact.Grid { return exact.NewGrid(2*largest, n) }
	s.grids = sumGrids{
		plain: grid(largest), y: grid(heaviest * largest), v: grid(heaviest * far), wv: grid(heaviest * (heaviest * far)),
		vv: grid(heaviest * far * (heaviest * far)), vy: grid(heaviest * far * far),
	}
	s.lostVV = float64(n) * lostOfGrid * (heaviest * far) * (heaviest * far)
	s.lostVY = float64(n) * lostOfGrid * (heaviest * far * far)
	s.findCentres(s.addFirst(y, base, p, w), p)
	s.addSecond(y, base, p, w)
	return s
}

// extent is the number of some numbers, the smallest and the largest.
type extent struct {
	n         int
	low, high float64
}

// addFirst adds the numbers and the weighted numbers, and returns the extent of each
// profile.
func (s *moments) addFirst(y *survey.Column, base survey.Bits, p *profiles, w *weights) []extent {
	all := slices.Repeat([]extent{{0, math.Inf(1), math.Inf(-1)}}, len(p.stratum))
	for k, word := range base {
		for ; word != 0; word &= word - 1 {
			r := k<<6 + bits.TrailingZeros64(word)
			to, number := &s.of[p.of[r]], y.Number(r)
			to.plain = to.plain.Plus(s.grids.plain.Signed(number))
			to.y = to.y.Plus(s.grids.y.Signed(w.of[r] * number))
			e := &all[p.of[r]]
			e.n++
			e.low, e.high = min(e.low, number), max(e.high, number)
		}
	}
	return all
}

// findCentres takes the mean of each stratum as its centre, which of equal numbers is
// that number.
func (s *moments) findCentres(extents []extent, p *profiles) {
	strata := slices.Repeat([]extent{{0, math.Inf(1), math.Inf(-1)}}, len(s.centre))
	sums := make([]exact.Fixed, len(s.centre))
	for k, h := range p.stratum {
		e, of := &strata[h], &extents[k]
		e.n, e.low, e.high = e.n+of.n, min(e.low, of.low), max(e.high, of.high)
		sums[h] = sums[h].Plus(s.of[k].plain)
	}
	for h, e := range strata {
		if e.n > 0 {
			s.centre[h] = min(max(s.grids.plain.SignedFloat(sums[h])/float64(e.n), e.low), e.high)
		}
	}
}

// addSecond adds what the distances from the centres make.
func (s *moments) addSecond(y *survey.Column, base survey.Bits, p *profiles, w *weights) {
	centre := make([]float64, len(p.stratum))
	for k, h := range p.stratum {
		centre[k] = s.centre[h]
	}
	for k, word := range base {
		for ; word != 0; word &= word - 1 {
			r := k<<6 + bits.TrailingZeros64(word)
			at := p.of[r]
			to, e, weight := &s.of[at], y.Number(r)-centre[at], w.of[r]
			v := weight * e
			to.v = to.v.Plus(s.grids.v.Signed(v))
			to.wv = to.wv.Plus(s.grids.wv.Signed(weight * v))
			to.vv = to.vv.Plus(s.grids.vv.Fixed(v * v))
			to.vy = to.vy.Plus(s.grids.vy.Fixed(v * e))
		}
	}
}

// added returns what the members' numbers add up to in the strata of a reach of theirs.
func (m *members) added(b *builder, r *reach) *estimate.Sums {
	if m.totals != nil && m.summed == r {
		return m.totals
	}
	s := m.numbers.sums
	x := &estimate.Sums{Strata: make([]estimate.StratumSums, len(r.number))}
	strata := room(&m.at().summed, len(r.number))
	clear(strata)
	for _, at := range r.places {
		strata[at.stratum] = strata[at.stratum].plus(s.of[at.profile])
	}
	var all summed
	m.in.Each(func(k int) { all = all.plus(s.of[k]) })
	for k, cell := range r.fill(room(&m.at().part, len(r.number)), b.sampler, m.base.tally) {
		of, g := &strata[k], &s.grids
		x.N += cell.N
		x.Strata[k] = estimate.StratumSums{
			Cell: cell, Centre: s.centre[r.number[k]], V: g.v.SignedFloat(of.v), WV: g.wv.SignedFloat(of.wv),
			VV: g.vv.Float(of.vv), VY: g.vy.Float(of.vy), LostVV: float64(cell.N) * s.lostVV, LostVY: float64(cell.N) * s.lostVY,
		}
	}
	x.Weight, x.Squares = b.weightOf(m.base.tally, m.in)
	x.Total = s.grids.y.SignedFloat(all.y)
	m.mean = s.grids.plain.SignedFloat(all.plain) / float64(max(1, m.n))
	m.totals, m.summed = x, r
	return x
}

// weightOf returns the sums of the weights and of the squared weights of a tally in
// some profiles, each rounded once.
func (b *builder) weightOf(t tally, in survey.Bits) (weight, squares float64) {
	p := b.sampler
	if p.given != nil {
		var all weighed
		in.Each(func(k int) { all = all.plus(t.w[k]) })
		return p.given.grid.Float(all.w), p.given.squares.Float(all.squares)
	}
	var w, w2 exact.Sum
	in.Each(func(k int) {
		of := p.equal[b.profiles.stratum[k]]
		w.AddTimes(of, t.n[k])
		w2.AddTimes(of*of, t.n[k])
	})
	return w.Value(), w2.Value()
}
