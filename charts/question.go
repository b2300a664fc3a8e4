package charts

import (
	"cmp"
	"errors"
	"slices"
	"strings"
	"unicode/utf8"

	"benchmark/analysis"
	"benchmark/survey"
	"benchmark/survey/locale"
)

// mostSeries is the number of answers up to which a bar can be divided into
// colours that everyone can tell apart, don't know aside.
const mostSeries = 5

// mostPoints is the number of points up to which a scale has colours of its own.
const mostPoints = 7

func most(k survey.Kind) int {
	if k == survey.Scale {
		return mostPoints
	}
	return mostSeries
}

// quoted is the number of characters of a question that fits in a headline.
const quoted = 75

// mostRows is the number of answers that a ranked chart shows.
const mostRows = 30

// Question returns the chart of a closed question: bars of 100 % by group when
// one answer could be given, dots on intervals, the most named first, when more
// could, or when there are more answers than colours. Bars by group stand for
// all organisations, by type and by size class, and for who does webcare among
// the users of each channel.
//
// Of a table that is hidden altogether, or that nobody answered, the chart says
// so in words. It returns an error, with the reason, for a table that holds
// neither shares of answers nor the quartiles of a number.
func Question(study *analysis.Study, t *analysis.Table, l *locale.Locale) (Chart, error) {
	return Of(study, t, 0, l)
}

// shareRows returns the positions of the rows that are shares of the base and
// no sum of others.
func shareRows(t *analysis.Table) []int {
	var rows []int
	for r := range t.Rows {
		if t.Rows[r].Measure == analysis.Share && !t.Rows[r].Net {
			rows = append(rows, r)
		}
	}
	return rows
}

// parts returns the series of a question with one answer, or nil when the
// answers are too many or do not exclude each other.
func (m *maker) parts(t *analysis.Table, rows []int) []part {
	q := m.question(t)
	if q == nil || q.Kind != survey.Single && q.Kind != survey.Scale || t.Topic == analysis.Channels {
		return nil
	}
	var named, last []part
	points := 0
	for _, r := range rows {
		row, o := &t.Rows[r], m.option(t, t.Rows[r].Key)
		if o == nil || o.OutOfBase {
			continue
		}
		p := part{Series{Key: row.Key, Label: m.l.Capital(row.Label), Role: Rest}, []int{r}}
		switch {
		case row.DontKnow:
			p.Role = Unknown
			last = append(last, p)
		case row.Other || q.Kind == survey.Scale && o.Score == 0:
			last = slices.Insert(last, 0, p)
		default:
			points++
			named = append(named, p)
		}
	}
	if points < 1 || points > most(q.Kind) || len(last) > 2 || len(last) == 2 && last[0].Role == last[1].Role {
		return nil
	}
	if q.Kind == survey.Scale {
		slices.SortStableFunc(named, func(a, b part) int {
			return cmp.Compare(m.option(t, b.Key).Score, m.option(t, a.Key).Score)
		})
	}
	for i := range named {
		named[i].Role = partRole(q.Kind, i, points)
	}
	m.ownerRoles(t, named)
	return append(named, last...)
}

// partRole returns the colour of the i-th of n answers, the highest point of a
// scale first. Of two answers, such as yes and no, the second steps back.
func partRole(k survey.Kind, i, n int) Role {
	switch {
	case k != survey.Scale && n == 2:
		return [...]Role{First, Rest}[i]
	case k != survey.Scale:
		return First + Role(i)
	}
	scales := [...][]Role{
		1: {ScaleHighest},
		2: {ScaleHighest, ScaleLowest},
		3: {ScaleHighest, ScaleMiddle, ScaleLowest},
		4: {ScaleHighest, ScaleHigh, ScaleLow, ScaleLowest},
		5: {ScaleHighest, ScaleHigh, ScaleMiddle, ScaleLow, ScaleLowest},
		6: {ScaleHighest, FineHigher, FineHigh, FineLow, FineLower, ScaleLowest},
		7: {ScaleHighest, FineHigher, FineHigh, ScaleMiddle, FineLow, FineLower, ScaleLowest},
	}
	return scales[n][i]
}

