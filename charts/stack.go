package charts

import (
	"math"
	"slices"

	"benchmark/analysis"
	"benchmark/survey"
)

// part is one series of a stacked chart: the rows of the table whose shares it
// adds up.
type part struct {
	Series
	rows []int
}

// rounding turns the shares of a row into whole percentages that add up to 100.
type rounding func(shares []float64) []int

// rounded is the rounding of a stacked bar: the two highest points of a scale add
// up to what is printed for both.
func (m *maker) rounded(t *analysis.Table, parts []part) rounding {
	groups := topGroups(t, parts, topKey(t))
	if groups == nil {
		return func(shares []float64) []int { return wholePercentages(shares, spare(t, parts)) }
	}
	return func(shares []float64) []int {
		at := slices.IndexFunc(groups, func(g []int) bool { return len(g) == 1 && parts[g[0]].Role == Unknown })
		if at < 0 {
			at = largest(shares, groups, 1)
		}
		return nestedPercentages(shares, groups, at)
	}
}

// stackRow returns the bar of one group of a table: a mark for every part, with
// percentages that add up to 100. When any figure may not be shown the row has
// the words that say so, unless the last part takes in what is hidden.
func (m *maker) stackRow(t *analysis.Table, parts []part, g int, round rounding) Row {
	row := Row{Label: m.groupLabel(&t.Groups[g]), Status: analysis.Estimated}
	shares := make([]float64, len(parts))
	hidden := make([]analysis.Status, len(parts))
	unsplit, rest, missing := len(parts)-1, 1.0, false
	for i, p := range parts {
		hidden[i] = m.hiddenPart(t, p, g)
		if hidden[i] != analysis.Estimated {
			row.Status, missing = hidden[i], true
			continue
		}
		for _, r := range p.rows {
			shares[i] += t.Cells[r][g].Value
			row.N = t.Cells[r][g].Base
		}
		rest -= shares[i]
	}
	if missing && (parts[unsplit].rows != nil || !m.partly(t, parts, g)) {
		return Row{Label: row.Label, Status: row.Status, Words: m.missing(row.Status)}
	}
	if missing {
		row.Status, shares[unsplit] = analysis.Estimated, max(0, rest)
	} else {
		evened(t, parts, g, shares)
	}
	row.Tentative = row.N < analysis.FewAnswers
	for i, whole := range round(shares) {
		label := m.wholePercent(whole, shares[i])
		row.Marks = append(row.Marks, Mark{Value: shares[i], Label: label})
		if hidden[i] != analysis.Estimated || parts[i].rows == nil && !missing {
			row.Marks[i] = Mark{Status: hidden[i], Words: m.words.NotSplit}
		}
	}
	return row
}

// evened makes the parts of a bar add up to 1 where figures were rounded so that they
// give nobody away: a part that adds up several of them takes what the others leave.
func evened(t *analysis.Table, parts []part, g int, shares []float64) {
	rounded, sum, left := false, -1, 1.0
	for i, p := range parts {
		for _, r := range p.rows {
			rounded = rounded || slices.Contains(t.Cells[r][g].Notes, analysis.NoteRounded)
		}
		if len(p.rows) > 1 {
			sum = i
		}
		left -= shares[i]
	}
	if rounded && sum >= 0 {
		shares[sum] = max(0, shares[sum]+left)
	}
}

// hiddenPart returns why a part has no figure in a group, or Estimated.
func (m *maker) hiddenPart(t *analysis.Table, p part, g int) analysis.Status {
	for _, r := range p.rows {
		if s := t.Cells[r][g].Status; s != analysis.Estimated {
			return s
		}
	}
	return analysis.Estimated
}

// partly reports whether a group shows some of its answers and hides two parts or
// more.
func (m *maker) partly(t *analysis.Table, parts []part, g int) bool {
	shown, hidden := 0.0, 0
	for _, p := range parts {
		switch s := m.hiddenPart(t, p, g); {
		case p.rows == nil:
		case s == analysis.Estimated:
			for _, r := range p.rows {
				shown += t.Cells[r][g].Value
			}
		case s.Hidden():
			hidden++
		default:
			return false
		}
	}
	return shown > 0 && hidden > 1
}

