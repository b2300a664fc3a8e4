package charts

import (
	"slices"
	"strings"

	"benchmark/analysis"
	"benchmark/survey/locale"
)

// ChannelsByGroup returns the use of every channel by type and size class as a
// table of cells in five classes: a row a group, a column a channel, the most
// used first. It returns an error when the study has no table of channels or no
// groups; a table that is hidden altogether gives a chart that says so.
func ChannelsByGroup(study *analysis.Study, l *locale.Locale) (Chart, error) {
	t := study.Table(analysis.Channels, "")
	if t == nil {
		return Chart{}, fault("channels-by-group", "no question asks which channels are in use: give one the role %q or %q in the codebook",
			"presence", "adoption")
	}
	return Of(study, t, Heat, l)
}

// heatable reports whether a table has several answers and several groups.
func (m *maker) heatable(t *analysis.Table) bool {
	return t.Topic != analysis.Words && len(shareRows(t)) > 1 && len(m.heatGroups(t)) > 1
}

// heatGroups returns the positions of the total and of the groups that have a
// row.
func (m *maker) heatGroups(t *analysis.Table) []int {
	groups := []int{0}
	for g := 1; g < len(t.Groups); g++ {
		if m.split != nil {
			if slices.Contains(m.split, t.Groups[g].Breakdown) {
				groups = append(groups, g)
			}
			continue
		}
		if users := t.Groups[g].Breakdown == analysis.UsersBreakdown; users == (t.Topic == analysis.Ownership) {
			groups = append(groups, g)
		}
	}
	return groups
}

// heatColumns returns the rows of a table that become columns: answers that
// exclude each other in the order of their stacked bars, others the most given
// first.
func (m *maker) heatColumns(t *analysis.Table) []int {
	if parts := m.parts(t, shareRows(t)); parts != nil && t.Topic != analysis.AdoptionTopic {
		var rows []int
		for _, p := range parts {
			rows = append(rows, p.rows...)
		}
		return rows
	}
	if t.Topic == analysis.AdoptionTopic {
		return shareRows(t)
	}
	return m.rank(t, shareRows(t))
}

// heatTable returns a cell for every answer in every group.
func (m *maker) heatTable(t *analysis.Table) (Chart, error) {
	c := m.start(Heat, t.ID+" by group")
	columns := m.heatColumns(t)
	if len(columns) > mostRows {
		return Chart{}, fault(c.Name, "%d answers are too many for columns: at most %d fit", len(columns), mostRows)
	}
	for _, r := range columns {
		c.Series = append(c.Series, Series{Key: t.Rows[r].Key, Label: m.l.ChartBreakable(m.l.Capital(m.rowLabel(&t.Rows[r])))})
	}
	c.Ticks = m.classes()
	c.Columns = []Column{{Heading: m.words.Answers}}
	c.Data.Header = header()
	last := t.Groups[0].Breakdown
	for _, g := range m.heatGroups(t) {
		if id := t.Groups[g].Breakdown; id != last && id != analysis.UsersBreakdown {
			last = id
			c.Rows = append(c.Rows, Row{Label: m.l.Capital(m.heading(t, id)), Heading: true})
		}
		row := m.heatRow(t, columns, g)
		row.Emphasis = g == 0
		c.Rows = append(c.Rows, row)
		for _, r := range columns {
			c.Data.Records = append(c.Data.Records, record(&t.Groups[g], row.Label, t.Rows[r].Key, &t.Cells[r][g]))
		}
	}
	if t.Total(columns[0]).Status != analysis.Estimated {
		return m.without(t, Heat), nil
	}
	c.Title = m.heatTitle(t, &c, columns)
	c.Subtitle = m.heatSubtitle(t)
	c.Notes = m.heatNotes(&c)
	m.finish(&c, m.l.ChartHeatKind())
	return c, nil
}

// classes returns the five classes of percentages as they are printed: what is
// rounded to 20% is in the class that begins there.
func (m *maker) classes() []Tick {
	const classes, half = 5, 0.005
	all := make([]Tick, classes)
	for i := range all {
		from, to := float64(i)/classes, float64(i+1)/classes-0.01
		if i == classes-1 {
			to = 1
		}
		all[i].Label = m.l.PercentRange(from, to, 0)
		if i > 0 {
			all[i].Value = from - half
		}
	}
	return all
}

