package reports

import (
	"strings"

	"benchmark/survey"
	"benchmark/survey/codebook"
	"benchmark/survey/locale"
)

// Explain returns what there is to say of a question to a person who goes
// through its codebook: in which columns it stands and why it was taken for its
// kind, and below that the doubts and warnings about it, each behind "!" and
// with the line that settles it.
func Explain(r *Report, l *locale.Locale) func(*codebook.Question) []string {
	t := &inspection{&textReport{newPage(Screen{}), newView(r, l)}, l.Report().Inspection()}
	return func(q *codebook.Question) []string {
		s := r.Study.Survey
		at := s.Find(q.ID)
		if at < 0 {
			return nil
		}
		lines := []string{strings.Join(append([]string{columnSpan(s.Questions[at].Columns), t.kind(&s.Questions[at])}, t.states(at)...), " · ")}
		for _, issue := range byEffect(s) {
			if issue.Question != q.ID || issue.Severity < survey.Warning {
				continue
			}
			lines = append(lines, "! "+clean(l.Issue(t.withoutFile(issue))))
			if line, _ := t.settles(&issue); line != "" {
				lines = append(lines, "  "+line)
			}
		}
		return lines
	}
}
