package audit

import (
	"math"
	"slices"

	"benchmark/analysis"
	"benchmark/analysis/disclosure"
	"benchmark/survey"
)

// weighed is a weighted figure: what those of a clue weigh who gave one of the answers.
type weighed struct {
	clue
	// off is by how much the figure is less than what they weigh, and slack by how much
	// it can be less or more.
	off, slack float64
	// points are what each answer counts for, of a mean; nil: 1.
	points []float64
}

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

// weigh adds what the weighted figure of a row tells beyond the count of those it is
// about. One in full precision, with its standard error, is taken to tell how many of each
// weight gave the answer.
func (a *attack) weigh(s *secret, t *analysis.Table, r, g int, c clue) {
	e := &t.Cells[r][g]
	if !e.Weighted || a.weights == nil || e.Method == analysis.Census {
		return // where all bodies answered each stands for itself, and there is no error
	}
	if !slices.Contains(e.Notes, analysis.NoteRounded) {
		for _, class := range a.classes {
			if in := c.in.Intersect(class); in.Count() > 0 {
				s.clues = append(s.clues, clue{in: in, of: c.of})
			}
		}
		return
	}
	w := weighed{clue: c, off: a.seenWeight(t, r, g) - e.Value*e.WeightedBase}
	for o, gave := range s.answers {
		if c.of>>o&1 == 1 {
			w.off += a.weightOf(gave.Intersect(c.in))
		}
	}
	step, ok := stepOf(e.Value, w.off/e.WeightedBase)
	if w.slack = (step/2 + exactly) * e.WeightedBase; !ok {
		a.report.Unseen = append(a.report.Unseen, t.ID)
		return
	}
	s.weighed = append(s.weighed, w)
}

// weighMean adds what the weighted mean of a scale tells where it is rounded; in full
// precision it follows from the shares.
func (a *attack) weighMean(s *secret, t *analysis.Table, q int, options []int) {
	r := t.Row(analysis.KeyMean, analysis.Mean)
	if r < 0 || a.weights == nil || a.survey.Questions[q].Kind != survey.Scale {
		return
	}
	places, on := a.survey.Questions[q].Points()
	points := make([]float64, len(s.answers))
	for k, o := range options {
		if on[o] {
			points[k] = places[o]
		}
	}
	for g := range t.Groups {
		members, ok := a.members(&t.Groups[g])
		e := &t.Cells[r][g]
		if !ok || e.Status != analysis.Estimated || !slices.Contains(e.Notes, analysis.NoteRounded) {
			continue
		}
		in := members.Intersect(s.base)
		w := weighed{clue: clue{in: in}, points: points, off: -e.Value * e.WeightedBase}
		for k, gave := range s.answers {
			w.off += points[k] * a.weightOf(gave.Intersect(in))
		}
		step, ok := stepOf(e.Value/10, w.off/e.WeightedBase/10)
		if w.slack = (10*step/2 + exactly) * e.WeightedBase; !ok {
			a.report.Unseen = append(a.report.Unseen, t.ID)
			continue
		}
		s.weighed = append(s.weighed, w)
	}
}

// seenWeight is what those of a group weigh who can be seen to have given one of the
// answers of a net.
func (a *attack) seenWeight(t *analysis.Table, r, g int) float64 {
	q := a.survey.Find(t.Question)
	members, ok := a.members(&t.Groups[g])
	if q < 0 || !ok || !t.Rows[r].Net || a.survey.Questions[q].Role != survey.Adoption {
		return 0
	}
	sum := 0.0
	for _, code := range t.Rows[r].Of {
		if o := a.survey.Questions[q].Option(code); o >= 0 && visible(a.survey.Questions[q].Options[o].Means) {
			sum += a.weightOf(a.chose(q, o).Intersect(a.answered(q)).Intersect(members))
		}
	}
	return sum
}

// weightOf is what some respondents weigh.
func (a *attack) weightOf(in survey.Bits) float64 {
	sum := 0.0
	in.Each(func(r int) { sum += a.weights[r] })
	return sum
}

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

// weightsOf are the weights of a respondent of each atom.
func (a *attack) weightsOf(atoms []survey.Bits) []float64 {
	all := make([]float64, len(atoms))
	for k, atom := range atoms {
		atom.Each(func(r int) { all[k] = a.weights[r] })
	}
	return all
}
