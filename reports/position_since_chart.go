package reports

import (
	"slices"

	"benchmark/analysis"
	"benchmark/analysis/position"
	"benchmark/charts"
	"benchmark/survey/waves"
)

// chart sets the shares of the others of then beside those of now, with the own answers
// of then and now: of the wave of most indicators, and where an indicator is of another
// group than most it says so. None where no share is known both times.
func (b *sinceBuilder) chart() (charts.Chart, bool) {
	wave, group := b.usual(func(r *position.SinceRow) int { return r.Wave }), -1
	if wave >= 0 {
		group = b.usual(func(r *position.SinceRow) int { return r.Group })
	}
	if group < 0 {
		return charts.Chart{}, false
	}
	then, now := b.trend.at(wave), b.trend.at(len(b.s.Trend.Waves)-1)
	h := b.words.SinceHeadings(then, now)
	c := charts.Pairing{
		Name: "since", Title: b.words.SinceChart(then), Subtitle: b.words.SinceShares(b.group(&b.p.Groups[group])),
		Before: b.l.Capital(h.Was), After: b.l.Capital(h.Is), Own: b.words.OwnBoth(), Waves: true, Natural: true, Source: clean(b.about.Study),
		Notes: []string{b.words.SinceOwn(then, now)},
	}
	broken := 0
	allBroken := !slices.ContainsFunc(b.s.Rows, func(r position.SinceRow) bool { return r.Wave == wave && b.draws(&r) && r.Verdict != waves.WithBreak })
	for i := range b.s.Rows {
		r := &b.s.Rows[i]
		if r.Wave != wave || !b.draws(r) {
			continue
		}
		row := &b.p.Rows[r.Row]
		pair := charts.Pair{
			Heading: b.words.Topic(string(row.Topic)), Label: b.row(row), Before: r.Was, After: r.Is, Answer: b.answers(r),
			Polarity: polarity(row.Polarity), Verdict: r.Conclusion(b.p.Level),
		}
		if r.Group != group {
			pair.Label += " (" + b.head(&b.p.Groups[r.Group]) + ")"
		}
		if r.Verdict == waves.WithBreak && !allBroken {
			pair.Label += " *"
		}
		c.Pairs = append(c.Pairs, pair)
		if r.Verdict == waves.WithBreak {
			broken++
		}
	}
	if broken > 0 {
		c.Notes = append(c.Notes, b.words.SinceBreaks(allBroken))
	}
	chart, err := c.Chart(b.l)
	return chart, err == nil // an error says that there is nothing to draw
}

// draws reports whether the others have a share of an indicator then and now, and the two
// can stand beside each other.
func (b *sinceBuilder) draws(r *position.SinceRow) bool {
	return r.Group >= 0 && !b.p.Rows[r.Row].Amount && r.Verdict != waves.NotComparable &&
		r.Was.Status == analysis.Estimated && r.Is.Status == analysis.Estimated
}

// usual is what most of the rows that are drawn have, the first of several; -1 for none.
func (b *sinceBuilder) usual(of func(*position.SinceRow) int) int {
	best, most := -1, 0
	for i := range b.s.Rows {
		n := 0
		for k := range b.s.Rows {
			if b.draws(&b.s.Rows[i]) && b.draws(&b.s.Rows[k]) && of(&b.s.Rows[k]) == of(&b.s.Rows[i]) {
				n++
			}
		}
		if n > most {
			best, most = of(&b.s.Rows[i]), n
		}
	}
	return best
}

// answers are the own answers of then and now in a few words.
func (b *sinceBuilder) answers(r *position.SinceRow) string {
	then := b.p.Rows[r.Row]
	then.Own = r.Then
	was := b.words.Headings().NoFigure
	if r.Then.State != "" {
		was = b.own(&then)
	}
	return b.trend.words.Pair(was, b.own(&b.p.Rows[r.Row]))
}
