package export

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"benchmark/survey"
)

// cellsOf reads a workbook of which row 2 of column B on holds the cells.
func cellsOf(t *testing.T, cells string, extra ...part) (*File, []string) {
	t.Helper()
	xml := sheetXML(textRow(1, "nr", "a", "b", "c", "d", "e", "f", "g", "h", "i") + `<row r="2"><c r="A2" t="inlineStr"><is><t>x</t></is></c>` + cells + `</row>`)
	f := mustRead(t, "a.xlsx", book(t, xml, extra...), Options{HeaderRows: []int{1}})
	var list []string
	for i := range f.Columns[1:] {
		cell := f.Columns[i+1].Value(0)
		if cell.Typed {
			cell.Text = "=" + cell.Text
		}
		list = append(list, cell.Text)
	}
	return f, list
}

func TestCellTypes(t *testing.T) {
	tests := []struct {
		name, cells string
		want        []string // "=" marks a typed cell
	}{
		{"numbers", `<c r="B2"><v>3</v></c><c r="C2"><v>0.30000000000000004</v></c><c r="D2"><v>3.943813937E9</v></c><c r="E2" t="n"><v>-1.5E-3</v></c><c r="F2"><v>-0</v></c><c r="G2"><v>1e300</v></c>`,
			[]string{"=3", "=0.3", "=3943813937", "=-0.0015", "=0", "=1e+300", "", "", ""}},
		{"texts", `<c r="B2" t="s"><v>1</v></c><c r="C2" t="s"><v>2</v></c><c r="D2" t="str"><v> a  b </v></c><c r="E2" t="inlineStr"><is><r><t>ri</t></r><r><t>ch</t></r></is></c><c r="F2" t="s"/>`,
			[]string{"Vraag twee", "café\nA", "a b", "rich", "", "", "", "", ""}},
		{"booleans", `<c r="B2" t="b"><v>1</v></c><c r="C2" t="b"><v>0</v></c>`, []string{"=TRUE", "=FALSE", "", "", "", "", "", "", ""}},
		{"dates", `<c r="B2" s="1"><v>43375</v></c><c r="C2" s="2"><v>43375.384722222225</v></c><c r="D2" s="3"><v>43375</v></c><c r="E2" s="4"><v>0.5</v></c><c r="F2" s="5"><v>1.5</v></c><c r="G2" s="1"><v>43375.5</v></c><c r="H2" s="2"><v>43375.99999999999</v></c><c r="I2" s="1"><v>-1</v></c><c r="J2" t="d"><v>2018-10-02</v></c>`,
			[]string{"=2018-10-02", "=2018-10-02T09:14:00", "=43375", "=12:00", "=36:00:00", "=2018-10-02T12:00:00", "=2018-10-03T00:00:00", "=-1", "=2018-10-02"}},
		{"old dates", `<c r="B2" s="1"><v>1</v></c><c r="C2" s="1"><v>59</v></c><c r="D2" s="1"><v>61</v></c>`,
			[]string{"=1900-01-01", "=1900-02-28", "=1900-03-01", "", "", "", "", "", ""}},
		{"formulas", `<c r="B2"><f>1+1</f><v>2</v></c><c r="C2" t="str"><f>"a"</f><v>a</v></c><c r="D2" t="str"><f>""</f><v></v></c>`,
			[]string{"=2", "a", "", "", "", "", "", "", ""}},
		{"without references", `<c><v>1</v></c><c t="inlineStr"><is><t>y</t></is></c>`, []string{"=1", "y", "", "", "", "", "", "", ""}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			f, got := cellsOf(t, tt.cells)
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Error(diff)
			}
			if len(f.Issues) > 0 {
				t.Errorf("issues %v", f.Issues)
			}
		})
	}
}

