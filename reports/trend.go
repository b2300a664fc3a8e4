package reports

import (
	"slices"
	"strings"

	"benchmark/analysis"
	"benchmark/analysis/contrast"
	"benchmark/analysis/trend"
	"benchmark/survey"
	"benchmark/survey/locale"
	"benchmark/survey/waves"
)

// Waves is what a report on waves needs.
type Waves struct {
	Trend *trend.Trend
	// Readings tell how each wave was read.
	Readings []Reading
	// Outlook is what is to be expected of the channels of which plans are known; its
	// sections follow those on the waves. Without forecasts there are none.
	Outlook Outlook
	// NotForPublication is true when nothing was hidden.
	NotForPublication bool
}

// BuildTrend makes the report on what changed between waves.
func BuildTrend(w Waves, l *locale.Locale) *Report {
	b := newTrendBuilder(&w, l)
	t := w.Trend
	last := len(t.Waves) - 1
	r := &Report{
		Title: b.words.Title(b.at(0), b.at(last)), Subtitle: b.subtitle(), Notices: b.notices(),
		Study:        &analysis.Study{Survey: &survey.Survey{}},
		FindingsLead: b.words.Lead(), Findings: b.findings(), Warnings: b.warnings(),
		MethodNote:        b.method(),
		NotForPublication: w.NotForPublication, Waves: &w,
	}
	r.Sections = append(r.Sections, b.drift(), b.who())
	topics := b.topics()
	at := min(1, len(topics)) // use comes first
	r.Sections = append(r.Sections, slices.Insert(topics, at, b.splits(true)...)...)
	if s := b.flows(); len(s.grids) > 0 {
		r.Sections = append(r.Sections, s)
	}
	if fs := w.Outlook.Forecasts; len(fs) > 0 {
		f := newForecastBuilder(&w.Outlook, l)
		r.Findings = append(r.Findings, f.told()...)
		r.Sections = append(r.Sections, f.gathered()...)
		r.MethodNote = append(r.MethodNote, f.words.Method()...)
	}
	placed(r.Sections, r.Findings)
	r.MethodBox = b.methodBox()
	surveys := make([]*survey.Survey, len(t.Waves))
	for i := range t.Waves {
		surveys[i] = t.Waves[i].Study.Survey
	}
	r.Provenance = append(surveysRead(surveys, b.at, l), madeBy(w.Readings[0], l)...)
	return r
}

// trendBuilder writes a trend in words.
type trendBuilder struct {
	w      *Waves
	t      *trend.Trend
	l      *locale.Locale
	words  locale.TrendWords
	heads  locale.TrendHeadings
	report locale.ReportWords
}

func newTrendBuilder(w *Waves, l *locale.Locale) *trendBuilder {
	return &trendBuilder{w, w.Trend, l, l.Trend(), l.Trend().Headings(), l.Report()}
}

func (b *trendBuilder) adjust() contrast.Method {
	if b.t.Options.Adjust == "" {
		return contrast.Holm
	}
	return b.t.Options.Adjust
}

// method says how changes were tested.
func (b *trendBuilder) method() []string {
	return b.words.Method(b.l.Number(100*b.t.Options.Level), b.l.AdjustName(string(b.adjust())))
}

// at names a wave in a table, moment in a sentence.
func (b *trendBuilder) at(w int) string     { return b.l.MomentShort(b.t.Waves[w].Moment) }
func (b *trendBuilder) moment(w int) string { return b.l.Moment(b.t.Waves[w].Moment) }

// heading names two waves over a column, each moment on one line.
func (b *trendBuilder) heading(from, to int) string {
	whole := func(w int) string { return strings.ReplaceAll(b.at(w), " ", "\u00a0") }
	return b.words.Pair(whole(from), whole(to))
}

func (b *trendBuilder) pair(from, to int) string { return b.words.Pair(b.at(from), b.at(to)) }

func (b *trendBuilder) subtitle() []string {
	var all []string
	for i := range b.t.Waves {
		s := b.t.Waves[i].Study.Survey
		all = append(all, b.words.Wave(b.at(i), clean(s.Title), b.report.TookPart(s.Respondents, true)))
	}
	return all
}

func (b *trendBuilder) notices() []string {
	var notices []string
	if b.w.NotForPublication {
		notices = append(notices, b.report.NotForPublication())
	}
	if slices.ContainsFunc(b.t.Waves, func(w trend.Wave) bool { return w.Study.Survey.Source.Synthetic }) {
		notices = append(notices, b.report.Synthetic())
	}
	return notices
}

// row names a figure.
func (b *trendBuilder) row(r *trend.Row) string {
	return b.words.Row(string(r.Topic), clean(r.Channel), r.Key, clean(r.Label))
}

