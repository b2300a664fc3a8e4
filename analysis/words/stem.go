package words

import (
	"cmp"
	"strings"
	"unicode"

	"github.com/blevesearch/snowballstem"
	"github.com/blevesearch/snowballstem/dutch"
	"github.com/blevesearch/snowballstem/english"
	"golang.org/x/text/unicode/norm"
)

// stemmer gives words with the same stem the same key. It remembers the words
// it has seen.
type stemmer struct {
	dutch bool
	known map[string]string
}

func newStemmer(dutch bool) stemmer {
	return stemmer{dutch: dutch, known: make(map[string]string)}
}

// stem returns the key of a word in lower case: its stem according to Snowball
// (M.F. Porter, snowballstem.org), from the word without accents and hyphens,
// with the changes below where Snowball parts what belongs together or joins
// what does not.
//
//	doubled end      snelle > snell > snel, bellen > bell > bel
//	soft end         brieven > briev > brief, lezen > lez > les (as lees does)
//	-s after -en     mensen > mens > men (as mens does)
//	verb's dt        antwoordt > antwoord
//	-lijk            persoonlijk is not persoon: the ending stays in the key
//	-al (English)    personal is not person, digital is not digit: the same
//
// Snowball itself joins long and short vowels: vraag and vragen are both vrag.
func (s *stemmer) stem(word string) string {
	if key, ok := s.known[word]; ok {
		return key
	}
	plain := strings.ReplaceAll(unaccented(word), "-", "")
	stem := englishStem
	if s.dutch {
		stem = dutchStem
	}
	key := cmp.Or(stem(plain), plain)
	s.known[word] = key
	return key
}

func dutchStem(word string) string {
	return keeping(word, "lijk", dutchRules, "", "e", "er", "ere", "s", "st", "ste")
}

func englishStem(word string) string {
	return keeping(word, "al", englishRules, "", "s", "ly")
}

// keeping returns the stem of a word by the rules, with the ending that it has
// before one of its inflections if the rules have taken that away. Persoonlijk,
// persoonlijke and persoonlijker become personlijk.
func keeping(word, ending string, rules func(string) string, inflections ...string) string {
	for _, inflection := range inflections {
		base, found := strings.CutSuffix(word, ending+inflection)
		if !found {
			continue
		}
		stem := rules(base + ending)
		if strings.HasSuffix(stem, ending) {
			return stem
		}
		return stem + ending
	}
	return rules(word)
}

func englishRules(word string) string {
	env := snowballstem.NewEnv(word)
	english.Stem(env)
	return env.Current()
}

func dutchRules(word string) string {
	if strings.HasSuffix(word, "dt") {
		word = word[:len(word)-1]
	}
	env := snowballstem.NewEnv(word)
	dutch.Stem(env)
	stem := env.Current()
	n := len(stem)
	if n < 3 {
		return stem
	}
	last, before := stem[n-1], stem[n-2]
	switch {
	case last == before && isConsonant(last) && !isConsonant(stem[n-3]):
		stem = stem[:n-1]
	case last == 'v':
		stem = stem[:n-1] + "f"
	case last == 'z':
		stem = stem[:n-1] + "s"
	}
	n = len(stem)
	if n > 3 && stem[n-1] == 's' && isConsonant(stem[n-2]) && stem[n-2] != 'j' {
		stem = stem[:n-1]
	}
	return stem
}

// isConsonant reports whether a lower-case ASCII letter is no vowel.
func isConsonant(c byte) bool {
	return 'a' <= c && c <= 'z' && !strings.ContainsRune("aeiou", rune(c))
}

// unaccented returns the word without accents: efficiënt > efficient.
func unaccented(word string) string {
	if isASCII(word) {
		return word
	}
	return norm.NFC.String(strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return r
	}, norm.NFKD.String(word)))
}

// isASCII reports whether no byte of s is part of a longer character.
func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}
