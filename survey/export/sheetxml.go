package export

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// sheetReader reads the XML of one worksheet into a grid. It trusts nothing:
// rows and cells must ascend, references must fit, every value must be of its
// type, and the document must end where it should.
type sheetReader struct {
	x      *xmlReader
	g      *grid
	values *cellValues
	row    int       // number of the row being read
	number tagPart   // that number, and the quotation mark behind it
	tags   []tagPart // of the first columns, how their cells begin
	cells  []gridCell
	value  []byte   // what <v> holds
	inline []byte   // what <is> holds
	tables []string // relation ids of tables
}

// readSheet fills g from the part, and returns the relation ids of its tables.
func readSheet(x *xmlReader, g *grid, shared []string, st *styles) ([]string, *Error) {
	s := &sheetReader{x: x, g: g, values: newCellValues(g, shared, st)}
	if err := s.read(); err != nil {
		e := fault("the data of the sheet is damaged", damagedAdvice).cause(err)
		e.Place.Sheet, e.Place.Row = g.sheet, s.row
		return nil, e
	}
	return s.tables, nil
}

func (s *sheetReader) read() error {
	if err := s.x.root("worksheet"); err != nil {
		return err
	}
	seen := false
	for {
		more, err := s.x.child()
		if err != nil {
			return err
		}
		if !more {
			break
		}
		switch s.x.element() {
		case "sheetData":
			if seen {
				return errors.New("a second <sheetData>")
			}
			seen = true
			err = s.rows()
		case "mergeCells":
			err = s.each("mergeCell", s.merge)
		case "tableParts":
			err = s.each("tablePart", s.tablePart)
		default:
			err = s.x.skip()
		}
		if err != nil {
			return err
		}
	}
	if !seen {
		return errors.New("no <sheetData>")
	}
	return s.x.end()
}

// each calls f for every child of the open element, which must have the name.
func (s *sheetReader) each(name string, f func() error) error {
	for {
		more, err := s.x.child()
		if err != nil || !more {
			return err
		}
		if s.x.element() != name {
			return fmt.Errorf("unexpected <%s>", s.x.element())
		}
		if err := f(); err != nil {
			return err
		}
		if err := s.x.skip(); err != nil {
			return err
		}
	}
}

func (s *sheetReader) tablePart() error {
	if id := s.x.link(); id != "" {
		s.tables = append(s.tables, id)
	}
	return nil
}

func (s *sheetReader) merge() error {
	ref := string(s.x.attr("ref"))
	from, to, _ := strings.Cut(ref, ":")
	if to == "" {
		to = from
	}
	top, left, ok1 := parseAddress(from)
	bottom, right, ok2 := parseAddress(to)
	if !ok1 || !ok2 || bottom < top || right < left {
		return fmt.Errorf("bad range of merged cells %q", snippet(ref))
	}
	s.g.merges = append(s.g.merges, merge{top, left, bottom, right})
	return nil
}

func (s *sheetReader) rows() error {
	for {
		more, err := s.x.child()
		if err != nil || !more {
			return err
		}
		if s.x.element() != "row" {
			return fmt.Errorf("unexpected <%s> among the rows", s.x.element())
		}
		number := s.row + 1
		if r := s.x.attr("r"); len(r) > 0 {
			var ok bool
			if number, ok = digits(r); !ok || number <= s.row || number > maxRows {
				return fmt.Errorf("row %q after row %d", snippet(string(r)), s.row)
			}
		} else if number > maxRows {
			return fmt.Errorf("more than %d rows", maxRows)
		}
		s.row = number
		s.number = partOf(append(strconv.AppendInt(s.value[:0], int64(number), 10), '"'))
		hidden := truth(s.x.attr("hidden"))
		if err := s.rowCells(); err != nil {
			return err
		}
		if hidden && len(s.cells) > 0 {
			s.g.hiddenRows++
		}
		s.roomForRows()
		s.g.add(number, 0, s.cells)
		if s.g.cells > maxCells {
			return fmt.Errorf("more than %d cells", maxCells)
		}
	}
}

// someRows is how many rows tell what the others take.
const someRows = 256

// roomForRows makes room for the rows to come, which take as many bytes as those before.
func (s *sheetReader) roomForRows() {
	n, read := len(s.g.rows), s.x.read()
	if n < cap(s.g.rows) || n < someRows {
		return
	}
	rest := float64(max(0, s.x.size-read)) / float64(read) * float64(n)
	s.g.rows = slices.Grow(s.g.rows, min(int(rest*1.05), maxRows-n))
}

func (s *sheetReader) rowCells() error {
	s.cells = s.cells[:0]
	for next := 0; ; {
		c := cellHead{col: next}
		more, err := s.cell(&c)
		if err != nil || !more {
			return err
		}
		if next = c.col + 1; c.code != 0 {
			s.cells = append(s.cells, gridCell{int32(c.col), c.code})
		}
	}
}

