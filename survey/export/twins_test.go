package export

import (
	"bytes"
	"encoding/csv"
	"encoding/xml"
	"fmt"
	"os"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// TestFormsOfOneSurvey draws a small survey and writes it in every form that
// is read; all of them must give the same headings and cells.
func TestFormsOfOneSurvey(t *testing.T) {
	word := rapid.SampledFrom([]string{"chat", "brief; post", "e-mail, web", "zei \"ja\"", "café", "a|b", "’s ochtends", "R&D <x>", "regel\neen", ""})
	rapid.Check(t, func(rt *rapid.T) {
		columns := rapid.IntRange(2, 6).Draw(rt, "columns")
		table := [][]string{make([]string, columns)}
		for i := range columns {
			table[0][i] = fmt.Sprintf("Vraag %c?", 'A'+i)
		}
		for i := range rapid.IntRange(1, 12).Draw(rt, "rows") {
			row := []string{fmt.Sprintf("r%d", i)}
			for range columns - 1 {
				row = append(row, word.Draw(rt, "cell"))
			}
			table = append(table, row)
		}
		want := ""
		for name, data := range forms(t, table) {
			f, err := Read("survey", data, Options{HeaderRows: []int{1}})
			if err != nil {
				rt.Fatalf("%s: %v", name, err)
			}
			checkInvariants(t, f)
			got := fmt.Sprint(headings(f), f.Rows.List())
			for i := range f.Columns {
				got += fmt.Sprintf("%q", values(f, i))
			}
			if want == "" {
				want = got
			}
			if got != want {
				rt.Fatalf("%s gives\n%s\nanother form\n%s", name, got, want)
			}
		}
	})
}

// forms writes a table in every form.
func forms(t *testing.T, table [][]string) map[string][]byte {
	t.Helper()
	list := map[string][]byte{}
	for _, d := range delimiters() {
		var b bytes.Buffer
		w := csv.NewWriter(&b)
		w.Comma = d
		if err := w.WriteAll(table); err != nil {
			t.Fatal(err)
		}
		name := delimiterName(d)
		list[name] = b.Bytes()
		list[name+" crlf"] = bytes.ReplaceAll(b.Bytes(), []byte("\n"), []byte("\r\n"))
		list[name+" utf-16"] = []byte("\xff\xfe" + wide(b.String()))
		list[name+" mark"] = append([]byte("\xef\xbb\xbf"), b.Bytes()...)
	}
	rows := ""
	for i, row := range table {
		cells := make([]string, len(row))
		for k, cell := range row {
			var b bytes.Buffer
			if err := xml.EscapeText(&b, []byte(cell)); err != nil {
				t.Fatal(err)
			}
			cells[k] = b.String()
		}
		rows += textRow(i+1, cells...)
	}
	list["workbook"] = book(t, sheetXML(rows))
	return list
}

// TestSampleTwins reads the two forms of the sample survey: two header rows in
// the workbook, "vraag [optie]" in the text file.
func TestSampleTwins(t *testing.T) {
	var twins []*File
	for _, name := range []string{"howaboutyou-2018.xlsx", "howaboutyou-2018.csv"} {
		data, err := os.ReadFile("../../sample-data/" + name)
		if err != nil {
			t.Fatal(err)
		}
		twins = append(twins, mustRead(t, name, data, Options{}))
	}
	if diff := cmp.Diff(headings(twins[0]), headings(twins[1])); diff != "" {
		t.Errorf("headings (-workbook +text):\n%s", diff)
	}
	if twins[0].Rows.Len() != twins[1].Rows.Len() {
		t.Fatalf("%d rows, %d rows", twins[0].Rows.Len(), twins[1].Rows.Len())
	}
	for col := range twins[0].Columns {
		for i := range twins[0].Rows.Len() {
			a, b := twins[0].Columns[col].Value(i), twins[1].Columns[col].Value(i)
			if twins[0].Columns[col].Option == "" && !a.Typed && a.Text != b.Text {
				t.Fatalf("column %s, record %d: %q in the workbook, %q in the text", twins[0].Columns[col].Letter, i, a.Text, b.Text)
			}
		}
	}
}
