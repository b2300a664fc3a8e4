package codebook

import (
	"math"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

func TestClassLimits(t *testing.T) {
	for label, want := range map[string][2]int{
		"Minder dan 20.000 inwoners": {0, 20000}, "20.000 tot 50.000 inwoners": {20000, 50000}, "50k-100k": {50000, 100000},
		"100.000 inwoners of meer": {100000, math.MaxInt}, "< 5,000": {0, 5000}, "Over 100,000": {100000, math.MaxInt},
	} {
		if from, until, ok := ClassLimits(label); !ok || from != want[0] || until != want[1] {
			t.Errorf("%s: %d to %d, %v", label, from, until, ok)
		}
	}
	for _, label := range []string{"", "Groot", "1, 2 of 3", "50-10"} {
		if _, _, ok := ClassLimits(label); ok {
			t.Errorf("%s has limits", label)
		}
	}
}

// Respondents know their row and how long they took, as far as both times are
// there and in order.
func TestRowsAndDurations(t *testing.T) {
	f := sheet([]string{"Van", "Tot", "Kleur"}, "1-10-2018 09:00|1-10-2018 09:12|Rood", "||", "13-10-2018 09:00||Blauw", "14-10-2018 09:10|14-10-2018 09:00|Rood")
	cb := Infer(f)
	cb.Respondent.Started, cb.Respondent.Ended = "Van", "Tot"
	s := apply(t, cb, f)
	if diff := cmp.Diff([]time.Duration{12 * time.Minute, 0, 0}, s.Durations); diff != "" {
		t.Error(diff)
	}
	if s.Rows.Len() != 3 || s.Rows.At(1)-s.Rows.At(0) != 2 {
		t.Errorf("rows %v", s.Rows.List())
	}
}
