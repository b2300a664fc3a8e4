package reports

import (
	"benchmark/analysis"
	"benchmark/analysis/forecast"
	"benchmark/charts"
	"benchmark/survey/series"
)

// growthChart is the fan: what was measured, and what growth leads to.
func (b *forecastBuilder) growthChart(f *forecast.Forecast) (charts.Chart, bool) {
	g := &f.Growth
	ahead := g.Together
	if g.Curve() {
		ahead = g.Paths[0].Figures
	}
	t := b.trend(f, "outlook-growth")
	if !g.Curve() {
		t.Expected = b.words.Path(g.Paths[b.counting(g)].Name)
		t.Notes = []string{b.words.ChartSpread()}
	}
	for i, m := range g.Ahead {
		moment := charts.Moment{At: m.At(), Label: b.l.MomentShort(m), Forecast: true}
		if i == 0 {
			moment.Why = b.words.ChartWhy(g.Curve())
		}
		t.Moments = append(t.Moments, moment)
		t.Series[0].Figures = append(t.Series[0].Figures, ahead[i])
	}
	c, err := t.Chart(b.l)
	if err == nil && !g.Curve() {
		e := &ahead[len(ahead)-1]
		c.Retitle(b.words.ChartExpected(b.subject(f), b.l.MomentShort(g.Ahead[len(ahead)-1]), b.percent(e.Low), b.percent(e.High)), "")
	}
	return c, err == nil
}

// trend is the start of a chart of what was measured.
func (b *forecastBuilder) trend(f *forecast.Forecast, name string) *charts.Trend {
	t := &charts.Trend{
		Name: name + "-" + f.Subject.Subject, About: b.subject(f), Subtitle: b.words.ChartShare(), Source: b.o.Source,
		Series: []charts.TrendLine{{Label: b.subject(f)}},
	}
	for i := range f.Points {
		p := &f.Points[i]
		m := charts.Moment{At: p.Moment.At(), Label: b.l.MomentShort(p.Moment), N: p.N}
		if i > 0 && p.Break != series.Comparable {
			m.Break, m.Why = true, b.words.Break(string(p.Break), clean(p.Why))
		}
		e := f.Measured[i]
		if e.Method == analysis.Census {
			e.Method = analysis.NoInterval
		}
		t.Moments = append(t.Moments, m)
		t.Series[0].Figures = append(t.Series[0].Figures, e)
	}
	return t
}

// plansChart sets use now beside what plans lead to by every rule.
func (b *forecastBuilder) plansChart(f *forecast.Forecast) (charts.Chart, bool) {
	last := len(f.Points) - 1
	p := f.Plans
	c := charts.Pairing{
		Name: "outlook-plans-" + f.Subject.Subject, Title: b.subject(f), Subtitle: b.words.ChartShare(), Waves: true, Natural: true,
		Before: b.l.MomentShort(f.Points[last].Moment), After: b.heads.Expected + ", " + b.l.MomentShort(p.Moment), Source: b.o.Source,
	}
	for i := range p.Expected {
		c.Pairs = append(c.Pairs, charts.Pair{
			Label: b.l.Capital(b.rule(f, p.Expected[i].Convention.Name)), Before: f.Measured[last], After: p.Expected[i].Figure,
		})
	}
	c.Notes = []string{b.words.ChartRules()}
	chart, err := c.Chart(b.l)
	if err == nil {
		low, high := b.extremes(p)
		chart.Retitle(b.words.ChartPlans(b.subject(f), b.l.MomentShort(p.Moment), low, high), "")
	}
	return chart, err == nil
}

// judgedChart sets what was foretold of the last figure beside that figure.
func (b *forecastBuilder) judgedChart(f *forecast.Forecast) (charts.Chart, bool) {
	on := f.Judged[len(f.Judged)-1].On
	seen := f.Measured[on]
	if seen.Method == analysis.Census {
		seen.Method = analysis.NoInterval
	}
	moment := b.l.MomentShort(f.Points[on].Moment)
	c := charts.Pairing{
		Name: "outlook-judged-" + f.Subject.Subject, Title: b.subject(f), Subtitle: b.words.ChartShare(), Natural: true,
		Before: b.heads.Seen + ", " + moment, After: b.heads.Foretold, Source: b.o.Source,
	}
	for i := range f.Judged {
		if j := &f.Judged[i]; j.On == on {
			c.Pairs = append(c.Pairs, charts.Pair{Label: b.l.Capital(b.words.Foreteller(string(j.Road), j.Name)), Before: seen, After: j.Figure})
		}
	}
	if len(c.Pairs) < 2 {
		return charts.Chart{}, false
	}
	chart, err := c.Chart(b.l)
	if err == nil {
		chart.Retitle(b.words.ChartJudged(b.subject(f), moment, b.percent(f.Points[on].Share())), "")
	}
	return chart, err == nil
}
