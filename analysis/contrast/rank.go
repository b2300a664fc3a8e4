package contrast

import (
	"fmt"
	"iter"
	"math"
	"slices"

	"benchmark/analysis/exact"
	"benchmark/analysis/probability"
)

// exactRanks is the number of units in a group from which the rank sum test uses
// the normal distribution, as in R's wilcox.test.
const exactRanks = 50

// MannWhitney tests whether x tends to be larger or smaller than y by the ranks
// of all numbers together. Statistic is U, the number of pairs in which x is
// larger, a tie counting half; R's wilcox.test calls it W. P is exact when both
// groups have fewer than 50 numbers and no two numbers are equal, and otherwise
// normal with the variance corrected for ties and a continuity correction of ½.
//
// Effect is U over the number of pairs, the chance that a random x exceeds a
// random y, and Difference that less ½. EmptyGroup when a group has no numbers,
// OneAnswer when all numbers are equal.
//
// Source: H.B. Mann & D.R. Whitney, On a test of whether one of two random
// variables is stochastically larger than the other, Annals of Mathematical
// Statistics 18, 1947; ties: E.L. Lehmann, Nonparametrics, 1975, 1.4.
func MannWhitney(x, y []float64) Result {
	m, n := len(x), len(y)
	if m == 0 || n == 0 {
		return withheld(RankSumNormal, EmptyGroup)
	}
	ranks, ties := midRanks(slices.Concat(x, y))
	total, pairs := float64(m+n), float64(m)*float64(n)
	if ties == total*(total*total-1) {
		return withheld(RankSumNormal, OneAnswer)
	}
	u := -float64(m) * float64(m+1) / 2
	for _, r := range ranks[:m] {
		u += r
	}
	r := Result{
		Name: RankSumNormal, Statistic: u, Effect: Effect{Superiority, u / pairs},
		Difference: Difference{Value: u/pairs - 0.5},
	}
	if m < exactRanks && n < exactRanks && ties == 0 {
		r.Name = RankSumExact
		return r.found(rankSumTail(int(u), m, n))
	}
	sigma := math.Sqrt(pairs / 12 * (total + 1 - ties/(total*(total-1))))
	return r.found(probability.NormalTails(max(math.Abs(u-pairs/2)-0.5, 0) / sigma))
}

// rankSumTail returns twice the smaller of P(U <= u) and P(U >= u) without ties.
// ways[i][s] counts the sets of i of the ranks so far whose numbers of smaller
// others sum to s.
func rankSumTail(u, m, n int) float64 {
	u = min(u, m*n-u)
	ways := make([][]float64, m+1)
	for i := range ways {
		ways[i] = make([]float64, m*n+1)
	}
	ways[0][0] = 1
	for rank := range m + n {
		for i := min(rank+1, m); i >= 1; i-- {
			// The i-th smallest of the set has rank-(i-1) others below it.
			below := rank - (i - 1)
			if below > n {
				continue
			}
			for s := m * n; s >= below; s-- {
				ways[i][s] += ways[i-1][s-below]
			}
		}
	}
	all, tail := 0.0, 0.0
	for s, w := range ways[m] {
		all += w
		if s <= u {
			tail += w
		}
	}
	return 2 * tail / all
}

// KruskalWallis tests whether the numbers of several groups tend to differ, by
// the ranks of all numbers together: H corrected for ties, held against
// chi-square with one degree of freedom less than the groups that have numbers.
// Effect is ε² = H/(n-1) (T.L. Kelley, An unbiased correlation ratio measure,
// PNAS 21, 1935, on ranks). EmptyGroup when fewer than two groups have numbers,
// OneAnswer when all numbers are equal.
//
// With fewer than about five numbers per group the chi-square is rough.
//
// Source: W.H. Kruskal & W.A. Wallis, Use of ranks in one-criterion variance
// analysis, JASA 47, 1952.
func KruskalWallis(groups [][]float64) Result {
	group := make([]int, 0)
	for g := range groups {
		group = append(group, slices.Repeat([]int{g}, len(groups[g]))...)
	}
	xs := slices.Concat(groups...)
	order := ascending(xs)
	return KruskalWallisOfTallies(len(groups), func(yield func([]int) bool) {
		times := make([]int, len(groups))
		for k, i := range order {
			times[group[i]]++
			if k+1 < len(order) && xs[order[k+1]] == xs[i] {
				continue
			}
			if !yield(times) {
				return
			}
			clear(times)
		}
	})
}

