package reports

import (
	"slices"

	"benchmark/analysis/staffing"
	"benchmark/charts"
	"benchmark/survey/locale"
)

// section is what is told of one channel: where its volume comes from, its charts and
// its tables.
func (p *planner) section(c *CapacityChannel) Section {
	s := Section{Title: clean(c.Channel), Channel: clean(c.Channel), Name: "capacity-" + slugged(c.Channel), Intro: append(p.basis(c), p.remarks(c)...)}
	if s.Title == "" {
		s.Title = p.words.OwnVolume()
	}
	s.grids = append(s.grids, p.scenarios(c))
	for _, g := range []grid{p.hours(c), p.mixes(c), p.groups(c), p.growth(c), p.sensitivity(c)} {
		if len(g.lines) > 0 {
			s.grids = append(s.grids, g)
		}
	}
	if len(p.Channels) > 1 { // on a slide a table stands alone
		for i := range s.grids {
			s.grids[i].title = s.Title + ": " + p.l.Small(s.grids[i].title)
		}
	}
	s.Charts = p.charts(c)
	return s
}

// charts are the pictures of a channel.
func (p *planner) charts(c *CapacityChannel) []charts.Chart {
	if c.Focus.Outlook.Curve == nil {
		return nil
	}
	source := p.l.StaffingSource()
	if p.Study != nil {
		src := &p.Study.Survey.Source
		source = p.l.StaffingComputed(p.l.ChartSource(clean(src.Publisher), clean(p.Study.Survey.Title), p.Study.Survey.Respondents,
			src.FieldStart, src.FieldEnd, src.Synthetic, p.unprotected()))
	}
	name := clean(c.Channel)
	drawn := charts.Staffing{
		Name: "capacity " + name, Channel: name, Unit: clean(c.Unit), Assumed: p.Assumed, Outlook: &c.Focus.Outlook,
		Given: c.Focus.Volume == nil, Scenario: func(l staffing.Level) string { return p.level(c, l) }, Source: source,
	}
	return drawn.Charts(p.l)
}

func (p *planner) scenarios(c *CapacityChannel) grid {
	h := p.heads
	g := grid{title: h.Scenarios, head: []string{h.Volume, h.Promise, h.PerHour, h.OnDuty, h.InTime, h.Wait, h.Busy, h.FTE}, words: 1}
	patient := p.Assumed.Patience == 0
	if !patient {
		g.head = slices.Insert(g.head, 6, h.GaveUp)
	}
	add := func(k *staffing.Case, name string) {
		plans := []*staffing.Plan{&k.Plan, &k.Other}
		if k.Plan.Promise == k.Other.Promise {
			plans = plans[:1]
		}
		for _, plan := range plans {
			line := []string{name, p.promise(plan.Promise), p.l.Number(plan.Volume), p.onDuty(plan),
				p.share(plan.Service), p.words.Lasting(plan.Wait), p.share(plan.Busy), p.l.Decimal(plan.FTE, 1)}
			figures := []*gridFigure{nil, nil, asNumber(plan.Volume, looseFormat), onDutyFigure(plan), asNumber(plan.Service, percentFormat),
				waitFigure(plan.Wait), asNumber(plan.Busy, percentFormat), asNumber(plan.FTE, tenthFormat)}
			if !patient {
				line, figures = slices.Insert(line, 6, p.share(plan.Abandoned)), slices.Insert(figures, 6, asNumber(plan.Abandoned, percentFormat))
			}
			g.lines, g.figures = append(g.lines, line), append(g.figures, figures)
		}
	}
	o := &c.Focus.Outlook
	for i := range o.Cases {
		if k := &o.Cases[i]; k.Level != staffing.MarginLow && k.Level != staffing.MarginHigh {
			add(k, p.level(c, k.Level))
		}
	}
	if high := o.Case(staffing.High); o.Doubled != nil && (high == nil || high.Plan.Volume < o.Doubled.Plan.Volume) {
		add(o.Doubled, p.l.ChartStaffing().Twice)
	}
	return g
}

// onDutyFigure is the number of people on duty; nil where it is a range.
func onDutyFigure(plan *staffing.Plan) *gridFigure {
	if plan.Least != plan.Most {
		return nil
	}
	return counted(plan.Most)
}