func TestCalendarOf1904(t *testing.T) {
	sheets := []sheet{{name: "Data", xml: sheetXML(textRow(1, "nr", "dag") + `<row r="2"><c r="A2"><v>1</v></c><c r="B2" s="1"><v>41913</v></c></row>`)}}
	parts := bookParts(sheets)
	for i := range parts {
		parts[i].text = strings.Replace(parts[i].text, "<workbookPr/>", `<workbookPr date1904="1"/>`, 1)
	}
	f := mustRead(t, "a.xlsx", pack(t, parts), Options{HeaderRows: []int{1}})
	if got := f.Columns[1].Value(0); got != (Cell{"2018-10-02", true}) {
		t.Errorf("cell %v", got)
	}
	if diff := cmp.Diff([]string{"1904"}, args(f, DecisionDates)); diff != "" {
		t.Error(diff)
	}
}

// TestSameNumber: a number has one code however it is spelled, stored and styled, also
// when too many others were chosen to have its place.
func TestSameNumber(t *testing.T) {
	v := newCellValues(newGrid("x"), nil, newStyles([]dateFormat{{}, {percent: true}, {date: true}, {elapsed: true}}, false))
	read := func(value string, style int, kind cellKind) uint32 {
		code, err := v.typed(&cellHead{kind: kind, style: style}, []byte(value))
		if err != nil {
			t.Fatal(err)
		}
		return code
	}
	for _, crowded := range []bool{false, true} {
		if crowded {
			v.crowd()
		}
		for _, same := range [][]string{{"7", "7.0", "+7", "07", "7e0"}, {"0", "-0", "0.0", "0.00"}, {"1.5", "1.50", "15e-1"}, {"0.3", "0.30000000000000004"}, {"-12", "-12.0"}, {"2018"}, {"3.25"}, {"1234567890123456"}} {
			want := read(same[0], 0, numeric)
			for _, value := range same {
				for _, style := range []int{0, 2} {
					if style == 2 && !strings.HasPrefix(value, "-12") {
						continue // a date
					}
					if got := read(value, style, numeric); got != want {
						t.Errorf("crowded %v: %s in style %d has the code %d, %s %d", crowded, value, style, got, same[0], want)
					}
				}
			}
			if got := read(same[0], 0, isoDate); got != want && same[0] != "1234567890123456" {
				t.Errorf("crowded %v: %s as a date has the code %d, as a number %d", crowded, same[0], got, want)
			}
		}
	}
	seen := map[Cell]bool{}
	for _, c := range v.g.dict {
		if seen[c] {
			t.Errorf("%q is there twice", c.Text)
		}
		seen[c] = true
	}
}

// TestPrefixes reads a workbook of which the elements have a prefix, the links another
// one than most have, and the styles and the texts another place.
func TestPrefixes(t *testing.T) {
	data := pack(t, []part{
		{"[Content_Types].xml", `<Types/>`},
		{"_rels/.rels", `<Relationships/>`},
		{"xl/workbook.xml", `<x:workbook xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:d4="` + relURI[:len(relURI)-1] + `"><x:workbookPr date1904="true"/><x:sheets><x:sheet id="no" d4:id="a" name="Een &amp; twee"/></x:sheets></x:workbook>`},
		{"xl/_rels/workbook.xml.rels", `<Relationships ` + nsRels + `><Relationship Id="a" Type="` + relURI + `worksheet" Target="/data/s.xml"/><Relationship Id="b" Type="` + relURI + `styles" Target="../look.xml"/></Relationships>`},
		{"look.xml", `<x:styleSheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:cellXfs><x:xf/><x:xf numFmtId="164"/></x:cellXfs><x:numFmts><x:numFmt numFmtId="164" formatCode="yyyy"/></x:numFmts></x:styleSheet>`},
		{"data/s.xml", sheetXML(textRow(1, "nr", "dag", "x") + `<row r="2"><c r="A2"><v>1</v></c><c r="B2" s="1"><v>41913</v></c></row>`)},
	})
	f := mustRead(t, "a.xlsx", data, Options{HeaderRows: []int{1}})
	if got := f.Columns[1].Value(0); f.Sheet != "Een & twee" || got != (Cell{"2018-10-02", true}) {
		t.Errorf("sheet %q, cell %v", f.Sheet, got)
	}
}

