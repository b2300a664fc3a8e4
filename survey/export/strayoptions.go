package export

import (
	"fmt"
	"strings"

	"benchmark/survey"
)

// strayOptions doubts a header of two rows in which someone has moved columns:
// a blank over an option then means another question than it did. It shows in
// options that are ticked beside a question that has answers of its own, or
// beside rows of a matrix. Header rows that the user names settle it.
func (f *reader) strayOptions(l *layout) {
	if l.option < 0 || l.reason == "given" {
		return
	}
	for from := 0; from < len(f.Columns); {
		to := from + 1
		for to < len(f.Columns) && f.Columns[to].Block == f.Columns[from].Block {
			to++
		}
		if stray := strays(f.Columns[from:to]); len(stray) > 0 {
			first := &f.Columns[from]
			f.doubt(survey.Doubt, survey.IssueStrayOptions, survey.Place{Column: first.Letter}, append([]string{first.Question}, stray...)...)
			f.Issues[len(f.Issues)-1].Fix = fmt.Sprintf("file: {header_rows: [%s]}", joined(f.HeaderRows))
		}
		from = to
	}
}

// strays returns the options of a block that are ticked where the first column
// of the block is not; none where most of the block is ticks.
func strays(block []Column) []string {
	if len(block) < 2 || answerWord(block[0].Option) || block[0].ticks() || block[0].Dict.Len() < 2 {
		return nil
	}
	var stray []string
	for i := range block[1:] {
		c := &block[i+1]
		if c.Option != "" && !otherWord(c.Option) && c.Dict.Len() > 1 && c.ticks() {
			stray = append(stray, c.Option)
		}
	}
	return stray
}

// ticks reports whether the cells of a column are words for a tick, or the
// heading of the option again.
func (c *Column) ticks() bool {
	return c.Dict.Index(func(cell Cell) bool {
		return cell.Text != "" && !tickCell(cell.Text) && !strings.EqualFold(cell.Text, c.Option)
	}) < 0
}
