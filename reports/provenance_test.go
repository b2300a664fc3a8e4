package reports

import (
	"html"
	"regexp"
	"slices"
	"strings"
	"testing"

	"benchmark/analysis"
	"benchmark/analysis/forecast"
	"benchmark/analysis/position"
	"benchmark/analysis/staffing"
	"benchmark/analysis/trend"
	"benchmark/charts"
	"benchmark/survey"
	"benchmark/survey/locale"
	"benchmark/survey/register"
)

// made is a report and the digests that it must tell.
type made struct {
	*Report
	digests []string
}

// madeFrom are reports of every kind on one study and on what it was before, which read
// their files by a program with an option.
func madeFrom(t *testing.T, s, before *survey.Survey, l *locale.Locale) map[string]made {
	t.Helper()
	fatal := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	reading := Reading{Program: "benchmark test", Options: []string{"--confidence=0.95"}}
	study, err := analysis.Analyze(s, analysis.Defaults())
	fatal(err)
	studyBefore, err := analysis.Analyze(before, analysis.Defaults())
	fatal(err)
	standing := func(of *survey.Survey) *position.Study {
		st, err := position.New(of, position.Options{Level: 0.95, Disclosure: analysis.Publish})
		fatal(err)
		return st
	}
	early, late := survey.Moment{Span: survey.Year, Year: 2017}, survey.Moment{Span: survey.Year, Year: 2018}
	waves, err := trend.Make([]trend.Wave{
		{Moment: early, Study: studyBefore, Roster: register.Identify(before, register.Options{})},
		{Moment: late, Study: study, Roster: register.Identify(s, register.Options{})},
	}, trend.Options{Level: 0.95})
	fatal(err)
	remembering := standing(s)
	fatal(remembering.Remember(waves))
	then, now := standing(before).Reference("A. Jansen"), standing(s).Reference("J. de Vries")
	versus, err := position.Against(then, now)
	fatal(err)
	subjects := forecast.Studied([]forecast.Wave{{Moment: late, Study: study}})
	expected := []*forecast.Forecast{forecast.Make(subjects[0], forecast.Options{Level: 0.95})}
	a := staffing.Defaults()
	o, err := a.Outlook([]staffing.Volume{{Level: staffing.Typical, PerHour: 4}})
	fatal(err)
	plan := &Capacity{Assumed: &a, HoursText: "mon-fri 9-17", Study: study, Reading: reading,
		Channels: []CapacityChannel{{Channel: "livechat", Focus: CapacityGroup{Outlook: o}}}}
	about := About{Name: "Duindorp", Study: "Studie", Survey: s, Reading: reading}
	digests := func(of *survey.Survey) []string { return []string{of.Source.SHA256, of.Source.CodebookSHA256} }
	both := append(digests(before), digests(s)...)
	return map[string]made{
		"analyze":            {Build(study, reading, l), digests(s)},
		"report":             {Build(study, reading, l, Whole()), digests(s)},
		"report --previous":  {Build(study, reading, l, Whole(), WithChanges(&Waves{Trend: waves, Readings: []Reading{reading, {}}})), both},
		"compare":            {BuildPosition(standing(s).Of(0), about, l), digests(s)},
		"compare --previous": {BuildPosition(remembering.Of(0), about, l), both},
		"versus":             {BuildVersus(versus, reading, l), []string{then.SHA256, now.SHA256}},
		"trend":              {BuildTrend(Waves{Trend: waves, Readings: []Reading{reading, {}}}, l), both},
		"forecast":           {BuildForecast(Outlook{Forecasts: expected, Surveys: []*survey.Survey{s}, Moments: []survey.Moment{late}, Reading: reading}, l), digests(s)},
		"capacity":           {BuildCapacity(plan, l), digests(s)},
	}
}

// TestProvenance finds the digest of every file, of its codebook, the program and its
// options in every form of every report: in a file for e-mail the digests of the files
// alone, and at a terminal nothing in what analyze prints.
func TestProvenance(t *testing.T) {
	theme, l := charts.Default(), localeFor(t, "en")
	forms := map[string]Renderer{
		"text": Text(Screen{Width: 100}), "markdown": Markdown, "html": HTML(theme), "email": Email, "json": JSON,
		"docx": DOCX(theme), "pptx": PPTX(theme), "xlsx": XLSX(theme),
	}
	s := sampleSurvey(t)
	s.Source.CodebookSHA256 = strings.Repeat("c0de", 16)
	before := *s
	before.Source.SHA256, before.Source.CodebookSHA256 = strings.Repeat("ea12", 16), strings.Repeat("c1de", 16)
	for kind, r := range madeFrom(t, s, &before, l) {
		for form, f := range forms {
			if kind == "analyze" && form == "text" {
				continue
			}
			wanted := append([]string{"benchmark test", "--confidence=0.95"}, r.digests...)
			if form == "email" {
				wanted = slices.DeleteFunc(wanted[2:], func(sum string) bool { return sum == s.Source.CodebookSHA256 || sum == before.Source.CodebookSHA256 })
			}
			said := map[string]string{"": string(render(t, f, r.Report, l))}
			if form == "docx" || form == "pptx" || form == "xlsx" {
				all := parts(t, []byte(said[""]))
				said = map[string]string{"core properties": all["docProps/core.xml"], "body": ""}
				for name, text := range all {
					if name != "docProps/core.xml" {
						said["body"] += text
					}
				}
				if core := said["core properties"]; !strings.Contains(core, "en-GB") || strings.Contains(core, "<dc:title></dc:title>") {
					t.Errorf("%s as %s: no title or language in %s", kind, form, core)
				}
			}
			for where, text := range said {
				text = html.UnescapeString(regexp.MustCompile(`\\([^n])`).ReplaceAllString(text, "$1"))
				for _, want := range wanted {
					if !strings.Contains(text, want) {
						t.Errorf("%s as %s %s: no %s", kind, form, where, want)
					}
				}
			}
		}
	}
}

// TestProvenanceOfSeries finds the digest of published figures.
func TestProvenanceOfSeries(t *testing.T) {
	l := localeFor(t, "nl")
	study, err := analysis.Analyze(sampleSurvey(t), analysis.Defaults())
	if err != nil {
		t.Fatal(err)
	}
	subjects := forecast.Studied([]forecast.Wave{{Moment: survey.Moment{Span: survey.Year, Year: 2018}, Study: study}})
	sum := strings.Repeat("ab", 32)
	r := BuildForecast(Outlook{
		Forecasts: []*forecast.Forecast{forecast.Make(subjects[0], forecast.Options{Level: 0.95})}, Series: "cijfers.csv", SeriesSHA256: sum,
	}, l)
	for name, f := range map[string]Renderer{"text": Text(Screen{Width: 100}), "json": JSON, "email": Email} {
		if text := string(render(t, f, r, l)); !strings.Contains(text, sum) || !strings.Contains(text, "cijfers.csv") {
			t.Errorf("%s does not tell the file of the series", name)
		}
	}
}

// localeFor returns a language.
func localeFor(t *testing.T, language string) *locale.Locale {
	t.Helper()
	l, err := locale.For(language)
	if err != nil {
		t.Fatal(err)
	}
	return l
}
