package codebook

import (
	"testing"

	"benchmark/survey/export"
)

// TestPersonalForm has each form begin in each way in which it can.
func TestPersonalForm(t *testing.T) {
	for text, want := range map[string]bool{
		"": false, "jan@voorbeeld.nl": true, "+jan@voorbeeld.nl": true, "tekst 06-12345678": false,
		"+31 6 12345678": true, "+31612345678": true, "0031-612345678": true, "06-12345678": true, "2018-10-02": false,
		"10.0.0.1": true, "52.13 4.92 0.0 5.0": true, "-33.86 151.21 10 4.5": true,
	} {
		if got := personalForm(export.Cell{Text: text}); got != want {
			t.Errorf("%q: %t, want %t", text, got, want)
		}
		if personalForm(export.Cell{Text: text, Typed: true}) {
			t.Errorf("%q is a number", text)
		}
	}
}
