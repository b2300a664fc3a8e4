package locale

import (
	"strings"
	"testing"
)

func TestEveryTestAndReasonHasWords(t *testing.T) {
	for _, tag := range []string{"nl", "en"} {
		l := mustFor(t, tag)
		for _, name := range []string{"rao-scott-f", "rao-scott-chi2", "wald", "adjusted-wald",
			"pearson", "fisher", "fisher-sampled", "design-t", "design-means",
			"design-rank", "welch", "mann-whitney", "mann-whitney-z", "kruskal-wallis", "columns-t", "partly-paired-z", "partly-paired-t"} {
			if l.TestName(name) == name {
				t.Errorf("%s: no name for %s", tag, name)
			}
		}
		for _, why := range []string{"one-answer", "empty-group", "constant-group", "no-variance",
			"small-expected", "no-freedom", "small-base", "singular", "not-for-situation"} {
			if strings.Contains(l.NotTested(why), why+".") {
				t.Errorf("%s: no words for %s", tag, why)
			}
		}
	}
}

func TestPValuesAreNeverZero(t *testing.T) {
	nl, en := mustFor(t, "nl"), mustFor(t, "en")
	for p, want := range map[float64]string{1e-9: "p < 0,001", 0.0004: "p < 0,001", 0.0006: "p = 0,001", 0.0123: "p = 0,012", 1: "p = 1,000"} {
		if got := nl.PValue(p); got != want {
			t.Errorf("%v is %q, want %q", p, got, want)
		}
	}
	if got := en.PValue(0.02); got != "p = 0.020" {
		t.Errorf("in English %q", got)
	}
}

func TestConclusionsNeverSayEqual(t *testing.T) {
	l := mustFor(t, "nl")
	for in, want := range map[string]string{"higher": "hoger", "lower": "lager",
		"undecided": "niet te onderscheiden", "alike": "niet te onderscheiden"} {
		if got := l.Conclusion(in); got != want {
			t.Errorf("%s is %q, want %q", in, got, want)
		}
	}
	if got := l.SmallestSeen(32.6); !strings.Contains(got, "33 procentpunt") {
		t.Error(got)
	}
}

func TestNotesOnLettersAndArrows(t *testing.T) {
	nl, en := mustFor(t, "nl"), mustFor(t, "en")
	for got, want := range map[string]string{
		nl.LettersNote(0.01, 0.05, false):                           "Hoofdletter: de kans op een vergissing is hooguit 1%; kleine letter: hooguit 5%.",
		en.LettersNote(0.05, 0.05, true):                            "The chance of a mistake is at most 5%. Where one breakdown lies within another",
		nl.SignsNote(true, 0.001, 0.1, nil, ""):                     "dan dat van iedereen die antwoordde, deze groep meegeteld. Twee pijlen: de kans op een vergissing is hooguit 0,1%; één pijl: hooguit 10%.",
		en.SignsNote(false, 0.05, 0.05, []string{"Welch"}, "Holm"):  "than that of all others who answered. The chance of a mistake is at most 5%. Tested with: Welch. Corrected",
		nl.SignsFound(true, "Soort", nil):                           "Verschil met het totaal naar ‘Soort’: bij geen enkele groep aan te tonen.",
		en.SignFound("Towns", "Yes", "+5", "95% interval 1–9", "x"): "Towns, “Yes”: +5 (95% interval 1–9; x)",
		nl.SignedRange(-0.25, 1.5):                                  "−0,3 tot +1,5",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("%q does not say %q", got, want)
		}
	}
	for name, want := range map[string]string{"rao-scott-f": "Rao-Scott", "pearson": "Pearson", "design-t": "t-toets volgens de steekproefopzet",
		"columns-t": "kolomtoets", "fisher": "exacte toets van Fisher", "welch": "Welch"} {
		if got := nl.TestKind(name); got != want {
			t.Errorf("%s is %q, want %q", name, got, want)
		}
	}
}
