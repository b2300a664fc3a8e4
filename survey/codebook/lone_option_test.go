package codebook

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"benchmark/survey"
)

// A column of one option, of which the others are not in the file.
func TestLoneOption(t *testing.T) {
	for _, test := range []struct{ heading, cell, want string }{
		{"What will you watch? Select all that apply. - Macy's Parade", "Macy's Parade", "multiple"},
		{"Welke kanalen gebruikt u?|Post", "Post", "multiple"},
		{"Welke kanalen gebruikt u? - Ja", "Ja", "single"},
		{"Welke kanalen gebruikt u?", "Post", "single"},
		{"Gebruikt u de post", "Post", "single"},
	} {
		f := sheet([]string{test.heading, "Wie"}, test.cell+"|a", "|b", test.cell+"|c", "|a", "|b", test.cell+"|c")
		cb := Infer(f)
		if got := cb.Questions[0].Kind; got != test.want {
			t.Errorf("%s: %s", test.heading, got)
		}
		s := apply(t, cb, f)
		if found := issues(s, survey.IssueLoneOption); (len(found) == 1) != (test.want == "multiple") {
			t.Errorf("%s: %+v", test.heading, found)
		}
		if diff := cmp.Diff(map[string]int{"answered": 3, "blank": 3}, states(s, s.Questions[0].ID)); diff != "" {
			t.Errorf("%s: %s", test.heading, diff)
		}
	}
}

// Where answers are codes it is told how the tool gives words.
func TestLabelsExport(t *testing.T) {
	for tool, want := range map[string]int{"redcap": 1, "qualtrics": 1, "generic": 0} {
		f := sheet([]string{"Welk kanaal is het belangrijkste?", "Wie"}, "1|a", "2|b", "3|c", "1|a", "2|b", "7|c", "3|a", "2|b", "7|a", "1|b", "2|a", "3|c")
		f.Dialect.Name = tool
		s := apply(t, Infer(f), f)
		if n := len(issues(s, survey.IssueCodesUnlabelled)); n != 1 {
			t.Fatalf("%s: %d questions of codes: %+v", tool, n, s.Issues)
		}
		found := issues(s, survey.IssueLabelsExport)
		if len(found) != want || want > 0 && !cmp.Equal(found[0].Args, []string{tool, s.Questions[0].ID}) {
			t.Errorf("%s: %+v", tool, found)
		}
	}
}
