package analysis

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"benchmark/analysis/contrast"
	"benchmark/survey"
)

// users is a survey of 40 towns of which 30 use a channel, 40 clubs of which 10
// do, 30 services of which 9 do and 4 boards that all do.
func users(t *testing.T) *survey.Survey {
	t.Helper()
	public := func(id string, role survey.Role, codes ...string) survey.Question {
		return survey.Question{ID: id, Kind: survey.Single, Role: role, Channel: "App", Sensitivity: survey.Public, RoutingKnown: true, Options: options(codes...)}
	}
	return fixture{
		questions: []survey.Question{
			public("type", survey.BodyType, "town", "club", "ggd", "board"), public("app", survey.Adoption, survey.Uses, survey.No),
		},
		lines: lines(repeat(30, "town uses"), repeat(10, "town no"), repeat(10, "club uses"), repeat(30, "club no"),
			repeat(9, "ggd uses"), repeat(21, "ggd no"), repeat(4, "board uses")),
	}.survey(t)
}

// 75 % and 25 % are told apart, 25 % and 30 % are not, and a group of 4 is not
// compared. Of three pairs the smallest p value has to pass a third of the error
// level. R: power.prop.test at 0.05/3 finds 0.626 from 0.25 with 35 answers each,
// and 0.325 from 0.225, which is 10 points in the middle, with 416.1 each.
func TestDifferencesSayNoMoreThanTheTest(t *testing.T) {
	study, err := Analyze(users(t), Options{Level: 0.95, Disclosure: Unprotected, Tests: Tests{Unshown: true}})
	if err != nil {
		t.Fatal(err)
	}
	want := map[[2]string]contrast.Conclusion{
		{"town", "club"}: contrast.Higher, {"town", "ggd"}: contrast.Higher, {"club", "ggd"}: contrast.Undecided,
	}
	if len(study.Differences) != len(want) {
		t.Fatalf("%d differences: %+v", len(study.Differences), study.Differences)
	}
	for _, d := range study.Differences {
		v := d.Verdict
		if v.Conclusion != want[[2]string{d.A, d.B}] || d.Family != 3 || d.Row != survey.Uses {
			t.Errorf("%+v", d)
		}
		if v.Conclusion != contrast.Undecided {
			if v.Seen != 0 || v.Need.Known() {
				t.Errorf("%s and %s differ, and %+v", d.A, d.B, v)
			}
			continue
		}
		if math.Abs(v.Seen-0.38) > 0.02 || v.Need.Aim != aim || !v.Need.Enough || v.Need.AllA || max(v.Need.MoreA-377, 377-v.Need.MoreA, v.Need.MoreB-387, 387-v.Need.MoreB) > 1 {
			t.Errorf("%+v", v)
		}
	}
	if s := study.Tests; len(s) != 0 {
		t.Errorf("tests that nothing shows: %+v", s)
	}
}

// By the design a census sees all there is: so do the answers that are asked for.
// Without it no number of 30 clubs and 60 services is enough for 10 points.
func TestNeedKnowsHowManyExist(t *testing.T) {
	s := users(t)
	sampled(s, map[string]int{"town": 380, "club": 60, "ggd": 45, "board": 5})
	need := func() Need {
		study, err := Analyze(s, Defaults())
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range study.Differences {
			if d.A == "club" && d.B == "ggd" {
				return d.Verdict.Need
			}
		}
		t.Fatal("not compared")
		return Need{}
	}
	if n := need(); !n.Enough || n.MoreA > 20 || n.MoreB > 15 || n.MoreA+n.MoreB == 0 {
		t.Errorf("by the design %+v", n)
	}
	s.Design.Sampled, s.Design.Weights = false, nil
	if n := need(); n.Enough || !n.AllA || !n.AllB || n.MoreA != 20 || n.MoreB != 15 {
		t.Errorf("as they came %+v", n)
	}
}

// Whatever the answers: only groups that are shown and large enough are compared,
// what is found is below the error level after correction, and nothing that was
// not found has a direction.
func TestDifferencesHold(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		s := framed(r, rapid.IntRange(1, 120).Draw(r, "n"))
		if rapid.Bool().Draw(r, "protected") {
			s.Questions[1].Sensitivity = survey.Protected
		}
		o := Defaults()
		o.Publication = rapid.SampledFrom([]Publication{PublishAll, PublishBase, PublishWidth}).Draw(r, "rule")
		o.Tests.Minimum = rapid.IntRange(1, 15).Draw(r, "minimum")
		study, err := Analyze(s, o)
		if err != nil {
			r.Fatal(err)
		}
		table := study.Table(AdoptionTopic, "")
		for _, d := range study.Differences {
			row := table.Row(d.Row, Share)
			x, y := &table.Cells[row][table.Group(d.Breakdown, d.A)], &table.Cells[row][table.Group(d.Breakdown, d.B)]
			if x.Status != Estimated || y.Status != Estimated || min(x.Base, y.Base) < o.Tests.Minimum {
				r.Fatalf("%+v and %+v are compared", x, y)
			}
			found := d.Result.Withheld == contrast.Done && d.Result.Adjusted < 0.05
			up, down := x.Value > y.Value, x.Value < y.Value
			switch v := d.Verdict; {
			case v.Conclusion == contrast.Higher && !(found && up), v.Conclusion == contrast.Lower && !(found && down),
				v.Conclusion == contrast.Undecided && found && up != down, v.Conclusion == contrast.Alike:
				r.Fatalf("%v against %v is %s: %+v", x.Value, y.Value, v.Conclusion, d.Result)
			case v.Seen > 0 && v.Seen <= math.Abs(x.Value-y.Value):
				r.Fatalf("a difference of %v was not seen, and one of %v would have been", x.Value-y.Value, v.Seen)
			}
		}
	})
}

func TestComparisonVerdictFollowsItsTestAndInterval(t *testing.T) {
	shown := Estimate{Status: Estimated}
	found := contrast.Result{Name: contrast.PartWholeT, P: 0.01, Adjusted: 0.01}
	missed := contrast.Result{Name: contrast.PartWholeT, P: 0.03, Adjusted: 0.06}
	for _, tc := range []struct {
		d    Estimate
		part Status
		r    contrast.Result
		want contrast.Conclusion
	}{
		{Estimate{Status: Estimated, Method: PartOfWhole, Low: 0.01, High: 0.2}, Estimated, found, contrast.Higher},
		{Estimate{Status: Estimated, Method: PartOfWhole, Low: -0.2, High: -0.01}, Estimated, found, contrast.Lower},
		{Estimate{Status: Estimated, Method: PartOfWhole, Low: 0.01, High: 0.2}, Estimated, missed, contrast.Undecided},
		{Estimate{Status: Estimated, Method: PartOfWhole, Low: -0.2, High: 0.01, SE: 0.05, DF: 20}, Estimated, found, contrast.Undecided},
		{Estimate{Status: Estimated, Method: PartOfWhole, Low: 0.01, High: 0.2}, Estimated, contrast.Result{}, contrast.Undecided},
		{Estimate{Status: Estimated, Value: 0.5}, Estimated, found, contrast.Undecided},
		{Estimate{Status: Estimated, Method: PartOfWhole, Low: 0.01, High: 0.2}, HiddenSmall, found, contrast.Undecided},
	} {
		tc.d.Level = 0.95
		c := Comparison{Part: Estimate{Status: tc.part}, Whole: shown, Difference: tc.d, Result: tc.r, Family: 2}
		if got := c.Verdict(); got.Conclusion != tc.want {
			t.Errorf("%+v: %s, want %s", tc.d, got.Conclusion, tc.want)
		}
	}
}
