package reports

import (
	"benchmark/analysis"
	"benchmark/analysis/contrast"
	"benchmark/analysis/trend"
	"benchmark/survey"
	"benchmark/survey/waves"
)

// findings are the sentences that come first.
func (b *trendBuilder) findings() []Finding {
	var all []Finding
	add := func(text string, headline bool) { all = append(all, Finding{Text: text, Headline: headline}) }
	for i, p := range b.t.Panels {
		if len(p.Pairs) == 0 {
			add(b.words.NoPanel(b.moment(i), b.moment(i+1)), true)
			continue
		}
		add(b.words.Stayed(b.moment(i), b.moment(i+1), len(p.Pairs), len(p.Left), len(p.Came)), true)
	}
	for i := range b.t.Rows {
		r := &b.t.Rows[i]
		use := r.Topic == analysis.AdoptionTopic && r.Means == survey.Uses
		for w := range r.Changes {
			c := &r.Changes[w]
			v := c.Conclusion(b.t.Options.Level).Conclusion
			if use || v == contrast.Higher || v == contrast.Lower {
				if text := b.changed(r, c); text != "" {
					add(text, true)
				}
			}
		}
	}
	for w := 1; w < len(b.t.Waves); w++ {
		if tested, found := b.count(w); tested > 0 {
			add(b.words.Count(b.moment(w-1), b.moment(w), tested, found), true)
		}
	}
	for i := range b.t.Flows {
		if text := b.flow(&b.t.Flows[i]); text != "" {
			add(text, i == len(b.t.Flows)-1)
		}
	}
	for i := range b.t.Follows {
		if f := &b.t.Follows[i]; f.Told {
			add(b.followed(f), false)
		}
	}
	return all
}

// changed says what a figure was and is.
func (b *trendBuilder) changed(r *trend.Row, c *trend.Change) string {
	if c.From < 0 || r.Figures[c.From].Status != analysis.Estimated || r.Figures[c.To].Status != analysis.Estimated {
		return ""
	}
	name := b.named(r)
	before, after, from, to := b.said(r, c.From), b.said(r, c.To), b.moment(c.From), b.moment(c.To)
	d := &c.Difference
	if c.Verdict != waves.Comparable || d.Status != analysis.Estimated || c.Result.Withheld != contrast.Done {
		why := b.why(c.Why)
		if c.Verdict == waves.Comparable {
			why = b.words.Untested(string(c.Result.Withheld))
		}
		return b.words.ChangedBroken(name, before, from, after, to, why) + b.panelSaid(c)
	}
	v := c.Conclusion(b.t.Options.Level).Conclusion
	difference := b.words.Points(d.Value, d.Low, d.High, d.Method != analysis.NoInterval)
	if r.Amount {
		difference = b.difference(r, c)
	}
	return b.words.Changed(name, before, from, after, to, difference, b.words.Evidence(b.words.P(c.Result.Adjusted), c.Family),
		v == contrast.Higher, v == contrast.Lower) + b.panelSaid(c)
}

// panelSaid says what those that answered twice did.
func (b *trendBuilder) panelSaid(c *trend.Change) string {
	p := &c.Panel
	if p.Status != analysis.Estimated || p.Result.Withheld != contrast.Done {
		return ""
	}
	return b.words.Twice(p.N1, b.l.Percent(p.Before, 0), b.l.Percent(p.After, 0), b.words.Plain(b.words.P(p.Result.Adjusted)),
		p.Result.Different(1-b.t.Options.Level))
}

// named names a figure in a sentence, with its question where the row alone says too
// little.
func (b *trendBuilder) named(r *trend.Row) string {
	switch {
	case r.Topic == analysis.AdoptionTopic && r.Means == survey.Uses:
		return b.l.Capital(b.l.ChartUseOf(clean(r.Channel)))
	case r.Topic == analysis.AdoptionTopic || r.Topic == analysis.Channels:
		return b.row(r)
	}
	return clean(r.Title) + ", " + b.l.Small(b.words.Row(string(r.Topic), "", r.Key, clean(r.Label)))
}

// count counts the figures that were tested between a wave and the one before, without
// those with a break, and the changes that are shown.
func (b *trendBuilder) count(w int) (tested, found int) {
	for i := range b.t.Rows {
		c := &b.t.Rows[i].Changes[w]
		if c.From != w-1 || c.Verdict != waves.Comparable || c.Result.Name == contrast.NoTest || c.Result.Withheld != contrast.Done {
			continue
		}
		tested++
		if c.Result.Different(1 - b.t.Options.Level) {
			found++
		}
	}
	return tested, found
}

// flow says who started and stopped, or what the largest move was.
func (b *trendBuilder) flow(f *trend.Flow) string {
	switch {
	case f.Hidden:
		return ""
	case f.Use:
		return b.words.Flow(clean(f.Channel), b.moment(f.From), b.moment(f.To), f.Base, f.Cells[trend.NotInUse][trend.InUse], f.Cells[trend.InUse][trend.NotInUse])
	}
	moved, most, was, is := 0, 0, 0, 0
	for i := range f.Cells {
		for k, n := range f.Cells[i] {
			if i == k {
				continue
			}
			moved += n
			if n > most {
				most, was, is = n, i, k
			}
		}
	}
	if moved == 0 {
		return ""
	}
	return b.words.Moved(clean(f.Title), b.moment(f.From), b.moment(f.To), f.Base, moved, most, clean(f.Labels[was]), clean(f.Labels[is]))
}

// warnings are what may change figures: breaks between all questions of two waves, and
// bodies that are not one to one.
func (b *trendBuilder) warnings() []string {
	var all []string
	for w := 1; w < len(b.t.Waves); w++ {
		for _, d := range b.t.Drift.Studies[w] {
			all = append(all, b.pair(w-1, w)+": "+b.l.Small(b.sentence(&d)))
		}
	}
	for i, p := range b.t.Panels {
		for _, text := range b.bodyNotes(p) {
			all = append(all, b.pair(i, i+1)+": "+b.l.Small(text))
		}
	}
	return all
}
