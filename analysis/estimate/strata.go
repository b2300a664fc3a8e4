package estimate

import (
	"fmt"

	"benchmark/analysis/exact"
)

// The fast form. Of a stratified sample three sums per stratum and answer
// tell all there is to know about shares: the units, their weights and their
// squared weights. Tables over many questions are made of passes that only add,
// and each share then costs as much as there are strata. Weights that are
// calibrated over several strata need the units themselves (Design with
// Residual).

// Cell sums the units of one stratum with one answer, or in one domain. Only
// units with a weight above 0 count.
type Cell struct {
	N  int     // units
	W  float64 // sum of their weights
	W2 float64 // sum of their squared weights
}

// Add counts one more unit. Where all units of a stratum weigh the same, N times
// the weight is more exact than adding it N times.
func (c *Cell) Add(weight float64) {
	c.N++
	c.W += weight
	c.W2 += float64(weight * weight)
}

// Equal returns the cell of n units of one weight.
func Equal(n int, weight float64) Cell {
	return Cell{N: n, W: float64(n) * weight, W2: float64(n) * weight * weight}
}

// Strata are the strata of a sample, for shares from sums per stratum. It
// agrees with a Design to 1e-12 of the weights' squares.
type Strata struct {
	Sampled    []int     // units sampled per stratum
	Population []float64 // units that exist per stratum; +Inf: no correction
	Lonely     Lonely    // as for Design, but not Fail

	// number is that of each in the design that they are some of; nil: all.
	number []int
	// adding are those that add to a variance; nil: not worked out.
	adding []adding
}

// Only returns some of the strata, for domains that lie in these: the same of a
// design to the bit, and cheaper where they are few. Of their Statistics, Lonely holds
// the numbers in s.
func (s *Strata) Only(strata []int) *Strata {
	some := &Strata{Lonely: s.Lonely, number: strata, Sampled: make([]int, len(strata)), Population: make([]float64, len(strata))}
	for k, h := range strata {
		some.Sampled[k], some.Population[k] = s.Sampled[h], s.Population[h]
	}
	some.adding = some.allAdding()
	return some
}

// at is the number of a stratum.
func (s *Strata) at(h int) int {
	if s.number == nil {
		return h
	}
	return s.number[h]
}

// Fast returns the strata of the design, for its fast form. A design that fails
// on lonely strata has none that matter: for those left, of which all that exist
// were sampled, every policy is the same.
func (d *Design) Fast() *Strata {
	policy := d.Lonely
	if policy == Fail {
		policy = Certainty
	}
	return &Strata{Sampled: d.sampled, Population: d.Population, Lonely: policy}
}

// Cell returns the cells of the units for which in is true (nil: all), one per
// stratum, the sums rounded once.
func (d *Design) Cell(in []bool) []Cell {
	d.need("marks", len(in), in == nil)
	weights, squares := make([]exact.Sum, len(d.sampled)), make([]exact.Sum, len(d.sampled))
	cells := make([]Cell, len(d.sampled))
	for i, w := range d.Weights {
		if w > 0 && (in == nil || in[i]) {
			h := d.Strata[i]
			cells[h].N++
			weights[h].Add(w)
			squares[h].Add(w * w)
		}
	}
	for h := range cells {
		cells[h].W, cells[h].W2 = weights[h].Value(), squares[h].Value()
	}
	return cells
}

// manyStrata is more than most designs have.
const manyStrata = 32

// variance is total, with the strata that the rule for lonely ones decided on and
// whether the whole population of every stratum was sampled.
func (s *Strata) variance(base []Cell, spread, square func(h int) float64) (total float64, decided []int, census bool) {
	census = true
	for h, n := range s.Sampled {
		if base[h].N == 0 || float64(n) == s.Population[h] {
			continue
		}
		census = false
		if lonely(n, s.Population[h]) {
			decided = append(decided, s.at(h))
		}
	}
	return s.total(base, spread, square), decided, census
}

