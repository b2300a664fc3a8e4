package charts

import (
	"cmp"
	"slices"

	"benchmark/analysis"
	"benchmark/survey"
	"benchmark/survey/locale"
)

// Projection returns the chart of what becomes of the use of each channel if
// plans go ahead: the use now, with those who surely start, and with those who
// very likely start as well. It is a sum of answers and no forecast, and the chart
// says so: the steps are assumptions and no moments, lines to them are dashed and
// their markers open. It returns an error when no channel has figures for all
// steps that may be shown.
func Projection(study *analysis.Study, l *locale.Locale) (Chart, error) {
	m := newMaker(study, l)
	const name = "use-if-plans-go-ahead"
	words := l.ChartLines()
	paths := planPaths(study)
	if len(paths) == 0 {
		return Chart{}, fault(name, "no channel has its use and plans in figures that may be shown")
	}
	left := len(paths) - min(mostTrends, len(paths))
	paths = paths[:len(paths)-left]
	c := m.start(Lines, name)
	c.Omitted = words.Omitted
	c.Data.Header = header()
	c.Rows = []Row{
		{Label: words.Now, Emphasis: true, Status: analysis.Estimated},
		{Label: words.PlusSurely, At: 1, Forecast: true, Why: words.SumOfPlans, Status: analysis.Estimated},
		{Label: words.PlusLikely, At: 2, Forecast: true, Status: analysis.Estimated},
	}
	keys := []string{survey.Uses, survey.Uses + "+" + survey.Surely, analysis.KeyProjection}
	var now, then, channels []string
	tables := make([]*analysis.Table, len(paths))
	names := make([]string, len(paths))
	for s, p := range paths {
		names[s] = p.table.Channel
	}
	colours := m.channelRoles(names)
	for s, p := range paths {
		tables[s] = p.table
		channel := l.Capital(p.table.Channel)
		c.Series = append(c.Series, Series{Key: p.table.ID, Label: channel, Role: colours[s]})
		for i, v := range p.steps {
			c.Rows[i].Marks = append(c.Rows[i].Marks, Mark{Value: v, Label: m.percent(v)})
			e := planEstimate(p.table, i, v)
			c.Data.Records = append(c.Data.Records, record(&analysis.Group{Breakdown: "assumption", Level: keys[i]}, c.Rows[i].Label, channel, &e))
		}
		now, then, channels = append(now, m.percent(p.steps[0])), append(then, m.percent(p.steps[2])), append(channels, p.table.Channel)
	}
	(&Trend{}).scale(&c, l)
	c.Title = l.ChartPlansTitle(channels, now, then)
	c.Subtitle = l.ChartUse() + " " + l.ChartBase(string(tables[0].Base.Kind), tables[0].Base.Channel, commonBase(tables))
	c.Notes = []string{words.NoForecast}
	if left > 0 {
		c.Notes = append(c.Notes, l.ChartMoreChannels(left))
	}
	if study.Survey.Design.Sampled {
		c.Notes = append([]string{m.notes.Weighted}, c.Notes...)
		c.Title, c.Subtitle = l.ChartEstimated(c.Title), l.ChartWeighted(c.Subtitle)
	}
	c.Alt = l.ChartAlt(words.StepsKind, c.Title, c.Subtitle, stepTexts(&c, l), c.Name+".csv")
	return c, nil
}

// stepTexts are the steps of every channel in words.
func stepTexts(c *Chart, l *locale.Locale) []string {
	rows := make([]string, len(c.Series))
	for s := range c.Series {
		rows[s] = c.Series[s].Label + ":"
		for i := range c.Rows {
			if i > 0 {
				rows[s] += ","
			}
			rows[s] += " " + l.Small(c.Rows[i].Label) + " " + c.Rows[i].Marks[s].Label
		}
	}
	return rows
}

// planPath is a channel with its steps.
type planPath struct {
	table *analysis.Table
	steps [3]float64
}

// planPaths returns the channels with figures for all steps, the most used first.
func planPaths(study *analysis.Study) []planPath {
	var paths []planPath
	for i := range study.Tables {
		if t := &study.Tables[i]; t.Topic == analysis.AdoptionTopic {
			if steps, ok := planSteps(t); ok {
				paths = append(paths, planPath{t, steps})
			}
		}
	}
	slices.SortStableFunc(paths, func(a, b planPath) int { return cmp.Compare(b.steps[2], a.steps[2]) })
	return paths
}

// planSteps returns the use of a channel now, with those who surely start, and
// with those who very likely start; false when one of them has no figure that may
// be shown.
func planSteps(t *analysis.Table) (steps [3]float64, ok bool) {
	sum := 0.0
	for i, means := range []string{survey.Uses, survey.Surely, survey.Likely} {
		found := false
		for r := range t.Rows {
			if row := &t.Rows[r]; row.Means == means && row.Measure == analysis.Share && !row.Net {
				if t.Total(r).Status != analysis.Estimated {
					return steps, false
				}
				sum, found = sum+t.Total(r).Value, true
			}
		}
		if !found {
			return steps, false
		}
		steps[i] = min(1, sum)
	}
	return steps, true
}

// planEstimate returns the figure of a step for the file beside the chart: with its
// interval where the table has one.
func planEstimate(t *analysis.Table, step int, v float64) analysis.Estimate {
	if step == 0 {
		return *t.Total(t.Meaning(survey.Uses))
	}
	if r := t.Row(analysis.KeyProjection, analysis.Share); step == 2 && r >= 0 && t.Total(r).Status == analysis.Estimated {
		return *t.Total(r)
	}
	e := analysis.Estimate{Status: analysis.Estimated, Value: v, Base: t.Total(t.Meaning(survey.Uses)).Base, Method: analysis.NoInterval}
	for r := range t.Rows {
		if row := &t.Rows[r]; row.Measure == analysis.Share && !row.Net &&
			slices.Contains([]string{survey.Uses, survey.Surely, survey.Likely}[:step+1], row.Means) {
			e.Count += t.Total(r).Count
		}
	}
	return e
}
