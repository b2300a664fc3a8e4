package charts

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"benchmark/analysis"
	"benchmark/analysis/contrast"
	"benchmark/survey"

	"pgregory.net/rapid"
)

// differing adds what a test of two groups of a table came to.
func differing(s *analysis.Study, t *analysis.Table, row, breakdown, a, b string, c contrast.Conclusion) *analysis.Difference {
	r := t.Row(row, analysis.Share)
	d := analysis.Difference{Table: t.ID, Row: row, Breakdown: breakdown, A: a, B: b, Family: 6, Verdict: verdict(c)}
	d.Result.Name, d.Result.P, d.Result.Adjusted, d.Result.Statistic = contrast.PearsonChi2, 0.002, 0.012, 9.5
	d.Result.Difference.Value = t.Cells[r][t.Group(breakdown, a)].Value - t.Cells[r][t.Group(breakdown, b)].Value
	s.Differences = append(s.Differences, d)
	return &s.Differences[len(s.Differences)-1]
}

// TestBreakdownSaysWhatTheTestFound: the headline tells the pair that is furthest
// apart of those that were found, else that none could be shown among what was
// compared, else nothing of differences.
func TestBreakdownSaysWhatTheTestFound(t *testing.T) {
	for tag, want := range map[string][3]string{
		"nl": {
			"Grote organisaties (100.000 of meer) gebruiken WhatsApp vaker dan organisaties in de klasse ‘Minder dan 20.000’: 68% tegen 36%",
			"Bijna de helft van de organisaties die meededen gebruikt WhatsApp; geen verschil aan te tonen naar grootteklasse",
			"Gebruik van WhatsApp naar type en grootteklasse: 48% van alle organisaties die meededen",
		},
		"en": {
			"Large organisations (100.000 of meer) use WhatsApp more often than organisations in the class “Minder dan 20.000”: 68% against 36%",
			"Almost half of the organisations that took part use WhatsApp; no difference could be shown by size class",
			"Use of WhatsApp by type and size class: 48% of all organisations that took part",
		},
	} {
		l := language(t, tag)
		s := inventStudy()
		table := s.Table(analysis.AdoptionTopic, "WhatsApp")
		table.Groups[10].Means = survey.Large
		title := func() (string, []string) {
			c, err := Breakdown(s, table, survey.Uses, nil, l)
			if err != nil {
				t.Fatal(err)
			}
			if !strings.Contains(c.Alt, c.Title) {
				t.Errorf("the text alternative %q has not the headline", c.Alt)
			}
			return c.Title, c.Notes
		}
		if got, _ := title(); got != want[2] {
			t.Errorf("nothing compared: %q, want %q", got, want[2])
		}
		d := differing(s, table, "u", "size", "s", "xl", contrast.Undecided)
		d.Verdict.Seen = 0.58
		got, notes := title()
		if got != want[1] || !slices.ContainsFunc(notes, func(n string) bool { return strings.Contains(n, "58 p") }) {
			t.Errorf("undecided: %q %q, want %q", got, notes, want[1])
		}
		differing(s, table, "u", "size", "m", "xl", contrast.Lower)
		differing(s, table, "u", "size", "s", "xl", contrast.Lower)
		got, notes = title()
		if got != want[0] || !slices.ContainsFunc(notes, func(n string) bool { return strings.Contains(n, l.PValue(0.012)) }) {
			t.Errorf("found: %q %q, want %q", got, notes, want[0])
		}
		// Neither a test that was not done nor one of a hidden group carries anything.
		for i := range s.Differences {
			s.Differences[i].Result.Withheld = contrast.SmallBase
		}
		if got, _ := title(); got != want[2] {
			t.Errorf("withheld: %q, want %q", got, want[2])
		}
		for i := range s.Differences {
			s.Differences[i].Result.Withheld = contrast.Done
		}
		table.Cells[0][10] = hidden(analysis.HiddenSmall)
		if got, _ := title(); got != want[2] {
			t.Errorf("hidden: %q, want %q", got, want[2])
		}
	}
}

// comparative is a word by which a headline claims a difference.
var comparative = regexp.MustCompile(`(?i)\b(vaker|meer|hoger|lager|minder|groei|groeit|stijgt|daalt|verschilt|more|higher|lower|less|grows|growth|differs)\b`)

// quotes are labels from the survey, which are not the words of a headline.
var quotes = regexp.MustCompile(`‘[^’]*’|“[^”]*”|\([^)]*\)`)

// claims reports whether a headline says that something is more than something
// else.
func claims(c *Chart) bool {
	title := quotes.ReplaceAllString(c.Title, "")
	for i := range c.Rows {
		title = strings.ReplaceAll(title, c.Rows[i].Label, "")
	}
	return comparative.MatchString(title)
}

// TestHeadlinesClaimOnlyWhatWasFound: with any outcomes of the tests, no headline
// says vaker, more, or another word of the kind unless a difference of that very
// figure was found, and the higher of the two printed shares comes first.
func TestHeadlinesClaimOnlyWhatWasFound(t *testing.T) {
	figures := regexp.MustCompile(`: (\S+) (?:tegen|against) (\S+)$`)
	rapid.Check(t, func(rt *rapid.T) {
		s := inventStudy()
		conclusions := []contrast.Conclusion{contrast.Undecided, contrast.Higher, contrast.Lower, contrast.Alike}
		for i := range s.Tables {
			table := &s.Tables[i]
			for range rapid.IntRange(0, 3).Draw(rt, "pairs") {
				row := rapid.SampledFrom(table.Rows).Draw(rt, "row").Key
				a, b := rapid.SampledFrom(table.Groups).Draw(rt, "a"), rapid.SampledFrom(table.Groups).Draw(rt, "b")
				if a.Breakdown == "" || a.Breakdown != b.Breakdown || a.Level == b.Level {
					continue
				}
				d := differing(s, table, row, a.Breakdown, a.Level, b.Level, rapid.SampledFrom(conclusions).Draw(rt, "conclusion"))
				switch {
				case d.Verdict.Conclusion == contrast.Higher && d.Result.Difference.Value <= 0, d.Verdict.Conclusion == contrast.Lower && d.Result.Difference.Value >= 0:
					d.Verdict.Conclusion = contrast.Undecided
				}
				if rapid.Bool().Draw(rt, "withheld") {
					d.Result.Withheld = contrast.SmallBase
				}
			}
		}
		found := slices.ContainsFunc(s.Differences, func(d analysis.Difference) bool {
			return d.Row == "u" && d.Result.Withheld == contrast.Done && (d.Verdict.Conclusion == contrast.Higher || d.Verdict.Conclusion == contrast.Lower)
		})
		for _, tag := range []string{"nl", "nl-BE", "en"} {
			for _, c := range All(s, language(t, tag)) {
				if breakdown := c.Kind == Intervals; claims(&c) != (found && breakdown) {
					rt.Errorf("%s: the headline %q, with a difference found: %v", c.Name, c.Title, found)
				}
				if m := figures.FindStringSubmatch(c.Title); m != nil {
					high, low := strings.TrimSuffix(m[1], "%"), strings.TrimSuffix(m[2], "%")
					if len(high) < len(low) || len(high) == len(low) && high < low {
						rt.Errorf("%s: the headline %q has the lower share first", c.Name, c.Title)
					}
				}
			}
		}
	})
}
