package export

import (
	"testing"

	"pgregory.net/rapid"
)

// TestCanonicalAsItIs draws numbers: what is said to be canonical is what canonical
// makes of it.
func TestCanonicalAsItIs(t *testing.T) {
	known := 0
	rapid.Check(t, func(rt *rapid.T) {
		text := rapid.StringMatching(`-?[0-9]{0,4}[0-9]{0,12}\.?[0-9]{0,9}[0-9]?(E-?[0-9])?`).Draw(rt, "number")
		x, err := parseNumber(text)
		if text == "" || !isCanonical([]byte(text)) {
			return
		}
		known++
		if err != nil || canonical(x) != text {
			rt.Errorf("%q is said to be canonical, which is %q (%v)", text, canonical(x), err)
		}
	})
	for _, text := range []string{"0", "-1", "0.5", "54.55", "1000000", "-0.0000001", "123456789012345"} {
		if x, err := parseNumber(text); err != nil || !isCanonical([]byte(text)) || canonical(x) != text {
			t.Errorf("%q is not canonical", text)
		}
	}
	for _, text := range []string{"-0", "00", "1.50", "1E2", "0.0000000001", ".5", "5.", "1234567890123456"} {
		if isCanonical([]byte(text)) {
			t.Errorf("%q is said to be canonical", text)
		}
	}
	if known == 0 {
		t.Error("no number is canonical")
	}
}
