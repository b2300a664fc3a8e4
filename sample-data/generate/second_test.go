package main

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"slices"
	"strings"
	"testing"

	"benchmark/survey/codebook"

	"go.yaml.in/yaml/v4"
)

// TestTruthMatchesTheFile counts the totals of the truth again from the cells
// of the written file.
func TestTruthMatchesTheFile(t *testing.T) {
	files, err := secondFiles()
	if err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(bytes.NewReader(files[0].data)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if len(rows) != 84 {
		t.Fatalf("%d rows with the header, want 84", len(rows))
	}
	lines := strings.Split(string(files[2].data), "\n")
	checked := 0
	for _, q := range flemishQuestions() {
		c := slices.Index(rows[0], q.heading)
		if c < 0 {
			t.Errorf("the file has no column %q", q.heading)
			continue
		}
		for _, o := range q.options {
			if o.other || o.outOfBase || q.role == "organisation-type" || q.role == "size-class" {
				continue
			}
			count, base := recount(rows[1:], c, q, o.label)
			line := fmt.Sprintf("\t%s\t%s\t%s\ttotal\t%d\t%d", q.channel, q.id, o.code, count, base)
			if !slices.ContainsFunc(lines, func(l string) bool { return strings.HasSuffix(l, line) }) {
				t.Errorf("the truth has no line ending in %q", line)
			}
			checked++
		}
	}
	if checked < 50 {
		t.Errorf("only %d lines checked", checked)
	}
}

// recount returns how many cells hold the label, alone or joined with others,
// and how many hold an answer that is in the base.
func recount(rows [][]string, c int, q question, label string) (count, base int) {
	for _, row := range rows {
		parts := []string{row[c]}
		if q.separator != "" {
			parts = strings.Split(row[c], q.separator)
		}
		if row[c] == "" || (q.id == "owner" && row[c] == "Don't know") {
			continue
		}
		base++
		if slices.Contains(parts, label) {
			count++
		}
	}
	return count, base
}

func TestSecondCodebookIsStrict(t *testing.T) {
	files, err := secondFiles()
	if err != nil {
		t.Fatal(err)
	}
	var book codebook.Codebook
	if err := yaml.Load(files[1].data, &book, yaml.WithKnownFields()); err != nil {
		t.Fatal(err)
	}
	if got, want := len(book.Questions), len(flemishQuestions()); got != want {
		t.Errorf("%d questions in the codebook, want %d", got, want)
	}
}

func TestQuantileIsType7(t *testing.T) {
	// R: quantile(c(1, 2, 4, 8), c(.25, .5, .75)) gives 1.75, 3, 5.
	x := []float64{1, 2, 4, 8}
	for p, want := range map[float64]float64{0.25: 1.75, 0.5: 3, 0.75: 5, 1: 8} {
		if got := quantile(x, p); got != want {
			t.Errorf("quantile %v is %v, want %v", p, got, want)
		}
	}
}
