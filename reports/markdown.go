package reports

import (
	"bytes"
	"io"
	"strings"

	"benchmark/analysis"
	"benchmark/survey/locale"
)

// Markdown writes a report as Markdown with tables, as GitHub and Pandoc read
// them. The survey's own words are escaped, so that they are shown as they are.
func Markdown(w io.Writer, r *Report, l *locale.Locale) error {
	m := &markdown{view: newView(r, l)}
	m.top()
	for i := range r.Sections {
		m.section(&r.Sections[i])
	}
	if r.Whole {
		m.whole()
	} else {
		h := m.words.Headings()
		m.footnotes()
		m.paragraphs(h.Reading, r.ReadingNote)
		m.paragraphs(h.Method, r.MethodNote)
	}
	m.provenance()
	_, err := m.WriteTo(w)
	return err
}

// provenance tells from what the report was made.
func (m *markdown) provenance() {
	if len(m.report.Provenance) == 0 {
		return
	}
	m.heading(2, m.l.Page().Provenance)
	m.facts(m.report.Provenance)
}

// facts writes terms with what they are here.
func (m *markdown) facts(facts []Fact) {
	for _, f := range facts {
		m.WriteString("- **" + escape(f.Term) + ":** " + escape(f.Text) + "\n")
	}
	m.WriteByte('\n')
}

func (m *markdown) footnotes() {
	if len(m.report.Footnotes) == 0 {
		return
	}
	m.heading(2, m.words.Headings().Footnotes)
	for i, f := range m.report.Footnotes {
		m.item(superscript([]int{i + 1})+" ", f.Text)
	}
	m.WriteByte('\n')
}

// markdown lays a report out as Markdown.
type markdown struct {
	bytes.Buffer
	*view
}

// escape makes text plain in Markdown: marks that would be read as markup get
// a backslash, and what would be read as HTML becomes an entity.
func escape(s string) string {
	s = strings.NewReplacer(`\`, `\\`, "`", "\\`", "*", `\*`, "_", `\_`, "[", `\[`, "]", `\]`, "|", `\|`, "#", `\#`, "~", `\~`,
		"&", "&amp;", "<", "&lt;", ">", "&gt;", "$", `\$`, "!", `\!`).Replace(s)
	// At the start of a line these make a list, a rule or a heading.
	if s != "" && strings.ContainsRune("=+-", rune(s[0])) {
		return `\` + s
	}
	if digits := len(s) - len(strings.TrimLeft(s, "0123456789")); digits > 0 && digits+1 < len(s) && strings.ContainsRune(".)", rune(s[digits])) && s[digits+1] == ' ' {
		return s[:digits] + `\` + s[digits:]
	}
	return s
}

func (m *markdown) heading(level int, text string) {
	m.WriteString(strings.Repeat("#", level) + " " + escape(text) + "\n\n")
}

func (m *markdown) para(text string) { m.WriteString(escape(text) + "\n\n") }

func (m *markdown) item(mark, text string) { m.WriteString("- " + mark + escape(text) + "\n") }

func (m *markdown) paragraphs(heading string, texts []string) {
	if len(texts) == 0 {
		return
	}
	m.heading(2, heading)
	for _, s := range texts {
		m.para(s)
	}
}

func (m *markdown) top() {
	r, h := m.report, m.words.Headings()
	m.heading(1, r.Title)
	m.para(strings.Join(r.Subtitle, ", "))
	if r.Weighting != "" {
		m.para(r.Weighting)
	}
	for _, s := range r.Notices {
		m.WriteString("> **" + escape(s) + "**\n\n")
	}
	if r.Announcement != "" {
		m.para(r.Announcement)
	}
	if len(r.Findings) > 0 {
		m.heading(2, h.Findings)
		m.para(r.FindingsLead)
		for _, f := range r.Summary() {
			m.item("", f.Text)
		}
		m.WriteByte('\n')
	}
	if len(r.Warnings) > 0 {
		m.heading(2, h.Warnings)
		m.items(r.Warnings)
	}
}

func (m *markdown) items(texts []string) {
	for _, s := range texts {
		m.item("", s)
	}
	m.WriteByte('\n')
}

func (m *markdown) section(s *Section) {
	m.heading(2, s.Title)
	for _, p := range s.Intro {
		m.para(p)
	}
	if len(s.Findings) > 0 {
		m.items(texts(s.Findings))
	}
	for i, t := range s.Tables {
		title := s.tableTitle(t, m.words)
		if marks := superscript(m.tableMarks(t)); title != s.Title || marks != "" {
			m.heading(3, title+marks)
		}
		if q := clean(t.Text); q != "" && q != title {
			m.para(q)
		}
		if base := m.base(t); base != "" {
			m.para(base)
		}
		m.table(t)
		for _, n := range s.Notes[i] {
			m.para(n)
		}
	}
	m.grids(s.grids, s.Title)
}

// table writes a table in total and by group, or in total alone where an appendix
// has the groups.
func (m *markdown) table(t *analysis.Table) {
	all := m.view.grids(t)
	if m.report.Whole && len(all) > 1 {
		all = all[:1]
	}
	m.grids(all, "")
}

// grids writes tables; a title that stands above them already is not repeated.
func (m *markdown) grids(all []grid, above string) {
	for i := range all {
		if title := all[i].title; title != "" && title != above {
			m.heading(3, all[i].title)
		}
		m.grid(&all[i])
		for _, n := range all[i].notes {
			m.para(n)
		}
	}
}

// grid writes a table: the labels and words are aligned left, figures right.
func (m *markdown) grid(g *grid) {
	write := func(line []string) {
		m.WriteByte('|')
		for _, cell := range line {
			m.WriteString(" " + escape(cell) + " |")
		}
		m.WriteByte('\n')
	}
	write(g.head)
	m.WriteString("|" + strings.Repeat(":--|", 1+g.words) + strings.Repeat("--:|", len(g.head)-1-g.words) + "\n")
	for _, l := range g.lines {
		write(l)
	}
	m.WriteByte('\n')
}
