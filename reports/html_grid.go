package reports

import (
	"slices"

	"benchmark/analysis"
	"benchmark/charts"
)

// ownCharts are the charts of a section that belong to none of its tables of
// figures.
func (s *Section) ownCharts() []*charts.Chart {
	var own []*charts.Chart
	for i := range s.Charts {
		c := &s.Charts[i]
		if !slices.ContainsFunc(s.Tables, func(t *analysis.Table) bool { return t.ID == c.Table }) {
			own = append(own, c)
		}
	}
	return own
}

// leading divides the charts that belong to none of the tables into those that stand
// before the charts of the tables and those that stand behind them.
func (s *Section) leading() (lead, rest []*charts.Chart) {
	own := s.ownCharts()
	for i, c := range own {
		if c != &s.Charts[i] {
			return own[:i], own[i:]
		}
	}
	return own, nil
}

// gridTables writes the tables of text of a section. Those with the same columns
// are one table, with the title of each as a heading over its lines.
func (p *webPage) gridTables(s *Section) {
	for _, parts := range joined(s.grids) {
		p.gridTable(s, parts)
	}
}

func (p *webPage) gridTable(s *Section, parts []grid) {
	p.shown++
	id := "shown-" + digits(p.shown)
	first := &parts[0]
	caption, corner := first.named(), first.head[0]
	switch {
	case len(parts) > 1:
		caption, corner = s.Title, p.fixed.Subject
	case first.title == "":
		corner = p.fixed.Subject
	}
	p.open("div", "class", "scroll", "role", "group", "aria-labelledby", id, "tabindex", "0")
	p.WriteString("\n<table class=\"shown\">\n")
	p.element("caption", caption, "id", id)
	p.WriteString("<thead>\n<tr>")
	for c, h := range append([]string{corner}, first.head[1:]...) {
		p.open("th", p.columnOf(first, c, "scope", "col")...)
		p.WriteString(text(h))
		p.WriteString("</th>")
	}
	p.WriteString("</tr>\n</thead>\n")
	for i := range parts {
		p.gridBody(&parts[i], len(parts) > 1)
	}
	p.WriteString("</table>\n")
	p.close("div")
	for i := range parts {
		for _, n := range parts[i].notes {
			p.element("p", n, "class", "note")
		}
	}
}

// columnOf adds to attributes that a column holds words, which are aligned left.
func (p *webPage) columnOf(g *grid, column int, attributes ...string) []string {
	if column > 0 && column <= g.words {
		return append(attributes, "class", "word")
	}
	return attributes
}

// gridBody writes the lines of one table, under its title where it is a part of a
// larger one.
func (p *webPage) gridBody(g *grid, part bool) {
	p.WriteString("<tbody>\n")
	if part {
		p.open("tr", "class", "part")
		p.open("th", "scope", "rowgroup", "colspan", digits(len(g.head)))
		p.WriteString(text(g.named()))
		p.close("th", "tr")
	}
	for i, line := range g.lines {
		if i < g.bases {
			p.open("tr", "class", "base")
		} else {
			p.open("tr")
		}
		for c, cell := range line {
			switch {
			case c == 0:
				p.element("th", cell, "scope", "row")
			case c <= g.words:
				p.wordCell(g, i, c, cell)
			default:
				p.cell(cell)
			}
		}
		p.close("tr")
	}
	p.WriteString("</tbody>\n")
}

// wordCell writes a cell of words, with the sign of its line.
func (p *webPage) wordCell(g *grid, line, column int, cell string) {
	s := g.sign(line)
	if column != g.words || s == noSign {
		p.element("td", cell, "class", "word")
		return
	}
	class := "word"
	if s == signAbove || s == signBelow {
		class = "word apart"
	}
	p.open("td", "class", class)
	p.open("span", "class", "sign", "aria-hidden", "true")
	p.WriteString(s.String())
	p.WriteString("</span>" + text(cell))
	p.close("td")
}
