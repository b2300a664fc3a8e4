package analysis

import (
	"fmt"
	"maps"
	"runtime"
	"slices"
	"testing"

	"benchmark/analysis/audit/fictitious"
	"benchmark/survey"
)

// figuresByName are all figures of a study, each by what names it.
func figuresByName(study *Study) map[string]string {
	found := map[string]string{}
	for i := range study.Tables {
		t := &study.Tables[i]
		for r := range t.Rows {
			for g := range t.Groups {
				e := t.Cells[r][g]
				name := fmt.Sprint(t.ID, " ", t.Rows[r].Key, " ", t.Rows[r].Measure, " in ", t.Groups[g].Breakdown, " ", t.Groups[g].Level)
				found[name] = fmt.Sprintf("%v %x %x %x %d %d %v", e.Status, e.Value, e.SE, e.Low, e.Count, e.Base, e.Notes)
			}
		}
	}
	return found
}

// TestGuardChoosesTheSame: what is hidden, and which strata are taken together, is the same in
// every run, with any number of threads, and whatever the order of respondents and questions.
func TestGuardChoosesTheSame(t *testing.T) {
	before := runtime.GOMAXPROCS(0)
	defer runtime.GOMAXPROCS(before)
	hidden, pooled := 0, 0
	for _, seed := range []uint64{3, 8, 11, 15, 19} {
		s, by := fictitious.Draw(seed)
		if seed%4 == 3 {
			fictitious.Weigh(s, seed)
		}
		figures := func(s *survey.Survey, threads int) map[string]string {
			runtime.GOMAXPROCS(threads)
			study := analyze(t, s, func(o *Options) { o.By = by })
			for i := range study.Tables {
				pooled += len(study.Tables[i].Pooled)
				if hidesGroup(&study.Tables[i]) {
					hidden++
				}
			}
			return figuresByName(study)
		}
		want := figures(s, 1)
		others := *s
		others.Questions, others.Columns = slices.Clone(s.Questions), slices.Clone(s.Columns)
		slices.Reverse(others.Questions)
		slices.Reverse(others.Columns)
		for name, got := range map[string]map[string]string{
			"again, with 7 threads": figures(s, 7), "respondents": figures(backwards(s), 7), "questions": figures(&others, 2),
		} {
			for _, figure := range slices.Sorted(maps.Keys(want)) {
				if got[figure] != want[figure] {
					t.Fatalf("survey %d, %s: %s is %s, was %s", seed, name, figure, got[figure], want[figure])
				}
			}
		}
	}
	if hidden == 0 || pooled == 0 {
		t.Errorf("%d tables with hidden groups and %d poolings: the test tells nothing", hidden, pooled)
	}
}
