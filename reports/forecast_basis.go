package reports

import (
	"slices"

	"benchmark/analysis/diffusion"
	"benchmark/analysis/forecast"
)

// assumptions lists what every figure rests on, where that comes from and the flag that
// changes it.
func (b *forecastBuilder) assumptions(all []*forecast.Forecast) Section {
	h := b.heads
	t := grid{title: h.Assumed, head: []string{b.l.Capital(h.What), h.Value, h.Flag, h.Source}, words: 3}
	add := func(key, value, source string, flags ...string) {
		flag := h.None
		if len(flags) > 0 {
			flag = flags[0]
		}
		t.lines = append(t.lines, []string{b.l.Capital(b.words.Assumption(key)), value, flag, source})
	}
	usual := func(key, value string, flags ...string) {
		given := len(flags) > 0 && slices.Contains(b.o.Given, flags[0][2:])
		add(key, value, b.words.AssumptionSource(key, given), flags...)
	}
	o := &all[0].Options
	for _, f := range all {
		if f.Plans == nil && !slices.ContainsFunc(f.Judged, func(j forecast.Judged) bool { return j.Road == forecast.ByPlans }) {
			continue
		}
		c, source := b.counts(f)
		subject := ""
		if b.many {
			subject = b.subject(f) + ": "
		}
		add("surely", subject+b.percent(c.Sure.Part), source, "--surely")
		add("likely", subject+b.percent(c.Likely.Part), source, "--likely")
	}
	if len(t.lines) > 0 {
		usual("others", b.percent(0))
		usual("users", b.percent(1))
	}
	ceiling := o.Ceiling
	if ceiling == 0 {
		ceiling = 1
	}
	usual("ceiling", b.percent(ceiling), "--ceiling")
	if slices.ContainsFunc(all, func(f *forecast.Forecast) bool { return !f.Growth.Curve() }) {
		usualScenario := diffusion.Wide(1)[1]
		usual("innovation", b.l.Number(usualScenario.Innovation))
		usual("imitation", b.l.Number(usualScenario.Imitation))
	}
	if f := all[0]; len(all) == 1 && f.Growth.Curve() {
		start := b.l.Number(f.Since()[0].Moment.At() - 1)
		if o.Start.Known() {
			start = b.l.Moment(o.Start)
		}
		usual("start", start, "--start")
	}
	if s := o.Shock; s != nil {
		usual("shock", b.l.Moment(s.Moment), "--shock")
		usual("left", b.percent(s.Left), "--shock-left")
		usual("pace", "× "+b.l.Number(s.Pace), "--shock-pace")
	}
	usual("level", b.l.Number(100*o.Level)+"%", "--confidence")
	return Section{Title: h.Assumed, grids: []grid{t}}
}

// counts returns the convention that counts, and where it comes from.
func (b *forecastBuilder) counts(f *forecast.Forecast) (diffusion.Convention, string) {
	c := f.Options.Rates
	if c.Name == "" {
		c = diffusion.JusterScale()
	}
	if f.Plans != nil {
		c = f.Plans.Expected[f.Plans.Main].Convention
	}
	did, of, to := c.Sure.Did+c.Likely.Did, c.Sure.Of+c.Likely.Of, ""
	if n := len(f.Learned); n > 0 {
		l := &f.Learned[n-1]
		to = b.l.Moment(l.To)
		if l.Together {
			did, of = c.Sure.Did, c.Sure.Of
		}
	}
	return c, b.words.RuleSource(c.Name, to, did, of)
}
