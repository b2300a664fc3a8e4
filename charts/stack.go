package charts

import (
	"math"

	"benchmark/analysis"
	"benchmark/survey"
)

// part is one series of a stacked chart: the rows of the table whose shares it
// adds up.
type part struct {
	Series
	rows []int
}

// stackRow returns the bar of one group of a table: a mark for every part, with
// percentages that add up to 100. When any figure may not be shown the row has
// the words that say so.
func (m *maker) stackRow(t *analysis.Table, parts []part, g int) Row {
	row := Row{Label: m.groupLabel(&t.Groups[g]), Status: analysis.Estimated}
	for _, p := range parts {
		for _, r := range p.rows {
			if s := t.Cells[r][g].Status; s != analysis.Estimated {
				row.Status, row.Words = s, m.missing(s)
				return row
			}
			row.N = t.Cells[r][g].Base
		}
	}
	row.Tentative = row.N < analysis.FewAnswers
	shares := make([]float64, len(parts))
	for i, p := range parts {
		for _, r := range p.rows {
			shares[i] += t.Cells[r][g].Value
		}
	}
	for i, whole := range wholePercentages(shares, spare(t, parts)) {
		label := m.l.Percent(float64(whole)/100, 0)
		if whole == 0 && shares[i] > 0 {
			label = m.words.BelowOne
		}
		row.Marks = append(row.Marks, Mark{Value: shares[i], Label: label})
	}
	return row
}

// spare returns the position of the part of which the rounded share is of least
// interest: all other answers, don't know, or a mix of departments; or -1 when
// there is none.
func spare(t *analysis.Table, parts []part) int {
	for i, p := range parts {
		mixed := t.Topic == analysis.Ownership && t.Rows[p.rows[0]].Means == survey.Mixed
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
	for i, p := range parts {
		e := analysis.Estimate{Status: row.Status}
		if row.drawn() {
			e.Value, e.Base = row.Marks[i].Value, row.N
			for _, r := range p.rows {
				e.Count += t.Cells[r][g].Count
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
			zero = zero || mark.Value == 0
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
