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
	maxWords   = 1 << 31            // texts of a column
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
	slots  []uint32 // of a text its number, of another spelling of it maxWords and where it is in others; 0 in a free one
	shift  int
	used   int
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
	return wordTable{slots: make([]uint32, 64), shift: 64 - 6, words: []uint64{0}}
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

// find returns the number of a text with a key; false when it is new.
func (t *wordTable) find(key uint64, text []byte) (uint32, bool) {
	if key >= longKey {
		return t.findLong(key, text)
	}
	for i := key * keyFactor >> t.shift; ; i++ {
		n := t.slots[i&uint64(len(t.slots)-1)]
		switch {
		case n == 0:
			return 0, false
		case n >= maxWords:
			if o := &t.others[n-maxWords]; o.key == key {
				return o.code, true
			}
		case t.words[n] == key:
			return n, true
		}
	}
}

// expect sets the numbers of what is in the slots where texts with keys are looked for
// first.
func (t *wordTable) expect(keys []uint64, numbers []uint32) {
	slots, shift := t.slots, t.shift
	for row, key := range keys {
		numbers[row] = slots[key*keyFactor>>(shift&63)&uint64(len(slots)-1)]
	}
}

// findLong is find for a text that is not its own key.
func (t *wordTable) findLong(key uint64, text []byte) (uint32, bool) {
	for i := key * keyFactor >> t.shift; ; i++ {
		n := t.slots[i&uint64(len(t.slots)-1)]
		switch {
		case n == 0:
			return 0, false
		case n >= maxWords:
			if o := &t.others[n-maxWords]; o.key == key && o.text == string(text) {
				return o.code, true
			}
		default:
			if word := t.words[n]; (word^key)>>placeSize == 0 && t.long(word) == string(text) {
				return n, true
			}
		}
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
	return code, code < maxWords && t.place(key, code)
}

// spell remembers that a text, which is not there yet, is another spelling of one
// with a number.
func (t *wordTable) spell(key uint64, text string, code uint32) bool {
	t.others = append(t.others, rawText{key, text, code})
	return t.place(key, uint32(maxWords+len(t.others)-1))
}

// place puts what is new in a slot. It is false when too many others share its place.
func (t *wordTable) place(key uint64, n uint32) bool {
	if t.used >= t.room() {
		t.grow()
	}
	t.used++
	return t.put(key, n) < maxProbes
}

func (t *wordTable) put(key uint64, n uint32) (probes int) {
	i := key * keyFactor >> t.shift
	for ; t.slots[i&uint64(len(t.slots)-1)] != 0; i++ {
		probes++
	}
	t.slots[i&uint64(len(t.slots)-1)] = n
	return probes
}

// room returns how many slots may be in use: a quarter, so that most texts are where
// they are looked for first, or half of many, or five eighths of very many.
func (t *wordTable) room() int {
	switch n := len(t.slots); {
	case n < largeTable:
		return n / 4
	case n < mostTable:
		return n / 2
	default:
		return n / 8 * 5
	}
}

// grow makes room for more texts. They are put in their order, in which they lie.
func (t *wordTable) grow() {
	more := 1 // slots are twice as many
	if len(t.slots) < largeTable {
		more = 2
	}
	t.slots, t.shift = make([]uint32, len(t.slots)<<more), t.shift-more
	t.words = append(make([]uint64, 0, t.room()+1), t.words...)
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
