package charts

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"testing"

	"benchmark/analysis"

	"pgregory.net/rapid"
)

const longLabel = "Arbeidsvoorwaardenonderhandelingen over avondopenstelling van het klantcontactcentrum en de bereikbaarheid"

// stackedOf returns a stacked chart of rows with the same shares.
func stackedOf(rows int, label string, shares ...float64) Chart {
	c := Chart{Kind: Stacked, Name: "stacked", Language: "nl", Title: "Titel", Subtitle: "Ondertitel", Source: "Bron.", Omitted: "Kleine vlakken zonder getal."}
	for i := range shares {
		c.Series = append(c.Series, Series{Key: strconv.Itoa(i), Label: fmt.Sprintf("Antwoord %d", i), Role: ScaleLowest + Role(i%5)})
	}
	for i := range rows {
		r := Row{Label: fmt.Sprintf(label, i), Status: analysis.Estimated, N: 12, Emphasis: i == 0, Tentative: i%4 == 3}
		for s, whole := range wholePercentages(shares, -1) {
			r.Marks = append(r.Marks, Mark{Value: shares[s], Label: strconv.Itoa(whole) + "%"})
		}
		c.Rows = append(c.Rows, r)
	}
	return c
}

// dotsOf returns a chart of dots, a row for each value.
func dotsOf(kind Kind, label string, values ...float64) Chart {
	c := Chart{Kind: kind, Name: "dots", Language: "nl", Title: "Titel", Subtitle: "Ondertitel", Source: "Bron.",
		Columns: []Column{{Heading: "aandeel", Strong: true}, {Heading: "interval"}, {Heading: "n"}}, Reference: &Reference{0.5}}
	for i, v := range values {
		r := Row{Label: fmt.Sprintf(label, i), Status: analysis.Estimated, N: 12, Emphasis: i == 0, Tentative: i%3 == 2}
		r.Marks = []Mark{{Value: v, Low: v * 0.8, High: v + (1-v)*0.3, Interval: true, Label: strconv.Itoa(int(100*v)) + "%"}}
		r.Cells = []string{r.Marks[0].Label, "100–100%", "1.234"}
		c.Rows = append(c.Rows, r)
	}
	return c
}

// hide replaces rows by words.
func hide(c Chart, status analysis.Status, words string, rows ...int) Chart {
	for _, i := range rows {
		c.Rows[i] = Row{Label: c.Rows[i].Label, Status: status, Words: words}
	}
	return c
}

func spreadValues(n int) []float64 {
	v := make([]float64, n)
	for i := range v {
		v[i] = float64(i) / float64(max(1, n-1))
	}
	return v
}

func barsOf(n int) Chart {
	c := dotsOf(Ranked, "woord %d", spreadValues(n)...)
	c.Columns, c.Maximum = nil, 40
	for i := range c.Rows {
		c.Rows[i].Cells = nil
		c.Rows[i].Marks = []Mark{{Value: float64(40 * i / n), Label: strconv.Itoa(40 * i / n)}}
	}
	return c
}

