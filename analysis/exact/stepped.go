package exact

import (
	"math"
	"math/bits"
)

// Steps cut a number into a multiple of a coarse step and one of a fine step, which are
// added as whole numbers: in half the time that it takes to put the number on a Grid. What
// two such parts can't hold goes to the grid. A constant much larger than a number, added and
// taken off again, rounds it to a step without loss of the rest: Rump, Ogita and Oishi,
// "Accurate floating-point summation, part I" (2008), section 3.
type Steps struct {
	grid Grid
	// coarse and fine have a step as their last bit. What is added to them is rounded to
	// steps, and their bits count these.
	coarse, fine float64
	// Shifts are from a step to the unit of the grid.
	coarseShift, fineShift uint
}

// Stepped is a sum of terms that were cut in Steps. The zero Stepped is that of none.
type Stepped struct {
	coarse, fine uint64
	rest         Fixed
}

// Steps returns how to cut as many terms, each at most half the largest that the grid was
// made for with that many.
func (g Grid) Steps(terms int) Steps {
	const sum, float = 62, 50 // bits of the sum of the steps, and of those of one term
	size := bits.Len(uint(terms))
	largest := g.unit + 128 - size - 1 // the terms are at most 2^largest
	coarse := largest - min(sum-1-size, float)
	fine := coarse - 1 - min(sum-size, float)
	if fine < -1022 || coarse+significand+1 > 1023 || fine < g.unit {
		return Steps{grid: g, coarse: math.Inf(1), fine: math.Inf(1)} // nothing can be cut
	}
	return Steps{
		grid: g, coarse: math.Ldexp(1.5, coarse+significand), fine: math.Ldexp(1.5, fine+significand),
		coarseShift: uint(coarse - g.unit), fineShift: uint(fine - g.unit),
	}
}

// Add adds terms to sums, each to the one of which the place stands beside it. Terms are
// finite, and no larger and no more than the steps are for.
func (by *Steps) Add(terms []float64, sums []Stepped, places []uint32) {
	coarseStep, fineStep := by.coarse, by.fine
	places = places[:len(terms)]
	for k, x := range terms {
		s := &sums[places[k]]
		coarse := x + coarseStep
		rest := x - (coarse - coarseStep)
		fine := rest + fineStep
		if rest != fine-fineStep { // more than there are steps for
			s.rest = s.rest.Plus(by.grid.Signed(x))
			coarse, fine = coarseStep, fineStep
		}
		s.coarse += math.Float64bits(coarse)
		s.fine += math.Float64bits(fine)
	}
}

// Sum returns a sum of n terms on the grid, as that of as many Signed numbers.
func (by *Steps) Sum(s *Stepped, n int) Fixed {
	coarse := s.coarse - uint64(n)*math.Float64bits(by.coarse)
	fine := s.fine - uint64(n)*math.Float64bits(by.fine)
	return s.rest.Plus(signed(coarse).shifted(by.coarseShift)).Plus(signed(fine).shifted(by.fineShift))
}

// signed returns a whole number, negative where its highest bit is 1.
func signed(x uint64) Fixed { return Fixed{uint64(int64(x) >> 63), x} }

// shifted returns a·2^shift.
func (a Fixed) shifted(shift uint) Fixed {
	return Fixed{a.high<<shift | a.low<<(shift-64) | a.low>>(64-shift), a.low << shift}
}
