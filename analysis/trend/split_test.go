package trend

import (
	"cmp"
	"testing"

	"benchmark/analysis"
	"benchmark/analysis/contrast"
	"benchmark/survey"
	"benchmark/survey/waves"
)

// TestSplit: use by type has the figures of the studies, the types that came in 2018 make
// municipalities no other ones, and a type that is hidden in a wave is hidden here.
func TestSplit(t *testing.T) {
	all := sample(t, 2018, 2019)
	tr, err := Make(all, Options{Level: 0.95, Disclosure: analysis.Publish, By: []survey.Role{survey.BodyType, survey.SizeClass}})
	if err != nil {
		t.Fatal(err)
	}
	if len(tr.Splits) != 2 {
		t.Fatalf("%d splits", len(tr.Splits))
	}
	uses := row(t, tr, "whatsapp-adoption:uses")
	for _, s := range tr.Splits[:1] {
		for w := range all {
			yes, n := 0, 0
			for _, l := range s.Levels {
				e := l.Parts[0].Figures[w]
				yes, n = yes+e.Count, n+e.Base
			}
			if yes != uses.Figures[w].Count || n != uses.Figures[w].Base {
				t.Errorf("wave %d: the types are %d of %d, all %d of %d", w, yes, n, uses.Figures[w].Count, uses.Figures[w].Base)
			}
		}
	}
	bodies := tr.Splits[0].Levels[0]
	c := bodies.Parts[0].Changes[1]
	if bodies.Key != "municipality" || c.Result.Withheld != contrast.Done || c.Family < 1 || c.Result.Adjusted < c.Result.P || c.Panel.Status != analysis.NotEstimated {
		t.Errorf("%s: %+v", bodies.Key, c)
	}
	table, at := tr.cells(uses, 0)
	table.Cells[at][table.Group("organisation-type", "water-board")] = analysis.Estimate{Status: analysis.HiddenSmall}
	if tr, err = Make(all, Options{Level: 0.95, By: []survey.Role{survey.BodyType}}); err != nil {
		t.Fatal(err)
	}
	for _, l := range tr.Splits[0].Levels {
		if e, c := l.Parts[0].Figures[0], l.Parts[0].Changes[1]; l.Key == "water-board" && (e.Status != analysis.HiddenSmall || e.Base != 0 || c.Difference.Status != analysis.NotEstimated) {
			t.Errorf("a hidden group has %+v and the change %+v", e, c.Difference)
		}
	}
}

// TestSplitOfOtherTypes: the types that came make all who took part others, and
// municipalities not.
func TestSplitOfOtherTypes(t *testing.T) {
	tr, err := Make(sample(t, 2017, 2018), Options{Level: 0.95, Disclosure: analysis.Publish, By: []survey.Role{survey.BodyType, survey.SizeClass}})
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range tr.Splits {
		for _, d := range s.Levels[0].Parts[0].Changes[1].Why {
			if d.Code == waves.DiffTypesAdded {
				t.Errorf("%s: %s are others since more types took part", s.Title, s.Levels[0].Key)
			}
		}
	}
}

// TestSplitOfPlans: plans and barriers by group are the figures of the tables of the
// studies, hidden where those hide them; who answered twice is not told apart, and what
// fewer than two groups have twice is left out.
func TestSplitOfPlans(t *testing.T) {
	all := sample(t, 2018, 2019)
	tr, err := Make(all, Options{Level: 0.95, Disclosure: analysis.Publish, By: []survey.Role{survey.BodyType, survey.SizeClass}})
	if err != nil {
		t.Fatal(err)
	}
	subjects := map[subject]int{}
	hidden := 0
	for _, s := range tr.Splits {
		twice, families := map[int]int{}, map[[2]int]int{}
		for _, l := range s.Levels {
			for _, p := range l.Parts {
				r := &tr.Rows[p.Row]
				of := subjectOf(r)
				subjects[of]++
				for w := range all {
					table, at := tr.cells(r, w)
					for g := range table.Groups {
						if x := &table.Groups[g]; x.Role == s.Role && cmp.Or(x.Means, x.Level) == l.Key {
							if want := table.Cells[at][g]; want.Status != p.Figures[w].Status || want.Count != p.Figures[w].Count || want.Base != p.Figures[w].Base {
								t.Errorf("%s of %s in wave %d: %+v, and the study says %+v", r.ID, l.Key, w, p.Figures[w], want)
							}
						}
					}
					if p.Figures[w].Status.Hidden() {
						hidden++
					}
				}
				c := &p.Changes[1]
				if of != used && (c.Panel.Status != analysis.NotEstimated || c.Difference.Status == analysis.Estimated && !c.Separate && c.Result.Name != contrast.NoTest) {
					t.Errorf("%s of %s tells those that answered twice apart: %+v", r.ID, l.Key, c)
				}
				if p.Figures[0].Status == analysis.Estimated && p.Figures[1].Status == analysis.Estimated {
					twice[p.Row]++
				}
				if c.Result.Name != contrast.NoTest {
					families[[2]int{int(of), int(c.Verdict)}]++
				}
			}
		}
		for _, l := range s.Levels {
			for _, p := range l.Parts {
				c := &p.Changes[1]
				if n := families[[2]int{int(subjectOf(&tr.Rows[p.Row])), int(c.Verdict)}]; c.Result.Name != contrast.NoTest && c.Family > n {
					t.Errorf("%s of %s is one of %d tests, and %d are on the same subject", tr.Rows[p.Row].ID, l.Key, c.Family, n)
				}
			}
		}
		for row, n := range twice {
			if subjectOf(&tr.Rows[row]) != used && n < 2 {
				t.Errorf("%s: %d groups have two figures", tr.Rows[row].ID, n)
			}
		}
	}
	if subjects[used] == 0 || subjects[planned] == 0 || subjects[barred] == 0 || hidden == 0 {
		t.Errorf("the sample does not try all: %v, %d hidden", subjects, hidden)
	}
}
