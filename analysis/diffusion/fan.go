package diffusion

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"

	"gonum.org/v1/gonum/stat/distuv"
)

// Fan is an expected share with all that it may turn out to be. The zero Fan
// expects nothing: Known is false.
type Fan struct {
	// Value is the expected share.
	Value float64
	draws []float64 // going up
}

// Known reports whether there is an expectation.
func (f Fan) Known() bool { return len(f.draws) > 0 }

// Quantile returns the share that a part q, in (0, 1), of what may happen stays
// below. A quantile under a half is never over Value, one over a half never under
// it. 0 for an unknown Fan.
func (f Fan) Quantile(q float64) float64 {
	checkOpen("quantile", q)
	if !f.Known() {
		return 0
	}
	at := q * float64(len(f.draws)-1)
	i := min(int(at), len(f.draws)-2)
	x := f.draws[0]
	if i >= 0 {
		x = f.draws[i] + (at-float64(i))*(f.draws[i+1]-f.draws[i])
	}
	switch {
	case q < 0.5:
		return min(x, f.Value)
	case q > 0.5:
		return max(x, f.Value)
	}
	return x
}

// Interval returns the middle part of what may happen at a level in (0, 1); 0 and 0
// for an unknown Fan.
func (f Fan) Interval(level float64) (low, high float64) {
	checkOpen("level", level)
	return f.Quantile((1 - level) / 2), f.Quantile((1 + level) / 2)
}

// Of returns what a wave of n answers would show when the share is that of the fan:
// chance in who answers comes on top. For n = 0 it is the fan itself. Unknown for an
// unknown Fan. The fans of Fit and Scenario say so by themselves; a fan that already
// speaks of a wave would count that chance twice.
func (f Fan) Of(n int) Fan {
	if !f.Known() {
		return f
	}
	draws := slices.Clone(f.draws)
	measured(draws, n, 1)
	return fan(f.Value, draws)
}

// Chance returns the part of what may happen that is at least a share; 0 for an
// unknown Fan.
func (f Fan) Chance(share float64) float64 {
	if !f.Known() {
		return 0
	}
	i, _ := slices.BinarySearch(f.draws, share)
	return float64(len(f.draws)-i) / float64(len(f.draws))
}

// fan sorts the draws.
func fan(value float64, draws []float64) Fan {
	slices.Sort(draws)
	return Fan{value, draws}
}

// seed starts the chance of every draw; a stream keeps their purposes apart.
const seed = 20191231

func stream(n uint64) *rand.Rand { return rand.New(rand.NewPCG(seed, n)) }

// count draws how many of n use it when a share p does. Where dispersion, at least
// 1, is over 1 the share itself varies by a beta distribution that makes the variance
// so many times the binomial one (J.G. Skellam, JRSS B 10, 1948).
func count(p float64, n int, dispersion float64, source rand.Source) int {
	p = min(max(p, 0), 1)
	if dispersion > 1 && n > 1 && p > 0 && p < 1 {
		rho := min((dispersion-1)/float64(n-1), 0.5)
		p = distuv.Beta{Alpha: p * (1/rho - 1), Beta: (1 - p) * (1/rho - 1), Src: source}.Rand()
	}
	switch {
	case !(p > 0):
		return 0
	case p >= 1:
		return n
	}
	return int(math.Round(distuv.Binomial{N: float64(n), P: p, Src: source}.Rand()))
}

// measured draws the share that a wave of n answers would show for each share in the
// draws, in place; none for n = 0.
func measured(draws []float64, n int, dispersion float64) {
	if n < 0 {
		panic(fmt.Sprintf("diffusion: %d answers", n))
	}
	source := stream(2)
	for i := range draws {
		if n > 0 {
			draws[i] = float64(count(draws[i], n, dispersion, source)) / float64(n)
		}
	}
}
