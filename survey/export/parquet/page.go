package parquet

import (
	"bytes"
	"compress/gzip"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"

	"github.com/dsnet/compress/brotli"
	"github.com/klauspost/compress/snappy"
	"github.com/klauspost/compress/zstd"
)

// The kinds of page that hold values.
const (
	pageData       = 0
	pageDictionary = 2
	pageDataV2     = 3
)

// The encodings of values.
const (
	plainEncoding     = 0
	plainDictionary   = 2
	rleEncoding       = 3
	deltaBinaryPacked = 5
	deltaLengthArray  = 6
	deltaArray        = 7
	rleDictionary     = 8
	byteStreamSplit   = 9
	largestPage       = 1 << 28
	largestUnpacked   = 1 << 33 // of all pages of a file
	crcMissing        = int64(-1)
)

// page is one page and its place in the bytes of a chunk.
type page struct {
	kind             int
	size, packed     int
	crc              int64
	values           int
	nulls            int
	encoding         int
	levels           int // encoding of the levels
	defined, repeats int // bytes of the levels, of the second kind of page
	plain            bool
}

// readPage reads the header of the page at the beginning of b, and returns its length.
func readPage(b []byte) (p page, length int, err error) {
	p = page{kind: -1, crc: crcMissing, levels: rleEncoding}
	t := &thrift{b: b}
	t.structure(0, func(id int, kind byte) bool {
		switch {
		case id == 1 && kind == thriftI32:
			p.kind = t.small()
		case id == 2 && kind == thriftI32:
			p.size = t.small()
		case id == 3 && kind == thriftI32:
			p.packed = t.small()
		case id == 4 && kind == thriftI32:
			p.crc = int64(uint32(t.small()))
		case (id == 5 || id == 7 || id == 8) && kind == thriftStruct:
			p.readValues(t, id == 8)
		default:
			return false
		}
		return true
	})
	switch {
	case t.err != nil:
		return p, 0, t.err
	case p.size < 0 || p.packed < 0 || p.values < 0 || p.defined < 0 || p.repeats < 0 || p.packed > len(b)-t.at:
		return p, 0, damaged("a page says that it is larger than it can be")
	case p.size > largestPage:
		return p, 0, damaged("a page unpacks to more than %d MB", largestPage>>20)
	}
	return p, t.at, nil
}

// readValues reads what a header says of the values.
func (p *page) readValues(t *thrift, second bool) {
	t.structure(1, func(id int, kind byte) bool {
		if second && id == 7 && kind <= thriftFalse {
			p.plain = kind == thriftFalse
			return true
		}
		if kind != thriftI32 {
			return false
		}
		n := t.small()
		switch {
		case id == 1:
			p.values = n
		case id == 2 && second:
			p.nulls = n
		case id == 2:
			p.encoding = n
		case id == 3 && !second:
			p.levels = n
		case id == 4 && second:
			p.encoding = n
		case id == 5 && second:
			p.defined = n
		case id == 6 && second:
			p.repeats = n
		}
		return true
	})
}

// sound reports whether the bytes of the page are those that were written, as far as
// the page tells.
func (p *page) sound(b []byte) bool {
	return p.crc == crcMissing || p.crc == int64(crc32.ChecksumIEEE(b))
}

// unpacker unpacks pages into room that it keeps.
type unpacker struct {
	room   []byte
	gzip   gzip.Reader
	brotli brotli.Reader
	zstd   *zstd.Decoder
}

// unpack returns the bytes that a codec packed, of which the number is known. They
// last until the next call.
func (u *unpacker) unpack(codec int, packed []byte, size int) (b []byte, err error) {
	if codec == 0 {
		if len(packed) != size {
			return nil, damaged("a page is not as large as it says")
		}
		return packed, nil
	}
	if size == 0 {
		return nil, nil
	}
	if cap(u.room) < size {
		u.room = make([]byte, size)
	}
	defer func() { // the code is that of others
		if p := recover(); p != nil {
			b, err = nil, damaged("a page can't be unpacked")
		}
	}()
	n, err := u.into(u.room[:size], codec, packed)
	var own *Error
	switch {
	case errors.As(err, &own):
		return nil, err
	case err != nil || n != size:
		return nil, damaged("a page can't be unpacked")
	}
	return u.room[:size], nil
}

// errSize says that there is more or less than was said.
var errSize = errors.New("another size")

// into unpacks into room of the right size.
func (u *unpacker) into(room []byte, codec int, packed []byte) (int, error) {
	switch codec {
	case 1:
		if n, err := snappy.DecodedLen(packed); err != nil || n != len(room) {
			return 0, errSize
		}
		b, err := snappy.Decode(room, packed)
		return len(b), err
	case 2:
		if err := u.gzip.Reset(bytes.NewReader(packed)); err != nil {
			return 0, err
		}
		return filled(&u.gzip, room)
	case 4:
		if err := u.brotli.Reset(bytes.NewReader(packed)); err != nil {
			return 0, err
		}
		return filled(&u.brotli, room)
	case 5:
		if n, err := framed(room, packed); err == nil {
			return n, nil
		}
		return block(room, packed)
	case 6:
		return u.zstandard(room, packed)
	case 7:
		return block(room, packed)
	}
	return 0, unread(writeAgain, "it is packed in a way that is not read here (%s)", codecName(codec))
}

func codecName(codec int) string {
	if codec == 3 {
		return "LZO"
	}
	return fmt.Sprint(codec)
}

func (u *unpacker) zstandard(room, packed []byte) (int, error) {
	if u.zstd == nil {
		d, err := zstd.NewReader(nil, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxMemory(largestPage), zstd.WithDecoderLowmem(true))
		if err != nil {
			return 0, err
		}
		u.zstd = d
	}
	b, err := u.zstd.DecodeAll(packed, room[:0:len(room)])
	if err == nil && len(b) == len(room) && len(b) > 0 && &b[0] != &room[0] {
		copy(room, b)
	}
	return len(b), err
}

// close gives back what the codecs hold.
func (u *unpacker) close() {
	if u.zstd != nil {
		u.zstd.Close()
	}
}

// filled reads what fills the room, and no more.
func filled(r io.Reader, room []byte) (int, error) {
	n, err := io.ReadFull(r, room)
	if err != nil {
		return n, err
	}
	var one [1]byte
	if extra, err := io.ReadFull(r, one[:]); extra > 0 || !errors.Is(err, io.EOF) {
		return n, errSize
	}
	return n, nil
}

// framed unpacks LZ4 as Hadoop frames it: blocks behind their two sizes.
func framed(room, packed []byte) (int, error) {
	n := 0
	for len(packed) >= 8 {
		size, length := binary.BigEndian.Uint32(packed), binary.BigEndian.Uint32(packed[4:])
		if uint64(length) > uint64(len(packed)-8) || uint64(size) > uint64(len(room)-n) {
			return 0, errSize
		}
		got, err := block(room[n:n+int(size)], packed[8:8+length])
		if err != nil || got != int(size) {
			return 0, errSize
		}
		n, packed = n+got, packed[8+length:]
	}
	if len(packed) > 0 {
		return 0, errSize
	}
	return n, nil
}
