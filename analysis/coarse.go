package analysis

import (
	"math"
	"slices"

	"benchmark/analysis/contrast"
	"benchmark/survey"
)

// Weighted figures tell more than plain ones. Where strata have weights of their
// own, an exact total is an equation in how many of each stratum gave an answer:
// with the exact figures of the groups that are shown it has often one solution,
// and so gives a hidden group away although no subtraction of counts does. What
// was said in confidence is therefore rounded in a table with a hidden group,
// and comes without what would undo the rounding.

// The steps to which weighted figures are rounded beside a hidden group: a point
// of a percentage, a tenth of a mean, and three digits of a total or ratio.
const (
	shareStep   = 0.01
	meanStep    = 0.1
	totalDigits = 3
)

// coarsen rounds the weighted figures of a study that would tell about a hidden
// group, and the tests that rest on them.
func (b *builder) coarsen(study *Study) {
	if b.sampler == nil || b.options.Disclosure == Unprotected {
		return
	}
	coarse := map[string]bool{}
	for i := range study.Tables {
		t := &study.Tables[i]
		coarse[t.ID] = hidesGroup(t) && (b.collapse == nil || b.ofNumbers(t))
	}
	b.coarsenTables(study, coarse)
	var kept []Comparison
	for _, c := range study.Comparisons {
		if !coarse[c.Table] || b.coarsenComparison(study, &c) {
			kept = append(kept, c)
		}
	}
	study.Comparisons = kept
	for i := range study.Differences {
		if d := &study.Differences[i]; coarse[d.Table] {
			coarsenResult(&d.Result, b.steps[d.Table])
		}
	}
	for i := range study.Tests {
		if t := &study.Tests[i]; coarse[t.Table] {
			t.coarsen(b.steps[t.Table])
		}
	}
}

// coarsenComparison takes the two shares of a comparison from the table, and rounds the
// difference as these are. It is false where one of them is hidden.
func (b *builder) coarsenComparison(study *Study, c *Comparison) bool {
	at := slices.IndexFunc(study.Tables, func(t Table) bool { return t.ID == c.Table })
	t := &study.Tables[at]
	r, g := t.Row(c.Row, Share), t.Group(c.Group.Breakdown, c.Group.Level)
	if r < 0 || g < 0 || t.Cells[r][g].Status != Estimated || t.Cells[r][0].Status != Estimated {
		return false
	}
	c.Part, c.Whole = t.Cells[r][g], t.Cells[r][0]
	if e := &c.Difference; t.Rows[r].Protected && e.Weighted && e.Status == Estimated {
		e.coarsen(Share, b.steps[c.Table])
	}
	coarsenResult(&c.Result, b.steps[c.Table])
	return true
}

// coarsenRow rounds the weighted figures of a row, to no less than the coarseness says
// and that of all respondents so far that no hidden type of body can be computed from it,
// or hides them.
func (b *builder) coarsenRow(t *Table, r int, answered []int, by coarseness) {
	for g := range t.Groups {
		e := &t.Cells[r][g]
		// The share of a whole stratum is that of the counts, which are told.
		if !e.Weighted || e.Status != Estimated || e.Method == Hypergeometric || e.Method == Census {
			continue
		}
		step := by.groups
		if g == 0 {
			step = by.total
			for t.Rows[r].Measure == Share && step < hiddenStep && pinned(t, r, step, answered) {
				step = coarser(step)
			}
		}
		if step == hiddenStep {
			*e = Estimate{Status: HiddenOthers}
			continue
		}
		e.coarsen(t.Rows[r].Measure, step)
	}
}

// mostGuesses bounds the search of pinned: where more combinations are possible,
// a figure that is rounded fits many of them.
const mostGuesses = 200_000

// answered returns how many of each group of a table are in its base, which who
// knows the open answers can tell; all respondents where the table is made of
// several questions.
func (b *builder) answered(t *Table) []int {
	n := make([]int, len(t.Groups))
	for g := range n {
		n[g] = t.Groups[g].Respondents
	}
	s, ok := b.tested(t, new(desk))
	if !ok {
		return n
	}
	for d := range b.by {
		members := b.profiles.membersBy(new(desk), &s.base, nil, d, d+1)[1:]
		for p := range b.by[d].groups {
			if g := t.Group(b.by[d].id, b.by[d].groups[p].Level); g >= 0 {
				n[g] = members[p].n
			}
		}
	}
	return n
}

// hiddenType is a type of body that is hidden in a row: how many of it answered
// and what each of them weighs.
type hiddenType struct {
	respondents int
	weight      float64
}

// pinned reports whether the share of all, rounded to a step, leaves only one
// number of bodies of a hidden type that can have given the answer. It knows what
// a reader knows: the weights, how many of all gave the answer, and the figures
// of the types that are shown.
func pinned(t *Table, r int, step float64, answered []int) bool {
	total := &t.Cells[r][0]
	left, count := round(total.Value, step)*total.WeightedBase, total.Count
	var hidden []hiddenType
	guesses := 1
	for g := range t.Groups {
		group := &t.Groups[g]
		e := &t.Cells[r][g]
		switch {
		case group.Role != survey.BodyType:
		case e.Status == Estimated:
			left, count = left-e.Value*e.WeightedBase, count-e.Count
		case e.Status.Hidden() && group.Population > 0 && group.Respondents > 0:
			hidden = append(hidden, hiddenType{answered[g], float64(group.Population) / float64(group.Respondents)})
			if guesses *= answered[g] + 1; guesses > mostGuesses {
				return false
			}
		}
	}
	return len(hidden) > 0 && onlyOne(hidden, count, left, step/2*total.WeightedBase)
}

