package analysis

import (
	"fmt"
	"math"
	"slices"
	"testing"

	"benchmark/analysis/contrast"
	"benchmark/survey"
)

// schools is the categorical part of the stratified sample of Californian
// schools (apistrat of R's survey package): stype, sch.wide, comp.imp, awards.
func schools(t *testing.T) *survey.Survey {
	t.Helper()
	yes := func(id string) survey.Question {
		return survey.Question{ID: id, Kind: survey.Single, Sensitivity: survey.Public, RoutingKnown: true, Options: options("No", "Yes")}
	}
	stype := yes("stype")
	stype.Role, stype.Options = survey.BodyType, options("E", "H", "M")
	f := fixture{questions: []survey.Question{stype, yes("wide"), yes("imp"), yes("awards")}}
	for _, c := range []struct {
		line string
		n    int
	}{
		{"E No No No", 7}, {"H No No No", 23}, {"M No No No", 15}, {"E Yes No No", 18}, {"H Yes No No", 10}, {"M Yes No No", 11},
		{"E No Yes No", 2}, {"H No Yes No", 1}, {"E Yes Yes Yes", 73}, {"H Yes Yes Yes", 16}, {"M Yes Yes Yes", 24},
	} {
		f.lines = append(f.lines, repeat(c.n, c.line)...)
	}
	s := f.survey(t)
	sampled(s, map[string]int{"E": 4421, "H": 755, "M": 1018})
	return s
}

// sampled gives a survey the design of strata by its first question, each
// respondent standing for N/n bodies.
func sampled(s *survey.Survey, population map[string]int) {
	d := &s.Design
	d.Sampled, d.WeightedBy = true, survey.WeightedByFrame
	d.Of, d.Weights = make([]int16, s.Respondents), make([]float64, s.Respondents)
	for _, o := range s.Questions[0].Options {
		d.Strata = append(d.Strata, survey.Stratum{Type: o.Code, Population: population[o.Code]})
	}
	for r := range s.Columns[0].Len() {
		code := s.Columns[0].Code(r)
		d.Of[r] = int16(code)
		d.Strata[code].Respondents++
	}
	for r, h := range d.Of {
		d.Weights[r] = float64(d.Strata[h].Population) / float64(d.Strata[h].Respondents)
	}
}

// find returns the test of a row of a table by a breakdown.
func find(t *testing.T, s *Study, table, by, row string) Test {
	t.Helper()
	for _, x := range s.Tests {
		if x.Table == table && x.Breakdown == by && x.Row == row {
			return x
		}
	}
	t.Fatalf("no test of %s, row %q, by %s", table, row, by)
	return Test{}
}

func near(t *testing.T, what string, got, want, relative float64) {
	t.Helper()
	if math.Abs(got-want) > relative*math.Abs(want) {
		t.Errorf("%s is %.12g, want %.12g", what, got, want)
	}
}

// Values of svychisq in R 4.2, survey 4.1-1, on the data as shipped, whose
// weights have single precision.
func TestSharesByTheDesignAsInR(t *testing.T) {
	s := schools(t)
	for _, tc := range []struct {
		test       contrast.Name
		table, by  string
		f, d1, d2  float64
		p          float64
		ofTheScale float64
	}{
		{"", "wide", "stype", 17.24744396, 1.828671504, 360.2482863, 2.035046e-07, 1e-6},
		{"", "awards", "stype", 14.1694082306, 1.8851358801, 371.37176838, 2.0821085e-06, 1e-6},
		{"", "awards", "imp", 149.6572942, 1, 197, 5.734153e-26, 1e-6},
		{"", "wide", "imp", 47.31773177, 1, 197, 7.822045e-11, 1e-6},
		{contrast.WaldF, "wide", "stype", 16.13202177, 2, 197, 0, 1e-6},
		{contrast.AdjustedWaldF, "wide", "stype", 16.05013333, 2, 196, 0, 1e-6},
		{contrast.WaldF, "awards", "imp", 414.0543027, 1, 197, 0, 1e-6},
		{contrast.RaoScottChi2, "wide", "stype", 0, 2, 0, 3.232438e-08, 1e-6},
	} {
		o := Options{Level: 0.95, Disclosure: Unprotected, By: []string{"imp"}, Tests: Tests{Test: tc.test}}
		study, err := Analyze(s, o)
		if err != nil {
			t.Fatal(err)
		}
		what := fmt.Sprintf("%s of %s by %s: ", tc.test, tc.table, tc.by)
		r := find(t, study, tc.table, tc.by, "").Result
		if tc.f > 0 {
			near(t, what+"F", r.Statistic, tc.f, tc.ofTheScale)
		}
		near(t, what+"df1", r.DF1, tc.d1, tc.ofTheScale)
		near(t, what+"df2", r.DF2, tc.d2, tc.ofTheScale)
		if tc.p > 0 {
			near(t, what+"p", r.P, tc.p, 2e-5)
		}
	}
}

