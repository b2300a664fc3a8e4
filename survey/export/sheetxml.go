package export

import (
	"encoding/xml"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"
)

// sheetReader reads the XML of one worksheet into a grid. It trusts nothing:
// rows and cells must ascend, references must fit, every value must be of its
// type, and the document must end where it should.
type sheetReader struct {
	x       *xmlReader
	g       *grid
	strings []string // the shared strings, clean
	codes   []uint32 // their codes in the grid, 0 when not yet known
	styles  *styles
	row     int // number of the row being read
	cells   []gridCell
	buf     []byte
	tables  []string // relation ids of tables
}

// readSheet fills g from the part, and returns the relation ids of its tables.
func readSheet(r io.Reader, g *grid, shared []string, st *styles) ([]string, *Error) {
	s := &sheetReader{x: &xmlReader{dec: xml.NewDecoder(r)}, g: g, strings: shared, codes: make([]uint32, len(shared)), styles: st}
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
		e, err := s.x.next()
		if err != nil {
			return err
		}
		if e == nil {
			break
		}
		switch e.Name.Local {
		case "sheetData":
			if seen {
				return fmt.Errorf("a second <sheetData>")
			}
			seen = true
			err = s.rows()
		case "mergeCells":
			err = s.each("mergeCell", func(e *xml.StartElement) error { return s.merge(attr(e, "ref")) })
		case "tableParts":
			err = s.each("tablePart", s.tablePart)
		default:
			err = s.x.dec.Skip()
		}
		if err != nil {
			return err
		}
	}
	if !seen {
		return fmt.Errorf("no <sheetData>")
	}
	return s.x.end()
}

// each calls f for every child of the open element, which must have the name.
func (s *sheetReader) each(name string, f func(*xml.StartElement) error) error {
	for {
		e, err := s.x.next()
		if err != nil || e == nil {
			return err
		}
		if e.Name.Local != name {
			return fmt.Errorf("unexpected <%s>", e.Name.Local)
		}
		if err := f(e); err != nil {
			return err
		}
		if err := s.x.dec.Skip(); err != nil {
			return err
		}
	}
}

func (s *sheetReader) tablePart(e *xml.StartElement) error {
	for _, a := range e.Attr {
		if a.Name.Local == "id" {
			s.tables = append(s.tables, a.Value)
		}
	}
	return nil
}

func (s *sheetReader) merge(ref string) error {
	from, to, _ := strings.Cut(ref, ":")
	if to == "" {
		to = from
	}
	top, left, ok1 := parseAddress(from)
	bottom, right, ok2 := parseAddress(to)
	if !ok1 || !ok2 || bottom < top || right < left {
		return fmt.Errorf("bad range of merged cells %q", ref)
	}
	s.g.merges = append(s.g.merges, merge{top, left, bottom, right})
	return nil
}

func (s *sheetReader) rows() error {
	for {
		e, err := s.x.next()
		if err != nil || e == nil {
			return err
		}
		if e.Name.Local != "row" {
			return fmt.Errorf("unexpected <%s> among the rows", e.Name.Local)
		}
		number := s.row + 1
		if r := attr(e, "r"); r != "" {
			if number, err = strconv.Atoi(r); err != nil || number <= s.row || number > maxRows {
				return fmt.Errorf("row %q after row %d", r, s.row)
			}
		} else if number > maxRows {
			return fmt.Errorf("more than %d rows", maxRows)
		}
		s.row = number
		hidden := truth(attr(e, "hidden"))
		if err := s.rowCells(); err != nil {
			return err
		}
		if hidden && len(s.cells) > 0 {
			s.g.hiddenRows++
		}
		s.g.add(number, 0, s.cells)
		if s.g.cells > maxCells {
			return fmt.Errorf("more than %d cells", maxCells)
		}
	}
}

func (s *sheetReader) rowCells() error {
	s.cells = s.cells[:0]
	col := -1
	for {
		e, err := s.x.next()
		if err != nil || e == nil {
			return err
		}
		if e.Name.Local == "extLst" {
			if err := s.x.dec.Skip(); err != nil {
				return err
			}
			continue
		}
		if e.Name.Local != "c" {
			return fmt.Errorf("unexpected <%s> in a row", e.Name.Local)
		}
		at := col + 1
		if ref := attr(e, "r"); ref != "" {
			row, c, ok := parseAddress(ref)
			if !ok || row != s.row || c <= col {
				return fmt.Errorf("bad cell reference %q", ref)
			}
			at = c
		} else if at >= maxColumns {
			return fmt.Errorf("more than %d columns", maxColumns)
		}
		col = at
		code, err := s.cell(e, at)
		if err != nil {
			return fmt.Errorf("cell %s: %w", address(s.row, at), err)
		}
		if code != 0 {
			s.cells = append(s.cells, gridCell{int32(at), code})
		}
	}
}

// content is what a cell element holds.
type content struct {
	value   string
	inline  string
	valued  bool
	formula bool
}

