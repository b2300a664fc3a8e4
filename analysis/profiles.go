package analysis

import (
	"math/bits"
	"slices"
	"sync"

	"benchmark/analysis/exact"
	"benchmark/survey"
)

// profiles tell respondents apart as far as tables do: by stratum and by the
// groups of every breakdown. Each question is counted once, by profile, in one
// pass over two columns of small integers; every group of every breakdown, every
// stratum of it and all that is deduced from them is then a sum over profiles.
type profiles struct {
	// of is the profile of each respondent.
	of []uint32
	// stratum is that of each profile, and size the number of its respondents.
	stratum []int
	size    []int
	by      []breakdown
	// groups are the profiles in each group of each breakdown.
	groups [][]survey.Bits
	// reaches are where those groups can be; nil where nothing is estimated by sums.
	reaches *reaches
	// weights are how the respondents are weighed; nil: only their number counts.
	weights *weights
	// all returns the tally of all respondents.
	all func() tally
}

// weights are the weights of respondents, to be added without loss.
type weights struct {
	of   []float64
	grid exact.Grid
	// squares is the grid of the squared weights.
	squares exact.Grid
	// without is true when someone has no weight above 0.
	without bool
	// largest is the largest weight, and strata the number of the strata.
	largest float64
	strata  int
}

// newProfiles returns the profiles of n respondents in the strata (nil: one) by
// the breakdowns.
func newProfiles[H int | int16](n int, strata []H, by []breakdown, w *weights) *profiles {
	p := &profiles{of: make([]uint32, n), by: by, weights: w}
	var example []int
	example, p.size = profilesOf(p.of, strata, by)
	p.stratum = make([]int, len(example))
	for k, r := range example {
		if strata != nil {
			p.stratum[k] = int(strata[r])
		}
	}
	p.describe(example)
	p.all = sync.OnceValue(func() tally {
		if p.weights == nil {
			return tally{n: p.size}
		}
		all := &setCounter{p, everyone(n), p.tallies(1)}
		p.countAll([]counter{all})
		return all.tally
	})
	return p
}

// describe fills in the groups of the profiles, by an example of each.
func (p *profiles) describe(example []int) {
	p.groups = make([][]survey.Bits, len(p.by))
	for d := range p.by {
		for _, members := range p.by[d].members {
			in := survey.NewBits(len(example))
			for k, r := range example {
				if members.Has(r) {
					in.Set(k)
				}
			}
			p.groups[d] = append(p.groups[d], in)
		}
	}
}

// everyone returns all profiles.
func (p *profiles) everyone() survey.Bits { return everyone(len(p.stratum)) }

// only returns the profiles with those of the breakdowns that keep accepts.
func (p *profiles) only(keep func(*breakdown) bool) *profiles {
	if !slices.ContainsFunc(p.by, func(by breakdown) bool { return !keep(&by) }) {
		return p
	}
	some := *p
	some.by, some.groups = nil, nil
	if p.reaches != nil {
		some.reaches = &reaches{everyone: p.reaches.everyone}
	}
	for d := range p.by {
		if keep(&p.by[d]) {
			some.by, some.groups = append(some.by, p.by[d]), append(some.groups, p.groups[d])
			if p.reaches != nil {
				some.reaches.alone, some.reaches.among = append(some.reaches.alone, p.reaches.alone[d]), append(some.reaches.among, p.reaches.among[d])
			}
		}
	}
	return &some
}

// tally is a number of respondents per profile, and what they weigh where
// weights differ within strata.
type tally struct {
	n []int
	w []weighed
}

// weighed sums the respondents with a weight above 0.
type weighed struct {
	n          int
	w, squares exact.Fixed
}

// tallies returns room for k tallies, one behind the other.
func (p *profiles) tallies(k int) tally {
	t := tally{n: make([]int, k*len(p.stratum))}
	if p.weights != nil {
		t.w = make([]weighed, k*len(p.stratum))
	}
	return t
}

