package command

import (
	"bytes"
	"encoding/json"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// referenceFolder holds reference.tsv, figures of R with the call that gave each,
// and the data sets that they are of.
const referenceFolder = "testdata/reference"

// reference is a figure of R and where ours stands.
type reference struct {
	file, design, flags              string
	table, row, group, field, source string
	value                            float64
}

// readReferences reads reference.tsv.
func readReferences(t *testing.T) []reference {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(referenceFolder, "reference.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	var all []reference
	var at reference
	for line := range strings.Lines(string(data)) {
		cells := strings.Split(strings.TrimRight(line, "\n"), "\t")
		switch {
		case strings.HasPrefix(line, "#"):
		case cells[0] == "design":
			at = reference{file: cells[1], design: cells[2]}
		default:
			r := at
			r.flags, r.table, r.row, r.group, r.field, r.source = cells[0], cells[1], cells[2], cells[3], cells[4], cells[6]
			if r.value, err = strconv.ParseFloat(cells[5], 64); err != nil {
				t.Fatal(err)
			}
			all = append(all, r)
		}
	}
	return all
}

// line returns the command line that has the figure, with paths to the files.
func (r *reference) line() []string {
	line := append([]string{"analyze", filepath.Join(referenceFolder, r.file), "--format", "json", "--disclosure", "none"},
		strings.Fields(r.design+" "+r.flags)...)
	for i := range line {
		if line[i] == "--targets" {
			line[i+1] = filepath.Join(referenceFolder, line[i+1])
		}
	}
	return line
}

// tabled is the output by the names of its fields.
type tabled struct {
	Tables []struct {
		ID     string
		Groups []printedGroup
		Rows   []struct {
			Key   string
			Cells []map[string]any
		}
	}
	Tests []map[string]any
}

// in returns the figure in the output.
func (r *reference) in(s *tabled) (float64, bool) {
	if r.table == "test" {
		for _, test := range s.Tests {
			if test["breakdown"] == r.group && test["test"] != nil {
				of, field := test, r.field
				if name, inner, ok := strings.Cut(r.field, "."); ok { // difference.low
					of, _ = test[name].(map[string]any)
					field = inner
				}
				x, ok := of[field].(float64)
				if r.field == "statistic" {
					x = math.Abs(x) // R takes the groups in another order
				}
				return x, ok
			}
		}
		return 0, false
	}
	breakdown, level, _ := strings.Cut(r.group, "=")
	for _, table := range s.Tables {
		g := slices.IndexFunc(table.Groups, func(g printedGroup) bool { return g.Breakdown == breakdown && strings.EqualFold(g.Level, level) })
		for _, row := range table.Rows {
			if table.ID == r.table && g >= 0 && row.Key == r.row {
				x, ok := row.Cells[g][r.field].(float64)
				return x, ok
			}
		}
	}
	return 0, false
}

// What the command line prints is what R prints, to eight digits: means, totals,
// ratios, shares with each interval, domains, quantiles, design effects, tests,
// ways with a lonely stratum, and weights fitted to totals.
func TestReferencesOfR(t *testing.T) {
	printed := map[string]*tabled{}
	for _, r := range readReferences(t) {
		line := r.line()
		text := strings.Join(line, " ")
		if printed[text] == nil {
			var out, errs bytes.Buffer
			if got := Main(t.Context(), line, strings.NewReader(""), &out, &errs, func(string) string { return "" }); got != 0 {
				t.Fatalf("benchmark %s: exit status %d\n%s", text, got, errs.String())
			}
			printed[text] = &tabled{}
			if err := json.Unmarshal(out.Bytes(), printed[text]); err != nil {
				t.Fatal(err)
			}
		}
		if got, ok := r.in(printed[text]); !ok || !(math.Abs(got-r.value) <= 1e-8*math.Abs(r.value)) {
			t.Errorf("benchmark %s\n%s %s %s %s: %.12g (%v), R: %.12g by %s", text, r.table, r.row, r.group, r.field, got, ok, r.value, r.source)
		}
	}
}
