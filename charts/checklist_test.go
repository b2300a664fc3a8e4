package charts

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"benchmark/analysis"
	"benchmark/survey"
)

// The rules of a chart that can go into a presentation, and the test that holds
// each; "looked at" where a test can't.
//
//	 1 headline is a sentence, two lines, no full stop   TestHeadlines
//	 2 it claims only what a test found                  TestHeadlinesClaimOnlyWhatWasFound, TestOutcomes
//	 3 subtitle: question, percentage of whom, n         TestTextsAreComplete
//	 4 source: who asked, when, of how many              TestTextsAreComplete
//	 5 complete when cut out of the report               TestTextsAreComplete
//	 6 sorted, or in natural order; other last           TestBreakdownOrder, TestManyAnswersAreRanked, TestOwnerOrder
//	 7 bars start at zero                                untrue in TestLayoutKeepsTheRules and its kin
//	 8 one scale in all rows                             TestSegmentsAreAsWideAsTheirShares, TestNewKindsKeepTheRules
//	 9 bars add up to 100                                TestWholePercentagesAddUp, TestNestedPercentagesAddUp
//	10 the interval is drawn and named                   TestTextsAreComplete
//	11 an answer is a word                               TestAnswersAreWords
//	12 what is left out is told                          TestBesideDropsNothingInSilence, TestManyAnswersAreRanked
//	13 a cloud is never alone                            TestTablesKeepTheRules
//	14 every value is printed                            untrue in TestLayoutKeepsTheRules and its kin
//	15 notation of the language                          TestNotation
//	16 whole percentages, below 50 answers too           TestNotation
//	17 nothing clipped, overlapping or dropped           TestLayoutKeepsTheRules, TestAnyLayoutKeepsTheRules and their kin
//	18 n of every row where bases differ                 TestTextsAreComplete
//	19 a hidden figure is hatched, with words            TestHiddenIsHatched, TestHiddenFiguresLeaveNoTrace
//	20 few answers are drawn lightly, with a note        TestFewAnswersAreTold
//	21 absent for different reasons, in different words  TestAbsentWordsDiffer
//	22 one family, two weights, a scale of sizes         TestOneFamily, TestLayoutKeepsTheRules
//	23 labels wrap at spaces, never cut                  TestWrap, TestWrapKeepsEveryLetter; 40 % of the width: looked at
//	24 direct labels, or one key in order                looked at
//	25 digits have equal widths                          TestDigitsAreEquallyWide; alignment: looked at
//	26 no missing glyph                                  TestLayoutRefuses
//	27 contrast                                          TestLayoutKeepsTheRules, TestDefaultThemeCanBeSeen
//	28 gaps, and ink that reads on any fill              TestInkReadsOnAnyFill; gaps: looked at
//	29 one thing, one colour                             TestOneThingOneColour
//	30 colours differ to every eye                       TestDefaultThemeCanBeSeen, TestCheckFindsFaults
//	31 cells in five classes, each with its number       TestClassesAreThoseOfPrintedFigures, TestTablesKeepTheRules
//	32 slide, twice its size, narrow and square          TestPNG, TestLikertLayoutsKeepTheRules, TestNewKindsKeepTheRules
//	33 size and texts in the PNG                         TestPNG
//	34 edges on pixels                                   TestLayoutKeepsTheRules
//	35 the parts of the text alternative                 TestTextAlternatives
//	36 same bytes                                        TestSameBytesAlsoInParallel, TestGoldenFiles
//	37 the figures beside the picture                    TestFiguresAreBeside

// everyChart returns a chart of every kind that tables of an invented study can
// have, in a language.
func everyChart(t *testing.T, tag string) []Chart {
	t.Helper()
	s, l := barrierStudy(), language(t, tag)
	all := All(s, l)
	add := func(c Chart, err error) {
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, c)
	}
	add(Projection(s, l))
	add(Tenths(projectedStudy(), l))
	for _, study := range []*analysis.Study{s, tableStudy()} {
		for i := range study.Tables {
			table := &study.Tables[i]
			for _, kind := range Fitting(study, table, l) {
				add(Of(study, table, kind, l))
			}
		}
	}
	return all
}

