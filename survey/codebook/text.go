package codebook

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
)

// key returns the form in which two wordings are compared: without regard to
// case, accents, kind of quote or dash, and runs of blanks. It is idempotent.
func key(s string) string {
	if plain(s) {
		return strings.ToLower(s)
	}
	s = strings.Map(foldRune, s)
	for range 2 {
		s = cases.Fold().String(norm.NFKD.String(s))
	}
	s = norm.NFC.String(strings.Map(dropMark, norm.NFKD.String(s)))
	return strings.Join(strings.Fields(strings.Map(foldRune, s)), " ")
}

// keyOf returns the key of a text and the number of its characters.
func keyOf(s string) (k string, length int) {
	capital, blank := false, true
	for i := range len(s) {
		c := s[i]
		if c >= 0x80 || c < ' ' || c == 0x7f || c == '`' || (c == ' ' && blank) {
			return key(s), utf8.RuneCountInString(s)
		}
		blank = c == ' '
		capital = capital || c >= 'A' && c <= 'Z'
	}
	if !capital && !blank {
		return s, len(s)
	}
	return key(s), len(s)
}

// plain reports whether s is ASCII without anything that key would fold but
// capitals.
func plain(s string) bool {
	blank := true // a leading blank counts as a double one
	for i := range len(s) {
		c := s[i]
		if c >= 0x80 || c < ' ' || c == 0x7f || c == '`' || (c == ' ' && blank) {
			return false
		}
		blank = c == ' '
	}
	return s == "" || !blank
}

func foldRune(r rune) rune {
	switch r {
	case '‘', '’', '‛', '`', '´', 'ʼ':
		return '\''
	case '“', '”', '„', '«', '»':
		return '"'
	case '‐', '‑', '‒', '–', '—', '−':
		return '-'
	case '\u00ad', '\u200b', '\ufeff':
		return -1
	}
	if unicode.IsSpace(r) {
		return ' '
	}
	return r
}

func dropMark(r rune) rune {
	if unicode.Is(unicode.Mn, r) {
		return -1
	}
	return r
}

// wordsOf returns the key of s with everything but letters and digits turned
// into single blanks, and a blank at either end, so that a phrase can be found
// at word boundaries.
func wordsOf(s string) string {
	if plain(s) {
		return plainWords(s)
	}
	var b strings.Builder
	b.WriteByte(' ')
	blank := true
	for _, r := range key(s) {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			b.WriteRune(r)
			blank = false
		case r == '\'':
			// "regio's" is one word
		case !blank:
			b.WriteByte(' ')
			blank = true
		}
	}
	if !blank {
		b.WriteByte(' ')
	}
	return b.String()
}

// plainWords is wordsOf of a text that is plain.
func plainWords(s string) string {
	var room [96]byte
	words := append(room[:0], ' ')
	blank := true
	for i := range len(s) {
		switch c := s[i]; {
		case c >= 'a' && c <= 'z', c >= '0' && c <= '9':
			words, blank = append(words, c), false
		case c >= 'A' && c <= 'Z':
			words, blank = append(words, c|0x20), false
		case c == '\'' || blank:
		default:
			words, blank = append(words, ' '), true
		}
	}
	if !blank {
		words = append(words, ' ')
	}
	return string(words)
}

// has reports whether one of the phrases occurs in text, which comes from
// wordsOf. A phrase begins at a word's start; it must end at a word's end too,
// unless it ends in "*".
func has(text string, phrases ...string) bool {
	return slices.ContainsFunc(phrases, func(p string) bool { return len(p) <= len(text) && find(text, p) >= 0 })
}

// find returns where a phrase begins in text, or -1; see has.
func find(text, phrase string) int {
	stem, open := strings.CutSuffix(phrase, "*")
	for from := 0; ; {
		at := strings.Index(text[from:], stem)
		if at < 0 {
			return -1
		}
		at += from
		if end := at + len(stem); at > 0 && text[at-1] == ' ' && (open || end < len(text) && text[end] == ' ') {
			return at - 1
		}
		from = at + 1
	}
}

// compact returns only the letters and digits of the key of s.
func compact(s string) string { return strings.ReplaceAll(wordsOf(s), " ", "") }

// slug returns s as a code: lower-case letters, digits and single hyphens, at
// most limit bytes, cut at a word's end where that leaves something.
func slug(s string, limit int) string {
	var b strings.Builder
	for word := range strings.FieldsSeq(strings.Map(asciiOrBlank, wordsOf(s))) {
		if b.Len() > 0 && b.Len()+1+len(word) > limit {
			break
		}
		if b.Len() > 0 {
			b.WriteByte('-')
		}
		b.WriteString(word[:min(len(word), limit)])
	}
	return b.String()
}

func asciiOrBlank(r rune) rune {
	switch {
	case r < 0x80:
		return r
	case r == 'ß':
		return 's'
	case r == 'ø':
		return 'o'
	case r == 'æ':
		return 'a'
	}
	return ' '
}

// nearest returns the candidate that looks most like s, or "" when none comes
// near. The first of equals wins.
func nearest(s string, candidates []string) string {
	length := len([]rune(s))
	best, least := "", min(length, 1+max(1, length/3))
	for _, c := range candidates {
		if d := distance(key(s), key(c)); d < least {
			best, least = c, d
		}
	}
	if best != "" {
		return best
	}
	for _, c := range candidates {
		if k, n := key(c), key(s); len(n) >= 4 && len(k) >= 4 && (strings.Contains(k, n) || strings.Contains(n, k)) {
			return c
		}
	}
	return ""
}

// distance is the number of insertions, deletions, substitutions and swaps of
// neighbours that turn a into b (optimal string alignment).
func distance(a, b string) int {
	s, t := []rune(a), []rune(b)
	before, above, row := make([]int, len(t)+1), make([]int, len(t)+1), make([]int, len(t)+1)
	for j := range above {
		above[j] = j
	}
	for i := range s {
		row[0] = i + 1
		for j := range t {
			cost := 1
			if s[i] == t[j] {
				cost = 0
			}
			row[j+1] = min(above[j]+cost, above[j+1]+1, row[j]+1)
			if i > 0 && j > 0 && s[i] == t[j-1] && s[i-1] == t[j] {
				row[j+1] = min(row[j+1], before[j-1]+1)
			}
		}
		before, above, row = above, row, before
	}
	return above[len(t)]
}

// shorten returns s with at most limit runes, the last an ellipsis when some
// were left out.
func shorten(s string, limit int) string {
	r := []rune(s)
	if len(r) <= limit {
		return s
	}
	return strings.TrimSpace(string(r[:limit-1])) + "…"
}
