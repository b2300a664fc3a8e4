package reports

import (
	"bytes"
	"fmt"
	"io"
	"math"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"benchmark/analysis"
	"benchmark/charts"
	"benchmark/reports/ooxml"
	"benchmark/survey/locale"
)

// XLSX returns the renderer of a workbook in the colours of a theme: a first
// sheet with the findings and the list of sheets, a sheet for every chart with
// its figures and one for every table, the codebook, and how the figures came
// about. Figures are numbers at full precision, and nothing is a formula.
func XLSX(theme charts.Theme) Renderer {
	return func(w io.Writer, r *Report, l *locale.Locale) error {
		b := &book{office: newOffice(r, l, theme), file: excelize.NewFile(), taken: map[string]bool{}}
		defer func() { _ = b.file.Close() }() // it holds no file on the disk
		if err := b.fill(); err != nil {
			return fmt.Errorf("making the workbook: %w", err)
		}
		var packed bytes.Buffer
		if err := b.file.Write(&packed); err != nil {
			return fmt.Errorf("making the workbook: %w", err)
		}
		settled, err := ooxml.Settle(packed.Bytes())
		if err != nil {
			return err
		}
		_, err = w.Write(settled)
		return err
	}
}

// book lays a report out as a workbook. The first error is kept, and nothing is
// written after it.
type book struct {
	*office
	file   *excelize.File
	styles bookStyles
	// taken are the names of sheets so far, in lower case.
	taken map[string]bool
	index []indexLine
	// tables counts the named tables.
	tables int
	err    error
}

// indexLine is a line of the list of sheets.
type indexLine struct{ sheet, holds string }

func (b *book) fill() error {
	b.do(b.file.SetDefaultFont(officeFont))
	b.makeStyles()
	contents := b.name(b.said.Contents)
	b.do(b.file.SetSheetName("Sheet1", contents))
	for i := range b.report.Sections {
		b.section(i+1, &b.report.Sections[i])
	}
	b.sentences()
	b.codebook()
	b.account()
	b.contents(contents)
	p := b.properties()
	b.do(b.file.SetDocProps(&excelize.DocProperties{
		Title: p.Title, Subject: p.Subject, Creator: p.Creator, Description: p.Description, Language: p.Language,
		Created: "1980-01-01T00:00:00Z", Modified: "1980-01-01T00:00:00Z", LastModifiedBy: p.Creator,
	}))
	return b.err
}

// do keeps the first error.
func (b *book) do(err error) {
	if b.err == nil {
		b.err = err
	}
}

// section writes the sheets of a section: charts, which compare, and tables.
func (b *book) section(n int, s *Section) {
	for i := range s.Charts {
		if c := &s.Charts[i]; native(c) {
			b.chartSheet(fmt.Sprintf("%s%d.%d", b.said.ChartLetter, n, i+1), s, c)
		}
	}
	for i, t := range s.Tables {
		b.tableSheet(fmt.Sprintf("%s%d.%d", b.said.TableLetter, n, i+1), s, t, s.Notes[i])
	}
	b.gridSheets(n, len(s.Tables), s)
}

// longestSheet is the number of characters, as UTF-16 counts them, that Excel
// allows in the name of a sheet.
const longestSheet = 31

