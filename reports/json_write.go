package reports

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"
)

func writeJSON(w io.Writer, what string, v any) error {
	e := json.NewEncoder(layout{w})
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		return fmt.Errorf("write %s as JSON: %w", what, err)
	}
	return nil
}

// layout writes the JSON of one value, which comes in one piece, on lines and visible.
type layout struct{ to io.Writer }

// Write writes JSON without blanks as it is read.
func (l layout) Write(text []byte) (int, error) {
	seen := escapeInvisible(text)
	var room []byte
	if b, ok := l.to.(*bytes.Buffer); ok { // where it stays, and needs no copy
		b.Grow(len(seen) + len(seen)*2/3 + 64) // a study needs hardly more
		room = b.AvailableBuffer()
	}
	_, err := l.to.Write(indented(room, seen))
	return len(text), err
}

// indented adds JSON without blanks to a text, on several lines and a blank more
// before each level: the bytes of json.Indent, which looks at the text again to see
// whether it is JSON at all.
func indented(out, text []byte) []byte {
	deep, from := 0, 0
	line := func(upto int) {
		out = append(append(out, text[from:upto]...), '\n')
		for range deep {
			out = append(out, ' ')
		}
		from = upto
	}
	for i := 0; i < len(text); i++ {
		switch text[i] {
		case '"':
			for i++; text[i] != '"'; i++ {
				if text[i] == '\\' {
					i++
				}
			}
		case '{', '[':
			if text[i+1] == text[i]+2 { // the sign that closes it
				i++
				continue
			}
			deep++
			line(i + 1)
		case '}', ']':
			deep--
			line(i)
		case ',':
			line(i + 1)
		case ':':
			out, from = append(append(out, text[from:i+1]...), ' '), i+1
		}
	}
	return append(out, text[from:]...)
}

// escapeInvisible writes control and format characters beyond ASCII, and code
// points that are no characters, as \u escapes. Encoding/json leaves them as they
// are, and a terminal would obey them.
func escapeInvisible(text []byte) []byte {
	if !anyInvisible(text) {
		return text
	}
	var b bytes.Buffer
	for _, r := range string(text) {
		switch {
		case !invisible(r):
			b.WriteRune(r)
		case r > 0xffff:
			high, low := utf16.EncodeRune(r)
			fmt.Fprintf(&b, `\u%04x\u%04x`, high, low)
		default:
			fmt.Fprintf(&b, `\u%04x`, r)
		}
	}
	return b.Bytes()
}

func invisible(r rune) bool {
	return r >= 0x7f && (unicode.In(r, unicode.Cc, unicode.Cf) || r&0xfffe == 0xfffe)
}

// anyInvisible reports whether a text, ASCII for the most part, needs an escape.
func anyInvisible(text []byte) bool {
	for i := 0; i < len(text); {
		if text[i] < 0x7f {
			i++
			continue
		}
		r, size := utf8.DecodeRune(text[i:])
		if invisible(r) {
			return true
		}
		i += size
	}
	return false
}
