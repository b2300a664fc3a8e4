package estimate

import (
	"fmt"
	"math"
	"slices"
)

// Groups are the units of a domain as groups of which all units have the same
// influence on an estimate, but for their weights: those who chose a point of a
// scale, or ticked as many options. It is the fast form of a mean or ratio of
// answers that are few.
type Groups struct {
	Statistic
	of []bundle
}

// bundle is groups in the same strata: cells hold the sums per stratum of each, and coef
// the influence of its units per unit of weight. at is what each of the strata is in a
// sample of more, going up; nil: the same.
type bundle struct {
	cells [][]Cell
	coef  []float64
	at    []int
}

// Among returns groups in some strata as groups in a sample of which these are the
// strata at, going up.
func (g Groups) Among(at []int) Groups {
	of := slices.Clone(g.of)
	for k := range of {
		of[k].at = at
	}
	return Groups{g.Statistic, of}
}

// Ratio returns the estimated ratio Σwy/Σwx over the units of the groups; those
// of group g have y[g] and x[g], and one cell per stratum. Nil x is 1 for all:
// the mean. It equals Design.Ratio and Design.Mean with the groups as domain, but
// has no Influence and no In.
func (s *Strata) Ratio(y, x []float64, groups [][]Cell) Groups {
	if len(y) != len(groups) || x != nil && len(x) != len(groups) {
		panic(fmt.Sprintf("estimate: %d and %d numbers for %d groups", len(y), len(x), len(groups)))
	}
	count := len(groups)
	coef := make([]float64, count)
	var few [2 * manyGroups]float64
	room := few[:]
	if count > manyGroups {
		room = make([]float64, 2*count)
	}
	weight, residual := room[:count], room[count:2*count]
	out := Groups{of: []bundle{{cells: groups, coef: coef}}}
	var fewStrata [manyStrata]Cell
	base := s.together(out, fewStrata[:])
	out.Statistic = Statistic{N: s.units(base), DF: s.df(base), Weight: weightOf(base)}
	if out.N == 0 {
		return out
	}
	out.Effective = out.Weight * out.Weight / squaresOf(base)
	if x == nil {
		x = ones(count)
	}
	for g := range groups {
		weight[g] = weightOf(groups[g])
	}
	below := sum(count, func(g int) float64 { return weight[g] * x[g] })
	if below != 0 {
		out.Value = sum(count, func(g int) float64 { return weight[g] * y[g] }) / below
		for g := range groups {
			residual[g] = y[g] - float64(out.Value*x[g])
			coef[g] = residual[g] / below
		}
	}
	out.Statistic = s.finished(out, base)
	if below == 0 {
		return out
	}
	out.Statistic = out.withDeff(sum(count, func(g int) float64 { return weight[g] * residual[g] * residual[g] }), below)
	return out
}

// finished returns the statistic of groups with its standard error.
func (s *Strata) finished(g Groups, base []Cell) Statistic {
	in := byStratum{of: g.of}
	variance, decided, census := s.variance(base, func(h int) float64 {
		cells, coef := in.stratum(h)
		return s.spread(h, cells, coef)
	}, in.square)
	g.SE, g.Lonely, g.Census = math.Sqrt(max(0, variance)), decided, census
	return g.Statistic
}

// manyGroups is more than most estimates have.
const manyGroups = 24

// byStratum goes through the strata of groups, from the first on.
type byStratum struct {
	of []bundle
	// next is where each bundle is; cells and coef are those of a stratum.
	next  [manyGroups]int
	cells [manyGroups]Cell
	coef  [manyGroups]float64
}

// stratum returns the cells of a stratum and the influence of each.
func (b *byStratum) stratum(h int) ([]Cell, []float64) {
	cells, coef := b.cells[:0], b.coef[:0]
	for k := range b.of {
		of := &b.of[k]
		i, found := b.place(k, h)
		if !found {
			continue
		}
		for g := range of.cells {
			cells, coef = append(cells, of.cells[g][i]), append(coef, of.coef[g])
		}
	}
	return cells, coef
}

// place returns which of the strata of a bundle a stratum is.
func (b *byStratum) place(k, h int) (int, bool) {
	at := b.of[k].at
	switch {
	case at == nil:
		return h, true
	case k >= len(b.next):
		return slices.BinarySearch(at, h)
	}
	i := b.next[k]
	for i < len(at) && at[i] < h {
		i++
	}
	b.next[k] = i
	return i, i < len(at) && at[i] == h
}

// square returns Σu² over the units of a stratum.
func (b *byStratum) square(h int) float64 {
	cells, coef := b.stratum(h)
	return sum(len(cells), func(k int) float64 { return cells[k].W2 * coef[k] * coef[k] })
}

