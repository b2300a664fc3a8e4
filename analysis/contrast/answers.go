package contrast

import (
	"container/heap"
	"fmt"
	"math"

	"benchmark/analysis/probability"
)

// MoreAnswers returns how many more answers make the margin of a share p at most
// margin at the level, with have answers now and a population of bodies, +Inf for
// no correction:
//
//	n₀ = deff·z²p(1-p)/margin²,  n = n₀ / (1 + (n₀-1)/N)
//
// rounded up, less have and at least 0. deff is the design effect, 1 for a
// simple sample; p = 0.5 is the worst case; margin > 0 is half the width of the
// interval, 0.05 for 5 points. A finite population always suffices.
//
// Source: W.G. Cochran, Sampling techniques, 3rd ed. 1977, 4.4.
func MoreAnswers(p, margin, level, deff, population float64, have int) int {
	checkOpen("level", level)
	checkShare(p)
	if !(margin > 0) || !(deff > 0) || !(population > 0) || have < 0 || float64(have) > population {
		panic(fmt.Sprintf("contrast: margin %v, design effect %v, %d answers of %v bodies", margin, deff, have, population))
	}
	z := probability.NormalQuantile(0.5 + level/2)
	n := deff * z * z * p * (1 - p) / (margin * margin)
	if !math.IsInf(population, 1) {
		// Below 1 the correction would ask for more than without it.
		n = min(n/(1+max(n-1, 0)/population), population)
	}
	// A whole number is not raised by its rounding.
	needed := math.Ceil(n - 1e-9*n)
	return max(0, int(min(needed, math.MaxInt32))-have)
}

// Stratum is what the allocation of further answers needs to know of a stratum.
type Stratum struct {
	Population int     // bodies that exist
	Sampled    int     // of which answered, 0 to Population
	Variance   float64 // of the answer within the stratum; p(1-p) for a share
}

// Allocate returns how many more answers of each stratum bring the standard
// error of the mean over all strata down to se, se >= 0, with as few answers as
// possible. Of a stratum without an answer at least one is asked for.
//
// Each further answer goes where it takes most off Σ (N_h/N)² S_h² (1/n_h -
// 1/N_h), which is optimal for whole numbers (T. Wright, The equivalence of Neyman
// optimum allocation for sampling and equal proportions for apportioning the U.S.
// House of Representatives, The American Statistician 66, 2012). The variance
// of a stratum that answers as one is 0 and then asks for nothing: give a
// cautious one, such as that of (x+1)/(n+2).
func Allocate(strata []Stratum, se float64) []int {
	if !(se >= 0) {
		panic(fmt.Sprintf("contrast: standard error %v", se))
	}
	total := 0
	for _, s := range strata {
		if s.Population < 1 || s.Sampled < 0 || s.Sampled > s.Population || !(s.Variance >= 0) {
			panic(fmt.Sprintf("contrast: stratum %+v", s))
		}
		total += s.Population
	}
	more := make([]int, len(strata))
	queue := make(gains, 0, len(strata))
	variance := 0.0
	for i, s := range strata {
		if s.Sampled == 0 {
			more[i] = 1
		}
		g := gain{stratum: i, scale: square(float64(s.Population)/float64(total)) * s.Variance, sampled: s.Sampled + more[i]}
		variance += g.scale * (1/float64(g.sampled) - 1/float64(s.Population))
		if g.sampled < s.Population && g.scale > 0 {
			queue = append(queue, g)
		}
	}
	heap.Init(&queue)
	for variance > se*se*(1+1e-12) && len(queue) > 0 {
		g := &queue[0]
		variance -= g.of()
		more[g.stratum]++
		if g.sampled++; g.sampled == strata[g.stratum].Population {
			heap.Pop(&queue)
		} else {
			heap.Fix(&queue, 0)
		}
	}
	return more
}

// gain is what the next answer of a stratum takes off the variance.
type gain struct {
	stratum int
	scale   float64 // (N_h/N)² S_h²
	sampled int
}

func (g gain) of() float64 { return g.scale / (float64(g.sampled) * float64(g.sampled+1)) }

// gains is a heap, the largest gain first and among equals the first stratum.
type gains []gain

func (q gains) Len() int { return len(q) }
func (q gains) Less(i, j int) bool {
	a, b := q[i].of(), q[j].of()
	return a > b || a == b && q[i].stratum < q[j].stratum
}
func (q gains) Swap(i, j int) { q[i], q[j] = q[j], q[i] }

// Push adds a gain.
func (q *gains) Push(x any) { *q = append(*q, x.(gain)) }

// Pop takes the last gain off.
func (q *gains) Pop() any {
	last := (*q)[len(*q)-1]
	*q = (*q)[:len(*q)-1]
	return last
}
