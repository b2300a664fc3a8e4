package reports

import (
	"slices"
	"strings"

	"benchmark/analysis"
)

// column is one column of text: its heading and its cells, padded on the side
// that it is aligned to.
type column struct {
	head  string
	cells []string
	left  bool
	dim   bool
	// narrow wraps the heading, if it can between words.
	narrow bool
}

// narrowHead is the width at which a word of a heading is broken.
const narrowHead = 12

func (c *column) width() int {
	w := cells(c.head)
	if c.narrow {
		w = min(widest(strings.Fields(c.head)), narrowHead)
	}
	return max(w, widest(c.cells))
}

func (c *column) empty() bool {
	return !slices.ContainsFunc(c.cells, func(s string) bool { return s != "" })
}

// totalColumns are the columns of figures beside the labels.
func (v *view) totalColumns(table *analysis.Table, own []int) []column {
	heads := v.words.Columns()
	value := column{head: heads.Share}
	interval := column{head: v.words.Interval(v.report.Study.Options.Level), dim: true}
	if table.Topic == analysis.Bounds {
		interval.head = v.words.BoundsHead()
	}
	count := column{head: heads.Count}
	answers := column{head: heads.OfAnswers, dim: true}
	if !slices.ContainsFunc(own, func(r int) bool { return shareRow(table, r) }) {
		value.head, count.head = heads.Value, heads.Base
		if u := clean(table.Unit); u != "" {
			value.head = v.l.Unit(u)
		}
	}
	if table.Topic == analysis.Words {
		count.head = heads.Mentions
	}
	for _, r := range own {
		f := v.figure(table, r, 0)
		value.cells = append(value.cells, f.value+superscript(f.valueMarks))
		interval.cells = append(interval.cells, f.interval+superscript(f.intervalMarks))
		count.cells = append(count.cells, v.count(table.Total(r), table.Rows[r].Measure)+superscript(f.baseMarks))
		share := ""
		if a := table.Row(table.Rows[r].Key, analysis.ShareOfAnswers); a >= 0 {
			share = v.figure(table, a, 0).value
		}
		answers.cells = append(answers.cells, share)
	}
	columns := []column{value, interval, count, answers}
	if weighted(table) {
		columns = v.inserted(table, own, columns, 2)
	}
	return slices.DeleteFunc(columns, func(c column) bool { return c.empty() })
}

// groupLabel is the name of a group.
func (v *view) groupLabel(table *analysis.Table, group int) string {
	if table.Groups[group].Breakdown == analysis.TotalBreakdown {
		return v.words.Columns().Total
	}
	return lettered(table, group, clean(table.Groups[group].Label))
}
