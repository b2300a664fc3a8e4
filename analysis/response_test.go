package analysis

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"benchmark/survey"
)

// bounded is five towns of 10 and two health services of 4 that answered, and a
// club; three towns and a health service use the channel.
func bounded(t *testing.T) *survey.Survey {
	t.Helper()
	s := fixture{
		questions: []survey.Question{
			{ID: "type", Kind: survey.Single, Role: survey.BodyType, Sensitivity: survey.Public, RoutingKnown: true, Options: options("town", "ggd", "club")},
			{ID: "app", Kind: survey.Single, Role: survey.Adoption, Channel: "App", Sensitivity: survey.Public, RoutingKnown: true, Options: options(survey.Uses, survey.No)},
		},
		lines: []string{"town uses", "town uses", "town uses", "town no", "town -", "ggd uses", "ggd no", "club uses"},
	}.survey(t)
	s.Design = survey.Design{
		Strata: []survey.Stratum{{Type: "town", Population: 10, Respondents: 5}, {Type: "ggd", Population: 4, Respondents: 2}},
		Of:     []int16{0, 0, 0, 0, 0, 1, 1, -1},
	}
	return s
}

func TestBounds(t *testing.T) {
	s, o := bounded(t), Defaults()
	study, err := Analyze(s, o)
	if err != nil {
		t.Fatal(err)
	}
	table := study.Table(Bounds, "")
	if table == nil || study.Tables[2].Topic != Bounds {
		t.Fatal("no bounds after the response")
	}
	figure := func(x, n, all int) Estimate {
		return Estimate{
			Status: Estimated, Value: float64(x) / float64(n), Method: WorstCase, Level: 1, Count: x, Base: n,
			Population: all, CountLow: x, CountHigh: x + all - n,
			Low: float64(x) / float64(all), High: float64(x+all-n) / float64(all),
		}
	}
	// In total 4 users of 6 answers of 14 bodies: 4 to 12. Of the towns 3 of 4 of
	// 10, so 3 to 9; of the health services 1 of 2 of 4, so 1 to 3.
	want := []Estimate{figure(4, 6, 14), figure(3, 4, 10), figure(1, 2, 4), {Status: Unknown}}
	if diff := cmp.Diff([][]Estimate{want}, table.Cells); diff != "" {
		t.Error(diff)
	}
	s.Questions[1].Sensitivity = survey.Protected
	if study, err = Analyze(s, o); err != nil || study.Table(Bounds, "") != nil {
		t.Errorf("bounds of protected use: %v", err)
	}
	s.Questions[1].Sensitivity = survey.Public
	s.Design = survey.Design{}
	if study, err = Analyze(s, o); err != nil {
		t.Fatal(err)
	}
	if study.Table(Bounds, "") != nil {
		t.Error("bounds without a frame")
	}
}

// The bounds of all are those of the parts together, hold the share of any
// answers of the others, and no rule leaves them out.
func TestBoundsAddUp(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		s := framed(r, rapid.IntRange(1, 60).Draw(r, "n"))
		o := Defaults()
		o.Publication = PublishNCHS
		study, err := Analyze(s, o)
		if err != nil {
			r.Fatal(err)
		}
		cells := study.Table(Bounds, "").Cells[0]
		low, high := 0, 0
		for g, n := range []int{380, 60} {
			switch e := &cells[g+1]; e.Status {
			case Estimated:
				low, high = low+e.CountLow, high+e.CountHigh
			case NoAnswers:
				high += n
			default:
				r.Fatalf("%+v", e)
			}
		}
		if all := &cells[0]; all.Status == Estimated && (all.CountLow != low || all.CountHigh != high || all.Low > all.High || all.High > 1) {
			r.Fatalf("%+v: the parts are %d to %d", all, low, high)
		}
	})
}
