package analysis

import (
	"cmp"
	"slices"

	"benchmark/analysis/estimate"
	"benchmark/survey"
)

// Precision is how exactly the answers of a stratum tell a share of one half,
// the hardest to tell, and what some more answers would do.
type Precision struct {
	survey.Stratum
	// More is the number of further answers looked at: as many as were asked for,
	// or fewer when fewer organisations are left.
	More int
	// Width is the width of the interval for the share now, and WidthMore with
	// More further answers, 0 to 1.
	Width, WidthMore float64
}

// Gain returns by how much the interval shrinks per further answer; 0 when none
// is left to give.
func (p Precision) Gain() float64 {
	if p.More == 0 {
		return 0
	}
	return (p.Width - p.WidthMore) / float64(p.More)
}

// Precisions returns the precision of every stratum now and with a number of
// more answers, those that gain most per answer first and else in the order of
// strata. The intervals are the exact hypergeometric ones at the level (see
// package estimate); of an odd number of answers the half rounded down has the
// property, which gives the same width as the half rounded up. Strata with more
// respondents than organisations are left out. More > 0.
func Precisions(strata []survey.Stratum, level float64, more int) []Precision {
	var all []Precision
	for _, s := range strata {
		if s.Population < 1 || s.Respondents > s.Population {
			continue
		}
		p := Precision{Stratum: s, More: min(more, s.Population-s.Respondents)}
		p.Width = halfWidth(s.Respondents, s.Population, level)
		p.WidthMore = halfWidth(s.Respondents+p.More, s.Population, level)
		all = append(all, p)
	}
	slices.SortStableFunc(all, func(a, b Precision) int { return cmp.Compare(b.Gain(), a.Gain()) })
	return all
}

// halfWidth returns the width of the interval for a share when half of n
// answers of a population have the property.
func halfWidth(n, population int, level float64) float64 {
	low, high := estimate.Hypergeometric(n/2, n, population, level)
	return float64(high-low) / float64(population)
}
