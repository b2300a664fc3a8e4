package codebook

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"benchmark/survey"
	"benchmark/survey/export"
)

// answersTo reads a file of one question: each argument is an answer and, behind
// "*", how often it was given.
func answersTo(t *testing.T, question string, answers ...string) *export.File {
	t.Helper()
	lines := []string{"ID,Starttijd," + question}
	for _, a := range answers {
		text, times, repeated := strings.Cut(a, "*")
		n := 1
		if repeated {
			n = int(times[0] - '0')
			if len(times) == 2 {
				n = 10*n + int(times[1]-'0')
			}
		}
		for range n {
			lines = append(lines, "r"+string(rune('a'+len(lines)%26))+string(rune('a'+len(lines)/26))+",2024-01-02 10:00,\""+text+"\"")
		}
	}
	f, err := export.Read("test.csv", []byte(strings.Join(lines, "\n")+"\n"), export.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// What several give in the same words behind yes or no is an option; what each
// gives in other words is an explanation.
func TestYesWithOptionsOfItsOwn(t *testing.T) {
	for name, test := range map[string]struct {
		answers []string
		want    string
	}{
		"three options": {[]string{"Ja*26", "Nee, maar wel plannen*19", "Nee*35"}, "single Werkt u samen? 80: Ja=26 Nee=35 Nee, maar wel plannen=19"},
		"few":           {[]string{"Ja*4", "Nee, maar wel plannen*2", "Nee*5"}, "single Werkt u samen? 11: Ja=4 Nee=5 Nee, maar wel plannen=2"},
		"texts":         {[]string{"Ja*20", "Nee*9", "Ja, met de regio", "Ja, met buren", "Nee, te duur", "Nee, geen zin in"}, "single Werkt u samen? 33: Ja=22 Nee=11"},
		"both": {[]string{"Ja*20", "Nee*9", "Nee, maar wel plannen*6", "Ja, met de regio", "Ja, met buren", "Nee, te duur"},
			"single Werkt u samen? 38: Ja=22 Nee=10 Nee, maar wel plannen=6"},
	} {
		s, err := Infer(answersTo(t, "Werkt u samen?", test.answers...)).Apply(answersTo(t, "Werkt u samen?", test.answers...))
		if err != nil {
			t.Fatal(err)
		}
		_, got, _ := strings.Cut(questionsOf(s)[0], " ")
		if sorted(got) != sorted(test.want) {
			t.Errorf("%s: got %q, want %q", name, got, test.want)
		}
	}
}

// sorted puts the options of a line with counts in order.
func sorted(line string) string {
	head, counts, _ := strings.Cut(line, ": ")
	parts := strings.Split(strings.ReplaceAll(counts, ", ", "; "), " ")
	slices.Sort(parts)
	return head + strings.Join(parts, " ")
}

// A codebook that takes yes with a text for yes says so of next year's file, and
// doubts what may be a new option.
func TestBegunOption(t *testing.T) {
	var written bytes.Buffer
	first := []string{"Ja*20", "Nee*9", "Ja, met de regio", "Ja, met buren", "Nee, te duur"}
	if err := Write(&written, Infer(answersTo(t, "Werkt u samen?", first...)), true); err != nil {
		t.Fatal(err)
	}
	for name, test := range map[string]struct {
		answers []string
		want    []survey.Code
	}{
		"the same": {first, []survey.Code{survey.IssueYesWithText}},
		"new":      {append([]string{"Nee, maar wel plannen*6"}, first...), []survey.Code{survey.IssueYesWithText, survey.IssueBegunOption}},
		"no texts": {first[:2], nil},
	} {
		cb, err := Read("w.yaml", written.Bytes())
		if err != nil {
			t.Fatal(err)
		}
		s, err := cb.Apply(answersTo(t, "Werkt u samen?", test.answers...))
		if err != nil {
			t.Fatal(err)
		}
		var got []survey.Code
		for _, i := range s.Issues {
			if i.Code == survey.IssueYesWithText || i.Code == survey.IssueBegunOption {
				got = append(got, i.Code)
			}
		}
		if !slices.Equal(got, test.want) {
			t.Errorf("%s: got %q, want %q", name, got, test.want)
		}
	}
}
