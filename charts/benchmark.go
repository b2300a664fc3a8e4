package charts

import (
	"cmp"
	"strings"

	"benchmark/analysis"
	"benchmark/survey/locale"
)

// Comparing is what a chart of one organisation, or one group, beside others
// shows: an indicator a row.
type Comparing struct {
	// Name is the base file name of the chart.
	Name string
	// Own names the organisation or group, Peers those that are like it ("Gemeenten
	// van 50.000–99.999 inwoners") and Everyone all: each as it stands in the key.
	// An empty Peers or Everyone leaves it out.
	Own, Peers, Everyone string
	// PeersN and EveryoneN are the numbers of organisations behind Peers and
	// Everyone; 0 when they differ by indicator or are hidden.
	PeersN, EveryoneN int
	// Group says that Own is a group and not one organisation, so that the chart
	// does not speak of "your organisation".
	Group      bool
	Indicators []Indicator
	// Title is the headline of who knows more than the verdicts of the indicators
	// tell; empty: they make it.
	Title string
	// Source and Notes are whole sentences.
	Source string
	Notes  []string
}

// Indicator is a row of Comparing. All its figures are shares.
type Indicator struct {
	// Heading is what indicators under each other belong to; a new one begins a
	// group of rows. Label names the indicator.
	Heading, Label string
	// Own is the figure of the own organisation. Where it answers in a word instead
	// (Ja, Nee, 7), that is Answer and Own stays empty; with neither the
	// organisation did not answer. Answer is never drawn as a dot.
	Own    analysis.Estimate
	Answer string
	// Peers and Everyone are the figures of the groups.
	Peers, Everyone analysis.Estimate
	// Polarity says which direction is good.
	Polarity Polarity
	// Verdict is what the test says of Own against Peers, or against Everyone where
	// there are no Peers. The zero Verdict: not tested.
	Verdict analysis.Verdict
	// Stand is what is said of an Answer beside the others, by the caller's own rule:
	// Up or Down with its word. It stands beside the answer where no indicator has a
	// difference.
	Stand Outcome
}

// differences reports whether a difference can be taken anywhere.
func (c *Comparing) differences() bool {
	for i := range c.Indicators {
		if in := &c.Indicators[i]; in.Own.Status == analysis.Estimated && c.compared(in).Status == analysis.Estimated {
			return true
		}
	}
	return false
}

// compared returns the figure that the difference is taken from.
func (c *Comparing) compared(i *Indicator) *analysis.Estimate {
	if c.Peers == "" {
		return &i.Everyone
	}
	return &i.Peers
}

// Chart returns the chart: a marker for each group on one axis from 0 to 100 %,
// the difference beside it. A figure that may not be shown leaves its words. It
// returns an error when there is nothing that can be drawn.
func (c *Comparing) Chart(l *locale.Locale) (Chart, error) {
	m := maker{l: l, words: l.ChartWords(), notes: l.ChartNotes()}
	words := l.ChartVersus()
	chart := Chart{Kind: Benchmark, Name: slug(c.Name), Language: l.Tag, Source: c.Source, Data: Data{Header: header()}}
	chart.Series = c.series(l)
	against := words.Everyone
	if c.Peers != "" {
		against = words.Group
	}
	if c.differences() {
		chart.Columns = []Column{{Heading: words.DifferenceWith(against)}}
	}
	answers := c.answers()
	if answers {
		chart.Columns = append([]Column{{Heading: words.Own(c.Group), Strong: true}}, chart.Columns...)
	}
	drawn, heading := 0, ""
	for i := range c.Indicators {
		in := &c.Indicators[i]
		if in.Heading != "" && in.Heading != heading {
			chart.Rows = append(chart.Rows, Row{Label: in.Heading, Heading: true})
		}
		heading = in.Heading
		row := m.indicatorRow(c, in, answers)
		if row.drawn() {
			drawn++
		}
		chart.Rows = append(chart.Rows, row)
		chart.Data.Records = append(chart.Data.Records, c.records(in)...)
	}
	if drawn == 0 {
		return Chart{}, fault(c.Name, "no indicator has a figure that may be shown")
	}
	chart.Title, chart.Subtitle = cmp.Or(c.Title, c.title(l)), l.ChartComparedWith(c.Own, c.others(l))
	if answers && !c.differences() {
		chart.Subtitle = l.ChartAnswersBeside(c.Own, c.others(l))
	}
	chart.Notes = append(m.versusNotes(&chart, c), c.Notes...)
	chart.Alt = l.ChartAlt(words.BenchmarkKind, chart.Title, chart.Subtitle, versusTexts(&chart), chart.Name+".csv")
	return chart, nil
}

