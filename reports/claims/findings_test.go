package claims_test

import (
	"regexp"
	"strconv"
	"strings"
	"testing"

	"benchmark/analysis"
	"benchmark/reports"
	"benchmark/reports/claims"
	"benchmark/survey/locale"
)

// TestOwnFindingsHold gives every sentence of the report's own findings to the
// check: each must be found, and hold.
func TestOwnFindingsHold(t *testing.T) {
	study := claims.SampleStudy(t, analysis.Defaults())
	for _, language := range []string{"nl", "en"} {
		l, err := locale.For(language)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range reports.Build(study, reports.Reading{}, l, reports.Whole()).Findings {
			r := claims.Check(f.Text, study)
			untested := strings.Contains(f.Text, "niet te toetsen") || strings.Contains(f.Text, "can't be tested")
			response := f.Row == analysis.KeyResponse // the check knows no response, but may not hold it wrong
			if len(r.Claims) == 0 && !untested {
				t.Errorf("%s: nothing found in %q", language, f.Text)
			}
			for i := range r.Claims {
				if c := &r.Claims[i]; c.Verdict != claims.Holds && !(response && c.Verdict == claims.NotAsked) {
					t.Errorf("%s: %q\n  %s: %s", language, f.Text, c.Quote, claims.Summary(c))
				}
			}
		}
	}
}

// TestOwnReportHolds gives the whole report to the check, with its notes, sources and
// method: nothing in it may be held to be wrong.
func TestOwnReportHolds(t *testing.T) {
	study := claims.SampleStudy(t, analysis.Defaults())
	for _, language := range []string{"nl", "en"} {
		l, err := locale.For(language)
		if err != nil {
			t.Fatal(err)
		}
		for _, whole := range []bool{false, true} {
			var options []reports.Option
			if whole {
				options = append(options, reports.Whole())
			}
			var b strings.Builder
			if err := reports.Markdown(&b, reports.Build(study, reports.Reading{}, l, options...), l); err != nil {
				t.Fatal(err)
			}
			r := claims.Check(b.String(), study)
			if len(r.Claims) < 50 {
				t.Errorf("%s: only %d claims", language, len(r.Claims))
			}
			for i := range r.Claims {
				// The whole study tells the response and the error of tests as well, of which
				// the check knows nothing.
				if c := &r.Claims[i]; c.Verdict != claims.Holds && !(whole && c.Verdict == claims.NotAsked) {
					t.Errorf("%s, line %d: %s: %s", language, c.Line, c.Quote, claims.Summary(c))
				}
			}
		}
	}
}

// TestWrongNumbersAreFound changes one number of a finding after another: the
// sentence must not pass any more.
func TestWrongNumbersAreFound(t *testing.T) {
	study := claims.SampleStudy(t, analysis.Defaults())
	percent := regexp.MustCompile(`\b(\d+)% \((\d+) (van|of)`)
	mutated := 0
	for _, language := range []string{"nl", "en"} {
		l, err := locale.For(language)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range reports.Build(study, reports.Reading{}, l).Findings {
			for _, at := range percent.FindAllStringSubmatchIndex(f.Text, -1) {
				for _, part := range []int{2, 4} {
					from, to := at[part], at[part+1]
					n, err := strconv.Atoi(f.Text[from:to])
					if err != nil {
						t.Fatal(err)
					}
					wrong := f.Text[:from] + strconv.Itoa(n+3) + f.Text[to:]
					mutated++
					if r := claims.Check(wrong, study); !fails(&r) {
						t.Errorf("%s: passes with a wrong number: %q", language, wrong)
					}
				}
			}
		}
	}
	if mutated < 100 {
		t.Errorf("only %d numbers were changed", mutated)
	}
}

func fails(r *claims.Result) bool {
	for i := range r.Claims {
		if r.Claims[i].Verdict == claims.Fails {
			return true
		}
	}
	return false
}
