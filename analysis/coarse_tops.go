package analysis

import (
	"slices"

	"benchmark/survey"
)

// insiders are respondents with the largest numbers, at most two of each atom.
func (w *numberSums) insiders() []int {
	var all []int
	for _, tops := range w.tops {
		all = append(all, tops[:min(2, len(tops))]...)
	}
	slices.SortStableFunc(all, func(x, y int) int {
		switch {
		case w.y[x] > w.y[y]:
			return -1
		case w.y[x] < w.y[y]:
			return 1
		}
		return x - y
	})
	return all[:min(len(all), mostInsiders)]
}

// mostTops is how many with the largest numbers are known: of those of one who attacks and
// one who is attacked one is always left.
const mostTops = 3

// top is the respondent of an atom with the largest number, but for one; -1: none.
func (w *numberSums) top(atom, but int) int {
	for _, r := range w.tops[atom] {
		if r != but {
			return r
		}
	}
	return -1
}

// largest is the respondent of a set with the largest number, but for some; -1: none.
func (w *numberSums) largest(in survey.Bits, but []int) int {
	top := -1
	in.Each(func(r int) {
		if !slices.Contains(but, r) && (top < 0 || w.y[r] > w.y[top]) {
			top = r
		}
	})
	return top
}
