package export

import (
	"fmt"
	"slices"
	"strings"
)

// The sizes of a worksheet, which no workbook may exceed, and the size of the
// columns that are made of it or of a text, which may have more rows.
const (
	maxRows    = 1 << 20
	maxColumns = 1 << 14
	maxCells   = 1 << 28
)

// manyCells is how many different cells there are before their list grows by less than
// it has.
const manyCells = 1 << 16

// grid is one worksheet, or the records of a text file: the rows that hold
// something, each with its cells that hold something.
type grid struct {
	sheet  string
	hidden bool
	dict   []Cell // dict[0] is the empty cell
	index  map[Cell]uint32
	rows   []gridRow
	last   int // number of the last row in the file, blank ones included
	cols   int // columns up to the last cell that holds something
	cells  int // cells that hold something
	chunk  []gridCell
	recent []uint32 // of each column, codes that it had lately; see recall

	merges     []merge
	table      string // name of an Excel table on the sheet
	pivot      bool   // it holds a pivot table
	hiddenRows int
	errorCells marks
	nullCells  marks // those by which SPSS says that there is no answer
	noValue    marks
}

// gridRow is a row that holds something.
type gridRow struct {
	number int // from 1, as in a spreadsheet
	fields int // fields in a text file, empty ones included
	cells  []gridCell
}

// gridCell is a cell that holds something.
type gridCell struct {
	col  int32 // from 0
	code uint32
}

// merge is a range of merged cells: rows from 1, columns from 0, inclusive.
type merge struct{ top, left, bottom, right int }

// marks counts cells and remembers where the first of them are.
type marks struct {
	count int
	first []string
}

func (m *marks) add(address string) {
	m.count++
	if len(m.first) < 10 {
		m.first = append(m.first, address)
	}
}

func newGrid(sheet string) *grid {
	return &grid{sheet: sheet, dict: []Cell{{}}, index: map[Cell]uint32{{}: 0}}
}

// intern returns the code of a cell, of which the text is copied when it is
// new; 0 is the empty one.
func (g *grid) intern(c Cell) uint32 {
	if code, ok := g.index[c]; ok {
		return code
	}
	c.Text = strings.Clone(c.Text)
	return g.keep(c)
}

// internBytes is intern for a text in bytes.
func (g *grid) internBytes(text []byte, typed bool) uint32 {
	if len(text) == 0 {
		return 0
	}
	if code, ok := g.index[Cell{Text: string(text), Typed: typed}]; ok {
		return code
	}
	return g.entered(Cell{Text: string(text), Typed: typed})
}

// keep is intern for a text that is not part of something larger.
func (g *grid) keep(c Cell) uint32 {
	if c.Text == "" {
		return 0
	}
	if code, ok := g.index[c]; ok {
		return code
	}
	return g.entered(c)
}

// entered is enter for a cell that the index knows again.
func (g *grid) entered(c Cell) uint32 {
	code := g.enter(c)
	g.index[c] = code
	return code
}

// enter gives a cell that is new its code. Who enters it knows it again.
func (g *grid) enter(c Cell) uint32 {
	if n := len(g.dict); n == cap(g.dict) && n < manyCells {
		g.dict = slices.Grow(g.dict, n)
	}
	g.dict = append(g.dict, c)
	return uint32(len(g.dict) - 1)
}

// enlist has the index know all cells, those that were entered past it too.
func (g *grid) enlist() {
	for code, c := range g.dict {
		g.index[c] = uint32(code)
	}
}

// add appends a row; a row without cells only counts towards the last one.
func (g *grid) add(number, fields int, cells []gridCell) {
	g.last = max(g.last, number)
	if len(cells) == 0 {
		return
	}
	if cap(g.chunk)-len(g.chunk) < len(cells) {
		g.chunk = make([]gridCell, 0, max(4096, len(cells)))
	}
	start := len(g.chunk)
	g.chunk = append(g.chunk, cells...)
	g.rows = append(g.rows, gridRow{number, fields, g.chunk[start:len(g.chunk):len(g.chunk)]})
	g.cells += len(cells)
	g.cols = max(g.cols, int(cells[len(cells)-1].col)+1)
}

// code returns the code of the cell in the i-th row that holds something.
func (g *grid) code(i, col int) uint32 {
	cells := g.rows[i].cells
	at, ok := slices.BinarySearchFunc(cells, int32(col), func(c gridCell, col int32) int { return int(c.col - col) })
	if !ok {
		return 0
	}
	return cells[at].code
}

// text returns the text of a cell on one line; i < 0 is no row.
func (g *grid) text(i, col int) string {
	if i < 0 {
		return ""
	}
	return oneLine(g.dict[g.code(i, col)].Text)
}

// number returns the row number of the i-th row that holds something.
func (g *grid) number(i int) int { return g.rows[i].number }

// find returns the index of the row with the number, or -1 when it is blank.
func (g *grid) find(number int) int {
	at, ok := slices.BinarySearchFunc(g.rows, number, func(r gridRow, n int) int { return r.number - n })
	if !ok {
		return -1
	}
	return at
}

// tooThin reports whether a grid of this size holds almost nothing, so that
// columns made of it would cost far more memory than the file.
func (g *grid) tooThin() bool { return thin(len(g.rows), g.cols, g.cells) }

func thin(rows, cols, cells int) bool {
	area := rows * cols
	return area > maxCells || area > 1<<21 && cells < area/500
}

// Letter returns the spreadsheet letter of a column, A for 0.
func Letter(col int) string { return letter(col) }

// letter returns the spreadsheet letter of a column, A for 0.
func letter(col int) string {
	var b []byte
	for n := col + 1; n > 0; n = (n - 1) / 26 {
		b = append(b, byte('A'+(n-1)%26))
	}
	slices.Reverse(b)
	return string(b)
}

// address returns a cell address such as "AB12".
func address(row, col int) string { return fmt.Sprintf("%s%d", letter(col), row) }

// parseAddress splits a cell address; dollar signs are not allowed. The row
// counts from 1 and the column from 0.
func parseAddress[T string | []byte](ref T) (row, col int, ok bool) {
	i := 0
	for ; i < len(ref) && i < 4; i++ {
		c := ref[i] &^ 0x20
		if c < 'A' || c > 'Z' {
			break
		}
		col = col*26 + int(c-'A') + 1
	}
	if i == 0 || i == len(ref) || len(ref)-i > 7 || ref[i] == '0' {
		return 0, 0, false
	}
	for ; i < len(ref); i++ {
		if ref[i] < '0' || ref[i] > '9' {
			return 0, 0, false
		}
		row = row*10 + int(ref[i]-'0')
	}
	return row, col - 1, row <= maxRows && col <= maxColumns
}