// projectedStudy has the sum of use and plans, which is near seven in ten.
func projectedStudy() *analysis.Study {
	s := inventStudy()
	t := s.Table(analysis.AdoptionTopic, "WhatsApp")
	t.Rows = append(t.Rows, analysis.Row{Key: analysis.KeyProjection, Measure: analysis.Share, Net: true})
	cells := make([]analysis.Estimate, len(t.Groups))
	cells[0] = share(80, 117)
	t.Cells = append(t.Cells, cells)
	return s
}

func TestHeadlines(t *testing.T) {
	for _, tag := range []string{"nl", "nl-BE", "en"} {
		for _, c := range everyChart(t, tag) {
			d := Usual()
			s, err := layout(&c, &d)
			if err != nil {
				t.Errorf("%s: %v", c.Name, err)
				continue
			}
			lines := 0
			for i := range s.shapes {
				if f := &s.shapes[i]; f.form == textForm && f.bold && f.size >= d.Size.TitleLeast && f.x == d.Size.Margin && f.y < d.Size.Height/4 {
					lines++
				}
			}
			if lines < 1 || lines > 2 {
				t.Errorf("%s: the headline %q takes %d lines", c.Name, c.Title, lines)
			}
			if strings.HasSuffix(c.Title, ".") || !strings.ContainsAny(c.Title, " ") {
				t.Errorf("%s: headline %q", c.Name, c.Title)
			}
		}
	}
}

// TestTextsAreComplete: of whom the figures are and how many these are stands in
// the subtitle, the key or a column, the level of an interval in the subtitle,
// and who asked whom and when in the source.
func TestTextsAreComplete(t *testing.T) {
	for _, tag := range []string{"nl", "en"} {
		words := language(t, tag).ChartWords()
		for _, c := range everyChart(t, tag) {
			base := c.Subtitle
			for _, s := range c.Series {
				base += s.Label
			}
			for i := range c.Rows {
				base += c.Rows[i].Sub
			}
			counted := slices.ContainsFunc(c.Columns, func(col Column) bool { return col.Heading == words.Answers })
			if !counted && !strings.Contains(base, "n = ") {
				t.Errorf("%s: n is nowhere: %q", c.Name, base)
			}
			interval := false
			for i := range c.Rows {
				interval = interval || slices.ContainsFunc(c.Rows[i].Marks, func(m Mark) bool { return m.Interval })
			}
			if interval && c.Kind != Tenfold && !strings.Contains(c.Subtitle, "95%") {
				t.Errorf("%s: the intervals are not named in %q", c.Name, c.Subtitle)
			}
			for _, want := range []string{"HowAboutYou", "117 respondent", "2018"} {
				if !strings.Contains(c.Source, want) {
					t.Errorf("%s: the source %q does not tell %q", c.Name, c.Source, want)
				}
			}
		}
	}
}

// ownTexts returns every text of a chart that is not the survey's own.
func ownTexts(c *Chart) []string {
	all := []string{c.Title, c.Subtitle}
	all = append(all, c.Notes...)
	for i := range c.Rows {
		r := &c.Rows[i]
		all = append(append(append(all, r.Sub, r.Words), r.Cells...), r.Totals[:]...)
		for _, m := range r.Marks {
			all = append(all, m.Label, m.Range, m.LowLabel, m.HighLabel, m.Words)
		}
	}
	return all
}

