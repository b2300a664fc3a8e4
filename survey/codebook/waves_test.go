package codebook

import (
	"testing"

	"benchmark/survey"

	"github.com/google/go-cmp/cmp"
)

func TestWhatIsSaidOfOtherWavesReachesTheSurvey(t *testing.T) {
	cb := read(t, `
survey: {mode: in-person}
questions:
  - id: use
    column: "Use?"
    kind: single
    same_as: uses-it
    comparable: break
    options:
      - {code: "yes", label: Ja}
      - {code: soon, label: Binnenkort, same_as: [surely, likely]}
`)
	s := apply(t, cb, sheet([]string{"Use?"}, "Ja", "Binnenkort"))
	q := &s.Questions[0]
	if s.Source.Mode != survey.ModeInPerson || q.SameAs != "uses-it" || q.Comparable != survey.ComparableBreak {
		t.Errorf("mode %q, same as %q, comparable %q", s.Source.Mode, q.SameAs, q.Comparable)
	}
	if diff := cmp.Diff([][]string{nil, {"surely", "likely"}}, [][]string{q.Options[0].SameAs, q.Options[1].SameAs}); diff != "" {
		t.Errorf("options (-want +got):\n%s", diff)
	}
}
