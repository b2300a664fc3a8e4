package export

import (
	"archive/zip"
	"bytes"
	"errors"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestCutParts cuts the XML with the data at every position, and the other parts
// at every seventh. A sound archive around half a document must never be read as
// a smaller survey.
func TestCutParts(t *testing.T) {
	parts := bookParts([]sheet{{name: "Data", xml: surveySheet(4)}})
	for i, p := range parts {
		if p.name == "_rels/.rels" {
			continue // not needed to find the data
		}
		step := 7
		if strings.Contains(p.name, "sheet1") || strings.Contains(p.name, "sharedStrings") {
			step = 1
		}
		for cut := 0; cut < len(p.text); cut += step {
			damaged := append([]part{}, parts...)
			damaged[i].text = p.text[:cut]
			f, err := Read("a.xlsx", pack(t, damaged), Options{})
			if err == nil {
				t.Fatalf("%s cut at byte %d of %d: read %d rows", p.name, cut, len(p.text), f.Rows.Len())
			}
		}
	}
}

// TestDamagedBytes changes one byte of the archive at a time: an error, or the
// same survey, when the byte does not matter.
func TestDamagedBytes(t *testing.T) {
	sound := pack(t, bookParts([]sheet{{name: "Data", xml: surveySheet(12)}}))
	want := mustRead(t, "a.xlsx", sound, Options{})
	for at := range sound {
		data := append([]byte{}, sound...)
		flip := []byte{0x01, 0x20, 0xff}[at%3]
		data[at] ^= flip
		got, err := Read("a.xlsx", data, Options{})
		if err != nil {
			continue
		}
		got.SHA256 = want.SHA256
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatalf("byte %d of %d flipped by %#x gives another survey:\n%s", at, len(sound), flip, diff)
		}
	}
}

func TestCutArchive(t *testing.T) {
	sound := pack(t, bookParts([]sheet{{name: "Data", xml: surveySheet(40)}}))
	for cut := range sound {
		if f, err := Read("a.xlsx", sound[:cut], Options{}); err == nil {
			t.Fatalf("cut at %d of %d: read %d rows", cut, len(sound), f.Rows.Len())
		}
	}
}

// undirected is a source of nothing but zeros behind the first bytes of an archive, that
// counts what is read of it.
type undirected struct{ read atomic.Int64 }

func (e *undirected) ReadAt(b []byte, at int64) (int, error) {
	clear(b)
	if at < int64(len(zipMagic)) {
		copy(b, zipMagic[at:])
	}
	e.read.Add(int64(len(b)))
	return len(b), nil
}

// TestBrokenArchiveIsNotReadOn: an archive that can't be opened is not read to its end
// for a digest that nobody is told.
func TestBrokenArchiveIsNotReadOn(t *testing.T) {
	var src undirected
	_, err := ReadFrom("a.xlsx", &src, largest, Options{})
	if err == nil || !strings.Contains(err.Error(), "cannot be opened") {
		t.Errorf("an archive without a directory: %v", err)
	}
	if n := src.read.Load(); n > largest/2 {
		t.Errorf("%d of %d bytes are read of it", n, largest)
	}
}

