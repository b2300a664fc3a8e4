package reports

import "slices"

// The widths of the labels of a grid.
const (
	gridLabel   = 30
	gridStacked = 60 // a narrower screen has the label on a line of its own
	gridProse   = 36 // a column of longer words is prose: it is wrapped, and begins at the left
	gridNarrow  = 24 // the least width of such a column, and the most
	gridWide    = 48
)

// prose reports whether a column holds sentences.
func (g *grid) prose(column int) bool {
	if column == 0 || column > g.words {
		return false
	}
	return slices.ContainsFunc(g.lines, func(line []string) bool { return cells(line[column]) > gridProse })
}

// proseWidths narrows the columns with sentences, so that as many as there are fit
// beside each other where they can, and tells which ones they are.
func (t *textReport) proseWidths(g *grid, widths []int, label int) []bool {
	prose, n := make([]bool, len(g.head)), 0
	for c := range g.head {
		if prose[c] = g.prose(c); prose[c] {
			n++
		}
	}
	for c := range g.head {
		if prose[c] {
			widths[c] = min(widths[c], min(max((t.screen.Width-label)/n-betweenColumn, gridNarrow), gridWide))
		}
	}
	return prose
}

// grid writes a table of text: labels on the left, and as many columns as fit
// beside each other; the others stand in a further block.
func (t *textReport) grid(g *grid) {
	widths := make([]int, len(g.head))
	for c := range g.head {
		for _, w := range pieces(g.head[c]) {
			widths[c] = max(widths[c], min(cells(w), widestHead))
		}
		for _, line := range g.lines {
			widths[c] = max(widths[c], cells(line[c]))
		}
	}
	label := min(max(widths[0], cells(g.head[0])), gridLabel)
	indent := 0
	if t.screen.Width < gridStacked {
		label, indent = 0, 2
	}
	prose := t.proseWidths(g, widths, label+indent)
	for from := 1; from < len(g.head); {
		used, to := label+indent, from
		for to < len(g.head) && (to == from || used+betweenColumn+widths[to] <= t.screen.Width) {
			widths[to] = min(widths[to], t.screen.Width-label-indent-betweenColumn)
			used += betweenColumn + widths[to]
			to++
		}
		if from > 1 {
			t.blank()
		}
		t.gridLine(bold, g.head, widths, prose, label, from, to)
		for _, line := range g.lines {
			t.gridLine("", line, widths, prose, label, from, to)
		}
		from = to
	}
}

// gridLine writes one line of the columns from to to, over as many lines of text
// as its longest cell takes.
func (t *textReport) gridLine(style string, line []string, widths []int, prose []bool, label, from, to int) {
	columns := [][]string{nil}
	if label > 0 {
		columns[0] = wrap(line[0], label)
	} else {
		t.para(style, "", "", line[0])
	}
	height := len(columns[0])
	for c := from; c < to; c++ {
		columns = append(columns, wrap(line[c], widths[c]))
		height = max(height, len(columns[c-from+1]))
	}
	for h := range height {
		s := spaces(label)
		if label > 0 && h < len(columns[0]) {
			s = t.style(style, left(columns[0][h], label))
		}
		for c := from; c < to; c++ {
			text := ""
			if of := columns[c-from+1]; h < len(of) {
				text = of[h]
			}
			aligned := right(text, widths[c])
			if prose[c] {
				aligned = left(text, widths[c])
			}
			s += spaces(betweenColumn) + t.style(style, aligned)
		}
		t.line(s)
	}
}
