package reports

import (
	"cmp"
	"slices"

	"benchmark/analysis"
	"benchmark/analysis/contrast"
	"benchmark/analysis/trend"
	"benchmark/survey"
	"benchmark/survey/waves"
)

// The sections of a report on waves that have sentences of their own; those on a topic
// of figures are named by trendSection.
const (
	whoSection   = "who"
	flowsSection = "flows"
	plansSection = "plans"
)

// trendSection names the section on the figures of a topic.
func trendSection(topic analysis.Topic) string { return "trend-" + string(topic) }

// How many changes a summary tells, and how many of them because they are shown.
const (
	mostChanges = 3
	mostShown   = 2
)

// findings are all sentences on the waves, each with its section; the headlines are
// those on the last two waves: who stayed, how many changes are shown, and the most
// certain of those with the use of channels.
func (b *trendBuilder) findings() []Finding {
	all := b.stayed()
	last := len(b.t.Waves) - 1
	for w := 1; w <= last; w++ {
		if text := b.counted(w); text != "" {
			all = append(all, Finding{Text: text, Headline: w == last, Section: whoSection})
		}
	}
	all = append(all, b.changed()...)
	for i := range b.t.Flows {
		if text := b.flow(&b.t.Flows[i]); text != "" {
			all = append(all, Finding{Text: text, Section: flowsSection})
		}
	}
	for i := range b.t.Follows {
		all = append(all, Finding{Text: b.followed(&b.t.Follows[i]), Section: flowsSection})
	}
	return all
}

// stayed says who took part twice.
func (b *trendBuilder) stayed() []Finding {
	var all []Finding
	for i, p := range b.t.Panels {
		text := b.words.NoPanel(b.moment(i), b.moment(i+1))
		if len(p.Pairs) > 0 {
			text = b.words.Stayed(b.moment(i), b.moment(i+1), len(p.Pairs), len(p.Left), len(p.Came))
		}
		all = append(all, Finding{Text: text, Headline: i == len(b.t.Panels)-1, Section: whoSection})
	}
	return all
}

// counted says how many changes between a wave and the one before are shown, or that
// nothing can be compared.
func (b *trendBuilder) counted(w int) string {
	tested, found := b.count(w)
	if tested > 0 {
		return b.words.Count(b.moment(w-1), b.moment(w), tested, found)
	}
	if drifted := b.t.Drift.Studies[w]; len(drifted) > 0 {
		return b.words.NothingAlike(b.moment(w-1), b.moment(w), b.why(drifted))
	}
	return ""
}

// changed says what changed: the use of every channel, and whatever else is shown.
func (b *trendBuilder) changed() []Finding {
	var all []Finding
	var shown, use []int
	certain := map[int]float64{}
	last := len(b.t.Waves) - 1
	for i := range b.t.Rows {
		r := &b.t.Rows[i]
		uses := r.Topic == analysis.AdoptionTopic && r.Means == survey.Uses
		for w := range r.Changes {
			c := &r.Changes[w]
			v := c.Conclusion(b.t.Options.Level).Conclusion
			found := v == contrast.Higher || v == contrast.Lower
			text := ""
			if uses || found {
				text = b.change(r, c)
			}
			if text == "" {
				continue
			}
			switch n := len(all); {
			case w == last && found:
				shown, certain[n] = append(shown, n), c.Result.Adjusted
			case w == last:
				use = append(use, n)
			}
			all = append(all, Finding{Text: text, Section: trendSection(r.Topic)})
		}
	}
	slices.SortStableFunc(shown, func(x, y int) int { return cmp.Compare(certain[x], certain[y]) })
	chosen := slices.Concat(shown[:min(mostShown, len(shown))], use)
	for _, i := range chosen[:min(mostChanges, len(chosen))] {
		all[i].Headline = true
	}
	return all
}

// change says what a figure was and is.
func (b *trendBuilder) change(r *trend.Row, c *trend.Change) string {
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
