package reports

import (
	"fmt"
	"math"
	"strings"
	"unicode/utf8"

	"benchmark/charts"
	"benchmark/reports/ooxml"
)

// gridSheets writes a sheet for the tables of text of a section that stand together:
// a row for every line, first the columns as they are read, with numbers where they
// are, and then the interval and the base of each figure.
func (b *book) gridSheets(n, before int, s *Section) {
	for i, parts := range joined(s.grids) {
		title := b.gridTitle(parts, s.Title)
		holds := s.Title
		if title != s.Title {
			holds += ": " + title
		}
		sheet := b.sheet(fmt.Sprintf("%s%d.%d %s", b.said.TableLetter, n, before+i+1, title), b.said.Table+": "+holds)
		w := &gridWriter{book: b, sheet: sheet, parts: parts, heads: unique{}, col: 1, needs: map[int]float64{}}
		w.columns()
		read, last := w.read, w.lines()+1
		sheet.Table(w.col-1, 1, last)
		texts := append(cleanAll(s.Intro), gridNotes(parts)...)
		row := b.notes(sheet, last+2, append(texts, b.report.Notices...), sheet.WidthOf(max(read, leastPrinted)))
		if own := s.ownCharts(); i == 0 && len(own) > 0 {
			sheet.Break(row + 1)
			row = b.drawings(sheet, row, own)
		}
		sheet.Print(max(read, leastPrinted), row)
		b.lay(sheet, holds, true)
	}
}

// gridWriter writes the columns of tables that stand together, from col on.
type gridWriter struct {
	*book
	sheet *ooxml.Sheet
	parts []grid
	heads unique
	col   int
	// read is the last of the columns that are read; those after it can be folded
	// away.
	read int
	// needs is how many lines of text each row has room for, and headLines how many the
	// heads take.
	needs     map[int]float64
	headLines float64
}

// lines is the number of lines of all parts.
func (w *gridWriter) lines() int {
	n := 0
	for i := range w.parts {
		n += len(w.parts[i].lines)
	}
	return n
}

// each calls do for every line with its row on the sheet.
func (w *gridWriter) each(do func(g *grid, line, row int)) {
	row := 1
	for i := range w.parts {
		for k := range w.parts[i].lines {
			row++
			do(&w.parts[i], k, row)
		}
	}
}

// columns writes all columns.
func (w *gridWriter) columns() {
	first := &w.parts[0]
	if len(w.parts) > 1 {
		w.head(w.said.Part, w.styles.head, partColumn)
		w.each(func(g *grid, _, row int) {
			w.sheet.Text(w.col, row, g.named(), w.styles.label)
			w.room(row, g.named(), partColumn)
		})
		w.col++
	}
	w.head(w.corner(w.parts), w.styles.head, labelColumn)
	w.each(func(g *grid, line, row int) {
		w.sheet.Text(w.col, row, g.lines[line][0], w.styles.label)
		w.room(row, g.lines[line][0], labelColumn)
	})
	w.col++
	for c := 1; c < len(first.head); c++ {
		w.value(c)
	}
	w.read = w.col - 1
	for c := 1; c < len(first.head); c++ {
		w.details(c)
	}
	w.sheet.Height(1, w.headLines*pointsOfRow+2)
	w.each(func(_ *grid, _, row int) {
		if lines := w.needs[row]; lines > 1 {
			w.sheet.Height(row, lines*pointsOfRow)
		}
	})
}

// room makes a row high enough for a text in a column of a width, beside the others.
func (w *gridWriter) room(row int, text string, width float64) {
	w.needs[row] = math.Max(w.needs[row], wrappedLines(text, width-1))
}

// wordsWidth is the width of a column of words: that of its longest text, within limits.
func (w *gridWriter) wordsWidth(c int) float64 {
	width := float64(wordColumn)
	w.each(func(g *grid, line, _ int) {
		if g.figure(line, c) == nil {
			width = math.Max(width, math.Min(float64(utf8.RuneCountInString(g.lines[line][c])+2), widestColumn))
		}
	})
	return width
}

// head writes the head of the column at col, of a width in characters.
func (w *gridWriter) head(text string, style int, width float64) {
	text = w.heads.of(text)
	width = math.Max(width, wholeWords(text, 0))
	w.sheet.Text(w.col, 1, text, style)
	w.sheet.Width(w.col, width)
	w.headLines = math.Max(w.headLines, wrappedLines(text, width-1))
}

// Widths of the columns of a table of text, in characters.
const (
	partColumn   = 32
	labelColumn  = 38
	wordColumn   = 20
	widestColumn = 60
	figureColumn = 14
)

