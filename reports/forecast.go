package reports

import (
	"slices"

	"benchmark/analysis"
	"benchmark/analysis/diffusion"
	"benchmark/analysis/forecast"
	"benchmark/charts"
	"benchmark/survey"
	"benchmark/survey/locale"
	"benchmark/survey/series"
)

// Outlook is what a report on what is to be expected needs.
type Outlook struct {
	// Forecasts has one for each subject, all made with the same options.
	Forecasts []*forecast.Forecast
	// Notices are what every output has to say about the whole.
	Notices []string
	// Given are the flags that were given, without their dashes.
	Given []string
	// Source names where the figures come from, for charts.
	Source string
	// NotForPublication is true when nothing was hidden.
	NotForPublication bool
}

// BuildForecast makes the report on what is to be expected.
func BuildForecast(o Outlook, l *locale.Locale) *Report {
	b := newForecastBuilder(&o, l)
	r := &Report{
		Title: b.words.Title(""), Notices: cleanAll(o.Notices), Study: &analysis.Study{Survey: &survey.Survey{}},
		FindingsLead: b.words.Lead(), MethodNote: b.words.Method(), NotForPublication: o.NotForPublication, Outlook: &o,
	}
	if len(o.Forecasts) == 1 && o.Forecasts[0].Subject.Subject != "" {
		r.Title = b.words.Title(b.subject(o.Forecasts[0]))
	}
	for _, f := range o.Forecasts {
		r.Findings = append(r.Findings, b.findings(f)...)
		r.Sections = append(r.Sections, b.sections(f)...)
	}
	if len(o.Forecasts) > 0 {
		r.Sections = append(r.Sections, b.assumptions(o.Forecasts))
	}
	return r
}

// forecastBuilder writes forecasts in words.
type forecastBuilder struct {
	o     *Outlook
	l     *locale.Locale
	words locale.ForecastWords
	heads locale.ForecastHeadings
	many  bool
}

func newForecastBuilder(o *Outlook, l *locale.Locale) *forecastBuilder {
	return &forecastBuilder{o, l, l.Forecast(), l.Forecast().Headings(), len(o.Forecasts) > 1}
}

func (b *forecastBuilder) subject(f *forecast.Forecast) string {
	return b.l.Capital(b.words.Subject(clean(f.Subject.Subject)))
}

// percent writes a share as whole per cents.
func (b *forecastBuilder) percent(x float64) string { return b.l.Percent(x, 0) }

// figure writes an expectation with its margin: 66% (58–74%).
func (b *forecastBuilder) figure(e *analysis.Estimate) string {
	if e.Status != analysis.Estimated {
		return b.heads.None
	}
	if e.Method == analysis.NoInterval {
		return b.percent(e.Value)
	}
	return b.words.Range(b.percent(e.Value), b.l.PercentRange(e.Low, e.High, 0))
}

// findings are the sentences that come first.
func (b *forecastBuilder) findings(f *forecast.Forecast) []Finding {
	subject := b.subject(f)
	last := &f.Points[len(f.Points)-1]
	texts := []string{b.words.Now(subject, b.l.Moment(last.Moment), b.words.Share(b.percent(last.Share()), last.Yes, last.N))}
	if p := f.Plans; p != nil {
		low, high := b.extremes(p)
		main := &p.Expected[p.Main]
		texts = append(texts, b.words.Plans(subject, b.l.Moment(p.Moment), b.figure(&main.Figure), b.rule(f, main.Convention.Name), low, high))
	}
	g := &f.Growth
	end := len(g.Ahead) - 1
	until := b.l.Moment(g.Ahead[end])
	if g.Curve() {
		texts = append(texts, b.words.Grows(subject, until, b.figure(&g.Paths[0].Figures[end]), b.words.Path(g.Paths[0].Name), g.Points))
	} else {
		e := &g.Together[end]
		why := &g.Fits[0]
		texts = append(texts, b.words.Spread(subject, until, b.percent(e.Low), b.percent(e.High),
			b.words.NoCurve(string(why.Fit.Reason), g.Points, g.Need)))
	}
	if i := b.counting(g); len(g.Shocked) > 0 {
		texts = append(texts, b.words.WithShock(subject, b.l.Moment(f.Options.Shock.Moment), b.figure(&g.Paths[i].Figures[end]),
			b.figure(&g.Shocked[i].Figures[end]), until))
	}
	texts = append(texts, b.judgedPlans(f)...)
	var found []Finding
	for _, text := range texts {
		found = append(found, Finding{Text: text, Headline: true})
	}
	return found
}

