package reports

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"unicode"

	"benchmark/analysis"
	"benchmark/reports/claims"
	"benchmark/survey/locale"
)

// checkedSample judges a text by the sample.
func checkedSample(t *testing.T, text, language string) (Checked, *Report, *locale.Locale) {
	t.Helper()
	study, err := analysis.Analyze(sampleSurvey(t), analysis.Defaults())
	if err != nil {
		t.Fatal(err)
	}
	l, err := locale.For(language)
	if err != nil {
		t.Fatal(err)
	}
	return Checked{Name: "text.md", Result: claims.Check(text, study)}, Build(study, Reading{}, l), l
}

func article(t *testing.T, language string) string {
	t.Helper()
	text, err := os.ReadFile("claims/testdata/article-" + language + ".md")
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// TestCheckGolden pins what people and programs get to see of a judgement.
func TestCheckGolden(t *testing.T) {
	checked, r, l := checkedSample(t, article(t, "nl"), "nl")
	golden(t, "check-nl-80.txt", render(t, CheckText(checked, Screen{Width: 80}), r, l))
	golden(t, "check-nl.json", render(t, CheckJSON(checked), r, l))
	checked, r, l = checkedSample(t, article(t, "en"), "en")
	golden(t, "check-en-120.txt", render(t, CheckText(checked, Screen{Width: 120}), r, l))
	golden(t, "check-fields.txt", []byte(strings.Join(CheckFields(), "\n")+"\n"))
}

// TestCheckJSONFields holds the JSON of a check to the fields that are listed.
func TestCheckJSONFields(t *testing.T) {
	checked, r, l := checkedSample(t, article(t, "nl"), "nl")
	var v any
	if err := json.Unmarshal(render(t, CheckJSON(checked), r, l), &v); err != nil {
		t.Fatal(err)
	}
	found := map[string]bool{}
	walk(v, "", found)
	for path := range found {
		if !slices.Contains(CheckFields(), path) {
			t.Errorf("field %s is not listed", path)
		}
	}
	if !slices.IsSorted(CheckFields()) {
		t.Error("the fields are not sorted")
	}
}

// TestCheckOfHostileText gives a text that would steer a terminal, in a line
// longer than any screen.
func TestCheckOfHostileText(t *testing.T) {
	hostile := "\x1b[31m 48%\x1b]0;title\x07 gebruikt WhatsApp\u202e " + strings.Repeat("\u200bwoord\x00 ", 20000) + "en 12% gebruikt live chat\x9b2J."
	checked, r, l := checkedSample(t, hostile, "nl")
	checked.Name = "\x1b[2Jname"
	if len(checked.Claims) < 2 {
		t.Fatalf("only %d claims were found", len(checked.Claims))
	}
	for name, f := range map[string]Renderer{"text": CheckText(checked, Screen{Width: 60}), "json": CheckJSON(checked)} {
		for _, c := range string(render(t, f, r, l)) {
			if c != '\n' && (unicode.IsControl(c) || unicode.Is(unicode.Cf, c)) {
				t.Errorf("%s has the character %U", name, c)
			}
		}
	}
	for line := range strings.Lines(string(render(t, CheckText(checked, Screen{Width: 60}), r, l))) {
		if cells(strings.TrimRight(line, "\n")) > 60 {
			t.Errorf("a line is wider than the screen: %q", line)
		}
	}
}

// TestCheckHidesWhatIsHidden says of a hidden group what it may be: its figure
// stays hidden in every form.
func TestCheckHidesWhatIsHidden(t *testing.T) {
	checked, r, l := checkedSample(t, "Van de provincies begint 50% zeker binnen een jaar met WhatsApp.", "en")
	if len(checked.Claims) != 1 || checked.Claims[0].Verdict != claims.Hidden {
		t.Fatalf("claims: %+v", checked.Claims)
	}
	text := string(render(t, CheckText(checked, Screen{Width: 200}), r, l))
	if strings.Contains(text, "better:") || !strings.Contains(text, "among provinces: too few answers") {
		t.Errorf("the text is\n%s", text)
	}
	var v struct {
		Claims []struct {
			Figures  []map[string]any
			Proposal string
		}
	}
	if err := json.Unmarshal(render(t, CheckJSON(checked), r, l), &v); err != nil {
		t.Fatal(err)
	}
	figure := v.Claims[0].Figures[0]
	if len(figure) != 5 || figure["status"] != "hidden-small" || v.Claims[0].Proposal != "" {
		t.Errorf("the figure is %v", figure)
	}
}

// TestCheckProposals: the right wording of a claim that does not hold passes.
func TestCheckProposals(t *testing.T) {
	for _, language := range []string{"nl", "en"} {
		checked, r, l := checkedSample(t, article(t, language), language)
		proposed := 0
		v := newCheckView(r, l)
		for i := range checked.Claims {
			c := &checked.Claims[i]
			text := v.proposal(c)
			if text == "" {
				continue
			}
			proposed++
			again := claims.Check(text, r.Study)
			if len(again.Claims) == 0 {
				t.Errorf("%s: nothing is found in the proposal %q", language, text)
			}
			for k := range again.Claims {
				if !again.Claims[k].Verdict.Sound() {
					t.Errorf("%s: the proposal %q is judged %s at %q", language, text, again.Claims[k].Verdict, again.Claims[k].Quote)
				}
			}
		}
		if proposed < 10 {
			t.Errorf("%s: only %d proposals", language, proposed)
		}
	}
}

// TestCheckOfNothing says that a text has no claims.
func TestCheckOfNothing(t *testing.T) {
	checked, r, l := checkedSample(t, "Hello.", "en")
	text := render(t, CheckText(checked, Screen{Width: 80}), r, l)
	if !bytes.Contains(text, []byte("It says nothing about this survey that can be checked.")) || !checked.Sound() {
		t.Errorf("got\n%s", text)
	}
	if err := CheckText(checked, Screen{Width: 80})(fullDisk{}, r, l); err == nil {
		t.Error("a full disk is no error")
	}
	if got := fmt.Sprint(len(tallies(&checked.Result))); got != "0" {
		t.Errorf("%s verdicts", got)
	}
}