func (s *sheetReader) content() (content, error) {
	var c content
	for {
		e, err := s.x.next()
		if err != nil || e == nil {
			return c, err
		}
		switch e.Name.Local {
		case "v":
			if c.valued {
				return c, fmt.Errorf("two values")
			}
			if s.buf, err = s.x.text(s.buf[:0]); err == nil {
				c.value, c.valued = string(s.buf), true
			}
		case "is":
			if s.buf, err = richText(s.x, s.buf[:0]); err == nil {
				c.inline = string(s.buf)
			}
		case "f":
			c.formula = true
			err = s.x.dec.Skip()
		default:
			err = s.x.dec.Skip()
		}
		if err != nil {
			return c, err
		}
	}
}

// cell reads one cell and returns its code.
func (s *sheetReader) cell(e *xml.StartElement, col int) (uint32, error) {
	kind, style := attr(e, "t"), attr(e, "s")
	c, err := s.content()
	if err != nil {
		return 0, err
	}
	value := strings.TrimSpace(c.value)
	if value == "" && c.formula && kind != "str" || c.formula && !c.valued {
		s.g.noValue.add(address(s.row, col))
		return 0, nil
	}
	switch kind {
	case "s":
		return s.shared(value)
	case "inlineStr":
		return s.g.intern(Cell{Text: clean(unescape(c.inline))}), nil
	case "str":
		return s.g.intern(Cell{Text: clean(unescape(c.value))}), nil
	case "e":
		if value != "" {
			s.g.errorCells.add(address(s.row, col))
		}
		return 0, nil
	}
	if value == "" {
		return 0, nil
	}
	text, err := s.typed(kind, value, style)
	return s.g.intern(Cell{Text: text, Typed: true}), err
}

// typed returns the text of a value that is stored as what it is.
func (s *sheetReader) typed(kind, value, style string) (string, error) {
	switch kind {
	case "", "n":
		return s.styles.number(value, style)
	case "d":
		return clean(value), nil
	case "b":
		if value != "0" && value != "1" && value != "true" && value != "false" {
			return "", fmt.Errorf("%q is no boolean", snippet(value))
		}
		return strings.ToUpper(strconv.FormatBool(truth(value))), nil
	}
	return "", fmt.Errorf("unknown type %q", snippet(kind))
}

// shared returns the code of a shared string.
func (s *sheetReader) shared(value string) (uint32, error) {
	if value == "" {
		return 0, nil
	}
	i, err := strconv.Atoi(value)
	if err != nil || i < 0 || i >= len(s.strings) {
		return 0, fmt.Errorf("shared string %s of %d does not exist", snippet(value), len(s.strings))
	}
	if s.codes[i] == 0 {
		s.codes[i] = s.g.intern(Cell{Text: s.strings[i]})
	}
	return s.codes[i], nil
}

// readShared reads the table of shared strings, each one clean.
func readShared(r io.Reader) ([]string, error) {
	x := &xmlReader{dec: xml.NewDecoder(r)}
	if err := x.root("sst"); err != nil {
		return nil, err
	}
	var list []string
	var buf []byte
	for {
		e, err := x.next()
		if err != nil {
			return nil, fmt.Errorf("after %d texts: %w", len(list), err)
		}
		if e == nil {
			return list, x.end()
		}
		if e.Name.Local == "extLst" {
			if err := x.dec.Skip(); err != nil {
				return nil, err
			}
			continue
		}
		if e.Name.Local != "si" {
			return nil, fmt.Errorf("unexpected <%s> among the shared texts", e.Name.Local)
		}
		if buf, err = richText(x, buf[:0]); err != nil {
			return nil, fmt.Errorf("after %d texts: %w", len(list), err)
		}
		list = append(list, clean(unescape(string(buf))))
	}
}

// richText appends the text of an <si> or <is>: its <t>, or those of its runs;
// readings of Japanese words (<rPh>) are no part of it.
func richText(x *xmlReader, b []byte) ([]byte, error) {
	for {
		e, err := x.next()
		if err != nil || e == nil {
			return b, err
		}
		switch e.Name.Local {
		case "t":
			b, err = x.text(b)
		case "r":
			b, err = richText(x, b)
		default:
			err = x.dec.Skip()
		}
		if err != nil {
			return b, err
		}
	}
}

// unescape decodes the _xHHHH_ by which Excel writes characters that XML does
// not allow.
func unescape(s string) string {
	if !strings.Contains(s, "_x") {
		return s
	}
	var b strings.Builder
	for len(s) > 0 {
		if len(s) >= 7 && s[0] == '_' && s[1] == 'x' && s[6] == '_' {
			if n, err := strconv.ParseUint(s[2:6], 16, 16); err == nil && utf8.ValidRune(rune(n)) {
				b.WriteRune(rune(n))
				s = s[7:]
				continue
			}
		}
		b.WriteByte(s[0])
		s = s[1:]
	}
	return b.String()
}

func truth(s string) bool { return s == "1" || s == "true" }
