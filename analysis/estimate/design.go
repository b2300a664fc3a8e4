package estimate

import (
	"fmt"
	"math"
	"slices"
	"sync"
)

// Design is a stratified sample of units in one stage: every unit was drawn by
// itself, without replacement, from the units of its stratum. Units are the
// organisations; all slices of a design's methods have one element per unit,
// in the order of Weights.
//
// Make it with NewDesign and don't change it afterwards, but for Residual.
type Design struct {
	// Weights of the units, >= 0: how many units each stands for. A unit of
	// weight 0 counts as sampled and adds to no estimate.
	Weights []float64
	// Strata holds the stratum of each unit, from 0.
	Strata []int16
	// Population holds how many units exist per stratum; +Inf where that is not
	// known or of no matter: no finite population correction.
	Population []float64
	// Lonely says what a stratum adds of which one unit was sampled.
	Lonely Lonely
	// Residual takes the calibration out of the influence values z, one per unit
	// and not yet weighted, or is nil for weights that are not calibrated: it
	// returns what is left of z after the regression on the adjustment variables,
	// in a new slice (J.-C. Deville & C.-E. Särndal, Calibration estimators in
	// survey sampling, JASA 87, 1992).
	Residual func(z []float64) []float64

	sampled []int // units per stratum
	// order holds the units by stratum, and start where a stratum begins there; one
	// more at the end. They are made when units are first looked at one by one.
	grouped sync.Once
	order   []uint32
	start   []int
}

// Lonely says what a stratum adds to a variance when it has one sampled unit
// and more exist, so that no spread can be seen in it. A stratum of which all
// units were sampled adds nothing, lonely or not.
type Lonely int

const (
	// Adjust takes the unit's own influence, around zero, as its spread: for a
	// mean, share or ratio that is the distance from the estimate for all. For a
	// total it is the whole contribution of the unit, which is on the safe side.
	Adjust Lonely = iota
	// Certainty adds nothing: the unit is taken as all there is.
	Certainty
	// Remove adds nothing: the stratum is left out of the variance.
	Remove
	// Average adds what the other strata of the domain add on average.
	Average
	// Fail is an error of NewDesign.
	Fail
)

// String returns the policy's name, in lower case.
func (l Lonely) String() string {
	names := [...]string{"adjust", "certainty", "remove", "average", "fail"}
	if l < 0 || int(l) >= len(names) {
		return fmt.Sprintf("Lonely(%d)", int(l))
	}
	return names[l]
}

// NewDesign returns the design of units with these weights in these strata, of
// which population says how many units exist. Nil weights are 1 each (the
// number of units is then that of strata), nil strata are one stratum, a nil
// population is endless everywhere. Strata without a sampled unit are allowed
// and add nothing.
//
// It is an error when a weight is negative or not finite, a stratum negative or
// without a population, a population smaller than the number of its sampled
// units, or, with Fail, a stratum lonely. The error names the unit or stratum,
// counted from 0.
func NewDesign(weights []float64, strata []int16, population []float64, lonely Lonely) (*Design, error) {
	if weights == nil {
		weights = ones(len(strata))
	}
	if strata == nil {
		strata = make([]int16, len(weights))
	}
	if len(strata) != len(weights) {
		return nil, fmt.Errorf("design: %d weights and %d strata; give one of each per unit", len(weights), len(strata))
	}
	if lonely < Adjust || lonely > Fail {
		return nil, fmt.Errorf("design: no policy %v for strata with one unit", lonely)
	}
	count := len(population)
	for i, w := range weights {
		h := int(strata[i])
		switch {
		case !(w >= 0) || math.IsInf(w, 1):
			return nil, fmt.Errorf("design: unit %d has the weight %v; a weight is a number of 0 or more", i, w)
		case h < 0:
			return nil, fmt.Errorf("design: unit %d is in stratum %d; strata count from 0", i, h)
		case population != nil && h >= count:
			return nil, fmt.Errorf("design: unit %d is in stratum %d, of which no population is given", i, h)
		}
		count = max(count, h+1)
	}
	d := &Design{Weights: weights, Strata: strata, Population: population, Lonely: lonely}
	if population == nil {
		d.Population = endless(count)
	}
	d.sampled = make([]int, count)
	for _, h := range strata {
		d.sampled[h]++
	}
	return d, d.check()
}

func ones(n int) []float64 {
	all := make([]float64, n)
	for i := range all {
		all[i] = 1
	}
	return all
}

func endless(n int) []float64 {
	all := make([]float64, n)
	for i := range all {
		all[i] = math.Inf(1)
	}
	return all
}

// units returns the units of a stratum.
func (d *Design) units(h int) []uint32 {
	d.grouped.Do(func() {
		d.start = make([]int, len(d.sampled)+1)
		for h, n := range d.sampled {
			d.start[h+1] = d.start[h] + n
		}
		next := slices.Clone(d.start)
		d.order = make([]uint32, len(d.Strata))
		for i, h := range d.Strata {
			d.order[next[h]] = uint32(i)
			next[h]++
		}
	})
	return d.order[d.start[h]:d.start[h+1]]
}

// check returns an error about the first stratum that can't be.
func (d *Design) check() error {
	for h, n := range d.sampled {
		population := d.Population[h]
		switch {
		case !(population >= 0):
			return fmt.Errorf("design: stratum %d has the population %v; that is a number of 0 or more", h, population)
		case float64(n) > population:
			return fmt.Errorf("design: stratum %d has %d units of a population of %v", h, n, population)
		case d.Lonely == Fail && n == 1 && population > 1:
			return fmt.Errorf("design: stratum %d has one unit, which shows no spread; merge it with another stratum or choose how it counts", h)
		}
	}
	return nil
}

// DF returns the degrees of freedom of the whole design: its units with a
// weight above 0 minus the strata they are in.
func (d *Design) DF() float64 {
	n, strata := d.reach(nil)
	return float64(n - count(strata))
}

// reach returns the number of units with a weight above 0 in the domain and,
// per stratum, whether it has one.
func (d *Design) reach(in []bool) (n int, strata []bool) {
	strata = make([]bool, len(d.sampled))
	for i, w := range d.Weights {
		if w > 0 && (in == nil || in[i]) {
			n++
			strata[d.Strata[i]] = true
		}
	}
	return n, strata
}

func count(flags []bool) int {
	n := 0
	for _, f := range flags {
		if f {
			n++
		}
	}
	return n
}

// need panics unless a slice has one element per unit. nil stands for all units
// where it may be left out.
func (d *Design) need(what string, length int, missing bool) {
	if d.sampled == nil && len(d.Weights) > 0 {
		panic("estimate: a design that NewDesign did not make")
	}
	if !missing && length != len(d.Weights) {
		panic(fmt.Sprintf("estimate: %d %s for %d units", length, what, len(d.Weights)))
	}
}
