package audit

import (
	"math"
	"slices"

	"benchmark/analysis"
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

// weighedBy are the weights of the protected figures of a table by a breakdown, and those
// that these tell apart: one stratum and weight each.
func (a *attack) weighedBy(t *analysis.Table, breakdown string) (weights []float64, classes []survey.Bits) {
	at := slices.IndexFunc(t.Pooled, func(p analysis.Pooled) bool { return p.Breakdown == breakdown })
	if at < 0 {
		return a.weights, a.classes
	}
	p := &t.Pooled[at]
	type class struct {
		stratum int
		weight  float64
	}
	known := map[class]int{}
	for r, w := range p.Weights {
		of := class{int(p.Strata[r]), w}
		k, ok := known[of]
		if !ok {
			k = len(classes)
			known[of], classes = k, append(classes, survey.NewBits(a.survey.Respondents))
		}
		classes[k].Set(r)
	}
	return p.Weights, classes
}

// weigh adds what a weighted figure tells beyond the count of those it is about: how many of
// each stratum and weight gave the answer, as it is published in full precision and with its
// standard error. The figure must be what these weights make it.
func (a *attack) weigh(s *secret, t *analysis.Table, r, g int, c clue) {
	e := &t.Cells[r][g]
	if !e.Weighted || a.weights == nil || e.Method == analysis.Census {
		return // where all bodies answered each stands for itself
	}
	weights, classes := a.weighedBy(t, t.Groups[g].Breakdown)
	gave, base, ok := a.about(t, r, g)
	part, all := sumOf(weights, gave), sumOf(weights, base)
	if !ok || slices.Contains(e.Notes, analysis.NoteRounded) || math.Abs(part/all-e.Value) > exactly {
		a.report.Unseen = append(a.report.Unseen, t.ID)
		return
	}
	for _, class := range classes {
		if in := c.in.Intersect(class); in.Count() > 0 && sumOf(weights, in) > 0 {
			s.clues = append(s.clues, clue{in: in, of: c.of})
		}
	}
}

// about is who gave an answer of a row in a group, and who it is a share of.
func (a *attack) about(t *analysis.Table, r, g int) (gave, base survey.Bits, ok bool) {
	members, ok := a.members(&t.Groups[g])
	if !ok {
		return nil, nil, false
	}
	q := a.survey.Find(t.Question)
	base = a.everyone()
	if q >= 0 {
		base = a.answered(q)
	}
	if t.Topic == analysis.Consideration {
		base = base.Without(a.seen(q))
	}
	if t.Rows[r].Net {
		gave = survey.NewBits(a.survey.Respondents)
		for _, code := range t.Rows[r].Of {
			gave = gave.Union(a.chose(q, a.survey.Questions[q].Option(code)))
		}
	} else if gave, ok = a.gave(t, r); !ok {
		return nil, nil, false
	}
	base = base.Intersect(members)
	return gave.Intersect(base), base, true
}

// sumOf is what some respondents weigh.
func sumOf(weights []float64, in survey.Bits) float64 {
	sum := 0.0
	in.Each(func(r int) { sum += weights[r] })
	return sum
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
