package reports

import (
	"strings"
	"testing"

	"benchmark/analysis"
	"benchmark/analysis/contrast"
)

// someTests gives the hand-made study tests and letters of its first table with
// two groups in a breakdown.
func someTests(s *analysis.Study) {
	t := s.Table(analysis.AdoptionTopic, "")
	by, level := t.Groups[1].Breakdown, t.Groups[1].Level
	result := contrast.Result{
		Name: contrast.RaoScottF, Statistic: 4.25, Uncorrected: 9.5, DF1: 1.9, DF2: 180, P: 0.012, Adjusted: 0.024,
		Effect: contrast.Effect{Measure: contrast.CramerV, Value: 0.21},
	}
	pair := contrast.Result{
		Name: contrast.ColumnsT, Statistic: 2.5, DF1: 98, P: 0.014, Adjusted: 0.014, Draws: 9999, Error: 0.001,
		Difference: contrast.Difference{Value: 0.2, Interval: true, Low: 0.1, High: 0.3},
		Effect:     contrast.Effect{Measure: contrast.CohenH, Value: 0.4},
	}
	s.Tests = []analysis.Test{
		{Table: t.ID, Breakdown: by, Measure: analysis.Share, Groups: []string{level, "b"}, LeftOut: []string{"c"},
			Ground: contrast.BecauseDesign, Result: result, Seen: 0.21,
			Pairs: []analysis.Pair{{Row: t.Rows[0].Key, Measure: analysis.Share, A: level, B: "b", Result: pair}}},
		{Table: t.ID, Breakdown: by, Row: analysis.KeyMean, Measure: analysis.Mean, Groups: []string{level},
			Result: contrast.Result{P: 1, Adjusted: 1, Withheld: contrast.SmallBase, Statistic: hiddenValue}},
	}
	s.Tests[0].LeftOut = nil
	need := analysis.Need{A: level, B: t.Groups[2].Level, Aim: 0.1, MoreA: 12, MoreB: 3, AllB: true, Enough: true}
	missed := result
	missed.Adjusted = 0.4
	s.Tests = append(s.Tests, analysis.Test{
		Table: t.ID, Breakdown: by, Row: t.Rows[1].Key, Measure: analysis.Share, Groups: []string{level, t.Groups[2].Level},
		Ground: contrast.BecauseDesign, Result: missed, Seen: 0.314, Need: need,
	})
	s.Differences = []analysis.Difference{{
		Table: t.ID, Row: t.Rows[0].Key, Breakdown: by, A: level, B: t.Groups[2].Level, Ground: contrast.BecauseDesign,
		Result: pair, Family: 3, Verdict: analysis.Verdict{Conclusion: contrast.Undecided, Seen: 0.4, Need: need},
	}}
	s.Comparisons[0].Result, s.Comparisons[0].Family, s.Comparisons[0].Ground = pair, 2, contrast.BecauseOverlap
	s.Tests[0].Contrasts = []analysis.Contrast{{
		Row: t.Rows[0].Key, Measure: analysis.Share, Level: level, Reference: analysis.AgainstOthers, Ground: contrast.BecauseSmall, Result: pair,
	}}
	t.Signs = make([][]analysis.Sign, len(t.Rows))
	for r := range t.Signs {
		t.Signs[r] = make([]analysis.Sign, len(t.Groups))
	}
	t.Signs[0][1] = analysis.HigherStrict
	t.Letters = make([][]string, len(t.Rows))
	for r := range t.Letters {
		t.Letters[r] = make([]string, len(t.Groups))
		for g := range t.Letters[r] {
			if g > 0 {
				t.Letters[r][g] = "Bc"
			}
		}
	}
}

