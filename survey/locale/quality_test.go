package locale

import (
	"testing"

	"benchmark/survey"
)

func TestQualityIssues(t *testing.T) {
	for _, test := range []struct {
		code   survey.Code
		args   []string
		nl, en string
	}{
		{survey.IssueSimilarBody, []string{"2", "2 + 5", "7 + 9"},
			"2 organisaties hebben misschien meer dan één keer geantwoord, onder een naam die bijna gelijk is (rij 2 + 5 en 7 + 9); alle antwoorden tellen mee.",
			"2 organisations may have answered more than once, under nearly the same name (rows 2 + 5 and 7 + 9); all answers count."},
		{survey.IssueNotInRegister, []string{"1", "4"}, "1 respondent staat niet in het register, bijvoorbeeld rij 4.", "1 respondent is not in the register, for example row 4."},
		{survey.IssueSpeeder, []string{"2", "95", "4", "8"},
			"2 respondenten waren klaar in minder dan een derde van de gebruikelijke tijd (2 minuten), bijvoorbeeld rij 4 en 8.",
			"2 respondents took less than a third of the usual time (2 minutes), for example rows 4 and 8."},
		{survey.IssueExcelDateOption, []string{"staff", "5-jan", "1-5", "5-1"},
			"Vraag staff: ‘5-jan’ kan door Excel zijn gemaakt van ‘1-5’ of ‘5-1’.", "Question staff: “5-jan” may have been made by Excel of “1-5” or “5-1”."},
		{survey.IssueInconsistent, []string{"volume", "app", "2", "4", "5"},
			"Vraag volume: 2 respondenten gaven antwoord, maar zeiden bij vraag app het kanaal niet te gebruiken, bijvoorbeeld rij 4 en 5; het antwoord telt mee.",
			"Question volume: 2 respondents gave an answer but said in question app not to use the channel, for example rows 4 and 5; the answer counts."},
	} {
		for tag, want := range map[string]string{"nl": test.nl, "en": test.en} {
			l, err := For(tag)
			if err != nil {
				t.Fatal(err)
			}
			if got := l.Issue(survey.Issue{Code: test.code, Args: test.args}); got != want {
				t.Errorf("%s: got  %s\n want %s", tag, got, want)
			}
		}
	}
}
