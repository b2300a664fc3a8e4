package words

import (
	"strings"
	"testing"
	"unicode"

	"benchmark/survey"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/cases"
)

func TestThemes(t *testing.T) {
	themes := []survey.Theme{
		{Code: "appointment", Patterns: []string{"Afspra", "id-kaart"}},
		{Code: "open", Patterns: []string{"24/7", "klant reis", "  één   loket "}},
		{Code: "none", Patterns: []string{"", "  "}},
		{Code: "quote", Patterns: []string{"foto’s", "straße"}},
	}
	for _, c := range []struct {
		answer string
		want   string // one letter per theme: x or .
	}{
		{"een afspraak maken", "x..."},
		{"AFSPRAKEN", "x..."},
		{"contactafspraak", "...."},
		{"contactafspraak; afspraak", "x..."},
		{"(afspraak)", "x..."},
		{"web-afspraak", "x..."},
		{"ID-Kaart", "x..."},
		{"altijd, 24/7 open", ".x.."},
		{"klant\n\treis", ".x.."},
		{"klantreis", "...."},
		{"Eén loket en E\u0301E\u0301N  LOKET", ".x.."},
		{"geen loket", "...."},
		{"foto's", "...x"},
		{"STRASSE", "...x"},
		{"", "...."},
		{"\xff afspraak", "x..."},
	} {
		got := Themes([]string{c.answer}, themes)
		var s strings.Builder
		for _, b := range got {
			if b.Has(0) {
				s.WriteString("x")
			} else {
				s.WriteString(".")
			}
		}
		if s.String() != c.want {
			t.Errorf("%q: %s, want %s", c.answer, s.String(), c.want)
		}
	}
	many := Themes([]string{"afspraak", "", "afspraken"}, themes)
	if many[0].Count() != 2 || !many[0].Has(2) || len(many) != len(themes) {
		t.Errorf("%v", many)
	}
	if got := Themes(nil, nil); len(got) != 0 {
		t.Errorf("%v", got)
	}
}

// TestFoldedTwice: what is folded stays as it is, for every
// character of a script with letters.
func TestFoldedTwice(t *testing.T) {
	folder := cases.Fold()
	const block = 1 << 12
	for first := rune(0); first <= unicode.MaxRune; first += block {
		var b strings.Builder
		for r := first; r < first+block; r++ {
			if unicode.IsGraphic(r) && !unicode.In(r, unicode.Han, unicode.Hangul) {
				b.WriteRune(r)
				b.WriteString(" x")
			}
		}
		once := folded(folder, b.String())
		if twice := folded(folder, once); twice != once {
			t.Errorf("a character from %U on: %s", first, cmp.Diff(once, twice))
		}
	}
}

func FuzzThemes(f *testing.F) {
	f.Add("een afspraak", "afspra")
	f.Add("ﬁets é \xff", "É")
	f.Add("aaaa", "aa")
	f.Fuzz(func(t *testing.T, answer, pattern string) {
		theme := []survey.Theme{{Patterns: []string{pattern}}}
		got := Themes([]string{answer, pattern}, theme)
		has := strings.TrimSpace(folded(cases.Fold(), pattern)) != ""
		if got[0].Has(1) != has {
			t.Fatalf("pattern %q in itself: %v", pattern, got[0].Has(1))
		}
	})
}
