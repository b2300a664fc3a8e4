package export

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"benchmark/survey/export/parquet"
)

// parquetFile reads a test file; testdata/parquet says who wrote it in its name.
func parquetFile(t testing.TB, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", "parquet", name))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// cellsUnder returns the cells of the column with a heading: the text, with a # before
// what is no text.
func cellsUnder(f *File, heading string) string {
	var list []string
	for i := range f.Columns {
		c := &f.Columns[i]
		if c.Question != heading {
			continue
		}
		for r := range c.Codes.Len() {
			cell := c.Value(r)
			text := cell.Text
			if cell.Typed {
				text = "#" + text
			}
			list = append(list, text)
		}
	}
	return strings.Join(list, "|")
}

// TestParquetOfDuckDB: the same table in every packing and both kinds of page.
func TestParquetOfDuckDB(t *testing.T) {
	want := map[string]string{
		"Response ID":                       "#1|#2|#3|#4|#5|#6|#7|#8|#9|#10|#11|#12",
		"Bij wat voor organisatie werkt u?": "Waterschap|Provincie||Gemeente|Waterschap|Provincie||Gemeente|Waterschap|Provincie||Gemeente",
		"tick":                              "#FALSE|#TRUE|#FALSE|#TRUE|#FALSE|#TRUE|#FALSE|#TRUE|#FALSE|#TRUE|#FALSE|#TRUE",
		"score":                             "#2|#3|#4|#5|#1|#2|#3|#4|#5|#1|#2|#3",
		"groot":                             "#70000|#140000|#210000|#280000|#350000|#420000|#490000|#560000|#630000|#700000|#770000|#840000",
		"klein":                             "#-4|#-3|#-2|#-1|#0|#1|#2|#3|#4|#5|#6|#7",
		"uren":                              "#0.25|#0.5|#0.75|#1|#1.25|#1.5|#1.75|#2|#2.25|#2.5|#2.75|#3",
		"deel":                              "#0.125|#0.25|#0.375|#0.5|#0.625|#0.75|#0.875|#1|#1.125|#1.25|#1.375|#1.5",
		"bedrag":                            "#1.25|#2.5|#3.75|#5|#6.25|#7.5|#8.75|#10|#11.25|#12.5|#13.75|#15",
		"dag":                               "#2018-10-02|#2018-10-03|#2018-10-04|#2018-10-05|#2018-10-06|#2018-10-07|#2018-10-08|#2018-10-09|#2018-10-10|#2018-10-11|#2018-10-12|#2018-10-13",
		"tijd":                              strings.TrimSuffix(strings.Repeat("#09:14:05|", 12), "|"),
		"nano":                              strings.TrimSuffix(strings.Repeat("#2018-10-02T09:14:00|", 12), "|"),
		"open":                              "Tekst é 1|Tekst é 2||Tekst é 4|Tekst é 5||Tekst é 7|Tekst é 8||Tekst é 10|Tekst é 11|",
		"leeg":                              strings.Repeat("|", 11),
		"nan":                               "#1|#2||#4|#5|#6|#7|#8|#9|#10|#11|#12",
		"uuid":                              strings.TrimSuffix(strings.Repeat("00000000-0000-0000-0000-00000000000a|", 12), "|"),
	}
	for _, name := range []string{"duckdb-snappy", "duckdb-gzip", "duckdb-brotli", "duckdb-v2-zstd", "duckdb-v2-lz4"} {
		f := mustRead(t, name, parquetFile(t, name+".parquet"), Options{})
		for heading, cells := range want {
			if diff := cmp.Diff(cells, cellsUnder(f, heading)); diff != "" {
				t.Errorf("%s: %s: %s", name, heading, diff)
			}
		}
		if got := cellsUnder(f, "moment"); !strings.HasPrefix(got, "#2018-10-02T10:14:00.25|#2018-10-02T11:14:00.25|") {
			t.Errorf("%s: moments %s", name, got)
		}
		if got := cellsUnder(f, "veel"); !strings.HasPrefix(got, "#12345678901.5|#24691357803|") {
			t.Errorf("%s: large decimals %s", name, got)
		}
		if d := f.Decisions[len(f.Decisions)-1]; d.Code != DecisionNotNumbers || d.Args[0] != "1" || d.Args[1] != "nan" {
			t.Errorf("%s: what is no number: %v", name, d)
		}
	}
}

// TestParquetOfPolars: the same table in every packing of Polars.
func TestParquetOfPolars(t *testing.T) {
	for _, name := range []string{"polars-snappy", "polars-zstd", "polars-gzip", "polars-lz4"} {
		f := mustRead(t, name, parquetFile(t, name+".parquet"), Options{})
		for heading, want := range map[string]string{
			"id": "#1|#2|#3|#4|#5|#6", "soort": "Gemeente|Waterschap||Gemeente|Provincie|Gemeente",
			"uren": "#0.5||#2|#3.25|#4|", "tick": "#TRUE|#FALSE|#TRUE||#TRUE|#FALSE",
		} {
			if diff := cmp.Diff(want, cellsUnder(f, heading)); diff != "" {
				t.Errorf("%s: %s: %s", name, heading, diff)
			}
		}
	}
}

// TestParquetRefused: what is not read is told, with its column and what to do.
func TestParquetRefused(t *testing.T) {
	for name, want := range map[string]string{
		"list":      `column "waarden": it holds lists, and a survey has one value in a cell; make columns of it`,
		"map":       `column "kaart": it holds maps, and a survey has one value in a cell; make columns of it`,
		"struct":    `column "vak": it holds structures, and a survey has one value in a cell; make columns of it`,
		"blob":      `column "bytes": it holds bytes that are no text (UTF-8); leave it out`,
		"interval":  `column "duur": it holds intervals, which is not read here; leave it out`,
		"encrypted": `this Parquet file can't be read: it is encrypted; write it again`,
	} {
		_, err := Read(name+".parquet", parquetFile(t, name+".parquet"), Options{})
		if err == nil || !strings.Contains(err.Error(), want) || !strings.HasPrefix(err.Error(), "reading "+name+".parquet") {
			t.Errorf("%s: %v, want %s", name, err, want)
		}
	}
}

// TestParquetNeedsMemory: a file that does not fit is refused before it is read.
func TestParquetNeedsMemory(t *testing.T) {
	_, err := Read("a.parquet", parquetFile(t, "duckdb-snappy.parquet"), Options{Memory: 1 << 10})
	if err == nil || !strings.Contains(err.Error(), "GOMEMLIMIT") {
		t.Errorf("a limit of 1 kB: %v", err)
	}
}

// ours is a small file as this program writes it, with a checksum for every page.
func ours(t testing.TB) []byte {
	n := 40
	a := parquet.Series{Name: "soort", Texts: []string{"Gemeente", "Provincie"}, Codes: make([]uint32, n), There: make([]bool, n)}
	b := parquet.Series{Name: "uren", Numbers: make([]float64, n)}
	c := parquet.Series{Name: "vinkje", Small: []int8{0, 1}, Codes: make([]uint32, n)}
	for i := range n {
		a.Codes[i], a.There[i], b.Numbers[i], c.Codes[i] = uint32(i%2), i%5 > 0, float64(i)/4, uint32(i/3%2)
	}
	data, err := parquet.Write(&parquet.Table{Rows: n, Columns: []parquet.Series{a, b, c}, CreatedBy: "benchmark"})
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// TestDamagedParquet: a file that is cut at any byte is refused; with any byte of its
// pages changed it is refused or the same; and no change of any byte of a file, of
// whatever writer, is more than one error.
func TestDamagedParquet(t *testing.T) {
	sound := ours(t)
	want := mustRead(t, "a.parquet", sound, Options{})
	for cut := range sound {
		if f, err := Read("a.parquet", sound[:cut], Options{}); err == nil && f.Format == Parquet {
			t.Fatalf("cut at byte %d of %d: read %d rows", cut, len(sound), f.Rows.Len())
		}
	}
	pages := bytes.LastIndex(sound, []byte("schema")) - 10
	for at := 4; at < pages; at++ {
		data := bytes.Clone(sound)
		data[at] ^= []byte{0x01, 0x20, 0xff}[at%3]
		got, err := Read("a.parquet", data, Options{})
		if err != nil {
			continue
		}
		got.SHA256 = want.SHA256
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatalf("byte %d of %d changed gives another survey:\n%s", at, len(sound), diff)
		}
	}
	for _, name := range []string{"duckdb-v2-lz4.parquet", "duckdb-brotli.parquet", "polars-zstd.parquet"} {
		data := parquetFile(t, name)
		for at := 0; at < len(data); at += 3 {
			old := data[at]
			data[at] ^= []byte{0xff, 0x01, 0x40, 0x80}[at%4]
			if f, err := Read(name, data, Options{}); err == nil && f.Format == Parquet {
				checkInvariants(t, f)
			}
			data[at] = old
		}
	}
}

// TestParquetBombs: a file that claims far more than it is takes neither the memory nor
// the time.
func TestParquetBombs(t *testing.T) {
	for _, name := range []string{"rows", "cells"} {
		table := &parquet.Table{Rows: parquet.MaxRows, Columns: make([]parquet.Series, 2)}
		if name == "rows" {
			table.Rows++
		}
		data := claiming(t, table)
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		start := time.Now()
		_, err := Read("a.parquet", data, Options{})
		runtime.ReadMemStats(&after)
		if err == nil || after.TotalAlloc-before.TotalAlloc > 16<<20 || time.Since(start) > time.Second {
			t.Errorf("%s: %v, %d bytes, %v", name, err, after.TotalAlloc-before.TotalAlloc, time.Since(start))
		}
	}
}

// claiming returns a file that says that it has as many rows as the table, and has one.
func claiming(t *testing.T, table *parquet.Table) []byte {
	t.Helper()
	rows := table.Rows
	table.Rows = 1
	for k := range table.Columns {
		table.Columns[k] = parquet.Series{Name: fmt.Sprint("c", k), Numbers: []float64{1}}
	}
	data, err := parquet.Write(table)
	if err != nil {
		t.Fatal(err)
	}
	one, many := binaryRows(1), binaryRows(rows)
	body := bytes.Clone(data[:len(data)-8])
	at := bytes.LastIndex(body, []byte("schema"))
	foot := bytes.ReplaceAll(body[at:], one, many)
	start := len(data) - 8 - int(uint32(data[len(data)-8])|uint32(data[len(data)-7])<<8)
	out := append(bytes.Clone(body[:at]), foot...)
	n := len(out) - start
	return append(out, append([]byte{byte(n), byte(n >> 8), 0, 0}, parquet.Magic...)...)
}

// binaryRows is the field of a description with a number of rows or values: a step of 1
// or 2 in the ids, and the type of a long number.
func binaryRows(n int) []byte {
	b := []byte{0x16}
	for x := uint64(n) << 1; ; x >>= 7 {
		if x < 0x80 {
			return append(b, byte(x))
		}
		b = append(b, byte(x)|0x80)
	}
}

// FuzzReadParquet feeds Parquet files: never a panic, and what is read adds up.
func FuzzReadParquet(f *testing.F) {
	f.Add(ours(f))
	files, err := filepath.Glob("testdata/parquet/*.parquet")
	if err != nil || len(files) < 12 {
		f.Fatalf("%d files, %v", len(files), err)
	}
	for _, path := range files {
		f.Add(parquetFile(f, filepath.Base(path)))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		if !bytes.HasPrefix(data, []byte(parquet.Magic)) {
			return
		}
		if file, err := Read("a.parquet", data, Options{Memory: 1 << 28}); err == nil {
			checkInvariants(t, file)
		}
	})
}

