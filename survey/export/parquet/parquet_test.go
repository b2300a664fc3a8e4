package parquet

import (
	"bytes"
	"errors"
	"io"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	other "github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/compress"
	"github.com/parquet-go/parquet-go/encoding"
	"pgregory.net/rapid"
)

// texts returns the values of a column as text, row by row; nil is no value.
func (c *Column) texts() []any {
	list := make([]any, len(c.Codes))
	for i, code := range c.Codes {
		if code > 0 {
			list[i] = c.Values[code-1].Text
		}
	}
	return list
}

// form is a way to write a column.
type form struct {
	name     string
	node     func() other.Node
	encoding []encoding.Encoding
	value    func(i int) other.Value
	text     func(i int) string
}

// forms are the types of other writers with the encodings that fit them.
func forms() []form {
	dict, plain, split := encoding.Encoding(&other.RLEDictionary), encoding.Encoding(&other.Plain), encoding.Encoding(&other.ByteStreamSplit)
	whole := []encoding.Encoding{dict, plain, &other.DeltaBinaryPacked}
	texts := []encoding.Encoding{dict, plain, &other.DeltaLengthByteArray, &other.DeltaByteArray}
	big := func(i int) int64 { return int64(i)*7_000_000_019 - 5 }
	word := func(i int) string { return "antwoord é " + strconv.Itoa(i%37) + strings.Repeat("x", i%11) }
	return []form{
		{"truth", func() other.Node { return other.Leaf(other.BooleanType) }, []encoding.Encoding{plain, &other.RLE}, func(i int) other.Value { return other.BooleanValue(i%3 == 0) }, func(i int) string { return strings.ToUpper(strconv.FormatBool(i%3 == 0)) }},
		{"int32", func() other.Node { return other.Int(32) }, whole, func(i int) other.Value { return other.Int32Value(int32(i*i - 99)) }, func(i int) string { return strconv.Itoa(i*i - 99) }},
		{"int8", func() other.Node { return other.Int(8) }, whole, func(i int) other.Value { return other.Int32Value(int32(i%7 - 3)) }, func(i int) string { return strconv.Itoa(i%7 - 3) }},
		{"uint64", func() other.Node { return other.Uint(64) }, whole, func(i int) other.Value { return other.Int64Value(-int64(i) - 1) }, func(i int) string { return strconv.FormatUint(uint64(-int64(i)-1), 10) }},
		{"int64", func() other.Node { return other.Int(64) }, whole, func(i int) other.Value { return other.Int64Value(big(i)) }, func(i int) string { return strconv.FormatInt(big(i), 10) }},
		{"float", func() other.Node { return other.Leaf(other.FloatType) }, []encoding.Encoding{dict, plain, split}, func(i int) other.Value { return other.FloatValue(float32(i) / 3) }, func(i int) string { return strconv.FormatFloat(float64(float32(i)/3), 'f', -1, 32) }},
		{"double", func() other.Node { return other.Leaf(other.DoubleType) }, []encoding.Encoding{dict, plain, split}, func(i int) other.Value { return other.DoubleValue(math.Sqrt(float64(i))) }, func(i int) string { return strconv.FormatFloat(math.Sqrt(float64(i)), 'f', -1, 64) }},
		{"text", other.String, texts, func(i int) other.Value { return other.ValueOf(word(i)) }, word},
		{"decimal", func() other.Node { return other.Decimal(2, 9, other.Int32Type) }, []encoding.Encoding{dict, plain}, func(i int) other.Value { return other.Int32Value(int32(150 - i)) }, func(i int) string { return strconv.FormatFloat(float64(150-i)/100, 'f', -1, 64) }},
		{"date", other.Date, whole, func(i int) other.Value { return other.Int32Value(int32(17805 + i%2)) }, func(i int) string { return "2018-10-0" + strconv.Itoa(1+i%2) }},
		{"moment", func() other.Node { return other.Timestamp(other.Microsecond) }, whole, func(i int) other.Value { return other.Int64Value(1538471640250000 + int64(i%6)*1000000) }, func(i int) string { return "2018-10-02T09:14:0" + strconv.Itoa(i%6) + ".25" }},
		{"uuid", other.UUID, []encoding.Encoding{dict, plain}, func(i int) other.Value { return other.FixedLenByteArrayValue(bytes.Repeat([]byte{byte(i % 200)}, 16)) }, func(i int) string {
			h := strings.Repeat(strconv.FormatUint(uint64(i%200)/16, 16)+strconv.FormatUint(uint64(i%200)%16, 16), 16)
			return h[:8] + "-" + h[8:12] + "-" + h[12:16] + "-" + h[16:20] + "-" + h[20:]
		}},
	}
}