// tag returns how a cell of a column begins; nothing for those that are too many, or far
// to the right.
func (s *sheetReader) tag(col int) *tagPart {
	if col >= len(s.tags) {
		if col >= maxColumns {
			return &tagPart{}
		}
		for len(s.tags) <= col {
			s.tags = append(s.tags, partOf(`<c r="`+letter(len(s.tags))))
		}
	}
	return &s.tags[col]
}

// cellHead is a cell: what its start tag says, and its code.
type cellHead struct {
	col   int
	style int // -1 when it is no number
	kind  cellKind
	code  uint32
	key   uint64 // of its value, where that is known
}

// cell reads the next cell of the row, of which c.col is the first column that
// is free; false when there is none.
func (s *sheetReader) cell(c *cellHead) (more bool, err error) {
	if value := s.x.nextCell(c, s.tag(c.col), &s.number); value != nil {
		if c.code, err = s.values.typed(c, value); err != nil {
			err = fmt.Errorf("cell %s: %w", address(s.row, c.col), err)
		}
		return true, err
	}
	if value, inline, ok := s.x.plainCell(); ok {
		if err := s.head(c); err != nil {
			return false, err
		}
		if inline {
			return true, s.decode(c, nil, value, false, false)
		}
		return true, s.decode(c, value, nil, true, false)
	}
	for {
		more, err := s.x.child()
		if err != nil || !more {
			return false, err
		}
		switch string(localName(s.x.name)) {
		case "c":
			if err := s.head(c); err != nil {
				return false, err
			}
			valued, formula, err := s.content()
			if err != nil {
				return false, fmt.Errorf("cell %s: %w", address(s.row, c.col), err)
			}
			return true, s.decode(c, s.value, s.inline, valued, formula)
		case "extLst":
			if err := s.x.skip(); err != nil {
				return false, err
			}
		default:
			return false, fmt.Errorf("unexpected <%s> in a row", s.x.element())
		}
	}
}

// head reads the start tag of a cell, of which c.col is the first column that
// is free.
func (s *sheetReader) head(c *cellHead) error {
	for i := range s.x.attrs {
		a := &s.x.attrs[i]
		if len(a.name) != 1 || len(a.value) == 0 {
			continue
		}
		switch a.name[0] {
		case 'r':
			row, col, ok := parseAddress(a.value)
			if !ok || row != s.row || col < c.col {
				return fmt.Errorf("bad cell reference %q", snippet(string(a.value)))
			}
			c.col = col
		case 's':
			var ok bool
			if c.style, ok = digits(a.value); !ok {
				c.style = -1
			}
		case 't':
			if c.kind = kindOf(a.value); c.kind == unknownKind {
				return fmt.Errorf("cell of unknown type %q", snippet(string(a.value)))
			}
		}
	}
	if c.col >= maxColumns {
		return fmt.Errorf("more than %d columns", maxColumns)
	}
	return nil
}

// decode sets the code of a cell that holds a <v>, if valued, an <is> with the
// inline text, and perhaps a formula.
func (s *sheetReader) decode(c *cellHead, value, inline []byte, valued, formula bool) (err error) {
	switch c.kind {
	case inlineText:
		c.code = s.values.text(inline)
		return nil
	case formulaText:
		if formula && !valued {
			break
		}
		c.code = s.values.text(value)
		return nil
	case errorValue:
		if len(bytes.TrimSpace(value)) > 0 {
			s.g.errorAt(s.row, c.col, string(bytes.TrimSpace(value)))
			return nil
		}
	default:
		if value = trimmed(value); len(value) > 0 {
			if c.code, err = s.values.typed(c, value); err != nil {
				err = fmt.Errorf("cell %s: %w", address(s.row, c.col), err)
			}
			return err
		}
	}
	if formula {
		s.g.noValue.add(address(s.row, c.col))
	}
	return nil
}

// trimmed returns a value without blanks around it, which are rare.
func trimmed(b []byte) []byte {
	if len(b) > 0 && b[0] > ' ' && b[len(b)-1] > ' ' && b[len(b)-1] < 0x80 {
		return b
	}
	return bytes.TrimSpace(b)
}

// content reads what a cell element holds into s.value and s.inline.
func (s *sheetReader) content() (valued, formula bool, err error) {
	s.value, s.inline = s.value[:0], s.inline[:0]
	for {
		more, err := s.x.child()
		if err != nil || !more {
			return valued, formula, err
		}
		switch string(localName(s.x.name)) {
		case "v":
			if valued {
				return valued, formula, errors.New("two values")
			}
			valued = true
			s.value, err = s.x.content(s.value)
		case "is":
			s.inline, err = s.x.richText(s.inline[:0])
		case "f":
			formula = true
			err = s.x.skip()
		default:
			err = s.x.skip()
		}
		if err != nil {
			return valued, formula, err
		}
	}
}

// digits reads a number of at most nine digits.
func digits(b []byte) (int, bool) {
	n := 0
	for _, c := range b {
		if c < '0' || c > '9' {
			return 0, false
		}
		n = n*10 + int(c-'0')
	}
	return n, len(b) > 0 && len(b) < 10
}

func truth(b []byte) bool { return string(b) == "1" || string(b) == "true" }
