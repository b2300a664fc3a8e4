package export

import (
	"bytes"
	"encoding/binary"
	"math/bits"
)

// plainCell reads a whole cell in one of the forms that nearly all have:
//
//	<c r="B2" s="1" t="s"><v>12</v></c>
//	<c r="B2" t="inlineStr"><is><t>text</t></is></c>
//
// It sets attrs and returns what stands in <v> or <t>. ok is false and nothing
// has been read where the cell has another form, which need not be wrong, or
// the buffer does not hold all of it.
func (x *xmlScanner) plainCell() (value []byte, inline, ok bool) {
	b := x.buf[x.at:]
	if x.closed || !bytes.HasPrefix(b, []byte("<c ")) {
		return nil, false, false
	}
	n := x.plainAttrs(b, 2)
	if n == 0 {
		return nil, false, false
	}
	end := "</v></c>"
	switch {
	case bytes.HasPrefix(b[n:], []byte("<v>")):
		n += len("<v>")
	case bytes.HasPrefix(b[n:], []byte("<is><t>")):
		n += len("<is><t>")
		end, inline = "</t></is></c>", true
	default:
		return nil, false, false
	}
	size := 0
	for n+size < len(b) && plainBytes[b[n+size]] {
		size++
	}
	value = b[n : n+size]
	if n+size < len(b) && b[n+size] != '<' {
		if size = bytes.IndexByte(b[n:], '<'); size < 0 {
			return nil, false, false
		}
		var err error
		if x.plain, value, err = unescapeXML(x.plain[:0], b[n:n+size], inText); err != nil {
			return nil, false, false
		}
	}
	if n += size; len(b)-n < len(end) || string(b[n:n+len(end)]) != end {
		return nil, false, false
	}
	x.at += n + len(end)
	return value, inline, true
}

// What nextCell compares with eight or four bytes at a time.
const (
	nearCell   = 64 // bytes that are enough for a cell with a value of one word
	sharedMark = uint64(' ') | 't'<<8 | '='<<16 | '"'<<24 | 's'<<32 | '"'<<40 | '>'<<48 | '<'<<56
	valueEnd   = uint64('<') | '/'<<8 | 'v'<<16 | '>'<<24 | '<'<<32 | '/'<<40 | 'c'<<48 | '>'<<56
	styleMark  = uint32(' ') | 's'<<8 | '='<<16 | '"'<<24
	valueMark  = uint32('>') | '<'<<8 | 'v'<<16 | '>'<<24
	eachByte   = 0x0101010101010101
)

// tagPart is up to eight bytes that are expected, and how many; nothing where none are.
type tagPart struct {
	word, mask uint64
	size       int
}

// partOf returns a text that is expected, or nothing when it is too long.
func partOf[T string | []byte](text T) (p tagPart) {
	if len(text) > 8 {
		return tagPart{}
	}
	for i := range len(text) {
		p.word |= uint64(text[i]) << (8 * i)
		p.mask |= 0xff << (8 * i)
	}
	p.size = len(text)
	return p
}

// at reports whether it is in b at a place, behind which there are eight bytes.
func (p *tagPart) at(b []byte, n int) bool {
	return (binary.LittleEndian.Uint64(b[n:])^p.word)&p.mask == 0
}

// nextCell reads a whole cell as nearly all are, the one that is expected to come
// next: a number, or the place of a shared text. The parts are of its tag up to the
// letters of its column, and of its row with the quotation mark behind it. It sets the
// style, the kind and the key. Nil, with nothing read, where the cell is another, or has
// another form, or the buffer ends soon.
//
//	<c r="B2" s="1" t="s"><v>12</v></c>
func (x *xmlScanner) nextCell(c *cellHead, column, row *tagPart) (value []byte) {
	b := x.buf[x.at:]
	if len(b) < nearCell || x.closed || column.size*row.size == 0 || !column.at(b, 0) || !row.at(b, column.size) {
		return nil
	}
	n := column.size + row.size
	head := cellHead{col: c.col}
	if binary.LittleEndian.Uint32(b[n:]) == styleMark {
		from := n + 4
		for n = from; b[n] >= '0' && b[n] <= '9' && n < from+7; n++ {
			head.style = 10*head.style + int(b[n]-'0')
		}
		if b[n] != '"' || n == from {
			return nil
		}
		n++
	}
	if binary.LittleEndian.Uint64(b[n:]) == sharedMark {
		head.kind = sharedText
		n += len(` t="s"`)
	}
	if binary.LittleEndian.Uint32(b[n:]) != valueMark {
		return nil
	}
	n += len("><v>")
	size, key := numberAt(b[n:])
	if head.key = key; size == 0 {
		for n+size < len(b) && b[n+size] > ' ' && plainBytes[b[n+size]] {
			size++
		}
	}
	if end := n + size; size == 0 || len(b)-end < 8 || binary.LittleEndian.Uint64(b[end:]) != valueEnd {
		return nil
	}
	*c = head
	x.at += n + size + len("</v></c>")
	return b[n : n+size]
}

// numberAt returns the length and the key of the digits and their signs that b begins
// with, up to a tag; 0 when they are no more than that, or more than seven.
func numberAt(b []byte) (size int, key uint64) {
	word := binary.LittleEndian.Uint64(b)
	tag := word ^ '<'*eachByte
	tag = (tag - eachByte) & ^tag & (0x80 * eachByte) // the lowest bit is in the first byte that is one
	if tag == 0 {
		return 0, 0
	}
	wide := bits.TrailingZeros64(tag) &^ 7
	key = word & (1<<wide - 1)
	filled := key | ('0'*eachByte)<<wide
	if above, below := filled+(0x80-'9'-1)*eachByte, filled-'+'*eachByte; (filled|above|below)&(0x80*eachByte) != 0 {
		return 0, 0
	}
	return wide / 8, key | uint64(wide/8)<<56
}

// plainAttrs reads attributes with a name of one letter and a value of letters
// and digits, from b[n] to the end of the tag, which is returned; 0 when they
// are not so.
func (x *xmlScanner) plainAttrs(b []byte, n int) int {
	x.attrs = x.attrs[:0]
	for ; len(b)-n > 5 && b[n] == ' '; n++ {
		name := b[n+1 : n+2]
		if b[n+2] != '=' || b[n+3] != '"' || name[0] < 'a' || name[0] > 'z' || len(x.attrs) == 4 {
			return 0
		}
		from := n + 4
		for n = from; n < len(b) && nameBytes[b[n]]; {
			n++
		}
		if n == len(b) || b[n] != '"' {
			return 0
		}
		for i := range x.attrs {
			if x.attrs[i].name[0] == name[0] {
				return 0
			}
		}
		x.attrs = append(x.attrs, attribute{name, b[from:n]})
	}
	if n >= len(b) || b[n] != '>' {
		return 0
	}
	return n + 1
}
