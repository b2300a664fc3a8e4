package reports

import (
	"math"
	"slices"
	"strings"
	"testing"

	"benchmark/analysis"
	"benchmark/charts"
	"benchmark/reports/ooxml"
	"benchmark/survey/locale"
)

// officeIn is what lays out an empty report in a language.
func officeIn(t *testing.T, language string) *office {
	t.Helper()
	l, err := locale.For(language)
	if err != nil {
		t.Fatal(err)
	}
	return newOffice(&Report{}, l, charts.Default())
}

// An organisation beside others is bars with their margins, with its own answer, the
// sign of what a difference means and the words for what is hidden in the names.
func TestOwnAnswerBesideBars(t *testing.T) {
	o := officeIn(t, "nl")
	shown := func(x float64) charts.Mark {
		return charts.Mark{Value: x, Low: x - 0.1, High: x + 0.2, Interval: true, Label: o.l.Percent(x, 0)}
	}
	own := charts.Mark{Words: "ja", Status: analysis.Estimated}
	versus := o.l.ChartVersus()
	c := charts.Chart{
		Kind: charts.Benchmark, Alt: versus.BenchmarkKind + ": Titel met stippen", Columns: []charts.Column{{Heading: versus.Own(false), Strong: true}},
		Series: []charts.Series{{Label: "U", Role: charts.Own}, {Label: "Andere", Role: charts.Peers}, {Label: "Alle", Role: charts.Everyone}},
		Notes:  []string{versus.ThinLines("95"), versus.OpenMarks("10")},
		Rows: []charts.Row{
			{Label: "Gebruik", Heading: true},
			{Label: "WhatsApp", Status: analysis.Estimated, Marks: []charts.Mark{own, shown(0.5), shown(0.4)}, Cells: []string{"ja"}, Outcome: charts.Outcome{Direction: charts.Up}},
			{Label: "Chat", Status: analysis.Estimated, Cells: []string{"nee"}, Marks: []charts.Mark{own, {Words: "groep: verborgen", Status: analysis.HiddenOthers}, shown(0.1)}},
			{Label: "Bot", Status: analysis.HiddenSmall, Words: "te weinig antwoorden", Cells: []string{"nee"}},
		},
	}
	p := o.plot(&c, c.Rows)
	if want := []string{"GEBRUIK", "WhatsApp – u: ja ▲", "Chat – u: nee; groep: verborgen", "Bot – u: nee: te weinig antwoorden"}; !slices.Equal(p.Categories, want) {
		t.Errorf("the rows are %q, not %q", p.Categories, want)
	}
	if len(p.Series) != 2 || p.Series[0].Name != "Andere" || p.Series[0].Values[1] != 0.5 || math.Abs(p.Series[0].Plus[1]-0.2) > 1e-9 || !math.IsNaN(p.Series[0].Values[2]) || !math.IsNaN(p.Series[1].Values[3]) {
		t.Errorf("the series are %+v", p.Series)
	}
	if p.Alt != "Staven naast elkaar, met het verschil: Titel met stippen" {
		t.Errorf("the text alternative is %q", p.Alt)
	}
	if got, want := o.remarks(&c), []string{"Donkere lijnen: 95%-betrouwbaarheidsinterval.", "* Minder dan 10 antwoorden, alleen indicatief."}; !slices.Equal(got, want) {
		t.Errorf("the remarks are %q, not %q", got, want)
	}
}

// Two figures beside each other have their difference in the name of the row.
func TestDifferenceInTheName(t *testing.T) {
	o := officeIn(t, "en")
	row := func(cell string, d charts.Direction) charts.Row {
		return charts.Row{Label: "x", Status: analysis.Estimated, Marks: []charts.Mark{{Value: 0.1, Label: "10%"}, {Value: 0.2, Label: "20%"}}, Cells: []string{cell}, Outcome: charts.Outcome{Direction: d}}
	}
	c := charts.Chart{Kind: charts.Dumbbell, Series: make([]charts.Series, 2), Columns: []charts.Column{{Heading: o.l.ChartVersus().Difference}}, Rows: []charts.Row{
		row("+10", charts.Up), row("−3", charts.Undecided), row("0.0", charts.NotTested), row("0", charts.Undecided),
	}}
	if got, want := o.plot(&c, c.Rows).Categories, []string{"x: ▲ +10", "x: = −3", "x", "x: = 0"}; !slices.Equal(got, want) {
		t.Errorf("the rows are %q, not %q", got, want)
	}
	c.Columns[0].Heading = "wait"
	if got := o.plot(&c, c.Rows).Categories[0]; got != "x (wait +10) ▲" {
		t.Errorf("the row is %q", got)
	}
	c.Columns = []charts.Column{{Heading: "you: then and now", Strong: true}, {Heading: o.l.ChartVersus().Difference}}
	c.Rows[0].Cells = []string{"no → yes", "+10"}
	if got := o.plot(&c, c.Rows[:1]).Categories[0]; got != "x – you: no → yes: ▲ +10" {
		t.Errorf("the row with own answers is %q", got)
	}
}

