package reports

import (
	"fmt"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"benchmark/charts"
	"benchmark/reports/ooxml"
	"benchmark/survey/locale"
)

// wholeByHand is the report on the whole of the study that was made by hand.
func wholeByHand(t *testing.T, language string) (*Report, *locale.Locale) {
	t.Helper()
	l, err := locale.For(language)
	if err != nil {
		t.Fatal(err)
	}
	study, reading := handMade()
	return Build(study, reading, l, Whole()), l
}

// Every sheet of tables has one named table from its first cell, of which the heads are
// bold and stay in sight and on every page; no cells are merged, and the first sheet
// leads to all others.
func TestSheetsAreTables(t *testing.T) {
	r, l := wholeByHand(t, "nl")
	data := render(t, XLSX(charts.Default()), r, l)
	all, f := parts(t, data), open(t, data)
	names := f.GetSheetList()
	for i, name := range names {
		sheet := all[fmt.Sprintf("xl/worksheets/sheet%d.xml", i+1)]
		if strings.Contains(sheet, "<mergeCell") {
			t.Errorf("%s has merged cells", name)
		}
		if !strings.Contains(sheet, `fitToPage="1"`) || !strings.Contains(sheet, `fitToHeight="0"`) || !strings.Contains(sheet, "&amp;P / &amp;N") {
			t.Errorf("%s is not printed as wide as a page, with its number", name)
		}
		tables, err := f.GetTables(name)
		if err != nil || len(tables) != 1 {
			t.Errorf("%s has %d named tables (%v)", name, len(tables), err)
			continue
		}
		if i == 0 {
			continue
		}
		if !strings.HasPrefix(tables[0].Range, "A1:") || !strings.Contains(sheet, `state="frozen"`) {
			t.Errorf("%s: the table %s does not begin at the first cell, or its heads go out of sight", name, tables[0].Range)
		}
		id, err := f.GetCellStyle(name, "A1")
		if err != nil {
			t.Fatal(err)
		}
		if style, err := f.GetStyle(id); err != nil || style.Font == nil || !style.Font.Bold {
			t.Errorf("the heads of %s are not bold", name)
		}
		titles := `<definedName name="_xlnm.Print_Titles" localSheetId="` + strconv.Itoa(i) + `"`
		if !strings.Contains(all["xl/workbook.xml"], titles) {
			t.Errorf("the heads of %s are not on every page", name)
		}
		if link := `location="` + "&#39;" + strings.ReplaceAll(name, "'", "&#39;&#39;") + "&#39;" + `!A1"`; !strings.Contains(all["xl/worksheets/sheet1.xml"], link) {
			t.Errorf("the contents do not lead to %s", name)
		}
	}
	if len(names) < 10 {
		t.Errorf("there are %d sheets", len(names))
	}
}

// A chart of figures with margins shows them, in every form of Office.
func TestOfficeChartsHaveErrorBars(t *testing.T) {
	r, l := wholeByHand(t, "en")
	with := 0
	for i := range r.Sections {
		for k := range r.Sections[i].Charts {
			c := &r.Sections[i].Charts[k]
			if c.Kind == charts.Stacked || !native(c) {
				continue
			}
			if slices.ContainsFunc(c.Rows, func(r charts.Row) bool {
				return drawn(&r) && slices.ContainsFunc(r.Marks, func(m charts.Mark) bool { return m.Interval })
			}) {
				with++
			}
		}
	}
	if with == 0 {
		t.Fatal("no chart has margins")
	}
	for kind, f := range officeRenderers() {
		n := 0
		for name, text := range parts(t, render(t, f, r, l)) {
			if strings.Contains(name, "/charts/chart") && strings.Contains(text, `<c:errValType val="cust"/>`) {
				n++
			}
		}
		if n < with {
			t.Errorf("%s: %d charts have margins, and %d should", kind, n, with)
		}
	}
}

