package analysis

import (
	"math"
	"slices"

	"benchmark/analysis/contrast"
	"benchmark/analysis/estimate"
	"benchmark/survey"
)

// power is the chance with which a difference that could have been seen is found.
const power = 0.8

// fewSteps limits Fisher's exact test where nobody asked for it: tables that
// need more get a p value from drawn tables, so that a study costs no seconds.
const fewSteps = 200_000

// testShares tests whether the answers, one of which each member gave, differ
// between the sides.
func (b *builder) testShares(t *Test, d *desk, sides []side, answers []crowd) {
	if len(sides) < 2 {
		t.Result = withheld(contrast.SmallBase)
		return
	}
	table := b.crossed(d, sides, answers)
	c := b.chooseShare(table, len(sides))
	t.Ground = c.Ground
	if c.Withheld != contrast.Done {
		t.Result = withheld(c.Withheld)
		return
	}
	t.Result = table.test(c)
}

// crossed is a table of answers by groups.
type crossed struct {
	contrast.Counts
	// cells are the estimates by the design; nil for plain figures.
	cells *estimate.Cells
	desk  *desk
}

// crossed counts the answers that were given by side, and estimates them where
// there is a design.
func (b *builder) crossed(d *desk, sides []side, answers []crowd) crossed {
	x := crossed{desk: d}
	x.Columns = len(sides)
	if b.sampler == nil {
		for _, a := range answers {
			row := make([]int, len(sides))
			for g, s := range sides {
				row[g] = a.sum(s.in)
			}
			x.add(row)
		}
	} else {
		b.estimateCells(&x, sides, answers)
	}
	return x
}

// add adds the counts of an answer; false when nobody gave it.
func (x *crossed) add(row []int) bool {
	if slices.Max(row) == 0 {
		return false
	}
	x.Count, x.Rows = append(x.Count, row...), x.Rows+1
	return true
}

// estimateCells fills the table by the design. Units without weight don't count.
func (b *builder) estimateCells(x *crossed, sides []side, answers []crowd) {
	if b.sampler.rows {
		b.estimateCellsOneByOne(x, sides, answers)
		return
	}
	columns := b.columnsOf(x.desk, sides, len(answers))
	given := 0
	for _, a := range answers {
		row := make([]int, len(sides))
		for g := range sides {
			of := &columns[g]
			for _, c := range sides[g].strata(b).fill(of.Cells[given], b.sampler, a.tally) {
				row[g] += c.N
			}
		}
		if x.add(row) {
			given++
		}
	}
	if x.Rows > 0 && x.Rows*x.Columns <= mostCells && !overlap(sides) {
		b.estimated(x, columns, b.testsTotals())
	}
}

// columnsOf returns room for the sums of so many answers in sides, as columns of a table.
func (b *builder) columnsOf(d *desk, sides []side, answers int) []estimate.Column {
	all, size := b.everywhere(), 0
	for g := range sides {
		size += len(sides[g].strata(b).number) * answers
	}
	cells := room(&d.groups, size)
	columns, rows := make([]estimate.Column, len(sides)), room(&d.byGroup, len(sides)*answers)
	for g := range sides {
		r := sides[g].strata(b)
		columns[g] = estimate.Column{Strata: r.placesIn(all), Cells: rows[g*answers : (g+1)*answers]}
		for k := range answers {
			columns[g].Cells[k], cells = cells[:len(r.number)], cells[len(r.number):]
		}
	}
	return columns
}

// testsTotals reports whether tables are tested by estimated totals, as Wald's tests are.
func (b *builder) testsTotals() bool {
	asked := b.options.Tests.Test
	return asked == contrast.WaldF || asked == contrast.AdjustedWaldF
}

// estimated estimates the cells of a table from the sums of its columns.
func (b *builder) estimated(x *crossed, columns []estimate.Column, totals bool) {
	size := x.Rows * x.Columns
	b.told(x, b.everywhere().strata.Crossed(x.Rows, columns, totals, room(&x.desk.table, size+size*size)))
}

