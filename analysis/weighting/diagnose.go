package weighting

import (
	"fmt"
	"math"
	"slices"

	"benchmark/analysis/exact"
)

// Spread describes weights.
type Spread struct {
	// Units is the number of weights, Sum what they add up to, Mean their mean.
	Units     int
	Sum, Mean float64
	// Smallest and Largest weight, and Ratio = Largest/Smallest; Ratio is 0
	// when a weight is 0 or negative.
	Smallest, Largest, Ratio float64
	// Deff is Kish's design effect of unequal weights, n Σw²/(Σw)²: how many
	// times larger they make the variance of a mean that has nothing to do with
	// them. Effective is the number of equally weighted units that are worth as
	// much, (Σw)²/Σw² = n/Deff (L. Kish, Survey sampling, 1965, 11.7).
	Deff, Effective float64
}

// SpreadOf describes weights. Without weights, or when they add up to 0, what
// can't be computed is 0.
func SpreadOf(weights []float64) Spread {
	s := Spread{Units: len(weights)}
	if s.Units == 0 {
		return s
	}
	s.Smallest, s.Largest = weights[0], weights[0]
	for _, w := range weights {
		if w < s.Smallest {
			s.Smallest = w
		} else if w > s.Largest {
			s.Largest = w
		}
	}
	n := float64(s.Units)
	s.Sum = total(weights)
	s.Mean = s.Sum / n
	if s.Smallest > 0 {
		s.Ratio = s.Largest / s.Smallest
	}
	if s.Sum != 0 {
		// Relative to the mean, so that no square is out of range; equal weights
		// give exactly 1.
		var squares exact.Sum
		var terms [256]float64
		for part := range slices.Chunk(weights, len(terms)) {
			for i, w := range part {
				d := w/s.Mean - 1
				terms[i] = d * d
			}
			squares.AddAll(terms[:len(part)])
		}
		s.Deff = 1 + squares.Value()/n
		s.Effective = n / s.Deff
	}
	return s
}

// spreadOfOnes is SpreadOf n weights of 1.
func spreadOfOnes(n int) Spread {
	if n == 0 {
		return Spread{}
	}
	x := float64(n)
	return Spread{Units: n, Sum: x, Mean: 1, Smallest: 1, Largest: 1, Ratio: 1, Deff: 1, Effective: x}
}

// Balance is one category in the sample and in the population, as shares in
// [0, 1] of the units that have a category of the margin.
type Balance struct {
	// Label is the name of the category, Units how many are in it.
	Label string
	Units int
	// Sample is its share when all units count the same, Before with the start
	// weights, After with the new ones, Target in the population; 0 when the
	// target is not known.
	Sample, Before, After, Target float64
}

// Difference tells how far shares are from their targets, as differences of
// shares: 0.05 is five percentage points.
type Difference struct {
	// Largest is the largest difference, Mean the mean over the categories, and
	// Category the one with the largest.
	Largest, Mean float64
	Category      string
}

// MarginBalance is the balance of one margin.
type MarginBalance struct {
	// Name is that of the margin; Missing is how many units have no category.
	Name    string
	Missing int
	// Categories are in the order of the margin.
	Categories []Balance
	// Sample, Before and After are how far the shares of that name in Categories
	// are from the targets.
	Sample, Before, After Difference
}

// Diagnostics compare weights before and after with the population.
type Diagnostics struct {
	// Before describes the start weights, After the new ones.
	Before, After Spread
	// Factors describes the new weights over the start weights.
	Factors Spread
	// Margins has one balance per margin.
	Margins []MarginBalance
}

// Diagnose compares before and after, the weights of the units (nil: 1 each),
// with the margins, that need not be those which were calibrated to. Nothing is
// an error here: units without category count in no share of that margin,
// categories without a known target in no difference.
func Diagnose(margins []Margin, before, after []float64) Diagnostics {
	n := len(after)
	d := Diagnostics{After: SpreadOf(after)}
	if before == nil {
		d.Before, d.Factors = spreadOfOnes(n), d.After
	} else {
		if len(before) != n {
			panic(fmt.Sprintf("weighting: %d weights before, %d after", len(before), n))
		}
		factors := make([]float64, n)
		for i := range factors {
			if before[i] != 0 {
				factors[i] = after[i] / before[i]
			}
		}
		d.Before, d.Factors = SpreadOf(before), SpreadOf(factors)
	}
	for _, m := range margins {
		d.Margins = append(d.Margins, m.balance(before, after))
	}
	return d
}

// balance returns the balance of one margin; nil weights before are 1 each.
func (m Margin) balance(before, after []float64) MarginBalance {
	if len(m.Of) != len(after) {
		panic(fmt.Sprintf("weighting: margin %q has categories of %d of %d units", m.Name, len(m.Of), len(after)))
	}
	b := MarginBalance{Name: m.Name, Categories: make([]Balance, len(m.Labels))}
	// A category more, for the units that have none.
	of := make([]int, len(m.Of))
	count := make([]float64, len(m.Labels))
	for i, c := range m.Of {
		of[i] = c
		if c < 0 {
			of[i] = len(m.Labels)
			b.Missing++
			continue
		}
		count[c]++
	}
	target := make([]float64, len(m.Labels))
	for c, t := range m.Targets {
		if !math.IsNaN(t) {
			target[c] = t
		}
	}
	sample := shares(count)
	weighted := sample
	if before != nil {
		weighted = shares(totals(of, before, len(m.Labels)+1)[:len(m.Labels)])
	}
	calibrated := shares(totals(of, after, len(m.Labels)+1)[:len(m.Labels)])
	target = shares(target)
	for c, label := range m.Labels {
		b.Categories[c] = Balance{label, int(count[c]), sample[c], weighted[c], calibrated[c], target[c]}
	}
	b.Sample = m.difference(sample, target)
	b.Before = m.difference(weighted, target)
	b.After = m.difference(calibrated, target)
	return b
}

// shares returns xs over their sum; zeros when that is 0.
func shares(xs []float64) []float64 {
	out := make([]float64, len(xs))
	if sum := total(xs); sum != 0 {
		for i, x := range xs {
			out[i] = x / sum
		}
	}
	return out
}

// difference returns how far got is from want.
func (m Margin) difference(got, want []float64) Difference {
	var d Difference
	var sum exact.Sum
	known := 0
	for c := range got {
		if math.IsNaN(m.Targets[c]) {
			continue
		}
		known++
		x := math.Abs(got[c] - want[c])
		sum.Add(x)
		if x > d.Largest {
			d.Largest, d.Category = x, m.Labels[c]
		}
	}
	if known > 0 {
		d.Mean = sum.Value() / float64(known)
	}
	return d
}
