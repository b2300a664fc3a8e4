package export

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
)

func isBlank(c byte) bool { return c == ' ' || c == '\n' || c == '\t' || c == '\r' }

// blanks returns how many blanks b begins with.
func blanks(b []byte) int {
	n := 0
	for n < len(b) && isBlank(b[n]) {
		n++
	}
	return n
}

// nameBytes are the bytes that names consist of, with a colon before a prefix.
var nameBytes = func() (set [256]bool) {
	for c := range set {
		set[c] = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c == '-' || c == '.' || c == ':'
	}
	return set
}()

// nameAt returns the length of the name that b begins with, 0 when b ends in
// the middle of it.
func nameAt(b []byte) (int, error) {
	n, colon := 0, -1
	for n < len(b) && nameBytes[b[n]] {
		if b[n] == ':' {
			if colon >= 0 || n == 0 {
				return 0, errors.New("a colon too many in a name")
			}
			colon = n
		}
		n++
	}
	switch {
	case n == len(b):
		return 0, nil
	case n == 0 || b[n] >= 0x80:
		return 0, errors.New("a tag without a name, or with letters beyond ASCII in it")
	case badStart(b[0]), colon == n-1, colon > 0 && badStart(b[colon+1]):
		return 0, errors.New("a name that does not begin with a letter")
	}
	return n, nil
}

func badStart(c byte) bool { return c == '-' || c == '.' || c >= '0' && c <= '9' }

// localName returns a name without its prefix.
func localName(name []byte) []byte { return name[bytes.IndexByte(name, ':')+1:] }

// start scans a start tag.
func (x *xmlScanner) start(b []byte) (token, int, error) {
	size, err := nameAt(b[1:])
	if size == 0 {
		return nothing, 0, err
	}
	x.name, x.attrs, x.plain = b[1:1+size], x.attrs[:0], x.plain[:0]
	for n := 1 + size; ; {
		gap := blanks(b[n:])
		n += gap
		if n+1 >= len(b) && (n >= len(b) || b[n] == '/') {
			return nothing, 0, nil
		}
		switch {
		case b[n] == '>':
			return startTag, n + 1, x.push()
		case b[n] == '/' && b[n+1] == '>':
			x.closed = true
			return startTag, n + 2, x.push()
		case gap == 0:
			return nothing, 0, fmt.Errorf("no blank before an attribute of <%s>", x.name)
		}
		m, err := x.attribute(b[n:])
		if m == 0 || err != nil {
			return nothing, 0, err
		}
		n += m
	}
}

// attribute scans one attribute at the start of b; 0 when it is not all there.
func (x *xmlScanner) attribute(b []byte) (int, error) {
	size, err := nameAt(b)
	if size == 0 {
		return 0, err
	}
	name, n := b[:size], size
	n += blanks(b[n:])
	if n == len(b) {
		return 0, nil
	}
	if b[n] != '=' {
		return 0, fmt.Errorf("an attribute of <%s> without a value", x.name)
	}
	n++
	n += blanks(b[n:])
	if n == len(b) {
		return 0, nil
	}
	quote := b[n]
	if quote != '"' && quote != '\'' {
		return 0, fmt.Errorf("an attribute of <%s> without quotes", x.name)
	}
	n++
	end := bytes.IndexByte(b[n:], quote)
	if end < 0 {
		return 0, nil
	}
	for i := range x.attrs {
		if string(x.attrs[i].name) == string(name) {
			return 0, fmt.Errorf("an attribute of <%s> occurs twice", x.name)
		}
	}
	if len(x.attrs) == maxAttrs {
		return 0, fmt.Errorf("<%s> has more than %d attributes", x.name, maxAttrs)
	}
	var value []byte
	x.plain, value, err = unescapeXML(x.plain, b[n:n+end], inAttribute)
	x.attrs = append(x.attrs, attribute{name, value})
	return n + end + 1, err
}

