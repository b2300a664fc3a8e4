package tidy

import "encoding/binary"

// thrift writes values in the compact protocol of Apache Thrift, in which Parquet has
// its descriptions (https://github.com/apache/thrift/blob/master/doc/specs/thrift-compact-protocol.md).
type thrift struct {
	b []byte
	// last are the numbers of the fields that were written last, of each structure that
	// is open.
	last []int
}

// The types of fields.
const (
	thriftTrue   = 1
	thriftFalse  = 2
	thriftByte   = 3
	thriftInt32  = 5
	thriftInt64  = 6
	thriftText   = 8
	thriftList   = 9
	thriftStruct = 12
)

// structure writes a structure of which f writes the fields, in rising order.
func (t *thrift) structure(f func()) {
	t.last = append(t.last, 0)
	f()
	t.last = t.last[:len(t.last)-1]
	t.b = append(t.b, 0)
}

// field begins a field.
func (t *thrift) field(number, kind int) {
	top := len(t.last) - 1
	t.b = append(t.b, byte((number-t.last[top])<<4|kind)) // no two fields here are 16 apart
	t.last[top] = number
}

func (t *thrift) int32(number, x int) {
	t.field(number, thriftInt32)
	t.b = binary.AppendVarint(t.b, int64(x))
}

func (t *thrift) int64(number, x int) {
	t.field(number, thriftInt64)
	t.b = binary.AppendVarint(t.b, int64(x))
}

func (t *thrift) byte(number int, x byte) {
	t.field(number, thriftByte)
	t.b = append(t.b, x)
}

func (t *thrift) bool(number int, x bool) {
	kind := thriftFalse
	if x {
		kind = thriftTrue
	}
	t.field(number, kind)
}

func (t *thrift) text(number int, s string) {
	t.field(number, thriftText)
	t.bare(s)
}

// bare writes a text that is no field.
func (t *thrift) bare(s string) {
	t.b = append(binary.AppendUvarint(t.b, uint64(len(s))), s...)
}

// inner writes a field that is a structure.
func (t *thrift) inner(number int, f func()) {
	t.field(number, thriftStruct)
	t.structure(f)
}

// list begins a list of n values of a kind; they follow.
func (t *thrift) list(number, kind, n int) {
	t.field(number, thriftList)
	if n < 15 {
		t.b = append(t.b, byte(n<<4|kind))
		return
	}
	t.b = binary.AppendUvarint(append(t.b, byte(15<<4|kind)), uint64(n))
}
