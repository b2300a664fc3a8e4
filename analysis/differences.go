package analysis

import (
	"slices"

	"benchmark/analysis/contrast"
	"benchmark/analysis/estimate"
	"benchmark/survey"
)

// Difference is the test whether the main figure of a table differs between two
// groups of a breakdown: use of a channel, satisfaction, rise of customer contact,
// webcare by the contact centre. Sentences on what differs rest on these.
type Difference struct {
	// Table and Row name the figure, a share; Breakdown, A and B the two groups.
	Table, Row, Breakdown, A, B string
	// Ground says why this test was chosen.
	Ground contrast.Ground
	// Result is corrected for all pairs of the breakdown on this figure. Its
	// Difference is the share of A less that of B.
	Result contrast.Result
	// Family is the number of pairs it was corrected for.
	Family int
	// Verdict is what the two shares allow to say of A against B.
	Verdict Verdict
}

// mostGroups is the largest number of groups of which all pairs are compared.
const mostGroups = 20

// differences compares, in every table that has a main figure, every two groups
// of a breakdown by a question. Groups that are hidden or have too few answers
// are not compared.
func (b *builder) differences(study *Study) {
	for i := range study.Tables {
		t := &study.Tables[i]
		row := t.Main()
		if row < 0 {
			continue
		}
		s, ok := b.tested(t, new(desk))
		if !ok {
			continue
		}
		for d := range b.by {
			if by := &b.by[d]; by.id != t.Question {
				of, own := b, s
				if t.Rows[row].Protected {
					if of = b.pooled(s.index, by.id); of != b {
						own, _ = of.tested(t, s.desk)
					}
				}
				study.Differences = append(study.Differences, of.mainDifferences(&own, by, row)...)
			}
		}
	}
}

// Main returns the position of the row of a table whose differences between groups
// are told, or -1: use of a channel, satisfaction, rise of contact, webcare by the
// contact centre.
func (t *Table) Main() int {
	switch t.Topic {
	case AdoptionTopic:
		return t.Meaning(survey.Uses)
	case Satisfaction:
		return t.Row(KeyTopTwo, Share)
	case Change:
		return t.Row(KeyRise, Share)
	case Ownership:
		return t.Meaning(survey.ContactCentre)
	}
	return -1
}

// mainDifferences compares every two groups of a breakdown on a row.
func (b *builder) mainDifferences(s *tested, d *breakdown, row int) []Difference {
	sides, _ := b.sides(s, d, row)
	if len(sides) < 2 || len(sides) > mostGroups {
		return nil
	}
	t := s.table
	compare := b.pairwise(s, sides, row)
	var all []Difference
	var results []contrast.Result
	for i := range sides {
		for j := i + 1; j < len(sides); j++ {
			x, y := &t.Cells[row][sides[i].at], &t.Cells[row][sides[j].at]
			c, r := compare(i, j)
			r.Difference = newcombe(x, y, b.options.Level)
			results = append(results, r)
			all = append(all, Difference{
				Table: t.ID, Row: t.Rows[row].Key, Breakdown: d.id, A: sides[i].level, B: sides[j].level, Ground: c.Ground,
			})
		}
	}
	alpha := 1 - b.options.Level
	results, family := b.adjusted(results)
	for k, r := range results {
		of := &all[k]
		of.Result, of.Family = r, family
		of.Verdict = b.verdict(t, row, of, alpha)
	}
	return all
}

// adjusted corrects results for the number of them that were done.
func (b *builder) adjusted(results []contrast.Result) (corrected []contrast.Result, family int) {
	for i := range results {
		if results[i].Withheld == contrast.Done {
			family++
		}
	}
	return contrast.AdjustResults(results, b.method()), family
}

// newcombe is the difference of two shares with Newcombe's interval.
func newcombe(x, y *Estimate, level float64) contrast.Difference {
	return contrast.Newcombe(x.Value, x.worth(), y.Value, y.worth(), level).Difference
}

// worth is the number of equally weighted answers a share rests on.
func (e *Estimate) worth() float64 {
	if e.Weighted {
		return e.EffectiveBase
	}
	return float64(e.Base)
}

// chosenIn are the respondents that a row of shares counts: who gave its option,
// or one of those that it adds up.
func (s *tested) chosenIn(row int) crowd {
	of := s.table.Rows[row].Of
	if !s.table.Rows[row].Net {
		of = []string{s.table.Rows[row].Key}
	}
	var options []int
	for o := range s.options {
		if slices.Contains(of, s.question.Options[o].Code) {
			options = append(options, o)
		}
	}
	return s.any(options)
}

