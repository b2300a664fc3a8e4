package charts

import (
	"bytes"
	"strings"
	"testing"

	"benchmark/analysis"
	"benchmark/analysis/contrast"
	"benchmark/survey"

	"github.com/google/go-cmp/cmp"
)

// Headlines claim what a test shows and no more.
func TestTitlesOfFigures(t *testing.T) {
	nl, must := dutch(t), mustChart(t)
	c, p, f := comparing(), pairing(), forecasted()
	none, untested := comparing(), comparing()
	for i := range none.Indicators {
		none.Indicators[i].Verdict = verdict(contrast.Undecided)
		untested.Indicators[i].Verdict = analysis.Verdict{}
	}
	flat := forecasted()
	flat.Series[0].Verdict = verdict(contrast.Undecided)
	broke := forecasted()
	broke.Moments[3].Break = true
	s := owners()
	tests := []struct{ got, want string }{
		{must(c.Chart(nl)).Title, "Gemeente Duindorp naast gemeenten van 50.000–99.999 inwoners: hoger bij 1 onderwerp, lager bij 2 onderwerpen"},
		{must(none.Chart(nl)).Title, "Gemeente Duindorp naast gemeenten van 50.000–99.999 inwoners: geen verschil aangetoond"},
		{must(untested.Chart(nl)).Title, "Gemeente Duindorp naast gemeenten van 50.000–99.999 inwoners"},
		{must(p.Chart(nl)).Title, "Gebruik van kanalen: gestegen bij Instagram en WhatsApp en gedaald bij Fax"},
		{must(f.Chart(nl)).Title, "WhatsApp gestegen van 8% (2015) naar 48% (2018); verwacht: 68% (eind 2019)"},
		{must(flat.Chart(nl)).Title, "WhatsApp: 8% (2015) en 48% (2018), geen verschil aangetoond; verwacht: 68% (eind 2019)"},
		{must(broke.Chart(nl)).Title, "WhatsApp: 48% (2018); verwacht: 68% (eind 2019)"},
		{must(s.Chart(language(t, "en"))).Title, "Webcare: 12 organisations went from ‘Communicatie’ to ‘Een mix van beide’"},
		{must(Projection(inventStudy(), nl)).Title, "WhatsApp: nu 48%, 68% als alle plannen doorgaan; live chat: nu 11%, dan 40%"},
	}
	for _, tt := range tests {
		if tt.got != tt.want {
			t.Errorf("title %q, want %q", tt.got, tt.want)
		}
	}
}

// A difference is good or bad by the polarity of its indicator, and has a sign only
// when a test was made.
func TestOutcomes(t *testing.T) {
	nl := dutch(t)
	m := maker{l: nl}
	tests := []struct {
		c    contrast.Conclusion
		p    Polarity
		want Outcome
	}{
		{contrast.Higher, MoreIsBetter, Outcome{Up, Better, "beter"}}, {contrast.Higher, LessIsBetter, Outcome{Up, Worse, "slechter"}},
		{contrast.Lower, MoreIsBetter, Outcome{Down, Worse, "slechter"}}, {contrast.Lower, LessIsBetter, Outcome{Down, Better, "beter"}},
		{contrast.Higher, Neutral, Outcome{Up, NoTone, "hoger"}}, {contrast.Lower, Neutral, Outcome{Down, NoTone, "lager"}},
		{contrast.Undecided, MoreIsBetter, Outcome{Undecided, NoTone, "niet aangetoond"}}, {"", MoreIsBetter, Outcome{}},
	}
	for _, tt := range tests {
		if diff := cmp.Diff(tt.want, m.outcome(verdict(tt.c), tt.p)); diff != "" {
			t.Errorf("%s with polarity %d (-want +got):\n%s", tt.c, tt.p, diff)
		}
	}
}

// An answer in words is never a marker, and a hidden figure has no difference.
func TestAnswersAreWords(t *testing.T) {
	c := comparing()
	chart := mustChart(t)(c.Chart(dutch(t)))
	rows := map[string]Row{}
	for _, r := range chart.Rows {
		rows[r.Label] = r
	}
	if r := rows["WhatsApp"]; !r.Marks[0].absent() || r.Cells[0] != "Ja" || len(r.Cells) != 1 {
		t.Errorf("yes is drawn as %+v with %q", r.Marks[0], r.Cells)
	}
	if r := rows["Tevreden over webcare"]; r.Cells[0] != "niet ingevuld" {
		t.Errorf("no answer is %q", r.Cells)
	}
	if r := rows["Medewerkers getraind"]; r.Marks[1].Words != "groep: verborgen ter bescherming" || len(r.Cells) != 1 || r.Outcome.Direction != NotTested {
		t.Errorf("hidden peers are %+v with %q and %+v", r.Marks[1], r.Cells, r.Outcome)
	}
}

