package personal

import (
	"maps"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"
)

// words are the words of the lists, and others, by list.
func words() [][]string {
	all := [][]string{{"Th. Woord", "Chr. Ding", "j.", "th.", "chr.", "woord", "niets", "é", "zoë", "dat", "at", "punt nl", "x@y.nl", "06 12345678", "apenstaartje", "linkedin.com/in/x", "skype: x"}, {"woord", "ding"}}
	for _, l := range []*list{firstNames, doubtful, surnames, plain, particles, titles, common, stops} {
		all = append(all, slices.Sorted(maps.Keys(l.words())))
	}
	var phrases []string
	for _, word := range slices.Sorted(maps.Keys(introducing())) {
		for _, phrase := range introducing()[word] {
			phrases = append(phrases, strings.Join(phrase, " "))
		}
	}
	return append(all, phrases)
}

// ruled is marked without a look at the signs of a text.
func ruled(text string) []Span {
	small := strings.ToLower(text)
	digits, at, _ := signs(text)
	var spans []Span
	if at {
		spans = apply(atRules, text, small, digits, spans)
	}
	spans = apply(wordedRules, text, small, digits, spans)
	if digits > 0 {
		spans = apply(digitRules, text, small, digits, spans)
	}
	return spans
}

// TestScreenNeverMisses holds that in a text of which the screen says that there can
// be no name, or no sign of anything else, none is found.
func TestScreenNeverMisses(t *testing.T) {
	check := func(text string) string {
		if found := names(text, nil); len(found) > 0 && look(text)&naming == 0 {
			return "a name is missed"
		}
		if want := ruled(text); len(want) > 0 && len(marked(text)) == 0 {
			return "a mark is missed"
		}
		if len(marked(text)) > 0 && look(text)&marking == 0 {
			return "a mark is overlooked"
		}
		if trimmed := strings.TrimSpace(text); wholeName(trimmed) != readName(trimmed) {
			return "a cell that is a name is missed"
		}
		if NameShaped(text) != nameShaped(text) {
			return "the shape of a name is missed"
		}
		return ""
	}
	for _, name := range []string{"corpus.txt", "held-out.txt"} {
		data, err := os.ReadFile("testdata/" + name)
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(data)) {
			line = strings.NewReplacer("{", "", "}", "").Replace(line)
			for _, text := range []string{line, strings.ToLower(line), strings.ToUpper(line)} {
				if wrong := check(text); wrong != "" {
					t.Errorf("%s in %q", wrong, text)
				}
			}
		}
	}
	for _, text := range []string{"jan apenſtaart gmail.com met paardenstaart", "jan at gmail punt com, \u212aapen"} {
		if wrong := check(text); wrong != "" || len(ruled(text)) == 0 {
			t.Errorf("%s in %q, where %d marks are", wrong, text, len(ruled(text)))
		}
	}
	all := words()
	draw := rand.New(rand.NewPCG(2018, 11))
	of := func(words []string) string { return words[draw.IntN(len(words))] }
	marks := []string{" ", " ", " ", "-", "'", ". ", ".", ", ", "/", ": ", "\n", "1"}
	for range 20_000 {
		var b strings.Builder
		for range 1 + draw.IntN(4) {
			word := of(all[draw.IntN(len(all))])
			switch draw.IntN(4) {
			case 0:
				word = strings.ToUpper(word[:1]) + word[1:]
			case 1:
				word = strings.ToUpper(word)
			}
			b.WriteString(word + of(marks))
		}
		if wrong := check(b.String()); wrong != "" {
			t.Fatalf("%s in %q", wrong, b.String())
		}
	}
}
