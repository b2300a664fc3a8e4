package exact

import (
	"fmt"
	"math"
	"math/bits"
)

// Fixed is a number >= 0 in units of a Grid: a whole number of 128 bits. Sums and
// differences of such numbers are exact and cost two instructions each, where a
// Sum costs dozens.
type Fixed struct{ high, low uint64 }

// Plus returns a+b.
func (a Fixed) Plus(b Fixed) Fixed {
	low, carry := bits.Add64(a.low, b.low, 0)
	return Fixed{a.high + b.high + carry, low}
}

// Minus returns a-b; b is at most a.
func (a Fixed) Minus(b Fixed) Fixed {
	low, borrow := bits.Sub64(a.low, b.low, 0)
	return Fixed{a.high - b.high - borrow, low}
}

// Times returns n·a.
func (a Fixed) Times(n uint64) Fixed {
	carry, low := bits.Mul64(a.low, n)
	return Fixed{a.high*n + carry, low}
}

// Grid says what a Fixed counts: units of 2^unit.
type Grid struct{ unit int }

// NewGrid returns the finest grid on which as many terms of at most the largest
// can be added, largest > 0 and finite. Numbers down to the largest times
// 2^-74/terms stand on it exactly, smaller ones to within half a unit.
func NewGrid(largest float64, terms int) Grid {
	if !(largest > 0) || math.IsInf(largest, 1) || terms < 0 {
		panic(fmt.Sprintf("exact: a grid for %d terms of %v", terms, largest))
	}
	_, exponent := math.Frexp(largest)
	return Grid{exponent + bits.Len(uint(terms)) - 128}
}

// significand is the number of bits of a float64 below its leading one.
const significand = 52

// Fixed returns x on the grid, x >= 0 and at most the largest. A number too small
// for a full significand (below 2^-1022) counts as 0. It is short enough to be put where
// it is called, which a million terms notice.
func (g Grid) Fixed(x float64) Fixed {
	pattern := math.Float64bits(x)
	exponent := int(pattern >> significand)
	if exponent == 0 {
		return Fixed{}
	}
	whole := pattern&(1<<significand-1) | 1<<significand
	shift := uint(exponent - (1023 + significand) - g.unit)
	if int(shift) < 0 {
		return Fixed{low: (whole>>^shift + 1) >> 1} // ^shift is -shift-1
	}
	// A shift of 64 or more, as of a negative number taken for a large one, gives 0.
	return Fixed{whole<<(shift-64) | whole>>(64-shift), whole << shift}
}

// Signed returns x on the grid, |x| at most half the largest: of x below 0 what
// taking -x off 0 gives, so that sums and differences hold for both signs.
func (g Grid) Signed(x float64) Fixed {
	a := g.Fixed(math.Abs(x))
	sign := uint64(int64(math.Float64bits(x)) >> 63) // all bits 1 below 0
	low, borrow := bits.Sub64(a.low^sign, sign, 0)
	high, _ := bits.Sub64(a.high^sign, sign, borrow)
	return Fixed{high, low}
}

// SignedFloat returns the float64 nearest to a sum of Signed numbers.
func (g Grid) SignedFloat(a Fixed) float64 {
	if a.high>>63 == 1 {
		return -g.Float(Fixed{}.Minus(a))
	}
	return g.Float(a)
}

// Float returns the float64 nearest to a.
func (g Grid) Float(a Fixed) float64 {
	shift := bits.Len64(a.high)
	if shift == 0 {
		return scaled(a.low, g.unit)
	}
	// The 64 leading bits are more than a float64 has, so that the others only
	// tell whether something lies above: by the last bit.
	whole := a.high<<(64-shift) | a.low>>shift
	if a.low<<(64-shift) != 0 {
		whole |= 1
	}
	return scaled(whole, g.unit+shift)
}

// scaled returns the float64 nearest to whole·2^power.
func scaled(whole uint64, power int) float64 {
	if power < -1022 || power > 1023-64 {
		return math.Ldexp(float64(whole), power)
	}
	return float64(whole) * math.Float64frombits(uint64(1023+power)<<significand)
}
