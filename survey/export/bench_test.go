package export

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"iter"
	"strconv"
	"strings"
	"testing"
)

// The size of the workbook of the benchmarks.
const (
	benchRows    = 100000
	benchColumns = 40
)

// benchCell is the text of a cell: two open questions, ticks, agreement, and
// numbers; one in thirteen is blank.
func benchCell(row, col int) (text string, number bool) {
	h := uint32(row*benchColumns+col) * 2654435761 >> 7
	scale := []string{"helemaal mee oneens", "mee oneens", "niet mee eens, niet mee oneens", "mee eens", "helemaal mee eens", "geen mening – n.v.t."}
	switch {
	case col == 0:
		return fmt.Sprint(row), true
	case h%13 == 0:
		return "", false
	case col == 20 || col == 39:
		return fmt.Sprintf("Wij bellen burgers liever terug (%d), want dat is sneller én vriendelijker", h%50000), false
	case col < 12:
		return scale[h%6], false
	case col < 20:
		return []string{"Ja", "Nee"}[h%2], false
	case col < 30:
		return fmt.Sprint(h % 11), true
	}
	return fmt.Sprintf("%d.%d", h%700, h%9+1), true
}

// benchBook makes a workbook, with its texts in the cells or shared.
func benchBook(b *testing.B, inline bool) []byte {
	b.Helper()
	var out, shared bytes.Buffer
	index := map[string]int{}
	share := func(text string) int {
		n, ok := index[text]
		if !ok {
			n = len(index)
			index[text] = n
			fmt.Fprintf(&shared, "<si><t>%s</t></si>", text)
		}
		return n
	}
	z := zip.NewWriter(&out)
	write := func(name string, pieces iter.Seq[string]) {
		part, err := z.Create(name)
		if err != nil {
			b.Fatal(err)
		}
		for text := range pieces {
			if _, err := io.WriteString(part, text); err != nil {
				b.Fatal(err)
			}
		}
	}
	write("xl/worksheets/sheet1.xml", func(yield func(string) bool) {
		yield(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n<worksheet " + nsMain + "><sheetData>")
		for row := 1; row <= benchRows+1; row++ {
			yield(benchRow(row, inline, share))
		}
		yield("</sheetData></worksheet>")
	})
	for _, p := range bookParts([]sheet{{name: "Data", xml: ""}}, part{"xl/sharedStrings.xml", "<sst " + nsMain + ">" + shared.String() + "</sst>"}) {
		if !strings.HasSuffix(p.name, "sheet1.xml") {
			write(p.name, func(yield func(string) bool) { yield(p.text) })
		}
	}
	if err := z.Close(); err != nil {
		b.Fatal(err)
	}
	return out.Bytes()
}

// benchRow is the XML of one row; share gives the place of a shared text.
func benchRow(row int, inline bool, share func(string) int) string {
	var w strings.Builder
	fmt.Fprintf(&w, `<row r="%d" spans="1:40">`, row)
	for col := range benchColumns {
		text, number := benchCell(row, col)
		if row == 1 {
			text, number = fmt.Sprintf("Vraag nummer %d?", col+1), false
		}
		switch {
		case text == "":
		case number:
			fmt.Fprintf(&w, `<c r="%s"><v>%s</v></c>`, address(row, col), text)
		case inline:
			fmt.Fprintf(&w, `<c r="%s" t="inlineStr"><is><t>%s</t></is></c>`, address(row, col), text)
		default:
			fmt.Fprintf(&w, `<c r="%s" t="s"><v>%d</v></c>`, address(row, col), share(text))
		}
	}
	return w.String() + "</row>"
}

// eachBook runs a benchmark on both workbooks.
func eachBook(b *testing.B, f func(b *testing.B, data []byte)) {
	for _, form := range []string{"shared", "inline"} {
		b.Run(form, func(b *testing.B) {
			data := benchBook(b, form == "inline")
			b.ReportAllocs()
			b.ResetTimer()
			f(b, data)
		})
	}
}

// BenchmarkInflate only unpacks the sheet: what no reader can do without.
func BenchmarkInflate(b *testing.B) {
	eachBook(b, func(b *testing.B, data []byte) {
		for b.Loop() {
			z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
			if err != nil {
				b.Fatal(err)
			}
			r, err := z.Open("xl/worksheets/sheet1.xml")
			if err != nil {
				b.Fatal(err)
			}
			n, err := io.Copy(io.Discard, r)
			if err != nil {
				b.Fatal(err)
			}
			b.SetBytes(n)
		}
	})
}

// BenchmarkReadWorkbook reads the same workbooks to coded columns.
func BenchmarkReadWorkbook(b *testing.B) {
	eachBook(b, func(b *testing.B, data []byte) {
		for b.Loop() {
			f, err := Read("a.xlsx", data, Options{})
			if err != nil {
				b.Fatal(err)
			}
			if f.Rows.Len() != benchRows || len(f.Columns) != benchColumns {
				b.Fatalf("%d rows, %d columns", f.Rows.Len(), len(f.Columns))
			}
		}
	})
}

func BenchmarkReadText(b *testing.B) {
	data := []byte("nr;mening;\n" + rows(20000))
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Read("a.csv", data, Options{}); err != nil {
			b.Fatal(err)
		}
	}
}

// benchText makes a text with the cells of benchBook.
func benchText() []byte {
	var b bytes.Buffer
	for row := range benchRows + 1 {
		for col := range benchColumns {
			text, _ := benchCell(row, col)
			if row == 0 {
				text = fmt.Sprintf("Vraag nummer %d?", col+1)
			}
			if strings.ContainsAny(text, ",\"") {
				text = strconv.Quote(text)
			}
			if b.WriteString(text); col < benchColumns-1 {
				b.WriteByte(',')
			}
		}
		b.WriteString("\r\n")
	}
	return b.Bytes()
}

// BenchmarkReadPlain reads a text that needs no care by both readers.
func BenchmarkReadPlain(b *testing.B) {
	data := benchText()
	for name, least := range map[string]int64{"plain": 0, "careful": 1 << 40} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(data)))
			b.ReportAllocs()
			how := plainFor(int64(len(data)))
			how.least = least
			for b.Loop() {
				f := &reader{File: &File{Name: "a.csv"}}
				if f.plain(bytes.NewReader(data), int64(len(data)), how) != (least == 0) {
					b.Fatal("read by the other reader")
				}
				if least > 0 {
					if e := f.read(data); e != nil {
						b.Fatal(e)
					}
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/(benchRows*benchColumns), "ns/cell")
		})
	}
}
