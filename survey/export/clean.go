package export

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// clean returns s trimmed, with runs of blanks of any kind (no-break spaces,
// tabs, control characters) folded into one, line breaks as single "\n", and
// without invisible characters such as soft hyphens. Letters come out composed
// (NFC), so that words typed on different systems compare equal. A string that
// is clean already is returned as it is.
func clean(s string) string {
	if isClean(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	var pending byte
	for _, r := range norm.NFC.String(s) {
		switch {
		case r == '\n' || r == '\r' || r == '\u2028' || r == '\u2029' || r == '\v':
			pending = '\n'
		case unicode.IsSpace(r) || unicode.IsControl(r) || unicode.Is(unicode.Zs, r):
			if pending == 0 {
				pending = ' '
			}
		case invisible(r):
		default:
			if pending != 0 && b.Len() > 0 {
				b.WriteByte(pending)
			}
			pending = 0
			b.WriteRune(r)
		}
	}
	return b.String()
}

// isClean reports whether s is plain ASCII that clean would not change.
func isClean[T string | []byte](s T) bool {
	blank := true
	for i := range len(s) {
		c := s[i]
		if c < ' ' || c > '~' || c == ' ' && blank {
			return false
		}
		blank = c == ' '
	}
	return !blank || len(s) == 0
}

// invisible reports whether r leaves no mark of its own: soft hyphens, zero
// width blanks, direction marks. The joiners inside emoji and the tag letters
// of flags do change what is seen.
func invisible(r rune) bool {
	return unicode.Is(unicode.Cf, r) && r != '\u200c' && r != '\u200d' && r < 0xE0000
}

// oneLine returns a clean text on a single line.
func oneLine(s string) string { return strings.ReplaceAll(s, "\n", " ") }

// key folds a heading for comparison with a list of known ones: lower case,
// without blanks, underscores and hyphens.
func key(s string) string {
	return strings.Map(func(r rune) rune {
		if r == '_' || r == '-' || unicode.IsSpace(r) {
			return -1
		}
		return unicode.ToLower(r)
	}, s)
}