// figure is a figure of a wave: 48% (39–57; 117).
func (b *trendBuilder) figure(r *trend.Row, w int) string {
	e := &r.Figures[w]
	switch {
	case e.Status == analysis.NotEstimated:
		return b.heads.NotAsked
	case e.Status != analysis.Estimated:
		return b.heads.Hidden
	}
	value := b.value(r, e.Value)
	if e.Method == analysis.NoInterval {
		return value + " (" + b.l.Integer(e.Base) + ")"
	}
	if r.Amount {
		return value + " (" + b.l.NumberRange(locale.Round(e.Low, 1), locale.Round(e.High, 1)) + "; " + b.l.Integer(e.Base) + ")"
	}
	interval := b.l.PercentRange(e.Low, e.High, 0)
	return value + " (" + interval[:len(interval)-1] + "; " + b.l.Integer(e.Base) + ")"
}

func (b *trendBuilder) value(r *trend.Row, x float64) string {
	if r.Amount {
		return b.l.Decimal(x, 1)
	}
	return b.l.Percent(x, 0)
}

// said is a figure with what it counts, for a sentence.
func (b *trendBuilder) said(r *trend.Row, w int) string {
	e := &r.Figures[w]
	if r.Amount || e.Weighted {
		return b.value(r, e.Value)
	}
	return b.report.Figure(e.Value, e.Count, e.Base)
}

// difference is a change with its margin.
func (b *trendBuilder) difference(r *trend.Row, c *trend.Change) string {
	d := &c.Difference
	if d.Status != analysis.Estimated {
		return b.heads.None
	}
	interval := d.Method != analysis.NoInterval
	text := b.words.Difference(d.Value, d.Low, d.High, interval)
	if r.Amount {
		text = b.words.Amount(d.Value, d.Low, d.High, interval)
	}
	if c.From < c.To-1 {
		text = b.words.Since(text, b.at(c.From))
	}
	return text
}

// test is the outcome of a test in a cell.
func (b *trendBuilder) test(c *trend.Change) string {
	p := b.words.P(c.Result.Adjusted)
	withheld := c.Result.Withheld != contrast.Done
	switch {
	case c.From < 0:
		return b.heads.None
	case c.Verdict == waves.NotComparable:
		return b.words.Apart()
	case c.Difference.Status != analysis.Estimated || c.Result.Name == contrast.NoTest:
		return b.heads.None
	case c.Verdict == waves.WithBreak && withheld:
		return b.words.Broken("")
	case c.Verdict == waves.WithBreak:
		return b.words.Broken(p)
	case withheld:
		return b.words.Untested(string(c.Result.Withheld))
	}
	v := c.Conclusion(b.t.Options.Level)
	return b.words.Test(v.Conclusion == contrast.Higher, v.Conclusion == contrast.Lower, p)
}

// why says in a few words what differs between two waves.
func (b *trendBuilder) why(all []waves.Difference) string {
	var texts []string
	for _, d := range all {
		if s := b.words.DriftShort(string(d.Code)); !slices.Contains(texts, s) {
			texts = append(texts, s)
		}
	}
	return b.l.List(texts)
}

// firstWhy is the gravest of what differs, for a chart.
func (b *trendBuilder) firstWhy(all []waves.Difference) string {
	if len(all) == 0 {
		return ""
	}
	return b.words.DriftShort(string(all[0].Code))
}

// methodBox is the method in a few terms.
func (b *trendBuilder) methodBox() []Fact {
	terms := b.report.Facts()
	var fieldwork []string
	weighted, organisations := false, false
	for i := range b.t.Waves {
		s := b.t.Waves[i].Study.Survey
		organisations = organisations || s.OfOrganisations()
		if !s.Source.FieldStart.IsZero() && !s.Source.FieldEnd.IsZero() {
			fieldwork = append(fieldwork, b.report.Fieldwork(s.Source.FieldStart, s.Source.FieldEnd))
		}
		weighted = weighted || s.Design.Sampled
	}
	box := []Fact{{terms.Fieldwork, terms.NoFieldwork}, {terms.Weighting, b.report.NoWeights(organisations)}}
	if len(fieldwork) > 0 {
		box[0].Text = b.l.Capital(strings.Join(fieldwork, "; ")) + "."
	}
	if weighted {
		box[1].Text = b.words.Weighted()
	}
	hidden := b.report.HiddenBelow(analysis.MinimumAnswers)
	if b.w.NotForPublication {
		hidden = b.report.NotForPublication()
	}
	return append(box, Fact{terms.Margins, b.report.MarginsAt(b.t.Options.Level)}, Fact{terms.Differences, b.report.DifferencesAt(1 - b.t.Options.Level)},
		Fact{terms.Hidden, hidden})
}

func (b *trendBuilder) part(p *trend.Part) string {
	d := &p.Result.Difference
	return b.words.Difference(p.After-p.Before, d.Low, d.High, d.Interval)
}

// partFigure is a change as a number.
func partFigure(p *trend.Part) *gridFigure {
	f := asNumber(p.After-p.Before, percentFormat)
	if d := &p.Result.Difference; d.Interval {
		f.low, f.high = &d.Low, &d.High
	}
	return f
}

func (b *trendBuilder) partTest(p *trend.Part) string {
	if p.Result.Withheld != contrast.Done {
		return b.words.Untested(string(p.Result.Withheld))
	}
	return b.words.Plain(b.words.P(p.Result.Adjusted))
}
