package charts

import (
	"strconv"

	"benchmark/analysis"
	"benchmark/analysis/staffing"
	"benchmark/survey/locale"
)

// Staffing is what charts of the people of one channel show.
type Staffing struct {
	// Name is the base file name, to which each chart adds its own.
	Name string
	// Channel is the channel, empty when a volume was given without one, and Unit what
	// its volume counts ("vragen per uur").
	Channel, Unit string
	Assumed       *staffing.Assumptions
	// Outlook has the detail of its typical case.
	Outlook *staffing.Outlook
	// Given says that the volume was given and not measured, so that its range is no
	// margin.
	Given bool
	// Scenario names the scenario of a level of volume ("gewoon").
	Scenario func(staffing.Level) string
	// Source is a whole sentence.
	Source string
}

// Charts returns the charts that have something to show: how many people are enough,
// what a slower answer saves, the people by day and hour unless every hour is alike,
// and how many it takes if the volume grows.
func (s *Staffing) Charts(l *locale.Locale) []Chart {
	var all []Chart
	for _, draw := range []func(*locale.Locale) (Chart, bool){s.Enough, s.Cost, s.Hours, s.Path} {
		if c, ok := draw(l); ok {
			all = append(all, c)
		}
	}
	return all
}

// start returns what all charts of it share.
func (s *Staffing) start(kind Kind, what string, l *locale.Locale) Chart {
	return Chart{Kind: kind, Name: slug(s.Name + " " + what), Language: l.Tag, Source: s.Source}
}

// Enough returns the share that is answered in time by numbers of people, within the
// promise and within the other one; false without a curve.
func (s *Staffing) Enough(l *locale.Locale) (Chart, bool) {
	c, words, said := s.start(Dumbbell, "enough", l), l.ChartStaffing(), l.Capacity()
	a, plan := s.Assumed, &s.Outlook.Typical().Plan
	within, slower := a.Promise.Within, a.Other.Within
	c.Series = []Series{{"within", l.StaffingWithin(within), Plain}, {"slower", l.StaffingWithin(slower), Before}}
	if within == slower {
		c.Series = c.Series[:1]
	}
	c.Columns = []Column{{Heading: words.Wait}}
	c.Reference = &Reference{a.Promise.Share}
	c.Notes = []string{l.StaffingPromise(l.Percent(a.Promise.Share, 0))}
	c.Data.Header = []string{"people", "enough", "can_do_the_work", "within_hours", "in_time", "slower_within_hours", "slower_in_time", "wait_hours", "busy"}
	best := -1
	for i, p := range s.Outlook.Curve {
		first := p.Enough && best < 0
		if first {
			best = i
		}
		row := Row{Label: l.StaffingPeople(p.People, first), Emphasis: first, Status: analysis.Estimated}
		record := []string{strconv.Itoa(p.People), strconv.FormatBool(p.Enough), strconv.FormatBool(p.Stable), number(within), "", number(slower), "", "", ""}
		if p.Stable {
			row.Marks = []Mark{{Value: p.Service, Label: said.Share(p.Service)}, {Value: p.Slower, Label: said.Share(p.Slower)}}[:len(c.Series)]
			row.Cells = []string{said.Lasting(p.Wait)}
			record[4], record[6], record[7], record[8] = number(p.Service), number(p.Slower), number(p.Wait), number(p.Busy)
		} else {
			row.Status, row.Words = analysis.NotEstimated, words.TooFew
		}
		c.Rows, c.Data.Records = append(c.Rows, row), append(c.Data.Records, record)
	}
	if best < 0 {
		return Chart{}, false
	}
	p, less, kept := &s.Outlook.Curve[best], "", false
	if best > 0 && s.Outlook.Curve[best-1].Stable {
		before := &s.Outlook.Curve[best-1]
		less, kept = said.Share(before.Service), before.Service >= a.Promise.Share
	}
	c.Title = l.StaffingEnoughTitle(s.Channel, p.People, said.Share(p.Service), said.Lasting(within), less, kept)
	c.Subtitle = l.StaffingEnoughSubtitle(s.Unit, plan.Busiest, plan.Busiest > plan.Volume*(1+1e-9))
	c.Alt = l.ChartAlt(words.EnoughKind, c.Title, c.Subtitle, versusTexts(&c), c.Name+".csv")
	return c, true
}

