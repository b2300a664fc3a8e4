package words

import "strings"

// denial is the way in which a word is denied.
type denial uint8

// The denials. Words denied in different ways are different words.
const (
	asserted denial = iota // not denied
	denied                 // niet, geen, not, no
	absent                 // zonder, without
	lessened               // minder, weinig, less
)

// key returns the stem with its denial, unique among all words.
func (d denial) key(stem string) string {
	switch d {
	case asserted:
		return stem
	case denied:
		return "not " + stem
	case absent:
		return "without " + stem
	case lessened:
		return "less " + stem
	}
	return stem
}

// denialOf returns in what way the word, in lower case and without accents,
// denies what comes after it.
func denialOf(word string) denial {
	switch word {
	case "niet", "geen", "nooit", "noch", "not", "no", "never", "nor", "neither", "cannot":
		return denied
	case "zonder", "without":
		return absent
	case "minder", "weinig", "nauwelijks", "amper", "less", "hardly", "barely":
		return lessened
	}
	if strings.HasSuffix(word, "n't") {
		return denied
	}
	return asserted
}

// farthest is how many stop words may stand between a denial and the word that
// it denies: "niet echt heel erg snel".
const farthest = 3

// denying is the denial that is open at some place in an answer. It ends at the
// first word with content, at the end of the clause and at a word that joins
// clauses.
type denying struct {
	kind   denial
	word   string // the denying word as it is shown
	passed int    // stop words since
}

// pass moves past a stop word.
func (d *denying) pass(word string) {
	word = unaccented(word)
	if kind := denialOf(word); kind != asserted {
		if strings.HasSuffix(word, "n't") || word == "cannot" {
			word = "not"
		}
		*d = denying{kind: kind, word: word}
		return
	}
	if d.kind == asserted {
		return
	}
	d.passed++
	if d.passed > farthest || endsDenial(word) {
		*d = denying{}
	}
}

// endsDenial reports whether a denial reaches no further than this word: it
// joins clauses, or denies the denial ("niet alleen snel" is snel).
func endsDenial(word string) bool {
	switch word {
	case "maar", "en", "of", "want", "dus", "omdat", "als", "wel", "ook",
		"but", "and", "or", "because", "if", "so", "also",
		"alleen", "enkel", "slechts", "only", "just", "merely":
		return true
	}
	return false
}

// deniedByPrefix returns what a hyphenated word denies: niet-persoonlijk is
// niet persoonlijk, non-personal is not personal.
func deniedByPrefix(word string) (kind denial, denier, rest string) {
	prefix, rest, found := strings.Cut(word, "-")
	if !found || rest == "" {
		return asserted, "", word
	}
	switch prefix {
	case "niet":
		return denied, "niet", rest
	case "non", "not":
		return denied, "not", rest
	}
	return asserted, "", word
}
