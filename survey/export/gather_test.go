package export

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// Somebody moved the columns of two select-all questions about. The options that
// their cells repeat, or the ticks, tell that they belong together; two rows of a
// matrix of ratings are read apart as well as together, and stay where they are.
func TestColumnsMovedApart(t *testing.T) {
	for _, tc := range []struct{ name, text, want string }{
		{
			"cells that repeat the option",
			"Welke kanalen biedt u aan? - Telefoon;Hoe groot bent u?;Welke kanalen biedt u aan? - WhatsApp;Nr;Waarom gebruikt u het? - Snel;Welke kanalen biedt u aan? - Anders, namelijk;Waarom gebruikt u het? - Goedkoop\n" +
				"Telefoon;Klein;WhatsApp;1;;;\n;Groot;WhatsApp;2;Snel;;Goedkoop\nTelefoon;Klein;;3;;Signal;Goedkoop\n;Klein;WhatsApp;4;Snel;;\n",
			"A Welke kanalen biedt u aan?|Telefoon, C Welke kanalen biedt u aan?|WhatsApp, F Welke kanalen biedt u aan?|Anders, namelijk, " +
				"B Hoe groot bent u?|, D Nr|, E Waarom gebruikt u het?|Snel, G Waarom gebruikt u het?|Goedkoop",
		},
		{
			"ticks",
			"Which channels do you offer? - Phone;How large?;Which channels do you offer? - Chat\n1;Small;0\n0;Large;1\n1;Large;1\n",
			"A Which channels do you offer?|Phone, C Which channels do you offer?|Chat, B How large?|",
		},
		{
			"the same question twice",
			"Which channels do you offer? - Phone;Which channels do you offer? - Chat;How large?;Which channels do you offer? - Phone;Which channels do you offer? - Chat\n1;1;Small;0;0\n0;1;Large;1;0\n1;0;Large;1;1\n",
			"A Which channels do you offer?|Phone, B Which channels do you offer?|Chat, C How large?|, D Which channels do you offer?|Phone, E Which channels do you offer?|Chat",
		},
		{
			"ratings",
			"How satisfied are you with - Speed;How large?;How satisfied are you with - Price\nGood;Small;Bad\nBad;Large;Good\nFair;Large;Bad\n",
			"A How satisfied are you with - Speed|, B How large?|, C How satisfied are you with - Price|",
		},
	} {
		f, err := Read("moved.csv", []byte(tc.text), Options{})
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, c := range f.Columns {
			got = append(got, c.Letter+" "+c.Question+"|"+c.Option)
		}
		if diff := cmp.Diff(tc.want, strings.Join(got, ", ")); diff != "" {
			t.Errorf("%s: %s", tc.name, diff)
		}
	}
}