// Cost returns the FTE of every scenario under the promise and under the other one;
// false when there is one promise.
func (s *Staffing) Cost(l *locale.Locale) (Chart, bool) {
	a, words, said := s.Assumed, l.ChartStaffing(), l.Capacity()
	if a.Promise == a.Other || s.Outlook.Doubled == nil {
		return Chart{}, false
	}
	fast, slow := said.Promise(a.Promise.Share, a.Promise.Within), said.Promise(a.Other.Share, a.Other.Within)
	c := s.start(Dumbbell, "cost", l)
	c.Series = []Series{{"within", fast, Plain}, {"slower", slow, Before}}
	c.Columns = []Column{{Heading: words.Difference}}
	c.Data.Header = []string{"scenario", "per_hour", "share", "within_hours", "people", "fte"}
	highest, saves := 0.0, 0.0
	add := func(name string, k *staffing.Case) {
		row := Row{Label: l.StaffingScenario(name, k.Plan.Volume), Status: analysis.Estimated}
		for _, p := range []*staffing.Plan{&k.Plan, &k.Other} {
			row.Marks = append(row.Marks, Mark{Value: p.FTE, Label: l.Decimal(p.FTE, 1)})
			highest = max(highest, p.FTE)
			c.Data.Records = append(c.Data.Records, []string{string(k.Level), number(p.Volume), number(p.Promise.Share), number(p.Promise.Within), strconv.Itoa(p.Most), number(p.FTE)})
		}
		saves = max(saves, k.Plan.FTE-k.Other.FTE)
		row.Cells = []string{l.Decimal(k.Other.FTE-k.Plan.FTE, 1)}
		c.Rows = append(c.Rows, row)
	}
	for i := range s.Outlook.Cases {
		if k := &s.Outlook.Cases[i]; k.Level == staffing.Low || k.Level == staffing.Typical || k.Level == staffing.High {
			add(s.Scenario(k.Level), k)
		}
	}
	if high := s.Outlook.Case(staffing.High); high == nil || high.Plan.Volume < s.Outlook.Doubled.Plan.Volume {
		add(words.Twice, s.Outlook.Doubled)
	}
	c.numberAxis(highest, l)
	saved := ""
	if locale.Round(saves, 1) > 0 {
		saved = l.Decimal(saves, 1)
	}
	c.Title = l.StaffingCostTitle(s.Channel, said.Lasting(a.Promise.Within), said.Lasting(a.Other.Within), saved)
	c.Subtitle = l.StaffingCostSubtitle()
	c.Alt = l.ChartAlt(words.CostKind, c.Title, c.Subtitle, versusTexts(&c), c.Name+".csv")
	return c, true
}

// numberAxis lets the axis run from zero to a round number.
func (c *Chart) numberAxis(highest float64, l *locale.Locale) {
	step, n := roundSteps(max(highest, leastAxis))
	for k := range n + 1 {
		c.Ticks = append(c.Ticks, Tick{float64(k) * step, l.Number(float64(k) * step)})
	}
	c.Maximum = c.Ticks[n].Value
}

// Path returns the people at once for now and each year to come, with what they may
// be; false without a path.
func (s *Staffing) Path(l *locale.Locale) (Chart, bool) {
	path, words, g := s.Outlook.Path, l.ChartStaffing(), &s.Assumed.Growth
	if len(path) < 2 {
		return Chart{}, false
	}
	t := Trend{Name: s.Name + " growth", Number: true, Whole: true, Source: s.Source, Series: []TrendLine{{Label: l.StaffingPathLabel(s.Channel)}}}
	rise := func(x float64) string { return l.Percent(x-1, 0) }
	t.Subtitle = l.StaffingPathSubtitle(rise(g.Low), rise(g.Yearly), rise(g.High))
	var records [][]string
	spread := false
	for i := range path {
		p := &path[i]
		t.Moments = append(t.Moments, Moment{At: float64(p.Year), Label: l.StaffingYear(p.Year), Forecast: p.Year > 0})
		e := analysis.Estimate{Status: analysis.Estimated, Value: float64(p.Plan.Most), Low: float64(p.Low.Most), High: float64(p.High.Most)}
		if p.Year > 0 && p.Low.Most < p.High.Most {
			e.Method, spread = analysis.WorstCase, true
		}
		t.Series[0].Figures = append(t.Series[0].Figures, e)
		records = append(records, []string{strconv.Itoa(p.Year), number(p.Volume.Value), number(p.Volume.Low), number(p.Volume.High),
			strconv.Itoa(p.Plan.Most), strconv.Itoa(p.Low.Most), strconv.Itoa(p.High.Most), number(p.Plan.FTE), number(p.Low.FTE), number(p.High.FTE)})
	}
	if spread {
		t.Notes = []string{words.PathBand}
	}
	c, err := t.Chart(l)
	if err != nil {
		return Chart{}, false
	}
	c.Data = Data{Header: []string{"year", "per_hour", "per_hour_low", "per_hour_high", "people", "people_low", "people_high", "fte", "fte_low", "fte_high"}, Records: records}
	return c, true
}