// waitFigure is a wait of some hours in seconds; nil where it has no end.
func waitFigure(hours float64) *gridFigure {
	const seconds = 3600
	if !(hours <= longest) {
		return nil
	}
	return asNumber(hours*seconds, secondsFormat)
}

// hours are the people by day and hour; none when every hour is alike.
func (p *planner) hours(c *CapacityChannel) grid {
	cover := c.Focus.Outlook.Cover
	alike := func(k staffing.Cover) bool { return k.People == cover[0].People }
	if len(cover) == 0 || !slices.ContainsFunc(cover, func(k staffing.Cover) bool { return !alike(k) }) {
		return grid{}
	}
	g := grid{title: p.tables.Hours, head: []string{p.tables.Day}}
	var hours []int
	for _, k := range cover {
		if h := int(k.From); !slices.Contains(hours, h) {
			hours = append(hours, h)
		}
	}
	slices.Sort(hours)
	for _, h := range hours {
		g.head = append(g.head, p.l.Integer(h))
	}
	day := -1
	for _, k := range cover {
		if k.Day != day {
			day = k.Day
			line := []string{p.l.Capital(p.l.StaffingDay(day))}
			for range hours {
				line = append(line, "–")
			}
			g.lines, g.figures = append(g.lines, line), append(g.figures, make([]*gridFigure, len(line)))
		}
		last, at := len(g.lines)-1, 1+slices.Index(hours, int(k.From))
		g.lines[last][at], g.figures[last][at] = p.l.Integer(k.People), counted(k.People)
	}
	return g
}

func (p *planner) mixes(c *CapacityChannel) grid {
	h := p.heads
	g := grid{title: h.Mixes, head: []string{h.Work, h.InTime, h.Wait, h.Mail}}
	if plan := &c.Focus.Outlook.Typical().Plan; plan.Busiest > plan.Volume*(1+1e-9) {
		g.title = p.words.InAnAverageHour(g.title)
	}
	for i := range c.Focus.Outlook.Mixes {
		m := &c.Focus.Outlook.Mixes[i]
		line := []string{p.words.OtherWork(string(m.Work)), p.words.TooMuch(), "–", "–"}
		figures := make([]*gridFigure, len(line))
		if m.Sustainable {
			line[1], line[2] = p.share(m.Service.Value), p.waiting(m.Wait.Value)
			figures[1], figures[2] = asNumber(m.Service.Value, percentFormat), waitFigure(m.Wait.Value)
		}
		if m.Work == staffing.MixMail {
			line[3], figures[3] = p.share(m.Mail), asNumber(m.Mail, percentFormat)
		}
		g.lines, g.figures = append(g.lines, line), append(g.figures, figures)
	}
	return g
}

// groups sets the groups beside each other, and before them what an organisation
// named itself.
func (p *planner) groups(c *CapacityChannel) grid {
	h := p.heads
	g := grid{title: h.Groups, head: []string{h.Group, "n", h.PerHour, h.OnDuty, h.InTime, h.Busy, h.FTE}}
	if len(c.Others) == 0 {
		return g
	}
	for _, o := range append([]CapacityGroup{c.Focus}, c.Others...) {
		plan := &o.Outlook.Typical().Plan
		label, base, n := p.heads.Own, "–", (*gridFigure)(nil)
		if o.Volume != nil {
			label, base, n = p.label(o.Volume), p.l.Integer(o.Volume.Median.Base), counted(o.Volume.Median.Base)
		}
		g.figures = append(g.figures, []*gridFigure{nil, n, asNumber(plan.Volume, looseFormat), onDutyFigure(plan),
			asNumber(plan.Service, percentFormat), asNumber(plan.Busy, percentFormat), asNumber(plan.FTE, tenthFormat)})
		g.lines = append(g.lines, []string{label, base, p.l.Number(plan.Volume),
			p.onDuty(plan), p.share(plan.Service), p.share(plan.Busy), p.l.Decimal(plan.FTE, 1)})
	}
	return g
}

