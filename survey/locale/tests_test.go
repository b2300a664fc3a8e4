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
			"design-rank", "welch", "mann-whitney", "mann-whitney-z", "kruskal-wallis", "columns-t"} {
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