// unsplitKey is the key of the part that takes in what is hidden.
const unsplitKey = "not-split"

// withUnsplit adds a part for what is hidden when a group hides some of its parts
// and shows others: the share of these is a part of the whole.
func (m *maker) withUnsplit(t *analysis.Table, parts []part) []part {
	if slices.ContainsFunc(parts, func(p part) bool { return p.Role == Unknown }) {
		return parts
	}
	var names []string
	for _, p := range parts {
		for g := range t.Groups {
			if m.charted(t, g) && m.hiddenPart(t, p, g) != analysis.Estimated && m.partly(t, parts, g) {
				names = append(names, p.Label)
				break
			}
		}
	}
	if names == nil {
		return parts
	}
	return append(slices.Clip(parts), part{Series{unsplitKey, m.l.ChartNotSplit(names), Unknown}, nil})
}

// spare returns the position of the part of which the rounded share is of least
// interest: what is not split, all other answers, don't know, or a mix of
// departments; or -1 when there is none.
func spare(t *analysis.Table, parts []part) int {
	for i, p := range slices.Backward(parts) {
		mixed := t.Topic == analysis.Ownership && p.rows != nil && t.Rows[p.rows[0]].Means == survey.Mixed
		if p.Key == restKey || p.Role == Unknown || mixed {
			return i
		}
	}
	return -1
}

// whole reports whether the shares of a row's marks add up to 1.
func (r *Row) whole() bool {
	total := 0.0
	for _, mark := range r.Marks {
		total += mark.Value
	}
	return !r.drawn() || math.Abs(total-1) < 1e-6
}

// stackRecords returns the figures behind one stacked row. A part of several
// answers has no interval.
func stackRecords(t *analysis.Table, parts []part, g int, row *Row) [][]string {
	var records [][]string
	counted := 0
	for i, p := range parts {
		e := analysis.Estimate{Status: row.Status}
		switch {
		case row.drawn() && row.Marks[i].absent() && p.rows == nil:
			continue // nothing is hidden here
		case row.drawn() && row.Marks[i].absent():
			e.Status = row.Marks[i].Status
		case row.drawn():
			e.Value, e.Base = row.Marks[i].Value, row.N
			for _, r := range p.rows {
				e.Count += t.Cells[r][g].Count
			}
			if counted += e.Count; p.rows == nil {
				e.Count = row.N - counted
			}
			if len(p.rows) == 1 {
				e = t.Cells[p.rows[0]][g]
			}
		}
		records = append(records, record(&t.Groups[g], row.Label, p.Key, &e))
	}
	return records
}

// stackNotes adds the notes that the rows of a stacked chart call for.
func (m *maker) stackNotes(c *Chart) {
	few, zero := false, false
	for i := range c.Rows {
		few = few || c.Rows[i].drawn() && c.Rows[i].Tentative
		for _, mark := range c.Rows[i].Marks {
			zero = zero || mark.Value == 0 && !mark.absent()
		}
	}
	if few {
		c.Notes = append(c.Notes, m.notes.FewBars(analysis.FewAnswers))
	}
	c.Notes = append(c.Notes, m.hiddenNotes(c)...)
	if zero {
		c.Notes = append(c.Notes, m.notes.ZeroNotDrawn)
	}
	c.Notes = append(c.Notes, m.notes.Rounded, m.notes.Margins)
}

// withoutHidden leaves out of a chart the breakdowns of which no group has a bar, and
// returns their names: a page of hatched bars tells nothing. Their rows stay in the
// figures beside the chart.
func (m *maker) withoutHidden(c *Chart) []string {
	var left []string
	var kept []Row
	for i := 0; i < len(c.Rows); {
		end := i + 1
		for end < len(c.Rows) && !c.Rows[end].Heading {
			end++
		}
		block := c.Rows[i:end]
		if block[0].Heading && !slices.ContainsFunc(block, func(r Row) bool { return r.drawn() && !r.Heading }) {
			left = append(left, m.l.Small(block[0].Label))
		} else {
			kept = append(kept, block...)
		}
		i = end
	}
	c.Rows = kept
	return left
}
