package export

import (
	"math/bits"
	"slices"
)

// maxClosed is how many spellings the texts of a closed question may have. Its codes
// fit in a byte.
const maxClosed = 64

// closedTable numbers the few texts of a column from 1 in the order in which they
// come. A text of at most 16 bytes is known by its first and last eight.
type closedTable struct {
	slots   *[closedSlots]closedSlot
	factor  uint64
	most    int // spellings, with that of nothing
	spells  []closedSlot
	longest int      // bytes of a spelling
	crowded bool     // not every text is where it is looked for first
	raws    []string // of spells
	texts   []string // clean, by number
	file    []uint32 // their numbers in the dictionary of the file
	// bytes has, of columns without longer texts, the numbers of those of one byte, and
	// that of nothing by the byte behind it; noByte of others.
	bytes [1 << 8]uint8
}

const closedSlots = 1 << 8

// closedSlot is a text as the file spells it.
type closedSlot struct {
	first, last uint64
	size        uint32 // freeSlot when there is none
	spell       uint16
	code        uint8
}

const (
	freeSlot = 1<<32 - 1
	noByte   = 1<<8 - 1
)

// newClosedTable returns a table for at most so many spellings of the fields of a text
// with a delimiter.
func newClosedTable(most int, delimiter byte) closedTable {
	t := closedTable{slots: new([closedSlots]closedSlot), most: most, texts: []string{""}, file: []uint32{0}}
	t.spells, t.raws = append(t.spells, closedSlot{first: beyond[0][0], last: beyond[0][1]}), append(t.raws, "")
	t.rebuild()
	for c := range t.bytes {
		t.bytes[c] = noByte
	}
	t.bytes[delimiter], t.bytes['\n'] = 0, 0
	return t
}

// beyond has, by the size of a field, the bits of the bytes that are no part of it: of the
// eight from its beginning, and of the eight up to its end all where the first eight hold
// the field. Which it has for a field of more than 16 bytes does not matter, as that is
// compared as a whole too.
var beyond = [1 << 5][2]uint64{
	{all, all}, {all - 0xff, all}, {all - 0xffff, all}, {all - 0xffffff, all}, {all - 0xffffffff, all},
	{all - 0xffffffffff, all}, {all - 0xffffffffffff, all}, {all - 0xffffffffffffff, all}, {0, all},
}

const all = 1<<64 - 1 // bits of eight bytes

// endsOf returns the first eight bytes of a field, and if it has more the last eight.
func endsOf(b *pieceBuffer, begin, end uint32) (first, last uint64) {
	no := &beyond[(end-begin)%(1<<5)]
	return b.word(begin) | no[0], b.word(end-8) | no[1]
}

// slot returns where the text is looked for first.
func (t *closedTable) slot(first, last uint64) uint8 {
	return uint8((first ^ bits.RotateLeft64(last, 29)) * t.factor >> 56)
}

// known sets the codes of the fields of a column up to the first one that is not where
// it is looked for first, and returns how many those are.
func (t *closedTable) known(codes []uint8, b *pieceBuffer, stops, starts []uint32, col int) int {
	if t.longest <= 1 {
		return t.knownBytes(codes, b, stops, starts, col)
	}
	if t.longest > 16 {
		return t.knownLong(codes, b, stops, starts, col)
	}
	slots, factor := t.slots, t.factor
	_, _ = slots[0], b[0] // is not nil
	codes, stops = codes[:len(starts)], stops[col:]
	for at, start := range starts {
		i := int(start)
		_ = stops[i+1]
		begin, end := stops[i]+1, stops[i+1]
		first, last := endsOf(b, begin, end)
		s := &slots[uint8((first^bits.RotateLeft64(last, 29))*factor>>56)]
		if (s.first^first)|(s.last^last)|uint64(s.size^(end-begin)) != 0 {
			return at
		}
		codes[at] = s.code
	}
	return len(starts)
}

