package export

import (
	"bytes"
	"errors"
	"unicode"
	"unicode/utf8"
)

// plainBytes are the bytes that mean themselves wherever they stand.
var plainBytes = func() (set [256]bool) {
	for c := range set {
		set[c] = c >= ' ' && c < 0x80 && c != '<' && c != '&' && c != ']' || c == '\t' || c == '\n'
	}
	return set
}()

// where is the place of characters in a document, which decides what they mean.
type where uint8

const (
	inText where = iota
	inAttribute
	literal // CDATA, comments and instructions: no references
)

// unescapeXML checks that src holds characters that XML allows and returns them
// with references resolved and line ends as "\n". Where that changes something
// they are appended to dst, which is returned as well; else they are src itself.
func unescapeXML(dst, src []byte, place where) (grown, chars []byte, err error) {
	from, done := len(dst), 0 // src[:done] is in dst when anything is
	for i := 0; i < len(src); {
		c := src[i]
		if plainBytes[c] {
			i++
			continue
		}
		if n, err := asItIs(src[i:], place); n > 0 || err != nil {
			if err != nil {
				return dst, nil, err
			}
			i += n
			continue
		}
		dst = append(dst, src[done:i]...)
		n, r, err := reference(src[i:])
		if err != nil {
			return dst, nil, err
		}
		dst = utf8.AppendRune(dst, r)
		i += n
		done = i
	}
	if done == 0 {
		return dst, src, nil
	}
	dst = append(dst, src[done:]...)
	return dst, dst[from:], nil
}

// asItIs returns the length of the character at the start of b when it stands
// for itself, and 0 when it does not.
func asItIs(b []byte, place where) (int, error) {
	switch c := b[0]; {
	case c >= utf8.RuneSelf:
		r, n := utf8.DecodeRune(b)
		if r == utf8.RuneError && n <= 1 {
			return 0, errors.New("invalid UTF-8")
		}
		if !allowed(r) {
			return 0, errors.New("illegal character")
		}
		return n, nil
	case c == '\r':
		return 0, nil
	case c < ' ':
		return 0, errors.New("illegal character code")
	case place == literal:
		return 1, nil
	case c == ']' && place == inText && bytes.HasPrefix(b, []byte("]]>")):
		return 0, errors.New("]]> outside a CDATA section")
	case c == '<':
		return 0, errors.New("< inside the value of an attribute")
	case c == '&':
		return 0, nil
	}
	return 1, nil
}

// allowed reports whether XML allows a character.
func allowed(r rune) bool {
	return r >= ' ' && r != 0xfffe && r != 0xffff && r <= unicode.MaxRune && (r < 0xd800 || r > 0xdfff) || r == '\t' || r == '\n' || r == '\r'
}

// reference returns the length and the character of a reference such as &lt; or
// &#233; at the start of b, or of a line end.
func reference(b []byte) (int, rune, error) {
	if b[0] == '\r' {
		if len(b) > 1 && b[1] == '\n' {
			return 2, '\n', nil
		}
		return 1, '\n', nil
	}
	const longest = 40 // leading zeros are allowed
	end := bytes.IndexByte(b[:min(len(b), longest)], ';')
	if end < 0 && len(b) >= longest {
		return 0, 0, errors.New("invalid character entity: & without a semicolon in the next 40 characters")
	}
	if end < 2 {
		return 0, 0, errors.New("invalid character entity: & without a name and a semicolon")
	}
	if b[1] == '#' {
		r := characterNumber(b[2:end])
		if !allowed(r) {
			return 0, 0, errors.New("invalid character entity: the number of no character")
		}
		return end + 1, r, nil
	}
	switch string(b[1:end]) {
	case "lt":
		return end + 1, '<', nil
	case "gt":
		return end + 1, '>', nil
	case "amp":
		return end + 1, '&', nil
	case "apos":
		return end + 1, '\'', nil
	case "quot":
		return end + 1, '"', nil
	}
	return 0, 0, errors.New("invalid character entity: an unknown name")
}

// characterNumber reads the digits of a character reference, "233" or "xE9"; 0 when
// they are none.
func characterNumber(digits []byte) rune {
	base := rune(10)
	if len(digits) > 0 && digits[0] == 'x' {
		base, digits = 16, digits[1:]
	}
	r := rune(0)
	for _, c := range digits {
		d := rune(c) - '0'
		if base == 16 && c|0x20 >= 'a' && c|0x20 <= 'f' {
			d = rune(c|0x20) - 'a' + 10
		} else if d < 0 || d > 9 {
			return 0
		}
		if r = r*base + d; r > unicode.MaxRune {
			return 0
		}
	}
	return r
}
