package export

import (
	"runtime"
	"sync"
)

// plainTable is the records below the header of a plain text, as columns.
type plainTable struct {
	turn    sync.Cond
	next    int  // piece of which it is the turn
	failed  bool // there is something that is not surely understood
	columns []wordTable
	pieces  []*plainPiece
	rows    int // records with something in them
	lines   int // records and blank lines
	last    int // of lines, the last that is a record
	cells   int
}

// plainPiece is what one piece of the text holds.
type plainPiece struct {
	rows  int
	from  int // lines of the table before it
	gaps  []int
	codes []Codes // by column
}

// readPlain reads the text from a source behind its header, on as many threads as
// are given. The result does not depend on their number: pieces are numbered and
// merged in their order. Nil when there is something that it does not surely
// understand.
func readPlain(src *pieces, delimiter byte, fields, threads int) *plainTable {
	t := &plainTable{turn: sync.Cond{L: new(sync.Mutex)}, columns: make([]wordTable, fields)}
	for i := range t.columns {
		t.columns[i] = newWordTable()
	}
	var work sync.WaitGroup
	for range threads {
		work.Go(func() {
			scan := newPlainScan(delimiter, fields, src.size)
			buf := make([]byte, src.size+padding+1)
			for {
				seq, n, more := src.next(buf)
				if !more {
					return
				}
				if !t.merge(seq, scan, n > 0 && scan.piece(buf, n)) {
					return
				}
			}
		})
	}
	work.Wait()
	if t.failed {
		return nil
	}
	return t
}

// merge adds what was scanned of a piece when it is its turn; false when the text
// is given up.
func (t *plainTable) merge(seq int, s *plainScan, understood bool) bool {
	t.turn.L.Lock()
	for t.next != seq && !t.failed {
		t.turn.Wait()
	}
	t.failed = t.failed || !understood
	var p *plainPiece
	if !t.failed {
		t.number(s)
		p = &plainPiece{rows: s.rows, from: t.lines, codes: make([]Codes, len(s.columns))}
		p.gaps = append(p.gaps, s.gaps...)
		t.pieces = append(t.pieces, p)
		if s.last > 0 {
			t.last = t.lines + s.last
		}
		t.lines, t.rows, t.cells = t.lines+s.lines, t.rows+s.rows, t.cells+s.cells
		t.next++
	}
	failed := t.failed
	t.turn.Broadcast()
	t.turn.L.Unlock()
	if failed {
		return false
	}
	for col := range p.codes {
		p.codes[col] = s.packed(col)
	}
	return true
}

// number gives the texts that are new to a scan the numbers of the table. They
// come in the order of the text, and what an earlier piece had is there already,
// so the numbers are those of first appearance.
func (t *plainTable) number(s *plainScan) {
	for i := range s.columns {
		c := &s.columns[i]
		for own := len(c.file); own < len(c.texts); own++ {
			code, ok := t.columns[i].intern(c.keys[own], c.texts[own])
			t.failed = t.failed || !ok
			c.file = append(c.file, code)
		}
	}
}

// packed returns the codes of a column in the dictionary of the table.
func (s *plainScan) packed(col int) Codes {
	c := &s.columns[col]
	own := s.codes[col*s.room:][:s.rows]
	highest := uint32(0)
	for _, code := range own {
		highest = max(highest, c.file[code])
	}
	codes := NewCodes(len(own), int(highest)+1)
	switch {
	case codes.one != nil:
		for i, code := range own {
			codes.one[i] = uint8(c.file[code])
		}
	case codes.two != nil:
		for i, code := range own {
			codes.two[i] = uint16(c.file[code])
		}
	default:
		for i, code := range own {
			codes.four[i] = c.file[code]
		}
	}
	return codes
}

// numbers returns the row number of each record, of a table that begins below the
// given one.
func (t *plainTable) numbers(below int) []int {
	list := make([]int, 0, t.rows)
	for _, p := range t.pieces {
		number, gaps := below+p.from, p.gaps
		for i := range p.rows {
			for number++; len(gaps) > 0 && gaps[0] == i; gaps = gaps[1:] {
				number++
			}
			list = append(list, number)
		}
	}
	return list
}

// makeColumns returns the first columns of the table. What the pieces hold of them
// is gone then.
func (t *plainTable) makeColumns(n int) []Column {
	all := make([]Column, n)
	each(n, func(col int) {
		c := &all[col]
		texts := t.columns[col].texts
		c.Letter, c.Dict, c.Codes = letter(col), make([]Cell, len(texts)), NewCodes(t.rows, len(texts))
		for code, text := range texts {
			c.Dict[code].Text = text
		}
		t.columns[col] = wordTable{texts: texts}
		at := 0
		for _, p := range t.pieces {
			c.Codes.copy(at, &p.codes[col])
			p.codes[col] = Codes{}
			at += p.rows
		}
	})
	return all
}

// each calls do with every number below n, on as many threads as there are.
func each(n int, do func(i int)) {
	var work sync.WaitGroup
	threads := min(runtime.GOMAXPROCS(0), n)
	for first := range threads {
		work.Go(func() {
			for i := first; i < n; i += threads {
				do(i)
			}
		})
	}
	work.Wait()
}