// total adds up over the strata in which base has a unit: what a stratum
// with several sampled units spreads, and the square of a lonely one.
func (s *Strata) total(base []Cell, spread, square func(h int) float64) float64 {
	strata, alone := s.reached(base)
	var room [manyStrata]float64
	terms := room[:0]
	for h, n := range s.Sampled {
		if base[h].N == 0 || !s.adds(h) {
			continue
		}
		of := spread
		if lonely(n, s.Population[h]) {
			of = square
		}
		terms = append(terms, of(h)*correction(n, s.Population[h]))
	}
	all := exact.Of(terms)
	return s.Lonely.scaled(all, strata, alone)
}

// reached returns the number of the strata in which base has a unit, and that of the
// lonely ones among them.
func (s *Strata) reached(base []Cell) (strata, alone int) {
	for h, n := range s.Sampled {
		if base[h].N > 0 {
			strata++
			if lonely(n, s.Population[h]) {
				alone++
			}
		}
	}
	return strata, alone
}

// adds reports whether a stratum adds to a variance: not where all that exist were
// sampled, and only by the rule where one was.
func (s *Strata) adds(h int) bool {
	n := s.Sampled[h]
	return float64(n) != s.Population[h] && (s.Lonely == Adjust || !lonely(n, s.Population[h]))
}

// spread returns Σ(u-ū)² over the sampled units of a stratum, those of a group
// having u = w·coef and those in none 0: what the weights spread within the
// groups and what the groups' means do.
func (s *Strata) spread(h int, groups []Cell, coef []float64) float64 {
	n, outside := float64(s.Sampled[h]), s.Sampled[h]
	mean := 0.0
	for g, c := range groups {
		mean += coef[g] * c.W / n
		outside -= c.N
	}
	total := float64(outside) * mean * mean
	for g, c := range groups {
		if c.N == 0 {
			continue
		}
		between := coef[g]*c.W/float64(c.N) - mean
		total += coef[g]*coef[g]*c.within() + float64(c.N)*between*between
	}
	return total
}

// alike is the spread of weights, relative to their squares, below which they
// are one weight with rounding.
const alike = 1e-13

// within returns Σ(w-w̄)² over the units of the cell.
func (c Cell) within() float64 {
	if c.N < 2 {
		return 0
	}
	if spread := c.W2 - c.W*c.W/float64(c.N); spread > alike*c.W2 {
		return spread
	}
	return 0
}

// less returns the cell without the units of a part.
func less(c, part Cell) Cell {
	if c.N == part.N {
		return Cell{}
	}
	return Cell{N: c.N - part.N, W: c.W - part.W, W2: c.W2 - part.W2}
}

// df returns the units minus the strata they are in.
func (s *Strata) df(base []Cell) float64 {
	df := 0
	for _, c := range base {
		if c.N > 0 {
			df += c.N - 1
		}
	}
	return float64(df)
}

func (s *Strata) units(base []Cell) int {
	n := 0
	for _, c := range base {
		n += c.N
	}
	return n
}

// weightOf returns the sum of the weights over all strata.
func weightOf(cells []Cell) float64 {
	var room [manyStrata]float64
	terms := room[:0]
	for h := range cells {
		if cells[h].N > 0 {
			terms = append(terms, cells[h].W)
		}
	}
	return exact.Of(terms)
}

// squaresOf returns the sum of the squared weights over all strata.
func squaresOf(cells []Cell) float64 {
	var room [manyStrata]float64
	terms := room[:0]
	for h := range cells {
		if cells[h].N > 0 {
			terms = append(terms, cells[h].W2)
		}
	}
	return exact.Of(terms)
}

// check panics unless there is a cell per stratum and part is within base.
func (s *Strata) check(part, base []Cell) {
	if s.Lonely == Fail {
		panic("estimate: strata of a design that fails on one unit; NewDesign would have said so")
	}
	if len(part) != len(s.Sampled) || len(base) != len(s.Sampled) || len(s.Population) != len(s.Sampled) {
		panic(fmt.Sprintf("estimate: %d and %d cells and %d populations for %d strata", len(part), len(base), len(s.Population), len(s.Sampled)))
	}
	for h, n := range s.Sampled {
		if part[h].N > base[h].N || base[h].N > n {
			panic(fmt.Sprintf("estimate: %d of %d of %d units in stratum %d", part[h].N, base[h].N, n, h))
		}
	}
}
