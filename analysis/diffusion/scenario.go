package diffusion

import "gonum.org/v1/gonum/mathext"

// Scenario is growth at stated rates from the last figure: what takes the place of a
// fit where there are too few points for one. Rates are per unit of time.
type Scenario struct {
	// Name is a key, such as "still".
	Name string
	// Ceiling is the share that use grows to, in (0, 1].
	Ceiling float64
	// Innovation and Imitation are the p and q of the hazard p + q·F/m; a p of 0 is
	// logistic growth.
	Innovation, Imitation float64
	// Shocks are in the order of time; those before the last figure have had their
	// effect on it.
	Shocks []Shock
}

// Wide returns the three scenarios that enclose what was seen elsewhere, per year:
// nobody starts any more ("still"), the mean of 213 published fits, p = 0.03 and q =
// 0.38 ("usual"; F. Sultan, J.U. Farley & D.R. Lehmann, A meta-analysis of
// applications of diffusion models, Journal of Marketing Research 27, 1990), and twice
// those ("fast", our choice). They are goods that people buy; nothing says that
// organisations are as fast.
func Wide(ceiling float64) []Scenario {
	checkCeiling(ceiling)
	return []Scenario{
		{Name: "still", Ceiling: ceiling},
		{Name: "usual", Ceiling: ceiling, Innovation: 0.03, Imitation: 0.38},
		{Name: "fast", Ceiling: ceiling, Innovation: 0.06, Imitation: 0.76},
	}
}

// scenarioDraws is the number of places in the posterior of the last share.
const scenarioDraws = 999

// Fan returns the share at moment t, not before the last figure. It varies by what the
// last share may be, the posterior of Jeffreys's prior Beta(yes+½, n-yes+½); the rates
// of the scenario do not vary. For n > 0 it speaks of the share that a wave of n
// answers would show. A share over the ceiling stays as it is.
func (s Scenario) Fan(last Point, t float64, n int) Fan {
	checkPoints([]Point{last})
	checkCeiling(s.Ceiling)
	checkShocks(s.Shocks)
	if !finite(t) || t < last.At || !(s.Innovation >= 0) || !(s.Imitation >= 0) {
		panic("diffusion: a scenario goes back in time or shrinks")
	}
	shocks := s.Shocks
	h := hazard{s.Innovation, s.Imitation, s.Ceiling}
	draws := make([]float64, scenarioDraws)
	a, b := float64(last.Yes)+0.5, float64(last.N-last.Yes)+0.5
	for i := range draws { // a share that was larger stays larger: quantiles are enough
		share := mathext.InvRegIncBeta(a, b, (float64(i)+0.5)/scenarioDraws)
		draws[i] = h.after(share, last.At, t, shocks)
	}
	measured(draws, n, 1)
	return fan(h.after(last.Share(), last.At, t, shocks), draws)
}

// Envelope returns the lowest and the highest bound of the fans at a level in (0, 1):
// all that any of them holds possible. Unknown fans are left out; 0 and 0 without any.
func Envelope(fans []Fan, level float64) (low, high float64) {
	known := false
	for _, f := range fans {
		if !f.Known() {
			continue
		}
		l, h := f.Interval(level)
		if !known {
			low, high, known = l, h, true
		}
		low, high = min(low, l), max(high, h)
	}
	return low, high
}
