package disclosure

import (
	"math"
	"slices"

	"benchmark/survey"
)

// Rank is a number that is published of a set of respondents: at least NoMore of them have
// no more than Value, and at least NoLess no less.
type Rank struct {
	Value          float64
	NoMore, NoLess int
}

// Ranked is a set of atoms of which numbers are published by their place, as quantiles and
// their intervals are. Own is the number of an attacker who is among them and knows it,
// NaN without one; Count are all, the attacker too.
type Ranked struct {
	In    survey.Bits
	Count int
	Own   float64
	Ranks []Rank
}

// mostRounds is how often what is known of one set is used for the others.
const mostRounds = 4

// Bounds returns the least and the most that every respondent of each atom can have, of
// which sizes are how many there are beside the attacker, by counting: 0 and infinity where
// nothing is known of numbers from 0.
func Bounds(sizes []int, told []Ranked) (low, high []float64) {
	low, high = make([]float64, len(sizes)), make([]float64, len(sizes))
	var values []float64
	for _, t := range told {
		for _, r := range t.Ranks {
			values = append(values, r.Value)
		}
	}
	slices.Sort(values)
	for a := range high {
		high[a] = math.Inf(1)
	}
	for _, v := range slices.Compact(values) {
		less, upTo := counts(sizes, told, v, true), counts(sizes, told, v, false)
		for a, size := range sizes {
			if less[a].most == 0 {
				low[a] = max(low[a], v)
			}
			if upTo[a].least == size {
				high[a] = min(high[a], v)
			}
		}
	}
	return low, high
}

// between is how many there are at least and at most.
type between struct{ least, most int }

// counts are how many of each atom have less than a value, or no more than it.
func counts(sizes []int, told []Ranked, value float64, less bool) []between {
	in := make([]between, len(sizes))
	for a, size := range sizes {
		in[a].most = size
	}
	for range mostRounds {
		for i := range told {
			told[i].narrow(in, told[i].count(value, less))
		}
	}
	return in
}

// count is how many of a set without the attacker have less than a value, or no more.
func (t *Ranked) count(value float64, less bool) between {
	n := between{0, t.Count}
	for _, r := range t.Ranks {
		if r.Value < value || !less && r.Value == value {
			n.least = max(n.least, r.NoMore)
		} else {
			n.most = min(n.most, t.Count-r.NoLess)
		}
	}
	if t.Own < value || !less && t.Own == value {
		n.least, n.most = n.least-1, n.most-1
	} else if !math.IsNaN(t.Own) {
		n.most = min(n.most, t.Count-1)
	}
	return n
}

// narrow brings the counts of atoms in line with that of a set.
func (t *Ranked) narrow(in []between, n between) {
	sum := between{}
	t.In.Each(func(a int) { sum.least, sum.most = sum.least+in[a].least, sum.most+in[a].most })
	t.In.Each(func(a int) {
		was := in[a]
		in[a].least = max(was.least, n.least-(sum.most-was.most))
		in[a].most = min(was.most, n.most-(sum.least-was.least))
	})
}