// Hidden numbers are in no file, and a shift that gives one away is refused.
func TestHiddenFiguresOfNewKinds(t *testing.T) {
	nl := dutch(t)
	const secret = 0.873645129
	poison := analysis.Estimate{Status: analysis.HiddenSmall, Value: secret, Low: secret, High: secret, Count: 873645, Base: 873645, Method: analysis.Wilson}
	c, p, f, s := comparing(), pairing(), forecasted(), shiftOf([]string{"A", "B", "C"}, []int{52, 29, 36}, []int{36, 32, 49}, []int{30, -1, -1}, []int{-1, 17, -1}, []int{-1, -1, 32})
	for i := range c.Indicators {
		c.Indicators[i].Peers = poison
	}
	p.Pairs[0].Before, f.Series[0].Figures[1] = poison, poison
	for i := range s.Moves {
		for k := range s.Moves[i] {
			if s.Moves[i][k].Status != analysis.Estimated {
				s.Moves[i][k].Count = 873645
			}
		}
	}
	for _, draw := range []func() (Chart, error){
		func() (Chart, error) { return c.Chart(nl) }, func() (Chart, error) { return p.Chart(nl) },
		func() (Chart, error) { return f.Chart(nl) }, func() (Chart, error) { return s.Chart(nl) },
	} {
		chart := mustChart(t)(draw())
		var b bytes.Buffer
		if err := SVG(&b, chart, Usual()); err != nil {
			t.Fatal(err)
		}
		if err := CSV(&b, chart); err != nil {
			t.Fatal(err)
		}
		for _, trace := range []string{"873645", "873.645", "87%"} {
			if strings.Contains(b.String()+chart.Alt, trace) {
				t.Errorf("%s gives %q away", chart.Kind, trace)
			}
		}
	}
	s = owners()
	s.Moves[0][2] = Move{Status: analysis.HiddenSmall}
	if _, err := s.Chart(nl); err == nil || !strings.Contains(err.Error(), "by subtraction") {
		t.Errorf("one hidden move: %v", err)
	}
}

// A line is broken at a break, at a gap and nowhere else.
func TestLinesAreBroken(t *testing.T) {
	tr := trendOf(years(2013, 6), 100, []int{10, 20, -1, 40, 50, 60})
	tr.Moments[4].Break, tr.Moments[4].Why = true, "andere vraag"
	c := mustChart(t)(tr.Chart(dutch(t)))
	d := Usual()
	s, err := layout(&c, &d)
	if err != nil {
		t.Fatal(err)
	}
	var lines int
	for _, f := range s.shapes {
		if f.form == linesForm && f.stroke == 3 {
			lines++
		}
	}
	if lines != 2 { // 2013–2014 and 2017–2018
		t.Errorf("%d parts of a line, want 2", lines)
	}
	if !strings.Contains(plainText(s), "breuk: andere vraag") {
		t.Errorf("no reason in %q", plainText(s))
	}
}

// Labels that are moved do not touch and keep their order.
func TestRepelled(t *testing.T) {
	at, ok := repelled([]float64{50, 50, 52, 90}, []float64{10, 10, 10, 10}, 0, 100)
	if want := []float64{40 + 2.0/3, 50 + 2.0/3, 60 + 2.0/3, 90}; !ok || cmp.Diff(want, at, approximately()) != "" {
		t.Errorf("%v, want %v", at, want)
	}
	if at, ok := repelled([]float64{2, 99}, []float64{10, 10}, 0, 100); !ok || at[0] != 5 || at[1] != 95 {
		t.Errorf("%v is outside the plot", at)
	}
	if _, ok := repelled([]float64{1, 2}, []float64{60, 60}, 0, 100); ok {
		t.Error("labels that can't fit are placed")
	}
}

func approximately() cmp.Option {
	return cmp.Comparer(func(a, b float64) bool { return a-b < 1e-9 && b-a < 1e-9 })
}

func TestStanding(t *testing.T) {
	s := inventStudy()
	table := s.Table(analysis.AdoptionTopic, "WhatsApp")
	c := mustChart(t)(Standing(s, table, "size", "xl", dutch(t)))
	if c.Title != "Grootteklasse 100.000 of meer naast alle organisaties" || c.Series[0].Label != "Grootteklasse 100.000 of meer (n = 19)" {
		t.Errorf("%q with %q", c.Title, c.Series[0].Label)
	}
	if r := c.Rows[0]; r.Marks[0].Label != "68%" || r.Marks[1].Label != "48%" || r.Cells[0] != "+21" || r.Outcome.Direction != NotTested {
		t.Errorf("%+v", r)
	}
	if !strings.Contains(strings.Join(c.Notes, " "), "niet getoetst") {
		t.Errorf("notes %q", c.Notes)
	}
	if _, err := Standing(s, table, "size", "none", dutch(t)); err == nil {
		t.Error("a group that does not exist is drawn")
	}
}

func TestProjectionIsASum(t *testing.T) {
	s := inventStudy()
	c := mustChart(t)(Projection(s, dutch(t)))
	want := [][]string{{"48%", "11%"}, {"58%", "23%"}, {"68%", "40%"}}
	for i, r := range c.Rows {
		if diff := cmp.Diff(want[i], []string{r.Marks[0].Label, r.Marks[1].Label}); diff != "" || r.Forecast != (i > 0) {
			t.Errorf("step %d, forecast %v: %s", i, r.Forecast, diff)
		}
	}
	table := s.Table(analysis.AdoptionTopic, "WhatsApp")
	table.Cells[table.Meaning(survey.Surely)][0] = hidden(analysis.HiddenSmall)
	if c := mustChart(t)(Projection(s, dutch(t))); len(c.Series) != 1 {
		t.Errorf("a channel with hidden plans is drawn: %+v", c.Series)
	}
}
