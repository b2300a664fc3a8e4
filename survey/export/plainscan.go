package export

import (
	"bytes"
	"encoding/binary"
	"math/bits"
	"unicode/utf8"
)

const (
	everyByte = 0x0101010101010101
	highBits  = 0x8080808080808080
)

// plainScan splits pieces of plain text into the codes of their cells, by
// dictionaries of its own. It stops at the first thing that it does not surely
// understand: that is for the careful reader.
type plainScan struct {
	delimiter byte
	columns   []plainColumn
	room      int      // records that fit
	codes     []uint32 // of a piece: of each column, room ones
	rows      int      // records of the piece with something in them
	lines     int      // records and blank lines of the piece
	last      int      // of lines, the last that is a record
	gaps      []int    // records before which there is a line that is none of them
	cells     int      // cells that hold something
	scratch   []byte
}

// plainColumn is the dictionary of a column, and its codes in that of the file.
type plainColumn struct {
	wordTable
	file []uint32
}

func newPlainScan(delimiter byte, fields, piece int) *plainScan {
	s := &plainScan{delimiter: delimiter, columns: make([]plainColumn, fields), room: piece/fields + 2}
	for i := range s.columns {
		s.columns[i] = plainColumn{newWordTable(), []uint32{0}}
	}
	s.codes = make([]uint32, fields*s.room)
	return s
}

// piece reads whole records, of which the last byte is a line end with padding
// behind it; false when it does not understand one.
func (s *plainScan) piece(b []byte, end int) bool {
	s.rows, s.lines, s.last, s.cells, s.gaps = 0, 0, 0, 0, s.gaps[:0]
	for at := 0; at < end; {
		s.lines++
		if blank := blankLine(b[at:]); blank > 0 {
			s.gaps = append(s.gaps, s.rows)
			at += blank
			continue
		}
		next, cells, ok := s.record(b[:end+padding], at)
		if !ok {
			return false
		}
		at, s.last = next, s.lines
		if cells == 0 {
			s.gaps = append(s.gaps, s.rows)
			continue
		}
		s.rows++
		s.cells += cells
	}
	return true
}

// blankLine returns how many bytes of a line with nothing in it there are.
func blankLine(b []byte) int {
	switch {
	case b[0] == '\n':
		return 1
	case b[0] == '\r' && b[1] == '\n':
		return 2
	}
	return 0
}

// zeroBytes marks the bytes of a word that are 0 in their highest bit; above the
// lowest one it may mark others.
func zeroBytes(word uint64) uint64 { return (word - everyByte) &^ word & highBits }

// record reads the record that begins at a place, and returns where the next one
// does and how many of its cells hold something.
func (s *plainScan) record(b []byte, at int) (next, cells int, ok bool) {
	separators, ends := everyByte*uint64(s.delimiter), uint64(everyByte*'\n')
	for col := range s.columns {
		word := binary.LittleEndian.Uint64(b[at:])
		stop := zeroBytes(word^separators) | zeroBytes(word^ends)
		var code uint32
		var end byte
		switch {
		case byte(word) == '"':
			code, at, ok = s.quoted(b, at, col)
			if !ok {
				return 0, 0, false
			}
			end = b[at-1]
		case stop == 0:
			code, at, ok = s.longField(b, at, col)
			if !ok {
				return 0, 0, false
			}
			end = b[at-1]
		default:
			n := bits.TrailingZeros64(stop) &^ 7
			at += n/8 + 1
			if end = byte(word >> n); n == 0 {
				break
			}
			key := word&(1<<n-1) | uint64(n/8)<<56
			if code, ok = s.columns[col].short(key); !ok {
				if code, ok = s.newField(b[at-n/8-1:at-1], end, col); !ok {
					return 0, 0, false
				}
			}
		}
		s.codes[col*s.room+s.rows] = code
		if code != 0 {
			cells++
		}
		if end == '\n' {
			return at, cells, cells == 0 || col == len(s.columns)-1
		}
	}
	return 0, 0, false
}

