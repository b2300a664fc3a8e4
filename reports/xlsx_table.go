package reports

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"benchmark/analysis"
	"benchmark/reports/ooxml"
)

// bookStyles are the looks of cells by their number in the workbook.
type bookStyles struct {
	title, head, figureHead, strong, label, note, words, letters, link int
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
	// secondsFormat is of waits, which are hardly ever of minutes.
	secondsFormat = `0" s"`
	minutesFormat = `General" min"`
)

// makeStyles makes the looks of cells.
func (b *book) makeStyles() {
	add := func(s ooxml.Style) int { return b.file.Style(s) }
	head := ooxml.Style{Bold: true, Wrapped: true, Ruled: true}
	figureHead := head
	figureHead.Right = true
	b.styles = bookStyles{
		title:      add(ooxml.Style{Bold: true, Size: 18}),
		head:       add(head),
		figureHead: add(figureHead),
		strong:     add(ooxml.Style{Bold: true}),
		label:      add(ooxml.Style{Wrapped: true, Top: true}),
		note:       add(ooxml.Style{Colour: quietInk, Size: 10}),
		words:      add(ooxml.Style{Colour: quietInk, Italic: true, Size: 8, Right: true, Top: true, Wrapped: true}),
		letters:    add(ooxml.Style{Top: true}),
		link:       add(ooxml.Style{Colour: linkInk, Underlined: true, Wrapped: true, Top: true}),
		formats:    map[string]int{},
	}
}

// The colours of type as RRGGBB.
const (
	quietInk = "595F66"
	linkInk  = "12436D"
)