// named returns a file with columns of these names, each with the numbers 1 and 2, and
// what the file says of them.
func named(t *testing.T, meta []parquet.KeyValue, names ...string) *File {
	t.Helper()
	table := &parquet.Table{Rows: 2, Meta: meta}
	for _, name := range names {
		table.Columns = append(table.Columns, parquet.Series{Name: name, Numbers: []float64{1, 2}})
	}
	data, err := parquet.Write(table)
	if err != nil {
		t.Fatal(err)
	}
	return mustRead(t, "a.parquet", data, Options{})
}

// TestParquetHeadings: row numbers of pandas are no answers, headings of survey tools are
// known, and what the file says of its columns counts only while it has these.
func TestParquetHeadings(t *testing.T) {
	f := named(t, nil, "score", "Welke? [Chat]", "Welke? [Mail]", "__index_level_0__")
	if c := f.Columns; c[0].Use != UseAnswer || c[3].Use != UseMetadata || c[1].Question != "Welke?" || c[1].Option != "Chat" || c[1].Block != c[2].Block {
		t.Errorf("columns %+v", c)
	}
	meta := []parquet.KeyValue{
		{Key: VariablesKey, Value: "variable,kind,question,label,option,code,code_label\na,tick,q,Welke?,'=Chat,,\nb,tick,q,Welke?,Mail,,\nc,choice,r,Hoe?,,1,goed\nc,choice,r,Hoe?,,2,slecht\n"},
		{Key: CodebookKey, Value: "questions: []"},
	}
	f = named(t, meta, "a", "b", "c")
	if c := f.Columns; f.Codebook != "questions: []" || c[0].Option != "=Chat" || c[0].Question != "Welke?" || c[0].Block != c[1].Block || c[2].Question != "Hoe?" || c[2].Block == c[1].Block || c[2].Code != "c" {
		t.Errorf("%q, columns %+v", f.Codebook, c)
	}
	for _, names := range [][]string{{"b", "a", "c"}, {"a", "b"}, {"a", "b", "c", "d"}} {
		if f := named(t, meta, names...); f.Codebook != "" || f.Columns[0].Question != names[0] {
			t.Errorf("%v are taken for the columns that were written: %q, %q", names, f.Codebook, f.Columns[0].Question)
		}
	}
}
