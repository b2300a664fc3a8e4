package tidy

import (
	"encoding/binary"
	"errors"
	"math"
	"math/bits"
)

// The numbers of Parquet (https://github.com/apache/parquet-format, parquet.thrift).
const (
	parquetMagic = "PAR1"

	typeInt32     = 1
	typeDouble    = 5
	typeByteArray = 6

	required = 0
	optional = 1

	convertedUTF8 = 0
	convertedInt8 = 15

	encodingPlain      = 0
	encodingRLE        = 3
	encodingDictionary = 8

	dataPage       = 0
	dictionaryPage = 2
)

// largestPage is the most bytes of a page, of which the size is a 32-bit number.
const largestPage = math.MaxInt32

// Parquet returns the table as a Parquet file, not packed: wordings and pseudonyms as
// text with a dictionary, of which the wordings of a choice stand in the order of their
// codes; ticks as small integers; numbers as doubles; null where there is no value. The
// codebook of the columns is in the file as well, under the key "codebook".
func (t *Table) Parquet() ([]byte, error) {
	book, err := t.Codebook()
	if err != nil {
		return nil, err
	}
	p := &parquet{table: t, b: []byte(parquetMagic)}
	for k := range t.Columns {
		p.chunk(&t.Columns[k])
	}
	if p.tooLarge {
		return nil, errors.New("writing Parquet: a column is larger than a file of this kind holds; write CSV")
	}
	end := len(p.b)
	footer := thrift{}
	footer.structure(func() { p.footer(&footer, string(book), end) })
	p.b = append(p.b, footer.b...)
	p.b = binary.LittleEndian.AppendUint32(p.b, uint32(len(footer.b)))
	return append(p.b, parquetMagic...), nil
}

// parquet is a table on its way to a file.
type parquet struct {
	table    *Table
	b        []byte
	chunks   []parquetChunk
	tooLarge bool
}

// parquetChunk is where the values of a column stand.
type parquetChunk struct {
	dictionary, data, end int // dictionary is 0 where there is none
}

// chunk writes the pages of a column.
func (p *parquet) chunk(c *Column) {
	var at parquetChunk
	entries, count, codes := c.dictionary()
	if entries != nil {
		at.dictionary = len(p.b)
		p.page(dictionaryPage, count, encodingPlain, entries)
	}
	at.data = len(p.b)
	var body []byte
	if c.There != nil {
		levels := packed(len(c.There), 1, func(r int) uint32 {
			if c.There[r] {
				return 1
			}
			return 0
		})
		body = append(binary.LittleEndian.AppendUint32(body, uint32(len(levels))), levels...)
	}
	encoding := encodingPlain
	if entries != nil {
		encoding = encodingDictionary
		width := max(1, bits.Len(uint(max(0, count-1))))
		body = append(body, byte(width))
		body = append(body, packed(len(codes), width, func(i int) uint32 { return codes[i] })...)
	} else {
		for r, x := range c.Numbers {
			if c.has(r) {
				body = binary.LittleEndian.AppendUint64(body, math.Float64bits(x))
			}
		}
	}
	p.page(dataPage, p.table.Rows, encoding, body)
	at.end = len(p.b)
	p.chunks = append(p.chunks, at)
}

// dictionary returns the values that a column can have, how many they are, and for each
// row with a value which one it has; nil for a column of numbers.
func (c *Column) dictionary() (entries []byte, count int, codes []uint32) {
	text := func(s string) {
		entries = append(binary.LittleEndian.AppendUint32(entries, uint32(len(s))), s...)
		count++
	}
	entries = []byte{}
	switch c.Kind {
	case Number:
		return nil, 0, nil
	case Tick:
		entries, count = binary.LittleEndian.AppendUint32(binary.LittleEndian.AppendUint32(entries, 0), 1), 2
	case Text:
		known := map[string]uint32{}
		for r, s := range c.Texts {
			if !c.has(r) {
				continue
			}
			code, ok := known[s]
			if !ok {
				code = uint32(count)
				known[s] = code
				text(s)
			}
			codes = append(codes, code)
		}
		return entries, count, codes
	default:
		for _, label := range c.Labels {
			text(label)
		}
	}
	for r, x := range c.Numbers {
		if c.has(r) {
			codes = append(codes, uint32(x)-uint32(min(1, len(c.Labels))))
		}
	}
	return entries, count, codes
}

