package spss

import (
	"bytes"
	"math"
)

// answers are the raw answers to one variable.
type answers struct {
	numbers []float64
	dict    []string // in the bytes of the file
	codes   []uint32
	index   map[string]uint32
}

// caseSource gives the cases of a file one after another.
type caseSource interface {
	// next fills row with a case of eight bytes per slot; false at the end of
	// the data.
	next(row []byte) (bool, *Error)
	// end checks that nothing follows the last case.
	end() *Error
	// marked says whether a mark has told that the data are complete.
	marked() bool
}

// maxCases is the most cases that n bytes of codes or values can hold.
func (d *dictionary) maxCases(n int) int {
	if d.header.packing == Plain {
		return n / (slotSize * len(d.slots))
	}
	return n / len(d.slots)
}

// readData reads the cases. When the header does not give their number they are
// counted, and complete tells whether a mark at the end confirms it.
func (d *dictionary) readData(c *cursor, columns []column) (data []answers, cases int, complete bool, e *Error) {
	c.record = "data"
	source, bytes, e := d.source(c)
	if e != nil {
		return nil, 0, false, e
	}
	want := d.header.cases
	if most := d.maxCases(bytes); want > most {
		c.fail(c.pos, "%d cases cannot fit in %d bytes of data: the file is cut off or damaged", want, bytes)
		return nil, 0, false, c.err
	}
	data = newAnswers(columns, min(max(want, 0), d.maxCases(8*len(c.data))+1))
	row := make([]byte, slotSize*len(d.slots))
	buf := make([]byte, 0, 32767)
	for want < 0 || cases < want {
		ok, e := source.next(row)
		if e != nil {
			return nil, 0, false, e
		}
		if !ok {
			break
		}
		for i := range columns {
			if columns[i].width == 0 {
				x := math.Float64frombits(c.order.Uint64(row[columns[i].pieces[0].at:]))
				data[i].numbers = append(data[i].numbers, x)
			} else {
				data[i].add(columns[i].text(row, buf))
			}
		}
		cases++
	}
	if cases < want {
		c.fail(len(c.data), "the data end after %d of %d cases", cases, want)
		return nil, 0, false, c.err
	}
	return data, cases, want >= 0 || source.marked(), source.end()
}

// source opens the data in the way that the header says; n is the number of
// bytes after unpacking zlib.
func (d *dictionary) source(c *cursor) (s caseSource, n int, e *Error) {
	if d.header.packing == Plain {
		return &plainSource{c: c, cases: d.header.cases}, c.left(), nil
	}
	s0 := d.newCodeSource(c)
	if d.header.packing == Zlib {
		blocks, total := parseBlocks(c)
		if c.err != nil {
			return nil, 0, c.err
		}
		s0.buf, s0.blocks = nil, blocks
		return s0, total, nil
	}
	return s0, c.left(), nil
}

// newAnswers makes room for a number of cases.
func newAnswers(columns []column, cases int) []answers {
	data := make([]answers, len(columns))
	for i := range columns {
		if columns[i].width == 0 {
			data[i].numbers = make([]float64, 0, cases)
		} else {
			data[i] = answers{dict: []string{""}, codes: make([]uint32, 0, cases), index: map[string]uint32{"": 0}}
		}
	}
	return data
}

// add appends a string.
func (a *answers) add(text []byte) {
	code, ok := a.index[string(text)]
	if !ok {
		code = uint32(len(a.dict))
		s := string(text)
		a.dict = append(a.dict, s)
		a.index[s] = code
	}
	a.codes = append(a.codes, code)
}

// text returns the string of a case without the blanks at its end; buf is room
// for one that stands in several pieces.
func (col *column) text(row, buf []byte) []byte {
	first := col.pieces[0]
	if len(col.pieces) == 1 {
		return trimEnd(row[first.at : first.at+first.size])
	}
	for _, p := range col.pieces {
		buf = append(buf, row[p.at:p.at+p.size]...)
	}
	return trimEnd(buf)
}

// trimEnd cuts off blanks, and the NULs that some programs fill up with.
func trimEnd(b []byte) []byte { return bytes.TrimRight(b, " \x00") }

// plainSource reads data without packing.
type plainSource struct {
	c     *cursor
	cases int
}

func (s *plainSource) next(row []byte) (bool, *Error) {
	if s.cases < 0 && s.c.left() == 0 {
		return false, nil
	}
	copy(row, s.c.take(len(row), "a case"))
	return s.c.err == nil, s.c.err
}

func (s *plainSource) end() *Error {
	if s.c.left() > 0 {
		s.c.fail(s.c.pos, "%d bytes follow the last case", s.c.left())
	}
	return s.c.err
}

func (s *plainSource) marked() bool { return false }
