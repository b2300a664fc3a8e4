package reports

import (
	"math"
	"testing"
	"time"

	"benchmark/analysis"
	"benchmark/survey"
	"benchmark/survey/codebook"
	"benchmark/survey/export"
	"benchmark/survey/frame"
	"benchmark/survey/locale"
	"benchmark/survey/register"
)

// A study made by hand, so that these tests hold the words and the layout and
// nothing else. Its counts are those of a made-up survey of 117 organisations.

const (
	// The figures of hidden cells: no output may show them.
	hiddenValue = 0.98765
	hiddenCount = 7654
	hiddenBase  = 8765
)

// wilson is the score interval at 95 %.
func wilson(x, n int) (low, high float64) {
	const z = 1.959963984540054
	p, m := float64(x)/float64(n), float64(n)
	mid := (p + z*z/(2*m)) / (1 + z*z/m)
	half := z / (1 + z*z/m) * math.Sqrt(p*(1-p)/m+z*z/(4*m*m))
	return mid - half, mid + half
}

func share(x, n int) analysis.Estimate {
	e := analysis.Estimate{Status: analysis.Estimated, Value: float64(x) / float64(n), Level: 0.95, Count: x, Base: n, Method: analysis.Wilson}
	e.Low, e.High = wilson(x, n)
	if n < analysis.FewAnswers {
		e.Notes = []analysis.Note{analysis.NoteFewAnswers}
	}
	return e
}

func exactShare(x, n, population, low, high int) analysis.Estimate {
	e := share(x, n)
	e.Method, e.Population, e.CountLow, e.CountHigh = analysis.Hypergeometric, population, low, high
	e.Low, e.High = float64(low)/float64(population), float64(high)/float64(population)
	return e
}

// hidden is a hidden cell that wrongly still carries its figures.
func hidden(s analysis.Status) analysis.Estimate {
	return analysis.Estimate{Status: s, Value: hiddenValue, SE: hiddenValue, Low: hiddenValue, High: hiddenValue, Level: 0.95,
		Method: analysis.Hypergeometric, DF: hiddenCount, Count: hiddenCount, Base: hiddenBase, Population: hiddenBase,
		CountLow: hiddenCount, CountHigh: hiddenBase, Notes: []analysis.Note{analysis.NoteFewAnswers}}
}

func fact(value float64, count, base int) analysis.Estimate {
	return analysis.Estimate{Status: analysis.Estimated, Value: value, Count: count, Base: base}
}

func number(value, low, high float64, n int, m analysis.Method) analysis.Estimate {
	return analysis.Estimate{Status: analysis.Estimated, Value: value, Low: low, High: high, Level: 0.95, Base: n, Method: m}
}

func totalGroup() analysis.Group { return analysis.Group{Respondents: 117} }

func typeGroups() []analysis.Group {
	g := func(level, label, plural string, n, population int) analysis.Group {
		return analysis.Group{Breakdown: "soort", Role: survey.BodyType, Level: level, Label: label, Plural: plural,
			Respondents: n, Population: population}
	}
	return []analysis.Group{
		g("gemeente", "Gemeente", "gemeenten", 92, 380), g("veiligheidsregio", "Veiligheidsregio", "veiligheidsregio's", 8, 25),
		g("waterschap", "Waterschap", "waterschappen", 5, 21), g("ggd", "GGD", "GGD's", 2, 25),
		g("anders", "Andere overheidsorganisatie", "andere overheidsorganisaties", 10, 0),
	}
}

func sizeGroups() []analysis.Group {
	g := func(level, label, means string, n int) analysis.Group {
		return analysis.Group{Breakdown: "grootte", Role: survey.SizeClass, Level: level, Label: label, Means: means, Respondents: n}
	}
	return []analysis.Group{
		g("klein", "minder dan 20.000", "", 14), g("middel", "20.000 – 49.999", "", 32),
		g("groter", "50.000 – 99.999", "", 27), g("groot", "100.000 en meer", survey.Large, 19),
	}
}

func groups(more ...[]analysis.Group) []analysis.Group {
	all := []analysis.Group{totalGroup()}
	for _, m := range more {
		all = append(all, m...)
	}
	return all
}

