package spss

import (
	"encoding/binary"
	"fmt"
	"math"
)

// cursor reads fields from front to back and never past the end of its data.
// After the first fault it stays where it is and gives zeros, so that a record
// can be read in one go and err asked once; a loop must ask it each round.
type cursor struct {
	file   string
	record string
	data   []byte // of the whole file, cut off where the record ends
	pos    int
	order  binary.ByteOrder
	err    *Error
}

// fail records the first fault, at byte offset.
func (c *cursor) fail(offset int, format string, args ...any) {
	if c.err == nil {
		c.err = &Error{File: c.file, Record: c.record, Offset: offset, Problem: fmt.Sprintf(format, args...)}
	}
}

// left is the number of bytes that have not been read.
func (c *cursor) left() int { return len(c.data) - c.pos }

// take returns the next n bytes, or nil when there are fewer.
func (c *cursor) take(n int, what string) []byte {
	if c.err != nil {
		return nil
	}
	if n < 0 || n > c.left() {
		c.fail(c.pos, "%s needs %d bytes, %d are left: the file is cut off or damaged", what, n, c.left())
		return nil
	}
	b := c.data[c.pos : c.pos+n]
	c.pos += n
	return b
}

// int32 reads a signed integer of four bytes.
func (c *cursor) int32(what string) int {
	b := c.take(4, what)
	if b == nil {
		return 0
	}
	return int(int32(c.order.Uint32(b)))
}

// int64 reads a signed integer of eight bytes.
func (c *cursor) int64(what string) int64 {
	b := c.take(8, what)
	if b == nil {
		return 0
	}
	return int64(c.order.Uint64(b))
}

// float reads a number of eight bytes.
func (c *cursor) float(what string) float64 {
	b := c.take(8, what)
	if b == nil {
		return 0
	}
	return math.Float64frombits(c.order.Uint64(b))
}

// count reads a number of things of at least size bytes each, which must all
// fit in what is left.
func (c *cursor) count(size int, what string) int {
	at := c.pos
	n := c.int32("the number of " + what)
	if c.err == nil && (n < 0 || n > c.left()/size) {
		c.fail(at, "%d %s cannot fit in the %d bytes that are left", n, what, c.left())
		return 0
	}
	return n
}

// text reads a length of four bytes and that many bytes.
func (c *cursor) text(what string) []byte {
	return c.take(c.count(1, "bytes of "+what), what)
}

// part returns a cursor on the next n bytes, and moves past them.
func (c *cursor) part(n int, record string) *cursor {
	start := c.pos
	c.take(n, "the record")
	return &cursor{file: c.file, record: record, data: c.data[:c.pos], pos: start, order: c.order, err: c.err}
}
