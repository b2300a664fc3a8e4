package export

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"
)

// mustRead reads data or fails the test, and checks what holds for every file.
func mustRead(t *testing.T, name string, data []byte, opt Options) *File {
	t.Helper()
	f, err := Read(name, data, opt)
	if err != nil {
		t.Fatalf("Read: %v", err)
	}
	checkInvariants(t, f)
	return f
}

// checkInvariants checks what holds for every file that was read.
func checkInvariants(t testing.TB, f *File) {
	t.Helper()
	sum := f.Rows.Len()
	for _, d := range f.Dropped {
		sum += d.Rows
		if d.Rows <= 0 {
			t.Errorf("dropped %d rows for %s", d.Rows, d.Reason)
		}
	}
	if sum != f.Read {
		t.Errorf("read %d rows, kept and dropped %d", f.Read, sum)
	}
	if f.Rows.Len() == 0 || len(f.Columns) == 0 || (len(f.HeaderRows) == 0) != (f.Format == SAV || f.Format == Parquet) {
		t.Errorf("%d rows, %d columns, header %v", f.Rows.Len(), len(f.Columns), f.HeaderRows)
	}
	for i := 1; i < f.Rows.Len(); i++ {
		if f.Rows.At(i) <= f.Rows.At(i-1) {
			t.Fatalf("row %d after row %d", f.Rows.At(i), f.Rows.At(i-1))
		}
	}
	for i := range f.Columns {
		checkColumn(t, f, i)
	}
}

func checkColumn(t testing.TB, f *File, i int) {
	t.Helper()
	c := &f.Columns[i]
	if c.Codes.Len() != f.Rows.Len() {
		t.Fatalf("column %s has %d cells for %d rows", c.Letter, c.Codes.Len(), f.Rows.Len())
	}
	if c.Dict.At(0) != (Cell{}) {
		t.Errorf("column %s: the first of its dictionary is %v", c.Letter, c.Dict.At(0))
	}
	seen := map[Cell]bool{}
	for _, cell := range c.Dict.All() {
		if seen[cell] || clean(cell.Text) != cell.Text {
			t.Errorf("column %s: %q twice or not clean", c.Letter, cell.Text)
		}
		seen[cell] = true
	}
	for at := range c.Codes.Len() {
		c.Value(at)
	}
	if i > 0 && c.Block != f.Columns[i-1].Block && c.Block != f.Columns[i-1].Block+1 {
		t.Errorf("column %s: block %d after %d", c.Letter, c.Block, f.Columns[i-1].Block)
	}
}

// mustFail reads data and checks that the error has all the words.
func mustFail(t *testing.T, name string, data []byte, opt Options, words ...string) {
	t.Helper()
	f, err := Read(name, data, opt)
	if err == nil {
		t.Fatalf("no error; read %d rows by %d columns", f.Rows.Len(), len(f.Columns))
	}
	var e *Error
	if !errors.As(err, &e) {
		t.Fatalf("error is a %T: %v", err, err)
	}
	if !strings.HasPrefix(err.Error(), "reading "+baseName(name)) {
		t.Errorf("error does not begin with the file: %v", err)
	}
	for _, w := range words {
		if !strings.Contains(err.Error(), w) {
			t.Errorf("error lacks %q: %v", w, err)
		}
	}
}

// headings lists the columns as "block question|option".
func headings(f *File) []string {
	var list []string
	for i := range f.Columns {
		c := &f.Columns[i]
		list = append(list, fmt.Sprintf("%d %s|%s", c.Block, c.Question, c.Option))
	}
	return list
}

// values lists the cells of a column.
func values(f *File, col int) []string {
	var list []string
	for i := range f.Rows.Len() {
		list = append(list, f.Columns[col].Value(i).Text)
	}
	return list
}

// args returns the arguments of a decision, or nil when it was not taken.
func args(f *File, code string) []string {
	for _, d := range f.Decisions {
		if d.Code == code {
			return append([]string{}, d.Args...)
		}
	}
	return nil
}

// part is a part of a workbook under construction.
type part struct{ name, text string }

const (
	nsMain = `xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`
	nsRels = `xmlns="http://schemas.openxmlformats.org/package/2006/relationships"`
	relURI = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
)

// sheetXML wraps rows in a worksheet.
func sheetXML(rows string, after ...string) string {
	return `<?xml version="1.0" encoding="UTF-8"?><worksheet ` + nsMain + `><sheetData>` + rows + `</sheetData>` + strings.Join(after, "") + `</worksheet>`
}

