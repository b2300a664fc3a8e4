package export

import (
	"bytes"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// decoded is the text of a file and how its character set was told.
type decoded struct {
	text     []byte // UTF-8 without byte order mark
	encoding string
	reason   string
	doubtful bool // two character sets fit about as well
}

const encodingAdvice = "give the encoding of the file (file: encoding in the codebook): " +
	"utf-8, utf-16, windows-1252, iso-8859-1, iso-8859-15, macintosh or cp850"

// decode turns the bytes of a text file into UTF-8. What is certain goes
// first: the encoding asked for, a byte order mark, the NUL bytes of UTF-16,
// and being valid UTF-8 from the first byte to the last.
func decode(data []byte, asked string) (decoded, *Error) {
	if asked != "" {
		return decodeAs(data, asked)
	}
	for _, mark := range []struct{ bytes, name string }{{"\xef\xbb\xbf", "utf-8"}, {"\xff\xfe", "utf-16le"}, {"\xfe\xff", "utf-16be"}} {
		if bytes.HasPrefix(data, []byte(mark.bytes)) {
			d, e := decodeAs(data, mark.name)
			d.reason = "byte-order-mark"
			return d, e
		}
	}
	if name := nulPattern(data); name != "" {
		d, e := decodeAs(data, name)
		d.reason = "nul-pattern"
		return d, e
	}
	if utf8.Valid(data) {
		return decoded{text: data, encoding: "utf-8", reason: "valid"}, nil
	}
	name, doubtful := oneByteSet(data)
	d, e := decodeAs(data, name)
	d.reason, d.doubtful = "letters", doubtful
	return d, e
}

// decodeAs decodes strictly by the named encoding.
func decodeAs(data []byte, asked string) (decoded, *Error) {
	name := canonicalEncoding(asked)
	d := decoded{encoding: name, reason: "given"}
	var e *Error
	switch name {
	case "utf-8":
		d.text = bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))
		if at := invalidUTF8(d.text); at >= 0 {
			e = fault("the text is not valid UTF-8", "save it as UTF-8 again, or "+encodingAdvice).at(1 + bytes.Count(d.text[:at], []byte("\n")))
		}
	case "utf-16", "utf-16le", "utf-16be":
		d.text, d.encoding, e = decode16(data, name)
	default:
		set := oneByte(name)
		if set == nil {
			return d, fault(fmt.Sprintf("unknown encoding %q", asked), encodingAdvice)
		}
		var err error
		if d.text, err = set.NewDecoder().Bytes(data); err != nil {
			e = fault("the text is not "+name, encodingAdvice).cause(err)
		}
	}
	return d, e
}

// canonicalEncoding returns our name of an encoding, or "".
func canonicalEncoding(name string) string {
	switch strings.ReplaceAll(key(name), ":", "") {
	case "utf8", "utf8bom", "utf8sig":
		return "utf-8"
	case "utf16", "unicode":
		return "utf-16"
	case "utf16le":
		return "utf-16le"
	case "utf16be":
		return "utf-16be"
	case "windows1252", "cp1252", "1252", "ansi":
		return "windows-1252"
	case "iso88591", "latin1":
		return "iso-8859-1"
	case "iso885915", "latin9":
		return "iso-8859-15"
	case "macintosh", "macroman", "mac":
		return "macintosh"
	case "cp850", "ibm850", "850":
		return "cp850"
	}
	return ""
}

// oneByte returns the table of an encoding of one byte per character.
func oneByte(name string) *charmap.Charmap {
	switch name {
	case "windows-1252":
		return charmap.Windows1252
	case "iso-8859-1":
		return charmap.ISO8859_1
	case "iso-8859-15":
		return charmap.ISO8859_15
	case "macintosh":
		return charmap.Macintosh
	case "cp850":
		return charmap.CodePage850
	}
	return nil
}

// invalidUTF8 returns the position of the first byte that is no UTF-8, or -1.
func invalidUTF8(b []byte) int {
	if utf8.Valid(b) {
		return -1
	}
	for i := 0; i < len(b); {
		r, n := utf8.DecodeRune(b[i:])
		if r == utf8.RuneError && n <= 1 {
			return i
		}
		i += n
	}
	return -1
}