// TestReadsOthers: whatever another writer chooses, the values come back.
func TestReadsOthers(t *testing.T) {
	codecs := []compress.Codec{&other.Uncompressed, &other.Snappy, &other.Gzip, &other.Zstd, &other.Brotli, &other.Lz4Raw}
	rapid.Check(t, func(t *rapid.T) {
		all := forms()
		rows := rapid.OneOf(rapid.IntRange(1, 300), rapid.Just(3000)).Draw(t, "rows")
		group, want := other.Group{}, map[string][]any{}
		picked := map[string]form{}
		steps := map[string]int{}
		for k := range rapid.IntRange(1, 4).Draw(t, "columns") {
			f := all[rapid.IntRange(0, len(all)-1).Draw(t, "form")]
			name := f.name + strconv.Itoa(k)
			node := other.Encoded(f.node(), rapid.SampledFrom(f.encoding).Draw(t, "encoding"))
			node = other.Compressed(node, rapid.SampledFrom(codecs).Draw(t, "codec"))
			if step := rapid.SampledFrom([]int{0, 1, 2, 7, 5000}).Draw(t, "nulls"); step > 0 {
				node, steps[name] = other.Optional(node), step
			}
			group[name], picked[name] = node, f
		}
		schema := other.NewSchema("schema", group)
		var b bytes.Buffer
		w := other.NewGenericWriter[any](&b, schema, &other.WriterConfig{
			DataPageVersion: rapid.SampledFrom([]int{1, 2}).Draw(t, "version"), PageBufferSize: rapid.SampledFrom([]int{64, 1 << 10, 1 << 20}).Draw(t, "page"),
		})
		columns := schema.Columns()
		cut := rapid.IntRange(0, rows).Draw(t, "cut")
		for i := range rows {
			var row other.Row
			for k, path := range columns {
				f, step := picked[path[0]], steps[path[0]]
				switch {
				case step > 0 && i%step == 0:
					row, want[path[0]] = append(row, other.NullValue().Level(0, 0, k)), append(want[path[0]], nil)
				default:
					level := min(step, 1)
					row, want[path[0]] = append(row, f.value(i).Level(0, level, k)), append(want[path[0]], f.text(i))
				}
			}
			if _, err := w.WriteRows([]other.Row{row}); err != nil {
				t.Fatal(err)
			}
			if i == cut {
				if err := w.Flush(); err != nil {
					t.Fatal(err)
				}
			}
		}
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
		f, err := Open(bytes.NewReader(b.Bytes()), int64(b.Len()))
		if err != nil || f.Rows != rows {
			t.Fatalf("%d rows: %v", rows, err)
		}
		for k, name := range f.Names {
			c, err := f.Column(k)
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			if diff := cmp.Diff(want[name], c.texts()); diff != "" {
				t.Fatalf("%s: %s", name, diff)
			}
		}
	})
}

// othersFiles are files of Spark, Impala, Arrow, pandas and others, of the module that
// the tests read with.
func othersFiles(t testing.TB) []string {
	out, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/parquet-go/parquet-go").Output()
	if err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob(filepath.Join(strings.TrimSpace(string(out)), "testdata", "*.parquet"))
	if err != nil || len(files) < 40 {
		t.Fatalf("%d files, %v", len(files), err)
	}
	return files
}

// TestFilesOfOthers: flat files of many writers give what another reader finds in them;
// the rest is refused with a reason.
func TestFilesOfOthers(t *testing.T) {
	read := 0
	for _, path := range othersFiles(t) {
		name := filepath.Base(path)
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		f, err := Open(bytes.NewReader(data), int64(len(data)))
		var own *Error
		if errors.As(err, &own) {
			continue
		}
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if name == "lz4_raw_compressed_larger.parquet" { // which that reader gets wrong
			if c, err := f.Column(0); err != nil || c.Values[0].Text != "c7ce6bef-d5b0-4863-b199-8ea8c7fb117b" {
				t.Errorf("%s: %v", name, err)
			}
			continue
		}
		compared, failed := sameAsOther(t, name, f, data)
		if failed == nil && compared > 0 {
			read++
		}
		if failed != nil && !errors.As(failed, &own) {
			t.Errorf("%s: %v", name, failed)
		}
	}
	if read < 22 {
		t.Errorf("%d files were read", read)
	}
}

// sameAsOther compares the columns of plain types with what another reader finds, and
// returns how many there are.
func sameAsOther(t *testing.T, name string, f *File, data []byte) (compared int, failed error) {
	file, err := other.OpenFile(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	for k := range f.Names {
		c, err := f.Column(k)
		if err != nil {
			return compared, err
		}
		compared++
		got, at := c.texts(), 0
		for _, group := range file.RowGroups() {
			pages := group.ColumnChunks()[k].Pages()
			for {
				page, err := pages.ReadPage()
				if errors.Is(err, io.EOF) {
					break
				}
				if err != nil {
					t.Fatalf("%s: %v", name, err)
				}
				values := make([]other.Value, page.NumValues())
				n, _ := page.Values().ReadValues(values)
				for _, v := range values[:n] {
					if want, plain := plainText(&f.leaves[k], v); plain && (at >= len(got) || got[at] != want) {
						t.Fatalf("%s: row %d of %s is %v, want %v", name, at, f.Names[k], got[min(at, len(got)-1)], want)
					}
					at++
				}
			}
			_ = pages.Close()
		}
		if at != f.Rows {
			t.Errorf("%s: %d rows, want %d", name, f.Rows, at)
		}
	}
	return compared, nil
}

// plainText returns the text of a value without a meaning of its own.
func plainText(l *leaf, v other.Value) (text any, plain bool) {
	switch {
	case v.IsNull():
		return nil, true
	case l.logical != 0 && l.logical != logicalString || l.physical == typeInt96 || l.physical == typeFixed:
		return nil, false
	case l.physical == typeFloat || l.physical == typeDouble:
		x, bits := v.Double(), 64
		if l.physical == typeFloat {
			x, bits = float64(v.Float()), 32
		}
		if math.IsNaN(x) {
			return nil, true
		}
		return float(x, bits).Text, true
	case l.physical == typeBoolean:
		return strings.ToUpper(v.String()), true
	}
	return v.String(), true
}
