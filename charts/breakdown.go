package charts

import (
	"cmp"
	"slices"
	"strings"

	"benchmark/analysis"
	"benchmark/survey"
	"benchmark/survey/locale"
)

// Breakdown returns the chart of one figure of a table by groups: a dot on its
// interval for all organisations and one for each group. The row is named by
// its meaning ("uses") or its key. With no breakdowns given it takes all of
// them but the users of a channel. Groups of a breakdown stand in their natural
// order, types of organisation by their share; a hidden group is drawn as such,
// and no figure of it is in the chart.
//
// It returns an error when the table has no such share or breakdown, or when
// the total may not be shown.
func Breakdown(study *analysis.Study, t *analysis.Table, row string, breakdowns []string, l *locale.Locale) (Chart, error) {
	m := newMaker(study, l)
	r := t.Meaning(row)
	if r < 0 {
		r = t.Row(row, analysis.Share)
	}
	if r < 0 {
		return Chart{}, fault(t.ID, "table %s has no share %q", t.ID, row)
	}
	if len(breakdowns) == 0 {
		breakdowns = slices.DeleteFunc(t.Breakdowns(), func(id string) bool { return id == analysis.UsersBreakdown })
	}
	if len(breakdowns) == 0 {
		return Chart{}, fault(t.ID, "table %s has no groups", t.ID)
	}
	total := t.Total(r)
	if total.Status != analysis.Estimated {
		return Chart{}, fault(t.ID, "the figure for all organisations is not shown (%s)", total.Status)
	}
	c := m.start(Intervals, m.breakdownName(t, r, breakdowns))
	c.Columns = []Column{{Heading: m.words.Share, Strong: true}, {Heading: m.words.Interval}, {Heading: m.words.Answers}}
	c.Reference = &Reference{Value: total.Value}
	c.Data.Header = header()
	m.addGroup(&c, t, r, 0)
	c.Rows[0].Emphasis = true
	for _, id := range breakdowns {
		if err := m.addBreakdown(&c, t, r, id, len(breakdowns) > 1); err != nil {
			return Chart{}, err
		}
	}
	m.breakdownTexts(&c, t, r, breakdowns)
	m.finish(&c, m.words.IntervalsKind)
	return c, nil
}

// addBreakdown adds the groups of one breakdown, under a heading if there are
// more breakdowns.
func (m *maker) addBreakdown(c *Chart, t *analysis.Table, r int, id string, headed bool) error {
	groups := m.order(t, r, id)
	if len(groups) == 0 {
		return fault(c.Name, "table %s has no breakdown %q: it has %s", t.ID, id, strings.Join(t.Breakdowns(), ", "))
	}
	if headed {
		c.Rows = append(c.Rows, Row{Label: m.l.Capital(m.heading(t, id)), Heading: true})
	}
	outer := ""
	for _, g := range groups {
		parts := t.Groups[g].Parts
		if len(parts) > 1 {
			if within := partLabels(parts[:len(parts)-1]); within != outer {
				c.Rows = append(c.Rows, Row{Label: m.l.Capital(within), Heading: true})
				outer = within
			}
		}
		m.addGroup(c, t, r, g)
		if len(parts) > 1 {
			c.Rows[len(c.Rows)-1].Label = m.l.Capital(parts[len(parts)-1].Label)
		}
	}
	return nil
}

// partLabels joins the answers that make a nested group.
func partLabels(parts []analysis.GroupPart) string {
	all := make([]string, len(parts))
	for i := range parts {
		all[i] = parts[i].Label
	}
	return strings.Join(all, " / ")
}

