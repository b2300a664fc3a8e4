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
			if len(r.Claims) == 0 && !untested {
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
				if c := &r.Claims[i]; c.Verdict != claims.Holds {
					t.Errorf("%s, line %d: %s: %s", language, c.Line, c.Quote, claims.Summary(c))
				}
			}
		}
	}
}

// TestDesignIsKnown checks what a text says of the survey itself: the response, how
// many skipped a question, and the error that its tests allow.
func TestDesignIsKnown(t *testing.T) {
	study := claims.SampleStudy(t, analysis.Defaults())
	for _, c := range []struct {
		text    string
		verdict claims.Verdict
		claims  int
	}{
		{"De respons was 24%.", claims.Holds, 1},
		{"De respons was 42%.", claims.Fails, 1},
		{"24% van alle organisaties deed mee.", claims.Holds, 1},
		{"Van de gemeenten deed 24% mee.", claims.Holds, 1},
		{"Van de veiligheidsregio's deed 24% mee.", claims.Fails, 1},
		{"De respons was 32% bij veiligheidsregio's en 8% bij GGD's.", claims.Holds, 2},
		{"The response was 24% (109 of 463).", claims.Holds, 1},
		{"The response was 24% (109 of 436).", claims.Fails, 1},
		{"Wij toetsten met 5% kans op vals alarm.", claims.Holds, 1},
		{"Wij toetsten met 10% kans op vals alarm.", claims.Fails, 1},
		{"Met 95% zekerheid.", claims.Holds, 1},
		{"Gerekend met 80% in 30 seconden en 30% verlof.", claims.Holds, 0},
		{"Vraag ‘Kansen voor een chatbot’: 56 van de 117 respondenten sloegen haar over.", claims.Holds, 1},
		{"Vraag ‘Kansen voor een chatbot’: 43 van de 117 respondenten sloegen haar over.", claims.Fails, 1},
		{"Op WhatsApp is de responstijd bij 24% van de organisaties kort.", claims.NotAsked, 1},
	} {
		r := claims.Check(c.text, study)
		if len(r.Claims) != c.claims {
			t.Errorf("%q: %d claims, want %d", c.text, len(r.Claims), c.claims)
		}
		for i := range r.Claims {
			if r.Claims[i].Verdict != c.verdict {
				t.Errorf("%q: %s", c.text, claims.Summary(&r.Claims[i]))
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
