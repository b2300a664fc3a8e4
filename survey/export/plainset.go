package export

import (
	"encoding/binary"
	"io"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// letterSet is a character set of one byte for each character, told by the letters of
// the whole file. Delimiters, line ends and quotation marks are in it what they are in
// UTF-8, so that fields are found without decoding any.
type letterSet struct {
	name     string
	doubtful bool
}

// lettersOf tells the character set of a source as decode does, from the letters beyond
// ASCII and what stands beside them.
func lettersOf(src io.ReaderAt, size int64) (*letterSet, bool) {
	var sample []byte
	window, before, open := make([]byte, 1<<18), byte(' '), false
	for at := int64(0); at < size && len(sample) <= 3*maxLetters; at += int64(len(window)) {
		window = window[:min(int64(len(window)), size-at)]
		if n, _ := src.ReadAt(window, at); n < len(window) {
			return nil, false
		}
		for i := 0; i < len(window); i++ {
			if !open && i+8 <= len(window) && binary.LittleEndian.Uint64(window[i:])&highBits == 0 {
				i += 7
				before = window[i]
				continue
			}
			c := window[i]
			if letter := c >= utf8.RuneSelf; letter && !open {
				sample, open = append(sample, before, c), true
			} else if open {
				sample, open = append(sample, c), letter
			}
			before = c
		}
	}
	name, doubtful := oneByteSet(sample)
	return &letterSet{name, doubtful}, true
}

// decodedBy decodes a text of a character set of one byte for each character.
func decodedBy(set *charmap.Charmap, text string) string {
	decoded := make([]byte, 0, 2*len(text))
	for i := range len(text) {
		decoded = utf8.AppendRune(decoded, set.DecodeByte(text[i]))
	}
	return string(decoded)
}
