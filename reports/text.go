package reports

import (
	"io"

	"benchmark/analysis"
	"benchmark/survey/locale"
)

// Text returns the renderer of a report for people at a terminal or in a pipe.
// No line is wider than the screen, which counts as 40 columns at least.
func Text(screen Screen) Renderer {
	return func(w io.Writer, r *Report, l *locale.Locale) error {
		t := &textReport{page: newPage(screen), view: newView(r, l)}
		t.top()
		t.findings()
		t.warnings()
		for i := range r.Sections {
			t.section(&r.Sections[i])
		}
		if r.Whole {
			t.whole()
		} else {
			h := t.words.Headings()
			t.footnotes()
			t.paragraphs(h.Reading, r.ReadingNote)
			t.paragraphs(h.Method, r.MethodNote)
		}
		if r.Whole || r.Capacity != nil || r.Study == nil || len(r.Study.Tables) == 0 { // who ran analyze knows which file
			t.provenance()
		}
		t.bottom()
		_, err := t.WriteTo(w)
		return err
	}
}

// textReport lays a report out as text.
type textReport struct {
	*page
	*view
}

// top writes what comes before the findings.
func (t *textReport) top() {
	r := t.report
	if r.Announcement != "" {
		t.para(dim, "", "", r.Announcement)
		t.blank()
	}
	t.para(bold, "", "", r.Title)
	line := ""
	for i, s := range r.Subtitle {
		if i > 0 {
			line += ", "
		}
		line += s
	}
	t.para("", "", "", line)
	if r.Weighting != "" {
		t.blank()
		t.para("", "", "", r.Weighting)
	}
	for _, s := range r.Notices {
		t.para(bold, "! ", "  ", s)
	}
}

// bottom repeats that an unprotected report is not for publication, for those
// who only see its end.
func (t *textReport) bottom() {
	if t.report.NotForPublication {
		t.blank()
		t.para(bold, "! ", "  ", t.words.NotForPublication())
	}
}

// provenance tells from what the report was made.
func (t *textReport) provenance() {
	if len(t.report.Provenance) == 0 {
		return
	}
	t.heading(t.l.Page().Provenance)
	for _, f := range t.report.Provenance {
		t.para("", f.Term+": ", "  ", f.Text)
	}
}

func (t *textReport) findings() {
	if len(t.report.Findings) == 0 {
		return
	}
	t.heading(t.words.Headings().Findings)
	t.para(dim, "", "", t.report.FindingsLead)
	t.blank()
	for _, f := range t.report.Summary() {
		t.para("", "• ", "  ", f.Text)
	}
}

func (t *textReport) warnings() {
	if len(t.report.Warnings) == 0 {
		return
	}
	t.heading(t.words.Headings().Warnings)
	for _, s := range t.report.Warnings {
		t.para("", "! ", "  ", s)
	}
}

func (t *textReport) section(s *Section) {
	t.heading(s.Title)
	for _, p := range s.Intro {
		t.para("", "", "", p)
	}
	if len(s.Findings) > 0 && len(s.Intro) > 0 {
		t.blank()
	}
	for _, f := range s.Findings {
		t.para("", "• ", "  ", f.Text)
	}
	above := len(s.Intro)+len(s.Findings) > 0
	for i, table := range s.Tables {
		if i > 0 || above {
			t.blank()
		}
		t.table(s, table)
		t.notes(s.Notes[i])
	}
	for i := range s.grids {
		if i > 0 || above || len(s.Tables) > 0 {
			t.blank()
		}
		if title := s.grids[i].title; title != "" && title != s.Title {
			t.para(bold, "", "", s.grids[i].title)
		}
		t.grid(&s.grids[i])
		t.notes(s.grids[i].notes)
	}
}

// notes writes the sentences below a table.
func (t *textReport) notes(notes []string) {
	if len(notes) > 0 {
		t.blank()
	}
	for _, n := range notes {
		t.para("", "", "", n)
	}
}

// table writes a table: its title and base, the total, and the breakdowns, which
// in a report on the whole study stand in its appendix.
func (t *textReport) table(s *Section, table *analysis.Table) {
	if t.tableHead(s, table) {
		t.blank()
	}
	if groupwise(table) {
		t.groupsAsRows(table)
		return
	}
	t.total(table)
	if s := t.bases(table); s != "" {
		t.blank()
		t.para(dim, "", "", s)
	}
	if !t.report.Whole {
		t.banners(table)
		t.tested(table)
	}
}

// tableHead writes the title of a table, what was asked and of whom, and reports
// whether there was anything to write.
func (t *textReport) tableHead(s *Section, table *analysis.Table) bool {
	title := s.tableTitle(table, t.words)
	marks := superscript(t.tableMarks(table))
	head := title != s.Title || marks != ""
	if head {
		t.para(bold, "", "", title+marks)
	}
	if q := clean(table.Text); q != "" && q != title {
		t.para(dim, "", "", q)
		head = true
	}
	if base := t.base(table); base != "" {
		t.para(dim, "", "", base)
		head = true
	}
	return head
}

// tested writes what the tests of a table found.
func (t *textReport) tested(table *analysis.Table) {
	said := t.tests(table)
	if len(said) > 0 {
		t.blank()
	}
	for _, s := range said {
		t.para("", "", "", s)
	}
}

// groupwise reports whether a table stands with its groups as rows.
func groupwise(t *analysis.Table) bool {
	return t.Topic == analysis.Respondents || t.Topic == analysis.Coverage
}

// footnotes writes what the marks in the tables mean.
func (t *textReport) footnotes() {
	if len(t.report.Footnotes) == 0 {
		return
	}
	t.heading(t.words.Headings().Footnotes)
	for i, f := range t.report.Footnotes {
		t.para("", superscript([]int{i + 1})+" ", "  ", f.Text)
	}
}

func (t *textReport) paragraphs(heading string, texts []string) {
	if len(texts) == 0 {
		return
	}
	t.heading(heading)
	for _, s := range texts {
		t.para("", "", "", s)
	}
}
