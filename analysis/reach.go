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
	r.strata = p.fast.Only(r.number)
	return r
}

// fill fills in the sums per stratum of a tally.
func (r *reach) fill(cells []estimate.Cell, p *sampler, t tally) []estimate.Cell {
	if r.differ {
		var few [32]weighed // most groups are in no more strata
		sums := few[:min(len(cells), len(few))]
		if len(cells) > len(few) {
			sums = make([]weighed, len(cells))
		}
		r.add(sums, t)
		return r.cells(cells, p, sums)
	}
	clear(cells)
	for _, at := range r.places {
		cells[at.stratum].N += t.n[at.profile]
	}
	for h := range cells {
		if n := cells[h].N; n > 0 {
			cells[h] = estimate.Equal(n, r.weight[h])
		}
	}
	return cells
}

// add adds up a tally per stratum: numbers only, where all in a stratum weigh the same.
func (r *reach) add(sums []weighed, t tally) {
	for _, at := range r.places {
		if sum := &sums[at.stratum]; math.IsNaN(r.weight[at.stratum]) {
			sum.take(&t.w[at.profile])
		} else {
			sum.n += t.n[at.profile]
		}
	}
}

// cells fills in what has been added up.
func (r *reach) cells(cells []estimate.Cell, p *sampler, sums []weighed) []estimate.Cell {
	for h := range sums {
		switch s := &sums[h]; {
		case s.n == 0:
			cells[h] = estimate.Cell{}
		case math.IsNaN(r.weight[h]):
			cells[h] = estimate.Cell{N: s.n, W: p.given.grid.Float(s.w), W2: p.given.squares.Float(s.squares)}
		default:
			cells[h] = estimate.Equal(s.n, r.weight[h])
		}
	}
	return cells
}

// among returns the same reach as a part of another one, with all strata of that: sums
// per stratum of several groups can be set side by side then.
func (r *reach) among(all *reach) *reach {
	part := &reach{places: make([]seat, len(r.places)), strata: all.strata, number: all.number, weight: all.weight, differ: r.differ}
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
