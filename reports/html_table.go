package reports

import (
	"slices"
	"strings"

	"benchmark/analysis"
	"benchmark/charts"
)

// webTable is one table of the page.
type webTable struct {
	section *Section
	of      *analysis.Table
	grid    grid
	// by is the heading over the labels: what the table is broken down by.
	by string
}

// caption names a table: its section, its question and what it is by.
func (t *webTable) caption(p *webPage) string {
	title := t.section.tableTitle(t.of, p.words)
	if title != t.section.Title && t.of.Topic != analysis.OtherQuestion {
		title = t.section.Title + ": " + title
	}
	if t.by == p.words.Columns().Total || t.by == p.words.Columns().Group {
		return title
	}
	return p.l.By(title, t.by)
}

// appendix writes every table.
func (p *webPage) appendix() {
	p.open("section", "id", "appendix", "aria-labelledby", "appendix-title")
	p.element("h2", p.fixed.Appendix, "id", "appendix-title")
	p.element("p", p.fixed.AppendixLead)
	var section *Section
	for i := range p.tables {
		t := &p.tables[i]
		if t.section != section {
			section = t.section
			p.element("h3", section.Title)
		}
		p.open("div", "class", "numbered", "id", "table-"+digits(i+1), "data-by", t.by)
		if t.of != nil && p.first[t.of] == i+1 {
			if base := p.base(t.of); base != "" {
				p.element("p", base, "class", "quiet")
			}
		}
		p.table(t, "t"+digits(i+1), p.fixed.Table+" "+p.l.Integer(i+1)+". "+t.caption(p)+superscript(p.tableMarks(t.of)))
		for _, n := range t.grid.notes {
			p.element("p", n, "class", "note")
		}
		p.close("div")
	}
	p.close("section")
}

// table writes a table with its caption, in a region that scrolls where the
// screen is too narrow, and the footnotes that it points to.
func (p *webPage) table(t *webTable, id, caption string) {
	p.open("div", "class", "scroll", "role", "group", "aria-labelledby", id, "tabindex", "0")
	p.WriteString("\n<table>\n")
	p.element("caption", caption, "id", id)
	p.WriteString("<thead>\n<tr>")
	for _, h := range t.grid.head {
		p.element("th", h, "scope", "col")
	}
	p.WriteString("</tr>\n</thead>\n<tbody>\n")
	for i, line := range t.grid.lines {
		if i < t.grid.bases {
			p.open("tr", "class", "base")
		} else {
			p.open("tr")
		}
		for c, cell := range line {
			if c == 0 {
				p.element("th", cell, "scope", "row")
			} else {
				p.cell(cell)
			}
		}
		p.close("tr")
	}
	p.WriteString("</tbody>\n</table>\n")
	p.close("div")
	if marks := p.marksIn(t, caption); len(marks) > 0 {
		p.open("ul", "class", "marks")
		for _, n := range marks {
			p.element("li", superscript([]int{n})+" "+p.report.Footnotes[n-1].Text)
		}
		p.close("ul")
	}
}

// cell writes a figure, its interval or base apart, and for who hears the page
// why there is none.
func (p *webPage) cell(s string) {
	value, rest, found := strings.Cut(s, " (")
	p.WriteString("<td>")
	p.WriteString(text(value))
	if found {
		p.open("span", "class", "margin")
		p.WriteString(" " + text("("+rest))
		p.WriteString("</span>")
	}
	if strings.HasPrefix(s, "×") {
		for _, n := range marksOf(s) {
			if n <= len(p.report.Footnotes) {
				p.open("span", "class", "heard")
				p.WriteString(" " + text(p.report.Footnotes[n-1].Text))
				p.WriteString("</span>")
			}
		}
	}
	p.close("td")
}

// marksIn returns the footnotes that a table points to, each once.
func (p *webPage) marksIn(t *webTable, caption string) []int {
	marks := marksOf(caption)
	for _, h := range t.grid.head {
		marks = append(marks, marksOf(h)...)
	}
	for _, line := range t.grid.lines {
		for _, cell := range line[1:] {
			marks = append(marks, marksOf(cell)...)
		}
	}
	slices.Sort(marks)
	return slices.DeleteFunc(slices.Compact(marks), func(n int) bool { return n > len(p.report.Footnotes) })
}

// marksOf reads the numbers that are raised in a text.
func marksOf(s string) []int {
	var marks []int
	n := 0
	for _, r := range s + " " {
		if d := slices.Index(raised[:], r); d >= 0 {
			n = 10*n + d
			continue
		}
		if n > 0 {
			marks = append(marks, n)
		}
		n = 0
	}
	return marks
}

// chartGrid is what a chart shows as a table: a line for each row, under each
// heading the rows that belong to it.
func (p *webPage) chartGrid(c *charts.Chart) grid {
	words := p.words.Columns()
	g := grid{head: []string{words.Group}}
	plain := len(c.Series) == 0
	switch {
	case !plain:
		for _, s := range c.Series {
			g.head = append(g.head, s.Label)
		}
	case len(c.Columns) == 0:
		g.head = append(g.head, words.Value)
	}
	first := 0
	if c.Kind == charts.Benchmark && len(c.Columns) > 0 && c.Columns[0].Strong {
		first = 1 // the own answers are those of the first series
	}
	columns := c.Columns[first:]
	if c.Kind == charts.Flow { // its columns are the two moments, of which the rows and the series are the answers
		g.head[0], columns = c.Columns[0].Heading+" → "+c.Columns[1].Heading, nil
	}
	for _, col := range columns {
		g.head = append(g.head, col.Heading)
	}
	if !plain && slices.ContainsFunc(c.Rows, func(r charts.Row) bool { return len(r.Marks) > 0 && r.Marks[0].Range != "" }) {
		g.head = g.head[:1+len(c.Series)] // the interval stands beside each figure
	}
	under := ""
	for i := range c.Rows {
		r := &c.Rows[i]
		if r.Heading {
			under = r.Label
			continue
		}
		g.lines = append(g.lines, chartLine(r, r.Cells[min(first, len(r.Cells)):], under, len(g.head), plain && len(c.Columns) > 0))
	}
	if c.Empty != "" {
		g.lines = append(g.lines, append([]string{c.Empty}, make([]string, len(g.head)-1)...))
	}
	return g
}

// chartLine is the line of one row; with cells alone those are shown and not its
// marks, which say the same.
func chartLine(r *charts.Row, cells []string, under string, width int, alone bool) []string {
	label := r.Label
	if under != "" {
		label = under + ": " + label
	}
	line := []string{label}
	if r.Words != "" {
		line = append(line, r.Words)
	} else if !alone {
		for _, m := range r.Marks {
			s := m.Label + m.Words
			if m.Range != "" {
				s += " (" + m.Range + ")"
			}
			line = append(line, s)
		}
	}
	line = append(line, cells...)
	for len(line) < width {
		line = append(line, "")
	}
	return line[:width]
}
