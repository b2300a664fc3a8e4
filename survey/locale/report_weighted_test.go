package locale

import "testing"

func TestQuantileLabel(t *testing.T) {
	for _, tc := range []struct {
		percent float64
		nl, en  string
	}{
		{10, "10%-punt", "10th percentile"}, {1, "1%-punt", "1st percentile"}, {11, "11%-punt", "11th percentile"},
		{22, "22%-punt", "22nd percentile"}, {93, "93%-punt", "93rd percentile"}, {2.5, "2,5%-punt", "2.5th percentile"},
	} {
		for tag, want := range map[string]string{"nl": tc.nl, "en": tc.en} {
			l, err := For(tag)
			if err != nil {
				t.Fatal(err)
			}
			if got := l.Report().QuantileLabel(tc.percent); got != want {
				t.Errorf("%s %v: got %q, want %q", tag, tc.percent, got, want)
			}
		}
	}
}