// textRow makes a row of inline texts; an empty one makes no cell.
func textRow(number int, cells ...string) string {
	var b strings.Builder
	fmt.Fprintf(&b, `<row r="%d">`, number)
	for i, c := range cells {
		if c != "" {
			fmt.Fprintf(&b, `<c r="%s" t="inlineStr"><is><t>%s</t></is></c>`, address(number, i), c)
		}
	}
	return b.String() + `</row>`
}

// sheet is a worksheet under construction.
type sheet struct{ name, state, xml string }

// bookParts makes the parts of a workbook; extra parts replace those of the
// same name.
func bookParts(sheets []sheet, extra ...part) []part {
	var list, links, types strings.Builder
	for i, s := range sheets {
		state := ""
		if s.state != "" {
			state = fmt.Sprintf(` state="%s"`, s.state)
		}
		fmt.Fprintf(&list, `<sheet name="%s" sheetId="%d"%s r:id="rId%d"/>`, s.name, i+1, state, i+1)
		fmt.Fprintf(&links, `<Relationship Id="rId%d" Type="%sworksheet" Target="worksheets/sheet%d.xml"/>`, i+1, relURI, i+1)
		fmt.Fprintf(&types, `<Override PartName="/xl/worksheets/sheet%d.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`, i+1)
	}
	parts := []part{
		{"[Content_Types].xml", `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` + types.String() + `</Types>`},
		{"_rels/.rels", `<Relationships ` + nsRels + `><Relationship Id="rId1" Type="` + relURI + `officeDocument" Target="xl/workbook.xml"/></Relationships>`},
		{"xl/workbook.xml", `<workbook ` + nsMain + `><workbookPr/><sheets>` + list.String() + `</sheets></workbook>`},
		{"xl/_rels/workbook.xml.rels", `<Relationships ` + nsRels + `>` + links.String() +
			`<Relationship Id="rId90" Type="` + relURI + `styles" Target="styles.xml"/>` +
			`<Relationship Id="rId91" Type="` + relURI + `sharedStrings" Target="sharedStrings.xml"/></Relationships>`},
		{"xl/styles.xml", `<styleSheet ` + nsMain + `><numFmts count="2"><numFmt numFmtId="164" formatCode="dd/mm/yyyy hh:mm"/><numFmt numFmtId="165" formatCode="0.0&quot; per dag&quot;"/></numFmts>` +
			`<cellXfs count="6"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="21"/><xf numFmtId="46"/></cellXfs></styleSheet>`},
		{"xl/sharedStrings.xml", `<sst ` + nsMain + ` count="3" uniqueCount="3"><si><t>Vraag een</t></si><si><r><t>Vraag </t></r><r><t xml:space="preserve">twee </t></r><rPh sb="0" eb="1"><t>x</t></rPh></si><si><t>caf&#233;_x000D_
 _x0041_</t></si></sst>`},
	}
	for i, s := range sheets {
		parts = append(parts, part{fmt.Sprintf("xl/worksheets/sheet%d.xml", i+1), s.xml})
	}
	for _, e := range extra {
		replaced := false
		for i := range parts {
			if parts[i].name == e.name {
				parts[i], replaced = e, true
			}
		}
		if !replaced {
			parts = append(parts, e)
		}
	}
	return parts
}

// pack zips parts.
func pack(t testing.TB, parts []part) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, p := range parts {
		out, err := w.Create(p.name)
		if err == nil {
			_, err = out.Write([]byte(p.text))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// book makes a workbook of one sheet.
func book(t testing.TB, xml string, extra ...part) []byte {
	t.Helper()
	return pack(t, bookParts([]sheet{{name: "Data", xml: xml}}, extra...))
}

// surveySheet is the XML of a small survey: header and n respondents.
func surveySheet(n int) string {
	rows := textRow(1, "Nummer", "Welk kanaal gebruikt u?", "Toelichting")
	for i := range n {
		rows += fmt.Sprintf(`<row r="%d"><c r="A%d"><v>%d</v></c><c r="B%d" t="inlineStr"><is><t>%s</t></is></c><c r="C%d" t="s"><v>2</v></c></row>`,
			i+2, i+2, i+1, i+2, []string{"Telefoon", "E-mail"}[i%2], i+2)
	}
	return sheetXML(rows)
}