// formatted is the look of a number in a format. A share that is not 0 or 100% but
// would be rounded to it says that it is less or more, and is the same number.
func (b *book) formatted(x float64, format string) int {
	if decimals := strings.Count(format, "0") - 1; format == percentFormat || format == shareFormat {
		step := math.Pow(10, float64(-2-decimals))
		switch {
		case x > 0 && x < step/2:
			format = fmt.Sprintf(`[<%g]"<%s";%s`, step/2, b.l.Percent(step, decimals), format)
		case x < 1 && x >= 1-step/2:
			format = fmt.Sprintf(`[>=%g]">%s";%s`, 1-step/2, b.l.Percent(1-step, decimals), format)
		}
	}
	if _, made := b.styles.formats[format]; !made {
		b.styles.formats[format] = b.file.Style(ooxml.Style{Format: format, Top: true})
	}
	return b.styles.formats[format]
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
// group, the value and the letters of the groups that it exceeds; then for every
// group its interval and its bases. What is hidden is said in words.
func (b *book) tableSheet(id string, s *Section, t *analysis.Table, notes []string) {
	title := s.tableTitle(t, b.words)
	holds := s.Title
	if title != s.Title {
		holds += ": " + title
	}
	sheet := b.sheet(id+" "+title, b.said.Table+": "+holds)
	cells := make([][]jsonCell, len(t.Rows))
	for r := range t.Rows {
		for g := range t.Groups {
			cells[r] = append(cells[r], cellJSON(b.surveyed(), &t.Cells[r][g], t.Rows[r].Measure))
		}
	}
	columns := b.columnsOf(cells)
	widths(sheet, labelWidth, figureWidth, 1+len(t.Groups)*(len(columns)+1))
	w := &tableWriter{book: b, sheet: sheet, table: t, cells: cells, heads: unique{}, col: 2}
	sheet.Text(1, 1, w.heads.of(b.said.Answer), b.styles.head)
	for r := range t.Rows {
		sheet.Text(1, r+2, b.bookLabel(t, r), b.styles.label)
	}
	for g := range t.Groups {
		w.value(g, columns[0])
	}
	for r := range t.Rows {
		w.rowHigh(r)
	}
	sheet.Height(1, w.lines*pointsOfRow+2)
	read := w.col - 1
	for g := range t.Groups {
		w.details(g, columns[1:])
	}
	col := w.col
	last := len(t.Rows) + 1
	sheet.Table(col-1, 1, last)
	row := b.notes(sheet, last+2, b.tableTexts(t, notes), sheet.WidthOf(max(read, leastPrinted)))
	sheet.Print(max(read, leastPrinted), b.pictures(sheet, row, s, t))
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

// tableWriter writes the columns of a table on a sheet, from col on.
type tableWriter struct {
	*book
	sheet *ooxml.Sheet
	table *analysis.Table
	cells [][]jsonCell
	heads unique
	col   int
	// lines is how many lines the highest head takes.
	lines float64
}

// marked reports whether a group can have letters or signs.
func (w *tableWriter) marked(g int) bool {
	t := w.table
	return t.Letters != nil && t.Letter(g) != "" && t.Groups[g].Breakdown != analysis.UsersBreakdown ||
		t.Signs != nil && t.Groups[g].Breakdown != analysis.TotalBreakdown
}

// groupHead is the name of a group in the heads of its columns.
func (w *tableWriter) groupHead(g int) string { return shortened(w.groupLabel(w.table, g), 200) }

// wholeWords is the width in characters of a column in which no word of its head is
// broken, within reason, and at least another one.
func wholeWords(head string, least int) float64 {
	longest := 0
	for word := range strings.FieldsSeq(head) {
		longest = max(longest, utf8.RuneCountInString(word)+3)
	}
	return float64(max(least, min(longest, 2*figureWidth)))
}

// value writes the figures of a group and the letters of the groups that they
// exceed. These columns come first, so that the groups are read side by side.
func (w *tableWriter) value(g int, c bookColumn) {
	t := w.table
	w.sheet.Text(w.col, 1, w.heads.of(w.groupHead(g)), w.styles.figureHead)
	w.lines = math.Max(w.lines, wrappedLines(w.groupHead(g), figureWidth-1))
	w.sheet.Width(w.col, wholeWords(w.groupHead(g), figureWidth))
	for r := range t.Rows {
		if x := c.number(&w.cells[r][g]); x != nil {
			w.sheet.Number(w.col, r+2, *x, w.formatted(*x, formatOf(t, r, g, c)))
		} else {
			w.sheet.Text(w.col, r+2, w.absent(t.Cells[r][g].Status), w.styles.words)
		}
	}
	w.col++
	if !w.marked(g) {
		return
	}
	w.sheet.Text(w.col, 1, w.heads.of(w.groupHead(g)+" – "+w.said.Letters), w.styles.head)
	w.lines = math.Max(w.lines, wrappedLines(w.groupHead(g)+" – "+w.said.Letters, lettersWidth-1))
	w.sheet.Width(w.col, lettersWidth)
	for r := range t.Rows {
		w.sheet.Text(w.col, r+2, strings.TrimSpace(letters(t, r, g)+" "+w.arrows(t, r, g)), w.styles.letters)
	}
	w.col++
}

// absent says in a few words why there is no figure.
func (w *tableWriter) absent(s analysis.Status) string {
	words := w.l.ChartWords()
	switch s {
	case analysis.HiddenSmall, analysis.HiddenExtreme:
		return words.TooFew
	case analysis.HiddenOthers:
		return words.Protected
	case analysis.HiddenImprecise:
		return words.Imprecise
	case analysis.NotEstimated:
		return ""
	}
	return w.words.Status(s.String())
}

// Widths of the columns of a table of figures, in characters; words in the place
// of figures are set small.
const (
	labelWidth   = 44
	figureWidth  = 11
	lettersWidth = 9
	wordsWidth   = 14
)

// rowHigh makes a row high enough for its label and for words in it.
func (w *tableWriter) rowHigh(r int) {
	high(w.sheet, r+2, []string{w.bookLabel(w.table, r)}, labelWidth)
	for g := range w.table.Groups {
		if s := w.table.Cells[r][g].Status; s != analysis.Estimated && wrappedLines(w.absent(s), wordsWidth) > 1 {
			high(w.sheet, r+2, []string{w.absent(s)}, wordsWidth)
		}
	}
}

// details writes the interval and the bases of a group, in columns that can be
// folded away.
func (w *tableWriter) details(g int, columns []bookColumn) {
	for _, c := range columns {
		w.sheet.Text(w.col, 1, w.heads.of(w.groupHead(g)+" – "+c.head), w.styles.figureHead)
		for r := range w.table.Rows {
			if x := c.number(&w.cells[r][g]); x != nil {
				w.sheet.Number(w.col, r+2, *x, w.formatted(*x, formatOf(w.table, r, g, c)))
			}
		}
		w.fold()
	}
	w.remarks(g)
}

// remarks writes what must be known of single figures of a group, such as that few
// answered, beside them.
func (w *tableWriter) remarks(g int) {
	found := false
	for r := range w.table.Rows {
		e := &w.table.Cells[r][g]
		if e.Status != analysis.Estimated {
			continue
		}
		var marks []int
		for _, n := range e.Notes {
			marks = append(marks, w.marks(noteKeyOf(e, n))...)
		}
		if text := w.footnoted(marks); text != "" {
			w.sheet.Text(w.col, r+2, text, w.styles.letters)
			found = true
		}
	}
	if found {
		w.sheet.Text(w.col, 1, w.heads.of(w.groupHead(g)+" – "+w.said.Remark), w.styles.head)
		w.fold()
	}
}

// fold lets the column be folded away, and goes to the next.
func (w *tableWriter) fold() {
	w.sheet.Fold(w.col)
	w.col++
}

// footnoted are the texts of footnotes.
func (b *book) footnoted(marks []int) string {
	var said []string
	for _, n := range marks {
		if s := b.report.Footnotes[n-1].Text; !slices.Contains(said, s) {
			said = append(said, s)
		}
	}
	return strings.Join(said, " ")
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
