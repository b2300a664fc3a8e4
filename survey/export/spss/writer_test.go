package spss

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"math"
	"strings"
)

// writer makes system files for the tests, byte by byte. It knows nothing that
// the reader knows: positions and sizes are the test's own affair.
type writer struct {
	order binary.AppendByteOrder
	b     []byte
}

func (w *writer) raw(b ...byte) *writer { w.b = append(w.b, b...); return w }

func (w *writer) int32(xs ...int) *writer {
	for _, x := range xs {
		w.b = w.order.AppendUint32(w.b, uint32(int32(x)))
	}
	return w
}

func (w *writer) int64(xs ...int) *writer {
	for _, x := range xs {
		w.b = w.order.AppendUint64(w.b, uint64(int64(x)))
	}
	return w
}

func (w *writer) float(xs ...float64) *writer {
	for _, x := range xs {
		w.b = w.order.AppendUint64(w.b, math.Float64bits(x))
	}
	return w
}

// text writes s with blanks up to n bytes.
func (w *writer) text(s string, n int) *writer {
	w.b = append(w.b, s...)
	w.b = append(w.b, strings.Repeat(" ", n-len(s))...)
	return w
}

// newFile begins a file.
func newFile(order binary.AppendByteOrder, packing, weight, cases int) *writer {
	w := &writer{order: order}
	magic := "$FL2"
	if packing == 2 {
		magic = "$FL3"
	}
	w.text(magic, 4).text("@(#) SPSS DATA FILE test", 60).int32(2, -1, packing, weight, cases).float(100)
	return w.text("01 Jan 24", 9).text("12:30:45", 8).text("Proef", 64).raw(0, 0, 0)
}

// The print formats that the tests use.
const formatA8, formatF8, formatDate = 1<<16 | 8<<8, 5<<16 | 8<<8 | 2, 20<<16 | 11<<8

// number writes the record of a numeric variable with user-missing values.
func (w *writer) number(name string, gaps int, values ...float64) *writer {
	return w.int32(2, 0, 0, gaps, formatF8, formatF8).text(name, 8).float(values...)
}

// str writes the records of a string variable.
func (w *writer) str(name string, width int, gaps ...string) *writer {
	w.int32(2, width, 0, len(gaps), formatA8, formatA8).text(name, 8)
	for _, g := range gaps {
		w.text(g, 8)
	}
	for n := 8; n < width; n += 8 {
		w.int32(2, -1, 0, 0, 0, 0).text("", 8)
	}
	return w
}

// label writes a record 3 with one label, and a record 4.
func (w *writer) label(value []byte, label string, targets ...int) *writer {
	w.int32(3, 1).raw(value...).raw(byte(len(label))).text(label, (len(label)+8)/8*8-1)
	return w.int32(4, len(targets)).int32(targets...)
}

// number8 is a number in eight bytes.
func (w *writer) number8(x float64) []byte {
	return w.order.AppendUint64(nil, math.Float64bits(x))
}

// ext writes a record 7 of single bytes.
func (w *writer) ext(subtype int, body string) *writer {
	return w.int32(7, subtype, 1, len(body)).raw([]byte(body)...)
}

// str32 is a text behind its length, for the body of a record 7.
func (w *writer) str32(s string) string {
	return string(w.order.AppendUint32(nil, uint32(len(s)))) + s
}

// machine writes record 7/3.
func (w *writer) machine(page int) *writer {
	return w.int32(7, 3, 4, 8, 22, 0, 0, -1, 1, 1, 2, page)
}

// end closes the dictionary.
func (w *writer) end() *writer { return w.int32(999, 0) }

// zlib writes data as zlib blocks, each of what unpacks to one of parts.
func (w *writer) zlib(parts ...[]byte) *writer {
	start := len(w.b)
	var packed [][]byte
	total := 0
	for _, p := range parts {
		var b bytes.Buffer
		z := zlib.NewWriter(&b)
		if _, err := z.Write(p); err != nil {
			panic(err)
		}
		if err := z.Close(); err != nil {
			panic(err)
		}
		packed = append(packed, b.Bytes())
		total += b.Len()
	}
	w.int64(start, start+24+total, 24+24*len(parts))
	for _, p := range packed {
		w.raw(p...)
	}
	w.int64(-100, 0).int32(0x3ff000, len(parts))
	plain, at := start, start+24
	for i, p := range packed {
		w.int64(plain, at).int32(len(parts[i]), len(p))
		plain, at = plain+len(parts[i]), at+len(p)
	}
	return w
}

// codes is a group of byte codes with values behind it.
func codes(group string, values ...[]byte) []byte {
	return append(append([]byte(group), make([]byte, 8-len(group))...), bytes.Join(values, nil)...)
}