// total returns Σu over the units of a stratum.
func (b *byStratum) total(h int) float64 {
	cells, coef := b.stratum(h)
	return sum(len(cells), func(k int) float64 { return coef[k] * cells[k].W })
}

// Contrast returns Σ coef·value of estimates of domains without a common unit. It
// equals Design.Contrast.
func (s *Strata) Contrast(coef []float64, of []Groups) Groups {
	var out Groups
	for k, g := range of {
		for _, a := range g.of {
			scaled := make([]float64, len(a.coef))
			for i, c := range a.coef {
				scaled[i] = coef[k] * c
			}
			out.of = append(out.of, bundle{a.cells, scaled, a.at})
		}
	}
	return s.contrasted(out, sum(len(of), func(k int) float64 { return coef[k] * of[k].Value }))
}

// BasisOf returns the statistic on the union of domains without a common unit, without an
// estimate.
func (s *Strata) BasisOf(of []Groups) Statistic {
	base := make([]Cell, len(s.Sampled))
	for k := range of {
		base = s.together(of[k], base)
	}
	return Statistic{N: s.units(base), DF: s.df(base)}
}

// PieceOfGroups are the units that are in the same of several domains, by the groups
// of which all have one number: In holds which domains, Cells those of each group.
type PieceOfGroups struct {
	In    []int
	Cells [][]Cell
}

// ContrastOverlappingGroups is Contrast of means of domains that may have units in
// common, of which all are in one of the pieces; those of group g have y[g].
func (s *Strata) ContrastOverlappingGroups(coef, y []float64, of []Groups, pieces []PieceOfGroups) Groups {
	var all bundle
	for _, piece := range pieces {
		for g, cells := range piece.Cells {
			u := 0.0
			for _, j := range piece.In {
				if of[j].Weight > 0 {
					u += coef[j] * (y[g] - of[j].Value) / of[j].Weight
				}
			}
			all.cells, all.coef = append(all.cells, cells), append(all.coef, u)
		}
	}
	return s.contrasted(Groups{of: []bundle{all}}, sum(len(of), func(k int) float64 { return coef[k] * of[k].Value }))
}

// contrasted returns groups with the statistic of a contrast.
func (s *Strata) contrasted(out Groups, value float64) Groups {
	var few [manyStrata]Cell
	base := s.together(out, few[:])
	out.Statistic = Statistic{Value: value, N: s.units(base), DF: s.df(base), Weight: weightOf(base)}
	if out.N == 0 {
		return out
	}
	out.Effective = out.Weight * out.Weight / squaresOf(base)
	out.Statistic = s.finished(out, base)
	return out
}

// CovarianceApart returns the covariance of two estimates of domains without a
// common unit, or of an estimate and itself, in a sample of which all holds the
// sums. It equals Design.Covariance.
func (s *Strata) CovarianceApart(a, b Groups, all []Cell) float64 {
	same := len(a.of) > 0 && len(b.of) > 0 && &a.of[0] == &b.of[0]
	if !same && apart(a, b) {
		return 0
	}
	inA, inB := byStratum{of: a.of}, byStratum{of: b.of}
	return s.total(all, func(h int) float64 {
		if same {
			cells, coef := inA.stratum(h)
			return s.spread(h, cells, coef)
		}
		// Nobody is in both, so that Σ(u-ū)(v-v̄) = -Σu·Σv/n.
		return -inA.total(h) * inB.total(h) / float64(s.Sampled[h])
	}, func(h int) float64 {
		if same {
			return inA.square(h)
		}
		return 0
	})
}

// apart reports whether two estimates are known to have no stratum in common.
func apart(a, b Groups) bool {
	if len(a.of) != 1 || len(b.of) != 1 || a.of[0].at == nil || b.of[0].at == nil {
		return false
	}
	x, y := a.of[0].at, b.of[0].at
	for len(x) > 0 && len(y) > 0 && x[0] != y[0] {
		if x[0] < y[0] {
			x = x[1:]
		} else {
			y = y[1:]
		}
	}
	return len(x) == 0 || len(y) == 0
}

// together returns the cells of the units of all groups and of those in room, which is
// made where it is too small.
func (s *Strata) together(groups Groups, room []Cell) []Cell {
	if len(room) < len(s.Sampled) {
		room = make([]Cell, len(s.Sampled))
	}
	base := room[:len(s.Sampled)]
	for _, of := range groups.of {
		for _, cells := range of.cells {
			for i := range cells {
				h := i
				if of.at != nil {
					h = of.at[i]
				}
				base[h] = Cell{base[h].N + cells[i].N, base[h].W + cells[i].W, base[h].W2 + cells[i].W2}
			}
		}
	}
	s.check(base, base)
	return base
}
