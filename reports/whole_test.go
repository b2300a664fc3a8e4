package reports

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"
	"testing"

	"benchmark/analysis"
	"benchmark/charts"
	"benchmark/survey"
	"benchmark/survey/locale"
)

// wholeOf is the report on the whole study of a survey.
func wholeOf(t *testing.T, s *survey.Survey, language string, o analysis.Options) (*Report, *locale.Locale) {
	t.Helper()
	l, err := locale.For(language)
	if err != nil {
		t.Fatal(err)
	}
	study, err := analysis.Analyze(s, o)
	if err != nil {
		t.Fatal(err)
	}
	return Build(study, Reading{}, l, Whole()), l
}

// outline is what stands in every section, without the figures.
func outline(r *Report) []byte {
	var b bytes.Buffer
	figures := func(f *Finding) string { return f.Table + " " + f.Row + " " + f.Group }
	for i := range r.Findings {
		if f := &r.Findings[i]; f.Headline {
			fmt.Fprintf(&b, "summary: %s\n", figures(f))
		}
	}
	for i := range r.Sections {
		s := &r.Sections[i]
		fmt.Fprintf(&b, "\n%s [%s]\n", s.Title, s.id())
		for k := range s.Findings {
			fmt.Fprintf(&b, "  says %s\n", figures(&s.Findings[k]))
		}
		for k := range s.Charts {
			fmt.Fprintf(&b, "  draws %s\n", s.Charts[k].Name)
		}
		for _, t := range s.Tables {
			fmt.Fprintf(&b, "  table %s\n", t.ID)
		}
		for k := range s.grids {
			fmt.Fprintf(&b, "  shows %s: %s\n", s.grids[k].title, strings.Join(s.grids[k].head, " | "))
		}
	}
	return b.Bytes()
}

func TestOutline(t *testing.T) {
	for _, language := range []string{"nl", "en"} {
		r, _ := wholeOf(t, sampleSurvey(t), language, analysis.Defaults())
		golden(t, "outline-"+language+".txt", outline(r))
	}
}

// withoutRoles is the sample as a survey of which nothing is known but the kinds of
// its questions.
func withoutRoles(t *testing.T) *survey.Survey {
	s := sampleSurvey(t)
	for i := range s.Questions {
		s.Questions[i].Role, s.Questions[i].Channel = survey.NoRole, ""
	}
	s.Design = survey.Design{}
	return s
}

// wholes are reports on whole studies of many kinds.
func wholes(t *testing.T) map[string]*Report {
	all := map[string]*Report{}
	add := func(name string, s *survey.Survey, o analysis.Options) { all[name], _ = wholeOf(t, s, "nl", o) }
	add("sample", sampleSurvey(t), analysis.Defaults())
	add("no roles", withoutRoles(t), analysis.Defaults())
	for _, questions := range []string{"webcare-owner", "whatsapp", "chatbot-words", "livechat-volume", "whatsapp-barriers,livechat-barriers", "presence"} {
		o := analysis.Defaults()
		o.Questions = strings.Split(questions, ",")
		add(questions, sampleSurvey(t), o)
	}
	o := analysis.Defaults()
	o.By = []string{"province", "webcare-owner"}
	add("by province", sampleSurvey(t), o)
	unframed := sampleSurvey(t)
	unframed.Design = survey.Design{}
	add("no frame", unframed, analysis.Defaults())
	return all
}

// TestWholeIsWhole holds that every table that is shown stands in one section, that
// every finding of a section is one of the report, stands in one place and speaks of
// figures that are shown, and that no section is empty.
func TestWholeIsWhole(t *testing.T) {
	for name, r := range wholes(t) {
		places, said, ids := map[string]int{}, map[string]int{}, map[string]int{}
		for i := range r.Sections {
			s := &r.Sections[i]
			if ids[s.id()]++; ids[s.id()] > 1 {
				t.Errorf("%s: two sections %s", name, s.id())
			}
			if len(s.Tables)+len(s.grids)+len(s.Findings)+len(s.Charts) == 0 {
				t.Errorf("%s: section %s is empty", name, s.Title)
			}
			if len(s.Notes) != len(s.Tables) {
				t.Errorf("%s: section %s has %d notes on %d tables", name, s.Title, len(s.Notes), len(s.Tables))
			}
			for _, table := range s.Tables {
				places[table.ID]++
			}
			for _, f := range s.Findings {
				said[f.Text]++
			}
		}
		for i := range r.Study.Tables {
			table := &r.Study.Tables[i]
			hidden := table.Topic == analysis.Bounds || onlyTotal(table)
			if n := places[table.ID]; n != 1 && !hidden {
				t.Errorf("%s: table %s stands in %d sections", name, table.ID, n)
			}
		}
		for _, f := range r.Findings {
			if n := said[f.Text]; n != 1 && name != "no roles" {
				t.Errorf("%s: %q stands in %d sections", name, f.Text, n)
			}
			delete(said, f.Text)
			for _, figure := range append([]Figure{f.Figure}, f.Others...) {
				if !shownFigure(r.Study, figure) {
					t.Errorf("%s: %q speaks of %v, which is not shown", name, f.Text, figure)
				}
			}
		}
		for text := range said {
			t.Errorf("%s: %q is no finding of the report", name, text)
		}
	}
}