// series are the groups that take part.
func (c *Comparing) series(l *locale.Locale) []Series {
	all := []Series{{Key: "own", Label: c.Own, Role: Own}}
	with := func(label string, n int) string {
		if n > 0 {
			return label + " (" + l.ChartN(n) + ")"
		}
		return label
	}
	if c.Peers != "" {
		all = append(all, Series{Key: "peers", Label: with(c.Peers, c.PeersN), Role: Peers})
	}
	if c.Everyone != "" {
		all = append(all, Series{Key: "everyone", Label: with(c.Everyone, c.EveryoneN), Role: Everyone})
	}
	return all
}

// others names the groups in a sentence.
func (c *Comparing) others(l *locale.Locale) []string {
	var all []string
	for _, name := range []string{c.Peers, c.Everyone} {
		if name != "" {
			all = append(all, l.Small(name))
		}
	}
	return all
}

// answers reports whether a row has a word for the own organisation.
func (c *Comparing) answers() bool {
	for i := range c.Indicators {
		if c.Indicators[i].Own.Status != analysis.Estimated {
			return true
		}
	}
	return false
}

// indicatorRow returns the row of an indicator, with words in its place when no
// group has a figure.
func (m *maker) indicatorRow(c *Comparing, in *Indicator, answers bool) Row {
	words := m.l.ChartVersus()
	row := Row{Label: in.Label, Status: analysis.Estimated}
	row.Marks = append(row.Marks, m.versusMark(&in.Own, "", in.Answer))
	if c.Peers != "" {
		row.Marks = append(row.Marks, m.versusMark(&in.Peers, words.Group, ""))
	}
	if c.Everyone != "" {
		row.Marks = append(row.Marks, m.versusMark(&in.Everyone, words.Everyone, ""))
	}
	own, cell := in.Own.Status == analysis.Estimated, ""
	switch {
	case own:
	case in.Answer != "":
		cell = in.Answer
	case in.Own.Status == analysis.NotEstimated:
		cell = words.NotAnswered
	default:
		cell = m.missing(in.Own.Status)
	}
	if answers {
		row.Cells = append(row.Cells, cell)
	}
	if !own && !c.differences() {
		row.Outcome = in.Stand
	}
	if with := c.compared(in); own && with.Status == analysis.Estimated {
		row.Cells = append(row.Cells, m.l.ChartDifference(in.Own.Value-with.Value))
		row.Outcome = m.outcome(in.Verdict, in.Polarity)
	}
	absent := 0
	for s := range row.Marks {
		if row.Marks[s].absent() {
			absent++
		}
	}
	if absent == len(row.Marks) {
		status := c.compared(in).Status
		return Row{Label: in.Label, Status: status, Words: m.missing(status), Cells: row.Cells[:min(1, len(row.Cells))]}
	}
	return row
}

// versusMark returns the mark of a group, or its words: an answer has the status
// Estimated, and the words for others begin with their name.
func (m *maker) versusMark(e *analysis.Estimate, name, answer string) Mark {
	if e.Status != analysis.Estimated {
		mark := Mark{Status: e.Status, Words: m.missing(e.Status)}
		switch {
		case answer != "":
			mark.Words, mark.Status = answer, analysis.Estimated
		case name != "":
			mark.Words = name + ": " + mark.Words
		}
		return mark
	}
	mark := Mark{Value: e.Value, Label: m.percent(e.Value), Tentative: e.Base > 0 && e.Base < analysis.FewAnswers}
	if e.Method != analysis.NoInterval {
		mark.Low, mark.High, mark.Interval = min(e.Low, e.Value), max(e.High, e.Value), true
	}
	return mark
}