// KruskalWallisOfTallies is KruskalWallis of numbers that tallies gives in
// ascending order: how often each group has the smallest number, the next one and
// so on. The slice given is only looked at before the next.
func KruskalWallisOfTallies(groups int, tallies iter.Seq[[]int]) Result {
	size, sum := make([]float64, groups), make([]float64, groups)
	n, ties := 0.0, 0.0
	for times := range tallies {
		t := 0
		for _, c := range times {
			t += c
		}
		equal := float64(t)
		rank := n + (equal+1)/2
		for g, c := range times {
			size[g], sum[g] = size[g]+float64(c), sum[g]+float64(c)*rank
		}
		n, ties = n+equal, ties+equal*(equal*equal-1)
	}
	used, squares := 0, 0.0
	for g := range groups {
		if size[g] == 0 {
			continue
		}
		used++
		// Around the mean rank, so that no digits cancel.
		d := sum[g]/size[g] - (n+1)/2
		squares += size[g] * d * d
	}
	switch {
	case used < 2:
		return withheld(KruskalChi2, EmptyGroup)
	case ties == n*(n*n-1):
		return withheld(KruskalChi2, OneAnswer)
	}
	h := 12 * squares / (n * (n + 1)) / (1 - ties/(n*(n*n-1)))
	r := Result{Name: KruskalChi2, Statistic: h, DF1: float64(used - 1), Effect: Effect{EpsilonSquare, min(h/(n-1), 1)}}
	return r.found(probability.ChiSquareTail(h, r.DF1))
}

// midRanks returns the rank of each number, from 1, equal numbers sharing the mean
// of theirs, and Σ(t³-t) over the groups of t equal numbers.
func midRanks(xs []float64) (ranks []float64, ties float64) {
	order := ascending(xs)
	ranks = make([]float64, len(xs))
	for first := 0; first < len(order); {
		last := first + 1
		for last < len(order) && xs[order[last]] == xs[order[first]] {
			last++
		}
		for _, i := range order[first:last] {
			ranks[i] = float64(first+1+last) / 2
		}
		t := float64(last - first)
		ties += t * (t*t - 1)
		first = last
	}
	return ranks, ties
}

// ascending returns the positions of the numbers in ascending order.
func ascending(xs []float64) []int {
	order := make([]int, len(xs))
	for i, x := range xs {
		if math.IsNaN(x) {
			panic(fmt.Sprintf("contrast: number %d is not a number", i))
		}
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int { return compare(xs[a], xs[b]) })
	return order
}

func compare(a, b float64) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

// PopulationRanks returns the place of each y in the estimated population, in
// (0, 1): the share of the weight below it plus half the share at it. Units
// without weight get 0 when all do.
//
// The design-based rank test is DesignTest, or DesignMeans for more than two
// groups, on the mean of these ranks per group, with the ranks taken as fixed
// (T. Lumley & A.J. Scott, Two-sample rank tests under complex sampling,
// Biometrika 100, 2013, theorem 1). R's svyranktest differs where equal answers
// have unequal weights: see PopulationRanksInOrder.
func PopulationRanks(y, weights []float64) []float64 {
	return populationRanks(y, weights, false)
}

// PopulationRanksInOrder is PopulationRanks as R's svyranktest has it: each unit
// stands in the middle of its own weight, equal answers in the order of the rows,
// and equal answers then share the plain mean of their places. Where their weights
// differ the places hang on that order.
func PopulationRanksInOrder(y, weights []float64) []float64 {
	return populationRanks(y, weights, true)
}

func populationRanks(y, weights []float64, inOrder bool) []float64 {
	if len(y) != len(weights) {
		panic(fmt.Sprintf("contrast: %d weights of %d answers", len(weights), len(y)))
	}
	order := make([]int, len(y))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		if c := compare(y[a], y[b]); c != 0 || inOrder {
			return c
		}
		return compare(weights[a], weights[b])
	})
	ranks := make([]float64, len(y))
	var below exact.Sum
	for first := 0; first < len(order); {
		last, before := first, below.Value()
		var places exact.Sum
		units := 0
		for last < len(order) && y[order[last]] == y[order[first]] {
			w := weights[order[last]]
			below.Add(w)
			if w > 0 {
				places.Add(below.Value() - w/2)
				units++
			}
			last++
		}
		place := (before + below.Value()) / 2
		if inOrder && units > 0 {
			place = places.Value() / float64(units)
		}
		for _, i := range order[first:last] {
			ranks[i] = place
		}
		first = last
	}
	if total := below.Value(); total > 0 {
		for i := range ranks {
			ranks[i] /= total
		}
	}
	return ranks
}
