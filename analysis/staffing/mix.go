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

// Mixes simulates a plan with other work for its quietest number of people and its
// mean volume. There is none without contacts.
func (a *Assumptions) Mixes(plan *Plan) ([]Mix, error) {
	if !(plan.Volume > 0) {
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

// Outlook plans a channel at some volumes, of which one is typical, and
// with mixes simulates it with other work.
func (a *Assumptions) Outlook(volumes []Volume, mixes bool) (Outlook, error) {
	var o Outlook
	for _, v := range volumes {
		plan, err := a.For(v.PerHour, a.Promise)
		if err != nil {
			return Outlook{}, err
		}
		other, err := a.For(v.PerHour, a.Other)
		if err != nil {
			return Outlook{}, err
		}
		o.Cases = append(o.Cases, Case{v.Level, plan, other})
	}
	if !mixes {
		return o, nil
	}
	var err error
	o.Mixes, err = a.Mixes(&o.Typical().Plan)
	return o, err
}
