package reports

import (
	"slices"
	"strings"

	"benchmark/analysis"
)

// pad sets a text in the column's width and alignment.
func (c *column) pad(s string, w int) string {
	if c.left {
		return left(s, w)
	}
	return right(s, w)
}

// The widths of labels and bars beside the total.
const (
	widestLabel   = 44
	narrowLabel   = 18
	widestBar     = 16
	narrowestBar  = 10
	betweenColumn = 2
)

// total writes the figures of all respondents: label, bar, value, interval and
// what it is a part of.
func (t *textReport) total(table *analysis.Table) {
	own := rows(table)
	labels := make([]string, len(own))
	shares := make([]float64, len(own))
	parts := make([]string, len(own))
	columns := t.totalColumns(table, own)
	for i, r := range own {
		f := t.figure(table, r, 0)
		labels[i], shares[i] = t.label(table, r), f.bar
		if i > 0 && apart(table, r) && !apart(table, own[i-1]) {
			parts[i] = " "
		}
	}
	t.list(labels, shares, parts, columns)
}

// apart reports whether a row is a net or a statistic, which stand apart from
// the options.
func apart(table *analysis.Table, r int) bool { return table.Rows[r].Net || !shareRow(table, r) }

func shareRow(table *analysis.Table, r int) bool { return table.Rows[r].Measure == analysis.Share }

// label is the label of a row.
func (t *textReport) label(table *analysis.Table, row int) string {
	return rowLabel(table, row, t.words)
}

// groupsAsRows writes a table with its groups as rows and its rows as columns,
// for who took part.
func (t *textReport) groupsAsRows(table *analysis.Table) {
	columns := make([]column, len(table.Rows))
	for r := range table.Rows {
		columns[r].head = t.label(table, r)
		columns[r].dim = table.Rows[r].Key == analysis.KeyInhabitants // the first to go where there is no room
	}
	breakdown := analysis.TotalBreakdown
	var labels []string
	var shares []float64
	var parts []string
	add := func(label string, share float64, part string, cell func(r int) string) {
		labels, shares, parts = append(labels, label), append(shares, share), append(parts, part)
		for r := range columns {
			columns[r].cells = append(columns[r].cells, cell(r))
		}
	}
	for g := range table.Groups {
		group := &table.Groups[g]
		label := t.groupLabel(table, g)
		share := -1.0
		if r := table.Row(analysis.KeyShare, analysis.ShareOfSample); r >= 0 && g > 0 {
			share = t.figure(table, r, g).bar
		}
		part := ""
		if group.Breakdown != breakdown {
			part = t.breakdown(group.Breakdown)
		}
		add(label, share, part, func(r int) string {
			f := t.figure(table, r, g)
			return f.value + superscript(f.valueMarks)
		})
		breakdown = group.Breakdown
	}
	t.list(labels, shares, parts, columns)
}

// list writes labelled lines with a bar and columns of figures. A line with a
// part begins a new part, with its name over it unless that is blank.
func (t *textReport) list(labels []string, shares []float64, parts []string, columns []column) {
	columns, room := t.fit(columns)
	labelWidth, barWidth := split(room, labels, slices.Max(append([]float64{-1}, shares...)) >= 0)
	stacked := labelWidth < min(narrowLabel, widest(labels))
	if stacked {
		labelWidth = 2
		barWidth = max(min(room-labelWidth-betweenColumn, widestBar), 0)
	}
	t.heads(labelWidth, barWidth, columns)
	for i, label := range labels {
		if parts[i] != "" {
			t.blank()
		}
		if part := strings.TrimSpace(parts[i]); part != "" {
			t.para(dim, "", "", part)
		}
		t.listLine(label, shares[i], i, labelWidth, barWidth, stacked, columns)
	}
}

// fit makes room for labels: where columns leave little, their headings wrap,
// and where that is not enough, the last columns of lesser weight go.
func (t *textReport) fit(columns []column) ([]column, int) {
	room := func() int {
		left := t.screen.Width
		for i := range columns {
			left -= columns[i].width() + betweenColumn
		}
		return left
	}
	if room() < 2 {
		for i := range columns {
			columns[i].narrow = true
		}
	}
	for last := len(columns) - 1; last > 0 && room() < 2 && columns[last].dim; last-- {
		columns = columns[:last]
	}
	return columns, room()
}

// widest returns the columns of the widest text.
func widest(texts []string) int {
	w := 0
	for _, s := range texts {
		w = max(w, cells(s))
	}
	return w
}

// split divides the room beside the figures between label and bar.
func split(room int, labels []string, bars bool) (label, bar int) {
	label = min(widest(labels), widestLabel)
	if !bars {
		return min(label, room), 0
	}
	rest := room - betweenColumn - label
	if rest < narrowestBar {
		shorter := room - betweenColumn - narrowestBar
		if shorter >= narrowLabel+4 {
			return shorter, narrowestBar
		}
		return min(label, room), 0
	}
	return label, min(rest, widestBar)
}

// heads writes the headings of columns, wrapped, their last lines level.
func (t *textReport) heads(labelWidth, barWidth int, columns []column) {
	heads := make([][]string, len(columns))
	tallest := 0
	for i := range columns {
		heads[i] = wrap(columns[i].head, columns[i].width())
		tallest = max(tallest, len(heads[i]))
	}
	for n := range tallest {
		line := spaces(labelWidth)
		if barWidth > 0 {
			line += spaces(betweenColumn + barWidth)
		}
		for i := range columns {
			s := ""
			if at := n - (tallest - len(heads[i])); at >= 0 {
				s = heads[i][at]
			}
			line += spaces(betweenColumn) + columns[i].pad(s, columns[i].width())
		}
		t.line(t.style(dim, line))
	}
}

func (t *textReport) listLine(label string, share float64, i, labelWidth, barWidth int, stacked bool, columns []column) {
	lines := []string{""}
	if stacked {
		t.para("", "", "  ", label)
	} else {
		lines = wrap(label, labelWidth)
	}
	s := left(lines[0], labelWidth)
	if barWidth > 0 {
		drawn := ""
		if share >= 0 {
			drawn = bar(share, barWidth)
		}
		s += spaces(betweenColumn) + t.style(dim, left(drawn, barWidth))
	}
	for c := range columns {
		cell := spaces(betweenColumn) + columns[c].pad(columns[c].cells[i], columns[c].width())
		if columns[c].dim {
			cell = t.style(dim, cell)
		}
		s += cell
	}
	t.line(s)
	for _, rest := range lines[1:] {
		t.line(rest)
	}
}
