package export

import (
	"bytes"
	"iter"
	"runtime"
	"sync"
	"sync/atomic"

	"benchmark/survey"
)

// plainTable is the records below the header of a plain text, as columns.
type plainTable struct {
	src     *pieces
	pieces  turns
	failed  atomic.Bool // there is something that is not surely understood
	foreign atomic.Bool // and no UTF-8
	columns []tableColumn
	gaps    []int // records before which there is a line that is none of them
	rows    int   // records with something in them
	lines   int   // records and blank lines
	last    int   // of lines, the last that is a record
	bytes   int   // of the pieces so far
	room    int   // records that there may be, as far as can be told
}

// tableColumn is a column of the table.
type tableColumn struct {
	pieces turns
	words  wordTable
	codes  Codes // with more room than there are records
	blank  int   // cells in which nothing is
}

// turns let the pieces have their turn in the order of the text.
type turns struct {
	lock sync.Mutex
	cond sync.Cond
	next int // piece of which it is the turn
}

// take waits for the turn of a piece, does something, and gives the turn away; false
// when the text is given up.
func (t *turns) take(seq int, failed *atomic.Bool, do func() bool) bool {
	t.lock.Lock()
	defer t.lock.Unlock()
	for t.next != seq && !failed.Load() {
		t.cond.Wait()
	}
	if failed.Load() {
		return false
	}
	if !do() {
		failed.Store(true)
		return false
	}
	t.next++
	t.cond.Broadcast()
	return true
}

// readPlain reads the text from a source behind its header, on as many threads as
// are given. The result does not depend on their number: pieces are numbered and
// merged in their order. It has failed when there is something that it does not surely
// understand.
func readPlain(src *pieces, h *plainTop, how plainReading) *plainTable {
	t := &plainTable{src: src, columns: make([]tableColumn, h.fields)}
	t.pieces.cond.L = &t.pieces.lock
	for i := range t.columns {
		c := &t.columns[i]
		c.words, c.pieces.cond.L = newWordTable(), &c.pieces.lock
	}
	var work sync.WaitGroup
	for range min(how.threads, int(src.bytes/int64(how.piece))+1) {
		work.Go(func() {
			scan := newPlainScan(h, how)
			for {
				seq, n, more := src.next(scan.b[padding:][:maxPiece])
				if !more {
					return
				}
				if !t.merge(seq, scan, n) {
					t.giveUp(scan)
					return
				}
			}
		})
	}
	work.Wait()
	return t
}

// merge scans a piece of n bytes and adds it when it is its turn; false when the text
// is given up.
func (t *plainTable) merge(seq int, s *plainScan, n int) bool {
	if n == 0 || !s.piece(n) {
		return false
	}
	var at, room int
	sound := t.pieces.take(seq, &t.failed, func() bool {
		t.src.digest.Write(s.b[padding:][:n])
		at = t.rows
		t.register(s, n)
		room = t.room
		return true
	})
	if sound && seq == 0 {
		t.makeRoom(s, room)
	}
	for col := 0; sound && col < len(t.columns); col++ {
		c := &t.columns[col]
		sound = c.pieces.take(seq, &t.failed, func() bool { return c.merge(s, col, at, room) })
	}
	return sound
}

// makeRoom makes room for the codes of the columns that look closed by the first piece,
// column beside column: the others wait for that piece, and new memory takes a while.
func (t *plainTable) makeRoom(s *plainScan, room int) {
	each(len(t.columns), func(col int) {
		if p := &s.columns[col]; !p.open {
			t.columns[col].codes.widen(room, len(p.texts), 0)
		}
	})
}

// giveUp lets nobody wait for a turn.
func (t *plainTable) giveUp(s *plainScan) {
	t.failed.Store(true)
	if s.foreign {
		t.foreign.Store(true)
	}
	t.pieces.wake()
	for i := range t.columns {
		t.columns[i].pieces.wake()
	}
}

func (t *turns) wake() {
	t.lock.Lock()
	defer t.lock.Unlock()
	t.cond.Broadcast()
}

// register counts what was scanned of a piece of n bytes.
func (t *plainTable) register(s *plainScan, n int) {
	for _, row := range s.gaps() {
		t.gaps = append(t.gaps, t.rows+row)
	}
	if s.last > 0 {
		t.last = t.lines + s.last
	}
	t.rows, t.lines, t.bytes = t.rows+len(s.starts), t.lines+s.count, t.bytes+n
	if t.rows > t.room {
		rest := float64(t.src.bytes-int64(t.bytes)) / float64(t.bytes) * float64(t.rows)
		t.room = t.rows + int(rest*1.02) + scanned
	}
}