// order returns the positions of the groups of a breakdown in the order of the
// chart; of a nested one without the combinations that nobody is in.
func (m *maker) order(t *analysis.Table, r int, id string) []int {
	var groups []int
	byShare := false
	for g := range t.Groups {
		empty := len(t.Groups[g].Parts) > 1 && t.Groups[g].Respondents == 0 && !t.Groups[g].Hidden
		if t.Groups[g].Breakdown == id && id != analysis.TotalBreakdown && !empty {
			groups = append(groups, g)
			byShare = t.Groups[g].Role == survey.BodyType
		}
	}
	if !byShare {
		return groups
	}
	rank := func(g int) int {
		switch e := &t.Cells[r][g]; {
		case e.Status != analysis.Estimated:
			return 2
		case m.other(&t.Groups[g]):
			return 1
		}
		return 0
	}
	slices.SortStableFunc(groups, func(a, b int) int {
		return cmp.Or(cmp.Compare(rank(a), rank(b)), cmp.Compare(t.Cells[r][b].Value, t.Cells[r][a].Value))
	})
	return groups
}

// other reports whether a group is made by the answer "other".
func (m *maker) other(g *analysis.Group) bool {
	i := m.study.Survey.Find(g.Breakdown)
	if i < 0 {
		return false
	}
	q := &m.study.Survey.Questions[i]
	o := q.Option(g.Level)
	return o >= 0 && (q.Options[o].Other || q.Options[o].Means == "other")
}

// addGroup adds the row of one group and its figures.
func (m *maker) addGroup(c *Chart, t *analysis.Table, r, g int) {
	e := &t.Cells[r][g]
	row := m.estimateRow(m.groupLabel(&t.Groups[g]), e)
	c.Rows = append(c.Rows, row)
	c.Data.Records = append(c.Data.Records, record(&t.Groups[g], row.Label, t.Rows[r].Key, e))
}

// estimateRow returns the row of one estimate with the texts of the columns
// share, interval and number of answers.
func (m *maker) estimateRow(label string, e *analysis.Estimate) Row {
	row := Row{Label: label, Status: e.Status}
	if e.Status != analysis.Estimated {
		row.Words = m.missing(e.Status)
		return row
	}
	row.N, row.Lonely = e.Base, e.Lonely
	row.Tentative = e.Base < analysis.FewAnswers
	mark := Mark{Value: e.Value, Label: m.percent(e.Value)}
	interval := ""
	if e.Method != analysis.NoInterval {
		mark.Low, mark.High, mark.Interval = min(e.Low, e.Value), max(e.High, e.Value), true
		interval = m.l.PercentRange(e.Low, e.High, 0)
	}
	row.Marks = []Mark{mark}
	row.Cells = []string{mark.Label, interval, m.l.Integer(e.Base)}
	return row
}

// heading names a breakdown: by its role, or by the title of its question.
func (m *maker) heading(t *analysis.Table, id string) string {
	switch role := m.role(t, id); role {
	case survey.BodyType, survey.SizeClass:
		return m.l.ChartHeading(role == survey.SizeClass)
	}
	return m.title(id)
}

// by names a breakdown in a headline.
func (m *maker) by(t *analysis.Table, id string) string {
	switch m.role(t, id) {
	case survey.BodyType:
		return m.words.ByType
	case survey.SizeClass:
		return m.words.BySize
	}
	return m.l.Small(m.title(id))
}

func (m *maker) role(t *analysis.Table, id string) survey.Role {
	for g := range t.Groups {
		if t.Groups[g].Breakdown == id {
			return t.Groups[g].Role
		}
	}
	return survey.NoRole
}

// title returns the title of a question, or its id when that is too long for a
// headline.
func (m *maker) title(id string) string {
	i := m.study.Survey.Find(id)
	if i < 0 {
		if parts := analysis.Nested(m.study.Survey, id); len(parts) > 1 {
			for k, part := range parts {
				parts[k] = m.title(part)
			}
			return strings.Join(parts, " / ")
		}
		return id
	}
	title := strings.TrimRight(m.study.Survey.Questions[i].Title(), ".?! ")
	if len([]rune(title)) > shortest {
		return id
	}
	return title
}