// shownFigure reports whether a figure of a study may be spoken of.
func shownFigure(study *analysis.Study, f Figure) bool {
	for i := range study.Tables {
		t := &study.Tables[i]
		if t.ID != f.Table {
			continue
		}
		for r := range t.Rows {
			for g := range t.Groups {
				if t.Rows[r].Key == f.Row && t.Rows[r].Measure == f.Measure && groupKey(&t.Groups[g]) == f.Group {
					return t.Cells[r][g].Status == analysis.Estimated
				}
			}
		}
	}
	return false
}

// TestWholeReads holds that no format has a heading with nothing under it, and that
// a report on people does not call them organisations.
func TestWholeReads(t *testing.T) {
	l, err := locale.For("nl")
	if err != nil {
		t.Fatal(err)
	}
	bare := regexp.MustCompile(`(?m)^#+ [^\n]*\n\n(#{1,2} |$)`)
	for name, r := range wholes(t) {
		markdown := string(render(t, Markdown, r, l))
		if m := bare.FindString(markdown); m != "" {
			t.Errorf("%s: a heading with nothing under it: %q", name, m)
		}
		text := string(render(t, Text(Screen{Width: 80}), r, l))
		lines := strings.Split(text, "\n")
		for i := 0; i+3 < len(lines); i++ {
			if strings.HasPrefix(lines[i], "───") && lines[i+1] == "" {
				t.Errorf("%s: nothing under %q", name, lines[i-1])
			}
			if cells(lines[i]) > 80 {
				t.Errorf("%s: %d columns: %s", name, cells(lines[i]), lines[i])
			}
		}
		if name == "no roles" {
			for _, s := range append(append([]string{r.FindingsLead}, r.MethodNote...), factTexts(r.MethodBox)[1:]...) {
				if strings.Contains(s, "elke organisatie") || strings.Contains(s, "117 organisaties") {
					t.Errorf("%s: %s", name, s)
				}
			}
			if n := len(r.Summary()); n == 0 || n > headlinesOfPlain {
				t.Errorf("%s: %d findings in the summary", name, n)
			}
		}
	}
}

// TestWholeHidesTheHidden writes the hand-made study, whose hidden cells wrongly
// carry figures, in every format.
func TestWholeHidesTheHidden(t *testing.T) {
	study, reading := handMade()
	l, err := locale.For("nl")
	if err != nil {
		t.Fatal(err)
	}
	r := Build(study, reading, l, Whole())
	for name, f := range map[string]Renderer{
		"text": Text(Screen{Width: 100}), "markdown": Markdown, "email": Email, "html": HTML(charts.Default()), "json": JSON,
	} {
		out := string(render(t, f, r, l))
		for _, secret := range []string{"0.98765", "98,8%", "98,765", "7.654", "7654", "8.765", "8765"} {
			if strings.Contains(out, secret) {
				t.Errorf("%s shows the hidden %s", name, secret)
			}
		}
	}
}

// TestBarriersTold holds when one sentence tells what holds back most often: not
// where the channels differ in it, or two answers are as many.
func TestBarriersTold(t *testing.T) {
	l, err := locale.For("en")
	if err != nil {
		t.Fatal(err)
	}
	study, err := analysis.Analyze(sampleSurvey(t), analysis.Defaults())
	if err != nil {
		t.Fatal(err)
	}
	told := func() bool {
		b := &builder{study: study, survey: study.Survey, l: l, words: l.Report(), whole: true}
		_, ok := b.topBarrier()
		return ok
	}
	if !told() {
		t.Error("not told of the sample, where both channels lack capacity most")
	}
	second := study.Table(analysis.Barriers, "Live chat")
	most := second.Cells[0][0]
	second.Cells[0][0] = second.Cells[1][0]
	if told() {
		t.Error("told where two answers are given as often")
	}
	second.Cells[1][0] = most
	if told() {
		t.Error("told where the channels differ")
	}
}

// TestSectionsOfOthers holds that sections that others made stand in their place,
// and behind those of the study on the same topic.
func TestSectionsOfOthers(t *testing.T) {
	study, err := analysis.Analyze(sampleSurvey(t), analysis.Defaults())
	if err != nil {
		t.Fatal(err)
	}
	l, err := locale.For("en")
	if err != nil {
		t.Fatal(err)
	}
	r := Build(study, Reading{}, l, Whole(), With(
		Section{Topic: Changes, Title: "changed", Intro: []string{"text"}},
		Section{Topic: CapacityTopic, Name: "people", Title: "people", Intro: []string{"text"}},
		Section{Topic: Changes, Name: "empty", Title: "empty"},
	))
	var titles []string
	for i := range r.Sections {
		titles = append(titles, r.Sections[i].Title)
	}
	got := strings.Join(titles, "; ")
	want := regexp.MustCompile(`; Capacity; people; Who does webcare; .*Differences by [^;]*; changed$`)
	if !want.MatchString(got) || strings.Contains(got, "empty") {
		t.Errorf("sections: %s", got)
	}
}
