package export

import (
	"fmt"
	"testing"

	"pgregory.net/rapid"
)

// TestWordTable compares the numbers of texts with those of a map, also of longer ones of
// which the keys are the same, of other spellings, and of those that are not there.
func TestWordTable(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		table, numbers := newWordTable(), map[string]uint32{}
		keys := rapid.Uint64Range(1, 1<<24).Draw(rt, "keys")
		key := func(text string) uint64 {
			if own := keyOf(text); own < longKey {
				return own
			}
			return longKey | (keyOf(text)>>placeSize&0xffffff)%keys<<placeSize
		}
		texts := rapid.IntRange(1, 3000).Draw(rt, "texts")
		table.likely = rapid.IntRange(0, 1<<16).Draw(rt, "likely")
		for i := range texts {
			text := fmt.Sprintf("%.*d", i%3*4+1, i)
			if numbers[text] > 0 {
				continue
			}
			if n, known := table.find(key(text), []byte(text)); known {
				rt.Fatalf("%q is known as %d", text, n)
			}
			if i%5 == 4 {
				numbers[text] = uint32(1 + i/2%(len(table.words)-1))
				if !table.spell(key(text), text, numbers[text]) {
					return // too many have the same place
				}
				continue
			}
			n, ok := table.add(key(text), []byte(text))
			if numbers[text] = n; !ok {
				return
			}
		}
		list, slots := make([]uint64, 0, len(numbers)), make([]uint32, len(numbers))
		for text, want := range numbers {
			list = append(list, key(text))
			if n, known := table.find(key(text), []byte(text)); !known || n != want {
				rt.Errorf("%q has the number %d, %v, want %d", text, n, known, want)
			}
		}
		table.expect(list, slots)
		for i, slot := range slots {
			if slot == 0 {
				rt.Errorf("nothing is where the key %x is looked for", list[i])
			}
		}
	})
}

// TestLikelyTexts: a column is given room for likely texts when almost every field so far has
// one of its own, for no more than its records can have.
func TestLikelyTexts(t *testing.T) {
	for _, test := range []struct{ texts, blank, records, room, want int }{
		{0, 0, 0, 1000, 0},
		{0, 500, 500, 1000, 0},
		{1000, 0, 1000, 1_000_000, 4000},
		{1000, 3000, 4000, 1_000_000, 4000},
		{1000, 3000, 4000, 10_000, 2500},
		{875, 0, 1000, 1_000_000, 3500},
		{874, 0, 1000, 1_000_000, 0},
	} {
		c := tableColumn{words: wordTable{words: make([]uint64, 1+test.texts)}, blank: test.blank}
		if got := c.likely(test.records, test.room); got != test.want {
			t.Errorf("%+v: %d are likely", test, got)
		}
	}
	table := newWordTable()
	table.likely = 5000
	for i := range 20 {
		text := fmt.Sprint(i)
		table.add(keyOf(text), []byte(text))
	}
	if room := roomIn(len(table.slots)); room < table.likely || room >= 4*table.likely || cap(table.words) < room {
		t.Errorf("there is room for %d texts and %d of their keys, where %d are likely", room, cap(table.words), table.likely)
	}
}

// TestRoomForWords: there is room for the word for which a table grows, which would else be
// copied twice.
func TestRoomForWords(t *testing.T) {
	table := newWordTable()
	for i := range 5000 {
		if full := table.used == roomIn(len(table.slots)); full && i > 16 && cap(table.words) == len(table.words) {
			t.Errorf("there is no room for the text %d", i)
		}
		text := fmt.Sprint(i)
		table.add(keyOf(text), []byte(text))
	}
}
