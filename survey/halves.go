package survey

import (
	"encoding/binary"
	"math/bits"
)

// Halves are small integers below 16, two in a byte. The zero value is none.
type Halves struct {
	// The first of two is in the lower half of their byte. Of an odd number, what the
	// last byte has in its upper half is none.
	bytes []uint8
	n     int
}

// NewHalves returns n of them, all 0. It differs from the zero value when n is 0 too.
func NewHalves(n int) Halves { return Halves{bytes: make([]uint8, (n+1)/2), n: n} }

// Nil reports whether it is the zero value.
func (h *Halves) Nil() bool { return h.bytes == nil }

// Len returns their number.
func (h *Halves) Len() int { return h.n }

// At returns the one at place i.
func (h *Halves) At(i int) uint8 { return h.bytes[i>>1] >> (i & 1 << 2) & 15 }

// Set sets the one at place i to x, which is below 16.
func (h *Halves) Set(i int, x uint8) {
	b, shift := &h.bytes[i>>1], i&1<<2
	*b = *b&^(15<<shift) | x<<shift
}

// UpTo returns the first n, in the same room.
func (h *Halves) UpTo(n int) Halves {
	size := (n + 1) / 2
	return Halves{bytes: h.bytes[:size:size], n: n}
}

// Copy sets the first ones to those of others, of which there are no more.
func (h *Halves) Copy(others *Halves) { copy(h.bytes, others.bytes) }

// Put sets those from a place on to the ones of a list, all below 16.
func (h *Halves) Put(at int, list []uint8) {
	if at&1 == 1 && len(list) > 0 {
		h.Set(at, list[0])
		at, list = at+1, list[1:]
	}
	to := h.bytes[at/2:]
	for ; len(list) >= 8; to, list = to[4:], list[8:] {
		eight := binary.LittleEndian.Uint64(list)
		eight = (eight | eight>>4) & 0x00ff00ff00ff00ff
		eight = (eight | eight>>8) & 0x0000ffff0000ffff
		binary.LittleEndian.PutUint32(to, uint32(eight|eight>>16))
	}
	rest := Halves{bytes: to, n: len(list)}
	for i, x := range list {
		rest.Set(i, x)
	}
}

// Get sets the list to those from an even place on, one for each place in the list.
func (h *Halves) Get(at int, list []uint8) {
	from := h.bytes[at/2:][:(len(list)+1)/2]
	for ; len(list) >= 8; from, list = from[4:], list[8:] {
		eight := uint64(binary.LittleEndian.Uint32(from))
		eight = (eight | eight<<16) & 0x0000ffff0000ffff
		eight = (eight | eight<<8) & 0x00ff00ff00ff00ff
		eight = (eight | eight<<4) & 0x0f0f0f0f0f0f0f0f
		binary.LittleEndian.PutUint64(list, eight)
	}
	for i := range list {
		list[i] = from[i>>1] >> (i & 1 << 2) & 15
	}
}

// PutHalves sets those from a place on to what a table, if there is one, has for the ones
// of a list.
func PutHalves[T ~uint8 | uint32](h *Halves, at int, list []T, table *[1 << 8]uint8) {
	var room [1 << 10]uint8 // stays in the nearest cache
	for len(list) > 0 {
		some := room[:min(len(room), len(list))]
		if table == nil {
			for i, x := range list[:len(some)] {
				some[i] = uint8(x)
			}
		} else {
			for i, x := range list[:len(some)] {
				some[i] = table[uint8(x)]
			}
		}
		h.Put(at, some)
		at, list = at+len(some), list[len(some):]
	}
}

// LookHalves sets the list to what a table, in which they are places, has for those from
// one on, one for each place in the list.
func LookHalves[T any](h *Halves, at int, list, table []T) {
	var short [1 << 4]T // no bounds to check
	copy(short[:], table)
	if at&1 == 1 && len(list) > 0 {
		list[0] = short[h.At(at)]
		at, list = at+1, list[1:]
	}
	from := h.bytes[at/2:][:len(list)/2]
	if len(from) >= manyPairs {
		lookPairs(from, list, &short)
	} else {
		for k, b := range from {
			two := list[2*k:][:2]
			two[0], two[1] = short[b&15], short[b>>4]
		}
	}
	if last := len(list) - 1; last&1 == 0 {
		list[last] = short[h.At(at+last)]
	}
}

// manyPairs is how many pairs a list must have for a table of pairs, which takes a while
// to make.
const manyPairs = 1 << 10

