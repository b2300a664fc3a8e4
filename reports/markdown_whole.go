package reports

// whole writes what comes after the sections of a report on the whole study: the
// method, the quality of the data, every table by group, and the notes.
func (m *markdown) whole() {
	r, h := m.report, m.words.Headings()
	m.heading(2, h.Method)
	m.facts(r.MethodBox)
	for _, s := range r.MethodNote {
		m.para(s)
	}
	m.heading(2, m.l.Page().Quality)
	for _, s := range r.ReadingNote {
		m.para(s)
	}
	for _, q := range r.Quality {
		m.heading(3, q.Heading)
		m.items(q.Lines)
	}
	m.breakdowns()
	m.footnotes()
}

// breakdowns writes the tables by group.
func (m *markdown) breakdowns() {
	headed := false
	for i := range m.report.Sections {
		s := &m.report.Sections[i]
		for _, t := range s.Tables {
			all := m.view.grids(t)
			if len(all) < 2 {
				continue
			}
			if !headed {
				headed = true
				m.heading(2, m.words.BreakdownsHeading())
			}
			m.heading(3, caption(s, t, m.view))
			if base := m.base(t); base != "" {
				m.para(base)
			}
			m.grids(all[1:], "")
		}
	}
}
