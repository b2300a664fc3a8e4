package charts

import (
	"bytes"
	"math"
	"slices"
	"strings"
	"testing"

	"benchmark/analysis"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func TestChannelsByGroup(t *testing.T) {
	s := tableStudy()
	c, err := ChannelsByGroup(s, dutch(t))
	if err != nil {
		t.Fatal(err)
	}
	if want := "Gebruik van kanalen naar type en grootteklasse: van Twitter (97%) tot live chat (11%)"; c.Title != want {
		t.Errorf("title %q, want %q", c.Title, want)
	}
	var columns []string
	for _, series := range c.Series {
		columns = append(columns, strings.ReplaceAll(series.Label, string(softHyphen), ""))
	}
	// The answer "other" is last, though it was given more often.
	if diff := cmp.Diff([]string{"Twitter", "Instagram", "WhatsApp", "Live chat", "Anders"}, columns); diff != "" {
		t.Errorf("columns (-want +got):\n%s", diff)
	}
	if row := c.Rows[3]; row.Label != "Veiligheidsregio’s" || row.Marks[2].Label != "38%" || !row.Tentative || row.Cells[0] != "8" {
		t.Errorf("row %+v", row)
	}
	if !strings.Contains(c.Alt, "Veiligheidsregio’s: Twitter 100%, Instagram 25%, WhatsApp 38%") {
		t.Errorf("text alternative %q", c.Alt)
	}
	s.Tables = slices.DeleteFunc(s.Tables, func(t analysis.Table) bool { return t.Topic == analysis.Channels })
	if _, err := ChannelsByGroup(s, dutch(t)); err == nil || !strings.Contains(err.Error(), "codebook") {
		t.Errorf("without a table of channels: %v", err)
	}
}

// A figure that is printed as 20% has the colour of the class that begins at 20%.
func TestClassesAreThoseOfPrintedFigures(t *testing.T) {
	m := newMaker(tableStudy(), dutch(t))
	theme := Default()
	p := frame{scene: scene{theme: &theme}, chart: &Chart{Ticks: m.classes()}}
	for per := range 1001 {
		v := float64(per) / 1000
		var whole float64
		label := m.percent(v)
		if label != "<1%" {
			for _, digit := range strings.Trim(label, ">%") {
				whole = 10*whole + float64(digit-'0')
			}
		}
		if want := theme.Fills[ClassLowest+Role(min(4, int(whole)/20))]; p.class(v) != want {
			t.Errorf("%g is printed as %s and drawn as %s, want %s", v, label, hex(p.class(v)), hex(want))
		}
	}
}

func TestNumberChart(t *testing.T) {
	s := tableStudy()
	c, err := Question(s, s.Table(analysis.Volume, ""), dutch(t))
	if err != nil {
		t.Fatal(err)
	}
	if want := "WhatsApp: de helft meldt hooguit 2 vragen per uur; gemiddeld is het 3,2"; c.Kind != Distribution || c.Title != want {
		t.Errorf("%s %q, want %q", c.Kind, c.Title, want)
	}
	for i := range c.Rows {
		for _, mark := range c.Rows[i].Marks {
			if mark.Spread.HasWhiskers || mark.Spread.Points != nil || mark.Spread.Outliers != nil {
				t.Errorf("row %q of a protected number shows single answers: %+v", c.Rows[i].Label, mark.Spread)
			}
		}
	}
	if c.Rows[1].Words != "te weinig antwoorden" || !slices.Contains(c.Notes, dutch(t).ChartNoWhiskers(false)) {
		t.Errorf("row %+v, notes %q", c.Rows[1], c.Notes)
	}
	open := s.Table(analysis.OtherQuestion, "")
	if c, err = Question(s, open, dutch(t)); err != nil || !c.Rows[0].Marks[0].Spread.HasWhiskers || len(c.Symbols) != 6 {
		t.Errorf("a number of which answers may be shown: %+v, %v", c.Symbols, err)
	}
	// A test of the mean lets the headline speak of a difference.
	s.Tests = []analysis.Test{{Table: open.ID, Breakdown: "size", Row: analysis.KeyMean, Measure: analysis.Mean}}
	s.Tests[0].Result.P, s.Tests[0].Result.Adjusted = 0.001, 0.001
	if c, _ = Question(s, open, dutch(t)); !strings.HasSuffix(c.Title, "en dat verschilt naar grootteklasse") {
		t.Errorf("title %q", c.Title)
	}
}

// A number of which a quartile of all is hidden has no box, and says why.
func TestNumberWithoutQuartile(t *testing.T) {
	s := tableStudy()
	table := s.Table(analysis.Volume, "")
	table.Cells[table.Row(analysis.KeyUpper, analysis.UpperQuartile)][0] = analysis.Estimate{Status: analysis.HiddenExtreme}
	c, err := Question(s, table, dutch(t))
	if err != nil || len(c.Rows) > 0 || !strings.HasSuffix(c.Title, ": verborgen ter bescherming") {
		t.Errorf("%d rows, %q, %v", len(c.Rows), c.Title, err)
	}
}

// Ticks are round, evenly spaced, few, and hold the numbers.
func TestNiceTicks(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		scale := math.Pow(10, float64(rapid.IntRange(-3, 11).Draw(t, "power")))
		low, high := scale*rapid.Float64Range(-1, 1).Draw(t, "low"), scale*rapid.Float64Range(-1, 1).Draw(t, "high")
		if low > high {
			low, high = high, low
		}
		ticks, first, last := niceTicks(low, high)
		step := ticks[1] - ticks[0]
		slack := 1e-6 * step
		lead := step / math.Pow(10, math.Floor(math.Log10(step)+1e-9))
		if first > low+slack || last < high-slack || len(ticks) < 2 || len(ticks) > 8 {
			t.Fatalf("%g to %g has the ticks %v", low, high, ticks)
		}
		if !slices.ContainsFunc([]float64{1, 2, 5}, func(nice float64) bool { return math.Abs(lead-nice) < 1e-6 }) {
			t.Fatalf("%g to %g has steps of %g", low, high, step)
		}
	})
}

