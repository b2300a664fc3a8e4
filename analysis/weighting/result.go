package weighting

import "math"

// Result is a set of new weights and how they were reached.
type Result struct {
	// Weights are the new weights, one per unit. Only linear calibration without
	// bounds can make some of them 0 or negative.
	Weights []float64
	// Factors are the new weights over the start weights.
	Factors []float64
	// Residual takes out of influence values z, one per unit and without weights,
	// what the calibration explains; see the package doc. It is nil when the
	// weights come without calibration. It does not change z.
	Residual func(z []float64) []float64
	// Iterations is how often all margins were gone through; 1 when the weights
	// follow in one step.
	Iterations int
	// Converged says that every target was met within Options.Epsilon.
	Converged bool
	// Misfit is the largest difference that is left between a weighted total and
	// its target, relative to the target.
	Misfit float64
}

// newResult multiplies start weights by the factor of the cell of each unit.
func newResult(weights []float64, of []int, factor []float64) *Result {
	r := &Result{Weights: make([]float64, len(weights)), Factors: make([]float64, len(weights))}
	for i, w := range weights {
		r.Factors[i] = factor[of[i]]
		r.Weights[i] = w * factor[of[i]]
	}
	return r
}

// misfit returns the column whose total is relatively farthest from its target,
// and how far. A scale of 0 stands for 1.
func misfit(got, want, scale []float64) (worst int, distance float64) {
	for j := range want {
		d := math.Abs(got[j] - want[j])
		if scale[j] != 0 {
			d /= scale[j]
		}
		if d > distance || math.IsNaN(d) {
			worst, distance = j, d
		}
	}
	return worst, distance
}
