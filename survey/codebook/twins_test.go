package codebook

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/charmap"

	"benchmark/survey"
	"benchmark/survey/export"
)

// twinHeadings and twinRow are a small survey with every kind of cell that a
// text file and a workbook write differently.
func twinHeadings() []string {
	return []string{"Nr", "In wat voor organisatie werkt u?", "Heeft uw organisatie een balie?", "Welk deel komt per telefoon?", "Welk cijfer geeft u?", "Hoeveel vragen per maand?", "Hoe tevreden bent u over de website?"}
}

// twinRow returns a record as a workbook stores it, and as a text file shows it.
func twinRow(i int, decimal string) (stored []any, shown []string) {
	body := []string{"Gemeente", "Provincie", "Coöperatie"}[i%3]
	view := []string{"Zeer tevreden", "Tevreden", "Ontevreden", "Zeer ontevreden", "Neutraal"}[i%5]
	stored = []any{i + 1, body, i%4 != 0, float64(i%21) / 20, float64(10+i%90) / 10, 900 + 37*i, view}
	truth := strings.ToUpper(fmt.Sprint(i%4 != 0))
	point := fmt.Sprintf("%.1f", float64(10+i%90)/10)
	return stored, []string{fmt.Sprint(i + 1), body, truth, fmt.Sprintf("%d%%", 5*(i%21)), strings.Replace(point, ".", decimal, 1), fmt.Sprint(900 + 37*i), view}
}

func twinText(delimiter, decimal string) string {
	var b strings.Builder
	fmt.Fprintln(&b, strings.Join(twinHeadings(), delimiter))
	for i := range 40 {
		_, shown := twinRow(i, decimal)
		fmt.Fprintln(&b, strings.Join(shown, delimiter))
	}
	return b.String()
}

func twinBook(t *testing.T) []byte {
	t.Helper()
	x := excelize.NewFile()
	percent, err := x.NewStyle(&excelize.Style{NumFmt: 9})
	if err != nil {
		t.Fatal(err)
	}
	heads := twinHeadings()
	if err := x.SetSheetRow("Sheet1", "A1", &heads); err != nil {
		t.Fatal(err)
	}
	for i := range 40 {
		stored, _ := twinRow(i, "")
		if err := x.SetSheetRow("Sheet1", fmt.Sprintf("A%d", i+2), &stored); err != nil {
			t.Fatal(err)
		}
	}
	if err := x.SetCellStyle("Sheet1", "D2", "D41", percent); err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := x.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestTwins reads one survey from a workbook and from text files in several
// character sets and notations: the questions and all answers are the same.
func TestTwins(t *testing.T) {
	wide := []byte("\xff\xfe")
	for _, u := range utf16.Encode([]rune(twinText("\t", ","))) {
		wide = append(wide, byte(u), byte(u>>8))
	}
	ansi, err := charmap.Windows1252.NewEncoder().String(twinText(";", ","))
	if err != nil {
		t.Fatal(err)
	}
	files := map[string][]byte{
		"comma": []byte(twinText(",", ".")), "semicolon": []byte(twinText(";", ",")), "tab": []byte(twinText("\t", ",")), "bar": []byte(twinText("|", ".")),
		"mark": []byte("\xef\xbb\xbf" + twinText(";", ",")), "utf-16": wide, "windows-1252": []byte(ansi),
		"separator line": []byte("sep=;\r\n" + twinText(";", ",")), "blank lines": []byte(strings.ReplaceAll(twinText(";", ","), "\n", "\n\n")),
		"blank columns": []byte(strings.ReplaceAll(twinText(";", ","), "\n", ";;\n")),
	}
	want := twinOf(t, "workbook", twinBook(t))
	if got := want.Columns[want.Find(want.Questions[1].ID)]; want.Respondents != 40 || len(want.Questions) != 6 || !got.Coded() {
		t.Fatalf("%d respondents, %d questions", want.Respondents, len(want.Questions))
	}
	for name, data := range files {
		got := twinOf(t, name, data)
		if diff := cmp.Diff(want.Questions, got.Questions); diff != "" {
			t.Errorf("%s: questions (-workbook +text)\n%s", name, diff)
		}
		if diff := cmp.Diff(want.Columns, got.Columns); diff != "" {
			t.Errorf("%s: answers (-workbook +text)\n%s", name, diff)
		}
	}
}

func twinOf(t *testing.T, name string, data []byte) *survey.Survey {
	t.Helper()
	f, err := export.Read(name, data, export.Options{})
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return apply(t, Infer(f), f)
}
