package words

import (
	"strings"
	"unicode"
	"unicode/utf8"

	uax "github.com/clipperhouse/uax29/v2/words"
	"golang.org/x/text/cases"
	"golang.org/x/text/language"
	"golang.org/x/text/unicode/norm"
)

// quotes are what may stand between two words of one clause.
const quotes = " \t\u00a0'\"“”„‟«»*"

// longestWord is the number of letters above which a run of letters is no word.
const longestWord = 64

// term is a word with content as it stands in an answer.
type term struct {
	// word is in lower case, without a possessive or plural 's.
	word string
	// denial of the word and the word that denies it, or empty.
	denial denial
	denier string
}

// form returns the term as it is shown.
func (t term) form() string {
	if t.denier == "" {
		return t.word
	}
	return t.denier + " " + t.word
}

// splitter cuts answers into terms.
type splitter struct {
	lower          cases.Caser
	dutch, english map[string]bool // stop words; nil when the language is not in play
}

func newSplitter(dutch, english bool) splitter {
	s := splitter{lower: cases.Lower(language.Und)}
	if dutch {
		s.dutch = set(dutchStops)
	}
	if english {
		s.english = set(englishStops)
	}
	return s
}

// set returns the blank-separated words as a set.
func set(list string) map[string]bool {
	words := make(map[string]bool)
	for word := range strings.FieldsSeq(list) {
		words[word] = true
	}
	return words
}

// each calls f for every term of the answer, in order.
func (s *splitter) each(answer string, f func(term)) {
	var d denying
	s.tokens(answer, func(token string) {
		word := bare(token)
		switch {
		case word == "":
			d = denying{}
		case s.isStop(word):
			d.pass(word)
		default:
			t := term{word: word, denial: d.kind, denier: d.word}
			if kind, denier, rest := deniedByPrefix(word); kind != asserted {
				t = term{word: rest, denial: kind, denier: denier}
			}
			d = denying{}
			f(t)
		}
	})
}

// isStop reports whether the word carries no content of its own: one letter, a
// stop word, or a word that denies what follows.
func (s *splitter) isStop(word string) bool {
	if utf8.RuneCountInString(word) == 1 {
		return true
	}
	plain := unaccented(word)
	return s.dutch[plain] || s.english[plain] || denialOf(plain) != asserted
}

// mostlyDutch reports whether the answers hold at least as many Dutch stop
// words as English ones, not counting those of both.
func (s *splitter) mostlyDutch(answers []string) bool {
	balance := 0
	for _, answer := range answers {
		s.tokens(answer, func(token string) {
			plain := unaccented(bare(token))
			if s.dutch[plain] {
				balance++
			}
			if s.english[plain] {
				balance--
			}
		})
	}
	return balance >= 0
}

// tokens calls f for every word of the answer in lower case, and with "" where
// a clause ends: at punctuation and line ends.
//
// Words are those of Unicode's word boundaries, save that parts joined by a
// hyphen are one word ("e-mail"), and parts joined by a point, colon or
// underscore are not ("snel.goed" lacks a blank).
func (s *splitter) tokens(answer string, f func(string)) {
	it := uax.FromString(s.lower.String(clean(answer)))
	var word strings.Builder
	joining := false // the word so far ends in a hyphen
	flush := func() {
		emit(strings.TrimRight(word.String(), "-"), f)
		word.Reset()
	}
	for it.Next() {
		token := it.Value()
		switch {
		case startsWord(token):
			if word.Len() > 0 && !joining {
				flush()
			}
			word.WriteString(token)
			joining = false
		case token == "-" && word.Len() > 0 && !joining:
			word.WriteString(token)
			joining = true
		default:
			if word.Len() > 0 {
				flush()
			}
			joining = false
			if strings.Trim(token, quotes) != "" {
				f("")
			}
		}
	}
	if word.Len() > 0 {
		flush()
	}
}

// emit calls f for the parts of a token that hold a letter, with "" between.
func emit(token string, f func(string)) {
	first := true
	for part := range strings.FieldsFuncSeq(token, func(r rune) bool { return r == '.' || r == ':' || r == '_' }) {
		if !first {
			f("")
		}
		first = false
		if strings.ContainsFunc(part, unicode.IsLetter) && utf8.RuneCountInString(part) <= longestWord {
			f(part)
		}
	}
}

// startsWord reports whether a token is a word or number.
func startsWord(token string) bool {
	r, _ := utf8.DecodeRuneInString(token)
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}

// bare returns the word without what an apostrophe adds at its end: collega's,
// it's, we're. "Doesn't" stays whole, since it denies.
func bare(word string) string {
	head, tail, found := strings.Cut(word, "'")
	if !found {
		return word
	}
	switch tail {
	case "s", "m", "re", "ve", "ll", "d":
		return head
	}
	return word
}

// clean returns the text in one notation: valid, composed, with straight
// apostrophes and hyphens, without invisible characters and without addresses.
func clean(s string) string {
	if isPlain(s) {
		return s
	}
	s = strings.Map(func(r rune) rune {
		switch r {
		case '’', '‘', 'ʼ', '´', '`', '′':
			return '\''
		case '‐', '‑':
			return '-'
		case utf8.RuneError:
			return ' '
		}
		if unicode.Is(unicode.Cf, r) {
			return -1
		}
		return r
	}, s)
	s = norm.NFKC.String(s)
	if !strings.ContainsAny(s, "@/") && !strings.Contains(s, "www.") {
		return s
	}
	return withoutAddresses(s)
}

// withoutAddresses returns the text with a point in place of every mail and web
// address.
func withoutAddresses(s string) string {
	var b strings.Builder
	for s != "" {
		field := s
		if end := strings.IndexFunc(s, unicode.IsSpace); end >= 0 {
			field = s[:end]
		}
		s = s[len(field):]
		if isAddress(field) {
			field = "."
		}
		b.WriteString(field)
		rest := strings.TrimLeftFunc(s, unicode.IsSpace)
		b.WriteString(s[:len(s)-len(rest)])
		s = rest
	}
	return b.String()
}

// isPlain reports whether the text is ASCII in which clean changes nothing.
func isPlain(s string) bool {
	for i := range len(s) {
		if c := s[i]; c >= utf8.RuneSelf || c == '`' || c == '@' || c == '/' {
			return false
		}
	}
	return !strings.Contains(s, "www.")
}

// isAddress reports whether a word is a mail or web address.
func isAddress(field string) bool {
	return strings.Contains(field, "@") || strings.Contains(field, "://") || strings.HasPrefix(strings.ToLower(field), "www.")
}
