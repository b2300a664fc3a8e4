package codebook

import (
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"benchmark/survey"
)

// A question that names no channel is about one only where the questionnaire
// says so; else its figures would be printed as those of that channel.
func TestChannelOfAQuestionThatNamesNone(t *testing.T) {
	const (
		uses  = "Does your organisation use WhatsApp?"
		calls = "How many questions does one agent handle per hour?"
		lists = "Which contact channels does your organisation offer?"
		other = "How many employees does your organisation have?"
		talks = "Is there anything you want to tell us about your work?"
	)
	cells := map[string][]string{
		uses:  {"Yes, we use it", "Maybe later", "No, not planned", "Probably"},
		lists: {"Telephone;WhatsApp;Chatbot", "Telephone;Chatbot", "WhatsApp;Telephone", "Chatbot"},
		other: {"1-10", "11-50", "51-250", "11-50"},
		talks: {"We look for the right use of chat, mostly at night.", "Thanks for all the work that you have done!", "Nothing more to tell you than all of this.", "We wait for a tender that begins in 2027, and then."},
	}
	for name, answers := range map[string][]string{
		calls: {"4", "10", "12", "7"}, "How many questions per hour does it bring you?": {"4", "10", "12", "7"},
		"Hoeveel vragen per uur komen via dit kanaal binnen?":                    {"4", "10", "12", "7"},
		"How satisfied are you with this survey and its length in general?":      {"Satisfied", "Very satisfied", "Dissatisfied", "Neutral"},
		"Quel est votre niveau de satisfaction concernant le chat ?":             {"Satisfait", "Très satisfait", "Insatisfait", "Neutre"},
		"Quel est votre niveau de satisfaction concernant le chat bot du site ?": {"Satisfait", "Très satisfait", "Insatisfait", "Neutre"},
		"How satisfied are you?":              {"Satisfied", "Very satisfied", "Dissatisfied", "Neutral"},
		"How satisfied are you with your IT?": {"Satisfied", "Very satisfied", "Dissatisfied", "Neutral"},
	} {
		cells[name] = answers
	}
	for _, c := range []struct {
		name      string
		questions []string // the last is the one that is looked at
		role      survey.Role
		channel   string
		assumed   bool
	}{
		{"about all channels listed", []string{lists, uses, calls}, survey.NoRole, "", false},
		{"behind its questions", []string{uses, calls}, survey.Volume, "WhatsApp", true},
		{"behind an open question", []string{uses, talks, calls}, survey.Volume, "WhatsApp", true},
		{"elsewhere", []string{uses, other, calls}, survey.NoRole, "", false},
		{"before", []string{calls, uses}, survey.NoRole, "", false},
		{"it", []string{uses, other, "How many questions per hour does it bring you?"}, survey.Volume, "WhatsApp", false},
		{"it, behind a list", []string{lists, uses, "How many questions per hour does it bring you?"}, survey.Volume, "WhatsApp", false},
		{"it, far behind a list", []string{lists, uses, other, "How many questions per hour does it bring you?"}, survey.NoRole, "", false},
		{"dit kanaal", []string{uses, other, "Hoeveel vragen per uur komen via dit kanaal binnen?"}, survey.Volume, "WhatsApp", false},
		{"this survey", []string{uses, other, "How satisfied are you with this survey and its length in general?"}, survey.NoRole, "", false},
		{"says nothing but its role", []string{lists, uses, "How satisfied are you?"}, survey.Satisfaction, "WhatsApp", false},
		{"IT is no it", []string{uses, other, "How satisfied are you with your IT?"}, survey.NoRole, "", false},
		{"le chat", []string{uses, "Quel est votre niveau de satisfaction concernant le chat ?"}, survey.Satisfaction, "Live chat", false},
		{"le chat bot", []string{uses, "Quel est votre niveau de satisfaction concernant le chat bot du site ?"}, survey.Satisfaction, "Chatbot", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			var rows []string
			for r := range 12 {
				row := []string{"r" + strconv.Itoa(r)}
				for _, q := range c.questions {
					cell := cells[q][r%4]
					if q == talks {
						cell += " " + strings.Repeat("So it is. ", r)
					}
					row = append(row, cell)
				}
				rows = append(rows, strings.Join(row, "|"))
			}
			s := inferred(t, sheet(append([]string{"Respondent ID"}, c.questions...), rows...))
			q := s.Questions[len(s.Questions)-1]
			if c.name == "before" {
				q = s.Questions[0]
			}
			if q.Role != c.role || q.Channel != c.channel {
				t.Errorf("role %q about %q (kind %s), want %q about %q", q.Role, q.Channel, q.Kind, c.role, c.channel)
			}
			var want, got []string
			if c.assumed {
				want = []string{"questions: " + q.ID + ": channel: " + c.channel}
			}
			for _, i := range issues(s, survey.IssueChannelAssumed) {
				got = append(got, i.Fix)
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// Typeform heads the columns of a select-all question by its options alone. One
// list of channels is the presence question; of two lists nothing tells which.
func TestPresenceWithoutAHeading(t *testing.T) {
	const first, second = "Telephone,Email,WhatsApp,Chatbot,Other", "Telephone,SMS,WhatsApp,Telegram,Other"
	row := func(i int, cells ...string) string {
		return "a" + strconv.Itoa(i) + ",Municipality," + strings.Join(cells, ",") + ",Why not?,2024-01-02 09:00:00,2024-01-02 09:20:00,f" + strconv.Itoa(i)
	}
	const head, tail = "#,What type of organisation do you work for?,", ",Any comments?,Start Date (UTC),Submit Date (UTC),Network ID"
	one := exported(t, head+first+tail, row(1, "Telephone", "Email", "", "", ""), row(2, "Telephone", "", "WhatsApp", "Chatbot", ""), row(3, "", "Email", "", "", "post"))
	s := inferred(t, one)
	at := role(s, survey.Presence, "")
	if at < 0 || len(issues(s, survey.IssuePresenceAssumed)) != 1 {
		t.Fatalf("presence at %d, issues %v", at, s.Issues)
	}
	want := map[string]int{"Telephone": 2, "Email": 2, "WhatsApp": 1, "Chatbot": 1, "Other": 1}
	if diff := cmp.Diff(want, countsOf(s, at)); diff != "" {
		t.Error(diff)
	}
	two := exported(t, head+first+",And?,"+second+tail, row(1, "Telephone", "Email", "", "", "", "x", "Telephone", "SMS", "", "", ""),
		row(2, "", "Email", "WhatsApp", "Chatbot", "", "y", "", "", "WhatsApp", "Telegram", "fax"))
	s = inferred(t, two)
	if at := role(s, survey.Presence, ""); at >= 0 || len(issues(s, survey.IssuePresenceAssumed)) > 0 {
		t.Errorf("of two lists, %q is presence", s.Questions[max(at, 0)].ID)
	}
}
