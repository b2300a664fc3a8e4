package analysis

import (
	"maps"
	"slices"
	"sync"

	"benchmark/analysis/estimate"
	"benchmark/survey"
)

// piece are profiles that are on the same of some sides.
type piece struct {
	profiles survey.Bits
	in       []int
}

// pieces cuts up what is on some sides, a part beside the whole or columns that
// respondents may be in together, into pieces without a common profile.
func pieces(sides []side) []piece {
	in := map[string]*piece{}
	var all survey.Bits
	for i := range sides {
		if all == nil {
			all = slices.Clone(sides[i].in)
		}
		all = all.Union(sides[i].in)
	}
	mark := make([]byte, len(sides))
	all.Each(func(k int) {
		for i := range sides {
			mark[i] = 0
			if sides[i].in.Has(k) {
				mark[i] = 1
			}
		}
		p := in[string(mark)]
		if p == nil {
			p = &piece{profiles: make(survey.Bits, len(all))}
			for i := range mark {
				if mark[i] == 1 {
					p.in = append(p.in, i)
				}
			}
			in[string(mark)] = p
		}
		p.profiles.Set(k)
	})
	var cut []piece
	for _, mark := range slices.Sorted(maps.Keys(in)) {
		cut = append(cut, *in[mark])
	}
	return cut
}

// overlappingMeans are the means of a number of sides that have members in common.
// Of several at once, which nothing asks for, they are those of the members one by
// one.
func (b *builder) overlappingMeans(m *measured, means []estimate.Linear, values []float64) *designed {
	rows := sync.OnceValue(func() *designed { return b.sampler.means(m.column.Numbers(), rowsOf(m.sides)) })
	return &designed{
		values: values,
		contrast: func(coef []float64, of ...int) estimate.Statistic {
			var cut []estimate.Piece
			for _, p := range pieces(pick(m.sides, of)) {
				on := &members{base: m.sides[0].base, in: p.profiles, numbers: m.sorted}
				cut = append(cut, estimate.Piece{Sums: on.added(b, on.amongAll(b)), In: p.in})
			}
			if s, ok := b.everywhere().strata.ContrastOverlapping(coef, pick(means, of), cut); ok {
				return s
			}
			return rows().contrast(coef, of...)
		},
		covariance: func(i, j int) float64 { return rows().covariance(i, j) },
		basis:      func() estimate.Statistic { return rows().basis() },
	}
}

// overlappingScores are the mean places on a scale of sides that have members in
// common.
func (b *builder) overlappingScores(m *measured, points []float64) *designed {
	p, everywhere := b.designed(), b.everywhere()
	var y []float64
	var options []int
	for o := range m.options {
		if m.on[o] {
			y, options = append(y, points[o]), append(options, o)
		}
	}
	means := b.scoredMeans(m, points)
	d := designed{values: valuesOf(means)}
	d.contrast = func(coef []float64, of ...int) estimate.Statistic {
		var cut []estimate.PieceOfGroups
		for _, piece := range pieces(pick(m.sides, of)) {
			in, cells := p.reach(b.profiles, piece.profiles).among(everywhere), make([][]estimate.Cell, len(options))
			for g, o := range options {
				cells[g] = b.sums(in, m.options[o].tally)
			}
			cut = append(cut, estimate.PieceOfGroups{In: piece.in, Cells: cells})
		}
		return everywhere.strata.ContrastOverlappingGroups(coef, y, pick(means, of), cut).Statistic
	}
	rows := sync.OnceValue(func() *designed { return b.scoresOneByOne(p, m, points) })
	d.covariance = func(i, j int) float64 { return rows().covariance(i, j) }
	d.basis = func() estimate.Statistic { return rows().basis() }
	return &d
}
