package analysis

import (
	"testing"

	"benchmark/analysis/contrast"
)

// A verdict says no more than the test: the same two shares of few answers
// carry nothing but what could have been seen.
func TestVerdictsSayNoMoreThanTheTest(t *testing.T) {
	study, err := Analyze(schools(t), Options{Level: 0.95, Disclosure: Unprotected, Tests: Tests{Letters: true}})
	if err != nil {
		t.Fatal(err)
	}
	var table *Table
	for i := range study.Tables {
		if study.Tables[i].ID == "awards" {
			table = &study.Tables[i]
		}
	}
	yes := table.Row("Yes", Share)
	for _, tc := range []struct {
		a, b int
		want contrast.Conclusion
	}{{1, 2, contrast.Higher}, {2, 1, contrast.Lower}, {2, 3, contrast.Undecided}, {1, 1, contrast.Undecided}} {
		got := study.Versus(table, yes, tc.a, tc.b)
		if got.Conclusion != tc.want {
			t.Errorf("group %d against %d is %s, want %s", tc.a, tc.b, got.Conclusion, tc.want)
		}
		if (got.Seen > 0) != (tc.want == contrast.Undecided) {
			t.Errorf("group %d against %d: a difference from %v could have been seen", tc.a, tc.b, got.Seen)
		}
	}
	// Two groups of 50 around a half: about 28 points at 80 % power.
	if got := study.Versus(table, yes, 2, 3).Seen; got < 0.2 || got > 0.3 {
		t.Errorf("smallest difference seen is %v", got)
	}
}

func TestComparisonVerdictFollowsItsInterval(t *testing.T) {
	shown := Estimate{Status: Estimated}
	for _, tc := range []struct {
		d    Estimate
		part Status
		want contrast.Conclusion
	}{
		{Estimate{Status: Estimated, Method: PartOfWhole, Low: 0.01, High: 0.2}, Estimated, contrast.Higher},
		{Estimate{Status: Estimated, Method: PartOfWhole, Low: -0.2, High: -0.01}, Estimated, contrast.Lower},
		{Estimate{Status: Estimated, Method: PartOfWhole, Low: -0.2, High: 0.01, SE: 0.05, DF: 20, Level: 0.95}, Estimated, contrast.Undecided},
		{Estimate{Status: Estimated, Value: 0.5}, Estimated, contrast.Undecided},
		{Estimate{Status: Estimated, Method: PartOfWhole, Low: 0.01, High: 0.2}, HiddenSmall, contrast.Undecided},
	} {
		c := Comparison{Part: Estimate{Status: tc.part}, Whole: shown, Difference: tc.d}
		if got := c.Verdict(); got.Conclusion != tc.want {
			t.Errorf("%+v: %s, want %s", tc.d, got.Conclusion, tc.want)
		}
	}
}
