package claims

import (
	"fmt"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"benchmark/analysis"
)

// TestHiddenIsNotJudged says any number about a hidden figure: the judgement is
// the same whatever the number, so that it can't be used to guess.
func TestHiddenIsNotJudged(t *testing.T) {
	study := sampleStudy(t, analysis.Defaults())
	hidden := 0
	for _, sentence := range []string{
		"Van de provincies begint %d%% zeker binnen een jaar met WhatsApp.",
		"Van de waterschappen begint %d%% zeker binnen een jaar met live chat.",
		"Van de GGD'en overweegt %d%% live chat.",
		"Van de provincies begint %d van de 2 zeker binnen een jaar met WhatsApp.",
	} {
		first := ""
		for n := range 101 {
			text := fmt.Sprintf(sentence, n)
			r := Check(text, study)
			if len(r.Claims) == 0 {
				continue // "3 of the 2" is no share
			}
			c := &r.Claims[0]
			got := fmt.Sprint(len(r.Claims), summary(c), c.Everyone)
			if c.Verdict == Hidden {
				hidden++
			}
			if first == "" {
				first = got
			}
			if got != first {
				t.Fatalf("%q is judged %q, and with another number %q", text, got, first)
			}
			for _, f := range c.Figures {
				if f.Estimate().Value != 0 || f.Estimate().Count != 0 {
					t.Errorf("%q is judged by a figure with a value", text)
				}
			}
		}
	}
	if hidden < 300 {
		t.Errorf("only %d claims were on hidden figures", hidden)
	}
	open := Check("Van de provincies begint 50% zeker binnen een jaar met WhatsApp.", sampleStudy(t, analysis.Options{Level: 0.95, Disclosure: analysis.Unprotected}))
	if len(open.Claims) != 1 || open.Claims[0].Verdict == Hidden {
		t.Error("nothing is hidden, yet the claim is not judged")
	}
}

// TestSameTextSameResult judges a text twice.
func TestSameTextSameResult(t *testing.T) {
	study := sampleStudy(t, analysis.Defaults())
	text := strings.Repeat("Bij WhatsApp noemt 59% gebrek aan capaciteit als belemmering. Dat is 50% bij live chat. ", 20)
	var first string
	for range 5 {
		r := Check(text, study)
		got := fmt.Sprintf("%+v", r)
		if first == "" {
			first = got
		}
		if got != first {
			t.Fatal("the same text is judged in two ways")
		}
	}
}

// FuzzCheck takes any text: it must end, with places inside the text and quotes
// that are safe to print.
func FuzzCheck(f *testing.F) {
	study := sampleStudy(f, analysis.Defaults())
	for _, seed := range []string{
		"", "48%", "# 48% gebruikt WhatsApp\n- 2 redenen\n1. a\n```\n", "zeven op de tien (80 van 117, 68%)", "12,5 tot wel 25 gesprekken per uur",
		"top vijf: snel (24)", "\x1b[31m48%\x1b[0m gebruikt WhatsApp", "48\u202e% \xff\xfe", "1.234.567,89% 0,0,0 7/9/11 5 van 0",
		"Large municipalities use WhatsApp more often; 3 in 10", "van van de de op op of of", "verschil: +16 procentpunt", "٤٨% gebruikt WhatsApp",
		strings.Repeat("(", 2000), strings.Repeat("9", 2000) + "%", strings.Repeat("x", 5000),
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		r := Check(text, study)
		lines := strings.Count(text, "\n") + 1
		for i := range r.Claims {
			c := &r.Claims[i]
			if c.Line < 1 || c.Line > lines || c.Column < 1 || c.Verdict == "" || c.Kind == "" {
				t.Errorf("claim %+v", c)
			}
			for _, s := range []string{c.Quote, c.Sentence} {
				if !utf8.ValidString(s) || strings.ContainsFunc(s, func(r rune) bool { return unicode.IsControl(r) || unicode.Is(unicode.Cf, r) }) {
					t.Errorf("%q can't be printed", s)
				}
			}
			for _, f := range c.Figures {
				if f.Row < 0 || f.Group < 0 {
					t.Errorf("claim %q has a figure that is not there", c.Quote)
				}
			}
		}
	})
}
