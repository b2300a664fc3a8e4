package reports

import (
	"fmt"
	"io"
	"math"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

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
		b := &book{office: newOffice(r, l, theme), taken: map[string]bool{}}
		b.file = ooxml.Workbook{Properties: b.properties(), Font: officeFont, Accents: b.accents()}
		b.makeStyles()
		b.fill()
		if err := b.file.Write(w); err != nil {
			return fmt.Errorf("making the workbook: %w", err)
		}
		return nil
	}
}

// book lays a report out as a workbook.
type book struct {
	*office
	file   ooxml.Workbook
	styles bookStyles
	// taken are the names of sheets so far, in lower case.
	taken map[string]bool
	index []indexLine
}

// indexLine is a line of the list of sheets.
type indexLine struct {
	sheet       *ooxml.Sheet
	name, holds string
}

// fill writes the sheets, the list of them first.
func (b *book) fill() {
	contents := b.file.Sheet(b.name(b.said.Contents))
	for i := range b.report.Sections {
		b.section(i+1, &b.report.Sections[i])
	}
	b.sentences()
	b.codebook()
	b.account()
	b.contents(contents)
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
func (b *book) sheet(wanted, holds string) *ooxml.Sheet {
	name := b.name(wanted)
	s := b.file.Sheet(name)
	b.index = append(b.index, indexLine{s, name, holds})
	return s
}

// high makes a row high enough for texts that are wrapped in columns of a width
// in characters, which not every program does by itself.
func high(s *ooxml.Sheet, row int, texts []string, width float64) {
	lines := 1.0
	for _, text := range texts {
		lines = math.Max(lines, wrappedLines(text, width))
	}
	if lines > 1 {
		s.Height(row, lines*pointsOfRow)
	}
}

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

// header writes the header row of a sheet; heads must be different.
func (b *book) header(s *ooxml.Sheet, row int, heads []string) {
	for i, h := range heads {
		s.Text(i+1, row, h, b.styles.head)
	}
}

// lay freezes the header and the labels of a sheet where asked, and prints on every page
// what it holds and the title of the report.
func (b *book) lay(s *ooxml.Sheet, holds string, freeze bool) {
	s.Frozen, s.Header, s.Footer = freeze, shortened(holds, 180), shortened(b.report.Title, 100)
}

// leastPrinted is the least number of columns that are printed.
const leastPrinted = 6

// notes writes paragraphs below each other and returns the row after them. One that is
// wider than what is printed goes on in the rows below it: a cell would cut it off, and
// wrapped in the first column it would be a tower.
func (b *book) notes(sheet *ooxml.Sheet, row int, texts []string, width float64) int {
	for _, s := range texts {
		if s == "" {
			continue
		}
		for _, line := range wrap(s, int(width)) {
			sheet.Text(1, row, line, b.styles.note)
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
	c = b.withoutHidden(c)
	holds := b.said.Chart + ": " + clean(c.Title)
	about := tableName(b, s, c)
	sheet := b.sheet(id+" "+about, holds)
	p := b.plot(c, c.Rows)
	p.Title, p.Size = clean(c.Title), 10
	height := max(plotHeightOf(p)+60, 200)
	columns := p.Columns()
	sheet.Figures(p, b.styles.head, b.styles.figureHead)
	sheet.Chart(p, columns+2, 2, chartWidth, height)
	sheet.Table(columns, 1, len(p.Categories)+1)
	sheet.Width(1, categoryWidth(p.Categories))
	lines := 1.0
	for i, head := range p.Heads() {
		width := wholeWords(head, figureWidth+1)
		sheet.Width(i+2, width)
		lines = math.Max(lines, wrappedLines(head, width-1))
	}
	sheet.Height(1, lines*pointsOfRow+2)
	row := max(len(p.Categories)+3, int(height/pointsOfRow)+4)
	b.notes(sheet, row, append([]string{clean(c.Subtitle)}, append(b.remarks(c), clean(c.Source))...), sheet.WidthOf(columns)+chartWidth/pointsOfLetter)
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

// widths sets the width of the labels and of the other columns, in characters.
func widths(s *ooxml.Sheet, first, others float64, columns int) {
	s.Width(1, first)
	for col := 2; col <= columns; col++ {
		s.Width(col, others)
	}
}

// pictures puts the charts of a table that have no form in Excel below its
// figures, and returns the row after them.
func (b *book) pictures(sheet *ooxml.Sheet, row int, s *Section, t *analysis.Table) int {
	var own []*charts.Chart
	for i := range s.Charts {
		if s.Charts[i].Table == t.ID {
			own = append(own, &s.Charts[i])
		}
	}
	return b.drawings(sheet, row, own)
}

// pictureScale shows a picture of a slide as wide as the columns that are printed.
const pictureScale = 0.63