// The parts of a chart have all its rows, no more than fit, and no heading at their foot.
func TestPartsOfCharts(t *testing.T) {
	for _, groups := range [][]int{{8, 1, 1, 6, 1, 1}, {30}, {1, 25, 3}, {2, 2, 2}, {6, 16}, {9, 9}} {
		for _, kind := range []charts.Kind{charts.Benchmark, charts.Intervals} {
			c := charts.Chart{Kind: kind}
			for _, n := range groups {
				c.Rows = append(c.Rows, charts.Row{Heading: true, Label: "h"})
				for range n {
					c.Rows = append(c.Rows, charts.Row{Label: strings.Repeat("r", len(c.Rows))})
				}
			}
			var rows []string
			for _, part := range parted(&c, 10) {
				if len(part) > 11 || part[len(part)-1].Heading || !part[0].Heading {
					t.Errorf("%v of %v: a part of %d rows, from %q to %q", groups, kind, len(part), part[0].Label, part[len(part)-1].Label)
				}
				for _, r := range part {
					if !r.Heading {
						rows = append(rows, r.Label)
					}
				}
			}
			want := slices.DeleteFunc(slices.Clone(c.Rows), func(r charts.Row) bool { return r.Heading })
			if len(rows) != len(want) || !slices.IsSorted(rows) {
				t.Errorf("%v of %v: %d rows, not %d", groups, kind, len(rows), len(want))
			}
		}
	}
}

// How a number is spread is boxes: bars to the quartiles, of which the first is clear.
func TestBoxesOfNumbers(t *testing.T) {
	o := officeIn(t, "nl")
	spread := &charts.Spread{Q1: 1, Q3: 4, From: 0.5, To: 9, HasWhiskers: true, Mean: 3.24, HasMean: true}
	c := charts.Chart{Kind: charts.Distribution, Maximum: 10, Rows: []charts.Row{
		{Label: "Alle", Status: analysis.Estimated, N: 56, Marks: []charts.Mark{{Value: 2, Label: "2", Spread: spread}}},
		{Label: "Klein", Status: analysis.HiddenSmall, Words: "te weinig antwoorden"},
	}}
	if !native(&c) {
		t.Fatal("it is a picture")
	}
	p := o.plot(&c, c.Rows)
	if want := []string{"Alle: mediaan 2, gemiddelde 3,2 (n = 56)", "Klein: te weinig antwoorden"}; !slices.Equal(p.Categories, want) {
		t.Errorf("the rows are %q, not %q", p.Categories, want)
	}
	first := []float64{p.Series[2].Values[0], p.Series[2].Minus[0], p.Series[1].Values[0], p.Series[0].Values[0], p.Series[0].Plus[0]}
	if want := []float64{1, 0.5, 2, 4, 5}; !slices.Equal(first, want) || p.Form != ooxml.Boxes || !p.Series[2].Clear || !math.IsNaN(p.Series[2].Values[1]) {
		t.Errorf("the box is %v, not %v: %+v", first, want, p)
	}
	spread.Outliers = []float64{30}
	if native(&c) {
		t.Error("answers beyond the whiskers are left out")
	}
}

// A heading under which every group is hidden is left out of a chart, and a note says so.
func TestHiddenHeadingsAreLeftOut(t *testing.T) {
	o := officeIn(t, "nl")
	hidden := charts.Row{Label: "GGD", Status: analysis.HiddenSmall, Words: "te weinig antwoorden"}
	shown := charts.Row{Label: "Alle", Status: analysis.Estimated, Marks: []charts.Mark{{Value: 1, Label: "100%"}}}
	c := charts.Chart{Kind: charts.Stacked, Series: make([]charts.Series, 1), Rows: []charts.Row{
		shown, {Label: "Soort", Heading: true}, hidden, hidden, {Label: "Grootte", Heading: true}, hidden, shown,
	}}
	some := o.withoutHidden(&c)
	if got := o.plot(some, some.Rows).Categories; !slices.Equal(got, []string{"Alle", "GROOTTE", "GGD: te weinig antwoorden", "Alle"}) {
		t.Errorf("the rows are %q", got)
	}
	if !slices.Equal(o.remarks(some), []string{o.l.ChartNotDrawnBy([]string{"soort"})}) || len(c.Notes) > 0 {
		t.Errorf("the remarks are %q", o.remarks(some))
	}
	if c.Rows = []charts.Row{hidden}; native(&c) {
		t.Error("a chart without any bar is a chart of Office")
	}
}
