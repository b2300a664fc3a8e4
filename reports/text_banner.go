package reports

import (
	"slices"
	"strings"

	"benchmark/analysis"
)

// The widths of the columns of a breakdown.
const (
	narrowColumn = 7
	widestHead   = 20
	bannerLabel  = 36
)

// bannerColumn is one group of a breakdown, ready for layout.
type bannerColumn struct {
	group     int
	breakdown string
	outer     []string // what a nested group lies in, outermost first
	head      string
	width     int
	marks     int // columns kept free for marks behind the figures
}

// banners writes the breakdowns of a table: options as rows, groups as
// columns, each figure over its interval. Columns that do not fit stand in a
// further block, with the labels repeated.
func (t *textReport) banners(table *analysis.Table) {
	var groups [][]bannerColumn
	var notes []string
	for _, id := range table.Breakdowns() {
		shown, missing := t.shownGroups(table, id)
		notes = append(notes, missing...)
		var columns []bannerColumn
		for _, g := range shown {
			columns = append(columns, t.bannerColumn(table, g))
		}
		if len(columns) > 0 {
			groups = append(groups, columns)
		}
	}
	if len(groups) > 0 {
		all := t.bannerColumn(table, 0)
		labelWidth := t.bannerLabel(table)
		for _, block := range t.blocks(all, groups, labelWidth) {
			t.blank()
			t.bannerBlock(table, block, labelWidth)
		}
	}
	if len(notes) > 0 {
		t.blank()
	}
	for _, n := range notes {
		t.para(dim, "", "", n)
	}
}

// bannerLabel is the width of the labels, or 0 when they stand above their
// figures because the screen is narrow.
func (t *textReport) bannerLabel(table *analysis.Table) int {
	if t.screen.Width < 60 {
		return 0
	}
	widest := 0
	for _, r := range rows(table) {
		widest = max(widest, cells(t.label(table, r)))
	}
	if weighted(table) {
		for _, l := range t.baseLines(table) {
			widest = max(widest, cells(l.label))
		}
	}
	return min(widest, bannerLabel, t.screen.Width/3)
}

// bannerColumn measures a group's column.
func (t *textReport) bannerColumn(table *analysis.Table, group int) bannerColumn {
	g := &table.Groups[group]
	c := bannerColumn{group: group, breakdown: g.Breakdown, head: t.groupLabel(table, group), width: narrowColumn}
	if last := len(g.Parts) - 1; last > 0 {
		c.head = lettered(table, group, clean(g.Parts[last].Label))
		for _, p := range g.Parts[:last] {
			c.outer = append(c.outer, clean(p.Label))
		}
	}
	if exact(table, group) {
		c.head += superscript(t.marks(exactKey))
	}
	measure := func(text string, marks []int) {
		c.width = max(c.width, cells(text))
		c.marks = max(c.marks, cells(superscript(marks)))
	}
	same := !weighted(table) || sameBase(table)
	for _, r := range rows(table) {
		f := t.figure(table, r, group)
		measure(f.value, f.valueMarks)
		measure(f.interval, f.intervalMarks)
		measure(f.base+"  ", f.baseMarks)
		measure(inBrackets(f.unweighted), nil)
		if !same {
			for _, s := range t.countsOf(&f) {
				measure(s, f.baseMarks)
			}
		}
	}
	for _, w := range pieces(c.head) {
		c.width = max(c.width, min(cells(w), min(widestHead, t.screen.Width/4)))
	}
	return c
}

// blocks divides the columns into blocks that fit the screen. A breakdown is
// kept together where it fits; the total stands before its first column.
func (t *textReport) blocks(all bannerColumn, groups [][]bannerColumn, labelWidth int) [][]bannerColumn {
	room := t.screen.Width - labelWidth
	used := func(columns []bannerColumn) int {
		n := 0
		for _, c := range columns {
			n += betweenColumn + c.width + c.marks
		}
		return n
	}
	var blocks [][]bannerColumn
	block := []bannerColumn{all}
	for _, columns := range groups {
		if len(block) > 1 && used(block)+used(columns) > room {
			blocks = append(blocks, block)
			block = []bannerColumn{all}
		}
		for i, c := range columns {
			if i > 0 && used(block)+used([]bannerColumn{c}) > room {
				blocks = append(blocks, block)
				block = nil
			}
			block = append(block, c)
		}
	}
	return append(blocks, block)
}

// bannerBlock writes one block of columns.
func (t *textReport) bannerBlock(table *analysis.Table, block []bannerColumn, labelWidth int) {
	t.widenLast(block, labelWidth)
	t.spans(block, labelWidth, 0, func(c *bannerColumn) string {
		if c.breakdown == analysis.TotalBreakdown {
			return ""
		}
		return t.breakdown(c.breakdown)
	})
	for depth := range analysis.DeepestNesting - 1 {
		t.spans(block, labelWidth, depth+1, func(c *bannerColumn) string {
			if depth >= len(c.outer) {
				return ""
			}
			return c.outer[depth]
		})
	}
	t.bannerHeads(block, labelWidth)
	same := sameBase(table)
	if same {
		t.bannerBases(table, block, labelWidth)
	}
	for _, r := range rows(table) {
		t.bannerRow(table, r, block, labelWidth, !same)
	}
}

// bannerBases writes the bases of the groups, of which every figure has the
// same ones.
func (t *textReport) bannerBases(table *analysis.Table, block []bannerColumn, labelWidth int) {
	for _, l := range t.baseLines(table) {
		line := left(l.label, labelWidth)
		if labelWidth == 0 {
			t.line(l.label)
			line = ""
		}
		for _, c := range block {
			base, marks := l.of(t.groupBase(table, c.group))
			line += t.bannerCell(c, base, marks)
		}
		t.line(line)
	}
}

