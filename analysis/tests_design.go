package analysis

import (
	"benchmark/analysis/contrast"
	"benchmark/analysis/estimate"
	"benchmark/survey"
)

// designed are the means of sides by the design.
type designed struct {
	values []float64
	// contrast is that of some of the means.
	contrast func(coef []float64, of ...int) estimate.Statistic
	// covariance is that of two of them.
	covariance func(i, j int) float64
	// basis is the statistic on the union of the sides, without an estimate.
	basis func() estimate.Statistic
}

// difference is the first mean less the second.
func (d *designed) difference(i, j int) estimate.Statistic {
	return d.contrast([]float64{1, -1}, i, j)
}

// means estimates the mean of each side, of the answers or of what points says for
// the options of a scale.
func (b *builder) means(m *measured, points []float64) *designed {
	if !m.scale() {
		return b.numberMeans(m)
	}
	if b.sampler.rows {
		return b.scoresOneByOne(b.sampler, m, points)
	}
	if overlap(m.sides) {
		return b.overlappingScores(m, points)
	}
	groups := b.scoredMeans(m, points)
	d := designed{values: valuesOf(groups)}
	fast := b.everywhere().strata
	d.contrast = func(coef []float64, of ...int) estimate.Statistic {
		return fast.Contrast(coef, pick(groups, of)).Statistic
	}
	d.basis = func() estimate.Statistic {
		return fast.BasisOf(groups)
	}
	all := b.sums(b.everywhere(), b.profiles.all())
	d.covariance = func(i, j int) float64 { return fast.CovarianceApart(groups[i], groups[j], all) }
	return &d
}

// scoredMeans estimates the mean of each side of what points say.
func (b *builder) scoredMeans(m *measured, points []float64) []estimate.Groups {
	means, y, all := make([]estimate.Groups, len(m.sides)), onScale(points, m.on), b.everywhere()
	for i := range m.sides {
		r := m.sides[i].strata(b)
		means[i] = r.strata.Ratio(y, nil, m.scores(b, i)).Among(r.placesIn(all))
	}
	return means
}

// valuesOf returns the estimates of groups.
func valuesOf(of []estimate.Groups) []float64 {
	values := make([]float64, len(of))
	for i := range of {
		values[i] = of[i].Value
	}
	return values
}

// jointMeans estimates the means of sides that may have members in common: by the
// design, or as if all were one stratum without weights.
func (b *builder) jointMeans(m *measured) *designed {
	switch {
	case b.sampler != nil:
		return b.designedMeans(m)
	case m.scale():
		return b.overlappingScores(m, m.points)
	}
	return b.designed().means(m.column.Numbers(), rowsOf(m.sides))
}

// scoresOneByOne estimates the mean of what points say from the respondents one by
// one.
func (b *builder) scoresOneByOne(p *sampler, m *measured, points []float64) *designed {
	return p.means(b.scores(m.answers, points, m.on), b.onScaleOf(m))
}

// means estimates the mean of y in each set of respondents, one by one.
func (p *sampler) means(y []float64, sets []survey.Bits) *designed {
	means := make([]estimate.Statistic, len(sets))
	d := designed{}
	for i, set := range sets {
		means[i] = p.design.Mean(y, p.marks(set))
		d.values = append(d.values, means[i].Value)
	}
	d.contrast = func(coef []float64, of ...int) estimate.Statistic { return p.design.Contrast(coef, pick(means, of)) }
	d.covariance = func(i, j int) float64 { return p.design.Covariance(means[i].Influence, means[j].Influence) }
	d.basis = func() estimate.Statistic { return p.design.Contrast(make([]float64, len(means)), means) }
	return &d
}

// numberMeans estimates the mean number of each side.
func (b *builder) numberMeans(m *measured) *designed {
	if b.sampler.design.Residual != nil {
		return b.sampler.means(m.column.Numbers(), rowsOf(m.sides))
	}
	if d := b.summedMeans(m); d != nil {
		return d
	}
	if overlap(m.sides) {
		return b.sampler.means(m.column.Numbers(), rowsOf(m.sides))
	}
	apart := b.apart(m)
	d := designed{basis: apart.Basis, covariance: apart.Covariance}
	for _, s := range apart.Means {
		d.values = append(d.values, s.Value)
	}
	d.contrast = func(coef []float64, of ...int) estimate.Statistic { return apart.Contrast(coef, of) }
	return &d
}

// apart estimates the means of sides without a common member from the numbers one by
// one.
func (b *builder) apart(m *measured) *estimate.Apart {
	domains := make([]*estimate.Domain, len(m.sides))
	for i := range m.sides {
		domains[i] = m.sides[i].estimates(b.sampler)
	}
	return estimate.NewApart(m.column.Numbers(), domains)
}

// summedMeans are numberMeans from sums; nil where those lose digits.
func (b *builder) summedMeans(m *measured) *designed {
	if m.sorted.sums == nil {
		return nil
	}
	fast := b.everywhere().strata
	means, d := make([]estimate.Linear, len(m.sides)), designed{}
	for i := range m.sides {
		mean, ok := fast.NumberMean(m.sides[i].added(b, m.sides[i].amongAll(b)))
		if !ok {
			return nil
		}
		means[i], d.values = mean, append(d.values, mean.Value)
	}
	if overlap(m.sides) {
		return b.overlappingMeans(m, means, d.values)
	}
	d.contrast = func(coef []float64, of ...int) estimate.Statistic {
		if s, ok := fast.ContrastLinear(coef, pick(means, of)); ok {
			return s
		}
		return b.apart(m).Contrast(coef, of)
	}
	d.basis = func() estimate.Statistic { return fast.UnionBasis(means) }
	all := b.sums(b.everywhere(), b.profiles.all())
	d.covariance = func(i, j int) float64 { return fast.CovarianceLinear(means[i], means[j], i == j, all) }
	return &d
}

// rowsOf returns the members of sides one by one.
func rowsOf(sides []side) []survey.Bits {
	sets := make([]survey.Bits, len(sides))
	for i := range sides {
		sets[i] = sides[i].rows()
	}
	return sets
}

// onScaleOf returns the members of sides who chose a point of the scale.
func (b *builder) onScaleOf(m *measured) []survey.Bits {
	sets := rowsOf(m.sides)
	for i := range sets {
		sets[i] = b.onScale(m.answers, sets[i], m.on)
	}
	return sets
}

// meanRanks estimates the mean place of each side in the estimated population of
// all sides.
func (b *builder) meanRanks(m *measured) *designed {
	p := b.sampler
	if m.scale() && !p.rows && !p.options.FileOrder && !overlap(m.sides) {
		weights := make([]float64, len(m.points))
		for i := range m.sides {
			cells := m.scores(b, i)
			for o := range m.points {
				if m.on[o] {
					for _, c := range cells[0] {
						weights[o] += c.W
					}
					cells = cells[1:]
				}
			}
		}
		return b.means(m, contrast.PopulationRanks(m.points, weights))
	}
	y, sets := m.column.Numbers(), rowsOf(m.sides)
	if m.scale() {
		y, sets = b.scores(m.answers, m.points, m.on), b.onScaleOf(m)
	}
	weights := make([]float64, len(p.weights))
	for _, set := range sets {
		set.Each(func(r int) { weights[r] = p.weights[r] })
	}
	ranks := contrast.PopulationRanks
	if p.options.FileOrder {
		ranks = contrast.PopulationRanksInOrder
	}
	return p.means(ranks(y, weights), sets)
}
