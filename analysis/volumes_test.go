package analysis

import (
	"testing"

	"benchmark/survey"
)

func TestTypicalVolumes(t *testing.T) {
	f := regional()
	shown := TypicalVolumes(analyze(t, f.survey(t), open))
	if len(shown) != 1 || shown[0][0].Group != 0 {
		t.Fatalf("%d channels, want one that starts with the total", len(shown))
	}
	// As in TestStatisticsOfNumbers.
	if v := shown[0][0]; !v.Known() || v.Lower.Value != 1 || v.Median.Value != 2 || v.Upper.Value != 3.5 {
		t.Errorf("%v, %v, %v, want 1, 2, 3.5", v.Lower.Value, v.Median.Value, v.Upper.Value)
	}
	for _, v := range shown[0][1:] {
		if role := v.Table.Groups[v.Group].Role; role != survey.BodyType && role != survey.SizeClass {
			t.Errorf("a group by %q", role)
		}
	}
	hidden := 0
	for _, v := range TypicalVolumes(analyze(t, f.survey(t), nil))[0] {
		if v.Median.Status.Hidden() {
			hidden++
			if v.Known() || v.Median.Value != 0 {
				t.Errorf("a hidden volume is known: %+v", v)
			}
		}
	}
	if hidden == 0 {
		t.Error("no volume is hidden")
	}
}
