package reports

import (
	"bytes"
	"crypto/sha256"
	_ "embed" // for the style and the script of the page
	"encoding/base64"
	"fmt"
	"html"
	"io"
	"strconv"
	"strings"

	"benchmark/analysis"
	"benchmark/charts"
	"benchmark/survey/locale"
)

//go:embed web/style.css
var pageStyle string

//go:embed web/script.js
var pageScript string

// HTML returns the renderer of a report as one web page that needs nothing else:
// no other file, no connection, and no script to be read. Charts are drawn in the
// theme, once for wide screens and paper and once for phones, each with its data
// as a table. Its content security policy lets nothing run but the page's own
// script, which only adds controls.
func HTML(theme charts.Theme) Renderer {
	return func(w io.Writer, r *Report, l *locale.Locale) error {
		p := newWebPage(theme, r, l)
		p.body()
		if p.err != nil {
			return fmt.Errorf("writing the report as a web page: %w", p.err)
		}
		page, err := p.document()
		if err == nil {
			_, err = w.Write(page)
		}
		if err != nil {
			return fmt.Errorf("writing the report as a web page: %w", err)
		}
		return nil
	}
}

// webPage lays a report out as a web page; what the buffer holds is its body.
type webPage struct {
	bytes.Buffer
	*view
	theme charts.Theme
	fixed locale.Page
	// tables are all tables of the report, in the order of the appendix, and first
	// and last the numbers of those of one table of figures.
	tables      []webTable
	first, last map[*analysis.Table]int
	// figures counts the figures that were written, and shown the tables of text.
	figures, shown int
	err            error
	// private pages are for no search engine, and still ones have no script.
	private, still bool
}

func newWebPage(theme charts.Theme, r *Report, l *locale.Locale) *webPage {
	p := &webPage{view: newView(r, l), theme: theme, fixed: l.Page(),
		first: map[*analysis.Table]int{}, last: map[*analysis.Table]int{}}
	for i := range r.Sections {
		s := &r.Sections[i]
		for _, t := range s.Tables {
			p.first[t] = len(p.tables) + 1
			for _, g := range p.grids(t) {
				p.tables = append(p.tables, webTable{section: s, of: t, grid: g, by: g.head[0]})
			}
			p.last[t] = len(p.tables)
		}
	}
	return p
}

// text makes text plain: without control characters, and safe between and inside
// tags.
func text(s string) string { return html.EscapeString(clean(s)) }

// open writes a start tag; attributes are names and values by turns.
func (p *webPage) open(tag string, attributes ...string) {
	p.WriteString("<" + tag)
	for i := 0; i+1 < len(attributes); i += 2 {
		p.WriteString(" " + attributes[i] + `="` + text(attributes[i+1]) + `"`)
	}
	p.WriteString(">")
}

func (p *webPage) close(tags ...string) {
	for _, t := range tags {
		p.WriteString("</" + t + ">")
	}
	p.WriteByte('\n')
}

// element writes an element that holds only text.
func (p *webPage) element(tag, s string, attributes ...string) {
	p.open(tag, attributes...)
	p.WriteString(text(s))
	p.close(tag)
}

func (p *webPage) list(class string, items []string) {
	if len(items) == 0 {
		return
	}
	p.open("ul", "class", class)
	for _, s := range items {
		p.open("li")
		if about, rest, found := strings.Cut(s, ": "); found && len(about) <= longestSubject {
			p.element("strong", about+":")
			s = rest
		}
		p.WriteString(text(s))
		p.close("li")
	}
	p.close("ul")
}

// longestSubject is the length in bytes of what a sentence is about, before a
// colon, that is set in bold.
const longestSubject = 60

