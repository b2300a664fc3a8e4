package codebook

import (
	"bytes"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"benchmark/survey"
)

// sampled is a codebook of one question, with a design.
func sampled(t *testing.T, design string) *Codebook {
	t.Helper()
	return read(t, design+`
missing: ["-"]
filters:
  - {column: Telt, in: [ja]}
questions:
  - {id: kind, column: Soort, kind: single, options: [{code: a, label: A}, {code: b, label: B}]}
`)
}

// sampledHeadings are those of the files in these tests.
func sampledHeadings() []string { return []string{"Soort", "Regio", "Weging", "Aantal", "Telt"} }

func TestDesignOfColumns(t *testing.T) {
	f := sheet(sampledHeadings(),
		"A|noord|1,5|1.200|ja",
		"B|zuid|2,25|10|ja",
		"B||x|-|nee", // does not count, so it need not be whole
		"A|zuid|0|1200|ja",
		"A|noord|3|1.200|ja",
	)
	for name, tt := range map[string]struct {
		design string
		want   survey.Design
	}{
		"none": {"", survey.Design{}},
		"weights by heading": {"design: {weights: Weging}", survey.Design{
			Sampled: true, WeightedBy: survey.WeightedByColumn, WeightColumn: "Weging", Weights: []float64{1.5, 2.25, 0, 3},
		}},
		"weights by letter": {`design: {weights: "=C"}`, survey.Design{
			Sampled: true, WeightedBy: survey.WeightedByColumn, WeightColumn: "Weging", Weights: []float64{1.5, 2.25, 0, 3},
		}},
		"strata by id weigh 1": {"design: {strata: [kind]}", survey.Design{
			Sampled: true, Of: []int16{0, 1, 0, 0}, StrataColumns: []string{"A"}, Strata: []survey.Stratum{{Name: "A", Respondents: 3}, {Name: "B", Respondents: 1}},
		}},
		"strata with population": {"design: {strata: [Soort], population: Aantal}", survey.Design{
			Sampled: true, Of: []int16{0, 1, 0, 0},
			StrataColumns: []string{"A"},
			Strata:        []survey.Stratum{{Name: "A", Population: 1200, Respondents: 3}, {Name: "B", Population: 10, Respondents: 1}},
			WeightedBy:    survey.WeightedByPopulation, Weights: []float64{400, 10, 400, 400},
		}},
		"combinations": {"design: {weights: Weging, strata: [Soort, Regio]}", survey.Design{
			Sampled: true, Of: []int16{0, 1, 2, 0},
			StrataColumns: []string{"A", "B"},
			Strata:        []survey.Stratum{{Name: "A, noord", Respondents: 2}, {Name: "B, zuid", Respondents: 1}, {Name: "A, zuid", Respondents: 1}},
			WeightedBy:    survey.WeightedByColumn, WeightColumn: "Weging", Weights: []float64{1.5, 2.25, 0, 3},
		}},
	} {
		s := apply(t, sampled(t, tt.design), f)
		if diff := cmp.Diff(tt.want, s.Design); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

func TestPopulationWithoutStrata(t *testing.T) {
	f := sheet(sampledHeadings(), "A|noord|1|8|ja", "B|zuid|1|8|ja")
	got := apply(t, sampled(t, "design: {population: Aantal}"), f).Design
	want := survey.Design{
		Sampled: true, Of: []int16{0, 0}, Strata: []survey.Stratum{{Population: 8, Respondents: 2}},
		WeightedBy: survey.WeightedByPopulation, Weights: []float64{4, 4},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// A mark before three digits is decimal in weights, unless others show that it is
// not; an exponent is read as well.
func TestNotationOfWeights(t *testing.T) {
	for cells, want := range map[string][]float64{
		"1.250 2.750":      {1.25, 2.75},
		"1,250 2":          {1.25, 2},
		"1.250 0,5":        {1250, 0.5},
		"1e+05 2.5e-1":     {1e5, 0.25},
		"44.2099990844727": {44.2099990844727},
	} {
		var rows []string
		for cell := range strings.FieldsSeq(cells) {
			rows = append(rows, "A||"+cell+"||ja")
		}
		got := apply(t, sampled(t, "design: {weights: Weging}"), sheet(sampledHeadings(), rows...)).Design.Weights
		if diff := cmp.Diff(want, got, cmpopts.EquateApprox(1e-15, 0)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", cells, diff)
		}
	}
}

func TestDesignErrors(t *testing.T) {
	for _, tt := range []struct{ design, rows, want string }{
		{"weights: Weging", "A|n|x|9|ja", "cell C2: the weight is missing or no number"},
		{"weights: Weging", "A|n|1|9|ja;A|n||9|ja", "cell C3: the weight is missing or no number"},
		{"weights: Weging", "A|n|-|9|ja", "cell C2: the weight is missing or no number"},
		{"weights: Weging", "A|n|-1|9|ja", "cell C2: the weight is negative"},
		{"weights: Weging", "A|n|1e-101|9|ja", "cell C2: the weight is 1e-101; one above 0 must be from 1e-100 to 1e+100"},
		{"weights: Weging", "A|n|2e100|9|ja", "cell C2: the weight is 2e+100"},
		{"weights: Weging", "A|n|0|9|ja;A|n|0|9|ja", "column C: the weights add up to 0"},
		{"weights: Wegin", "A|n|1|9|ja", `weights: the file has no column with the heading "Wegin"; the nearest is "Weging"`},
		{`weights: "=A:B"`, "A|n|1|9|ja", "stands over 2 columns"},
		{"strata: [Regio]", "A|n|1|9|ja;A||1|9|ja", "cell B3: the stratum is missing"},
		{"strata: [Regio]", "A|-|1|9|ja", "cell B2: the stratum is missing"},
		{"strata: [Regio], population: Aantal", "A|n|1|9|ja;A|n|1|8|ja", `cell D3: the population is 8, but in row 2 of stratum "n" it is 9`},
		{"strata: [Regio], population: Aantal", "A|n|1|9|ja;A|n|1|y|ja", "cell D3: this is no whole number"},
		{"strata: [Regio], population: Aantal", "A|n|1|0|ja", "cell D2: this is no whole number from 1"},
		{"strata: [Regio], population: Aantal", "A|n|1|2,5|ja", "cell D2: this is no whole number"},
		{"strata: [Regio], population: Aantal", "A|n|1|1|ja;A|n|1|1|ja", `cell D2: stratum "n" has 2 respondents, more than the population of 1`},
		{"population: Aantal", "A|n|1|9|ja;A|n|1|8|ja", "cell D3: the population is 8, but in row 2 of the file it is 9"},
	} {
		_, err := sampled(t, "design: {"+tt.design+"}").Apply(sheet(sampledHeadings(), strings.Split(tt.rows, ";")...))
		if err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s with %s: %v; want an error with %q", tt.design, tt.rows, err, tt.want)
		}
	}
}

func TestDesignIsReadStrictlyAndWrittenBack(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"design: {weight: w}", `do you mean "weights"?`},
		{"design: {strata: w}", "must be a list"},
		{`design: {weights: ""}`, "weights names no column"},
		{`design: {population: "=1"}`, "is no column"},
		{"design: {strata: [a, b, a]}", `the column "a" is named twice`},
		{"weighting: frames", `weighting has no word "frames"`},
		{"design: {weights: w}\nweighting: frame", "weights come from the columns of design or from the frame"},
	} {
		_, err := Read("cb.yaml", []byte(tt.text+routed))
		if err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: %v; want an error with %q", tt.text, err, tt.want)
		}
	}
	for _, text := range []string{`design: {weights: pw, strata: [stype, "=AB"], population: fpc}`, "weighting: frame"} {
		cb := read(t, text+routed)
		var out bytes.Buffer
		if err := Write(&out, cb, true); err != nil {
			t.Fatal(err)
		}
		again := read(t, out.String())
		if cb.Design.Empty() == (cb.Weighting == "") || !cmp.Equal(cb.Design, again.Design) || cb.Weighting != again.Weighting {
			t.Errorf("%s: read as %+v, %q and after writing as %+v, %q", text, cb.Design, cb.Weighting, again.Design, again.Weighting)
		}
	}
}

