package reports

import (
	"encoding/json"
	"math"
	"regexp"
	"slices"
	"strings"
	"testing"

	"benchmark/analysis"
	"benchmark/analysis/position"
	"benchmark/survey"
	"benchmark/survey/locale"
)

// standingOf returns the report of respondent i of the sample's survey.
func standingOf(t *testing.T, language string, i int, peers ...position.Peers) (*Report, *locale.Locale) {
	t.Helper()
	study, l := weightedSample(t, language, analysis.Defaults())
	st, err := position.New(study.Study.Survey, position.Options{Level: 0.95, Disclosure: analysis.Publish, Peers: peers})
	if err != nil {
		t.Fatal(err)
	}
	return BuildPosition(st.Of(i), About{Name: "Gemeente Duindorp", Study: "HowAboutYou", Survey: study.Study.Survey}, l), l
}

func TestPositionReport(t *testing.T) {
	for _, tt := range []struct {
		name, language string
		render         Renderer
	}{
		{"position-nl-80.txt", "nl", Text(Screen{Width: 80})}, {"position-en-120.txt", "en", Text(Screen{Width: 120})},
		{"position-nl-40.txt", "nl", Text(Screen{Width: 40})}, {"position-nl.md", "nl", Markdown}, {"position-en.json", "en", JSON},
	} {
		r, l := standingOf(t, tt.language, 0, position.Peers{Nearest: 15})
		golden(t, tt.name, render(t, tt.render, r, l))
	}
}

// TestPositionNeverTooWide holds every line of a text to its screen.
func TestPositionNeverTooWide(t *testing.T) {
	r, l := standingOf(t, "nl", 3, position.Peers{Nearest: 15})
	for _, width := range []int{40, 59, 60, 80, 100} {
		for line := range strings.Lines(string(render(t, Text(Screen{Width: width}), r, l))) {
			if cells(strings.TrimRight(line, "\n")) > width {
				t.Errorf("wider than %d: %q", width, line)
			}
		}
	}
}

// TestPositionFieldsAreListed holds the JSON to its contract, and hidden figures
// to their status.
func TestPositionFieldsAreListed(t *testing.T) {
	r, l := standingOf(t, "en", 0, position.Peers{Nearest: 15})
	var v map[string]any
	if err := json.Unmarshal(render(t, JSON, r, l), &v); err != nil {
		t.Fatal(err)
	}
	found := map[string]bool{}
	walk(v, "", found)
	for path := range found {
		if !slices.Contains(PositionFields(), path) {
			t.Errorf("field %s is not listed", path)
		}
	}
	hidden := 0
	for _, x := range v["indicators"].([]any) {
		for _, f := range x.(map[string]any)["figures"].([]any) {
			figure := f.(map[string]any)
			if strings.HasPrefix(figure["status"].(string), "hidden") {
				if hidden++; len(figure) != 1 {
					t.Errorf("a hidden figure says more: %v", figure)
				}
			}
		}
	}
	if hidden == 0 {
		t.Error("no figure is hidden")
	}
}

// wherePublished are the table and row of the study in which the figure of an
// indicator stands.
func wherePublished() map[string][2]string {
	return map[string][2]string{
		"whatsapp:uses": {"whatsapp-adoption", "uses"}, "livechat:plans": {"live-chat-consideration", analysis.KeyPlans},
		"presence:linkedin": {"channels", "linkedin"}, "whatsapp-satisfaction:satisfied": {"whatsapp-satisfaction", analysis.KeyTopTwo},
		"livechat-barriers:capacity": {"live-chat-barriers", "capacity"}, "whatsapp-volume": {"whatsapp-volume", analysis.KeyMedian},
		"contact-change:rise": {"change", analysis.KeyRise}, "webcare-owner:contact-centre": {"ownership", "contact-centre"},
	}
}

// published returns the figure of all in a study.
func published(t *testing.T, study *analysis.Study, at [2]string) *analysis.Estimate {
	t.Helper()
	for i := range study.Tables {
		table := &study.Tables[i]
		for _, m := range []analysis.Measure{analysis.Share, analysis.Median} {
			if r := table.Row(at[1], m); table.ID == at[0] && r >= 0 {
				return &table.Cells[r][0]
			}
		}
	}
	t.Fatalf("the study has no row %s in table %s", at[1], at[0])
	return nil
}

