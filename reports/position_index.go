package reports

import (
	"io"

	"benchmark/survey/locale"
)

// IndexEntry is a report in an index.
type IndexEntry struct {
	// Name of the organisation, and File of its report, of letters, digits, hyphens
	// and a point.
	Name, File string
}

// IndexMarkdown writes a list of reports, each with a link, as Markdown.
func IndexMarkdown(w io.Writer, entries []IndexEntry, l *locale.Locale) error {
	m := &markdown{}
	words := l.Position()
	m.heading(1, words.IndexTitle())
	m.para(words.IndexNote(len(entries)))
	for _, e := range entries {
		m.WriteString("- [" + escape(clean(e.Name)) + "](" + e.File + ")\n")
	}
	_, err := m.WriteTo(w)
	return err
}
