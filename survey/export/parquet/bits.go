package parquet

import "encoding/binary"

// unpackBits reads numbers of a width of at most 32 bits, lowest bit first. There are
// bytes for all of them.
func unpackBits(b []byte, width int, out []uint32) {
	mask := uint64(1)<<width - 1
	i, bit := 0, 0
	for ; i < len(out) && bit>>3+8 <= len(b); i, bit = i+1, bit+width {
		out[i] = uint32(binary.LittleEndian.Uint64(b[bit>>3:]) >> (bit & 7) & mask)
	}
	for ; i < len(out); i, bit = i+1, bit+width {
		var last [8]byte
		copy(last[:], b[min(bit>>3, len(b)):])
		out[i] = uint32(binary.LittleEndian.Uint64(last[:]) >> (bit & 7) & mask)
	}
}

// hybrid fills out with numbers of a width of at most 32 bits: runs of one number, and
// numbers side by side.
func hybrid(b []byte, width int, out []uint32) error {
	if width > 32 {
		return damaged("numbers of %d bits", width)
	}
	bytes := (width + 7) / 8
	for len(out) > 0 {
		head, n := binary.Uvarint(b)
		if n <= 0 {
			return errEnds
		}
		b = b[n:]
		if head&1 == 0 {
			if len(b) < bytes {
				return errEnds
			}
			x := uint32(0)
			for i := range bytes {
				x |= uint32(b[i]) << (8 * i)
			}
			b = b[bytes:]
			run := out[:min(head>>1, uint64(len(out)))]
			for i := range run {
				run[i] = x
			}
			out = out[len(run):]
			continue
		}
		groups := min(head>>1, uint64(len(out)+7)/8)
		packed := out[:min(int(groups)*8, len(out))]
		if need := (len(packed)*width + 7) / 8; need > len(b) {
			return errEnds
		}
		unpackBits(b, width, packed)
		out = out[len(packed):]
		b = b[min(int(groups)*width, len(b)):]
	}
	return nil
}

var errEnds = &Error{Problem: "the values of a page break off"}

// packedLevels returns the bytes of levels or truths behind their length, and the rest.
func packedLevels(b []byte) (levels, rest []byte, err error) {
	if len(b) < 4 {
		return nil, nil, errEnds
	}
	n := uint64(binary.LittleEndian.Uint32(b))
	if n > uint64(len(b)-4) {
		return nil, nil, errEnds
	}
	return b[4 : 4+n], b[4+n:], nil
}

// largestBlock is how many numbers a block of differences may have.
const largestBlock = 1 << 16

// deltas reads whole numbers that are kept as differences, most of them at most, and
// returns what is behind them.
func deltas(b []byte, most int) (list []int64, rest []byte, err error) {
	t := &thrift{b: b} // its whole numbers are written in the same way
	block, parts, total, x := t.unsigned(), t.unsigned(), t.unsigned(), t.integer()
	switch {
	case t.err != nil:
		return nil, nil, errEnds
	case total > uint64(most):
		return nil, nil, damaged("a page has more values than it says")
	case parts == 0 || block > largestBlock || block%8 != 0 || block%parts != 0 || block/parts%8 != 0:
		return nil, nil, damaged("differences in blocks of %d by %d", block, parts)
	case total == 0:
		return nil, b[t.at:], nil
	}
	list = append(make([]int64, 0, total), x)
	each := int(block / parts)
	for len(list) < int(total) {
		least := t.integer()
		widths := t.at
		t.pass(int(parts))
		for k := 0; k < int(parts) && len(list) < int(total) && t.err == nil; k++ {
			width := int(t.b[widths+k])
			if width > 64 {
				return nil, nil, damaged("differences of %d bits", width)
			}
			from := t.at
			if t.pass(each * width / 8); t.err != nil {
				break
			}
			for i := range min(each, int(total)-len(list)) {
				x += least + int64(bitsAt(t.b[from:t.at], i*width, width))
				list = append(list, x)
			}
		}
		if t.err != nil {
			return nil, nil, errEnds
		}
	}
	return list, b[t.at:], nil
}

// bitsAt returns a number of at most 64 bits that begins at a bit.
func bitsAt(b []byte, bit, width int) uint64 {
	if width == 0 {
		return 0
	}
	var room [16]byte
	from := bit >> 3
	copy(room[:], b[from:min(from+9, len(b))])
	low, high := binary.LittleEndian.Uint64(room[:]), uint64(room[8])
	shift := bit & 7
	x := low >> shift
	if shift > 0 {
		x |= high << (64 - shift)
	}
	if width < 64 {
		x &= 1<<width - 1
	}
	return x
}