// TestNotation: percentages are whole, with no space before the sign; a range has
// an en dash and a negative number a real minus; thousands are as the language has
// them.
func TestNotation(t *testing.T) {
	wrong := map[string]*regexp.Regexp{
		"a decimal in a percentage": regexp.MustCompile(`\d[.,]\d+\s?%`),
		"a space before %":          regexp.MustCompile(`\d\s%`),
		"a hyphen for a minus":      regexp.MustCompile(`(^|[ (])-\d`),
		"a hyphen in a range":       regexp.MustCompile(`\d%?-\d+%`),
		"n without spaces":          regexp.MustCompile(`\bn=\d`),
	}
	for _, tag := range []string{"nl", "nl-BE", "en"} {
		for _, c := range everyChart(t, tag) {
			for _, text := range ownTexts(&c) {
				for what, pattern := range wrong {
					if pattern.MatchString(text) {
						t.Errorf("%s: %s in %q", c.Name, what, text)
					}
				}
			}
		}
	}
}

// TestHiddenIsHatched: where a figure is hidden there is hatching with words on
// it, and no bar of it.
func TestHiddenIsHatched(t *testing.T) {
	d := Usual()
	found := 0
	for _, c := range everyChart(t, "nl") {
		hides := false
		for i := range c.Rows {
			hides = hides || c.Rows[i].Status.Hidden()
			for _, m := range c.Rows[i].Marks {
				hides = hides || m.Status.Hidden()
			}
		}
		s, err := layout(&c, &d)
		if err != nil {
			t.Fatal(err)
		}
		hatched := slices.ContainsFunc(s.shapes, func(f shape) bool {
			return f.form == linesForm && f.fill == d.Theme.Hatching && len(f.path) > 3
		})
		if hides {
			found++
			if !hatched || !strings.Contains(allText(s), "te weinig antwoorden") && c.Kind != Heat {
				t.Errorf("%s hides a figure without hatching or words", c.Name)
			}
		}
	}
	if found < 3 {
		t.Errorf("only %d charts hide a figure", found)
	}
}

// TestFewAnswersAreTold: where a figure rests on few answers a note says what its
// lighter form means.
func TestFewAnswersAreTold(t *testing.T) {
	found := 0
	for _, c := range everyChart(t, "nl") {
		few := slices.ContainsFunc(c.Rows, func(r Row) bool { return r.drawn() && r.Tentative })
		if told := strings.Contains(strings.Join(c.Notes, " "), "minder dan 10"); few && !told {
			t.Errorf("%s: %q", c.Name, c.Notes)
		}
		if few {
			found++
		}
	}
	if found < 3 {
		t.Errorf("only %d charts have rows on few answers", found)
	}
}

func TestAbsentWordsDiffer(t *testing.T) {
	for _, tag := range []string{"nl", "en"} {
		l := language(t, tag)
		w := l.ChartWords()
		words := []string{w.TooFew, w.Protected, w.Imprecise, w.NoAnswers, w.NotMade, w.NotSplit, l.ChartNotOffered()}
		slices.Sort(words)
		if len(slices.Compact(words)) != 7 || slices.Contains(words, "") || slices.ContainsFunc(words, func(s string) bool { return strings.Contains(s, "0") }) {
			t.Errorf("%s: %q", tag, words)
		}
	}
}

func TestOneFamily(t *testing.T) {
	for _, c := range everyChart(t, "nl") {
		var b strings.Builder
		if err := SVG(&b, c, Usual()); err != nil {
			t.Fatal(err)
		}
		if n := strings.Count(b.String(), "font-family"); n != 1 {
			t.Errorf("%s names %d families", c.Name, n)
		}
		for _, m := range regexp.MustCompile(`font-weight="(\w+)"`).FindAllStringSubmatch(b.String(), -1) {
			if m[1] != "700" && m[1] != "400" {
				t.Errorf("%s has the weight %s", c.Name, m[1])
			}
		}
	}
}

func TestDigitsAreEquallyWide(t *testing.T) {
	f, err := new(Theme).loadFonts()
	if err != nil {
		t.Fatal(err)
	}
	for _, bold := range []bool{false, true} {
		for _, digit := range "123456789" {
			if w, want := f.width(string(digit), 100, bold), f.width("0", 100, bold); w != want {
				t.Errorf("%c is %g wide and 0 is %g", digit, w, want)
			}
		}
	}
}

