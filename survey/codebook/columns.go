package codebook

import (
	"fmt"
	"slices"
	"strings"

	"benchmark/survey/export"
)

// letterIndex returns the position, from 0, of a spreadsheet column by its
// letters, or -1 when they are none.
func letterIndex(letters string) int {
	if letters == "" || len(letters) > 3 {
		return -1
	}
	n := 0
	for _, r := range strings.ToUpper(letters) {
		if r < 'A' || r > 'Z' {
			return -1
		}
		n = 26*n + int(r-'A') + 1
	}
	return n - 1
}

// directory finds columns of a file by the words of a codebook.
type directory struct {
	file *export.File
	// headings holds, by key, the columns under a question's heading.
	headings map[string][]int
	// cells holds, by key, the columns with the heading "question [option]".
	cells map[string][]int
}

func newDirectory(f *export.File) *directory {
	d := &directory{file: f, headings: map[string][]int{}, cells: map[string][]int{}}
	for i := range f.Columns {
		c := &f.Columns[i]
		k := key(c.Question)
		d.headings[k] = append(d.headings[k], i)
		if c.Option != "" {
			k = key(heading(c))
			d.cells[k] = append(d.cells[k], i)
		}
	}
	return d
}

// heading returns the full heading of a column: "question [option]".
func heading(c *export.Column) string {
	switch {
	case c.Option == "":
		return c.Question
	case c.Question == "":
		return c.Option
	}
	return c.Question + " [" + c.Option + "]"
}

// letterRange returns the positions of the first and the last column of a
// reference by letters, "AB" or "K:Q"; ok is false when it is none.
func letterRange(s string) (first, last int, ok bool) {
	from, to, found := strings.Cut(s, ":")
	if !found {
		to = from
	}
	first, last = letterIndex(from), letterIndex(to)
	return first, last, first >= 0 && last >= first
}

// find returns the columns that a reference names: a letter ("=AB"), letters
// ("=K:Q"), the heading of a question, which can stand over a block of columns, or the
// heading of one column in a block ("question [option]").
func (d *directory) find(reference string) ([]int, error) {
	if letter, ok := strings.CutPrefix(reference, "="); ok {
		first, last, _ := letterRange(letter)
		var found []int
		for i := range d.file.Columns {
			if at := letterIndex(d.file.Columns[i].Letter); at >= first && at <= last {
				found = append(found, i)
			}
		}
		if len(found) == 0 {
			return nil, &absentError{fmt.Sprintf("the file has no column %s; its last one is %s", letter, d.lastLetter()), ""}
		}
		return found, nil
	}
	k := key(reference)
	if found := d.headings[k]; len(found) > 0 {
		return d.oneBlock(reference, found)
	}
	if found := d.cells[k]; len(found) > 0 {
		return d.oneBlock(reference, found)
	}
	if near := nearest(reference, d.names()); near != "" {
		return nil, &absentError{fmt.Sprintf("the file has no column with the heading %q; the nearest is %q", reference, near), near}
	}
	return nil, &absentError{fmt.Sprintf("the file has no column with the heading %q; see its headings with: benchmark inspect", reference), ""}
}

// absentError is the error of a reference to a column that the file lacks.
type absentError struct {
	message string
	// near is the nearest heading, or empty.
	near string
}

// Error says which column is not there, and what comes near.
func (e *absentError) Error() string { return e.message }

// oneBlock refuses a heading that stands over more than one question.
func (d *directory) oneBlock(reference string, found []int) ([]int, error) {
	for _, i := range found {
		if d.file.Columns[i].Block != d.file.Columns[found[0]].Block {
			return nil, fmt.Errorf("the heading %q stands over more than one question (columns %s); name the column by its letter, as in =%s",
				reference, strings.Join(d.letters(found), ", "), d.file.Columns[found[0]].Letter)
		}
	}
	return found, nil
}

func (d *directory) names() []string {
	var names []string
	for i := range d.file.Columns {
		for _, name := range []string{d.file.Columns[i].Question, heading(&d.file.Columns[i])} {
			if name != "" && !slices.Contains(names, name) {
				names = append(names, name)
			}
		}
	}
	return names
}

func (d *directory) letters(columns []int) []string {
	letters := make([]string, len(columns))
	for i, c := range columns {
		letters[i] = d.file.Columns[c].Letter
	}
	return letters
}

func (d *directory) lastLetter() string {
	if len(d.file.Columns) == 0 {
		return "none"
	}
	return d.file.Columns[len(d.file.Columns)-1].Letter
}

// reference returns how a codebook names the columns: by the heading over them
// where that is enough, else by letters. The columns stand side by side.
func (d *directory) reference(columns []int) string {
	c := &d.file.Columns[columns[0]]
	for _, name := range []string{c.Question, heading(c)} {
		if name == "" || !safeColumn(c) || strings.HasPrefix(name, "=") || strings.TrimSpace(name) != name {
			continue
		}
		if found, err := d.find(name); err == nil && slices.Equal(found, columns) {
			return name
		}
	}
	if len(columns) == 1 {
		return "=" + c.Letter
	}
	return "=" + c.Letter + ":" + d.file.Columns[columns[len(columns)-1]].Letter
}

// blocks returns the columns of each question, in file order; the columns that
// are known to be none are left out. The columns of a question stand side by
// side.
func (d *directory) blocks(known []bool) [][]int {
	var blocks [][]int
	for i := range d.file.Columns {
		if known[i] {
			continue
		}
		c := &d.file.Columns[i]
		if i > 0 && !known[i-1] && c.Option+c.Question != "" {
			before := &d.file.Columns[i-1]
			if before.Block == c.Block && key(before.Question) == key(c.Question) {
				blocks[len(blocks)-1] = append(blocks[len(blocks)-1], i)
				continue
			}
		}
		blocks = append(blocks, []int{i})
	}
	return blocks
}
