package reports

import (
	"io"
	"slices"
	"strings"

	"benchmark/analysis"
	"benchmark/reports/claims"
	"benchmark/survey/locale"
)

// Checked is a text with the judgement of what it says.
type Checked struct {
	// Name of the text, such as that of its file.
	Name string
	claims.Result
}

// checkView puts the judgement of claims into words.
type checkView struct {
	*view
	*builder
	claims locale.ClaimWords
}

func newCheckView(r *Report, l *locale.Locale) *checkView {
	return &checkView{newView(r, l), &builder{study: r.Study, survey: r.Study.Survey, l: l, words: l.Report()}, l.Claims()}
}

// CheckText returns the renderer that lists the claims of a text with the
// judgement of each, for people.
func CheckText(checked Checked, screen Screen) Renderer {
	return func(w io.Writer, r *Report, l *locale.Locale) error {
		v := newCheckView(r, l)
		p := newPage(screen)
		p.para(bold, "", "", v.claims.Heading(clean(checked.Name)))
		for _, s := range r.Notices {
			p.para(bold, "! ", "  ", s)
		}
		if len(checked.Claims) == 0 {
			p.blank()
			p.para("", "", "", v.claims.None())
		}
		for i := range checked.Claims {
			v.write(p, &checked.Claims[i])
		}
		if len(checked.Claims) > 0 {
			p.blank()
			p.para(bold, "", "", v.summary(&checked.Result))
		}
		if lines := populationLines(&checked.Result, l); len(lines) > 0 {
			p.para("", "", "", v.claims.Population(lines, v.survey.Respondents))
		}
		_, err := p.WriteTo(w)
		return err
	}
}

// write writes one claim.
func (v *checkView) write(p *page, c *claims.Claim) {
	p.blank()
	p.para(bold, verdictMark(c.Verdict)+" ", "  ", v.claims.Place(c.Line, c.Column)+": "+v.claims.Verdict(string(c.Verdict), string(c.Reason)))
	p.para("", "  ", "  ", v.claims.Quote(clean(c.Quote)))
	if s := v.explain(c); s != "" {
		p.para("", "  ", "  ", s)
	}
	lead := v.claims.FigureOf()
	if c.Verdict == claims.Unclear {
		lead = v.claims.Candidate()
	}
	rest := "  " + spaces(cells(lead))
	if c.Kind == claims.List && len(c.Figures) > 0 {
		p.para(dim, "  "+lead, rest, v.listLine(c.Figures))
	} else {
		for _, f := range c.Figures {
			p.para(dim, "  "+lead, rest, v.figureLine(f))
		}
	}
	if s := v.proposal(c); s != "" {
		lead := v.claims.Better()
		p.para("", "  "+lead, "  "+spaces(cells(lead)), s)
	}
}

// verdictMark is the sign before a claim.
func verdictMark(v claims.Verdict) string {
	switch v {
	case claims.Holds, claims.Roughly:
		return "✓"
	case claims.Fails, claims.Stronger, claims.NotAsked:
		return "✗"
	case claims.Hidden, claims.Unclear:
		return "?"
	}
	return "≈"
}

// explain says why the verdict is as it is; empty where that needs no words.
func (v *checkView) explain(c *claims.Claim) string {
	switch {
	case c.Reason == claims.OfMethod:
		return v.claims.OfMethod(c.Level, c.Verdict == claims.Holds)
	case c.Verdict == claims.NotAsked && c.Reason == claims.NoReason:
		return v.claims.Nothing()
	case c.Verdict == claims.Projection:
		return v.claims.Sum()
	case c.Reason == claims.NotAllListed:
		return v.claims.ListLength(c.Said, c.Listed)
	case c.Reason == claims.OfEveryone && len(c.Figures) > 0:
		return v.claims.EveryoneIs(c.Figures[0].Estimate().Base, v.whom(c.Figures[0].Table))
	case c.Verdict == claims.OtherBase && len(c.Figures) > 0:
		f := c.Figures[0]
		return v.claims.BaseIs(f.Estimate().Base, v.survey.Respondents, v.whom(f.Table), c.Everyone)
	}
	return v.claims.Reason(string(c.Reason))
}

