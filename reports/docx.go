package reports

import (
	"io"
	"math"
	"slices"
	"strings"

	"benchmark/analysis"
	"benchmark/charts"
	"benchmark/reports/ooxml"
	"benchmark/survey/locale"
)

// DOCX returns the renderer of a document in the colours of a theme, of which a
// memo can be made: the findings, and of every section its introduction, its
// charts and its tables with their notes.
func DOCX(theme charts.Theme) Renderer {
	return func(w io.Writer, r *Report, l *locale.Locale) error {
		d := &docx{office: newOffice(r, l, theme), columns: mostColumns}
		d.top()
		if r.Whole {
			d.whole()
		} else {
			for i := range r.Sections {
				d.section(&r.Sections[i])
			}
			d.bottom()
		}
		d.provenance()
		to := &ooxml.Document{
			Properties: d.properties(), Blocks: d.blocks, Accent: d.colour(charts.First), Font: officeFont, Page: d.said.Page,
		}
		return to.Write(w)
	}
}

// docx lays a report out as a document.
type docx struct {
	*office
	blocks []ooxml.Block
	// columns is how many columns of figures can be read on the pages as they stand.
	columns int
	// tables and charts are the numbers given so far, and drawn that of the charts of Office.
	tables, charts, drawn int
}

func (d *docx) add(b ooxml.Block) { d.blocks = append(d.blocks, b) }

func (d *docx) heading(level int, text string) { d.add(ooxml.Block{Heading: text, Level: level}) }

func (d *docx) para(text string) {
	if text != "" {
		d.add(ooxml.Block{Text: text})
	}
}

func (d *docx) note(text string) {
	if text != "" {
		d.add(ooxml.Block{Text: text, Quiet: true})
	}
}

// lead writes what stands on the page of what follows.
func (d *docx) lead(text string, quiet bool) {
	if text != "" {
		d.add(ooxml.Block{Text: text, Quiet: quiet, Keep: true})
	}
}

func (d *docx) list(heading string, texts []string) {
	if len(texts) > 0 {
		d.heading(2, heading)
		d.add(ooxml.Block{List: texts})
	}
}

func (d *docx) top() {
	r, h := d.report, d.words.Headings()
	d.heading(1, r.Title)
	d.note(strings.Join(r.Subtitle, ", "))
	for _, s := range d.above() {
		d.para(s)
	}
	if len(r.Summary()) > 0 {
		d.heading(2, h.Findings)
		d.para(r.FindingsLead)
		d.add(ooxml.Block{List: texts(r.Summary())})
	}
	d.list(h.Warnings, r.Warnings)
}

func (d *docx) bottom() {
	r, h := d.report, d.words.Headings()
	d.footnotes()
	for _, part := range []struct {
		heading string
		texts   []string
	}{{h.Method, r.MethodNote}, {h.Reading, r.ReadingNote}} {
		if len(part.texts) > 0 {
			d.heading(2, part.heading)
		}
		for _, s := range part.texts {
			d.para(s)
		}
	}
}

// provenance tells from what the report was made.
func (d *docx) provenance() {
	d.list(d.l.Page().Provenance, factTexts(d.report.Provenance))
}

func (d *docx) footnotes() {
	if len(d.report.Footnotes) == 0 {
		return
	}
	d.heading(2, d.words.Headings().Footnotes)
	for i := range d.report.Footnotes {
		d.note(superscript([]int{i + 1}) + " " + d.report.Footnotes[i].Text)
	}
}

// section writes a section: its charts, which compare, and then its tables.
func (d *docx) section(s *Section) {
	d.heading(2, s.Title)
	if len(s.Intro) > 1 && s.sentences() {
		d.add(ooxml.Block{List: s.Intro})
	} else {
		for _, p := range s.Intro {
			d.para(p)
		}
	}
	for i := range s.Charts {
		d.chart(&s.Charts[i])
	}
	for i, t := range s.Tables {
		d.figures(s, t, s.Notes[i])
	}
	d.gridTables(s)
}

// gridTables writes the tables of text of a section.
func (d *docx) gridTables(s *Section) {
	for _, parts := range joined(s.grids) {
		for _, part := range splitParts(parts, mostGridColumns) {
			d.tables++
			caption := d.said.Table + " " + d.l.Integer(d.tables) + ". " + d.gridTitle(part, s.Title)
			d.add(ooxml.Block{Table: d.gridTable(part), Caption: caption})
		}
		for _, n := range gridNotes(parts) {
			d.note(n)
		}
	}
}

// mostBarsOnPage is how many bars fit on a page, and mostPlotHeight how many points of
// its height a chart may take.
const (
	mostBarsOnPage = 36
	mostPlotHeight = 620
)

