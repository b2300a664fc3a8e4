package charts

import (
	"cmp"
	"math"
	"slices"

	"benchmark/analysis"
	"benchmark/analysis/contrast"
	"benchmark/survey"
	"benchmark/survey/locale"
)

// tested is what the tests between the groups of a chart allow its headline to
// say.
type tested struct {
	// found is the pair that is furthest apart of those of which a difference was
	// found, or nil, and others how many more of its breakdown there are.
	found  *analysis.Difference
	others int
	// compared are the breakdowns of which two groups or more were compared, and
	// seen is the smallest difference that the pairs furthest apart would have shown,
	// in percentage points; 0 when there is none to tell.
	compared []string
	seen     float64
}

// verdict gathers the tests of a share by the breakdowns. A pair with a figure
// that is not shown is left out.
func (m *maker) verdict(t *analysis.Table, r int, breakdowns []string) tested {
	var v tested
	var undecided *analysis.Difference
	shown := func(breakdown, level string) bool {
		g := t.Group(breakdown, level)
		return g >= 0 && !t.Groups[g].Hidden && t.Cells[r][g].Status == analysis.Estimated
	}
	for i := range m.study.Differences {
		d := &m.study.Differences[i]
		if d.Table != t.ID || d.Row != t.Rows[r].Key || !slices.Contains(breakdowns, d.Breakdown) ||
			d.Result.Withheld != contrast.Done || !shown(d.Breakdown, d.A) || !shown(d.Breakdown, d.B) {
			continue
		}
		if !slices.Contains(v.compared, d.Breakdown) {
			v.compared = append(v.compared, d.Breakdown)
		}
		switch c := d.Verdict.Conclusion; {
		case c != contrast.Higher && c != contrast.Lower:
			if undecided == nil || gapOf(d) > gapOf(undecided) {
				undecided = d
			}
		case v.found == nil || gapOf(d) > gapOf(v.found):
			v.found = d
		}
	}
	switch {
	case v.found != nil:
		v.others = m.alsoFound(v.found)
	case undecided != nil:
		v.seen = 100 * undecided.Verdict.Seen
	}
	return v
}

// alsoFound is the number of other differences that were found on the same figure
// by the same breakdown.
func (m *maker) alsoFound(found *analysis.Difference) int {
	n := 0
	for i := range m.study.Differences {
		d := &m.study.Differences[i]
		same := d.Table == found.Table && d.Row == found.Row && d.Breakdown == found.Breakdown
		if c := d.Verdict.Conclusion; same && d != found && (c == contrast.Higher || c == contrast.Lower) {
			n++
		}
	}
	return n
}

// gapOf is how far two shares are apart.
func gapOf(d *analysis.Difference) float64 { return math.Abs(d.Result.Difference.Value) }

// differsTitle states the difference that was found, or returns "" when none was.
func (m *maker) differsTitle(t *analysis.Table, r int, v tested) string {
	if v.found == nil {
		return ""
	}
	high, low := t.Group(v.found.Breakdown, v.found.A), t.Group(v.found.Breakdown, v.found.B)
	if v.found.Verdict.Conclusion == contrast.Lower {
		high, low = low, high
	}
	c := locale.Contrast{
		Topic: string(t.Topic), Channel: t.Channel,
		More: m.members(&t.Groups[high]), Less: m.members(&t.Groups[low]),
		MoreFigure: m.percent(t.Cells[r][high].Value), LessFigure: m.percent(t.Cells[r][low].Value),
	}
	if t.Topic == analysis.Ownership {
		c.Channel = m.rowLabel(&t.Rows[r])
	}
	return m.l.ChartDiffers(c)
}

// verdictNotes say what a headline on differences rests on.
func (m *maker) verdictNotes(v tested) []string {
	switch {
	case v.found != nil:
		result := &v.found.Result
		exact := result.Name == contrast.FisherExact || result.Name == contrast.FisherSampled
		evidence := m.l.ChartEvidence(string(result.Name), result.Statistic, result.Adjusted, exact, v.found.Family)
		return []string{m.l.ChartDiffersNote(evidence, v.others)}
	case len(v.compared) > 0:
		return []string{m.l.ChartNoDifferenceNote(cmp.Or(m.study.Options.Tests.Minimum, analysis.FewAnswers), v.seen)}
	}
	return nil
}

// members names the bodies of a group in the middle of a headline.
func (m *maker) members(g *analysis.Group) string {
	plural := m.l.Bodies(g.Means, g.Plural, m.study.Survey.Language)
	switch {
	case g.Role == survey.BodyType && plural != "":
		return plural
	case g.Role == survey.BodyType:
		return m.l.OfType(g.Label)
	case g.Role == survey.SizeClass && g.Means == survey.Large:
		return m.l.LargeBodies(m.sized(), g.Label)
	case g.Role == survey.SizeClass:
		return m.l.InClass(m.sized(), g.Label, true)
	}
	return m.l.InClass("", g.Label, false)
}

// sized names the one type of body that has size classes, where the frame knows
// that there is one; else it returns "".
func (m *maker) sized() string {
	s, of := m.study.Survey, ""
	for _, h := range s.Design.Strata {
		if h.Size == "" || h.Type == "" {
			continue
		}
		if of != "" && of != h.Type {
			return ""
		}
		of = h.Type
	}
	if q := s.First(survey.BodyType); of != "" && q >= 0 {
		if o := s.Questions[q].Option(of); o >= 0 {
			option := &s.Questions[q].Options[o]
			return m.l.Bodies(option.Means, option.Plural, s.Language)
		}
	}
	return ""
}
