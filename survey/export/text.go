package export

import (
	"bytes"
	"fmt"
	"strings"
)

// text is a text file on its way to records.
type text struct {
	decoded
	body      []byte // with "\n" as the only line end, after any "sep=" line
	separator rune   // from the "sep=" line, or 0
	lineEnds  string // "cr" or "cr-cr-lf" when they had to be mended
	mended    int
	skipped   int // lines before body
}

// prepare decodes the text and mends its line ends.
func prepare(data []byte, opt Options) (*text, *Error) {
	d, e := decode(data, opt.Encoding)
	if e != nil {
		return nil, e
	}
	return prepared(d)
}

// prepared is prepare for a text that is decoded.
func prepared(d decoded) (*text, *Error) {
	t := &text{decoded: d, body: d.text}
	if len(bytes.TrimSpace(t.body)) == 0 {
		return nil, fault("the file holds nothing but blanks", "export the answers again")
	}
	if at := bytes.IndexByte(t.body, 0); at >= 0 {
		return nil, fault("the file is binary, not text", wantWorkbook).at(1 + bytes.Count(t.body[:at], []byte("\n")))
	}
	if controls(t.body) > len(t.body)/20 {
		return nil, fault("the file is binary, not text", wantWorkbook)
	}
	t.mendLineEnds()
	t.takeSeparatorLine()
	return t, nil
}

// controls counts the control characters that text does not have.
func controls(b []byte) int {
	n := 0
	for _, c := range b {
		if c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != '\v' {
			n++
		}
	}
	return n
}

// mendLineEnds turns a doubled CR before LF, and CR alone where that ends the
// lines, into LF. A CR inside quotation marks is left for clean.
func (t *text) mendLineEnds() {
	if n := bytes.Count(t.body, []byte("\r\r\n")); n > 0 {
		t.body = bytes.ReplaceAll(t.body, []byte("\r\r\n"), []byte("\n"))
		t.lineEnds, t.mended = "cr-cr-lf", n
	}
	if bytes.IndexByte(t.body, '\r') < 0 {
		return
	}
	var alone, feeds int
	eachUnquoted(t.body, func(i int) {
		switch {
		case t.body[i] == '\n':
			feeds++
		case t.body[i] == '\r' && (i+1 == len(t.body) || t.body[i+1] != '\n'):
			alone++
		}
	})
	if alone == 0 || feeds > 0 {
		return
	}
	t.body = bytes.Clone(t.body)
	eachUnquoted(t.body, func(i int) {
		if t.body[i] == '\r' {
			t.body[i] = '\n'
		}
	})
	t.lineEnds, t.mended = "cr", alone
}

// eachUnquoted calls f for every byte outside quotation marks.
func eachUnquoted(b []byte, f func(i int)) {
	quoted := false
	for i, c := range b {
		if c == '"' {
			quoted = !quoted
		} else if !quoted {
			f(i)
		}
	}
}

// takeSeparatorLine takes a first line such as "sep=;", a note to Excel.
func (t *text) takeSeparatorLine() {
	line, rest, _ := bytes.Cut(t.body, []byte("\n"))
	s := strings.Trim(strings.TrimRight(string(line), "\r"), `"`)
	if len(s) >= 5 && strings.EqualFold(s[:4], "sep=") {
		if r := []rune(s[4:]); len(r) == 1 {
			t.separator, t.body, t.skipped = r[0], rest, 1
		}
	}
}

// readText reads a text file into a grid.
func readText(data []byte, f *reader) (*grid, *Error) {
	t, e := prepare(data, f.opt)
	if e != nil {
		return nil, e
	}
	return f.records(t)
}

// records reads a text into a grid.
func (f *reader) records(t *text) (g *grid, e *Error) {
	f.Encoding, f.guessed, f.unsure = t.encoding, t.reason == "letters", t.doubtful
	f.decide(DecisionEncoding, t.encoding, t.reason)
	if t.separator != 0 {
		f.decide(DecisionSeparatorLine, delimiterName(t.separator))
	}
	if t.mended > 0 {
		f.decide(DecisionLineEnds, t.lineEnds, fmt.Sprint(t.mended))
	}
	delimiter, reason := f.opt.Delimiter, "given"
	if delimiter == 0 {
		delimiter, reason = t.separator, "separator-line"
	}
	if delimiter == 0 {
		if delimiter, e = findDelimiter(t); e != nil {
			return nil, e
		}
		reason = "counted"
	}
	if !allowedDelimiter(delimiter) {
		return nil, fault(fmt.Sprintf("%q cannot separate fields", delimiter), "use a comma, a semicolon, a tab or a bar")
	}
	f.Delimiter = delimiter
	g, f.literal, e = readRecords(t, delimiter)
	if e != nil {
		return nil, e
	}
	f.decide(DecisionDelimiter, delimiterName(delimiter), reason, fmt.Sprint(modalFields(g)))
	if f.literal {
		f.decide(DecisionQuotes, "literal")
	}
	return g, nil
}
