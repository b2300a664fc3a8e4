package locale

import (
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// Words never contradict the share nor the whole percentage beside them, and say
// the same in both languages.
func TestFractionsNeverContradictTheFigure(t *testing.T) {
	nl, en := mustFor(t, "nl"), mustFor(t, "en")
	tenths := map[string]float64{
		"one": 10, "two": 20, "three": 30, "four": 40, "five": 50, "six": 60, "seven": 70, "eight": 80, "nine": 90,
	}
	rapid.Check(t, func(r *rapid.T) {
		base := rapid.IntRange(1, 2000).Draw(r, "base")
		p := float64(rapid.IntRange(0, base).Draw(r, "count")) / float64(base)
		words, ok := en.Fraction(p)
		dutch, okDutch := nl.Fraction(p)
		if ok != okDutch || (dutch == "") == ok {
			r.Fatalf("%v: %q and %q", p, words, dutch)
		}
		if !ok {
			return
		}
		printed := math.Round(100 * p)
		within := func(center, tolerance float64) bool {
			return math.Abs(100*p-center) <= tolerance && math.Abs(printed-center) <= math.Ceil(tolerance)+0.5
		}
		first, _, _ := strings.Cut(words, " ")
		holds := false
		switch {
		case words == "half":
			holds = printed == 50 && strings.HasPrefix(dutch, "de ")
		case words == "almost half":
			holds = p < 0.5 && printed < 50 && printed >= 46 && strings.HasPrefix(dutch, "bijna")
		case words == "just over half":
			holds = p > 0.5 && printed > 50 && printed <= 54 && strings.HasPrefix(dutch, "ruim")
		case strings.HasSuffix(words, "in ten"):
			tolerance := 2.0
			if first == "one" {
				tolerance = 1
			}
			holds = within(tenths[first], tolerance) && strings.HasSuffix(dutch, "op de tien")
		case strings.HasSuffix(words, "in three"):
			holds = within(tenths[first]/10*100/3, 1) && strings.HasSuffix(dutch, "op de drie")
		case words == "one in five":
			holds = within(20, 1) && dutch == "een op de vijf"
		case strings.HasSuffix(words, "quarter"):
			holds = within(25, 1) && dutch == "een kwart"
		case strings.HasSuffix(words, "quarters"):
			holds = within(75, 1) && dutch == "driekwart"
		}
		if !holds {
			r.Fatalf("%v, printed as %v%%, is called %q and %q", p, printed, words, dutch)
		}
	})
}

func TestFraction(t *testing.T) {
	tests := []struct {
		p      float64
		nl, en string
	}{
		{56.0 / 117, "bijna de helft", "almost half"},
		{80.0 / 117, "zeven op de tien", "seven in ten"},
		{47.0 / 117, "vier op de tien", "four in ten"},
		{35.0 / 59, "zes op de tien", "six in ten"},
		{52.0 / 104, "de helft", "half"},
		{35.0 / 117, "drie op de tien", "three in ten"},
		{1.0 / 3, "een op de drie", "one in three"},
		{2.0 / 3, "twee op de drie", "two in three"},
		{78.0 / 104, "driekwart", "three quarters"},
		{0.25, "een kwart", "a quarter"},
		{0.46, "bijna de helft", "almost half"},
		{0.4949, "bijna de helft", "almost half"},
		{0.495, "de helft", "half"},
		{0.505, "ruim de helft", "just over half"},
		{0.54, "ruim de helft", "just over half"},
		{0.68, "zeven op de tien", "seven in ten"},
		{0.72, "zeven op de tien", "seven in ten"},
		{0.92, "negen op de tien", "nine in ten"},
		{0.10, "een op de tien", "one in ten"},
		{0, "", ""}, {0.05, "", ""}, {0.13, "", ""}, {0.27, "", ""}, {0.345, "", ""},
		{0.44, "", ""}, {0.459, "", ""}, {0.545, "", ""}, {0.322, "", ""}, {0.677, "", ""}, {0.56, "", ""}, {0.64, "", ""}, {0.73, "", ""}, {0.86, "", ""}, {0.97, "", ""}, {1, "", ""},
	}
	nl, en := mustFor(t, "nl"), mustFor(t, "en")
	for _, tt := range tests {
		for _, c := range []struct {
			l    *Locale
			want string
		}{{nl, tt.nl}, {en, tt.en}} {
			got, ok := c.l.Fraction(tt.p)
			if got != c.want || ok != (c.want != "") {
				t.Errorf("%s Fraction(%v) = %q, %v; want %q", c.l.Tag, tt.p, got, ok, c.want)
			}
		}
	}
}

func TestFractionOf(t *testing.T) {
	tests := []struct {
		tag      string
		p        float64
		want     string
		singular bool
	}{
		{"nl", 0.48, "bijna de helft van de organisaties", true},
		{"nl", 0.70, "zeven op de tien organisaties", false},
		{"nl", 0.33, "een op de drie organisaties", true},
		{"en", 0.48, "almost half of the organisaties", false},
		{"en", 0.70, "seven in ten organisaties", false},
	}
	for _, tt := range tests {
		got, singular, ok := mustFor(t, tt.tag).FractionOf(tt.p, "organisaties")
		if got != tt.want || singular != tt.singular || !ok {
			t.Errorf("%s FractionOf(%v) = %q, %v, %v", tt.tag, tt.p, got, singular, ok)
		}
	}
	if phrase, _, ok := mustFor(t, "nl").FractionOf(0.13, "organisaties"); ok || phrase != "" {
		t.Errorf("FractionOf(0.13) = %q, %v; want none", phrase, ok)
	}
}

func mustFor(t *testing.T, tag string) *Locale {
	t.Helper()
	l, err := For(tag)
	if err != nil {
		t.Fatal(err)
	}
	return l
}
