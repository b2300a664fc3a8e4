package export

import (
	"bytes"
	"slices"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// plainScan splits pieces of plain text into the codes of their cells, by
// dictionaries of its own. It stops at the first thing that it does not surely
// understand: that is for the careful reader.
type plainScan struct {
	plainIndex
	delimiter byte
	set       *charmap.Charmap // nil for UTF-8
	foreign   bool             // there is something that is no UTF-8
	columns   []plainColumn
	b         *pieceBuffer
	starts    []uint32 // of each record, which of stops is before it
	lineOf    []uint32 // of each record, how many lines of the piece there are up to it
	count     int      // lines of the piece
	last      int      // of these, the last that is not blank
	seen      []bool   // of the records that are scanned together, which hold something
	voids     []int    // records in which nothing is
	codes     []uint8  // of the closed columns: of each column, as many as there are records
	numbers   []uint32 // of an open column, in the dictionary of the file
	scratch   []byte
}

// plainColumn is what one scan knows of a column: its few texts, or that it has
// many; these are left to the dictionary of the file.
type plainColumn struct {
	closedTable
	last  bool // the column at the end of the line
	open  bool
	keys  []uint64 // of an open column: of each record the key of its field
	spans []uint64 // and where the field begins and ends
}

// maxTables is how many columns may have a table of their own in each scan, which takes
// some 6 KB.
const maxTables = 1000

// scanned is how many records are scanned together, column by column.
const scanned = 64

func newPlainScan(h *plainTop, how plainReading) *plainScan {
	s := &plainScan{plainIndex: plainIndex{wide: looksWide()}, delimiter: byte(h.reader.Delimiter), set: h.set, b: new(pieceBuffer)}
	s.columns, s.seen = make([]plainColumn, h.fields), make([]bool, scanned)
	for i := range s.columns {
		c := &s.columns[i]
		if c.last, c.open = i == h.fields-1, h.fields > maxTables; !c.open {
			end := s.delimiter
			if c.last {
				end = '\n'
			}
			c.closedTable = newClosedTable(how.closed, end)
		}
	}
	return s
}

// piece reads n bytes, which are whole records; false when it does not understand
// one.
func (s *plainScan) piece(n int) bool {
	end := padding + n
	if s.b[end-1] != '\n' { // the last piece may lack it
		s.b[end] = '\n'
		end++
	}
	s.find(s.b, end, s.delimiter)
	if !s.records(end) {
		return false
	}
	s.codes, s.voids = grown(s.codes, len(s.columns)*len(s.starts)), s.voids[:0]
	for from := 0; from < len(s.starts); from += scanned {
		if !s.together(from, min(from+scanned, len(s.starts))) {
			return false
		}
	}
	if len(s.voids) > 0 {
		s.leaveOut()
	}
	return true
}

// grown returns a list with a length, of which what it holds may be anything.
func grown[T any](list []T, n int) []T {
	if cap(list) < n {
		return make([]T, n, n+n/8)
	}
	return list[:n]
}

// records finds the records among the lines: those with all fields. Others hold
// nothing, or are not understood.
func (s *plainScan) records(end int) bool {
	s.starts, s.lineOf, s.count = s.starts[:0], s.lineOf[:0], len(s.lines)
	before := uint32(0)
	s.last = 0
	for i, stop := range s.lines {
		if field := s.b[s.stops[before]+1 : s.stops[before+1]]; stop-before > 1 || len(field) > 1 || len(field) == 1 && field[0] != '\r' {
			s.last = i + 1
		}
		if int(stop-before) == len(s.columns) {
			s.starts, s.lineOf = append(s.starts, before), append(s.lineOf, uint32(i+1))
		} else if !s.holdsNothing(before, stop) {
			return false
		}
		before = stop
	}
	return before > 0 && int(s.stops[before]) == end-1
}

// holdsNothing reports whether the fields between two stops are surely empty.
func (s *plainScan) holdsNothing(before, stop uint32) bool {
	for ; before < stop; before++ {
		if text, ok := s.read(s.b[s.stops[before]+1:s.stops[before+1]], before+1 == stop); !ok || len(text) > 0 {
			return false
		}
	}
	return true
}

// together scans some records, column by column.
func (s *plainScan) together(from, to int) bool {
	seen := s.seen[:to-from]
	clear(seen)
	unseen := len(seen)
	for col := range s.columns {
		c := &s.columns[col]
		if !c.open {
			at, sound := s.closed(col, from, to)
			if !sound {
				return false
			}
			if at < to { // it has more texts than a closed question
				c.open = true
				s.openFields(col, 0, from)
			}
		}
		if c.open {
			s.openFields(col, from, to)
		}
		if unseen == 0 {
			continue
		}
		for i := range seen {
			if !seen[i] && s.holds(col, from+i) {
				seen[i] = true
				unseen--
			}
		}
	}
	for i := range seen {
		if !seen[i] {
			s.voids = append(s.voids, from+i)
		}
	}
	return true
}

// holds reports whether there is something in a field. What is not understood is
// something.
func (s *plainScan) holds(col, row int) bool {
	c := &s.columns[col]
	if !c.open {
		return s.codes[col*len(s.starts)+row] != 0
	}
	field := s.b[c.spans[row]>>32 : uint32(c.spans[row])]
	text, ok := s.read(field, false)
	return len(text) > 0 || !ok
}

// closed sets the codes of a column with few texts; at is the first record with a
// text too many.
func (s *plainScan) closed(col, from, to int) (at int, sound bool) {
	c, codes := &s.columns[col], s.codes[col*len(s.starts):][:to]
	if c.crowded {
		c.rebuild()
	}
	for at = from; ; at++ {
		at += c.known(codes[at:], s.b, s.stops, s.starts[at:to], col)
		if at == to {
			return at, true
		}
		i := int(s.starts[at]) + col
		before, end := s.stops[i], s.stops[i+1]
		key, field := keyOfField(s.b, before, end), s.b[before+1:end]
		code, known := c.code(key, field)
		if !known {
			text, ok := s.read(field, c.last)
			if !ok {
				return at, false
			}
			if code, ok = c.add(key, field, text); !ok {
				return at, true
			}
		}
		codes[at] = code
	}
}

// openFields sets the keys of the fields of a column with many texts, without the
// quotation marks around most of them and what belongs to the line end.
func (s *plainScan) openFields(col, from, to int) {
	c, b, stops := &s.columns[col], s.b, s.stops[col:]
	c.keys, c.spans = grown(c.keys, len(s.starts)), grown(c.spans, len(s.starts))
	keys, spans := c.keys[from:to], c.spans[from:to]
	for row, start := range s.starts[from:to] {
		i := int(start)
		_ = stops[i+1]
		begin, end := stops[i]+1, stops[i+1]
		if c.last && end > begin && b[end-1] == '\r' {
			end--
		}
		switch word := b.word(begin); {
		case word&0xff == '"' && end-begin >= 2 && b[end-1] == '"' && bare(b[begin+1:end-1]):
			begin++
			end--
			keys[row] = keyBetween(b, begin, end)
		case end-begin <= shortText:
			keys[row] = shortKey(word, end-begin)
		default:
			keys[row] = keyBetween(b, begin, end)
		}
		spans[row] = uint64(begin)<<32 | uint64(end)
	}
}

// bare reports whether a text has neither quotation marks nor carriage returns.
func bare(text []byte) bool {
	return bytes.IndexByte(text, '"') < 0 && bytes.IndexByte(text, '\r') < 0
}

// read returns what a field holds, clean; false when it holds what no text does or
// its quotation marks are not as they should be. The text is valid until the next
// call.
func (s *plainScan) read(field []byte, last bool) (_ []byte, ok bool) {
	if n := len(field) - 1; last && n >= 0 && field[n] == '\r' {
		field = field[:n]
	}
	switch {
	case len(field) == 0:
		return nil, true
	case field[0] != '"':
		if !bare(field) {
			return nil, false
		}
	default:
		if field, ok = s.unquoted(field); !ok || bytes.Contains(field, []byte("\r\r\n")) {
			return nil, false
		}
	}
	if hasControls(field) {
		return nil, false
	}
	if isClean(field) {
		return field, true
	}
	text := string(field)
	if s.set != nil {
		text = decodedBy(s.set, text)
	} else if !utf8.ValidString(text) {
		s.foreign = true
		return nil, false
	}
	s.scratch = append(s.scratch[:0], clean(text)...)
	return s.scratch, true
}

// unquoted returns what is between the quotation marks of a field, with one for two
// that are doubled.
func (s *plainScan) unquoted(field []byte) ([]byte, bool) {
	n := len(field) - 1
	if n == 0 || field[n] != '"' {
		return nil, false
	}
	field = field[1:n]
	at := bytes.IndexByte(field, '"')
	if at < 0 {
		return field, true
	}
	s.scratch = s.scratch[:0]
	for ; at >= 0; at = bytes.IndexByte(field, '"') {
		if at+1 == len(field) || field[at+1] != '"' {
			return nil, false
		}
		s.scratch = append(s.scratch, field[:at+1]...)
		field = field[at+2:]
	}
	s.scratch = append(s.scratch, field...)
	return s.scratch, true
}

// hasControls reports whether a text has control characters besides those that divide
// lines and words.
func hasControls(raw []byte) bool {
	for _, c := range raw {
		if c < ' ' && c != '\t' && c != '\n' && c != '\r' {
			return true
		}
	}
	return false
}

// leaveOut leaves out the records in which nothing is.
func (s *plainScan) leaveOut() {
	n, kept := len(s.starts), 0
	void := func(row int) bool {
		_, is := slices.BinarySearch(s.voids, row)
		return is
	}
	for row := range n {
		if void(row) {
			continue
		}
		for col := range s.columns {
			if c := &s.columns[col]; c.open {
				c.keys[kept], c.spans[kept] = c.keys[row], c.spans[row]
			}
		}
		s.starts[kept], s.lineOf[kept] = s.starts[row], s.lineOf[row]
		kept++
	}
	to := 0
	for at, code := range s.codes {
		if !void(at % n) {
			s.codes[to] = code
			to++
		}
	}
	s.starts, s.lineOf, s.codes = s.starts[:kept], s.lineOf[:kept], s.codes[:to]
}

// gaps returns the records before which there is a line that is none of them.
func (s *plainScan) gaps() []int {
	if len(s.lineOf) == s.count {
		return nil
	}
	var gaps []int
	line := 0
	for row, own := range s.lineOf {
		for line++; line < int(own); line++ {
			gaps = append(gaps, row)
		}
	}
	for ; line < s.count; line++ {
		gaps = append(gaps, len(s.lineOf))
	}
	return gaps
}
