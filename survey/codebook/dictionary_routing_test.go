package codebook

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"benchmark/survey/export"
)

// routingOf returns who was asked each question, and the conditions that were
// not read.
func routingOf(cb *Codebook) map[string]string {
	all := map[string]string{}
	for _, q := range cb.Questions {
		all[q.Label] = fmt.Sprint(q.AskedIf)
		if q.AskedAll {
			all[q.Label] = "all"
		}
	}
	for _, i := range cb.Doubts {
		if i.Code == "routing-unread" {
			for _, q := range cb.Questions {
				if q.ID == i.Args[0] {
					all[q.Label] = "unread " + i.Args[1]
				}
			}
		}
	}
	return all
}

func TestRoutingOfDictionaries(t *testing.T) {
	const redcap = `"Variable / Field Name","Form Name","Field Type","Field Label","Choices, Calculations, OR Slider Labels","Branching Logic (Show field only if...)"
record_id,a,text,Record ID,,
kind,a,radio,Kind,"1, Town | 2, Board",
ways,a,checkbox,Ways,"1, Phone | 2, Chat",[kind] = '1'
why,a,radio,Why,"1, Cheap | 2, Quick","([ways(2)] = ""1"") and ([kind] = '1' or [kind] = '2')"
age,a,radio,Age,"1, Old | 2, New",[kind] > 1
more,a,checkbox,More,"1, Yes | 2, No",
`
	const lime = "class\ttype/scale\tname\trelevance\ttext\tlanguage\n" +
		"G\t\tG1\t1\t\ten\nQ\tL\tkind\t1\tKind\ten\nA\t0\t1\t\tTown\ten\nA\t0\t2\t\tBoard\ten\n" +
		"Q\tM\tways\t\tWays\ten\nSQ\t\tSQ001\t\tPhone\ten\nSQ\t\tSQ002\t\tChat\ten\n" +
		"G\t\tG2\t((kind.NAOK == \"1\"))\t\ten\nQ\tL\twhy\t((ways_SQ002.NAOK == \"Y\"))\tWhy\ten\nA\t0\t1\t\tCheap\ten\nA\t0\t2\t\tQuick\ten\n" +
		"Q\tL\tage\t!is_empty(kind)\tAge\ten\nA\t0\t1\t\tOld\ten\nA\t0\t2\t\tNew\ten\n"
	form := workbook(t, map[string][][]string{
		"survey": {
			{"type", "name", "label", "relevant"},
			{"select_one kind", "kind", "Kind", ""}, {"begin_group", "g", "", "${kind} = '1'"},
			{"select_multiple ways", "ways", "Ways", ""}, {"select_one why", "why", "Why", "selected(${ways}, 'chat')"}, {"end_group", "", "", ""},
			{"select_one age", "age", "Age", "selected(${ways}, 'chat') and selected(${ways}, 'phone')"}, {"calculate", "sum", "Sum", ""},
		},
		"choices": {
			{"list_name", "name", "label"}, {"kind", "1", "Town"}, {"kind", "2", "Board"}, {"ways", "phone", "Phone"}, {"ways", "chat", "Chat"},
			{"why", "1", "Cheap"}, {"why", "2", "Quick"}, {"age", "1", "Old"}, {"age", "2", "New"},
		},
	}, "survey", "choices")
	for name, test := range map[string]struct {
		dictionary []byte
		file       *export.File
		want       map[string]string
	}{
		"redcap": {
			[]byte(redcap),
			exportedLines(t, "record_id,kind,ways___1,ways___2,why,age,more___1,more___2,a_complete", "1,1,1,1,2,,0,0,2", "2,2,0,0,,1,1,0,2", "3,1,0,1,1,,1,1,2"),
			map[string]string{
				"Kind": "map[]", "Ways": "map[kind:[1]]", "Why": "map[kind:[1 2] ways:[2]]", "Age": "unread [kind] > 1", "More": "all",
			},
		},
		"limesurvey": {
			[]byte(lime),
			exportedLines(t, "id,submitdate,lastpage,kind,ways[SQ001],ways[SQ002],why,age", "1,2024-03-01,2,1,Y,Y,2,1", "2,2024-03-01,2,2,,Y,,1", "3,2024-03-01,2,1,Y,,,2"),
			map[string]string{"Kind": "map[]", "Ways": "map[]", "Why": "map[kind:[1] ways:[SQ002]]", "Age": `unread ((kind.NAOK == "1")) and !is_empty(kind)`},
		},
		"xlsform": {
			form,
			exportedLines(t, "_uuid,_index,kind,ways,ways/phone,ways/chat,why,age,sum", "u1,1,1,phone chat,1,1,2,1,4", "u2,2,2,,,,,,5", "u3,3,1,phone,1,0,,,6"),
			map[string]string{
				"Kind": "map[]", "Ways": "map[kind:[1]]", "Why": "map[kind:[1] ways:[chat]]",
				"Age": "unread selected(${ways}, 'chat') and selected(${ways}, 'phone')",
			},
		},
	} {
		t.Run(name, func(t *testing.T) {
			cb, err := Read(name, test.dictionary)
			if err != nil {
				t.Fatal(err)
			}
			filled := cb.For(test.file)
			if diff := cmp.Diff(test.want, routingOf(filled)); diff != "" {
				t.Error(diff)
			}
			apply(t, filled, test.file)
		})
	}
}

// The boxes of a hidden question are 0 too: two of these three were asked, and
// nobody is said to have answered what was hidden.
func TestREDCapRoutingSettlesTheBase(t *testing.T) {
	cb := read(t, `"Variable / Field Name","Form Name","Field Type","Field Label","Choices, Calculations, OR Slider Labels","Branching Logic (Show field only if...)"
record_id,a,text,Record ID,,
kind,a,radio,Kind,"1, Town | 2, Board",
ways,a,checkbox,Ways,"1, Phone | 2, Chat",[kind] = '1'
`)
	f := exportedLines(t, "record_id,kind,ways___1,ways___2,a_complete", "1,1,1,1,2", "2,2,0,0,2", "3,1,0,0,2")
	want := []string{"3 of 3", "Kind: single 3, Town 2, Board 1", "Ways: multiple 2, Phone 1, Chat 1"}
	if diff := cmp.Diff(want, outline(apply(t, cb.For(f), f))); diff != "" {
		t.Error(diff)
	}
}

// What is no codebook says what it is.
func TestWrongFileAsCodebook(t *testing.T) {
	for data, want := range map[string]string{
		"id,kind,ways\n1,a,b\n":                             "this is a table",
		"id;submitdate;lastpage\n1;2024-03-01 10:00:00;4\n": "this is a table",
		"<?xml version=\"1.0\"?>\n<document/>\n":            "tab-separated",
	} {
		if _, err := Read("x", []byte(data)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: got %v", data, err)
		}
	}
	cb := read(t, "field_name;form_name;field_type;field_label;select_choices_or_calculations;branching_logic\nrecord_id;a;text;Record ID;;\nkind;a;radio;Kind;1, Town | 2, Board;\n")
	f := exportedLines(t, "record_id,kind,a_complete", "1,1,2", "2,2,2")
	if diff := cmp.Diff([]string{"2 of 2", "Kind: single 2, Town 1, Board 1"}, outline(apply(t, cb.For(f), f))); diff != "" {
		t.Error(diff)
	}
}
