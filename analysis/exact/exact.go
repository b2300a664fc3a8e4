// Package exact adds numbers up without loss, so that a sum depends on the
// numbers alone and not on their order: to the last bit, whatever the rows of a
// file were sorted by.
package exact

import "math"

// Sum adds numbers without rounding. The zero Sum is 0. A
// Sum that was added to is not copied: both would write to one list.
//
// A few terms are kept as a list of floats that do not overlap, smallest
// first, whose exact sum is that of the terms so far (J.R. Shewchuk, Adaptive
// precision floating-point arithmetic and fast robust geometric predicates,
// Discrete & Computational Geometry 18, 1997, theorem 10: GROW-EXPANSION). Many
// go to a register as wide as floats range, see wide.
type Sum struct {
	// room holds the first parts, kept of them, so that most sums need no memory of
	// their own; list holds all from when there are more, nil before.
	room  [6]float64
	kept  int
	list  []float64
	added int // since Value was asked for
	wide  *wide
}

// few is the number of terms from which the register pays.
const few = 64

// Add adds x. The sum is NaN or an infinity from then on when x is not finite or
// the sum overflows.
func (a *Sum) Add(x float64) {
	if a.added < few {
		a.added++
		a.grow(x)
		return
	}
	a.widen(x)
}

// parts returns the list.
func (a *Sum) parts() []float64 {
	if a.list != nil {
		return a.list
	}
	return a.room[:a.kept]
}

// grow adds x to the list.
func (a *Sum) grow(x float64) {
	parts, kept := a.parts(), 0
	for _, y := range parts {
		high, low := twoSum(x, y)
		if low != 0 {
			parts[kept] = low
			kept++
		}
		x = high
	}
	switch {
	case a.list != nil:
		a.list = append(a.list[:kept], x)
	case kept < len(a.room):
		a.room[kept], a.kept = x, kept+1
	default:
		a.list = append(append(make([]float64, 0, 2*len(a.room)), a.room[:]...), x)
	}
}

// widen adds x to the register, where the list goes first.
func (a *Sum) widen(x float64) {
	if a.wide == nil {
		a.wide = new(wide)
	}
	for _, y := range a.parts() {
		a.wide.add(y)
	}
	a.kept = 0
	if a.list != nil {
		a.list = a.list[:0]
	}
	a.wide.add(x)
}

// AddAll adds all numbers, as Add does one by one.
func (a *Sum) AddAll(xs []float64) {
	one := min(len(xs), few-a.added)
	for _, x := range xs[:one] {
		a.Add(x)
	}
	if xs = xs[one:]; len(xs) > 0 {
		a.widen(xs[0])
		a.wide.addAll(xs[1:])
	}
}

// AddTimes adds x n times, to the bit as n calls of Add would, n >= 0 and at most
// 2^53. (What the product loses is a float64 itself, unless it underflows.)
func (a *Sum) AddTimes(x float64, n int) {
	if n == 0 {
		return
	}
	product := x * float64(n)
	a.Add(product)
	if lost := math.FMA(x, float64(n), -product); lost != 0 && !math.IsInf(product, 0) {
		a.Add(lost)
	}
}

// Value returns the sum so far as the nearest float64, ties to even.
func (a *Sum) Value() float64 {
	if a.added == few && len(a.parts()) == 0 && a.wide != nil {
		a.wide.empty(a.grow)
	}
	a.added = 0
	return rounded(a.parts())
}

// Total returns the exact sum of term(0) to term(n-1) as the nearest float64, as a
// Sum does, but for most sums in a fraction of the time: see quick.
func Total(n int, term func(i int) float64) float64 {
	var sum quick
	for i := range n {
		sum = sum.plus(term(i))
	}
	if total, sure := sum.value(n); sure {
		return total
	}
	var all Sum
	for i := range n {
		all.Add(term(i))
	}
	return all.Value()
}

// Of is Total of numbers that are at hand.
func Of(xs []float64) float64 {
	var sum quick
	for _, x := range xs {
		sum = sum.plus(x)
	}
	if total, sure := sum.value(len(xs)); sure {
		return total
	}
	var all Sum
	for _, x := range xs {
		all.Add(x)
	}
	return all.Value()
}

// quick is a sum, what rounding lost of it and the sum of the sizes of its terms: nearly
// always the last bit is known by these. It is passed on and not pointed at, so that it
// stays in registers.
type quick struct{ high, low, size float64 }

// plus returns the sum with one more term.
func (q quick) plus(x float64) quick {
	high, lost := twoSum(q.high, x)
	return quick{high, q.low + lost, q.size + math.Abs(x)}
}

// value returns the nearest float64 to the exact sum of a number of terms; sure is false
// when that can be another one: then only a Sum knows.
func (q quick) value(terms int) (total float64, sure bool) {
	// Each loss is below 2^-53 of the partial sum and is added with an error of
	// 2^-53 of all losses so far.
	doubt := float64(terms) * float64(terms) * q.size * (1.0 / (1 << 53) / (1 << 52))
	total = q.high + (q.low - doubt)
	return total, total == q.high+(q.low+doubt) && q.size < math.MaxFloat64/4 && (doubt > smallest || q.size == 0)
}

// smallest keeps the doubt itself from being rounded away.
const smallest = 1e-300

// twoSum returns a+b as the nearest float64 and what that rounding lost
// (Knuth, The art of computer programming 2, 4.2.2, theorem B).
func twoSum(a, b float64) (high, low float64) {
	high = a + b
	bRound := high - a
	aRound := high - bRound
	return high, (a - aRound) + (b - bRound)
}

// rounded returns the exact sum of parts, which do not overlap and grow in
// size, as the nearest float64, ties to even.
func rounded(parts []float64) float64 {
	last := len(parts) - 1
	if last < 0 {
		return 0
	}
	high, low := parts[last], 0.0
	for last > 0 && low == 0 {
		last--
		high, low = twoSum(high, parts[last])
	}
	// Exactly half a unit is lost, and what is left pushes the same way: a tie
	// that was rounded to even must be rounded away.
	if last > 0 && low != 0 && math.Signbit(low) == math.Signbit(parts[last-1]) {
		twice := 2 * low
		if next := high + twice; next-high == twice {
			return next
		}
	}
	return high
}
