package reports

import (
	"encoding/json"
	"math"
	"regexp"
	"slices"
	"strings"
	"testing"

	"benchmark/analysis"
)

// A saidText is a sentence of a report, and the figures that it names as its source.
type saidText struct {
	where, text string
	figures     []Figure
}

// sentencesOf are the sentences of a report that tell figures: findings, what stands
// above and under tables, the method in a few terms, and of every chart its headline,
// notes and text alternative.
func sentencesOf(r *Report) []saidText {
	var all []saidText
	add := func(where string, texts ...string) {
		for _, text := range texts {
			all = append(all, saidText{where: where, text: text})
		}
	}
	findings := func(where string, found []Finding) {
		for i := range found {
			f := &found[i]
			all = append(all, saidText{where, f.Text, append([]Figure{f.Figure}, f.Others...)})
		}
	}
	findings("findings", r.Findings)
	for _, f := range r.MethodBox {
		add("method: "+f.Term, f.Text)
	}
	for i := range r.Sections {
		s := &r.Sections[i]
		findings(s.Title, s.Findings)
		add(s.Title, s.Intro...)
		for k := range s.grids {
			add(s.Title, s.grids[k].notes...)
		}
		for k := range s.Charts {
			c := &s.Charts[k]
			add("chart "+c.Name, append([]string{c.Title, c.Subtitle, c.Alt}, c.Notes...)...)
		}
	}
	return all
}

// The ways in which numbers of one figure stand together: 48% (56 van 117), 2 (1–3;
// n = 117), 56 van de 117.
var together = []*regexp.Regexp{
	regexp.MustCompile(`([0-9][0-9.,]*[0-9]|[0-9])%? \([^()]*[0-9][^()]*\)`),
	regexp.MustCompile(`([0-9][0-9.,]*[0-9]|[0-9]) (van|of) (de |the )?[0-9][0-9.,]*`),
}

// readSentences looks up every number that the sentences tell: those that stand
// together are of one figure, and each other one is in the JSON. The numbers of a
// finding that names its source are of that source.
func (k *truth) readSentences(s *sources, said []saidText) {
	k.t.Helper()
	for i := range said {
		f := &said[i]
		for _, form := range together {
			for _, text := range form.FindAllString(f.text, -1) {
				numbers := slices.DeleteFunc(s.numbersIn(text), func(n printedNumber) bool { return yearForm.MatchString(n.text) })
				if !s.find(numbers, "", "") && !k.constant(numbers) {
					k.fault("%s: %q in %q is of no figure", f.where, text, f.text)
				}
			}
		}
		own := k.ownNumbers(f)
		for _, n := range s.numbersIn(f.text) {
			switch {
			case k.constant([]printedNumber{n}), yearForm.MatchString(n.text), strings.HasPrefix(f.where, "chart ") && s.between(f.text, &n):
			case !slices.ContainsFunc(s.all, func(from source) bool { return slices.ContainsFunc(from.numbers, n.is) }):
				k.fault("%s: %q in %q is not in the JSON", f.where, n.text, f.text)
			case own != nil && !slices.ContainsFunc(own, n.is):
				k.fault("%s: %q in %q is not of its source", f.where, n.text, f.text)
			}
		}
		k.readWords(f)
	}
}

// yearForm are years, which are no figures.
var yearForm = regexp.MustCompile(`^(19|20)[0-9][0-9]$`)

// between reports whether a number with a sign is what two others of a text differ.
func (s *sources) between(text string, n *printedNumber) bool {
	if !strings.ContainsAny(n.text[:1], "+") && !strings.HasPrefix(n.text, "−") {
		return false
	}
	all := s.numbersIn(text)
	for i := range all {
		for j := range all {
			if math.Abs(all[i].x-all[j].x-n.x) <= 1 {
				return true
			}
		}
	}
	return false
}

