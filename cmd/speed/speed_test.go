package main

import (
	"bytes"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"benchmark/survey"
	"benchmark/survey/codebook"
	"benchmark/survey/export"
)

// TestFiles reads both files of S back by its codebook, finds the same answers in
// them, and shows that files are kept for the same seed and made anew for another.
func TestFiles(t *testing.T) {
	dir := t.TempDir()
	s := sizes()[0]
	if err := s.make(dir, 1); err != nil {
		t.Fatal(err)
	}
	var seen []string
	for _, input := range []string{".xlsx", ".csv"} {
		seen = append(seen, answers(t, &s, dir, input))
	}
	if seen[0] != seen[1] || strings.Count(seen[0], "\n") != 117 {
		t.Error("the workbook and the text do not hold the same 117 respondents")
	}
	kept := filepath.Join(dir, "S.csv")
	if err := os.WriteFile(kept, []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := s.make(dir, 1); err != nil {
		t.Fatal(err)
	}
	if data, err := os.ReadFile(kept); err != nil || string(data) != "mine" {
		t.Errorf("the file of the same seed was not kept (%v)", err)
	}
	if err := s.make(dir, 2); err != nil {
		t.Fatal(err)
	}
	if again := answers(t, &s, dir, ".csv"); again == seen[0] {
		t.Error("another seed gives the same answers")
	}
}

// answers reads a file by its codebook and returns all cells that count.
func answers(t *testing.T, s *size, dir, input string) string {
	t.Helper()
	data, err := os.ReadFile(s.in(dir, input))
	if err != nil {
		t.Fatal(err)
	}
	words, err := os.ReadFile(s.in(dir, ".codebook.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	f, err := export.Read("S"+input, data, export.Options{})
	if err != nil {
		t.Fatal(err)
	}
	book, err := codebook.Read("S.codebook.yaml", words)
	if err != nil {
		t.Fatal(err)
	}
	read, err := book.Apply(f)
	if err != nil {
		t.Fatal(err)
	}
	for _, issue := range read.Issues {
		if issue.Code != survey.IssueTickNone { // who ticked nothing answered
			t.Errorf("%s: %v", input, issue)
		}
	}
	var out strings.Builder
	for r := range f.Rows.Len() {
		for i := range f.Columns {
			out.WriteString(f.Columns[i].Value(r).Text + ";")
		}
		out.WriteByte('\n')
	}
	return out.String()
}

// TestAgree shows what makes two programs disagree.
func TestAgree(t *testing.T) {
	q, mean, test := place{"share", "q1", "a", "all", "all"}, place{"number", "n1", "", "all", "all"}, place{"test", "q1", "", "type", ""}
	our := figures{q: {10, 12.5, 0.25, 0.01, true}, mean: {40, 3, 4, 0.1, true}, test: {2.5, 90, 1.5, 0.2, true}}
	for _, tt := range []struct {
		name   string
		change func(figures)
		design bool
		ok     bool
		where  string
	}{
		{name: "the same", change: func(figures) {}, design: true, ok: true},
		{name: "rounding", change: func(f figures) { f[q] = figure{10, 12.5 + 1e-12, 0.25, 0.01, true} }, design: true, ok: true},
		{name: "a count", change: func(f figures) { f[q] = figure{11, 12.5, 0.25, 0.01, true} }, where: "count of q1 a by all all"},
		{name: "a standard error", change: func(f figures) { f[q] = figure{10, 12.5, 0.25, 0.02, true} }, where: "standard error of q1"},
		{name: "a median", change: func(f figures) { f[mean] = figure{40, 3.5, 4, 0.1, true} }, where: "median of n1"},
		{name: "no number", change: func(f figures) { f[mean] = figure{40, 3, math.NaN(), 0.1, true} }, where: "mean of n1"},
		{name: "a test by the design", change: func(f figures) { f[test] = figure{2.5, 90, 1.6, 0.2, true} }, design: true, where: "statistic of q1"},
		{name: "another test", change: func(f figures) { f[test] = figure{6, 0, 9, 0.4, true} }, ok: true},
		{name: "a figure too few", change: func(f figures) { delete(f, q) }, where: "only one of the two has"},
		{name: "a figure too many", change: func(f figures) { f[place{"share", "q2", "a", "all", "all"}] = figure{count: 1} }, where: "only one of the two has"},
		{name: "nothing", change: func(f figures) { clear(f) }, where: "only one of the two has"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			their := figures{}
			for at, f := range our {
				their[at] = f
			}
			tt.change(their)
			if a := agree(our, their, tt.design); a.ok() != tt.ok || !tt.ok && !strings.Contains(a.where, tt.where) {
				t.Errorf("agree: %v, %+v", a.ok(), a)
			}
		})
	}
}

// TestResult pins the table: medians, ratios to the first, and who is missing.
func TestResult(t *testing.T) {
	costs := func(ms ...int) []cost {
		var list []cost
		for _, m := range ms {
			list = append(list, cost{time.Duration(m) * time.Millisecond, 2 * time.Duration(m) * time.Millisecond, int64(m) << 20})
		}
		return list
	}
	field := []*contestant{
		{peer: &peer{name: ours, depth: "design"}, costs: costs(100, 900, 20)},
		{peer: &peer{name: "R survey", depth: "design"}, costs: costs(25_000)},
		{peer: &peer{name: "Polars", depth: "formula"}, missing: true},
	}
	table := result(field, map[string]string{ours: "1", "R survey": "4.1.1"})
	var text, markdown bytes.Buffer
	if err := table.text(&text); err != nil {
		t.Fatal(err)
	}
	if err := table.markdown(&markdown); err != nil {
		t.Fatal(err)
	}
	const want = `program    version        depth    wall s  CPU s  peak MiB  wall ×  CPU ×  memory ×
benchmark  1              design     0.10   0.20       100    1.00   1.00      1.00
R survey   4.1.1          design     25.0   50.0     25000     250    250       250
Polars     not installed  formula
`
	if text.String() != want {
		t.Errorf("got\n%s\nwant\n%s", &text, want)
	}
	if line := "| R survey | 4.1.1 | design | 25.0 | 50.0 | 25000 | 250 | 250 | 250 |\n"; !strings.Contains(markdown.String(), line) {
		t.Errorf("no %q in\n%s", line, &markdown)
	}
}

// TestDigits shows the digits of seconds and ratios.
func TestDigits(t *testing.T) {
	for s, want := range map[float64]string{0.004: "0.0040", 0.01494: "0.0149", 0.0996: "0.10", 0.149: "0.15", 1.236: "1.24", 9.994: "9.99", 9.996: "10.0", 99.96: "100", 553: "553"} {
		if got := digits(s); got != want {
			t.Errorf("digits(%v) = %s, want %s", s, got, want)
		}
	}
	if got := fmt.Sprint(times(1, 0)); got != "" {
		t.Errorf("times of nothing: %q", got)
	}
}

// A program runs once for each cost, and once more before that when it is to be warm.
func TestTake(t *testing.T) {
	script := filepath.Join(t.TempDir(), "main.go")
	runs := filepath.Join(t.TempDir(), "runs")
	source := fmt.Sprintf(`package main

import "os"

func main() {
	f, _ := os.OpenFile(%q, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
	f.WriteString("x")
	f.Close()
}
`, runs)
	if err := os.WriteFile(script, []byte(source), 0o600); err != nil {
		t.Fatal(err)
	}
	c := &contestant{peer: &peer{name: "x", args: []string{"go", "run", script}}, size: &sizes()[0]}
	for _, step := range []struct {
		warm       bool
		ran, costs int
	}{{false, 1, 1}, {true, 3, 2}, {false, 4, 3}} {
		o := options{warm: step.warm}
		if err := o.take(t.Context(), c); err != nil {
			t.Fatal(err)
		}
		if all, err := os.ReadFile(runs); err != nil || len(all) != step.ran || len(c.costs) != step.costs {
			t.Errorf("warm %v: %d runs and %d costs, want %d and %d (%v)", step.warm, len(all), len(c.costs), step.ran, step.costs, err)
		}
	}
	c.missing = true
	if err := (&options{}).take(t.Context(), c); err != nil || len(c.costs) != 3 {
		t.Errorf("what is not installed was run (%v)", err)
	}
}

// Every round has all programs, in an order that the seed decides, and not always the same.
func TestOrder(t *testing.T) {
	seen := map[string]bool{}
	for round := range 20 {
		one := order(6, 2018, round)
		if again := order(6, 2018, round); !slices.Equal(one, again) {
			t.Errorf("round %d: %v, then %v", round, one, again)
		}
		seen[fmt.Sprint(one)] = true
		slices.Sort(one)
		if !slices.Equal(one, []int{0, 1, 2, 3, 4, 5}) {
			t.Errorf("round %d has %v", round, one)
		}
	}
	if len(seen) < 10 {
		t.Errorf("20 rounds have %d orders", len(seen))
	}
}