// That weights are not used is told of those that are not used alone.
func TestUsedWeightsAreNotToldAsUnused(t *testing.T) {
	f := sheet([]string{"Kleur", "weegfactor", "pspwght"}, mixed(20, "rood|1,25|0,5", "blauw|0,75|1,5", "rood|1,1|1")...)
	written := func() *Codebook {
		var out bytes.Buffer
		if err := Write(&out, Infer(f), false); err != nil {
			t.Fatal(err)
		}
		return read(t, out.String())
	}
	for name, cb := range map[string]*Codebook{"proposed": Infer(f), "kept": written()} {
		if got := issues(apply(t, cb, f), survey.IssueUnweighted); len(got) != 1 || len(got[0].Args) != 2 {
			t.Errorf("%s, no weights: %v", name, got)
		}
		cb.Design.Weights = "weegfactor"
		s := apply(t, cb, f)
		if got := issues(s, survey.IssueUnweighted); len(got) != 1 || !cmp.Equal(got[0].Args, []string{"C"}) {
			t.Errorf("%s, one of two: %v", name, got)
		}
		if s.Design.Weights[0] != 1.25 || math.IsNaN(s.Design.Weights[19]) {
			t.Errorf("%s: weights %v", name, s.Design.Weights)
		}
	}
	one := sheet([]string{"Kleur", "weegfactor"}, mixed(20, "rood|1,25", "blauw|0,75")...)
	cb := Infer(one)
	cb.Design.Weights = "weegfactor"
	if got := issues(apply(t, cb, one), survey.IssueUnweighted); len(got) != 0 {
		t.Errorf("the only one: %v", got)
	}
}

// TestManyStrata holds that of many respondents each is in the stratum that its cells tell, also
// where some are left out.
func TestManyStrata(t *testing.T) {
	const n = 2*chunk + 77
	for _, filter := range []string{"", "filters: [{column: in, in: [x]}]\n"} {
		rows := make([]string, n, n+1)
		for r := range rows {
			rows[r] = fmt.Sprintf("x|%d|%d|ja", r*r%7, r*r*r%11)
		}
		s := apply(t, read(t, filter+`
design: {strata: [A, B]}
ignore: [in, A, B]
respondent: {include: all}
questions:
  - {id: q, column: Q, kind: single, options: [{code: j, label: ja}]}
`), sheet([]string{"in", "A", "B", "Q"}, slices.Insert(rows, chunk+5, "y|0|0|ja")...))
		if filter == "" {
			s.Design.Of = slices.Delete(s.Design.Of, chunk+5, chunk+6)
		}
		for r, h := range s.Design.Of {
			if got, want := s.Design.Strata[h].Name, fmt.Sprintf("%d, %d", r*r%7, r*r*r%11); got != want {
				t.Fatalf("%q: respondent %d is in stratum %s, want %s", filter, r, got, want)
			}
		}
	}
}