// pairwise returns the test of two sides on a row, by the test that suits the
// two. What is counted of a side is counted once.
func (b *builder) pairwise(s *tested, sides []side, row int) func(i, j int) (contrast.Choice, contrast.Result) {
	in := s.chosenIn(row)
	answers := []crowd{in, s.base.without(in)}
	if b.sampler != nil && b.sampler.rows {
		return func(i, j int) (contrast.Choice, contrast.Result) {
			return b.chosenTest(b.crossed(s.desk, []side{sides[i], sides[j]}, answers))
		}
	}
	counts := make([][2]int, len(sides))
	var columns []estimate.Column
	if b.sampler != nil {
		columns = b.columnsOf(s.desk, sides, len(answers))
	}
	for g := range sides {
		for a := range answers {
			if b.sampler == nil {
				counts[g][a] = answers[a].sum(sides[g].in)
				continue
			}
			for _, c := range sides[g].strata(b).fill(columns[g].Cells[a], b.sampler, answers[a].tally) {
				counts[g][a] += c.N
			}
		}
	}
	return func(i, j int) (contrast.Choice, contrast.Result) {
		x := crossed{desk: s.desk}
		x.Columns = 2
		var given [2]estimate.Column
		for a := range answers {
			if x.add([]int{counts[i][a], counts[j][a]}) && b.sampler != nil {
				for k, g := range []int{i, j} {
					given[k].Strata = columns[g].Strata
					given[k].Cells = append(given[k].Cells, columns[g].Cells[a])
				}
			}
		}
		if b.sampler != nil && x.Rows > 0 && !overlap([]side{sides[i], sides[j]}) {
			b.estimated(&x, given[:], false)
		}
		return b.chosenTest(x)
	}
}

// chosenTest does the test that suits a table of two groups, or that was asked
// for.
func (b *builder) chosenTest(x crossed) (contrast.Choice, contrast.Result) {
	c := b.chooseShare(x, 2)
	if c.Withheld != contrast.Done {
		return c, withheld(c.Withheld)
	}
	return c, x.test(c)
}

// comparePart tests the part of a comparison against the whole it belongs to,
// which is the part against the rest.
func (b *builder) comparePart(c *Comparison) {
	part, whole := &c.Part, &c.Whole
	d := &c.Difference
	if b.sampler != nil {
		nu := d.DF + 1
		if d.Method == NoInterval {
			nu = 0
		}
		c.Result = contrast.DesignTest(d.Value, d.SE, nu)
		c.Ground = contrast.BecauseOverlap
		return
	}
	x, n, all, answers := part.Count, part.Base, whole.Count, whole.Base
	situation := contrast.Situation{
		Kind: contrast.KindShare, Overlap: contrast.PartOfWhole, Groups: 2, Smallest: min(n, answers-n), Answers: 1,
	}
	if all > 0 && all < answers {
		situation.Answers = 2
	}
	table := contrast.Counts{Count: []int{x, all - x, n - x, answers - n - (all - x)}, Rows: 2, Columns: 2}
	if situation.Answers == 2 && situation.Smallest > 0 {
		situation.LeastExpected = table.LeastExpected()
	}
	choice := contrast.Choose(situation)
	c.Ground = choice.Ground
	switch {
	case n < b.minimum():
		c.Result = withheld(contrast.SmallBase)
	case choice.Withheld != contrast.Done:
		c.Result = withheld(choice.Withheld)
	case choice.Test == contrast.FisherExact:
		c.Result = contrast.Fisher(table)
	default:
		c.Result = contrast.PartWhole(
			contrast.Column{Share: part.Value, N: n, Effective: float64(n)},
			contrast.Column{Share: whole.Value, N: answers, Effective: float64(answers)}, b.minimum())
	}
}

// compareParts tests the comparisons of a study: those of one row, over the
// channels, are a family.
func (b *builder) compareParts(all []Comparison) {
	for i := range all {
		b.comparePart(&all[i])
	}
	settled := make([]bool, len(all))
	for i := range all {
		if settled[i] {
			continue
		}
		var members []int
		var results []contrast.Result
		for k := range all {
			if all[k].Table == all[i].Table && all[k].Row == all[i].Row {
				members, results = append(members, k), append(results, all[k].Result)
			}
		}
		results, family := b.adjusted(results)
		for k, at := range members {
			all[at].Result, all[at].Family, settled[at] = results[k], family, true
		}
	}
}
