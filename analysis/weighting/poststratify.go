package weighting

// PostStratify gives the units of every category of m weights that add up to
// its target:
//
//	w = d·N_g / Σ_g d
//
// with d the start weights, nil for 1 each (D. Holt & T.M.F. Smith, Post
// stratification, JRSS A 142, 1979). The residual for variances is z less the
// mean of z in the post-stratum, weighted by d.
//
// Categories without respondents must have target 0 or NaN. Errors are those of
// weights and margins: BadWeight, MissingValue, BadTarget, NoTarget,
// NoRespondents.
func PostStratify(weights []float64, m Margin) (*Result, error) {
	var p problems
	weights = startWeights(weights, len(m.Of), &p)
	m.check(len(m.Of), &p)
	if len(p) > 0 {
		return nil, p.err()
	}
	return postStratify(weights, m), nil
}

// postStratify is PostStratify of what was checked.
func postStratify(weights []float64, m Margin) *Result {
	sums := totals(m.Of, weights, len(m.Labels))
	factor := make([]float64, len(sums))
	for g, s := range sums {
		if s > 0 {
			factor[g] = m.Targets[g] / s
		}
	}
	r := newResult(weights, m.Of, factor)
	r.Iterations, r.Converged = 1, true
	r.Residual = func(z []float64) []float64 {
		means := totals(m.Of, products(weights, z), len(sums))
		e := make([]float64, len(z))
		for i, g := range m.Of {
			e[i] = z[i] - means[g]/sums[g]
		}
		return e
	}
	return r
}