// Of figures that may not be shown there is a picture that says so, for every
// question and in every kind, and no trace of the figures.
func TestHiddenTablesSayWhy(t *testing.T) {
	s := tableStudy()
	for i := range s.Tables {
		for r := range s.Tables[i].Cells {
			for g := range s.Tables[i].Cells[r] {
				s.Tables[i].Cells[r][g] = analysis.Estimate{Status: analysis.HiddenSmall, Value: 0.873645, Base: 873645, Count: 873645}
			}
		}
	}
	for _, tag := range []string{"nl", "en"} {
		l := language(t, tag)
		all := All(s, l)
		for i := range s.Tables {
			for _, kind := range Fitting(s, &s.Tables[i], l) {
				c, err := Of(s, &s.Tables[i], kind, l)
				if err != nil {
					t.Fatal(err)
				}
				all = append(all, c)
			}
		}
		if len(all) < 12 {
			t.Errorf("%d pictures", len(all))
		}
		for _, c := range all {
			if c.Empty == "" || len(c.Rows) > 0 {
				t.Errorf("%s %s has rows", c.Name, c.Kind)
			}
			var b bytes.Buffer
			for _, d := range drawings() {
				if err := SVG(&b, c, d); err != nil {
					t.Errorf("%s on %s: %v", c.Name, d.Size.Name, err)
				}
			}
			if err := CSV(&b, c); err != nil {
				t.Fatal(err)
			}
			if strings.Contains(b.String()+c.Alt, "87364") {
				t.Errorf("%s shows what is hidden", c.Name)
			}
		}
	}
}

func TestReasons(t *testing.T) {
	s := tableStudy()
	table := s.Table(analysis.Satisfaction, "")
	for status, want := range map[analysis.Status]string{
		analysis.HiddenSmall: "te weinig antwoorden om te laten zien", analysis.HiddenOthers: "verborgen ter bescherming",
		analysis.HiddenImprecise: "te onzeker om te laten zien", analysis.NoAnswers: "niemand gaf antwoord",
	} {
		for r := range table.Cells {
			table.Cells[r][0] = analysis.Estimate{Status: status}
		}
		c, err := Question(s, table, dutch(t))
		if err != nil || c.Title != "WhatsApp: "+want {
			t.Errorf("%s: %q, %v", status, c.Title, err)
		}
	}
	words := s.Table(analysis.Words, "")
	words.Rows, words.Cells = nil, nil
	if c, err := Question(s, words, dutch(t)); err != nil || !strings.Contains(c.Empty, "vaak genoeg") {
		t.Errorf("no words: %q, %v", c.Empty, err)
	}
	c := emptyOf("Waarom.")
	c.Rows = barsOf(1).Rows
	d := Usual()
	if _, err := layout(&c, &d); err == nil || !strings.Contains(err.Error(), "yet a reason") {
		t.Errorf("a reason and rows: %v", err)
	}
}
