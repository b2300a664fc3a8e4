package reports

import (
	"slices"

	"benchmark/analysis"
	"benchmark/analysis/contrast"
	"benchmark/analysis/position"
	"benchmark/charts"
	"benchmark/survey"
	"benchmark/survey/locale"
	"benchmark/survey/waves"
)

// sinceBuilder writes what changed for an organisation.
type sinceBuilder struct {
	*positionBuilder
	s     *position.Since
	trend *trendBuilder
	heads locale.SinceHeadings
}

// since returns the builder of what changed, or nil where no earlier wave is known.
func (b *positionBuilder) since() *sinceBuilder {
	s := b.p.Since
	if s == nil {
		return nil
	}
	t := newTrendBuilder(&Waves{Trend: s.Trend}, b.l)
	last := len(s.Trend.Waves) - 1
	return &sinceBuilder{b, s, t, b.words.SinceHeadings(t.at(0), t.at(last))}
}

// sinceSections are what changed, where an earlier wave is known, and what is to be
// expected.
func (b *positionBuilder) sinceSections() []Section {
	var all []Section
	if x := b.since(); x != nil {
		all = append(all, x.changed())
	}
	if s := b.expected(); len(s.grids) > 0 {
		all = append(all, s)
	}
	return all
}

// sinceFindings are the sentences for the summary: which channels the organisation began
// and stopped using, and else how many of its answers are others.
func (b *positionBuilder) sinceFindings() []string {
	x := b.since()
	if x == nil {
		return nil
	}
	texts := x.began()
	if len(texts) > mostBegan {
		texts = texts[:mostBegan]
	}
	if text := x.switched(); len(texts) == 0 && text != "" {
		texts = append(texts, text)
	}
	return texts
}

// mostBegan is how many channels that were begun or stopped a summary tells.
const mostBegan = 2

// changed is the section with the answers of then beside those of now.
func (b *sinceBuilder) changed() Section {
	s := Section{Title: b.heads.Title, Name: changesSection}
	for w, before := range b.s.Before {
		s.Intro = append(s.Intro, b.words.TookPart(b.trend.moment(w), before.Respondent >= 0, before.Merged))
	}
	s.Intro = append(s.Intro, b.trend.warnings()...)
	s.Intro = append(append(s.Intro, b.began()...), b.words.SinceIntro())
	if text := b.switched(); text != "" {
		s.Intro = append(s.Intro, text)
	}
	for i := 0; i < len(b.s.Rows); {
		topic, wave := b.p.Rows[b.s.Rows[i].Row].Topic, b.s.Rows[i].Wave
		h := b.words.SinceHeadings(b.trend.at(wave), b.trend.at(len(b.s.Trend.Waves)-1))
		g := grid{head: []string{b.words.Topic(string(topic)), h.OwnThen, h.OwnNow, h.Group, h.Was, h.Is, h.Change, h.Test}, words: 3}
		for ; i < len(b.s.Rows) && b.p.Rows[b.s.Rows[i].Row].Topic == topic && b.s.Rows[i].Wave == wave; i++ {
			b.line(&g, &b.s.Rows[i])
		}
		g.notes = append(g.notes, b.trend.repeated()...)
		s.grids = append(s.grids, g)
	}
	if c, ok := b.chart(); ok {
		s.Charts = []charts.Chart{c}
	}
	return s
}

// line adds the line of an indicator, and says under the table what differs.
func (b *sinceBuilder) line(g *grid, r *position.SinceRow) {
	row := &b.p.Rows[r.Row]
	then := *row
	then.Own = r.Then
	cells := []string{b.row(row), b.own(&then), b.own(row), b.words.Headings().NoFigure, b.words.Headings().NoFigure, b.words.Headings().NoFigure, b.words.Headings().NoFigure, b.test(r)}
	if r.Then.State == "" {
		cells[1] = b.words.Headings().NoFigure
	}
	figures := make([]*gridFigure, len(cells))
	if r.Group >= 0 {
		cells[3], cells[4], cells[5] = b.head(&b.p.Groups[r.Group]), b.cell(row, &r.Was), b.cell(row, &r.Is)
		figures[4], figures[5] = figureOf(&r.Was, formatOfRow(row.Amount)), figureOf(&r.Is, formatOfRow(row.Amount))
	}
	if d := &r.Change; d.Status == analysis.Estimated {
		cells[6] = b.trend.words.Difference(d.Value, d.Low, d.High, d.Method != analysis.NoInterval)
		figures[6] = figureOf(d, percentFormat)
		figures[6].base = nil
	}
	g.lines, g.figures = append(g.lines, cells), append(g.figures, figures)
	if r.Verdict != waves.Comparable && len(r.Why) > 0 {
		word := b.trend.words.Broken("")
		if r.Verdict == waves.NotComparable {
			word = b.trend.words.Apart()
		}
		note := b.trend.words.Between(b.subject(row), b.trend.pair(r.Wave, len(b.s.Trend.Waves)-1)) + ": " + word + ": " + b.trend.why(r.Why) + "."
		if !slices.Contains(g.notes, note) {
			g.notes = append(g.notes, note)
		}
	}
}

