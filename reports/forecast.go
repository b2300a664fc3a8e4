package reports

import (
	"slices"

	"benchmark/analysis"
	"benchmark/analysis/diffusion"
	"benchmark/analysis/forecast"
	"benchmark/survey"
	"benchmark/survey/locale"
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
	// Surveys are those that the figures come from, of the Moments; or else Series
	// names the file with published figures and SeriesSHA256 is its digest.
	Surveys              []*survey.Survey
	Moments              []survey.Moment
	Series, SeriesSHA256 string
	// Reading tells the program and its options.
	Reading Reading
}

// provenance says from what the report was made.
func (o *Outlook) provenance(l *locale.Locale) []Fact {
	facts := surveysRead(o.Surveys, func(i int) string { return l.MomentShort(o.Moments[i]) }, l)
	if o.Series != "" {
		facts = append(facts, Fact{l.Report().Facts().File, digested(o.Series, o.SeriesSHA256, l)})
	}
	return append(facts, madeBy(o.Reading, l)...)
}

// The sections of such a report that have sentences of their own, beside plansSection
// and growthSection.
const (
	measuredSection = "measured"
	shockSection    = "shock"
	lookingSection  = "looking"
)

// BuildForecast makes the report on what is to be expected.
func BuildForecast(o Outlook, l *locale.Locale) *Report {
	b := newForecastBuilder(&o, l)
	r := &Report{
		Title: b.words.Title(""), Subtitle: o.subtitle(l), Notices: cleanAll(o.Notices), Study: &analysis.Study{Survey: &survey.Survey{}},
		FindingsLead: b.words.Lead(), MethodNote: b.words.Method(), NotForPublication: o.NotForPublication, Outlook: &o,
		Provenance: o.provenance(l),
	}
	if len(o.Forecasts) == 1 && o.Forecasts[0].Subject.Subject != "" {
		r.Title = b.words.Title(b.subject(o.Forecasts[0]))
	}
	r.Findings = b.summed()
	for _, section := range []func([]*forecast.Forecast) Section{b.measured, b.plans, b.growth, b.shocked, b.looking, b.assumptions} {
		if s := section(o.Forecasts); len(s.grids) > 0 {
			r.Sections = append(r.Sections, s)
		}
	}
	placed(r.Sections, r.Findings)
	return r
}

