package survey

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Plain makes text of others safe to show in any format: one line of Visible
// characters without blanks at its ends, every run of blanks one space.
func Plain(s string) string {
	if plain(s) {
		return s
	}
	s = strings.ReplaceAll(Visible(s), "\u00ad", "")
	return strings.Join(strings.Fields(s), " ")
}

// plain reports whether s is short printable ASCII without double blanks.
func plain(s string) bool {
	blank := true
	for i := range len(s) {
		c := s[i]
		if c < ' ' || c >= 0x7f || c == ' ' && blank {
			return false
		}
		blank = c == ' '
	}
	return !blank || s == ""
}

// Visible leaves out of text what is not seen and can deceive: terminal control
// sequences, control characters, characters that turn the direction of writing or
// have no width, code points that are none, and invalid bytes. Line breaks and
// tabs become blanks. Soft hyphens stay, and joiners inside an emoji.
func Visible(s string) string {
	s = withoutSequences(strings.ToValidUTF8(s, ""))
	var last rune
	return strings.Map(func(r rune) rune {
		kept := r
		switch {
		case r == '\u00ad':
		case r == '\u200d':
			if last < firstSymbol {
				kept = -1
			}
		case unicode.IsSpace(r) && r < 0xa0 || r == '\u2028' || r == '\u2029' || r == '\u0085':
			kept = ' '
		case unicode.IsControl(r), unicode.Is(unicode.Cf, r), r == unicode.ReplacementChar, r&0xfffe == 0xfffe:
			kept = -1
		}
		if kept >= 0 {
			last = kept
		}
		return kept
	}, s)
}

// firstSymbol is where the blocks of symbols begin, of which emoji are made.
const firstSymbol = 0x2190

// Inert makes text harmless in a cell of a CSV file: Plain, and with an apostrophe
// before what a spreadsheet would take for a formula.
func Inert(s string) string {
	s = Plain(s)
	if r, _ := utf8.DecodeRuneInString(s); s != "" && strings.ContainsRune("=+-@＝＋－＠", r) {
		return "'" + s
	}
	return s
}

// withoutSequences leaves out terminal control sequences as a whole: ESC [ up
// to its final byte, ESC ] up to its terminator, and the one-byte forms.
func withoutSequences(s string) string {
	if !strings.ContainsAny(s, "\x1b\u009b") {
		return s
	}
	var b strings.Builder
	runes := []rune(s)
	for i := 0; i < len(runes); i++ {
		r := runes[i]
		switch {
		case r == 0x1b && i+1 < len(runes) && runes[i+1] == '[':
			i = skipControl(runes, i+2)
		case r == 0x9b:
			i = skipControl(runes, i+1)
		case r == 0x1b && i+1 < len(runes) && strings.ContainsRune("]PX^_", runes[i+1]):
			i = skipString(runes, i+2)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// skipControl returns the position of the final byte of a control sequence.
func skipControl(runes []rune, i int) int {
	for i < len(runes) && runes[i] >= 0x20 && runes[i] <= 0x3f {
		i++
	}
	return i
}

// skipString returns the position of the terminator of a control string: BEL,
// or ESC \.
func skipString(runes []rune, i int) int {
	for ; i < len(runes); i++ {
		if runes[i] == 0x07 || runes[i] == 0x9c {
			return i
		}
		if runes[i] == 0x1b && i+1 < len(runes) && runes[i+1] == '\\' {
			return i + 1
		}
	}
	return i
}
