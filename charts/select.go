package charts

import (
	"cmp"
	"slices"
	"strings"

	"benchmark/analysis"
	"benchmark/survey"
)

// rankedQuestion returns a dot on its interval for every answer, the most
// named first; the points of a scale stay in their order, and "other" and
// "don't know" come last.
func (m *maker) rankedQuestion(t *analysis.Table, rows []int) (Chart, error) {
	c := m.start(Ranked, t.ID)
	rows = m.rank(t, rows)
	if len(rows) == 0 || t.Total(rows[0]).Status != analysis.Estimated {
		return m.without(t, Ranked), nil
	}
	shown := rows
	if len(rows) > mostRows {
		shown = rows[:mostRows-1]
	}
	bases := make([]int, 0, len(rows))
	for _, r := range shown {
		row := m.estimateRow(m.l.Capital(m.rowLabel(&t.Rows[r])), t.Total(r))
		c.Rows = append(c.Rows, row)
		bases = append(bases, row.N)
	}
	if more := len(rows) - len(shown); more > 0 {
		c.Rows = append(c.Rows, Row{Label: m.l.ChartMore(more), Words: m.l.ChartSeeData()})
	}
	c.Columns = []Column{{Heading: m.words.Share, Strong: true}, {Heading: m.words.Interval}}
	if slices.Min(bases) != slices.Max(bases) {
		c.Columns = append(c.Columns, Column{Heading: m.words.Answers})
	} else {
		for i := range c.Rows {
			c.Rows[i].Cells = c.Rows[i].Cells[:min(2, len(c.Rows[i].Cells))]
		}
	}
	c.Data.Header = header()
	for _, r := range rows {
		c.Data.Records = append(c.Data.Records, record(&t.Groups[0], m.rowLabel(&t.Rows[r]), t.Rows[r].Key, t.Total(r)))
	}
	c.Title = m.rankedTitle(t, &c, rows)
	c.Subtitle = m.rankedSubtitle(t, t.Total(rows[0]).Level)
	c.Notes = append(m.dotNotes(&c), m.hiddenNotes(&c)...)
	m.finish(&c, m.words.RankedKind)
	return c, nil
}

// rank puts the rows of a table in the order of the chart.
func (m *maker) rank(t *analysis.Table, rows []int) []int {
	q := m.question(t)
	natural := q != nil && q.Kind == survey.Scale
	rows = slices.DeleteFunc(slices.Clone(rows), func(r int) bool {
		o := m.option(t, t.Rows[r].Key)
		return o != nil && o.OutOfBase
	})
	last := func(r int) int {
		switch row := &t.Rows[r]; {
		case t.Total(r).Status != analysis.Estimated:
			return 3
		case row.DontKnow:
			return 2
		case row.Other:
			return 1
		}
		return 0
	}
	slices.SortStableFunc(rows, func(a, b int) int {
		if natural {
			return cmp.Compare(last(a), last(b))
		}
		return cmp.Or(cmp.Compare(last(a), last(b)), cmp.Compare(t.Total(b).Value, t.Total(a).Value))
	})
	return rows
}

// rankedTitle states the figures of the first channels, of the highest points
// of a scale, or of the answer that was given most.
func (m *maker) rankedTitle(t *analysis.Table, c *Chart, rows []int) string {
	if t.Topic == analysis.Channels {
		var names, shares []string
		for i := range c.Rows[:min(3, len(c.Rows))] {
			if c.Rows[i].drawn() {
				names, shares = append(names, c.Rows[i].Label), append(shares, c.Rows[i].Marks[0].Label)
			}
		}
		return m.l.ChartChannels(names, shares)
	}
	if title := m.topTitle(t); title != "" {
		return title
	}
	most := rows[0]
	for _, r := range rows {
		row, e := &t.Rows[r], t.Total(r)
		if named := !row.Other && !row.DontKnow; e.Status == analysis.Estimated && named &&
			(e.Value > t.Total(most).Value || t.Rows[most].Other || t.Rows[most].DontKnow) {
			most = r
		}
	}
	if q := m.question(t); q != nil && q.Kind != survey.Multiple && q.Kind != survey.Open {
		return m.l.ChartChose(m.subject(t), []string{m.percent(t.Total(most).Value)}, []string{m.rowLabel(&t.Rows[most])})
	}
	return m.l.ChartNamed(string(t.Topic), m.subject(t), m.percent(t.Total(most).Value), m.rowLabel(&t.Rows[most]))
}

// rankedSubtitle says what was asked and what the dots are.
func (m *maker) rankedSubtitle(t *analysis.Table, level float64) string {
	shows := m.percentOf(t) + ", " + m.l.ChartInterval(level)
	if q := m.question(t); q != nil && q.Kind == survey.Multiple && !m.l.ChartMultipleSaid(t.Text) {
		shows += "; " + m.l.ChartMultiple()
	}
	if t.Topic == analysis.Channels {
		return m.l.ChartChannelsQuestion() + " " + shows
	}
	return m.asked(t, shows)
}

// wordsChart returns a bar for every word, as long as the number of respondents
// who used it.
func (m *maker) wordsChart(t *analysis.Table, rows []int) (Chart, error) {
	c := m.start(Ranked, t.ID)
	c.Data.Header = header()
	for _, r := range rows {
		e := t.Total(r)
		if e.Status != analysis.Estimated {
			continue
		}
		c.Data.Records = append(c.Data.Records, record(&t.Groups[0], m.rowLabel(&t.Rows[r]), t.Rows[r].Key, e))
		if len(c.Rows) < mostRows/2 {
			c.Maximum = max(c.Maximum, float64(e.Count))
			c.Rows = append(c.Rows, Row{
				Label: m.rowLabel(&t.Rows[r]), N: e.Base, Status: e.Status,
				Marks: []Mark{{Value: float64(e.Count), Label: m.l.Integer(e.Count)}},
			})
		}
	}
	if len(c.Rows) == 0 {
		return m.without(t, Ranked), nil
	}
	if more := len(c.Data.Records) - len(c.Rows); more > 0 {
		c.Rows = append(c.Rows, Row{Label: m.l.ChartMore(more), Words: m.l.ChartSeeData()})
	}
	c.Title = m.l.ChartWordsTitle(c.Rows[0].Label, t.Channel, int(c.Rows[0].Marks[0].Value))
	c.Subtitle = m.asked(t, m.l.ChartWordsBase(c.Rows[0].N))
	c.Notes = []string{m.l.ChartMinimum(analysis.MinimumMentions)}
	m.finish(&c, m.words.RankedBarsKind)
	return c, nil
}

// cloudChart returns the bars of words with the same words in a cloud.
func (m *maker) cloudChart(t *analysis.Table) (Chart, error) {
	c, err := m.wordsChart(t, shareRows(t))
	if err != nil || c.Empty != "" {
		return c, err
	}
	c.Kind, c.Omitted = Cloud, m.l.ChartCloudLeft()
	c.Notes = append(c.Notes, m.l.ChartCloudNote())
	c.Alt = strings.Replace(c.Alt, m.words.RankedBarsKind, m.l.ChartCloudKind(), 1)
	return c, nil
}
