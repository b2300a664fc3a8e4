package spss

import (
	"bytes"
	"compress/zlib"
	"io"
)

// How far data in zlib blocks may unpack. zlib can make 1032 bytes of one;
// answers rarely give more than 50, and a small file may give more.
const (
	zlibRatio     = 1032
	expandBytes   = 32 << 20
	expandPerByte = 64
)

// The sizes of the parts of a .zsav file.
const zheaderSize, ztrailerSize, zblockSize = 24, 24, 24

// blocks are the zlib blocks of a file.
type blocks struct {
	list   []block
	offset int // in the file, of the block at hand
	src    bytes.Reader
	reader io.ReadCloser
	buf    []byte
}

// block is one zlib block.
type block struct{ offset, packed, size int }

// parseBlocks reads the header and the trailer of the zlib data, which must
// describe the rest of the file to the byte, and returns the size after
// unpacking.
func parseBlocks(c *cursor) (b *blocks, total int) {
	start := c.pos
	c.record = "data (zlib header)"
	self, trailer, length := c.int64("the header"), c.int64("the header"), c.int64("the header")
	size := int64(len(c.data))
	switch {
	case c.err != nil:
		return nil, 0
	case self != int64(start):
		c.fail(start, "the zlib header says that it stands at byte %d", self)
	case trailer < int64(c.pos) || trailer > size || length < ztrailerSize || length != size-trailer:
		c.fail(start+8, "the zlib trailer stands at byte %d and has %d bytes, the file has %d: it is cut off or damaged", trailer, length, size)
	}
	if c.err != nil {
		return nil, 0
	}
	b = &blocks{}
	data := c.pos
	c.pos, c.record = int(trailer), "data (zlib trailer)"
	total = b.parseTrailer(c, data, int(trailer))
	c.record, c.pos = "data (zlib block)", data
	return b, total
}

// parseTrailer reads the list of blocks, which must follow one another from
// data to trailer.
func (b *blocks) parseTrailer(c *cursor, data, trailer int) (total int) {
	c.int64("the bias")
	c.int64("the trailer")
	c.int32("the size of a block")
	n := c.count(zblockSize, "blocks")
	if c.err == nil && n*zblockSize != c.left() {
		c.fail(c.pos-4, "%d blocks do not fill the %d bytes that are left", n, c.left())
	}
	budget := expandBytes + expandPerByte*len(c.data)
	next, plain := int64(data), int64(data-zheaderSize)
	for range n {
		at := c.pos
		unpackedAt, offset := c.int64("a block"), c.int64("a block")
		size, packed := c.int32("a block"), c.int32("a block")
		if c.err != nil {
			return 0
		}
		switch {
		case unpackedAt != plain || offset != next || size < 0 || packed < 0 || packed > trailer-int(next):
			c.fail(at, "the block does not follow the one before it, or does not fit")
		case size > zlibRatio*packed:
			c.fail(at+16, "%d bytes cannot unpack to %d", packed, size)
		case size > budget-total:
			c.fail(at+16, "the data unpack to more than %d bytes, too much for a file of %d", budget, len(c.data))
		}
		if c.err != nil {
			return 0
		}
		b.list = append(b.list, block{offset: int(offset), packed: packed, size: size})
		next, plain, total = next+int64(packed), plain+int64(size), total+size
	}
	if c.err == nil && next != int64(trailer) {
		c.fail(trailer, "the blocks end at byte %d, before the trailer", next)
	}
	return total
}

// next unpacks the next block; nil after the last one. The bytes are good until
// the next call.
func (b *blocks) next(c *cursor) ([]byte, *Error) {
	if len(b.list) == 0 {
		return nil, nil
	}
	blk := b.list[0]
	b.list = b.list[1:]
	b.offset = blk.offset
	b.src.Reset(c.data[blk.offset : blk.offset+blk.packed])
	if err := b.open(); err != nil {
		c.fail(blk.offset, "the zlib block is damaged")
		c.err.Err = err
		return nil, c.err
	}
	if cap(b.buf) < blk.size {
		b.buf = make([]byte, blk.size)
	}
	b.buf = b.buf[:blk.size]
	_, err := io.ReadFull(b.reader, b.buf)
	if err == nil {
		var rest int
		rest, err = b.reader.Read(make([]byte, 1)) // also checks the checksum
		if err == io.EOF && rest == 0 && b.src.Len() == 0 {
			return b.buf, nil
		}
	}
	c.fail(blk.offset, "the zlib block does not unpack to %d bytes", blk.size)
	if err != io.EOF {
		c.err.Err = err
	}
	return nil, c.err
}

// open starts unpacking the block in src.
func (b *blocks) open() (err error) {
	if b.reader == nil {
		b.reader, err = zlib.NewReader(&b.src)
		return err
	}
	return b.reader.(zlib.Resetter).Reset(&b.src, nil)
}
