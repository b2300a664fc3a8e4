package export

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strings"
)

const quotesAdvice = `a quotation mark inside a field must be doubled and the field quoted; export the file again`

// readRecords reads the fields of a text into a grid, by the strict rules of
// RFC 4180. In a tab-separated text that breaks them quotation marks are
// literal: spreadsheets on the web write them so.
func readRecords(t *text, delimiter rune) (g *grid, literal bool, e *Error) {
	g, e = strictRecords(t, delimiter)
	if e == nil || delimiter != '\t' {
		return g, false, e
	}
	g, err := literalRecords(t)
	if err != nil {
		return nil, false, e
	}
	return g, true, nil
}

func strictRecords(t *text, delimiter rune) (*grid, *Error) {
	sound, unclosed := t.closed()
	r := csv.NewReader(bytes.NewReader(t.body[:sound]))
	r.Comma, r.FieldsPerRecord, r.ReuseRecord = delimiter, -1, true
	g := newGrid("")
	var cells []gridCell
	var offset int64
	number, line := 0, 1 // of the last record; of the line after it
	for {
		record, err := r.Read()
		if errors.Is(err, io.EOF) && unclosed == nil {
			return g, nil
		}
		if errors.Is(err, io.EOF) {
			return nil, unclosed
		}
		if err != nil {
			return nil, t.quoteFault(err)
		}
		first, _ := r.FieldPos(0)
		number += 1 + first - line // the parser passes over empty lines
		end := r.InputOffset()
		line = first + bytes.Count(t.record(offset, end), []byte("\n"))
		offset = end
		var e *Error
		if cells, e = g.fields(cells[:0], record); e == nil && g.cells > maxCells {
			e = fault(fmt.Sprintf("the file has more than %d cells", maxCells), wantWorkbook)
		}
		if e != nil {
			return nil, e.at(number)
		}
		g.add(number, len(record), cells)
	}
}

// record returns the bytes of a record without the empty lines before it.
func (t *text) record(from, to int64) []byte {
	return bytes.TrimLeft(t.body[from:to], "\r\n")
}

// fields appends the cells of a record that hold something.
func (g *grid) fields(cells []gridCell, record []string) ([]gridCell, *Error) {
	if len(record) > maxColumns {
		return cells, fault(fmt.Sprintf("the row has %d fields; no survey has more than %d columns", len(record), maxColumns), wantWorkbook)
	}
	for i, field := range record {
		if field == "" {
			continue
		}
		if code := g.recall(i, field); code != 0 {
			cells = append(cells, gridCell{int32(i), code})
		}
	}
	return cells, nil
}

// recentCodes is the number of codes of a column that recall remembers, a power
// of 2.
const recentCodes = 16

// recall is intern for the clean text of a field. Answers to a question are few,
// so that most are found among those that the column had lately.
func (g *grid) recall(col int, field string) uint32 {
	if len(g.recent) <= col*recentCodes {
		g.recent = append(g.recent, make([]uint32, (col+1)*recentCodes-len(g.recent))...)
	}
	place := int(field[0])*5 + int(field[len(field)-1])*3 + len(field)
	recent := &g.recent[col*recentCodes+place%recentCodes]
	if text := g.dict[*recent].Text; text == field { // a code found here is of a text that was clean
		return *recent
	}
	*recent = g.intern(Cell{Text: clean(field)})
	return *recent
}

// literalRecords splits at every tab and line end.
func literalRecords(t *text) (*grid, error) {
	g := newGrid("")
	number := 0
	for line := range bytes.Lines(t.body) {
		number++
		record := strings.Split(strings.TrimRight(string(line), "\r\n"), "\t")
		cells, e := g.fields(nil, record)
		if e != nil {
			return nil, e
		}
		if len(cells) > 0 || len(record) > 1 {
			g.add(number, len(record), cells)
		}
	}
	return g, nil
}

// maxQuoted is how many bytes may stand between two quotation marks: what a cell of
// a spreadsheet can hold, many times over.
const maxQuoted = 1 << 20

// closed returns how much of the text can be parsed: up to a quotation mark that
// nothing closes before any answer would end, and the error about it. The parser
// would look for its end in all that follows, and keep that in memory.
func (t *text) closed() (int, *Error) {
	quoted := false
	for from := 0; ; quoted = !quoted {
		to := bytes.IndexByte(t.body[from:], '"')
		length := to
		if to < 0 {
			length = len(t.body) - from
		}
		if quoted && length > maxQuoted {
			line := 1 + t.skipped + bytes.Count(t.body[:from], []byte("\n"))
			return from - 1, fault(fmt.Sprintf("the quotation mark on line %d is not closed within %d MB", line, maxQuoted>>20), quotesAdvice)
		}
		if to < 0 {
			return len(t.body), nil
		}
		from += to + 1
	}
}

// quoteFault says where the parser stopped. It does not show the text there,
// which may be someone's answer.
func (t *text) quoteFault(err error) *Error {
	var parse *csv.ParseError
	if !errors.As(err, &parse) {
		return fault("the text cannot be split into fields", quotesAdvice).cause(err)
	}
	problem := fmt.Sprintf("stray quotation mark on line %d, byte %d", parse.Line+t.skipped, parse.Column)
	if errors.Is(parse.Err, csv.ErrQuote) && parse.StartLine != parse.Line {
		problem = fmt.Sprintf("a quotation mark in the record that starts on line %d is not closed, or closed wrongly on line %d, byte %d",
			parse.StartLine+t.skipped, parse.Line+t.skipped, parse.Column)
	}
	return fault(problem, quotesAdvice).cause(parse.Err)
}

// modalFields returns the commonest number of fields of the rows, the larger
// of equals.
func modalFields(g *grid) int {
	counts := map[int]int{}
	for i := range g.rows {
		counts[g.rows[i].fields]++
	}
	best := 0
	for i := range g.rows {
		if n := g.rows[i].fields; counts[n] > counts[best] || counts[n] == counts[best] && n > best {
			best = n
		}
	}
	return best
}