// document puts the head before the body.
func (p *webPage) document() ([]byte, error) {
	properties, err := p.properties()
	if err != nil {
		return nil, err
	}
	style := properties + pageStyle
	fonts := ""
	if p.theme.EmbedFont {
		fonts = " font-src data:;"
	}
	var b bytes.Buffer
	fmt.Fprintf(&b, "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n", text(p.l.Tag))
	script := digestOf(pageScript)
	if p.still {
		script = "'none'"
	}
	fmt.Fprintf(&b, "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src %s; script-src %s; img-src data:;%s base-uri 'none'; form-action 'none'\">\n",
		digestOf(style), script, fonts)
	b.WriteString("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
	if p.private || p.report.NotForPublication || p.report.Position != nil {
		b.WriteString("<meta name=\"robots\" content=\"noindex\">\n")
	}
	fmt.Fprintf(&b, "<title>%s</title>\n", text(p.report.Title))
	fmt.Fprintf(&b, "<style>%s</style>\n</head>\n<body>\n", style)
	b.Write(p.Bytes())
	if !p.still {
		fmt.Fprintf(&b, "<script>%s</script>\n", pageScript)
	}
	b.WriteString("</body>\n</html>\n")
	return b.Bytes(), nil
}

// digestOf is how a policy names the one text of a style or script that it allows.
func digestOf(s string) string {
	sum := sha256.Sum256([]byte(s))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}

// body writes everything between the body's tags.
func (p *webPage) body() {
	p.element("a", p.fixed.Skip, "class", "skip", "href", "#main")
	p.top()
	f := &p.fixed
	p.open("main", "id", "main", "class", "page", "tabindex", "-1",
		"data-filter", f.Filter, "data-none", f.FilterNone, "data-by", f.Breakdown, "data-every", f.EveryBreakdown, "data-sort", f.Sort,
		"data-picture", f.Picture, "data-drawing", f.Drawing, "data-data", f.Data, "data-copy", f.Copy, "data-copied", f.Copied)
	p.summary()
	p.contents() // after what was found: on a phone that comes first
	for i := range p.report.Sections {
		p.section(&p.report.Sections[i])
	}
	for _, part := range p.parts() {
		if part.has {
			part.write()
		}
	}
	p.close("main")
}

// top writes the title, who took part, and what must be said first.
func (p *webPage) top() {
	r := p.report
	p.open("header", "class", "top")
	p.open("div", "class", "inner")
	p.logo()
	p.element("h1", r.Title)
	if len(r.Subtitle) > 0 {
		p.element("p", strings.Join(r.Subtitle, " · "), "class", "lead")
	}
	if r.Weighting != "" {
		p.element("p", r.Weighting)
	}
	for _, s := range r.Notices {
		p.element("p", s, "class", "notice")
	}
	p.close("div", "header")
}

// summary writes the findings that come first.
func (p *webPage) summary() {
	p.open("section", "id", "summary", "class", "summary", "aria-labelledby", "summary-title")
	p.element("h2", p.fixed.Summary, "id", "summary-title")
	if p.report.FindingsLead != "" {
		p.element("p", p.report.FindingsLead, "class", "quiet")
	}
	p.tally()
	var first, apart []string
	for _, f := range p.report.Findings {
		switch {
		case f.Headline:
			first = append(first, f.Text)
		case f.Table == "" && f.Section == "":
			apart = append(apart, f.Text)
		}
	}
	p.list("findings", first)
	p.list("plain", apart)
	if len(p.report.Warnings) > 0 {
		p.open("div", "class", "warnings")
		p.element("h3", p.words.Headings().Warnings)
		p.list("plain", p.report.Warnings)
		p.close("div")
	}
	p.close("section")
}

// facts writes terms with what they are.
func (p *webPage) facts(class string, facts []Fact) {
	p.open("dl", "class", class)
	p.WriteByte('\n')
	for _, f := range facts {
		p.WriteString("<div>")
		p.element("dt", f.Term)
		p.element("dd", f.Text)
		p.close("div")
	}
	p.close("dl")
}

// sectionID names a section by what it is about, or by its number where it has no
// name.
func (p *webPage) sectionID(s *Section) string {
	if id := s.id(); id != "" {
		return "section-" + id
	}
	for i := range p.report.Sections {
		if s == &p.report.Sections[i] {
			return "section-" + digits(i+1)
		}
	}
	return "section"
}

func digits(n int) string { return strconv.Itoa(n) }
