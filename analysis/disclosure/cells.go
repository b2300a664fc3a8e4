package disclosure

import "benchmark/survey"

// judge is a rule for one base and its breakdowns, in which the members that are in
// the same groups are one cell: a set is a set of cells, so that the work does not
// grow with the number of members.
type judge struct {
	Rule
	base       survey.Bits
	breakdowns []Breakdown
	verdicts   [][]Verdict
	// everyone is the base in members, and cell the cell of each, from 1.
	everyone survey.Bits
	cell     []int
	// sizes are the respondents per cell, and given how many of each gave each answer.
	sizes []int
	given [][]int
	// nothing may be shown, not even of all.
	nothing bool
}

// newJudge returns the judge of a base of which the groups are parts.
func (r Rule) newJudge(base survey.Bits, breakdowns []Breakdown) *judge {
	j := &judge{Rule: r, everyone: base, verdicts: make([][]Verdict, len(breakdowns))}
	first := j.part(base, breakdowns)
	of := func(set survey.Bits) survey.Bits {
		cells := survey.NewBits(len(first))
		for c, respondent := range first {
			if set.Has(respondent) {
				cells.Set(c)
			}
		}
		return cells
	}
	j.base = of(base)
	for b, parts := range breakdowns {
		j.verdicts[b] = make([]Verdict, len(parts))
		own := make(Breakdown, len(parts))
		for p, part := range parts {
			own[p] = of(part)
		}
		j.breakdowns = append(j.breakdowns, own)
	}
	j.count()
	return j
}

// weight is how many respondents a member stands for.
func (r Rule) weight(member int) int {
	if r.Sizes == nil {
		return 1
	}
	return r.Sizes[member]
}

// part fills the cells and returns a member of each.
func (j *judge) part(base survey.Bits, breakdowns []Breakdown) (first []int) {
	class := make([]int, 64*len(base))
	classes := 1
	for _, parts := range breakdowns {
		for _, part := range parts {
			moved := map[int]int{}
			part.Each(func(i int) {
				to, ok := moved[class[i]]
				if !ok {
					to, classes = classes, classes+1
					moved[class[i]] = to
				}
				class[i] = to
			})
		}
	}
	cells := make([]int, classes)
	base.Each(func(i int) {
		if cells[class[i]] == 0 {
			first, j.sizes = append(first, i), append(j.sizes, 0)
			cells[class[i]] = len(first)
		}
		class[i] = cells[class[i]]
		j.sizes[class[i]-1] += j.weight(i)
	})
	j.cell = class
	return first
}

// size is the number of respondents in a set of cells.
func (j *judge) size(set survey.Bits) int {
	n := 0
	set.Each(func(c int) { n += j.sizes[c] })
	return n
}

// tells reports whether the figures of a set of cells tell what one respondent
// answered: all gave one answer, or all but one, who then knows it of the others.
func (j *judge) tells(set survey.Bits) bool {
	if j.Answers == nil {
		return j.Uniform(j.respondents(set))
	}
	n := j.size(set)
	for _, given := range j.given {
		in := 0
		set.Each(func(c int) { in += given[c] })
		if in > 0 && in >= n-1 {
			return true
		}
	}
	return false
}

// tellsApart reports the same of a set whose figures follow from those of others.
func (j *judge) tellsApart(set survey.Bits) bool {
	if j.Answers == nil && j.Apart != nil {
		return j.Apart(j.respondents(set))
	}
	return j.tells(set)
}

// count fills in how many of each cell gave each answer.
func (j *judge) count() {
	for _, given := range j.Answers {
		of := make([]int, len(j.sizes))
		j.everyone.Each(func(i int) { of[j.cell[i]-1] += given[i] })
		j.given = append(j.given, of)
	}
}

// respondents are those in a set of cells.
func (j *judge) respondents(set survey.Bits) survey.Bits {
	all := make(survey.Bits, len(j.everyone))
	j.everyone.Each(func(i int) {
		if set.Has(j.cell[i] - 1) {
			all.Set(i)
		}
	})
	return all
}