// constant reports whether all numbers are of the method and no figures: levels and
// thresholds that the texts explain.
func (k *truth) constant(numbers []printedNumber) bool {
	return !slices.ContainsFunc(numbers, func(n printedNumber) bool {
		return !slices.Contains([]string{"95%", "95", "5", "50", "30", "10", "0", "0%", "100%", "1", "213"}, n.text)
	})
}

// ownNumbers are the numbers of the tables that a finding names as its source, and of
// the tests on them; nil where it names none.
func (k *truth) ownNumbers(f *saidText) []float64 {
	var own []float64
	study := k.report.Study
	for _, from := range f.figures {
		if from.Table == "" {
			continue
		}
		var t *analysis.Table
		for i := range study.Tables {
			if study.Tables[i].ID == from.Table {
				t = &study.Tables[i]
			}
		}
		if t == nil {
			continue
		}
		row := t.Row(from.Row, from.Measure)
		for g := range t.Groups {
			if row < 0 || from.Group != "" && g > 0 && t.Groups[g].Breakdown+":"+t.Groups[g].Level != from.Group {
				continue
			}
			e := &t.Cells[row][g]
			own = append(own, e.Value, e.Low, e.High, float64(e.Count), float64(e.Base), float64(e.Population), float64(e.CountLow), float64(e.CountHigh))
		}
		for i := range study.Differences {
			if d := &study.Differences[i]; d.Table == from.Table {
				own = append(own, numbersUnder(k.t, differencesJSON(study)[i])...)
			}
		}
		for _, c := range comparisonsJSON(study.Survey, study.Comparisons) {
			if c.Table == from.Table {
				own = append(own, numbersUnder(k.t, c)...)
			}
		}
	}
	return own
}

// numbersUnder are the numbers of a value as JSON has it.
func numbersUnder(t testing.TB, v any) []float64 {
	t.Helper()
	data, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	var object map[string]any
	if err := json.Unmarshal(data, &object); err != nil {
		t.Fatal(err)
	}
	return inside(object)
}

// The shares that words stand for, and between which percentages they are true.
var shareWords = []struct {
	form     *regexp.Regexp
	low, top float64
}{
	{regexp.MustCompile(`(?i)\b(bijna de helft|almost half)\b`), 45.5, 50},
	{regexp.MustCompile(`(?i)\b(ruim de helft|just over half)\b`), 50, 54.5},
	{regexp.MustCompile(`(?i)\b(een op de tien|one in ten)\b`), 7.5, 12.5},
	{regexp.MustCompile(`(?i)\b(twee op de tien|two in ten)\b`), 17.5, 22.5},
	{regexp.MustCompile(`(?i)\b(drie op de tien|three in ten)\b`), 27.5, 32.5},
	{regexp.MustCompile(`(?i)\b(vier op de tien|four in ten)\b`), 37.5, 42.5},
	{regexp.MustCompile(`(?i)\b(zes op de tien|six in ten)\b`), 57.5, 62.5},
	{regexp.MustCompile(`(?i)\b(zeven op de tien|seven in ten)\b`), 67.5, 72.5},
	{regexp.MustCompile(`(?i)\b(acht op de tien|eight in ten)\b`), 77.5, 82.5},
	{regexp.MustCompile(`(?i)\b(negen op de tien|nine in ten)\b`), 87.5, 92.5},
}

// readWords demands that a share in words fits the percentage that follows it.
func (k *truth) readWords(f *saidText) {
	k.t.Helper()
	percent := regexp.MustCompile(`[0-9][0-9.,]*%`)
	for _, w := range shareWords {
		for _, at := range w.form.FindAllStringIndex(f.text, -1) {
			next := percent.FindString(f.text[at[1]:])
			if x, half, err := k.parse(next); next != "" && err == nil && !strings.Contains(f.where, "chart") && (x < w.low-half || x > w.top+half) {
				k.fault("%s: %q in %q does not fit %s", f.where, f.text[at[0]:at[1]], f.text, next)
			}
		}
	}
}
