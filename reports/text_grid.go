package reports

import (
	"slices"
	"strings"
)

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
// beside each other where they can.
func (t *textReport) proseWidths(g *grid, widths []int, label int) {
	var prose []int
	for c := range g.head {
		if g.prose(c) {
			prose = append(prose, c)
		}
	}
	for _, c := range prose {
		each := (t.screen.Width-label)/len(prose) - betweenColumn
		widths[c] = min(widths[c], max(each, gridNarrow), gridWide)
	}
}

// grid writes a table of text: labels on the left, and as many columns as fit
// beside each other; the others stand in a further block. Lines of nothing but words
// become paragraphs where they do not fit.
func (t *textReport) grid(g *grid) {
	widths := make([]int, len(g.head))
	whole := g.title != "" && g.width() <= t.screen.Width // then no heading needs to be wrapped
	for c := range g.head {
		for _, w := range pieces(g.head[c]) {
			widths[c] = max(widths[c], min(cells(w), widestHead))
		}
		if whole {
			widths[c] = max(widths[c], cells(g.head[c]))
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
	t.proseWidths(g, widths, label+indent)
	if g.words == len(g.head)-1 && t.tooWide(widths, label+indent) {
		t.gridParagraphs(g)
		return
	}
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
		t.gridLine(bold, g, g.head, widths, label, from, to)
		for _, line := range g.lines {
			t.gridLine("", g, line, widths, label, from, to)
		}
		from = to
	}
}

// tooWide reports whether columns do not fit beside each other.
func (t *textReport) tooWide(widths []int, label int) bool {
	used := label
	for _, w := range widths[1:] {
		used += betweenColumn + w
	}
	return used > t.screen.Width
}

// gridLine writes one line of the columns from to to, over as many lines of text
// as its longest cell takes.
func (t *textReport) gridLine(style string, g *grid, line []string, widths []int, label, from, to int) {
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
			if c <= g.words {
				text = left(text, widths[c])
			} else {
				text = right(text, widths[c])
			}
			s += spaces(betweenColumn) + t.style(style, text)
		}
		t.line(s)
	}
}

// width is the width of a table of which no cell is wrapped but the labels.
func (g *grid) width() int {
	all := 0
	for c := range g.head {
		widest := cells(g.head[c])
		for _, line := range g.lines {
			widest = max(widest, cells(line[c]))
		}
		if c == 0 {
			widest = min(widest, gridLabel)
		}
		all += widest + betweenColumn
	}
	return all - betweenColumn
}

// gridParagraphs writes each line as a paragraph: what it is about, what it says, and
// the rest in brackets.
func (t *textReport) gridParagraphs(g *grid) {
	for _, line := range g.lines {
		text := line[0] + ": " + line[1]
		var rest []string
		for _, cell := range line[2:] {
			if cell != "" {
				rest = append(rest, cell)
			}
		}
		if len(rest) > 0 {
			text += " (" + strings.Join(rest, "; ") + ")"
		}
		t.para("", "", "  ", text)
	}
}
