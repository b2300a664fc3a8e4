package estimate

import (
	"cmp"
	"math"
	"slices"
)

// digit is the number of bits by which numbers are sorted at a time.
const digit = 11

// few is a number of units that are compared with each other instead.
const few = 256

// Order returns the units in ascending order of their numbers y, those with equal
// numbers as they stand in units. It takes six passes at most, from the lowest
// digit of the floats to the highest, whatever the number of units.
func Order(y func(unit uint32) float64, units []uint32) []uint32 {
	type item struct {
		key  uint64
		unit uint32
	}
	from, to := make([]item, len(units)), make([]item, len(units))
	for k, i := range units {
		from[k] = item{Key(y(i)), i}
	}
	if len(units) < few {
		slices.SortStableFunc(from, func(a, b item) int { return cmp.Compare(a.key, b.key) })
		to = nil
	}
	for shift := 0; shift < 64 && len(to) > 0; shift += digit {
		var start [1 << digit]int
		for k := range from {
			start[from[k].key>>shift&(1<<digit-1)]++
		}
		if start[from[0].key>>shift&(1<<digit-1)] == len(from) {
			continue // all have this digit
		}
		next := 0
		for d, n := range start {
			start[d] = next
			next += n
		}
		for k := range from {
			d := from[k].key >> shift & (1<<digit - 1)
			to[start[d]] = from[k]
			start[d]++
		}
		from, to = to, from
	}
	order := make([]uint32, len(from))
	for k := range from {
		order[k] = from[k].unit
	}
	return order
}

// Key returns a number that is larger for a larger float. 0 and -0 are
// equal.
func Key(v float64) uint64 {
	pattern := math.Float64bits(v + 0)
	if pattern>>63 == 0 {
		return pattern | 1<<63
	}
	return ^pattern
}
