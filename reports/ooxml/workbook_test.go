package ooxml

import (
	"bytes"
	"fmt"
	"math"
	"strconv"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
)

// book is a workbook with one of everything.
func book() *Workbook {
	b := &Workbook{
		Properties: Properties{Title: nasty, Language: "nl-NL", Creator: "benchmark"}, Font: "Arial",
		Accents: [6]string{"12436D", "2073BC", "DB7A00", "6B4A2B", "767C82", "94C1EA"},
	}
	head := b.Style(Style{Bold: true, Wrapped: true, Ruled: true})
	contents := b.Sheet("It's a list & more")
	contents.Text(1, 1, nasty, b.Style(Style{Size: 18, Bold: true}))
	figures := b.Sheet("T1 cijfers")
	for i, h := range []string{"Groep", "aandeel", "aandeel – n"} {
		figures.Text(i+1, 1, h, head)
	}
	figures.Text(1, 2, nasty, b.Style(Style{Wrapped: true, Top: true}))
	figures.Number(2, 2, 0.5, b.Style(Style{Format: "0.0%"}))
	figures.Number(3, 2, 117, b.Style(Style{Format: "General", Right: true}))
	figures.Table(3, 1, 2)
	figures.Width(1, 44)
	figures.Fold(3)
	figures.Height(1, 29.5)
	figures.Height(2, 5000)
	figures.Frozen, figures.Header, figures.Footer = true, "a & b", nasty
	figures.Print(2, 40)
	figures.Break(12)
	figures.Picture(picture(), 1, 12, 0.5)
	contents.Link(1, 1, figures)
	for i, p := range plots() {
		s := b.Sheet(fmt.Sprintf("G%d", i+1))
		s.Figures(p, head, head)
		s.Table(p.Columns(), 1, len(p.Categories)+1)
		s.Chart(p, p.Columns()+2, 2, 620, 300)
	}
	return b
}

