package export

import (
	"math/bits"
	"slices"
)

// maxClosed is how many spellings the texts of a closed question may have. Its codes
// fit in a byte.
const maxClosed = 64

// closedTable numbers the few texts of a column from 1 in the order in which they
// come. A field of up to shortField bytes is known by its key; a longer one is compared as a
// whole too.
type closedTable struct {
	slots   *closedSlots
	factor  uint64
	most    int // spellings, with that of nothing
	spells  []closedText
	longest int      // bytes of a spelling
	crowded bool     // not every text is where it is looked for first
	texts   []string // clean, by number
	file    []uint32 // their numbers in the dictionary of the file
	// bytes has, of columns without longer texts, the numbers of those of one byte, and
	// that of nothing by the byte behind it; noByte of others.
	bytes [1 << 8]uint8
}

// closedSlots are the places where spellings are looked for.
type closedSlots struct {
	keys   [1 << 8]closedKey
	codes  [1 << 8]uint8
	spells [1 << 8]uint16
}

// closedKey is what a field is known by: its bytes with the one that ends it, so that none that
// differ have the same, or of a longer field its first and last eight.
type closedKey struct{ first, last uint64 }

// closedText is a text as the file spells it, and its number.
type closedText struct {
	key  closedKey
	raw  string
	code uint8
}

const (
	shortField = 16                  // bytes of a field that its key tells from all others
	freeKey    = uint64('\n') | 1<<8 // what no field begins with
	noByte     = 1<<8 - 1
)

// newClosedTable returns a table for at most so many spellings of the fields of a column,
// which end in a certain byte.
func newClosedTable(most int, end byte) closedTable {
	t := closedTable{slots: new(closedSlots), most: most, texts: []string{""}, file: []uint32{0}}
	t.spells = append(t.spells, closedText{key: closedKey{first: uint64(end)}})
	t.rebuild()
	for c := range t.bytes {
		t.bytes[c] = noByte
	}
	t.bytes[end] = 0
	return t
}

// within has, by the size of a field and the byte behind it, the bits of these among the
// sixteen from its beginning.
var within = [shortField + 2]closedKey{
	{}, {first: 1<<8 - 1}, {first: 1<<16 - 1}, {first: 1<<24 - 1}, {first: 1<<32 - 1}, {first: 1<<40 - 1}, {first: 1<<48 - 1}, {first: 1<<56 - 1},
	{all, 0}, {all, 1<<8 - 1}, {all, 1<<16 - 1}, {all, 1<<24 - 1}, {all, 1<<32 - 1}, {all, 1<<40 - 1}, {all, 1<<48 - 1}, {all, 1<<56 - 1},
	{all, all}, {all, all},
}

const all = 1<<64 - 1 // bits of eight bytes

// keyOfField returns what the field between two stops is known by.
func keyOfField(b *pieceBuffer, before, end uint32) closedKey {
	if size := end - before; size < uint32(len(within)) {
		own := &within[size]
		return closedKey{b.word(before+1) & own.first, b.word(before+9) & own.last}
	}
	return closedKey{b.word(before + 1), b.word(end - 8)}
}

// slot returns where a field is looked for first.
func (k closedKey) slot(factor uint64) uint8 {
	return uint8((k.first ^ bits.RotateLeft64(k.last, 29)) * factor >> 56)
}

// known sets the codes of the fields of a column up to the first one that is not where
// it is looked for first, and returns how many those are.
func (t *closedTable) known(codes []uint8, b *pieceBuffer, stops, starts []uint32, col int) int {
	if t.longest <= 1 {
		return t.knownBytes(codes, b, stops, starts, col)
	}
	if t.longest > shortField {
		return t.knownLong(codes, b, stops, starts, col)
	}
	slots, factor := t.slots, t.factor
	_, _ = slots.codes[0], b[0] // is not nil
	codes, stops = codes[:len(starts)], stops[col:]
	for at, start := range starts {
		i := int(start)
		_ = stops[i+1]
		before, end := stops[i], stops[i+1]
		size := end - before
		if size >= uint32(len(within)) {
			return at
		}
		own := &within[size]
		key := closedKey{b.word(before+1) & own.first, b.word(before+9) & own.last}
		slot := key.slot(factor)
		if slots.keys[slot] != key {
			return at
		}
		codes[at] = slots.codes[slot]
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
		before, end := stops[i], stops[i+1]
		key := keyOfField(b, before, end)
		slot := key.slot(t.factor)
		if t.slots.keys[slot] != key {
			return at
		}
		if raw := t.spells[t.slots.spells[slot]].raw; len(raw) != int(end-before-1) || len(raw) > shortField && raw != string(b[before+1:end]) {
			return at
		}
		codes[at] = t.slots.codes[slot]
	}
	return len(starts)
}

// code returns the number of a field with a key.
func (t *closedTable) code(key closedKey, field []byte) (code uint8, known bool) {
	for slot := key.slot(t.factor); t.slots.keys[slot].first != freeKey; slot++ {
		if t.slots.keys[slot] == key && t.spells[t.slots.spells[slot]].raw == string(field) {
			return t.slots.codes[slot], true
		}
	}
	return 0, false
}

// add numbers a field that holds a text; false when there are too many.
func (t *closedTable) add(key closedKey, field, text []byte) (uint8, bool) {
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
	t.spells, t.longest = append(t.spells, closedText{key, string(field), uint8(code)}), max(t.longest, len(field))
	if len(field) == 1 {
		t.bytes[field[0]] = uint8(code)
	}
	t.crowded = t.put(len(t.spells)-1) > 0 || t.crowded
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
	for i := range t.slots.codes {
		t.slots.codes[i] = t.spells[t.slots.spells[i]].code
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

// put sets the first free slot to a spelling, and returns how many were not.
func (t *closedTable) put(spell int) (probes int) {
	s := &t.spells[spell]
	slot := s.key.slot(t.factor)
	for ; t.slots.keys[slot].first != freeKey; slot++ {
		probes++
	}
	t.slots.keys[slot], t.slots.codes[slot], t.slots.spells[slot] = s.key, s.code, uint16(spell)
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
	for i := range t.slots.keys {
		t.slots.keys[i] = closedKey{first: freeKey}
	}
	for spell := range t.spells {
		probes += t.put(spell)
	}
	return probes
}
