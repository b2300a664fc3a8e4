package estimate

import "math"

// Overlap tells, of two shares a in A and b in B, who counts in both: the cells
// of the units in a and b, in a and B, in A and b, and in A and B, one per
// stratum. Nil is nobody, so that the zero Overlap is that of two groups
// without a common unit.
type Overlap struct {
	Parts, PartBase, BasePart, Bases []Cell
}

// SameBase is the overlap of two shares in one base, of answers that units may
// give both: both holds the cells of those who do, nil when nobody can.
func SameBase(a, b, base, both []Cell) Overlap {
	return Overlap{Parts: both, PartBase: a, BasePart: b, Bases: base}
}

// WithinWhole is the overlap of the share of a in a part A of a whole and that
// of b, the same answer, in the whole.
func WithinWhole(a, base []Cell) Overlap {
	return Overlap{Parts: a, PartBase: a, BasePart: a, Bases: base}
}

// Covariance returns the covariance of the share of a in baseA and that of b in
// baseB, with what they have in common. It equals Design.Covariance of the
// influence of the two, Average counting the strata of their union.
//
// From the sums of a stratum, with p and q the shares and W the bases' weights,
//
//	Σuv = Σw²(I_a - p·I_A)(I_b - q·I_B) / (W_A·W_B)
//
// and Σ(u-ū)(v-v̄) is that minus Σu·Σv/n.
func (s *Strata) Covariance(a, baseA, b, baseB []Cell, both Overlap) float64 {
	s.check(a, baseA)
	s.check(b, baseB)
	wA, wB := weightOf(baseA), weightOf(baseB)
	if wA == 0 || wB == 0 {
		return 0
	}
	p, q := weightOf(a)/wA, weightOf(b)/wB
	product := func(h int) float64 {
		return (squared(both.Parts, h) - q*squared(both.PartBase, h) - p*squared(both.BasePart, h) + p*q*squared(both.Bases, h)) / wA / wB
	}
	total := s.total(union(baseA, baseB, both.Bases), func(h int) float64 {
		u, v := (a[h].W-p*baseA[h].W)/wA, (b[h].W-q*baseB[h].W)/wB
		return product(h) - u*v/float64(s.Sampled[h])
	}, product)
	return total
}

// Difference returns the share of a in baseA minus that of b in baseB, with the
// covariance of the two. Its domain is the union of the bases; Effective is
// that of the smaller of the two groups. It has no design effect.
func (s *Strata) Difference(a, baseA, b, baseB []Cell, both Overlap) Statistic {
	first, second := s.Share(a, baseA), s.Share(b, baseB)
	all := union(baseA, baseB, both.Bases)
	out := Statistic{
		Value: first.Value - second.Value, N: s.units(all), DF: s.df(all), Weight: weightOf(all),
		Effective: math.Min(first.Effective, second.Effective), Census: first.Census && second.Census,
	}
	ofA := func(h int) float64 { return s.within(h, a, baseA) }
	ofB := func(h int) float64 { return s.within(h, b, baseB) }
	varianceA, decided, _ := s.variance(all, ofA, ofA)
	varianceB := s.total(all, ofB, ofB)
	variance := varianceA + varianceB - 2*s.Covariance(a, baseA, b, baseB, both)
	if variance < alike*(varianceA+varianceB) {
		variance = 0
	}
	out.SE, out.Lonely = math.Sqrt(variance), decided
	return out
}

// within returns the spread of one share's influence in a stratum, or its square
// where one unit was sampled.
func (s *Strata) within(h int, part, base []Cell) float64 {
	w := weightOf(base)
	if w == 0 {
		return 0
	}
	p := weightOf(part) / w
	groups, coef := [...]Cell{part[h], less(base[h], part[h])}, []float64{(1 - p) / w, -p / w}
	if s.Sampled[h] == 1 {
		return groups[0].W2*coef[0]*coef[0] + groups[1].W2*coef[1]*coef[1]
	}
	return s.spread(h, groups[:], coef)
}

// squared returns the sum of the squared weights of a cell that may be nil.
func squared(cells []Cell, h int) float64 {
	if cells == nil {
		return 0
	}
	return cells[h].W2
}

// union returns the cells of the units in either of two bases.
func union(a, b, both []Cell) []Cell {
	all := make([]Cell, len(a))
	for h := range all {
		all[h] = Cell{a[h].N + b[h].N, a[h].W + b[h].W, a[h].W2 + b[h].W2}
		if both != nil {
			all[h] = less(all[h], both[h])
		}
	}
	return all
}
