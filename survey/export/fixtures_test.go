package export

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
)

var update = flag.Bool("update", false, "rewrite the truth of the fixtures")

// TestDialectFixtures reads every small export in testdata/dialects. Each
// archive holds exports of one kind, as files NAME.csv or NAME.sheet (a
// worksheet, see fixtureBook), each followed by its NAME.truth: what a person
// who knows the tool would say that the file holds.
func TestDialectFixtures(t *testing.T) {
	paths, err := filepath.Glob("testdata/dialects/*.txt")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no fixtures (%v)", err)
	}
	for _, path := range paths {
		archive, err := txtar.ParseFile(path)
		if err != nil {
			t.Fatal(err)
		}
		truths := map[string]string{}
		for _, f := range archive.Files {
			truths[f.Name] = string(f.Data)
		}
		var rewritten []txtar.File
		for _, f := range archive.Files {
			name, kind, _ := strings.Cut(f.Name, ".")
			if kind == "truth" {
				continue
			}
			var got string
			t.Run(strings.TrimSuffix(filepath.Base(path), ".txt")+"/"+name, func(t *testing.T) {
				data := f.Data
				if kind == "sheet" {
					data = fixtureBook(t, string(data))
				}
				got = toldOf(t, f.Name, data)
				if diff := cmp.Diff(truths[name+".truth"], got); diff != "" && !*update {
					t.Errorf("(-truth +read)\n%s", diff)
				}
			})
			rewritten = append(rewritten, f, txtar.File{Name: name + ".truth", Data: []byte(got)})
		}
		if *update {
			archive.Files = rewritten
			if err := os.WriteFile(path, txtar.Format(archive), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// toldOf tells what a file holds: tool, header, respondents, what was left
// out, and for each column its block, its headings, and in brackets the code
// and the use where it has them.
func toldOf(t *testing.T, name string, data []byte) string {
	t.Helper()
	f, err := Read(name, data, Options{})
	if err != nil {
		return "refused: " + err.Error() + "\n"
	}
	checkInvariants(t, f)
	var b strings.Builder
	fmt.Fprintf(&b, "dialect %s, header %s, rows %s\n", f.Dialect.Name, joined(f.HeaderRows), joined(f.Rows.List()))
	for _, d := range f.Dropped {
		fmt.Fprintf(&b, "dropped %d %s\n", d.Rows, d.Reason)
	}
	for i, h := range headings(f) {
		c := &f.Columns[i]
		fmt.Fprintf(&b, "%s %s", c.Letter, h)
		if c.Code != "" {
			fmt.Fprintf(&b, " (%s)", c.Code)
		}
		if c.Use != UseAnswer {
			fmt.Fprintf(&b, " (%s)", c.Use)
		}
		b.WriteByte('\n')
	}
	for _, issue := range f.Issues {
		fmt.Fprintf(&b, "%s %s\n", issue.Code, strings.Join(issue.Args, "; "))
	}
	return b.String()
}

// fixtureBook makes a workbook of lines of "a | b". A line "#merge A1:C1"
// merges cells and "#table NAME" makes an Excel table of them all.
func fixtureBook(t *testing.T, text string) []byte {
	t.Helper()
	var rows, merges, after strings.Builder
	var extra []part
	n := 0
	for line := range strings.Lines(text) {
		line = strings.TrimRight(line, "\n")
		if ref, ok := strings.CutPrefix(line, "#merge "); ok {
			merges.WriteString(`<mergeCell ref="` + ref + `"/>`)
			continue
		}
		if table, ok := strings.CutPrefix(line, "#table "); ok {
			after.WriteString(`<tableParts count="1"><tablePart r:id="rId7"/></tableParts>`)
			extra = []part{
				{"xl/worksheets/_rels/sheet1.xml.rels", `<Relationships ` + nsRels + `><Relationship Id="rId7" Type="` + relURI + `table" Target="../tables/table1.xml"/></Relationships>`},
				{"xl/tables/table1.xml", `<table ` + nsMain + ` id="1" name="` + table + `" displayName="` + table + `" ref="A1:E3"/>`},
			}
			continue
		}
		n++
		cells := strings.Split(line, "|")
		for i := range cells {
			cells[i] = strings.TrimSpace(cells[i])
		}
		rows.WriteString(textRow(n, cells...))
	}
	list := ""
	if merges.Len() > 0 {
		list = `<mergeCells>` + merges.String() + `</mergeCells>`
	}
	return book(t, sheetXML(rows.String(), list, after.String()), extra...)
}

// TestDialectCells pins what the tools mean by cells that are no answers; the
// same cell is the opposite in another tool.
func TestDialectCells(t *testing.T) {
	tests := []struct {
		header, row string
		want        Dialect
	}{
		{"id | submitdate | lastpage | Q1", "1 | 2018-10-02 | 3 | N/A", Dialect{Name: "limesurvey", NotShown: []string{"N/A"}}},
		{"StartDate | ResponseId | RecordedDate | Q1", "2018-10-02 | R_1 | 2018-10-02 | -99", Dialect{Name: "qualtrics", Missing: []string{"-99"}}},
		{"Id | V1 | V2_A1 | V2_A2", "1 | 2 | -99 | -99", Dialect{Name: "crowdtech", NotShown: []string{"-99"}, Missing: []string{"NULL"}}},
		{"lfdn | external_lfdn | dispcode | v_1", "1 | 0 | 31 | -77", Dialect{Name: "efs", NotShown: []string{"-66", "-77"}, Missing: []string{"-99"}}},
		{"CASE | SERIAL | QUESTNNR | AB01_01", "1 | x | base | 2", Dialect{Name: "sosci",
			Missing: []string{"-1", "-2", "-3", "-4", "-5", "-6", "-7", "-8", "-9", "-10",
				"nicht beantwortet", "[nicht beantwortet]", "not answered", "[not answered]"},
			Unticked: []string{"1", "01"}, Ticked: []string{"2", "02"}}},
		{"_uuid | _index | media", "u1 | 1 | n/a", Dialect{Name: "kobo", NotShown: []string{"n/a"}}},
		{"Respondent ID | Collector ID | Food", "1 | 2 | N/A", Dialect{Name: "surveymonkey"}},
		{"record_id | ch___1 | ch___2", "1 | 0 | 1", Dialect{Name: "redcap"}},
		{"nr | Kanaal | Leeftijd", "1 | chat | -99", Dialect{Name: generic}},
	}
	for _, tt := range tests {
		t.Run(tt.want.Name, func(t *testing.T) {
			got := mustRead(t, "a.csv", table(tt.header, tt.row), Options{}).Dialect
			got.Hits = nil
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// TestDescriptionOfQuestions reads a file that looks like a list of questions
// all the same when the user says where its header is.
func TestDescriptionOfQuestions(t *testing.T) {
	data := table("type | name | label | required", "person | Ede | good | yes", "person | Goes | bad | no")
	mustFail(t, "a.csv", data, Options{}, "XLSForm", "not the answers", "codebook")
	mustRead(t, "a.csv", data, Options{HeaderRows: []int{1}})
}

// TestPlainHeading checks what is taken out of a heading, and what looks like
// mark-up but is not.
func TestPlainHeading(t *testing.T) {
	for _, tt := range [][2]string{
		{"<p>Welke <b>kanalen</b>?</p>", "Welke kanalen?"},
		{"Welke<br />kanalen ?", "Welke kanalen ?"},
		{"R&amp;D &lt;5 jaar", "R&D <5 jaar"},
		{"Minder dan <5, of >10?", "Minder dan <5, of >10?"},
		{"<naam> van uw organisatie", "<naam> van uw organisatie"},
		{"Waarom ${q://QID1/ChoiceGroup/SelectedChoices}?", "Waarom …?"},
		{"Waarom {INSERTANS:1X2X3} en {Q1.shown}?", "Waarom … en …?"},
		{"AT&T; wat nu", "AT&T; wat nu"},
		{"{vrij} veld", "{vrij} veld"},
	} {
		if got := plain(tt[0]); got != tt[1] {
			t.Errorf("plain(%q) = %q, want %q", tt[0], got, tt[1])
		}
	}
}