// subject names the question of an indicator.
func (b *sinceBuilder) subject(row *position.Row) string {
	s := b.about.Survey
	if q := s.Find(row.Question); q >= 0 {
		return clean(s.Questions[q].Title())
	}
	return b.row(row)
}

// test is the outcome of a test in a cell.
func (b *sinceBuilder) test(r *position.SinceRow) string {
	w := b.trend.words
	p := w.P(r.Result.Adjusted)
	withheld := r.Result.Withheld != contrast.Done
	switch {
	case r.Verdict == waves.NotComparable:
		return w.Apart()
	case r.Verdict == waves.WithBreak:
		return w.Broken("")
	case r.Change.Status != analysis.Estimated:
		return b.words.Headings().NoFigure
	case withheld:
		return w.Untested(string(r.Result.Withheld))
	}
	shown := r.Result.Different(1 - b.p.Level)
	return w.Test(shown && r.Change.Value > 0, shown && r.Change.Value < 0, p)
}

// began says which channels the organisation began and stopped using, with what its
// group did.
func (b *sinceBuilder) began() []string {
	var texts []string
	last := len(b.s.Trend.Waves) - 1
	for i := range b.s.Rows {
		r := &b.s.Rows[i]
		row := &b.p.Rows[r.Row]
		if row.Topic != analysis.Channels || r.Verdict == waves.NotComparable || r.Then.State != position.Given || row.Own.State != position.Given ||
			r.Then.Yes == row.Own.Yes || row.Means != "" && row.Means != survey.Uses {
			continue
		}
		text := b.words.Began(clean(row.Channel), b.trend.moment(r.Wave), b.trend.moment(last), row.Own.Yes)
		if r.Group >= 0 {
			text += " " + b.words.GroupWent(b.group(&b.p.Groups[r.Group]), b.l.Percent(r.Was.Value, 0), b.l.Percent(r.Is.Value, 0), r.Was.Base, r.Is.Base) + b.outcome(r)
		}
		texts = append(texts, text)
	}
	return texts
}

// outcome says in a sentence what a test says, or why the figures can't simply be
// compared; nothing where there is no test.
func (b *sinceBuilder) outcome(r *position.SinceRow) string {
	if r.Verdict != waves.Comparable {
		return " " + b.words.Broken(b.trend.why(r.Why))
	}
	if r.Change.Status != analysis.Estimated || r.Result.Withheld != contrast.Done {
		return ""
	}
	shown := r.Result.Different(1 - b.p.Level)
	return " " + b.words.Went(shown && r.Change.Value > 0, shown && r.Change.Value < 0, b.trend.words.P(r.Result.Adjusted))
}

// switched says how many own answers that can be compared are others than then.
func (b *sinceBuilder) switched() string {
	changed, both, wave := 0, 0, -1
	for i := range b.s.Rows {
		r := &b.s.Rows[i]
		row := &b.p.Rows[r.Row]
		if r.Then.State != position.Given || row.Own.State != position.Given || r.Verdict == waves.NotComparable || wave >= 0 && r.Wave != wave {
			continue
		}
		wave = r.Wave
		both++
		if r.Then.Yes != row.Own.Yes || r.Then.Number != row.Own.Number {
			changed++
		}
	}
	if both == 0 {
		return ""
	}
	return b.words.SwitchedMany(b.trend.moment(wave), changed, both)
}
