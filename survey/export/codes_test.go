package export

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// TestCodes holds that codes count, look up and find what they hold, in whatever room.
func TestCodes(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		dictionary := rapid.SampledFrom([]int{1, 3, 16, 17, 256, 257, 1<<16 + 1}).Draw(r, "dictionary")
		list := rapid.SliceOfN(rapid.Uint32Range(0, uint32(dictionary-1)), 0, 30).Draw(r, "codes")
		c := CodesOf(list, dictionary)
		counts, want, table := make([]int, dictionary), map[uint32]int{}, make([]float64, dictionary)
		for code := range table {
			table[code] = float64(code) / 2
		}
		for _, code := range list {
			want[code]++
		}
		c.Count(counts)
		for code, n := range counts {
			if n != want[uint32(code)] || c.Has(uint32(code)) != (n > 0) {
				r.Fatalf("%d occurs %d times, has %v, want %d", code, n, c.Has(uint32(code)), want[uint32(code)])
			}
		}
		from := rapid.IntRange(0, len(list)).Draw(r, "from")
		got := make([]float64, len(list)-from)
		Look(&c, from, got, table)
		for i, x := range got {
			if x != table[list[from+i]] {
				r.Fatalf("place %d has %v", from+i, x)
			}
		}
		reversed := make([]uint8, dictionary)
		for code := range reversed {
			reversed[code] = ^uint8(code)
		}
		bytes := c.TakeThrough(reversed)
		if (bytes != nil) != (dictionary <= 256) || bytes != nil && (len(bytes) != len(list) || c.Len() > 0) {
			r.Fatalf("took %d, left %d of %d", len(bytes), c.Len(), len(list))
		}
		for i, b := range bytes {
			if b != ^uint8(list[i]) {
				r.Fatalf("took %d for code %d", b, list[i])
			}
		}
	})
}

// TestCodesPut holds that codes are what they were set to, in pieces and out of them, when
// their dictionary grows between these, and that nothing but the first n count.
func TestCodesPut(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		var c Codes
		var list []uint32
		dictionary := 1
		for range rapid.IntRange(1, 5).Draw(r, "pieces") {
			dictionary = max(dictionary, rapid.SampledFrom([]int{1, 3, 16, 17, 256, 257, 1<<16 + 1}).Draw(r, "dictionary"))
			piece := rapid.SliceOfN(rapid.Uint32Range(0, uint32(dictionary-1)), 0, 40).Draw(r, "piece")
			c.widen(len(list)+len(piece)+rapid.IntRange(0, 40).Draw(r, "room"), dictionary, len(list))
			if short := dictionary <= 256; short && rapid.Bool().Draw(r, "through") {
				table, codes := make([]uint32, dictionary), make([]uint8, len(piece))
				for code := range table {
					table[code] = uint32(dictionary - 1 - code)
				}
				for i, code := range piece {
					codes[i] = uint8(table[code])
				}
				c.putThrough(len(list), codes, table)
			} else {
				c.put(len(list), piece)
			}
			list = append(list, piece...)
		}
		n := rapid.IntRange(0, len(list)).Draw(r, "n")
		first, want := c.upTo(n), CodesOf(list[:n], 1<<17)
		if !first.Equal(want) {
			r.Fatalf("got %v, want %v", first, list[:n])
		}
		counts, wanted := make([]int, dictionary), make([]int, dictionary)
		first.Count(counts)
		want.Count(wanted)
		if !slices.Equal(counts, wanted) {
			r.Fatalf("%v: counts %v, want %v", list[:n], counts, wanted)
		}
		some := make([]int, 0, n)
		for i := n - 1; i >= 0; i -= 2 {
			some = append(some, i)
		}
		if only := first.Only(some); !only.Equal(want.Only(some)) {
			r.Fatalf("%v of %v: got %v", some, list[:n], only)
		}
	})
}

// TestDictionary holds that texts that lie close together are those that were given, in
// their order, short and long.
func TestDictionary(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		table, want := newWordTable(), []Cell{{}}
		for i := range rapid.IntRange(0, 40).Draw(r, "texts") {
			size := rapid.SampledFrom([]int{3, 7, 8, 127, 128, 129, 1<<14 - 1, 1 << 14, wordBlock - 3, wordBlock, 3 * wordBlock}).Draw(r, "size")
			text := strconv.Itoa(100 + i)
			text += strings.Repeat("x", size-len(text))
			if _, ok := table.intern(keyOf(text), []byte(text)); !ok {
				r.Fatal("there is no room")
			}
			want = append(want, Cell{Text: text})
		}
		many := Dictionary{many: table.many()}
		if list := DictionaryOf(want...); !many.Equal(list) || !slices.Equal(many.Cells(), want) {
			r.Fatalf("%d texts, want %d", many.Len(), len(want))
		}
		for code, cell := range many.Filled() {
			if at := many.Index(func(c Cell) bool { return c == cell }); code == 0 || at != code || cell != want[code] {
				r.Fatalf("text %d is at %d", code, at)
			}
		}
	})
}