// Values of svyttest and of regTermTest after svyglm, R 4.2, survey 4.1-1.
func TestMeansByTheDesignAsInR(t *testing.T) {
	single := func(id string, codes ...string) survey.Question {
		return survey.Question{ID: id, Kind: survey.Single, Sensitivity: survey.Public, RoutingKnown: true, Options: options(codes...)}
	}
	stratum := single("stratum", "s", "t", "u")
	stratum.Role = survey.BodyType
	f := fixture{questions: []survey.Question{stratum, single("g", "a", "b"), single("h", "p", "q", "r"),
		{ID: "y", Kind: survey.Number, RoutingKnown: true}}}
	y := []int{3, 4, 6, 2, 9, 5, 7, 1, 8, 4, 4, 12, 3, 6, 6, 10}
	for i, v := range y {
		f.lines = append(f.lines, fmt.Sprintf("%c %c %c %d", "sssssttttttuuuuu"[i], "abababababababba"[i], "pqrpqrpqrpqrpqrp"[i], v))
	}
	s := f.survey(t)
	sampled(s, map[string]int{"s": 40, "t": 30, "u": 12})
	study, err := Analyze(s, Options{Level: 0.95, Disclosure: Unprotected, By: []string{"g", "h"}, Tests: Tests{Minimum: 1, Letters: true}})
	if err != nil {
		t.Fatal(err)
	}
	// R takes the second group less the first.
	two := find(t, study, "y", "g", "mean").Result
	near(t, "t", two.Statistic, 1.850631958, 1e-9)
	near(t, "df", two.DF1, 12, 0)
	near(t, "p", two.P, 0.0889836605, 1e-9)
	near(t, "difference", two.Difference.Value, 2.09565134237, 1e-9)
	near(t, "low", two.Difference.Low, -0.371631258262, 1e-9)
	near(t, "high", two.Difference.High, 4.562933943002, 1e-9)
	three := find(t, study, "y", "h", "mean").Result
	near(t, "F", three.Statistic, 3.16021881115, 1e-9)
	near(t, "df2", three.DF2, 11, 0)
	near(t, "p", three.P, 0.08233529273, 1e-9)
}

// A made-up share in a sample of five types; p of R's fisher.test.
func TestPlainSharesOfFewAreExact(t *testing.T) {
	kind := survey.Question{ID: "kind", Kind: survey.Single, Role: survey.BodyType, Sensitivity: survey.Public,
		RoutingKnown: true, Options: options("a", "b", "c", "d", "e")}
	has := survey.Question{ID: "has", Kind: survey.Single, RoutingKnown: true, Options: options("no", "yes")}
	f := fixture{questions: []survey.Question{kind, has}}
	for _, c := range []struct {
		level  string
		yes, n int
	}{{"a", 48, 92}, {"b", 3, 8}, {"c", 2, 5}, {"d", 1, 2}, {"e", 0, 2}} {
		f.lines = append(f.lines, repeat(c.yes, c.level+" yes")...)
		f.lines = append(f.lines, repeat(c.n-c.yes, c.level+" no")...)
	}
	s := f.survey(t)
	study, err := Analyze(s, Options{Level: 0.95, Disclosure: Unprotected, Tests: Tests{Minimum: 1}})
	if err != nil {
		t.Fatal(err)
	}
	got := find(t, study, "has", "kind", "")
	near(t, "p", got.Result.P, 0.6489851252, 1e-9)
	if got.Ground != contrast.BecauseSmall || len(got.Groups) != 5 {
		t.Errorf("ground %q, groups %v", got.Ground, got.Groups)
	}
	study, err = Analyze(s, Defaults())
	if err != nil {
		t.Fatal(err)
	}
	if got = find(t, study, "has", "kind", ""); got.Result.Withheld != contrast.SmallBase || got.Result.P != 1 || len(got.LeftOut) != 4 {
		t.Errorf("with small groups: %+v", got)
	}
}

