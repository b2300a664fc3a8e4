package reports

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/graphemes"
	"golang.org/x/text/width"
)

// cells returns how many columns of a terminal s takes: accents that combine
// take none, wide East Asian characters and emoji take two.
func cells(s string) int {
	if ascii(s) {
		return len(s)
	}
	n := 0
	for g := graphemes.FromString(s); g.Next(); {
		n += clusterCells(g.Value())
	}
	return n
}

func ascii(s string) bool {
	for i := range len(s) {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}

// clusterCells returns the columns of what a reader sees as one character.
func clusterCells(cluster string) int {
	widest := 0
	for _, r := range cluster {
		widest = max(widest, runeCells(r))
	}
	return widest
}

func runeCells(r rune) int {
	if unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf, unicode.Cc) {
		return 0
	}
	switch width.LookupRune(r).Kind() {
	case width.EastAsianWide, width.EastAsianFullwidth:
		return 2
	default:
		return 1
	}
}

// wrap breaks s into lines of at most w columns, between words where it can.
// There is always at least one line.
func wrap(s string, w int) []string {
	var lines []string
	line := ""
	for _, word := range splitWords(s) {
		switch {
		case line == "":
			line = word
		case cells(line)+1+cells(word) <= w:
			line += " " + word
		default:
			lines = append(lines, line)
			line = word
		}
		for cells(line) > w {
			head, tail := cut(line, w)
			if tail == "" {
				break
			}
			lines = append(lines, head)
			line = tail
		}
	}
	return append(lines, line)
}

// splitWords splits at blanks, but leaves a dash on its own with the word
// before it, as in a range of numbers.
func splitWords(s string) []string {
	var words []string
	blank := func(r rune) bool { return unicode.IsSpace(r) && r != '\u00a0' }
	for _, w := range strings.FieldsFunc(s, blank) {
		if n := len(words); n > 0 && (w == "–" || w == "-" || w == "—") {
			words[n-1] += " " + w
			continue
		}
		words = append(words, w)
	}
	return words
}

// cut splits a word that is wider than w: after a hyphen, dash or slash where
// that fits, else with a hyphen of its own.
func cut(s string, w int) (head, tail string) {
	at, after, used, pos := 0, 0, 0, 0
	for g := graphemes.FromString(s); g.Next(); {
		v := g.Value()
		used += clusterCells(v)
		if used > w && pos > 0 {
			break
		}
		pos += len(v)
		if used < w || at == 0 {
			at = pos
		}
		if breaks(v) {
			after = pos
		}
	}
	switch {
	case digest(s):
		return s[:pos], s[pos:] // a hyphen would be taken for a part of it
	case after > 0 && after < len(s):
		return s[:after], s[after:]
	case at == len(s) || w < 2:
		return s[:at], s[at:]
	}
	return s[:at] + "-", s[at:]
}

// digest reports whether a word is a digest, or what is left of one: digits of a
// hexadecimal number, but for a mark at the end.
func digest(s string) bool {
	const fewest = 12
	s = strings.TrimRight(s, ".,;)")
	return len(s) >= fewest && strings.Trim(s, "0123456789abcdef") == ""
}

// breaks reports whether a line may end after the character.
func breaks(v string) bool { return v == "-" || v == "/" || v == "–" }

// pieces splits s where a line may end: between words, and within them after a
// hyphen, dash or slash.
func pieces(s string) []string {
	var all []string
	for _, w := range splitWords(s) {
		start := 0
		for i, r := range w {
			if breaks(string(r)) {
				end := i + utf8.RuneLen(r)
				all = append(all, w[start:end])
				start = end
			}
		}
		if start < len(w) {
			all = append(all, w[start:])
		}
	}
	return all
}

// shorten cuts s to at most w columns, ending in an ellipsis when something is
// lost.
func shorten(s string, w int) string {
	if cells(s) <= w {
		return s
	}
	var b strings.Builder
	used := 0
	for g := graphemes.FromString(s); g.Next(); {
		c := clusterCells(g.Value())
		if used+c > w-1 {
			break
		}
		used += c
		b.WriteString(g.Value())
	}
	return strings.TrimRight(b.String(), " ") + "…"
}

// left and right pad s with spaces to w columns.
func left(s string, w int) string  { return s + spaces(w-cells(s)) }
func right(s string, w int) string { return spaces(w-cells(s)) + s }

func spaces(n int) string { return strings.Repeat(" ", max(n, 0)) }
