package estimate

import (
	"math"

	"benchmark/analysis/exact"
)

// correction returns what the squared spread of n sampled units of a stratum
// counts for: (1-n/N)·n/(n-1). The spread of one unit is its own square.
func correction(n int, population float64) float64 {
	f := 1 - float64(n)/population // 1 for +Inf
	if n > 1 {
		f *= float64(n) / float64(n-1)
	}
	return f
}

// lonely reports whether a stratum of which n units were sampled shows no
// spread although it has some.
func lonely(n int, population float64) bool { return n == 1 && population > 1 }

// scaled returns what all strata add, given what those of the domain add that
// are not lonely: with Average, the lonely ones add the average of the others,
// and a domain of only lonely strata nothing.
func (l Lonely) scaled(variance float64, strata, lonely int) float64 {
	if l == Average && lonely > 0 && lonely < strata {
		return variance * float64(strata) / float64(strata-lonely)
	}
	return variance
}

// Covariance returns the design-based covariance of two estimates whose
// weighted influence values are u and v, one per unit of the whole design and 0
// for those outside a domain:
//
//	Σ_h (1-n_h/N_h)·n_h/(n_h-1)·Σ_i (u_i-ū_h)(v_i-v̄_h)
//
// with n_h of N_h units sampled in stratum h. A stratum sampled in full adds
// nothing; one with a single unit adds what Lonely says, Average counting all
// strata with a unit.
//
// Source: C.-E. Särndal, B. Swensson & J. Wretman, Model assisted survey
// sampling, 1992, 3.7 and 5.5.
func (d *Design) Covariance(u, v []float64) float64 {
	d.need("influence values", len(u), false)
	d.need("influence values", len(v), false)
	_, strata := d.reach(nil)
	c, _ := d.covariance(u, v, strata)
	return c
}

// covariance is Covariance for a domain with a unit in these strata. It returns
// those in which the policy decided. With calibrated weights the other strata add
// to it too, as the residual of a unit outside the domain is not 0.
func (d *Design) covariance(u, v []float64, strata []bool) (total float64, decided []int) {
	var all exact.Sum
	for h, n := range d.sampled {
		if !strata[h] && d.Residual == nil || n == 0 || float64(n) == d.Population[h] {
			continue
		}
		if lonely(n, d.Population[h]) {
			if strata[h] {
				decided = append(decided, h)
			}
			if d.Lonely == Adjust {
				i := d.units(h)[0]
				all.Add(u[i] * v[i] * correction(n, d.Population[h]))
			}
			continue
		}
		all.Add(correction(n, d.Population[h]) * d.spread(h, u, v))
	}
	return d.Lonely.scaled(all.Value(), count(strata), len(decided)), decided
}

// spread returns Σ(u-ū)(v-v̄) over the units of a stratum, exactly 0 when
// either is the same for all.
func (d *Design) spread(h int, u, v []float64) float64 {
	units := d.units(h)
	uMean := meanOf(units, u)
	vMean := uMean
	same := &u[0] == &v[0]
	if !same {
		vMean = meanOf(units, v)
	}
	var all exact.Sum
	for _, i := range units {
		a := u[i] - uMean
		if same {
			all.Add(a * a)
			continue
		}
		all.Add(a * (v[i] - vMean))
	}
	return all.Value()
}

// meanOf returns the mean of the chosen values, never outside their range.
func meanOf(units []uint32, u []float64) float64 {
	var all exact.Sum
	low, high := math.Inf(1), math.Inf(-1)
	for _, i := range units {
		all.Add(u[i])
		low, high = min(low, u[i]), max(high, u[i])
	}
	return min(max(all.Value()/float64(len(units)), low), high)
}