// title states in which indicators a difference is shown; when none is, only
// what is set beside what.
func (c *Comparing) title(l *locale.Locale) string {
	var up, down []string
	tested := false
	for i := range c.Indicators {
		in := &c.Indicators[i]
		if in.Own.Status != analysis.Estimated || c.compared(in).Status != analysis.Estimated {
			continue
		}
		o := outcome(in.Verdict, in.Polarity)
		tested = tested || o.Direction != NotTested
		switch o.Direction {
		case Up:
			up = append(up, in.Label)
		case Down:
			down = append(down, in.Label)
		}
	}
	others := c.others(l)
	if len(others) == 0 {
		return l.Capital(c.Own)
	}
	return l.ChartVersusTitle(c.Own, others[0], up, down, tested)
}

// records are the figures of an indicator.
func (c *Comparing) records(in *Indicator) [][]string {
	own := record(&analysis.Group{Level: "own"}, in.Label, c.Own, &in.Own)
	if in.Answer != "" && in.Own.Status != analysis.Estimated {
		own[4] = in.Answer
	}
	all := [][]string{own}
	if c.Peers != "" {
		all = append(all, record(&analysis.Group{Level: "peers"}, in.Label, c.Peers, &in.Peers))
	}
	if c.Everyone != "" {
		all = append(all, record(&analysis.Group{Level: "everyone"}, in.Label, c.Everyone, &in.Everyone))
	}
	return all
}

// versusNotes explain the marks.
func (m *maker) versusNotes(chart *Chart, c *Comparing) []string {
	words := m.l.ChartVersus()
	var notes []string
	shown, intervals, few, untested, level := false, false, false, false, 0.0
	for i := range chart.Rows {
		r := &chart.Rows[i]
		difference := chart.difference(r) != ""
		shown = shown || difference && r.Outcome.Direction != NotTested
		untested = untested || difference && r.drawn() && r.Outcome.Direction == NotTested
		for s := range r.Marks {
			few = few || r.Marks[s].Tentative
			intervals = intervals || r.Marks[s].Interval
		}
	}
	for i := range c.Indicators {
		level = max(level, c.Indicators[i].Peers.Level, c.Indicators[i].Everyone.Level)
	}
	if shown || untested {
		notes = append(notes, words.Points)
	}
	if shown {
		notes = append(notes, words.Signs)
	}
	if untested && !shown {
		notes = append(notes, words.NotTested)
	}
	if intervals {
		notes = append(notes, words.ThinLines(m.l.Number(100*level)))
	}
	if few {
		notes = append(notes, words.OpenMarks(m.l.Integer(analysis.FewAnswers)))
	}
	return append(notes, m.markNotes(chart)...)
}

// markNotes explains hatching, of rows and of single marks.
func (m *maker) markNotes(c *Chart) []string {
	flat := Chart{Rows: c.Rows}
	for i := range c.Rows {
		for s := range c.Rows[i].Marks {
			if mark := &c.Rows[i].Marks[s]; mark.absent() {
				flat.Rows = append(flat.Rows[:len(flat.Rows):len(flat.Rows)], Row{Status: mark.Status})
			}
		}
	}
	return m.hiddenNotes(&flat)
}

// versusTexts are the rows of a Benchmark or Dumbbell in words.
func versusTexts(c *Chart) []string {
	var rows []string
	for i := range c.Rows {
		r := &c.Rows[i]
		switch {
		case r.Heading:
		case !r.drawn():
			rows = append(rows, r.Label+": "+r.Words)
		default:
			var parts []string
			for s := range r.Marks {
				said := r.Marks[s].Label
				if r.Marks[s].absent() {
					said = r.Marks[s].Words
				}
				parts = append(parts, c.Series[s].Label+" "+said)
			}
			if d := c.difference(r); d != "" {
				parts = append(parts, strings.TrimSpace(c.Columns[len(c.Columns)-1].Heading+" "+d+" "+r.Outcome.Word))
			} else if r.Outcome.Word != "" {
				parts = append(parts, r.Outcome.Word)
			}
			if c.Kind == Dumbbell && len(c.Columns) > 1 && r.Cells[0] != "" {
				parts = append(parts, c.Columns[0].Heading+" "+r.Cells[0])
			}
			rows = append(rows, r.Label+": "+strings.Join(parts, ", "))
		}
	}
	return rows
}

// difference returns the difference of a row of a Benchmark or Dumbbell, or nothing
// where it has none. A column of answers is strong, that of differences is not.
func (c *Chart) difference(r *Row) string {
	last := len(c.Columns) - 1
	if last < 0 || c.Columns[last].Strong || len(r.Cells) <= last {
		return ""
	}
	return r.Cells[last]
}
