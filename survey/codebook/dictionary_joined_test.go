package codebook

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"benchmark/survey"
	"benchmark/survey/export"
)

// channelForm is an XLSForm with a select-all question of which wordings hold
// blanks and one wording is the beginning of another.
func channelForm(t *testing.T) *Codebook {
	t.Helper()
	cb, err := Read("form.xlsx", workbook(t, map[string][][]string{
		"survey": {
			{"type", "name", "label::Nederlands (nl)", "relevant"},
			{"select_one size", "size", "Hoe groot is uw dienst?", ""},
			{"select_multiple tools", "tools", "Welke hulpmiddelen gebruikt u?", ""},
			{"text", "tools_other", "Anders, namelijk", "selected(${tools}, 'other')"},
		},
		"choices": {
			{"list_name", "name", "label::Nederlands (nl)"},
			{"size", "s", "Klein"},
			{"size", "l", "Groot"},
			{"tools", "pen", "Pen"},
			{"tools", "penpaper", "Pen en papier"},
			{"tools", "board", "Een bord"},
			{"tools", "other", "Anders"},
		},
	}, "survey", "choices"))
	if err != nil {
		t.Fatal(err)
	}
	return cb
}

// KoboToolbox writes a select-all question twice: all names in one cell, and a
// column per option. With its form that is one question still.
func TestJoinedAndSplitWithTheForm(t *testing.T) {
	rows := []string{
		"s|pen board|1|0|1|0|", "s|pen|1|0|0|0|", "l|board|0|0|1|0|", "l|penpaper board|0|1|1|0|",
		"s|board other|0|0|1|1|krijt", "l|pen penpaper|1|1|0|0|", "s||||||", "l|pen|1|0|0|0|",
	}
	f := sheet([]string{"group/size", "group/tools", "group/tools|pen", "group/tools|penpaper", "group/tools|board", "group/tools|other", "group/tools_other"}, rows...)
	f.Dialect.Name = "kobo"
	checkTools(t, channelForm(t), f, 3)
}

// With the column of all names alone it is the same question.
func TestJoinedNamesWithTheForm(t *testing.T) {
	f := sheet([]string{"group/size", "group/tools", "group/tools_other"},
		"s|pen board|", "s|pen|", "l|board|", "l|penpaper board|", "s|board other|krijt", "l|pen penpaper|", "s||", "l|pen|")
	f.Dialect.Name = "kobo"
	checkTools(t, channelForm(t), f, 3)
}

// The names of choices are often numbers.
func TestJoinedNumbersWithTheForm(t *testing.T) {
	cb, err := Read("form.xlsx", workbook(t, map[string][][]string{
		"survey":  {{"type", "name", "label"}, {"select_multiple tools", "tools", "Which tools do you use?"}},
		"choices": {{"list_name", "name", "label"}, {"tools", "1", "Pen"}, {"tools", "2", "Pen and paper"}, {"tools", "12", "Board"}},
	}, "survey", "choices"))
	if err != nil {
		t.Fatal(err)
	}
	f := sheet([]string{"tools"}, "1 2", "12", "1", "12 2", "1 2 12")
	f.Dialect.Name = "kobo"
	s := apply(t, cb.For(f), f)
	if diff := cmp.Diff(map[string]int{"1": 3, "2": 3, "12": 3}, counts(s, s.Questions[0].ID)); diff != "" || len(s.Questions) != 1 {
		t.Errorf("%s %v", diff, described(s))
	}
}

func checkTools(t *testing.T, cb *Codebook, f *export.File, questions int) {
	t.Helper()
	s := apply(t, cb.For(f), f)
	if len(s.Questions) != questions {
		t.Errorf("got %v", described(s))
	}
	id := ""
	for i := range s.Questions {
		if s.Questions[i].Kind == survey.Multiple {
			id = s.Questions[i].ID
		}
	}
	if got, want := described(s)[id], "multiple Welke hulpmiddelen gebruikt u? pen=Pen penpaper=Pen en papier board=Een bord other=Anders"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if diff := cmp.Diff(map[string]int{"pen": 4, "penpaper": 2, "board": 4, "other": 1}, counts(s, id)); diff != "" {
		t.Error(diff)
	}
	if got, want := described(s)["anders-namelijk"], "open Anders, namelijk"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	for _, issue := range s.Issues {
		if issue.Severity > survey.Note {
			t.Errorf("got %s %s %v", issue.Severity, issue.Code, issue.Args)
		}
	}
}
