package analysis

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"benchmark/analysis/contrast"
	"benchmark/survey"

	"github.com/google/go-cmp/cmp"
)

// towns is a survey by type and, for towns, size class, with a public answer
// and one given in confidence. There are no large regions.
func towns(t *testing.T) *survey.Survey {
	t.Helper()
	asked := func(q survey.Question) survey.Question {
		q.Kind, q.RoutingKnown = survey.Single, true
		return q
	}
	f := fixture{questions: []survey.Question{
		asked(survey.Question{ID: "type", Role: survey.BodyType, Sensitivity: survey.Public, Options: options("town", "region")}),
		asked(survey.Question{ID: "size", Role: survey.SizeClass, Sensitivity: survey.Public, Options: options("small", "large")}),
		asked(survey.Question{ID: "has", Sensitivity: survey.Public, Options: options("yes", "no", "soon")}),
		asked(survey.Question{ID: "says", Sensitivity: survey.Protected, Options: options("yes", "no")}),
	}}
	f.lines = lines(
		repeat(14, "town small yes yes"), repeat(6, "town small no no"), repeat(2, "town large yes no"), repeat(18, "town large no yes"),
		repeat(6, "region small yes no"), repeat(6, "region small no yes"), repeat(2, "region - no yes"),
	)
	s := f.survey(t)
	s.Design.Strata = []survey.Stratum{
		{Type: "town", Size: "small", Population: 30, Respondents: 20}, {Type: "town", Size: "large", Population: 25, Respondents: 20},
		{Type: "region", Population: 15, Respondents: 14},
	}
	s.Design.Of = make([]int16, s.Respondents)
	for r := range s.Design.Of {
		s.Design.Of[r] = int16(min(r/20, 2))
	}
	return s
}

func analyzed(t *testing.T, s *survey.Survey, o Options) *Study {
	t.Helper()
	if o.Level == 0 {
		o.Level = 0.95
	}
	study, err := Analyze(s, o)
	if err != nil {
		t.Fatal(err)
	}
	return study
}

// tableOf returns the table of a question.
func tableOf(t *testing.T, s *Study, question string) *Table {
	t.Helper()
	i := slices.IndexFunc(s.Tables, func(t Table) bool { return t.Question == question })
	if i < 0 {
		t.Fatalf("no table of %s", question)
	}
	return &s.Tables[i]
}

func TestNestedBreakdown(t *testing.T) {
	study := analyzed(t, towns(t), Options{By: []string{"type/size", "has/size"}})
	table := tableOf(t, study, "has") // not broken down by itself
	if diff := cmp.Diff([]string{"type", "size", "type/size"}, table.Breakdowns()); diff != "" {
		t.Errorf("breakdowns (-want +got):\n%s", diff)
	}
	var got []string
	for g := range table.Groups {
		if group := &table.Groups[g]; group.Breakdown == "type/size" {
			e := &table.Cells[0][g]
			got = append(got, fmt.Sprintf("%s %q %d of %d: %d of %d %s", group.Level, group.Label, group.Respondents, group.Population, e.Count, e.Base, e.Method))
			if diff := cmp.Diff(strings.Split(group.Level, "/"), []string{group.Parts[0].Level, group.Parts[1].Level}); diff != "" {
				t.Errorf("parts (-want +got):\n%s", diff)
			}
		}
	}
	// Exact where the combination is one stratum; a region has no size class in the
	// design, so that it is not known how many small ones exist.
	want := []string{
		`town/small "TOWN / SMALL" 20 of 30: 14 of 20 hypergeometric`, `town/large "TOWN / LARGE" 20 of 25: 2 of 20 hypergeometric`,
		`region/small "REGION / SMALL" 12 of 0: 6 of 12 wilson`, `region/large "REGION / LARGE" 0 of 0: 0 of 0 `,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("groups (-want +got):\n%s", diff)
	}
	if status := table.Cells[0][table.Group("type/size", "region/large")].Status; status != NoAnswers {
		t.Errorf("a combination that nobody is in is %s", status)
	}
}

// The figures of a nested group are those of its outer group's own breakdown.
func TestNestedFiguresAreThoseOfTheParts(t *testing.T) {
	study := analyzed(t, towns(t), Options{By: []string{"type/size", "size/type"}, Disclosure: Unprotected})
	for i := range study.Tables {
		table := &study.Tables[i]
		for g := range table.Groups {
			group := &table.Groups[g]
			if group.Breakdown != "type/size" {
				continue
			}
			other := table.Group("size/type", group.Parts[1].Level+"/"+group.Parts[0].Level)
			for r := range table.Rows {
				if diff := cmp.Diff(table.Cells[r][g], table.Cells[r][other]); diff != "" {
					t.Errorf("%s, %s (-one way +the other):\n%s", table.ID, group.Level, diff)
				}
			}
		}
	}
}