// merge adds the codes of a piece, of which the first record has a place. The texts
// that are new come in the order of the file, so their numbers are those of first
// appearance.
func (c *tableColumn) merge(s *plainScan, col, at, room int) bool {
	p, n := &s.columns[col], len(s.starts)
	c.words.likely = c.likely(at, room)
	if p.open {
		s.numbers = grown(s.numbers, n)
		if !c.number(s, p, s.numbers) {
			return false
		}
		c.codes.widen(room, len(c.words.words), at)
		c.codes.put(at, s.numbers)
		return true
	}
	for own := len(p.file); own < len(p.texts); own++ {
		text := []byte(p.texts[own])
		code, ok := c.words.intern(keyOf(text), text)
		if !ok {
			return false
		}
		p.file = append(p.file, code)
	}
	own := s.codes[col*n:][:n]
	c.blank += bytes.Count(own, []byte{0})
	c.codes.widen(room, len(c.words.words), at)
	c.codes.putThrough(at, own, p.file)
	if len(p.texts) == len(c.words.words) {
		p.renumber()
	}
	return true
}

// An open column of which almost every field has a text of its own is given room for more of
// them at once. Were all of its texts as frequent, there would be mostAhead times as many as it
// has when one field in newAhead repeats one.
const (
	mostAhead = 4
	newAhead  = 2 * mostAhead
)

// likely returns how many texts there will be in such a column, in which so many records were
// numbered and there is room for some more; 0 in another.
func (c *tableColumn) likely(records, room int) int {
	texts, filled := len(c.words.words)-1, records-c.blank
	if texts == 0 || texts < filled-filled/newAhead {
		return 0
	}
	return int(float64(texts) * min(mostAhead, float64(room)/float64(records)))
}

// number sets the numbers of the fields of an open column. First it looks where each
// is expected, which takes little time when there is nothing else to wait for.
func (c *tableColumn) number(s *plainScan, p *plainColumn, numbers []uint32) bool {
	keys, spans := p.keys[:len(numbers)], p.spans[:len(numbers)]
	c.words.expect(keys, numbers)
	words, mask := c.words.words, uint32(len(c.words.slots)-1)
	for row, key := range keys {
		slot := numbers[row]
		switch n := slot & mask; {
		case key >= longKey:
			if _, like := c.words.slotOf(key, n); slot == like {
				if word := words[n]; (word^key)>>placeSize == 0 && c.words.long(word) == string(s.b[spans[row]>>32:uint32(spans[row])]) {
					numbers[row] = n
					continue
				}
			}
		case int(n) < len(words) && words[n] == key:
			numbers[row] = n
			continue
		case key == 0:
			numbers[row] = 0
			continue
		}
		field := s.b[spans[row]>>32 : uint32(spans[row])]
		code, ok := c.words.find(key, field)
		if !ok {
			if s.b.clean(uint32(spans[row]>>32), uint32(spans[row])) {
				code, ok = c.words.add(key, field)
			} else {
				code, ok = c.spelled(s, key, field)
			}
			if !ok {
				return false
			}
		}
		numbers[row] = code
	}
	for _, code := range numbers {
		c.blank += int((uint64(code) - 1) >> 63)
	}
	return true
}

// spelled numbers the text of a field of which the spelling is new.
func (c *tableColumn) spelled(s *plainScan, key uint64, field []byte) (uint32, bool) {
	text, ok := s.read(field, false)
	if !ok {
		return 0, false
	}
	if bytes.Equal(text, field) { // letters that are not ASCII
		return c.words.add(key, text)
	}
	code := uint32(0)
	if len(text) > 0 {
		if code, ok = c.words.intern(keyOf(text), text); !ok {
			return 0, false
		}
	}
	return code, c.words.spell(key, string(field), code)
}

// rowNumbers returns the row number of each record, of a table that begins below the
// given one.
func (t *plainTable) rowNumbers(below int) (rows survey.RowNumbers) {
	next, at := below+1, 0
	for _, gap := range t.gaps {
		rows.Follow(next, gap-at)
		next, at = next+gap-at+1, gap
	}
	rows.Follow(next, t.rows-at)
	return rows
}

// made returns the columns of the table, which is of no use after that.
func (t *plainTable) made() []Column {
	all := make([]Column, len(t.columns))
	each(len(all), func(col int) {
		c := &t.columns[col]
		all[col] = Column{Letter: letter(col), Dict: c.words.dictionary(), Codes: c.codes.upTo(t.rows)}
		c.codes = Codes{}
	})
	return all
}

// share lets as many threads as there are take the numbers below n, each the next one
// when it is ready for it.
func share(n int, work func(mine iter.Seq[int])) {
	var all sync.WaitGroup
	var taken atomic.Int64
	mine := func(yield func(int) bool) {
		for i := int(taken.Add(1)) - 1; i < n && yield(i); i = int(taken.Add(1)) - 1 {
		}
	}
	for range min(runtime.GOMAXPROCS(0), n) - 1 {
		all.Go(func() { work(mine) })
	}
	work(mine)
	all.Wait()
}

// each calls do with every number below n, on as many threads as there are.
func each(n int, do func(i int)) {
	share(n, func(mine iter.Seq[int]) {
		for i := range mine {
			do(i)
		}
	})
}