func option(key, label, means string) analysis.Row {
	return analysis.Row{Key: key, Measure: analysis.Share, Label: label, Means: means}
}

func net(key string, of ...string) analysis.Row {
	return analysis.Row{Key: key, Measure: analysis.Share, Net: true, Of: of, Protected: true}
}

func account(base int) analysis.Account {
	return analysis.Account{Respondents: 117, Base: base, NotAsked: 117 - base}
}

func handMadeSurvey() *survey.Survey {
	stages := []survey.Option{
		{Code: "ja", Label: "Ja, dat gebruiken we nu", Short: "Gebruikt het nu", Means: survey.Uses},
		{Code: "proef", Label: "We doen een proef", Short: "Proef", Means: survey.Pilot},
	}
	satisfaction := []survey.Option{{Code: "1", Label: "Zeer ontevreden", Score: 1}, {Code: "5", Label: "Zeer tevreden", Score: 5}}
	s := &survey.Survey{
		Title: "Sociale media en <chat> bij de \x1b[31moverheid\x1b[0m", Language: "nl", Respondents: 117,
		Questions: []survey.Question{
			{ID: "soort", Kind: survey.Single, Text: "Wat voor organisatie bent u?", Label: "Soort organisatie", Role: survey.BodyType, Columns: []string{"F"}},
			{ID: "grootte", Kind: survey.Scale, Text: "Hoeveel inwoners?", Label: "Inwoners", Role: survey.SizeClass, Columns: []string{"G"}},
			{ID: "whatsapp", Kind: survey.Single, Text: "Gebruikt uw organisatie WhatsApp?", Label: "WhatsApp", Role: survey.Adoption,
				Channel: "WhatsApp", Options: stages, Columns: []string{"H"}},
			{ID: "tevreden", Kind: survey.Scale, Text: "Hoe tevreden bent u over WhatsApp?", Role: survey.Satisfaction, Channel: "WhatsApp",
				Options: satisfaction, Columns: []string{"I"}, AskedIf: []survey.Condition{{Question: "whatsapp", Options: []string{"ja", "proef"}}}, RoutingKnown: true},
			{ID: "redenen", Kind: survey.Multiple, Text: "Waarom wilt u beginnen met live chat?", Role: survey.Reason, Channel: "live chat", Columns: []string{"J", "K", "L"}},
			{ID: "verandering", Kind: survey.Scale, Text: "Hoe verandert het aantal klantcontacten?", Role: survey.Change, Options: satisfaction, Columns: []string{"M"}},
			{ID: "woorden", Kind: survey.Open, Text: "Waar denkt u aan bij een chatbot?", Label: "Chatbot", Role: survey.Association, Columns: []string{"N"}},
		},
		Design: survey.Design{FrameDate: "2018-01-01", FrameSources: []string{"telling A", "telling B"},
			Strata: []survey.Stratum{{Type: "veiligheidsregio", Population: 25, Respondents: 8}}},
		Source: survey.Provenance{
			File: "onderzoek.xlsx", SHA256: "0123abcd", Codebook: "onderzoek.codebook.yaml", CodebookSHA256: "4567ef", Frame: "aantallen.csv",
			Sheet: "Antwoorden", Read: 120, Kept: 117, Synthetic: true, Publisher: "Bureau Meten",
			Dropped:    []survey.Dropped{{Reason: survey.DropTest, Rows: 1}, {Reason: survey.DropNoAnswer, Rows: 1}, {Reason: survey.DropDuplicate, Rows: 1}},
			FieldStart: time.Date(2018, 10, 2, 9, 0, 0, 0, time.UTC), FieldEnd: time.Date(2018, 10, 26, 17, 0, 0, 0, time.UTC),
		},
		Issues: []survey.Issue{
			{Severity: survey.Warning, Code: survey.IssueTickBase, Args: []string{"redenen"}, Question: "redenen"},
			{Severity: survey.Note, Code: survey.IssueOtherSheets, Args: []string{"Toelichting"}},
			{Severity: survey.Doubt, Code: survey.IssueUnknownOption, Args: []string{"whatsapp", "=2+2", "14"}, Question: "whatsapp",
				Where: survey.Place{File: "onderzoek.xlsx", Sheet: "Antwoorden", Row: 14, Column: "H"}, Fix: "missing: [\"=2+2\"]"},
		},
	}
	for i := range s.Questions {
		c := survey.NewColumn(&s.Questions[i], s.Respondents)
		for r := range c.Len() {
			switch {
			case c.Coded():
				c.Choose(r, 0)
			case c.Worded():
				c.SetText(r, "")
			default:
				c.Tick(r)
			}
			if s.Questions[i].ID == "tevreden" && r >= 58 {
				c.Leave(r, survey.NotAsked)
			}
		}
		s.Columns = append(s.Columns, c)
	}
	return s
}