// heatRow returns the cells of one group, with its number of answers, or the
// least and the most where columns differ.
func (m *maker) heatRow(t *analysis.Table, columns []int, g int) Row {
	row := Row{Label: m.groupLabel(&t.Groups[g]), Status: analysis.Estimated}
	var bases []int
	for _, r := range columns {
		e := &t.Cells[r][g]
		mark := Mark{Status: e.Status}
		if e.Status == analysis.Estimated {
			mark.Value, mark.Label = e.Value, m.percent(e.Value)
			bases = append(bases, e.Base)
		} else {
			mark.Words = m.l.ChartCell(e.Status.String(), analysis.MinimumAnswers)
		}
		row.Marks = append(row.Marks, mark)
	}
	if len(bases) == 0 {
		return row
	}
	row.N = slices.Max(bases)
	row.Tentative = row.N < analysis.FewAnswers
	row.Cells = []string{m.l.Integer(row.N)}
	if least := slices.Min(bases); least < row.N {
		row.Cells[0] = m.l.Integer(least) + "–" + row.Cells[0]
	}
	return row
}

// heatTitle states the most and the least used channel, or what the question's
// own chart states; neither claims a difference between groups.
func (m *maker) heatTitle(t *analysis.Table, c *Chart, columns []int) string {
	by := m.breakdownNames(t)
	if t.Topic != analysis.Channels {
		if t.Topic == analysis.AdoptionTopic {
			return m.l.ChartBy(m.l.ChartUseOf(t.Channel), by)
		}
		return m.rankedTitle(t, c, columns)
	}
	named := slices.DeleteFunc(slices.Clone(columns), func(r int) bool {
		return t.Rows[r].Other || t.Rows[r].DontKnow || noChannel(&t.Rows[r]) || t.Total(r).Status != analysis.Estimated
	})
	if len(named) < 2 {
		return m.l.ChartChannelsBy(by)
	}
	first, last := named[0], named[len(named)-1]
	return m.l.ChartChannelsFrom(by, m.rowLabel(&t.Rows[first]), m.percent(t.Total(first).Value),
		m.rowLabel(&t.Rows[last]), m.percent(t.Total(last).Value))
}

// noChannel reports whether an option among channels is that there is none.
func noChannel(r *analysis.Row) bool {
	return r.Key == "none" || strings.HasPrefix(r.Key, "none-") || r.Key == "geen" || strings.HasPrefix(r.Key, "geen-")
}

// breakdownNames names the breakdowns that have rows.
func (m *maker) breakdownNames(t *analysis.Table) []string {
	var by []string
	for _, id := range t.Breakdowns() {
		if m.split != nil && !slices.Contains(m.split, id) {
			continue
		}
		if id != analysis.UsersBreakdown {
			by = append(by, m.by(t, id))
		}
	}
	return by
}

// heatSubtitle says what was asked and whose percentage a cell is.
func (m *maker) heatSubtitle(t *analysis.Table) string {
	shows := m.l.ChartCells(m.l.ChartBase(string(t.Base.Kind), t.Base.Channel, 0))
	if t.Topic == analysis.Channels {
		return m.l.ChartChannelsQuestion() + " " + shows
	}
	return m.asked(t, shows)
}

// heatNotes explains low cells and cells without a figure.
func (m *maker) heatNotes(c *Chart) []string {
	few := false
	seen := map[analysis.Status]bool{}
	for i := range c.Rows {
		few = few || c.Rows[i].Tentative
		for _, mark := range c.Rows[i].Marks {
			seen[mark.Status] = true
		}
	}
	var notes []string
	if few {
		notes = append(notes, m.l.ChartLowCells(analysis.FewAnswers))
	}
	small, others := seen[analysis.HiddenSmall] || seen[analysis.HiddenExtreme], seen[analysis.HiddenOthers]
	if s := m.l.ChartHatchedCells(small, others, seen[analysis.HiddenImprecise], analysis.MinimumAnswers); s != "" {
		notes = append(notes, s)
	}
	if seen[analysis.NoAnswers] || seen[analysis.Unknown] {
		notes = append(notes, m.l.ChartDash())
	}
	return append(notes, m.notes.Margins)
}

// cellsText returns a row in words for the text alternative.
func (c *Chart) cellsText(r *Row) string {
	parts := make([]string, len(r.Marks))
	for i := range r.Marks {
		parts[i] = strings.TrimSpace(c.Series[i].Label + " " + r.Marks[i].Label + r.Marks[i].Words)
	}
	return strings.ReplaceAll(r.Label+": "+strings.Join(parts, ", "), string(softHyphen), "")
}
