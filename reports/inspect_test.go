package reports

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"benchmark/analysis"
	"benchmark/survey"
	"benchmark/survey/codebook"
	"benchmark/survey/export"
	"benchmark/survey/locale"
)

// inferred reads a file without a codebook, as far as its report.
func inferred(t *testing.T, name, text, language string) (*Report, *locale.Locale) {
	t.Helper()
	l, err := locale.For(language)
	if err != nil {
		t.Fatal(err)
	}
	f, err := export.Read(name, []byte(text), export.Options{})
	if err != nil {
		t.Fatal(err)
	}
	cb := codebook.Infer(f)
	s, err := cb.Apply(f)
	if err != nil {
		t.Fatal(err)
	}
	study, err := analysis.Analyze(s, analysis.Defaults())
	if err != nil {
		t.Fatal(err)
	}
	return Build(study, Reading{File: f, Codebook: cb}, l), l
}

// visitors is an export of LimeSurvey of 40 visitors of a library: partials have
// no date of submission.
func visitors() string {
	var b strings.Builder
	b.WriteString("id;submitdate;lastpage;startlanguage;E-mail;Where do you live?;What do you use? [Books];What do you use? [Desk];" +
		"How was it? [Staff];How was it? [Opening hours];How old are you?;Remarks\n")
	for i := range 40 {
		sent := "2024-03-0" + fmt.Sprint(1+i%9) + " 10:00:00"
		if i%10 == 3 {
			sent = ""
		}
		home := []string{"The town", "A village", "Elsewhere"}[i%3]
		rating := []string{"Agree", "Disagree", "Strongly disagree", "Strongly agree"}
		fmt.Fprintf(&b, "%d;%s;3;en;v%d@example.org;%s;%s;%s;%s;%s;%d;\n", i+1, sent, i, home,
			[]string{"Yes", "No"}[i%2], []string{"Yes", "Yes", "No"}[i%3], rating[i%4], rating[i%3], 18+i)
	}
	return b.String()
}

// TestInspectionOfAFile holds what a person who knows the survey must see at a
// glance: who answered, each question with its kind and the reason, the columns
// that were left out, and what to do next.
func TestInspectionOfAFile(t *testing.T) {
	r, l := inferred(t, "visitors.csv", visitors(), "en")
	got := string(render(t, InspectText(Screen{Width: 100}), r, l))
	for _, want := range []string{
		"How visitors.csv was read\n40 respondents, 1–9 March 2024, ",
		"made with           LimeSurvey (",
		"headings            row 1 (the answers begin below it)",
		"respondents           40\nof whom not finished   4\nFinished are those with a value in column B.\n",
		"one answer (3 answers that recur) · answered 40\n       3 options: ",
		"G–H    What do you use?\n",
		"select all (2 columns with ticks) · answered 40\n       2 options: Books | Desk\n",
		"I–J    How was it?\n       2 rows · scale (4 points of agreement)\n       4 options: Strongly disagree | Disagree | Agree | Strongly agree\n",
		"       J   Opening hours  ",
		"number (100% of the cells are numbers) · answered 40\n",
		"• empty: nobody filled it in: L Remarks\n",
		"• personal data: not used: E E-mail\n",
		"• id of the response: A id\n",
		"1. Write the codebook: benchmark inspect visitors.csv --write-codebook visitors.codebook.yaml\n",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not in the inspection", want)
		}
	}
	for _, wrong := range []string{"organisation", "example.org"} {
		if strings.Contains(got, wrong) {
			t.Errorf("%q is in the inspection", wrong)
		}
	}
	if t.Failed() {
		t.Log(got)
	}
}

// TestIssuesStandByTheirEffect: doubts first, and among equals those that touch
// most answers.
func TestIssuesStandByTheirEffect(t *testing.T) {
	s := &survey.Survey{
		Questions: []survey.Question{{ID: "few"}, {ID: "many"}},
		Issues: []survey.Issue{
			{Severity: survey.Note, Code: survey.IssuePartialRows, Args: []string{"900"}},
			{Severity: survey.Warning, Code: survey.IssueScaleOrderGuess, Question: "few"},
			{Severity: survey.Warning, Code: survey.IssueScaleOrderGuess, Question: "many"},
			{Severity: survey.Doubt, Code: survey.IssueUnknownOption, Question: "many", Args: []string{"many", "x", "4", "1"}},
			{Severity: survey.Doubt, Code: survey.IssueDuplicateID, Args: []string{"3", "7"}},
		},
	}
	for answered := 1; answered < 3; answered++ {
		c := survey.NewColumn(&survey.Question{Kind: survey.Multiple}, 3)
		for r := range answered {
			c.Tick(r)
		}
		s.Columns = append(s.Columns, c)
	}
	var got []string
	for _, i := range byEffect(s) {
		got = append(got, strings.TrimSpace(i.Severity.String()+" "+string(i.Code)+" "+i.Question))
	}
	want := []string{"doubt duplicate-id", "doubt unknown-option many", "warning scale-order-guess many", "warning scale-order-guess few", "note partial-rows"}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("order (-want +got):\n%s", d)
	}
}

// TestFixesCanBeCopied: the codebook line stands alone on its line, however
// narrow the screen.
func TestFixesCanBeCopied(t *testing.T) {
	r, l := build(t, "en")
	r.Study.Survey.Issues = append(r.Study.Survey.Issues, survey.Issue{
		Severity: survey.Doubt, Code: survey.IssueInconsistent, Question: "volume", Args: []string{"volume", "whatsapp", "1"},
		Fix: `questions: volume: asked_if: {whatsapp: ["uses", "pilot", "another"]}`,
	})
	got := string(render(t, InspectText(Screen{Width: 40}), r, l))
	if want := "question volume:\n      asked_if: {whatsapp: [\"uses\", \"pilot\", \"another\"]}\n"; !strings.Contains(got, want) {
		t.Errorf("%q is not in\n%s", want, got)
	}
}