// lookPairs sets a list to what a table has for two halves at a time, eight in a row.
func lookPairs[T any](from []uint8, list []T, table *[1 << 4]T) {
	var both [1 << 8][2]T
	for b := range both {
		both[b] = [2]T{table[b&15], table[b>>4]}
	}
	for ; len(from) >= 4; from, list = from[4:], list[8:] {
		eight := (*[8]T)(list)
		*(*[2]T)(eight[0:]) = both[from[0]]
		*(*[2]T)(eight[2:]) = both[from[1]]
		*(*[2]T)(eight[4:]) = both[from[2]]
		*(*[2]T)(eight[6:]) = both[from[3]]
	}
	for k, b := range from {
		*(*[2]T)(list[2*k:]) = both[b]
	}
}

// Replace sets each to what a table has for it.
func (h *Halves) Replace(table *[1 << 4]uint8) {
	var both [1 << 8]uint8
	for b := range both {
		both[b] = table[b&15] | table[b>>4]<<4
	}
	for k, b := range h.bytes {
		h.bytes[k] = both[b]
	}
}

// ones are sixteen halves that are 1, and tops their highest bits.
const ones, tops = 0x1111111111111111, 0x8888888888888888

// zeros has the highest bit of each of sixteen halves that is 0.
func zeros(sixteen uint64) uint64 {
	return ^(sixteen&^tops + ^uint64(tops) | sixteen) & tops // no sum runs into the next half
}

// replace sets those that are one number to another.
func (h *Halves) replace(old, by uint8) {
	rest := h.bytes
	for ; len(rest) >= 8; rest = rest[8:] {
		sixteen := binary.LittleEndian.Uint64(rest)
		binary.LittleEndian.PutUint64(rest, sixteen^zeros(sixteen^uint64(old)*ones)>>3*15&(uint64(old^by)*ones))
	}
	last := Halves{bytes: rest, n: 2 * len(rest)}
	for i := range last.n {
		if last.At(i) == old {
			last.Set(i, by)
		}
	}
}

// Has reports whether one is x.
func (h *Halves) Has(x uint8) bool {
	rest := h.bytes[:h.n/2]
	for ; len(rest) >= 8; rest = rest[8:] {
		differ := binary.LittleEndian.Uint64(rest) ^ uint64(x)*ones
		if (differ-ones)&^differ&tops != 0 { // one of these 16 is 0
			return true
		}
	}
	for _, b := range rest {
		if b&15 == x || b>>4 == x {
			return true
		}
	}
	return h.n&1 == 1 && h.At(h.n-1) == x
}

// countTops is Count of those from 8 on, sooner where they are but two numbers. What it
// returns for those below 8 means nothing.
func (h *Halves) countTops(one, other uint8) (n [1 << 4]int) {
	whole := h.n / 2 &^ 7
	all, same, others := 0, 0, 0
	for rest := h.bytes[:whole]; len(rest) >= 8; rest = rest[8:] {
		sixteen := binary.LittleEndian.Uint64(rest)
		all += bits.OnesCount64(sixteen & tops)
		same += bits.OnesCount64(zeros(sixteen ^ uint64(one)*ones))
		others += bits.OnesCount64(zeros(sixteen ^ uint64(other)*ones))
	}
	if all != same+others {
		return h.Count()
	}
	n[one&15], n[other&15] = same, others
	for i := 2 * whole; i < h.n; i++ {
		n[h.At(i)]++
	}
	return n
}

// Count returns how often each occurs.
func (h *Halves) Count() (n [1 << 4]int) {
	for both, count := range CountBytes(h.bytes[:h.n/2]) {
		n[both&15] += count
		n[both>>4] += count
	}
	if h.n&1 == 1 {
		n[h.At(h.n-1)]++
	}
	return n
}

// Only returns those at some places.
func (h *Halves) Only(at []int) Halves {
	if h.Nil() {
		return Halves{}
	}
	some := NewHalves(len(at))
	for to, from := range at {
		some.Set(to, h.At(from))
	}
	return some
}

// within adds the places of those from one on and below another to a set.
func (h *Halves) within(set Bits, from, below uint8) {
	var both [1 << 8]uint64 // two bits
	for b := range both {
		low, high := uint8(b&15), uint8(b>>4)
		if low >= from && low < below {
			both[b] |= 1
		}
		if high >= from && high < below {
			both[b] |= 2
		}
	}
	for k := range set {
		word := uint64(0)
		for i, b := range h.bytes[k<<5 : min(k<<5+32, len(h.bytes))] {
			word |= both[b] << (2 * i)
		}
		set[k] |= word
	}
	if h.n&63 != 0 {
		set[len(set)-1] &= 1<<(h.n&63) - 1
	}
}
