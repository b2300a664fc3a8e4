package analysis

import (
	"math"
	"testing"

	"benchmark/analysis/contrast"
	"benchmark/analysis/estimate"
	"benchmark/survey"
)

// contrastOf returns the contrast of a row in a group.
func contrastOf(t *testing.T, s *Study, table, by, level, row string) *Contrast {
	t.Helper()
	for i := range s.Tests {
		for k := range s.Tests[i].Contrasts {
			c := &s.Tests[i].Contrasts[k]
			if s.Tests[i].Table == table && s.Tests[i].Breakdown == by && c.Level == level && c.Row == row {
				return c
			}
		}
	}
	t.Fatalf("no contrast of %s, %s, in %s", table, row, level)
	return nil
}

// Small bodies: 20 of 32 say yes; the others, 2 of 22, among them two without a
// size class. R 4.2.2: prop.test(c(20, 2), c(32, 22), correct = FALSE).
func TestColumnAgainstTheOthersAndTheTotal(t *testing.T) {
	s := towns(t)
	options := Options{Tests: Tests{Against: AgainstOthers, Adjust: contrast.Unadjusted}}
	study := analyzed(t, s, options)
	c := contrastOf(t, study, "has", "size", "small", "yes")
	if c.Result.Name != contrast.PearsonChi2 || c.Ground != contrast.BecauseSimple {
		t.Errorf("test %s for %s", c.Result.Name, c.Ground)
	}
	near(t, "p", c.Result.P, 8.6819634229241e-05, 1e-9)
	d := c.Result.Difference
	near(t, "difference", d.Value, 20.0/32-2.0/22, 1e-12)
	score := contrast.Newcombe(20.0/32, 32, 2.0/22, 22, 0.95).Difference
	if d != score {
		t.Errorf("interval %v to %v, want Newcombe's %v to %v", d.Low, d.High, score.Low, score.High)
	}
	table := tableOf(t, study, "has")
	if got := table.Signs[0][table.Group("size", "small")]; got != HigherStrict {
		t.Errorf("sign %q", got)
	}
	if got := table.Signs[0][table.Group("size", "large")]; got != LowerStrict {
		t.Errorf("sign of the large ones %q", got)
	}

	// Against the total: the same test, another difference, its interval by the
	// joint influence of part and whole.
	options.Tests.Against = AgainstTotal
	whole := contrastOf(t, analyzed(t, s, options), "has", "size", "small", "yes")
	if whole.Result.P != c.Result.P || whole.Result.Statistic != c.Result.Statistic {
		t.Errorf("p %v and statistic %v, want those of the others", whole.Result.P, whole.Result.Statistic)
	}
	part := estimate.PartWhole(20, 32, 22, 54, 0.95)
	near(t, "difference from all", whole.Result.Difference.Value, part.Value, 1e-12)
	near(t, "low", whole.Result.Difference.Low, part.Low, 1e-9)
	near(t, "high", whole.Result.Difference.High, part.High, 1e-9)
}

// The family is every option by every group: a net repeats what its options say,
// and each of two answers the other.
func TestFamiliesOfContrasts(t *testing.T) {
	plain := Options{Disclosure: Unprotected, Tests: Tests{Against: AgainstOthers, Adjust: contrast.Unadjusted, Minimum: 1}}
	corrected := plain
	corrected.Tests.Adjust = contrast.Bonferroni
	one, many := analyzed(t, towns(t), plain), analyzed(t, towns(t), corrected)
	// Two options by two sizes, as nobody said "soon"; one option by two sizes.
	for table, size := range map[string]float64{"has": 4, "says": 2} {
		p := contrastOf(t, one, table, "size", "small", "yes").Result.P
		got := contrastOf(t, many, table, "size", "small", "yes").Result.Adjusted
		near(t, table, got, math.Min(1, size*p), 1e-12)
	}
}

