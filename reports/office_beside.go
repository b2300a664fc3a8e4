package reports

import (
	"math"
	"slices"
	"strings"

	"benchmark/analysis"
	"benchmark/charts"
	"benchmark/reports/ooxml"
	"benchmark/survey/locale"
)

// beside reports whether a chart sets figures beside each other, with what their
// difference means.
func beside(c *charts.Chart) bool { return c.Kind == charts.Benchmark || c.Kind == charts.Dumbbell }

// seriesOf are the positions of the series of a chart that have a bar anywhere: an
// organisation that answers in words has none.
func seriesOf(c *charts.Chart) []int {
	var all []int
	for i := range c.Series {
		figure := func(r charts.Row) bool { return drawn(&r) && i < len(r.Marks) && r.Marks[i].Words == "" }
		if !beside(c) || slices.ContainsFunc(c.Rows, figure) {
			all = append(all, i)
		}
	}
	return all
}

// besideCategory names a row of figures beside each other: what it is about, the own
// answer where that is a word, the difference after the sign of what it means, and the
// words for groups without a figure.
func (o *office) besideCategory(c *charts.Chart, r *charts.Row) string {
	label := clean(r.Label)
	if r.Heading {
		return strings.ToUpper(label)
	}
	words, sign := o.l.ChartVersus(), signOfOutcome(r.Outcome)
	for k, cell := range r.Cells {
		switch cell = clean(cell); {
		case cell == "" || k >= len(c.Columns):
		case c.Columns[k].Strong && (c.Columns[k].Heading == words.Own(false) || c.Kind == charts.Dumbbell):
			label += " – " + o.l.ChartOwnAnswer(cell)
		case c.Columns[k].Strong:
			label += "; " + clean(c.Series[0].Label) + ": " + cell
		case c.Kind == charts.Benchmark || c.Columns[k].Heading == words.Difference:
			if sign != "" || strings.ContainsAny(cell, "123456789") {
				label += ": " + strings.TrimSpace(sign+" "+cell)
			}
			sign = ""
		default:
			label += " (" + clean(c.Columns[k].Heading) + " " + cell + ")"
		}
	}
	if sign != "" {
		label += " " + sign
	}
	if !drawn(r) {
		return label + ": " + clean(r.Words)
	}
	for i := range r.Marks {
		if m := &r.Marks[i]; m.Words != "" && m.Status != analysis.Estimated && i < len(c.Series) && c.Series[i].Role != charts.Own {
			label += "; " + clean(m.Words)
		}
	}
	if tentative(r) {
		label += " *"
	}
	return label
}

// signOfOutcome is the character for what a difference means: the notes call them a
// triangle and two bars.
func signOfOutcome(w charts.Outcome) string {
	switch w.Direction {
	case charts.Up:
		return "▲"
	case charts.Down:
		return "▼"
	case charts.Undecided:
		return "="
	case charts.NotTested:
	}
	return ""
}

// parted cuts the rows of a chart into parts of at most so many, about as many in each.
// One of an organisation beside others is cut between its headings where that is
// possible; any other repeats the heading. No part ends with a heading.
func parted(c *charts.Chart, most int) [][]charts.Row {
	var parts [][]charts.Row
	for _, rows := range betweenHeadings(c, most) {
		parts = append(parts, evenParts(rows, most)...)
	}
	return parts
}

// betweenHeadings puts the rows under headings together in parts of at most so many
// rows, as far as no heading has more.
func betweenHeadings(c *charts.Chart, most int) [][]charts.Row {
	if c.Kind != charts.Benchmark {
		return [][]charts.Row{c.Rows}
	}
	var parts [][]charts.Row
	from, last := 0, 0 // where the part begins, and its last heading
	for i := 1; i <= len(c.Rows); i++ {
		if i < len(c.Rows) && !c.Rows[i].Heading {
			continue
		}
		if i-from > most && last > from {
			parts, from = append(parts, c.Rows[from:last]), last
		}
		last = i
	}
	return append(parts, c.Rows[from:])
}

// evenParts cuts rows into parts of about as many, and repeats the heading above them.
func evenParts(rows []charts.Row, most int) [][]charts.Row {
	n := (len(rows) + most - 1) / most
	each := (len(rows) + n - 1) / max(1, n)
	var parts [][]charts.Row
	var head *charts.Row
	for from := 0; from < len(rows); {
		to := min(from+each, len(rows))
		if to < len(rows) && to-from > 1 && rows[to-1].Heading {
			to--
		}
		part := rows[from:to]
		if head != nil && !part[0].Heading {
			part = append([]charts.Row{*head}, part...)
		}
		for i := range part {
			if part[i].Heading {
				head = &part[i]
			}
		}
		parts, from = append(parts, part), to
	}
	return parts
}

// boxed reports whether a distribution is all boxes from zero or more, with or without
// whiskers: answers one by one have no form in Office.
func boxed(c *charts.Chart) bool {
	if c.Minimum < 0 {
		return false
	}
	return !slices.ContainsFunc(c.Rows, func(r charts.Row) bool {
		return slices.ContainsFunc(r.Marks, func(m charts.Mark) bool {
			return m.Spread == nil || m.Spread.Q1 < 0 || m.Spread.From < 0 || len(m.Spread.Outliers)+len(m.Spread.Points) > 0
		})
	})
}

// boxes fills a plot with how a number is spread: bars to the quartiles over each other,
// so that what is seen is the box between the first and the third, in two parts.
func (o *office) boxes(p *ooxml.Plot, rows []charts.Row) {
	p.Form, p.Format = ooxml.Boxes, looseFormat
	upper, middle, lower := ooxml.Series{Name: o.said.BoxUpper, Colour: o.colour(charts.Plain)}, ooxml.Series{Name: o.said.BoxMedian, Colour: o.pale(charts.Plain)},
		ooxml.Series{Name: o.said.BoxLower, Colour: o.colour(charts.Band), Clear: true}
	whiskers, nan := false, math.NaN()
	for i := range rows {
		r := &rows[i]
		p.Categories = append(p.Categories, o.boxCategory(r))
		q1, median, q3, below, above := nan, nan, nan, nan, nan
		if drawn(r) && !r.Marks[0].Spread.Single {
			s := r.Marks[0].Spread
			q1, median, q3 = s.Q1, r.Marks[0].Value, s.Q3
			if s.HasWhiskers {
				below, above, whiskers = s.Q1-s.From, s.To-s.Q3, true
			}
		}
		upper.Values, middle.Values, lower.Values = append(upper.Values, q3), append(middle.Values, median), append(lower.Values, q1)
		upper.Minus, upper.Plus = append(upper.Minus, nan), append(upper.Plus, above)
		lower.Minus, lower.Plus = append(lower.Minus, below), append(lower.Plus, nan)
	}
	if !whiskers {
		upper.Minus, upper.Plus, lower.Minus, lower.Plus = nil, nil, nil, nil
	}
	p.Series = []ooxml.Series{upper, middle, lower}
}

// boxCategory names a group with its median and mean, and on how many answers they
// rest.
func (o *office) boxCategory(r *charts.Row) string {
	label := clean(r.Label)
	switch {
	case r.Heading:
		return strings.ToUpper(label)
	case !drawn(r):
		return label + ": " + clean(r.Words)
	}
	m, mean := &r.Marks[0], ""
	if m.Spread.HasMean {
		mean = o.l.ChartAmount(locale.Round(m.Spread.Mean, 1))
	}
	label += ": " + o.l.ChartMiddle(clean(m.Label), mean) + " (n = " + o.l.Integer(r.N) + ")"
	if r.Tentative {
		label += " *"
	}
	return label
}
