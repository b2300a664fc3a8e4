package parquet

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"math"
	"math/bits"
)

// Table is what Write makes a file of.
type Table struct {
	Rows    int
	Columns []Series
	// Meta is what the file says besides, in order, and CreatedBy the program.
	Meta      []KeyValue
	CreatedBy string
}

// Series is a column to write: texts, small whole numbers, or numbers.
type Series struct {
	Name string
	// There says where there is a value; nil: everywhere.
	There []bool
	// Texts are the distinct texts of a column of them, Small those of small whole
	// numbers, and Codes the place of each row's value in either, where it has one. A
	// text of which nobody has is kept: it is a level of a factor all the same.
	Texts []string
	Small []int8
	Codes []uint32
	// Numbers are the values of any other column, one per row.
	Numbers []float64
}

// pageRows is how many rows a page has at most.
const pageRows = 1 << 16

// Write returns a file with one group of rows, not packed: texts and small numbers by a
// dictionary, numbers as doubles, a checksum with every page. The same table gives the
// same bytes.
func Write(t *Table) ([]byte, error) {
	if len(t.Columns) > MaxColumns {
		return nil, fmt.Errorf("%d columns are more than a file holds here (%d)", len(t.Columns), MaxColumns)
	}
	w := &writer{}
	w.file.WriteString(Magic)
	places := make([]written, len(t.Columns))
	for k := range t.Columns {
		places[k] = w.column(&t.Columns[k], t.Rows)
	}
	at := w.file.Len()
	w.footer(t, places)
	_, _ = w.file.Write(binary.LittleEndian.AppendUint32(nil, uint32(w.file.Len()-at)))
	w.file.WriteString(Magic)
	return w.file.Bytes(), nil
}

// writer writes a file, and structures in the compact protocol of Thrift into it.
type writer struct {
	file bytes.Buffer
	last []int // id of the last field of each structure that is open
}

// written is where the pages of a column are.
type written struct{ dict, data, end int }

func (w *writer) begin() { w.last = append(w.last, 0) }

func (w *writer) end() {
	w.file.WriteByte(thriftStop)
	w.last = w.last[:len(w.last)-1]
}

// field begins a field; ids go up by less than 16.
func (w *writer) field(id int, kind byte) {
	at := &w.last[len(w.last)-1]
	w.file.WriteByte(byte(id-*at)<<4 | kind)
	*at = id
}

func (w *writer) unsigned(x uint64) {
	_, _ = w.file.Write(binary.AppendUvarint(nil, x)) // a buffer takes all
}

func (w *writer) whole(x int64) { w.unsigned(uint64(x<<1) ^ uint64(x>>63)) }

func (w *writer) text(s string) {
	w.unsigned(uint64(len(s)))
	w.file.WriteString(s)
}

func (w *writer) i32(id int, x int) { w.field(id, thriftI32); w.whole(int64(x)) }

func (w *writer) i64(id int, x int) { w.field(id, thriftI64); w.whole(int64(x)) }

func (w *writer) binary(id int, s string) { w.field(id, thriftBinary); w.text(s) }

func (w *writer) list(id, n int, kind byte) {
	w.field(id, thriftList)
	if n < 15 {
		w.file.WriteByte(byte(n)<<4 | kind)
		return
	}
	w.file.WriteByte(15<<4 | kind)
	w.unsigned(uint64(n))
}

// inner writes a structure in a field.
func (w *writer) inner(id int, fields func()) {
	w.field(id, thriftStruct)
	w.begin()
	fields()
	w.end()
}

// physical returns the type of the values.
func (s *Series) physical() int {
	switch {
	case s.Numbers != nil:
		return typeDouble
	case s.Small != nil:
		return typeInt32
	}
	return typeByteArray
}

// column writes the pages of a column.
func (w *writer) column(s *Series, rows int) (p written) {
	if s.Numbers == nil {
		p.dict = w.file.Len()
		w.dictionary(s)
	}
	p.data = w.file.Len()
	for from := 0; from < rows; from += pageRows {
		w.data(s, from, min(rows, from+pageRows))
	}
	p.end = w.file.Len()
	return p
}

// dictionary writes the page with the distinct values.
func (w *writer) dictionary(s *Series) {
	var b []byte
	for _, text := range s.Texts {
		b = append(binary.LittleEndian.AppendUint32(b, uint32(len(text))), text...)
	}
	for _, x := range s.Small {
		b = binary.LittleEndian.AppendUint32(b, uint32(int32(x)))
	}
	w.page(pageDictionary, b, func() {
		w.inner(7, func() {
			w.i32(1, len(s.Texts)+len(s.Small))
			w.i32(2, plainEncoding)
		})
	})
}

