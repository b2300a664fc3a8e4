package analysis

import (
	"math"
	"math/bits"
	"runtime"
	"slices"
	"sync"

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
	// terms is for how many terms the grids are.
	terms int
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

// newMoments returns the sums of the numbers of a base of n, at most the largest from 0; nil
// where they are so large or so small that their squares are no floats.
func newMoments(y *survey.Column, base survey.Bits, n int, p *profiles, w *weights, largest float64) *moments {
	// The distance from a centre is at most twice the largest number.
	heaviest, far := w.largest, 2*largest
	s := &moments{of: make([]summed, len(p.stratum)), centre: make([]float64, w.strata), terms: n}
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
	centre := make([]float64, len(p.stratum))
	for k, h := range p.stratum {
		centre[k] = s.centre[h]
	}
	s.inPieces(len(base), func(piece *moments, from, to int) { piece.addSecond(y, base, from, to, centre, p, w) })
	return s
}

// inPieces adds up what pieces of the words of a base make, of which each thread takes the
// next one: another may be at work elsewhere for a while.
func (s *moments) inPieces(words int, add func(piece *moments, from, to int)) {
	const ofEach = 4
	pieces := min(ofEach*runtime.GOMAXPROCS(0), words*64/max(manyRespondents, len(s.of)))
	if pieces < 2 {
		add(s, 0, words)
		return
	}
	all := make([]moments, pieces)
	each(pieces, func(k int) {
		all[k] = moments{of: make([]summed, len(s.of)), grids: s.grids, terms: s.terms}
		add(&all[k], k*words/pieces, (k+1)*words/pieces)
	})
	for k := range all {
		for i := range s.of {
			s.of[i] = s.of[i].plus(all[k].of[i])
		}
	}
}

// largestOf returns how far from 0 the numbers of a base are at most, of whom so many have
// each place where there are places.
func largestOf(y *survey.Column, base survey.Bits, given []uint32) float64 {
	largest := 0.0
	if given == nil {
		base.Each(func(r int) { largest = max(largest, math.Abs(y.Number(r))) })
		return largest
	}
	_, values := y.Places()
	for place, n := range given {
		if n > 0 {
			largest = max(largest, math.Abs(values[place]))
		}
	}
	return largest
}

// batch is some of a base, laid out side by side.
type batch struct {
	n              int
	profile        [perBatch]uint32
	number, weight [perBatch]float64
}

// perBatch is how many are in a batch at most, a multiple of 64.
const perBatch = 128

// inBatches calls a function with the numbers of a base, which begins with a respondent,
// batch by batch.
func inBatches(y *survey.Column, base survey.Bits, first int, p *profiles, w *weights, do func(some *batch)) {
	some, of, weights := new(batch), p.of, w.of
	places, values := y.Places()
	numbers := values
	if places == nil {
		numbers = y.Numbers()
	}
	for from := 0; from < len(base); from += perBatch / 64 {
		n := 0
		for k, word := range base[from:min(from+perBatch/64, len(base))] {
			for ; word != 0; word &= word - 1 {
				r := first + (from+k)<<6 + bits.TrailingZeros64(word)
				at := r
				if places != nil {
					at = int(places[r])
				}
				some.profile[n], some.number[n], some.weight[n] = of[r], numbers[at], weights[r]
				n++
			}
		}
		some.n = n
		do(some)
	}
}

// extent is the number of some numbers, the smallest and the largest.
type extent struct {
	n         int
	low, high float64
}

// with returns the extent of some numbers and others.
func (e extent) with(o extent) extent {
	return extent{e.n + o.n, min(e.low, o.low), max(e.high, o.high)}
}

// nothingYet are n extents of no numbers.
func nothingYet(n int) []extent { return slices.Repeat([]extent{{0, math.Inf(1), math.Inf(-1)}}, n) }

// addFirst adds the numbers and the weighted numbers, and returns the extent of each
// profile.
func (s *moments) addFirst(y *survey.Column, base survey.Bits, p *profiles, w *weights) []extent {
	var lock sync.Mutex
	all := nothingYet(len(p.stratum))
	s.inPieces(len(base), func(piece *moments, from, to int) {
		extents := piece.addSome(y, base, from, to, p, w)
		lock.Lock()
		defer lock.Unlock()
		for k := range all {
			all[k] = all[k].with(extents[k])
		}
	})
	return all
}

// addSome is addFirst for some words of the base.
func (s *moments) addSome(y *survey.Column, base survey.Bits, from, to int, p *profiles, w *weights) []extent {
	all := nothingYet(len(p.stratum))
	byPlain, byY := s.grids.plain.Steps(s.terms), s.grids.y.Steps(s.terms)
	plain, weighted := make([]exact.Stepped, len(all)), make([]exact.Stepped, len(all))
	inBatches(y, base[from:to], from*64, p, w, func(some *batch) {
		number, weight, of := some.number[:some.n], some.weight[:some.n], some.profile[:some.n]
		for k, x := range number {
			e := &all[of[k]]
			e.n++
			if x <= e.low || x >= e.high {
				e.low, e.high = min(e.low, x), max(e.high, x)
			}
			weight[k] *= x
		}
		byPlain.Add(number, plain, of)
		byY.Add(weight, weighted, of)
	})
	for at, e := range all {
		s.of[at] = s.of[at].plus(summed{plain: byPlain.Sum(&plain[at], e.n), y: byY.Sum(&weighted[at], e.n)})
	}
	return all
}

// findCentres takes the mean of each stratum as its centre, which of equal numbers is
// that number.
func (s *moments) findCentres(extents []extent, p *profiles) {
	strata := nothingYet(len(s.centre))
	sums := make([]exact.Fixed, len(s.centre))
	for k, h := range p.stratum {
		strata[h] = strata[h].with(extents[k])
		sums[h] = sums[h].Plus(s.of[k].plain)
	}
	for h, e := range strata {
		if e.n > 0 {
			s.centre[h] = min(max(s.grids.plain.SignedFloat(sums[h])/float64(e.n), e.low), e.high)
		}
	}
}

// addSecond adds what the distances from the centres of the profiles make, for some words of
// the base.
func (s *moments) addSecond(y *survey.Column, base survey.Bits, from, to int, centre []float64, p *profiles, w *weights) {
	n := make([]int, len(centre))
	steps := [4]exact.Steps{s.grids.v.Steps(s.terms), s.grids.wv.Steps(s.terms), s.grids.vv.Steps(s.terms), s.grids.vy.Steps(s.terms)}
	var sums [len(steps)][]exact.Stepped
	for k := range sums {
		sums[k] = make([]exact.Stepped, len(centre))
	}
	var terms [len(steps)][perBatch]float64
	inBatches(y, base[from:to], from*64, p, w, func(some *batch) {
		of := some.profile[:some.n]
		for k, at := range of {
			weight, e := some.weight[k], some.number[k]-centre[at]
			v := weight * e
			n[at]++
			terms[0][k], terms[1][k], terms[2][k], terms[3][k] = v, weight*v, v*v, v*e
		}
		for k := range steps {
			steps[k].Add(terms[k][:some.n], sums[k], of)
		}
	})
	for at, n := range n {
		sum := func(k int) exact.Fixed { return steps[k].Sum(&sums[k][at], n) }
		s.of[at] = s.of[at].plus(summed{v: sum(0), wv: sum(1), vv: sum(2), vy: sum(3)})
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
