package estimate

import (
	"math"

	"benchmark/analysis/exact"
)

// Base are the units of a domain by stratum, with what all shares in it have in
// common. Strata.Base makes it.
type Base struct {
	// Statistic says what every share of the domain does, without an estimate.
	Statistic
	cells []Cell
	// reached is the number of the strata with a unit, and alone that of the lonely
	// ones among them.
	reached, alone int
}

// adding is a stratum that adds to a variance.
type adding struct {
	h          int
	n          float64 // units sampled
	lonely     bool
	correction float64
}

// allAdding returns the strata that add to a variance where they are reached.
func (s *Strata) allAdding() []adding {
	adds := make([]adding, 0, len(s.Sampled))
	for h, n := range s.Sampled {
		if s.adds(h) {
			adds = append(adds, adding{h, float64(n), lonely(n, s.Population[h]), correction(n, s.Population[h])})
		}
	}
	return adds
}

// Base returns the base of which the cells, one per stratum, hold the units. It keeps
// the cells.
func (s *Strata) Base(cells []Cell) *Base {
	s.check(cells, cells)
	b := &Base{cells: cells, Statistic: Statistic{N: s.units(cells), DF: s.df(cells), Weight: weightOf(cells)}}
	if b.N == 0 {
		return b
	}
	b.Effective = b.Weight * b.Weight / squaresOf(cells)
	b.Census = true
	b.reached, b.alone = s.reached(cells)
	for h, n := range s.Sampled {
		if cells[h].N == 0 || float64(n) == s.Population[h] {
			continue
		}
		b.Census = false
		if lonely(n, s.Population[h]) {
			b.Lonely = append(b.Lonely, s.at(h))
		}
	}
	return b
}

// Share returns the share of part in base, whose units part's are among; each
// has one cell per stratum. It equals Design.Proportion with base as domain, but
// has no Influence and no In. It panics when a cell has more units than were
// sampled or than its base.
func (s *Strata) Share(part, base []Cell) Statistic { return s.ShareOf(part, s.Base(base)) }

// ShareOf is Share in a base of which several shares are asked.
func (s *Strata) ShareOf(part []Cell, base *Base) Statistic {
	s.check(part, base.cells)
	out := base.Statistic
	if out.N == 0 {
		return out
	}
	p := weightOf(part) / out.Weight
	out.Value = p
	yes, no := (1-p)/out.Weight, -p/out.Weight
	var room [manyStrata]float64
	terms := room[:0]
	adds := s.adding
	if adds == nil {
		adds = s.allAdding()
	}
	for k := range adds {
		of := &adds[k]
		in := &part[of.h]
		if base.cells[of.h].N == 0 {
			continue
		}
		var term float64
		switch {
		case !of.lonely:
			term = spreadOfTwo(of.n, in, &base.cells[of.h], yes, no)
		case in.N == 1:
			term = in.W2 * yes * yes
		default:
			term = base.cells[of.h].W2 * no * no
		}
		terms = append(terms, term*of.correction)
	}
	variance := s.Lonely.scaled(exact.Of(terms), base.reached, base.alone)
	out.SE = math.Sqrt(max(0, variance))
	return out.withDeff(out.Weight*p*(1-p), out.Weight)
}

// spreadOfTwo is spread of those of a base in a part of it, with u = w·yes, and the
// others, with u = w·no, in a stratum of which n units were sampled.
func spreadOfTwo(n float64, part, base *Cell, yes, no float64) float64 {
	rest := less(*base, *part)
	mean := yes*part.W/n + no*rest.W/n
	total := (n - float64(base.N)) * mean * mean
	if part.N > 0 {
		between := yes*part.W/float64(part.N) - mean
		total += yes*yes*part.within() + float64(part.N)*between*between
	}
	if rest.N > 0 {
		between := no*rest.W/float64(rest.N) - mean
		total += no*no*rest.within() + float64(rest.N)*between*between
	}
	return total
}
