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
		longest := rapid.SampledFrom([]int{1, 2, 9, 15, 16, 17, 40}).Draw(rt, "longest")
		field := rapid.StringOfN(rapid.SampledFrom([]rune("ab\u00ff")), 1, longest, longest)
		texts := rapid.SliceOfNDistinct(field, min(3*longest-1, 12), 20, rapid.ID[string]).Draw(rt, "texts")
		var b pieceBuffer
		for i := range b {
			b[i] = 'a'
		}
		strangers := rapid.SliceOfN(rapid.StringOfN(rapid.SampledFrom([]rune("ab\x00\u00ff")), 1, longest+2, -1), 0, 9).Draw(rt, "strangers")
		strangers = append(strangers, texts[0]+"\x00", texts[0]+"\u00ff", texts[0]+texts[0])
		if middle := texts[0][len(texts[0])/2:]; longest > 1 { // the ends are the same
			strangers = append(strangers, texts[0][:len(texts[0])/2]+"c"+middle[1:])
		}
		strangers = slices.DeleteFunc(strangers, func(text string) bool { return slices.Contains(texts, text) })
		stops, starts, end := []uint32{padding - 1}, []uint32(nil), padding
		for i, text := range slices.Concat(texts, []string{""}, strangers) {
			end += copy(b[end:], text)
			b[end] = ','
			stops, starts, end = append(stops, uint32(end)), append(starts, uint32(i)), end+1
		}
		starts, others := starts[:len(texts)+1], starts[len(texts)+1:]
		table := newClosedTable(maxClosed, ',')
		codes := make([]uint8, len(starts))
		for at := range texts {
			before, end := stops[at], stops[at+1]
			key, field := keyOfField(&b, before, end), b[before+1:end]
			if _, known := table.code(key, field); known {
				rt.Fatalf("%q is known already in %q", texts[at], texts)
			}
			code, ok := table.add(key, field, []byte(texts[at]))
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
			before, end := stops[at], stops[at+1]
			codes[at], _ = table.code(keyOfField(&b, before, end), b[before+1:end])
		}
		if !slices.Equal(codes, want) {
			rt.Errorf("%q have the numbers %v, want %v", texts, codes, want)
		}
		for i, at := range others {
			field := b[stops[at]+1 : stops[at+1]]
			_, known := table.code(keyOfField(&b, stops[at], stops[at+1]), field)
			if known || table.known(make([]uint8, 1), &b, stops, others[i:i+1], 0) > 0 {
				rt.Errorf("%q is known in %q", field, texts)
			}
		}
		for at, number := range numbers {
			if table.texts[number] != texts[at] || table.file[at+1] != uint32(at+1) {
				rt.Errorf("texts %q, numbers %v", table.texts, table.file)
			}
		}
	})
}
