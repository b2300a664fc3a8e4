package analysis

import (
	"slices"
	"sync"

	"benchmark/analysis/estimate"
	"benchmark/survey"
)

// sized is one of a block: the number and who gave it, by what tables need of that.
type sized struct {
	number, weight float64
	profile        uint32
}

// laid is a block in order, laid out in one row when it is first needed: looked up one by
// one, each of a block would be fetched from memory for every group.
type laid struct {
	once sync.Once
	all  []sized
}

// block returns who are in a block, in order.
func (x *numbers) block(b int) []sized {
	of := &x.laid[b]
	of.once.Do(func() {
		rows := x.rows(b)
		all, profile := make([]sized, len(rows)), x.profiles.of
		// One after the other: a short loop waits for more of the memory at once.
		for k, r := range rows {
			all[k].profile = profile[r]
		}
		for k, r := range rows {
			all[k].number = x.of.Number(int(r))
		}
		if weights := x.weights; weights != nil {
			for k, r := range rows {
				all[k].weight = weights[r]
			}
		}
		of.all = all
	})
	return of.all
}

// rows returns who of all respondents are in a block, in order.
func (x *numbers) rows(b int) []uint32 {
	x.tidy[b].Do(func() { x.sort(x.start[b], x.start[b+1]) })
	return x.order[x.start[b]:x.start[b+1]]
}

// within returns the numbers of the n respondents in the profiles, ascending.
func (x *numbers) within(in survey.Bits, n int) []float64 {
	found := make([]float64, 0, n)
	for b := range x.tidy {
		for _, r := range x.rows(b) {
			if in.Has(int(x.profiles.of[r])) {
				found = append(found, x.of.Number(int(r)))
			}
		}
	}
	return found
}

// sorted returns the whole order in order.
func (x *numbers) sorted() []uint32 {
	for b := range x.tidy {
		x.rows(b)
	}
	return x.order
}

// sort puts some of the order in order: whole blocks.
func (x *numbers) sort(from, to int) {
	rows := x.order[from:to]
	slices.Sort(rows)
	if x.heavier != nil { // equal weights stay as they stand in the file
		slices.Reverse(rows)
		rows = estimate.Order(func(r uint32) float64 { return x.heavier[r] }, rows)
		slices.Reverse(rows)
	}
	if x.places != nil {
		rows = x.byRank(rows)
	} else {
		rows = estimate.Order(func(r uint32) float64 { return x.of.Number(int(r)) }, rows)
	}
	copy(x.order[from:to], rows)
}

// byRank returns who are in blocks by the ranks of their numbers, those with equal numbers as
// they stand. These are all ranks from the least to the largest.
func (x *numbers) byRank(rows []uint32) []uint32 {
	ranks := x.ranks()
	low, high := ^uint16(0), uint16(0)
	for _, r := range rows {
		rank := ranks[x.places[r]]
		low, high = min(low, rank), max(high, rank)
	}
	next := make([]uint32, int(high-low)+2) // where the next of each goes, one further on
	for _, r := range rows {
		next[int(ranks[x.places[r]]-low)+1]++
	}
	for k := range len(next) - 1 {
		next[k+1] += next[k]
	}
	order := make([]uint32, len(rows))
	for _, r := range rows {
		at := &next[ranks[x.places[r]]-low]
		order[*at] = r
		*at++
	}
	return order
}

// ranksOf returns the rank of each value among those that someone gave, equal ones having
// one; n is how many gave each.
func ranksOf(values []float64, n []uint32) []uint16 {
	var given []uint32
	for place, n := range n {
		if n > 0 {
			given = append(given, uint32(place))
		}
	}
	ranks, rank := make([]uint16, len(values)), uint16(0)
	order := estimate.Order(func(place uint32) float64 { return values[place] }, given)
	for k, place := range order {
		if k > 0 && values[place] != values[order[k-1]] {
			rank++
		}
		ranks[place] = rank
	}
	return ranks
}
