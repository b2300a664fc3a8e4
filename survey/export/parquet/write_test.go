package parquet

import (
	"bytes"
	"encoding/binary"
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	other "github.com/parquet-go/parquet-go"
	"pgregory.net/rapid"
)

// TestHybrid: numbers of any width come back, in runs or not.
func TestHybrid(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		width := rapid.IntRange(0, 32).Draw(t, "width")
		n := rapid.IntRange(0, 200).Draw(t, "n")
		list := make([]uint32, 0, n)
		for len(list) < n {
			x := uint32(rapid.Uint64().Draw(t, "x") & (1<<width - 1))
			for range rapid.SampledFrom([]int{1, 1, 2, 7, 8, 9, 30}).Draw(t, "run") {
				list = append(list, x)
			}
		}
		packed := appendHybrid(nil, width, list)
		got := make([]uint32, len(list))
		if err := hybrid(packed, width, got); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(list, got); diff != "" {
			t.Fatal(diff)
		}
		if len(list) > 0 && hybrid(packed[:1], width, got) == nil && width > 0 {
			t.Fatal("what breaks off is read")
		}
	})
}

// TestWritePages: more rows than a page has come back, here and by another reader.
func TestWritePages(t *testing.T) {
	rows := 2*pageRows + 5
	table := &Table{Rows: rows, CreatedBy: "test", Meta: []KeyValue{{"a", "b"}}, Columns: []Series{
		{Name: "kind", Texts: []string{"x", "y", "nobody", "z"}, Codes: make([]uint32, rows), There: make([]bool, rows)},
		{Name: "number", Numbers: make([]float64, rows)},
		{Name: "tick", Small: []int8{0, 1}, Codes: make([]uint32, rows)},
	}}
	for i := range rows {
		table.Columns[0].Codes[i], table.Columns[0].There[i] = []uint32{0, 1, 3}[i%3], i%7 > 0
		table.Columns[1].Numbers[i], table.Columns[2].Codes[i] = float64(i%1000)/8, uint32(i/9%2)
	}
	data, err := Write(table)
	if err != nil {
		t.Fatal(err)
	}
	f, err := Open(bytes.NewReader(data), int64(len(data)))
	if err != nil || f.Rows != rows || f.CreatedBy != "test" || !cmp.Equal(f.Meta, table.Meta) {
		t.Fatalf("%v, %+v", err, f)
	}
	if n, err := sameAsOther(t, "own", f, data); n != 3 || err != nil {
		t.Errorf("%d columns are the same, %v", n, err)
	}
	c, err := f.Column(0)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]Value{{Text: "x"}, {Text: "y"}, {Text: "z"}}, c.Values, cmp.AllowUnexported(Value{})); diff != "" {
		t.Error(diff)
	}
	for _, i := range []int{0, 1, 2, 3, pageRows, pageRows + 1, rows - 1} {
		want := uint32(0)
		if i%7 > 0 {
			want = uint32(i%3) + 1
		}
		if c.Codes[i] != want {
			t.Errorf("row %d has %d, want %d", i, c.Codes[i], want)
		}
	}
	if file, err := other.OpenFile(bytes.NewReader(data), int64(len(data))); err != nil || file.NumRows() != int64(rows) {
		t.Errorf("another reader: %v", err)
	}
	if _, err := Write(&Table{Columns: make([]Series, MaxColumns+1)}); err == nil {
		t.Error("too many columns are written")
	}
}

// TestChecksum: a page of which a byte is not what was written is refused.
func TestChecksum(t *testing.T) {
	data, err := Write(&Table{Rows: 2, Columns: []Series{{Name: "n", Numbers: []float64{1234.5, 2}}}})
	if err != nil {
		t.Fatal(err)
	}
	at := bytes.Index(data, []byte{0x4a, 0x93, 0x40}) // of 1234.5
	data[at] ^= 1
	f, err := Open(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var own *Error
	if _, err := f.Column(0); !errors.As(err, &own) || !strings.Contains(own.Problem, "other bytes than were written") || own.Column != "n" {
		t.Errorf("got %v", err)
	}
}

// TestBlock: blocks of LZ4 that lie are refused; those of others are read elsewhere.
func TestBlock(t *testing.T) {
	room := make([]byte, 20)
	n, err := block(room, []byte{0x31, 'a', 'b', 'c', 3, 0, 0x20, 'x', 'y'})
	if err != nil || string(room[:n]) != "abcabcabxy" {
		t.Errorf("got %q, %v", room[:n], err)
	}
	for _, packed := range []string{"", "\xf0", "\x50ab", "\x10a\x05\x00", "\x11a\x00\x00\x10b", "\x1fa\x01\x00\xff\xff\xff", "\x1fa\x01"} {
		if n, err := block(room, []byte(packed)); err == nil {
			t.Errorf("%q unpacks to %q", packed, room[:n])
		}
	}
}

// TestEmptyParts: a description of empty structures, of which each would take a hundred
// times its room, is no description.
func TestEmptyParts(t *testing.T) {
	for _, field := range []byte{4, 5} { // groups of rows, remarks
		w := &writer{}
		w.file.WriteString(Magic)
		w.begin()
		w.list(int(field), 1<<20, thriftStruct)
		w.file.Write(make([]byte, 1<<20+1))
		n := w.file.Len() - len(Magic)
		w.file.Write(binary.LittleEndian.AppendUint32(nil, uint32(n)))
		w.file.WriteString(Magic)
		if f, err := readFooter(bytes.NewReader(w.file.Bytes()), int64(w.file.Len())); err == nil || len(f.groups)+len(f.meta) > 1<<18 {
			t.Errorf("field %d: %v, %d parts", field, err, len(f.groups)+len(f.meta))
		}
	}
}
