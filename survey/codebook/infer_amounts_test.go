package codebook

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"benchmark/survey"
)

// A code for "no answer" is one beside decimals too, and is told where it can
// be an amount.
func TestCodesBesideDecimals(t *testing.T) {
	for _, c := range []struct{ heading, cells, want, kind string }{
		{"Hoeveel vragen per uur?", "3*9|12*8|24,5*7|39,5*4|99*5", "doubt left-out 99 5 3 39,5", "number 28"},
		{"Kosten in euro", "12,50*9|20*8|24,75*7|-999*5", "doubt left-out -999 5 12,50 24,75", "number 24"},
		{"Hours per week", "2.5*9|3*8|4.25*7|36*7|-9*3", "doubt left-out -9 3 2.5 36", "number 31"},
		{"Uw leeftijd", "20*4|31*9|44*9|58*8|65*2|99*5", "warning number 99 5 20 65", "number 37"},
		{"Hoeveel medewerkers?", "3*9|12*8|ca. 20|24*7|30*8|999*3", "doubt left-out 999 3 3 30", "number 32"},
		{"Uw leeftijd", "20*4|31*9|44*9|58*8|65*2|99", "", "number 33"},
		{"Welk percentage?", "20*4|31*9|44*9|58*8|65*2|99*5", "", "number 37"},
		{"Hoeveel uur?", "1,5*9|2*8|3,5*7|8,5*4|9*5|10,5*3", "", "number 36"},
		{"Kosten in euro", "12,5*9|80,5*8|97,5*7|99*5", "", "number 29"},
	} {
		got := toldBy(t, c.heading, c.cells, survey.IssueCodeAside)
		got, _, _ = strings.Cut(got, " [")
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s: %s: %s", c.heading, c.cells, diff)
		}
		if diff := cmp.Diff(c.kind, tally(t, columnOf("generic", c.heading, strings.Split(c.cells, "|")...))); diff != "" {
			t.Errorf("%s: %s: %s", c.heading, c.cells, diff)
		}
	}
}
