package locale

import "math"

// A fraction is a simple share in words, and the percentages for which the
// words are true enough to stand in a headline.
type fraction struct {
	low, high float64
	nl, en    string
	// of is true when the words need "of the": half of the organisations, but
	// seven in ten organisations.
	of bool
}

// fractions lists the shares in words. No two ranges overlap: a third and three
// tenths are told apart by which is nearer.
func fractions() []fraction {
	return []fraction{
		{9, 11, "een op de tien", "one in ten", false},
		{19, 21, "een op de vijf", "one in five", false},
		{24, 26, "een kwart", "a quarter", true},
		{28, 32, "drie op de tien", "three in ten", false},
		{32.4, 34.3, "een op de drie", "one in three", false},
		{38, 42, "vier op de tien", "four in ten", false},
		{46, 49.5, "bijna de helft", "almost half", true},
		{49.5, 50.5, "de helft", "half", true},
		{50.5, 54, "ruim de helft", "just over half", true},
		{58, 62, "zes op de tien", "six in ten", false},
		{65.7, 67.6, "twee op de drie", "two in three", false},
		{68, 72, "zeven op de tien", "seven in ten", false},
		{74, 76, "driekwart", "three quarters", true},
		{78, 82, "acht op de tien", "eight in ten", false},
		{88, 92, "negen op de tien", "nine in ten", false},
	}
}

// findFraction returns the fraction that fits the proportion p: p itself, and p
// as a whole percentage, which may stand beside the words, lie in its range.
func findFraction(p float64) (fraction, bool) {
	percent, printed := Round(100*p, 6), Round(100*p, 0)
	for _, f := range fractions() {
		if percent >= f.low && percent <= f.high && printed >= math.Floor(f.low) && printed <= math.Floor(f.high) {
			return f, true
		}
	}
	return fraction{}, false
}

// Fraction returns the proportion p, 0 to 1, as a simple share in words, such
// as "bijna de helft" for 0.48 and "zeven op de tien" for 0.684. Three tenths and
// more fit within 2 percentage points, a tenth, fifth, quarter, third and their
// like within 1, half where the whole percentage is 50; almost half is 46 to 49 %,
// just over half 51 to 54 %, of the figure and of its rounding. It reports false
// when no words are close enough; the caller then writes the percentage.
func (l *Locale) Fraction(p float64) (string, bool) {
	f, ok := findFraction(p)
	return l.pick(f.nl, f.en), ok
}

// FractionOf returns the proportion p as words with a plural noun phrase that
// has no article: "bijna de helft van de organisaties" and "zeven op de tien
// organisaties". Singular is true when a verb after it is singular, as in
// Dutch after "de helft van de organisaties". It reports false where Fraction
// does.
func (l *Locale) FractionOf(p float64, noun string) (phrase string, singular, ok bool) {
	f, ok := findFraction(p)
	if !ok {
		return "", false, false
	}
	if !f.of {
		one := l.dutch && f.nl[:3] == "een"
		return l.pick(f.nl, f.en) + " " + noun, one, true
	}
	return l.pick(f.nl+" van de ", f.en+" of the ") + noun, l.dutch, true
}
