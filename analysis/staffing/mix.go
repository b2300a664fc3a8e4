package staffing

import "benchmark/analysis/queueing"

// Mix is what becomes of the channel in an average open hour when the people on
// duty do other work as well.
type Mix struct {
	// Work says what other work: MixNone, MixMail, MixPhone or MixPeak.
	Work Work
	// Sustainable is false when there is more work than can be done; then there are
	// no other figures.
	Sustainable bool
	// Service is the share of contacts answered within the promise, and Wait the mean
	// wait in hours; both simulated.
	Service, Wait queueing.Measured
	// Formula is the share by formula, for MixNone.
	Formula float64
	// Mail is the share of their time that people can give to e-mail or webcare, for
	// MixMail.
	Mail float64
}

// Work is other work of the people on duty.
type Work string

// The kinds of other work.
const (
	MixNone  Work = "none"  // only this channel
	MixMail  Work = "mail"  // e-mail and webcare in free time; they can wait
	MixPhone Work = "phone" // telephone or counter, on average
	MixPeak  Work = "peak"  // telephone or counter, at its busiest
)

// leastSimulated is the volume per hour below which nothing is simulated: between two
// contacts of so quiet a channel come more calls than there is time to play.
const leastSimulated = 0.05

// Mixes simulates a plan with other work for its quietest number of people and its
// mean volume. There is none with less than one contact in 20 hours.
func (a *Assumptions) Mixes(plan *Plan) ([]Mix, error) {
	if !(plan.Volume >= leastSimulated) {
		return nil, nil
	}
	run := queueing.Usual(plan.Promise.Within)
	run.Seed = a.Seed
	base := queueing.Shared{Queue: a.queue(plan.Volume), Switch: a.Switch}
	agents, steady, err := queueing.Agents(base.Queue, a.target(plan.Promise))
	if err != nil {
		return nil, err
	}
	base.Agents = agents
	var mixes []Mix
	for _, work := range []Work{MixNone, MixMail, MixPhone, MixPeak} {
		s := base
		switch work {
		case MixPhone, MixPeak:
			if a.Phone == 0 {
				continue
			}
			s.Calls, s.Talking = a.Phone*(1-steady.Busy)*float64(agents)/a.Talking, a.Talking
			if work == MixPeak {
				s.Calls *= a.Peak
			}
		default:
		}
		m := Mix{Work: work, Sustainable: s.Sustainable()}
		if m.Sustainable {
			got, err := queueing.Simulate(s, run)
			if err != nil {
				return nil, err
			}
			m.Service, m.Wait = got.Service, got.MeanWait
			if work == MixMail {
				m.Mail = got.Mail
			}
		}
		if work == MixNone {
			m.Formula = steady.Service(plan.Promise.Within)
		}
		mixes = append(mixes, m)
	}
	return mixes, nil
}

// Level says which of the volumes that are reckoned with a case is about.
type Level string

// The levels of volume.
const (
	Low     Level = "low"     // the lower quartile, or the lowest of three that were given
	Typical Level = "typical" // the median, or the one that was given
	High    Level = "high"    // the upper quartile, or the highest of three that were given
	// The ends of the margin of the median.
	MarginLow  Level = "margin-low"
	MarginHigh Level = "margin-high"
	Doubled    Level = "doubled" // twice the typical volume
)

// Volume is a mean number of contacts per open hour.
type Volume struct {
	Level   Level
	PerHour float64
}

// Case is one volume with the plans for the promise and for the other one.
type Case struct {
	Level       Level
	Plan, Other Plan
}

// Outlook is what a channel takes at the volumes that are reckoned with.
type Outlook struct {
	// Cases by volume, in the order asked for.
	Cases []Case
	// Mixes of the typical case.
	Mixes []Mix
	// Curve, Cover and Variations are those of the typical case, Path is how it may
	// grow and Doubled the case of twice its volume; all nil without detail.
	Curve      []Point
	Cover      []Cover
	Variations []Variation
	Path       []Step
	Doubled    *Case
}

// Typical returns the case of the typical volume, which every outlook has.
func (o *Outlook) Typical() *Case {
	for i := range o.Cases {
		if o.Cases[i].Level == Typical {
			return &o.Cases[i]
		}
	}
	return &o.Cases[0]
}

// Case returns the case of a level, or nil.
func (o *Outlook) Case(level Level) *Case {
	for i := range o.Cases {
		if o.Cases[i].Level == level {
			return &o.Cases[i]
		}
	}
	return nil
}

// Range returns the typical volume with what it may be: its margin, or the low and
// high volume that were given as such, or nothing but itself.
func (o *Outlook) Range(given bool) Range {
	v := o.Typical().Plan.Volume
	r := Range{v, v, v}
	low, high := o.Case(MarginLow), o.Case(MarginHigh)
	if given {
		low, high = o.Case(Low), o.Case(High)
	}
	if low != nil && high != nil {
		r.Low, r.High = min(v, low.Plan.Volume), max(v, high.Plan.Volume)
	}
	return r
}

// Outlook plans a channel at some volumes, of which one is typical.
func (a *Assumptions) Outlook(volumes []Volume) (Outlook, error) {
	var o Outlook
	for _, v := range volumes {
		c, err := a.planned(v)
		if err != nil {
			return Outlook{}, err
		}
		o.Cases = append(o.Cases, c)
	}
	return o, nil
}

// planned plans one volume for both promises.
func (a *Assumptions) planned(v Volume) (Case, error) {
	c := Case{Level: v.Level}
	var err error
	if c.Plan, err = a.For(v.PerHour, a.Promise); err != nil {
		return c, err
	}
	c.Other, err = a.For(v.PerHour, a.Other)
	return c, err
}

// Detail adds to an outlook what is told of one typical case alone, and with mixes
// simulates it with other work. Given says that the low and the high volume were
// given as the range of the typical one.
func (a *Assumptions) Detail(o *Outlook, mixes, given bool) error {
	plan := &o.Typical().Plan
	var err error
	if o.Curve, err = a.Curve(plan.Busiest); err != nil {
		return err
	}
	if o.Cover, err = a.Cover(plan.Volume, a.Promise); err != nil {
		return err
	}
	if o.Variations, err = a.Vary(plan.Volume); err != nil {
		return err
	}
	if o.Path, err = a.Path(o.Range(given)); err != nil {
		return err
	}
	doubled, err := a.planned(Volume{Doubled, 2 * plan.Volume})
	if err != nil {
		return err
	}
	o.Doubled = &doubled
	if mixes {
		o.Mixes, err = a.Mixes(plan)
	}
	return err
}