func TestTestsAreSaidWhenAskedFor(t *testing.T) {
	for _, tc := range []struct {
		language string
		said     []string
	}{
		{"nl", []string{"aangetoond (Rao-Scott F = 4,25, p = 0,024).", "niet getoetst, want er zijn geen twee groepen met genoeg antwoorden.", "(A)", " Bc", "Hoofdletter",
			"bij geen enkel antwoord aan te tonen. Tussen de twee grootste groepen valt een verschil meestal pas op vanaf 32 procentpunt",
			"Een verschil van 10 procentpunt tussen die groepen valt meestal op met ongeveer 12 antwoorden meer van", "geantwoord)"}},
		{"en", []string{"found (Rao-Scott F = 4.25, p = 0.024).", "not tested: there are no two groups with enough answers.", "(A)", " Bc", "Capital",
			"could not be shown for any answer. Between the two largest groups a difference mostly shows from 32 percentage points",
			"A difference of 10 percentage points between those groups mostly shows with about another 12 answers from", "have answered)"}},
	} {
		r, l := build(t, tc.language)
		someTests(r.Study)
		plain := string(render(t, Text(Screen{Width: 140}), r, l))
		r.Study.Options.Tests.Letters = true
		for name, form := range map[string]Renderer{"text": Text(Screen{Width: 140}), "markdown": Markdown} {
			got := string(render(t, form, r, l))
			got += strings.Join(strings.Fields(got), " ") // no sentence is broken there
			for _, s := range tc.said {
				if !strings.Contains(strings.ReplaceAll(got, "\\", ""), s) {
					t.Errorf("%s in %s does not say %q", name, tc.language, s)
				}
			}
		}
		if strings.Contains(plain, "Rao-Scott") {
			t.Error("tests are said that nobody asked for")
		}
	}
}

// A sign is told beside the figure as arrows, below the table with its evidence,
// and explained; of a hidden figure nothing is.
func TestArrowsAreExplained(t *testing.T) {
	for _, tc := range []struct {
		language string
		said     []string
	}{
		{"nl", []string{" ↑↑", "Verschil met de anderen naar", "+20 procentpunt (95%-interval +10 tot +30 procentpunt; kolomtoets, t = 2,50, p = 0,014)",
			"Twee pijlen: de kans op een vergissing is hooguit 1%; één pijl: hooguit 5%. Getoetst met: kolomtoets. Gecorrigeerd voor het aantal vergelijkingen volgens Holm."}},
		{"en", []string{" ↑↑", "Difference from the others by", "+20 percentage points (95% interval +10 to +30 percentage points; column test, t = 2.50, p = 0.014)",
			"than that of all others who answered"}},
	} {
		r, l := build(t, tc.language)
		someTests(r.Study)
		r.Study.Options.Tests.Against = analysis.AgainstOthers
		for name, form := range map[string]Renderer{"text": Text(Screen{Width: 2000}), "markdown": Markdown} {
			got := strings.ReplaceAll(string(render(t, form, r, l)), "\\", "")
			for _, s := range tc.said {
				if !strings.Contains(got, s) {
					t.Errorf("%s in %s does not say %q", name, tc.language, s)
				}
			}
		}
		table := r.Study.Table(analysis.AdoptionTopic, "")
		table.Cells[0][1] = analysis.Estimate{Status: analysis.HiddenOthers}
		for name, form := range map[string]Renderer{"text": Text(Screen{Width: 2000}), "markdown": Markdown, "json": JSON, "csv": CSV} {
			got := string(render(t, form, r, l))
			if strings.Contains(got, "↑↑") || strings.Contains(got, "+20") || strings.Contains(got, "higher-strict") {
				t.Errorf("%s tells the sign of a hidden figure", name)
			}
		}
	}
}

func TestLettersOfHiddenFiguresAreNotShown(t *testing.T) {
	r, l := build(t, "nl")
	someTests(r.Study)
	table := r.Study.Table(analysis.AdoptionTopic, "")
	for i := range table.Rows {
		for g := range table.Groups {
			if table.Cells[i][g].Status != analysis.Estimated && letters(table, i, g) != "" {
				t.Errorf("row %d, group %d shows letters", i, g)
			}
		}
	}
	if got := string(render(t, JSON, r, l)); strings.Contains(got, "0.98765") {
		t.Error("a withheld test shows its statistic")
	}
}
