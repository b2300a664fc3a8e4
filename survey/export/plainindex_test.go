package export

import (
	"bytes"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// TestIndexOfPiece compares the stops of drawn pieces with those that are found byte
// by byte.
func TestIndexOfPiece(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		piece := []byte(rapid.StringOfN(rapid.SampledFrom([]rune(",,\n\"\"ab;\x8a\xa2\u012c\U0001f60a")), 0, 700, -1).Draw(rt, "piece"))
		stops, lines, quoted := []uint32{padding - 1}, []uint32(nil), false
		for i, c := range piece {
			switch {
			case c == '"':
				quoted = !quoted
			case quoted:
			case c == '\n':
				lines = append(lines, uint32(len(stops)))
				stops = append(stops, uint32(padding+i))
			case c == ',':
				stops = append(stops, uint32(padding+i))
			}
		}
		var b pieceBuffer
		var x plainIndex
		x.find(&b, padding+copy(b[padding:], piece), ',')
		if diff := cmp.Diff(stops, x.stops[:len(stops)]); diff != "" {
			rt.Errorf("stops of %q:\n%s", piece, diff)
		}
		if diff := cmp.Diff(lines, x.lines); diff != "" {
			rt.Errorf("lines of %q:\n%s", piece, diff)
		}
		blocks := append(bytes.Clone(piece), make([]byte, padding)...)
		found, want := make([]blockPlaces, len(blocks)/blockSize), make([]blockPlaces, len(blocks)/blockSize)
		findPlaces(found, blocks, everyByte*',')
		findByWords(want, blocks, everyByte*',')
		if !slices.Equal(found, want) {
			rt.Errorf("places in %q: %x, by words %x", piece, found, want)
		}
	})
}

// TestCleanField draws fields, of which the careful reader changes some.
func TestCleanField(t *testing.T) {
	var b pieceBuffer
	for i := range b {
		b[i] = '"' // nothing beyond the field counts
	}
	rapid.Check(t, func(rt *rapid.T) {
		letters := rapid.SampledFrom([]string{"ab c", "ab c", "a ~!#", "a\"b", "a \x1f", "a\x7fb", "a\u00e9 \u00ff"}).Draw(rt, "letters")
		field := []byte(rapid.StringOfN(rapid.SampledFrom([]rune(letters)), 0, 25, -1).Draw(rt, "field"))
		end := padding + copy(b[padding:], field)
		b[end] = '"'
		if got, want := b.clean(padding, uint32(end)), isClean(field) && bare(field); got != want {
			rt.Errorf("%q is clean: %v", field, got)
		}
	})
}

// BenchmarkIndex finds the stops of a piece with fields of seven bytes.
func BenchmarkIndex(b *testing.B) {
	piece := bytes.Repeat([]byte("misschien,Ja,een heel lang antwoord,3.14,0,1\n"), 4000)
	var buf pieceBuffer
	end := padding + copy(buf[padding:], piece)
	var x plainIndex
	b.SetBytes(int64(len(piece)))
	for b.Loop() {
		x.find(&buf, end, ',')
	}
}
