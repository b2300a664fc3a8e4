package reports

import "strings"

// part is a part of the page after the sections, and whether the report has it.
type part struct {
	id, title string
	has       bool
	write     func()
}

// parts are the parts after the sections.
func (p *webPage) parts() []part {
	r := p.report
	return []part{
		{"method", p.words.Headings().Method, len(r.MethodBox)+len(r.MethodNote) > 0, p.method},
		{"quality", p.fixed.Quality, len(r.ReadingNote)+len(r.Warnings)+len(p.issues()) > 0, p.quality},
		{"appendix", p.fixed.Appendix, len(p.tables) > 0, p.appendix},
		{"provenance", p.fixed.Provenance, r.Announcement != "" || len(r.Provenance) > 0, p.provenance},
	}
}

// contents writes the links to the sections.
func (p *webPage) contents() {
	p.open("nav", "class", "contents", "aria-labelledby", "contents")
	p.element("h2", p.fixed.Contents, "id", "contents")
	p.WriteString("<ol>\n")
	link := func(id, title string) {
		p.WriteString("<li>")
		p.open("a", "href", "#"+id)
		p.WriteString(text(title))
		p.close("a", "li")
	}
	link("summary", p.fixed.Summary)
	for i := range p.report.Sections {
		link(p.sectionID(&p.report.Sections[i]), p.report.Sections[i].Title)
	}
	for _, part := range p.parts() {
		if part.has {
			link(part.id, part.title)
		}
	}
	p.WriteString("</ol>\n")
	p.close("nav")
}

// tally writes counts large. A finding says the same in words, so who hears the page
// is not told twice.
func (p *webPage) tally() {
	if len(p.report.Tally) == 0 {
		return
	}
	p.open("ul", "class", "tally", "aria-hidden", "true")
	for _, c := range p.report.Tally {
		p.WriteString("<li>")
		p.element("span", c.Signs, "class", "sign")
		p.element("strong", p.l.Integer(c.N))
		p.element("span", c.Text)
		p.close("li")
	}
	p.close("ul")
}

// method writes the box on method, and the method in full.
func (p *webPage) method() {
	p.open("section", "id", "method", "aria-labelledby", "method-title")
	p.element("h2", p.words.Headings().Method, "id", "method-title")
	if len(p.report.MethodBox) > 0 {
		p.facts("box", p.report.MethodBox)
		p.element("h3", p.fixed.Precise)
	}
	for _, s := range p.report.MethodNote {
		p.element("p", s)
	}
	p.close("section")
}

// quality tells how the file was read, and what was wrong with it.
func (p *webPage) quality() {
	p.open("section", "id", "quality", "aria-labelledby", "quality-title")
	p.element("h2", p.fixed.Quality, "id", "quality-title")
	for _, s := range p.report.ReadingNote {
		p.element("p", s, "class", "long")
	}
	if p.report.Whole {
		for _, q := range p.report.Quality {
			p.element("h3", q.Heading)
			p.list("plain", q.Lines)
		}
		p.close("section")
		return
	}
	p.list("plain", p.report.Warnings)
	p.list("plain", p.issues())
	p.close("section")
}

// issues are the remarks on the answers to single questions.
func (p *webPage) issues() []string {
	var issues []string
	for _, f := range p.report.Footnotes {
		if strings.HasPrefix(f.Key, questionKey("", "")[:len("question:")]) {
			issues = append(issues, f.Text)
		}
	}
	return issues
}

// provenance tells from what the page was made.
func (p *webPage) provenance() {
	p.open("section", "id", "provenance", "aria-labelledby", "provenance-title")
	p.element("h2", p.fixed.Provenance, "id", "provenance-title")
	if r := p.report; r.Announcement != "" {
		p.element("p", r.Announcement)
	}
	if len(p.report.Provenance) > 0 {
		p.facts("box", p.report.Provenance)
	}
	p.close("section")
}
