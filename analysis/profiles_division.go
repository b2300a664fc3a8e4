package analysis

import (
	"math/bits"
	"runtime"

	"benchmark/survey"
)

// division divides some respondents into profiles, group by group.
type division struct {
	of    []uint32 // of each of them the profile
	count int      // of the profiles, of which some may be nobody's
}

// profilesOf sets the profiles of respondents in the strata (nil: one) by the breakdowns,
// numbered from 0 in the order in which they come, and returns of each a respondent who
// has it and how many do.
func profilesOf[H int | int16](of []uint32, strata []H, by []breakdown) (example, size []int) {
	words := (len(of) + 63) / 64
	pieces := max(1, min(runtime.GOMAXPROCS(0), len(of)/manyRespondents))
	all := make([]division, pieces)
	examples, sizes, ends := make([][]int, pieces), make([][]int, pieces), make([]int, pieces+1)
	each(pieces, func(k int) {
		first, last := k*words/pieces, (k+1)*words/pieces
		from, to := first*64, min(last*64, len(of))
		all[k] = division{of[from:to], 1}
		if strata != nil {
			begin(&all[k], strata[from:to])
		}
		all[k].divide(by, func(members survey.Bits) survey.Bits { return members[first:last] })
		examples[k], sizes[k] = all[k].number(from)
	})
	if pieces == 1 {
		return examples[0], sizes[0]
	}
	for k := range examples {
		example = append(example, examples[k]...)
		ends[k+1] = len(example)
	}
	same := dividedAgain(example, strata, by)
	first, _ := same.number(0)
	size = make([]int, len(first))
	each(pieces-1, func(k int) { // those of the first piece keep their numbers
		k++
		to := same.of[ends[k]:ends[k+1]]
		for i, own := range all[k].of {
			all[k].of[i] = to[own]
		}
	})
	for k := range sizes {
		for own, n := range sizes[k] {
			size[same.of[ends[k]+own]] += n
		}
	}
	for k, i := range first {
		first[k] = example[i]
	}
	return first, size
}

// dividedAgain divides some of the respondents, which tells which profiles of pieces are
// the same.
func dividedAgain[H int | int16](some []int, strata []H, by []breakdown) *division {
	d := &division{make([]uint32, len(some)), 1}
	if strata != nil {
		of := make([]H, len(some))
		for i, r := range some {
			of[i] = strata[r]
		}
		begin(d, of)
	}
	d.divide(by, func(members survey.Bits) survey.Bits {
		in := survey.NewBits(len(some))
		for i, r := range some {
			if members.Has(r) {
				in.Set(i)
			}
		}
		return in
	})
	return d
}

// begin begins with the strata.
func begin[H int | int16](d *division, strata []H) {
	for i, h := range strata {
		d.of[i], d.count = uint32(h), max(d.count, int(h)+1)
	}
}

// divide divides by the groups of the breakdowns; among returns the places of those who are
// members.
func (d *division) divide(by []breakdown, among func(members survey.Bits) survey.Bits) {
	for b := range by {
		for _, members := range by[b].members {
			d.leave(among(members))
		}
	}
}

// leave lets who is in a group leave its profile for one of its own.
func (d *division) leave(group survey.Bits) {
	within, of := make([]uint32, d.count), d.of
	for k, word := range group {
		for ; word != 0; word &= word - 1 {
			i := k<<6 + bits.TrailingZeros64(word)
			from := of[i]
			to := within[from]
			if to == 0 {
				to = uint32(d.count)
				within[from] = to
				d.count++
			}
			of[i] = to
		}
	}
}

// number numbers the profiles that someone has from 0, in the order in which they come, and
// returns a respondent with each, of whom the first has a number, and how many have it.
func (d *division) number(first int) (example, size []int) {
	const unseen = ^uint32(0)
	to := make([]uint32, d.count)
	for i := range to {
		to[i] = unseen
	}
	for i, from := range d.of {
		if to[from] == unseen {
			to[from] = uint32(len(example))
			example, size = append(example, first+i), append(size, 0)
		}
		d.of[i] = to[from]
		size[to[from]]++
	}
	return example, size
}
