package codebook

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"benchmark/survey/export"
)

// Whether numbers are codes or amounts is for the tool to say, not for the
// wording: SurveyMonkey and Qualtrics mark what was chosen and what was typed.
func TestToolSaysWhatNumbersAre(t *testing.T) {
	for name, test := range map[string]struct {
		header string
		want   []string
	}{
		"surveymonkey": {
			"Respondent ID,Collector ID,Start Date,How many employees do you have?,Which is your year of membership?,How many calls per day?,How large is your share?\n,,,Response,Open-Ended Response,Open-Ended Response,Response",
			[]string{"D single", "E number", "F number", "G number"},
		},
		"surveymonkey in Dutch": {
			"Respondent ID,Collector ID,Start Date,Hoeveel medewerkers heeft u?,Welke jaarlaag bent u?,Hoeveel gesprekken per dag?,Hoe groot is uw deel?\n,,,Antwoord,Open antwoord,Open antwoord,Antwoord",
			[]string{"D single", "E number", "F number", "G number"},
		},
		"qualtrics": {
			"ResponseId,StartDate,EndDate,Q1,Q2,Q3,Q4\n" +
				"Response ID,Start Date,End Date,How many employees do you have?,Which is your year of membership?,How many calls per day?,How large is your share?\n" +
				`"{""ImportId"":""_recordId""}","{""ImportId"":""startDate""}","{""ImportId"":""endDate""}","{""ImportId"":""QID1""}","{""ImportId"":""QID2_TEXT""}","{""ImportId"":""QID3_TEXT""}","{""ImportId"":""QID4_1""}"`,
			[]string{"D single", "E number", "F number", "G number"},
		},
	} {
		lines := []string{test.header}
		for i := range 30 {
			start, end := fmt.Sprintf("1180000%05d", i), "40001234"
			if name == "qualtrics" {
				start, end = fmt.Sprintf("R_%05d", i), "2026-03-02 13:33:25"
			}
			lines = append(lines, fmt.Sprintf("%s,%s,2026-03-02 13:33:25,%d,%d,%d,%d", start, end, i%5+1, i%4+1, i%5+1, 3*i+2))
		}
		f, err := export.Read("export.csv", []byte(strings.Join(lines, "\n")+"\n"), export.Options{})
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		s := apply(t, Infer(f), f)
		for i := range s.Questions {
			got = append(got, strings.Join(s.Questions[i].Columns, "")+" "+s.Questions[i].Kind.String())
		}
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("%s: (-want +got)\n%s", name, diff)
		}
	}
}

// Without the tool's word, a quantity that has the numbers of a list among other
// questions with codes is doubted; one with gaps is not.
func TestQuantityAmongCodes(t *testing.T) {
	var rows []string
	for i := range 40 {
		rows = append(rows, fmt.Sprintf("%d,%d,%d", i%4+1, i%5+1, []int{1, 2, 5, 9, 14}[i%5]))
	}
	f := exported(t, "Which channel do you prefer?,How many employees do you have?,How many locations do you have?", rows...)
	cb := Infer(f)
	var got []string
	for i := range cb.Questions {
		q := &cb.Questions[i]
		got = append(got, q.Kind+" "+strings.Join(told(cb, q.ID), "; "))
	}
	want := []string{
		"single warning codes-unlabelled: " + cb.Doubts[0].Fix,
		"number warning maybe-codes: questions: " + cb.Questions[1].ID + ": kind: single",
		"number ",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}
