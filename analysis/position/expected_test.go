package position

import (
	"math"
	"slices"
	"testing"

	"benchmark/analysis"
	"benchmark/survey"
)

// planned is a survey of 24 bodies of type a and 9 of type b: of a 8 use a channel, 5
// surely and 4 very likely start, of b 3 use it, 1 surely and 2 very likely start. The
// others will not.
func planned() *survey.Survey {
	stages := []string{survey.Uses, survey.Surely, survey.Likely, survey.No}
	chose := slices.Concat(slices.Repeat([]int{0}, 8), slices.Repeat([]int{1}, 5), slices.Repeat([]int{2}, 4), slices.Repeat([]int{3}, 7),
		[]int{0, 0, 0, 1, 2, 2, 3, 3, 3})
	s := &survey.Survey{Respondents: len(chose)}
	add := func(q survey.Question, answer func(i int) int) {
		c := survey.NewColumn(&q, s.Respondents)
		for i := range c.Len() {
			c.Choose(i, answer(i))
		}
		s.Questions, s.Columns = append(s.Questions, q), append(s.Columns, c)
	}
	of := func(codes ...string) (all []survey.Option) {
		for _, code := range codes {
			all = append(all, survey.Option{Code: code, Label: code, Means: code})
		}
		return all
	}
	add(survey.Question{ID: "type", Kind: survey.Single, Role: survey.BodyType, Options: of("a", "b")}, func(i int) int {
		return min(i/24, 1)
	})
	add(survey.Question{ID: "use", Kind: survey.Single, Role: survey.Adoption, Channel: "chat", Sensitivity: survey.Protected, RoutingKnown: true,
		Options: of(stages...)}, func(i int) int { return chose[i] })
	return s
}

// expectationsOf are those of respondent i, with named peers.
func expectationsOf(t *testing.T, s *survey.Survey, i int, d analysis.Disclosure, named ...int) []Expected {
	t.Helper()
	o := Options{Level: 0.95, Disclosure: d}
	if len(named) > 0 {
		o.Peers = []Peers{{Named: named}}
	}
	st, err := New(s, o)
	if err != nil {
		t.Fatal(err)
	}
	return st.Of(i).Expected
}

// TestExpected counts by hand what the plans of others lead to, without the own answer:
// 0.99 of those who surely start and 0.8 of those who very likely do (Juster).
func TestExpected(t *testing.T) {
	s := planned()
	all := expectationsOf(t, s, 8, analysis.Publish) // surely starts
	if len(all) != 2 {
		t.Fatalf("%d groups, want all and type a", len(all))
	}
	for g, want := range []struct{ now, surely, likely, n int }{{11, 5, 6, 32}, {8, 4, 4, 23}} {
		e := &all[g]
		value := (float64(want.now) + 0.99*float64(want.surely) + 0.8*float64(want.likely)) / float64(want.n)
		if !e.Apart || e.Now.Count != want.now || e.Now.Base != want.n || e.Surely != want.surely || e.Likely != want.likely ||
			math.Abs(e.Figure.Value-value) > 1e-12 || !(e.Figure.Low < value && value < e.Figure.High) || e.Narrowest != (g == 1) {
			t.Errorf("group %d: %+v, want %+v and %v", g, e, want, value)
		}
		rate := (0.99*float64(want.surely) + 0.8*float64(want.likely)) / float64(want.surely+want.likely)
		if got := e.Rate().Part; math.Abs(got-rate) > 1e-12 {
			t.Errorf("group %d: plans count for %v, want %v", g, got, rate)
		}
		if e.Moment.Known() {
			t.Errorf("group %d: %v, and the study does not tell when it was", g, e.Moment)
		}
	}
}

// TestPlansApart holds that a report tells how many of the planners are sure only of
// groups of which the tables of the study do: not of chosen peers, nor where a table
// hides it. There the plans count together, as among all in those tables.
func TestPlansApart(t *testing.T) {
	s := planned()
	peers := []int{0, 1, 2, 10, 11, 13, 14, 17, 18, 19, 20, 25}
	all := expectationsOf(t, s, 8, analysis.Publish, peers...)
	last := &all[len(all)-1]
	rate := (0.99*6 + 0.8*6) / 12
	if last.Apart || last.Planners() != 4 || last.Likely != 0 || math.Abs(last.Rates.Sure.Part-rate) > 1e-12 || last.Rates.Sure != last.Rates.Likely {
		t.Errorf("chosen peers: %+v, want 4 plans at %v", last, rate)
	}
	if want := (4 + 4*rate) / 12; math.Abs(last.Figure.Value-want) > 1e-12 {
		t.Errorf("chosen peers: %v, want %v", last.Figure.Value, want)
	}
	if all = expectationsOf(t, s, 8, analysis.Unprotected, peers...); !all[len(all)-1].Apart {
		t.Error("without protection the plans of peers are not apart")
	}
	st, err := New(s, Options{Level: 0.95, Disclosure: analysis.Publish})
	if err != nil {
		t.Fatal(err)
	}
	for i := range s.Respondents {
		p := st.Of(i)
		for _, e := range p.Expected {
			if want := shownApart(st.tables, &p.Groups[e.Group]); e.Apart != want {
				t.Errorf("respondent %d, %s: apart %v, and the tables of the study say %v", i, p.Groups[e.Group].Kind, e.Apart, want)
			}
		}
	}
}

// shownApart reports whether a study shows both kinds of plans of a group.
func shownApart(study *analysis.Study, of *Group) bool {
	for i := range study.Tables {
		table := &study.Tables[i]
		if table.Topic != analysis.AdoptionTopic {
			continue
		}
		for g := range table.Groups {
			if table.Groups[g].Level == of.Level {
				surely, likely := table.Row(survey.Surely, analysis.Share), table.Row(survey.Likely, analysis.Share)
				return table.Cells[surely][g].Status == analysis.Estimated && table.Cells[likely][g].Status == analysis.Estimated
			}
		}
	}
	return false
}
