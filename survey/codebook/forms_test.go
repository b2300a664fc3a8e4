package codebook

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"benchmark/survey"
	"benchmark/survey/export"
)

// formOf reads a text file and returns a line per question: heading, kind,
// answers, and how many chose each option.
func formOf(t *testing.T, text string) []string {
	t.Helper()
	f, err := export.Read("form.csv", []byte(text), export.Options{})
	if err != nil {
		t.Fatal(err)
	}
	s := inferred(t, f)
	lines := []string{fmt.Sprintf("%s %d", f.Dialect.Name, s.Respondents)}
	for i := range s.Questions {
		q := &s.Questions[i]
		line := fmt.Sprintf("%s: %s %d", q.Text, q.Kind, states(s, q.ID)["answered"])
		n := counts(s, q.ID)
		for _, o := range q.Options {
			if q.Kind != survey.Scale || n[o.Code] > 0 {
				line += fmt.Sprintf("; %s %d", o.Label, n[o.Code])
			}
		}
		lines = append(lines, line)
	}
	return lines
}

// Google Forms stamps in the notation of the sheet; what follows is the same
// form, with a quiz score that is no question.
func TestGoogleFormsInEveryLocale(t *testing.T) {
	for heading, stamp := range map[string]string{
		"Timestamp": "%d/13/2024 19:07:45", "Tijdstempel": "13-%d-2024 19:07:45", "Zeitstempel": "13.0%d.2024 19:07:45",
		"Horodateur": "13/0%d/2024 19:07:45", "Marca temporal": "13/0%d/2024 19:07:45", "Carimbo de data/hora": "13/0%d/2024 19:07:45",
		"Tidstämpel": "2024-0%d-13 19:07:45", "Informazioni cronologiche": "13/0%d/2024 19.07.45", "Sygnatura czasowa": "2024-0%d-13 19:07:45",
	} {
		t.Run(heading, func(t *testing.T) {
			var b strings.Builder
			b.WriteString(heading + `,Score,Which channels? (select all that apply),How satisfied are you? [Chat],How satisfied are you? [Telephone],Why?,Why?` + "\n")
			for i, row := range []string{
				`4 / 10,"Chat, Telephone",4,5,Because it is quick,`,
				`10 / 10,Chat,5,5,,no idea`,
				`7 / 10,"Chat, Counter (with, or without appointment)",3,1,,Nobody asked us to do so`,
				`0 / 10,Telephone,4,2,It had to be done by May,no idea`,
				`7 / 10,"Counter (with, or without appointment)",3,2,,`,
			} {
				fmt.Fprintf(&b, stamp+",%s\n", i+1, row)
			}
			want := []string{
				"googleforms 5",
				"Which channels? (select all that apply): multiple 5; Chat 3; Counter (with, or without appointment) 2; Telephone 2",
				"How satisfied are you? [Chat]: scale 5; 3 2; 4 2; 5 1",
				"How satisfied are you? [Telephone]: scale 5; 1 1; 2 2; 5 2",
				"Why?: open 2",
				"Why?: open 3",
			}
			if diff := cmp.Diff(want, formOf(t, b.String())); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// Microsoft Forms: lists end in a semicolon, statements of a Likert question
// have a heading of their own, points and feedback are no questions.
func TestMicrosoftFormsInFourLanguages(t *testing.T) {
	for _, head := range []string{
		"ID,Start time,Completion time,Email,Name,Last modified time,%s,Total points,Quiz feedback,Points - Why?,Feedback - Why?",
		"ID,Begintijd,Tijd van voltooien,E-mail,Naam,Tijd van laatste wijziging,%s,Totaal aantal punten,Feedback op quiz,Punten - Why?,Feedback - Why?",
		"ID,Startzeit,Fertigstellungszeit,E-Mail,Name,Zeitpunkt der letzten Änderung,%s,Gesamtpunktzahl,Quizfeedback,Punkte – Why?,Feedback – Why?",
		"ID,Heure de début,Heure de fin,Adresse de messagerie,Nom,Heure de la dernière modification,%s,Total des points,Quiz feedback,Points - Why?,Feedback - Why?",
	} {
		text := fmt.Sprintf(head, "Which channels do you use?\u00a0,The chat is quick,The chat is cheap,Why?,Why?2") + "\n"
		for i, row := range []string{
			"Chat;Telephone;,Agree,Agree,Because it is quick.,,5,,5,", "Chat;,Agree,Neutral,,no idea,4,,4,",
			"Telephone;,Agree,Disagree,,Because they like it here.,3,,3,", "Counter;Chat;,Agree,Strongly agree,It was the law.,no idea,5,,5,",
		} {
			text += fmt.Sprintf("%d,4-3-24 10:0%[1]d,4-3-24 11:0%[1]d,anonymous,,,%s\n", i+1, row)
		}
		want := []string{
			"msforms 4",
			"Which channels do you use?: multiple 4; Chat 3; Telephone 2; Counter 1",
			"The chat is quick: scale 4; Agree 4",
			"The chat is cheap: scale 4; Disagree 1; Neutral 1; Agree 1; Strongly agree 1",
			"Why?: open 2",
			"Why?: open 3",
		}
		if diff := cmp.Diff(want, formOf(t, text)); diff != "" {
			t.Errorf("%s: %s", head, diff)
		}
	}
}