// trials are charts at the edges of what can be drawn.
func trials(t testing.TB) map[string]Chart {
	all := map[string]Chart{
		"stacked, 1 row":            stackedOf(1, "Rij %d", 0.5, 0.5),
		"stacked, 30 rows":          stackedOf(30, "Waterschap Noorderdiep %d", 0.4, 0.3, 0.3),
		"stacked, long labels":      stackedOf(5, longLabel+" %d", 0.48, 0.1, 0.1, 0.32),
		"stacked, small segments":   stackedOf(6, "Gemeente Duindorp %d", 0.93, 0.02, 0.02, 0.02, 0.01),
		"stacked, small first":      stackedOf(6, "Gemeente Duindorp %d", 0.01, 0.01, 0.01, 0.01, 0.96),
		"stacked, small, 24 rows":   stackedOf(24, "Gemeente Duindorp %d", 0.95, 0.02, 0.01, 0.01, 0.01),
		"stacked, 0 and 100 %":      stackedOf(3, "Rij %d", 0, 1, 0),
		"stacked, all hidden":       hide(stackedOf(3, "Rij %d", 0.5, 0.5), analysis.HiddenSmall, "te weinig antwoorden", 0, 1, 2),
		"dots, 1 row":               dotsOf(Intervals, "Rij %d", 0.48),
		"dots, 0 and 100 %":         dotsOf(Intervals, "Rij %d", 0, 1),
		"dots, 30 rows":             dotsOf(Intervals, "Veiligheidsregio’s ÉÏ ĳ gy %d", spreadValues(30)...),
		"dots, long labels":         dotsOf(Intervals, longLabel+" %d", spreadValues(7)...),
		"dots, all hidden":          hide(dotsOf(Intervals, "Rij %d", 0.1, 0.2, 0.3), analysis.HiddenOthers, "verborgen ter bescherming", 0, 1, 2),
		"dots, nobody answered":     hide(dotsOf(Intervals, "Rij %d", 0.1, 0.2, 0.3), analysis.NoAnswers, "geen antwoorden", 1, 2),
		"ranked, 30 rows":           dotsOf(Ranked, "Antwoord %d", spreadValues(30)...),
		"bars, 1 row":               barsOf(1),
		"bars, 15 rows":             barsOf(15),
		"one word that is too wide": dotsOf(Ranked, strings.Repeat("Hottentottententententoonstelling", 4)+"%d", 0.3, 0.4),
	}
	titled := dotsOf(Intervals, "Rij %d", spreadValues(12)...)
	titled.Title = "Bijna de helft van de organisaties die meededen gebruikt WhatsApp, en driekwart overweegt live chat; de rest nog niet"
	titled.Subtitle = strings.Repeat("Gebruikt uw organisatie dit kanaal, of bent u dat van plan? ", 4)
	titled.Notes = []string{longLabel + ".", longLabel + ".", longLabel + "."}
	all["long title and notes"] = titled
	for _, tag := range []string{"nl", "en"} {
		for _, c := range All(inventStudy(), language(t, tag)) {
			all[tag+" "+c.Name] = c
		}
	}
	return all
}

func TestLayoutKeepsTheRules(t *testing.T) {
	d := Usual()
	for name, c := range trials(t) {
		t.Run(name, func(t *testing.T) {
			s, err := layout(&c, &d)
			if err != nil {
				t.Fatal(err)
			}
			for _, f := range s.faults() {
				t.Error(f)
			}
			for _, f := range untrue(s, &c) {
				t.Error(f)
			}
		})
	}
}

// untrue returns what in a scene does not show the figures of its chart: a label
// that is missing, or a bar or line that does not start or end where it should.
func untrue(s *scene, c *Chart) []string {
	var faults []string
	drawn := map[string]int{}
	var data []*shape
	for i := range s.shapes {
		drawn[s.shapes[i].text]++
		if s.shapes[i].data {
			data = append(data, &s.shapes[i])
		}
	}
	omitted := strings.Contains(allText(s), c.Omitted) && c.Omitted != ""
	want := 0
	left := math.Inf(1)
	for _, d := range data {
		left = min(left, d.x)
	}
	for i := range c.Rows {
		r := &c.Rows[i]
		total, widths := 0.0, 0.0
		for _, m := range r.Marks {
			if m.Value > 0 || c.Kind != Stacked {
				if drawn[m.Label] == 0 && !omitted {
					faults = append(faults, fmt.Sprintf("row %q: the label %q is not drawn", r.Label, m.Label))
				}
			}
			if c.Kind == Stacked && m.Value > 0 {
				widths += data[want].w
				if widths == data[want].w && data[want].x != left {
					faults = append(faults, fmt.Sprintf("row %q starts at %g and not at %g", r.Label, data[want].x, left))
				}
				want++
			}
			total += m.Value
		}
		if c.Kind == Stacked && r.drawn() && math.Abs(total-1) > 1e-9 {
			faults = append(faults, fmt.Sprintf("row %q adds up to %g", r.Label, total))
		}
		if r.Words != "" && drawn[r.Words] == 0 {
			faults = append(faults, fmt.Sprintf("row %q: the words %q are not drawn", r.Label, r.Words))
		}
	}
	if c.Kind == Stacked && want != len(data) {
		faults = append(faults, fmt.Sprintf("%d segments for %d figures", len(data), want))
	}
	return faults
}

func allText(s *scene) string {
	var b strings.Builder
	for i := range s.shapes {
		b.WriteString(s.shapes[i].text + " ")
	}
	return b.String()
}

