package charts

import (
	"cmp"
	"slices"
	"strings"

	"benchmark/analysis"
	"benchmark/survey"
	"benchmark/survey/locale"
)

// mostBeside is the number of series up to which lines under each other can be
// told apart.
const mostBeside = 4

// mostLines is the number of figures that such a chart shows.
const mostLines = 24

// column is one series of a chart of questions or groups beside each other: a
// group of a table.
type column struct {
	table *analysis.Table
	group int
	label string
}

// choice is an answer that columns share, with its row in the table of each, or
// -1 where it could not be chosen.
type choice struct {
	label           string
	rows            []int
	other, dontKnow bool
}

// Beside returns one chart of questions with the same options that were put about
// several channels, such as the barriers to each: a row an answer, the most named
// first, and a series a channel. An answer that only some of the questions offer
// has words in its place for the others.
//
// It returns an error when the tables are fewer than two or more than four, when
// they are not about one topic or share fewer than two answers, and when no figure
// may be shown.
func Beside(study *analysis.Study, tables []*analysis.Table, l *locale.Locale) (Chart, error) {
	m := newMaker(study, l)
	if len(tables) < 2 || len(tables) > mostBeside {
		return Chart{}, fault("beside", "questions beside each other are 2 to %d, not %d", mostBeside, len(tables))
	}
	columns := make([]column, len(tables))
	for i, t := range tables {
		columns[i] = column{t, 0, l.Capital(cmp.Or(t.Channel, m.subject(t), t.ID))}
	}
	first := tables[0]
	for _, t := range tables[1:] {
		if t.Topic != first.Topic || !m.alikeOptions(first, t) {
			return Chart{}, fault(first.ID, "the questions %s and %s do not share their answers", first.ID, t.ID)
		}
	}
	c, choices, err := m.beside(string(first.Topic)+"-by-channel", columns)
	if err != nil {
		return Chart{}, err
	}
	if at := slices.IndexFunc(choices, func(o choice) bool { return !o.other && !o.dontKnow }); at >= 0 {
		var names, shares []string
		for s := range columns {
			if mark := &c.Rows[at].Marks[s]; !mark.absent() {
				names, shares = append(names, cmp.Or(tables[s].Channel, columns[s].label)), append(shares, mark.Label)
			}
		}
		c.Title = l.ChartNamedBeside(string(first.Topic), l.Small(choices[at].label), names, shares)
	}
	c.Subtitle = strings.TrimSpace(l.ChartBesideQuestion(string(first.Topic)) + " " + m.besideBase(columns, ""))
	m.finish(&c, m.words.RankedKind)
	return c, nil
}

// Together returns one chart of several questions: Battery when kind is Stacked
// or Diverging, Beside when it is Ranked, and when it is 0 the one that the
// questions have: one scale or the same answers to tick. How far channels are is
// Stacked as in Adoption.
//
// It returns an error when they have neither, or kind is another one.
func Together(study *analysis.Study, tables []*analysis.Table, kind Kind, l *locale.Locale) (Chart, error) {
	channels := !slices.ContainsFunc(tables, func(t *analysis.Table) bool {
		return t.Topic != analysis.AdoptionTopic || t.Meaning(survey.Uses) < 0
	})
	m := newMaker(study, l)
	switch kind {
	case Stacked, Diverging:
		if channels && kind == Stacked {
			return m.adoption(slices.Clone(tables))
		}
		return Battery(study, tables, kind, l)
	case Ranked:
		return Beside(study, tables, l)
	case 0:
		c, err := Battery(study, tables, Stacked, l)
		if err == nil {
			return c, nil
		}
		if channels && len(tables) > 1 {
			return m.adoption(slices.Clone(tables))
		}
		if len(tables) > 0 && m.scaled(tables[0]) != nil {
			return c, err
		}
		return Beside(study, tables, l)
	}
	return Chart{}, fault("together", "several questions are drawn as %s, not as %s", names([]Kind{Stacked, Diverging, Ranked}), kind)
}

