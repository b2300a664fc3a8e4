package export

import (
	"encoding/binary"
	"math/bits"
	"strings"
)

const (
	keyFactor  = 0x9e3779b97f4a7c15 // 2^64 divided by the golden ratio: spreads keys
	shortText  = 7                  // bytes of a text that is its own key
	longKey    = 0xff << 56         // marks the key of a longer text, which is a hash
	keyTag     = 0xffffff << 32     // the bits of that hash: beyond some 16 million longer texts, several have the same
	maxProbes  = 256                // more places than this are tried for texts that were chosen to collide
	maxBits    = 31                 // of a place in the table
	maxWords   = 1 << maxBits       // texts of a column
	placeBits  = 16                 // of the place of a text where it begins in its block, and as many which block that is
	placeSize  = 2 * placeBits      // bits of a place
	wordBlock  = 1 << placeBits     // bytes of texts that lie together
	largeTable = 1 << 16            // slots of a table of which as much as half is used
	mostTable  = 1 << 19            // and of one of which five eighths are: more would make long rows of them, see maxProbes
)

// wordTable numbers the distinct texts of a column from 1 in the order in which they
// come. Texts that differ but are the same when clean share a number; one that is
// blank has 0. It takes eight bytes for a text and its number, and for a longer text
// the text itself.
type wordTable struct {
	slots  []uint32 // 0 in a free one
	used   int
	likely int                // texts that there will be, as far as can be told; 0 when it can't
	words  []uint64           // by number the key of a short text; of a longer one its key and its place
	blocks []*strings.Builder // the longer texts, each behind its length
	others []rawText
}

// rawText is a text that is not clean, and the number of the clean one.
type rawText struct {
	key  uint64
	text string
	code uint32
}

func newWordTable() wordTable {
	return wordTable{slots: make([]uint32, 1<<6), words: []uint64{0}}
}

// keyOf returns the key of a text: the bytes themselves, which fit with their number,
// or a hash.
func keyOf[T []byte | string](text T) uint64 {
	n := len(text)
	if n <= shortText {
		word := uint64(n) << 56
		for i := range n {
			word |= uint64(text[i]) << (8 * i)
		}
		return word
	}
	h, at := uint64(0), 0
	for ; at+8 <= n; at += 8 {
		h = mixed(h, wordAt(text, at))
	}
	return lastMixed(h, wordAt(text, n-8), n)
}

// keyBetween is keyOf the bytes from one place to another.
func keyBetween(b *pieceBuffer, begin, end uint32) uint64 {
	n := end - begin
	word := b.word(begin)
	if n <= shortText {
		return shortKey(word, n)
	}
	h := mixed(0, word)
	for begin += 8; begin+8 <= end; begin += 8 {
		h = mixed(h, b.word(begin))
	}
	return lastMixed(h, b.word(end-8), int(n))
}

// shortKey is the key of a text of n bytes, of which there are at most shortText.
func shortKey(word uint64, n uint32) uint64 { return word&(1<<(8*n&63)-1) | uint64(n)<<56 }

// wordAt returns the eight bytes of a text at a place.
func wordAt[T []byte | string](text T, at int) uint64 {
	eight := text[at : at+8]
	return uint64(eight[0]) | uint64(eight[1])<<8 | uint64(eight[2])<<16 | uint64(eight[3])<<24 |
		uint64(eight[4])<<32 | uint64(eight[5])<<40 | uint64(eight[6])<<48 | uint64(eight[7])<<56
}

// mixed takes eight bytes more into a hash.
func mixed(h, word uint64) uint64 { return bits.RotateLeft64((h^word)*keyFactor, 29) }

// lastMixed takes the last eight bytes and the number of all into it.
func lastMixed(h, word uint64, n int) uint64 {
	h = mixed(mixed(h, word), uint64(n))
	return h&keyTag | longKey
}

// slotOf returns where a text with a key is looked for first, and what its slot holds: in the
// lowest bits the number of the text, or for another spelling of it maxWords and where it
// is in others; above these as much more of the hash as there is room for. So most texts
// are told from each other by what is in the slots.
func (t *wordTable) slotOf(key uint64, n uint32) (at, slot uint32) {
	hash := key * keyFactor >> 33 * uint64(len(t.slots))
	return uint32(hash >> maxBits), uint32(hash)&(maxWords-1) | n
}

// find returns the number of a text with a key; false when it is new.
func (t *wordTable) find(key uint64, text []byte) (uint32, bool) {
	at, like := t.slotOf(key, 0)
	for mask := uint32(len(t.slots) - 1); ; at++ {
		slot := t.slots[at&mask]
		switch n := slot & mask; {
		case slot == 0:
			return 0, false
		case (slot^like)&^(maxWords|mask) != 0:
		case slot >= maxWords:
			if o := &t.others[n]; o.text == string(text) {
				return o.code, true
			}
		case t.same(n, key, text):
			return n, true
		}
	}
}

// same reports whether a text with a key is the one with a number.
func (t *wordTable) same(n uint32, key uint64, text []byte) bool {
	word := t.words[n]
	if key < longKey {
		return word == key
	}
	return (word^key)>>placeSize == 0 && t.long(word) == string(text)
}

// expect sets what is in the slots where texts with keys are looked for first.
func (t *wordTable) expect(keys []uint64, slots []uint32) {
	all, mask := t.slots, uint32(len(t.slots)-1)
	for row, key := range keys {
		at, _ := t.slotOf(key, 0)
		slots[row] = all[at&mask]
	}
}

