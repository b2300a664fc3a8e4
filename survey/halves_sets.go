package survey

import "encoding/binary"

// AddTo adds the places of those of which a table has the lowest bit to one set, and of
// which it has the next bit to another.
func (h *Halves) AddTo(one, other Bits, table *[1 << 4]uint8) {
	var both [1 << 8]uint64 // the bits of two, those of the other set 32 places up
	for b := range both {
		low, high := uint64(table[b&15]), uint64(table[b>>4])
		both[b] = low&1 | high&1<<1 | (low&2>>1|high&2)<<32
	}
	rest := h.bytes[:h.n/2]
	for k := 0; len(rest) >= 32; k, rest = k+1, rest[32:] {
		low := sixteenOf(&both, binary.LittleEndian.Uint64(rest)) | sixteenOf(&both, binary.LittleEndian.Uint64(rest[8:]))<<16
		high := sixteenOf(&both, binary.LittleEndian.Uint64(rest[16:])) | sixteenOf(&both, binary.LittleEndian.Uint64(rest[24:]))<<16
		one[k] |= low&(1<<32-1) | high<<32
		other[k] |= low>>32 | high&^(1<<32-1)
	}
	for i := 2 * (h.n/2 - len(rest)); i < h.n; i++ {
		is := table[h.At(i)]
		one[i>>6] |= uint64(is&1) << (i & 63)
		other[i>>6] |= uint64(is>>1&1) << (i & 63)
	}
}

// sixteenOf returns what a table has for two halves at a time, of sixteen.
func sixteenOf(both *[1 << 8]uint64, eight uint64) uint64 {
	return both[uint8(eight)] | both[uint8(eight>>8)]<<2 | both[uint8(eight>>16)]<<4 | both[uint8(eight>>24)]<<6 |
		both[uint8(eight>>32)]<<8 | both[uint8(eight>>40)]<<10 | both[uint8(eight>>48)]<<12 | both[eight>>56]<<14
}
