package claims_test

import (
	"fmt"
	"os"
	"testing"

	"benchmark/analysis"
	"benchmark/reports"
	"benchmark/reports/claims"
	"benchmark/survey/locale"
)

var _ = fmt.Sprint
var _ = os.Getenv

// TestOwnFindingsHold gives every sentence of the report's own findings to the
// check: each must be found, and hold.
func TestOwnFindingsHold(t *testing.T) {
	study := claims.SampleStudy(t, analysis.Defaults())
	for _, language := range []string{"nl", "en"} {
		l, err := locale.For(language)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range reports.Build(study, reports.Reading{}, l).Findings {
			r := claims.Check(f.Text, study)
			if len(r.Claims) == 0 {
				t.Errorf("%s: nothing found in %q", language, f.Text)
			}
			for i := range r.Claims {
				if c := &r.Claims[i]; c.Verdict != claims.Holds {
					t.Errorf("%s: %q\n  %s: %s", language, f.Text, c.Quote, claims.Summary(c))
				}
			}
		}
	}
}
