package analysis

import "math"

// digit is the number of bits by which numbers are sorted at a time.
const digit = 11

// sort sorts the numbers by the bits of their floats, from the lowest digit to the
// highest: six passes, or fewer where all numbers share a digit, whatever their
// number. A comparison sort of a million takes five times as long.
func (x *numbers) sort() {
	n := len(x.values)
	from, to := make([]uint64, n), make([]uint64, n)
	profile := make([]uint32, n)
	for k, v := range x.values {
		from[k] = ordered(v)
	}
	for shift := 0; shift < 64; shift += digit {
		var start [1 << digit]int
		for _, key := range from {
			start[key>>shift&(1<<digit-1)]++
		}
		if n > 0 && start[from[0]>>shift&(1<<digit-1)] == n {
			continue
		}
		total := 0
		for d, count := range start {
			start[d] = total
			total += count
		}
		for k, key := range from {
			d := key >> shift & (1<<digit - 1)
			to[start[d]], profile[start[d]] = key, x.profile[k]
			start[d]++
		}
		from, to = to, from
		x.profile, profile = profile, x.profile
	}
	for k, key := range from {
		x.values[k] = number(key)
	}
}

const sign = 1 << 63

// ordered returns the bits of a float so that they count up as floats do.
func ordered(v float64) uint64 {
	pattern := math.Float64bits(v)
	if pattern&sign == 0 {
		return pattern | sign
	}
	return ^pattern
}

// number returns the float of such bits.
func number(key uint64) float64 {
	if key&sign != 0 {
		return math.Float64frombits(key &^ sign)
	}
	return math.Float64frombits(^key)
}