// ByGroup returns one chart of a select-all question in several groups: a row an
// answer and a series a group of the breakdown, of which there are two to four.
//
// It returns an error when there are fewer or more, and when no figure may be
// shown.
func ByGroup(study *analysis.Study, t *analysis.Table, breakdown string, l *locale.Locale) (Chart, error) {
	m := newMaker(study, l)
	var columns []column
	for g := range t.Groups {
		if t.Groups[g].Breakdown == breakdown && breakdown != analysis.TotalBreakdown {
			columns = append(columns, column{t, g, m.groupLabel(&t.Groups[g])})
		}
	}
	if len(columns) < 2 || len(columns) > mostBeside {
		return Chart{}, fault(t.ID, "table %s has %d groups of %q: 2 to %d can stand beside each other", t.ID, len(columns), breakdown, mostBeside)
	}
	c, choices, err := m.beside(t.ID+" answers by "+breakdown, columns)
	if err != nil {
		return Chart{}, err
	}
	var names, shares []string
	for s := range columns {
		if mark := &c.Rows[0].Marks[s]; !mark.absent() {
			names, shares = append(names, columns[s].label), append(shares, mark.Label)
		}
	}
	c.Title = l.ChartNamedByGroup(m.subject(t), choices[0].label, names, shares)
	c.Subtitle = m.asked(t, m.besideBase(columns, t.Text))
	m.finish(&c, m.words.RankedKind)
	return c, nil
}

// alikeOptions reports whether two select-all questions share two of their named
// answers or more, and at least half of all.
func (m *maker) alikeOptions(a, b *analysis.Table) bool {
	for _, t := range []*analysis.Table{a, b} {
		if q := m.question(t); q == nil || q.Kind != survey.Multiple {
			return false
		}
	}
	shared, all := 0, 0
	for _, o := range m.choices([]column{{table: a}, {table: b}}) {
		if o.other || o.dontKnow {
			continue
		}
		all++
		if o.rows[0] >= 0 && o.rows[1] >= 0 {
			shared++
		}
	}
	return shared >= 2 && 2*shared >= all
}

// choices returns the answers of all columns, each once.
func (m *maker) choices(columns []column) []choice {
	var all []choice
	for s, c := range columns {
		for _, r := range shareRows(c.table) {
			row := &c.table.Rows[r]
			if o := m.option(c.table, row.Key); o != nil && o.OutOfBase {
				continue
			}
			label := m.l.Capital(m.rowLabel(row))
			at := slices.IndexFunc(all, func(o choice) bool {
				return strings.EqualFold(o.label, label) || row.Other && o.other || row.DontKnow && o.dontKnow
			})
			if at < 0 {
				o := choice{label: label, rows: make([]int, len(columns)), other: row.Other, dontKnow: row.DontKnow}
				for i := range o.rows {
					o.rows[i] = -1
				}
				all, at = append(all, o), len(all)
			}
			if all[at].rows[s] < 0 {
				all[at].rows[s] = r
			}
		}
	}
	return all
}

// order sorts answers by their mean share, those that stand last aside.
func (o *choice) order(columns []column) (last int, mean float64) {
	n := 0.0
	for s, r := range o.rows {
		if r < 0 {
			continue
		}
		if e := &columns[s].table.Cells[r][columns[s].group]; e.Status == analysis.Estimated {
			mean, n = mean+e.Value, n+1
		}
	}
	switch {
	case n == 0:
		last = 3
	case o.dontKnow:
		last = 2
	case o.other:
		last = 1
	}
	return last, mean / max(n, 1)
}

