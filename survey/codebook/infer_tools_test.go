package codebook

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"benchmark/survey"
	"benchmark/survey/export"
)

// exported reads a file of comma-separated lines as the tool wrote it.
func exported(t *testing.T, header string, rows ...string) *export.File {
	t.Helper()
	text := strings.TrimSpace(header) + "\n" + strings.Join(rows, "\n") + "\n"
	f, err := export.Read("export.csv", []byte(text), export.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// questionsOf tells the kind, the columns, the base and the counts by label of
// every closed question, and the kind and base of the others.
func questionsOf(s *survey.Survey) []string {
	var told []string
	for i := range s.Questions {
		q, c := &s.Questions[i], &s.Columns[i]
		base := c.Base().Count()
		line := fmt.Sprintf("%s %s %s %d:", strings.Join(q.Columns, ""), q.Kind, q.Text, base)
		for o := range q.Options {
			n := 0
			for r := range s.Respondents {
				n += one(c.Is(r, o))
			}
			line += fmt.Sprintf(" %s=%d", q.Options[o].Label, n)
		}
		told = append(told, line)
	}
	return told
}

// codesOf tells the codes of the issues that are more than a note.
func codesOf(s *survey.Survey) []string {
	var codes []string
	for _, i := range s.Issues {
		if i.Severity > survey.Note {
			codes = append(codes, string(i.Code))
		}
	}
	return codes
}

// The tool of a file says which column is a text, what a number means and which
// rows count. The counts were made by hand from the rows.
func TestToolsOwnMarks(t *testing.T) {
	const greek = `StartDate,Status,Progress,Finished,ResponseId,DistributionChannel,Q1,Q1_4_TEXT,Q5_1,Q5_2,Q5_6,Q5_6_TEXT
α,β,γ,δ,ε,ζ,Which body? - Επιλογή,Which body? - Another - Κείμενο,Which channels? - Επιλογή - Telephone,Which channels? - Επιλογή - Chat,Which channels? - Επιλογή - Elsewhere,Which channels? - Elsewhere - Κείμενο
{'ImportId': 'startDate'},{'ImportId': 'status'},{'ImportId': 'progress'},{'ImportId': 'finished'},{'ImportId': '_recordId'},{'ImportId': 'distributionChannel'},{'ImportId': 'QID1'},{'ImportId': 'QID1_4_TEXT'},{'ImportId': 'QID5_1'},{'ImportId': 'QID5_2'},{'ImportId': 'QID5_6'},{'ImportId': 'QID5_6_TEXT'}`
	tests := []struct {
		name, header string
		rows         []string
		kept         int
		questions    []string
		issues       []string
	}{{
		"Qualtrics, words in a language that is not known", greek,
		append(repeat(6, "2024-01-01 09:00,ναι,100,Α,R,anonymous,City,,Telephone,Chat,,"),
			"2024-01-01 09:00,ναι,40,Ψ,R7,anonymous,Another,a museum,,,Elsewhere,a counter",
			"2024-01-01 09:00,ναι,100,Α,R8,anonymous,City,,Telephone,,,",
			"2024-01-01 09:00,όχι,100,Α,R9,preview,City,,Telephone,,,"), 8,
		[]string{"GH single Which body? 8: City=7 Another=1", "IJKL multiple Which channels? 8: Telephone=7 Chat=6 Elsewhere=1"},
		nil,
	}, {
		"Qualtrics, codes", greek,
		append(repeat(6, "2024-01-01 09:00,0,100,1,,anonymous,1,,1,1,,"),
			"2024-01-01 09:00,0,40,0,,anonymous,4,a museum,,,1,a counter",
			"2024-01-01 09:00,8,100,1,,anonymous,2,,1,,,",
			"2024-01-01 09:00,1,100,1,,preview,2,,1,,,"), 8,
		[]string{"GH single Which body? 8: 1=6 2=1 4=1", "IJKL multiple Which channels? 8: Telephone=7 Chat=6 Elsewhere=1"},
		[]string{"spam", "option-codes"},
	}, {
		"Qualtrics, joined without a blank", `StartDate,ResponseId,Finished,Q5
Start,Id,Finished,Which channels?
{'ImportId': 'startDate'},{'ImportId': '_recordId'},{'ImportId': 'finished'},{'ImportId': 'QID5'}`,
		append(append(repeat(5, `2024-01-01 09:00,,True,"Telephone,Post, or fax"`), repeat(4, `2024-01-01 09:00,,True,"Post, or fax,Chat"`)...),
			repeat(3, `2024-01-01 09:00,,True,Telephone`)...), 12,
		[]string{"D multiple Which channels? 12: Post, or fax=9 Telephone=8 Chat=4"}, nil,
	}, {
		"SurveyMonkey, Dutch, one row, two columns for other", `Respondent ID,Collector ID,Begindatum,Wat is uw rol? - Antwoord,Wat is uw rol? - Overig (geef nadere toelichting),Welke kanalen? - Chat,Welke kanalen? - Brief,Welke kanalen? - Overig (geef nadere toelichting),Welke kanalen? - Overig (geef nadere toelichting),Waarom? - Open antwoord`,
		append(repeat(6, ",1,1-2-2024,Chef,,Chat,Brief,,,"),
			",1,1-2-2024,,Klerk,,,Overig (geef nadere toelichting),balie,", ",1,1-2-2024,Chef,,Chat,,,,omdat het kan"), 8,
		[]string{"DE single Wat is uw rol? 8: Chef=7 Anders=1", "FGHI multiple Welke kanalen? 8: Chat=7 Brief=6 Overig (geef nadere toelichting)=1", "J open Waarom? 1:"},
		nil,
	}, {
		"SurveyMonkey, codes", `Respondent ID,Collector ID,Start Date,Which body?,,Which channels?,,,Do you chat?,How likely is it?
,,,Response,Other (please specify),Telephone,Chat,Don't know,Response,Response`,
		append(repeat(6, ",1,2024-01-02,1,,1,2,,1,10"), ",1,2024-01-02,0,club,,,0,2,0", ",1,2024-01-02,0,shop,,,0,2,7", ",1,2024-01-02,0,school,,2,,1,5"), 9,
		[]string{"DE single Which body? 9: 1=6 0=3", "FGH multiple Which channels? 9: Telephone=6 Chat=7 Don't know=2", "I single Do you chat? 9: 1=7 2=2", "J scale How likely is it? 9: 0=1 1=0 2=0 3=0 4=0 5=1 6=0 7=1 8=0 9=0 10=6"},
		[]string{"scale-order-guess", "option-codes"},
	}, {
		"Alchemer, screened out, write-in beside a tick", `Response ID,Time Started,Date Submitted,Status,SessionID,Chat:Which channels?,Elsewhere:Which channels?,Elsewhere - Write In:Which channels?,Being comfortable:To what extent do you agree?,Being uncomfortable:To what extent do you agree?`,
		append(repeat(6, ",2024-01-02 09:00,2024-01-02 09:10,Complete,s,Chat,,,Agree,Disagree"),
			",2024-01-02 09:00,,Partial,s,,Elsewhere,a counter,Disagree,Agree",
			",2024-01-02 09:00,2024-01-02 09:10,Disqualified,s,Chat,,,Agree,Agree",
			",2024-01-02 09:00,2024-01-02 09:10,Deleted,s,Chat,,,Agree,Agree"), 7,
		[]string{
			"FGH multiple Which channels? 7: Chat=6 Elsewhere=1",
			"I scale To what extent do you agree? [Being comfortable] 7: Disagree=1 Agree=6",
			"J scale To what extent do you agree? [Being uncomfortable] 7: Disagree=6 Agree=1",
		},
		nil,
	}, {
		"Typeform, options that sound like personal data, yes as 1", `#,Phone,Name,E-mail,Other,Do you chat?,Start Date (UTC),Submit Date (UTC),Network ID`,
		append(repeat(6, ",Phone,,E-mail,,1,2024-01-02 09:00:00,2024-01-02 09:09:00,n"),
			",,,E-mail,pigeon,0,2024-01-02 09:00:00,2024-01-02 09:09:00,n", ",Phone,,,,0,2024-01-02 09:00:00,2024-01-02 09:09:00,n"), 8,
		[]string{"BCDE multiple Phone 8: Phone=7 Name=0 E-mail=7 Other=1", "F single Do you chat? 8: Yes=6 No=2"}, nil,
	}, {
		"Typeform, two blocks that touch", `#,Phone,Letter,Chat,Twitter,Facebook,Start Date (UTC),Submit Date (UTC),Network ID`,
		append(append(repeat(6, ",Phone,,Chat,Twitter,,2024-01-02 09:00:00,2024-01-02 09:09:00,n"),
			repeat(3, ",,Letter,,,Facebook,2024-01-02 09:00:00,2024-01-02 09:09:00,n")...),
			",,Letter,Chat,Twitter,Facebook,2024-01-02 09:00:00,2024-01-02 09:09:00,n"), 10,
		[]string{"BCDEF multiple Phone 10: Phone=6 Letter=4 Chat=7 Twitter=7 Facebook=4"}, []string{"block-border"},
	}}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			f := exported(t, test.header, test.rows...)
			s := inferred(t, f)
			if s.Respondents != test.kept {
				t.Errorf("%d respondents, want %d", s.Respondents, test.kept)
			}
			if diff := cmp.Diff(test.questions, questionsOf(s)); diff != "" {
				t.Errorf("(-truth +read)\n%s", diff)
			}
			if diff := cmp.Diff(test.issues, codesOf(s)); diff != "" {
				t.Errorf("issues (-truth +read)\n%s", diff)
			}
		})
	}
}

// A file of try-outs alone is refused, with the words that say so.
func TestAllTests(t *testing.T) {
	f := exported(t, "StartDate,ResponseId,Status,Finished,Q1", repeat(12, "2024-01-01,,Survey Preview,True,often")...)
	if _, err := Infer(f).Apply(f); err == nil || !strings.Contains(err.Error(), "Survey Preview") {
		t.Errorf("got %v", err)
	}
}
