package analysis

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"benchmark/analysis/estimate"
	"benchmark/survey"
)

// covered is a survey of eight towns, of whom five are in the west and use the
// channel, and two boards, one of them in the west.
func covered(t *testing.T) *survey.Survey {
	t.Helper()
	s := fixture{
		questions: []survey.Question{
			{ID: "type", Kind: survey.Single, Role: survey.BodyType, RoutingKnown: true, Options: options("town", "board"), Sensitivity: survey.Public, Columns: []string{"B"}},
			{ID: "province", Kind: survey.Single, Role: survey.Province, Options: options("west", "oost"), Sensitivity: survey.Public},
			{ID: "app", Kind: survey.Single, RoutingKnown: true, Options: options("yes", "no"), Sensitivity: survey.Public},
		},
		lines: lines(repeat(5, "town west yes"), repeat(3, "town oost no"), []string{"board west no", "board oost yes"}),
	}.survey(t)
	s.Design = survey.Design{
		Strata: []survey.Stratum{
			{Type: "town", Population: 25, Respondents: 8, Repeats: 2, Inhabitants: 1000, InhabitantsCovered: 250},
			{Type: "board", Population: 10, Respondents: 2},
		},
		Of: []int16{0, 0, 0, 0, 0, 0, 0, 0, 1, 1},
	}
	return s
}

func TestCoverage(t *testing.T) {
	s := covered(t)
	study, err := Analyze(s, Defaults())
	if err != nil {
		t.Fatal(err)
	}
	table := study.Table(Coverage, "")
	if table == nil {
		t.Fatal("no table of coverage")
	}
	fact := func(n, of int) Estimate {
		return Estimate{Status: Estimated, Value: float64(n) / float64(of), Count: n, Base: of}
	}
	count := func(n int) Estimate { return Estimate{Status: Estimated, Value: float64(n), Count: n, Base: n} }
	want := [][]Estimate{
		{count(35), count(25), count(10)},
		{count(10), count(8), count(2)},
		{fact(10, 35), fact(8, 25), fact(2, 10)},
		{fact(8, 35), fact(6, 25), fact(2, 10)},
		{{}, fact(250, 1000), {Status: Unknown}},
	}
	if diff := cmp.Diff(want, table.Cells); diff != "" {
		t.Error(diff)
	}
	if g := table.Groups[1]; g.Breakdown != StrataBreakdown || g.Level != "town" || g.Population != 25 {
		t.Errorf("%+v", g)
	}
	s.Design = survey.Design{}
	if study, err = Analyze(s, Defaults()); err != nil || study.Table(Coverage, "") != nil {
		t.Errorf("coverage without a frame: %v", err)
	}
}

// TestRegisterGroups: a group of which the register knows how many organisations
// it has gets an exact interval when they are all in one stratum, and Wilson's
// when they are not.
func TestRegisterGroups(t *testing.T) {
	s := covered(t)
	o := Defaults()
	o.By = []string{"province"}
	all := s.Columns[1]
	for _, tt := range []struct {
		name       string
		population int
		one        bool
		only       int // respondents that count
		want       Method
		exist      int
	}{
		{"one stratum", 12, true, 8, Hypergeometric, 12},
		{"several strata", 12, false, 8, Wilson, 12},
		{"respondents of two strata", 12, true, 10, Wilson, 12},
		{"more respondents than bodies", 4, true, 8, Wilson, 0},
		{"not known", 0, false, 8, Wilson, 0},
	} {
		s.Questions[1].Options[0].Population, s.Questions[1].Options[0].OneStratum = tt.population, tt.one
		s.Columns[1] = all.Clone()
		for r := range 10 {
			if r >= tt.only {
				s.Columns[1].Leave(r, survey.Blank)
			}
		}
		study, err := Analyze(s, o)
		if err != nil {
			t.Fatal(err)
		}
		table := study.Table(OtherQuestion, "")
		g := table.Group("province", "west")
		e := &table.Cells[0][g]
		if e.Method != tt.want || table.Groups[g].Population != tt.exist {
			t.Errorf("%s: %s of %d: %+v", tt.name, e.Method, table.Groups[g].Population, e)
		}
		if tt.want == Hypergeometric && (e.CountLow != 7 || e.CountHigh != 12) {
			// 5 of 5 of 12: the least K with P(X >= 5) > 0.025 is 7 (21/792 = 0.0265; 6 gives 6/792).
			t.Errorf("%s: %d to %d of %d", tt.name, e.CountLow, e.CountHigh, e.Population)
		}
	}
}

