package estimate

import (
	"fmt"
	"math"
)

// Groups are the units of a domain as groups of which all units have the same
// influence on an estimate, but for their weights: those who chose a point of a
// scale, or ticked as many options. It is the fast form of a mean or ratio of
// answers that are few.
type Groups struct {
	Statistic
	// cells hold the sums per stratum of each group, and coef the influence of its
	// units per unit of weight.
	cells [][]Cell
	coef  []float64
}

// Ratio returns the estimated ratio Σwy/Σwx over the units of the groups; those
// of group g have y[g] and x[g], and one cell per stratum. Nil x is 1 for all:
// the mean. It equals Design.Ratio and Design.Mean with the groups as domain, but
// has no Influence and no In.
func (s *Strata) Ratio(y, x []float64, groups [][]Cell) Groups {
	if len(y) != len(groups) || x != nil && len(x) != len(groups) {
		panic(fmt.Sprintf("estimate: %d and %d numbers for %d groups", len(y), len(x), len(groups)))
	}
	base, count := s.together(groups), len(groups)
	room := make([]float64, 3*count)
	coef, weight, residual := room[:count:count], room[count:2*count], room[2*count:]
	out := Groups{cells: groups, coef: coef}
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
	out.Statistic = out.withDeff(sum(len(y), func(g int) float64 { return weight[g] * residual[g] * residual[g] }), below)
	return out
}

// finished returns the statistic of groups with its standard error.
func (s *Strata) finished(g Groups, base []Cell) Statistic {
	var few [manyGroups]Cell
	room := few[:min(len(g.cells), manyGroups)]
	if len(g.cells) > manyGroups {
		room = make([]Cell, len(g.cells))
	}
	variance, decided, census := s.variance(base,
		func(h int) float64 { return s.spread(h, g.in(h, room), g.coef) },
		func(h int) float64 { return g.product(h, g) })
	g.SE, g.Lonely, g.Census = math.Sqrt(max(0, variance)), decided, census
	return g.Statistic
}

// manyGroups is more than most questions make.
const manyGroups = 24

// in puts the cells of a stratum in room, which has one for each group.
func (g Groups) in(h int, room []Cell) []Cell {
	for k := range g.cells {
		room[k] = g.cells[k][h]
	}
	return room
}

// product returns Σuv over the units of a stratum of two estimates by the same
// groups.
func (g Groups) product(h int, other Groups) float64 {
	return sum(len(g.cells), func(k int) float64 { return g.cells[k][h].W2 * g.coef[k] * other.coef[k] })
}

// Contrast returns Σ coef·value of estimates of domains without a common unit. It
// equals Design.Contrast.
func (s *Strata) Contrast(coef []float64, of []Groups) Groups {
	var out Groups
	for k, g := range of {
		out.cells = append(out.cells, g.cells...)
		for _, c := range g.coef {
			out.coef = append(out.coef, coef[k]*c)
		}
	}
	return s.contrasted(out, sum(len(of), func(k int) float64 { return coef[k] * of[k].Value }))
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
	var out Groups
	for _, piece := range pieces {
		for g, cells := range piece.Cells {
			u := 0.0
			for _, j := range piece.In {
				if of[j].Weight > 0 {
					u += coef[j] * (y[g] - of[j].Value) / of[j].Weight
				}
			}
			out.cells, out.coef = append(out.cells, cells), append(out.coef, u)
		}
	}
	return s.contrasted(out, sum(len(of), func(k int) float64 { return coef[k] * of[k].Value }))
}

// contrasted returns groups with the statistic of a contrast.
func (s *Strata) contrasted(out Groups, value float64) Groups {
	base := s.together(out.cells)
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
	same := len(a.cells) > 0 && len(b.cells) > 0 && &a.cells[0] == &b.cells[0]
	room := make([]Cell, len(a.cells))
	total := s.total(all, func(h int) float64 {
		if same {
			return s.spread(h, a.in(h, room), a.coef)
		}
		// Nobody is in both, so that Σ(u-ū)(v-v̄) = -Σu·Σv/n.
		return -a.total(h) * b.total(h) / float64(s.Sampled[h])
	}, func(h int) float64 {
		if same {
			return a.product(h, b)
		}
		return 0
	})
	return total
}

// total returns Σu over the units of a stratum.
func (g Groups) total(h int) float64 {
	return sum(len(g.cells), func(k int) float64 { return g.coef[k] * g.cells[k][h].W })
}

// together returns the cells of the units of all groups.
func (s *Strata) together(groups [][]Cell) []Cell {
	base := make([]Cell, len(s.Sampled))
	for _, cells := range groups {
		for h := range base {
			base[h] = Cell{base[h].N + cells[h].N, base[h].W + cells[h].W, base[h].W2 + cells[h].W2}
		}
		s.check(cells, base)
	}
	return base
}
