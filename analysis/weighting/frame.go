package weighting

import (
	"fmt"
	"math"

	"benchmark/analysis/exact"
)

// Stratum is a group of units in a frame.
type Stratum struct {
	// Name is that of the stratum.
	Name string
	// Units is how many are in the sample, Population how many there are; NaN
	// when that is not known.
	Units      int
	Population float64
}

// FrameWeights are the design weights of a stratified sample, and what they do
// not stand for.
type FrameWeights struct {
	// Weights are N_h/n_h; 0 for units of a stratum whose population is not
	// known, which are no part of a weighted total.
	Weights []float64
	// Population is what the weights add up to: the units of the strata with
	// respondents and a known population. Known is the number of units in all
	// strata with a known population.
	Population, Known float64
	// Empty are the strata with a known population above 0 and no respondents:
	// the weights do not stand for them.
	Empty []Stratum
	// Unknown are the strata with respondents whose population is not known.
	Unknown []Stratum
}

// FromFrame returns the weights N_h/n_h of units in strata (W.G. Cochran,
// Sampling techniques, 1977, 5.3); of is the stratum of each unit, an index of
// names and population. A population of NaN is not known. Strata without
// respondents are left out of the weights and listed; they are not made up for
// by others, which PostStratify over merged categories would do.
//
// Errors: MissingValue for units without stratum (-1), BadTarget for a negative
// or infinite population, TooMany for more respondents than units: a body that
// answered twice, or a frame of another year.
func FromFrame(of []int, names []string, population []float64) (*FrameWeights, error) {
	if len(names) != len(population) {
		panic(fmt.Sprintf("weighting: %d names of %d strata", len(names), len(population)))
	}
	var p problems
	sampled := make([]int, len(names))
	var missing []int
	for i, h := range of {
		switch {
		case h == -1:
			missing = append(missing, i)
		case h < -1 || h >= len(names):
			panic(fmt.Sprintf("weighting: no stratum %d", h))
		default:
			sampled[h]++
		}
	}
	if missing != nil {
		p.add(Error{Problem: MissingValue, Units: missing}, "%s: no stratum; fill it in or leave the unit out", unitList(missing))
	}
	for h, size := range population {
		e := Error{Category: names[h], Got: float64(sampled[h]), Want: size}
		switch {
		case size < 0 || math.IsInf(size, 0):
			e.Problem = BadTarget
			p.add(e, "stratum %q: population %s is no number of units", names[h], number(size))
		case float64(sampled[h]) > size:
			e.Problem = TooMany
			p.add(e, "stratum %q: %d respondents of %s that exist; look for doubles, or for a frame of the right year", names[h], sampled[h], number(size))
		}
	}
	if len(p) > 0 {
		return nil, p.err()
	}
	return frameWeights(of, names, population, sampled), nil
}

// frameWeights is FromFrame of what was checked and counted.
func frameWeights(of []int, names []string, population []float64, sampled []int) *FrameWeights {
	f := &FrameWeights{Weights: make([]float64, len(of))}
	weight := make([]float64, len(names))
	var known, covered exact.Sum
	for h, size := range population {
		s := Stratum{Name: names[h], Units: sampled[h], Population: size}
		switch {
		case math.IsNaN(size):
			if s.Units > 0 {
				f.Unknown = append(f.Unknown, s)
			}
			continue
		case s.Units > 0:
			weight[h] = size / float64(s.Units)
			covered.Add(size)
		case size > 0:
			f.Empty = append(f.Empty, s)
		}
		known.Add(size)
	}
	f.Population, f.Known = covered.Value(), known.Value()
	for i, h := range of {
		f.Weights[i] = weight[h]
	}
	return f
}
