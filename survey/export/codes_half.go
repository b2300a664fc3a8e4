package export

import (
	"encoding/binary"

	"benchmark/survey"
)

// pairs are codes below 16, two in a byte, the first of them in its lower half. The
// zero value is no codes.
type pairs struct {
	bytes []uint8
	n     int // of an odd number, what the last byte has in its upper half is none
}

func newPairs(n int) pairs { return pairs{bytes: make([]uint8, (n+1)/2), n: n} }

func (p *pairs) at(i int) uint8 { return p.bytes[i>>1] >> (i & 1 << 2) & 15 }

func (p *pairs) set(i int, code uint8) {
	b, shift := &p.bytes[i>>1], i&1<<2
	*b = *b&^(15<<shift) | code<<shift
}

// upTo returns the first n codes.
func (p *pairs) upTo(n int) pairs {
	size := (n + 1) / 2
	return pairs{bytes: p.bytes[:size:size], n: n}
}

// putPairs sets the codes from record at on to those that a table, if there is one, has
// for the ones of a list.
func putPairs[T uint8 | uint32](p *pairs, at int, list []T, table *[1 << 8]uint8) {
	var room [1 << 10]uint8 // stays in the nearest cache
	for len(list) > 0 {
		codes := room[:min(len(room), len(list))]
		if table == nil {
			for i, code := range list[:len(codes)] {
				codes[i] = uint8(code)
			}
		} else {
			for i, code := range list[:len(codes)] {
				codes[i] = table[uint8(code)]
			}
		}
		p.pack(at, codes)
		at, list = at+len(codes), list[len(codes):]
	}
}

// pack sets the codes from record at on to those of a list.
func (p *pairs) pack(at int, list []uint8) {
	if at&1 == 1 && len(list) > 0 {
		p.set(at, list[0])
		at, list = at+1, list[1:]
	}
	to := p.bytes[at/2:]
	for ; len(list) >= 8; to, list = to[4:], list[8:] {
		eight := binary.LittleEndian.Uint64(list)
		eight = (eight | eight>>4) & 0x00ff00ff00ff00ff
		eight = (eight | eight>>8) & 0x0000ffff0000ffff
		binary.LittleEndian.PutUint32(to, uint32(eight|eight>>16))
	}
	rest := pairs{bytes: to, n: len(list)}
	for i, code := range list {
		rest.set(i, code)
	}
}

// has reports whether a record has the code.
func (p *pairs) has(code uint8) bool {
	whole := p.bytes[:p.n/2]
	for _, b := range whole {
		if b&15 == code || b>>4 == code {
			return true
		}
	}
	return p.n&1 == 1 && p.at(p.n-1) == code
}

// count returns how often each code occurs.
func (p *pairs) count() (n [1 << 8]int) {
	for pair, count := range survey.CountBytes(p.bytes[:p.n/2]) {
		n[pair&15] += count
		n[pair>>4] += count
	}
	if p.n&1 == 1 {
		n[p.at(p.n-1)]++
	}
	return n
}

// only returns the codes of some of the records.
func (p *pairs) only(records []int) pairs {
	if p.bytes == nil {
		return pairs{}
	}
	some := newPairs(len(records))
	for to, i := range records {
		some.set(to, p.at(i))
	}
	return some
}

// lookPairs is Look for codes of half a byte.
func lookPairs[T any](p *pairs, at int, list, table []T) {
	var short [1 << 4]T // no bounds to check
	copy(short[:], table)
	if at&1 == 1 && len(list) > 0 {
		list[0] = short[p.at(at)]
		at, list = at+1, list[1:]
	}
	whole := p.bytes[at/2:][:len(list)/2]
	for k, b := range whole {
		two := list[2*k:][:2]
		two[0], two[1] = short[b&15], short[b>>4]
	}
	if last := len(list) - 1; last&1 == 0 {
		list[last] = short[p.at(at+last)]
	}
}
