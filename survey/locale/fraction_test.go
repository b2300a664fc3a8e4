package locale

import "testing"

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
		{0.45, "bijna de helft", "almost half"},
		{0.495, "bijna de helft", "almost half"},
		{0.505, "de helft", "half"},
		{0.55, "ruim de helft", "just over half"},
		{0.68, "zeven op de tien", "seven in ten"},
		{0.72, "zeven op de tien", "seven in ten"},
		{0.92, "negen op de tien", "nine in ten"},
		{0.10, "een op de tien", "one in ten"},
		{0, "", ""}, {0.05, "", ""}, {0.13, "", ""}, {0.27, "", ""}, {0.345, "", ""},
		{0.449, "", ""}, {0.56, "", ""}, {0.64, "", ""}, {0.73, "", ""}, {0.86, "", ""}, {0.97, "", ""}, {1, "", ""},
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
