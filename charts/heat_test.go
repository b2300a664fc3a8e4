package charts

import (
	"bytes"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"

	"benchmark/analysis"
	"benchmark/survey"
	"benchmark/survey/locale"

	"pgregory.net/rapid"
)

// hundredths prints a share as a whole percentage.
func hundredths(v float64) string { return strconv.Itoa(int(math.Round(100*v))) + "%" }

// heatOf returns a table of cells: row r and column c have the value at r*columns+c.
func heatOf(rows, columns int, label, heading string, value func(i int) float64) Chart {
	c := Chart{Kind: Heat, Name: "heat", Language: "nl", Title: "Titel", Subtitle: "Ondertitel", Source: "Bron.", Columns: []Column{{Heading: "n"}}}
	m := maker{l: anyLocale()}
	c.Ticks = m.classes()
	for i := range columns {
		c.Series = append(c.Series, Series{Key: strconv.Itoa(i), Label: fmt.Sprintf(heading, i)})
	}
	for r := range rows {
		row := Row{Label: fmt.Sprintf(label, r), Status: analysis.Estimated, N: 12, Emphasis: r == 0, Tentative: r%4 == 3, Cells: []string{"1.234"}}
		for i := range columns {
			v := value(r*columns + i)
			row.Marks = append(row.Marks, Mark{Value: v, Label: hundredths(v), Status: analysis.Estimated})
		}
		c.Rows = append(c.Rows, row)
	}
	return c
}

// anyLocale is the locale of charts that are made without a test at hand.
func anyLocale() *locale.Locale {
	l, err := locale.For("nl")
	if err != nil {
		panic(err)
	}
	return l
}

// covered hides every cell of a chart for which hide says so.
func covered(c Chart, words string, status analysis.Status, hide func(r, i int) bool) Chart {
	for r := range c.Rows {
		for i := range c.Rows[r].Marks {
			if hide(r, i) {
				c.Rows[r].Marks[i] = Mark{Words: words, Status: status}
			}
		}
	}
	return c
}

// spreadsOf returns a chart of a number, a row for each median.
func spreadsOf(label string, change func(i int, s *Spread), medians ...float64) Chart {
	c := Chart{Kind: Distribution, Name: "spread", Language: "nl", Title: "Titel", Subtitle: "Ondertitel", Source: "Bron.",
		Columns: []Column{{Heading: "mediaan", Strong: true}, {Heading: "middelste helft"}, {Heading: "n"}},
		Symbols: []Symbol{{BoxSign, "Middelste helft van de antwoorden"}, {MedianSign, "Mediaan"}, {MeanSign, "Gemiddelde"},
			{WhiskerSign, "Andere antwoorden"}, {OutlierSign, "Ver van de rest"}, {PointSign, "Eén antwoord"}}}
	m := maker{l: anyLocale()}
	for i, v := range medians {
		s := &Spread{Q1: v * 0.6, Q3: v * 1.5, From: v * 0.1, To: v * 2, Mean: v * 1.2, HasMean: true}
		if change != nil {
			change(i, s)
		}
		c.Rows = append(c.Rows, Row{Label: fmt.Sprintf(label, i), Status: analysis.Estimated, N: 12, Emphasis: i == 0, Tentative: i%3 == 2,
			Marks: []Mark{{Value: v, Label: m.l.ChartAmount(v), Spread: s}}, Cells: []string{m.l.ChartAmount(v), m.l.ChartAmounts(s.Q1, s.Q3), "1.234"}})
	}
	m.spreadAxis(&c)
	return c
}

// withPoints gives a spread whiskers and n answers, of which the last is far off.
func withPoints(n int) func(int, *Spread) {
	return func(_ int, s *Spread) {
		s.HasWhiskers = true
		for i := range n {
			s.Points = append(s.Points, s.From+(s.To-s.From)*float64(i/3)/float64(n))
		}
		far := s.To + 3*(s.Q3-s.Q1) + 1
		s.Points, s.Outliers = append(s.Points, far), []float64{far}
	}
}

// cloudOf returns a chart of words with their counts.
func cloudOf(word string, counts ...int) Chart {
	c := Chart{Kind: Cloud, Name: "cloud", Language: "nl", Title: "Titel", Subtitle: "Ondertitel", Source: "Bron.", Omitted: "Kleine woorden niet."}
	for i, n := range counts {
		c.Maximum = max(c.Maximum, float64(n))
		c.Rows = append(c.Rows, Row{Label: fmt.Sprintf(word, i), Status: analysis.Estimated, N: 74, Marks: []Mark{{Value: float64(n), Label: strconv.Itoa(n)}}})
	}
	return c
}

