package tidy

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/parquet-go/parquet-go"
	"pgregory.net/rapid"
)

// opened opens a file as any reader would.
func opened(t testing.TB, file []byte) *parquet.File {
	f, err := parquet.OpenFile(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// column reads the values of the k-th column, nil where there is none, and the entries of
// its dictionary.
func column(t *rapid.T, f *parquet.File, k int) (values, entries []any) {
	for _, group := range f.RowGroups() {
		pages := group.ColumnChunks()[k].Pages()
		for {
			page, err := pages.ReadPage()
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				t.Fatal(err)
			}
			if d := page.Dictionary(); d != nil && entries == nil {
				for i := range d.Len() {
					entries = append(entries, plain(d.Index(int32(i))))
				}
			}
			read := make([]parquet.Value, page.NumValues())
			if n, err := page.Values().ReadValues(read); n != len(read) {
				t.Fatalf("a page has %d of %d values, %v", n, len(read), err)
			}
			for _, v := range read {
				values = append(values, plain(v))
			}
		}
		if err := pages.Close(); err != nil {
			t.Fatal(err)
		}
	}
	return values, entries
}

// plain returns a value as Go has it.
func plain(v parquet.Value) any {
	switch {
	case v.IsNull():
		return nil
	case v.Kind() == parquet.Int32:
		return int(v.Int32())
	case v.Kind() == parquet.Double:
		return v.Double()
	}
	return string(v.ByteArray())
}

// drawn draws a table with columns of every kind, of which the names are not in order.
func drawn(t *rapid.T) *Table {
	rows := rapid.OneOf(rapid.IntRange(0, 40), rapid.SampledFrom([]int{4096, 8193})).Draw(t, "rows")
	table := &Table{Rows: rows}
	for k := range rapid.IntRange(1, 12).Draw(t, "columns") {
		c := Column{Name: fmt.Sprintf("c%d", 100-k), Kind: rapid.SampledFrom([]Kind{Text, Choice, Scale, Tick, Number}).Draw(t, "kind")}
		most := 1
		if c.Kind == Choice || c.Kind == Scale {
			most = rapid.SampledFrom([]int{1, 2, 3, 8, 9, 300}).Draw(t, "labels")
			for i := range most {
				c.Labels = append(c.Labels, "é"+strings.Repeat("w", most-i))
			}
		}
		optional := rapid.Bool().Draw(t, "optional")
		step := rapid.IntRange(1, 7).Draw(t, "step")
		x := rapid.Float64().Draw(t, "number")
		for r := range rows {
			there := !optional || r%step != 0
			if optional {
				c.There = append(c.There, there)
			}
			switch {
			case c.Kind == Text && there:
				c.Texts = append(c.Texts, []string{"ö", "", "org-1"}[r/step%3])
			case c.Kind == Text:
				c.Texts = append(c.Texts, "")
			case !there:
				c.Numbers = append(c.Numbers, 0)
			case c.Kind == Number:
				c.Numbers = append(c.Numbers, x+float64(r))
			case c.Kind == Tick:
				c.Numbers = append(c.Numbers, float64(r/step%2))
			default:
				c.Numbers = append(c.Numbers, float64(1+(r+step)%most))
			}
		}
		table.Columns = append(table.Columns, c)
	}
	return table
}

// TestParquetReadsBack: the columns are there in order with their values, the wordings of
// a choice with a dictionary in the order of the codes, the codebook with the file; and
// the same table gives the same bytes.
func TestParquetReadsBack(t0 *testing.T) {
	rapid.Check(t0, func(t *rapid.T) {
		table := drawn(t)
		file, err := table.Parquet()
		if err != nil {
			t.Fatal(err)
		}
		if again, err := table.Parquet(); err != nil || !bytes.Equal(file, again) {
			t.Fatalf("a second run gives other bytes, or %v", err)
		}
		f := opened(t0, file)
		book, err := table.Codebook()
		if in, _ := f.Lookup("codebook"); err != nil || in != string(book) || f.NumRows() != int64(table.Rows) {
			t.Fatalf("%d rows and the codebook %q, %v", f.NumRows(), in, err)
		}
		for k := range table.Columns {
			c := &table.Columns[k]
			if at := f.Schema().Columns()[k]; !slices.Equal(at, []string{c.Name}) {
				t.Fatalf("column %d is %v, want %s", k, at, c.Name)
			}
			var want []any
			for r := range table.Rows {
				want = append(want, c.expected(r))
			}
			got, entries := column(t, f, k)
			if diff := cmp.Diff(want, got); diff != "" {
				t.Fatalf("%s %s (-want +got):\n%s", c.Kind, c.Name, diff)
			}
			var labels []any
			for _, label := range c.Labels {
				labels = append(labels, label)
			}
			if diff := cmp.Diff(labels, entries); c.Labels != nil && entries != nil && diff != "" {
				t.Fatalf("dictionary of %s (-want +got):\n%s", c.Name, diff)
			}
			if coded := entries != nil; len(got) > 0 && coded != (c.Kind != Number) && slices.ContainsFunc(got, func(x any) bool { return x != nil }) {
				t.Fatalf("%s has a dictionary: %v", c.Kind, coded)
			}
		}
	})
}

// TestParquetTypes: a program that opens the file finds the types without being told.
func TestParquetTypes(t *testing.T) {
	table := &Table{Columns: []Column{{Name: "who", Kind: Text}, {Name: "b", Kind: Scale, There: []bool{}}, {Name: "a", Kind: Tick}, {Name: "n", Kind: Number, There: []bool{}}}}
	want := `message schema {
	required binary who (STRING);
	optional binary b (STRING);
	required int32 a (INT(8,true));
	optional double n;
}`
	file, err := table.Parquet()
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, opened(t, file).Schema().String()); diff != "" {
		t.Errorf("schema (-want +got):\n%s", diff)
	}
}

// TestParquetTooWide: a table of more columns than the file can number is refused.
func TestParquetTooWide(t *testing.T) {
	table := &Table{Columns: make([]Column, 1<<14+1)}
	if _, err := table.Parquet(); err == nil || !strings.Contains(err.Error(), "16385 columns") {
		t.Errorf("16,385 columns: %v", err)
	}
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