func handMade() (*analysis.Study, Reading) {
	s := &analysis.Study{
		Survey: handMadeSurvey(), Options: analysis.Defaults(), Tables: handMadeTables(),
		Folds: []analysis.Fold{{Question: "woorden", Word: "onpersonlijk", Into: "onpersoonlijk", Mentions: 1}},
	}
	o := s.Table(analysis.Ownership, "")
	s.Comparisons = []analysis.Comparison{{
		Table: o.ID, Row: "kcc", Group: o.Groups[1], Part: o.Cells[1][1], Whole: o.Cells[1][0],
		Difference: analysis.Estimate{Status: analysis.Estimated, Value: 26./56 - 36./117, SE: 0.044, DF: 55, Low: 0.068, High: 0.245,
			Level: 0.95, Count: 26, Base: 56, Method: analysis.PartOfWhole},
	}}
	return s, Reading{
		File: &export.File{
			Name: "onderzoek.xlsx", SHA256: "0123abcd", Size: 54321, Format: export.XLSX, Sheet: "Antwoorden",
			OtherSheets: []export.Sheet{{Name: "Toelichting", Rows: 12}}, HeaderRows: []int{1, 2},
			Dialect: export.Dialect{Name: "generic", Hits: []string{"Respondent-id", "Status"}}, Read: 120,
			Decisions: []export.Decision{{Code: export.DecisionFormat, Args: []string{"xlsx"}},
				{Code: export.DecisionSheet, Args: []string{"Antwoorden", "fingerprint"}}},
		},
		Codebook:       &codebook.Codebook{Name: "onderzoek.codebook.yaml"},
		CodebookBeside: true,
		Response:       someResponse(),
	}
}

// someResponse is a fieldwork of three strata, of which the survey knows one.
func someResponse() *Response {
	strata := []survey.Stratum{
		{Type: "gemeente", Population: 380, Respondents: 92}, {Type: "zbo", Population: 3, Respondents: 1},
		{Type: "agentschap", Population: 1, Respondents: 1},
	}
	missing := func(code, name string, stratum int) register.Missing {
		return register.Missing{Body: &frame.Body{Code: code, Name: name, Type: strata[stratum].Type}, Stratum: stratum}
	}
	return &Response{
		List: true, Level: 0.95,
		Fieldwork: &register.Fieldwork{
			Register: "register.csv", At: time.Date(2018, 10, 26, 0, 0, 0, 0, time.UTC),
			Bodies: 384, Answered: 94, Unmatched: 2, Strata: strata,
			Missing: []register.Missing{missing("GM1", "Gemeente Zeedorp", 0), missing("GM2", "Gemeente Zeekant", 0), missing("ZB1", "Dienst\x1b[31m Rood", 1)},
		},
		Precisions: []analysis.Precision{
			{Stratum: strata[1], More: 2, Width: 2.0 / 3, WidthMore: 0}, {Stratum: strata[0], More: 5, Width: 70.0 / 380, WidthMore: 68.0 / 380},
			{Stratum: strata[2]},
		},
	}
}

// build is the report of the hand-made study in a language.
func build(t *testing.T, language string) (*Report, *locale.Locale) {
	t.Helper()
	l, err := locale.For(language)
	if err != nil {
		t.Fatal(err)
	}
	study, reading := handMade()
	return Build(study, reading, l), l
}
