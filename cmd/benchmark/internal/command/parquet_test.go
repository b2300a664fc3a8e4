package command

import (
	"bytes"
	"encoding/json"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// figuresOf returns the tables of a survey by id, and its other figures by their place.
func figuresOf(t *testing.T, args ...string) (tables map[string]any, others []any) {
	t.Helper()
	var out, errs bytes.Buffer
	args = append([]string{"analyze", "--format", "json"}, args...)
	if got := Main(t.Context(), args, strings.NewReader(""), &out, &errs, func(string) string { return "" }); got != statusDone {
		t.Fatalf("%v: exit status %d\n%s", args, got, errs.String())
	}
	var study struct {
		Tables                           []map[string]any
		Comparisons, Differences, People []any
	}
	if err := json.Unmarshal(out.Bytes(), &study); err != nil {
		t.Fatal(err)
	}
	tables = map[string]any{}
	for _, table := range study.Tables {
		tables[table["id"].(string)] = table
	}
	return tables, []any{study.Comparisons, study.Differences, study.People}
}

// TestParquetGivesTheSameFigures: the sample as a Parquet file gives the figures of the
// workbook, but for what comes of the questions that are left out: inhabitants, and words.
func TestParquetGivesTheSameFigures(t *testing.T) {
	book, file := filepath.Join(sampleFolder, "howaboutyou-2018.xlsx"), filepath.Join(t.TempDir(), "a.parquet")
	var errs bytes.Buffer
	if got := Main(t.Context(), []string{"export", book, "--out", file}, strings.NewReader(""), &errs, &errs, func(string) string { return "" }); got != statusDone {
		t.Fatal(errs.String())
	}
	want, wantOthers := figuresOf(t, book)
	got, gotOthers := figuresOf(t, file, "--frame", filepath.Join(sampleFolder, "frame-nl-2018.csv"))
	if diff := cmp.Diff(wantOthers, gotOthers); diff != "" {
		t.Errorf("figures beside the tables: %s", diff)
	}
	var missing []string
	for id, table := range want {
		switch diff := cmp.Diff(table, got[id]); {
		case got[id] == nil || id == "coverage":
			missing = append(missing, id)
		case diff != "":
			t.Errorf("table %s: %s", id, diff)
		}
	}
	slices.Sort(missing)
	if diff := cmp.Diff([]string{"chatbot-themes", "chatbot-words", "coverage"}, missing); diff != "" {
		t.Errorf("not in the file: %s", diff)
	}
}

// TestParquetKeepsTheDesign: weights and strata are in the file, and give the same
// estimates.
func TestParquetKeepsTheDesign(t *testing.T) {
	dir := t.TempDir()
	var rows strings.Builder
	rows.WriteString("soort,gewicht,gebruik,kanaal,uren\n")
	for i := range 60 {
		fmt.Fprintf(&rows, "%s,%d.5,%s,%s,%d\n", []string{"Gemeente", "Provincie"}[i%2], 1+i%7, []string{"ja", "nee", ""}[i%3], []string{"chat", "mail"}[i/3%2], i)
	}
	const book = `design: {weights: gewicht, strata: [soort]}
questions:
  - {id: soort, column: soort, kind: single, role: organisation-type, asked_all: true, options: [{code: g, label: Gemeente}, {code: p, label: Provincie}]}
  - {id: gebruik, column: gebruik, kind: single, asked_all: true, options: [{code: "y", label: ja}, {code: "n", label: nee}]}
  - {id: kanaal, column: kanaal, kind: single, asked_if: {gebruik: ["y"]}, options: [{code: c, label: chat}, {code: m, label: mail}]}
  - {id: uren, column: uren, kind: number, asked_all: true}
`
	table, file := filepath.Join(dir, "a.csv"), filepath.Join(dir, "b.parquet")
	write(t, table, rows.String())
	write(t, filepath.Join(dir, "a.codebook.yaml"), book)
	var errs bytes.Buffer
	if got := Main(t.Context(), []string{"export", table, "--out", file}, strings.NewReader(""), &errs, &errs, func(string) string { return "" }); got != statusDone && got != statusDoubtful {
		t.Fatal(errs.String())
	}
	want, _ := figuresOf(t, table, "--disclosure", "none")
	got, _ := figuresOf(t, file, "--disclosure", "none")
	if diff := cmp.Diff(want, got); diff != "" || len(want) < 4 {
		t.Errorf("%d tables: %s", len(want), diff)
	}
}
