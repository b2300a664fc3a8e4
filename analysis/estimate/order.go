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

// keyed is a unit with the key of its number.
type keyed struct {
	key  uint64
	unit uint32
}

// Order returns the units in ascending order of their numbers y, those with equal
// numbers as they stand in units. It takes six passes at most, from the lowest
// digit of the floats to the highest, whatever the number of units.
func Order(y func(unit uint32) float64, units []uint32) []uint32 {
	all := make([]keyed, len(units))
	for k, i := range units {
		all[k] = keyed{Key(y(i)), i}
	}
	if len(units) < few {
		slices.SortStableFunc(all, func(a, b keyed) int { return cmp.Compare(a.key, b.key) })
	} else {
		all = byDigits(all)
	}
	order := make([]uint32, len(all))
	for k := range all {
		order[k] = all[k].unit
	}
	return order
}

// byDigits sorts digit by digit. Its counts take a stack that few units need not have.
func byDigits(from []keyed) []keyed {
	to := make([]keyed, len(from))
	for shift := 0; shift < 64; shift += digit {
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
	return from
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
