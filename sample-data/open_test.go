package sampledata_test

import (
	"maps"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/blevesearch/snowballstem"
	"github.com/blevesearch/snowballstem/dutch"
	"github.com/google/go-cmp/cmp"
)

// functionWords are what any Dutch stop word list has, and no more: with a
// longer list the counts of the other words can only become smaller.
var functionWords = strings.Fields("de het een en van in is op te dat die voor met je als ik maar om er of bij dan ook")

// wanted are the counts of row 14, by stem.
var wanted = map[string]int{
	"snel": 24, "antwoord": 20, "onperson": 14, "vrag": 10, "person": 9, "drempelverlag": 7, "klantvriend": 5,
}

func stem(word string) string {
	env := snowballstem.NewEnv(word)
	dutch.Stem(env)
	return env.Current()
}

// stems returns in how many answers each stem occurs.
func stems(s *sheet) map[string]int {
	found := make(map[string]int)
	c := s.column(words, "")
	for _, row := range s.rows {
		var once []string
		for _, w := range strings.FieldsFunc(strings.ToLower(row[c]), func(r rune) bool { return !unicode.IsLetter(r) }) {
			if st := stem(w); !slices.Contains(functionWords, w) && !slices.Contains(once, st) {
				once = append(once, st)
				found[st]++
			}
		}
	}
	return found
}

// near reports whether a becomes b by adding, leaving out or replacing one
// letter.
func near(a, b string) bool {
	x, y := []rune(a), []rune(b)
	if len(x) > len(y) {
		x, y = y, x
	}
	i := 0
	for i < len(x) && x[i] == y[i] {
		i++
	}
	if len(x) == len(y) {
		return i < len(x) && slices.Equal(x[i+1:], y[i+1:])
	}
	return len(x)+1 == len(y) && slices.Equal(x[i:], y[i+1:])
}

func TestChatbotWords(t *testing.T) {
	for form, s := range map[string]*sheet{"workbook": readWorkbook(t), "csv": readText(t)} {
		raw := stems(s.respondents())
		folded, strays := make(map[string]int), map[string]string{}
		for _, st := range slices.Sorted(maps.Keys(raw)) {
			into := st
			for w := range wanted {
				if near(st, w) {
					into = w
					strays[st] = w
				}
			}
			folded[into] += raw[st]
		}
		got := make(map[string]int)
		for st, n := range folded {
			if _, ok := wanted[st]; ok || n > 4 {
				got[st] = n
			}
		}
		if diff := cmp.Diff(wanted, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", form, diff)
		}
		// Every variant is rare beside its word, and each is needed.
		variants := map[string]string{"snell": "snel", "antwoordt": "antwoord", "antwoort": "antwoord", "onpeson": "onperson"}
		if diff := cmp.Diff(variants, strays); diff != "" {
			t.Errorf("%s: spelling variants (-want +got):\n%s", form, diff)
		}
		for st, w := range variants {
			if raw[st]*10 > raw[w] {
				t.Errorf("%s: %s (%d) is no rarity beside %s (%d)", form, st, raw[st], w, raw[w])
			}
		}
	}
}

func TestNearIsDistanceOne(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{{"snell", "snel", true}, {"snel", "snel", false}, {"vag", "vrag", true}, {"onperson", "person", false}, {"snek", "snel", true}, {"", "a", true}, {"ab", "ba", false}} {
		if got := near(c.a, c.b); got != c.want {
			t.Errorf("near(%q, %q) = %v", c.a, c.b, got)
		}
	}
}

// TestChatbotChances holds row 15 with the coding frame of the codebook.
func TestChatbotChances(t *testing.T) {
	s := readWorkbook(t).respondents().where(chances)
	c := s.column(chances, "")
	book := readCodebook(t)
	q := book.Questions[len(book.Questions)-1]
	has := func(text string, patterns []string) bool {
		text = " " + strings.ToLower(strings.Map(func(r rune) rune {
			if unicode.IsLetter(r) {
				return r
			}
			return ' '
		}, text))
		return slices.ContainsFunc(patterns, func(p string) bool { return strings.Contains(text, " "+p) })
	}
	var n [4]int
	for _, row := range s.rows {
		i := 0
		if has(row[c], q.Themes[0].Patterns) {
			i++
		}
		if has(row[c], q.Themes[1].Patterns) {
			i += 2
		}
		n[i]++
	}
	if want := [4]int{20, 19, 14, 8}; n != want {
		t.Errorf("neither, first, second and both themes: %v, want %v", n, want)
	}
	if n[1]+n[3] != 27 || n[2]+n[3] != 22 {
		t.Errorf("row 15: themes in %d and %d answers, want 27 and 22", n[1]+n[3], n[2]+n[3])
	}
}
