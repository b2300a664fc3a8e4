package codebook

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"benchmark/survey"
	"benchmark/survey/export"
)

// sheet makes a file from headings ("question" or "question|option") and rows
// of cells parted by "|". A cell that begins with "#" is a typed number.
// Neighbouring columns with one heading are one block.
func sheet(headings []string, rows ...string) *export.File {
	f := &export.File{Name: "test.csv", Read: len(rows), HeaderRows: []int{1}, Dialect: export.Dialect{Name: "generic"}}
	block := -1
	for i, h := range headings {
		question, option, _ := strings.Cut(h, "|")
		if i == 0 || question != f.Columns[i-1].Question {
			block++
		}
		f.Columns = append(f.Columns, export.Column{
			Letter: letterOf(i), Question: question, Option: option, Block: block, Dict: export.DictionaryOf(export.Cell{}),
		})
	}
	codes := make([][]uint32, len(f.Columns))
	for r, row := range rows {
		f.Rows.Append(r + 2)
		cells := strings.Split(row, "|")
		for i := range f.Columns {
			cell := export.Cell{}
			if i < len(cells) {
				text, typed := strings.CutPrefix(cells[i], "#")
				cell = export.Cell{Text: text, Typed: typed}
			}
			codes[i] = append(codes[i], code(&f.Columns[i], cell))
		}
	}
	for i := range f.Columns {
		f.Columns[i].Codes = export.CodesOf(codes[i], f.Columns[i].Dict.Len())
	}
	return f
}

func code(c *export.Column, cell export.Cell) uint32 {
	for d, known := range c.Dict.All() {
		if known == cell {
			return uint32(d)
		}
	}
	c.Dict = export.DictionaryOf(append(c.Dict.Cells(), cell)...)
	return uint32(c.Dict.Len() - 1)
}

func letterOf(i int) string {
	if i < 26 {
		return string(rune('A' + i))
	}
	return letterOf(i/26-1) + letterOf(i%26)
}

// repeat returns a row so many times.
func repeat(n int, row string) []string {
	rows := make([]string, n)
	for i := range rows {
		rows[i] = row
	}
	return rows
}

// numberedRows returns rows from a pattern with the row's number in it.
func numberedRows(n int, pattern string) []string {
	rows := make([]string, n)
	for i := range rows {
		rows[i] = fmt.Sprintf(pattern, i)
	}
	return rows
}

// open reads a survey file of the repository.
func open(t testing.TB, name string) *export.File {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	f, err := export.Read(name, data, export.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// codebookOf reads a codebook of the repository.
func codebookOf(t testing.TB, name string) *Codebook {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	cb, err := Read(name, data)
	if err != nil {
		t.Fatal(err)
	}
	return cb
}

func apply(t testing.TB, cb *Codebook, f *export.File) *survey.Survey {
	t.Helper()
	s, err := cb.Apply(f)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// counts returns how many chose each option of a question, by code.
func counts(s *survey.Survey, id string) map[string]int {
	at := s.Find(id)
	if at < 0 {
		return nil
	}
	n := map[string]int{}
	for o := range s.Questions[at].Options {
		for r := range s.Respondents {
			if s.Columns[at].Is(r, o) {
				n[s.Questions[at].Options[o].Code]++
			}
		}
	}
	return n
}

// states returns how many respondents have each state for a question.
func states(s *survey.Survey, id string) map[string]int {
	n := map[string]int{}
	for state, count := range s.Columns[s.Find(id)].Reasons() {
		if count > 0 {
			n[survey.Missing(state).String()] = count
		}
	}
	return n
}

// issues returns the issues with the code.
func issues(s *survey.Survey, code survey.Code) []survey.Issue {
	var found []survey.Issue
	for _, i := range s.Issues {
		if i.Code == code {
			found = append(found, i)
		}
	}
	return found
}

// dictOf returns the dictionary of some cells.
func dictOf(cells []export.Cell) *export.Dictionary {
	dict := export.DictionaryOf(cells...)
	return &dict
}
