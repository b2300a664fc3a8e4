package charts

import (
	"errors"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"benchmark/analysis"
	"benchmark/survey"
)

// scaled returns the parts of a question on a scale, or nil.
func (m *maker) scaled(t *analysis.Table) []part {
	q := m.question(t)
	if q == nil || q.Kind != survey.Scale {
		return nil
	}
	return m.parts(t, shareRows(t))
}

// divergent reports whether a table can be drawn as a Diverging chart.
func (m *maker) divergent(t *analysis.Table) bool {
	parts := m.scaled(t)
	low, high := false, false
	for _, p := range parts {
		low, high = low || p.Role.side() == lowSide, high || p.Role.side() == highSide
	}
	return low && high
}

// divergingParts puts the parts of a scale in the order of a Diverging chart:
// from the lowest to the highest, and what stands apart.
func divergingParts(parts []part) []part {
	var low, high, apart []part
	for _, p := range parts {
		switch p.Role.side() {
		case lowSide:
			low = slices.Insert(low, 0, p)
		case highSide:
			high = slices.Insert(high, 0, p)
		default:
			apart = append(apart, p)
		}
	}
	return slices.Concat(low, high, apart)
}

// sides returns the parts of each side as groups of positions, and every part
// that stands apart as one of its own.
func sides(parts []part) [][]int {
	groups := make([][]int, 2)
	for i, p := range parts {
		if s := p.Role.side(); s != apartSide {
			groups[s] = append(groups[s], i)
		} else {
			groups = append(groups, []int{i})
		}
	}
	return groups
}

// topGroups returns the parts that a net adds up as the first group, and every
// other part as one of its own; nil when there is no such net.
func topGroups(t *analysis.Table, parts []part, key string) [][]int {
	r := t.Row(key, analysis.Share)
	if r < 0 {
		return nil
	}
	groups := make([][]int, 1)
	for i, p := range parts {
		if slices.Contains(t.Rows[r].Of, p.Key) {
			groups[0] = append(groups[0], i)
		} else {
			groups = append(groups, []int{i})
		}
	}
	if len(groups[0]) != len(t.Rows[r].Of) {
		return nil
	}
	return groups
}

// topKey returns the key of the net that sums up a scale: the two highest points,
// or what rose.
func topKey(t *analysis.Table) string {
	for _, key := range []string{analysis.KeyTopTwo, analysis.KeyRise} {
		if t.Row(key, analysis.Share) >= 0 {
			return key
		}
	}
	return ""
}

// sideName names some neighbouring points of a scale: by the words in which all
// their labels end, as in "very satisfied" and "satisfied"; by their numbers, as
// in 5–7; or by their place.
func (m *maker) sideName(labels []string, high bool) string {
	if common := ending(labels); common != "" {
		return m.l.Capital(common)
	}
	numbers := make([]int, 0, len(labels))
	for _, label := range labels {
		n, err := strconv.Atoi(leadingDigits(label))
		if err != nil {
			return m.l.ChartSide(high, len(labels))
		}
		numbers = append(numbers, n)
	}
	return m.l.ChartPoints(slices.Min(numbers), slices.Max(numbers))
}

func leadingDigits(s string) string {
	end := strings.IndexFunc(s, func(r rune) bool { return !unicode.IsDigit(r) })
	if end < 0 {
		return s
	}
	return s[:end]
}

// ending returns the words in which all labels end, or "".
func ending(labels []string) string {
	var common []string
	for i, label := range labels {
		words := strings.Fields(label)
		if i == 0 {
			common = words
			continue
		}
		n := 0
		for n < len(common) && n < len(words) && strings.EqualFold(common[len(common)-1-n], words[len(words)-1-n]) {
			n++
		}
		common = common[len(common)-n:]
	}
	return strings.Join(common, " ")
}

func labels(parts []part, at []int) []string {
	all := make([]string, len(at))
	for i, p := range at {
		all[i] = parts[p].Label
	}
	return all
}

// nestedPercentages rounds shares that add up to 1 to whole percentages that add
// up to 100, so that the parts of a group add up to the percentage of the group.
// Groups holds every position once, and the groups are rounded as
// wholePercentages does; spare is a group, or -1.
func nestedPercentages(shares []float64, groups [][]int, spare int) []int {
	sums := make([]float64, len(groups))
	for g, group := range groups {
		for _, i := range group {
			sums[g] += shares[i]
		}
	}
	whole := make([]int, len(shares))
	for g, total := range wholePercentages(sums, spare) {
		inner := make([]float64, len(groups[g]))
		for k, i := range groups[g] {
			inner[k] = shares[i]
		}
		for k, w := range apportion(inner, total) {
			whole[groups[g][k]] = w
		}
	}
	return whole
}

// largest returns the position of the group, the first few aside, with the
// largest sum, or -1.
func largest(shares []float64, groups [][]int, from int) int {
	at, most := -1, 0.0
	for g := from; g < len(groups); g++ {
		sum := 0.0
		for _, i := range groups[g] {
			sum += shares[i]
		}
		if sum > most {
			at, most = g, sum
		}
	}
	return at
}

