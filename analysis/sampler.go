package analysis

import (
	"fmt"
	"math"
	"slices"

	"benchmark/analysis/estimate"
	"benchmark/analysis/exact"
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
	strata  []int16
	weights []float64
	equal   []float64
	// given are the weights where those in a stratum differ; nil: nowhere.
	given *weights
	// adding are the weights wherever sums of numbers tell what the respondents one
	// by one do; nil: nowhere.
	adding *weights
	// rows says that estimates are made of the respondents one by one, since sums
	// per stratum do not tell: the weights are calibrated, or so unequal that
	// sums lose the small ones.
	rows    bool
	options Weighted
	level   float64
	// students are quantiles that were needed before.
	students *estimate.Students
}

// mostUnequal is the ratio of two weights from which sums on a grid lose digits.
const mostUnequal = 1 << 30

// newSampler returns the sampler of a survey, or nil when its figures are plain.
func newSampler(s *survey.Survey, o Options) (*sampler, error) {
	d := &s.Design
	if !d.Sampled {
		return nil, nil
	}
	p := &sampler{options: o.Weighted, level: o.Level, students: new(estimate.Students), strata: d.Of, weights: d.Weights}
	population := make([]float64, max(1, len(d.Strata)), len(d.Strata)+1)
	population[0] = math.Inf(1)
	for h := range d.Strata {
		population[h] = math.Inf(1)
		if n := d.Strata[h].Population; n > 0 && d.Of != nil {
			population[h] = float64(n)
		}
	}
	if err := failOnLonely(s, o.Weighted.Lonely); err != nil {
		return nil, err
	}
	if p.weights == nil {
		p.weights = slices.Repeat([]float64{1}, s.Respondents)
	}
	if p.strata == nil {
		p.strata = make([]int16, s.Respondents)
	}
	outside := 0
	for r, h := range d.Of {
		if h < 0 {
			if outside++; outside == 1 {
				p.weights, p.strata = slices.Clone(p.weights), slices.Clone(p.strata)
			}
			p.strata[r], p.weights[r] = int16(len(population)), 0
		}
	}
	if outside > 0 { // they stand for themselves alone, and so for nothing unseen
		population = append(population, float64(outside))
	}
	var err error
	if p.design, err = estimate.NewDesign(p.weights, p.strata, population, o.Weighted.Lonely); err != nil {
		return nil, fmt.Errorf("estimating by the design of the survey: %w", err)
	}
	p.design.Residual = d.Residual
	p.fast = p.design.Fast()
	p.equalWeights(len(population))
	p.grids()
	return p, nil
}

// failOnLonely returns an error with the name of the first stratum with one
// respondent of several that exist, where the policy is to fail on it.
func failOnLonely(s *survey.Survey, policy estimate.Lonely) error {
	if policy != estimate.Fail || s.Design.Of == nil {
		return nil
	}
	for h := range s.Design.Strata {
		if stratum := &s.Design.Strata[h]; stratum.Respondents == 1 && stratum.Population != 1 {
			_, title := s.StratumName(h)
			return fmt.Errorf("estimating by the design of the survey: stratum %q has one respondent, which shows no spread; take it together with another stratum or choose what it adds (adjust, certainty, remove, average)", title)
		}
	}
	return nil
}

// grids chooses between the ways of adding weights.
func (p *sampler) grids() {
	if p.rows = p.design.Residual != nil; p.rows {
		return
	}
	smallest, largest, without := math.Inf(1), 0.0, false
	for _, w := range p.weights {
		switch {
		case !(w > 0):
			without = true
		case w < smallest || w > largest:
			smallest, largest = min(smallest, w), max(largest, w)
		}
	}
	equal := !slices.ContainsFunc(p.equal, math.IsNaN)
	if largest == 0 || largest/smallest > mostUnequal || math.IsInf(largest*largest, 1) || smallest*smallest == 0 {
		p.rows = !equal
		return
	}
	p.addWeights(largest, equal, without)
}

// addWeights adds weights on grids, where they are not equal within strata also
// those of every set of respondents; without says that someone has none.
func (p *sampler) addWeights(largest float64, equal, without bool) {
	n := len(p.weights)
	p.adding = &weights{
		of: p.weights, grid: exact.NewGrid(largest, n), squares: exact.NewGrid(largest*largest, n), largest: largest, strata: len(p.equal), without: without,
	}
	if !equal {
		p.given = p.adding
	}
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

// cells returns the sums per stratum of a set, counted one by one.
func (p *sampler) cells(set survey.Bits) []estimate.Cell { return p.design.Cell(p.marks(set)) }

// marks returns for every respondent whether it is in the set.
func (p *sampler) marks(set survey.Bits) []bool {
	in := make([]bool, len(p.strata))
	set.Each(func(r int) { in[r] = true })
	return in
}

// estimateShare estimates the part of the members who are in part, which is within
// their base.
func (b *builder) estimateShare(part crowd, m *members) estimate.Statistic {
	p := b.sampler
	if p.rows {
		return p.design.Proportion(p.marks(part.set()), p.marks(m.rows()))
	}
	return m.share(b, part.tally)
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
func (b *builder) proportion(part crowd, m *members, population int) Estimate {
	p := b.sampler
	s := b.estimateShare(part, m)
	e := p.figure(s)
	if s.N == 0 {
		return nothing(m.n)
	}
	e.Count, e.Base = part.sum(m.in), m.n
	e.Unweighted = float64(e.Count) / float64(e.Base)
	q := s.Share()
	q.DF, q.Students = p.freedom(s), p.students
	if population > 0 && !math.IsNaN(p.commonWeight(m.rows())) {
		q.Population = population
	}
	method := p.options.Interval
	if method == "" {
		method = estimate.DefaultInterval
	}
	if method == estimate.LogitInterval || method == estimate.LikelihoodInterval {
		q.Fit = p.design.Fit(p.marks(part.set()), p.marks(m.rows()))
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

// nothing is the figure of a number of members without any weight: of those who answered it
// is not known whom they stand for.
func nothing(members int) Estimate {
	if members > 0 {
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
		Status: Estimated, Value: s.Value, SE: inRange(s.SE), Level: p.level, Weighted: true,
		WeightedBase: s.Weight, EffectiveBase: s.Effective,
		DesignEffect: inRange(s.Deff), DesignEffectReplacement: inRange(s.DeffReplacement),
	}
	if len(s.Lonely) > 0 {
		e.Notes = append(e.Notes, NoteLonely)
		e.Lonely = slices.Sorted(slices.Values(s.Lonely))
	}
	return e
}

// inRange returns x, or 0 where the squares of numbers are beyond the largest float64, so
// that there is none.
func inRange(x float64) float64 {
	if math.IsNaN(x) || math.IsInf(x, 0) {
		return 0
	}
	return x
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
	m := p.students.Summary(s, p.level)
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
