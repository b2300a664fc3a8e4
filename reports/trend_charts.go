package reports

import (
	"benchmark/analysis"
	"benchmark/analysis/trend"
	"benchmark/charts"
	"benchmark/survey/waves"
)

// mostTrendLines is how many lines a chart over time has.
const mostTrendLines = 6

// charts draws the figures of a topic: lines over time where three waves or more asked
// them, or else the last two beside each other.
func (b *trendBuilder) charts(rows []trend.Row) []charts.Chart {
	var all []charts.Chart
	for i := 0; i < len(rows); {
		k := i
		for k < len(rows) && rows[k].Line == rows[i].Line {
			k++
		}
		var c charts.Chart
		var err error
		lines := k - i
		switch {
		case rows[i].Topic == analysis.AdoptionTopic:
			c, err = b.lines(rows[i : i+1]).Chart(b.l)
		case rows[i].Amount:
			c, err = b.lines(rows[i:k]).Chart(b.l)
		case b.measured(&rows[i]) > 2 && lines <= mostTrendLines:
			c, err = b.lines(rows[i:k]).Chart(b.l)
		default:
			c, err = b.beside(rows[i:k])
		}
		if err == nil { // an error says that there is nothing to draw
			all = append(all, c)
		}
		i = k
	}
	return all
}

// measured is the number of waves with a figure that is shown.
func (b *trendBuilder) measured(r *trend.Row) int {
	n := 0
	for i := range r.Figures {
		if r.Figures[i].Status == analysis.Estimated {
			n++
		}
	}
	return n
}

// lines is a chart over time of the figures of one question.
func (b *trendBuilder) lines(rows []trend.Row) *charts.Trend {
	first := &rows[0]
	t := &charts.Trend{Name: "trend-" + first.ID, About: clean(first.Title), Subtitle: b.words.Chart(clean(first.Text)), Number: first.Amount, Source: b.source()}
	if first.Amount {
		t.Subtitle = clean(first.Text)
	}
	for w := range b.t.Waves {
		if first.Figures[w].Status == analysis.NotEstimated {
			continue
		}
		m := charts.Moment{At: b.t.Waves[w].Moment.At(), Label: b.at(w), N: first.Figures[w].Base}
		if c := &first.Changes[w]; len(t.Moments) > 0 && (c.From < 0 || c.Verdict != waves.Comparable) {
			m.Break, m.Why = true, b.firstWhy(c.Why)
		}
		t.Moments = append(t.Moments, m)
	}
	for i := range rows {
		r := &rows[i]
		line := charts.TrendLine{Label: b.row(r), Verdict: r.Overall.Conclusion(b.t.Options.Level)}
		if len(rows) == 1 {
			line.Label = b.named(r)
		}
		for w := range b.t.Waves {
			if first.Figures[w].Status != analysis.NotEstimated {
				line.Figures = append(line.Figures, r.Figures[w])
			}
		}
		t.Series = append(t.Series, line)
	}
	return t
}

// beside sets the last two waves beside each other.
func (b *trendBuilder) beside(rows []trend.Row) (charts.Chart, error) {
	first := &rows[0]
	c := charts.Pairing{Name: "trend-" + first.ID, Title: clean(first.Title), Subtitle: b.words.Chart(clean(first.Text)), Waves: true, Source: b.source()}
	for i := range rows {
		r := &rows[i]
		last := b.last(r)
		change := &r.Changes[last]
		if change.From < 0 || change.Verdict == waves.NotComparable {
			continue
		}
		c.Before, c.After = b.at(change.From), b.at(last)
		if change.Verdict == waves.WithBreak && len(c.Notes) == 0 {
			c.Notes = []string{b.l.Capital(b.words.Broken("")) + ": " + b.why(change.Why) + "."}
		}
		c.Pairs = append(c.Pairs, charts.Pair{
			Label: b.row(r), Before: r.Figures[change.From], After: r.Figures[last], Verdict: change.Conclusion(b.t.Options.Level),
		})
	}
	return c.Chart(b.l)
}

// last is the last wave that asked a question.
func (b *trendBuilder) last(r *trend.Row) int {
	for w := len(r.Figures) - 1; w > 0; w-- {
		if r.Changes[w].From >= 0 {
			return w
		}
	}
	return 0
}

func (b *trendBuilder) source() string {
	var titles []string
	for i := range b.t.Waves {
		titles = append(titles, clean(b.t.Waves[i].Study.Survey.Title))
	}
	return b.words.Source(titles)
}

// flowCharts draws who went where between the last two waves.
func (b *trendBuilder) flowCharts() []charts.Chart {
	var all []charts.Chart
	for i := range b.t.Flows {
		f := &b.t.Flows[i]
		if f.Hidden || f.To != len(b.t.Waves)-1 {
			continue
		}
		labels, about := cleanAll(f.Labels), clean(f.Title)
		if f.Use {
			labels, about = []string{b.l.Capital(b.heads.Use), b.l.Capital(b.heads.NoUse)}, clean(f.Channel)
		}
		s := charts.Shift{
			Name: "flow-" + about, About: about, Subtitle: b.words.FlowSubtitle(f.Base), Before: b.at(f.From), After: b.at(f.To), Source: b.source(),
			From: make([]charts.ShiftGroup, len(labels)), To: make([]charts.ShiftGroup, len(labels)), Moves: make([][]charts.Move, len(labels)),
		}
		if f.Verdict != waves.Comparable {
			s.Notes = []string{b.l.Capital(b.words.Broken("")) + ": " + b.why(f.Why) + "."}
		}
		for g, label := range labels {
			s.From[g].Label, s.From[g].Status = label, analysis.Estimated
			s.To[g].Label, s.To[g].Status = label, analysis.Estimated
		}
		for g := range labels {
			for k, n := range f.Cells[g] {
				s.From[g].N += n
				s.To[k].N += n
				s.Moves[g] = append(s.Moves[g], charts.Move{Status: analysis.Estimated, Count: n})
			}
		}
		if c, err := s.Chart(b.l); err == nil { // an error says that there is nothing to draw
			all = append(all, c)
		}
	}
	return all
}
