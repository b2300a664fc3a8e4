package reports

import "benchmark/analysis/forecast"

// looking sets what was foretold beside what was seen.
func (b *forecastBuilder) looking(all []*forecast.Forecast) Section {
	s := Section{Title: b.heads.Looking, Name: lookingSection, Intro: b.words.LookingIntro()}
	for _, f := range all {
		if len(f.Judged) == 0 {
			continue
		}
		s.grids = append(s.grids, b.judged(f))
		if c, ok := b.judgedChart(f); ok {
			s.Charts = append(s.Charts, c)
		}
	}
	return s
}

// judged is the table of what was foretold of one subject.
func (b *forecastBuilder) judged(f *forecast.Forecast) grid {
	h := b.heads
	t := grid{
		title: b.named(h.Looking, f), words: 4,
		head: []string{b.l.Capital(h.Moment), h.KnownTo, h.By, h.Inside, h.Joined, h.Foretold, h.Seen, h.Off, h.Same},
	}
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
			inside, joined, b.figure(&j.Figure), b.percent(j.Seen), b.l.ChartDifference(j.Error), b.l.ChartDifference(j.Unchanged)})
		share := func(x float64) *gridFigure { return &gridFigure{value: x, format: percentFormat} }
		t.figures = append(t.figures, []*gridFigure{nil, nil, nil, nil, nil, b.foretold(&j.Figure), share(j.Seen), share(j.Error), share(j.Unchanged)})
	}
	t.notes = b.records(f)
	return t
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
