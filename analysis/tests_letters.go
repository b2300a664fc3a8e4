package analysis

import (
	"benchmark/analysis/contrast"
	"benchmark/survey"
)

// letters compares every two groups of a breakdown on each share and mean, and
// names in the table the columns that each exceeds. The options, or the options
// of a select-all question, are one family; a net or mean, which repeats what
// they say, is a family of its own; so is each of two answers of which all give
// one.
func (b *builder) letters(s *tested, d *breakdown, tests []Test) {
	mirrored := s.question.Kind != survey.Multiple && len(s.rows) == 2
	var own []rowPair
	for r := range s.table.Rows {
		row := &s.table.Rows[r]
		if row.Measure != Share && row.Measure != Mean {
			continue
		}
		pairs := b.pairs(s, d, r)
		if row.Measure == Share && !row.Net && !mirrored {
			own = append(own, pairs...)
			continue
		}
		b.settle(s, d, tests, pairs)
	}
	b.settle(s, d, tests, own)
}

// rowPair is a pair of columns of a row, with their places in the breakdown.
type rowPair struct {
	row int
	contrast.Pair
}

// pairs compares every two groups on a row.
func (b *builder) pairs(s *tested, d *breakdown, row int) []rowPair {
	sides, _ := b.sides(s, d, row)
	test := b.comparer(s, sides, row)
	var pairs []rowPair
	for _, p := range contrast.Pairs(len(sides), test) {
		p.A, p.B = sides[p.A].position, sides[p.B].position
		pairs = append(pairs, rowPair{row, p})
	}
	return pairs
}

// comparer returns the test of two sides on a row: of shares the test of
// columns on their effective bases, of means Welch's t or that of the design.
func (b *builder) comparer(s *tested, sides []side, row int) func(i, j int) contrast.Result {
	cell := func(i int) *Estimate { return &s.table.Cells[row][sides[i].at] }
	if s.table.Rows[row].Measure == Share {
		return func(i, j int) contrast.Result { return b.columns(cell(i), cell(j)) }
	}
	m := b.measured(s, sides)
	if b.sampler != nil {
		means := b.designedMeans(m)
		return func(i, j int) contrast.Result {
			r, _ := b.designPair(contrast.DesignT, means.difference(i, j))
			return r
		}
	}
	samples := make([]contrast.Sample, len(sides))
	for i := range sides {
		samples[i] = m.moments(i)
	}
	return func(i, j int) contrast.Result {
		r, _ := b.welch(samples[i], samples[j])
		return r
	}
}

// columns compares two shares, with Newcombe's interval of their difference.
func (b *builder) columns(x, y *Estimate) contrast.Result {
	column := func(e *Estimate) contrast.Column {
		c := contrast.Column{Share: e.Value, N: e.Base, Effective: float64(e.Base)}
		if e.Weighted {
			c.Effective = e.EffectiveBase
		}
		return c
	}
	c, d := column(x), column(y)
	r := contrast.Columns(c, d, 0, b.minimum())
	if r.Withheld == contrast.Done {
		r.Difference = contrast.Newcombe(c.Share, c.Effective, d.Share, d.Effective, b.options.Level).Difference
	}
	return r
}

// settle corrects a family of pairs, puts it with the tests and its letters in
// the table.
func (b *builder) settle(s *tested, d *breakdown, tests []Test, pairs []rowPair) {
	plain := make([]contrast.Pair, len(pairs))
	for i := range pairs {
		plain[i] = pairs[i].Pair
	}
	byRow := map[int][]contrast.Pair{}
	for i, p := range contrast.AdjustPairs(plain, b.method()) {
		r := pairs[i].row
		byRow[r] = append(byRow[r], p)
		row := &s.table.Rows[r]
		t := testOf(tests, row)
		t.Pairs = append(t.Pairs, Pair{
			Row: row.Key, Measure: row.Measure, A: d.groups[p.A].Level, B: d.groups[p.B].Level, Result: p.Result,
		})
	}
	alpha := 1 - b.options.Level
	for r := range s.table.Rows {
		if len(byRow[r]) == 0 {
			continue
		}
		names := contrast.Letters(len(d.groups), byRow[r], contrast.Levels{Strict: alpha / 5, Loose: alpha})
		for p, name := range names {
			if at := s.table.Group(d.id, d.groups[p].Level); at >= 0 {
				s.table.Letters[r][at] = name
			}
		}
	}
}

// testOf returns the test to which the pairs of a row belong: its own, or that
// of the whole question.
func testOf(tests []Test, row *Row) *Test {
	for i := range tests {
		if tests[i].Row == row.Key && tests[i].Measure == row.Measure {
			return &tests[i]
		}
	}
	return &tests[0]
}

// Letter returns the letter of a group of a table: A for the first of its
// breakdown; empty for the total.
func (t *Table) Letter(group int) string {
	first := group
	for first > 0 && t.Groups[first-1].Breakdown == t.Groups[group].Breakdown {
		first--
	}
	if t.Groups[group].Breakdown == TotalBreakdown {
		return ""
	}
	return contrast.ColumnName(group - first)
}
