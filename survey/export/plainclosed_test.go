package export

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// TestClosedTable holds that fields of one column, and of a table that takes the numbers of
// the file, are known by what they are, whatever stands beside them.
func TestClosedTable(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		longest := rapid.SampledFrom([]int{1, 2, 9, 16, 17, 40}).Draw(rt, "longest")
		field := rapid.StringOfN(rapid.SampledFrom([]rune("ab\u00ff")), 1, longest, longest)
		texts := rapid.SliceOfNDistinct(field, min(3*longest-1, 12), 20, rapid.ID[string]).Draw(rt, "texts")
		var b pieceBuffer
		for i := range b {
			b[i] = 'a'
		}
		stops, starts, end := []uint32{padding - 1}, []uint32(nil), padding
		for i, text := range append(slices.Clone(texts), "") {
			end += copy(b[end:], text)
			b[end] = ','
			stops, starts, end = append(stops, uint32(end)), append(starts, uint32(i)), end+1
		}
		table := newClosedTable(maxClosed, ',')
		codes := make([]uint8, len(starts))
		for at := range texts {
			begin, end := stops[at]+1, stops[at+1]
			first, last := endsOf(&b, begin, end)
			if _, known := table.code(first, last, b[begin:end]); known {
				rt.Fatalf("%q is known already in %q", texts[at], texts)
			}
			code, ok := table.add(first, last, b[begin:end], []byte(texts[at]))
			if !ok || int(code) != at+1 {
				rt.Fatalf("%q has the number %d: %v", texts[at], code, ok)
			}
		}
		numbers := rapid.Permutation(slices.Clone(starts[1:])).Draw(rt, "numbers")
		table.file = append(table.file, numbers...)
		if table.renumber(); rapid.Bool().Draw(rt, "rebuilt") {
			table.rebuild()
		}
		want := make([]uint8, len(codes))
		for at, number := range numbers {
			want[at] = uint8(number)
		}
		for at := 0; at < len(codes); at++ { // those that are not looked for first where they are by themselves
			if at += table.known(codes[at:], &b, stops, starts[at:], 0); at == len(codes) {
				break
			}
			begin, end := stops[at]+1, stops[at+1]
			first, last := endsOf(&b, begin, end)
			codes[at], _ = table.code(first, last, b[begin:end])
		}
		if !slices.Equal(codes, want) {
			rt.Errorf("%q have the numbers %v, want %v", texts, codes, want)
		}
		for at, number := range numbers {
			if table.texts[number] != texts[at] || table.file[at+1] != uint32(at+1) {
				rt.Errorf("texts %q, numbers %v", table.texts, table.file)
			}
		}
	})
}
