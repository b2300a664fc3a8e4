package charts

import (
	"math"
	"strconv"

	"benchmark/analysis"
	"benchmark/survey"
	"benchmark/survey/locale"
)

// quartiles are the positions of the rows of a table of a number; mean is -1
// where it has none.
type quartiles struct{ lower, median, upper, mean int }

// quartilesOf finds the quartiles of a table; false when it has not all three.
func quartilesOf(t *analysis.Table) (quartiles, bool) {
	q := quartiles{
		t.Row(analysis.KeyLower, analysis.LowerQuartile), t.Row(analysis.KeyMedian, analysis.Median),
		t.Row(analysis.KeyUpper, analysis.UpperQuartile), t.Row(analysis.KeyMean, analysis.Mean),
	}
	return q, q.lower >= 0 && q.median >= 0 && q.upper >= 0
}

// spreadable reports whether a table holds the quartiles of a number.
func (m *maker) spreadable(t *analysis.Table) bool {
	_, ok := quartilesOf(t)
	return ok
}

// numberChart returns a box for all organisations and for each group of the
// breakdowns that have something to compare.
func (m *maker) numberChart(t *analysis.Table) (Chart, error) {
	c := m.start(Distribution, t.ID)
	q, _ := quartilesOf(t)
	all := m.spreadRow(t, q, 0)
	if all.Status != analysis.Estimated {
		return m.without(t, Distribution), nil
	}
	words := m.l.ChartSpreadWords()
	c.Columns = []Column{{Heading: words.MedianHead, Strong: true}, {Heading: words.HalfHead}, {Heading: m.words.Answers}}
	c.Rows = append(c.Rows, all)
	c.Rows[0].Emphasis = true
	drawn, left := m.spreadBreakdowns(t, q)
	for _, id := range drawn {
		if len(drawn) > 1 {
			c.Rows = append(c.Rows, Row{Label: m.l.Capital(m.heading(t, id)), Heading: true})
		}
		for g := range t.Groups {
			if t.Groups[g].Breakdown == id {
				c.Rows = append(c.Rows, m.spreadRow(t, q, g))
			}
		}
	}
	m.spreadData(&c, t)
	m.spreadAxis(&c)
	m.spreadTexts(&c, t, q, left)
	m.finish(&c, m.l.ChartSpreadKind())
	return c, nil
}

// spreadBreakdowns returns the breakdowns of which two groups or more have
// figures, and those that have not. When none has, that by size class is drawn
// all the same, or else the first, to show what is hidden.
func (m *maker) spreadBreakdowns(t *analysis.Table, q quartiles) (drawn, left []string) {
	all := t.Breakdowns()
	if m.split != nil {
		all = m.split
	}
	for _, id := range all {
		shown := 0
		for g := range t.Groups {
			if t.Groups[g].Breakdown == id && t.Cells[q.median][g].Status == analysis.Estimated {
				shown++
			}
		}
		if shown > 1 {
			drawn = append(drawn, id)
		} else {
			left = append(left, id)
		}
	}
	if len(drawn) > 0 || len(all) == 0 {
		return drawn, left
	}
	usual := all[0]
	for _, id := range all {
		if m.role(t, id) == survey.SizeClass {
			usual = id
		}
	}
	left = nil
	for _, id := range all {
		if id != usual {
			left = append(left, id)
		}
	}
	return []string{usual}, left
}

// spreadRow returns the box of one group.
func (m *maker) spreadRow(t *analysis.Table, q quartiles, g int) Row {
	row := Row{Label: m.groupLabel(&t.Groups[g]), Status: analysis.Estimated}
	for _, r := range []int{q.lower, q.median, q.upper} {
		if s := t.Cells[r][g].Status; s != analysis.Estimated {
			row.Status, row.Words = s, m.missing(s)
			return row
		}
	}
	lower, median, upper := &t.Cells[q.lower][g], &t.Cells[q.median][g], &t.Cells[q.upper][g]
	row.N = median.Base
	row.Tentative = row.N < analysis.FewAnswers
	s := &Spread{Q1: lower.Value, Q3: upper.Value}
	if q.mean >= 0 && t.Cells[q.mean][g].Status == analysis.Estimated {
		s.Mean = t.Cells[q.mean][g].Value
		s.HasMean = s.Mean != median.Value
	}
	if t.Spreads != nil {
		one := &t.Spreads[g]
		s.HasWhiskers, s.From, s.To, s.Outliers, s.Points = true, one.From, one.To, one.Outliers, one.Points
	}
	row.Marks = []Mark{{Value: median.Value, Label: m.l.ChartAmount(median.Value), Spread: s}}
	half := m.l.ChartAmounts(s.Q1, s.Q3)
	switch s.Single = row.N < analysis.MinimumAnswers; {
	case s.Single:
		half = "–"
	case s.Q1 == s.Q3:
		half = m.l.ChartAmount(s.Q1)
	}
	row.Cells = []string{row.Marks[0].Label, half, m.l.Integer(row.N)}
	return row
}

// spreadData adds the figures of all groups, drawn or not, and what is drawn
// beyond the boxes.
func (m *maker) spreadData(c *Chart, t *analysis.Table) {
	c.Data.Header = header()
	for g := range t.Groups {
		label := m.groupLabel(&t.Groups[g])
		for r := range t.Rows {
			line := record(&t.Groups[g], label, t.Rows[r].Key, &t.Cells[r][g])
			line[8] = "" // a mean or a quantile counts nobody
			c.Data.Records = append(c.Data.Records, line)
		}
		if t.Spreads == nil || t.Cells[0][g].Status != analysis.Estimated {
			continue
		}
		add := func(series string, value float64) {
			e := analysis.Estimate{Status: analysis.Estimated, Value: value}
			r := record(&t.Groups[g], label, series, &e)
			r[8], r[9] = "", strconv.Itoa(t.Cells[0][g].Base)
			c.Data.Records = append(c.Data.Records, r)
		}
		s := &t.Spreads[g]
		add("whisker-low", s.From)
		add("whisker-high", s.To)
		for _, v := range s.Outliers {
			add("outlier", v)
		}
		for _, v := range s.Points {
			add("answer", v)
		}
	}
}