func TestBadSheets(t *testing.T) {
	row := textRow(1, "nr", "Kanaal", "Mening") + textRow(2, "1", "chat", "goed")
	tests := []struct {
		name, xml string
		want      []string
	}{
		{"bare ampersand", sheetXML(row + textRow(3, "2", "R&D", "goed")), []string{"sheet Data", "row 3", "invalid character entity"}},
		{"control character", sheetXML(row + textRow(3, "2", "a\x0bb", "goed")), []string{"row 3", "illegal character"}},
		{"latin-1 byte", sheetXML(row + textRow(3, "2", "caf\xe9", "goed")), []string{"row 3", "invalid UTF-8"}},
		{"crossed tags", sheetXML(row + `<row r="3"><c r="A3"><v>1</c></v></row>`), []string{"row 3"}},
		{"shared string out of range", sheetXML(row + `<row r="3"><c r="A3" t="s"><v>3</v></c></row>`), []string{"row 3", "cell A3", "shared string 3 of 3"}},
		{"shared string negative", sheetXML(row + `<row r="3"><c r="A3" t="s"><v>-1</v></c></row>`), []string{"shared string -1"}},
		{"reference to another row", sheetXML(row + `<row r="3"><c r="A4"><v>1</v></c></row>`), []string{"row 3", `bad cell reference "A4"`}},
		{"reference to another row, more behind", sheetXML(row + `<row r="3"><c r="A4"><v>1</v></c></row>` + textRow(4, "1", "chat", "goed")), []string{"row 3", `bad cell reference "A4"`}},
		{"reference to another column, more behind", sheetXML(row + `<row r="3"><c r="B3"><v>1</v></c><c r="A3"><v>1</v></c></row>` + textRow(4, "1", "chat", "goed")), []string{"row 3", `bad cell reference "A3"`}},
		{"reference backwards", sheetXML(row + `<row r="3"><c r="B3"><v>1</v></c><c r="A3"><v>1</v></c></row>`), []string{`bad cell reference "A3"`}},
		{"reference twice", sheetXML(row + `<row r="3"><c r="B3"><v>1</v></c><c r="B3"><v>1</v></c></row>`), []string{`bad cell reference "B3"`}},
		{"reference too far right", sheetXML(row + `<row r="3"><c r="XFE3"><v>1</v></c></row>`), []string{`bad cell reference "XFE3"`}},
		{"row twice", sheetXML(row + `<row r="2"/>`), []string{`row "2" after row 2`}},
		{"row too far down", sheetXML(row + `<row r="1048577"/>`), []string{`row "1048577"`}},
		{"no number", sheetXML(row + `<row r="3"><c r="A3"><v>veel</v></c></row>`), []string{"cell A3", "the value is no number"}},
		{"infinite", sheetXML(row + `<row r="3"><c r="A3"><v>Inf</v></c></row>`), []string{"the value is no number"}},
		{"no boolean", sheetXML(row + `<row r="3"><c r="A3" t="b"><v>2</v></c></row>`), []string{"the value is no boolean"}},
		{"unknown type", sheetXML(row + `<row r="3"><c r="A3" t="zz"><v>2</v></c></row>`), []string{`unknown type "zz"`}},
		{"unknown style", sheetXML(row + `<row r="3"><c r="A3" s="6"><v>2</v></c></row>`), []string{"style 6 does not exist"}},
		{"two values", sheetXML(row + `<row r="3"><c r="A3"><v>1</v><v>2</v></c></row>`), []string{"two values"}},
		{"text between rows", sheetXML(row + "hallo"), []string{"unexpected text"}},
		{"something else among the rows", sheetXML(row + `<alt><row r="3"/></alt>`), []string{"unexpected <alt>"}},
		{"second document", sheetXML(row) + "<a/>", []string{"second document"}},
		{"text at the end", sheetXML(row) + "rest", []string{"text after the last element"}},
		{"document type", `<!DOCTYPE x [<!ENTITY a "b">]>` + sheetXML(row)[38:], []string{"directive"}},
		{"no data", `<worksheet ` + nsMain + `/>`, []string{"no <sheetData>"}},
		{"another document", `<chartsheet/>`, []string{"found <chartsheet>"}},
		{"bad merge", sheetXML(row, `<mergeCells><mergeCell ref="B2:A1"/></mergeCells>`), []string{"bad range of merged cells"}},
		{"utf-16", `<?xml version="1.0" encoding="UTF-16"?>` + sheetXML(row)[38:], []string{"encoding"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) { mustFail(t, "a.xlsx", book(t, tt.xml), Options{}, tt.want...) })
	}
}