// told puts estimated cells in a table, with the degrees of freedom by the option.
func (b *builder) told(x *crossed, cells estimate.Cells) {
	cells.DF = b.sampler.freedom(estimate.Statistic{DF: cells.DF})
	x.cells = &cells
}

// estimateCellsOneByOne is estimateCells from the respondents one by one.
func (b *builder) estimateCellsOneByOne(x *crossed, sides []side, answers []crowd) {
	p := b.sampler
	var given []crowd
	for _, a := range answers {
		row := make([]int, len(sides))
		for g := range sides {
			for _, c := range p.cells(sides[g].rows().Intersect(a.set())) {
				row[g] += c.N
			}
		}
		if x.add(row) {
			given = append(given, a)
		}
	}
	if x.Rows == 0 || x.Rows*x.Columns > mostCells || overlap(sides) {
		return
	}
	of := p.design.Cells
	if b.testsTotals() {
		of = p.design.CellTotals
	}
	b.told(x, of(p.places(given, nil), p.places(nil, sides), x.Rows, x.Columns))
}

// overlap reports whether a respondent is on two sides, as where a select-all
// question makes the groups. No table of cells that sum to 1 is made of those.
func overlap(sides []side) bool {
	for i := range sides {
		for j := range i {
			if sides[i].in.And(sides[j].in) > 0 {
				return true
			}
		}
	}
	return false
}

// places returns for every respondent which of the sets it is in, or which of
// the sides; -1 for none.
func (p *sampler) places(crowds []crowd, sides []side) []int {
	var sets []survey.Bits
	for _, c := range crowds {
		sets = append(sets, c.set())
	}
	for _, s := range sides {
		sets = append(sets, s.rows())
	}
	at := make([]int, len(p.strata))
	for r := range at {
		at[r] = -1
	}
	for i, set := range sets {
		set.Each(func(r int) { at[r] = i })
	}
	return at
}

// chooseShare returns the test that was asked for, or the usual one.
func (b *builder) chooseShare(x crossed, groups int) contrast.Choice {
	s := contrast.Situation{
		Kind: contrast.KindShare, Overlap: contrast.Apart, Groups: groups, Answers: x.Rows, Smallest: math.MaxInt,
		Design: b.sampler != nil,
	}
	for g := range x.Columns {
		n, given := 0, 0
		for r := range x.Rows {
			if c := x.Count[r*x.Columns+g]; c > 0 {
				n, given = n+c, given+1
			}
		}
		s.Smallest, s.Constant = min(s.Smallest, n), s.Constant || given == 1
	}
	if x.Rows > 0 {
		s.LeastExpected = x.LeastExpected()
	}
	if x.cells != nil {
		s.DF = x.cells.DF
	}
	c := contrast.Choose(s)
	if name := b.options.Tests.Test; slices.Contains(shareTests(), name) && c.Withheld == contrast.Done {
		c = contrast.Choice{Test: name, Ground: BecauseAsked}
	}
	if b.sampler != nil && x.cells == nil && c.Withheld == contrast.Done {
		return contrast.Choice{Withheld: contrast.NotForSituation}
	}
	return c
}

// test does the test that was chosen. One that was asked for by name is done
// whatever the counts, as R does it.
func (x *crossed) test(c contrast.Choice) contrast.Result {
	guard := contrast.Cautious(x.Count)
	if c.Ground == BecauseAsked {
		guard = contrast.Guard{}
	}
	switch c.Test {
	case contrast.RaoScottF:
		return x.desk.RaoScott(*x.cells, guard)
	case contrast.RaoScottChi2:
		return contrast.RaoScottFirst(*x.cells, guard)
	case contrast.WaldF:
		return contrast.Wald(*x.cells, guard)
	case contrast.AdjustedWaldF:
		return contrast.AdjustedWald(*x.cells, guard)
	case contrast.PearsonChi2:
		return contrast.Pearson(x.Counts)
	}
	if c.Ground == BecauseAsked {
		return contrast.Fisher(x.Counts)
	}
	return contrast.FisherWithin(x.Counts, fewSteps)
}
