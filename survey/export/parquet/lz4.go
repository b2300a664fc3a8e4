package parquet

import "encoding/binary"

// block unpacks a block of LZ4 into room and returns how much it is. The form is that
// of github.com/lz4/lz4, doc/lz4_Block_format.md.
func block(room, packed []byte) (int, error) {
	n := 0
	for at := 0; at < len(packed); {
		token := packed[at]
		at++
		literals, next, ok := lengthOf(packed, at, int(token>>4))
		if !ok || literals > len(packed)-next || literals > len(room)-n {
			return 0, errSize
		}
		n += copy(room[n:], packed[next:next+literals])
		if at = next + literals; at == len(packed) {
			return n, nil
		}
		if len(packed)-at < 2 {
			return 0, errSize
		}
		back := int(binary.LittleEndian.Uint16(packed[at:]))
		match, next, ok := lengthOf(packed, at+2, int(token&15))
		if match += 4; !ok || back == 0 || back > n || match > len(room)-n {
			return 0, errSize
		}
		for to := n + match; n < to; { // what is copied may be what was just copied
			n += copy(room[n:to], room[n-back:n])
		}
		at = next
	}
	return 0, errSize
}

// lengthOf adds to a length of 15 the bytes that follow, up to the first below 255.
func lengthOf(b []byte, at, length int) (total, next int, ok bool) {
	if length < 15 {
		return length, at, true
	}
	for at < len(b) && length <= largestPage {
		length += int(b[at])
		at++
		if b[at-1] < 255 {
			return length, at, true
		}
	}
	return 0, 0, false
}