// growth is a line for now and for each year to come.
func (p *planner) growth(c *CapacityChannel) grid {
	t, h := p.tables, p.heads
	g := grid{title: t.Growth, head: []string{t.Year, h.PerHour, h.OnDuty, t.PeopleRange, h.FTE, t.FTERange}}
	span := func(low, high string) string {
		if low == high {
			return low
		}
		return low + "–" + high
	}
	path := c.Focus.Outlook.Path
	if len(path) < 2 {
		return grid{}
	}
	ends := func(column int, head, format string) gridSpan {
		said := p.l.OfficeWords()
		return gridSpan{column: column, heads: [2]string{head + " – " + said.Low, head + " – " + said.High}, format: format}
	}
	people, fte := ends(3, h.OnDuty, wholeFormat), ends(5, h.FTE, tenthFormat)
	for i := range path {
		s := &path[i]
		people.ends = append(people.ends, [2]*float64{whole(&s.Low.Most), whole(&s.High.Most)})
		fte.ends = append(fte.ends, [2]*float64{&s.Low.FTE, &s.High.FTE})
		g.figures = append(g.figures, []*gridFigure{
			nil, {value: s.Volume.Value, low: &s.Volume.Low, high: &s.Volume.High, format: tenthFormat},
			counted(s.Plan.Most), nil, asNumber(s.Plan.FTE, tenthFormat),
		})
		g.lines = append(g.lines, []string{
			p.l.StaffingYear(s.Year), p.l.Number(locale.Round(s.Volume.Value, 1)), p.l.Integer(s.Plan.Most),
			span(p.l.Integer(s.Low.Most), p.l.Integer(s.High.Most)), p.l.Decimal(s.Plan.FTE, 1), span(p.l.Decimal(s.Low.FTE, 1), p.l.Decimal(s.High.FTE, 1)),
		})
	}
	g.spans = []gridSpan{people, fte}
	return g
}

// sensitivity is a line for every assumption: what it takes if that is lower, and
// higher.
func (p *planner) sensitivity(c *CapacityChannel) grid {
	t := p.tables
	g := grid{title: t.Sensitivity, head: []string{t.Assumption, t.Lower, p.heads.OnDuty, p.heads.FTE, t.Higher, p.heads.OnDuty, p.heads.FTE}}
	most, widest := "", 0.0
	var low, high float64
	for _, v := range c.Focus.Outlook.Variations {
		name := p.words.Assumed(string(v.Assumed))
		line, figures := []string{name}, []*gridFigure{nil}
		for _, x := range []*staffing.Changed{v.Low, v.High} {
			if x == nil {
				line, figures = append(line, "–", "–", "–"), append(figures, nil, nil, nil)
				continue
			}
			figures = append(figures, assumedFigure(v.Assumed, x.Value), onDutyFigure(&x.Plan), asNumber(x.Plan.FTE, tenthFormat))
			line = append(line, p.assumedValue(v.Assumed, x.Value), p.onDuty(&x.Plan), p.l.Decimal(x.Plan.FTE, 1))
		}
		if v.Low != nil && v.High != nil {
			from, to := min(v.Low.Plan.FTE, v.High.Plan.FTE), max(v.Low.Plan.FTE, v.High.Plan.FTE)
			if to-from > widest {
				most, widest, low, high = name, to-from, from, to
			}
		}
		g.lines, g.figures = append(g.lines, line), append(g.figures, figures)
	}
	if locale.Round(widest, 1) == 0 {
		most = ""
	}
	g.notes = []string{p.words.Most(most, low, high)}
	return g
}

// assumedFigure is the value of an assumption that is varied as a number.
func assumedFigure(what staffing.Assumed, x float64) *gridFigure {
	switch what {
	case staffing.AssumedHandling, staffing.AssumedPatience:
		const minutes = 60
		return asNumber(x*minutes, minutesFormat)
	case staffing.AssumedLoad, staffing.AssumedShrinkage:
		return asNumber(x, percentFormat)
	}
	return asNumber(x, looseFormat)
}

// assumedValue prints the value of an assumption that is varied.
func (p *planner) assumedValue(what staffing.Assumed, x float64) string {
	switch what {
	case staffing.AssumedHandling, staffing.AssumedPatience:
		return p.words.Lasting(x)
	case staffing.AssumedLoad, staffing.AssumedShrinkage:
		return p.l.Percent(x, 0)
	}
	return p.l.Number(x)
}
