package ooxml

import (
	"fmt"
	"math"
	"strings"
	"unicode/utf16"
)

// Sheet is a worksheet in the making, printed on A4 on its side as wide as the page.
// Rows and columns are counted from 1.
type Sheet struct {
	// Header stands above every page and Footer below it, beside the number of the page;
	// no header, no number.
	Header, Footer string
	// Frozen keeps the first row and column in sight, and prints the row on every page.
	Frozen bool

	name    string
	book    *Workbook
	rows    []sheetRow
	columns []sheetColumn
	tables  []sheetTable
	links   []sheetLink
	drawn   []sheetDrawing
	// breaks are the rows after which a new page begins.
	breaks []int
	// printed is the last cell that is printed; the zero one leaves it to Excel.
	printed corner
	err     error
}

// corner is a cell at the corner of an area.
type corner struct{ column, row int }

// sheetRow is a row with its cells from the first column on. Its height is in points; 0
// leaves it to Excel.
type sheetRow struct {
	height float64
	cells  []sheetCell
}

// sheetCell holds a number, or the number of a text.
type sheetCell struct {
	x     float64
	text  int32
	style int16
	holds cellKind
}

type cellKind uint8

const (
	holdsNothing cellKind = iota
	holdsText
	holdsNumber
)

// sheetColumn is the look of a column. Its width is in characters; 0 is defaultWidth.
type sheetColumn struct {
	width  float64
	folded bool
}

// sheetTable is a named table from the first column on; its first row is its header.
type sheetTable struct{ number, columns, from, to int }

// sheetLink leads from a cell to the first cell of a sheet.
type sheetLink struct {
	corner
	to *Sheet
}

// The limits of Excel: https://support.microsoft.com/en-us/office/1672b34d-7043-467e-8e27-269d656771c3
const (
	mostRows    = 1 << 20
	mostColumns = 1 << 14
	// longestText is in UTF-16 units, as are the heads of tables.
	longestText = 32767
	longestHead = 255
	// highestRow is the largest height of a row in points.
	highestRow = 409
)

// defaultWidth is the width of a column that was given none, in characters.
const defaultWidth = 9.140625

// at returns a cell to fill, or nil beyond the limits of Excel, which Write tells.
func (s *Sheet) at(col, row int) *sheetCell {
	if col > mostColumns || row > mostRows {
		if s.err == nil {
			s.err = fmt.Errorf("the sheet %q is larger than Excel allows, which is %d rows of %d columns: ask for fewer groups, or another form", s.name, mostRows, mostColumns)
		}
		return nil
	}
	r := s.row(row)
	if n := col - len(r.cells); n > 0 {
		r.cells = append(r.cells, make([]sheetCell, n)...)
	}
	return &r.cells[col-1]
}

func (s *Sheet) row(n int) *sheetRow {
	if more := n - len(s.rows); more > 0 {
		s.rows = append(s.rows, make([]sheetRow, more)...)
	}
	return &s.rows[n-1]
}

func (s *Sheet) column(n int) *sheetColumn {
	if more := n - len(s.columns); more > 0 {
		s.columns = append(s.columns, make([]sheetColumn, more)...)
	}
	return &s.columns[n-1]
}

// Text writes text, which stays text whatever it begins with, in a style of the
// workbook. Empty text leaves the cell as it is; of a text longer than 32,767 UTF-16
// units the rest is left out.
func (s *Sheet) Text(col, row int, text string, style int) {
	if text == "" {
		return
	}
	if c := s.at(col, row); c != nil {
		if c.holds != holdsText {
			s.book.cells++
		}
		*c = sheetCell{text: s.book.number(cut(text, longestText)), style: int16(style), holds: holdsText} //nolint:gosec // styles are few
	}
}

// Number writes a number with every digit that it takes to read it back. What is no
// finite number leaves the cell as it is.
func (s *Sheet) Number(col, row int, x float64, style int) {
	if math.IsNaN(x) || math.IsInf(x, 0) {
		return
	}
	if c := s.at(col, row); c != nil {
		*c = sheetCell{x: x, style: int16(style), holds: holdsNumber} //nolint:gosec // styles are few
	}
}

// cut shortens text to a number of UTF-16 units.
func cut(s string, most int) string {
	if len(s) <= most {
		return s
	}
	length := 0
	for i, r := range s {
		if length += utf16.RuneLen(r); length > most {
			return s[:i]
		}
	}
	return s
}

// Width sets the width of a column in characters.
func (s *Sheet) Width(col int, width float64) {
	if col <= mostColumns {
		s.column(col).width = width
	}
}

// WidthOf is how wide the columns from the first to one are together, in characters.
func (s *Sheet) WidthOf(last int) float64 {
	all := 0.0
	for i := range last {
		if i < len(s.columns) && s.columns[i].width > 0 {
			all += s.columns[i].width
		} else {
			all += defaultWidth
		}
	}
	return all
}

// Fold lets a column be folded away.
func (s *Sheet) Fold(col int) {
	if col <= mostColumns {
		s.column(col).folded = true
	}
}

// Height sets the height of a row in points, of at most highestRow.
func (s *Sheet) Height(row int, points float64) {
	if row <= mostRows {
		s.row(row).height = math.Min(points, highestRow)
	}
}

// Break begins a new page before a row.
func (s *Sheet) Break(row int) { s.breaks = append(s.breaks, row-1) }

// Print says which columns and rows are printed, from the first.
func (s *Sheet) Print(columns, rows int) {
	s.printed = corner{min(columns, mostColumns), min(rows, mostRows)}
}

// Link leads from a cell to the first cell of a sheet.
func (s *Sheet) Link(col, row int, to *Sheet) {
	s.links = append(s.links, sheetLink{corner{col, row}, to})
}

// Table makes a named table, which can be sorted and filtered, of the rows from one to
// another over the first columns. The first row is its header: heads must be text, and
// those that are empty, too long or there before, in any case, are changed as Excel
// would.
func (s *Sheet) Table(columns, from, to int) {
	if to <= from || columns > mostColumns || to > mostRows {
		return
	}
	seen := map[string]bool{}
	for col := 1; col <= columns; col++ {
		c := s.at(col, from)
		head := ""
		if c.holds == holdsText {
			head = s.book.texts[c.text]
		}
		name := cut(head, longestHead)
		if name == "" {
			name = fmt.Sprintf("Column%d", col)
		}
		for n := 2; seen[strings.ToLower(name)]; n++ {
			again := fmt.Sprintf(" (%d)", n)
			name = cut(head, longestHead-len(again)) + again
		}
		seen[strings.ToLower(name)] = true
		if name != head {
			s.Text(col, from, name, int(c.style))
		}
	}
	s.book.tables++
	s.tables = append(s.tables, sheetTable{s.book.tables, columns, from, to})
}
