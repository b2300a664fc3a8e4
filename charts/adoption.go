package charts

import (
	"cmp"
	"slices"

	"benchmark/analysis"
	"benchmark/survey"
	"benchmark/survey/locale"
)

// Adoption returns the chart of how far every channel is: a bar a channel, the
// most used first, with who uses it now, who surely and who very likely starts
// within a year, and everyone else. It returns an error when no channel has
// figures that may be shown.
func Adoption(study *analysis.Study, l *locale.Locale) (Chart, error) {
	m := newMaker(study, l)
	var tables []*analysis.Table
	for i := range study.Tables {
		if t := &study.Tables[i]; t.Topic == analysis.AdoptionTopic && t.Meaning(survey.Uses) >= 0 {
			tables = append(tables, t)
		}
	}
	return m.adoption(tables)
}

// adoption returns the chart of the channels of tables.
func (m *maker) adoption(tables []*analysis.Table) (Chart, error) {
	l, c := m.l, m.start(Stacked, "adoption-by-channel")
	if len(tables) == 0 {
		return Chart{}, fault(c.Name, "no question asks how far a channel is: give one the role %q in the codebook", survey.Adoption)
	}
	slices.SortStableFunc(tables, func(a, b *analysis.Table) int { return cmp.Compare(usesOf(b), usesOf(a)) })
	if usesOf(tables[0]) < 0 {
		empty := m.without(tables[0], Stacked)
		empty.Name, empty.Title, empty.Subtitle = c.Name, l.ChartEmptyTitle(l.ChartChannelsBy(nil), "hidden-small"), l.ChartEmptyBase()
		return empty, nil
	}
	base := commonBase(tables)
	c.Data.Header = header()
	for _, t := range tables {
		parts := m.stages(t)
		c.Series = series(parts)
		row := m.stackRow(t, parts, 0, m.rounded(t, parts))
		row.Label = l.Capital(t.Channel)
		if base == 0 && row.drawn() {
			row.Sub = l.ChartN(row.N)
		}
		c.Rows = append(c.Rows, row)
		c.Data.Records = append(c.Data.Records, stackRecords(t, parts, 0, &row)...)
	}
	c.Title = m.adoptionTitle(tables)
	c.Subtitle = l.ChartUse() + " " + l.ChartBase(string(tables[0].Base.Kind), tables[0].Base.Channel, base)
	c.Notes = append(c.Notes, m.restNote(tables)...)
	m.stackNotes(&c)
	m.finish(&c, m.words.StackedKind)
	return c, nil
}

// usesOf returns the share that uses the channel of an adoption table, or -1
// when it may not be shown.
func usesOf(t *analysis.Table) float64 {
	if e := t.Total(t.Meaning(survey.Uses)); e.Status == analysis.Estimated {
		return e.Value
	}
	return -1
}

// commonBase returns the base that all tables have, or 0 when they differ.
func commonBase(tables []*analysis.Table) int {
	for _, t := range tables[1:] {
		if t.Account.Base != tables[0].Account.Base {
			return 0
		}
	}
	return tables[0].Account.Base
}

// restKey is the key of the part that adds up all other answers.
const restKey = "rest"

// stages returns the parts of an adoption bar. The last adds up every answer
// that is not one of the first three.
func (m *maker) stages(t *analysis.Table) []part {
	parts := []part{
		{Series: Series{Key: survey.Uses, Label: m.words.Uses, Role: StageUses}},
		{Series: Series{Key: survey.Surely, Label: m.words.Surely, Role: StageSurely}},
		{Series: Series{Key: survey.Likely, Label: m.words.Likely, Role: StageLikely}},
		{Series: Series{Key: restKey, Label: m.words.Rest, Role: Rest}},
	}
	for r := range t.Rows {
		row := &t.Rows[r]
		if row.Net || row.Measure != analysis.Share {
			continue
		}
		at := slices.IndexFunc(parts[:3], func(p part) bool { return p.Key == row.Means })
		if at < 0 {
			at = 3
		}
		parts[at].rows = append(parts[at].rows, r)
	}
	return parts
}

func series(parts []part) []Series {
	all := make([]Series, len(parts))
	for i := range parts {
		all[i] = parts[i].Series
	}
	return all
}

// adoptionTitle states the use of the first channels.
func (m *maker) adoptionTitle(tables []*analysis.Table) string {
	title := m.l.ChartUses(tables[0].Channel, usesOf(tables[0]))
	for _, t := range tables[1:min(3, len(tables))] {
		if uses := usesOf(t); uses >= 0 {
			title += m.l.ChartAlso(t.Channel, m.percent(uses))
		}
	}
	return title
}

// restNote says which answers the last segment adds up.
func (m *maker) restNote(tables []*analysis.Table) []string {
	var answers []string
	for _, t := range tables {
		for _, r := range m.stages(t)[3].rows {
			answer := m.l.ChartStage(t.Rows[r].Means)
			if answer == "" {
				answer = m.rowLabel(&t.Rows[r])
			}
			if !slices.Contains(answers, answer) {
				answers = append(answers, answer)
			}
		}
	}
	if len(answers) == 0 {
		return nil
	}
	return []string{m.notes.Rest(answers)}
}
