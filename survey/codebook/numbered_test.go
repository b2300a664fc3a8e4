package codebook

import (
	"regexp"
	"testing"

	"pgregory.net/rapid"
)

// Options with a code and points with a number are parted as an expression does it.
func TestNumberedTexts(t *testing.T) {
	coded := regexp.MustCompile(`^(\d{1,2})\s*(?:[-–=:.)]|\.\s)\s*([^\s\d].*)$`)
	point := regexp.MustCompile(`^(\d{1,2})(\s*(?:\(\s*\S|[-–=:.)]\s*[^\s\d]).*)?$`)
	sign := rapid.SampledFrom([]rune("1203 \n\t-–=:.)(aé\ufffd"))
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.OneOf(rapid.StringMatching(`\d{1,3}\s?[-–=:.)(]?\s?.?`), rapid.StringOfN(sign, 0, 6, -1)).Draw(t, "text")
		var code, wording, number string
		var named bool
		if m := coded.FindStringSubmatch(text); m != nil {
			code, wording = m[1], m[2]
		}
		if m := point.FindStringSubmatch(text); m != nil {
			number, named = m[1], m[2] != ""
		}
		if gotCode, gotWording := codedLabel(text); gotCode != code || gotWording != wording {
			t.Fatalf("%q is option %q %q, not %q %q", text, code, wording, gotCode, gotWording)
		}
		if gotNumber, gotNamed := pointOf(text); gotNumber != number || gotNamed != named {
			t.Fatalf("%q is point %q %t, not %q %t", text, number, named, gotNumber, gotNamed)
		}
	})
}
