package reports

import (
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"

	"benchmark/analysis"
)

// bookStyles are the looks of cells by their number in the workbook.
type bookStyles struct {
	title, head, strong, label, note, words, letters, link int
	// formats are the looks of numbers by their format.
	formats map[string]int
}

// The formats of numbers.
const (
	shareFormat  = "0.0%"
	wholeFormat  = "#,##0"
	tenthFormat  = "#,##0.0"
	looseFormat  = "General"
	numberFormat = "#,##0.00"
)

// makeStyles makes the looks of cells.
func (b *book) makeStyles() {
	wrap := &excelize.Alignment{WrapText: true, Vertical: "top"}
	line := []excelize.Border{{Type: "bottom", Color: "1B1C1F", Style: 1}}
	b.styles = bookStyles{
		title:   b.style(&excelize.Style{Font: &excelize.Font{Bold: true, Size: 18, Family: officeFont}}),
		head:    b.style(&excelize.Style{Font: &excelize.Font{Bold: true, Family: officeFont}, Alignment: &excelize.Alignment{WrapText: true, Vertical: "bottom"}, Border: line}),
		strong:  b.style(&excelize.Style{Font: &excelize.Font{Bold: true, Family: officeFont}}),
		label:   b.style(&excelize.Style{Alignment: wrap}),
		note:    b.style(&excelize.Style{Font: &excelize.Font{Color: "595F66", Size: 10, Family: officeFont}}),
		words:   b.style(&excelize.Style{Font: &excelize.Font{Color: "595F66", Italic: true, Family: officeFont}, Alignment: &excelize.Alignment{Horizontal: "right", Vertical: "top", WrapText: true}}),
		letters: b.style(&excelize.Style{Alignment: &excelize.Alignment{Vertical: "top"}}),
		link:    b.style(&excelize.Style{Font: &excelize.Font{Color: "12436D", Underline: "single", Family: officeFont}, Alignment: wrap}),
		formats: map[string]int{},
	}
	for _, f := range []string{shareFormat, percentFormat, wholeFormat, tenthFormat, looseFormat, numberFormat} {
		b.styles.formats[f] = b.style(&excelize.Style{CustomNumFmt: &f, Alignment: &excelize.Alignment{Vertical: "top"}})
	}
}

func (b *book) style(s *excelize.Style) int {
	id, err := b.file.NewStyle(s)
	b.do(err)
	return id
}

// bookColumn is a column of figures that every group of a table has.
type bookColumn struct {
	// head follows the name of the group; empty for the value itself.
	head string
	// number is the figure in a cell, or nil.
	number func(j *jsonCell) *float64
	// base columns count answers.
	base bool
}

func whole(n *int) *float64 {
	if n == nil {
		return nil
	}
	x := float64(*n)
	return &x
}

// columnsOf are the columns of figures of a table: those that a group has a
// number in.
func (b *book) columnsOf(cells [][]jsonCell) []bookColumn {
	heads := b.words.WeightedColumns()
	all := []bookColumn{
		{"", func(j *jsonCell) *float64 { return j.Value }, false},
		{b.said.Low, func(j *jsonCell) *float64 { return j.Low }, false},
		{b.said.High, func(j *jsonCell) *float64 { return j.High }, false},
		{b.words.Columns().Base, func(j *jsonCell) *float64 { return whole(j.Base) }, true},
		{heads.Unweighted, func(j *jsonCell) *float64 { return j.Unweighted }, false},
		{heads.WeightedBase, func(j *jsonCell) *float64 { return j.WeightedBase }, true},
		{heads.EffectiveBase, func(j *jsonCell) *float64 { return j.EffectiveBase }, true},
	}
	used := all[:1]
	for _, c := range all[1:] {
		if anyNumber(cells, c) {
			used = append(used, c)
		}
	}
	return used
}

func anyNumber(cells [][]jsonCell, c bookColumn) bool {
	for _, row := range cells {
		for g := range row {
			if c.number(&row[g]) != nil {
				return true
			}
		}
	}
	return false
}