// nulPattern tells UTF-16 without a byte order mark by its NUL bytes, which
// stand in every other place: even ones when the high byte goes first.
func nulPattern(data []byte) string {
	head := data[:min(len(data), 4096)&^1]
	var even, odd int
	for i := 0; i+1 < len(head); i += 2 {
		if head[i] == 0 {
			even++
		}
		if head[i+1] == 0 {
			odd++
		}
	}
	pairs := len(head) / 2
	switch {
	case pairs == 0:
		return ""
	case odd*10 >= pairs*4 && even*20 <= pairs:
		return "utf-16le"
	case even*10 >= pairs*4 && odd*20 <= pairs:
		return "utf-16be"
	}
	return ""
}

// decode16 decodes UTF-16; without a byte order mark "utf-16" is little-endian
// as Windows writes it, unless the NUL bytes say otherwise.
func decode16(data []byte, name string) ([]byte, string, *Error) {
	big := name == "utf-16be" || name == "utf-16" && nulPattern(data) == "utf-16be"
	switch {
	case bytes.HasPrefix(data, []byte("\xff\xfe")) && name != "utf-16be":
		data, big = data[2:], false
	case bytes.HasPrefix(data, []byte("\xfe\xff")) && name != "utf-16le":
		data, big = data[2:], true
	}
	if name = "utf-16le"; big {
		name = "utf-16be"
	}
	if len(data)%2 != 0 {
		return nil, name, fault("the text is UTF-16 but ends in half a character", damagedAdvice)
	}
	out := make([]byte, 0, len(data))
	unit := func(i int) rune {
		if big {
			return rune(data[i])<<8 | rune(data[i+1])
		}
		return rune(data[i+1])<<8 | rune(data[i])
	}
	for i := 0; i < len(data); i += 2 {
		r := unit(i)
		if utf16.IsSurrogate(r) {
			low := rune(0)
			if i+3 < len(data) {
				low = unit(i + 2)
			}
			if r = utf16.DecodeRune(r, low); r == unicode.ReplacementChar {
				return nil, name, fault("the text is not valid UTF-16", damagedAdvice).at(1 + bytes.Count(out, []byte("\n")))
			}
			i += 2
		}
		out = utf8.AppendRune(out, r)
	}
	return out, name, nil
}

// oneByteSet chooses between Windows-1252, Mac Roman and the old code page 850
// by which of them makes words of the bytes, and tells whether that is doubtful.
func oneByteSet(data []byte) (string, bool) {
	windows, mac := plausibility(data, charmap.Windows1252), plausibility(data, charmap.Macintosh)
	if old := plausibility(data, charmap.CodePage850); old > 0 && old > max(windows, mac)+2 {
		return "cp850", old-max(windows, mac) < 5
	}
	if mac > windows {
		return "macintosh", mac-windows < 3
	}
	return "windows-1252", windows-mac < 1
}

// maxLetters is how many letters beyond ASCII are looked at.
const maxLetters = 10000

// plausibility scores a decoding: letters that Dutch, English, German and
// French have inside words count for it, symbols and capitals inside words and
// characters that the set does not have count against it.
func plausibility(data []byte, set *charmap.Charmap) int {
	score := 0
	at := func(i int) rune {
		if i < 0 || i >= len(data) {
			return ' '
		}
		return set.DecodeByte(data[i])
	}
	seen := 0
	for i, b := range data {
		if b < utf8.RuneSelf {
			continue
		}
		if seen++; seen > maxLetters {
			break
		}
		before, r, after := at(i-1), at(i), at(i+1)
		inWord := unicode.IsLower(before) || unicode.IsLower(after)
		switch {
		case r == unicode.ReplacementChar || unicode.IsControl(r):
			score -= 4
		case r == '’' && unicode.IsLetter(before) && unicode.IsLower(after): // foto’s, don’t
			score += 2
		case strings.ContainsRune("íñîóòúùæÿ", r) && inWord: // rare ones
			score++
		case strings.ContainsRune("éèëêïîíöôóòüûúùäâáàçñßœæÿ", r):
			score += 2
			if !inWord {
				score--
			}
		case strings.ContainsRune("ÉÈËÊÏÖÜÄÀÇÁÓ", r):
			if unicode.IsLower(before) {
				score -= 3
			} else if inWord {
				score++
			}
		case strings.ContainsRune("’‘“”„–—…€•·\u00a0«»´", r):
			score++
		case unicode.IsLetter(r) || inWord:
			score -= 2
		}
	}
	return score
}
