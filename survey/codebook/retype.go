package codebook

import (
	"fmt"
	"slices"
	"strconv"

	"benchmark/survey"
	"benchmark/survey/export"
)

// mostListed is how many different answers a column may have that is read as a
// choice because the user says so.
const mostListed = 200

// Retype makes a column a question of another kind: number, of which every number
// counts as an amount, or single, with each different cell of the column as an
// option, numbers in their order and texts by the alphabet. The column is named by
// its heading, by its letter as in "=AB", or by the id of its question; a column
// without a question gets one. Doubts about the column are settled by it.
func (cb *Codebook) Retype(f *export.File, reference string, kind survey.Kind) error {
	dir := newDirectory(f)
	found, err := dir.find(reference)
	at := slices.IndexFunc(cb.Questions, func(q Question) bool { return q.ID == reference })
	if err != nil && at >= 0 {
		found, err = dir.find(cb.Questions[at].Column)
	}
	if err != nil {
		return err
	}
	if len(found) != 1 {
		return fmt.Errorf("%q stands over %d columns; name one by its letter, as in =%s", reference, len(found), f.Columns[found[0]].Letter)
	}
	column := &f.Columns[found[0]]
	q := Question{ID: cb.freeID(slug(heading(column), 40)), Column: "=" + column.Letter, Kind: kind.String()}
	at = slices.IndexFunc(cb.Questions, func(q Question) bool {
		c, err := dir.find(q.Column)
		return err == nil && slices.Equal(c, found)
	})
	if at >= 0 {
		old := &cb.Questions[at]
		q.ID, q.Column, q.Label, q.AskedAll, q.AskedIf = old.ID, old.Column, old.Label, old.AskedAll, old.AskedIf
	}
	if kind == survey.Single {
		if q.Options, err = optionsOf(f, column, cb); err != nil {
			return err
		}
	}
	if at < 0 {
		cb.Questions = append(cb.Questions, q)
	} else {
		cb.Questions[at] = q
	}
	cb.Doubts = slices.DeleteFunc(slices.Clone(cb.Doubts), func(d survey.Issue) bool { return d.Where.Column == column.Letter })
	return nil
}

// freeID returns the id, or the id with the first number that makes it new.
func (cb *Codebook) freeID(id string) string {
	if id == "" {
		id = "column"
	}
	taken := func(id string) bool {
		return slices.ContainsFunc(cb.Questions, func(q Question) bool { return q.ID == id })
	}
	free := id
	for n := 2; taken(free); n++ {
		free = id + "-" + strconv.Itoa(n)
	}
	return free
}

// optionsOf returns an option for every different answer in a column.
func optionsOf(f *export.File, column *export.Column, cb *Codebook) ([]Option, error) {
	words := absencesOf(cb, &Question{})
	var cells []export.Cell
	seen := map[string]bool{}
	for _, code := range column.Codes.All() {
		cell := column.Dict.At(int(code))
		_, absent := words[key(cell.Text)]
		if cell.Text == "" || absent || isToolAbsence(f, cell.Text) || seen[key(cell.Text)] {
			continue
		}
		seen[key(cell.Text)] = true
		cells = append(cells, cell)
	}
	if len(cells) == 0 || len(cells) > mostListed {
		return nil, fmt.Errorf("column %s has %d different answers; a choice has 1 to %d", column.Letter, len(cells), mostListed)
	}
	slices.SortStableFunc(cells, byAnswer)
	options := make([]Option, len(cells))
	taken := map[string]bool{}
	for i, cell := range cells {
		code := slug(cell.Text, 40)
		if x, err := strconv.Atoi(cell.Text); err == nil && x >= 0 {
			code = cell.Text
		}
		if code == "" || taken[code] {
			code = "answer-" + strconv.Itoa(i+1)
		}
		taken[code] = true
		options[i] = Option{Code: code, Label: cell.Text}
	}
	return options, nil
}

// byAnswer orders numbers by size, before texts by the alphabet.
func byAnswer(a, b export.Cell) int {
	x, errX := strconv.ParseFloat(a.Text, 64)
	y, errY := strconv.ParseFloat(b.Text, 64)
	switch {
	case errX == nil && errY == nil && x < y, errX == nil && errY != nil:
		return -1
	case errX == nil && errY == nil && x > y, errX != nil && errY == nil:
		return 1
	case errX == nil && errY == nil:
		return 0
	}
	if a.Text < b.Text {
		return -1
	}
	return 1
}