// tableSheet writes a table of figures: a row for each of its rows and, for every
// group, the value, the letters of the groups that it exceeds, its interval and
// its bases. What is hidden is said in words.
func (b *book) tableSheet(id string, s *Section, t *analysis.Table, notes []string) {
	if b.err != nil {
		return
	}
	title := tableTitle(t, b.words)
	holds := s.Title
	if title != s.Title {
		holds += ": " + title
	}
	sheet := b.sheet(id+" "+title, b.said.Table+": "+holds)
	cells := make([][]jsonCell, len(t.Rows))
	for r := range t.Rows {
		for g := range t.Groups {
			cells[r] = append(cells[r], cellJSON(b.report.Study.Survey, &t.Cells[r][g], t.Rows[r].Measure))
		}
	}
	columns := b.columnsOf(cells)
	heads := unique{}
	b.text(sheet, 1, 1, heads.of(b.said.Answer), b.styles.head)
	for r := range t.Rows {
		b.text(sheet, 1, r+2, b.bookLabel(t, r), b.styles.label)
	}
	col := 2
	for g := range t.Groups {
		col = b.group(sheet, col, t, g, cells, columns, heads)
	}
	last := len(t.Rows) + 1
	b.named(sheet, col-1, 1, last)
	b.widths(sheet, 44, 11, col-1)
	row := b.notes(sheet, last+2, b.tableTexts(t, notes))
	b.pictures(sheet, row, s, t)
	b.lay(sheet, holds, true)
}

// bookLabel is the label of a row; a share of answers says so.
func (b *book) bookLabel(t *analysis.Table, r int) string {
	label := rowLabel(t, r, b.words)
	if t.Rows[r].Measure == analysis.ShareOfAnswers {
		label += ", " + b.words.Columns().OfAnswers
	}
	return label
}

// tableTexts are the sentences below a table: the question, who it was put to,
// what the tests found, and the remarks on the question's data.
func (b *book) tableTexts(t *analysis.Table, notes []string) []string {
	texts := []string{clean(t.Text), b.base(t)}
	texts = append(texts, b.tests(t)...)
	texts = append(texts, notes...)
	for _, n := range b.tableMarks(t) {
		texts = append(texts, b.report.Footnotes[n-1].Text)
	}
	return append(texts, b.report.Notices...)
}

// group writes the columns of a group from a column on and returns the one after
// them.
func (b *book) group(sheet string, col int, t *analysis.Table, g int, cells [][]jsonCell, columns []bookColumn, heads unique) int {
	label := shortened(b.groupLabel(t, g), 200)
	for i, c := range columns {
		head := label
		if c.head != "" {
			head += " – " + c.head
		}
		b.text(sheet, col, 1, heads.of(head), b.styles.head)
		for r := range t.Rows {
			if x := c.number(&cells[r][g]); x != nil {
				b.number(sheet, col, r+2, *x, b.styles.formats[formatOf(t, r, g, c)])
			} else if i == 0 {
				b.text(sheet, col, r+2, b.words.Status(cells[r][g].Status), b.styles.words)
			}
		}
		if i > 0 && b.err == nil {
			name, err := excelize.ColumnNumberToName(col)
			b.do(err)
			b.do(b.file.SetColOutlineLevel(sheet, name, 1))
		}
		col++
		if i == 0 && t.Letters != nil {
			b.text(sheet, col, 1, heads.of(label+" – "+b.said.Letters), b.styles.head)
			for r := range t.Rows {
				b.text(sheet, col, r+2, strings.TrimSpace(letters(t, r, g)+" "+b.arrows(t, r, g)), b.styles.letters)
			}
			col++
		}
	}
	return col
}

// formatOf is the format of a figure: percentages with a decimal where the table
// of a report has one.
func formatOf(t *analysis.Table, r, g int, c bookColumn) string {
	if c.base {
		return wholeFormat
	}
	e := &t.Cells[r][g]
	switch t.Rows[r].Measure {
	case analysis.Share, analysis.ShareOfSample, analysis.ShareOfPopulation, analysis.ShareOfAnswers:
		if decimals(e.Base) == 0 {
			return percentFormat
		}
		return shareFormat
	case analysis.Count:
		return wholeFormat
	case analysis.Mean, analysis.TrimmedMean, analysis.Total:
		return tenthFormat
	case analysis.Ratio:
		return numberFormat
	}
	return looseFormat
}

// unique makes the heads of a table different, without regard to case, as Excel
// wants them.
type unique map[string]bool

func (u unique) of(head string) string {
	name := head
	for n := 2; u[strings.ToLower(name)]; n++ {
		name = fmt.Sprintf("%s (%d)", head, n)
	}
	u[strings.ToLower(name)] = true
	return name
}