// emptyOf returns a chart without figures.
func emptyOf(reason string) Chart {
	return Chart{Kind: Stacked, Name: "empty", Language: "nl", Title: "Titel", Subtitle: "Ondertitel", Source: "Bron.", Empty: reason}
}

// tableTrials are charts of cells, numbers and words at the edges of what can be
// drawn, and those of a study.
func tableTrials(t testing.TB) map[string]Chart {
	shares := func(i int) float64 { return float64(i%21) / 20 }
	headed := heatOf(9, 7, "Groep %d", "Kanaal %d", shares)
	headed.Rows[4] = Row{Label: "Grootteklasse", Heading: true}
	all := map[string]Chart{
		"heat, 1 cell":             heatOf(1, 1, "Rij %d", "Kolom %d", shares),
		"heat, 11 by 8":            heatOf(11, 8, "Veiligheidsregio’s ÉÏ ĳ gy %d", "WhatsApp %d", shares),
		"heat, 30 by 3":            heatOf(30, 3, "Gemeente %d", "Kolom %d", shares),
		"heat, 3 by 30":            heatOf(3, 30, "Rij %d", "K %d", shares),
		"heat, long labels":        heatOf(5, 5, longLabel+" %d", "Gebrek aan capaciteit bij medewerkers %d", shares),
		"heat, a heading too wide": heatOf(3, 12, "Rij %d", "Arbeidsvoorwaardenonderhandelingen%d", shares),
		"heat, a heading between":  headed,
		"heat, some hidden":        covered(heatOf(8, 7, "Rij %d", "Kolom %d", shares), "n < 5", analysis.HiddenSmall, func(r, i int) bool { return (r+i)%3 == 0 }),
		"heat, all hidden":         covered(heatOf(4, 4, "Rij %d", "Kolom %d", shares), "verborgen", analysis.HiddenOthers, func(int, int) bool { return true }),
		"heat, nobody answered":    covered(heatOf(4, 4, "Rij %d", "Kolom %d", shares), "–", analysis.NoAnswers, func(r, _ int) bool { return r > 0 }),
		"spread, 1 row":            spreadsOf("Rij %d", nil, 2),
		"spread, 30 rows":          spreadsOf("Gemeente ĳ %d", nil, spreadValues(30)...),
		"spread, zero":             spreadsOf("Rij %d", nil, 0, 0),
		"spread, all one value": spreadsOf("Rij %d", func(_ int, s *Spread) {
			*s = Spread{Q1: 4, Q3: 4, From: 4, To: 4, HasWhiskers: true, Points: []float64{4, 4, 4, 4, 4, 4}}
		}, 4),
		"spread, huge":              spreadsOf("Rij %d", withPoints(40), 1.2e9, 3.4e11, 7),
		"spread, tiny":              spreadsOf("Rij %d", nil, 0.002, 0.0041),
		"spread, negative":          spreadsOf("Rij %d", func(_ int, s *Spread) { s.Q1, s.From, s.HasWhiskers = -12, -40, true }, 3, 5),
		"spread, far from zero":     spreadsOf("Rij %d", func(i int, s *Spread) { v := 2018 + float64(i); *s = Spread{Q1: v - 1, Q3: v + 1} }, 2018, 2019),
		"spread, points":            spreadsOf("Rij %d", withPoints(117), 2, 3, 9),
		"spread, points, 12 rows":   spreadsOf("Rij %d", withPoints(20), 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12),
		"spread, single answers":    spreadsOf("Rij %d", func(_ int, s *Spread) { s.Single, s.Points = true, []float64{1, 2} }, 1.5, 1.5),
		"spread, long labels":       spreadsOf(longLabel+" %d", withPoints(9), 3, 4, 5),
		"spread, hidden":            hide(spreadsOf("Rij %d", nil, 3, 4, 5), analysis.HiddenSmall, "te weinig antwoorden", 1, 2),
		"cloud, 1 word":             cloudOf("snel", 24),
		"cloud, 15 words":           cloudOf("klantvriendelĳk%d", 24, 20, 14, 10, 9, 7, 5, 5, 4, 4, 4, 3, 3, 3, 3),
		"cloud, equal":              cloudOf("efficiënt%d", 3, 3, 3, 3, 3, 3, 3, 3),
		"cloud, 9000 and 3":         cloudOf("vraag%d", 9000, 40, 3, 3),
		"cloud, one very long word": cloudOf(strings.Repeat("hottentotten", 4)+"%d", 9, 3),
		"empty":                     emptyOf("Minder dan 5 organisaties gaven antwoord. Hun cijfers staan hier niet."),
		"empty, long":               emptyOf(longLabel + ". " + longLabel + "."),
	}
	for _, tag := range []string{"nl", "en"} {
		s := tableStudy()
		for i := range s.Tables {
			for _, kind := range Fitting(s, &s.Tables[i], language(t, tag)) {
				if kind != Heat && kind != Distribution && kind != Cloud {
					continue
				}
				c, err := Of(s, &s.Tables[i], kind, language(t, tag))
				if err != nil {
					t.Fatal(err)
				}
				all[tag+" "+c.Name+" as "+kind.String()] = c
			}
		}
	}
	return all
}