// TestPositionSaysWhatTheStudySays holds the figures of all in a report on one
// organisation to those of the study by the same options: the weighted ones as they
// are, and the plain ones but for the own answer.
func TestPositionSaysWhatTheStudySays(t *testing.T) {
	weighted, _ := weightedSample(t, "nl", analysis.Defaults())
	plain := *weighted.Study.Survey
	plain.Design.Sampled, plain.Design.Weights, plain.Design.WeightedBy = false, nil, survey.Unweighted
	unweighted, err := analysis.Analyze(&plain, analysis.Defaults())
	if err != nil {
		t.Fatal(err)
	}
	st, err := position.New(weighted.Study.Survey, position.Options{Level: 0.95, Disclosure: analysis.Publish})
	if err != nil {
		t.Fatal(err)
	}
	checked := 0
	for i := range plain.Respondents {
		p := st.Of(i)
		for k := range p.Rows {
			r := &p.Rows[k]
			at, known := wherePublished()[r.ID]
			if !known {
				continue
			}
			if want := published(t, weighted.Study, at); r.National.Value != want.Value || r.National.Low != want.Low || r.National.Base != want.Base {
				t.Fatalf("%s: %v on %d, the study says %v on %d", r.ID, r.National.Value, r.National.Base, want.Value, want.Base)
			}
			all, others := published(t, unweighted, at), &r.Standings[0].Figure
			own, count := 0, 0
			if r.Own.State == position.Given {
				own = 1
			}
			if r.Own.State == position.Given && r.Own.Yes {
				count = 1
			}
			if others.Base+own != all.Base || !r.Amount && others.Count+count != all.Count {
				t.Fatalf("respondent %d, %s: %d of %d beside %d of %d of all", i, r.ID, others.Count, others.Base, all.Count, all.Base)
			}
			checked++
		}
	}
	if want := plain.Respondents * len(wherePublished()); checked != want {
		t.Errorf("%d figures were looked at, want %d", checked, want)
	}
}

// TestAdviceFollowsFromOwnAnswers reads the advice of every respondent: what an advice
// says that it answered, it did answer, and who answered it gets the advice.
func TestAdviceFollowsFromOwnAnswers(t *testing.T) {
	study, l := weightedSample(t, "nl", analysis.Defaults())
	s := study.Study.Survey
	st, err := position.New(s, position.Options{Level: 0.95, Disclosure: analysis.Publish})
	if err != nil {
		t.Fatal(err)
	}
	given := func(p *position.Position, id string) bool {
		k := slices.IndexFunc(p.Rows, func(r position.Row) bool { return r.ID == id })
		return p.Rows[k].Own.State == position.Given && p.Rows[k].Own.Yes
	}
	counts := map[string]int{}
	for i := range s.Respondents {
		p := st.Of(i)
		r := BuildPosition(p, About{Name: "x", Study: "y", Survey: s}, l)
		advice := adviceOf(r, l)
		owner := s.Questions[s.First(survey.Owner)].Options[s.Columns[s.First(survey.Owner)].Code(i)].Means
		for said, want := range map[string]bool{
			"U noemt ‘Gebrek aan capaciteit’":       given(p, "whatsapp-barriers:capacity") || given(p, "livechat-barriers:capacity"),
			"U noemt ‘Medewerkers nog niet klaar’":  given(p, "whatsapp-barriers:staff-not-ready") || given(p, "livechat-barriers:staff-not-ready"),
			"U begint zeker of zeer waarschijnlijk": given(p, "whatsapp:plans") || given(p, "livechat:plans"),
			"antwoordde u ‘Communicatie’":           owner == survey.Communication,
			"antwoordde u ‘Een mix van beide’":      owner == survey.Mixed,
		} {
			if got := strings.Contains(advice, said); got != want {
				t.Fatalf("respondent %d: %q is %v, want %v in\n%s", i, said, got, want, advice)
			} else if got {
				counts[said]++
			}
		}
		if strings.Count(advice, "Combineer chatten niet") > 1 {
			t.Errorf("respondent %d is told twice what not to combine:\n%s", i, advice)
		}
	}
	if len(counts) != 5 || counts["antwoordde u ‘Communicatie’"] != 52 || counts["antwoordde u ‘Een mix van beide’"] != 29 {
		t.Errorf("advice was given so often: %v", counts)
	}
}

// adviceOf is what a report advises.
func adviceOf(r *Report, l *locale.Locale) string {
	for _, s := range r.Sections {
		if s.Title == l.Position().Headings().Advice {
			return strings.Join(s.Intro, "\n")
		}
	}
	return ""
}

