package export

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
)

const (
	mostBuffer = 64 << 10 // to begin with
	maxToken   = 16 << 20 // bytes of one tag or of one run of text
	maxNesting = 500
	maxAttrs   = 500
)

// token is what the scanner found.
type token uint8

const (
	nothing  token = iota // a comment, an instruction, blanks around the root
	startTag              // the element is in name and attrs
	endTag
	textRun   // the characters are in chars
	endOfFile // after the root element and nothing else
)

// attribute is one attribute of a start tag.
type attribute struct{ name, value []byte }

// xmlScanner reads the tokens of one XML 1.0 document in UTF-8 and accepts
// nothing that is not well-formed. Document types and names beyond ASCII, which
// spreadsheets do not have, are refused too; namespaces are not resolved.
//
// name, attrs and chars are valid until the next token.
type xmlScanner struct {
	src   io.Reader
	buf   []byte // buf[at:] is read from src and not yet scanned
	at    int
	past  int64 // bytes before buf
	size  int64 // bytes in all, as far as that is known
	done  bool  // src is at its end
	begun bool  // the first byte was scanned

	name  []byte // with its prefix
	attrs []attribute
	chars []byte
	plain []byte // what name and chars point to where buf has it otherwise

	open   []byte // the names of the open elements, one after the other
	starts []int  // where each of them begins
	rooted bool   // there was a root element
	closed bool   // the last start tag is its own end tag: <a/>
}

// newScanner makes a scanner of what has a size, as far as that is known.
func newScanner(src io.Reader, size int64) *xmlScanner {
	return &xmlScanner{src: src, size: size, buf: make([]byte, 0, max(16, min(size+1, mostBuffer)))}
}

// read returns how many bytes were scanned.
func (x *xmlScanner) read() int64 { return x.past + int64(x.at) }

// next returns the next token. The end of the file before the end of the root
// element is io.ErrUnexpectedEOF.
func (x *xmlScanner) next() (token, error) {
	if x.closed {
		x.closed = false
		x.pop()
		return endTag, nil
	}
	for {
		kind, n, err := x.scan(x.buf[x.at:])
		if err != nil {
			return nothing, err
		}
		if n == 0 && kind != endOfFile {
			if err := x.fill(); err != nil {
				return nothing, err
			}
			continue
		}
		x.at += n
		if kind != nothing {
			return kind, nil
		}
	}
}

// fill reads more behind what is not yet scanned.
func (x *xmlScanner) fill() error {
	if x.done {
		return io.ErrUnexpectedEOF
	}
	if x.at > 0 {
		x.past += int64(x.at)
		x.buf = x.buf[:copy(x.buf, x.buf[x.at:])]
		x.at = 0
	}
	if len(x.buf) == cap(x.buf) {
		if len(x.buf) >= maxToken {
			return fmt.Errorf("a tag or text of more than %d MB", maxToken>>20)
		}
		x.buf = append(make([]byte, 0, 2*cap(x.buf)), x.buf...)
	}
	for idle := 0; len(x.buf) < cap(x.buf); {
		n, err := x.src.Read(x.buf[len(x.buf):cap(x.buf)])
		x.buf = x.buf[:len(x.buf)+n]
		switch {
		case errors.Is(err, io.EOF):
			x.done = true
			return nil
		case err != nil:
			return err
		case n > 0:
			idle = 0
		default:
			if idle++; idle > 100 {
				return io.ErrNoProgress
			}
		}
	}
	return nil
}

// scan scans one token at the start of b and returns its length: 0 when b does
// not hold the whole of it.
func (x *xmlScanner) scan(b []byte) (token, int, error) {
	if len(b) == 0 || !x.begun {
		return x.edge(b)
	}
	if b[0] != '<' {
		return x.text(b)
	}
	if len(b) < 2 {
		return nothing, 0, nil
	}
	switch b[1] {
	case '/':
		return x.end(b)
	case '?':
		return x.instruction(b, false)
	case '!':
		return x.bang(b)
	}
	return x.start(b)
}