// data writes the page of some rows.
func (w *writer) data(s *Series, from, to int) {
	var b []byte
	if s.There != nil {
		levels := make([]uint32, to-from)
		for i, there := range s.There[from:to] {
			if there {
				levels[i] = 1
			}
		}
		packed := appendHybrid(nil, 1, levels)
		b = append(binary.LittleEndian.AppendUint32(b, uint32(len(packed))), packed...)
	}
	encoding := plainEncoding
	if s.Numbers == nil {
		encoding = rleDictionary
		width := bits.Len(uint(max(len(s.Texts)+len(s.Small)-1, 0)))
		b = appendHybrid(append(b, byte(width)), width, s.codes(from, to))
	} else {
		for i, x := range s.Numbers[from:to] {
			if s.There == nil || s.There[from+i] {
				b = binary.LittleEndian.AppendUint64(b, math.Float64bits(x))
			}
		}
	}
	w.page(pageData, b, func() {
		w.inner(5, func() {
			w.i32(1, to-from)
			w.i32(2, encoding)
			w.i32(3, rleEncoding)
			w.i32(4, rleEncoding)
		})
	})
}

// codes returns the codes of the rows that have a value.
func (s *Series) codes(from, to int) []uint32 {
	if s.There == nil {
		return s.Codes[from:to]
	}
	var list []uint32
	for i := from; i < to; i++ {
		if s.There[i] {
			list = append(list, s.Codes[i])
		}
	}
	return list
}

// page writes a page behind its header.
func (w *writer) page(kind int, b []byte, values func()) {
	w.begin()
	w.i32(1, kind)
	w.i32(2, len(b))
	w.i32(3, len(b))
	w.i32(4, int(int32(crc32.ChecksumIEEE(b))))
	values()
	w.end()
	_, _ = w.file.Write(b)
}

// appendHybrid appends numbers of a width: as runs where eight or more are alike, else
// side by side in eights.
func appendHybrid(b []byte, width int, list []uint32) []byte {
	for i := 0; i < len(list); {
		if n := runOf(list[i:]); n >= 8 {
			b = binary.AppendUvarint(b, uint64(n)<<1)
			for k := range (width + 7) / 8 {
				b = append(b, byte(list[i]>>(8*k)))
			}
			i += n
			continue
		}
		end := i
		for end < len(list) && (end == i || runOf(list[end:]) < 8) {
			end += 8
		}
		b = binary.AppendUvarint(b, uint64((end-i)/8)<<1|1)
		b = appendBits(b, width, list[i:min(end, len(list))], end-i)
		i = min(end, len(list))
	}
	return b
}

// runOf returns how many numbers at the beginning are alike.
func runOf(list []uint32) int {
	n := 1
	for n < len(list) && list[n] == list[0] {
		n++
	}
	return n
}

// appendBits appends n numbers of a width, lowest bit first; those that are not there
// are 0.
func appendBits(b []byte, width int, list []uint32, n int) []byte {
	word, have := uint64(0), 0
	for i := range n {
		if i < len(list) {
			word |= uint64(list[i]) << have
		}
		for have += width; have >= 8; have -= 8 {
			b = append(b, byte(word))
			word >>= 8
		}
	}
	return b
}

// footer writes the description.
func (w *writer) footer(t *Table, places []written) {
	w.begin()
	w.i32(1, 1)
	w.list(2, len(t.Columns)+1, thriftStruct)
	w.begin()
	w.binary(4, "schema")
	w.i32(5, len(t.Columns))
	w.end()
	for k := range t.Columns {
		w.element(&t.Columns[k])
	}
	w.i64(3, t.Rows)
	w.list(4, 1, thriftStruct)
	w.begin()
	w.list(1, len(places), thriftStruct)
	total := 0
	for k, p := range places {
		first := p.data
		if p.dict > 0 {
			first = p.dict
		}
		total += p.end - first
		w.begin()
		w.i64(2, first)
		w.inner(3, func() { w.chunk(&t.Columns[k], t.Rows, p, p.end-first) })
		w.end()
	}
	w.i64(2, total)
	w.i64(3, t.Rows)
	w.end()
	w.list(5, len(t.Meta), thriftStruct)
	for _, kv := range t.Meta {
		w.begin()
		w.binary(1, kv.Key)
		w.binary(2, kv.Value)
		w.end()
	}
	w.binary(6, t.CreatedBy)
	w.end()
}

// element writes what the schema says of a column: also in the older words.
func (w *writer) element(s *Series) {
	w.begin()
	w.i32(1, s.physical())
	optional := 0
	if s.There != nil {
		optional = 1
	}
	w.i32(3, optional)
	w.binary(4, s.Name)
	switch s.physical() {
	case typeByteArray:
		w.i32(6, 0)
		w.inner(10, func() { w.inner(logicalString, func() {}) })
	case typeInt32:
		w.i32(6, 15)
		w.inner(10, func() {
			w.inner(logicalInteger, func() {
				w.field(1, thriftByte)
				w.file.WriteByte(8)
				w.field(2, thriftTrue)
			})
		})
	}
	w.end()
}

// chunk writes what there is of a column.
func (w *writer) chunk(s *Series, rows int, p written, size int) {
	w.i32(1, s.physical())
	encodings := []int{plainEncoding, rleEncoding}
	if p.dict > 0 {
		encodings = append(encodings, rleDictionary)
	}
	w.list(2, len(encodings), thriftI32)
	for _, e := range encodings {
		w.whole(int64(e))
	}
	w.list(3, 1, thriftBinary)
	w.text(s.Name)
	w.i32(4, 0)
	w.i64(5, rows)
	w.i64(6, size)
	w.i64(7, size)
	w.i64(9, p.data)
	if p.dict > 0 {
		w.i64(11, p.dict)
	}
}
