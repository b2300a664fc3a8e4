package reports

import (
	"io"

	"benchmark/analysis"
	"benchmark/analysis/audit"
	"benchmark/survey/locale"
)

// mostListed is how many exposed answers and counts an audit lists.
const mostListed = 20

// Audited is what an attack was on.
type Audited struct {
	// Readers are the names of the organisations whose reports were attacked, by
	// respondent, and Reports how many; 0: the tables of a study.
	Readers []string
	Reports int
	// Waves is the number of waves that were attacked together; 0: one study.
	Waves int
	// Protected is false where nothing was hidden, and Weighted true where figures are
	// estimates by a design.
	Protected, Weighted bool
}

// heading returns what stands over the findings.
func (of *Audited) heading(words locale.AuditWords) string {
	switch {
	case of.Reports > 0:
		return words.HeadingReports(of.Reports)
	case of.Waves > 0:
		return words.HeadingWaves(of.Waves)
	}
	return words.Heading()
}

// AuditText writes what an attack found, for those who do the survey.
func AuditText(w io.Writer, found *audit.Report, of *Audited, screen Screen, l *locale.Locale) error {
	words, p := l.Audit(), newPage(screen)
	p.para(bold, "", "", of.heading(words))
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
	if of.Protected {
		p.blank()
		p.para("", "", "", words.Narrowest(found.Counts, found.Narrowest))
	}
	p.blank()
	p.para(bold, "", "", words.Exposed(len(found.Exposed), of.Protected))
	writeExposed(p, found, of, words)
	if of.Reports > 0 {
		p.para("", "", "", words.Beyond())
	}
	if of.Weighted {
		p.para("", "", "", words.Weighted())
	}
	if len(found.Unseen) > 0 {
		p.para("", "", "", words.Unseen(found.Unseen))
	}
	_, err := p.WriteTo(w)
	return err
}

// writeExposed lists what is exposed.
func writeExposed(p *page, found *audit.Report, of *Audited, words locale.AuditWords) {
	for k, e := range found.Exposed {
		if k == mostListed {
			p.para("", "• ", "  ", words.More(len(found.Exposed)-k))
			return
		}
		reader := ""
		if e.Reader >= 0 && e.Reader < len(of.Readers) {
			reader = clean(of.Readers[e.Reader])
		}
		to := words.To(reader, e.Insider)
		line := words.Answer(e.Table, clean(e.Row), e.Organisations, to)
		if e.Organisations == 0 {
			line = words.Count(e.Table, clean(e.Row), clean(e.Group), to)
		}
		p.para("", "• ", "  ", line)
	}
}
