package analysis

import (
	"sync"

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

// pairs compares every two groups on a row; of a nested breakdown those that lie
// within the same level of the outer questions.
func (b *builder) pairs(s *tested, d *breakdown, row int) []rowPair {
	sides, _ := b.sides(s, d, row)
	test := b.comparer(s, d, sides, row)
	var pairs []rowPair
	for i := range sides {
		for j := i + 1; j < len(sides); j++ {
			p, q := sides[i].position, sides[j].position
			if d.parent(p) == d.parent(q) {
				pairs = append(pairs, rowPair{row, contrast.Pair{A: p, B: q, Result: test(i, j)}})
			}
		}
	}
	return pairs
}

// comparer returns the test of two sides on a row: of shares the test of
// columns on their effective bases, of means Welch's t or that of the design.
// Respondents that are in both columns are taken into account.
func (b *builder) comparer(s *tested, d *breakdown, sides []side, row int) func(i, j int) contrast.Result {
	if s.table.Rows[row].Measure == Share {
		chosen := sync.OnceValue(func() crowd { return s.chosenIn(row) })
		return func(i, j int) contrast.Result { return b.columns(s, d, row, sides[i], sides[j], chosen) }
	}
	m := b.measured(s, sides)
	if b.sampler != nil || d.overlaps {
		means := b.jointMeans(m)
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

// columns compares two shares, with Newcombe's interval of their difference, or
// that of the design where the columns have respondents in common; chosen returns who
// the row counts.
func (b *builder) columns(s *tested, d *breakdown, row int, x, y side, chosen func() crowd) contrast.Result {
	column := func(e *Estimate) contrast.Column {
		c := contrast.Column{Share: e.Value, N: e.Base, Effective: float64(e.Base)}
		if e.Weighted {
			c.Effective = e.EffectiveBase
		}
		return c
	}
	c, e := column(&s.table.Cells[row][x.at]), column(&s.table.Cells[row][y.at])
	both := 0.0
	if d.overlaps {
		both = b.effective(b.inBoth(x.members, y.members))
	}
	r := contrast.Columns(c, e, both, b.minimum())
	switch {
	case r.Withheld != contrast.Done:
	case both == 0:
		r.Difference = contrast.Newcombe(c.Share, c.Effective, e.Share, e.Effective, b.options.Level).Difference
	default:
		r.Difference = b.differing(chosen(), x.members, y.members)
	}
	return r
}

// effective is the effective number of the members, see contrast.Column.
func (b *builder) effective(m *members) float64 {
	if b.sampler == nil {
		return float64(m.n)
	}
	known := m.besideOthers()
	if known.worth != nil {
		return *known.worth
	}
	var sum, squares, worth float64
	if b.sampler.rows {
		set := b.profiles.among(m.base.set(), m.in)
		w := b.sampler.weights
		set.Each(func(r int) { sum, squares = sum+w[r], squares+w[r]*w[r] })
	} else {
		sum, squares = b.weightOf(m.base.tally, m.in)
	}
	if squares != 0 {
		worth = sum * sum / squares
	}
	known.worth = &worth
	return worth
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
		t := testOf(tests, row, d.parent(p.A))
		t.Pairs = append(t.Pairs, Pair{
			Row: row.Key, Measure: row.Measure, A: d.groups[p.A].Level, B: d.groups[p.B].Level, Result: p.Result,
		})
	}
	for r := range s.table.Rows {
		if len(byRow[r]) == 0 {
			continue
		}
		names := contrast.Letters(len(d.groups), byRow[r], b.levels())
		for p, name := range names {
			if at := s.table.Group(d.id, d.groups[p].Level); at >= 0 {
				s.table.Letters[r][at] = name
			}
		}
	}
}

// testOf returns the test to which the comparisons of a row within a level of
// the outer questions belong: its own, or that of the whole question.
func testOf(tests []Test, row *Row, within string) *Test {
	var whole *Test
	for i := range tests {
		t := &tests[i]
		switch {
		case t.Within != within:
		case t.Row == row.Key && t.Measure == row.Measure:
			return t
		case whole == nil:
			whole = t
		}
	}
	return whole
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
