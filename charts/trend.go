package charts

import (
	"cmp"
	"math"
	"slices"

	"benchmark/analysis"
	"benchmark/survey/locale"
)

// mostTrends is the number of lines that colours and shapes can tell apart.
const mostTrends = 6

// Trend is what a chart over time shows: figures at moments, a line each.
type Trend struct {
	// Name is the base file name of the chart.
	Name string
	// About is what all lines are about, in a few words ("Gebruik van kanalen"), for
	// the headline of more lines. Subtitle says what is measured, and of whom.
	About, Subtitle string
	// Moments are in the order of time.
	Moments []Moment
	// Series are the lines: one to six.
	Series []TrendLine
	// Number says that the figures are numbers and not shares, and Whole that these
	// numbers count something.
	Number, Whole bool
	// Expected follows the expected figures of one line, such as the name of a
	// scenario; empty: the word for expected.
	Expected string
	// Source and Notes are whole sentences.
	Source string
	Notes  []string
}

// Moment is when something was measured, or is expected.
type Moment struct {
	// At is the moment on the axis, in years with their fraction or any other unit;
	// moments are as far apart in the chart as At says.
	At    float64
	Label string
	// N is the number of answers at the moment; 0 leaves it out.
	N int
	// Forecast moments are expected and not measured; they come last.
	Forecast bool
	// Break says that figures can't be compared with those of the moment before, and
	// Why says why in a few words ("andere vraag"). For the first forecast moment Why
	// says what the forecast rests on.
	Break bool
	Why   string
}

// TrendLine is one line of a Trend.
type TrendLine struct {
	Label string
	// Figures has one estimate for every moment; one without a value is a gap, with
	// words under its moment.
	Figures []analysis.Estimate
	// Verdict is what the test says of the last measured figure against the first
	// one that it can be compared with: the first, or the first since a break. The
	// zero Verdict: not tested.
	Verdict analysis.Verdict
}

// Chart returns the figures as Lines. It returns an error when there is no
// figure, when a line has not one for each moment, or with more than six lines.
func (t *Trend) Chart(l *locale.Locale) (Chart, error) { return t.chart(Lines, l) }

// Slope returns the figures of two moments as a Slope.
func (t *Trend) Slope(l *locale.Locale) (Chart, error) {
	if len(t.Moments) != 2 {
		return Chart{}, fault(t.Name, "a slope has 2 moments, not %d", len(t.Moments))
	}
	return t.chart(Slope, l)
}

func (t *Trend) chart(kind Kind, l *locale.Locale) (Chart, error) {
	m := maker{l: l, words: l.ChartWords(), notes: l.ChartNotes()}
	if err := t.check(); err != nil {
		return Chart{}, err
	}
	words := l.ChartLines()
	c := Chart{Kind: kind, Name: slug(t.Name), Language: l.Tag, Subtitle: t.Subtitle, Source: t.Source, Omitted: words.Omitted, Data: Data{Header: header()}}
	if len(t.Series) > 1 {
		for s := range t.Series {
			c.Series = append(c.Series, Series{Key: slug(t.Series[s].Label), Label: t.Series[s].Label, Role: LineFirst + Role(s)})
		}
	}
	last := t.lastMeasured()
	for i := range t.Moments {
		c.Rows = append(c.Rows, m.momentRow(t, i, i == last))
		for s := range t.Series {
			c.Data.Records = append(c.Data.Records, record(&analysis.Group{Breakdown: "moment", Level: number(t.Moments[i].At)},
				t.Moments[i].Label, t.Series[s].Label, &t.Series[s].Figures[i]))
		}
	}
	t.scale(&c, l)
	c.Title = t.title(&m)
	c.Notes = append(t.notes(&m, &c), t.Notes...)
	kindWords := words.LinesKind
	if kind == Slope {
		kindWords = words.SlopeKind
	}
	c.Alt = l.ChartAlt(kindWords, c.Title, c.Subtitle, m.lineTexts(t, &c), c.Name+".csv")
	return c, nil
}

// check refuses a trend that can not be drawn.
func (t *Trend) check() error {
	if len(t.Series) == 0 || len(t.Series) > mostTrends {
		return fault(t.Name, "%d lines: choose 1 to %d", len(t.Series), mostTrends)
	}
	found := false
	for s := range t.Series {
		line := &t.Series[s]
		if len(line.Figures) != len(t.Moments) {
			return fault(t.Name, "%q has %d figures for %d moments", line.Label, len(line.Figures), len(t.Moments))
		}
		for i := range line.Figures {
			found = found || line.Figures[i].Status == analysis.Estimated
		}
	}
	if !found {
		return fault(t.Name, "no figure may be shown")
	}
	return nil
}

