package parquet

import (
	"encoding/binary"
	"io"
)

// Column is one column that was read.
type Column struct {
	// Values are its distinct values that occur: those of its dictionary in the order
	// of that, which for a factor is that of its levels.
	Values []Value
	// Codes are, for each row, a position in Values from 1, or 0 for no value.
	Codes []uint32
	// NaN is how many values are no number, though they are of a type of numbers;
	// these are no value.
	NaN int
}

// Column reads a column. Calls for different columns may run at the same time.
func (f *File) Column(k int) (*Column, error) {
	r := &columnReader{file: f, leaf: &f.leaves[k], found: newDistinct(&f.leaves[k]), codes: make([]uint32, f.Rows)}
	defer r.close()
	at := 0
	for i := range f.groups {
		g := &f.groups[i]
		if err := r.chunk(&g.chunks[k], r.codes[at:at+int(g.rows)]); err != nil {
			return nil, within(f.Names[k], err)
		}
		at += int(g.rows)
	}
	return r.found.column(r.codes), nil
}

// columnReader reads the pages of a column.
type columnReader struct {
	unpacker
	file    *File
	leaf    *leaf
	found   *distinct
	codes   []uint32
	raw     []byte
	entries []uint32 // codes of the dictionary of the chunk
	levels  []uint32
	own     []uint32 // codes of the values of a page that has nulls
}