// name returns a name for a sheet that Excel allows and that is not taken.
func (b *book) name(wanted string) string {
	wanted = strings.Map(func(r rune) rune {
		if strings.ContainsRune(`[]:*?/\`, r) {
			return '-'
		}
		return r
	}, strings.ReplaceAll(clean(wanted), ": ", ", "))
	for n := 1; ; n++ {
		suffix := ""
		if n > 1 {
			suffix = fmt.Sprintf(" (%d)", n)
		}
		name := strings.Trim(shortened(wanted, longestSheet-len(suffix)), "' ") + suffix
		if name != "" && !b.taken[strings.ToLower(name)] {
			b.taken[strings.ToLower(name)] = true
			return name
		}
	}
}

// shortened cuts text to a length in UTF-16 units, with an ellipsis where
// something is left out.
func shortened(s string, most int) string {
	if len(utf16.Encode([]rune(s))) <= most {
		return s
	}
	length := 1 // the ellipsis
	for i, r := range s {
		if length += utf16.RuneLen(r); length > most {
			return strings.TrimRight(s[:i], " ") + "…"
		}
	}
	return s
}

// sheet adds a sheet that is listed in the contents.
func (b *book) sheet(wanted, holds string) string {
	name := b.name(wanted)
	if b.err == nil {
		_, err := b.file.NewSheet(name)
		b.do(err)
	}
	b.index = append(b.index, indexLine{name, holds})
	return name
}

// cell names a cell by its column and row, both from 1.
func cell(col, row int) string {
	name, _ := excelize.CoordinatesToCellName(col, row) // fails for numbers below 1 alone
	return name
}

// text writes text, which is never taken for a formula.
func (b *book) text(sheet string, col, row int, s string, style int) {
	if b.err != nil || s == "" {
		return
	}
	b.do(b.file.SetCellStr(sheet, cell(col, row), s))
	b.do(b.file.SetCellStyle(sheet, cell(col, row), cell(col, row), style))
}

// high makes a row high enough for texts that are wrapped in columns of a width
// in characters, which not every program does by itself.
func (b *book) high(sheet string, row int, texts []string, width float64) {
	lines := 1.0
	for _, s := range texts {
		lines = math.Max(lines, wrappedLines(s, width))
	}
	if b.err == nil && lines > 1 {
		b.do(b.file.SetRowHeight(sheet, row, math.Min(lines*pointsOfRow, highestRow)))
	}
}

// highestRow is the largest height of a row in points that Excel has.
const highestRow = 409

// wrappedLines estimates how many lines a text takes in a column: words are not
// broken unless they are longer than it.
func wrappedLines(s string, width float64) float64 {
	lines, used := 1.0, 0.0
	for _, word := range strings.Fields(s) {
		n := float64(utf8.RuneCountInString(word))
		if used > 0 && used+1+n > width {
			lines, used = lines+1, 0
		}
		lines += math.Ceil(n/width) - 1
		used += n + 1
	}
	return lines
}

// number writes a number at full precision.
func (b *book) number(sheet string, col, row int, x float64, style int) {
	if b.err != nil {
		return
	}
	b.do(ooxml.SetNumber(b.file, sheet, cell(col, row), x))
	b.do(b.file.SetCellStyle(sheet, cell(col, row), cell(col, row), style))
}

// header writes the header row of a sheet; heads must be different.
func (b *book) header(sheet string, row int, heads []string) {
	for i, h := range heads {
		b.text(sheet, i+1, row, h, b.styles.head)
	}
}

// named makes a named table of rows of a sheet; the first is its header.
func (b *book) named(sheet string, columns, from, to int) {
	if b.err != nil || to <= from {
		return
	}
	b.tables++
	stripes := false
	b.do(b.file.AddTable(sheet, &excelize.Table{
		Range: cell(1, from) + ":" + cell(columns, to), Name: fmt.Sprintf("Table%d", b.tables),
		StyleName: "TableStyleLight1", ShowFirstColumn: true, ShowRowStripes: &stripes,
	}))
}

// lay freezes the header and the labels of a sheet, and prints it on pages as
// wide as the sheet, each with the header.
func (b *book) lay(sheet string, holds string, freeze bool) {
	if b.err != nil {
		return
	}
	if freeze {
		b.do(b.file.SetPanes(sheet, &excelize.Panes{Freeze: true, XSplit: 1, YSplit: 1, TopLeftCell: "B2", ActivePane: "bottomRight"}))
		b.do(b.file.SetDefinedName(&excelize.DefinedName{
			Name: "_xlnm.Print_Titles", RefersTo: sheetRef(sheet) + "!$1:$1", Scope: sheet,
		}))
	}
	fit, landscape, paper, wide, high := true, "landscape", 9, 1, 0
	b.do(b.file.SetSheetProps(sheet, &excelize.SheetPropsOptions{FitToPage: &fit}))
	b.do(b.file.SetPageLayout(sheet, &excelize.PageLayoutOptions{Orientation: &landscape, Size: &paper, FitToWidth: &wide, FitToHeight: &high}))
	plain := strings.NewReplacer("&", "&&")
	b.do(b.file.SetHeaderFooter(sheet, &excelize.HeaderFooterOptions{
		OddHeader: "&L" + plain.Replace(shortened(holds, 180)), OddFooter: "&L" + plain.Replace(shortened(b.report.Title, 100)) + "&R&P / &N",
	}))
}

// printed says which columns and rows of a sheet are printed.
func (b *book) printed(sheet string, columns, rows int) {
	if b.err != nil {
		return
	}
	last, err := excelize.CoordinatesToCellName(columns, rows, true)
	b.do(err)
	b.do(b.file.SetDefinedName(&excelize.DefinedName{
		Name: "_xlnm.Print_Area", RefersTo: sheetRef(sheet) + "!$A$1:" + last, Scope: sheet,
	}))
}

// sheetRef is the name of a sheet as references write it.
func sheetRef(sheet string) string { return "'" + strings.ReplaceAll(sheet, "'", "''") + "'" }

// leastPrinted is the least number of columns that are printed.
const leastPrinted = 6

// wide is how wide the first columns of a sheet are together, in characters.
func (b *book) wide(sheet string, columns int) float64 {
	all := 0.0
	for i := 1; i <= columns && b.err == nil; i++ {
		name, err := excelize.ColumnNumberToName(i)
		b.do(err)
		width, err := b.file.GetColWidth(sheet, name)
		b.do(err)
		all += width
	}
	return all
}

// notes writes paragraphs below each other and returns the row after them. One that is
// wider than what is printed goes on in the rows below it: a cell would cut it off, and
// wrapped in the first column it would be a tower.
func (b *book) notes(sheet string, row int, texts []string, width float64) int {
	for _, s := range texts {
		if s == "" {
			continue
		}
		for _, line := range wrap(s, int(width)) {
			b.text(sheet, 1, row, line, b.styles.note)
			row++
		}
	}
	return row
}

// pointsOfRow is the height of a row in points, by which what stands below a
// chart is placed.
const pointsOfRow = 14.5

// chartSheet writes the figures of a chart and, beside them, the chart.
func (b *book) chartSheet(id string, s *Section, c *charts.Chart) {
	if b.err != nil {
		return
	}
	c = b.withoutHidden(c)
	holds := b.said.Chart + ": " + clean(c.Title)
	about := tableName(b, s, c)
	sheet := b.sheet(id+" "+about, holds)
	p := b.plot(c, c.Rows)
	p.Title, p.Size = clean(c.Title), 10
	height := max(plotHeightOf(p)+60, 200)
	b.do(p.Into(b.file, sheet, cell(p.Columns()+2, 2), chartWidth, height))
	columns := p.Columns()
	b.restyle(sheet, 1, columns)
	b.named(sheet, columns, 1, len(p.Categories)+1)
	b.widths(sheet, categoryWidth(p.Categories), 12, columns)
	row := max(len(p.Categories)+3, int(height/pointsOfRow)+4)
	b.notes(sheet, row, append([]string{clean(c.Subtitle)}, append(b.remarks(c), clean(c.Source))...), b.wide(sheet, columns)+chartWidth/pointsOfLetter)
	b.lay(sheet, holds, true)
}

// categoryWidth is the width of a column of names, in characters.
func categoryWidth(names []string) float64 {
	const least, most = 36, 64
	longest := 0
	for _, s := range names {
		longest = max(longest, utf8.RuneCountInString(s)+1)
	}
	return float64(min(max(longest, least), most))
}

// chartWidth is the width of a chart on a sheet and pointsOfLetter that of a character
// of a column, in points.
const (
	chartWidth     = 620
	pointsOfLetter = 5.5
)

// tableName names what a chart is about for its sheet: the channel or title of
// its table, the topic, or else its headline.
func tableName(b *book, s *Section, c *charts.Chart) string {
	if t := b.table(c); t != nil {
		return s.tableTitle(t, b.words)
	}
	if c.Topic == "" {
		return clean(c.Title)
	}
	return b.words.Topic(string(c.Topic))
}

// headLines is the number of lines that the heads of a table of figures have
// room for.
const headLines = 3

// restyle sets the look of a header row that is written.
func (b *book) restyle(sheet string, row, columns int) {
	if b.err == nil {
		b.do(b.file.SetCellStyle(sheet, cell(1, row), cell(columns, row), b.styles.head))
		b.do(b.file.SetRowHeight(sheet, row, headLines*pointsOfRow))
	}
}

// widths sets the width of the labels and of the other columns, in characters.
func (b *book) widths(sheet string, first, others float64, columns int) {
	if b.err != nil {
		return
	}
	b.do(b.file.SetColWidth(sheet, "A", "A", first))
	if columns > 1 {
		last, err := excelize.ColumnNumberToName(columns)
		b.do(err)
		b.do(b.file.SetColWidth(sheet, "B", last, others))
	}
}

// pictures puts the charts of a table that have no form in Excel below its
// figures, and returns the row after them.
func (b *book) pictures(sheet string, row int, s *Section, t *analysis.Table) int {
	var own []*charts.Chart
	for i := range s.Charts {
		if s.Charts[i].Table == t.ID {
			own = append(own, &s.Charts[i])
		}
	}
	return b.drawings(sheet, row, own)
}

// pictureScale shows a picture of a slide as wide as the columns that are printed;
// its points are half a pixel of it.
const pictureScale = 0.42
