package analysis

import (
	"math"
	"slices"

	"benchmark/analysis/contrast"
	"benchmark/analysis/estimate"
	"benchmark/survey"
)

// testMeans tests whether a number, or the place on a scale, differs between
// the sides.
func (b *builder) testMeans(t *Test, s *tested, sides []side) {
	if len(sides) < 2 {
		t.Result = withheld(contrast.SmallBase)
		return
	}
	y, sides := b.measured(s, sides)
	c := b.chooseMean(s, y, sides)
	t.Ground = c.Ground
	if c.Withheld != contrast.Done {
		t.Result = withheld(c.Withheld)
		return
	}
	if byDesign(c.Test) {
		t.Result, t.Seen = b.designMeans(c.Test, s.question.Kind == survey.Scale, y, sides)
		return
	}
	t.Result, t.Seen = b.plainMeans(c.Test, y, sides)
}

// measured returns the number of every respondent and, of the sides, the members
// that have one.
func (b *builder) measured(s *tested, sides []side) ([]float64, []side) {
	if s.question.Kind == survey.Number {
		return s.column.Numbers, sides
	}
	points, on := s.question.Points()
	sides = slices.Clone(sides)
	for i := range sides {
		sides[i].members = b.onScale(&s.answers, sides[i].members, on)
	}
	return b.scores(&s.answers, points, on), sides
}

// chooseMean returns the test that was asked for, or the usual one.
func (b *builder) chooseMean(s *tested, y []float64, sides []side) contrast.Choice {
	situation := contrast.Situation{
		Kind: contrast.KindMean, Overlap: contrast.Apart, Groups: len(sides), Smallest: math.MaxInt, Answers: 1,
		Design: b.sampler != nil,
	}
	if s.question.Kind == survey.Scale {
		situation.Kind = contrast.KindOrdinal
	}
	first, seen := 0.0, false
	for _, side := range sides {
		situation.Smallest = min(situation.Smallest, side.members.Count())
		side.members.Each(func(r int) {
			if !seen {
				first, seen = y[r], true
			} else if y[r] != first {
				situation.Answers = 2
			}
		})
	}
	if b.sampler != nil {
		situation.DF = b.sampler.freedom(b.sampler.sum(b.sampler.means(y, sides)))
	}
	c := contrast.Choose(situation)
	if name := b.options.Tests.Test; c.Withheld == contrast.Done && slices.Contains(meanTests(), name) {
		two := []contrast.Name{contrast.DesignT, contrast.DesignRankT, contrast.WelchT, contrast.RankSumExact}
		if len(sides) > 2 && slices.Contains(two, name) {
			return contrast.Choice{Withheld: contrast.NotForSituation, Ground: BecauseAsked}
		}
		return contrast.Choice{Test: name, Ground: BecauseAsked}
	}
	return c
}

// means estimates the mean of each side.
func (p *sampler) means(y []float64, sides []side) []estimate.Statistic {
	means := make([]estimate.Statistic, len(sides))
	for i, s := range sides {
		means[i] = p.design.Mean(y, p.marks(s.members))
	}
	return means
}

// sum returns the statistic on the union of the domains.
func (p *sampler) sum(of []estimate.Statistic) estimate.Statistic {
	coef := make([]float64, len(of))
	for i := range coef {
		coef[i] = 1
	}
	return p.design.Contrast(coef, of)
}

// designMeans tests means, or the mean places in the population of the points
// of a scale, by the design; and the smallest difference that two would show.
func (b *builder) designMeans(name contrast.Name, scale bool, y []float64, sides []side) (contrast.Result, float64) {
	p := b.sampler
	if name == contrast.DesignRankT || scale && name == contrast.DesignMeansF {
		y = p.ranks(y, sides)
	}
	means := p.means(y, sides)
	if name != contrast.DesignMeansF {
		return b.designPair(name, means[0], means[1])
	}
	k := len(means)
	values, covariance := make([]float64, k), make([]float64, k*k)
	for i := range means {
		values[i] = means[i].Value
		for j := range means {
			covariance[i*k+j] = p.design.Covariance(means[i].Influence, means[j].Influence)
		}
	}
	return contrast.DesignMeans(values, covariance, p.freedom(p.sum(means))), 0
}

// designPair tests the difference of two estimates, with its interval.
func (b *builder) designPair(name contrast.Name, x, y estimate.Statistic) (contrast.Result, float64) {
	p := b.designed()
	s := p.design.Contrast([]float64{1, -1}, []estimate.Statistic{x, y})
	nu := p.freedom(s)
	r := contrast.DesignTest(s.Value, s.SE, nu)
	if r.Withheld == contrast.Done {
		r.Name = name
	}
	return b.bounded(r, s.Value, s.SE, nu-1)
}

// bounded adds the interval of the difference to a test of two figures, and
// returns the smallest difference that it would have found.
func (b *builder) bounded(r contrast.Result, difference, se, df float64) (contrast.Result, float64) {
	if r.Withheld != contrast.Done {
		return r, 0
	}
	m := estimate.Statistic{Value: difference, SE: se, DF: df, N: 2}.Summary(b.options.Level)
	r.Difference = contrast.Difference{Value: difference, Interval: m.Interval, Low: m.Low, High: m.High}
	seen, _ := contrast.SmallestSeen(se, df, 1-b.options.Level, power)
	return r, seen
}

// ranks returns the places of the numbers in the estimated population of the
// sides.
func (p *sampler) ranks(y []float64, sides []side) []float64 {
	weights := make([]float64, len(p.weights))
	for _, s := range sides {
		s.members.Each(func(r int) { weights[r] = p.weights[r] })
	}
	return contrast.PopulationRanks(y, weights)
}

// plainMeans tests numbers without a design.
func (b *builder) plainMeans(name contrast.Name, y []float64, sides []side) (contrast.Result, float64) {
	groups := make([][]float64, len(sides))
	for i, s := range sides {
		s.members.Each(func(r int) { groups[i] = append(groups[i], y[r]) })
	}
	switch name {
	case contrast.WelchT:
		return b.welch(groups[0], groups[1])
	case contrast.RankSumExact:
		return contrast.MannWhitney(groups[0], groups[1]), 0
	}
	return contrast.KruskalWallis(groups), 0
}

// welch is Welch's test with the interval of the difference.
func (b *builder) welch(x, y []float64) (contrast.Result, float64) {
	m, n := contrast.Moments(x), contrast.Moments(y)
	r := contrast.Welch(m, n)
	se := math.Sqrt(m.Variance/float64(max(m.N, 1)) + n.Variance/float64(max(n.N, 1)))
	return b.bounded(r, m.Mean-n.Mean, se, r.DF1)
}
