package reports

import (
	"strings"
	"unicode"
)

// clean makes text of a survey safe to print: control and escape characters,
// invisible format characters (such as those that turn the direction of
// writing) and invalid bytes are left out, and every run of blanks becomes one
// space. A word joiner that belongs to a word, such as in a family emoji, is
// kept.
func clean(s string) string {
	if plain(s) {
		return s
	}
	s = withoutSequences(strings.ToValidUTF8(s, ""))
	s = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case unicode.IsControl(r), r == unicode.ReplacementChar:
			return -1
		case unicode.Is(unicode.Cf, r) && r != '\u200d':
			return -1
		}
		return r
	}, s)
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

// withoutSequences leaves out terminal control sequences as a whole: ESC [ up
// to its final byte, ESC ] up to its terminator, and the one-byte forms.
func withoutSequences(s string) string {
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