// lastMeasured returns the last moment that is no forecast, or -1.
func (t *Trend) lastMeasured() int {
	for i := range slices.Backward(t.Moments) {
		if !t.Moments[i].Forecast {
			return i
		}
	}
	return -1
}

// momentRow returns the row of a moment.
func (m *maker) momentRow(t *Trend, i int, last bool) Row {
	at := &t.Moments[i]
	row := Row{Label: at.Label, At: at.At, Forecast: at.Forecast, Break: at.Break, Why: at.Why, Emphasis: last && i+1 < len(t.Moments), Status: analysis.Estimated}
	if at.Break {
		row.Why = m.l.ChartBreak(at.Why)
	}
	if at.N > 0 {
		row.N, row.Sub = at.N, m.l.ChartN(at.N)
	}
	words := m.l.ChartLines()
	for s := range t.Series {
		e := &t.Series[s].Figures[i]
		if e.Status != analysis.Estimated {
			said := m.missing(e.Status)
			if e.Status == analysis.NotEstimated || e.Status == analysis.Unknown {
				said = words.NotAsked
			}
			row.Marks = append(row.Marks, Mark{Status: e.Status, Words: said})
			continue
		}
		label := m.lineFigure(t, e.Value)
		if at.Forecast && len(t.Series) == 1 {
			label += " " + cmp.Or(t.Expected, words.Expected)
		}
		mark := Mark{Value: e.Value, Label: label, Tentative: e.Base > 0 && e.Base < analysis.FewAnswers}
		if e.Method != analysis.NoInterval {
			mark.Low, mark.High, mark.Interval = min(e.Low, e.Value), max(e.High, e.Value), true
			mark.LowLabel, mark.HighLabel = words.Low(m.lineFigure(t, mark.Low)), words.High(m.lineFigure(t, mark.High))
		}
		row.Marks = append(row.Marks, mark)
	}
	return row
}

// lineFigure prints a figure of a trend.
func (m *maker) lineFigure(t *Trend, v float64) string {
	switch {
	case !t.Number:
		return m.percent(v)
	case t.highest() >= 100 || t.Whole:
		return m.l.Decimal(v, 0)
	case t.highest() >= 10:
		return m.l.Decimal(v, 1)
	}
	return m.l.Number(v)
}

// highest returns the highest figure.
func (t *Trend) highest() float64 {
	highest := 0.0
	for s := range t.Series {
		for i := range t.Series[s].Figures {
			highest = max(highest, t.Series[s].Figures[i].Value)
		}
	}
	return highest
}

// scale lets the axis run from zero to a round figure over the highest mark.
func (t *Trend) scale(c *Chart, l *locale.Locale) {
	highest := 0.0
	for i := range c.Rows {
		for _, m := range c.Rows[i].Marks {
			highest = math.Max(highest, math.Max(m.Value, m.High))
		}
	}
	unit := 100.0
	if t.Number {
		unit = 1
	}
	if least := leastAxis / unit; highest < least { // next to nothing needs no microscope
		highest = least
	}
	step, n := roundSteps(highest * unit)
	if t.Whole && step < 1 {
		step, n = 1, int(math.Ceil(highest-1e-9))
	}
	c.Ticks = nil
	for k := range n + 1 {
		v := float64(k) * step / unit
		label := l.Percent(v, max(0, int(math.Ceil(-math.Log10(step)-1e-9))))
		if t.Number {
			label = l.Number(v)
		}
		c.Ticks = append(c.Ticks, Tick{v, label})
	}
	c.Maximum = c.Ticks[n].Value
}

// leastAxis is the end of the shortest axis, in percent or in the unit of numbers.
const leastAxis = 1.0

// roundSteps returns a round step and how many of them reach the highest value: at
// most six.
func roundSteps(highest float64) (step float64, n int) {
	if !(highest > 0) {
		return 1, 1
	}
	step = math.Pow(10, math.Floor(math.Log10(highest/6)))
	for _, times := range []float64{1, 2, 5, 10} {
		if n = int(math.Ceil(highest/(step*times) - 1e-9)); n <= 6 {
			return step * times, n
		}
	}
	return 10 * step, n
}