// Every slide has a title, notes that say what it rests on, a number and, where it shows
// figures, a source; running text and the source are read from the back of a room.
func TestSlidesCanBePresented(t *testing.T) {
	whole, l := wholeByHand(t, "nl")
	standing, _ := standingOf(t, "nl", 0)
	title := regexp.MustCompile(`type="(?:title|ctrTitle)"/></p:nvPr>.*?<a:t>[^<]`)
	size := regexp.MustCompile(`sz="(\d+)"`)
	for _, r := range []*Report{whole, standing} {
		all := parts(t, render(t, PPTX(charts.Default()), r, l))
		slides := numberedParts(all, `^ppt/slides/slide(\d+)\.xml$`)
		for i, name := range slides {
			text := all[name]
			if !title.MatchString(text) {
				t.Errorf("%s has no title", name)
			}
			notes := all[fmt.Sprintf("ppt/notesSlides/notesSlide%d.xml", i+1)]
			if !regexp.MustCompile(`name="Notes".*<a:t>[^<]`).MatchString(notes) || !strings.Contains(all["ppt/slides/_rels/"+path.Base(name)+".rels"], "notesSlide") {
				t.Errorf("%s has no notes", name)
			}
			if i > 0 && (!strings.Contains(text, `type="sldNum"`) || !strings.Contains(text, `idx="11"`)) {
				t.Errorf("%s has no number or source", name)
			}
			for at, least := range map[string]int{`idx="13"`: 100 * leastText, `idx="11"`: 1000} {
				_, place, found := strings.Cut(text, at)
				place, _, _ = strings.Cut(place, "</p:sp>")
				for _, m := range size.FindAllStringSubmatch(place, -1) {
					if n, _ := strconv.Atoi(m[1]); found && n < least {
						t.Errorf("%s: type of %d hundredths of a point", name, n)
					}
				}
			}
		}
		if !strings.Contains(all["ppt/presentation.xml"], `cx="12192000" cy="6858000"`) {
			t.Error("the slides are not 16:9")
		}
	}
}

// The tables of a document repeat their heads, say what they hold, are no wider than
// the text, and the contents lead to every heading of the first level.
func TestDocumentIsStructured(t *testing.T) {
	r, l := wholeByHand(t, "en")
	document := parts(t, render(t, DOCX(charts.Default()), r, l))["word/document.xml"]
	tables := strings.Split(document, "<w:tbl>")[1:]
	for i, table := range tables {
		head, _, _ := strings.Cut(table, "</w:tr>")
		if !strings.Contains(head, "<w:tblHeader/>") {
			t.Errorf("the heads of table %d are not repeated", i+1)
		}
		if !regexp.MustCompile(`<w:tblDescription w:val="[^"]`).MatchString(table) {
			t.Errorf("table %d does not say what it holds", i+1)
		}
		all, _ := strconv.Atoi(regexp.MustCompile(`<w:tblW w:w="(\d+)"`).FindStringSubmatch(table)[1])
		sum := 0
		for _, m := range regexp.MustCompile(`<w:gridCol w:w="(\d+)"`).FindAllStringSubmatch(table, -1) {
			n, _ := strconv.Atoi(m[1])
			sum += n
		}
		if sum > all || all > 16838-2*1247 {
			t.Errorf("table %d is %d wide and its columns %d", i+1, all, sum)
		}
	}
	links := regexp.MustCompile(`w:anchor="(_Toc\d+)"`).FindAllStringSubmatch(document, -1)
	headings := strings.Count(document, `<w:pStyle w:val="Heading1"/>`)
	for _, m := range links {
		if strings.Count(document, `w:name="`+m[1]+`"`) != 1 {
			t.Errorf("the contents lead to %s, which is not there once", m[1])
		}
	}
	if len(tables) < 10 || len(links) < 8 || len(links) != headings {
		t.Errorf("there are %d tables, %d headings and %d lines of contents", len(tables), headings, len(links))
	}
	if n := strings.Count(document, `w:orient="landscape"`); n != 1 {
		t.Errorf("%d parts of the document lie on their side", n)
	}
}

