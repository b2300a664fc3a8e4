package spss

import (
	"bytes"
	"strconv"
)

// rawSet is a multiple-response set in the bytes of the file.
type rawSet struct {
	offset         int
	name, label    []byte
	form           byte // C categories, D dichotomies, E dichotomies with labels of the counted value
	source         int  // for E: 1, or 11 when the label of a variable serves as the set's
	counted        []byte
	members        [][]byte
	countedIsThere bool
}

// parseSets reads record 7/7 or 7/19: a line per set, such as
// "$used=D1 1 13 Channels used phone web email".
func (d *dictionary) parseSets(c *cursor) {
	for c.err == nil && c.left() > 0 {
		if b := c.data[c.pos]; b == '\n' || b == '\r' || b == 0 || b == ' ' {
			c.pos++
			continue
		}
		if s := parseSet(c); c.err == nil {
			d.sets = append(d.sets, s)
		}
	}
}

// parseSet reads one line. The counted value and the label stand behind their
// length, as they may hold blanks and line ends.
func parseSet(c *cursor) rawSet {
	s := rawSet{offset: c.pos}
	s.name = c.upTo('=', "the name of the set")
	if c.err == nil && len(s.name) == 0 {
		c.fail(s.offset, "a set without a name")
	}
	form := c.take(1, "the form of the set")
	if c.err != nil {
		return s
	}
	s.form = form[0]
	switch s.form {
	case 'C':
		c.blank()
	case 'E':
		c.blank()
		s.source = c.digits("the source of the labels")
		c.blank()
		fallthrough
	case 'D':
		s.counted, s.countedIsThere = c.counted("the counted value"), true
		c.blank()
	default:
		c.fail(c.pos-1, "a set of form %q instead of C, D or E", s.form)
	}
	s.label = c.counted("the label of the set")
	if c.err == nil {
		s.members = bytes.Fields(c.line())
	}
	return s
}

// upTo returns the bytes before the next separator and moves past it.
func (c *cursor) upTo(separator byte, what string) []byte {
	n := bytes.IndexByte(c.data[c.pos:], separator)
	if n < 0 {
		c.fail(c.pos, "%s has no end", what)
		return nil
	}
	b := c.take(n, what)
	c.take(1, what)
	return b
}

// line returns the bytes before the next line feed, or all that are left.
func (c *cursor) line() []byte {
	if n := bytes.IndexByte(c.data[c.pos:], '\n'); n >= 0 {
		return c.take(n, "the variables of the set")
	}
	return c.take(c.left(), "the variables of the set")
}

// blank moves past one blank.
func (c *cursor) blank() {
	if b := c.take(1, "a set"); b != nil && b[0] != ' ' {
		c.fail(c.pos-1, "%q instead of a blank in a set", b[0])
	}
}

// digits reads a number in decimal digits.
func (c *cursor) digits(what string) int {
	if c.err != nil {
		return 0
	}
	start := c.pos
	for c.left() > 0 && c.data[c.pos] >= '0' && c.data[c.pos] <= '9' {
		c.pos++
	}
	n, err := strconv.Atoi(string(c.data[start:min(c.pos, start+12)]))
	if err != nil {
		c.fail(start, "%s is not a number", what)
	}
	return n
}

// counted reads a length in digits, a blank, and that many bytes.
func (c *cursor) counted(what string) []byte {
	n := c.digits("the length of " + what)
	c.blank()
	return c.take(n, what)
}