// TestOneThingOneColour: an answer, a stage or a channel has the same colour in
// every chart of a report, also where a chart has not all channels.
func TestOneThingOneColour(t *testing.T) {
	theme := Default()
	where, colours := map[string]string{}, map[string]string{}
	see := func(c *Chart) {
		for _, s := range c.Series {
			if c.Kind == Heat {
				continue // a cell has the colour of its class
			}
			label, _, _ := strings.Cut(s.Label, " (n = ")
			fill := hex(theme.Fills[s.Role])
			if was, ok := colours[label]; ok && was != fill {
				t.Errorf("%q is %s in %s and %s in %s", label, was, where[label], fill, c.Name)
			}
			colours[label], where[label] = fill, c.Name
		}
	}
	for _, c := range everyChart(t, "nl") {
		see(&c)
	}
	// A survey of three channels, two of which have barriers.
	s, l := barrierStudy(), dutch(t)
	s.Survey.Questions = slices.Insert(s.Survey.Questions, 2, survey.Question{ID: "chatbot", Kind: survey.Single, Role: survey.Adoption, Channel: "chatbot"})
	colours, where = map[string]string{}, map[string]string{}
	for _, draw := range []func() (Chart, error){
		func() (Chart, error) { return Beside(s, tables(s, analysis.Barriers), l) },
		func() (Chart, error) { return Projection(s, l) },
		func() (Chart, error) {
			both := tables(s, analysis.Barriers)
			slices.Reverse(both)
			return Beside(s, both, l)
		},
	} {
		c, err := draw()
		if err != nil {
			t.Fatal(err)
		}
		see(&c)
	}
	if colours["Live chat"] == "" || colours["Live chat"] == hex(theme.Fills[LineFirst]) {
		t.Errorf("live chat is %q", colours["Live chat"])
	}
}

// TestTextAlternatives: the kind of chart first, then the finding, then what is
// measured, then the figures, and last where they stand.
func TestTextAlternatives(t *testing.T) {
	for _, tag := range []string{"nl", "en"} {
		for _, c := range everyChart(t, tag) {
			rest := c.Alt
			for _, part := range []string{": " + c.Title + ". ", strings.TrimRight(c.Subtitle, "."), c.Name + ".csv"} {
				_, after, ok := strings.Cut(rest, part)
				if !ok {
					t.Errorf("%s: %q is not in its place in %q", c.Name, part, c.Alt)
				}
				rest = after
			}
			if strings.HasPrefix(c.Alt, ":") {
				t.Errorf("%s: no kind of chart in %q", c.Name, c.Alt)
			}
			for i := range c.Rows {
				for _, m := range c.Rows[i].Marks {
					if !strings.Contains(c.Alt, m.Label+m.Words) {
						t.Errorf("%s: the figure %q is not in %q", c.Name, m.Label+m.Words, c.Alt)
					}
				}
			}
		}
	}
}

// TestFiguresAreBeside: every row that is drawn is in the data, by its label, and
// a figure that is hidden has a status and no number.
func TestFiguresAreBeside(t *testing.T) {
	for _, c := range everyChart(t, "nl") {
		labels := map[string]bool{}
		for _, record := range c.Data.Records {
			if len(record) != len(c.Data.Header) {
				t.Errorf("%s: a record of %d fields under %d names", c.Name, len(record), len(c.Data.Header))
				continue
			}
			labels[record[2]], labels[record[3]] = true, true
			if status := record[4]; status != analysis.Estimated.String() && strings.Join(record[5:], "") != "" {
				t.Errorf("%s: %q has figures", c.Name, record)
			}
		}
		for i := range c.Rows {
			if r := &c.Rows[i]; !r.Heading && len(r.Marks) > 0 && !labels[r.Label] {
				t.Errorf("%s: the row %q has no figures beside the picture", c.Name, r.Label)
			}
		}
	}
}
