package export

import (
	"bytes"
	"errors"
	"fmt"
	"io"
)

// xmlReader walks through the elements of one XML document and leaves nothing
// at its end unread, so that a damaged or cut document is always an error. What
// it returns of the document is valid until the next call.
type xmlReader struct{ *xmlScanner }

func newXMLReader(r io.Reader, size int64) *xmlReader { return &xmlReader{newScanner(r, size)} }

// element returns the name without prefix of the element opened last.
func (x *xmlReader) element() string { return string(localName(x.name)) }

// root reads up to the first element; name "" accepts any.
func (x *xmlReader) root(name string) error {
	if _, err := x.next(); err != nil {
		return err
	}
	if name != "" && x.element() != name {
		return fmt.Errorf("found <%s> where <%s> was expected", x.element(), name)
	}
	return nil
}

// child opens the next child of the element that is open; false at its end.
// Text between the children is not allowed.
func (x *xmlReader) child() (bool, error) {
	for {
		kind, err := x.next()
		switch {
		case err != nil:
			return false, err
		case kind == startTag:
			return true, nil
		case kind == endTag:
			return false, nil
		case len(bytes.TrimLeft(x.chars, " \t\r\n")) > 0:
			return false, errors.New("unexpected text between the elements")
		}
	}
}

// children calls each for every child of the element that is open; each reads up to
// the end of the child.
func (x *xmlReader) children(each func(*xmlReader) error) error {
	for {
		more, err := x.child()
		if err != nil || !more {
			return err
		}
		if err := each(x); err != nil {
			return err
		}
	}
}

// skip reads up to the end of the element that is open.
func (x *xmlReader) skip() error {
	for depth := len(x.starts); ; {
		kind, err := x.next()
		if err != nil {
			return err
		}
		if kind == endTag && len(x.starts) < depth {
			return nil
		}
	}
}

// content appends the text up to the end of the element that is open, which may
// hold no other elements.
func (x *xmlReader) content(b []byte) ([]byte, error) {
	for {
		kind, err := x.next()
		switch {
		case err != nil:
			return b, err
		case kind == startTag:
			return b, fmt.Errorf("unexpected <%s> inside a value", x.element())
		case kind == endTag:
			return b, nil
		}
		b = append(b, x.chars...)
	}
}

// richText appends the text of an <si> or <is>: its <t>, or those of its runs;
// readings of Japanese words (<rPh>) are no part of it.
func (x *xmlReader) richText(b []byte) ([]byte, error) {
	for {
		more, err := x.child()
		if err != nil || !more {
			return b, err
		}
		switch string(localName(x.name)) {
		case "t":
			b, err = x.content(b)
		case "r":
			b, err = x.richText(b)
		default:
			err = x.skip()
		}
		if err != nil {
			return b, err
		}
	}
}

// end reads what follows the root element, which must be nothing.
func (x *xmlReader) end() error {
	kind, err := x.next()
	if err == nil && kind != endOfFile {
		err = errors.New("something after the last element")
	}
	return err
}

// attr returns an attribute without a prefix, or nil.
func (x *xmlReader) attr(name string) []byte {
	for i := range x.attrs {
		if string(x.attrs[i].name) == name {
			return x.attrs[i].value
		}
	}
	return nil
}

// link returns the id by which the element opened last leads to another part, the
// attribute "id" of a namespace, mostly r:id; nothing when it leads nowhere.
func (x *xmlReader) link() string {
	for i := range x.attrs {
		if name := x.attrs[i].name; len(name) > len(":id") && string(localName(name)) == "id" {
			return string(x.attrs[i].value)
		}
	}
	return ""
}