// No test may rest on a figure that is hidden.
func TestNothingHiddenIsTested(t *testing.T) {
	for seed := range uint64(20) {
		study, err := Analyze(regional().shuffled(seed).survey(t), Options{Level: 0.95, Disclosure: Publish, Tests: Tests{Minimum: 1, Letters: true}})
		if err != nil {
			t.Fatal(err)
		}
		tables := map[string]*Table{}
		for i := range study.Tables {
			tables[study.Tables[i].ID] = &study.Tables[i]
		}
		for _, x := range study.Tests {
			for _, level := range x.Groups {
				table := tables[x.Table]
				g := table.Group(x.Breakdown, level)
				for r, row := range table.Rows {
					own := row.Measure == Share && !row.Net && x.Row == "" || row.Key == x.Row && row.Measure == x.Measure
					if own && table.Cells[r][g].Status != Estimated {
						t.Errorf("test of %s row %q by %s uses %s, of which %s is %v", x.Table, x.Row, x.Breakdown, level, row.Key, table.Cells[r][g].Status)
					}
				}
			}
		}
		for _, table := range study.Tables {
			for r := range table.Letters {
				for g, letters := range table.Letters[r] {
					if letters != "" && table.Cells[r][g].Status != Estimated {
						t.Errorf("%s: letters %q at a hidden figure", table.ID, letters)
					}
				}
			}
		}
	}
}

func TestLettersNameTheColumnsThatAreExceeded(t *testing.T) {
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
	// 73 % of E, 32 % of H, 48 % of M.
	if got := fmt.Sprint(table.Letters[yes][1:]); got != "[BC  ]" {
		t.Errorf("letters %q", got)
	}
	if n := len(find(t, study, "awards", "stype", "").Pairs); n != 6 {
		t.Errorf("%d pairs, want those of 3 columns in 2 rows", n)
	}
	if a, m := table.Letter(1), table.Letter(0); a != "A" || m != "" {
		t.Errorf("letter %q of the first group, %q of the total", a, m)
	}
}

func TestTestsThatCanNotBeDoneAreErrors(t *testing.T) {
	s := regional().survey(t)
	for _, o := range []Tests{{Test: "t"}, {Test: contrast.RaoScottF}, {Minimum: -1}} {
		if _, err := Analyze(s, Options{Level: 0.95, Disclosure: Publish, Tests: o}); err == nil {
			t.Errorf("%+v: no error", o)
		}
	}
	f := fixture{questions: regional().questions[:2]}
	for line, n := range map[string]int{"region uses": 40, "region no": 20, "town uses": 30, "town no": 60} { // of which differences are told
		f.lines = append(f.lines, slices.Repeat([]string{line}, n)...)
	}
	many := f.survey(t)
	for _, name := range []contrast.Name{contrast.RaoScottF, contrast.RaoScottChi2, contrast.WaldF, contrast.AdjustedWaldF, contrast.DesignT} {
		if _, err := Analyze(many, Options{Level: 0.95, Disclosure: Unprotected, Tests: Tests{Test: name}}); err == nil {
			t.Errorf("%s without a design: no error", name)
		}
	}
}