// onlyOne reports whether one of the types has the same number of answers in all
// guesses that add up to the count and, weighted, to the sum within the slack.
func onlyOne(types []hiddenType, count int, sum, slack float64) bool {
	least, most := make([]int, len(types)), make([]int, len(types))
	given, found := make([]int, len(types)), false
	var guess func(h, count int, sum float64)
	guess = func(h, count int, sum float64) {
		if h < len(types) {
			for n := range min(types[h].respondents, count) + 1 {
				given[h] = n
				guess(h+1, count-n, sum-types[h].weight*float64(n))
			}
			return
		}
		if count != 0 || math.Abs(sum) > slack {
			return
		}
		for i, n := range given {
			if !found || n < least[i] {
				least[i] = n
			}
			if !found || n > most[i] {
				most[i] = n
			}
		}
		found = true
	}
	guess(0, count, sum)
	for i := range types {
		if found && least[i] == most[i] {
			return true
		}
	}
	return false
}

// ofNumbers reports whether a table is of numbers. In others strata are taken together where
// they have to be.
func (b *builder) ofNumbers(t *Table) bool {
	i := b.survey.Find(t.Question)
	return i >= 0 && b.survey.Questions[i].Kind == survey.Number
}

// hidesGroup reports whether a protected figure of the table is hidden.
func hidesGroup(t *Table) bool {
	for r := range t.Rows {
		for g := range t.Groups {
			if s := t.Cells[r][g].Status; t.Rows[r].Protected && s.Hidden() && s != HiddenImprecise {
				return true
			}
		}
	}
	return false
}

// coarsen rounds the figure and widens its interval to the same step, and drops
// what would tell the figure more precisely.
func (e *Estimate) coarsen(m Measure, step float64) {
	switch m {
	case Share, ShareOfAnswers:
	case Mean, TrimmedMean:
		step *= meanStep / shareStep
	case Total, Ratio:
		step = stepOf(e.Value) * digitsLess(step)
	default:
		return // a quantile is an answer, with the rules of its own
	}
	e.Value = round(e.Value, step)
	if e.Method != NoInterval {
		e.Low, e.High = outward(e.Low, e.High, e.Value, step)
		if m == Share && !e.difference() {
			e.Low, e.High = max(e.Low, 0), min(e.High, 1)
		}
	}
	e.SE, e.DesignEffect, e.DesignEffectReplacement = 0, 0, 0
	e.Notes = append(e.Notes, NoteRounded)
}

// digitsLess is what the step of a figure of several digits is multiplied by, where that of
// shares is coarser than usual: it has one or two digits less.
func digitsLess(step float64) float64 {
	switch {
	case step <= shareStep:
		return 1
	case step < 0.1:
		return 10
	}
	return 100
}

// difference reports whether the figure is one of two shares, from -1 to 1.
func (e *Estimate) difference() bool { return e.Method == PartOfWhole }

// rest forgives the last bits of a binary fraction, so that a bound on a step
// stays there.
const rest = 1e-9

// round rounds to the nearest step.
func round(x, step float64) float64 {
	if step == 0 {
		return 0
	}
	return steps(math.Round(x/step), step)
}

// outward rounds an interval to the steps around it, the value inside.
func outward(low, high, value, step float64) (from, to float64) {
	if step == 0 {
		return low, high
	}
	return min(steps(math.Floor(low/step+rest), step), value), max(steps(math.Ceil(high/step-rest), step), value)
}

// steps returns a number of steps as the nearest decimal number.
func steps(n, step float64) float64 {
	if step < 1 {
		return n / math.Round(1/step)
	}
	return n * step
}

// stepOf returns the step of the last of the digits that are kept of x; 0 for 0.
func stepOf(x float64) float64 {
	if x == 0 {
		return 0
	}
	return math.Pow(10, math.Floor(math.Log10(math.Abs(x)))-totalDigits+1)
}

// coarsen rounds a test and its comparisons.
func (t *Test) coarsen(step float64) {
	coarsenResult(&t.Result, step)
	t.Seen = steps(math.Ceil(t.Seen/step-rest), step)
	for i := range t.Pairs {
		coarsenResult(&t.Pairs[i].Result, step)
	}
	for i := range t.Contrasts {
		coarsenResult(&t.Contrasts[i].Result, step)
	}
}

// coarsenResult keeps three digits of a test, enough for what it carries and too
// few to find the figures that it is made of, and rounds its difference to a step.
func coarsenResult(r *contrast.Result, step float64) {
	for _, x := range []*float64{&r.Statistic, &r.Uncorrected, &r.DF1, &r.DF2, &r.P, &r.Adjusted, &r.Effect.Value} {
		*x = round(*x, stepOf(*x))
	}
	d := &r.Difference
	d.Value = round(d.Value, step)
	if d.Interval {
		d.Low, d.High = outward(d.Low, d.High, d.Value, step)
	}
}
