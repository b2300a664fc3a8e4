package codebook

import (
	"archive/zip"
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"benchmark/survey"
	"benchmark/survey/export"
)

const redcapDictionary = `"Variable / Field Name","Form Name","Section Header","Field Type","Field Label","Choices, Calculations, OR Slider Labels","Field Note","Text Validation Type OR Show Slider Number"
record_id,form_1,,text,"Record ID",,,
tools,form_1,,checkbox,"<b>Which tools</b> do you use?","1, Pen, or pencil | 2, Paper | 3, Board",,
place,form_1,,radio,"Where do you work?","1, At home | 2, In the office, mostly | 9, Don't know",,
age,form_1,,text,"How old are you?",,,integer
`

func redcapFile() *export.File {
	f := sheet([]string{"record_id", "tools|1", "tools|2", "tools|3", "place", "age"},
		"1|1|0|0|1|40", "2|1|1|0|2|31", "3|0|0|0|1|55")
	f.Dialect.Name = "redcap"
	return f
}

func TestREDCapDictionary(t *testing.T) {
	f := redcapFile()
	cb := read(t, redcapDictionary).For(f)
	s := apply(t, cb, f)
	want := map[string]string{
		"tools-use":  "multiple Which tools do you use? 1=Pen, or pencil 2=Paper 3=Board",
		"where-work": "single Where do you work? 1=At home 2=In the office, mostly 9=Don't know",
		"old":        "number How old are you?",
	}
	if diff := cmp.Diff(want, described(s)); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(map[string]int{"1": 2, "2": 1}, counts(s, "tools-use")); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(map[string]int{"1": 2, "2": 1}, counts(s, "where-work")); diff != "" {
		t.Error(diff)
	}
	if cb.Name != "cb.yaml" || cb.SHA256 == "" || cb.Respondent.ID != "record_id" {
		t.Errorf("got %+v", cb)
	}
}

// What is written can be read, and gives the same.
func TestADictionaryBecomesACodebook(t *testing.T) {
	f := redcapFile()
	cb := read(t, redcapDictionary).For(f)
	var out strings.Builder
	if err := Write(&out, cb, true); err != nil {
		t.Fatal(err)
	}
	want, got := apply(t, cb, f), apply(t, read(t, out.String()), f)
	if diff := cmp.Diff(want.Columns, got.Columns); diff != "" {
		t.Errorf("%s\n%s", diff, out.String())
	}
}

// described holds kind, title and options of each question.
func described(s *survey.Survey) map[string]string {
	all := map[string]string{}
	for i := range s.Questions {
		q := &s.Questions[i]
		text := q.Kind.String() + " " + q.Title()
		for _, o := range q.Options {
			text += fmt.Sprintf(" %s=%s", o.Code, o.Label)
		}
		all[q.ID] = text
	}
	return all
}

const limeStructure = "class\ttype/scale\tname\trelevance\ttext\thelp\tlanguage\n" +
	"S\t\tsid\t\t123\t\t\n" +
	"G\t\tGroup\t1\t\t\ten\n" +
	"Q\tL\tsize\t1\tHow large are you?\t\ten\n" +
	"A\t0\tA1\t\tSmall\t\ten\n" +
	"A\t0\tA2\t\tLarge\t\ten\n" +
	"Q\tM\ttools\t1\tWhich tools?\t\ten\n" +
	"SQ\t\tSQ001\t1\tPen\t\ten\n" +
	"SQ\t\tSQ002\t1\tPaper\t\ten\n" +
	"Q\tF\toften\t1\tHow often?\t\ten\n" +
	"SQ\t\tSQ001\t\tPhone\t\ten\n" +
	"SQ\t\tSQ002\t\tMail\t\ten\n" +
	"A\t0\t1\t\tNever\t\ten\n" +
	"A\t0\t2\t\tSometimes\t\ten\n" +
	"A\t0\t3\t\tOften\t\ten\n" +
	"Q\tL\tsize\t1\tWie groß?\t\tde\n"

func TestLimeSurveyStructure(t *testing.T) {
	f := sheet([]string{"size", "tools|SQ001", "tools|SQ002", "often|SQ001", "often|SQ002"},
		"A1|Y||1|3", "A1||Y|2|3", "A1|Y|Y|3|1")
	s := apply(t, read(t, limeStructure).For(f), f)
	want := map[string]string{
		"large":       "single How large are you? A1=Small A2=Large",
		"tools":       "multiple Which tools? SQ001=Pen SQ002=Paper",
		"often-phone": "scale How often? [Phone] 1=Never 2=Sometimes 3=Often",
		"often-mail":  "scale How often? [Mail] 1=Never 2=Sometimes 3=Often",
	}
	if diff := cmp.Diff(want, described(s)); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(map[string]int{"SQ001": 2, "SQ002": 2}, counts(s, "tools")); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(map[string]int{"1": 1, "3": 2}, counts(s, "often-mail")); diff != "" {
		t.Error(diff)
	}
}