// subtitle says from what the figures come.
func (o *Outlook) subtitle(l *locale.Locale) []string {
	if o.Series != "" {
		n := 0
		for _, f := range o.Forecasts {
			n += len(f.Points)
		}
		return []string{l.Forecast().FromSeries(clean(o.Series), n)}
	}
	var all []string
	for i, s := range o.Surveys {
		all = append(all, l.Trend().Wave(l.MomentShort(o.Moments[i]), clean(s.Title), l.Report().TookPart(s.Respondents, s.OfOrganisations())))
	}
	return all
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

// findings are the sentences on one subject, each with its section: those on one alone
// are headlines.
func (b *forecastBuilder) findings(f *forecast.Forecast) []Finding {
	var all []Finding
	say := func(section string, headline bool, texts ...string) {
		for _, text := range texts {
			all = append(all, Finding{Text: text, Headline: headline, Section: section})
		}
	}
	last := &f.Points[len(f.Points)-1]
	say(measuredSection, !b.many, b.words.Now(b.subject(f), b.l.Moment(last.Moment), b.words.Share(b.percent(last.Share()), last.Yes, last.N)))
	say(plansSection, !b.many, b.plansSaid(f)...)
	say(growthSection, !b.many, b.growthSaid(f))
	g := &f.Growth
	if i := b.counting(g); len(g.Shocked) > 0 {
		end := len(g.Ahead) - 1
		say(shockSection, true, b.words.WithShock(b.subject(f), b.l.Moment(f.Options.Shock.Moment), b.figure(&g.Paths[i].Figures[end]),
			b.figure(&g.Shocked[i].Figures[end]), b.l.Moment(g.Ahead[end])))
	}
	say(lookingSection, !b.many, b.judgedPlans(f)...)
	return all
}

// growthSaid says what growth leads to.
func (b *forecastBuilder) growthSaid(f *forecast.Forecast) string {
	g := &f.Growth
	end := len(g.Ahead) - 1
	until := b.l.Moment(g.Ahead[end])
	if g.Curve() {
		return b.words.Grows(b.subject(f), until, b.figure(&g.Paths[0].Figures[end]), b.words.Path(g.Paths[0].Name), g.Points)
	}
	e := &g.Together[end]
	return b.words.Spread(b.subject(f), until, b.percent(e.Low), b.percent(e.High), b.words.NoCurve(string(g.Fits[0].Fit.Reason), g.Points, g.Need))
}

// summed are the sentences on several subjects: first what is expected of all, then
// those on each, of which the summary tells those on growth of the first.
func (b *forecastBuilder) summed() []Finding {
	all := b.o.Forecasts
	var found []Finding
	if text := b.expected(all); b.many && text != "" {
		found = append(found, Finding{Text: text, Headline: true, Section: plansSection})
	}
	room := mostChanges
	for _, f := range all {
		for _, x := range b.findings(f) {
			if b.many && room > 0 && x.Section == growthSection {
				x.Headline, room = true, room-1
			}
			found = append(found, x)
		}
	}
	return found
}

// plansSaid says what plans lead to.
func (b *forecastBuilder) plansSaid(f *forecast.Forecast) []string {
	p := f.Plans
	if p == nil {
		return nil
	}
	low, high := b.extremes(p)
	main := &p.Expected[p.Main]
	return []string{b.words.Plans(b.subject(f), b.l.Moment(p.Moment), b.figure(&main.Figure), b.rule(f, main.Convention.Name), low, high)}
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

// named is the title of a table: that of its section, and the subject where there are
// more of them.
func (b *forecastBuilder) named(title string, f *forecast.Forecast) string {
	if !b.many {
		return title
	}
	return b.subject(f) + ": " + b.l.Small(title)
}

// measured has the tables of all figures.
func (b *forecastBuilder) measured(all []*forecast.Forecast) Section {
	s := Section{Title: b.heads.Measured, Name: measuredSection}
	for _, f := range all {
		s.grids = append(s.grids, b.measurements(f))
	}
	return s
}

// plans is what plans lead to, by every rule.
func (b *forecastBuilder) plans(all []*forecast.Forecast) Section {
	h := b.heads
	s := Section{Title: h.Plans, Name: plansSection, Intro: b.words.PlansIntro()}
	for _, f := range all {
		p := f.Plans
		if p == nil {
			continue
		}
		g := grid{title: b.named(h.Plans, f), head: []string{b.l.Capital(h.Rule), h.Surely, h.Likely, h.Expected + ", " + b.l.MomentShort(p.Moment)}}
		for i := range p.Expected {
			e := &p.Expected[i]
			rate := func(x float64) *gridFigure { return &gridFigure{value: x, format: percentFormat} }
			g.figures = append(g.figures, []*gridFigure{nil, rate(e.Convention.Sure.Part), rate(e.Convention.Likely.Part), b.foretold(&e.Figure)})
			g.lines = append(g.lines, []string{b.l.Capital(b.rule(f, e.Convention.Name)), b.percent(e.Convention.Sure.Part),
				b.percent(e.Convention.Likely.Part), b.figure(&e.Figure)})
		}
		s.grids = append(s.grids, g)
		if c, ok := b.plansChart(f); ok {
			s.Charts = append(s.Charts, c)
		}
	}
	return s
}

// growth is what growth leads to.
func (b *forecastBuilder) growth(all []*forecast.Forecast) Section {
	s := Section{Title: b.heads.Growth, Name: growthSection}
	for _, f := range all {
		g := &f.Growth
		for _, text := range b.words.GrowthIntro(g.Curve()) {
			if !slices.Contains(s.Intro, text) {
				s.Intro = append(s.Intro, text)
			}
		}
		table := b.pathTable(b.named(b.heads.Growth, f), g, g.Paths, false)
		if g.Together != nil {
			b.pathLine(&table, b.words.Path(""), g.Together)
		}
		for i := range g.Fits {
			if fit := &g.Fits[i]; fit.Fit.Reason != diffusion.Fitted {
				table.notes = append(table.notes, b.l.Capital(b.words.Path(string(fit.Setting.Model)))+": "+
					b.words.NoCurve(string(fit.Fit.Reason), g.Points, g.Need)+".")
			}
		}
		s.grids = append(s.grids, table)
		if c, ok := b.growthChart(f); ok {
			s.Charts = append(s.Charts, c)
		}
	}
	return s
}

func (b *forecastBuilder) pathTable(title string, g *forecast.Growth, paths []forecast.Path, shocked bool) grid {
	t := grid{title: title, head: []string{b.l.Capital(b.heads.Path)}}
	for _, m := range g.Ahead {
		t.head = append(t.head, b.l.MomentShort(m))
	}
	for i := range paths {
		label := b.words.Path(paths[i].Name)
		if shocked {
			label = b.words.Shocked(label)
		}
		b.pathLine(&t, label, paths[i].Figures)
	}
	return t
}

// pathLine adds a line with a path.
func (b *forecastBuilder) pathLine(t *grid, label string, figures []analysis.Estimate) {
	line, numbers := []string{b.l.Capital(label)}, []*gridFigure{nil}
	for i := range figures {
		line, numbers = append(line, b.figure(&figures[i])), append(numbers, b.foretold(&figures[i]))
	}
	t.lines, t.figures = append(t.lines, line), append(t.figures, numbers)
}

// foretold is an expectation as numbers: it has no base.
func (b *forecastBuilder) foretold(e *analysis.Estimate) *gridFigure {
	f := figureOf(e, percentFormat)
	if f != nil {
		f.base = nil
	}
	return f
}

// shocked is what a change of rules does.
func (b *forecastBuilder) shocked(all []*forecast.Forecast) Section {
	s := Section{Title: b.heads.Shock, Name: shockSection}
	for _, f := range all {
		g, shock := &f.Growth, f.Options.Shock
		if len(g.Shocked) == 0 {
			continue
		}
		s.Intro = b.words.ShockIntro(b.l.Moment(shock.Moment), b.percent(shock.Left), b.l.Number(shock.Pace))
		title := b.named(b.heads.Shock, f)
		plain, with := b.pathTable(title, g, g.Paths, false), b.pathTable(title, g, g.Shocked, true)
		t := grid{title: title, head: plain.head}
		for i := range plain.lines {
			t.lines = append(t.lines, plain.lines[i], with.lines[i])
			t.figures = append(t.figures, plain.figures[i], with.figures[i])
		}
		s.grids = append(s.grids, t)
	}
	return s
}
