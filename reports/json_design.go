package reports

import (
	"math"
	"slices"

	"benchmark/analysis"
	"benchmark/analysis/estimate"
	"benchmark/survey"
)

// designJSON writes the design of a study, nil when its figures are plain.
func designJSON(s *analysis.Study) *jsonDesign {
	d, o := &s.Survey.Design, &s.Options.Weighted
	if !d.Sampled {
		return nil
	}
	j := &jsonDesign{
		WeightedBy: string(d.WeightedBy), WeightColumn: d.WeightColumn, Calibrated: d.Residual != nil, Strata: []jsonStratum{},
		Outside: outside(d), Lonely: o.Lonely.String(), DegreesOfFreedom: string(o.Freedom), Interval: string(o.Interval),
		QuantileRule: string(o.Rule), FrameDate: d.FrameDate,
	}
	if j.DegreesOfFreedom == "" {
		j.DegreesOfFreedom = string(analysis.FreedomDomain)
	}
	if j.Interval == "" {
		j.Interval = string(estimate.DefaultInterval)
	}
	if j.QuantileRule == "" {
		j.QuantileRule = string(estimate.MathRule)
	}
	for i := range d.Strata {
		h := &d.Strata[i]
		j.Strata = append(j.Strata, jsonStratum{h.Type, h.Size, h.Name, h.Population, h.Uncertainty, h.Respondents})
	}
	if sum, effective := weightSum(s.Survey); sum > 0 {
		j.WeightSum, j.EffectiveBase = &sum, &effective
	}
	return j
}

// sharedJSON names the strata that share weights in a table.
func sharedJSON(s *survey.Survey, t *analysis.Table) []jsonShared {
	var all []jsonShared
	for _, p := range t.Pooled {
		names := make([][]string, len(s.Design.Strata)+1)
		for r, of := range p.Strata {
			name := ""
			if s.Design.Of != nil && s.Design.Of[r] >= 0 {
				name, _ = s.StratumName(int(s.Design.Of[r]))
			}
			if !slices.Contains(names[of], name) {
				names[of] = append(names[of], name)
			}
		}
		for _, together := range names {
			if len(together) > 1 {
				slices.Sort(together)
				all = append(all, jsonShared{p.Breakdown, together})
			}
		}
	}
	return all
}

// weightedJSON adds what a weighted figure has beside its value.
func weightedJSON(j *jsonCell, e *analysis.Estimate) {
	j.Weighted = true
	j.SE, j.Unweighted, j.WeightedBase = known(&e.SE), known(&e.Unweighted), known(&e.WeightedBase)
	if hasNote(e, analysis.NoteRounded) {
		j.SE = nil
	}
	j.EffectiveBase = positive(&e.EffectiveBase)
	j.DesignEffect, j.DesignEffectReplacement = positive(&e.DesignEffect), positive(&e.DesignEffectReplacement)
}

// known returns nil for what is no number: JSON has none.
func known(x *float64) *float64 {
	if math.IsNaN(*x) || math.IsInf(*x, 0) {
		return nil
	}
	return x
}

// positive returns nil also for 0, which stands for undefined.
func positive(x *float64) *float64 {
	if *x <= 0 {
		return nil
	}
	return known(x)
}
