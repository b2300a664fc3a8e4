package parquet

import "encoding/binary"

// The types of a value in the compact protocol of Thrift.
const (
	thriftStop   = 0
	thriftTrue   = 1
	thriftFalse  = 2
	thriftByte   = 3
	thriftI16    = 4
	thriftI32    = 5
	thriftI64    = 6
	thriftDouble = 7
	thriftBinary = 8
	thriftList   = 9
	thriftSet    = 10
	thriftMap    = 11
	thriftStruct = 12
	thriftUUID   = 13
)

// deepest is how many structures may be in each other; the format has six.
const deepest = 32

// thrift reads the compact protocol. After an error it gives zeros, and ends.
type thrift struct {
	b   []byte
	at  int
	err error
	// parts is how many structures of lists were read; see part.
	parts int
}

// leastPart is the least that a structure of a list takes here: an empty one takes a
// byte, and would be kept in a hundred.
const leastPart = 8

// part counts a structure of a list, and fails when there are more than can be true.
func (t *thrift) part() {
	if t.parts++; t.parts > len(t.b)/leastPart {
		t.fail()
	}
}

func (t *thrift) fail() {
	if t.err == nil {
		t.err = damaged("its description breaks off or is no description")
	}
	t.at = len(t.b)
}

func (t *thrift) byte() byte {
	if t.at >= len(t.b) {
		t.fail()
		return 0
	}
	t.at++
	return t.b[t.at-1]
}

func (t *thrift) unsigned() uint64 {
	x, n := binary.Uvarint(t.b[t.at:])
	if n <= 0 {
		t.fail()
		return 0
	}
	t.at += n
	return x
}

func (t *thrift) integer() int64 {
	x := t.unsigned()
	return int64(x>>1) ^ -int64(x&1)
}

// small is integer for what fits in 32 bits.
func (t *thrift) small() int {
	x := t.integer()
	if x != int64(int32(x)) {
		t.fail()
		return 0
	}
	return int(x)
}

func (t *thrift) text() string {
	n := t.unsigned()
	if n > uint64(len(t.b)-t.at) {
		t.fail()
		return ""
	}
	t.at += int(n)
	return string(t.b[t.at-int(n) : t.at])
}

// list calls each for every element of a list; each reads one of the type.
func (t *thrift) list(each func(kind byte)) {
	head := t.byte()
	n := uint64(head >> 4)
	if n == 15 {
		n = t.unsigned()
	}
	for i := uint64(0); i < n && t.err == nil; i++ {
		each(head & 15)
	}
}

// structure calls field for the fields of a structure. It reads the value of a field
// that it knows, and returns false for another, which is passed over. The value of a
// truth is its type.
func (t *thrift) structure(depth int, field func(id int, kind byte) bool) {
	if depth > deepest {
		t.fail()
	}
	for id := 0; t.err == nil; {
		head := t.byte()
		if head == thriftStop {
			return
		}
		if step := int(head >> 4); step > 0 {
			id += step
		} else {
			id = int(int16(t.integer()))
		}
		if t.err == nil && !field(id, head&15) {
			t.skip(head&15, depth+1, true)
		}
	}
}

// skip passes over a value. A truth in a list takes a byte.
func (t *thrift) skip(kind byte, depth int, field bool) {
	switch kind {
	case thriftTrue, thriftFalse:
		if !field {
			t.byte()
		}
	case thriftByte:
		t.byte()
	case thriftI16, thriftI32, thriftI64:
		t.unsigned()
	case thriftDouble:
		t.pass(8)
	case thriftUUID:
		t.pass(16)
	case thriftBinary:
		t.text()
	case thriftList, thriftSet:
		if depth > deepest {
			t.fail()
			return
		}
		t.list(func(kind byte) { t.skip(kind, depth+1, false) })
	case thriftMap:
		t.skipMap(depth)
	case thriftStruct:
		t.structure(depth, func(int, byte) bool { return false })
	default:
		t.fail()
	}
}

func (t *thrift) skipMap(depth int) {
	n := t.unsigned()
	if depth > deepest || n > uint64(len(t.b)) {
		t.fail()
	}
	if n == 0 || t.err != nil {
		return
	}
	kinds := t.byte()
	for ; n > 0 && t.err == nil; n-- {
		t.skip(kinds>>4, depth+1, false)
		t.skip(kinds&15, depth+1, false)
	}
}

func (t *thrift) pass(n int) {
	if n > len(t.b)-t.at {
		t.fail()
		return
	}
	t.at += n
}
