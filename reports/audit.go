package reports

import (
	"io"

	"benchmark/analysis"
	"benchmark/analysis/audit"
	"benchmark/survey/locale"
)

// mostListed is how many exposed answers and counts an audit lists.
const mostListed = 20

// AuditText returns the renderer that tells what an attack on the study found, for
// those who do the survey.
func AuditText(found *audit.Report, screen Screen) Renderer {
	return func(w io.Writer, r *Report, l *locale.Locale) error {
		words, p := l.Audit(), newPage(screen)
		p.para(bold, "", "", words.Heading())
		p.para("", "", "", words.Private())
		p.blank()
		share := 0.0
		if found.Figures > 0 {
			share = float64(found.Hidden) / float64(found.Figures)
		}
		p.para("", "", "", words.Hidden(found.Hidden, found.Figures, share))
		for k, reason := range audit.Reasons() {
			if n := found.Reasons[k]; n > 0 {
				p.para("", "• ", "  ", l.Integer(n)+": "+words.Reason(string(reason), analysis.MinimumAnswers))
			}
		}
		protected := r.Study.Options.Disclosure != analysis.Unprotected
		if protected {
			p.blank()
			p.para("", "", "", words.Narrowest(found.Counts, found.Narrowest))
		}
		p.blank()
		p.para(bold, "", "", words.Exposed(len(found.Exposed), protected))
		writeExposed(p, found, words)
		if r.Study.Survey.Design.Sampled {
			p.para("", "", "", words.Weighted())
		}
		if len(found.Unseen) > 0 {
			p.para("", "", "", words.Unseen(found.Unseen))
		}
		_, err := p.WriteTo(w)
		return err
	}
}

// writeExposed lists what is exposed.
func writeExposed(p *page, found *audit.Report, words locale.AuditWords) {
	for k, e := range found.Exposed {
		if k == mostListed {
			p.para("", "• ", "  ", words.More(len(found.Exposed)-k))
			return
		}
		line := words.Answer(e.Table, clean(e.Row), e.Organisations, e.Insider)
		if e.Organisations == 0 {
			line = words.Count(e.Table, clean(e.Row), clean(e.Group), e.Insider)
		}
		p.para("", "• ", "  ", line)
	}
}