// summed prints what some marks of a row add up to, as their own labels do.
func (m *maker) summed(row *Row, group []int, round rounding) string {
	shares := make([]float64, len(row.Marks))
	for i := range row.Marks {
		shares[i] = row.Marks[i].Value
	}
	whole, total, exact := round(shares), 0, 0.0
	for _, i := range group {
		total += whole[i]
		exact += shares[i]
	}
	return m.wholePercent(total, exact)
}

// summedRecord is the record of what some parts add up to: the net of the table
// that does so, with its interval, or the sum.
func (m *maker) summedRecord(t *analysis.Table, parts []part, g int, row *Row, group []int) []string {
	e := analysis.Estimate{Status: row.Status}
	keys := make([]string, len(group))
	for i, p := range group {
		keys[i] = parts[p].Key
		if row.drawn() {
			e.Value += row.Marks[p].Value
			e.Count += t.Cells[parts[p].rows[0]][g].Count
			e.Base = row.N
		}
	}
	for r := range t.Rows {
		if of := t.Rows[r].Of; t.Rows[r].Net && t.Rows[r].Measure == analysis.Share && sameKeys(of, keys) {
			return record(&t.Groups[g], row.Label, t.Rows[r].Key, &t.Cells[r][g])
		}
	}
	return record(&t.Groups[g], row.Label, strings.Join(keys, "+"), &e)
}

func sameKeys(a, b []string) bool {
	a, b = slices.Clone(a), slices.Clone(b)
	slices.Sort(a)
	slices.Sort(b)
	return slices.Equal(a, b)
}

// changeTitle states what rose and what fell, or returns "" for another question.
func (m *maker) changeTitle(t *analysis.Table) string {
	rise, fall := t.Row(analysis.KeyRise, analysis.Share), t.Row(analysis.KeyFall, analysis.Share)
	if rise < 0 || fall < 0 || t.Total(rise).Status != analysis.Estimated || t.Total(fall).Status != analysis.Estimated {
		return ""
	}
	return m.l.ChartChanged(m.subject(t), m.percent(t.Total(rise).Value), m.percent(t.Total(fall).Value))
}

// ownerTitle states in how many organisations the contact centre does webcare,
// and among the users of each channel; "" where this is not known.
func (m *maker) ownerTitle(t *analysis.Table) string {
	r := t.Meaning(survey.ContactCentre)
	if t.Topic != analysis.Ownership || m.split != nil || r < 0 || t.Total(r).Status != analysis.Estimated {
		return ""
	}
	var channels, shares []string
	for g := range t.Groups {
		if e := &t.Cells[r][g]; t.Groups[g].Breakdown == analysis.UsersBreakdown && e.Status == analysis.Estimated {
			channels, shares = append(channels, t.Groups[g].Level), append(shares, m.percent(e.Value))
		}
	}
	if len(channels) == 0 {
		return ""
	}
	return m.l.ChartOwner(m.rowLabel(&t.Rows[r]), m.percent(t.Total(r).Value), channels, shares)
}

// divergingRow returns the bar of one group with what its sides add up to.
func (m *maker) divergingRow(t *analysis.Table, parts []part, g int) Row {
	groups := sides(parts)
	round := func(shares []float64) []int { return nestedPercentages(shares, groups, largest(shares, groups, 2)) }
	row := m.stackRow(t, parts, g, round)
	if row.drawn() {
		row.Cells = []string{m.l.Integer(row.N)}
		row.Totals = [2]string{m.summed(&row, groups[lowSide], round), m.summed(&row, groups[highSide], round)}
	}
	return row
}

// divergingQuestion returns bars left and right of a line by group.
func (m *maker) divergingQuestion(t *analysis.Table) (Chart, error) {
	parts := divergingParts(m.scaled(t))
	c := m.startDiverging(t.ID+" diverging", parts)
	groups := sides(parts)
	err := m.addStacks(&c, t, parts, func(g int) Row { return m.divergingRow(t, parts, g) }, func(g int, row *Row) [][]string {
		return [][]string{m.summedRecord(t, parts, g, row, groups[lowSide]), m.summedRecord(t, parts, g, row, groups[highSide])}
	})
	switch {
	case errors.Is(err, errNothingShown):
		return m.without(t, Diverging), nil
	case err != nil:
		return Chart{}, err
	}
	if c.Title = m.changeTitle(t); c.Title == "" {
		c.Title = m.l.ChartTop(m.subject(t), c.Rows[0].Totals[1], m.highest(parts))
	}
	m.stackTexts(&c, t)
	m.finish(&c, m.l.ChartDivergingKind())
	return c, nil
}

// startDiverging returns a chart with its series, its sides and its column.
func (m *maker) startDiverging(name string, parts []part) Chart {
	c := m.start(Diverging, name)
	groups := sides(parts)
	c.Series, c.Data.Header = series(parts), header()
	c.Columns = []Column{{Heading: m.words.Answers}}
	c.Sides = [2]string{m.sideName(labels(parts, groups[lowSide]), false), m.sideName(labels(parts, groups[highSide]), true)}
	return c
}

// highest returns the answers on the high side, the highest first.
func (m *maker) highest(parts []part) []string {
	all := labels(parts, sides(parts)[highSide])
	slices.Reverse(all)
	for i := range all {
		all[i] = m.l.Small(all[i])
	}
	return all
}
