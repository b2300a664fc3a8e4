package forecast

import (
	"benchmark/analysis"
	"benchmark/analysis/diffusion"
	"benchmark/survey"
	"benchmark/survey/series"
)

// settings are the curves that are tried on figures, the first one counts: the logistic
// one and Bass's. The ceiling is free where nobody gives it and there are figures
// enough for a free parameter more.
func (o *Options) settings(all []series.Point, free bool) []diffusion.Setting {
	ceiling := o.Ceiling
	if ceiling == 0 && !free {
		ceiling = 1
	}
	first := all[0].Moment.At()
	start := first - 1
	if o.Start.Known() {
		start = o.Start.At()
	}
	settings := []diffusion.Setting{{Model: diffusion.Logistic, Ceiling: ceiling}}
	if start < first {
		settings = append(settings, diffusion.Setting{Model: diffusion.Bass, Ceiling: ceiling, Start: start})
	}
	return settings
}

// fits fits the curves to the figures since the last break. A curve of which the
// ceiling can't be told is fitted with the ceiling at 1.
func (o *Options) fits(all []series.Point) []Fitted {
	var out []Fitted
	given := points(all)
	fixed := o.settings(all, false)
	for i, s := range o.settings(all, true) {
		f := Fitted{s, diffusion.Fit{Reason: diffusion.TooFewPoints, Points: len(all)}}
		if len(all) >= s.Need() {
			f.Fit = diffusion.Estimate(given, s)
		}
		if f.Fit.Reason != diffusion.Fitted && s.Ceiling == 0 {
			f = Fitted{fixed[i], diffusion.Estimate(given, fixed[i])}
		}
		out = append(out, f)
	}
	return out
}

// growth returns what growth leads to after the last figure.
func (f *Forecast) growth() Growth {
	since := f.Since()
	last := &since[len(since)-1]
	g := Growth{Ahead: f.Options.ahead(last.Moment), Points: len(since), Fits: f.Options.fits(since)}
	g.Need = f.Options.settings(since, false)[0].Need()
	g.Paths = f.paths(&g, nil)
	if len(g.fitted()) == 0 {
		g.Together = together(f.fans(last, g.Ahead, nil), g.Paths, f.Options.Level)
	}
	if s := f.Options.Shock; s != nil {
		g.Shocked = f.paths(&g, []diffusion.Shock{{From: s.Moment.At(), Factor: s.Pace, Left: s.Left}})
	}
	return g
}

// fitted are the curves that there are.
func (g *Growth) fitted() []Fitted {
	var out []Fitted
	for _, f := range g.Fits {
		if f.Fit.Reason == diffusion.Fitted {
			out = append(out, f)
		}
	}
	return out
}

// Curve reports whether there is a curve; else Paths are scenarios.
func (g *Growth) Curve() bool { return len(g.fitted()) > 0 }

// paths returns the curves, or the scenarios where there is none.
func (f *Forecast) paths(g *Growth, shocks []diffusion.Shock) []Path {
	var out []Path
	for _, fit := range g.fitted() {
		p := Path{Name: string(fit.Setting.Model)}
		for _, m := range g.Ahead {
			p.Figures = append(p.Figures, expected(fit.Fit.Fan(m.At(), 0, shocks...), f.Options.Level, Bootstrap))
		}
		out = append(out, p)
	}
	if len(out) > 0 {
		return out
	}
	last := &f.Points[len(f.Points)-1]
	fans := f.fans(last, g.Ahead, shocks)
	for i, s := range f.Options.scenarios() {
		p := Path{Name: s.Name}
		for k := range g.Ahead {
			p.Figures = append(p.Figures, expected(fans[i][k], f.Options.Level, ScenarioPosterior))
		}
		out = append(out, p)
	}
	return out
}

func (o *Options) scenarios() []diffusion.Scenario {
	if o.Ceiling == 0 {
		return diffusion.Wide(1)
	}
	return diffusion.Wide(o.Ceiling)
}

// fans returns the fan of every scenario at every moment.
func (f *Forecast) fans(last *series.Point, ahead []survey.Moment, shocks []diffusion.Shock) [][]diffusion.Fan {
	from := points([]series.Point{*last})[0]
	var all [][]diffusion.Fan
	for _, s := range f.Options.scenarios() {
		s.Shocks = shocks
		fans := make([]diffusion.Fan, len(ahead))
		for k, m := range ahead {
			fans[k] = s.Fan(from, m.At(), 0)
		}
		all = append(all, fans)
	}
	return all
}

// usual is the position of the scenario in the middle.
const usual = 1

// together returns the middle scenario with the bounds of all.
func together(fans [][]diffusion.Fan, paths []Path, level float64) []analysis.Estimate {
	out := make([]analysis.Estimate, len(paths[usual].Figures))
	for k := range out {
		at := make([]diffusion.Fan, len(fans))
		for i := range fans {
			at[i] = fans[i][k]
		}
		out[k] = paths[usual].Figures[k]
		out[k].Method = Envelope
		out[k].Low, out[k].High = diffusion.Envelope(at, level)
	}
	return out
}