// TestAdviceOfTheCodebook holds that advice of the codebook names the own answer,
// stands instead of that of the program, and is for who gave the answer alone.
func TestAdviceOfTheCodebook(t *testing.T) {
	study, l := weightedSample(t, "en", analysis.Defaults())
	s := study.Study.Survey
	limit := 5.0
	owner, volume := &s.Questions[s.Find("webcare-owner")], &s.Questions[s.Find("whatsapp-volume")]
	owner.Advice = []survey.Advice{{Of: []string{"mixed"}, Dutch: "Kies.", English: "Choose."}}
	volume.Advice = []survey.Advice{{Above: &limit, Dutch: "Alleen Nederlands."}}
	st, err := position.New(s, position.Options{Level: 0.95, Disclosure: analysis.Publish})
	if err != nil {
		t.Fatal(err)
	}
	chosen, many := 0, 0
	for i := range s.Respondents {
		r := BuildPosition(st.Of(i), About{Name: "x", Study: "y", Survey: s}, l)
		advice := adviceOf(r, l)
		if strings.Contains(advice, "To “Wie doet de webcare” you answered “Een mix van beide”. Choose.") {
			chosen++
			if strings.Contains(advice, "Asked who does webcare") {
				t.Errorf("the program's own advice stands beside it:\n%s", advice)
			}
		}
		if strings.Contains(advice, "Alleen Nederlands.") {
			many++
		}
	}
	above := 0
	for r, x := range s.Columns[s.Find("whatsapp-volume")].Numbers() {
		if s.Columns[s.Find("whatsapp-volume")].State(r) == survey.Answered && x > limit {
			above++
		}
	}
	if chosen != 29 || many != above || many == 0 {
		t.Errorf("advice for %d and %d, want 29 and %d", chosen, many, above)
	}
}

// TestEnglishOfADutchSurvey holds that what the program knows is said in English in
// every report, and that words of the survey stand in quotation marks.
func TestEnglishOfADutchSurvey(t *testing.T) {
	study, l := weightedSample(t, "en", analysis.Defaults())
	s := study.Study.Survey
	st, err := position.New(s, position.Options{Level: 0.95, Disclosure: analysis.Publish})
	if err != nil {
		t.Fatal(err)
	}
	quoted := regexp.MustCompile(`“[^”]*”`)
	for i := range s.Respondents {
		r := BuildPosition(st.Of(i), About{Name: "x", Study: "y", Survey: s}, l)
		for _, section := range r.Sections {
			for _, text := range append(slices.Clone(section.Intro), findingsOf(r)...) {
				bare := quoted.ReplaceAllString(text, "")
				for _, dutch := range []string{"vragen", "gesprekken", "per uur", "gemeenten", "inwoners", "meer)", "capaciteit", " en ", " van ", "Tot "} {
					if strings.Contains(bare, dutch) {
						t.Fatalf("respondent %d: %q in %q", i, dutch, text)
					}
				}
			}
		}
	}
}

func findingsOf(r *Report) []string {
	var texts []string
	for _, f := range r.Findings {
		texts = append(texts, f.Text)
	}
	return texts
}

// TestPositionsAreNumbersThatMakeSense holds the ranks that are shown to 0 to 1, and
// those on a scale to groups of which the tables tell the answers.
func TestPositionsAreNumbersThatMakeSense(t *testing.T) {
	study, _ := weightedSample(t, "nl", analysis.Defaults())
	st, err := position.New(study.Study.Survey, position.Options{
		Level: 0.95, Disclosure: analysis.Publish, Peers: []position.Peers{{Nearest: 15}},
	})
	if err != nil {
		t.Fatal(err)
	}
	scales := 0
	for i := range study.Study.Survey.Respondents {
		p := st.Of(i)
		for k := range p.Rows {
			for g, standing := range p.Rows[k].Standings {
				e := standing.Rank
				if e.Status != analysis.Estimated {
					continue
				}
				if math.IsNaN(e.Value) || e.Low > e.Value || e.High < e.Value || e.Low < 0 || e.High > 1 {
					t.Errorf("respondent %d, %s: %v in [%v, %v]", i, p.Rows[k].ID, e.Value, e.Low, e.High)
				}
				if !p.Rows[k].Amount {
					scales++
					if p.Groups[g].Kind == position.Chosen {
						t.Errorf("respondent %d, %s: a place on a scale among chosen peers", i, p.Rows[k].ID)
					}
				}
			}
		}
	}
	if scales == 0 {
		t.Error("no place on a scale was told")
	}
}
