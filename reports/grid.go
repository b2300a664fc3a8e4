package reports

import (
	"cmp"
	"slices"
	"strings"

	"benchmark/analysis"
)

// grid is a table as text, the same in every format that has tables: the first
// heading names the labels, the first cell of a line is its label.
type grid struct {
	// title names the table in its caption; empty: the first heading does.
	title string
	head  []string
	lines [][]string
	// bases is how many of the first lines are bases, above the figures.
	bases int
	// words is how many columns after the labels hold words and not figures.
	words int
	// figures[i][c] is what cell c of line i says as numbers, for a workbook; nil
	// where it says none. It may be shorter than lines, or nil.
	figures [][]*gridFigure
	// signs are those of the lines, before the words of the last column of words;
	// nil where there are none.
	signs []lineSign
	// spans are columns of two figures in a cell, which a workbook has side by side.
	spans []gridSpan
	// notes are sentences under the table.
	notes []string
}

// gridSpan is a column of which the cells hold two figures, such as from and to.
type gridSpan struct {
	column int
	// heads name the two; empty: the least and the greatest of what heads the column.
	heads [2]string
	// ends[i] are the two of line i, nil where there is none.
	ends   [][2]*float64
	format string
}

// span is the span at a column, or nil.
func (g *grid) span(column int) *gridSpan {
	for i := range g.spans {
		if g.spans[i].column == column {
			return &g.spans[i]
		}
	}
	return nil
}

// end is one of the two figures of a line, or nil.
func (s *gridSpan) end(line, which int) *float64 {
	if s == nil || line >= len(s.ends) {
		return nil
	}
	return s.ends[line][which]
}

// gridFigure is what a cell says as numbers, at full precision.
type gridFigure struct {
	value     float64
	low, high *float64
	base      *int
	// unweighted is the same figure of the respondents as they are, nil without
	// weights; letters are those and the arrow of a test beside it.
	unweighted *float64
	letters    string
	// format is the number format of the value: percentFormat, looseFormat, ...
	format string
}

// figureOf is an estimate as numbers; nil where there is none that may be shown.
func figureOf(e *analysis.Estimate, format string) *gridFigure {
	if e.Status != analysis.Estimated {
		return nil
	}
	f := &gridFigure{value: e.Value, base: &e.Base, format: format}
	if e.Method != analysis.NoInterval {
		f.low, f.high = &e.Low, &e.High
	}
	return f
}

// cellFigure is a cell of a table as numbers; nil where it may not be shown.
func (v *view) cellFigure(t *analysis.Table, row, group int) *gridFigure {
	e := &t.Cells[row][group]
	f := figureOf(e, formatOf(t, row, group, bookColumn{}))
	if f == nil {
		return nil
	}
	f.letters = strings.TrimSpace(letters(t, row, group) + " " + v.arrows(t, row, group))
	if e.Weighted {
		f.unweighted = &e.Unweighted
	}
	return f
}

// asNumber is a number as such.
func asNumber(x float64, format string) *gridFigure { return &gridFigure{value: x, format: format} }

// figure returns what a cell says as numbers, or nil.
func (g *grid) figure(line, column int) *gridFigure {
	if line >= len(g.figures) || column >= len(g.figures[line]) {
		return nil
	}
	return g.figures[line][column]
}

// lineSign is what a verdict is besides its words, so that it is found at a glance and
// not by colour alone.
type lineSign uint8

// The signs: the own answer or figure is above that of the others, below it, like
// it, or not to be told.
const (
	noSign lineSign = iota
	signAbove
	signBelow
	signLike
	signOpen
)

// String returns the character of a sign, or nothing.
func (s lineSign) String() string { return [...]string{"", "▲", "▼", "=", "?"}[s] }

// sign returns the sign of a line.
func (g *grid) sign(line int) lineSign {
	if line >= len(g.signs) {
		return noSign
	}
	return g.signs[line]
}

// signed returns a line with its sign before the words that it belongs to.
func (g *grid) signed(line int) []string {
	cells := g.lines[line]
	if s := g.sign(line); s != noSign && g.words > 0 {
		cells = slices.Clone(cells)
		cells[g.words] = s.String() + " " + cells[g.words]
	}
	return cells
}

// named is the title of a table, which its first heading may be.
func (g *grid) named() string { return cmp.Or(g.title, g.head[0]) }