// ownerRoles gives the departments that do webcare the same colours and order in
// every survey: the contact centre at the left, so that it can be compared by
// length. It leaves parts as they are when the contact centre is not among them or
// a department is there twice.
func (m *maker) ownerRoles(t *analysis.Table, parts []part) {
	known := map[string]Role{survey.ContactCentre: First, survey.Mixed: Third, survey.Communication: Second}
	order := []string{survey.ContactCentre, survey.Mixed, survey.Communication, ""}
	place := make(map[string]int, len(parts))
	seen := map[string]bool{}
	for _, p := range parts {
		means := t.Rows[p.rows[0]].Means
		if _, ok := known[means]; !ok {
			means = ""
		} else if seen[means] {
			return
		}
		seen[means] = true
		place[p.Key] = slices.Index(order, means)
	}
	if t.Topic != analysis.Ownership || !seen[survey.ContactCentre] || len(parts) > mostSeries {
		return
	}
	slices.SortStableFunc(parts, func(a, b part) int { return cmp.Compare(place[a.Key], place[b.Key]) })
	free := []Role{Fourth, Fifth}
	for _, spare := range []string{survey.Mixed, survey.Communication} {
		if !seen[spare] {
			free = append(free, known[spare])
		}
	}
	for i := range parts {
		if role, ok := known[t.Rows[parts[i].rows[0]].Means]; ok {
			parts[i].Role = role
			continue
		}
		parts[i].Role, free = free[0], free[1:]
	}
}

// stackedQuestion returns bars of 100 % by group; of a scale with the two highest
// points together beside them.
func (m *maker) stackedQuestion(t *analysis.Table, parts []part) (Chart, error) {
	c := m.start(Stacked, t.ID)
	parts = m.withUnsplit(t, parts)
	c.Series, c.Data.Header = series(parts), header()
	c.Columns = []Column{{Heading: m.words.Answers}}
	groups := topGroups(t, parts, topKey(t))
	if groups != nil {
		c.Columns = []Column{{Heading: m.l.Small(m.sideName(labels(parts, groups[0]), true)), Strong: true}, c.Columns[0]}
	}
	round := m.rounded(t, parts)
	err := m.addStacks(&c, t, parts, func(g int) Row {
		row := m.stackRow(t, parts, g, round)
		if row.drawn() {
			row.Cells = []string{m.l.Integer(row.N)}
			if groups != nil {
				row.Cells = []string{m.summed(&row, groups[0], round), row.Cells[0]}
			}
		}
		return row
	}, func(g int, row *Row) [][]string {
		if groups == nil {
			return nil
		}
		return [][]string{m.summedRecord(t, parts, g, row, groups[0])}
	})
	switch {
	case errors.Is(err, errNothingShown):
		return m.without(t, Stacked), nil
	case err != nil:
		return Chart{}, err
	}
	c.Title = m.stackedTitle(t, parts, &c.Rows[0])
	left := m.withoutHidden(&c)
	m.stackTexts(&c, t)
	if len(left) > 0 {
		c.Notes = append(c.Notes, m.l.ChartNotDrawnBy(left))
	}
	m.finish(&c, m.words.StackedKind)
	return c, nil
}

// errNothingShown says that the figures for all organisations are not shown.
var errNothingShown = errors.New("the figures for all organisations are not shown")

// addStacks adds a row for every group that has one, under headings, and its
// figures.
func (m *maker) addStacks(c *Chart, t *analysis.Table, parts []part, stack func(g int) Row, more func(g int, row *Row) [][]string) error {
	last := t.Groups[0].Breakdown
	for g := range t.Groups {
		if !m.charted(t, g) {
			continue
		}
		if id := t.Groups[g].Breakdown; id != last && id != analysis.UsersBreakdown {
			last = id
			c.Rows = append(c.Rows, Row{Label: m.l.Capital(m.heading(t, id)), Heading: true})
		}
		row := stack(g)
		row.Emphasis = g == 0
		if !row.whole() {
			return fault(c.Name, "the answers of %q in table %s do not add up to 100%%", row.Label, t.ID)
		}
		c.Rows = append(c.Rows, row)
		c.Data.Records = append(c.Data.Records, stackRecords(t, parts, g, &row)...)
		c.Data.Records = append(c.Data.Records, more(g, &row)...)
	}
	if len(c.Rows) == 0 || !c.Rows[0].drawn() {
		return errNothingShown
	}
	return nil
}

