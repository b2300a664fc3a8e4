package charts

import (
	"strings"
	"testing"

	"benchmark/analysis"
	"benchmark/survey/locale"
)

// No net is shown by its key.
func TestNetsHaveWords(t *testing.T) {
	for _, tag := range []string{"nl", "en"} {
		l, err := locale.For(tag)
		if err != nil {
			t.Fatal(err)
		}
		m := maker{l: l}
		for _, key := range []string{
			analysis.KeyProjection, analysis.KeyPlans, analysis.KeyConsiders,
			analysis.KeyTopTwo, analysis.KeyBottomTwo, analysis.KeyRise, analysis.KeyFall,
		} {
			if label := m.rowLabel(&analysis.Row{Key: key, Net: true}); strings.Contains(label, key) {
				t.Errorf("%s: net %s is shown as %q", tag, key, label)
			}
		}
	}
}
