package codebook

import (
	"hash/maphash"
	"math/bits"
	"strings"
)

// seldomRecur reports whether so many pieces occur once in the whole column that most
// of the pieces of cells can't come back in others, however neighbours are joined:
// then recombine is false. It is a screen for columns of texts, which keeps no piece.
//
// A piece that occurs once is joined to no other by merge, which takes pairs that come
// back, so it stays a piece of a cell of several; and joining others only makes their
// number smaller.
func (p *profile) seldomRecur(separator string) bool {
	n := len(p.values)
	for i := range p.values {
		n += strings.Count(p.values[i].cell.Text, separator)
	}
	seen := newSightings(n)
	all := 0
	for i := range p.values {
		v := &p.values[i]
		if !strings.Contains(v.cell.Text, separator) {
			seen.add(v.key, false)
			continue
		}
		pieces := splitCell(v.cell.Text, separator)
		if len(pieces) > 1 {
			all += len(pieces) * v.count
		}
		for _, piece := range pieces {
			k, _ := keyOf(piece)
			seen.add(k, v.count == 1 && len(pieces) > 1)
		}
	}
	return 10*(all-seen.lonely) < 7*all
}

// sightings are texts that were seen, by a number made of them: two that share it are
// taken for one.
type sightings struct {
	seed maphash.Seed
	list []sighting
	// lonely is how many were seen once, and as a piece that counts.
	lonely int
}

type sighting struct {
	of     uint64 // 0 is none
	lonely bool
}

// newSightings returns room for n texts.
func newSightings(n int) *sightings {
	return &sightings{seed: maphash.MakeSeed(), list: make([]sighting, 1<<bits.Len(uint(n+n/2)))}
}

// add notes a text, which counts as lonely until it is seen again.
func (s *sightings) add(text string, lonely bool) {
	h := maphash.String(s.seed, text) | 1
	last := uint64(len(s.list) - 1)
	at := h >> 20 & last
	for s.list[at].of != 0 && s.list[at].of != h {
		at = (at + 1) & last
	}
	if s.list[at].of == 0 {
		s.list[at] = sighting{h, lonely}
		s.lonely += one(lonely)
		return
	}
	s.lonely -= one(s.list[at].lonely)
	s.list[at].lonely = false
}