// span returns the moments that a line's verdict compares; equal when there is
// one figure only.
func (t *Trend) span(s int) (from, to int) {
	from, to = -1, -1
	for i := range t.Moments {
		if t.Moments[i].Break {
			from = -1
		}
		if t.Moments[i].Forecast || t.Series[s].Figures[i].Status != analysis.Estimated {
			continue
		}
		if to = i; from < 0 {
			from = i
		}
	}
	if from < 0 {
		from = to
	}
	return from, to
}

// title states the figures of one line, or which of more lines are shown to rise
// or fall.
func (t *Trend) title(m *maker) string {
	if len(t.Series) > 1 {
		var up, down []string
		tested := false
		for s := range t.Series {
			o := outcome(t.Series[s].Verdict, Neutral)
			tested = tested || o.Direction != NotTested
			switch o.Direction {
			case Up:
				up = append(up, t.Series[s].Label)
			case Down:
				down = append(down, t.Series[s].Label)
			}
		}
		if !tested {
			return t.About + ", " + t.Moments[0].Label + " – " + t.Moments[max(0, t.lastMeasured())].Label
		}
		return m.l.ChartPairsTitle(t.About, up, down, tested, true)
	}
	line := &t.Series[0]
	from, to := t.span(0)
	figure := func(i int) locale.ChartMoment {
		if i < 0 {
			return locale.ChartMoment{}
		}
		return locale.ChartMoment{Figure: m.lineFigure(t, line.Figures[i].Value), Label: t.Moments[i].Label}
	}
	expected := locale.ChartMoment{}
	for i := range t.Moments {
		if t.Moments[i].Forecast && line.Figures[i].Status == analysis.Estimated {
			expected = figure(i)
		}
	}
	o := outcome(line.Verdict, Neutral)
	if from == to {
		return m.l.ChartTrendTitle(line.Label, locale.ChartMoment{}, figure(to), expected, false, false, false)
	}
	return m.l.ChartTrendTitle(line.Label, figure(from), figure(to), expected, o.Direction == Up, o.Direction == Down, o.Direction == Undecided)
}

// notes explain breaks, forecasts, intervals and open markers.
func (t *Trend) notes(m *maker, c *Chart) []string {
	words := m.l.ChartLines()
	var notes []string
	breaks, forecast, few, intervals, level := false, false, false, false, 0.0
	for i := range c.Rows {
		breaks = breaks || c.Rows[i].Break && i > 0
		forecast = forecast || c.Rows[i].Forecast
		for s, mark := range c.Rows[i].Marks {
			few = few || mark.Tentative
			intervals = intervals || mark.Interval && !c.Rows[i].Forecast
			level = max(level, t.Series[s].Figures[i].Level)
		}
	}
	if forecast {
		notes = append(notes, words.Dashed)
	}
	if breaks {
		notes = append(notes, words.Broken)
	}
	switch {
	case intervals && len(t.Series) <= mostForBars:
		notes = append(notes, words.Upright(m.l.Number(100*level)))
	case intervals:
		notes = append(notes, m.notes.Margins)
	}
	if few {
		notes = append(notes, m.l.ChartVersus().OpenMarks(m.l.Integer(analysis.FewAnswers)))
	}
	return append(notes, m.l.ChartHidden(hiddenMarks(c), analysis.MinimumAnswers)...)
}

// hiddenMarks reports whether any figure is hidden.
func hiddenMarks(c *Chart) bool {
	for i := range c.Rows {
		for _, m := range c.Rows[i].Marks {
			if m.Status.Hidden() {
				return true
			}
		}
	}
	return false
}

// lineTexts are the lines in words.
func (m *maker) lineTexts(t *Trend, c *Chart) []string {
	rows := make([]string, len(t.Series))
	for s := range t.Series {
		text := t.Series[s].Label + ":"
		if t.Series[s].Label == "" {
			text = ""
		}
		for i := range c.Rows {
			mark := &c.Rows[i].Marks[s]
			said := mark.Label
			if mark.absent() {
				said = mark.Words
			}
			if i > 0 {
				text += ","
			}
			text += " " + c.Rows[i].Label + " " + said
			if c.Rows[i].Forecast && !mark.absent() && len(t.Series) > 1 {
				text += " (" + m.l.ChartLines().Expected + ")"
			}
		}
		rows[s] = text
	}
	return rows
}
