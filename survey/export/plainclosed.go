package export

// maxClosed is how many spellings the texts of a closed question may have. Its codes
// fit in a byte.
const maxClosed = 96

// closedTable numbers the few texts of a column from 1 in the order in which they
// come. A text of at most 16 bytes is known by its first and last eight.
type closedTable struct {
	slots  []closedSlot // of which a quarter at most is in use
	shift  int
	factor uint64
	most   int // spellings, with that of nothing
	spells []closedSlot
	raws   []string // of spells
	texts  []string // clean, by number
	file   []uint32 // their numbers in the dictionary of the file
}

// closedSlot is a text as the file spells it.
type closedSlot struct {
	first, last uint64
	size        uint32 // freeSlot when there is none
	spell       uint16
	code        uint8
}

const freeSlot = 1<<32 - 1

func newClosedTable(most int) closedTable {
	t := closedTable{most: most, texts: []string{""}, file: []uint32{0}}
	t.spells, t.raws = append(t.spells, closedSlot{}), append(t.raws, "")
	t.rebuild(16)
	return t
}

// code returns the number of a field with certain first and last bytes.
func (t *closedTable) code(first, last uint64, field []byte) (code uint8, known bool) {
	for i := spread(first, last, t.factor) >> t.shift; ; i++ {
		s := &t.slots[i&uint64(len(t.slots)-1)]
		if s.size == freeSlot {
			return 0, false
		}
		if s.first == first && s.last == last && s.size == uint32(len(field)) && (len(field) <= 16 || t.raws[s.spell] == string(field)) {
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
	t.spells, t.raws = append(t.spells, s), append(t.raws, string(field))
	if 4*len(t.spells) > len(t.slots) {
		t.rebuild(2 * len(t.slots))
	} else if t.put(s) > 0 {
		t.rebuild(len(t.slots))
	}
	return uint8(code), true
}

// put sets the first free slot, and returns how many were not.
func (t *closedTable) put(s closedSlot) (probes int) {
	i := spread(s.first, s.last, t.factor) >> t.shift
	for ; t.slots[i&uint64(len(t.slots)-1)].size != freeSlot; i++ {
		probes++
	}
	t.slots[i&uint64(len(t.slots)-1)] = s
	return probes
}

// rebuild makes a table of a size, by the factor that puts most texts where they are
// looked for first.
func (t *closedTable) rebuild(size int) {
	t.slots, t.shift = make([]closedSlot, size), 64
	for n := size; n > 1; n /= 2 {
		t.shift--
	}
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
