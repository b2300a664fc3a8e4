package export

import (
	"regexp"
	"testing"

	"pgregory.net/rapid"
)

// What is told of a cell sign by sign is what an expression says of it.
func TestWordsAsExpressions(t *testing.T) {
	for _, c := range []struct {
		tells      func(string) bool
		expression string
	}{
		{codeCell, `^[A-Za-z]{1,8}\d+([._#-]?[A-Za-z0-9]+)*$`},
		{numberCell, `^[-+]?[€$£]?\s?\d[\d.,]*\s?%?$`},
		{totalCount, `^(n|totaal|total|aantal|som|sum|count)\s*[=:]?\s*\d+$`},
		{yesOrNo, `(?i)^(yes|no|ja|nee|nein|oui|non|true|false|waar|onwaar)$`},
		{tickCell, `(?i)^(0|1|0\.0|1\.0|yes|no|y|n|ja|nee|nein|oui|non|true|false|checked|unchecked|x)$`},
		{asks, `[?:]\s*(\[.*\]|\(.*\)|-.*)?$`},
	} {
		form := regexp.MustCompile(c.expression)
		sign := rapid.SampledFrom([]rune("aZk09.,_#-+€$ \n\t%=:?[](é\u017f\u212a"))
		rapid.Check(t, func(t *rapid.T) {
			s := []rune(rapid.OneOf(rapid.StringMatching(c.expression), rapid.StringOfN(sign, 0, 6, -1)).Draw(t, "text"))
			if at := rapid.IntRange(0, 2*len(s)).Draw(t, "at"); at < len(s) { // one sign is another, or not there
				s = append(append(s[:at:at], rapid.SliceOfN(sign, 0, 1).Draw(t, "sign")...), s[at+1:]...)
			}
			if got, want := c.tells(string(s)), form.MatchString(string(s)); got != want {
				t.Fatalf("%q: %t, and %s says %t", string(s), got, c.expression, want)
			}
		})
	}
}
