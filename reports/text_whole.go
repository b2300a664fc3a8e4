package reports

import "benchmark/analysis"

// whole writes what comes after the sections of a report on the whole study: the
// method, the quality of the data, every table by group, and the notes.
func (t *textReport) whole() {
	r, h := t.report, t.words.Headings()
	t.heading(h.Method)
	for _, f := range r.MethodBox {
		t.para("", f.Term+": ", "  ", f.Text)
	}
	t.blank()
	for _, s := range r.MethodNote {
		t.para("", "", "", s)
	}
	t.heading(t.l.Page().Quality)
	for _, s := range r.ReadingNote {
		t.para("", "", "", s)
	}
	for _, q := range r.Quality {
		t.blank()
		t.para(bold, "", "", q.Heading)
		for _, s := range q.Lines {
			t.para("", "• ", "  ", s)
		}
	}
	t.breakdowns()
	t.footnotes()
}

// breakdowns writes the tables by group.
func (t *textReport) breakdowns() {
	headed := false
	for i := range t.report.Sections {
		s := &t.report.Sections[i]
		for _, table := range s.Tables {
			if groupwise(table) || len(table.Breakdowns()) == 0 {
				continue
			}
			if !headed {
				headed = true
				t.heading(t.words.BreakdownsHeading())
			} else {
				t.blank()
			}
			t.para(bold, "", "", caption(s, table, t.view))
			if base := t.base(table); base != "" {
				t.para(dim, "", "", base)
			}
			t.banners(table)
			t.tested(table)
		}
	}
}

// caption names a table outside its section: the section and the table in it.
func caption(s *Section, t *analysis.Table, v *view) string {
	title := s.tableTitle(t, v.words)
	if title != s.Title && t.Topic != analysis.OtherQuestion {
		title = s.Title + ": " + title
	}
	return title
}