// A share that is nearly nothing or nearly all is not shown as 0 or 100%, and stays the
// number that it is.
func TestSharesTellLessAndMore(t *testing.T) {
	for _, tt := range []struct {
		language, format string
		x                float64
		want             string
	}{
		{"nl", percentFormat, 0, "0%"}, {"nl", percentFormat, 1, "0%"}, {"nl", percentFormat, 0.5, "0%"}, {"nl", percentFormat, 0.006, "0%"},
		{"nl", percentFormat, 0.004, `[<0.005]"<1%";0%`}, {"nl", percentFormat, 0.996, `[>=0.995]">99%";0%`},
		{"nl", shareFormat, 0.0004, `[<0.0005]"<0,1%";0.0%`}, {"en", shareFormat, 0.9996, `[>=0.9995]">99.9%";0.0%`},
		{"en", shareFormat, 0.996, "0.0%"}, {"en", wholeFormat, 0.004, wholeFormat},
	} {
		l, err := locale.For(tt.language)
		if err != nil {
			t.Fatal(err)
		}
		b := &book{office: &office{view: newView(&Report{}, l)}, styles: bookStyles{formats: map[string]int{}}}
		b.formatted(tt.x, tt.format)
		if got := formatIn(b.styles.formats); got != tt.want {
			t.Errorf("%g in %s has the format %q, not %q", tt.x, tt.format, got, tt.want)
		}
	}
}

func formatIn(made map[string]int) string {
	for format := range made {
		return format
	}
	return ""
}

// What stands beside a figure in a table of text has a column of its own in a workbook:
// the figure itself is a number.
func TestMarksHaveColumns(t *testing.T) {
	l, err := locale.For("en")
	if err != nil {
		t.Fatal(err)
	}
	plain := 0.4
	r := &Report{Footnotes: []Footnote{{Text: "First."}, {Text: "Fewer than ten answered."}}, Sections: []Section{{Title: "S", grids: []grid{{
		head: []string{"Group", "Use"}, lines: [][]string{{"a", "50% AB (unweighted 40%) n = 8²"}, {"b", "×¹,²"}},
		figures: [][]*gridFigure{{nil, {value: 0.5, format: percentFormat, letters: "AB", unweighted: &plain}}},
	}}}}}
	f := open(t, render(t, XLSX(charts.Default()), r, l))
	rows, err := f.GetRows("T1.1 Group")
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range [][]string{
		{"Subject", "Use", "Use – unweighted", "Use – letters", "Use – note"},
		{"a", "50%", "40%", "AB", "Fewer than ten answered."}, {"b", "×", "", "", "First. Fewer than ten answered."},
	} {
		if !slices.Equal(rows[i], want) {
			t.Errorf("row %d is %q, not %q", i+1, rows[i], want)
		}
	}
	if kind, err := f.GetCellType("T1.1 Group", "B2"); err != nil || kind != 0 {
		t.Errorf("the figure is of type %v (%v)", kind, err)
	}
}

// The codebook in a workbook has every answer of every question, with who was asked.
func TestCodebookSheet(t *testing.T) {
	r, l := wholeByHand(t, "nl")
	f := open(t, render(t, XLSX(charts.Default()), r, l))
	rows, err := f.GetRows(l.OfficeWords().Codebook)
	if err != nil {
		t.Fatal(err)
	}
	want, based := 1, 0
	for _, q := range r.Study.Survey.Questions {
		want += max(1, len(q.Options))
	}
	for _, row := range rows[1:] {
		if len(row) > 4 && strings.Contains(row[4], "n = ") {
			based++
		}
	}
	if len(rows) != want || based == 0 {
		t.Errorf("the codebook has %d rows, not %d, and %d with a base", len(rows), want, based)
	}
}

func TestKeyFigure(t *testing.T) {
	for sentence, want := range map[string]string{
		"Dat geldt voor 92% (marge 65–99%).": "92%", "34,5% of 20 (a)": "34,5%", "48% en 11%": "", "Niets (48%).": "", "": "",
	} {
		if got := keyFigure(sentence); got != want {
			t.Errorf("%q has the key figure %q, not %q", sentence, got, want)
		}
	}
}

