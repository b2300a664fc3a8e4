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
