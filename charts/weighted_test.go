package charts

import (
	"io"
	"strings"
	"testing"
)

// TestWeightedChartsSayIt: below every chart of a weighted survey stands what is
// weighted, and the notes still fit.
func TestWeightedChartsSayIt(t *testing.T) {
	study := inventStudy()
	for _, c := range All(study, dutch(t)) {
		if len(c.Notes) > 0 && (c.Notes[0] == "Gewogen cijfers; n is ongewogen." || c.Notes[0] == "Ongewogen aantallen.") {
			t.Errorf("%s is said to be weighted", c.Name)
		}
	}
	study.Survey.Design.Sampled = true
	counted := 0
	for _, c := range All(study, dutch(t)) {
		switch note := c.Notes[0]; note {
		case "Gewogen cijfers; n is ongewogen.":
			if !strings.HasSuffix(c.Title, "(schatting)") || strings.Contains(c.Title, "meededen") {
				t.Errorf("%s has the title %q", c.Name, c.Title)
			}
		case "Ongewogen aantallen.":
			counted++
		default:
			t.Errorf("%s begins its notes with %q", c.Name, note)
		}
		if err := SVG(io.Discard, c, Usual()); err != nil {
			t.Errorf("%s: %v", c.Name, err)
		}
	}
	if counted == 0 {
		t.Error("no chart of words")
	}
}
