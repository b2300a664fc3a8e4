package analysis

import (
	"fmt"

	"benchmark/analysis/estimate"
	"benchmark/survey"
)

// pooled returns the builder of the protected figures of a question by a breakdown: its
// strata are taken together where they have to be.
func (b *builder) pooled(question int, breakdown string) *builder {
	if b.collapse == nil {
		return b
	}
	p := b.collapse.of[question].of(breakdown, b.strata.number)
	if !p.together() {
		return b
	}
	key := fmt.Sprint(question, p)
	b.collapse.lock.Lock()
	defer b.collapse.lock.Unlock()
	if found := b.collapse.builders[key]; found != nil {
		return found
	}
	more := *b
	more.sampler = b.sampler.pooled(p, b.strata, b.confided(question))
	more.collapse = nil
	more.count()
	b.collapse.builders[key] = &more
	return &more
}

// confided are those whose answers to a question are protected, or to another one that a
// table of it tells about; all for what is made of several questions.
func (b *builder) confided(question int) survey.Bits {
	if question == severalQuestions {
		return everyone(b.survey.Respondents)
	}
	q := &b.survey.Questions[question]
	in := b.read(question).base.set()
	if q.Kind.Closed() {
		in = b.guard(question).base.set()
	}
	for _, g := range b.guardsOf(q) {
		in = in.Union(g.base.set())
	}
	return in
}

// pooled returns the sampler in which strata are taken together. Of those who are in a set
// all weigh the same in these, and together as much as before.
func (p *sampler) pooled(pools pooling, s *strata, in survey.Bits) *sampler {
	more := &sampler{options: p.options, level: p.level, students: p.students}
	more.weights = s.shared(pools, in, p.weights)
	stratum := apart(len(p.design.Population))
	for k, of := range pools {
		stratum = stratum.join(s.stratum[k], s.stratum[of])
	}
	population := append([]float64(nil), p.design.Population...)
	for h, of := range stratum {
		if of != h {
			population[of] += p.design.Population[h]
		}
	}
	for _, h := range p.strata {
		more.strata = append(more.strata, int16(stratum[h]))
	}
	var err error
	if more.design, err = estimate.NewDesign(more.weights, more.strata, population, p.options.Lonely); err != nil {
		panic(fmt.Sprintf("analysis: taking strata together: %v", err)) // none can have more respondents than there are bodies
	}
	more.fast = more.design.Fast()
	more.equalWeights(len(population))
	more.grids()
	return more
}

// shared are the weights when strata are taken together.
func (s *strata) shared(pools pooling, in survey.Bits, weights []float64) []float64 {
	n := make([]int, len(pools))
	in.Each(func(r int) { n[s.of[r]]++ })
	strata, members, sums := make([]int, len(pools)), make([]int, len(pools)), make([]float64, len(pools))
	for k, of := range pools {
		if n[k] > 0 {
			strata[of], members[of], sums[of] = strata[of]+1, members[of]+n[k], sums[of]+float64(n[k])*s.weights[k]
		}
	}
	all := append([]float64(nil), weights...)
	in.Each(func(r int) {
		if k := s.of[r]; strata[pools[k]] > 1 {
			all[r] = sums[pools[k]] / float64(members[pools[k]])
		}
	})
	return all
}
