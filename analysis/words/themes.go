package words

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"benchmark/survey"

	"golang.org/x/text/cases"
)

// Themes returns for each theme which answers have it: those in which one of
// its patterns occurs at the start of a word. "Afspra" occurs in "een afspraak"
// and in "Afspraken", not in "contactafspraak". Case, accents, the kind of
// apostrophe and the width of blanks make no difference, so that the words of a
// phrase may stand on two lines. An empty pattern occurs nowhere.
//
// The time is linear in the length of the answers times the number of patterns.
func Themes(answers []string, themes []survey.Theme) []survey.Bits {
	folder := cases.Fold()
	patterns := make([][]string, len(themes))
	found := make([]survey.Bits, len(themes))
	for t := range themes {
		found[t] = survey.NewBits(len(answers))
		for _, p := range themes[t].Patterns {
			patterns[t] = append(patterns[t], folded(folder, p))
		}
	}
	for i, answer := range answers {
		text := folded(folder, answer)
		for t := range patterns {
			for _, p := range patterns[t] {
				if startsIn(text, p) {
					found[t].Set(i)
					break
				}
			}
		}
	}
	return found
}

// folded returns the text in the form in which it is compared. Folding the
// case of a letter can bring out an accent and the other way round, so it takes
// turns; two are enough for every character that there is.
func folded(folder cases.Caser, s string) string {
	s = strings.ReplaceAll(strings.ToValidUTF8(s, " "), "’", "'")
	for range 2 {
		s = folder.String(unaccented(s))
	}
	return strings.Join(strings.Fields(unaccented(s)), " ")
}

// startsIn reports whether pattern occurs in text where no letter or digit
// comes before it. A pattern that begins with something else may occur
// anywhere.
func startsIn(text, pattern string) bool {
	if pattern == "" {
		return false
	}
	first, _ := utf8.DecodeRuneInString(pattern)
	anywhere := !isWordRune(first)
	for from := 0; ; {
		at := strings.Index(text[from:], pattern)
		if at < 0 {
			return false
		}
		at += from
		before, _ := utf8.DecodeLastRuneInString(text[:at])
		if anywhere || at == 0 || !isWordRune(before) {
			return true
		}
		_, width := utf8.DecodeRuneInString(text[at:])
		from = at + width
	}
}

func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
