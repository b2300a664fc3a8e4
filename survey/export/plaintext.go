package export

import (
	"bytes"
	"encoding/csv"
	"encoding/hex"
	"io"
	"iter"
	"runtime"
	"slices"
	"sync"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// plainReading says how a plain text is read.
type plainReading struct {
	least   int64 // a smaller file is for the careful reader
	piece   int   // bytes that are scanned at a time, at most
	closed  int   // spellings that the texts of a closed question may have
	threads int
}

const (
	leastPiece = 1 << 18 // bytes of a piece
	mostPiece  = 3 << 17 // and of the largest, unless a record has more
	manyPieces = 16      // for each thread
	manyFields = 1 << 8  // of a record, of which a larger piece takes too much memory
)

// plainFor returns how a text of a size is read. Threads wait for each other at each piece:
// where there are many, they are larger. Each is looked at several times: the largest fits, with
// what is noted of it, into the megabyte or so of its own that a processor has at hand.
func plainFor(size int64) plainReading {
	threads := runtime.GOMAXPROCS(0)
	piece := min(mostPiece, max(leastPiece, size/int64(manyPieces*threads)))
	return plainReading{least: 1 << 18, piece: int(piece), closed: maxClosed, threads: threads}
}

const (
	// plainHead is how many rows the search for the header may look at, narrowHead how many
	// where there are few columns, and plainHeadBytes how many bytes they may take.
	plainHead      = headDepth + maxTitleLines + depthBelow
	narrowHead     = headDepth + maxTitleLines + longRows
	plainHeadBytes = 1 << 26
	// maxPlainArea is how many cells a text may have with the empty ones, of which
	// most take a byte or half of one.
	maxPlainArea = 1 << 33
)

// plain reads a text that needs no care: UTF-8, or of one byte for each character, in
// which every record has as many fields as the header, quotation marks are as they should be and every row is a
// respondent. It takes a fraction of the time and memory of the careful reader,
// which gives the same file. False, with nothing changed, when the text is not
// surely that.
func (f *reader) plain(src io.ReaderAt, size int64, how plainReading) bool {
	if size < how.least {
		return false
	}
	h := f.plainHead(src, size, nil)
	if h != nil && h.reader.guessed {
		h = f.byLetters(src, size)
	}
	if h != nil {
		rows := float64(len(h.grid.rows)) / float64(len(h.data)) * float64(size)
		if f.refused = f.opt.fits(needOfPlain(int(rows), h.fields), 1); f.refused != nil {
			return false
		}
	}
	t := h.body(src, size, how)
	if t != nil && t.foreign.Load() && h.valid {
		h = f.byLetters(src, size)
		t = h.body(src, size, how)
	}
	if t == nil || t.failed.Load() || t.rows == 0 {
		f.refused = t.tooManyTexts()
		return false
	}
	all := t.made()
	try, sound := h.reader, false
	each(2, func(part int) {
		if part == 0 {
			sound = h.allPersons(all, t.rows)
		} else {
			try.decimalMark(h.decimals(all).count())
		}
	})
	if !sound {
		return false
	}
	g, l := h.grid, h.layout
	cols := h.grid.cols
	cells := t.rows * len(all)
	for col := range all {
		if cells -= t.columns[col].blank; all[col].Dict.Len() > 1 {
			cols = max(cols, col+1)
		}
	}
	g.cols = cols
	rows := t.rows + l.first
	for _, r := range g.rows[:l.first] {
		cells += len(r.cells)
	}
	if area := rows * cols; cols < 2 || area > maxPlainArea || area > maxCells && cells < area/500 || area <= maxCells && thin(rows, cols, cells) {
		return false
	}
	try.SHA256 = hex.EncodeToString(t.src.digest.Sum(nil))
	try.heading(g, l)
	try.below(t.last, t.rows)
	try.Rows = t.rowNumbers(try.top())
	try.columns(g, l, all[:cols], h.fields)
	try.guessedEncoding()
	*f = *try
	return true
}

// plainTop is the beginning of a plain text.
type plainTop struct {
	reader  *reader
	data    []byte
	letters *letterSet       // what the encoding is by the letters of the whole file, if that is known
	set     *charmap.Charmap // nil for UTF-8
	valid   bool             // it is UTF-8 as far as it goes, and nothing else says so
	grid    *grid
	layout  *layout
	fields  int
	end     int // where the first record below the header begins
}

// byLetters is plainHead for a text of which the letters tell the encoding.
func (f *reader) byLetters(src io.ReaderAt, size int64) *plainTop {
	letters, ok := lettersOf(src, size)
	if !ok {
		return nil
	}
	return f.plainHead(src, size, letters)
}

// body reads the text below the header.
func (h *plainTop) body(src io.ReaderAt, size int64, how plainReading) *plainTable {
	if h == nil {
		return nil
	}
	if h.fields > manyFields {
		how.piece = min(how.piece, leastPiece)
	}
	return readPlain(newPieces(src, h.data[:h.end], size, how.piece), h, how)
}

// plainHead reads as much of the text as it takes to find the header; nil when the
// text needs care as far as that shows it.
func (f *reader) plainHead(src io.ReaderAt, size int64, letters *letterSet) *plainTop {
	records := plainHead
	for n := int64(1 << 18); n <= plainHeadBytes; n *= 2 {
		data := make([]byte, min(n, size))
		if read, _ := src.ReadAt(data, 0); read < len(data) {
			return nil
		}
		head, found := firstRecords(data, records)
		whole := n >= size && len(head) == len(data)
		if !whole && found < records {
			n = max(n, n/int64(found+1)*int64(records)*5/8)
			continue
		}
		file := *f.File
		file.Decisions, file.Issues = slices.Clone(file.Decisions), slices.Clone(file.Issues)
		h := &plainTop{reader: &reader{File: &file, opt: f.opt}, data: head, letters: letters}
		if !h.find() {
			return nil
		}
		need := plainHead
		if len(h.grid.rows[h.layout.question].cells) <= longColumns {
			need = narrowHead
		}
		if whole || len(h.grid.rows) >= need {
			return h
		}
		records = max(2*records, need)
	}
	return nil
}

// find finds the header; false when a row from there on needs care.
func (h *plainTop) find() bool {
	f := h.reader
	if kind, e := recognise(f.Name, h.data); e != nil || kind != textBytes {
		return false
	}
	t, e := h.decoded()
	if e != nil || h.set == nil && t.encoding != "utf-8" || t.mended > 0 || controls(t.body) > 0 {
		return false
	}
	f.is(CSV)
	g, e := f.records(t)
	if e != nil || f.literal || f.Delimiter >= utf8.RuneSelf {
		return false
	}
	l, e := findHeader(g, f.opt.HeaderRows)
	if e != nil {
		return false
	}
	h.grid, h.layout, h.fields = g, l, modalFields(g)
	header := l.header()
	for _, r := range g.rows[header[0]:] {
		if r.fields != h.fields {
			return false
		}
	}
	if _, others := persons(g, l); len(others.rows) > 0 {
		return false
	}
	skipped := len(h.data) - len(t.body)
	if h.set != nil {
		skipped = len(t.text) - len(t.body)
	}
	t.body = h.data[skipped:]
	h.end = skipped + recordsEnd(t, f.Delimiter, g.number(header[len(header)-1]))
	return true
}

// decoded decodes the beginning of the text.
func (h *plainTop) decoded() (*text, *Error) {
	var d decoded
	var e *Error
	if h.letters != nil {
		d, e = decodeAs(h.data, h.letters.name)
		d.reason, d.doubtful = "letters", h.letters.doubtful
	} else {
		d, e = decode(h.data, h.reader.opt.Encoding)
	}
	if e != nil {
		return nil, e
	}
	h.set, h.valid = oneByte(d.encoding), d.reason == "valid"
	return prepared(d)
}

// recordsEnd returns where the record with a row number ends.
func recordsEnd(t *text, delimiter rune, row int) int {
	r := csv.NewReader(bytes.NewReader(t.body))
	r.Comma, r.FieldsPerRecord, r.ReuseRecord = delimiter, -1, true
	number, line := 0, 1
	for from := int64(0); number < row; from = r.InputOffset() {
		if _, err := r.Read(); err != nil {
			break
		}
		first, _ := r.FieldPos(0)
		number += 1 + first - line
		line = first + bytes.Count(t.record(from, r.InputOffset()), []byte("\n"))
	}
	return int(r.InputOffset())
}

// allPersons reports whether every row of the table is surely a respondent, and no
// cell of it an error.
func (h *plainTop) allPersons(all []Column, rows int) bool {
	words := 0
	for i := range all {
		found := 0
		for _, cell := range all[i].Dict.All() {
			if errorLiteral(cell.Text) {
				return false
			}
			if n := len(cell.Text); n > 4 && n <= 16 && cell.Text[0] > '9' && measurementWord(cell.Text) {
				found = 1
			}
		}
		words += found
	}
	return words < 3 && !h.summary(all, rows) && !totalLast(all, rows-1) && !h.repeated(all, h.layout.question) && !h.repeated(all, h.layout.option)
}

// summary reports whether the first rows may be a summary of answers, also those behind
// what was read to find the header.
func (h *plainTop) summary(all []Column, rows int) bool {
	g, top := newGrid(""), h.grid.rows[:h.layout.first]
	var cells []gridCell
	for _, r := range top {
		cells = cells[:0]
		for _, c := range r.cells {
			cells = append(cells, gridCell{c.col, g.intern(h.grid.dict[c.code])})
		}
		g.add(r.number, r.fields, cells)
	}
	for row := range max(0, min(rows, summaryRows-len(top))) {
		cells = cells[:0]
		for col := 0; col < len(all) && len(cells) <= summaryWide; col++ {
			if code := all[col].Codes.At(row); code > 0 {
				cells = append(cells, gridCell{int32(col), code})
			}
		}
		if len(cells) > summaryWide {
			continue
		}
		for i, c := range cells {
			cells[i].code = g.intern(all[c.col].Dict.At(int(c.code)))
		}
		g.add(0, h.fields, cells)
	}
	return g.summary() != ""
}

// totalLast reports whether the last row begins with a word for a total.
func totalLast(all []Column, row int) bool {
	for i := range all {
		if text := all[i].Value(row).Text; text != "" {
			return totalWord(text)
		}
	}
	return false
}

// repeated reports whether a row of the table may be the header row again: each
// column has its heading among its texts.
func (h *plainTop) repeated(all []Column, row int) bool {
	if row < 0 {
		return false
	}
	for _, c := range h.grid.rows[row].cells {
		heading := h.grid.dict[c.code]
		if all[c.col].Dict.Index(func(cell Cell) bool { return cell == heading }) < 0 {
			return false
		}
	}
	return true
}

// decimals returns the texts of the file that have a decimal mark.
func (h *plainTop) decimals(all []Column) *decimals {
	var found decimals
	var lock sync.Mutex
	for _, cell := range h.grid.dict {
		found.add(cell.Text)
	}
	share(len(all), func(mine iter.Seq[int]) {
		var own decimals
		for i := range mine {
			for _, cell := range all[i].Dict.All() {
				own.add(cell.Text)
			}
		}
		lock.Lock()
		defer lock.Unlock()
		found.join(&own)
	})
	return &found
}
