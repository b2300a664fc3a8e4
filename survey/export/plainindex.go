package export

import (
	"encoding/binary"
	"math/bits"
	"slices"
)

const (
	everyByte = 0x0101010101010101
	highBits  = 0x8080808080808080
	blockSize = 64 // bytes that are looked at together: one for each bit of a word
	padding   = blockSize
)

// pieceBuffer holds a piece with padding before and behind it.
type pieceBuffer [bufferRoom + 8]byte

// bufferRoom is a power of 2, so that nothing need be checked when a word is read.
const bufferRoom = 1 << 20

// maxPiece is how many bytes of text a piece may have, the last line end included.
const maxPiece = bufferRoom - 2*padding

// word returns the eight bytes at a place.
func (b *pieceBuffer) word(at uint32) uint64 {
	i := int(at & (bufferRoom - 1))
	return binary.LittleEndian.Uint64(b[i : i+8])
}

// clean reports whether the bytes from one place to another are a field that isClean
// and has no quotation marks, eight at a time.
func (b *pieceBuffer) clean(begin, end uint32) bool {
	blank := uint64(1 << 7) // before there is one, or nothing
	for at := begin; at < end; at += 8 {
		word := b.word(at)
		if left := end - at; left < 8 {
			word = word&(1<<(8*left)-1) | everyByte*'x'<<(8*left)
		}
		blanks := zeroBytes(word ^ everyByte*' ')
		// Below a blank the difference, and above a tilde the sum, has the highest bit.
		if bad := (word | (word - everyByte*' ') | (word + everyByte)) & highBits; bad|zeroBytes(word^everyByte*'"')|blanks&(blanks<<8|blank) != 0 {
			return false
		}
		blank = blanks >> 56
	}
	return begin == end || b[end-1] != ' '
}

// plainIndex finds the delimiters and line ends of a piece that are outside
// quotation marks, without a branch for any of them.
type plainIndex struct {
	wide   bool     // the processor has registers for a whole block
	stops  []uint32 // stops[0] is the place before the first field, the last ones are of no use
	lines  []uint32 // of each line, which of stops ends it
	n      int      // of stops that there are
	inside uint64   // all ones when the next block begins within quotation marks
}

// atOnce is how many blocks are looked at before there must be room for more.
const atOnce = 32

// blockPlaces has a bit for each byte of a block: whether it is the delimiter, a
// line feed, or a quotation mark.
type blockPlaces struct{ separators, feeds, quotes uint64 }

// findByWords sets where the bytes are in each block of b, eight bytes at a time.
func findByWords(found []blockPlaces, b []byte, separators uint64) {
	for i := range found {
		f, block := &found[i], (*[blockSize]byte)(b[i*blockSize:])
		*f = blockPlaces{}
		for at := 0; at < blockSize; at += 8 {
			word := binary.LittleEndian.Uint64(block[at:])
			f.separators |= gathered(zeroBytes(word^separators)) << at
			f.feeds |= gathered(zeroBytes(word^everyByte*'\n')) << at
			f.quotes |= gathered(zeroBytes(word^everyByte*'"')) << at
		}
	}
}

// zeroBytes marks the bytes of a word that are 0 in their highest bit.
func zeroBytes(word uint64) uint64 {
	return ^((word&^highBits + ^uint64(highBits)) | word) & highBits
}

// gathered returns the highest bits of the bytes of a word as the bits of a byte.
func gathered(word uint64) uint64 { return word * 0x0002040810204081 >> 56 }

// find looks at a piece from the padding up to its end, behind which there is
// padding.
func (x *plainIndex) find(b *pieceBuffer, end int, delimiter byte) {
	if least := end/4 + 2*atOnce*blockSize; len(x.stops) < least {
		x.stops = make([]uint32, least+least/8) // the next piece may be a little larger
	}
	clear(b[end : end+padding])
	x.stops[0], x.lines = padding-1, x.lines[:0]
	x.n, x.inside = 1, 0
	for base := padding; base < end; base += blockSize * atOnce {
		if x.n+atOnce*blockSize > len(x.stops) {
			x.stops = append(x.stops, make([]uint32, len(x.stops))...)
		}
		x.lines = slices.Grow(x.lines, atOnce*blockSize)
		count := min(atOnce, (end-base+blockSize-1)/blockSize)
		if x.wide {
			x.wideBlocks(b[base:], base, count, everyByte*uint64(delimiter))
		} else {
			x.blocks(b[base:], base, count, everyByte*uint64(delimiter))
		}
	}
}

// blocks adds what is in some blocks that begin at base. There is room for it.
func (x *plainIndex) blocks(b []byte, base, count int, separators uint64) {
	var found [atOnce]blockPlaces
	findPlaces(found[:count], b, separators)
	for i := range found[:count] {
		f := &found[i]
		quoted := x.inside
		if f.quotes != 0 {
			quoted ^= upTo(f.quotes)
			x.inside = uint64(int64(quoted) >> 63)
		}
		stops := (f.separators | f.feeds) &^ quoted
		for ends := f.feeds &^ quoted; ends != 0; ends &= ends - 1 {
			before := stops & (ends&-ends - 1)
			x.lines = append(x.lines, uint32(x.n+bits.OnesCount64(before)))
		}
		x.add(stops, uint32(base+i*blockSize), x.n)
		x.n += bits.OnesCount64(stops)
	}
}

// upTo returns for each bit whether the number of ones up to it is odd.
func upTo(ones uint64) uint64 {
	for shift := 1; shift < 64; shift *= 2 {
		ones ^= ones << shift
	}
	return ones
}

// add sets the stops from n on to the places of the ones of a word. It sets some
// more than there are, which is faster than to look whether there is another.
func (x *plainIndex) add(ones uint64, base uint32, n int) {
	for ; ones != 0; n += 8 {
		eight := (*[8]uint32)(x.stops[n:])
		eight[0] = base + uint32(bits.TrailingZeros64(ones))
		ones &= ones - 1
		eight[1] = base + uint32(bits.TrailingZeros64(ones))
		ones &= ones - 1
		eight[2] = base + uint32(bits.TrailingZeros64(ones))
		ones &= ones - 1
		eight[3] = base + uint32(bits.TrailingZeros64(ones))
		ones &= ones - 1
		eight[4] = base + uint32(bits.TrailingZeros64(ones))
		ones &= ones - 1
		eight[5] = base + uint32(bits.TrailingZeros64(ones))
		ones &= ones - 1
		eight[6] = base + uint32(bits.TrailingZeros64(ones))
		ones &= ones - 1
		eight[7] = base + uint32(bits.TrailingZeros64(ones))
		ones &= ones - 1
	}
}