// spreadAxis gives the axis ticks that hold all that is drawn. It starts at zero
// unless the numbers lie far from it.
func (m *maker) spreadAxis(c *Chart) {
	low, high := math.Inf(1), math.Inf(-1)
	for i := range c.Rows {
		for _, mark := range c.Rows[i].Marks {
			s := mark.Spread
			values := append([]float64{s.Q1, s.Q3, mark.Value}, s.Outliers...)
			if s.HasMean {
				values = append(values, s.Mean)
			}
			if s.HasWhiskers {
				values = append(values, s.From, s.To)
			}
			for _, v := range values {
				low, high = min(low, v), max(high, v)
			}
		}
	}
	if low > 0 && low < 0.6*high {
		low = 0
	}
	if high < 0 && high > 0.6*low {
		high = 0
	}
	var ticks []float64
	ticks, c.Minimum, c.Maximum = niceTicks(low, high)
	decimals := 0
	if len(ticks) > 1 {
		decimals = max(0, int(-math.Floor(math.Log10(ticks[1]-ticks[0])+1e-9)))
	}
	for _, v := range ticks {
		label := m.l.Decimal(v, decimals)
		if c.Maximum >= locale.Million {
			label = m.l.ChartAmount(v)
		}
		c.Ticks = append(c.Ticks, Tick{v, label})
	}
}

// niceTicks returns round values from at or below low to at or above high, four
// to eight of them, in steps of 1, 2 or 5 times a power of ten (Heckbert, Nice
// numbers for graph labels, 1990), with the first and the last. Of low equal to
// high it makes a scale around them.
func niceTicks(low, high float64) (ticks []float64, first, last float64) {
	if low == high {
		if low == 0 {
			high = 1
		} else {
			low, high = min(0, low), max(0, high)
		}
	}
	raw := (high - low) / 5
	power := math.Pow(10, math.Floor(math.Log10(raw)))
	step := 10 * power
	for _, nice := range []float64{1, 2, 5} {
		if nice*power >= raw*(1-1e-9) {
			step = nice * power
			break
		}
	}
	from, to := math.Floor(low/step+1e-9), math.Ceil(high/step-1e-9)
	for i := from; i <= to; i++ {
		ticks = append(ticks, i*step)
	}
	return ticks, ticks[0], ticks[len(ticks)-1]
}

// spreadTexts adds the title, the subtitle, the key and the notes.
func (m *maker) spreadTexts(c *Chart, t *analysis.Table, q quartiles, left []string) {
	total := c.Rows[0].Marks[0]
	mean := ""
	if total.Spread.HasMean {
		mean = m.l.ChartAmount(locale.Round(total.Spread.Mean, 1))
	}
	c.Title = m.l.ChartSpreadTitle(m.subject(t), total.Label, t.Unit, mean, m.differs(t, q))
	c.Subtitle = m.asked(t, m.l.ChartSpreadBase(t.Unit, m.percentOf(t)))
	words := m.l.ChartSpreadWords()
	c.Symbols = []Symbol{{BoxSign, words.Half}, {MedianSign, words.Median}}
	var means, whiskers, outliers, points, few bool
	for i := range c.Rows {
		few = few || c.Rows[i].drawn() && c.Rows[i].Tentative
		for _, mark := range c.Rows[i].Marks {
			s := mark.Spread
			means, whiskers = means || s.HasMean, whiskers || s.HasWhiskers
			outliers, points = outliers || len(s.Outliers) > 0, points || len(s.Points) > 0
		}
	}
	for _, s := range []struct {
		shown bool
		Symbol
	}{
		{means, Symbol{MeanSign, words.Mean}}, {whiskers, Symbol{WhiskerSign, words.Whiskers}},
		{outliers, Symbol{OutlierSign, words.Outlier}}, {points, Symbol{PointSign, words.EachAnswer}},
	} {
		if s.shown {
			c.Symbols = append(c.Symbols, s.Symbol)
		}
	}
	if few {
		c.Notes = append(c.Notes, m.l.ChartOpenBoxes(analysis.FewAnswers))
	}
	c.Notes = append(c.Notes, m.hiddenNotes(c)...)
	if outliers {
		c.Notes = append(c.Notes, m.l.ChartFarFrom())
	}
	if !whiskers {
		c.Notes = append(c.Notes, m.l.ChartNoWhiskers(m.study.Survey.Design.Sampled))
	}
	if len(left) > 0 {
		by := make([]string, len(left))
		for i, id := range left {
			by[i] = m.by(t, id)
		}
		c.Notes = append(c.Notes, m.l.ChartNotDrawnBy(by))
	}
}

// differs names the breakdown by which a test found that the mean differs, or
// returns "" when none did.
func (m *maker) differs(t *analysis.Table, q quartiles) string {
	for i := range m.study.Tests {
		test := &m.study.Tests[i]
		if test.Table == t.ID && q.mean >= 0 && test.Row == t.Rows[q.mean].Key && test.Measure == analysis.Mean &&
			test.Result.Different(1-m.study.Options.Level) {
			return m.by(t, test.Breakdown)
		}
	}
	return ""
}
