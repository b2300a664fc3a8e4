package frame

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"benchmark/survey"
)

const twoTypes = `type,size,population
a,small,12
a,large,6
b,,5
c,,4
`

func TestWeighted(t *testing.T) {
	s := organisations(
		[]string{"a", "a", "a", "b", "d", "", "a", "c"},
		[]string{"small", "large", "small", "", "", "large", "", ""},
	)
	s.Columns[0].Leave(7, survey.Blank) // nobody of c answered
	s.Source.Frame = "frame.csv"
	s.Design, _ = mustRead(t, twoTypes).Design(s)
	d, issues, err := Weighted(s)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]float64{6, 6, 6, 5, 0, 0, 0, 0}, d.Weights); diff != "" {
		t.Errorf("weights (-want +got):\n%s", diff)
	}
	if !d.Sampled || d.WeightedBy != survey.WeightedByFrame || s.Design.Sampled || s.Design.Weights != nil {
		t.Errorf("sampled %v by %q; that of the survey %v", d.Sampled, d.WeightedBy, s.Design.Sampled)
	}
	want := []brief{
		{survey.Warning, survey.IssueNoPopulation, []string{"4", "The d"}, "type", 0},
		{survey.Warning, survey.IssueEmptyStratum, []string{"4", "The c"}, "type", 0},
	}
	if diff := cmp.Diff(want, briefly(issues)); diff != "" {
		t.Errorf("issues (-want +got):\n%s", diff)
	}
}

func TestWeightedNeedsAPopulation(t *testing.T) {
	for name, types := range map[string][]string{"no frame": nil, "of nobody": {"d"}} {
		s := organisations(types, make([]string, len(types)))
		if types != nil {
			s.Design, _ = mustRead(t, "type,population\nd,0001\n").Design(s)
			s.Design.Of[0] = -1
		}
		if _, _, err := Weighted(s); err == nil || !strings.Contains(err.Error(), "--frame") {
			t.Errorf("%s: %v; want an error that names --frame", name, err)
		}
	}
}
