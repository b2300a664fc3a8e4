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
	m := b.measured(s, sides)
	c := b.chooseMean(m)
	t.Ground = c.Ground
	switch {
	case c.Withheld != contrast.Done:
		t.Result = withheld(c.Withheld)
	case byDesign(c.Test):
		t.Result, t.Seen = b.designMeans(c.Test, m)
	default:
		t.Result, t.Seen = b.plainMeans(c.Test, m)
	}
}

// measured are sides with a number for each member: an answer, or what the chosen
// point of a scale counts for.
type measured struct {
	*tested
	sides []side
	// points count on a scale for the options that are on it; nil for numbers.
	points []float64
	on     []bool
	// places and times are the different points per side and how often each was
	// chosen, for a scale.
	places [][]float64
	times  [][]int
	sizes  []int
	means  *designed // once they are asked for
	// scored are the sums per stratum of those on each side who chose each option on
	// a scale, once they are asked for.
	scored [][][]estimate.Cell
}

// scores returns the sums per stratum of those on a side who chose each option on the
// scale.
func (m *measured) scores(b *builder, i int) [][]estimate.Cell {
	if m.scored == nil {
		m.scored = make([][][]estimate.Cell, len(m.sides))
	}
	if m.scored[i] == nil {
		r := m.sides[i].strata(b)
		m.scored[i] = b.scored(make([][]estimate.Cell, len(m.on)), make([]estimate.Cell, len(m.on)*len(r.number)), m.answers, m.on, r)
	}
	return m.scored[i]
}

// measured returns the sides with their numbers.
func (b *builder) measured(s *tested, sides []side) *measured {
	m := &measured{tested: s, sides: sides}
	if s.question.Kind == survey.Number {
		for i := range sides {
			sides[i].numbers = s.sorted
			m.sizes = append(m.sizes, sides[i].n)
		}
		return m
	}
	m.points, m.on = s.question.Points()
	for _, side := range sides {
		places, times, n := s.places(side.in, m.points, m.on)
		m.places, m.times, m.sizes = append(m.places, places), append(m.times, times), append(m.sizes, n)
	}
	return m
}

// scale reports whether the numbers are points of a scale.
func (m *measured) scale() bool { return m.points != nil }

// values returns the numbers of side i in ascending order.
func (m *measured) values(i int) []float64 {
	if !m.scale() {
		return m.sides[i].ascending()
	}
	var all []float64
	for k, place := range m.places[i] {
		all = append(all, slices.Repeat([]float64{place}, m.times[i][k])...)
	}
	return all
}

// constant reports whether all members of all sides have one number.
func (m *measured) constant() bool {
	least, most := math.Inf(1), math.Inf(-1)
	for i := range m.sides {
		switch side := m.sides[i].members; {
		case !m.scale() && side.n > 0:
			least, most = min(least, side.number(0)), max(most, side.number(side.n-1))
		case m.scale() && len(m.places[i]) > 0:
			places := m.places[i]
			least, most = min(least, places[0]), max(most, places[len(places)-1])
		}
	}
	return least >= most
}

// chooseMean returns the test that was asked for, or the usual one.
func (b *builder) chooseMean(m *measured) contrast.Choice {
	situation := contrast.Situation{
		Kind: contrast.KindMean, Overlap: contrast.Apart, Groups: len(m.sides), Smallest: slices.Min(m.sizes), Answers: 1,
		Design: b.sampler != nil,
	}
	if m.question.Kind == survey.Scale {
		situation.Kind = contrast.KindOrdinal
	}
	if !m.constant() {
		situation.Answers = 2
	}
	if b.sampler != nil {
		situation.DF = b.sampler.freedom(b.designedMeans(m).basis())
	}
	c := contrast.Choose(situation)
	if name := b.options.Tests.Test; c.Withheld == contrast.Done && slices.Contains(meanTests(), name) {
		two := []contrast.Name{contrast.DesignT, contrast.WelchT, contrast.RankSumExact}
		if len(m.sides) > 2 && slices.Contains(two, name) {
			return contrast.Choice{Withheld: contrast.NotForSituation, Ground: BecauseAsked}
		}
		return contrast.Choice{Test: name, Ground: BecauseAsked}
	}
	return c
}

// designMeans tests means, or the mean places in the population of the points
// of a scale, by the design; and the smallest difference that two would show.
func (b *builder) designMeans(name contrast.Name, m *measured) (contrast.Result, float64) {
	var means *designed
	if name == contrast.DesignRankT || m.question.Kind == survey.Scale && name == contrast.DesignMeansF {
		means = b.meanRanks(m)
	} else {
		means = b.designedMeans(m)
	}
	if len(m.sides) == 2 && name != contrast.DesignMeansF {
		return b.designPair(name, means.difference(0, 1))
	}
	k := len(means.values)
	covariance := make([]float64, k*k)
	for i := range k {
		for j := range i + 1 {
			c := means.covariance(i, j)
			covariance[i*k+j], covariance[j*k+i] = c, c
		}
	}
	r := contrast.DesignMeans(means.values, covariance, b.sampler.freedom(means.basis()))
	if r.Withheld == contrast.Done {
		r.Name = name
	}
	return r, 0
}

// designedMeans estimates the means of the sides by the design, once.
func (b *builder) designedMeans(m *measured) *designed {
	if m.means == nil {
		m.means = b.means(m, m.points)
	}
	return m.means
}

// designPair tests the difference of two estimates, with its interval.
func (b *builder) designPair(name contrast.Name, s estimate.Statistic) (contrast.Result, float64) {
	nu := b.designed().freedom(s)
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

// plainMeans tests numbers without a design.
func (b *builder) plainMeans(name contrast.Name, m *measured) (contrast.Result, float64) {
	switch name {
	case contrast.WelchT:
		return b.welch(m.moments(0), m.moments(1))
	case contrast.RankSumExact:
		return contrast.MannWhitney(m.values(0), m.values(1)), 0
	}
	return contrast.KruskalWallisOfTallies(len(m.sides), m.runs), 0
}

// moments returns what a test of means needs of side i.
func (m *measured) moments(i int) contrast.Sample {
	if m.scale() {
		return contrast.MomentsOfTallies(m.places[i], m.times[i])
	}
	return contrast.Moments(m.sides[i].ascending())
}

// runs yields how often each side has the smallest number, the next one and so on.
func (m *measured) runs(yield func([]int) bool) {
	next, times := make([]int, len(m.sides)), make([]int, len(m.sides))
	values := make([][]float64, len(m.sides))
	for i := range m.sides {
		if m.scale() {
			values[i] = m.places[i]
		} else {
			values[i] = m.sides[i].ascending()
		}
	}
	for {
		least := math.Inf(1)
		for i, k := range next {
			if k < len(values[i]) {
				least = min(least, values[i][k])
			}
		}
		if math.IsInf(least, 1) {
			return
		}
		for i := range times {
			times[i] = 0
			for next[i] < len(values[i]) && values[i][next[i]] == least {
				if m.scale() {
					times[i] += m.times[i][next[i]]
				} else {
					times[i]++
				}
				next[i]++
			}
		}
		if !yield(times) {
			return
		}
	}
}

// welch is Welch's test with the interval of the difference.
func (b *builder) welch(m, n contrast.Sample) (contrast.Result, float64) {
	r := contrast.Welch(m, n)
	se := math.Sqrt(m.Variance/float64(max(m.N, 1)) + n.Variance/float64(max(n.N, 1)))
	return b.bounded(r, m.Mean-n.Mean, se, r.DF1)
}
