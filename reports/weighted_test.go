package reports

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"benchmark/analysis"
	"benchmark/analysis/estimate"
	"benchmark/survey"
	"benchmark/survey/codebook"
	"benchmark/survey/export"
	"benchmark/survey/frame"
	"benchmark/survey/locale"
)

// sampleSurvey is the survey of the sample data with its frame.
func sampleSurvey(t testing.TB) *survey.Survey {
	t.Helper()
	read := func(name string) []byte {
		b, err := os.ReadFile("../sample-data/" + name)
		if err != nil {
			t.Fatal(err)
		}
		return b
	}
	file, err := export.Read("howaboutyou-2018.csv", read("howaboutyou-2018.csv"), export.Options{})
	if err != nil {
		t.Fatal(err)
	}
	book, err := codebook.Read("howaboutyou-2018.codebook.yaml", read("howaboutyou-2018.codebook.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	s, err := book.Apply(file)
	if err != nil {
		t.Fatal(err)
	}
	f, err := frame.Read("frame-nl-2018.csv", read("frame-nl-2018.csv"))
	if err != nil {
		t.Fatal(err)
	}
	s.Design, _ = f.Design(s)
	return s
}

// byFrame weights a survey by its strata: so many organisations that exist for
// each that answered.
func byFrame(s *survey.Survey) {
	d := &s.Design
	d.Sampled, d.WeightedBy, d.Weights = true, survey.WeightedByFrame, make([]float64, s.Respondents)
	answered := make([]int, len(d.Strata))
	for _, h := range d.Of {
		if h >= 0 {
			answered[h]++
		}
	}
	for r, h := range d.Of {
		if h >= 0 {
			d.Weights[r] = float64(d.Strata[h].Population) / float64(answered[h])
		}
	}
}

// weightedSample is the report of the sample survey with these options, weighted
// by its frame. One province answered, and all five water boards that exist.
func weightedSample(t *testing.T, language string, o analysis.Options) (*Report, *locale.Locale) {
	t.Helper()
	s := sampleSurvey(t)
	d, provinces := &s.Design, 0
	for r, h := range d.Of {
		if h >= 0 && d.Strata[h].Type == "province" {
			if provinces++; provinces > 1 {
				d.Of[r] = -1
			}
		}
	}
	for h := range d.Strata {
		if d.Strata[h].Type == "water-board" {
			d.Strata[h].Population = d.Strata[h].Respondents
		}
	}
	byFrame(s)
	study, err := analysis.Analyze(s, o)
	if err != nil {
		t.Fatal(err)
	}
	l, err := locale.For(language)
	if err != nil {
		t.Fatal(err)
	}
	return Build(study, Reading{}, l), l
}

// few are the options for a report on a few questions, with a quantile and a
// ratio.
func few(s *survey.Survey) analysis.Options {
	o := analysis.Defaults()
	o.Weighted.Quantiles = []float64{0.1, 0.5}
	var numbers []string
	for i := range s.Questions {
		q := &s.Questions[i]
		switch {
		case q.Kind == survey.Number && len(numbers) < 2:
			numbers = append(numbers, q.ID)
			o.Questions = append(o.Questions, q.ID)
		case q.Role == survey.Adoption && q.Channel == "WhatsApp", q.Role == survey.Owner:
			o.Questions = append(o.Questions, q.ID)
		}
	}
	o.Weighted.Ratios = [][2]string{{numbers[0], numbers[1]}}
	return o
}

func TestWeightedGolden(t *testing.T) {
	o := few(sampleSurvey(t))
	r, l := weightedSample(t, "nl", o)
	golden(t, "weighted-nl-100.txt", render(t, Text(Screen{Width: 100}), r, l))
	golden(t, "weighted-nl.md", render(t, Markdown, r, l))
	o.Questions = o.Questions[len(o.Questions)-2:]
	r, l = weightedSample(t, "en", o)
	golden(t, "weighted-en.json", render(t, JSON, r, l))
}

func TestWeightedLinesFitTheScreen(t *testing.T) {
	r, l := weightedSample(t, "nl", analysis.Defaults())
	for width := 40; width <= 220; width += 6 {
		for name, f := range map[string]Renderer{"text": Text(Screen{Width: width}), "brief": Brief(Screen{Width: width})} {
			for n, line := range strings.Split(string(render(t, f, r, l)), "\n") {
				if got := cells(line); got > width {
					t.Fatalf("%s, width %d, line %d has %d columns: %q", name, width, n+1, got, line)
				}
			}
		}
	}
}

// TestWeightedFindingsAreEstimates: a sentence on a weighted figure says that it
// is an estimate, and gives no count as if that were weighted.
func TestWeightedFindingsAreEstimates(t *testing.T) {
	counted := regexp.MustCompile(`[0-9] (van|of)( de| the)? [0-9]`)
	for language, word := range map[string]string{"nl": "naar schatting", "en": "an estimated"} {
		r, _ := weightedSample(t, language, analysis.Defaults())
		if len(r.Findings) < 10 {
			t.Fatalf("%s: %d findings", language, len(r.Findings))
		}
		for _, f := range r.Findings {
			if f.Measure != analysis.Count && !strings.Contains(f.Text, word) {
				t.Errorf("not said to be an estimate: %s", f.Text)
			}
			if counted.MatchString(f.Text) {
				t.Errorf("a count in a weighted sentence: %s", f.Text)
			}
		}
	}
}

func TestWeightedSaysWhatItIs(t *testing.T) {
	r, l := weightedSample(t, "nl", analysis.Defaults())
	for name, f := range map[string]Renderer{"text": Text(Screen{Width: 400}), "brief": Brief(Screen{Width: 400}), "markdown": Markdown} {
		if out := string(render(t, f, r, l)); !strings.Contains(out, "gewogen naar hoeveel organisaties er per groep bestaan") {
			t.Errorf("%s does not say by what it is weighted", name)
		}
	}
	for _, key := range []string{noteKey(analysis.NoteFreedom), censusKey} {
		if r.Mark(key) == 0 {
			t.Errorf("no footnote %s", key)
		}
	}
	lonely := slices.IndexFunc(r.Footnotes, func(f Footnote) bool { return strings.HasPrefix(f.Key, noteKey(analysis.NoteLonely)) })
	if lonely < 0 || !strings.Contains(r.Footnotes[lonely].Text, "(Provincie)") {
		t.Errorf("the stratum is not named: %+v", r.Footnotes)
	}
	if plain, _ := build(t, "nl"); plain.Weighting != "" {
		t.Errorf("a plain report says %q", plain.Weighting)
	}
}

// TestDesignInJSON holds what is said of the design and of one weighted figure.
func TestDesignInJSON(t *testing.T) {
	r, l := weightedSample(t, "en", few(sampleSurvey(t)))
	var j jsonStudy
	if err := json.Unmarshal(render(t, JSON, r, l), &j); err != nil {
		t.Fatal(err)
	}
	d := j.Design
	if d == nil || d.WeightedBy != "frame" || d.Lonely != "adjust" || d.DegreesOfFreedom != "domain" || d.Interval != "default" ||
		d.QuantileRule != "math" || d.FrameDate != "2018-01-01" || d.Outside != 9 || len(d.Strata) != 8 {
		t.Errorf("the design is %+v", d)
	}
	e, c := r.Study.Tables[0].Cells[0][0], j.Tables[0].Rows[0].Cells[0]
	if !c.Weighted || *c.Value != e.Value || *c.Unweighted != e.Unweighted || *c.WeightedBase != e.WeightedBase ||
		*c.EffectiveBase != e.EffectiveBase || *c.DesignEffect != e.DesignEffect || *c.DesignEffectReplacement != e.DesignEffectReplacement {
		t.Errorf("the cell of %+v is %+v", e, c)
	}
	r, l = build(t, "en")
	if strings.Contains(string(render(t, JSON, r, l)), `"design"`) {
		t.Error("a plain study has a design")
	}
}

func TestWeightedCSV(t *testing.T) {
	r, l := weightedSample(t, "nl", few(sampleSurvey(t)))
	lines, err := csv.NewReader(bytes.NewReader(render(t, CSV, r, l))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	at := func(name string) int { return slices.Index(lines[0], name) }
	measures := map[string]bool{}
	for _, line := range lines[1:] {
		weighted := line[at("weighted")] == "true"
		if weighted {
			measures[line[at("measure")]] = true
		}
		for _, name := range []string{"unweighted", "weighted_base", "effective_base"} {
			if filled := line[at(name)] != ""; filled != weighted && line[at("measure")] != difference {
				t.Fatalf("%s: weighted %t, %s %q", line[at("row")], weighted, name, line[at(name)])
			}
		}
	}
	for _, m := range []analysis.Measure{analysis.Share, analysis.Mean, analysis.Quantile, analysis.Total, analysis.Ratio} {
		if !measures[string(m)] {
			t.Errorf("no weighted %s", m)
		}
	}
}

// TestEveryMethodHasASentence in both languages, and Wilson's one of its own.
func TestEveryMethodHasASentence(t *testing.T) {
	for _, language := range []string{"nl", "en"} {
		l, err := locale.For(language)
		if err != nil {
			t.Fatal(err)
		}
		said := map[string]string{}
		for _, m := range estimate.IntervalMethods() {
			if m == estimate.DefaultInterval || m == estimate.ExactInterval {
				continue // the figure has the method that was used
			}
			key := methodKey(&analysis.Estimate{Weighted: true, Method: analysis.Method(m)})
			s := l.Report().Method(key)
			if s == "" || said[s] != "" {
				t.Errorf("%s: %s has the sentence %q, as %q", language, m, s, said[s])
			}
			said[s] = string(m)
		}
		for _, m := range []analysis.Method{analysis.Woodruff, analysis.Taylor, analysis.Census} {
			if l.Report().Method(string(m)) == "" {
				t.Errorf("%s: no sentence for %s", language, m)
			}
		}
	}
}