// knownBytes is known for a column without texts of two bytes or more.
func (t *closedTable) knownBytes(codes []uint8, b *pieceBuffer, stops, starts []uint32, col int) int {
	_ = b[0] // is not nil
	codes, stops = codes[:len(starts)], stops[col:]
	for at, start := range starts {
		i := int(start)
		_ = stops[i+1]
		before, end := stops[i], stops[i+1]
		code := t.bytes[b[(before+1)&(bufferRoom-1)]]
		if end-before > 2 || code == noByte {
			return at
		}
		codes[at] = code
	}
	return len(starts)
}

// knownLong is known for a column that has longer texts.
func (t *closedTable) knownLong(codes []uint8, b *pieceBuffer, stops, starts []uint32, col int) int {
	for at, start := range starts {
		i := int(start) + col
		begin, end := stops[i]+1, stops[i+1]
		first, last := endsOf(b, begin, end)
		s := &t.slots[t.slot(first, last)]
		if (s.first^first)|(s.last^last)|uint64(s.size^(end-begin)) != 0 || end-begin > 16 && t.raws[s.spell] != string(b[begin:end]) {
			return at
		}
		codes[at] = s.code
	}
	return len(starts)
}

// code returns the number of a field with certain first and last bytes.
func (t *closedTable) code(first, last uint64, field []byte) (code uint8, known bool) {
	for i := t.slot(first, last); ; i++ {
		s := &t.slots[i]
		if s.size == freeSlot {
			return 0, false
		}
		if s.first == first && s.last == last && s.size == uint32(len(field)) && t.raws[s.spell] == string(field) {
			return s.code, true
		}
	}
}

// add numbers a field that holds a text; false when there are too many.
func (t *closedTable) add(first, last uint64, field, text []byte) (uint8, bool) {
	if len(t.spells) >= t.most {
		return 0, false
	}
	code := 0
	for code < len(t.texts) && t.texts[code] != string(text) {
		code++
	}
	if code == len(t.texts) {
		t.texts = append(t.texts, string(text))
	}
	s := closedSlot{first, last, uint32(len(field)), uint16(len(t.spells)), uint8(code)}
	t.spells, t.raws, t.longest = append(t.spells, s), append(t.raws, string(field)), max(t.longest, len(field))
	if len(field) == 1 {
		t.bytes[field[0]] = uint8(code)
	}
	t.crowded = t.put(s) > 0 || t.crowded
	return uint8(code), true
}

// renumber gives the texts the numbers that they have in the dictionary of the file, which
// has no others: nothing need be looked up then to put these in their place.
func (t *closedTable) renumber() {
	if slices.IsSorted(t.file) {
		return
	}
	for i := range t.spells {
		t.spells[i].code = uint8(t.file[t.spells[i].code])
	}
	for i := range t.slots {
		if s := &t.slots[i]; s.size != freeSlot {
			s.code = uint8(t.file[s.code])
		}
	}
	for c, code := range t.bytes {
		if code != noByte {
			t.bytes[c] = uint8(t.file[code])
		}
	}
	texts := slices.Clone(t.texts)
	for code, of := range t.file {
		t.texts[of] = texts[code]
	}
	slices.Sort(t.file)
}

// put sets the first free slot, and returns how many were not.
func (t *closedTable) put(s closedSlot) (probes int) {
	i := t.slot(s.first, s.last)
	for ; t.slots[i].size != freeSlot; i++ {
		probes++
	}
	t.slots[i] = s
	return probes
}

// rebuild fills the slots by the factor that puts most texts where they are looked for
// first.
func (t *closedTable) rebuild() {
	t.crowded = false
	best, least := uint64(0), -1
	factor := uint64(keyFactor)
	for range 12 {
		if probes := t.fill(factor); least < 0 || probes < least {
			best, least = factor, probes
		}
		if least == 0 {
			return
		}
		factor = factor*keyFactor | 1
	}
	t.fill(best)
}

func (t *closedTable) fill(factor uint64) (probes int) {
	t.factor = factor
	for i := range t.slots {
		t.slots[i] = closedSlot{size: freeSlot}
	}
	for _, s := range t.spells {
		probes += t.put(s)
	}
	return probes
}
