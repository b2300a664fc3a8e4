package charts

import (
	"cmp"
	"slices"

	"benchmark/analysis"
	"benchmark/survey/locale"
)

// Battery returns one chart of the answers of all organisations to several
// questions on one scale, such as the satisfaction with every channel: a row a
// question, the highest first, as Stacked bars or, on request, Diverging ones.
//
// It returns an error when the questions are fewer than two or not on one scale,
// and when no figure may be shown.
func Battery(study *analysis.Study, tables []*analysis.Table, kind Kind, l *locale.Locale) (Chart, error) {
	m := newMaker(study, l)
	if len(tables) < 2 {
		return Chart{}, fault("battery", "questions beside each other are two or more, not %d", len(tables))
	}
	parts := make([][]part, len(tables))
	for i, t := range tables {
		if parts[i] = m.scaled(t); kind == Diverging && m.divergent(t) {
			parts[i] = divergingParts(parts[i])
		}
		if parts[i] == nil {
			return Chart{}, fault(t.ID, "the question %s has no scale", t.ID)
		}
		if !slices.EqualFunc(parts[i], parts[0], samePoint) {
			return Chart{}, fault(tables[0].ID, "the questions %s and %s are not on one scale", tables[0].ID, t.ID)
		}
	}
	var c Chart
	switch kind {
	case Stacked:
		c = m.startBattery(tables[0], parts[0])
	case Diverging:
		c = m.startDiverging(string(tables[0].Topic)+"-by-channel-diverging", parts[0])
	default:
		return Chart{}, fault(tables[0].ID, "questions beside each other are drawn as %s or %s, not as %s", Stacked, Diverging, kind)
	}
	m.addBattery(&c, tables, parts)
	if !c.Rows[0].drawn() {
		return Chart{}, fault(c.Name, "every figure is hidden or missing")
	}
	m.batteryTexts(&c, tables, parts[0])
	return c, nil
}

// startBattery returns a chart of stacked bars with the sum of the highest points
// beside them.
func (m *maker) startBattery(t *analysis.Table, parts []part) Chart {
	c := m.start(Stacked, string(t.Topic)+"-by-channel")
	c.Series, c.Data.Header = series(parts), header()
	c.Columns = []Column{{Heading: m.words.Answers}}
	if groups := topGroups(t, parts, topKey(t)); groups != nil {
		c.Columns = []Column{{Heading: m.l.Small(m.sideName(labels(parts, groups[0]), true)), Strong: true}, c.Columns[0]}
	}
	return c
}

// batteryRow returns the row of all organisations, and the parts that are summed
// up beside it.
func (m *maker) batteryRow(kind Kind, t *analysis.Table, parts []part) (row Row, summed [][]int) {
	if kind == Diverging {
		return m.divergingRow(t, parts, 0), sides(parts)[:2]
	}
	round := m.rounded(t, parts)
	row = m.stackRow(t, parts, 0, round)
	groups := topGroups(t, parts, topKey(t))
	if groups == nil {
		if row.drawn() {
			row.Cells = []string{m.l.Integer(row.N)}
		}
		return row, nil
	}
	if row.drawn() {
		row.Cells = []string{m.summed(&row, groups[0], round), m.l.Integer(row.N)}
	}
	return row, groups[:1]
}

// addBattery adds the row of every question, the highest first.
func (m *maker) addBattery(c *Chart, tables []*analysis.Table, parts [][]part) {
	type entry struct {
		row     Row
		high    float64
		records [][]string
	}
	var all []entry
	for i, t := range tables {
		e := entry{high: -1}
		var summed [][]int
		e.row, summed = m.batteryRow(c.Kind, t, parts[i])
		e.row.Label = m.l.Capital(cmp.Or(m.subject(t), t.ID))
		e.records = stackRecords(t, parts[i], 0, &e.row)
		for _, group := range summed {
			e.records = append(e.records, m.summedRecord(t, parts[i], 0, &e.row, group))
		}
		for s, p := range parts[i] {
			if e.row.drawn() && p.Role.side() == highSide {
				e.high = max(e.high, 0) + e.row.Marks[s].Value
			}
		}
		all = append(all, e)
	}
	slices.SortStableFunc(all, func(a, b entry) int { return cmp.Compare(b.high, a.high) })
	for _, e := range all {
		c.Rows = append(c.Rows, e.row)
		for _, r := range e.records {
			r[2] = e.row.Label
			c.Data.Records = append(c.Data.Records, r)
		}
	}
}

// batteryTexts states the figure beside the first rows.
func (m *maker) batteryTexts(c *Chart, tables []*analysis.Table, parts []part) {
	figure := func(r *Row) string {
		if c.Kind == Diverging {
			return r.Totals[highSide]
		}
		return r.Cells[0]
	}
	answers := m.highest(parts)
	if groups := topGroups(tables[0], parts, topKey(tables[0])); c.Kind == Stacked && groups != nil {
		answers = labels(parts, groups[0])
		for i := range answers {
			answers[i] = m.l.Small(answers[i])
		}
	} else if c.Kind == Stacked {
		figure = func(r *Row) string { return r.Marks[0].Label }
		answers = []string{m.l.Small(parts[0].Label)}
	}
	c.Title = m.l.ChartTop(c.Rows[0].Label, figure(&c.Rows[0]), answers)
	for i := range c.Rows[1:min(3, len(c.Rows))] {
		if r := &c.Rows[1+i]; r.drawn() {
			c.Title += m.l.ChartAlso(r.Label, figure(r))
		}
	}
	base := m.l.ChartOfAnswered()
	if k := tables[0].Base.Kind; !slices.ContainsFunc(tables, func(t *analysis.Table) bool { return t.Base.Kind != k }) && k != analysis.BaseNonUsers {
		base = m.l.ChartBase(string(k), "", 0)
	}
	c.Subtitle = m.l.ChartBattery(string(tables[0].Topic)) + " " + base
	m.stackNotes(c)
	kind := m.words.StackedKind
	if c.Kind == Diverging {
		kind = m.l.ChartDivergingKind()
	}
	m.finish(c, kind)
}

// samePoint reports whether two parts are the same point of a scale.
func samePoint(a, b part) bool { return a.Label == b.Label && a.Role == b.Role }

// batteries returns the tables of a topic that share a scale, two or more each.
func (m *maker) batteries(topic analysis.Topic) [][]*analysis.Table {
	var all [][]*analysis.Table
	var scales [][]part
	for i := range m.study.Tables {
		t := &m.study.Tables[i]
		parts := m.scaled(t)
		if t.Topic != topic || parts == nil {
			continue
		}
		at := slices.IndexFunc(scales, func(s []part) bool {
			return slices.EqualFunc(s, parts, samePoint)
		})
		if at < 0 {
			scales, all = append(scales, parts), append(all, nil)
			at = len(all) - 1
		}
		all[at] = append(all[at], t)
	}
	return slices.DeleteFunc(all, func(g []*analysis.Table) bool { return len(g) < 2 })
}
