package analysis

import (
	"math"
	"slices"
	"testing"
)

// TestHideExtremes: of a protected number neither a quantile nor a bound shows
// the answer of the one respondent with the smallest or the largest.
func TestHideExtremes(t *testing.T) {
	y := []float64{1, 4, 4, 9, 20}
	e := func(value, plain, low, high float64) Estimate {
		return Estimate{Status: Estimated, Value: value, Unweighted: plain, Low: low, High: high, Method: Woodruff}
	}
	for name, tc := range map[string]struct {
		in     Estimate
		status Status
		method Method
	}{
		"in the middle":         {e(4, 4, 4, 9), Estimated, Woodruff},
		"bound at the smallest": {e(4, 4, 1, 9), Estimated, NoInterval},
		"bound at the largest":  {e(4, 4, 4, 20), Estimated, NoInterval},
		"smallest":              {e(1, 4, 4, 9), HiddenExtreme, NoInterval},
		"largest":               {e(20, 4, 4, 9), HiddenExtreme, NoInterval},
		"nearly the smallest":   {e(4, 2.2, 4, 9), HiddenExtreme, NoInterval},
	} {
		got := hideExtremes(tc.in, y)
		if got.Status != tc.status || got.Method != tc.method {
			t.Errorf("%s: %s by %q", name, got.Status, got.Method)
		}
		if tc.method == NoInterval && tc.status == Estimated && !slices.Contains(got.Notes, NoteExtreme) {
			t.Errorf("%s: no note", name)
		}
	}
}

// TestNothing: members without a weight are not members who did not answer.
func TestNothing(t *testing.T) {
	if got := nothing(0).Status; got != NoAnswers {
		t.Errorf("nobody: %s", got)
	}
	if got := nothing(1).Status; got != Unknown {
		t.Errorf("somebody without a weight: %s", got)
	}
}

// TestNumbersBeyondSquares: of a number so large that its square is none, the mean is
// told without a margin, and the same by plain counts.
func TestNumbersBeyondSquares(t *testing.T) {
	for _, weighted := range []bool{true, false} {
		s := syntheticSurvey(200)
		if weighted {
			weightedBy(s, true)
		}
		last := len(s.Columns) - 1
		s.Columns[last].SetNumber(0, 1e160)
		study := analyze(t, s, open)
		for i := range study.Tables {
			for r, cells := range study.Tables[i].Cells {
				for g, e := range cells {
					for _, x := range []float64{e.Value, e.SE, e.Low, e.High, e.DF, e.DesignEffect, e.DesignEffectReplacement} {
						if math.IsNaN(x) || math.IsInf(x, 0) {
							t.Errorf("weighted %v: %s, row %d, group %d holds %v: %+v", weighted, study.Tables[i].ID, r, g, x, e)
						}
					}
					if e.Value > 1e100 && slices.Contains(e.Notes, NoteAllEqual) {
						t.Errorf("weighted %v: %s, row %d, group %d: numbers that differ are told to be equal: %+v", weighted, study.Tables[i].ID, r, g, e)
					}
				}
			}
		}
	}
}
