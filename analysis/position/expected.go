package position

import (
	"slices"
	"sync"

	"benchmark/analysis"
	"benchmark/analysis/diffusion"
	"benchmark/analysis/forecast"
	"benchmark/survey"
)

// What the plans of the others lead to
//
// It is made of figures that the report and the tables of the study show already: who of
// a group uses a channel, and who plans to. How many of the planners surely start and how
// many very likely do is told of a group only where the tables tell it of that group with
// the own answer among them, so that taking that out is all it takes. So nothing follows
// from an expectation that does not follow without it.

// Expected is what the plans of a group for a channel lead to, a year after the study.
type Expected struct {
	Channel string
	// Moment is when; not known where the study does not tell when it was.
	Moment survey.Moment
	// Group is the position in Position.Groups; Narrowest is true for the smallest one of
	// the channel.
	Group     int
	Narrowest bool
	// Now is the share of the group that uses the channel.
	Now analysis.Estimate
	// Surely and Likely are how many of Now.Base say that they start; where Apart is
	// false that is told of both together alone, and Surely has them all.
	Apart          bool
	Surely, Likely int
	// Figure is the share that is expected by Rates, which are alike where Apart is false.
	Figure analysis.Estimate
	Rates  diffusion.Convention
	// Learned is the wave of which the plans came true at those rates; nil: the chance
	// that the words name (diffusion.JusterScale).
	Learned *forecast.Learned
}

// Planners is how many of Now.Base plan to start.
func (e *Expected) Planners() int { return e.Surely + e.Likely }

// Share is the part that n are of Now.Base, 0 to 1.
func (e *Expected) Share(n int) float64 { return float64(n) / float64(e.Now.Base) }

// Rate is the rate at which the plans of the group count together.
func (e *Expected) Rate() diffusion.Rate {
	if e.Rates.Sure == e.Rates.Likely || e.Planners() == 0 {
		return e.Rates.Sure
	}
	return diffusion.Fixed((float64(e.Surely)*e.Rates.Sure.Part + float64(e.Likely)*e.Rates.Likely.Part) / float64(e.Planners()))
}

// expected returns what the plans of the others lead to, of every group of which use and
// plans are shown.
func (st *Study) expected(p *Position) []Expected {
	var all []Expected
	for k := range p.Rows {
		plans := &p.Rows[k]
		if plans.Topic != analysis.AdoptionTopic || plans.Means != survey.Surely {
			continue
		}
		at := slices.IndexFunc(p.Rows, func(r Row) bool { return r.question == plans.question && r.Means == survey.Uses })
		if at < 0 {
			continue
		}
		rates, learned := st.rates(plans.Channel)
		before := len(all)
		for g := range p.Groups {
			if e, ok := st.expectedOf(p, plans, &p.Rows[at], g, rates); ok {
				e.Learned = learned
				all = append(all, e)
			}
		}
		if len(all) > before {
			all[len(all)-1].Narrowest = true
		}
	}
	return all
}

// expectedOf returns what the plans of one group lead to.
func (st *Study) expectedOf(p *Position, plans, uses *Row, g int, rates diffusion.Convention) (Expected, bool) {
	now, start := &uses.Standings[g].Figure, &plans.Standings[g].Figure
	if now.Status != analysis.Estimated || start.Status != analysis.Estimated || now.Base < MinimumOthers {
		return Expected{}, false
	}
	e := Expected{Channel: plans.Channel, Moment: st.later(), Group: g, Now: *now, Surely: start.Count, Rates: rates}
	if st.tellsApart(&plans.Indicator, p.Groups[g].members, p.Respondent) {
		e.Apart, e.Surely = true, plans.surely.And(p.Groups[g].members)
		e.Likely = start.Count - e.Surely
	} else if rate, ok := st.blend(&plans.Indicator, rates); ok {
		e.Rates.Sure, e.Rates.Likely = rate, rate
	} else {
		return e, false
	}
	e.Figure = st.promises.of(promise{now.Count, e.Surely, e.Likely, now.Base, e.Rates}, p.Level)
	return e, true
}

// promise is what an expectation is made of.
type promise struct {
	now, surely, likely, n int
	rates                  diffusion.Convention
}

// promises keeps expectations, which are drawn at random and cost much: of many
// organisations the others answered the same.
type promises struct {
	lock sync.Mutex
	made map[promise]analysis.Estimate
}

// of returns an expectation.
func (p *promises) of(x promise, level float64) analysis.Estimate {
	p.lock.Lock()
	defer p.lock.Unlock()
	e, known := p.made[x]
	if !known {
		if p.made == nil {
			p.made = map[promise]analysis.Estimate{}
		}
		e = forecast.OfGroup(x.now, x.surely, x.likely, x.n, x.rates, level)
		p.made[x] = e
	}
	return e
}

// tellsApart reports whether the tables of the study tell respondent i, who knows its own
// answer, how many of the others of a group surely start.
func (st *Study) tellsApart(x *Indicator, members survey.Bits, i int) bool {
	if st.options.Disclosure == analysis.Unprotected {
		return true
	}
	others := x.asked.Intersect(members)
	return slices.ContainsFunc(x.apart, func(set survey.Bits) bool {
		left := slices.Clone(set)
		left.Clear(i)
		return slices.Equal(left, others)
	})
}

// later is a year after the study.
func (st *Study) later() survey.Moment {
	now := survey.MomentOf(st.survey.Source.FieldEnd)
	if st.past != nil {
		all := st.past.trend.Waves
		now = all[len(all)-1].Moment
	}
	if !now.Known() {
		return now
	}
	return now.Later(1)
}

// rates are those at which plans for a channel count: as those of an earlier wave came
// true, or else the chance that the words name.
func (st *Study) rates(channel string) (diffusion.Convention, *forecast.Learned) {
	c := diffusion.JusterScale()
	if st.past == nil {
		return c, nil
	}
	all := st.past.trend.Learned(channel)
	if len(all) == 0 {
		return c, nil
	}
	l := &all[len(all)-1]
	return diffusion.Convention{Name: forecast.LearnedName, Sure: l.Surely, Likely: l.Likely}, l
}

// blend is the rate for plans of which it is not told how many are sure: for as many of
// each as in the tables of the study.
func (st *Study) blend(x *Indicator, c diffusion.Convention) (diffusion.Rate, bool) {
	if c.Sure == c.Likely {
		return c.Sure, true
	}
	for _, s := range forecast.Studied([]forecast.Wave{{Study: st.tables}}) {
		if p := &s.Points[0]; s.Subject == x.Channel && p.Planned && p.Surely+p.Likely > 0 {
			n := float64(p.Surely + p.Likely)
			return diffusion.Fixed((float64(p.Surely)*c.Sure.Part + float64(p.Likely)*c.Likely.Part) / n), true
		}
	}
	return diffusion.Rate{}, false
}