// value writes a column as it is read: numbers where a cell has one.
func (w *gridWriter) value(c int) {
	first := &w.parts[0]
	if s := first.span(c); s != nil {
		w.ends(c, s)
		return
	}
	words, style, width := c <= first.words, w.styles.figureHead, float64(figureColumn)
	if words {
		style, width = w.styles.head, w.wordsWidth(c)
	}
	w.head(first.headed(c), style, width)
	w.each(func(g *grid, line, row int) {
		f := g.figure(line, c)
		switch {
		case f != nil:
			w.sheet.Number(w.col, row, f.value, w.formatted(f.value, f.format))
		case words:
			w.sheet.Text(w.col, row, g.lines[line][c], w.styles.label)
			w.room(row, g.lines[line][c], width)
		default:
			text := withoutMarks(g.lines[line][c])
			w.sheet.Text(w.col, row, text, w.styles.words)
			w.room(row, text, figureColumn)
		}
	})
	w.col++
}

// ends writes a column of which the cells hold two figures as two columns.
func (w *gridWriter) ends(c int, s *gridSpan) {
	for which, head := range s.heads {
		if head == "" {
			head = w.parts[0].headed(c) + " – " + [2]string{w.said.Low, w.said.High}[which]
		}
		w.head(head, w.styles.figureHead, figureColumn)
		w.each(func(g *grid, line, row int) {
			if x := g.span(c).end(line, which); x != nil {
				w.sheet.Number(w.col, row, *x, w.formatted(*x, s.format))
			} else if which == 0 {
				w.sheet.Text(w.col, row, withoutMarks(g.lines[line][c]), w.styles.words)
			}
		})
		w.col++
	}
}

// headed is the head of a column, after the one that it belongs to where several have
// the same: the test of a change.
func (g *grid) headed(column int) string {
	count := func(head string) int {
		n := 0
		for _, h := range g.head[1:] {
			if strings.EqualFold(h, head) {
				n++
			}
		}
		return n
	}
	head := g.head[column]
	if count(head) < 2 {
		return head
	}
	for before := column - 1; before > 0; before-- {
		if count(g.head[before]) == 1 {
			return g.head[before] + " – " + head
		}
	}
	return head
}

// details writes the interval and the base of a column of figures, in columns that
// can be folded away.
func (w *gridWriter) details(c int) {
	for _, part := range []struct {
		head string
		of   func(f *gridFigure) (*float64, string)
	}{
		{w.said.Low, func(f *gridFigure) (*float64, string) { return f.low, f.format }},
		{w.said.High, func(f *gridFigure) (*float64, string) { return f.high, f.format }},
		{w.words.Columns().Base, func(f *gridFigure) (*float64, string) { return whole(f.base), wholeFormat }},
		{w.words.WeightedColumns().Unweighted, func(f *gridFigure) (*float64, string) { return f.unweighted, f.format }},
	} {
		found := false
		w.each(func(g *grid, line, row int) {
			f := g.figure(line, c)
			if f == nil {
				return
			}
			if x, format := part.of(f); x != nil {
				found = true
				w.sheet.Number(w.col, row, *x, w.formatted(*x, format))
			}
		})
		if !found {
			continue
		}
		w.head(w.parts[0].headed(c)+" – "+part.head, w.styles.figureHead, figureColumn)
		w.sheet.Fold(w.col)
		w.col++
	}
	w.beside(c, w.said.Letters, func(_ *grid, _ int, f *gridFigure) string {
		if f == nil {
			return ""
		}
		return f.letters
	})
	w.beside(c, w.said.Remark, func(g *grid, line int, _ *gridFigure) string { return w.footnoted(raisedIn(g.lines[line][c])) })
}

// beside writes what stands beside the figures of a column in a column of its own;
// none where there is nothing.
func (w *gridWriter) beside(c int, head string, of func(g *grid, line int, f *gridFigure) string) {
	found := false
	w.each(func(g *grid, line, row int) {
		if s := of(g, line, g.figure(line, c)); s != "" {
			found = true
			w.sheet.Text(w.col, row, s, w.styles.letters)
		}
	})
	if found {
		w.head(w.parts[0].headed(c)+" – "+head, w.styles.head, figureColumn)
		w.sheet.Fold(w.col)
		w.col++
	}
}

// pictureColumns is about how wide a picture is, in characters of columns.
const pictureColumns = 100

// drawings puts charts that have no form in Excel below each other, each on a page of its
// own on paper, and returns the row after them.
func (b *book) drawings(sheet *ooxml.Sheet, row int, all []*charts.Chart) int {
	first := row
	for _, c := range all {
		if native(c) || c.Empty != "" || c.Kind == charts.Heat {
			continue
		}
		p := b.picture(c)
		if p == nil {
			row = b.notes(sheet, row, []string{b.alt(c)}, pictureColumns)
			continue
		}
		if row > first {
			sheet.Break(row + 1)
		}
		sheet.Text(1, row+1, clean(c.Title), b.styles.strong)
		sheet.Picture(p, 1, row+2, pictureScale)
		row = b.notes(sheet, row+4+int(p.Height*pictureScale/pointsOfRow), append(b.remarks(c), clean(c.Source)), pictureColumns)
	}
	return row
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
