package reports

import (
	"bytes"
	"io"
	"slices"
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
	h := m.words.Headings()
	if len(r.Footnotes) > 0 {
		m.heading(2, h.Footnotes)
		for i, f := range r.Footnotes {
			m.item(superscript([]int{i + 1})+" ", f.Text)
		}
		m.WriteByte('\n')
	}
	m.paragraphs(h.Reading, r.ReadingNote)
	m.paragraphs(h.Method, r.MethodNote)
	_, err := m.WriteTo(w)
	return err
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
		for _, f := range r.Findings {
			m.item("", f.Text)
		}
		m.WriteByte('\n')
	}
	if len(r.Warnings) > 0 {
		m.heading(2, h.Warnings)
		for _, s := range r.Warnings {
			m.item("", s)
		}
		m.WriteByte('\n')
	}
}

func (m *markdown) section(s *Section) {
	m.heading(2, s.Title)
	for _, p := range s.Intro {
		m.para(p)
	}
	for i, t := range s.Tables {
		title := tableTitle(t, m.words)
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
}

func (m *markdown) table(t *analysis.Table) {
	if groupwise(t) {
		m.groupsAsRows(t)
		return
	}
	m.total(t)
	if s := m.bases(t); s != "" {
		m.para(s)
	}
	var notes []string
	for _, id := range t.Breakdowns() {
		groups, missing := m.shownGroups(t, id)
		notes = append(notes, missing...)
		if len(groups) > 0 {
			m.banner(t, id, groups)
		}
	}
	for _, n := range slices.Concat(notes, m.tests(t)) {
		m.para(n)
	}
}

// grid writes a table: the first column is aligned left, the others right.
func (m *markdown) grid(head []string, lines [][]string) {
	write := func(line []string) {
		m.WriteString("| " + strings.Join(line, " | ") + " |\n")
	}
	write(head)
	m.WriteString("|:--|" + strings.Repeat("--:|", len(head)-1) + "\n")
	for _, l := range lines {
		write(l)
	}
	m.WriteByte('\n')
}

func (m *markdown) total(t *analysis.Table) {
	columns := m.totalColumns(t, rows(t))
	head := []string{escape(m.words.Columns().Total)}
	for _, c := range columns {
		head = append(head, escape(c.head))
	}
	var lines [][]string
	for i, r := range rows(t) {
		line := []string{escape(rowLabel(t, r, m.words))}
		for _, c := range columns {
			line = append(line, escape(c.cells[i]))
		}
		lines = append(lines, line)
	}
	m.grid(head, lines)
}

func (m *markdown) banner(t *analysis.Table, breakdown string, groups []int) {
	head := []string{escape(m.breakdown(breakdown))}
	groups = append([]int{0}, groups...)
	for _, g := range groups {
		label := m.groupLabel(t, g)
		if exact(t, g) {
			label += superscript(m.marks(exactKey))
		}
		head = append(head, escape(label))
	}
	same := sameBase(t)
	var lines [][]string
	if same {
		for _, l := range m.baseLines(t) {
			line := []string{escape(l.label)}
			for _, g := range groups {
				base, marks := l.of(m.groupBase(t, g))
				line = append(line, base+superscript(marks))
			}
			lines = append(lines, line)
		}
	}
	for _, r := range rows(t) {
		line := []string{escape(rowLabel(t, r, m.words))}
		for _, g := range groups {
			line = append(line, m.cell(m.figure(t, r, g), !same))
		}
		lines = append(lines, line)
		if a := t.Row(t.Rows[r].Key, analysis.ShareOfAnswers); a >= 0 {
			line = []string{escape(rowLabel(t, r, m.words) + ", " + m.words.Columns().OfAnswers)}
			for _, g := range groups {
				f := m.figure(t, a, g)
				line = append(line, escape(f.value+superscript(f.valueMarks)))
			}
			lines = append(lines, line)
		}
	}
	m.grid(head, lines)
}

// cell writes a figure with its interval, and with its base where bases differ.
func (m *markdown) cell(f figureText, base bool) string {
	s := f.value + superscript(f.valueMarks)
	var beside []string
	if f.interval != "" {
		beside = append(beside, f.interval+superscript(f.intervalMarks))
	}
	if f.unweighted != "" {
		beside = append(beside, m.words.WeightedColumns().Unweighted+" "+f.unweighted)
	}
	if len(beside) > 0 {
		s += " (" + strings.Join(beside, "; ") + ")"
	}
	if base && f.shown {
		counts := m.countsOf(&f)
		counts[0] += superscript(f.baseMarks)
		s += " " + strings.Join(counts, ", ")
	}
	return escape(s)
}

func (m *markdown) groupsAsRows(t *analysis.Table) {
	head := []string{escape(m.words.Columns().Group)}
	for r := range t.Rows {
		head = append(head, escape(rowLabel(t, r, m.words)))
	}
	var lines [][]string
	for g := range t.Groups {
		line := []string{escape(m.groupLabel(t, g))}
		for r := range t.Rows {
			f := m.figure(t, r, g)
			line = append(line, escape(f.value+superscript(f.valueMarks)))
		}
		lines = append(lines, line)
	}
	m.grid(head, lines)
}