// counting is the position of the path that stands for all: the first curve, or the
// scenario in the middle.
func (b *forecastBuilder) counting(g *forecast.Growth) int {
	if g.Curve() {
		return 0
	}
	return slices.IndexFunc(g.Paths, func(p forecast.Path) bool { return p.Name == "usual" })
}

// extremes are the lowest and the highest expectation of all rules.
func (b *forecastBuilder) extremes(p *forecast.Plans) (low, high string) {
	lowest, highest := 1.0, 0.0
	for _, e := range p.Expected {
		lowest, highest = min(lowest, e.Figure.Value), max(highest, e.Figure.Value)
	}
	return b.percent(lowest), b.percent(highest)
}

// judgedPlans says what became of the plans of each figure.
func (b *forecastBuilder) judgedPlans(f *forecast.Forecast) []string {
	var texts []string
	for i := range f.Judged {
		j := &f.Judged[i]
		if j.Road != forecast.ByPlans || !j.Main {
			continue
		}
		from, on := &f.Points[j.From], &f.Points[j.On]
		texts = append(texts, b.words.Judged(b.subject(f), b.l.Moment(from.Moment), b.figure(&j.Figure), b.l.Moment(on.Moment),
			b.words.Share(b.percent(j.Seen), on.Yes, on.N), b.words.Points(j.Error), j.Inside, j.Comparable))
	}
	return texts
}

// rule names a convention, the learned one with its wave.
func (b *forecastBuilder) rule(f *forecast.Forecast, name string) string {
	learned := ""
	if n := len(f.Learned); n > 0 {
		learned = b.l.Moment(f.Learned[n-1].From)
	}
	return b.words.Rule(name, learned)
}

// sections are the parts of the report on one subject.
func (b *forecastBuilder) sections(f *forecast.Forecast) []Section {
	all := []Section{b.measured(f)}
	if f.Plans != nil {
		all = append(all, b.plans(f))
	}
	all = append(all, b.growth(f))
	if len(f.Growth.Shocked) > 0 {
		all = append(all, b.shocked(f))
	}
	if len(f.Judged) > 0 {
		all = append(all, b.looking(f))
	}
	if b.many {
		for i := range all {
			all[i].Title = b.subject(f) + ": " + b.l.Small(all[i].Title)
		}
	}
	return all
}

// measured is the table of all figures.
func (b *forecastBuilder) measured(f *forecast.Forecast) Section {
	h := b.heads
	g := grid{head: []string{h.Moment, h.Use, h.Base, h.Margin, h.Joined, h.Who, h.Source}}
	broken, derived, sourced := false, false, false
	for i := range f.Points {
		p, e := &f.Points[i], &f.Measured[i]
		margin := h.None
		if e.Method != analysis.NoInterval && e.Method != analysis.Census {
			margin = b.l.PercentRange(e.Low, e.High, 0)
		}
		joined := h.Yes
		switch {
		case i == 0:
			joined = h.Begins
		case p.Break != series.Comparable:
			broken = true
			joined = h.No + ": " + b.words.Break(string(p.Break), clean(p.Why))
		}
		derived, sourced = derived || p.Derived, sourced || p.Source != ""
		g.lines = append(g.lines, []string{b.l.MomentShort(p.Moment), b.percent(e.Value), b.words.Share("", p.Yes, p.N), margin, joined,
			b.words.WhoHow(clean(p.Population), clean(p.Method), string(p.Kind)), clean(p.Source)})
		g.lines[i][2] = b.l.Integer(p.N)
	}
	if !sourced {
		g.head = g.head[:6]
		for i := range g.lines {
			g.lines[i] = g.lines[i][:6]
		}
	}
	if broken {
		g.notes = append(g.notes, b.words.BreakNote())
	}
	if derived {
		g.notes = append(g.notes, b.words.Derived())
	}
	if slices.ContainsFunc(f.Measured, func(e analysis.Estimate) bool { return e.Weighted }) {
		g.notes = append(g.notes, b.words.Weighted())
	}
	return Section{Title: h.Measured, grids: []grid{g}}
}

// plans is what plans lead to, by every rule.
func (b *forecastBuilder) plans(f *forecast.Forecast) Section {
	h, p := b.heads, f.Plans
	g := grid{head: []string{h.Rule, h.Surely, h.Likely, h.Expected}}
	for i := range p.Expected {
		e := &p.Expected[i]
		g.lines = append(g.lines, []string{b.l.Capital(b.rule(f, e.Convention.Name)), b.percent(e.Convention.Sure.Part),
			b.percent(e.Convention.Likely.Part), b.figure(&e.Figure)})
	}
	s := Section{Title: h.Plans, Intro: b.words.PlansIntro(b.l.Moment(p.Moment)), grids: []grid{g}}
	if c, ok := b.plansChart(f); ok {
		s.Charts = []charts.Chart{c}
	}
	return s
}

