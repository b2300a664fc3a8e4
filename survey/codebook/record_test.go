package codebook

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"benchmark/survey"
	"benchmark/survey/export"
)

// exportedLines reads lines of CSV as a file.
func exportedLines(t testing.TB, lines ...string) *export.File {
	t.Helper()
	f, err := export.Read("test.csv", []byte(strings.Join(lines, "\n")+"\n"), export.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// outline tells a survey in a few lines: how many rows of the file are
// respondents, the questions with kind, base and counts, and the warnings.
func outline(s *survey.Survey) []string {
	lines := []string{fmt.Sprintf("%d of %d", s.Respondents, s.Source.Read)}
	for _, d := range s.Source.Dropped {
		lines = append(lines, fmt.Sprintf("dropped %d %s", d.Rows, d.Reason))
	}
	for i := range s.Questions {
		q, c := &s.Questions[i], &s.Columns[i]
		line := fmt.Sprintf("%s: %s %d", q.Title(), q.Kind, states(s, q.ID)["answered"])
		for o := range q.Options {
			n := 0
			for r := range s.Respondents {
				n += one(c.Is(r, o))
			}
			line += fmt.Sprintf(", %s %d", q.Options[o].Label, n)
		}
		lines = append(lines, line)
	}
	for _, i := range s.Issues {
		if i.Severity > survey.Note {
			lines = append(lines, fmt.Sprintf("%s %s %s", i.Severity, i.Code, strings.Join(i.Args, "; ")))
		}
	}
	return lines
}

// A form that nobody opened has "Unchecked" in every box. It is told by what
// else is in the form: 35 of these 40 rows were filled in, 7 of them without a
// tick.
func TestREDCapFormThatWasNotOpened(t *testing.T) {
	lines := []string{`Record ID,Survey Timestamp,Wat voor organisatie is het?,Welke kanalen gebruikt u? (choice=Telefoon),Welke kanalen gebruikt u? (choice=Brief),Complete?`}
	for i := range 40 {
		switch {
		case i%8 == 7:
			lines = append(lines, fmt.Sprintf("%d,,,Unchecked,Unchecked,Incomplete", i+1))
		case i%5 == 0:
			lines = append(lines, fmt.Sprintf("%d,2024-03-01 10:10,Gemeente,Unchecked,Unchecked,Complete", i+1))
		case i%2 == 0:
			lines = append(lines, fmt.Sprintf("%d,2024-03-02 10:10,Gemeente,Checked,Unchecked,Complete", i+1))
		default:
			lines = append(lines, fmt.Sprintf("%d,2024-03-03 10:10,Provincie,Checked,Checked,Complete", i+1))
		}
	}
	// i%8 == 7: 7 15 23 31 39. i%5 == 0: 0 5 10 15 20 25 30 35, of which 15 was not
	// opened: 7. Of the rest, 16 even numbers and 12 odd ones.
	want := []string{
		"35 of 40", "dropped 5 no-answer",
		"Wat voor organisatie is het?: single 35, Gemeente 23, Provincie 12",
		"Welke kanalen gebruikt u?: multiple 35, Telefoon 28, Brief 12",
		"warning tick-hidden kanalen-gebruikt; 7",
	}
	if diff := cmp.Diff(want, outline(inferred(t, exportedLines(t, lines...)))); diff != "" {
		t.Error(diff)
	}
}

func TestREDCapForms(t *testing.T) {
	tests := map[string]struct{ lines, want []string }{
		// A record can be in the file for its first form only: the boxes of the second
		// one are then 0 and its status 0, incomplete.
		"two forms": {
			[]string{
				"record_id,kind,intake_complete,ch___1,ch___2,note,contact_complete",
				"1,a,2,1,0,x,2", "2,b,2,0,0,,2", "3,a,2,0,0,,0", "4,b,2,0,1,y,1", "5,a,2,1,1,,2",
			},
			[]string{
				"5 of 5", "kind: single 5, a 3, b 2", "ch: multiple 4, ch___1 2, ch___2 2", "note: single 2, x 1, y 1",
				"warning tick-hidden ch; 1",
			},
		},
		// In an incomplete form with answers "incomplete" says nothing, and of three
		// forms it can be by chance that all have a text.
		"uncertain": {
			[]string{"record_id,ch___1,ch___2,note,contact_complete", "1,1,0,x,0", "2,0,0,,0", "3,0,1,y,2", "4,1,1,z,0"},
			[]string{"4 of 4", "ch: multiple 4, ch___1 2, ch___2 2", "note: single 3, x 1, y 1, z 1", "warning tick-hidden ch; 1"},
		},
		// An empty status is that of a form that was never saved.
		"no status": {
			[]string{"record_id,kind,ch___1,ch___2,contact_complete", "1,a,1,0,0", "2,,0,0,", "3,b,0,1,0", "4,a,0,0,0"},
			[]string{"3 of 4", "dropped 1 no-answer", "kind: single 3, a 2, b 1", "ch: multiple 3, ch___1 1, ch___2 1", "warning tick-hidden ch; 1"},
		},
		"one box": {
			[]string{"Record ID,Kind,\"I agree (choice=Yes, that is fine)\",Complete?", "1,a,Checked,Complete", "2,b,Unchecked,Unverified", "3,,Unchecked,Incomplete"},
			[]string{"2 of 3", "dropped 1 no-answer", "Kind: single 2, a 1, b 1", "I agree: multiple 2, Yes, that is fine 1", "warning tick-hidden i-agree-yes-fine; 1"},
		},
		// A repeated form has a row of its own below that of the record.
		"repeats": {
			[]string{
				"record_id,redcap_repeat_instrument,redcap_repeat_instance,redcap_data_access_group,kind,intake_complete,v___1,v___2,visit_complete",
				"1,,,north,a,2,0,0,", "1,visit,1,north,,,1,0,2", "1,visit,2,north,,,0,0,2", "2,,,south,b,2,0,0,",
			},
			[]string{"2 of 4", "dropped 2 repeat", "kind: single 2, a 1, b 1", "warning repeat-rows 2; redcap_repeat_instrument; visit"},
		},
		"events": {
			[]string{
				"Study number,Event Name,Survey Identifier,Kind,Ways (choice=A),Ways (choice=B),Complete?",
				"1,Start,,a,Checked,Unchecked,Complete", "1,End,,b,Checked,Checked,Complete", "2,Start,,a,Checked,Unchecked,Complete",
			},
			[]string{"3 of 3", "Kind: single 3, a 2, b 1", "Ways: multiple 3, A 3, B 1", "doubt event-rows 1; 2; Event Name; End; Start"},
		},
		"codes": {
			[]string{"record_id,org_type,age,ch___1,ch___2,form_complete", "1,1,40,1,0,2", "2,2,51,0,1,2", "3,1,33,1,1,2", "4,2,62,1,0,2"},
			[]string{"4 of 4", "org_type: single 4, 1 2, 2 2", "age: number 4", "ch: multiple 4, ch___1 3, ch___2 2", "warning codes-unlabelled org-type; 1; 2"},
		},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			if diff := cmp.Diff(test.want, outline(inferred(t, exportedLines(t, test.lines...)))); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// A filter chooses one event, or the rows of a repeated form.
func TestREDCapFilters(t *testing.T) {
	f := exportedLines(t, "record_id,redcap_event_name,redcap_repeat_instrument,kind,form_complete,stars,visit_complete",
		"1,start,,a,2,,", "1,start,visit,,,good,2", "1,end,,b,2,,", "2,start,,b,2,,")
	for column, want := range map[string][]string{
		"redcap_event_name: start":        {"2 of 4", "dropped 1 repeat", "dropped 1 filter"},
		"redcap_repeat_instrument: visit": {"1 of 4", "dropped 3 filter"},
	} {
		cb := Infer(f)
		name, value, _ := strings.Cut(column, ": ")
		cb.Inferred = false
		cb.Filters = []Filter{{Column: name, In: []string{value}}}
		cb.Questions = []Question{{ID: "kind", Column: "kind", Kind: "single", Options: []Option{{Code: "a"}, {Code: "b"}}}, {ID: "stars", Column: "stars", Kind: "open"}}
		got := outline(apply(t, cb, f))
		if diff := cmp.Diff(want, got[:len(want)]); diff != "" {
			t.Errorf("%s: %s", column, diff)
		}
		if strings.Contains(strings.Join(got, "\n"), "doubt") {
			t.Errorf("%s: got %q", column, got)
		}
	}
}