// mostPlots is how many charts of Office LibreOffice keeps of a document: where there are
// more it draws any of them from a small copy of another shape, squeezed and cut off.
const mostPlots = 20

// chart writes a chart under its headline, with what was asked below it. A heat
// table is left to the tables of figures.
func (d *docx) chart(c *charts.Chart) {
	switch {
	case c.Kind == charts.Heat:
		return
	case c.Empty != "":
		d.para(clean(c.Empty))
		return
	}
	c = d.withoutHidden(c)
	d.charts++
	title := d.said.Chart + " " + d.l.Integer(d.charts) + ". " + clean(c.Title)
	if !native(c) {
		if p := d.picture(c); p != nil {
			d.add(ooxml.Block{Picture: p, Caption: title})
		} else {
			d.para(d.alt(c))
		}
	} else {
		d.plotChart(c, title)
	}
	d.note(strings.TrimSpace(clean(c.Subtitle) + "\u2002" + d.foot(c)))
}

// plotChart writes a chart of Office, in parts that fit on a page. Those that LibreOffice
// does not keep bring a picture for it.
func (d *docx) plotChart(c *charts.Chart, title string) {
	most := mostBarsOnPage
	plots := d.plots(c, most)
	for most > 8 && slices.ContainsFunc(plots, func(p *ooxml.Plot) bool { return plotHeightOf(p) > mostPlotHeight }) {
		most -= 4
		plots = d.plots(c, most)
	}
	rows := plotted(c, most)
	for i, p := range plots {
		height := plotHeightOf(p)
		p.Size = math.Min(labelSize(p, height), pageLabel)
		b := ooxml.Block{Plot: p, Caption: d.l.Continued(title, i+1, len(plots)), Height: height}
		if d.drawn++; d.drawn > mostPlots {
			part := *c
			part.Rows = rows[i]
			page := charts.Wide()
			page.Width = pictureWidth
			b.Picture = d.drawnOn(&part, page)
		}
		d.add(b)
	}
}

// pageLabel is the largest size of labels on a page, in points.
const pageLabel = 10

// plotHeightOf is the height in points that the bars of a plot need on a page.
func plotHeightOf(p *ooxml.Plot) float64 {
	if p.Form == ooxml.Lines {
		return 260
	}
	rows := float64(len(p.Categories))
	if p.Form == ooxml.Bars {
		rows *= math.Max(1, 0.65*float64(len(p.Series)))
	}
	if p.Form == ooxml.Bars && p.OneLine(ooxml.TextWidth, 0) < pageLabel {
		rows = math.Max(rows, 1.35*float64(len(p.Categories))) // some labels take two lines
	}
	return 50 + 20*rows
}

// figures writes a table of figures with what it rests on and its notes.
func (d *docx) figures(s *Section, t *analysis.Table, notes []string) {
	title := s.tableTitle(t, d.words)
	if marks := superscript(d.tableMarks(t)); title != s.Title || marks != "" {
		d.heading(3, title+marks)
	}
	if q := clean(t.Text); q != "" && q != title {
		d.lead(q, false)
	}
	d.lead(d.base(t), true)
	for _, g := range d.grids(t) {
		for _, part := range g.split(d.columns) {
			d.tables++
			caption := d.said.Table + " " + d.l.Integer(d.tables) + ". " + title
			if by := part.head[0]; by != d.words.Columns().Total {
				caption += ", " + by
			}
			d.add(ooxml.Block{Table: &ooxml.Table{Alt: caption, Header: part.head, Rows: part.lines, Strong: part.strong()}, Caption: caption})
		}
		for _, n := range g.notes {
			d.note(n)
		}
	}
	for _, n := range notes {
		d.para(n)
	}
}

// How many columns of figures can be read on a page, and on one that lies on its side.
const (
	mostColumns     = 5
	mostColumnsWide = 8
)

// split returns a grid in parts of at most so many columns of figures; every part
// has the labels, and those after the first the first column of figures as well,
// which is everyone's.
func (g *grid) split(most int) []grid {
	if len(g.head)-1 <= most {
		return []grid{*g}
	}
	rest := len(g.head) - 2
	n := (rest + most - 2) / (most - 1)
	each := (rest + n - 1) / n
	var parts []grid
	for from := 2; from < len(g.head); from += each {
		to := min(from+each, len(g.head))
		pick := func(line []string) []string { return append([]string{line[0], line[1]}, line[from:to]...) }
		part := grid{title: g.title, head: pick(g.head), bases: g.bases, words: min(g.words, 1)}
		if from == 2 {
			part.words = min(g.words, to-1)
		}
		for i := range g.lines {
			part.lines = append(part.lines, pick(g.signed(i)))
		}
		parts = append(parts, part)
	}
	return parts
}
