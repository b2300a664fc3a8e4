package survey

import "math/bits"

// Bits is a set of respondents, one bit each.
type Bits []uint64

// NewBits returns an empty set with room for n respondents.
func NewBits(n int) Bits { return make(Bits, (n+63)/64) }

// Set adds respondent i.
func (b Bits) Set(i int) { b[i>>6] |= 1 << (i & 63) }

// Clear removes respondent i.
func (b Bits) Clear(i int) { b[i>>6] &^= 1 << (i & 63) }

// Has reports whether respondent i is in the set.
func (b Bits) Has(i int) bool { return b[i>>6]&(1<<(i&63)) != 0 }

// Count returns how many respondents are in the set.
func (b Bits) Count() int {
	n := 0
	for _, w := range b {
		n += bits.OnesCount64(w)
	}
	return n
}

// And returns how many respondents are in both sets, which are of one length.
func (b Bits) And(other Bits) int {
	n := 0
	for i, w := range b {
		n += bits.OnesCount64(w & other[i])
	}
	return n
}

// Intersect returns the respondents that are in both sets, as a new set.
func (b Bits) Intersect(other Bits) Bits {
	both := make(Bits, len(b))
	for i, w := range b {
		both[i] = w & other[i]
	}
	return both
}

// Union returns the respondents that are in either set, as a new set.
func (b Bits) Union(other Bits) Bits {
	either := make(Bits, len(b))
	for i, w := range b {
		either[i] = w | other[i]
	}
	return either
}

// Add adds the respondents of another set, of the same length.
func (b Bits) Add(other Bits) {
	for i, w := range other {
		b[i] |= w
	}
}

// Without returns the respondents of b that are not in the other set, as a new
// set.
func (b Bits) Without(other Bits) Bits {
	rest := make(Bits, len(b))
	for i, w := range b {
		rest[i] = w &^ other[i]
	}
	return rest
}

// Complement returns the respondents below n who are not in the set, as a new set.
func (b Bits) Complement(n int) Bits {
	rest := make(Bits, len(b))
	for i, w := range b {
		rest[i] = ^w
	}
	if last := n & 63; last > 0 {
		rest[len(rest)-1] &= 1<<last - 1
	}
	return rest
}

// Each calls f with every respondent in the set, in order.
func (b Bits) Each(f func(i int)) {
	for k, w := range b {
		for w != 0 {
			f(k<<6 + bits.TrailingZeros64(w))
			w &= w - 1
		}
	}
}
