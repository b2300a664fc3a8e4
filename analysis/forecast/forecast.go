// Package forecast says how many organisations will use something later, and how
// well what it says would have come out before.
//
// Two roads lead there, and they are kept apart. Plans: who uses it now, and those who
// say that they will start, each answer at the rate at which such plans come true. And
// growth: a curve through figures that can be compared, or where there are too few of
// those, scenarios from the last figure, wide on purpose. Package diffusion has the
// numerics of both.
//
// Each figure but the first is held back in turn: what the figures before it would have
// foretold stands beside what was seen. A figure of another population or method than
// the ones before is judged too, but never joined to them, and it counts in no record.
package forecast

import (
	"math"
	"slices"

	"benchmark/analysis"
	"benchmark/analysis/diffusion"
	"benchmark/analysis/estimate"
	"benchmark/survey"
	"benchmark/survey/series"
)

// The methods of the intervals of a forecast, as Method of an estimate.
const (
	// PlansPosterior: what the share may be of all from whom the answers are a sample,
	// with the rates taken as known, or learned with what that leaves open. Whether
	// plans come true at those rates is not in it.
	PlansPosterior analysis.Method = "plans-posterior"
	// Bootstrap: curves fitted to counts drawn from the curve. Whether growth follows
	// such a curve is not in it.
	Bootstrap analysis.Method = "parametric-bootstrap"
	// ScenarioPosterior: what the last figure may be, carried on at the rates of the
	// scenario. Whether growth is that fast is not in it.
	ScenarioPosterior analysis.Method = "scenario-posterior"
	// Envelope: from the lowest to the highest bound of all scenarios.
	Envelope analysis.Method = "scenario-envelope"
)

// Subject is what is foretold: a series with its figures as they are published.
type Subject struct {
	series.Series
	// Measured has an estimate for each point, with its interval where it has one.
	Measured []analysis.Estimate
	// Learned are the rates at which earlier plans came true, in the order of time.
	Learned []Learned
}

// Learned is what planners of an earlier wave did who were asked again.
type Learned struct {
	// From is the wave in which they had plans, and To the one in which they did or
	// did not use it.
	From, To survey.Moment
	// Surely and Likely are those who said so; where either is too small, both are all
	// planners together, and Together is true.
	Surely, Likely diffusion.Rate
	Together       bool
}

// Options steer a forecast.
type Options struct {
	// Level of the intervals, in (0, 1).
	Level float64
	// Rates are those at which plans count. The zero value: those learned, else
	// diffusion.JusterScale.
	Rates diffusion.Convention
	// Ceiling is the share that use can grow to, in (0, 1]; 0: left free where there
	// are figures enough, else 1.
	Ceiling float64
	// Start is the moment at which the first could start, for Bass's curve. Not known:
	// a year before the first figure.
	Start survey.Moment
	// Until is the last moment that is foretold. Not known: three years after the last
	// figure.
	Until survey.Moment
	// Shock is a change of rules, or nil.
	Shock *Shock
}

// Shock is a platform that changes its rules.
type Shock struct {
	// Moment is when.
	Moment survey.Moment
	// Pace multiplies from then on how fast others start, 0 or more, and Left is the
	// part of the users that stops then, in [0, 1].
	Pace, Left float64
}

// Forecast is what is to be expected of one subject.
type Forecast struct {
	Subject
	Options Options
	// Plans are the expectations by plans; nil when the last figure has none.
	Plans *Plans
	// Growth is the expectation by growth.
	Growth Growth
	// Judged are the forecasts of figures that were held back, in the order of time.
	Judged []Judged
}

// Plans is what plans add up to, a year after the figure that has them.
type Plans struct {
	// Moment is a year after the figure.
	Moment survey.Moment
	// Expected has the expectation by every convention, and Main is the position of
	// the one that counts.
	Expected []Expected
	Main     int
}

// Expected is a share expected by a convention.
type Expected struct {
	Convention diffusion.Convention
	Figure     analysis.Estimate
}

// Growth is what growth leads to.
type Growth struct {
	// Ahead are the moments that are foretold, in the order of time.
	Ahead []survey.Moment
	// Points is the number of figures that can be compared, the last one among them,
	// and Need how many a curve needs.
	Points, Need int
	// Fits has what became of each curve; when none of them is fitted Paths are the
	// scenarios.
	Fits []Fitted
	// Paths are the expectations, the one that counts first where there is a curve.
	Paths []Path
	// Together is from the lowest to the highest bound of all scenarios, one for each
	// moment; nil where there is a curve.
	Together []analysis.Estimate
	// Shocked are Paths with the shock; nil without one.
	Shocked []Path
}

// Fitted is a curve, or why there is none.
type Fitted struct {
	Setting diffusion.Setting
	Fit     diffusion.Fit
}

// Path is an expectation over time.
type Path struct {
	// Name is a model or the name of a scenario of package diffusion.
	Name string
	// Figures has one for each moment of Growth.Ahead.
	Figures []analysis.Estimate
}

// Make makes the forecast of a subject, which has a figure. It panics where package
// diffusion does, on broken promises of the caller.
func Make(subject Subject, o Options) *Forecast {
	f := &Forecast{Subject: subject, Options: o}
	if i := len(f.Points) - 1; f.Points[i].Planned {
		f.Plans = f.plans(i, 0)
	}
	f.Growth = f.growth()
	f.Judged = f.judge()
	return f
}