// part returns count of several tallies, from the k-th.
func (p *profiles) part(t tally, k, count int) tally {
	from, to := k*len(p.stratum), (k+count)*len(p.stratum)
	part := tally{n: t.n[from:to]}
	if t.w != nil {
		part.w = t.w[from:to]
	}
	return part
}

// addOne counts one respondent.
func (p *profiles) addOne(t tally, r int) {
	weight := 0.0
	if p.weights != nil {
		weight = p.weights.of[r]
	}
	p.add(t, p.of[r], weight)
}

// add counts one respondent with a profile, and with a weight where there are any.
func (p *profiles) add(t tally, profile uint32, weight float64) {
	t.n[profile]++
	if w := p.weights; w != nil && weight > 0 {
		t.w[profile].take(&weighed{1, w.grid.Fixed(weight), w.squares.Fixed(weight * weight)})
	}
}

// count returns the tally of a set.
func (p *profiles) count(set survey.Bits) tally {
	t := p.tallies(1)
	set.Each(func(r int) { p.addOne(t, r) })
	return t
}

// sumOf adds up the first of several tallies.
func (p *profiles) sumOf(t tally, count int) tally {
	sum := p.tallies(1)
	for k := range count {
		sum.plus(p.part(t, k, 1))
	}
	return sum
}

// plus adds a tally of others to t.
func (t tally) plus(other tally) {
	for k, n := range other.n {
		t.n[k] += n
	}
	for k, w := range other.w {
		t.w[k] = t.w[k].plus(w)
	}
}

// minus takes a part out of a sum.
func (s weighed) minus(part weighed) weighed {
	return weighed{s.n - part.n, s.w.Minus(part.w), s.squares.Minus(part.squares)}
}

// plus adds up two sums.
func (s weighed) plus(other weighed) weighed {
	return weighed{s.n + other.n, s.w.Plus(other.w), s.squares.Plus(other.squares)}
}

// minus returns t without a part of its respondents.
func (t tally) minus(part tally) tally {
	rest := tally{n: make([]int, len(t.n))}
	for k, n := range t.n {
		rest.n[k] = n - part.n[k]
	}
	if t.w != nil {
		rest.w = make([]weighed, len(t.w))
	}
	for k, w := range t.w {
		rest.w[k] = w.minus(part.w[k])
	}
	return rest
}

// sum returns the number of respondents in the profiles.
func (t tally) sum(in survey.Bits) int {
	n := 0
	for k, word := range in {
		for ; word != 0; word &= word - 1 {
			n += t.n[k<<6+bits.TrailingZeros64(word)]
		}
	}
	return n
}

// profiles returns the profiles that someone has.
func (t tally) profiles() survey.Bits {
	in := survey.NewBits(len(t.n))
	for k, n := range t.n {
		if n > 0 {
			in.Set(k)
		}
	}
	return in
}

// crowd is some respondents, counted by profile.
type crowd struct {
	tally
	// set returns who they are: the row-wise way of a design with calibrated
	// weights, and of means and quantiles of numbers, needs them one by one.
	set func() survey.Bits
}

// crowd counts a set of respondents.
func (p *profiles) crowd(set survey.Bits) crowd {
	return crowd{p.count(set), func() survey.Bits { return set }}
}

// among returns who of a set have one of the profiles.
func (p *profiles) among(set, profiles survey.Bits) survey.Bits {
	found := make(survey.Bits, len(set))
	set.Each(func(r int) {
		if profiles.Has(int(p.of[r])) {
			found.Set(r)
		}
	})
	return found
}

// without returns the crowd without a part of it.
func (c crowd) without(part crowd) crowd {
	return crowd{c.minus(part.tally), func() survey.Bits { return c.set().Without(part.set()) }}
}

// everyone returns all respondents.
func (b *builder) everyone() crowd {
	return crowd{b.profiles.all(), func() survey.Bits { return everyone(b.survey.Respondents) }}
}