// edge scans at the first and the last byte of the file.
func (x *xmlScanner) edge(b []byte) (token, int, error) {
	switch {
	case len(b) == 0 && x.done && x.rooted && len(x.starts) == 0:
		return endOfFile, 0, nil
	case len(b) < 8 && !x.done || len(b) == 0:
		return nothing, 0, nil
	case bytes.HasPrefix(b, []byte("\xff\xfe")), bytes.HasPrefix(b, []byte("\xfe\xff")), b[0] == 0, len(b) > 1 && b[1] == 0:
		return nothing, 0, errors.New("the encoding is UTF-16; only UTF-8 is read")
	}
	mark := len(b) - len(bytes.TrimPrefix(b, []byte("\xef\xbb\xbf")))
	kind, n, err := nothing, 0, error(nil)
	if declares(b[mark:]) {
		if kind, n, err = x.instruction(b[mark:], true); n == 0 {
			return nothing, 0, err
		}
	}
	x.begun = true
	if mark+n == 0 {
		return x.scan(b)
	}
	return kind, mark + n, err
}

// declares reports whether b begins with an XML declaration.
func declares(b []byte) bool { return len(b) > 5 && string(b[:5]) == "<?xml" && isBlank(b[5]) }

// text scans up to the next tag.
func (x *xmlScanner) text(b []byte) (token, int, error) {
	n := 0
	for n < len(b) && plainBytes[b[n]] {
		n++
	}
	plain := n < len(b) && b[n] == '<'
	if !plain {
		i := bytes.IndexByte(b[n:], '<')
		if i < 0 && !x.done {
			return nothing, 0, nil
		}
		if n += i; i < 0 {
			n = len(b)
		}
	}
	if len(x.starts) == 0 {
		return nothing, n, x.outside(b[:n])
	}
	if x.chars = b[:n]; plain {
		return textRun, n, nil
	}
	var err error
	x.plain, x.chars, err = unescapeXML(x.plain[:0], b[:n], inText)
	return textRun, n, err
}

// outside checks what stands before and after the root element.
func (x *xmlScanner) outside(b []byte) error {
	switch {
	case len(bytes.Trim(b, " \t\r\n")) == 0:
		return nil
	case x.rooted:
		return errors.New("text after the last element")
	}
	return errors.New("text before the first element")
}

// bang scans a comment or a CDATA section.
func (x *xmlScanner) bang(b []byte) (token, int, error) {
	const comment, section = "<!--", "<![CDATA["
	switch {
	case bytes.HasPrefix(b, []byte(comment)):
		i := bytes.Index(b[len(comment):], []byte("--"))
		if i < 0 || len(b) < len(comment)+i+3 {
			return nothing, 0, nil
		}
		body := b[len(comment) : len(comment)+i]
		if b[len(comment)+i+2] != '>' {
			return nothing, 0, errors.New("two hyphens inside a comment")
		}
		_, _, err := unescapeXML(nil, body, literal)
		return nothing, len(comment) + i + 3, err
	case bytes.HasPrefix(b, []byte(section)):
		i := bytes.Index(b[len(section):], []byte("]]>"))
		if i < 0 {
			return nothing, 0, nil
		}
		if len(x.starts) == 0 {
			return nothing, 0, errors.New("text outside the root element")
		}
		var err error
		x.plain, x.chars, err = unescapeXML(x.plain[:0], b[len(section):len(section)+i], literal)
		return textRun, len(section) + i + 3, err
	case strings.HasPrefix(comment, string(b[:min(len(b), len(section))])), strings.HasPrefix(section, string(b[:min(len(b), len(section))])):
		return nothing, 0, nil // cut off within the mark itself
	}
	return nothing, 0, errors.New("unexpected <!...> directive")
}