// R 4.2.2: t.test(y[g == "a"], y[g != "a"]) of the numbers below.
func TestMeanAgainstTheOthersAndTheTotal(t *testing.T) {
	f := fixture{questions: []survey.Question{
		{ID: "g", Kind: survey.Single, Role: survey.BodyType, Sensitivity: survey.Public, RoutingKnown: true, Options: options("a", "b", "c")},
		{ID: "y", Kind: survey.Number, Sensitivity: survey.Public, RoutingKnown: true},
	}}
	f.lines = []string{"a 3", "a 4", "a 6", "a 2", "a 9", "b 5", "b 7", "b 1", "b 8", "c 4", "c 4", "c 12", "c 13", "c 6", "c 16", "c 10"}
	o := Options{Disclosure: Unprotected, Tests: Tests{Against: AgainstOthers, Minimum: 2}}
	others := contrastOf(t, analyzed(t, f.survey(t), o), "y", "g", "a", KeyMean)
	near(t, "t", others.Result.Statistic, -1.638951705924, 1e-9)
	near(t, "p", others.Result.P, 0.12654915414933, 1e-9)
	near(t, "low", others.Result.Difference.Low, -7.0199891801117, 1e-9)
	o.Tests.Against = AgainstTotal
	total := contrastOf(t, analyzed(t, f.survey(t), o), "y", "g", "a", KeyMean)
	if total.Result.P != others.Result.P {
		t.Errorf("p %v against all and %v against the others", total.Result.P, others.Result.P)
	}
	// 4.8 less the mean of all sixteen, 6.875; the rest is 11 of 16.
	near(t, "difference from all", total.Result.Difference.Value, 4.8-6.875, 1e-12)
	near(t, "low from all", total.Result.Difference.Low, -7.0199891801117*11/16, 1e-9)
}

// By the design of the Californian schools: awards in high schools beside the
// others, R 4.2, survey 4.1-1, svychisq(~awards + I(stype == "H"), d).
func TestWeightedContrasts(t *testing.T) {
	s := schools(t)
	o := Options{Disclosure: Unprotected, Tests: Tests{Against: AgainstOthers}}
	others := contrastOf(t, analyzed(t, s, o), "awards", "stype", "H", "Yes")
	if others.Result.Name != contrast.RaoScottF {
		t.Fatalf("test %s", others.Result.Name)
	}
	near(t, "F", others.Result.Statistic, 22.164157078183, 1e-6)
	near(t, "p", others.Result.P, 4.7122115198419e-06, 2e-5)
	near(t, "difference", others.Result.Difference.Value, -0.36320831035117, 1e-6)
	near(t, "low", others.Result.Difference.Low, -0.51081206769729, 1e-5)
	o.Tests.Against = AgainstTotal
	study := analyzed(t, s, o)
	total := contrastOf(t, study, "awards", "stype", "H", "Yes")
	table := tableOf(t, study, "awards")
	row, at := table.Row("Yes", Share), table.Group("stype", "H")
	near(t, "difference from all", total.Result.Difference.Value, table.Cells[row][at].Value-table.Cells[row][0].Value, 1e-12)
	near(t, "p against all", total.Result.P, others.Result.P, 0)
	near(t, "low from all", total.Result.Difference.Low, -0.44854808463119, 1e-5)
}

// Columns of which a respondent can have several share respondents: 12 have a
// and 12 b, of which 6 both.
func TestOverlappingColumns(t *testing.T) {
	f := fixture{questions: []survey.Question{
		{ID: "uses", Kind: survey.Multiple, Sensitivity: survey.Public, RoutingKnown: true, Options: options("a", "b")},
		{ID: "has", Kind: survey.Single, Sensitivity: survey.Public, RoutingKnown: true, Options: options("yes", "no")},
	}}
	f.lines = lines(repeat(5, "a yes"), repeat(1, "a no"), repeat(3, "a+b yes"), repeat(3, "a+b no"), repeat(2, "b yes"), repeat(4, "b no"))
	study := analyzed(t, f.survey(t), Options{Disclosure: Unprotected, By: []string{"uses"}, Tests: Tests{Letters: true, Adjust: contrast.Unadjusted}})
	x := find(t, study, "has", "uses", "")
	if x.Result.Withheld != contrast.NotForSituation {
		t.Errorf("a table in which respondents stand twice is tested: %+v", x.Result)
	}
	r := x.Pairs[0].Result
	p := 13.0 / 24
	near(t, "t", r.Statistic, (8.0/12-5.0/12)/math.Sqrt(p*(1-p)*(24.0-12)/144), 1e-12)
	near(t, "df", r.DF1, 16, 0)
	near(t, "difference", r.Difference.Value, 0.25, 1e-12)
	if !r.Difference.Interval || !(r.Difference.Low < 0 && r.Difference.High > 0.25) {
		t.Errorf("interval %+v", r.Difference)
	}
}