// whom says who a table is about.
func (v *checkView) whom(t *analysis.Table) string {
	return v.claims.BaseOf(string(t.Base.Kind), v.conditions(t.Base.Conditions), clean(t.Base.Channel))
}

// figureLine writes a figure with what it is of, its count, base and interval.
func (v *checkView) figureLine(f claims.Ref) string {
	s := v.name(f) + ": "
	text := v.view.figure(f.Table, f.Row, f.Group)
	e := f.Estimate()
	if !text.shown {
		return s + v.claims.Status(e.Status.String())
	}
	s += text.value
	var of []string
	switch m := f.Table.Rows[f.Row].Measure; {
	case m == analysis.Count || e.Base == 0:
	case counts(m):
		of = append(of, v.claims.Of(e.Count, e.Base))
	default:
		of = append(of, v.claims.Answers(e.Base))
	}
	if text.interval != "" && e.Method != analysis.NoInterval {
		of = append(of, v.claims.IntervalOf(e.Level, text.interval))
	}
	if len(of) > 0 {
		s += " (" + strings.Join(of, "; ") + ")"
	}
	return s
}

// listLine writes what a list names, with the figures.
func (v *checkView) listLine(figures []claims.Ref) string {
	items := make([]string, len(figures))
	for i, f := range figures {
		items[i] = v.claims.Quote(rowLabel(f.Table, f.Row, v.claims.ReportWords)) + " " + v.view.figure(f.Table, f.Row, f.Group).value
	}
	return v.view.l.List(items)
}

// name says which figure it is.
func (v *checkView) name(f claims.Ref) string {
	t := f.Table
	parts := []string{tableTitle(t, v.claims.ReportWords)}
	if t.Topic != analysis.Respondents || t.Rows[f.Row].Key != analysis.KeyRespondents {
		if label := rowLabel(t, f.Row, v.claims.ReportWords); label != parts[0] {
			parts = append(parts, v.claims.Quote(label))
		}
		if t.Channel != "" && t.Topic != analysis.Words && t.Topic != analysis.Themes {
			parts[0] = v.claims.Topic(string(t.Topic)) + ", " + parts[0]
		}
	}
	if f.Group > 0 {
		parts = append(parts, v.claims.In(v.groupName(t, f.Group)))
	}
	return strings.Join(parts, ", ")
}

// groupName names a group in a sentence.
func (v *checkView) groupName(t *analysis.Table, group int) string {
	g := &t.Groups[group]
	if g.Breakdown == analysis.UsersBreakdown {
		return v.claims.UsersOf(clean(g.Label))
	}
	return members(v.builder.l, v.survey, g).Name
}

// summary counts the claims by verdict.
func (v *checkView) summary(r *claims.Result) string {
	var parts []string
	for _, t := range tallies(r) {
		parts = append(parts, v.claims.Tally(string(t.verdict), t.n))
	}
	return v.claims.Summary(len(r.Claims), parts)
}

// tally is the number of claims of one verdict.
type tally struct {
	verdict claims.Verdict
	n       int
}

// tallies returns the verdicts that occur, in a fixed order.
func tallies(r *claims.Result) []tally {
	var all []tally
	for _, v := range claims.Verdicts() {
		n := 0
		for i := range r.Claims {
			if r.Claims[i].Verdict == v {
				n++
			}
		}
		if n > 0 {
			all = append(all, tally{v, n})
		}
	}
	return all
}

// populationLines returns the lines on which a text speaks of all organisations,
// each once.
func populationLines(r *claims.Result, l *locale.Locale) []string {
	var lines []string
	for i := range r.Claims {
		c := &r.Claims[i]
		line := l.Integer(c.Line)
		if c.Population && (c.Verdict.Sound() || c.Verdict == claims.Projection) && !slices.Contains(lines, line) {
			lines = append(lines, line)
		}
	}
	return lines
}