// workbook makes an xlsx with the sheets, each a list of rows.
func workbook(t *testing.T, sheets map[string][][]string, order ...string) []byte {
	t.Helper()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	add := func(name, content string) {
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(`<?xml version="1.0" encoding="UTF-8"?>` + content)); err != nil {
			t.Fatal(err)
		}
	}
	var types, list, relations strings.Builder
	for i, name := range order {
		fmt.Fprintf(&types, `<Override PartName="/xl/worksheets/sheet%d.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`, i+1)
		fmt.Fprintf(&list, `<sheet name="%s" sheetId="%d" r:id="rId%[2]d"/>`, name, i+1)
		fmt.Fprintf(&relations, `<Relationship Id="rId%d" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet%[1]d.xml"/>`, i+1)
		var rows strings.Builder
		for r, row := range sheets[name] {
			fmt.Fprintf(&rows, `<row r="%d">`, r+1)
			for c, text := range row {
				fmt.Fprintf(&rows, `<c r="%s%d" t="inlineStr"><is><t>%s</t></is></c>`, letterOf(c), r+1, text)
			}
			rows.WriteString("</row>")
		}
		add(fmt.Sprintf("xl/worksheets/sheet%d.xml", i+1),
			`<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>`+rows.String()+`</sheetData></worksheet>`)
	}
	add("[Content_Types].xml", `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>`+types.String()+`</Types>`)
	add("_rels/.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`)
	add("xl/workbook.xml", `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>`+list.String()+`</sheets></workbook>`)
	add("xl/_rels/workbook.xml.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`+relations.String()+`</Relationships>`)
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestXLSForm(t *testing.T) {
	form := workbook(t, map[string][][]string{
		"survey": {
			{"type", "name", "label::Nederlands (nl)"},
			{"start", "start", ""},
			{"select_one size", "size", "Hoe groot is uw dienst?"},
			{"select_multiple tools", "tools", "Welke hulpmiddelen?"},
			{"integer", "staff", "Hoeveel mensen?"},
			{"note", "thanks", "Dank u"},
		},
		"choices": {
			{"list_name", "name", "label::Nederlands (nl)"},
			{"size", "s", "Klein"},
			{"size", "l", "Groot, vrij groot"},
			{"tools", "pen", "Een pen"},
			{"tools", "board", "Een bord"},
			{"tools", "none", "Niets"},
		},
	}, "survey", "choices")
	cb, err := Read("form.xlsx", form)
	if err != nil {
		t.Fatal(err)
	}
	for name, f := range map[string]*export.File{
		"joined": sheet([]string{"size", "group/tools", "staff"}, "s|pen board|4", "s|pen|5", "s|board|6", "s|board pen|6"),
		"split":  sheet([]string{"size", "tools", "tools|pen", "tools|board", "staff"}, "s|pen board|1|1|4", "s|pen|1|0|5", "s|board|0|1|6", "s|board pen|1|1|6"),
	} {
		s := apply(t, cb.For(f), f)
		at := s.Find("hulpmiddelen")
		if at < 0 {
			t.Fatalf("%s: got %v", name, described(s))
		}
		if diff := cmp.Diff(map[string]int{"pen": 3, "board": 3}, counts(s, "hulpmiddelen")); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
		all := described(s)
		if got := all["groot-dienst"]; got != "single Hoe groot is uw dienst? s=Klein l=Groot, vrij groot" {
			t.Errorf("%s: got %q of %v", name, got, all)
		}
	}
}

func TestNoDictionary(t *testing.T) {
	for name, data := range map[string][]byte{
		"other sheets": workbook(t, map[string][][]string{"Data": {{"a", "b"}, {"1", "2"}}}, "Data"),
		"other table":  workbook(t, map[string][][]string{"survey": {{"question", "answer"}, {"x", "y"}, {"z", "w"}}}, "survey"),
		"broken":       []byte("PK\x03\x04 and no more"),
		"csv":          []byte("a,b\n1,2\n"),
		"quotes":       []byte("\"Variable / Field Name\",\"Choices\"\n\"a,b\n"),
	} {
		if _, err := Read(name, data); err == nil || strings.Contains(err.Error(), "\n\n") {
			t.Errorf("%s: got %v", name, err)
		}
	}
}

func FuzzDictionary(f *testing.F) {
	f.Add([]byte(redcapDictionary))
	f.Add([]byte(limeStructure))
	f.Add([]byte("class\ttype/scale\tname\nSQ\t\tx\nA\t\ty\n"))
	file := redcapFile()
	f.Fuzz(func(t *testing.T, data []byte) {
		cb, err := Read("x", data)
		if err != nil || cb.Dictionary == nil {
			return
		}
		// A dictionary of another file can miss its columns; that is told by question.
		if _, err := cb.For(file).Apply(file); err != nil && !strings.Contains(err.Error(), "question ") && !strings.Contains(err.Error(), "no respondent") {
			t.Errorf("a dictionary makes a codebook that can't be applied: %v", err)
		}
	})
}
