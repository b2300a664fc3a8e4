package reports

import (
	"io"
	"strings"

	"benchmark/survey/locale"
)

// The size of a summary for e-mail, in columns and lines.
const (
	emailWidth = 72
	emailLines = 30
)

// Email writes a summary for e-mail: plain text of at most 30 lines of 72 columns,
// with what must be said first, the response, the findings that a summary tells
// as far as they fit, and the method in short.
func Email(w io.Writer, r *Report, l *locale.Locale) error {
	e := newPage(Screen{Width: emailWidth})
	terms := l.Report().Facts()
	e.para("", "", "", r.Title)
	for _, s := range r.Notices {
		e.para("", "! ", "  ", s)
	}
	if r.Weighting != "" {
		e.para("", "", "", r.Weighting)
	}
	end := newPage(e.screen)
	end.blank()
	for _, f := range r.MethodBox {
		switch f.Term {
		case terms.Fieldwork, terms.Response:
			e.para("", f.Term+": ", "  ", f.Text)
		case terms.Margins:
			end.para("", f.Term+": ", "  ", f.Text)
		}
	}
	end.para("", "", "", terms.EmailMore)
	e.blank()
	e.para("", "", "", r.FindingsLead)
	room := emailLines - strings.Count(e.String(), "\n") - strings.Count(end.String(), "\n")
	for _, f := range r.Findings {
		if !f.Headline {
			continue
		}
		one := newPage(e.screen)
		one.para("", "- ", "  ", f.Text)
		if lines := strings.Count(one.String(), "\n"); lines <= room {
			room -= lines
			e.WriteString(one.String())
		}
	}
	e.WriteString(end.String())
	_, err := e.WriteTo(w)
	return err
}
