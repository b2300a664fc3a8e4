package export

import (
	"encoding/binary"
	"math/bits"
	"strings"
)

const (
	keyFactor = 0x9e3779b97f4a7c15 // 2^64 divided by the golden ratio: spreads keys
	shortText = 7                  // bytes of a text that is its own key
	longKey   = 0xff << 56         // marks the key of a longer text, which is a hash
	padding   = 8                  // bytes that can be read beyond a text
	maxProbes = 256                // more places than this are tried for texts that were chosen to collide
	wordArena = 1 << 16
)

// wordTable numbers the distinct texts of a column from 1 in the order in which
// they come, without a string for a text that is known. Texts that differ but
// are the same when clean share a number; one that is blank has 0.
type wordTable struct {
	slots []wordSlot
	shift int
	used  int
	raws  []string // of the slots with longer texts, as the file spells them
	texts []string // the clean texts by number
	keys  []uint64 // of texts
	arena strings.Builder
}

// wordSlot is a text as the file spells it; the key is 0 in a free one.
type wordSlot struct {
	key  uint64
	code uint32
	raw  uint32
}

func newWordTable() wordTable {
	return wordTable{slots: make([]wordSlot, 64), shift: 64 - 6, texts: []string{""}, keys: []uint64{0}}
}

// keyOf returns the key of the first n bytes, behind which others can be read:
// the bytes themselves, which fit with their number, or a hash.
func keyOf(b []byte, n int) uint64 {
	word := binary.LittleEndian.Uint64(b)
	if n <= shortText {
		return word&(1<<(8*n)-1) | uint64(n)<<56
	}
	h := mixed(0, word)
	at := 8
	for ; at+8 <= n; at += 8 {
		h = mixed(h, binary.LittleEndian.Uint64(b[at:]))
	}
	return lastMixed(h, binary.LittleEndian.Uint64(b[at:])&(1<<(8*(n-at))-1), n)
}

// mixed takes eight bytes more into a hash.
func mixed(h, word uint64) uint64 { return bits.RotateLeft64((h^word)*keyFactor, 29) }

// lastMixed takes the last bytes, seven at most, and the number of all into it.
func lastMixed(h, word uint64, n int) uint64 {
	h = mixed(mixed(h, word), uint64(n))
	return h | longKey
}

// short returns the number of a text that is its own key.
func (t *wordTable) short(key uint64) (uint32, bool) {
	for i := key * keyFactor >> t.shift; ; i++ {
		s := &t.slots[i&uint64(len(t.slots)-1)]
		if s.key == key {
			return s.code, true
		}
		if s.key == 0 {
			return 0, false
		}
	}
}

// long returns the number of a longer text.
func (t *wordTable) long(key uint64, raw []byte) (uint32, bool) {
	for i := key * keyFactor >> t.shift; ; i++ {
		s := &t.slots[i&uint64(len(t.slots)-1)]
		if s.key == key && t.raws[s.raw] == string(raw) {
			return s.code, true
		}
		if s.key == 0 {
			return 0, false
		}
	}
}

// add numbers a clean text that is new.
func (t *wordTable) add(key uint64, text string) uint32 {
	t.texts, t.keys = append(t.texts, text), append(t.keys, key)
	return uint32(len(t.texts) - 1)
}

// spell remembers that a text, which is not there yet, has a number. It is false
// when too many others share its place.
func (t *wordTable) spell(key uint64, raw string, code uint32) bool {
	if 2*t.used >= len(t.slots) {
		t.grow()
	}
	s := wordSlot{key: key, code: code}
	if key >= longKey {
		s.raw = uint32(len(t.raws))
		t.raws = append(t.raws, raw)
	}
	t.used++
	return t.place(s)
}

func (t *wordTable) place(s wordSlot) bool {
	i, probes := s.key*keyFactor>>t.shift, 0
	for ; t.slots[i&uint64(len(t.slots)-1)].key != 0; i++ {
		probes++
	}
	t.slots[i&uint64(len(t.slots)-1)] = s
	return probes < maxProbes
}

func (t *wordTable) grow() {
	old := t.slots
	t.slots, t.shift = make([]wordSlot, 4*len(old)), t.shift-2
	for _, s := range old {
		if s.key != 0 {
			t.place(s)
		}
	}
}

// keep returns a copy of a text. Copies lie together in large pieces.
func (t *wordTable) keep(raw []byte) string {
	if t.arena.Cap()-t.arena.Len() < len(raw) {
		t.arena = strings.Builder{}
		t.arena.Grow(max(len(raw), min(wordArena, 16*len(t.texts))))
	}
	from := t.arena.Len()
	t.arena.Write(raw)
	return t.arena.String()[from:]
}

// intern returns the number of a clean text with a key; false when too many
// others share its place.
func (t *wordTable) intern(key uint64, text string) (uint32, bool) {
	for i := key * keyFactor >> t.shift; ; i++ {
		s := &t.slots[i&uint64(len(t.slots)-1)]
		if s.key == key && (key < longKey || t.raws[s.raw] == text) {
			return s.code, true
		}
		if s.key == 0 {
			break
		}
	}
	code := t.add(key, text)
	return code, t.spell(key, text, code)
}
