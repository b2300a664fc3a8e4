package charts

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"benchmark/analysis"
)

// A breakdown of which no group has a bar is left out of stacked bars; one with a bar
// stays whole.
func TestBreakdownWithoutBarsIsNotDrawn(t *testing.T) {
	bar := func(label string) Row { return Row{Label: label, Status: analysis.Estimated} }
	hidden := func(label string) Row {
		return Row{Label: label, Status: analysis.HiddenSmall, Words: "te weinig antwoorden"}
	}
	c := Chart{Rows: []Row{
		bar("Alle organisaties"),
		{Label: "Type organisatie", Heading: true}, hidden("Gemeenten"), hidden("Provincies"),
		{Label: "Grootteklasse", Heading: true}, hidden("Tot 20.000"), bar("100.000 en meer"),
	}}
	m := newMaker(tableStudy(), dutch(t))
	left := m.withoutHidden(&c)
	if diff := cmp.Diff([]string{"type organisatie"}, left); diff != "" {
		t.Errorf("left out (-want +got):\n%s", diff)
	}
	var labels []string
	for i := range c.Rows {
		labels = append(labels, c.Rows[i].Label)
	}
	if diff := cmp.Diff([]string{"Alle organisaties", "Grootteklasse", "Tot 20.000", "100.000 en meer"}, labels); diff != "" {
		t.Errorf("rows (-want +got):\n%s", diff)
	}
}