// packed returns n small numbers of so many bits each as one bit-packed run of Parquet's
// hybrid encoding, filled up to eights with zeros.
func packed(n, width int, of func(int) uint32) []byte {
	if n == 0 {
		return nil
	}
	groups := (n + 7) / 8
	out := binary.AppendUvarint(nil, uint64(groups)<<1|1)
	var word uint64
	filled := 0
	for i := range groups * 8 {
		if i < n {
			word |= uint64(of(i)) << filled
		}
		for filled += width; filled >= 8; filled -= 8 {
			out = append(out, byte(word))
			word >>= 8
		}
	}
	return out
}

// page writes a page.
func (p *parquet) page(kind, values, encoding int, body []byte) {
	if len(body) > largestPage || values > largestPage {
		p.tooLarge = true
		return
	}
	head := thrift{}
	head.structure(func() {
		head.int32(1, kind)
		head.int32(2, len(body))
		head.int32(3, len(body))
		if kind == dictionaryPage {
			head.inner(7, func() {
				head.int32(1, values)
				head.int32(2, encoding)
			})
			return
		}
		head.inner(5, func() {
			head.int32(1, values)
			head.int32(2, encoding)
			head.int32(3, encodingRLE)
			head.int32(4, encodingRLE)
		})
	})
	p.b = append(append(p.b, head.b...), body...)
}

// physical returns how the values of a column are stored.
func (c *Column) physical() int {
	switch c.Kind {
	case Number:
		return typeDouble
	case Tick:
		return typeInt32
	}
	return typeByteArray
}

// footer writes what is in the file and where, after the data, which end at end.
func (p *parquet) footer(f *thrift, book string, end int) {
	t := p.table
	f.int32(1, 1)
	f.list(2, thriftStruct, len(t.Columns)+1)
	f.structure(func() {
		f.text(4, "schema")
		f.int32(5, len(t.Columns))
	})
	for k := range t.Columns {
		f.structure(func() { t.Columns[k].element(f) })
	}
	f.int64(3, t.Rows)
	f.list(4, thriftStruct, 1)
	f.structure(func() {
		f.list(1, thriftStruct, len(t.Columns))
		for k := range t.Columns {
			f.structure(func() { p.described(f, k) })
		}
		f.int64(2, end-len(parquetMagic))
		f.int64(3, t.Rows)
	})
	f.list(5, thriftStruct, 1)
	f.structure(func() {
		f.text(1, "codebook")
		f.text(2, book)
	})
	f.text(6, "benchmark")
}

// element describes a column in the schema.
func (c *Column) element(f *thrift) {
	f.int32(1, c.physical())
	repetition := required
	if c.There != nil {
		repetition = optional
	}
	f.int32(3, repetition)
	f.text(4, c.Name)
	switch c.physical() {
	case typeByteArray:
		f.int32(6, convertedUTF8)
		f.inner(10, func() { f.inner(1, func() {}) })
	case typeInt32:
		f.int32(6, convertedInt8)
		f.inner(10, func() {
			f.inner(10, func() {
				f.byte(1, 8)
				f.bool(2, true)
			})
		})
	}
}

// described says where the values of a column stand.
func (p *parquet) described(f *thrift, k int) {
	c, at := &p.table.Columns[k], p.chunks[k]
	first := at.data
	if at.dictionary > 0 {
		first = at.dictionary
	}
	f.int64(2, first)
	f.inner(3, func() {
		f.int32(1, c.physical())
		encodings := []int{encodingPlain, encodingRLE}
		if at.dictionary > 0 {
			encodings = append(encodings, encodingDictionary)
		}
		f.list(2, thriftInt32, len(encodings))
		for _, e := range encodings {
			f.b = binary.AppendVarint(f.b, int64(e))
		}
		f.list(3, thriftText, 1)
		f.bare(c.Name)
		f.int32(4, 0)
		f.int64(5, p.table.Rows)
		f.int64(6, at.end-first)
		f.int64(7, at.end-first)
		f.int64(9, at.data)
		if at.dictionary > 0 {
			f.int64(11, at.dictionary)
		}
	})
}