// breakdownName returns the base file name: the table, the row unless it is the
// use of a channel, and the breakdowns.
func (m *maker) breakdownName(t *analysis.Table, r int, breakdowns []string) string {
	name := t.ID
	if !uses(t, r) {
		name += " " + t.Rows[r].Key
	}
	for i, id := range breakdowns {
		join := " by "
		if i > 0 {
			join = " and "
		}
		if role := m.role(t, id); role != survey.NoRole {
			id = string(role)
		}
		name += join + strings.ReplaceAll(id, analysis.NestingMark, " and ")
	}
	return name
}

// uses reports whether a row is the present use of a channel.
func uses(t *analysis.Table, r int) bool {
	return t.Topic == analysis.AdoptionTopic && t.Rows[r].Means == survey.Uses && t.Channel != ""
}

// byEach names breakdowns in a headline, nested ones by each of their questions.
func (m *maker) byEach(t *analysis.Table, breakdowns []string) []string {
	var by []string
	for _, id := range breakdowns {
		for _, part := range analysis.Nested(m.study.Survey, id) {
			by = append(by, m.by(t, part))
		}
	}
	return by
}

// breakdownTexts adds the title, the subtitle and the notes.
func (m *maker) breakdownTexts(c *Chart, t *analysis.Table, r int, breakdowns []string) {
	by := m.byEach(t, breakdowns)
	what, who := m.l.ChartAnswer(m.subject(t), m.rowLabel(&t.Rows[r])), m.l.ChartShareWho(m.rowLabel(&t.Rows[r]))
	if uses(t, r) {
		what, who = m.l.ChartUseOf(t.Channel), m.l.ChartUsesWho(t.Channel)
	}
	top := ""
	if t.Rows[r].Key == analysis.KeyTopTwo && m.topTitle(t) != "" {
		top, who = m.topTitle(t), m.l.ChartTopWho(m.topAnswers(t))
	}
	total := t.Total(r)
	v := m.verdict(t, r, breakdowns)
	everyone := t.Base.Kind == analysis.BaseRespondents
	switch {
	case v.found != nil:
		c.Title = m.differsTitle(t, r, v)
	case len(v.compared) > 0:
		c.Title = cmp.Or(top, m.l.ChartShare(what, m.percent(total.Value), everyone))
		if uses(t, r) {
			c.Title = m.l.ChartUses(t.Channel, total.Value)
		}
		c.Title += m.l.ChartNoDifference(m.byEach(t, v.compared))
	default:
		c.Title = cmp.Or(top, m.l.ChartBreakdown(what, by, m.percent(total.Value), everyone))
	}
	c.Subtitle = who + ", " + m.l.ChartInterval(total.Level)
	if t.Base.Kind != analysis.BaseRespondents {
		c.Subtitle += ". " + m.percentOf(t)
	}
	c.Notes = append(m.dotNotes(c), m.notes.Reference)
	c.Notes = append(c.Notes, m.verdictNotes(v)...)
	c.Notes = append(c.Notes, m.exactNote(t, r, breakdowns)...)
	c.Notes = append(c.Notes, m.hiddenNotes(c)...)
}

// dotNotes explains open dots if there are any.
func (m *maker) dotNotes(c *Chart) []string {
	for i := range c.Rows {
		if c.Rows[i].drawn() && c.Rows[i].Tentative {
			return []string{m.notes.FewDots(analysis.FewAnswers)}
		}
	}
	return nil
}

// exactNote names the groups whose interval is exact for the number of
// organisations that exist.
func (m *maker) exactNote(t *analysis.Table, r int, breakdowns []string) []string {
	exact, others := []string{}, []string{m.words.Everyone}
	for _, id := range breakdowns {
		for _, g := range m.order(t, r, id) {
			switch e := &t.Cells[r][g]; {
			case e.Status != analysis.Estimated:
			case e.Method == analysis.Hypergeometric:
				exact = append(exact, m.groupLabel(&t.Groups[g]))
			default:
				others = append(others, m.groupLabel(&t.Groups[g]))
			}
		}
	}
	switch {
	case len(exact) == 0:
		return nil
	case len(others) < len(exact):
		return []string{m.notes.ExactBut(others)}
	}
	return []string{m.notes.Exact(exact)}
}
