package analysis

import (
	"fmt"
	"math"
	"slices"

	"benchmark/analysis/estimate"
	"benchmark/survey"
)

// sampler makes estimates by the design of a survey. Respondents of whom the
// stratum is not known (Design.Of is -1) have no weight and don't count. Without
// Design.Of all belong to one stratum without end, whatever Strata says.
type sampler struct {
	design *estimate.Design
	fast   *estimate.Strata
	// strata and weights are those of the respondents; equal is the weight of all
	// in a stratum, NaN where they differ.
	strata  []int
	weights []float64
	equal   []float64
	options Weighted
	level   float64
}

// newSampler returns the sampler of a survey, or nil when its figures are plain.
func newSampler(s *survey.Survey, o Options) (*sampler, error) {
	d := &s.Design
	if !d.Sampled {
		return nil, nil
	}
	p := &sampler{options: o.Weighted, level: o.Level, strata: make([]int, s.Respondents), weights: make([]float64, s.Respondents)}
	population := make([]float64, max(1, len(d.Strata)), len(d.Strata)+1)
	population[0] = math.Inf(1)
	for h := range d.Strata {
		population[h] = math.Inf(1)
		if n := d.Strata[h].Population; n > 0 && d.Of != nil {
			population[h] = float64(n)
		}
	}
	outside := false
	for r := range p.strata {
		p.weights[r] = 1
		if d.Weights != nil {
			p.weights[r] = d.Weights[r]
		}
		if d.Of != nil {
			p.strata[r] = int(d.Of[r])
		}
		if p.strata[r] < 0 {
			p.strata[r], p.weights[r], outside = len(population), 0, true
		}
	}
	if outside {
		population = append(population, math.Inf(1))
	}
	var err error
	if p.design, err = estimate.NewDesign(p.weights, p.strata, population, o.Weighted.Lonely); err != nil {
		return nil, fmt.Errorf("estimating by the design of the survey: %w", err)
	}
	p.design.Residual = d.Residual
	p.fast = p.design.Fast()
	p.equalWeights(len(population))
	return p, nil
}

// equalWeights finds the strata in which all units weigh the same.
func (p *sampler) equalWeights(strata int) {
	p.equal = make([]float64, strata)
	seen := make([]bool, strata)
	for r, h := range p.strata {
		switch {
		case !seen[h]:
			p.equal[h], seen[h] = p.weights[r], true
		case p.equal[h] != p.weights[r]:
			p.equal[h] = math.NaN()
		}
	}
}

// cells sums the members per stratum.
func (p *sampler) cells(members survey.Bits) []estimate.Cell {
	cells := make([]estimate.Cell, len(p.equal))
	count := make([]int, len(p.equal))
	members.Each(func(r int) {
		if h := p.strata[r]; math.IsNaN(p.equal[h]) {
			if w := p.weights[r]; w > 0 {
				cells[h].Add(w)
			}
		} else {
			count[h]++
		}
	})
	for h, n := range count {
		if n > 0 && p.equal[h] > 0 {
			cells[h] = estimate.Equal(n, p.equal[h])
		}
	}
	return cells
}

// marks returns for every respondent whether it is in the set.
func (p *sampler) marks(set survey.Bits) []bool {
	in := make([]bool, len(p.strata))
	set.Each(func(r int) { in[r] = true })
	return in
}

// share estimates the part of base that is in part; part's respondents are among
// base's.
func (p *sampler) share(part, base survey.Bits) estimate.Statistic {
	if p.design.Residual != nil {
		return p.design.Proportion(p.marks(part), p.marks(base))
	}
	return p.fast.Share(p.cells(part), p.cells(base))
}

// freedom returns the degrees of freedom by the option.
func (p *sampler) freedom(s estimate.Statistic) float64 {
	switch p.options.Freedom {
	case FreedomDesign:
		return p.design.DF()
	case FreedomNormal:
		return math.Inf(1)
	}
	return s.DF
}

// proportion returns the estimated share as a figure; population is that of a
// group that is one whole stratum, or 0.
func (p *sampler) proportion(part, base survey.Bits, population int) Estimate {
	s := p.share(part.Intersect(base), base)
	e := p.figure(s)
	if s.N == 0 {
		return nothing(base)
	}
	e.Count, e.Base = part.And(base), base.Count()
	e.Unweighted = float64(e.Count) / float64(e.Base)
	q := s.Share()
	q.DF = p.freedom(s)
	if !math.IsNaN(p.commonWeight(base)) {
		q.Population = population
	}
	method := p.options.Interval
	if method == "" {
		method = estimate.DefaultInterval
	}
	low, high, ok := q.Interval(method, p.level)
	switch {
	case !ok:
		e.Notes = append(e.Notes, p.noInterval(s))
		return e
	case s.Census:
		e.Method = Census
	case method == estimate.DefaultInterval && q.Population > 0, method == estimate.ExactInterval:
		e.Method, e.Population = Hypergeometric, q.Population
		e.CountLow, e.CountHigh = int(math.Round(low*float64(q.Population))), int(math.Round(high*float64(q.Population)))
	case method == estimate.DefaultInterval:
		e.Method = KornGraubard
	default:
		e.Method = Method(method)
	}
	e.Low, e.High, e.DF = low, high, finite(q.DF)
	return e
}

// nothing is the figure of members without any weight: of those who answered it
// is not known whom they stand for.
func nothing(members survey.Bits) Estimate {
	if members.Count() > 0 {
		return Estimate{Status: Unknown}
	}
	return Estimate{Status: NoAnswers}
}

// finite returns x, or 0 for an endless number of degrees of freedom.
func finite(x float64) float64 {
	if math.IsInf(x, 1) {
		return 0
	}
	return x
}

// commonWeight returns the weight of all in the set, NaN when they differ.
func (p *sampler) commonWeight(set survey.Bits) float64 {
	common, first := math.NaN(), true
	set.Each(func(r int) {
		switch {
		case first:
			common, first = p.weights[r], false
		case common != p.weights[r]:
			common = math.NaN()
		}
	})
	return common
}

// figure returns the parts of an estimate that every statistic has.
func (p *sampler) figure(s estimate.Statistic) Estimate {
	e := Estimate{
		Status: Estimated, Value: s.Value, SE: s.SE, Level: p.level, Weighted: true,
		WeightedBase: s.Weight, EffectiveBase: s.Effective,
		DesignEffect: s.Deff, DesignEffectReplacement: s.DeffReplacement,
	}
	if len(s.Lonely) > 0 {
		e.Notes = append(e.Notes, NoteLonely)
		e.Lonely = slices.Sorted(slices.Values(s.Lonely))
	}
	return e
}

// noInterval says why a statistic has no interval.
func (p *sampler) noInterval(s estimate.Statistic) Note {
	if p.freedom(s) <= 0 {
		return NoteFreedom
	}
	return NoteNoInterval
}

// around adds the interval value ± t·SE to the figure of a statistic.
func (p *sampler) around(e Estimate, s estimate.Statistic) Estimate {
	s.DF = p.freedom(s)
	m := s.Summary(p.level)
	switch {
	case m.Interval:
		e.Low, e.High, e.DF, e.Method = m.Low, m.High, finite(m.DF), Taylor
	case s.Census:
		e.Low, e.High, e.Method = s.Value, s.Value, Census
	default:
		e.Notes = append(e.Notes, p.noInterval(s))
	}
	return e
}