// long returns a longer text.
func (t *wordTable) long(word uint64) string {
	return textIn(t.blocks[word>>placeBits&(1<<placeBits-1)].String(), int(word&(1<<placeBits-1)))
}

// intern returns the number of a clean text with a key; false when too many others
// share its place.
func (t *wordTable) intern(key uint64, text []byte) (uint32, bool) {
	if code, ok := t.find(key, text); ok {
		return code, true
	}
	return t.add(key, text)
}

// add numbers a clean text that is new.
func (t *wordTable) add(key uint64, text []byte) (uint32, bool) {
	code, word := uint32(len(t.words)), key
	if key >= longKey {
		place, ok := t.keep(text)
		if !ok {
			return 0, false
		}
		word = key | uint64(place)
	}
	t.words = append(t.words, word)
	return code, t.place(key, code)
}

// spell remembers that a text, which is not there yet, is another spelling of one
// with a number.
func (t *wordTable) spell(key uint64, text string, code uint32) bool {
	t.others = append(t.others, rawText{key, text, code})
	return t.place(key, uint32(maxWords+len(t.others)-1))
}

// place puts what is new in a slot. It is false when too many others share its place.
func (t *wordTable) place(key uint64, n uint32) bool {
	if t.used >= roomIn(len(t.slots)) && !t.grow() {
		return false
	}
	t.used++
	return t.put(key, n) < maxProbes
}

func (t *wordTable) put(key uint64, n uint32) (probes int) {
	at, slot := t.slotOf(key, n)
	mask := uint32(len(t.slots) - 1)
	for ; t.slots[at&mask] != 0; at++ {
		probes++
	}
	t.slots[at&mask] = slot
	return probes
}

// roomIn returns how many of a number of slots may be in use: a quarter, so that most texts are
// where they are looked for first, or half of many, or five eighths of very many.
func roomIn(slots int) int {
	switch {
	case slots < largeTable:
		return slots / 4
	case slots < mostTable:
		return slots / 2
	default:
		return slots / 8 * 5
	}
}

// grow makes room for more texts, or for those that are likely; false when there are too many.
// They are put in their order, in which they lie.
func (t *wordTable) grow() bool {
	slots := len(t.slots) * 2
	if len(t.slots) < largeTable {
		slots *= 2
	}
	for slots < maxWords && roomIn(slots) < t.likely {
		slots *= 2
	}
	if slots > maxWords {
		return false
	}
	t.slots = make([]uint32, slots)
	clear(t.slots)                              // a page that is read before it is written is given twice
	words := make([]uint64, 0, roomIn(slots)+2) // and for number 0, and for the one that is too many
	t.words = append(words, t.words...)
	for n := 1; n < len(t.words); n++ {
		word := t.words[n]
		if word >= longKey {
			word &= longKey | keyTag // without its place
		}
		t.put(word, uint32(n))
	}
	for i := range t.others {
		t.put(t.others[i].key, uint32(maxWords+i))
	}
	return true
}

// keep copies a text and returns where it is; false when there are too many.
func (t *wordTable) keep(text []byte) (place uint32, ok bool) {
	var room [binary.MaxVarintLen64]byte
	size := binary.AppendUvarint(room[:0], uint64(len(text)))
	need, last := len(size)+len(text), len(t.blocks)-1
	if last < 0 || t.blocks[last].Len() >= wordBlock || t.blocks[last].Cap()-t.blocks[last].Len() < need {
		last++
		t.blocks = append(t.blocks, new(strings.Builder))
		t.blocks[last].Grow(max(need, min(wordBlock, 16*len(t.words))))
	}
	block := t.blocks[last]
	at := block.Len()
	block.Write(size)
	block.Write(text)
	return uint32(last<<placeBits | at), last < 1<<placeBits
}

// manyWords is from how many texts on these are kept close together, which takes a
// little longer for each that is asked for.
const manyWords = 1 << 14

// dictionary returns the texts by number. The table is of no use after that.
func (t *wordTable) dictionary() Dictionary {
	t.slots, t.others = nil, nil
	if len(t.words) >= manyWords {
		if many := t.many(); many != nil {
			return Dictionary{many: many}
		}
	}
	list, size := make([]Cell, len(t.words)), 0
	for _, word := range t.words {
		if word < longKey {
			size += int(word >> 56)
		}
	}
	var short strings.Builder // the short ones lie together
	short.Grow(size)
	for n, word := range t.words {
		if word >= longKey {
			list[n].Text = t.long(word)
			continue
		}
		from := short.Len()
		for i := range word >> 56 {
			short.WriteByte(byte(word >> (8 * i)))
		}
		list[n].Text = short.String()[from:]
	}
	return DictionaryOf(list...)
}

// many returns the texts by number, the short ones in blocks of their own; nil when
// there are too many.
func (t *wordTable) many() *manyTexts {
	m := &manyTexts{places: make([]uint32, len(t.words))}
	var short [8]byte
	var ok bool
	for n, word := range t.words {
		if word >= longKey {
			m.places[n] = uint32(word)
			continue
		}
		binary.LittleEndian.PutUint64(short[:], word)
		if m.places[n], ok = t.keep(short[:word>>56]); !ok {
			return nil
		}
	}
	m.blocks = make([]string, len(t.blocks))
	for i, block := range t.blocks {
		m.blocks[i] = block.String()
	}
	t.words, t.blocks = nil, nil
	return m
}