// beside returns the chart without its texts, and its answers in order.
func (m *maker) beside(name string, columns []column) (Chart, []choice, error) {
	c := m.start(Ranked, name)
	choices := m.choices(columns)
	slices.SortStableFunc(choices, func(a, b choice) int {
		lastA, meanA := a.order(columns)
		lastB, meanB := b.order(columns)
		return cmp.Or(cmp.Compare(lastA, lastB), cmp.Compare(meanB, meanA))
	})
	all := choices
	if most := mostLines / len(columns); len(choices) > most {
		choices = choices[:most-1]
	}
	c.Columns = []Column{{Heading: m.words.Share, Strong: true}, {Heading: m.words.Interval}}
	c.Data.Header = header()
	roles := m.besideRoles(columns)
	bases := make([]int, len(columns))
	shown, few := false, false
	for _, o := range choices {
		row := Row{Label: o.label, Status: analysis.Estimated}
		for s := range columns {
			mark, n := m.besideMark(&columns[s], o.rows[s])
			row.Marks, bases[s] = append(row.Marks, mark), max(bases[s], n)
			shown, few = shown || !mark.absent(), few || mark.Tentative
		}
		c.Rows = append(c.Rows, row)
	}
	if more := len(all) - len(choices); more > 0 {
		c.Rows = append(c.Rows, Row{Label: m.l.ChartMore(more), Words: m.l.ChartSeeData()})
	}
	c.Data.Records = besideRecords(columns, all)
	if !shown {
		return c, nil, fault(name, "every figure is hidden or missing")
	}
	for s := range columns {
		label := columns[s].label
		if bases[s] > 0 {
			label += " (" + m.l.ChartN(bases[s]) + ")"
		}
		c.Series = append(c.Series, Series{slug(columns[s].label), label, roles[s]})
	}
	if few {
		c.Notes = append(c.Notes, m.notes.FewDots(analysis.FewAnswers))
	}
	c.Notes = append(c.Notes, m.hiddenNotes(&c)...)
	return c, choices, nil
}

// besideRoles gives channels the colours that they have in every chart, and
// groups colours in their order.
func (m *maker) besideRoles(columns []column) []Role {
	channels := make([]string, len(columns))
	for i, c := range columns {
		if c.group == 0 {
			channels[i] = c.table.Channel
		}
	}
	return m.channelRoles(channels)
}

// besideRecords returns the figures of all answers in all columns.
func besideRecords(columns []column, choices []choice) [][]string {
	var records [][]string
	for _, o := range choices {
		for s, c := range columns {
			if r := o.rows[s]; r >= 0 {
				records = append(records, record(&c.table.Groups[c.group], o.label, c.label, &c.table.Cells[r][c.group]))
			}
		}
	}
	return records
}

// besideMark returns the figure of one answer in a column and its base.
func (m *maker) besideMark(c *column, r int) (Mark, int) {
	if r < 0 {
		return Mark{Words: m.l.ChartNotOffered()}, 0
	}
	e := &c.table.Cells[r][c.group]
	row := m.estimateRow("", e)
	if !row.drawn() {
		return Mark{Status: e.Status, Words: row.Words}, 0
	}
	mark := row.Marks[0]
	mark.Tentative, mark.Range = row.Tentative, row.Cells[1]
	return mark, e.Base
}

// besideBase says whose percentages the columns are, and that more answers were
// possible unless the wording that is printed says so.
func (m *maker) besideBase(columns []column, wording string) string {
	first := columns[0].table
	base := m.l.ChartOfAnswered()
	same := !slices.ContainsFunc(columns, func(c column) bool {
		return c.table.Base.Kind != first.Base.Kind || c.table.Base.Channel != first.Base.Channel
	})
	if same {
		base = m.l.ChartBase(string(first.Base.Kind), first.Base.Channel, 0)
	}
	base += ", " + m.l.ChartInterval(m.study.Options.Level)
	if !m.l.ChartMultipleSaid(wording) {
		base += "; " + m.l.ChartMultiple()
	}
	return base
}

// besides returns the tables of a topic whose questions share their answers, two
// to four each.
func (m *maker) besides(topic analysis.Topic) [][]*analysis.Table {
	var all [][]*analysis.Table
	for i := range m.study.Tables {
		t := &m.study.Tables[i]
		if t.Topic != topic || t.Channel == "" {
			continue
		}
		at := slices.IndexFunc(all, func(g []*analysis.Table) bool { return len(g) < mostBeside && m.alikeOptions(g[0], t) })
		if at < 0 {
			all, at = append(all, nil), len(all)
		}
		all[at] = append(all[at], t)
	}
	return slices.DeleteFunc(all, func(g []*analysis.Table) bool { return len(g) < 2 })
}