// chunk reads the column of a group of rows into codes.
func (r *columnReader) chunk(c *chunk, codes []uint32) error {
	if int64(cap(r.raw)) < c.packed {
		r.raw = make([]byte, c.packed)
	}
	b := r.raw[:c.packed]
	if n, err := r.file.src.ReadAt(b, c.start()); n < len(b) {
		if err == io.EOF || err == nil {
			err = errEnds
		}
		return err
	}
	r.entries = r.entries[:0]
	for len(codes) > 0 {
		p, length, err := readPage(b)
		if err != nil {
			return err
		}
		if r.file.unpacked.Add(int64(p.size)) > largestUnpacked {
			return damaged("the file unpacks to more than %d GB", largestUnpacked>>30)
		}
		body := b[length : length+p.packed]
		b = b[length+p.packed:]
		if !p.sound(body) {
			return damaged("a page has other bytes than were written")
		}
		switch p.kind {
		case pageDictionary:
			err = r.dictionary(c, &p, body)
		case pageData, pageDataV2:
			if p.values > len(codes) {
				return damaged("it has more values than rows")
			}
			err = r.data(c, &p, body, codes[:p.values])
			codes = codes[p.values:]
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// dictionary reads the page with the distinct values of the chunk.
func (r *columnReader) dictionary(c *chunk, p *page, body []byte) error {
	b, err := r.unpack(c.codec, body, p.size)
	if err != nil {
		return err
	}
	switch {
	case len(r.entries) > 0:
		return damaged("it has two dictionaries in one group of rows")
	case p.encoding != plainEncoding && p.encoding != plainDictionary:
		return damaged("a dictionary in encoding %d", p.encoding)
	case r.leaf.physical == typeBoolean:
		return damaged("a dictionary of truths")
	case p.values > len(b)/r.found.width():
		return errEnds
	}
	r.entries = make([]uint32, p.values)
	return r.found.plain(b, r.entries)
}

// data reads a page with values, and nothing where there is none.
func (r *columnReader) data(c *chunk, p *page, body []byte, codes []uint32) error {
	var levels, b []byte
	var err error
	switch p.kind {
	case pageDataV2:
		if p.repeats != 0 || p.defined > len(body) || p.defined > p.size {
			return damaged("the levels of a page are larger than it is")
		}
		levels, b = body[:p.defined], body[p.defined:]
		if !p.plain {
			b, err = r.unpack(c.codec, b, p.size-p.defined)
		}
	default:
		if b, err = r.unpack(c.codec, body, p.size); err == nil && r.leaf.optional {
			if p.levels != rleEncoding {
				return unread(writeAgain, "its levels are in an encoding of before 2013")
			}
			levels, b, err = packedLevels(b)
		}
	}
	if err != nil || len(codes) == 0 {
		return err
	}
	if !r.leaf.optional {
		return r.values(p, b, codes)
	}
	return r.sparse(p, levels, b, codes)
}

// sparse reads the values of a page in which some rows may have none.
func (r *columnReader) sparse(p *page, levels, b []byte, codes []uint32) error {
	if cap(r.levels) < len(codes) {
		r.levels, r.own = make([]uint32, len(codes)), make([]uint32, len(codes))
	}
	there := r.levels[:len(codes)]
	if err := hybrid(levels, 1, there); err != nil {
		return err
	}
	n := 0
	for _, level := range there {
		n += int(level & 1)
	}
	if n == len(codes) {
		return r.values(p, b, codes)
	}
	own := r.own[:n]
	if n > 0 {
		if err := r.values(p, b, own); err != nil {
			return err
		}
	}
	at := 0
	for i, level := range there {
		if level&1 == 1 {
			codes[i] = own[at]
			at++
		}
	}
	return nil
}

// values reads the codes of as many values as there is room for.
func (r *columnReader) values(p *page, b []byte, codes []uint32) error {
	switch p.encoding {
	case plainDictionary, rleDictionary:
		if len(b) == 0 {
			return errEnds
		}
		if err := hybrid(b[1:], int(b[0]), codes); err != nil {
			return err
		}
		for i, at := range codes {
			if uint64(at) >= uint64(len(r.entries)) {
				return damaged("a value outside its dictionary")
			}
			codes[i] = r.entries[at]
		}
		return nil
	case plainEncoding:
		return r.found.plain(b, codes)
	case rleEncoding:
		return r.truths(b, codes)
	case byteStreamSplit:
		return r.found.split(b, codes)
	case deltaBinaryPacked:
		return r.found.differences(b, codes)
	case deltaLengthArray, deltaArray:
		return r.deltaTexts(p.encoding == deltaArray, b, codes)
	}
	return unread(writeAgain, "encoding %d is not read here", p.encoding)
}

// truths reads truths in runs.
func (r *columnReader) truths(b []byte, codes []uint32) error {
	if r.leaf.physical != typeBoolean {
		return damaged("values in an encoding of truths")
	}
	b, _, err := packedLevels(b)
	if err == nil {
		err = hybrid(b, 1, codes)
	}
	if err != nil {
		return err
	}
	for i, x := range codes {
		codes[i] = r.found.number(uint64(x & 1))
	}
	return nil
}

// deltaTexts reads texts behind their lengths; shared ones begin as the one before.
func (r *columnReader) deltaTexts(shared bool, b []byte, codes []uint32) error {
	if r.leaf.physical != typeByteArray && r.leaf.physical != typeFixed {
		return damaged("values in an encoding of texts")
	}
	var heads []int64
	var err error
	if shared {
		if heads, b, err = deltas(b, len(codes)); err != nil {
			return err
		}
	}
	lengths, b, err := deltas(b, len(codes))
	if err != nil {
		return err
	}
	if len(lengths) != len(codes) || shared && len(heads) != len(codes) {
		return errEnds
	}
	var text []byte
	for i, n := range lengths {
		if n < 0 || n > int64(len(b)) {
			return errEnds
		}
		if !shared {
			text = b[:n:n]
		} else {
			if heads[i] < 0 || heads[i] > int64(len(text)) {
				return damaged("a text that begins as none before it")
			}
			text = append(text[:heads[i]], b[:n]...)
			if r.file.unpacked.Add(heads[i]) > largestUnpacked {
				return damaged("the file unpacks to more than %d GB", largestUnpacked>>30)
			}
		}
		b = b[n:]
		if codes[i], err = r.found.text(text); err != nil {
			return err
		}
	}
	return nil
}

// differences reads whole numbers that are kept as differences.
func (d *distinct) differences(b []byte, codes []uint32) error {
	if d.leaf.physical != typeInt32 && d.leaf.physical != typeInt64 {
		return damaged("values in an encoding of whole numbers")
	}
	list, _, err := deltas(b, len(codes))
	if err != nil {
		return err
	}
	if len(list) != len(codes) {
		return errEnds
	}
	for i, x := range list {
		if d.leaf.physical == typeInt32 {
			x = int64(int32(x))
		}
		codes[i] = d.number(uint64(x))
	}
	return nil
}

// plain reads values as they are.
func (d *distinct) plain(b []byte, codes []uint32) (err error) {
	switch d.leaf.physical {
	case typeBoolean:
		if len(b) < (len(codes)+7)/8 {
			return errEnds
		}
		for i := range codes {
			codes[i] = d.number(uint64(b[i>>3] >> (i & 7) & 1))
		}
		return nil
	case typeByteArray:
		for i := range codes {
			var text []byte
			if text, b, err = packedLevels(b); err != nil {
				return err
			}
			if codes[i], err = d.text(text); err != nil {
				return err
			}
		}
		return nil
	}
	width := d.width()
	if len(b)/width < len(codes) {
		return errEnds
	}
	for i := range codes {
		if codes[i], err = d.fixed(b[i*width : (i+1)*width]); err != nil {
			return err
		}
	}
	return nil
}

// split reads values of which the first bytes come first, then the second ones.
func (d *distinct) split(b []byte, codes []uint32) (err error) {
	if d.leaf.physical == typeBoolean || d.leaf.physical == typeByteArray || d.leaf.physical == typeInt96 {
		return damaged("values in an encoding of numbers")
	}
	width := d.width()
	if len(b) != len(codes)*width {
		return errEnds
	}
	one := make([]byte, width)
	for i := range codes {
		for k := range one {
			one[k] = b[k*len(codes)+i]
		}
		if codes[i], err = d.fixed(one); err != nil {
			return err
		}
	}
	return nil
}

// fixed returns the code of a value of fixed width.
func (d *distinct) fixed(b []byte) (uint32, error) {
	switch d.leaf.physical {
	case typeInt32:
		return d.number(uint64(int64(int32(binary.LittleEndian.Uint32(b))))), nil
	case typeFloat:
		return d.number(uint64(binary.LittleEndian.Uint32(b))), nil
	case typeInt64, typeDouble:
		return d.number(binary.LittleEndian.Uint64(b)), nil
	}
	return d.text(b)
}