// joined puts tables that follow each other and have the same columns together, so
// that they can be one table with a heading for each.
func joined(grids []grid) [][]grid {
	var all [][]grid
	for i := range grids {
		if last := len(all) - 1; last >= 0 && grids[i].sameColumns(&grids[i-1]) {
			all[last] = append(all[last], grids[i])
		} else {
			all = append(all, grids[i:i+1:i+1])
		}
	}
	return all
}

// sameColumns reports whether two tables without titles differ in their rows alone.
func (g *grid) sameColumns(o *grid) bool {
	return g.title == "" && o.title == "" && g.words == o.words && len(g.head) > 1 && slices.Equal(g.head[1:], o.head[1:])
}

// grids are the tables of text that a table of figures is shown as: all
// respondents, and each breakdown.
func (v *view) grids(t *analysis.Table) []grid {
	if groupwise(t) {
		return []grid{v.groupsAsRows(t)}
	}
	total := v.totalGrid(t)
	if s := v.bases(t); s != "" {
		total.notes = []string{s}
	}
	all := []grid{total}
	var missing []string
	for _, id := range t.Breakdowns() {
		groups, notes := v.shownGroups(t, id)
		missing = append(missing, notes...)
		if len(groups) > 0 {
			all = append(all, v.bannerGrid(t, id, groups))
		}
	}
	last := &all[len(all)-1]
	last.notes = append(append(last.notes, missing...), v.tests(t)...)
	return all
}

// totalGrid is a line for every row of a table, for all respondents.
func (v *view) totalGrid(t *analysis.Table) grid {
	columns := v.totalColumns(t, rows(t))
	g := grid{head: []string{v.words.Columns().Total}}
	for _, c := range columns {
		g.head = append(g.head, c.head)
	}
	for i, r := range rows(t) {
		line := []string{rowLabel(t, r, v.words)}
		for _, c := range columns {
			line = append(line, c.cells[i])
		}
		g.lines = append(g.lines, line)
	}
	return g
}

// bannerGrid is a column for everyone and for every group of a breakdown.
func (v *view) bannerGrid(t *analysis.Table, breakdown string, groups []int) grid {
	g := grid{head: []string{v.breakdown(breakdown)}}
	groups = append([]int{0}, groups...)
	for _, at := range groups {
		label := v.groupLabel(t, at)
		if exact(t, at) {
			label += superscript(v.marks(exactKey))
		}
		g.head = append(g.head, label)
	}
	add := func(label string, cell func(at int) string) {
		line := []string{label}
		for _, at := range groups {
			line = append(line, cell(at))
		}
		g.lines = append(g.lines, line)
	}
	same := sameBase(t)
	if same {
		for _, l := range v.baseLines(t) {
			add(l.label, func(at int) string {
				base, marks := l.of(v.groupBase(t, at))
				return base + superscript(marks)
			})
		}
		g.bases = len(g.lines)
	}
	for _, r := range rows(t) {
		add(rowLabel(t, r, v.words), func(at int) string { return v.gridCell(v.figure(t, r, at), !same) })
		if a := t.Row(t.Rows[r].Key, analysis.ShareOfAnswers); a >= 0 {
			add(rowLabel(t, r, v.words)+", "+v.words.Columns().OfAnswers, func(at int) string {
				f := v.figure(t, a, at)
				return f.value + superscript(f.valueMarks)
			})
		}
	}
	return g
}

// gridCell writes a figure with its interval, and with its base where bases
// differ.
func (v *view) gridCell(f figureText, base bool) string {
	s := f.value + superscript(f.valueMarks)
	var beside []string
	if f.interval != "" {
		beside = append(beside, f.interval+superscript(f.intervalMarks))
	}
	if f.unweighted != "" {
		beside = append(beside, v.words.WeightedColumns().Unweighted+" "+f.unweighted)
	}
	if len(beside) > 0 {
		s += " (" + strings.Join(beside, "; ") + ")"
	}
	if base && f.shown {
		counts := v.countsOf(&f)
		counts[0] += superscript(f.baseMarks)
		s += " " + strings.Join(counts, ", ")
	}
	return s
}

// groupsAsRows is a line for every group and a column for every row of a table.
func (v *view) groupsAsRows(t *analysis.Table) grid {
	g := grid{head: []string{v.words.Columns().Group}}
	for r := range t.Rows {
		g.head = append(g.head, rowLabel(t, r, v.words))
	}
	for at := range t.Groups {
		line := []string{v.groupLabel(t, at)}
		for r := range t.Rows {
			f := v.figure(t, r, at)
			line = append(line, f.value+superscript(f.valueMarks))
		}
		g.lines = append(g.lines, line)
	}
	return g
}
