package reports

import (
	"bytes"
	"cmp"
	"strings"
	"sync"
	"unicode"

	"benchmark/analysis"
	"benchmark/charts"
)

// section writes what was found on one topic: the sentences, and of each question
// its figures, or its table where it has none.
func (p *webPage) section(s *Section) {
	id := p.sectionID(s)
	p.open("section", "id", id, "aria-labelledby", id+"-title")
	p.element("h2", s.Title, "id", id+"-title")
	if len(s.Intro) > 1 && s.sentences() {
		p.list("findings small", s.Intro)
	} else {
		for _, intro := range s.Intro {
			p.element("p", intro)
		}
	}
	p.list("findings small", p.found(s))
	lead, rest := s.leading()
	for _, c := range lead {
		p.figure(c)
	}
	for i, t := range s.Tables {
		p.question(s, t, s.Notes[i])
	}
	for _, c := range rest {
		p.figure(c)
	}
	p.gridTables(s)
	p.close("section")
}

// found returns the findings on the tables of a section.
func (p *webPage) found(s *Section) []string {
	var found []string
	if p.report.Whole {
		for _, f := range s.Findings {
			found = append(found, f.Text)
		}
		return found
	}
	for _, f := range p.report.Findings {
		for _, t := range s.Tables {
			if f.Table == t.ID {
				found = append(found, f.Text)
			}
		}
	}
	return found
}

// question writes one table of figures: what was asked of whom, the charts or the
// figures in total, and where the rest is.
func (p *webPage) question(s *Section, t *analysis.Table, notes []string) {
	title := s.tableTitle(t, p.words)
	if title != s.Title {
		p.element("h3", title)
	}
	if q := clean(t.Text); q != "" && q != title {
		p.element("p", q, "class", "question")
	}
	if base := p.base(t); base != "" {
		p.element("p", base, "class", "quiet")
	}
	drawn := false
	for i := range s.Charts {
		if s.Charts[i].Table == t.ID {
			drawn = true
			p.figure(&s.Charts[i])
		}
	}
	first := p.first[t]
	if !drawn {
		shown := p.tables[first-1]
		p.table(&shown, "short-"+digits(first), shown.caption(p))
	}
	for _, n := range notes {
		p.element("p", n)
	}
	p.open("p", "class", "more")
	p.WriteString(text(p.fixed.AllFigures) + ": ")
	p.open("a", "href", "#table-"+digits(first))
	p.WriteString(text(p.l.AppendixTables(first, p.last[t])))
	p.close("a", "p")
}

// figure writes a chart for wide and for narrow screens, with the texts around it
// and its data.
func (p *webPage) figure(c *charts.Chart) {
	p.figures++
	id := "figure-" + digits(p.figures)
	wide, narrow, err := p.drawings(c, id)
	p.open("figure", "id", id, "data-name", c.Name)
	p.open("figcaption")
	p.element("span", p.fixed.Figure+" "+p.l.Integer(p.figures), "class", "number")
	p.element("strong", c.Title)
	p.element("span", c.Subtitle, "class", "subtitle")
	p.close("figcaption")
	if err == nil {
		p.open("div", "class", "wide")
		p.WriteString("\n" + wide)
		p.close("div")
		p.open("div", "class", "narrow")
		p.WriteString("\n" + narrow)
		p.close("div")
	} else {
		p.element("p", p.fixed.NoPicture)
	}
	for _, n := range p.chartNotes(c, wide+narrow) {
		p.element("p", n, "class", "note")
	}
	p.element("p", c.Source, "class", "note")
	data := p.fixed.FiguresOf + " " + p.l.Integer(p.figures)
	// The script folds it where there is a picture; without one, and on paper, it
	// stays open.
	p.WriteString(`<details class="data" open>`)
	p.element("summary", data)
	p.table(&webTable{grid: p.chartGrid(c)}, id+"-data", data+": "+c.Title)
	p.close("details", "figure")
}

// drawings draws a chart for wide and for narrow screens, both at a time. An error says
// that it can't be made readable; the table then stands alone.
func (p *webPage) drawings(c *charts.Chart, id string) (wide, narrow string, err error) {
	drawn := *c
	drawn.Alt = strings.TrimSpace(strings.TrimSuffix(c.Alt, p.l.ChartFiguresIn(c.Name+".csv"))) + " " + p.fixed.FiguresBelow
	draw := func(size charts.Size) (string, error) {
		named := drawn
		named.Name = id + "-" + size.Name
		var b bytes.Buffer
		err := charts.SVG(&b, named, charts.Drawing{Theme: p.theme, Size: size, Scale: 1, Bare: true, Transparent: true})
		return strings.Map(visible, b.String()), err
	}
	var other error
	var both sync.WaitGroup
	both.Go(func() { narrow, other = draw(phone()) })
	wide, err = draw(printed())
	both.Wait()
	if err = cmp.Or(err, other); err != nil {
		return "", "", err
	}
	return wide, narrow, nil
}

// visible leaves out of a drawing what turns the direction of writing; a hyphen
// that may be used and a joiner of one sign stay.
func visible(r rune) rune {
	if unicode.Is(unicode.Cf, r) && r != '\u00ad' && r != '\u200d' {
		return -1
	}
	return r
}

// phoneWidth is the width in points of a chart for narrow screens. On a screen of
// 320 pixels it gets phoneScreen of them, so that a letter of 12.5 points is more
// than 11 pixels high.
const (
	phoneWidth  = 336
	phoneScreen = 304
)

// columnWidth is the width in points of a chart for wide screens and paper: as
// wide as the text beside it, so that its letters are as large.
const columnWidth = 704

// printed is the page of a chart for wide screens and paper.
func printed() charts.Size {
	s := charts.Wide()
	s.Width = columnWidth
	return s
}

// phone is the page of a chart for narrow screens, beside a margin of the page.
func phone() charts.Size {
	s := charts.Narrow()
	s.Width = phoneWidth
	return s
}

// chartNotes are the notes that a bare chart has not in it.
func (p *webPage) chartNotes(c *charts.Chart, drawn string) []string {
	var notes []string
	for _, n := range c.Notes {
		if n == p.l.ChartNotes().Margins {
			n = p.fixed.Margins
		}
		notes = append(notes, n)
	}
	if drawn != "" && leavesOut(c, drawn) {
		notes = append(notes, p.fixed.Omitted)
	}
	return notes
}

// leavesOut reports whether a drawing for two screens lacks a number of a chart
// of segments, where it did not fit.
func leavesOut(c *charts.Chart, drawn string) bool {
	if c.Kind != charts.Stacked && c.Kind != charts.Diverging && c.Kind != charts.Flow && c.Kind != charts.Lines {
		return false
	}
	want := map[string]int{}
	for i := range c.Rows {
		for _, m := range c.Rows[i].Marks {
			if m.Label != "" && m.Value > 0 {
				want[m.Label] += 2
			}
		}
	}
	for label, n := range want {
		// The last label of a line goes on with the name of the line.
		if strings.Count(drawn, ">"+text(label)+"</text>")+strings.Count(drawn, ">"+text(label)+" ") < n {
			return true
		}
	}
	return false
}