// widenLast gives the last column room for the name of its breakdown, as far
// as the screen has it.
func (t *textReport) widenLast(block []bannerColumn, labelWidth int) {
	last := &block[len(block)-1]
	used, span := labelWidth, -betweenColumn
	for _, c := range block {
		w := betweenColumn + c.width + c.marks
		used += w
		if c.breakdown == last.breakdown {
			span += w
		}
	}
	need := cells(t.breakdown(last.breakdown)) - span
	last.width += max(min(need, t.screen.Width-used), 0)
}

// spans writes the names of the breakdowns over their columns, and of a nested
// one those of the groups at a depth from 1; nothing where none has a name.
func (t *textReport) spans(block []bannerColumn, labelWidth, depth int, name func(*bannerColumn) string) {
	together := func(a, b *bannerColumn) bool {
		return a.breakdown == b.breakdown && slices.Equal(a.outer[:min(depth, len(a.outer))], b.outer[:min(depth, len(b.outer))])
	}
	var names [][]string
	var widths []int
	tallest := 0
	for i := 0; i < len(block); {
		w, j := -betweenColumn, i
		for j < len(block) && together(&block[i], &block[j]) {
			w += betweenColumn + block[j].width + block[j].marks
			j++
		}
		var lines []string
		if s := name(&block[i]); s != "" {
			lines = wrap(s, w)
			tallest = max(tallest, len(lines))
		}
		names, widths = append(names, lines), append(widths, w)
		i = j
	}
	for n := range tallest {
		line := spaces(labelWidth)
		for i, lines := range names {
			s := ""
			if at := n - (tallest - len(lines)); at >= 0 && len(lines) > 0 {
				s = lines[at]
				if rest := widths[i] - cells(s) - 1; at == len(lines)-1 && rest > 0 {
					s += " " + strings.Repeat("─", rest)
				}
			}
			line += spaces(betweenColumn) + left(s, widths[i])
		}
		t.line(t.style(dim, line))
	}
}

// bannerHeads writes the names of the groups, wrapped, their last lines level.
func (t *textReport) bannerHeads(block []bannerColumn, labelWidth int) {
	heads := make([][]string, len(block))
	tallest := 0
	for i, c := range block {
		heads[i] = wrap(c.head, c.width+c.marks)
		tallest = max(tallest, len(heads[i]))
	}
	for n := range tallest {
		line := spaces(labelWidth)
		for i, c := range block {
			s := ""
			if at := n - (tallest - len(heads[i])); at >= 0 {
				s = heads[i][at]
			}
			line += spaces(betweenColumn) + right(s, c.width) + spaces(c.marks-max(cells(s)-c.width, 0))
		}
		t.line(t.style(bold, line))
	}
}

// bannerRow writes the figures of a row, their intervals, and their bases when
// those differ from row to row.
func (t *textReport) bannerRow(table *analysis.Table, row int, block []bannerColumn, labelWidth int, bases bool) {
	labels := []string{""}
	if labelWidth == 0 {
		t.para("", "", "  ", t.label(table, row))
	} else {
		labels = wrap(t.label(table, row), labelWidth)
	}
	var values, intervals, unweighted string
	var counts [3]string
	filled, both := false, false
	for _, c := range block {
		f := t.figure(table, row, c.group)
		values += t.bannerCell(c, f.value, f.valueMarks)
		intervals += t.bannerCell(c, f.interval, f.intervalMarks)
		filled = filled || f.interval != ""
		unweighted += t.bannerCell(c, inBrackets(f.unweighted), nil)
		both = both || f.unweighted != ""
		of := append(t.countsOf(&f), "", "", "")
		counts[0] += t.bannerCell(c, of[0], f.baseMarks)
		counts[1] += t.bannerCell(c, of[1], nil)
		counts[2] += t.bannerCell(c, of[2], nil)
	}
	lines := []string{values}
	if filled {
		lines = append(lines, t.style(dim, intervals))
	}
	if both {
		lines = append(lines, t.style(dim, unweighted))
	}
	if bases {
		lines = append(lines, t.style(dim, counts[0]))
	}
	if bases && both {
		lines = append(lines, t.style(dim, counts[1]), t.style(dim, counts[2]))
	}
	for i := range max(len(lines), len(labels)) {
		label, figures := "", ""
		if i < len(labels) {
			label = labels[i]
		}
		if i < len(lines) {
			figures = lines[i]
		}
		t.line(left(label, labelWidth) + figures)
	}
	t.answersRow(table, row, block, labelWidth)
}

// answersRow writes of an option of a select-all question its part of all
// answers, below its part of the respondents.
func (t *textReport) answersRow(table *analysis.Table, row int, block []bannerColumn, labelWidth int) {
	r := table.Row(table.Rows[row].Key, analysis.ShareOfAnswers)
	if r < 0 {
		return
	}
	label, line := "  "+t.words.Columns().OfAnswers, ""
	for _, c := range block {
		f := t.figure(table, r, c.group)
		line += t.bannerCell(c, f.value, f.valueMarks)
	}
	if labelWidth == 0 {
		t.para(dim, "  ", "  ", t.words.Columns().OfAnswers)
		label = ""
	}
	t.line(t.style(dim, left(shorten(label, max(labelWidth, 1)), labelWidth)+line))
}

// bannerCell sets a text and its marks in a column.
func (t *textReport) bannerCell(c bannerColumn, text string, marks []int) string {
	return spaces(betweenColumn) + right(text, c.width) + left(superscript(marks), c.marks)
}