// push opens the element in x.name.
func (x *xmlScanner) push() error {
	switch {
	case len(x.starts) == 0 && x.rooted:
		return errors.New("a second document after the first")
	case len(x.starts) == maxNesting:
		return fmt.Errorf("elements nested more than %d deep", maxNesting)
	}
	x.rooted = true
	x.starts = append(x.starts, len(x.open))
	x.open = append(x.open, x.name...)
	return nil
}

// pop closes the element that is open.
func (x *xmlScanner) pop() {
	last := len(x.starts) - 1
	x.open, x.starts = x.open[:x.starts[last]], x.starts[:last]
}

// end scans an end tag.
func (x *xmlScanner) end(b []byte) (token, int, error) {
	if len(x.starts) > 0 { // most tags end without a blank
		name := x.open[x.starts[len(x.starts)-1]:]
		if n := 2 + len(name); n < len(b) && b[n] == '>' && string(b[2:n]) == string(name) {
			x.pop()
			return endTag, n + 1, nil
		}
	}
	size, err := nameAt(b[2:])
	if size == 0 {
		return nothing, 0, err
	}
	n := 2 + size
	n += blanks(b[n:])
	switch {
	case n == len(b):
		return nothing, 0, nil
	case b[n] != '>':
		return nothing, 0, fmt.Errorf("something behind the name in </%s>", b[2:2+size])
	case len(x.starts) == 0:
		return nothing, 0, fmt.Errorf("</%s> closes nothing", b[2:2+size])
	}
	if open := x.open[x.starts[len(x.starts)-1]:]; !bytes.Equal(open, b[2:2+size]) {
		return nothing, 0, fmt.Errorf("<%s> is closed by </%s>", open, b[2:2+size])
	}
	x.pop()
	return endTag, n + 1, nil
}

// instruction scans a processing instruction, or the XML declaration where that
// may stand.
func (x *xmlScanner) instruction(b []byte, declaration bool) (token, int, error) {
	size, err := nameAt(b[2:])
	if size == 0 {
		return nothing, 0, err
	}
	end := bytes.Index(b[2+size:], []byte("?>"))
	if end < 0 {
		return nothing, 0, nil
	}
	name, body := b[2:2+size], b[2+size:2+size+end]
	n := 2 + size + end + 2
	switch {
	case len(body) > 0 && !isBlank(body[0]):
		return nothing, 0, fmt.Errorf("no blank behind the name in <?%s", name)
	case declaration:
		return nothing, n, declared(string(body))
	case strings.EqualFold(string(name), "xml"):
		return nothing, 0, errors.New("an XML declaration that is not the first of the file")
	}
	_, _, err = unescapeXML(nil, body, literal)
	return nothing, n, err
}

// declared checks the version and the encoding in an XML declaration.
func declared(body string) error {
	wants := []string{"version", "encoding", "standalone"}
	for rest := strings.Trim(body, " \t\r\n"); rest != ""; {
		name, after, ok := strings.Cut(rest, "=")
		name, after = strings.Trim(name, " \t\r\n"), strings.TrimLeft(after, " \t\r\n")
		if !ok || after == "" || after[0] != '"' && after[0] != '\'' {
			return errors.New("a damaged XML declaration")
		}
		value, after, ok := strings.Cut(after[1:], after[:1])
		for len(wants) > 0 && wants[0] != name && wants[0] != "version" {
			wants = wants[1:]
		}
		if !ok || len(wants) == 0 || wants[0] != name || after != "" && !isBlank(after[0]) {
			return errors.New("a damaged XML declaration")
		}
		switch {
		case name == "version" && value != "1.0":
			return errors.New("the XML is of another version than 1.0")
		case name == "encoding" && !strings.EqualFold(value, "utf-8"):
			return errors.New("the encoding is not UTF-8, the only one that is read")
		}
		wants, rest = wants[1:], strings.TrimLeft(after, " \t\r\n")
	}
	if len(wants) == 3 {
		return errors.New("an XML declaration without a version")
	}
	return nil
}