// tableStudy is the invented study with the use of channels and two numbers: one
// of which single answers may be shown, and one of which they may not.
func tableStudy() *analysis.Study {
	s := inventStudy()
	groups, bases := bodies()
	channels := invent(s, analysis.Channels, survey.Question{ID: "channels", Kind: survey.Multiple, Role: survey.Presence}, groups, bases, 0, []answer{
		{code: "twitter", label: "Twitter", counts: []int{114, 89, 8, 5, 2, 2, 8, 14, 30, 26, 19}},
		{code: "instagram", label: "Instagram", counts: []int{64, 51, 2, 2, 1, 2, 6, 9, 15, 17, 10}},
		{code: "whatsapp", label: "WhatsApp", counts: []int{56, 48, 3, 2, 1, 0, 2, 5, 15, 15, 13}},
		{code: "live-chat", label: "Live chat", counts: []int{13, 12, 0, 0, 0, 0, 1, 1, 3, 3, 5}},
		{code: "other", label: "Anders", other: true, counts: []int{100, 90, 0, 0, 0, 1, 1, 2, 3, 1, 0}},
	})
	channels.Question, channels.Text, channels.Title = "", "", ""
	number := func(id string, topic analysis.Topic, status analysis.Status, spreads []analysis.Spread) {
		s.Survey.Questions = append(s.Survey.Questions, survey.Question{ID: id, Kind: survey.Number, Role: survey.Volume, Channel: "WhatsApp"})
		t := analysis.Table{ID: id, Topic: topic, Channel: "WhatsApp", Question: id, Text: "Hoeveel vragen per uur krijgt u?", Unit: "vragen per uur",
			Base: analysis.Base{Kind: analysis.BaseRouted}, Account: analysis.Account{Respondents: 117, Base: 56}, Groups: append(groups[:1:1], groups[7:]...), Spreads: spreads}
		for _, row := range []struct {
			key     string
			measure analysis.Measure
			values  []float64
		}{
			{analysis.KeyMean, analysis.Mean, []float64{3.22, 1.1, 2.13, 1.7, 8}}, {analysis.KeyMedian, analysis.Median, []float64{2, 1, 2, 1, 9}},
			{analysis.KeyLower, analysis.LowerQuartile, []float64{1, 1, 1, 0.5, 5}}, {analysis.KeyUpper, analysis.UpperQuartile, []float64{4, 1, 2.5, 2.5, 10}},
		} {
			t.Rows = append(t.Rows, analysis.Row{Key: row.key, Measure: row.measure})
			var cells []analysis.Estimate
			for g, v := range row.values {
				cells = append(cells, analysis.Estimate{Status: analysis.Estimated, Value: v, Base: []int{56, 5, 15, 15, 13}[g]})
			}
			if status != analysis.Estimated {
				cells[1] = analysis.Estimate{Status: status}
			}
			t.Cells = append(t.Cells, cells)
		}
		s.Tables = append(s.Tables, t)
	}
	number("volume", analysis.Volume, analysis.HiddenSmall, nil)
	number("open-volume", analysis.OtherQuestion, analysis.Estimated, []analysis.Spread{
		{From: 0.5, To: 8, Outliers: []float64{9, 15}, Points: []float64{0.5, 1, 1, 2, 2, 4, 8, 9, 15}}, {From: 1, To: 1, Points: []float64{1, 1, 1, 1, 1.5}},
		{From: 1, To: 4, Points: []float64{1, 2, 2.5, 4}}, {From: 0.5, To: 2.5, Points: []float64{0.5, 1, 2.5}}, {From: 2, To: 15, Points: []float64{2, 5, 9, 10, 15}},
	})
	return s
}