func TestNumberFormats(t *testing.T) {
	tests := []struct {
		code string
		want dateFormat
	}{
		{"General", dateFormat{}}, {"0.00", dateFormat{}}, {"0%", dateFormat{percent: true}}, {`0.0" %"`, dateFormat{}}, {"0.00%;[Red]-0.00%", dateFormat{percent: true}}, {"@", dateFormat{}},
		{`0" dagen"`, dateFormat{}}, {`#,##0 [$EUR]`, dateFormat{}}, {`[Red]0;[Blue]-0`, dateFormat{}}, {`0\d`, dateFormat{}}, {`0_d`, dateFormat{}},
		{"dd/mm/yyyy", dateFormat{date: true}}, {"mmm", dateFormat{date: true}}, {"[$-413]d mmmm yyyy;@", dateFormat{date: true}},
		{"h:mm AM/PM", dateFormat{clock: true}}, {"mm:ss.0", dateFormat{clock: true}}, {"[h]:mm", dateFormat{elapsed: true}}, {"[mm]:ss", dateFormat{clock: true, elapsed: true}},
		{"yyyy-mm-dd hh:mm:ss", dateFormat{date: true, clock: true}}, {"[", dateFormat{}}, {`"`, dateFormat{}}, {`\`, dateFormat{}},
	}
	for _, tt := range tests {
		if got := parseFormat(tt.code); got != tt.want {
			t.Errorf("%s: %+v, want %+v", tt.code, got, tt.want)
		}
	}
}

func TestErrorAndFormulaCells(t *testing.T) {
	f, got := cellsOf(t, `<c r="B2" t="e"><v>#N/A</v></c><c r="C2" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="D2"><f>A1</f></c><c r="E2"><f>A1</f><v></v></c><c r="F2" t="str"><f>A1</f></c>`)
	if strings.Join(got, "") != "" {
		t.Errorf("cells %q", got)
	}
	var list []string
	for _, i := range f.Issues {
		list = append(list, fmt.Sprint(i.Severity, " ", i.Code, " ", i.Args))
	}
	want := []string{"doubt error-cell [B2, C2 2]", "doubt formula-no-value [D2, E2, F2 3]"}
	if diff := cmp.Diff(want, list); diff != "" {
		t.Error(diff)
	}
}

func TestMergedHeader(t *testing.T) {
	xml := sheetXML(textRow(1, "nr", "Welke?", "", "", "Stad")+textRow(2, "", "Chat", "Brief", "Balie", "")+
		textRow(3, "1", "Ja", "", "Ja", "Ede")+textRow(4, "2", "", "Ja", "", "Goes"),
		`<mergeCells count="2"><mergeCell ref="B1:D1"/><mergeCell ref="A1:A2"/></mergeCells>`)
	f := mustRead(t, "a.xlsx", book(t, xml), Options{})
	if diff := cmp.Diff([]string{"0 nr|", "1 Welke?|Chat", "1 Welke?|Brief", "1 Welke?|Balie", "2 Stad|"}, headings(f)); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"1, 2", "merged"}, args(f, DecisionHeader)); diff != "" {
		t.Error(diff)
	}
}