// TestStrataOfAColumn: where a column of the file tells the strata, a question on
// that column has the populations of its groups.
func TestStrataOfAColumn(t *testing.T) {
	s := covered(t)
	s.Design.Strata = []survey.Stratum{{Name: "Towns", Population: 25, Respondents: 8}, {Name: "Boards", Population: 10, Respondents: 2}}
	s.Design.StrataColumns = []string{"B"}
	study, err := Analyze(s, Defaults())
	if err != nil {
		t.Fatal(err)
	}
	table := study.Table(OtherQuestion, "")
	if g := table.Groups[table.Group("type", "town")]; g.Population != 25 || !g.Stratum {
		t.Errorf("%+v", g)
	}
	s.Design.Strata[0].Population = 0
	if study, err = Analyze(s, Defaults()); err != nil {
		t.Fatal(err)
	}
	table = study.Table(OtherQuestion, "")
	if g := table.Groups[table.Group("type", "town")]; g.Population != 0 || g.Stratum {
		t.Errorf("%+v", g)
	}
	if code, title := s.StratumName(1); code != "Boards" || title != "Boards" {
		t.Errorf("%s, %s", code, title)
	}
}

// TestLonelyStrata: a figure names the strata with one answer that are part of
// it, and no others.
func TestLonelyStrata(t *testing.T) {
	s := covered(t)
	s.Design.Strata = []survey.Stratum{
		{Type: "town", Population: 25, Respondents: 8}, {Type: "board", Population: 10, Respondents: 1}, {Type: "ghd", Population: 9, Respondents: 1},
	}
	s.Design.Of[9] = 2
	s.Design.Sampled = true
	s.Design.WeighByPopulation()
	o := Defaults()
	o.By = []string{"province"}
	study, err := Analyze(s, o)
	if err != nil {
		t.Fatal(err)
	}
	table := study.Table(OtherQuestion, "")
	for _, tt := range []struct {
		breakdown, level string
		want             []int
	}{{"", "", []int{1, 2}}, {"type", "town", nil}, {"type", "board", []int{1, 2}}, {"province", "west", []int{1}}, {"province", "oost", []int{2}}} {
		e := &table.Cells[0][table.Group(tt.breakdown, tt.level)]
		if diff := cmp.Diff(tt.want, e.Lonely); diff != "" {
			t.Errorf("%s %s: %s", tt.breakdown, tt.level, diff)
		}
		noted := false
		for _, n := range e.Notes {
			noted = noted || n == NoteLonely
		}
		if noted != (len(tt.want) > 0) {
			t.Errorf("%s %s: notes %v", tt.breakdown, tt.level, e.Notes)
		}
	}
}

// TestFailOnLonelyStrata: the policy refuses a stratum with one answer by its
// name, and nothing else: not one answer of all that exist, nor one that stands
// outside the population.
func TestFailOnLonelyStrata(t *testing.T) {
	o := Defaults()
	o.Weighted.Lonely = estimate.Fail
	for _, tt := range []struct {
		name    string
		strata  []survey.Stratum
		outside bool
		want    string
	}{
		{"one of ten", []survey.Stratum{{Type: "town", Population: 25, Respondents: 8}, {Type: "board", Population: 10, Respondents: 1}, {Type: "ghd", Population: 1, Respondents: 1}}, false, `stratum "BOARD" has one respondent`},
		{"one of one", []survey.Stratum{{Type: "town", Population: 25, Respondents: 8}, {Type: "board", Population: 1, Respondents: 1}, {Type: "ghd", Population: 1, Respondents: 1}}, false, ""},
		{"outside", []survey.Stratum{{Type: "town", Population: 25, Respondents: 8}, {Type: "board", Population: 1, Respondents: 1}}, true, ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s := covered(t)
			s.Design.Strata, s.Design.Sampled = tt.strata, true
			s.Design.Of[9] = 2
			if tt.outside {
				s.Design.Of[9] = -1
			}
			s.Design.WeighByPopulation()
			_, err := Analyze(s, o)
			if (err == nil) != (tt.want == "") || err != nil && !strings.Contains(err.Error(), tt.want) {
				t.Errorf("error %v, want %q", err, tt.want)
			}
		})
	}
}
