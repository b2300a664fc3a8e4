package reports

import (
	"cmp"
	"fmt"
	"io"
	"path"
	"slices"
	"strings"

	"benchmark/charts"
	"benchmark/survey/frame"
	"benchmark/survey/locale"
)

// IndexEntry is a report in an index.
type IndexEntry struct {
	// Name of the organisation, and File of its report, of letters, digits, hyphens
	// and a point.
	Name, File string
}

// byName returns reports in the order of the alphabet of Dutch and English: capitals,
// accents and punctuation do not count, but between names that differ in them alone.
func byName(entries []IndexEntry) []IndexEntry {
	return slices.SortedStableFunc(slices.Values(entries), func(a, b IndexEntry) int {
		return cmp.Or(cmp.Compare(frame.Plain(a.Name), frame.Plain(b.Name)), cmp.Compare(a.Name, b.Name))
	})
}

// IndexMarkdown writes a list of reports by name, each with a link, as Markdown.
func IndexMarkdown(w io.Writer, entries []IndexEntry, l *locale.Locale) error {
	m := &markdown{}
	words := l.Position()
	m.heading(1, words.IndexTitle())
	m.para(words.IndexNote(len(entries)))
	for _, e := range byName(entries) {
		m.WriteString("- [" + escape(clean(e.Name)) + "](" + e.File + ")\n")
	}
	_, err := m.WriteTo(w)
	return err
}

// IndexHTML returns what writes such a list as a web page that needs nothing else, in the colours of a theme. It asks search engines to leave it out.
func IndexHTML(theme charts.Theme) func(w io.Writer, entries []IndexEntry, l *locale.Locale) error {
	return func(w io.Writer, entries []IndexEntry, l *locale.Locale) error {
		words := l.Position()
		p := newWebPage(theme, &Report{Title: words.IndexTitle()}, l)
		p.private, p.still = true, true
		p.element("a", p.fixed.Skip, "class", "skip", "href", "#main")
		p.top()
		p.open("main", "id", "main", "class", "page", "tabindex", "-1")
		p.open("section", "class", "index", "aria-labelledby", "list")
		p.element("h2", words.IndexList(len(entries)), "id", "list")
		p.element("p", words.IndexNote(len(entries)))
		p.WriteString("<ul class=\"links\">\n")
		for _, e := range byName(entries) {
			p.WriteString("<li>")
			p.open("a", "href", e.File)
			p.WriteString(text(e.Name))
			if kind := strings.TrimPrefix(path.Ext(e.File), "."); kind != "html" {
				p.WriteString(" (" + text(strings.ToUpper(kind)) + ")")
			}
			p.close("a", "li")
		}
		p.WriteString("</ul>\n")
		p.close("section")
		p.close("main")
		page, err := p.document()
		if err == nil {
			_, err = w.Write(page)
		}
		if err != nil {
			return fmt.Errorf("writing the index as a web page: %w", err)
		}
		return nil
	}
}
