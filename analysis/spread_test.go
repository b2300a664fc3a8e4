package analysis

import (
	"slices"
	"testing"

	"benchmark/survey"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// The answers 0.5 to 15 of the larger municipalities in the sample, and cases at
// the edges, with the fences of Tukey worked out by hand.
func TestSpreadOf(t *testing.T) {
	tests := map[string]struct {
		sorted []float64
		want   Spread
	}{
		// Quartiles 5 and 10: fences at -2.5 and 17.5.
		"no outliers": {[]float64{2, 3, 4, 5, 6, 8, 9, 10, 10, 10, 10, 12, 15}, Spread{From: 2, To: 15}},
		// Quartiles 1 and 4: fences at -3.5 and 8.5.
		"far to the right": {[]float64{0, 1, 1, 2, 3, 3, 4, 20, 20}, Spread{From: 0, To: 4, Outliers: []float64{20}}},
		"far to both":      {[]float64{-50, 1, 2, 3, 4, 50}, Spread{From: 1, To: 4, Outliers: []float64{-50, 50}}},
		"all alike":        {[]float64{2, 2, 2}, Spread{From: 2, To: 2}},
		"one":              {[]float64{7}, Spread{From: 7, To: 7}},
		// Quartiles 75 and 100, fence at 37.5: the whisker does not end in the box.
		"quartile between answers": {[]float64{0, 100, 100, 100}, Spread{From: 75, To: 100, Outliers: []float64{0}}},
	}
	for name, tt := range tests {
		tt.want.Points = tt.sorted
		got := spreadOf(slices.Clone(tt.sorted))
		if len(got.Outliers) == 0 {
			got.Outliers = nil
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
	if got := spreadOf(make([]float64, MostPoints+1)); got.Points != nil {
		t.Errorf("%d points are listed", len(got.Points))
	}
}

// Every answer is in the box with its whiskers or is an outlier, and no answer
// of the input is changed.
func TestSpreadHoldsEveryAnswer(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		sorted := rapid.SliceOfN(rapid.Float64Range(-1e6, 1e6), 1, 60).Draw(t, "answers")
		slices.Sort(sorted)
		before := slices.Clone(sorted)
		s := spreadOf(sorted)
		if !slices.Equal(before, s.Points) {
			t.Fatal("the answers changed")
		}
		for _, v := range before {
			if inside := v >= s.From && v <= s.To; inside == slices.Contains(s.Outliers, v) {
				t.Fatalf("%g is inside %t and an outlier %t: %+v", v, inside, !inside, s)
			}
		}
	})
}

// Single answers are shown where no rule protects them, and nowhere else.
func TestSpreadsAreProtected(t *testing.T) {
	f := regional()
	f.lines = lines(f.lines, f.lines) // no group is small
	volume := func(change func(*survey.Survey), options func(*Options)) []Spread {
		s := f.survey(t)
		if change != nil {
			change(s)
		}
		return analyze(t, s, options).Table(Volume, "Chat").Spreads
	}
	public := func(s *survey.Survey) { s.Questions[4].Sensitivity = survey.Public }
	if got := volume(nil, nil); got != nil {
		t.Errorf("a protected number has %+v", got)
	}
	if got := volume(public, nil); len(got) != 3 || len(got[0].Points) != 16 {
		t.Errorf("a number that anyone can see has %+v", got)
	}
	if got := volume(nil, open); len(got) != 3 || !slices.Equal(got[1].Points, []float64{2, 2, 2, 2, 4, 4}) {
		t.Errorf("without protection the regions have %+v", got)
	}
	// A breakdown that is protected itself hides the regions, of which the answers
	// are those of all less those of the towns.
	f = regional()
	hidden := func(s *survey.Survey) {
		public(s)
		s.Questions[0].Sensitivity = survey.Protected
	}
	if got := volume(hidden, nil); got != nil {
		t.Errorf("beside a hidden group there is %+v", got)
	}
	for _, table := range analyze(t, f.survey(t), open).Tables {
		if table.Topic != Volume && table.Spreads != nil {
			t.Errorf("table %s has spreads", table.ID)
		}
	}
}