// Small towns are compared with large ones, not with small regions, and so for
// the letters. Towns of the two sizes differ (14 and 2 of 20).
func TestNestedGroupsAreComparedWithin(t *testing.T) {
	study := analyzed(t, towns(t), Options{By: []string{"type/size"}, Tests: Tests{Letters: true}})
	table := tableOf(t, study, "has")
	var within []string
	for _, x := range study.Tests {
		if x.Table != table.ID || x.Breakdown != "type/size" {
			continue
		}
		within = append(within, x.Within+":"+strings.Join(x.Groups, ","))
		for _, p := range x.Pairs {
			if a, _, _ := strings.Cut(p.A, "/"); !strings.HasPrefix(p.B, a+"/") {
				t.Errorf("%s is compared with %s", p.A, p.B)
			}
		}
	}
	if diff := cmp.Diff([]string{"town:town/small,town/large"}, within); diff != "" {
		t.Errorf("tests (-want +got):\n%s", diff)
	}
	got := []string{}
	for g := range table.Groups {
		if table.Groups[g].Breakdown == "type/size" {
			got = append(got, table.Letter(g)+"="+table.Letters[0][g])
		}
	}
	if diff := cmp.Diff([]string{"A=B", "B=", "C=", "D="}, got); diff != "" {
		t.Errorf("letters (-want +got):\n%s", diff)
	}
}

func TestNestedBreakdownsThatCantBe(t *testing.T) {
	for by, want := range map[string]string{
		"type/sice":           `no question with that id`,
		"type/type":           `question "type" is there twice`,
		"type/says":           `"says" was answered in confidence and can't be nested`,
		"type/size/has/type":  `nests 4 questions; at most 3`,
		"type/":               `no question with that id`,
		"has/type/size/says/": `nests 5`,
	} {
		_, err := Analyze(towns(t), Options{Level: 0.95, By: []string{by}, Disclosure: Publish})
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want an error with %q", by, err, want)
		}
	}
	if _, err := Analyze(towns(t), Options{Level: 0.95, By: []string{"type/says"}, Disclosure: Unprotected}); err != nil {
		t.Errorf("with nothing hidden: %v", err)
	}
	if _, err := Analyze(towns(t), Options{Level: 0.95, By: []string{"says"}, Disclosure: Publish}); err != nil {
		t.Errorf("alone: %v", err)
	}
}

// Two regions without a size class follow from the regions less the small ones,
// so that the small ones must go where an answer was given in confidence; and no
// test tells of them.
func TestNothingFollowsFromTheOuterGroup(t *testing.T) {
	study := analyzed(t, towns(t), Options{
		By: []string{"type/size"}, Disclosure: Publish, Tests: Tests{Letters: true, Against: AgainstOthers, Minimum: 1, Adjust: contrast.Unadjusted},
	})
	table := tableOf(t, study, "says")
	at := table.Group("type/size", "region/small")
	if s := table.Cells[0][at].Status; s != HiddenOthers {
		t.Errorf("small regions are %s", s)
	}
	for r := range table.Rows {
		for g := range table.Groups {
			if table.Cells[r][g].Status.Hidden() && (table.Letters[r][g] != "" || table.Signs[r][g] != NotDifferent) {
				t.Errorf("row %d of %s has a letter or a sign", r, table.Groups[g].Level)
			}
		}
	}
	for _, x := range study.Tests {
		if x.Table != table.ID {
			continue
		}
		for _, level := range x.Groups {
			if s := table.Cells[0][table.Group(x.Breakdown, level)].Status; s != Estimated {
				t.Errorf("%s by %s tests %s, which is %s", x.Table, x.Breakdown, level, s)
			}
		}
		for _, c := range x.Contrasts {
			if s := table.Cells[0][table.Group(x.Breakdown, c.Level)].Status; s != Estimated {
				t.Errorf("%s is compared, which is %s", c.Level, s)
			}
		}
		for _, p := range x.Pairs {
			for _, level := range []string{p.A, p.B} {
				if s := table.Cells[0][table.Group(x.Breakdown, level)].Status; s != Estimated {
					t.Errorf("%s has a pair, which is %s", level, s)
				}
			}
		}
	}
}

func TestBreakdownHasAThousandGroups(t *testing.T) {
	for _, groups := range []int{MostGroups - 1, MostGroups, MostGroups + 1} {
		var codes, answers []string
		for g := range groups {
			code := fmt.Sprintf("g%d", g)
			codes, answers = append(codes, code), append(answers, code+" yes")
		}
		closed := func(id string, codes ...string) survey.Question {
			return survey.Question{ID: id, Kind: survey.Single, RoutingKnown: true, Sensitivity: survey.Public, Options: options(codes...)}
		}
		f := fixture{questions: []survey.Question{closed("place", codes...), closed("has", "yes", "no")}, lines: answers}
		_, err := Analyze(f.survey(t), Options{Level: 0.95, By: []string{"place"}})
		if want := groups > MostGroups; (err != nil) != want {
			t.Errorf("%d groups: error %v, want one: %v", groups, err, want)
		}
		_, err = Analyze(f.survey(t), Options{Level: 0.95, By: []string{"place", "has"}})
		if want := groups >= MostGroups; (err != nil) != want {
			t.Errorf("%d groups and one more: error %v, want one: %v", groups, err, want)
		}
		// Combinations that nobody is in do not count.
		_, err = Analyze(f.survey(t), Options{Level: 0.95, By: []string{"has/place"}})
		if want := groups > MostGroups; (err != nil) != want {
			t.Errorf("%d groups of those who have it: error %v, want one: %v", groups, err, want)
		}
		if _, err = Analyze(f.survey(t), Options{Level: 0.95, By: []string{"place"}, Disclosure: Unprotected}); err != nil {
			t.Errorf("%d groups of which nothing is hidden: %v", groups, err)
		}
	}
}
