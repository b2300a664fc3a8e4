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
	// order is that of the cells in puzzles, once it is known.
	order []int
	// n are how many respondents are in each group, and telling what the figures of each
	// tell by themselves, once that is known.
	n       [][]int
	telling [][]answer
	// in are which cells are in which groups of each breakdown, once it is known.
	in []membership
}

// answer is whether something holds, once it is known.
type answer uint8

const (
	unknown answer = iota
	no
	yes
)

// newJudge returns the judge of a base of which the groups are parts.
func (r Rule) newJudge(base survey.Bits, breakdowns []Breakdown) *judge {
	j := &judge{Rule: r, everyone: base, verdicts: make([][]Verdict, len(breakdowns))}
	cells := j.part(base, breakdowns)
	of := func(set survey.Bits) survey.Bits {
		in := survey.NewBits(cells)
		set.Each(func(i int) {
			if base.Has(i) {
				in.Set(j.cell[i] - 1)
			}
		})
		return in
	}
	j.base = of(base)
	for b, parts := range breakdowns {
		j.verdicts[b] = make([]Verdict, len(parts))
		own, n := make(Breakdown, len(parts)), make([]int, len(parts))
		for p, part := range parts {
			own[p] = of(part)
			n[p] = j.size(own[p])
		}
		j.breakdowns, j.n, j.telling = append(j.breakdowns, own), append(j.n, n), append(j.telling, make([]answer, len(parts)))
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

// part fills the cells and returns how many there are.
func (j *judge) part(base survey.Bits, breakdowns []Breakdown) int {
	class := make([]int, 64*len(base))
	// to is the class that those of each class get who are in a group, and in the last
	// group that had any of them.
	to, in := []int{0}, []int{0}
	group := 0
	for _, parts := range breakdowns {
		for _, part := range parts {
			group++
			part.Each(func(i int) {
				was := class[i]
				if in[was] != group {
					to[was], in[was] = len(to), group
					to, in = append(to, 0), append(in, 0)
				}
				class[i] = to[was]
			})
		}
	}
	cells := make([]int, len(to))
	base.Each(func(i int) {
		if cells[class[i]] == 0 {
			j.sizes = append(j.sizes, 0)
			cells[class[i]] = len(j.sizes)
		}
		class[i] = cells[class[i]]
		j.sizes[class[i]-1] += j.weight(i)
	})
	j.cell = class
	return len(j.sizes)
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
	for _, given := range j.given {
		if j.mostly(set, given) {
			return true
		}
	}
	return false
}

// partTells reports whether the figures of a group tell what one respondent answered.
func (j *judge) partTells(b, p int) bool {
	known := &j.telling[b][p]
	if *known == unknown {
		*known = no
		if j.tells(j.breakdowns[b][p]) {
			*known = yes
		}
	}
	return *known == yes
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
