package charts

import (
	"benchmark/analysis"
	"benchmark/survey"
	"benchmark/survey/locale"
)

// Standing returns the chart of a group beside all organisations on every share
// of a table, such as municipalities of 100,000 and more on the use of every
// channel. The group is a level of a breakdown. The group is part of all, and no
// test of the two is in a table, so the chart says that differences were not
// tested. It returns an error when the table has no such group or it is hidden.
func Standing(study *analysis.Study, t *analysis.Table, breakdown, level string, l *locale.Locale) (Chart, error) {
	m := newMaker(study, l)
	name := t.ID + " of " + level
	g := t.Group(breakdown, level)
	if g < 0 {
		return Chart{}, fault(name, "table %s has no group %q of %q", t.ID, level, breakdown)
	}
	group := &t.Groups[g]
	if group.Hidden {
		return Chart{}, fault(name, "the group is hidden")
	}
	rows := m.rank(t, shareRows(t))
	if len(rows) == 0 {
		return Chart{}, fault(name, "table %s holds no shares", t.ID)
	}
	c := Comparing{Name: name, Own: m.standingLabel(group), Everyone: m.words.Everyone, Group: true}
	for _, r := range rows {
		c.Indicators = append(c.Indicators, Indicator{
			Label: m.l.Capital(m.rowLabel(&t.Rows[r])), Own: t.Cells[r][g], Everyone: *t.Total(r),
		})
	}
	c.Own = withBase(l, c.Own, c.Indicators, func(in *Indicator) *analysis.Estimate { return &in.Own })
	c.Everyone = withBase(l, c.Everyone, c.Indicators, func(in *Indicator) *analysis.Estimate { return &in.Everyone })
	chart, err := c.Chart(l)
	if err != nil {
		return chart, err
	}
	start := m.start(Benchmark, name)
	chart.Source = start.Source
	chart.Title = l.ChartVersusTitle(m.standingLabel(group), l.Small(m.words.Everyone), nil, nil, false)
	shows := m.percentOf(t)
	if t.Topic == analysis.Channels {
		chart.Subtitle = l.ChartChannelsQuestion() + " " + shows
	} else {
		chart.Subtitle = m.asked(t, shows)
	}
	if study.Survey.Design.Sampled {
		chart.Notes = append([]string{m.notes.Weighted}, chart.Notes...)
		chart.Title, chart.Subtitle = l.ChartEstimated(chart.Title), l.ChartWeighted(chart.Subtitle)
	}
	chart.Alt = l.ChartAlt(l.ChartVersus().BenchmarkKind, chart.Title, chart.Subtitle, versusTexts(&chart), chart.Name+".csv")
	return chart, nil
}

// standingLabel names a group in a headline: a size class by what it is a class
// of.
func (m *maker) standingLabel(g *analysis.Group) string {
	if g.Role == survey.SizeClass {
		return m.l.ChartSizeClass(m.groupLabel(g))
	}
	return m.groupLabel(g)
}

// withBase adds the base to a label when all indicators have the same.
func withBase(l *locale.Locale, label string, all []Indicator, of func(*Indicator) *analysis.Estimate) string {
	n := 0
	for i := range all {
		e := of(&all[i])
		switch {
		case e.Status != analysis.Estimated:
		case n == 0:
			n = e.Base
		case n != e.Base:
			return label
		}
	}
	if n == 0 {
		return label
	}
	return label + " (" + l.ChartN(n) + ")"
}