// drawings returns every page, with and without texts.
func drawings() []Drawing {
	var all []Drawing
	for _, size := range Sizes() {
		for _, bare := range []bool{false, true} {
			d := Usual()
			d.Size, d.Bare = size, bare
			all = append(all, d)
		}
	}
	return all
}

// refusable are the trials that a page of fixed height may refuse.
func refusable(name string, d *Drawing) bool {
	return d.Size.Height > 0 && (slices.Contains([]string{
		"heat, 3 by 30", "heat, a heading too wide", "heat, 30 by 3", "spread, 30 rows", "heat, long labels", "heat, 11 by 8",
	}, name) && d.Size.Name == "square")
}

func TestTablesKeepTheRules(t *testing.T) {
	for name, c := range tableTrials(t) {
		t.Run(name, func(t *testing.T) {
			for _, d := range drawings() {
				s, err := layout(&c, &d)
				if err != nil {
					if !refusable(name, &d) {
						t.Errorf("%s, bare %t: %v", d.Size.Name, d.Bare, err)
					}
					continue
				}
				for _, f := range append(s.faults(), falseTables(s, &c, d.Bare)...) {
					t.Errorf("%s, bare %t: %s", d.Size.Name, d.Bare, f)
				}
			}
		})
	}
}

// Any table of cells, numbers or words is laid out by the rules on any page, or
// refused.
func TestAnyTableKeepsTheRules(t *testing.T) {
	word := rapid.StringMatching(`[A-Za-zéëïöĳ0-9’(),-]{1,18}`)
	text := rapid.Custom(func(t *rapid.T) string {
		return strings.Join(rapid.SliceOfN(word, 1, 7).Draw(t, "words"), " ")
	})
	pages := drawings()
	rapid.Check(t, func(t *rapid.T) {
		rows := rapid.IntRange(1, 14).Draw(t, "rows")
		var c Chart
		switch rapid.SampledFrom([]Kind{Heat, Distribution, Cloud}).Draw(t, "kind") {
		case Heat:
			columns := rapid.IntRange(1, 9).Draw(t, "columns")
			values := rapid.SliceOfN(rapid.IntRange(0, 100), rows*columns, rows*columns).Draw(t, "values")
			c = heatOf(rows, columns, "%d", "%d", func(i int) float64 { return float64(values[i]) / 100 })
			c = covered(c, "n < 5", analysis.HiddenSmall, func(r, i int) bool { return values[r*columns+i]%7 == 3 })
			for i := range c.Series {
				c.Series[i].Label = text.Draw(t, "heading")
			}
		case Distribution:
			values := rapid.SliceOfN(rapid.Float64Range(0, 5000), rows, rows).Draw(t, "values")
			c = spreadsOf("%d", withPoints(rapid.IntRange(0, 60).Draw(t, "points")), values...)
		default:
			c = cloudOf("woord%d", rapid.SliceOfN(rapid.IntRange(3, 400), rows, rows).Draw(t, "counts")...)
		}
		for i := range c.Rows {
			if c.Kind != Cloud {
				c.Rows[i].Label = text.Draw(t, "label")
			} else {
				c.Rows[i].Label = word.Draw(t, "word") + strconv.Itoa(i)
			}
		}
		d := rapid.SampledFrom(pages).Draw(t, "page")
		s, err := layout(&c, &d)
		if err != nil {
			return
		}
		if faults := append(s.faults(), falseTables(s, &c, d.Bare)...); len(faults) > 0 {
			t.Fatal(strings.Join(faults, "\n"))
		}
	})
}

func TestGoldenTables(t *testing.T) {
	s := tableStudy()
	for _, tt := range []struct {
		topic analysis.Topic
		kind  Kind
	}{{analysis.Channels, Heat}, {analysis.Volume, Distribution}, {analysis.Words, Cloud}} {
		c, err := Of(s, s.Table(tt.topic, ""), tt.kind, dutch(t))
		if err != nil {
			t.Fatal(err)
		}
		var drawn, figures bytes.Buffer
		if err := SVG(&drawn, c, Usual()); err != nil {
			t.Fatal(err)
		}
		if err := CSV(&figures, c); err != nil {
			t.Fatal(err)
		}
		golden(t, c.Name+"-"+tt.kind.String()+".svg", drawn.Bytes())
		golden(t, c.Name+"-"+tt.kind.String()+".csv", figures.Bytes())
	}
}
