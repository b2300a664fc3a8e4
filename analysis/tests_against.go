package analysis

import (
	"math"
	"slices"

	"benchmark/analysis/contrast"
	"benchmark/analysis/estimate"
	"benchmark/survey"
)

// against compares each group of a breakdown, on each share and mean, with all
// who answered or with those of them outside the group. A part equals the whole
// when it equals the rest, so that both rest on one test, of the group beside
// the rest; they differ in the difference that is told, and its interval. The
// families are those of letters.
func (b *builder) against(s *tested, d *breakdown, tests []Test) {
	mirrored := s.question.Kind != survey.Multiple && len(s.rows) == 2
	var own []rowContrast
	for r := range s.table.Rows {
		row := &s.table.Rows[r]
		if row.Measure != Share && row.Measure != Mean || s.table.Cells[r][0].Status != Estimated {
			continue
		}
		contrasts := b.contrasts(s, d, r)
		if row.Measure == Share && !row.Net && !mirrored {
			own = append(own, contrasts...)
			continue
		}
		b.sign(s, d, tests, contrasts)
	}
	b.sign(s, d, tests, own)
}

// rowContrast is a contrast with the places of its row in the table and of its
// group in the breakdown.
type rowContrast struct {
	row, position int
	Contrast
}

// contrasts compares each group with the others on a row.
func (b *builder) contrasts(s *tested, d *breakdown, row int) []rowContrast {
	sides, _ := b.sides(s, d, row)
	of := &s.table.Rows[row]
	var all []rowContrast
	for i := range sides {
		rest := side{members: sides[i].rest()}
		c := Contrast{Row: of.Key, Measure: of.Measure, Level: sides[i].level, Reference: b.options.Tests.Against}
		switch {
		case b.hiddenAs(s, row, rest.in):
			c.Result = withheld(contrast.SmallBase)
		case of.Measure == Share:
			c.Result, c.Ground = b.shareContrast(s.desk, s.chosenIn(row), s.base, sides[i], rest)
		default:
			c.Result, c.Ground = b.meanContrast(s, sides[i], rest)
		}
		all = append(all, rowContrast{row, sides[i].position, c})
	}
	return all
}

// hiddenAs reports whether profiles are all that a hidden group of the table holds,
// so that a test would be one of that group.
func (b *builder) hiddenAs(s *tested, row int, set survey.Bits) bool {
	everyone := s.base.profiles()
	for d := range b.by {
		for p := range b.by[d].groups {
			at := s.table.Group(b.by[d].id, b.by[d].groups[p].Level)
			if at >= 0 && s.table.Cells[row][at].Status.Hidden() && slices.Equal(everyone.Intersect(b.profiles.groups[d][p]), set) {
				return true
			}
		}
	}
	return false
}

// shareContrast tests the share of a set in a group beside that in the rest.
func (b *builder) shareContrast(d *desk, set, base crowd, part, rest side) (contrast.Result, contrast.Ground) {
	if rest.n < b.minimum() {
		return withheld(contrast.SmallBase), contrast.NoGround
	}
	x := b.crossed(d, []side{part, rest}, []crowd{set, base.without(set)})
	c := b.chooseShare(x, 2)
	if c.Withheld != contrast.Done {
		return withheld(c.Withheld), c.Ground
	}
	r := x.test(c)
	if r.Withheld != contrast.Done {
		return r, c.Ground
	}
	whole := rest.members
	if b.options.Tests.Against == AgainstTotal {
		whole = base.all(nil)
	}
	r.Difference = b.differing(set, part.members, whole)
	return r, c.Ground
}

// differing returns the share of a set among members of a base less that among
// others of it, by their joint influence where there is a design or some are in both:
// Newcombe's interval of two plain groups, none where the spread of one looks like
// nothing.
func (b *builder) differing(set crowd, x, y *members) contrast.Difference {
	base, both := x.base, b.inBoth(x, y)
	if b.sampler == nil && both.n == 0 {
		return contrast.Newcombe(portionOf(set, x), float64(x.n), portionOf(set, y), float64(y.n), b.options.Level).Difference
	}
	p := b.designed()
	var s estimate.Statistic
	switch {
	case p.design.Residual != nil:
		o := p.marks(set.set())
		s = p.design.Contrast([]float64{1, -1}, []estimate.Statistic{p.design.Proportion(o, p.marks(x.rows())), p.design.Proportion(o, p.marks(y.rows()))})
	case p.rows:
		s = p.difference(set.set(), x.rows(), y.rows())
	default:
		chosen := both.sums(b, set.tally)
		s = b.everywhere().strata.Difference(x.sums(b, set.tally), x.sums(b, base.tally), y.sums(b, set.tally), y.sums(b, base.tally),
			estimate.Overlap{Parts: chosen, PartBase: chosen, BasePart: chosen, Bases: both.sums(b, base.tally)})
	}
	s.DF = p.freedom(s)
	m := s.Summary(b.options.Level)
	inX, inY, inBoth := x.counted(set.tally), y.counted(set.tally), both.counted(set.tally)
	if !m.Interval || constant(inX, x.n) || constant(inY, y.n) || constant(inX-inBoth, x.n-both.n) || constant(inY-inBoth, y.n-both.n) {
		return contrast.Difference{Value: s.Value}
	}
	return contrast.Difference{Value: s.Value, Interval: true, Low: math.Max(m.Low, -1), High: math.Min(m.High, 1)}
}

