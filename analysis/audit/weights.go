package audit

import (
	"math"
	"slices"

	"benchmark/analysis/disclosure"
	"benchmark/survey"
)

// weighAll finds the strata and weights of a sampled design, which everyone can work out by
// the number of bodies that exist.
func (a *attack) weighAll() {
	d := &a.survey.Design
	if !d.Sampled || d.Weights == nil {
		return
	}
	a.weights = slices.Clone(d.Weights)
	for r := range a.weights {
		if d.Of != nil && d.Of[r] < 0 {
			a.weights[r] = 0
		}
	}
	type class struct {
		stratum int16
		weight  float64
	}
	at, all := map[class]int{}, []survey.Bits{}
	for r, w := range a.weights {
		of := class{weight: w}
		if d.Of != nil {
			of.stratum = d.Of[r]
		}
		k, known := at[of]
		if !known {
			k = len(all)
			at[of], all = k, append(all, survey.NewBits(a.survey.Respondents))
		}
		all[k].Set(r)
	}
	if !disclosure.KnownWeights(len(all), a.survey.Respondents) {
		a.weights = nil
		return
	}
	a.classes = all
}

// exactly is by how much a figure in full precision can be off.
const exactly = 1e-9

// stepOf is the finest step to which a share can have been rounded that is off by so
// much: who knows the rules can tell. It is false where there is none.
func stepOf(share, off float64) (float64, bool) {
	for _, step := range []float64{0.01, 0.02, 0.05, 0.1} {
		if math.Abs(off) <= step/2+exactly && math.Abs(math.Round(share/step)*step-share) < exactly {
			return step, true
		}
	}
	return 0, false
}
