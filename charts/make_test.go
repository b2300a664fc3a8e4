package charts

import (
	"bytes"
	"math"
	"strings"
	"testing"

	"benchmark/analysis"
	"benchmark/survey"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func TestTitles(t *testing.T) {
	tests := map[string][]string{
		"nl": {
			"Bijna de helft van de organisaties die meededen gebruikt WhatsApp; live chat: 11%",
			"Gebruik van WhatsApp naar type en grootteklasse: 48% van alle organisaties die meededen",
			"WhatsApp: 86% antwoordt ‘zeer tevreden’ of ‘tevreden’",
			"53% noemt ‘Laagdrempelig contact’ als reden voor live chat",
			"Webcare door ‘Klantcontactcentrum (KCC)’: 31%; bij gebruikers van WhatsApp 46%, live chat 62%",
			"Chatbot: 24 respondenten noemen het woord ‘snel’",
		},
		"en": {
			"Almost half of the organisations that took part use WhatsApp; live chat: 11%",
			"Use of WhatsApp by type and size class: 48% of all organisations that took part",
			"WhatsApp: 86% answer ‘zeer tevreden’ or ‘tevreden’",
			"53% name ‘Laagdrempelig contact’ as a reason for live chat",
			"Webcare by ‘Klantcontactcentrum (KCC)’: 31%; among users of WhatsApp 46%, live chat 62%",
			"Chatbot: 24 respondents use the word ‘snel’",
		},
	}
	for tag, want := range tests {
		var got []string
		for _, c := range All(inventStudy(), language(t, tag)) {
			got = append(got, c.Title)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("titles in %s (-want +got):\n%s", tag, diff)
		}
	}
}

func TestAdoption(t *testing.T) {
	c, err := Adoption(inventStudy(), dutch(t))
	if err != nil {
		t.Fatal(err)
	}
	var labels [][]string
	for i := range c.Rows {
		row := []string{c.Rows[i].Label}
		for _, m := range c.Rows[i].Marks {
			row = append(row, m.Label)
		}
		labels = append(labels, row)
	}
	want := [][]string{{"WhatsApp", "48%", "10%", "10%", "32%"}, {"Live chat", "11%", "12%", "17%", "60%"}}
	if diff := cmp.Diff(want, labels); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if want := "‘Overig’: proef, misschien later of geen plannen."; c.Notes[0] != want {
		t.Errorf("note %q, want %q", c.Notes[0], want)
	}
	if want := "Bron: HowAboutYou, Contactkanalen van de overheid, 117 respondenten, veldwerk 1–26 oktober 2018. Fictieve gegevens."; c.Source != want {
		t.Errorf("source %q", c.Source)
	}
	if !strings.Contains(c.Alt, "WhatsApp: Gebruikt het nu 48%, Start zeker binnen een jaar 10%") {
		t.Errorf("text alternative %q", c.Alt)
	}
}

func TestAdoptionOfDifferentBases(t *testing.T) {
	s := inventStudy()
	s.Table(analysis.AdoptionTopic, "live chat").Account.Base = 100
	s.Options.Disclosure = analysis.Unprotected
	c, err := Adoption(s, dutch(t))
	if err != nil {
		t.Fatal(err)
	}
	if c.Rows[0].Sub != "n = 117" || strings.Contains(c.Subtitle, "n =") {
		t.Errorf("sub-label %q under subtitle %q", c.Rows[0].Sub, c.Subtitle)
	}
	if !strings.HasSuffix(c.Source, "Niet voor publicatie.") {
		t.Errorf("source %q", c.Source)
	}
}

func TestBreakdownOrder(t *testing.T) {
	s := inventStudy()
	c, err := Breakdown(s, s.Table(analysis.AdoptionTopic, "WhatsApp"), survey.Uses, nil, dutch(t))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for i := range c.Rows {
		got = append(got, strings.TrimSpace(c.Rows[i].Label+" "+strings.Join(c.Rows[i].Cells, " ")))
	}
	want := []string{
		"Alle organisaties 48% 39–57% 117", "Type organisatie", "Gemeenten 52% 42–62% 92", "Provincies 50% 8–92% 2",
		"Waterschappen 40% 10–81% 5", "Veiligheidsregio’s 38% 16–68% 8", "GGD’en 0% 0–80% 2", "Overige overheden 25% 7–59% 8",
		"Grootteklasse", "Minder dan 20.000 36% 16–61% 14", "20.000–49.999 47% 31–64% 32", "50.000–99.999 56% 37–72% 27", "100.000 of meer 68% 46–85% 19",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	notes := []string{
		"Open stippen: minder dan 10 antwoorden, alleen indicatief.", "Stippellijn: alle organisaties.",
		"Interval exact voor het bekende aantal organisaties: Provincies, Waterschappen, Veiligheidsregio’s en GGD’en.",
	}
	if diff := cmp.Diff(notes, c.Notes); diff != "" {
		t.Errorf("notes (-want +got):\n%s", diff)
	}
}

func TestBreakdownByOneQuestion(t *testing.T) {
	s := inventStudy()
	c, err := Breakdown(s, s.Table(analysis.AdoptionTopic, "WhatsApp"), "s", []string{"type"}, dutch(t))
	if err != nil {
		t.Fatal(err)
	}
	if c.Name != "whatsapp-adoption-s-by-organisation-type" || c.Title != "WhatsApp, ‘Zeker’ naar type: 10% van alle organisaties die meededen" {
		t.Errorf("%s: %s", c.Name, c.Title)
	}
	if len(c.Rows) != 7 || c.Rows[1].Heading {
		t.Errorf("%d rows, the second %+v", len(c.Rows), c.Rows[1])
	}
}

// A hidden figure is nowhere in any file, even if a careless caller left it in
// the estimate.
func TestHiddenFiguresLeaveNoTrace(t *testing.T) {
	s := inventStudy()
	const secret = 0.873645129
	poison := analysis.Estimate{Status: analysis.HiddenSmall, Value: secret, Low: secret, High: secret, Count: 873645, Base: 873645, Method: analysis.Wilson}
	for i := range s.Tables {
		t := &s.Tables[i]
		for r := range t.Cells {
			for g := range t.Cells[r] {
				if g%2 == 1 {
					t.Cells[r][g] = poison
					if g > 2 {
						t.Cells[r][g].Status = analysis.HiddenOthers
					}
				}
			}
		}
	}
	drawn := 0
	for _, c := range All(s, dutch(t)) {
		var b bytes.Buffer
		if err := SVG(&b, c, Usual()); err != nil {
			t.Fatal(err)
		}
		if err := CSV(&b, c); err != nil {
			t.Fatal(err)
		}
		b.WriteString(c.Alt)
		for _, trace := range []string{"87364", "87%"} {
			if strings.Contains(b.String(), trace) {
				t.Errorf("%s shows %s", c.Name, trace)
			}
		}
		drawn += strings.Count(b.String(), "te weinig antwoorden") + strings.Count(b.String(), "verborgen ter bescherming")
		for i := range c.Rows {
			if c.Rows[i].Status.Hidden() && (len(c.Rows[i].Marks) > 0 || c.Rows[i].N != 0) {
				t.Errorf("%s: %+v", c.Name, c.Rows[i])
			}
		}
	}
	if drawn < 10 {
		t.Errorf("hidden rows are drawn %d times", drawn)
	}
}

func TestWhatCanNotBeDrawn(t *testing.T) {
	l := dutch(t)
	empty := &analysis.Study{Survey: &survey.Survey{}, Options: analysis.Defaults()}
	if _, err := Adoption(empty, l); err == nil || !strings.Contains(err.Error(), `role "adoption"`) {
		t.Errorf("adoption without questions: %v", err)
	}
	s := inventStudy()
	table := s.Table(analysis.AdoptionTopic, "WhatsApp")
	if _, err := Breakdown(s, table, "nope", nil, l); err == nil || !strings.Contains(err.Error(), `no share "nope"`) {
		t.Errorf("unknown row: %v", err)
	}
	if _, err := Breakdown(s, table, survey.Uses, []string{"province"}, l); err == nil || !strings.Contains(err.Error(), "it has type, size") {
		t.Errorf("unknown breakdown: %v", err)
	}
	if _, err := Breakdown(s, s.Table(analysis.AdoptionTopic, "live chat"), survey.Uses, nil, l); err == nil || !strings.Contains(err.Error(), "no groups") {
		t.Errorf("no groups: %v", err)
	}
	numbers := analysis.Table{ID: "volume", Rows: []analysis.Row{{Key: analysis.KeyMean, Measure: analysis.Mean}}}
	if _, err := Question(s, &numbers, l); err == nil || !strings.Contains(err.Error(), "no figures that a chart can show") {
		t.Errorf("statistics: %v", err)
	}
	for r := range table.Cells {
		for g := range table.Cells[r] {
			table.Cells[r][g] = hidden(analysis.HiddenSmall)
		}
	}
	if _, err := Breakdown(s, table, survey.Uses, nil, l); err == nil || !strings.Contains(err.Error(), "hidden-small") {
		t.Errorf("hidden total: %v", err)
	}
	if c, err := Question(s, table, l); err != nil || c.Empty == "" {
		t.Errorf("hidden question: %q, %v", c.Empty, err)
	}
	// The other channel is still there.
	if c, err := Adoption(s, l); err != nil || !strings.HasPrefix(c.Title, "Live chat: 11% gebruikt het nu") || c.Rows[1].Words == "" {
		t.Errorf("half hidden adoption: %q, %v", c.Title, err)
	}
}

func TestOneRespondent(t *testing.T) {
	s := &analysis.Study{Options: analysis.Options{Level: 0.95, Disclosure: analysis.Unprotected}, Survey: &survey.Survey{Respondents: 1}}
	invent(s, analysis.AdoptionTopic, survey.Question{ID: "chat", Kind: survey.Single, Channel: "chat"}, []analysis.Group{everyone()}, []int{1}, 0,
		[]answer{{code: "u", label: "Ja", means: survey.Uses, counts: []int{1}}})
	c, err := Adoption(s, dutch(t))
	if err != nil {
		t.Fatal(err)
	}
	if c.Source != "Bron: 1 respondent. Niet voor publicatie." || c.Rows[0].Marks[0].Label != "100%" {
		t.Errorf("%s %+v", c.Source, c.Rows[0])
	}
	drawPNG(t, c, 1)
}

func TestManyAnswersAreRanked(t *testing.T) {
	s := &analysis.Study{Options: analysis.Defaults(), Survey: &survey.Survey{Respondents: 100}}
	var answers []answer
	for i := range 40 {
		answers = append(answers, answer{code: strings.Repeat("a", i+1), label: "Antwoord " + strings.Repeat("a", i+1), counts: []int{i % 20}})
	}
	table := invent(s, analysis.OtherQuestion, survey.Question{ID: "q", Kind: survey.Single, Text: "Welke?"}, []analysis.Group{everyone()}, []int{100}, 0, answers)
	c, err := Question(s, table, dutch(t))
	if err != nil {
		t.Fatal(err)
	}
	last := c.Rows[len(c.Rows)-1]
	if c.Kind != Ranked || len(c.Rows) != mostRows || last.Label != "overige (11)" || len(c.Data.Records) != 40 {
		t.Errorf("%s chart, %d rows, last %q, %d records", c.Kind, len(c.Rows), last.Label, len(c.Data.Records))
	}
	drawPNG(t, c, 1)
}

func TestWholePercentages(t *testing.T) {
	tests := []struct {
		shares []float64
		spare  int
		want   []int
	}{
		{[]float64{56. / 117, 12. / 117, 12. / 117, 37. / 117}, 3, []int{48, 10, 10, 32}},
		{[]float64{1. / 3, 1. / 3, 1. / 3}, -1, []int{33, 33, 34}},
		// Rounded apart these are 31, 62 and 8: the spare share takes one off.
		{[]float64{4. / 13, 8. / 13, 1. / 13}, 2, []int{31, 62, 7}},
		{[]float64{4. / 13, 8. / 13, 1. / 13}, -1, []int{31, 61, 8}},
		{[]float64{0, 1, 0}, 0, []int{0, 100, 0}},
		{[]float64{1}, -1, []int{100}},
	}
	for _, tt := range tests {
		if diff := cmp.Diff(tt.want, wholePercentages(tt.shares, tt.spare)); diff != "" {
			t.Errorf("%v (-want +got):\n%s", tt.shares, diff)
		}
	}
}

func TestWholePercentagesAddUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		counts := rapid.SliceOfN(rapid.IntRange(0, 200), 1, 8).Draw(t, "counts")
		counts[0]++
		n := 0
		for _, c := range counts {
			n += c
		}
		shares := make([]float64, len(counts))
		for i, c := range counts {
			shares[i] = float64(c) / float64(n)
		}
		total := 0
		for i, w := range wholePercentages(shares, rapid.IntRange(-1, len(counts)-1).Draw(t, "spare")) {
			total += w
			if w < 0 || math.Abs(float64(w)-100*shares[i]) >= 1+1e-9 {
				t.Fatalf("%g became %d", 100*shares[i], w)
			}
		}
		if total != 100 {
			t.Fatalf("%v add up to %d", shares, total)
		}
	})
}

