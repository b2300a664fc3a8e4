package spss

import (
	"math"
	"slices"
)

// The byte codes that are no number.
const (
	codeNothing = 0
	codeEnd     = 252
	codeValue   = 253
	codeBlanks  = 254
	codeSysmis  = 255
)

// codeSource reads data packed by byte codes, plain or in zlib blocks.
type codeSource struct {
	c       *cursor
	text    []bool          // per slot: it belongs to a string
	values  [256][8]byte    // what the codes stand for
	zero    int             // the code of the number 0, which is NULs in a string
	buf     []byte          // codes and values that can be read now
	blocks  *blocks         // where more come from; nil when buf is all
	codes   [slotSize]uint8 // the group of codes at hand
	at      int             // the next one; slotSize when a group must be read
	reached bool            // the end mark
}

// newCodeSource prepares reading the rest of c.
func (d *dictionary) newCodeSource(c *cursor) *codeSource {
	s := &codeSource{c: c, at: slotSize, zero: -1, buf: c.data[c.pos:], text: make([]bool, len(d.slots))}
	for i := range d.slots {
		s.text[i] = d.slots[i].width != 0
	}
	for code := 1; code < codeEnd; code++ {
		x := float64(code) - d.header.bias
		if x == 0 {
			s.zero = code
		}
		c.order.PutUint64(s.values[code][:], math.Float64bits(x))
	}
	copy(s.values[codeBlanks][:], "        ")
	c.order.PutUint64(s.values[codeSysmis][:], math.Float64bits(-math.MaxFloat64))
	return s
}

// offset is the position in the file of what is read next; within a zlib block
// it is that of the block.
func (s *codeSource) offset() int {
	if s.blocks != nil {
		return s.blocks.offset
	}
	return len(s.c.data) - len(s.buf)
}

// fail records a fault at the current position.
func (s *codeSource) fail(format string, args ...any) *Error {
	s.c.fail(s.offset(), format, args...)
	return s.c.err
}

// eight returns the next eight bytes; nil and no error at the very end.
func (s *codeSource) eight() ([]byte, *Error) {
	for len(s.buf) < slotSize && s.blocks != nil {
		rest := append([]byte(nil), s.buf...) // the next block is unpacked over this one
		block, e := s.blocks.next(s.c)
		if e != nil {
			return nil, e
		}
		if block == nil {
			s.buf = rest
			break
		}
		s.buf = block
		if len(rest) > 0 {
			s.buf = slices.Concat(rest, block)
		}
	}
	if len(s.buf) == 0 {
		return nil, nil
	}
	if len(s.buf) < slotSize {
		return nil, s.fail("the data end within a group of eight bytes: the file is cut off")
	}
	b := s.buf[:slotSize]
	s.buf = s.buf[slotSize:]
	return b, nil
}

// code returns the next code that says something; codeEnd at the end.
func (s *codeSource) code() (uint8, *Error) {
	for {
		if s.reached {
			return codeEnd, nil
		}
		if s.at == slotSize {
			group, e := s.eight()
			if group == nil {
				return codeEnd, e
			}
			copy(s.codes[:], group)
			s.at = 0
		}
		code := s.codes[s.at]
		s.at++
		switch code {
		case codeNothing:
		case codeEnd:
			s.reached = true
		default:
			return code, nil
		}
	}
}

func (s *codeSource) next(row []byte) (bool, *Error) {
	for i, text := range s.text {
		code, e := s.code()
		if e != nil {
			return false, e
		}
		slot := row[i*slotSize : (i+1)*slotSize]
		switch {
		case code == codeEnd && i == 0:
			return false, nil
		case code == codeEnd:
			return false, s.fail("the data end within a case: the file is cut off")
		case code == codeValue:
			b, e := s.eight()
			if e != nil {
				return false, e
			}
			if b == nil {
				return false, s.fail("the data end where a value must follow: the file is cut off")
			}
			copy(slot, b)
		case text && code == uint8(s.zero) && s.zero > 0:
			clear(slot)
		case text != (code == codeBlanks):
			return false, s.fail("code %d does not go with the variable: the data are damaged", code)
		default:
			copy(slot, s.values[code][:])
		}
	}
	return true, nil
}

func (s *codeSource) end() *Error {
	if !s.reached {
		code, e := s.code()
		if e != nil {
			return e
		}
		if code != codeEnd {
			return s.fail("more data follow the last case")
		}
	}
	for {
		b, e := s.eight()
		if e != nil {
			return e
		}
		if b == nil {
			return nil
		}
		for _, x := range b {
			if x != 0 {
				return s.fail("more data follow the end of the cases")
			}
		}
	}
}

func (s *codeSource) marked() bool { return s.reached }