// A table on slides takes no more room than there is, whatever stands in it, and its
// figures are broken no more than in the smallest type.
func TestTablesStayOnTheirSlide(t *testing.T) {
	l, err := locale.For("nl")
	if err != nil {
		t.Fatal(err)
	}
	o := newOffice(&Report{}, l, charts.Default())
	for _, words := range []int{1, 8, 30} {
		g := grid{head: []string{"Onderwerp", "wat erover gezegd is", "n"}, words: 1}
		for i := range 25 {
			g.lines = append(g.lines, []string{fmt.Sprint("regel ", i), strings.Repeat("woorden ", words), "48% (39–57; 117)"})
		}
		pages, size := o.tablePages([]grid{g})
		lines := 0
		for _, page := range pages {
			table := o.gridTable([]grid{g})
			high := rowHeight(table, table.Header, size, boldLetter)
			for i := range page {
				for k := range page[i].lines {
					high += rowHeight(table, page[i].signed(k), size, cellLetter)
					lines++
				}
			}
			if high > ooxml.TallHeight {
				t.Errorf("%d words: a page of %.0f points high", words, high)
			}
		}
		if lines != 25 || size < leastTable {
			t.Errorf("%d words: %d lines in type of %g on %d pages", words, lines, size, len(pages))
		}
	}
}

// The slides of a study of which nothing may be shown have notes too.
func TestSlidesOfHiddenStudyHaveNotes(t *testing.T) {
	study, reading := hiddenStudy()
	l, err := locale.For("nl")
	if err != nil {
		t.Fatal(err)
	}
	all := parts(t, render(t, PPTX(charts.Default()), Build(study, reading, l, Whole()), l))
	if s, n := len(numberedParts(all, `^ppt/slides/slide(\d+)\.xml$`)), len(numberedParts(all, `^ppt/notesSlides/notesSlide(\d+)\.xml$`)); s != n || s < 2 {
		t.Errorf("%d slides have %d pages of notes", s, n)
	}
}

// Two figures in a cell are two columns of numbers in a workbook, what heads several
// columns says which it belongs to, and a note is no wider than what is printed.
func TestSpansAreColumns(t *testing.T) {
	l, err := locale.For("nl")
	if err != nil {
		t.Fatal(err)
	}
	low, high := 0.1, 0.3
	note := strings.Repeat("Een lange noot. ", 40)
	r := &Report{Sections: []Section{{Title: "S", grids: []grid{{
		head: []string{"Groep", "a", "toets", "b", "toets", "marge"}, lines: [][]string{{"x", "1", "p", "2", "q", "10–30%"}, {"y", "1", "p", "2", "q", "–"}},
		spans: []gridSpan{{column: 5, ends: [][2]*float64{{&low, &high}, {}}, format: percentFormat}}, notes: []string{note},
	}}}}}
	f := open(t, render(t, XLSX(charts.Default()), r, l))
	rows, err := f.GetRows("T1.1 Groep")
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range [][]string{
		{"Onderwerp", "a", "a – toets", "b", "b – toets", "marge – laagste", "marge – hoogste"}, {"x", "1", "p", "2", "q", "10%", "30%"}, {"y", "1", "p", "2", "q", "–"},
	} {
		if !slices.Equal(rows[i], want) {
			t.Errorf("row %d is %q, not %q", i+1, rows[i], want)
		}
	}
	var said []string
	for _, row := range rows[4:] {
		if n := utf8.RuneCountInString(row[0]); n > labelColumn+6*figureColumn {
			t.Errorf("a line of %d characters is cut off on paper: %q", n, row[0])
		}
		said = append(said, row[0])
	}
	if len(said) < 3 || strings.Join(said, " ") != strings.TrimSpace(note) {
		t.Errorf("the note is %q", said)
	}
}