// stackTexts adds the subtitle and the notes of a question with one answer.
func (m *maker) stackTexts(c *Chart, t *analysis.Table) {
	c.Subtitle = m.l.ChartBase(string(t.Base.Kind), t.Base.Channel, 0)
	if !strings.Contains(c.Title, strings.TrimSpace(t.Text)) {
		c.Subtitle = m.asked(t, c.Subtitle)
	}
	if t.Topic == analysis.AdoptionTopic {
		c.Notes = m.restNote([]*analysis.Table{t})
	}
	m.stackNotes(c)
}

// charted reports whether a group has a bar: the total, types and size classes,
// and for webcare the users of channels instead.
func (m *maker) charted(t *analysis.Table, g int) bool {
	group := &t.Groups[g]
	if m.split != nil {
		return g == 0 || slices.Contains(m.split, group.Breakdown)
	}
	if t.Topic == analysis.Ownership {
		return g == 0 || group.Breakdown == analysis.UsersBreakdown
	}
	return g == 0 || group.Role == survey.BodyType || group.Role == survey.SizeClass
}

// stackedTitle states the two highest points of a scale together, or the two
// answers that were given most.
func (m *maker) stackedTitle(t *analysis.Table, parts []part, total *Row) string {
	if t.Topic == analysis.AdoptionTopic {
		return m.l.ChartUses(t.Channel, total.Marks[0].Value)
	}
	if title := cmp.Or(m.topTitle(t), m.changeTitle(t), m.ownerTitle(t)); title != "" {
		return title
	}
	var order []int
	for i := range parts {
		if parts[i].rows != nil && !total.Marks[i].absent() {
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(total.Marks[b].Value, total.Marks[a].Value) })
	if yes := slices.IndexFunc(order, func(i int) bool {
		said, known := locale.YesOrNo(t.Rows[parts[i].rows[0]].Label)
		return known && said
	}); yes > 0 { // what was asked for comes first, however seldom
		order = slices.Insert(slices.Delete(slices.Clone(order), yes, yes+1), 0, order[yes])
	}
	var shares, answers []string
	for _, i := range order[:min(2, len(order))] {
		shares, answers = append(shares, total.Marks[i].Label), append(answers, t.Rows[parts[i].rows[0]].Label)
	}
	q := strings.TrimSpace(t.Text)
	if named := t.Channel == "" && t.Title != t.Text; !named && strings.HasSuffix(q, "?") && utf8.RuneCountInString(q) <= quoted {
		return m.l.ChartAnswered(q, shares, answers)
	}
	return m.l.ChartChose(m.subject(t), shares, answers)
}

// topTitle states the share of the two highest points of a scale, or returns ""
// when there is no such figure.
func (m *maker) topTitle(t *analysis.Table) string {
	r := t.Row(analysis.KeyTopTwo, analysis.Share)
	if r < 0 || t.Total(r).Status != analysis.Estimated {
		return ""
	}
	answers := m.topAnswers(t)
	if len(answers) == 0 {
		return ""
	}
	return m.l.ChartTop(m.subject(t), m.percent(t.Total(r).Value), answers)
}

// topAnswers are the two highest points of a scale, the highest first.
func (m *maker) topAnswers(t *analysis.Table) []string {
	r := t.Row(analysis.KeyTopTwo, analysis.Share)
	if r < 0 {
		return nil
	}
	var answers []string
	for _, key := range slices.Backward(t.Rows[r].Of) {
		if at := t.Row(key, analysis.Share); at >= 0 {
			answers = append(answers, m.l.Small(m.rowLabel(&t.Rows[at])))
		}
	}
	return answers
}
