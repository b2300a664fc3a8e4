package parquet

import (
	"encoding/binary"
	"io"
)

// footer is what a file says of itself.
type footer struct {
	rows      int64
	elements  []element
	groups    []group
	meta      []KeyValue
	createdBy string
	encrypted bool
}

// KeyValue is one remark of the writer.
type KeyValue struct{ Key, Value string }

// element is a node of the schema.
type element struct {
	name       string
	physical   int // -1 for a group
	length     int
	repetition int
	children   int
	converted  int // -1 when not given
	scale      int
	logical    int // the field of the union, or 0
	bits       int // of a whole number
	signed     bool
	unit       int // of a time: 1 milli, 2 micro, 3 nano
}

// group is a row group.
type group struct {
	rows   int64
	chunks []chunk
}

// chunk is where a column of a row group is.
type chunk struct {
	physical     int
	codec        int
	values       int64
	packed, size int64
	data, dict   int64
	elsewhere    bool // in another file
	encrypted    bool
}

// largestFooter is the most bytes that a description may take.
const largestFooter = 1 << 26

// readFooter reads the description at the end of a file.
func readFooter(src io.ReaderAt, size int64) (*footer, error) {
	if size < 12 {
		return nil, damaged("it is too short")
	}
	var ends [12]byte
	if _, err := src.ReadAt(ends[:4], 0); err != nil {
		return nil, err
	}
	if _, err := src.ReadAt(ends[4:], size-8); err != nil {
		return nil, err
	}
	switch tail := string(ends[8:]); {
	case tail == EncryptedMagic || string(ends[:4]) == EncryptedMagic:
		return nil, unread(writeAgain, "it is encrypted")
	case string(ends[:4]) != Magic:
		return nil, damaged("it does not begin as such a file does")
	case tail != Magic:
		return nil, damaged("its end is missing")
	}
	n := int64(binary.LittleEndian.Uint32(ends[4:]))
	if n > size-12 || n > largestFooter {
		return nil, damaged("its description is larger than it is")
	}
	b := make([]byte, n)
	if _, err := src.ReadAt(b, size-8-n); err != nil {
		return nil, err
	}
	f := &footer{}
	t := &thrift{b: b}
	f.read(t)
	return f, t.err
}

func (f *footer) read(t *thrift) {
	t.structure(0, func(id int, kind byte) bool {
		switch {
		case id == 2 && kind == thriftList:
			t.list(func(byte) {
				if len(f.elements) > MaxColumns+1 {
					t.err = unread(writeAgain, "it has more than %d columns", MaxColumns)
					return
				}
				f.elements = append(f.elements, readElement(t))
			})
		case id == 3 && kind == thriftI64:
			f.rows = t.integer()
		case id == 4 && kind == thriftList:
			t.list(func(byte) { t.part(); f.groups = append(f.groups, readGroup(t)) })
		case id == 5 && kind == thriftList:
			t.list(func(byte) { t.part(); f.meta = append(f.meta, readKeyValue(t)) })
		case id == 6 && kind == thriftBinary:
			f.createdBy = t.text()
		case id == 8:
			f.encrypted = true
			return false
		default:
			return false
		}
		return true
	})
}

func readKeyValue(t *thrift) (kv KeyValue) {
	t.structure(1, func(id int, kind byte) bool {
		switch {
		case id == 1 && kind == thriftBinary:
			kv.Key = t.text()
		case id == 2 && kind == thriftBinary:
			kv.Value = t.text()
		default:
			return false
		}
		return true
	})
	return kv
}

func readElement(t *thrift) element {
	e := element{physical: -1, converted: -1}
	t.structure(1, func(id int, kind byte) bool {
		switch {
		case id == 1 && kind == thriftI32:
			e.physical = t.small()
		case id == 2 && kind == thriftI32:
			e.length = t.small()
		case id == 3 && kind == thriftI32:
			e.repetition = t.small()
		case id == 4 && kind == thriftBinary:
			e.name = t.text()
		case id == 5 && kind == thriftI32:
			e.children = t.small()
		case id == 6 && kind == thriftI32:
			e.converted = t.small()
		case id == 7 && kind == thriftI32:
			e.scale = t.small()
		case id == 10 && kind == thriftStruct:
			e.readLogical(t)
		default:
			return false
		}
		return true
	})
	return e
}

// readLogical reads what the values mean: a union of structures.
func (e *element) readLogical(t *thrift) {
	t.structure(2, func(id int, kind byte) bool {
		if kind != thriftStruct {
			return false
		}
		e.logical = id
		t.structure(3, func(id int, kind byte) bool {
			switch {
			case e.logical == logicalDecimal && id == 1 && kind == thriftI32:
				e.scale = t.small()
			case e.logical == logicalInteger && id == 1 && kind == thriftByte:
				e.bits = int(t.byte())
			case e.logical == logicalInteger && id == 2 && kind <= thriftFalse:
				e.signed = kind == thriftTrue
			case (e.logical == logicalTime || e.logical == logicalTimestamp) && id == 2 && kind == thriftStruct:
				t.structure(4, func(id int, _ byte) bool { e.unit = id; return false })
			default:
				return false
			}
			return true
		})
		return true
	})
}

func readGroup(t *thrift) (g group) {
	t.structure(1, func(id int, kind byte) bool {
		switch {
		case id == 1 && kind == thriftList:
			t.list(func(byte) { t.part(); g.chunks = append(g.chunks, readChunk(t)) })
		case id == 3 && kind == thriftI64:
			g.rows = t.integer()
		default:
			return false
		}
		return true
	})
	return g
}

func readChunk(t *thrift) (c chunk) {
	c.physical = -1
	t.structure(2, func(id int, kind byte) bool {
		switch {
		case id == 1 && kind == thriftBinary:
			c.elsewhere = t.text() != ""
		case id == 3 && kind == thriftStruct:
			c.read(t)
		case id == 8:
			c.encrypted = true
			return false
		default:
			return false
		}
		return true
	})
	return c
}

func (c *chunk) read(t *thrift) {
	t.structure(3, func(id int, kind byte) bool {
		var to *int64
		switch id {
		case 1, 4:
			if kind != thriftI32 {
				return false
			}
			if n := t.small(); id == 1 {
				c.physical = n
			} else {
				c.codec = n
			}
			return true
		case 5:
			to = &c.values
		case 6:
			to = &c.size
		case 7:
			to = &c.packed
		case 9:
			to = &c.data
		case 11:
			to = &c.dict
		}
		if to == nil || kind != thriftI64 {
			return false
		}
		*to = t.integer()
		return true
	})
}
