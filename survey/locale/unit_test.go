package locale

import "testing"

func TestUnitInTheLanguageOfTheReport(t *testing.T) {
	for _, test := range []struct{ unit, nl, en string }{
		{"per hour", "per uur", "per hour"},
		{"per uur", "per uur", "per hour"},
		{"questions per hour", "vragen per uur", "questions per hour"},
		{"gesprekken per uur", "gesprekken per uur", "conversations per hour"},
		{"enquiries per hour", "enquiries per hour", "enquiries per hour"},
		{"%", "%", "%"},
		{"", "", ""},
	} {
		for code, want := range map[string]string{"nl": test.nl, "en": test.en} {
			l, err := For(code)
			if err != nil {
				t.Fatal(err)
			}
			if got := l.Unit(test.unit); got != want {
				t.Errorf("%s in %s: %q, want %q", test.unit, code, got, want)
			}
		}
	}
}