// difference returns the share of a set in x less that in y, from the respondents one
// by one.
func (p *sampler) difference(set, x, y survey.Bits) estimate.Statistic {
	common := x.Intersect(y)
	chosen := p.cells(common.Intersect(set))
	return p.fast.Difference(p.cells(x.Intersect(set)), p.cells(x), p.cells(y.Intersect(set)), p.cells(y),
		estimate.Overlap{Parts: chosen, PartBase: chosen, BasePart: chosen, Bases: p.cells(common)})
}

// constant reports whether all of n are in a set, or none, and there are any.
func constant(in, n int) bool { return n > 0 && (in == 0 || in == n) }

// inBoth returns those who are in two groups, found once for a group and another one.
func (b *builder) inBoth(x, y *members) *members {
	with := x.besideOthers().with
	both := with[y]
	if both == nil {
		both = &members{base: x.base, in: x.in.Intersect(y.in), desk: x.desk}
		both.n = x.base.sum(both.in)
		with[y] = both
	}
	return both
}

// known are the sums per stratum of the members who are in a tally, and how many those
// are.
type known struct {
	of    *int // the tally
	sums  []estimate.Cell
	n     int
	count bool
}

// know returns what is known of the members in a tally: of their base, or of the tally
// that was asked for last.
func (m *members) know(t tally) *known {
	k := &m.besideOthers().part
	if &t.n[0] == &m.base.n[0] {
		k = &m.beside.base
	}
	if k.of != &t.n[0] {
		*k = known{of: &t.n[0]}
	}
	return k
}

// sums returns the sums of the members in a tally in the strata of everyone.
func (m *members) sums(b *builder, t tally) []estimate.Cell {
	k := m.know(t)
	if k.sums == nil {
		k.sums = b.sums(m.amongAll(b), t)
	}
	return k.sums
}

// counted returns how many of the members are in a tally.
func (m *members) counted(t tally) int {
	k := m.know(t)
	if !k.count {
		k.n, k.count = t.sum(m.in), true
	}
	return k.n
}

// portionOf is the part of the members that is in a set.
func portionOf(set crowd, m *members) float64 { return float64(set.sum(m.in)) / float64(m.n) }

// meanContrast tests the mean of a group beside that of the rest: Welch's test,
// or that of the design. Of plain numbers the difference from all is that from
// the rest times the part that the rest is of all.
func (b *builder) meanContrast(s *tested, part, rest side) (contrast.Result, contrast.Ground) {
	m := b.measured(s, []side{part, rest})
	n, others := m.sizes[0], m.sizes[1]
	if n < b.minimum() || others < b.minimum() {
		return withheld(contrast.SmallBase), contrast.NoGround
	}
	total := b.options.Tests.Against == AgainstTotal
	if b.sampler != nil {
		if total {
			m = b.measured(s, []side{part, {members: s.base.all(part.numbers)}})
		}
		r, _ := b.designPair(contrast.DesignT, b.designedMeans(m).difference(0, 1))
		return r, contrast.BecauseDesign
	}
	r, _ := b.plainMeans(contrast.WelchT, m)
	if d := &r.Difference; total {
		of := float64(others) / float64(n+others)
		d.Value, d.Low, d.High = of*d.Value, of*d.Low, of*d.High
	}
	return r, contrast.BecauseSimple
}

// sign corrects a family of contrasts, puts it with the tests and its signs in
// the table.
func (b *builder) sign(s *tested, d *breakdown, tests []Test, family []rowContrast) {
	results := make([]contrast.Result, len(family))
	for i := range family {
		results[i] = family[i].Result
	}
	for i, r := range contrast.AdjustResults(results, b.method()) {
		c := &family[i]
		c.Result = r
		if t := testOf(tests, &s.table.Rows[c.row], d.parent(c.position)); t != nil {
			t.Contrasts = append(t.Contrasts, c.Contrast)
		}
		if at := s.table.Group(d.id, c.Level); at >= 0 {
			s.table.Signs[c.row][at] = signOf(&r, b.levels())
		}
	}
}

// Sign says how a figure differs from another.
type Sign string

// The signs.
const (
	NotDifferent Sign = ""
	Higher       Sign = "higher"        // at the loose error level
	HigherStrict Sign = "higher-strict" // at the strict one too
	Lower        Sign = "lower"
	LowerStrict  Sign = "lower-strict"
)

// signOf returns what a test found.
func signOf(r *contrast.Result, levels contrast.Levels) Sign {
	strict, above := r.Different(levels.Strict), r.Difference.Value > 0
	switch {
	case r.Difference.Value == 0 || !r.Different(levels.Loose):
		return NotDifferent
	case above && strict:
		return HigherStrict
	case above:
		return Higher
	case strict:
		return LowerStrict
	}
	return Lower
}

// designed is the sampler of the design, or one of plain figures: all in one
// stratum without end and without weights. That one is made by whom it is asked of first,
// which must be one thread alone: tests asks before it shares out its work, and figures
// without weights do not ask.
func (b *builder) designed() *sampler {
	if b.sampler != nil {
		return b.sampler
	}
	if b.plain == nil {
		n := b.survey.Respondents
		p := &sampler{options: b.options.Weighted, level: b.options.Level, strata: make([]int16, n), weights: slices.Repeat([]float64{1}, n)}
		// Nothing can be wrong with a design of ones.
		p.design, _ = estimate.NewDesign(p.weights, p.strata, nil, estimate.Adjust)
		p.fast = p.design.Fast()
		p.equalWeights(1)
		b.plain = p
	}
	return b.plain
}
