package exact

import "math"

// wide is a fixed-point number as wide as floats range: the exact sum of terms in
// digits of 32 bits, each with room for the carries of many additions. Adding
// takes two integer additions, whatever the terms (R.M. Neal, Fast exact
// summation using small and large superaccumulators, 2015, arXiv 1505.05571).
type wide struct {
	// digits count units of 2^(32k-1075).
	digits [digits]int64
	// room is the number of additions before carries must be passed on.
	room int
	// odd is the sum of the terms that are not finite.
	odd float64
}

const (
	digits   = 66
	carryAt  = 1 << 10 // a term adds less than 2^53 to a digit of 2^63
	lowDigit = 1<<32 - 1
	noNumber = 0x7ff // the exponent of infinities and of what is no number
)

// add adds x.
func (w *wide) add(x float64) {
	pattern := math.Float64bits(x)
	exponent := int(pattern >> 52 & noNumber)
	whole := pattern & (1<<52 - 1)
	switch exponent {
	case noNumber:
		w.odd += x
		return
	case 0:
		exponent = 1
	default:
		whole |= 1 << 52
	}
	if w.room--; w.room < 0 {
		w.carry()
	}
	k, shift := exponent>>5, exponent&31
	low, high := int64(whole<<shift&lowDigit), int64(whole>>(32-shift))
	// All bits 1 when x is negative: then (d^sign)-sign is -d.
	sign := int64(pattern) >> 63
	w.digits[k] += (low ^ sign) - sign
	w.digits[k+1] += (high ^ sign) - sign
}

// addAll adds all numbers.
func (w *wide) addAll(xs []float64) {
	for len(xs) > 0 {
		if w.room <= 0 {
			w.carry()
		}
		n := min(len(xs), w.room)
		for _, x := range xs[:n] {
			pattern := math.Float64bits(x)
			exponent := int(pattern >> 52 & noNumber)
			if exponent == 0 || exponent == noNumber {
				w.room++ // which add takes
				w.add(x)
				continue
			}
			whole := pattern&(1<<52-1) | 1<<52
			k, shift := exponent>>5, exponent&31
			low, high := int64(whole<<shift&lowDigit), int64(whole>>(32-shift))
			sign := int64(pattern) >> 63
			w.digits[k] += (low ^ sign) - sign
			w.digits[k+1] += (high ^ sign) - sign
		}
		w.room -= n
		xs = xs[n:]
	}
}

// carry leaves less than 2^32 in every digit but the highest.
func (w *wide) carry() {
	for k := range digits - 1 {
		over := w.digits[k] >> 32
		w.digits[k] -= over << 32
		w.digits[k+1] += over
	}
	w.room = carryAt
}

// empty gives the sum to add, in exact parts, and sets it to 0.
func (w *wide) empty(add func(float64)) {
	w.carry()
	for k, d := range w.digits {
		if d != 0 {
			add(math.Ldexp(float64(d), 32*k-1075))
		}
	}
	if w.odd != 0 {
		add(w.odd)
	}
	*w = wide{}
}
