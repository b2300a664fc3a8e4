package waves

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// wording returns a text in the form in which wordings are compared: small
// letters without accents, one blank between words, no punctuation but what
// changes the meaning of a number or a class ("<", ">", "+", "%", a decimal point).
func wording(text string) string {
	runes := []rune(norm.NFKD.String(strings.ToLower(text)))
	var b strings.Builder
	blank := true
	for i, r := range runes {
		switch {
		case unicode.Is(unicode.Mn, r) || thousands(runes, i):
		case unicode.IsLetter(r) || unicode.IsDigit(r) || strings.ContainsRune("<>+=%€≤≥", r) || decimal(runes, i):
			if (r == '.' || r == ',') && !blank {
				r = '.'
			}
			b.WriteRune(r)
			blank = false
		case !blank:
			b.WriteByte(' ')
			blank = true
		}
	}
	return strings.TrimSpace(b.String())
}

// between reports whether the rune at i is a point or comma with a digit on
// either side.
func between(runes []rune, i int) bool {
	return (runes[i] == '.' || runes[i] == ',') && i > 0 && i+1 < len(runes) &&
		unicode.IsDigit(runes[i-1]) && unicode.IsDigit(runes[i+1])
}

// thousands reports whether the rune at i marks thousands: three digits follow.
func thousands(runes []rune, i int) bool {
	if !between(runes, i) {
		return false
	}
	n := i + 1
	for n < len(runes) && unicode.IsDigit(runes[n]) {
		n++
	}
	return n-i-1 == 3
}

func decimal(runes []rune, i int) bool { return between(runes, i) && !thousands(runes, i) }

// distinct returns the words of a text, each once, in the alphabet's order.
func distinct(text string) []string {
	words := strings.Fields(wording(text))
	slices.Sort(words)
	return slices.Compact(words)
}

// likeness is the coefficient of Sørensen (1948) and Dice (1945) on the words of
// two texts: 2·shared/(words + words), from 0 for none in common to 1 for the same
// words. 0 when either has no words.
func likeness(a, b string) float64 {
	x, y := distinct(a), distinct(b)
	shared := 0
	for _, w := range x {
		if _, there := slices.BinarySearch(y, w); there {
			shared++
		}
	}
	return dice(shared, len(x), len(y))
}

func dice(shared, a, b int) float64 {
	if shared == 0 {
		return 0
	}
	return 2 * float64(shared) / float64(a+b)
}
