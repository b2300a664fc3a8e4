package analysis

import (
	"cmp"
	"math"
	"slices"

	"benchmark/analysis/contrast"
)

// Verdict is what a comparison allows to say.
type Verdict struct {
	// Conclusion is contrast.Higher, Lower or Undecided; never Alike, which a test
	// of difference can't carry.
	Conclusion contrast.Conclusion
	// Seen is the smallest difference that would have been found 8 times in 10,
	// for Undecided; 0 when there is none to tell.
	Seen float64
	// Need is what it would take to find a difference, for Undecided.
	Need Need
}

// Need is how many more answers two groups need for a difference of two shares
// to be found 8 times in 10. The zero value is: not known.
type Need struct {
	// A and B are the levels of the groups.
	A, B string
	// Aim is the difference that is to be found, > 0: the one between the two
	// shares, or 10 points where that is less or where the chance to find it is
	// good already.
	Aim float64
	// MoreA and MoreB are further answers, so that the groups come to rest on as
	// many answers as they can, and AllA and AllB are true when with these all
	// bodies that exist have answered.
	MoreA, MoreB int
	AllA, AllB   bool
	// Enough is false when even the answers of all bodies would not do for the
	// test; MoreA and MoreB are then all of those.
	Enough bool
}

// Known reports whether there is something to tell.
func (n Need) Known() bool { return n.Aim > 0 }

// aim is the least difference between two shares that further answers are
// counted for: 10 points.
const aim = 0.1

// Verdict says what the difference between the part and the whole carries: as
// much as its test, corrected for the number of channels, and its interval, and
// nothing where one of them is missing.
func (c *Comparison) Verdict() Verdict {
	d := &c.Difference
	alpha := 1 - d.Level
	different := c.Result.Name != contrast.NoTest && c.Result.Different(alpha)
	switch {
	case d.Status != Estimated || d.Method == NoInterval || c.Part.Status != Estimated || c.Whole.Status != Estimated:
		return Verdict{Conclusion: contrast.Undecided}
	case d.Low > 0 && different:
		return Verdict{Conclusion: contrast.Higher}
	case d.High < 0 && different:
		return Verdict{Conclusion: contrast.Lower}
	}
	seen := 0.0
	if d.DF > 0 && d.SE > 0 {
		seen, _ = contrast.SmallestSeen(d.SE, d.DF, alpha/float64(max(1, c.Family)), power)
	}
	if seen <= math.Abs(d.Value) {
		seen = 0
	}
	return Verdict{Conclusion: contrast.Undecided, Seen: seen}
}

// verdict says how the share of a group relates to that of another. A test that
// was not done carries nothing.
func (b *builder) verdict(t *Table, row int, d *Difference, alpha float64) Verdict {
	switch {
	case d.Result.Withheld != contrast.Done:
		return Verdict{Conclusion: contrast.Undecided}
	case d.Result.Different(alpha) && d.Result.Difference.Value > 0:
		return Verdict{Conclusion: contrast.Higher}
	case d.Result.Different(alpha) && d.Result.Difference.Value < 0:
		return Verdict{Conclusion: contrast.Lower}
	}
	plan := b.plan(alpha, d.Family, d.Result.Name)
	p := couple{t, row, t.Group(d.Breakdown, d.A), t.Group(d.Breakdown, d.B)}
	return Verdict{Conclusion: contrast.Undecided, Seen: p.seen(plan), Need: p.need(plan)}
}

// plan is the comparison of two shares by the test, one of a family: a correction
// for their number asks for as much as if each were tested at its part of the
// error level, which is what the smallest p value has to pass.
func (b *builder) plan(alpha float64, family int, test contrast.Name) contrast.Plan {
	if b.method() != contrast.Unadjusted {
		alpha /= float64(max(1, family))
	}
	return contrast.Plan{Alpha: alpha, Power: power, Exact: test == contrast.FisherExact || test == contrast.FisherSampled}
}

// couple is a share in two groups of a table.
type couple struct {
	table    *Table
	row      int
	of, with int
}

// bases returns what the two shares rest on, and how many answers there can be of
// each group, 0 when that is not known: one of every body that exists, but for
// those that took part without an answer to this question. Only a test by the
// design knows the finite population, and of those to whom a question was put it
// is not known; Fisher's takes the answers as they came.
func (p couple) bases(q contrast.Plan) (bases [2]contrast.Base, exist [2]int) {
	everyone := p.table.Base.Kind == BaseRespondents || p.table.Base.Kind == BaseEveryone
	for k, g := range [2]int{p.of, p.with} {
		e := &p.table.Cells[p.row][g]
		base := contrast.Base{Answers: float64(e.Base), Population: math.Inf(1)}
		if of := &p.table.Groups[g]; of.Population > 0 && of.Population >= of.Respondents && of.Respondents >= e.Base {
			exist[k] = of.Population - (of.Respondents - e.Base)
			if e.Weighted && !q.Exact && everyone {
				base.Population = float64(of.Population)
			}
		}
		if e.Weighted && !q.Exact && e.EffectiveBase > 0 {
			base.Effect = max(1, float64(e.Base)/e.EffectiveBase)
		}
		bases[k] = base
	}
	return bases, exist
}

