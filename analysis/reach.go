package analysis

import (
	"math"

	"benchmark/analysis/estimate"
	"benchmark/survey"
)

// reach is where the members of a group can be: the profiles of the group, and the few
// strata that these are in. What is estimated of a group is made of sums per stratum, of
// these strata alone.
type reach struct {
	places []seat
	// strata are those with a weight, number what they are in the design, and weight
	// what all in each weigh, NaN where that differs.
	strata *estimate.Strata
	number []int
	weight []float64
	differ bool
	// single says that no two of the profiles are in one stratum.
	single bool
	// within are the places of the strata in another reach, once they are looked up.
	within *reach
	at     []int
}

// seat says in which of the strata of a reach a profile is.
type seat struct{ profile, stratum uint32 }

// reach returns where those in some profiles can be.
func (p *sampler) reach(profiles *profiles, in survey.Bits) *reach {
	r := &reach{places: make([]seat, 0, in.Count())}
	at := make([]uint32, len(p.equal)) // one more than the place of each stratum
	in.Each(func(k int) { at[profiles.stratum[k]] = 1 })
	for h, equal := range p.equal {
		if at[h] > 0 && equal != 0 {
			r.number, r.weight = append(r.number, h), append(r.weight, equal)
			r.differ = r.differ || math.IsNaN(equal)
			at[h] = uint32(len(r.number))
		} else {
			at[h] = 0
		}
	}
	in.Each(func(k int) {
		if h := at[profiles.stratum[k]]; h > 0 {
			r.places = append(r.places, seat{uint32(k), h - 1})
		}
	})
	r.single = len(r.places) == len(r.number)
	r.strata = p.fast.Only(r.number)
	return r
}

// fill fills in the sums per stratum of a tally without a part of its respondents; the
// zero part is nobody.
func (r *reach) fill(cells []estimate.Cell, p *sampler, t, part tally) []estimate.Cell {
	clear(cells)
	if r.differ {
		return r.fillWeighed(cells, p, t, part)
	}
	for _, at := range r.places {
		cells[at.stratum].N += t.n[at.profile]
	}
	if part.n != nil {
		for _, at := range r.places {
			cells[at.stratum].N -= part.n[at.profile]
		}
	}
	for h := range cells {
		if n := cells[h].N; n > 0 {
			cells[h] = estimate.Equal(n, r.weight[h])
		}
	}
	return cells
}

// fillWeighed is fill where weights differ within strata.
func (r *reach) fillWeighed(cells []estimate.Cell, p *sampler, t, part tally) []estimate.Cell {
	if r.single {
		for _, at := range r.places {
			cells[at.stratum] = r.cell(p, at.stratum, r.of(at, t, part))
		}
		return cells
	}
	var room [32]weighed // most groups are in no more strata
	sums := room[:min(len(cells), len(room))]
	if len(cells) > len(room) {
		sums = make([]weighed, len(cells))
	}
	for _, at := range r.places {
		sums[at.stratum] = sums[at.stratum].plus(r.of(at, t, part))
	}
	for h, s := range sums {
		cells[h] = r.cell(p, uint32(h), s)
	}
	return cells
}

// of returns what a profile adds to the sums of its stratum: a number only, where all
// there weigh the same.
func (r *reach) of(at seat, t, part tally) weighed {
	differ := math.IsNaN(r.weight[at.stratum])
	switch {
	case differ && part.w != nil:
		return t.w[at.profile].minus(part.w[at.profile])
	case differ:
		return t.w[at.profile]
	case part.n != nil:
		return weighed{n: t.n[at.profile] - part.n[at.profile]}
	}
	return weighed{n: t.n[at.profile]}
}

// cell returns the sums of a stratum.
func (r *reach) cell(p *sampler, h uint32, s weighed) estimate.Cell {
	switch {
	case s.n == 0:
		return estimate.Cell{}
	case math.IsNaN(r.weight[h]):
		return estimate.Cell{N: s.n, W: p.given.grid.Float(s.w), W2: p.given.squares.Float(s.squares)}
	}
	return estimate.Equal(s.n, r.weight[h])
}

// among returns the same reach as a part of another one, with all strata of that: sums
// per stratum of several groups can be set side by side then.
func (r *reach) among(all *reach) *reach {
	part := &reach{places: make([]seat, len(r.places)), strata: all.strata, number: all.number, weight: all.weight, differ: r.differ, single: r.single}
	at := r.placesIn(all)
	for k, from := range r.places {
		part.places[k] = seat{from.profile, uint32(at[from.stratum])}
	}
	return part
}

// placesIn returns what the strata are among those of another reach, which has them all.
func (r *reach) placesIn(all *reach) []int {
	if r.within == all {
		return r.at
	}
	at, to := make([]int, len(r.number)), 0
	for k, h := range r.number {
		for all.number[to] != h {
			to++
		}
		at[k] = to
	}
	return at
}

// reaches are where everyone can be and the groups of each breakdown, by themselves and
// among everyone.
type reaches struct {
	everyone     *reach
	alone, among [][]*reach
}

// reaches returns the reaches of profiles.
func (p *sampler) reaches(of *profiles) *reaches {
	all := &reaches{everyone: p.reach(of, of.everyone())}
	for _, by := range of.groups {
		alone, among := make([]*reach, len(by)), make([]*reach, len(by))
		for g, in := range by {
			alone[g] = p.reach(of, in)
			among[g] = alone[g].among(all.everyone)
			alone[g].within, alone[g].at = all.everyone, alone[g].placesIn(all.everyone)
		}
		all.alone, all.among = append(all.alone, alone), append(all.among, among)
	}
	return all
}