// longField reads a field of more than seven bytes.
func (s *plainScan) longField(b []byte, at, col int) (code uint32, next int, ok bool) {
	separators, ends := everyByte*uint64(s.delimiter), uint64(everyByte*'\n')
	h, to := uint64(0), at
	for {
		word := binary.LittleEndian.Uint64(b[to:])
		stop := zeroBytes(word^separators) | zeroBytes(word^ends)
		if stop == 0 {
			h = mixed(h, word)
			to += 8
			continue
		}
		n := bits.TrailingZeros64(stop) &^ 7
		to += n / 8
		h = lastMixed(h, word&(1<<n-1), to-at)
		break
	}
	if code, ok = s.columns[col].long(h, b[at:to]); !ok {
		code, ok = s.newField(b[at:to], b[to], col)
	}
	return code, to + 1, ok
}

// newField returns the code of a field without quotation marks that is not in the
// dictionary as it stands: it is new, or has the first half of a line end.
func (s *plainScan) newField(field []byte, end byte, col int) (uint32, bool) {
	if n := len(field) - 1; end == '\n' && field[n] == '\r' {
		field = field[:n]
	}
	if bytes.IndexByte(field, '"') >= 0 || bytes.IndexByte(field, '\r') >= 0 {
		return 0, false
	}
	return s.text(field, col)
}

// quoted reads a field between quotation marks.
func (s *plainScan) quoted(b []byte, at, col int) (code uint32, next int, ok bool) {
	from := at + 1
	to := bytes.IndexByte(b[from:], '"')
	if to < 0 {
		return 0, 0, false
	}
	to += from
	field := b[from:to]
	if b[to+1] == '"' {
		s.scratch = s.scratch[:0]
		for {
			s.scratch = append(s.scratch, field...)
			if b[to+1] != '"' {
				break
			}
			s.scratch = append(s.scratch, '"')
			from = to + 2
			if to = bytes.IndexByte(b[from:], '"'); to < 0 {
				return 0, 0, false
			}
			to += from
			field = b[from:to]
		}
		field = s.scratch
	}
	next = to + 1
	if b[next] == '\r' {
		next++
		if b[next] != '\n' {
			return 0, 0, false
		}
	}
	if b[next] != s.delimiter && b[next] != '\n' || bytes.Contains(field, []byte("\r\r\n")) {
		return 0, 0, false
	}
	code, ok = s.text(field, col)
	return code, next + 1, ok
}

// text returns the code of a text; false when it holds what no text does.
func (s *plainScan) text(raw []byte, col int) (uint32, bool) {
	if len(raw) == 0 {
		return 0, true
	}
	if cap(raw) < len(raw)+padding {
		raw = append(make([]byte, 0, len(raw)+padding), raw...)
	}
	t := &s.columns[col]
	key := keyOf(raw[:len(raw)+padding], len(raw))
	if key < longKey {
		if code, ok := t.short(key); ok {
			return code, true
		}
	} else if code, ok := t.long(key, raw); ok {
		return code, true
	}
	if !understood(raw) {
		return 0, false
	}
	if isClean(raw) {
		text := t.keep(raw)
		code := t.add(key, text)
		return code, t.spell(key, text, code)
	}
	spelled := string(raw)
	text := clean(spelled)
	code := uint32(0)
	if text == spelled {
		code = t.add(key, text)
	} else if text != "" {
		padded := append(append(make([]byte, 0, len(text)+padding), text...), make([]byte, padding)...)
		known, ok := t.intern(keyOf(padded, len(text)), text)
		if !ok {
			return 0, false
		}
		code = known
	}
	return code, t.spell(key, spelled, code)
}

// understood reports whether a text is UTF-8 without control characters but those
// that divide lines and words.
func understood(raw []byte) bool {
	ascii := true
	for _, c := range raw {
		if c < ' ' && c != '\t' && c != '\n' && c != '\r' {
			return false
		}
		ascii = ascii && c < utf8.RuneSelf
	}
	return ascii || utf8.Valid(raw)
}