// values are the two shares.
func (p couple) values() (x, y float64) {
	return p.table.Cells[p.row][p.of].Value, p.table.Cells[p.row][p.with].Value
}

// seen returns the smallest difference from the share of the group with most
// answers that the other would have shown; 0 when none would, or when the shares
// are as far apart and still were not told apart, which approximations can bring.
func (p couple) seen(q contrast.Plan) float64 {
	bases, _ := p.bases(q)
	x, y := p.values()
	if bases[1].Answers > bases[0].Answers {
		x, y, bases[0], bases[1] = y, x, bases[1], bases[0]
	}
	if seen := nearest(x, q.Detectable(x, bases[0], bases[1])); seen > math.Abs(x-y) {
		return seen
	}
	return 0
}

// need returns what it takes to see the difference between the shares. Of
// estimates that is told for the test by the design, also where it was Fisher's
// that could be done: more answers are what that test lacked.
func (p couple) need(q contrast.Plan) Need {
	if p.table.Cells[p.row][p.of].Weighted {
		q.Exact = false
	}
	bases, exist := p.bases(q)
	x, y := p.values()
	n := Need{A: p.table.Groups[p.of].Level, B: p.table.Groups[p.with].Level, Aim: math.Abs(x - y)}
	if n.Aim < aim || q.Chance(x, y, bases[0], bases[1]) >= power {
		// Ten points around the middle of the two, inside 0 and 1.
		middle := min(max((x+y)/2, aim/2), 1-aim/2)
		n.Aim, x, y = aim, middle-aim/2, middle+aim/2
	}
	m := q.More(x, y, bases[0], bases[1], exist[0], exist[1])
	if m.Enough && m.A+m.B == 0 {
		return Need{}
	}
	n.MoreA, n.MoreB, n.Enough = m.A, m.B, m.Enough
	n.AllA = exist[0] > 0 && int(bases[0].Answers)+m.A == exist[0]
	n.AllB = exist[1] > 0 && int(bases[1].Answers)+m.B == exist[1]
	return n
}

// sights fills in what the tests of shares that found nothing could have seen,
// between their two largest groups, and what more answers would do: of a whole
// question on the answer that is given most.
func (b *builder) sights(t *Table, tests []Test) {
	alpha := 1 - b.options.Level
	family := 0
	for i := range tests {
		if tests[i].Result.Withheld == contrast.Done {
			family++
		}
	}
	for i := range tests {
		x := &tests[i]
		if x.Measure != Share || x.Result.Withheld != contrast.Done || x.Result.Different(alpha) {
			continue
		}
		row := t.Row(x.Row, x.Measure)
		if x.Row == "" {
			row = t.commonest()
		}
		if row < 0 {
			continue
		}
		p := t.largest(x.Breakdown, x.Groups, row)
		plan := b.plan(alpha, family, x.Result.Name)
		x.Seen, x.Need = p.seen(plan), p.need(plan)
	}
}

// commonest is the option that is given most in total, -1 when none is shown.
func (t *Table) commonest() int {
	best := -1
	for r := range t.Rows {
		if t.Rows[r].Measure != Share || t.Rows[r].Net || t.Cells[r][0].Status != Estimated {
			continue
		}
		if best < 0 || t.Cells[r][0].Value > t.Cells[best][0].Value {
			best = r
		}
	}
	return best
}

// largest are the two of the groups of a breakdown that rest on most answers, in
// the order of the table.
func (t *Table) largest(breakdown string, levels []string, row int) couple {
	at := make([]int, len(levels))
	for i, level := range levels {
		at[i] = t.Group(breakdown, level)
	}
	slices.SortStableFunc(at, func(g, h int) int {
		return cmp.Compare(t.Cells[row][h].worth(), t.Cells[row][g].worth())
	})
	return couple{t, row, min(at[0], at[1]), max(at[0], at[1])}
}

// nearest returns the smaller of the distances from p to what can be told from
// it; 0 when nothing can.
func nearest(p float64, s contrast.Seen) float64 {
	switch {
	case s.HasDown && s.HasUp:
		return min(p-s.Down, s.Up-p)
	case s.HasDown:
		return p - s.Down
	case s.HasUp:
		return s.Up - p
	}
	return 0
}