func TestSlug(t *testing.T) {
	tests := map[string]string{
		"WhatsApp adoption": "whatsapp-adoption", "Coördinatie / café’s": "coordinatie-cafe-s", "--": "chart", "": "chart", "été 2018!": "ete-2018",
	}
	for name, want := range tests {
		if got := slug(name); got != want {
			t.Errorf("slug(%q) = %q, want %q", name, got, want)
		}
	}
}

// TestLongQuestion: of a question that is too long to print its first words are printed, so
// that a chart never leaves out what it is about.
func TestLongQuestion(t *testing.T) {
	s := inventStudy()
	text := "Welke van deze argumenten" + strings.Repeat(" en deze redenen", 20) + "?"
	of := invent(s, analysis.Reasons, survey.Question{ID: "long", Kind: survey.Multiple, Text: text},
		[]analysis.Group{everyone()}, []int{100}, 0, []answer{{code: "a", label: "A", counts: []int{60}}, {code: "b", label: "B", counts: []int{30}}})
	c, err := Question(s, of, dutch(t))
	if err != nil {
		t.Fatal(err)
	}
	head, rest, found := strings.Cut(c.Subtitle, "… ")
	if !found || !strings.HasPrefix(text, head+" ") || len(head) < longest*3/4 || len(head) >= longest || !strings.HasPrefix(rest, "Percentage") {
		t.Errorf("the subtitle is %q", c.Subtitle)
	}
	for text, want := range map[string]string{"": "", "een twee": "een twee", "een, twee drie": "een…", "onafscheidelijk": "onafschei…", "een, twee drie [c]": "een… [c]", "een, twee [[]]": "een… [[]]", "een, twee [a] b]": "een…", "een twee [drie vier]": "een twee…"} {
		if got := beginning(text, 10); got != want {
			t.Errorf("the beginning of %q is %q, want %q", text, got, want)
		}
	}
}

// TestEveryone: the row of all respondents calls them organisations only where they are.
func TestEveryone(t *testing.T) {
	for _, people := range []bool{false, true} {
		s := inventStudy()
		want := "Alle organisaties"
		if people {
			for i := range s.Survey.Questions {
				s.Survey.Questions[i].Role = ""
			}
			want = "Alle respondenten"
		}
		of := invent(s, "", survey.Question{ID: "colour", Kind: survey.Single, Text: "Welke kleur?"},
			[]analysis.Group{everyone()}, []int{100}, 0, []answer{{code: "a", label: "Rood", counts: []int{60}}, {code: "b", label: "Blauw", counts: []int{40}}})
		c, err := Question(s, of, dutch(t))
		if err != nil {
			t.Fatal(err)
		}
		if got := c.Rows[0].Label; got != want {
			t.Errorf("people %t: %q", people, got)
		}
	}
}
