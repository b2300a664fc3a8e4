package export

import (
	"bytes"
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"
)

// TestIndexOfPiece compares the stops of drawn pieces with those that are found byte
// by byte.
func TestIndexOfPiece(t *testing.T) {
	var b pieceBuffer // which keeps what was in it
	rapid.Check(t, func(rt *rapid.T) {
		letters := rapid.SampledFrom([]string{",,\n\"\"ab;\x8a\xa2\u012c\U0001f60a", ",a", "\na", ",\n", "abcdefghijklmnopqrstuvwxyz,\n", "abcdefghijklmnopqrstuvwxyz,\n\""}).Draw(rt, "letters")
		size := rapid.SampledFrom([]int{20, 700}).Draw(rt, "size")
		piece := []byte(rapid.StringOfN(rapid.SampledFrom([]rune(letters)), 0, size, -1).Draw(rt, "piece"))
		piece = bytes.Repeat(piece, rapid.IntRange(1, 3000/size).Draw(rt, "times"))
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
		for _, wide := range slices.Compact([]bool{false, looksWide()}) {
			x := plainIndex{wide: wide}
			for range 2 { // also where there was another piece
				x.find(&b, padding+copy(b[padding:], piece), ',')
				if diff := cmp.Diff(stops, x.stops[:x.n]); diff != "" {
					rt.Errorf("stops of %q, wide %v:\n%s", piece, wide, diff)
				}
				if diff := cmp.Diff(lines, x.lines, cmpopts.EquateEmpty()); diff != "" {
					rt.Errorf("lines of %q, wide %v:\n%s", piece, wide, diff)
				}
			}
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
// TestIndexOfDensePiece: there is room for the stops of a piece of many bytes that are all
// delimiters.
func TestIndexOfDensePiece(t *testing.T) {
	var b pieceBuffer
	for _, size := range []int{6000, 7000, 40_000, maxPiece} {
		end := padding + copy(b[padding:], append(bytes.Repeat([]byte(","), size-1), '\n'))
		for _, wide := range slices.Compact([]bool{false, looksWide()}) {
			x := plainIndex{wide: wide}
			x.find(&b, end, ',')
			if x.n != size+1 || len(x.lines) != 1 || int(x.lines[0]) != size || int(x.stops[size]) != end-1 {
				t.Errorf("%d delimiters, wide %v: %d stops, lines %v", size, wide, x.n, x.lines)
			}
		}
	}
}

func BenchmarkIndex(b *testing.B) {
	piece := bytes.Repeat([]byte("misschien,Ja,een heel lang antwoord,3.14,0,1\n"), 4000)
	var buf pieceBuffer
	end := padding + copy(buf[padding:], piece)
	for _, wide := range slices.Compact([]bool{false, looksWide()}) {
		b.Run(fmt.Sprintf("wide=%v", wide), func(b *testing.B) {
			x := plainIndex{wide: wide}
			b.SetBytes(int64(len(piece)))
			for b.Loop() {
				x.find(&buf, end, ',')
			}
		})
	}
}
