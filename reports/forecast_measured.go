package reports

import (
	"slices"

	"benchmark/analysis"
	"benchmark/analysis/forecast"
	"benchmark/survey/series"
)

// measurements is the table of all figures on one subject.
func (b *forecastBuilder) measurements(f *forecast.Forecast) grid {
	h := b.heads
	g := grid{title: b.named(h.Measured, f), head: []string{b.l.Capital(h.Moment), h.Who, h.Joined, h.Source, h.Use, h.Base, h.Margin}, words: 3}
	margins := gridSpan{format: percentFormat}
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
		g.lines = append(g.lines, []string{b.l.MomentShort(p.Moment), b.words.WhoHow(clean(p.Population), clean(p.Method), string(p.Kind)), joined,
			clean(p.Source), b.percent(e.Value), b.l.Integer(p.N), margin})
		use, ends := figureOf(e, percentFormat), [2]*float64{}
		if margin != h.None {
			ends = [2]*float64{&e.Low, &e.High}
		}
		if use != nil {
			use.low, use.high, use.base = nil, nil, nil // they have columns of their own
		}
		g.figures, margins.ends = append(g.figures, []*gridFigure{nil, nil, nil, nil, use, counted(p.N)}), append(margins.ends, ends)
	}
	if !sourced {
		g.head, g.words = slices.Delete(g.head, 3, 4), 2
		for i := range g.lines {
			g.lines[i], g.figures[i] = slices.Delete(g.lines[i], 3, 4), slices.Delete(g.figures[i], 3, 4)
		}
	}
	margins.column = len(g.head) - 1
	g.spans = []gridSpan{margins}
	if broken {
		g.notes = append(g.notes, b.words.BreakNote())
	}
	if derived {
		g.notes = append(g.notes, b.words.Derived())
	}
	if slices.ContainsFunc(f.Measured, func(e analysis.Estimate) bool { return e.Weighted }) {
		g.notes = append(g.notes, b.words.Weighted())
	}
	return g
}