func TestSheetChoice(t *testing.T) {
	note := sheetXML(textRow(1, "Toelichting") + textRow(2, "Dit is een notitie"))
	small := sheetXML(textRow(1, "nr", "Kanaal", "Mening") + textRow(2, "1", "chat", "goed"))
	known := sheetXML(textRow(1, "Respondent ID", "Collector ID", "Kanaal") + textRow(2, "9", "8", "chat"))
	empty := sheetXML("")
	tests := []struct {
		name   string
		sheets []sheet
		want   []string
	}{
		{"only", []sheet{{"Een", "", small}}, []string{"Een", "only"}},
		{"note first", []sheet{{"Lees mij", "", note}, {"Leeg", "", empty}, {"Data", "", surveySheet(9)}}, []string{"Data", "largest"}},
		{"largest", []sheet{{"Klein", "", small}, {"Groot", "", surveySheet(9)}}, []string{"Groot", "largest"}},
		{"hidden is passed over", []sheet{{"Groot", "hidden", surveySheet(9)}, {"Klein", "", small}}, []string{"Klein", "only"}},
		{"fingerprint", []sheet{{"Groot", "", surveySheet(9)}, {"Export", "", known}}, []string{"Export", "fingerprint"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			f := mustRead(t, "a.xlsx", pack(t, bookParts(tt.sheets)), Options{})
			if diff := cmp.Diff(tt.want, args(f, DecisionSheet)); diff != "" {
				t.Error(diff)
			}
			if len(f.OtherSheets) != len(tt.sheets)-1 {
				t.Errorf("other sheets %v", f.OtherSheets)
			}
		})
	}
	data := pack(t, bookParts([]sheet{{"Een", "", small}, {"Twee", "veryHidden", surveySheet(9)}}))
	f := mustRead(t, "a.xlsx", data, Options{Sheet: "twee"})
	if f.Sheet != "Twee" || f.Rows.Len() != 9 {
		t.Errorf("sheet %q with %d rows", f.Sheet, f.Rows.Len())
	}
	mustFail(t, "a.xlsx", data, Options{Sheet: "Drie"}, `no sheet "Drie"`, `"Een", "Twee" (hidden)`)
	mustFail(t, "a.xlsx", pack(t, bookParts([]sheet{{"Een", "", empty}, {"Twee", "hidden", small}})), Options{}, "no visible sheet", `"Twee" (hidden)`)
	mustFail(t, "a.xlsx", pack(t, bookParts([]sheet{{"Een", "", note}})), Options{}, "sheet Een", "one single column")
}

func TestTable(t *testing.T) {
	table := sheetXML(textRow(1, "nr", "Kanaal", "Mening")+textRow(2, "1", "chat", "goed")+textRow(3, "2", "chat", "goed"), `<tableParts count="1"><tablePart r:id="rId7"/></tableParts>`)
	sheets := []sheet{{"Groot", "", surveySheet(9)}, {"Tabel", "", table}}
	links := part{"xl/worksheets/_rels/sheet2.xml.rels", `<Relationships ` + nsRels + `><Relationship Id="rId7" Type="` + relURI + `table" Target="../tables/table1.xml"/></Relationships>`}
	body := part{"xl/tables/table1.xml", `<table ` + nsMain + ` id="1" name="OfficeForms.Table" displayName="OfficeForms.Table" ref="A1:C3"/>`}
	f := mustRead(t, "a.xlsx", pack(t, bookParts(sheets, links, body)), Options{})
	if f.Sheet != "Tabel" || f.Dialect.Name != "msforms" {
		t.Errorf("sheet %q, dialect %v", f.Sheet, f.Dialect)
	}
	mustFail(t, "a.xlsx", pack(t, bookParts(sheets, links)), Options{}, "sheet Tabel", "tables/table1.xml of the workbook is missing")
	mustFail(t, "a.xlsx", pack(t, bookParts(sheets)), Options{}, "sheet2.xml.rels of the workbook is missing")
}

func TestBlankAndHiddenRows(t *testing.T) {
	xml := sheetXML(textRow(2, "nr", "Kanaal", "Mening") + textRow(3, "1", "chat", "goed") +
		`<row r="4" hidden="1"><c r="A4"><v>2</v></c></row><row r="5"><c r="A5" s="1"/></row>` + textRow(8, "3", "brief", "slecht") + `<row r="12"><c r="B12"/></row>`)
	f := mustRead(t, "a.xlsx", book(t, xml), Options{})
	if diff := cmp.Diff([]int{3, 4, 8}, f.Rows.List()); diff != "" {
		t.Error(diff)
	}
	if f.Read != 10 || f.Dropped[0] != (survey.Dropped{Reason: survey.DropBlank, Rows: 7}) {
		t.Errorf("read %d, dropped %v", f.Read, f.Dropped)
	}
	if diff := cmp.Diff([]string{"1"}, args(f, DecisionHiddenRows)); diff != "" {
		t.Error(diff)
	}
}

