package reports

import (
	"slices"

	"benchmark/analysis"
	"benchmark/charts"
	"benchmark/reports/ooxml"
)

// whole writes a report on the whole study after its summary: the sections with
// their sentences, charts and short tables, the method, the quality of the data, and
// an appendix with every table.
func (d *docx) whole() {
	r := d.report
	d.heading(3, d.said.Contents)
	d.add(ooxml.Block{Contents: true})
	for i := range r.Sections {
		d.subject(&r.Sections[i])
	}
	d.heading(2, d.words.Headings().Method)
	for _, f := range r.MethodBox {
		d.para(f.Term + ": " + f.Text)
	}
	for _, s := range r.MethodNote {
		d.para(s)
	}
	d.heading(2, d.l.Page().Quality)
	for _, s := range r.ReadingNote {
		d.para(s)
	}
	for _, q := range r.Quality {
		d.heading(3, q.Heading)
		d.add(ooxml.Block{List: q.Lines})
	}
	d.add(ooxml.Block{Turn: true})
	d.columns = mostColumnsWide
	d.heading(2, d.l.Page().Appendix)
	d.para(d.l.Page().AppendixLead)
	for i := range r.Sections {
		s := &r.Sections[i]
		for _, t := range s.Tables {
			d.figures(s, t, nil)
		}
	}
	d.add(ooxml.Block{Turn: true})
	d.footnotes()
}

// subject writes a section without the tables that an appendix has: of a question
// that no chart shows, the figures in total.
func (d *docx) subject(s *Section) {
	d.heading(2, s.Title)
	for _, p := range s.Intro {
		d.para(p)
	}
	if len(s.Findings) > 0 {
		d.add(ooxml.Block{List: texts(s.Findings)})
	}
	for i := range s.Charts {
		d.chart(&s.Charts[i])
	}
	for i, t := range s.Tables {
		if !slices.ContainsFunc(s.Charts, func(c charts.Chart) bool { return c.Table == t.ID && c.Kind != charts.Heat }) {
			d.short(s, t)
		}
		for _, n := range s.Notes[i] {
			d.para(n)
		}
	}
	d.gridTables(s)
}

// short writes the figures of a table for everyone.
func (d *docx) short(s *Section, t *analysis.Table) {
	if title := s.tableTitle(t, d.words); title != s.Title {
		d.heading(3, title)
	}
	if q := clean(t.Text); q != "" {
		d.lead(q, false)
	}
	d.lead(d.base(t), true)
	g := d.grids(t)[0]
	d.tables++
	caption := d.said.Table + " " + d.l.Integer(d.tables) + ". " + caption(s, t, d.view)
	d.add(ooxml.Block{Table: &ooxml.Table{Alt: caption, Header: g.head, Rows: g.lines, Strong: g.strong()}, Caption: caption})
}
