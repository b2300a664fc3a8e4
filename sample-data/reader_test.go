package sampledata_test

import (
	"bytes"
	"encoding/csv"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	sampledata "benchmark/sample-data"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/charmap"
)

// sheet is a survey file read with nothing of this program: headings and cells.
type sheet struct {
	questions, options []string // per column
	rows               [][]string
}

func content(t *testing.T, name string) []byte {
	t.Helper()
	for _, f := range sampledata.Files() {
		if f.Name == name {
			return f.Data
		}
	}
	t.Fatalf("the sample has no file %s", name)
	return nil
}

// readWorkbook reads the workbook of 2018.
func readWorkbook(t *testing.T) *sheet {
	t.Helper()
	return readWorkbookOf(t, "howaboutyou-2018.xlsx")
}

// readWorkbookOf reads the first sheet; dates become the notation of the CSV.
func readWorkbookOf(t *testing.T, name string) *sheet {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(content(t, name)))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = f.Close() })
	rows, err := f.GetRows(f.GetSheetName(0), excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	s := &sheet{}
	question := ""
	for i, below := range rows[1] {
		if i < len(rows[0]) && rows[0][i] != "" {
			question = rows[0][i]
		}
		if below == "Antwoord" || below == "Open antwoord" {
			below = ""
		}
		s.questions, s.options = append(s.questions, question), append(s.options, below)
	}
	for _, row := range rows[2:] {
		row = append(slices.Clone(row), make([]string, len(s.questions)-len(row))...)
		for _, c := range []int{1, 2} {
			serial, err := strconv.ParseFloat(row[c], 64)
			if err != nil {
				t.Fatal(err)
			}
			when, err := excelize.ExcelDateToTime(serial, false)
			if err != nil {
				t.Fatal(err)
			}
			row[c] = when.Round(time.Second).Format("2-1-2006 15:04")
		}
		s.rows = append(s.rows, row)
	}
	return s
}

// readText reads the CSV of 2018.
func readText(t *testing.T) *sheet {
	t.Helper()
	return readTextOf(t, "howaboutyou-2018.csv")
}

// readTextOf reads a CSV; ticks become the wording of the option and numbers
// get a decimal point, as in the workbook.
func readTextOf(t *testing.T, name string) *sheet {
	t.Helper()
	text, err := charmap.Windows1252.NewDecoder().Bytes(content(t, name))
	if err != nil {
		t.Fatal(err)
	}
	r := csv.NewReader(bytes.NewReader(text))
	r.Comma = ';'
	rows, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	s := &sheet{}
	for _, heading := range rows[0] {
		question, option, _ := strings.Cut(strings.TrimSuffix(heading, "]"), " [")
		s.questions, s.options = append(s.questions, question), append(s.options, option)
	}
	for _, row := range rows[1:] {
		for c := range row {
			switch {
			case s.options[c] != "" && row[c] == "Ja":
				row[c] = s.options[c]
			case strings.Contains(s.questions[c], "per uur"):
				row[c] = strings.Replace(row[c], ",", ".", 1)
			}
		}
		s.rows = append(s.rows, row)
	}
	return s
}

// respondents returns the sheet with only the rows that count: no tests, none
// without an answer, and the last of those with the same id.
func (s *sheet) respondents() *sheet {
	kept := &sheet{questions: s.questions, options: s.options}
	for i, row := range s.rows {
		later := slices.ContainsFunc(s.rows[i+1:], func(other []string) bool { return other[0] == row[0] })
		blank := !slices.ContainsFunc(row[4:], func(cell string) bool { return cell != "" })
		if row[3] != "Test" && !blank && !later {
			kept.rows = append(kept.rows, row)
		}
	}
	return kept
}

// column returns the position of the column of which the question contains the
// words and the option is the one given, or -1.
func (s *sheet) column(words, option string) int {
	for c := range s.questions {
		if strings.Contains(s.questions[c], words) && s.options[c] == option {
			return c
		}
	}
	return -1
}

// where returns the sheet with only the rows that have one of the values at
// the question, or any value when none is given.
func (s *sheet) where(words string, values ...string) *sheet {
	part := &sheet{questions: s.questions, options: s.options}
	c := s.column(words, "")
	for _, row := range s.rows {
		if slices.Contains(values, row[c]) || (len(values) == 0 && row[c] != "") {
			part.rows = append(part.rows, row)
		}
	}
	return part
}

// ticked returns the sheet with only the rows that ticked the option of a
// select-all question, or any of its options when option is empty.
func (s *sheet) ticked(words, option string) *sheet {
	part := &sheet{questions: s.questions, options: s.options}
	for _, row := range s.rows {
		for c := range row {
			if row[c] != "" && strings.Contains(s.questions[c], words) && (option == "" || s.options[c] == option) {
				part.rows = append(part.rows, row)
				break
			}
		}
	}
	return part
}

func (s *sheet) n() int { return len(s.rows) }

// counts returns how many rows have each of the values.
func (s *sheet) counts(words string, values ...string) []int {
	var n []int
	for _, v := range values {
		n = append(n, s.where(words, v).n())
	}
	return n
}

// tickCounts returns how many rows ticked each of the options.
func (s *sheet) tickCounts(words string, options ...string) []int {
	var n []int
	for _, o := range options {
		n = append(n, s.ticked(words, o).n())
	}
	return n
}

// numbers returns the numbers at the question, ascending.
func (s *sheet) numbers(t *testing.T, words string) []float64 {
	t.Helper()
	var all []float64
	c := s.column(words, "")
	for _, row := range s.rows {
		if row[c] == "" {
			continue
		}
		x, err := strconv.ParseFloat(row[c], 64)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, x)
	}
	slices.Sort(all)
	return all
}
