package queueing

import (
	"math"

	"gonum.org/v1/gonum/integrate/quad"
)

// Service returns the share of all contacts that an agent answers within a time, in
// [0, 1]. Who gives up was not answered, and is one of all. It rises with the time;
// at 0 it is the chance of an answer at once.
func (s *Steady) Service(within float64) float64 {
	q := &s.queue
	switch {
	case !s.Stable:
		return 0
	case q.Arrivals == 0:
		return 1
	case !(within > 0):
		return 1 - s.Wait
	case !q.impatient():
		return 1 + s.Wait*-math.Exp(-(s.rate-q.Arrivals)*within)
	}
	return min(1-s.Wait+s.answered(within), 1)
}

// answered integrates the density of the wait of those who are still there. Its
// scale is the time between two events, which a panel spans a few of.
func (s *Steady) answered(within float64) float64 {
	q := &s.queue
	theta := 1 / q.Patience
	density := func(v float64) float64 {
		return s.rate * math.Exp(s.logTop-(s.rate+theta)*v-q.Arrivals*math.Expm1(-theta*v)*q.Patience)
	}
	const (
		events = 4.0
		nodes  = 12
		most   = 20000
	)
	panels := math.Min(math.Ceil(within*(s.rate+q.Arrivals+theta)/events), most)
	width, sum := within/panels, 0.0
	for i := range int(panels) {
		sum += quad.Fixed(density, float64(i)*width, float64(i+1)*width, nodes, quad.Legendre{}, 0)
	}
	return sum
}