// Segments are as wide as their shares: the scale is the same in every row and
// starts at zero.
func TestSegmentsAreAsWideAsTheirShares(t *testing.T) {
	d := Usual()
	c := stackedOf(4, "Rij %d", 0.48, 0.1, 0.1, 0.32)
	s, err := layout(&c, &d)
	if err != nil {
		t.Fatal(err)
	}
	var full float64
	var data []shape
	for _, f := range s.shapes {
		if f.data {
			data = append(data, f)
		}
	}
	full = data[3].x + data[3].w - data[0].x
	for i, f := range data {
		if want := c.Rows[0].Marks[i%4].Value * full; math.Abs(f.w-want) > white+0.51 {
			t.Errorf("segment %d is %g wide, want about %g", i, f.w, want)
		}
	}
}

// Any chart is laid out by the rules or refused.
func TestAnyLayoutKeepsTheRules(t *testing.T) {
	d := Usual()
	word := rapid.StringMatching(`[A-Za-zéëïöĳ0-9’(),-]{1,18}`)
	text := rapid.Custom(func(t *rapid.T) string {
		return strings.Join(rapid.SliceOfN(word, 1, 9).Draw(t, "words"), " ")
	})
	rapid.Check(t, func(t *rapid.T) {
		kind := rapid.SampledFrom([]Kind{Stacked, Intervals, Ranked}).Draw(t, "kind")
		rows := rapid.IntRange(1, 30).Draw(t, "rows")
		var c Chart
		if kind == Stacked {
			weights := rapid.SliceOfN(rapid.IntRange(0, 50), 1, 5).Draw(t, "weights")
			total := 0
			for _, w := range weights {
				total += w
			}
			shares := make([]float64, len(weights)+1)
			for i, w := range weights {
				shares[i] = float64(w) / float64(total+1)
			}
			shares[len(weights)] = 1 / float64(total+1)
			c = stackedOf(rows, "%d", shares...)
		} else {
			c = dotsOf(kind, "%d", rapid.SliceOfN(rapid.Float64Range(0, 1), rows, rows).Draw(t, "values")...)
		}
		for i := range c.Rows {
			c.Rows[i].Label = text.Draw(t, "label")
			if rapid.IntRange(0, 4).Draw(t, "hidden") == 0 {
				hide(c, analysis.HiddenSmall, "te weinig antwoorden", i)
			}
		}
		c.Title, c.Subtitle = text.Draw(t, "title"), text.Draw(t, "subtitle")
		s, err := layout(&c, &d)
		if err != nil {
			return
		}
		if faults := append(s.faults(), untrue(s, &c)...); len(faults) > 0 {
			t.Fatal(strings.Join(faults, "\n"))
		}
	})
}

func TestLayoutRefuses(t *testing.T) {
	d := Usual()
	change := func(do func(*Chart)) Chart {
		c := dotsOf(Intervals, "Rij %d", 0.2, 0.4)
		do(&c)
		return c
	}
	tests := []struct {
		want  string
		chart Chart
	}{
		{"nothing to draw", change(func(c *Chart) { c.Rows = nil })},
		{"1.5 is not between 0 and 1", change(func(c *Chart) { c.Rows[1].Marks[0].Value = 1.5 })},
		{"NaN is not between", change(func(c *Chart) { c.Rows[1].Marks[0].Value = math.NaN() })},
		{"not inside its interval", change(func(c *Chart) { c.Rows[1].Marks[0].Low = 0.9 })},
		{"yet has marks", change(func(c *Chart) { c.Rows[1].Status = analysis.HiddenSmall })},
		{"2 marks for 1 series", change(func(c *Chart) { c.Rows[1].Marks = append(c.Rows[1].Marks, Mark{}) })},
		{"4 cells for 3 columns", change(func(c *Chart) { c.Rows[1].Cells = make([]string, 4) })},
		{"the title is too long", change(func(c *Chart) { c.Title = strings.Repeat("heel lang ", 60) })},
		{"the subtitle is too long", change(func(c *Chart) { c.Subtitle = strings.Repeat("heel lang ", 90) })},
		{"unknown kind", change(func(c *Chart) { c.Kind = 99 })},
		{"80 rows do not fit at 10 points", dotsOf(Ranked, "Antwoord %d", spreadValues(80)...)},
	}
	for _, tt := range tests {
		if _, err := layout(&tt.chart, &d); err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("error %v, want %q", err, tt.want)
		}
	}
}
