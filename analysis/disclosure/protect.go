package disclosure

import (
	"slices"

	"benchmark/survey"
)

// protect lets an attacker loose on what is shown, hides the smallest group by which
// it finds something out, and reports whether there was one. Where no group is left all
// of it is hidden.
func (j *judge) protect() bool {
	if j.Answers == nil {
		return false
	}
	atoms := j.ordered()
	for _, p := range j.puzzles(atoms) {
		found := p.Exposed(1)
		if len(found) == 0 {
			continue
		}
		in := survey.NewBits(len(j.sizes))
		p.exposedAtoms(found[0]).Each(func(a int) { in.Set(atoms[a]) })
		j.nothing = !j.hideSmallest(in)
		return !j.nothing
	}
	return false
}

// Exposes returns the members of whom what is shown by these verdicts exposes someone, or a
// count that is hidden for its own sake; nil: nothing does.
func (r Rule) Exposes(base survey.Bits, breakdowns []Breakdown, verdicts [][]Verdict) survey.Bits {
	j := r.newJudge(base, breakdowns)
	j.verdicts = verdicts
	atoms := j.ordered()
	for _, p := range j.puzzles(atoms) {
		if found := p.Exposed(1); len(found) > 0 {
			in := survey.NewBits(len(j.sizes))
			p.exposedAtoms(found[0]).Each(func(a int) { in.Set(atoms[a]) })
			return j.respondents(in)
		}
	}
	return nil
}

// exposedAtoms are those that an exposure is about.
func (p *Puzzle) exposedAtoms(e Exposure) survey.Bits {
	if e.Count >= 0 {
		return p.Counts[e.Count].In
	}
	of := survey.NewBits(len(p.Given))
	of.Set(e.Atom)
	return of
}

// hideSmallest hides the smallest of the shown groups that some cells are in,
// where there is none the smallest of all, and reports whether there is any.
func (j *judge) hideSmallest(cells survey.Bits) bool {
	for _, near := range []bool{true, false} {
		smallest := -1
		for b, parts := range j.breakdowns {
			for p := range parts {
				if n := j.n[b][p]; j.hides(b, p, near, cells) && (smallest < 0 || n < smallest) {
					smallest = n
				}
			}
		}
		for b, parts := range j.breakdowns {
			for p := range parts {
				if j.hides(b, p, near, cells) && j.n[b][p] == smallest {
					j.verdicts[b][p] = Others
				}
			}
		}
		if smallest >= 0 {
			return true
		}
	}
	return false
}

// hides reports whether a group is shown, and has some of the cells in it where it
// must be near.
func (j *judge) hides(b, p int, near bool, cells survey.Bits) bool {
	part := j.breakdowns[b][p]
	return j.verdicts[b][p] == Shown && part.Count() > 0 && (!near || part.And(cells) > 0)
}

// ordered are the cells in an order that the groups alone decide: by whether they are in
// each of them, those that are not first.
func (j *judge) ordered() []int {
	if j.order != nil {
		return j.order
	}
	groups := make([][]int, len(j.sizes))
	group := 0
	for _, parts := range j.breakdowns {
		for _, part := range parts {
			part.Each(func(c int) { groups[c] = append(groups[c], group) })
			group++
		}
	}
	j.order = make([]int, len(groups))
	for c := range j.order {
		j.order[c] = c
	}
	slices.SortFunc(j.order, func(x, y int) int { return lastFirst(groups[x], groups[y]) })
	return j.order
}

// lastFirst compares the groups that two cells are in, in order: which of them is not in the
// first group that only one is in comes first.
func lastFirst(x, y []int) int {
	for i := range min(len(x), len(y)) {
		if x[i] != y[i] {
			return y[i] - x[i]
		}
	}
	return len(x) - len(y)
}

// puzzles are what an attacker has to solve to find out what the cells answered:
// one of all answers, or one for every answer where several could be given.
func (j *judge) puzzles(atoms []int) []*Puzzle {
	together := !j.Several && len(j.given) < MostAnswers
	var all []*Puzzle
	for o := 0; o < len(j.given); o++ {
		some := j.given[o : o+1]
		if together {
			some = j.given
			o = len(j.given)
		}
		all = append(all, j.puzzle(atoms, some, !j.Several))
	}
	return all
}

// puzzle is that of some answers; rest says that to give none of them is an answer
// as well.
func (j *judge) puzzle(atoms []int, given [][]int, rest bool) *Puzzle {
	p := &Puzzle{Given: make([][]int, len(atoms))}
	none := 0
	for a, c := range atoms {
		left := j.sizes[c]
		for _, of := range given {
			p.Given[a] = append(p.Given[a], of[c])
			left -= of[c]
		}
		p.Given[a] = append(p.Given[a], left)
		none += left
	}
	answers := len(given)
	if rest && none > 0 {
		answers++
	}
	at := make([]int, len(atoms))
	for a, c := range atoms {
		at[c] = a
	}
	of := func(set survey.Bits) survey.Bits {
		in := survey.NewBits(len(atoms))
		set.Each(func(c int) { in.Set(at[c]) })
		return in
	}
	know := func(list []Known, set survey.Bits) []Known {
		in := of(set)
		for o := range answers {
			list = append(list, Known{in, 1 << o})
		}
		return list
	}
	for o := range answers {
		p.Secrets = append(p.Secrets, 1<<o)
	}
	p.Known = know(p.Known, j.base)
	for b, parts := range j.breakdowns {
		for i, part := range parts {
			switch {
			case j.n[b][i] == 0 && part.Count() == 0:
			case j.verdicts[b][i] == Shown:
				p.Known = know(p.Known, part)
			case j.n[b][i] < j.Minimum || j.partTells(b, i):
				p.Counts = know(p.Counts, part)
			}
		}
	}
	return p
}
