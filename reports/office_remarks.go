package reports

import (
	"slices"

	"benchmark/analysis"
	"benchmark/charts"
)

// remarks are the notes of a chart, in the words of what Office draws.
func (o *office) remarks(c *charts.Chart) []string {
	n := o.l.ChartNotes()
	var all []string
	if !native(c) && c.Kind != charts.Heat {
		return cleanAll(c.Notes)
	}
	for _, s := range c.Notes {
		switch s {
		case n.FewDots(analysis.FewAnswers), n.FewBars(analysis.FewAnswers), o.l.ChartLowCells(analysis.FewAnswers),
			o.l.ChartVersus().OpenMarks(o.l.Integer(analysis.FewAnswers)), o.l.ChartOpenBoxes(analysis.FewAnswers):
			s = o.l.ChartStarred(analysis.FewAnswers)
		case n.TooFew(analysis.MinimumAnswers), n.Protected:
			s = o.l.ChartWithoutBar(analysis.MinimumAnswers)
		case n.Reference, n.Margins:
			continue
		default:
			s = o.l.ChartAsBarsNote(s)
		}
		if s = clean(s); !slices.Contains(all, s) {
			all = append(all, s)
		}
	}
	if c.Kind == charts.Stacked && slices.ContainsFunc(c.Rows, func(r charts.Row) bool {
		return slices.ContainsFunc(r.Marks, func(m charts.Mark) bool { return m.Words == "" && m.Value > 0 && m.Value < leastLabelled })
	}) {
		all = append(all, o.said.SmallSegments)
	}
	if c.Kind == charts.Distribution {
		all = append([]string{o.l.ChartBoxes()}, all...)
	}
	if c.Kind == charts.Intervals || c.Kind == charts.Ranked {
		if p := o.plot(c, c.Rows); margins(p) {
			all = append([]string{o.l.ChartMargins(o.level())}, all...)
		}
	}
	return all
}

// withoutHidden is a chart without the headings under which no group has a figure: a
// note says so, which a row for each would not do any better.
func (o *office) withoutHidden(c *charts.Chart) *charts.Chart {
	if !native(c) || beside(c) {
		return c
	}
	var rows []charts.Row
	var left []string
	for i := 0; i < len(c.Rows); {
		end := i + 1
		for end < len(c.Rows) && !c.Rows[end].Heading {
			end++
		}
		group := c.Rows[i:end]
		if group[0].Heading && len(group) > 1 && !slices.ContainsFunc(group, func(r charts.Row) bool { return drawn(&r) }) {
			left = append(left, o.l.Small(clean(group[0].Label)))
		} else {
			rows = append(rows, group...)
		}
		i = end
	}
	if len(left) == 0 {
		return c
	}
	some := *c
	some.Rows, some.Notes = rows, append(slices.Clone(c.Notes), o.l.ChartNotDrawnBy(left))
	return &some
}
