package tidy

import (
	"encoding/binary"
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// reader reads the compact protocol of Thrift and the pages of Parquet by their
// specifications, apart from what writes them. Structures become maps by field number.
type reader struct{ b []byte }

func (r *reader) uvarint() int {
	x, n := binary.Uvarint(r.b)
	r.b = r.b[n:]
	return int(x)
}

func (r *reader) varint() int {
	x, n := binary.Varint(r.b)
	r.b = r.b[n:]
	return int(x)
}

func (r *reader) take(n int) []byte {
	out := r.b[:n]
	r.b = r.b[n:]
	return out
}

func (r *reader) value(kind int) any {
	switch kind {
	case 1, 2:
		return kind == 1
	case 3:
		return int(r.take(1)[0])
	case 5, 6:
		return r.varint()
	case 8:
		return string(r.take(r.uvarint()))
	case 9:
		head := int(r.take(1)[0])
		n := head >> 4
		if n == 15 {
			n = r.uvarint()
		}
		list := make([]any, n)
		for i := range list {
			list[i] = r.value(head & 15)
		}
		return list
	case 12:
		fields, last := map[int]any{}, 0
		for {
			head := int(r.take(1)[0])
			if head == 0 {
				return fields
			}
			last += head >> 4
			fields[last] = r.value(head & 15)
		}
	}
	panic("an unknown type")
}

func (r *reader) structure() map[int]any { return r.value(12).(map[int]any) }

// hybrid reads n numbers of Parquet's hybrid encoding.
func (r *reader) hybrid(n, width int) []int {
	var out []int
	for len(out) < n {
		head := r.uvarint()
		if head&1 == 0 {
			panic("a run that is not packed")
		}
		data := r.take(head >> 1 * width)
		for i := range head >> 1 * 8 {
			x := 0
			for b := range width {
				at := i*width + b
				x |= int(data[at/8]>>(at%8)&1) << b
			}
			out = append(out, x)
		}
	}
	return out[:n]
}

// column reads the values of the k-th column, nil where there is none.
func column(file []byte, k int) []any {
	size := int(binary.LittleEndian.Uint32(file[len(file)-8:]))
	meta := (&reader{file[len(file)-8-size:]}).structure()
	schema := meta[2].([]any)[k+1].(map[int]any)
	chunk := meta[4].([]any)[0].(map[int]any)[1].([]any)[k].(map[int]any)[3].(map[int]any)
	plain := func(r *reader) any {
		switch schema[1] {
		case 1:
			return int(binary.LittleEndian.Uint32(r.take(4)))
		case 5:
			return math.Float64frombits(binary.LittleEndian.Uint64(r.take(8)))
		}
		return string(r.take(int(binary.LittleEndian.Uint32(r.take(4)))))
	}
	var dictionary []any
	at, coded := chunk[11]
	if coded {
		r := &reader{file[at.(int):]}
		head := r.structure()
		for range head[7].(map[int]any)[1].(int) {
			dictionary = append(dictionary, plain(r))
		}
	}
	r := &reader{file[chunk[9].(int):]}
	head := r.structure()
	n := head[5].(map[int]any)[1].(int)
	r.b = r.b[:head[3].(int)]
	there := make([]int, n)
	for i := range there {
		there[i] = 1
	}
	if schema[3] == 1 {
		r.take(4)
		there = r.hybrid(n, 1)
	}
	count := 0
	for _, x := range there {
		count += x
	}
	var codes []int
	if coded {
		width := int(r.take(1)[0])
		codes = r.hybrid(count, width)
	}
	out := make([]any, n)
	for i := range out {
		switch {
		case there[i] == 0:
		case coded:
			out[i], codes = dictionary[codes[0]], codes[1:]
		default:
			out[i] = plain(r)
		}
	}
	if len(r.b) > 0 {
		panic("bytes are left in a page")
	}
	return out
}

// TestParquetReadsBack writes tables of every kind of column and reads them by a reader
// of its own. Polars 0.26 and DuckDB 1.5 read the sample's file alike.
func TestParquetReadsBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rows := rapid.IntRange(1, 40).Draw(t, "rows")
		table := &Table{Rows: rows}
		for k := range rapid.IntRange(1, 20).Draw(t, "columns") {
			c := Column{Name: "c" + strings.Repeat("x", k), Kind: rapid.SampledFrom([]Kind{Text, Choice, Scale, Tick, Number}).Draw(t, "kind")}
			most := 1
			if c.Kind == Choice || c.Kind == Scale {
				most = rapid.SampledFrom([]int{1, 2, 3, 8, 9, 300}).Draw(t, "labels")
				for i := range most {
					c.Labels = append(c.Labels, "é"+strings.Repeat("w", i))
				}
			}
			optional := rapid.Bool().Draw(t, "optional")
			for range rows {
				there := !optional || rapid.Bool().Draw(t, "there")
				if optional {
					c.There = append(c.There, there)
				}
				switch {
				case c.Kind == Text && there:
					c.Texts = append(c.Texts, rapid.SampledFrom([]string{"", "org-1", "ö"}).Draw(t, "text"))
				case c.Kind == Text:
					c.Texts = append(c.Texts, "")
				case !there:
					c.Numbers = append(c.Numbers, 0)
				case c.Kind == Number:
					c.Numbers = append(c.Numbers, rapid.Float64().Draw(t, "number"))
				case c.Kind == Tick:
					c.Numbers = append(c.Numbers, float64(rapid.IntRange(0, 1).Draw(t, "tick")))
				default:
					c.Numbers = append(c.Numbers, float64(rapid.IntRange(1, most).Draw(t, "code")))
				}
			}
			table.Columns = append(table.Columns, c)
		}
		file, err := table.Parquet()
		if err != nil || string(file[:4]) != "PAR1" || string(file[len(file)-4:]) != "PAR1" {
			t.Fatal(err)
		}
		for k := range table.Columns {
			c := &table.Columns[k]
			for r, got := range column(file, k) {
				if want := c.expected(r); got != want {
					t.Fatalf("%s row %d: %v, want %v", c.Kind, r, got, want)
				}
			}
		}
	})
}

// expected is what a reader should find in a row.
func (c *Column) expected(r int) any {
	switch {
	case !c.has(r):
		return nil
	case c.Kind == Text:
		return c.Texts[r]
	case c.Kind == Tick:
		return int(c.Numbers[r])
	case c.Labels != nil:
		return c.Labels[int(c.Numbers[r])-1]
	}
	return c.Numbers[r]
}