// Published returns a published series as a subject. Figures of a sample have Wilson's
// interval; those of a census and rough ones have none.
func Published(s series.Series, level float64) Subject {
	subject := Subject{Series: s}
	for i := range s.Points {
		p := &s.Points[i]
		e := analysis.Estimate{Status: analysis.Estimated, Value: p.Share(), Count: p.Yes, Base: p.N, Level: level}
		switch p.Kind {
		case series.Sample:
			e.Method = analysis.Wilson
			e.Low, e.High = estimate.Wilson(p.Yes, p.N, level)
		case series.Census:
			e.Method = analysis.Census
			e.Low, e.High = e.Value, e.Value
		case series.Estimate:
		}
		subject.Measured = append(subject.Measured, e)
	}
	return subject
}

// points returns the figures as package diffusion takes them.
func points(all []series.Point) []diffusion.Point {
	out := make([]diffusion.Point, len(all))
	for i := range all {
		p := &all[i]
		out[i] = diffusion.Point{At: p.Moment.At(), Yes: p.Yes, N: p.N, Break: p.Break != series.Comparable}
	}
	return out
}

// expected turns a fan into an estimate.
func expected(f diffusion.Fan, level float64, method analysis.Method) analysis.Estimate {
	if !f.Known() {
		return analysis.Estimate{}
	}
	e := analysis.Estimate{Status: analysis.Estimated, Value: f.Value, Level: level, Method: method}
	e.Low, e.High = f.Interval(level)
	return e
}

// usualYears is how many years ahead are foretold when nobody says.
const usualYears = 3

// ahead lists the moments that are foretold: a year apart, and the last one asked for.
func (o *Options) ahead(last survey.Moment) []survey.Moment {
	until := o.Until
	if !until.Known() {
		until = last.Later(usualYears)
	}
	var all []survey.Moment
	for years := 1; last.Later(years).At() < until.At()-1e-9; years++ {
		all = append(all, last.Later(years))
	}
	return append(all, until)
}

// conventions are the rates at which plans are counted, each once: every plan, those
// that the caller gives, those learned before a moment, and the two published ones.
// Main is the position of the one that counts.
func (f *Forecast) conventions(before float64) (all []diffusion.Convention, main int) {
	all = []diffusion.Convention{diffusion.AsStated()}
	add := func(c diffusion.Convention, counts bool) {
		same := func(o diffusion.Convention) bool { return o.Sure == c.Sure && o.Likely == c.Likely }
		i := slices.IndexFunc(all, same)
		if i < 0 {
			all = append(all, c)
			i = len(all) - 1
		}
		if counts {
			main = i
		}
	}
	given := f.Options.Rates.Name != ""
	learned := -1
	for i := range f.Learned {
		if f.Learned[i].To.At() <= before+1e-9 {
			learned = i
		}
	}
	if given {
		add(f.Options.Rates, true)
	}
	if learned >= 0 {
		l := &f.Learned[learned]
		add(diffusion.Convention{Name: LearnedName, Sure: l.Surely, Likely: l.Likely}, !given)
	}
	add(diffusion.JusterScale(), !given && learned < 0)
	add(diffusion.ConceptTest(), false)
	return all, main
}

// The names of conventions that package diffusion does not have.
const (
	GivenName   = "given"   // the rates of Options
	LearnedName = "learned" // what planners did before
)

// plans returns what the plans at index i lead to; for n > 0 the intervals speak of a
// wave of n answers.
func (f *Forecast) plans(i, n int) *Plans {
	p := &f.Points[i]
	out := &Plans{Moment: p.Moment.Later(1)}
	var all []diffusion.Convention
	all, out.Main = f.conventions(p.Moment.At())
	for _, c := range all {
		out.Expected = append(out.Expected, Expected{c, expected(expectation(p, c).Of(n), f.Options.Level, PlansPosterior)})
	}
	return out
}

func expectation(p *series.Point, c diffusion.Convention) diffusion.Fan {
	return diffusion.Expect(diffusion.Stated(p.Yes, p.Surely, p.Likely, p.N, c)).Fan
}

// OfGroup returns the share of a group that is expected to use it a year on, of whom n
// answered: now use it, and surely and likely say that they surely or very likely start,
// each at the rate of the convention. The interval is what PlansPosterior says.
func OfGroup(now, surely, likely, n int, c diffusion.Convention, level float64) analysis.Estimate {
	return expected(diffusion.Expect(diffusion.Stated(now, surely, likely, n, c)).Fan, level, PlansPosterior)
}

// Settle returns the rates learned from those who were asked again: of the surely and
// of the likely, how many use it now. Fewer than minimum who did, or who did not, would
// tell what single planners did: then both are all planners together, and when these
// are too few as well ok is false.
func Settle(from, to survey.Moment, surely, likely Followed, minimum int) (l Learned, ok bool) {
	l = Learned{From: from, To: to}
	if surely.told(minimum) && likely.told(minimum) {
		l.Surely, l.Likely = diffusion.Learned(surely.Did, surely.Of), diffusion.Learned(likely.Did, likely.Of)
		return l, true
	}
	all := Followed{surely.Did + likely.Did, surely.Of + likely.Of}
	if !all.told(minimum) {
		return l, false
	}
	l.Surely = diffusion.Learned(all.Did, all.Of)
	l.Likely, l.Together = l.Surely, true
	return l, true
}

// Followed are planners that were asked again, and how many of them did start.
type Followed struct{ Did, Of int }

func (f Followed) told(minimum int) bool {
	return f.Did >= minimum && f.Of-f.Did >= minimum
}

// months is the time between two moments in whole months.
func months(from, to survey.Moment) int { return int(math.Round(12 * (to.At() - from.At()))) }
