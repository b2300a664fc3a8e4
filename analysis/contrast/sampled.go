package contrast

import (
	"math"
	"math/rand/v2"
)

// sampled returns (1+k)/(1+draws), k being how many of the tables drawn with
// these margins are no more likely than seen.
func sampled(rows, columns []int, seen float64, factorials []float64, draws int) float64 {
	source := rand.NewPCG(20181101, 117)
	cells := make([]int, len(rows)*len(columns))
	left := make([]int, len(columns))
	k := 0
	for range draws {
		copy(left, columns)
		drawTable(rows, left, cells, factorials, source)
		total := 0.0
		for _, n := range cells {
			total -= factorials[n]
		}
		if total <= seen+sameChance {
			k++
		}
	}
	return float64(1+k) / float64(1+draws)
}

// drawTable fills the cells, row-major, with a table whose margins are the rows
// and the columns left, by the chance that independence gives it; left is used up.
func drawTable(rows, left, cells []int, factorials []float64, source rand.Source) {
	population := 0
	for _, n := range left {
		population += n
	}
	for i, draw := range rows {
		others := population
		for j := range left {
			n := hypergeometric(left[j], draw, others, uniform(source), factorials)
			others -= left[j]
			left[j] -= n
			draw -= n
			population -= n
			cells[i*len(left)+j] = n
		}
	}
}

// uniform returns a number in [0, 1) with 53 random bits.
func uniform(source rand.Source) float64 { return float64(source.Uint64()>>11) / (1 << 53) }

// hypergeometric returns how many marked units come with a draw from a
// population, as the inverse of u: counts from the most likely outwards, each
// taking its chance off u. factorials are those of logFactorials up to population.
func hypergeometric(marked, draw, population int, u float64, factorials []float64) int {
	first, last := max(0, draw-(population-marked)), min(draw, marked)
	if first == last {
		return first
	}
	ratio := func(i int) float64 { // of i+1 to i
		return float64(marked-i) * float64(draw-i) / (float64(i+1) * float64(population-marked-draw+i+1))
	}
	mode := min(max((draw+1)*(marked+1)/(population+2), first), last)
	choose := func(n, k int) float64 { return factorials[n] - factorials[k] - factorials[n-k] }
	atMode := math.Exp(choose(marked, mode) + choose(population-marked, draw-mode) - choose(population, draw))
	low, high, pLow, pHigh := mode, mode, atMode, atMode
	if u -= atMode; u < 0 {
		return mode
	}
	for low > first || high < last {
		if high < last {
			pHigh *= ratio(high)
			high++
			if u -= pHigh; u < 0 {
				return high
			}
		}
		if low > first {
			pLow /= ratio(low - 1)
			low--
			if u -= pLow; u < 0 {
				return low
			}
		}
	}
	return mode // the chances add up to 1 but for rounding
}

// logChoose returns ln(n over k).
func logChoose(n, k int) float64 {
	a, _ := math.Lgamma(float64(n) + 1)
	b, _ := math.Lgamma(float64(k) + 1)
	c, _ := math.Lgamma(float64(n-k) + 1)
	return a - b - c
}