// growth is what growth leads to.
func (b *forecastBuilder) growth(f *forecast.Forecast) Section {
	g := &f.Growth
	table := b.pathTable(g, g.Paths, false)
	if g.Together != nil {
		table.lines = append(table.lines, b.pathLine(b.words.Path(""), g.Together))
	}
	s := Section{Title: b.heads.Growth, Intro: b.words.GrowthIntro(g.Curve()), grids: []grid{table}}
	for i := range g.Fits {
		if fit := &g.Fits[i]; fit.Fit.Reason != diffusion.Fitted {
			s.grids[0].notes = append(s.grids[0].notes, b.l.Capital(b.words.Path(string(fit.Setting.Model)))+": "+
				b.words.NoCurve(string(fit.Fit.Reason), g.Points, g.Need)+".")
		}
	}
	if c, ok := b.growthChart(f); ok {
		s.Charts = []charts.Chart{c}
	}
	return s
}

func (b *forecastBuilder) pathTable(g *forecast.Growth, paths []forecast.Path, shocked bool) grid {
	t := grid{head: []string{b.heads.Path}}
	for _, m := range g.Ahead {
		t.head = append(t.head, b.l.MomentShort(m))
	}
	for i := range paths {
		label := b.words.Path(paths[i].Name)
		if shocked {
			label = b.words.Shocked(label)
		}
		t.lines = append(t.lines, b.pathLine(label, paths[i].Figures))
	}
	return t
}

func (b *forecastBuilder) pathLine(label string, figures []analysis.Estimate) []string {
	line := []string{b.l.Capital(label)}
	for i := range figures {
		line = append(line, b.figure(&figures[i]))
	}
	return line
}

// shocked is what a change of rules does.
func (b *forecastBuilder) shocked(f *forecast.Forecast) Section {
	g, shock := &f.Growth, f.Options.Shock
	plain, with := b.pathTable(g, g.Paths, false), b.pathTable(g, g.Shocked, true)
	t := grid{head: plain.head}
	for i := range plain.lines {
		t.lines = append(t.lines, plain.lines[i], with.lines[i])
	}
	intro := b.words.ShockIntro(b.l.Moment(shock.Moment), b.percent(shock.Left), b.l.Number(shock.Pace))
	return Section{Title: b.heads.Shock, Intro: intro, grids: []grid{t}}
}

// looking sets what was foretold beside what was seen.
func (b *forecastBuilder) looking(f *forecast.Forecast) Section {
	h := b.heads
	t := grid{head: []string{h.Moment, h.KnownTo, h.Rule, h.Foretold, h.Seen, h.Off, h.Inside, h.Same, h.Joined}}
	t.head[2] = h.Path
	for i := range f.Judged {
		j := &f.Judged[i]
		from, on := &f.Points[j.From], &f.Points[j.On]
		inside, joined := h.No, h.No
		if j.Inside {
			inside = h.Yes
		}
		if j.Comparable {
			joined = h.Yes
		}
		t.lines = append(t.lines, []string{b.l.MomentShort(on.Moment), b.l.MomentShort(from.Moment), b.words.Foreteller(string(j.Road), j.Name),
			b.figure(&j.Figure), b.percent(j.Seen), b.l.ChartDifference(j.Error), inside, b.l.ChartDifference(j.Unchanged), joined})
	}
	t.notes = b.records(f)
	s := Section{Title: h.Looking, Intro: b.words.LookingIntro(), grids: []grid{t}}
	if c, ok := b.judgedChart(f); ok {
		s.Charts = []charts.Chart{c}
	}
	return s
}

// records sum up what was foretold of figures that can be compared.
func (b *forecastBuilder) records(f *forecast.Forecast) []string {
	var notes []string
	for _, road := range []forecast.Road{forecast.ByPlans, forecast.ByCurve, forecast.ByScenarios} {
		name := ""
		for _, j := range f.Judged {
			if j.Road == road && j.Main {
				name = j.Name
			}
		}
		if r := f.Record(road); r.Foretold > 0 {
			notes = append(notes, b.words.Record(b.words.Foreteller(string(road), name), r.Foretold, r.Inside, b.words.Points(r.Absolute), b.words.Points(r.Unchanged)))
		}
	}
	if len(notes) == 0 {
		return []string{b.words.NoRecord()}
	}
	return notes
}