// TestSameCellsAsExcelize compares with what excelize reads of a workbook that
// it wrote itself.
func TestSameCellsAsExcelize(t *testing.T) {
	x := excelize.NewFile()
	head := []any{"nr", "Kanaal", "Cijfer", "Waar"}
	if err := x.SetSheetRow("Sheet1", "A1", &head); err != nil {
		t.Fatal(err)
	}
	for i := range 200 {
		row := []any{i + 1, fmt.Sprintf("kanaal %d & <%d>", i%7, i), float64(i) / 8, i%3 == 0}
		if i%5 == 0 {
			row[1] = nil
		}
		if err := x.SetSheetRow("Sheet1", fmt.Sprintf("A%d", i+2), &row); err != nil {
			t.Fatal(err)
		}
	}
	var b bytes.Buffer
	if err := x.Write(&b); err != nil {
		t.Fatal(err)
	}
	want, err := x.GetRows("Sheet1")
	if err != nil {
		t.Fatal(err)
	}
	f := mustRead(t, "a.xlsx", b.Bytes(), Options{})
	for i := range f.Rows.Len() {
		for col := range f.Columns {
			if got := f.Columns[col].Value(i).Text; got != want[i+1][col] {
				t.Fatalf("%s%d: %q, excelize reads %q", f.Columns[col].Letter, f.Rows.At(i), got, want[i+1][col])
			}
		}
	}
	if f.Rows.Len() != len(want)-1 {
		t.Errorf("%d rows, excelize reads %d", f.Rows.Len(), len(want)-1)
	}
}

// A workbook is read in pieces: its digest is of all of it, and what can't be read is told
// as such and not as damage.
func TestWorkbookInPieces(t *testing.T) {
	data := book(t, sheetXML(textRow(1, "nr", "Kanaal", "Mening")+textRow(2, "1", "chat", "goed")))
	f, err := ReadFrom("a.xlsx", bytes.NewReader(data), int64(len(data)), Options{})
	if err != nil {
		t.Fatal(err)
	}
	if want := fmt.Sprintf("%x", sha256.Sum256(data)); f.SHA256 != want {
		t.Errorf("digest %s, want %s", f.SHA256, want)
	}
	fault := errors.New("fault of the disk")
	for at := range data {
		if _, err := ReadFrom("a.xlsx", &faulty{bytes.NewReader(data), int64(at), fault}, int64(len(data)), Options{}); at >= 4 && (!errors.Is(err, fault) || !strings.HasPrefix(err.Error(), "reading a.xlsx: fault")) {
			t.Fatalf("fault at byte %d: %v", at, err)
		}
	}
	if _, err := ReadFrom("a.xlsx", bytes.NewReader(data[:len(data)-1]), int64(len(data)), Options{}); !errors.Is(err, io.ErrUnexpectedEOF) {
		t.Errorf("a file that became shorter: %v", err)
	}
}

// faulty is a source that cannot be read from a byte on.
type faulty struct {
	io.ReaderAt
	from  int64
	fault error
}

func (f *faulty) ReadAt(b []byte, at int64) (int, error) {
	if at+int64(len(b)) <= f.from {
		return f.ReaderAt.ReadAt(b, at)
	}
	n := 0
	if at < f.from {
		n, _ = f.ReaderAt.ReadAt(b[:f.from-at], at)
	}
	return n, f.fault
}

// The room for rows is that for as many as the first ones tell of, whatever size the part
// claims to have.
func TestRoomForRows(t *testing.T) {
	const rows = 3000
	var xml strings.Builder
	for i := range rows {
		xml.WriteString(textRow(i+1, "1", "chat", "goed"))
	}
	text := sheetXML(xml.String())
	for _, size := range []int64{int64(len(text)), 0, 1 << 40} {
		g := newGrid("")
		if _, e := readSheet(newXMLReader(strings.NewReader(text), size), g, nil, newStyles(nil, false)); e != nil || len(g.rows) != rows {
			t.Fatalf("size %d: %d rows, %v", size, len(g.rows), e)
		}
		if most := map[bool]int{true: maxRows * 5 / 4, false: rows * 3 / 2}[size > 1<<30]; cap(g.rows) > most {
			t.Errorf("size %d: room for %d rows, want no more than %d", size, cap(g.rows), most)
		}
	}
}