// withLargeStyles returns a workbook of which the styles unpack to more than a part that
// says how it is made up can have.
func withLargeStyles(t *testing.T, data []byte) []byte {
	t.Helper()
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, f := range r.File {
		if f.Name != "xl/styles.xml" {
			err = errors.Join(err, z.Copy(f))
		}
	}
	packed := make([]byte, 1<<20)
	f, failed := z.CreateRaw(&zip.FileHeader{
		Name: "xl/styles.xml", Method: zip.Deflate, CompressedSize64: uint64(len(packed)), UncompressedSize64: maxPlainPart + 1,
	})
	if err = errors.Join(err, failed); err == nil {
		_, err = f.Write(packed)
	}
	if err = errors.Join(err, z.Close()); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestBadParts(t *testing.T) {
	xml := surveySheet(3)
	mustFail(t, "a.xlsx", book(t, xml, part{"xl/sharedStrings.xml", `<sst ` + nsMain + `><si><t>a</t></si><si><t>b`}), Options{}, "sharedStrings.xml", "after 1 texts")
	mustFail(t, "a.xlsx", book(t, xml, part{"xl/styles.xml", `<styleSheet ` + nsMain + `><cellXfs>`}), Options{}, "styles.xml", "damaged")
	mustFail(t, "a.xlsx", book(t, xml, part{"xl/workbook.xml", `<workbook ` + nsMain + `><sheets/></workbook>`}), Options{}, "no worksheet")
	mustFail(t, "a.xlsx", book(t, xml, part{"xl/workbook.xml", `<workbook ` + nsMain + `><sheets><sheet name="a" sheetId="1" r:id="rId5"/></sheets></workbook>`}), Options{}, `sheet "a"`, "no data")
	mustFail(t, "a.xlsx", withLargeStyles(t, book(t, xml)), Options{}, "styles.xml is larger than a survey can need")
	many := `<styleSheet ` + nsMain + `><cellXfs>` + strings.Repeat("<xf/>", maxListed+1) + `</cellXfs></styleSheet>`
	mustFail(t, "a.xlsx", book(t, xml, part{"xl/styles.xml", many}), Options{}, "styles.xml", "more than 65536 styles")
	for _, tt := range []struct{ name, text, want string }{
		{"xl/workbook.xml", `<workbook ` + nsMain + `><workbookPr date1904="soms"/><sheets/></workbook>`, `date1904 is "soms"`},
		{"xl/workbook.xml", `<werkmap/>`, "found <werkmap> where <workbook> was expected"},
		{"xl/styles.xml", `<stijlen/>`, "found <stijlen> where <styleSheet> was expected"},
		{"xl/styles.xml", `<styleSheet ` + nsMain + `><cellXfs><xf numFmtId="dag"/></cellXfs></styleSheet>`, `the number of a format is "dag"`},
	} {
		mustFail(t, "a.xlsx", book(t, xml, part{tt.name, tt.text}), Options{}, "the structure of the workbook cannot be read", tt.want)
	}
	var without []part
	for _, p := range bookParts([]sheet{{name: "Data", xml: xml}}) {
		if p.name != "xl/worksheets/sheet1.xml" {
			without = append(without, p)
		}
	}
	mustFail(t, "a.xlsx", pack(t, without), Options{}, "sheet1.xml of the workbook is missing")
	mustFail(t, "a.xlsx", pack(t, append(without, part{"xl/worksheets/sheet1.xml", xml}, part{"XL/worksheets/Sheet1.xml", xml})), Options{}, "occurs twice")
}

// TestOutOfProportion gives small files that would grow large.
func TestOutOfProportion(t *testing.T) {
	bomb := sheetXML(textRow(1, "nr", "a") + textRow(2, "1", strings.Repeat(" ", 64<<20)))
	mustFail(t, "a.xlsx", book(t, bomb), Options{}, "unpacks from", "more than a survey can need")

	var b strings.Builder
	for i := range 3000 {
		b.WriteString(`<row r="` + joined([]int{i + 1}) + `"><c r="` + address(i+1, i) + `"><v>1</v></c></row>`)
	}
	mustFail(t, "a.xlsx", book(t, sheetXML(b.String())), Options{HeaderRows: []int{1}}, "3000 rows by 3000 columns with only 3000 cells filled")

	mustFail(t, "a.csv", []byte(strings.Repeat("a,", maxColumns)+"a\n"+strings.Repeat("1,", maxColumns)+"1\n"), Options{}, "no survey has more than 16384 columns")
}
