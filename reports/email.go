package reports

import (
	"io"
	"slices"
	"strings"

	"benchmark/analysis"
	"benchmark/survey/locale"
)

// The size of a summary for e-mail, in columns and lines.
const (
	emailWidth = 72
	emailLines = 40
)

// Email writes a summary for e-mail, as one would send it to a colleague: plain
// text of at most 40 lines of 72 columns, with a subject, what must be said first,
// as many of the findings that a summary tells as fit, and what to say along with
// them.
func Email(w io.Writer, r *Report, l *locale.Locale) error {
	e := newPage(Screen{Width: emailWidth})
	words := l.Report().Letter(r.Title, strings.Join(r.Subtitle[:min(2, len(r.Subtitle))], ", "))
	e.para("", "", "  ", words.Subject)
	e.blank()
	e.para("", "", "", words.Greeting)
	e.blank()
	if r.Study == nil || len(r.Study.Tables) == 0 { // its own lead says what to mind
		words.Lead, words.Mind, words.More = r.FindingsLead, "", l.Report().Facts().EmailMore
	}
	if words.Lead != "" {
		e.para("", "", "", words.Lead)
	}
	for _, s := range append(slices.Clone(r.Notices), r.Weighting) {
		if s != "" {
			e.para("", "", "", s)
		}
	}
	e.blank()
	end := emailEnd(r, l, &words)
	for _, s := range fitting(r, emailLines-strings.Count(e.String(), "\n")-strings.Count(end, "\n")) {
		e.WriteString(s)
	}
	e.WriteString(end)
	_, err := e.WriteTo(w)
	return err
}

// fitting returns the findings of a summary that fit in a number of lines, in their
// order: those on what a reader asks first go before the others.
func fitting(r *Report, room int) []string {
	all := make([]string, len(r.Findings))
	for _, urgent := range []bool{true, false} {
		for i, f := range r.Findings {
			if !f.Headline || all[i] != "" || urgent != isUrgent(r, &f) {
				continue
			}
			one := newPage(Screen{Width: emailWidth})
			one.para("", "- ", "  ", f.Text)
			if lines := strings.Count(one.String(), "\n"); lines <= room {
				room -= lines
				all[i] = one.String()
			}
		}
	}
	return slices.DeleteFunc(all, func(s string) bool { return s == "" })
}

// isUrgent reports whether a finding is on what a reader asks first: who took part,
// use, satisfaction, what holds back, and who does webcare.
func isUrgent(r *Report, f *Finding) bool {
	if f.Section == string(CapacityTopic) {
		return true
	}
	if r.Study == nil {
		return false
	}
	for i := range r.Study.Tables {
		if t := &r.Study.Tables[i]; t.ID == f.Table {
			switch t.Topic {
			case analysis.Respondents, analysis.AdoptionTopic, analysis.Satisfaction, analysis.Ownership, analysis.Change:
				return true
			default:
				return false
			}
		}
	}
	return false
}

// emailEnd is what to say along with the figures, and where the rest is.
func emailEnd(r *Report, l *locale.Locale, words *locale.Letter) string {
	end := newPage(Screen{Width: emailWidth})
	terms := l.Report().Facts()
	end.blank()
	if words.Mind != "" {
		end.para("", "", "", words.Mind)
		end.para("", "- ", "  ", r.FindingsLead)
		for _, f := range r.MethodBox {
			if f.Term == terms.Margins {
				end.para("", "- ", "  ", f.Term+": "+f.Text)
			}
		}
		end.blank()
	}
	end.para("", "", "", words.More)
	if from := r.sources(l); from != "" {
		end.para("", "", "  ", from+".")
	}
	return end.String()
}
