package forecast

import (
	"benchmark/analysis"
	"benchmark/analysis/diffusion"
	"benchmark/survey"
	"benchmark/survey/series"
)

// Road is the way to a forecast.
type Road string

// The roads.
const (
	ByPlans     Road = "plans"
	ByCurve     Road = "curve"
	ByScenarios Road = "scenarios"
)

// Judged is a forecast that was made without the figure that it foretells, beside that
// figure.
type Judged struct {
	Road Road
	// Name is the convention, the model, or nothing for the scenarios together.
	Name string
	// From and On are positions of points: the last figure known, and the one that was
	// held back. Months lie between the figure with the plans, or the last one, and On.
	From, On int
	Months   int
	// Main is true for the convention or model that counts.
	Main bool
	// Comparable is false where On is of another population or method than the figures
	// that the forecast rests on: what it is off by then is not one of forecasting only.
	Comparable bool
	// Figure is the forecast; its interval holds what a wave of as many answers as On
	// would show. Seen is the figure.
	Figure analysis.Estimate
	Seen   float64
	// Error is the forecast less what was seen, Inside says that what was seen is in
	// the interval, and Unchanged is the error of expecting the last figure again.
	Error     float64
	Inside    bool
	Unchanged float64
}

// longestPlans is how many months after plans for a year a figure is judged by them,
// and shortestPlans how many at least.
const (
	longestPlans  = 24
	shortestPlans = 6
)

// judge foretells every figure but the first from those before it.
func (f *Forecast) judge() []Judged {
	var all []Judged
	for i := 1; i < len(f.Points); i++ {
		all = append(all, f.judgePlans(i)...)
		all = append(all, f.judgeGrowth(i)...)
	}
	return all
}

// judgePlans sets plans beside the figure at index i: the last plans that were for
// about that moment.
func (f *Forecast) judgePlans(i int) []Judged {
	seen := &f.Points[i]
	for k := i - 1; k >= 0; k-- {
		p := &f.Points[k]
		away := months(p.Moment, seen.Moment)
		if away > longestPlans {
			return nil
		}
		if !p.Planned || away < shortestPlans {
			continue
		}
		same := true
		for between := k + 1; between <= i; between++ {
			same = same && f.Points[between].Break == series.Comparable
		}
		plans := f.plans(k, seen.N)
		var all []Judged
		for c, e := range plans.Expected {
			j := f.compared(i, k, &e.Figure)
			j.Road, j.Name, j.Months, j.Main, j.Comparable = ByPlans, e.Convention.Name, away, c == plans.Main, same
			all = append(all, j)
		}
		return all
	}
	return nil
}

// compared sets a forecast beside the figure at index i; unchanged is the index of the
// figure that was known last.
func (f *Forecast) compared(i, unchanged int, e *analysis.Estimate) Judged {
	seen := f.Points[i].Share()
	return Judged{
		From: unchanged, On: i, Figure: *e, Seen: seen, Error: e.Value - seen,
		Inside: e.Low <= seen && seen <= e.High, Unchanged: f.Points[unchanged].Share() - seen,
	}
}

// judgeGrowth sets the curves on the figures before index i beside that figure, or
// where there is none, the scenarios.
func (f *Forecast) judgeGrowth(i int) []Judged {
	seen := &f.Points[i]
	known := f.Until(i)
	since := known.Since()
	away := months(f.Points[i-1].Moment, seen.Moment)
	var all []Judged
	for _, fit := range f.Options.fits(since) {
		if fit.Fit.Reason != diffusion.Fitted {
			continue
		}
		e := expected(fit.Fit.Fan(seen.Moment.At(), seen.N), f.Options.Level, Bootstrap)
		j := f.compared(i, i-1, &e)
		j.Road, j.Name, j.Months, j.Main, j.Comparable = ByCurve, string(fit.Setting.Model), away, len(all) == 0, seen.Break == series.Comparable
		all = append(all, j)
	}
	if len(all) > 0 {
		return all
	}
	e := f.scenariosFor(i)
	j := f.compared(i, i-1, &e)
	j.Road, j.Months, j.Main, j.Comparable = ByScenarios, away, true, seen.Break == series.Comparable
	return []Judged{j}
}

// scenariosFor returns all scenarios together from the figure before index i, for a
// wave of as many answers as that at i.
func (f *Forecast) scenariosFor(i int) analysis.Estimate {
	seen, last := &f.Points[i], &f.Points[i-1]
	fans := f.fans(last, []survey.Moment{seen.Moment}, nil)
	var paths []Path
	for k, s := range f.Options.scenarios() {
		fans[k][0] = fans[k][0].Of(seen.N)
		paths = append(paths, Path{Name: s.Name, Figures: []analysis.Estimate{expected(fans[k][0], f.Options.Level, ScenarioPosterior)}})
	}
	return together(fans, paths, f.Options.Level)[0]
}

// Record sums up the forecasts by a road that count, of figures that can be compared
// with those before.
func (f *Forecast) Record(road Road) diffusion.Record {
	var held []diffusion.Held
	for _, j := range f.Judged {
		if j.Road == road && j.Main && j.Comparable {
			held = append(held, diffusion.Held{Reason: diffusion.Fitted, Error: j.Error, Inside: j.Inside, Unchanged: j.Unchanged})
		}
	}
	return diffusion.Sum(held)
}