// reread writes a workbook and reads it with another program's reader.
func reread(t *testing.T, b *Workbook) *excelize.File {
	t.Helper()
	var packed bytes.Buffer
	if err := b.Write(&packed); err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(&packed)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// rawCell is the text of a cell as it is stored.
func rawCell(t *testing.T, f *excelize.File, sheet, cell string) string {
	t.Helper()
	v, err := f.GetCellValue(sheet, cell, excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// Another reader finds what was put on a sheet, how it looks and how it is printed.
func TestWorkbookIsRead(t *testing.T) {
	f := reread(t, book())
	const sheet, first = "T1 cijfers", "It's a list & more"
	got := map[string]any{}
	note := func(what string, v any, err error) {
		if line, ok := v.(string); ok {
			v = strings.TrimSpace(line)
		}
		if got[what] = v; err != nil {
			t.Errorf("%s: %v", what, err)
		}
	}
	width, err := f.GetColWidth(sheet, "A")
	note("width", width, err)
	level, err := f.GetColOutlineLevel(sheet, "C")
	note("fold", level, err)
	for _, row := range []int{1, 2} {
		high, err := f.GetRowHeight(sheet, row)
		note(fmt.Sprint("height ", row), high, err)
	}
	panes, err := f.GetPanes(sheet)
	note("panes", fmt.Sprintln(panes.Freeze, panes.XSplit, panes.YSplit, panes.TopLeftCell), err)
	tables, err := f.GetTables(sheet)
	note("table", tables[0].Name+" "+tables[0].Range, err)
	shown, err := f.GetCellValue(sheet, "B2")
	note("shown", shown, err)
	for _, cell := range []string{"A1", "C2"} {
		id, err := f.GetCellStyle(sheet, cell)
		if err != nil {
			t.Fatal(err)
		}
		style, err := f.GetStyle(id)
		note("style "+cell, fmt.Sprintln(style.Font.Bold, style.Font.Family, style.Font.Size, len(style.Border), style.NumFmt, style.CustomNumFmt == nil, style.Alignment.WrapText, style.Alignment.Horizontal), err)
	}
	_, target, err := f.GetCellHyperLink(first, "A1")
	note("link", target, err)
	for _, d := range f.GetDefinedName() {
		got["name "+d.Name+" "+d.Scope] = d.RefersTo
	}
	page, err := f.GetHeaderFooter(sheet)
	note("header", page.OddHeader, err)
	layout, err := f.GetPageLayout(sheet)
	note("layout", fmt.Sprintln(*layout.Orientation, *layout.Size, *layout.FitToHeight), err)
	drawn, err := f.GetPictures(sheet, "A12")
	note("picture", fmt.Sprint(len(drawn), drawn[0].Format.AltText == strings.ReplaceAll(nasty, "\x0b", "\ufffd")), err)
	want := map[string]any{
		"width": 44.0, "fold": uint8(1), "height 1": 29.5, "height 2": 409.0, "panes": "true 1 1 B2", "table": "Table1 A1:C2", "shown": "50.0%",
		"style A1": "true Arial 11 1 0 true true", "style C2": "false Arial 11 0 0 true false right", "link": "'T1 cijfers'!A1",
		"name _xlnm.Print_Area T1 cijfers": "'T1 cijfers'!$A$1:$B$40", "name _xlnm.Print_Titles T1 cijfers": "'T1 cijfers'!$1:$1",
		"header": "&La && b", "layout": "landscape 9 0", "picture": "1 true",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("want -, got +:\n%s", diff)
	}
}

// A text stays the text that it is: no formula, no number, no character that its letters
// seem to stand for. What XML has no place for is replaced, what is too long cut.
func TestTextsStayTexts(t *testing.T) {
	long := strings.Repeat("🙂", longestText/2)
	for _, tt := range [][2]string{
		{"=1+1", "=1+1"}, {"@a", "@a"}, {"007", "007"}, {"TRUE", "TRUE"}, {"  two  blanks ", "  two  blanks "}, {"a\nb", "a\nb"},
		{"_x000D_", "_x000D_"}, {"a_x0041__x00_x0042_", "a_x0041__x00_x0042_"}, {"_x005F_x000D_", "_x005F_x000D_"}, {"_xABC", "_xABC"},
		{"a\x0bb", "a\ufffdb"}, {"]]>&amp;<t>", "]]>&amp;<t>"}, {long + "abc", long + "a"}, {long + "🙂", long},
	} {
		b := &Workbook{}
		s := b.Sheet("a")
		s.Text(1, 1, tt[0], 0)
		if kept := strings.Contains(string(b.sharedStrings()), `<t xml:space="preserve">`); kept != (strings.TrimSpace(tt[1]) != tt[1]) {
			t.Errorf("%.40q: blanks at an end are kept: %t", tt[0], kept)
		}
		f := reread(t, b)
		kind, err := f.GetCellType("a", "A1")
		if got := rawCell(t, f, "a", "A1"); got != tt[1] || kind != excelize.CellTypeSharedString || err != nil {
			t.Errorf("%.40q is read as %.40q (of %d), of type %v, %v", tt[0], got, len(utf16.Encode([]rune(got))), kind, err)
		}
	}
}

func TestNumbersKeepTheirDigits(t *testing.T) {
	b := &Workbook{}
	s := b.Sheet("a")
	all := []float64{0, -1, 1.0 / 3, 0.1 + 0.2, 1e-9, 123456789012345680, 1 << 53, math.MaxFloat64, math.SmallestNonzeroFloat64}
	for i, x := range append(all, math.NaN(), math.Inf(1), math.Inf(-1)) {
		s.Number(1, i+1, x, 0)
	}
	var packed bytes.Buffer
	if err := b.Write(&packed); err != nil {
		t.Fatal(err)
	}
	parts, _ := entries(t, packed.Bytes())
	sheet := string(parts["xl/worksheets/sheet1.xml"])
	values := strings.Split(sheet, "<v>")[1:]
	if len(values) != len(all) {
		t.Fatalf("%d of %d numbers: %s", len(values), len(all), sheet)
	}
	for i, v := range values {
		v, _, _ = strings.Cut(v, "<")
		if x, err := strconv.ParseFloat(v, 64); err != nil || x != all[i] {
			t.Errorf("%v is written as %s", all[i], v)
		}
	}
}

// A sheet that Excel would not open is not written.
func TestLimitsOfExcel(t *testing.T) {
	for _, tt := range []struct {
		col, row int
		fits     bool
	}{{1, mostRows, true}, {mostColumns, 1, true}, {1, mostRows + 1, false}, {mostColumns + 1, 1, false}} {
		b := &Workbook{}
		b.Sheet("a").Text(tt.col, tt.row, "x", 0)
		var packed bytes.Buffer
		err := b.Write(&packed)
		if (err == nil) != tt.fits || !tt.fits && (packed.Len() > 0 || !strings.Contains(err.Error(), `"a"`)) {
			t.Errorf("column %d, row %d: %v, and %d bytes", tt.col, tt.row, err, packed.Len())
		}
	}
}

// Excel repairs a table of which the heads are not different texts of at most 255 UTF-16
// units that stand in its first row.
func TestHeadsOfTables(t *testing.T) {
	long := strings.Repeat("é", 300)
	b := &Workbook{}
	s := b.Sheet("a")
	for i, h := range []string{"a", "A", "", "a", long, long, "_x000D_"} {
		s.Text(i+1, 1, h, 0)
	}
	s.Number(3, 1, 2018, 0)
	s.Table(7, 1, 2)
	s.Table(7, 3, 3) // a header alone is no table
	var packed bytes.Buffer
	if err := b.Write(&packed); err != nil {
		t.Fatal(err)
	}
	parts, _ := entries(t, packed.Bytes())
	f := reread(t, b)
	want := []string{"a", "A (2)", "Column3", "a (3)", long[:2*longestHead], long[:2*(longestHead-4)] + " (2)", "_x000D_"}
	for i, name := range strings.Split(string(parts["xl/tables/table1.xml"]), `<tableColumn `)[1:] {
		_, name, _ = strings.Cut(name, `name="`)
		name, _, _ = strings.Cut(name, `"`)
		cell := rawCell(t, f, "a", column(i)+"1")
		if cell != want[i] || strings.ReplaceAll(name, "_x005F_x000D_", "_x000D_") != cell {
			t.Errorf("head %d is %q, named %q, want %q", i+1, cell, name, want[i])
		}
	}
	if _, second := parts["xl/tables/table2.xml"]; second {
		t.Error("a header alone is a table")
	}
}

// A line in the margin of a page has no code but its own, and no more than Excel allows.
func TestMarginal(t *testing.T) {
	for _, tt := range []struct{ text, after, want string }{
		{"R&D", "", "&amp;LR&amp;&amp;D"}, {"a", "&R&P", "&amp;La&amp;R&amp;P"},
		{strings.Repeat("x", 300), "&R", "&amp;L" + strings.Repeat("x", 251) + "&amp;R"},
		{"x" + strings.Repeat("&", 300), "&R", "&amp;Lx" + strings.Repeat("&amp;", 250) + "&amp;R"},
		{strings.Repeat("&", 300), "&R", "&amp;L" + strings.Repeat("&amp;", 250) + "&amp;R"},
	} {
		if got := marginal(tt.text, tt.after); got != tt.want {
			t.Errorf("%.20q: %d units, %q", tt.text, len(strings.ReplaceAll(got, "&amp;", "&")), got)
		}
	}
}

// What Excel must have by its own rules and no schema tells: the parts of a sheet in
// order, and charts that keep their measures.
func TestSheetParts(t *testing.T) {
	var packed bytes.Buffer
	if err := book().Write(&packed); err != nil {
		t.Fatal(err)
	}
	parts, _ := entries(t, packed.Bytes())
	sheet, at := string(parts["xl/worksheets/sheet2.xml"]), 0
	for _, part := range []string{"<sheetPr>", "<dimension ", "<sheetViews>", "<sheetFormatPr ", "<cols>", "<sheetData>", "<pageSetup ", "<headerFooter>", "<rowBreaks ", "<drawing ", "<tableParts "} {
		i := strings.Index(sheet[at:], part)
		if i < 0 {
			t.Fatalf("no %s after the parts before it: %s", part, sheet)
		}
		at += i
	}
	if !strings.Contains(sheet, `<dimension ref="A1:C2"/>`) || !strings.Contains(sheet, `outlineLevelCol="1"`) || !strings.Contains(sheet, `<brk id="11" `) {
		t.Errorf("a fact of the sheet is not told: %s", sheet)
	}
	chart := string(parts["xl/drawings/drawing2.xml"])
	if !strings.Contains(chart, `<xdr:oneCellAnchor><xdr:from><xdr:col>4</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>1</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:ext cx="7874000" cy="3810000"/>`) {
		t.Errorf("the chart has another place: %s", chart)
	}
	shared := string(parts["xl/sharedStrings.xml"])
	if n := strings.Count(shared, "<si>"); !strings.Contains(shared, fmt.Sprintf(` uniqueCount="%d"`, n)) {
		t.Errorf("%d texts are counted wrong: %.200s", n, shared)
	}
	cells := 0
	for name, part := range parts {
		if strings.HasPrefix(name, "xl/worksheets/sheet") {
			cells += strings.Count(string(part), ` t="s"`)
		}
	}
	if !strings.Contains(shared, fmt.Sprintf(` count="%d"`, cells)) {
		t.Errorf("%d cells with a text are counted wrong: %.200s", cells, shared)
	}
}
