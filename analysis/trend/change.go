package trend

import (
	"cmp"
	"math"
	"slices"

	"benchmark/analysis"
	"benchmark/analysis/contrast"
	"benchmark/analysis/estimate"
	"benchmark/survey"
	"benchmark/survey/waves"
)

// changes fills in the changes of every row, and corrects their tests.
func (t *Trend) changes() {
	for i := range t.Rows {
		r := &t.Rows[i]
		r.Changes = make([]Change, len(t.Waves))
		var told []told
		for w := range t.Waves {
			r.Changes[w] = Change{From: -1, To: w}
			if p := t.Drift.Lines[r.Line].Pairs[w]; p != nil && p.How != waves.ByWording {
				r.Changes[w] = t.change(r, p.Earlier.Wave, w, p.Verdict, Why(p), &told)
			}
		}
		r.Overall = t.overall(r, &told)
	}
	// Figures with a break between them prove nothing, so they are a family of their own.
	for _, verdict := range []waves.Verdict{waves.Comparable, waves.WithBreak} {
		for w := range t.Waves {
			t.adjust(verdict, func(r *Row) *Change { return &r.Changes[w] })
		}
		t.adjust(verdict, func(r *Row) *Change { return &r.Overall })
	}
}

// Why lists what keeps two questions from being the same, the gravest first.
func Why(p *waves.Pair) []waves.Difference {
	var all []waves.Difference
	for _, d := range slices.Concat(p.Differences, p.Study) {
		if d.Verdict != waves.Comparable {
			all = append(all, d)
		}
	}
	slices.SortStableFunc(all, func(a, b waves.Difference) int { return cmp.Compare(b.Verdict, a.Verdict) })
	return all
}

// overall is the change from the first figure since a break to the last one.
func (t *Trend) overall(r *Row, told *[]told) Change {
	last := len(t.Waves) - 1
	for last > 0 && r.Figures[last].Status != analysis.Estimated {
		last--
	}
	from := last
	for from > 0 {
		c := &r.Changes[from]
		if c.From < 0 || c.Verdict != waves.Comparable || r.Figures[c.From].Status != analysis.Estimated {
			break
		}
		from = c.From
	}
	switch from {
	case last:
		return Change{From: -1, To: last}
	case r.Changes[last].From:
		return r.Changes[last]
	}
	return t.change(r, from, last, waves.Comparable, nil, told)
}

// change computes the change of a row between two waves.
func (t *Trend) change(r *Row, from, to int, verdict waves.Verdict, differs []waves.Difference, told *[]told) Change {
	c := Change{From: from, To: to, Verdict: verdict, Why: differs}
	before, after := &r.Figures[from], &r.Figures[to]
	if verdict == waves.NotComparable || before.Status != analysis.Estimated || after.Status != analysis.Estimated {
		return c
	}
	switch {
	case before.Weighted || after.Weighted:
		c.byDesign(before, after, t.Options.Level)
	case r.numbers:
		t.ofNumbers(r, &c)
	default:
		t.ofShares(r, &c, told)
	}
	return c
}

// byDesign takes two weighted figures as those of independent samples. With bodies in
// both that is cautious, since who says yes once mostly says it again.
func (c *Change) byDesign(before, after *analysis.Estimate, level float64) {
	c.Separate = true
	d, se := after.Value-before.Value, math.Hypot(before.SE, after.SE)
	freedom := math.Min(degrees(before), degrees(after))
	c.Result = contrast.DesignTest(d, se, freedom+1)
	c.Difference = analysis.Estimate{Status: analysis.Estimated, Value: d, SE: se, DF: freedom, Level: level, Weighted: true, Base: min(before.Base, after.Base)}
	if x := (estimate.Statistic{Value: d, SE: se, DF: freedom}).Summary(level); x.Interval && c.Result.Withheld == contrast.Done {
		c.Difference.Low, c.Difference.High, c.Difference.Method = x.Low, x.High, Independent
	}
}

// degrees of freedom of a figure: those of the design, else of its answers.
func degrees(e *analysis.Estimate) float64 {
	if e.DF > 0 {
		return e.DF
	}
	return float64(e.Base - 1)
}

// ofShares tests the change of a share.
func (t *Trend) ofShares(r *Row, c *Change, told *[]told) {
	x := t.counted(r, c.From, c.To)
	if !x.agrees(&r.Figures[c.From], &r.Figures[c.To]) {
		return
	}
	open := t.Options.Disclosure == analysis.Unprotected || !r.Protected
	if !open && x.safe(*told) && !t.exposed(r, x) && t.joint(r, x) {
		open = true
		t.tell(r, x, told)
	}
	w := x.waves()
	if !open {
		w = contrast.Waves{Before: x.before(), After: x.after()}
	}
	change := w.Change(t.Options.Level)
	c.Separate = !open && x.panel() > 0
	c.take(change, x, t.Options.Level)
	switch {
	case x.panel() == 0:
	case !open:
		c.Panel.Status, c.Once.Status = analysis.HiddenOthers, analysis.HiddenOthers
	default:
		n := x.panel()
		c.Panel = Part{analysis.Estimated, part(w.Panel.Both+w.Panel.Lost, n), part(w.Panel.Both+w.Panel.Gained, n), n, n, change.Panel}
		if w.Before.N > 0 && w.After.N > 0 {
			c.Once = Part{analysis.Estimated, part(w.Before.Yes, w.Before.N), part(w.After.Yes, w.After.N), w.Before.N, w.After.N, change.Apart}
		}
	}
}

// take takes the change among all who answered over from a test.
func (c *Change) take(change contrast.Change, x *crossed, level float64) {
	c.Result = change.Together
	d := &change.Together.Difference
	c.Difference = analysis.Estimate{Status: analysis.Estimated, Value: d.Value, Level: level, Base: min(x.before().N, x.after().N)}
	if d.Interval {
		c.Difference.Low, c.Difference.High, c.Difference.Method = d.Low, d.High, PartlyPaired
		if c.Separate || x.panel() == 0 {
			c.Difference.Method = analysis.Newcombe
		}
	}
}

func part(yes, n int) float64 { return float64(yes) / float64(n) }

// ofNumbers tests the change of a mean. Fewer bodies than MinimumAnswers in both waves
// count as if they were others.
func (t *Trend) ofNumbers(r *Row, c *Change) {
	earlier, later := t.column(r, c.From), t.column(r, c.To)
	paired := make([]survey.Bits, 2)
	for k, w := range []int{c.From, c.To} {
		paired[k] = survey.NewBits(t.Waves[w].Study.Survey.Respondents)
	}
	var both [2][]float64
	for _, p := range t.panel(c.From, c.To).Pairs {
		if earlier.State(p.Earlier) == survey.Answered && later.State(p.Later) == survey.Answered {
			both[0], both[1] = append(both[0], earlier.Number(p.Earlier)), append(both[1], later.Number(p.Later))
			paired[0].Set(p.Earlier)
			paired[1].Set(p.Later)
		}
	}
	if n := len(both[0]); n < analysis.MinimumAnswers {
		paired[0], paired[1], both = survey.NewBits(earlier.Len()), survey.NewBits(later.Len()), [2][]float64{}
		c.Separate = n > 0
	}
	rest := func(col *survey.Column, out survey.Bits) []float64 {
		var all []float64
		col.Base().Without(out).Each(func(i int) { all = append(all, col.Number(i)) })
		return all
	}
	c.Result = contrast.WaveMeans(both[0], both[1], rest(earlier, paired[0]), rest(later, paired[1]), t.Options.Level)
	d := r.Figures[c.To].Value - r.Figures[c.From].Value
	c.Difference = analysis.Estimate{Status: analysis.Estimated, Value: d, Level: t.Options.Level, Base: min(r.Figures[c.From].Base, r.Figures[c.To].Base)}
	if t.Options.Disclosure != analysis.Unprotected && r.Protected && (spreadHidden(&r.Figures[c.From]) || spreadHidden(&r.Figures[c.To])) {
		c.Result = contrast.Result{P: 1, Adjusted: 1}
		return
	}
	if x := &c.Result.Difference; x.Interval {
		c.Difference.Low, c.Difference.High, c.Difference.Method = x.Low, x.High, analysis.StudentT
	}
}

// spreadHidden reports whether a figure comes without its interval because that would
// tell the largest answer. A test of the figure, or the margin of a difference with it,
// would give the interval back.
func spreadHidden(e *analysis.Estimate) bool {
	return e.Method == analysis.NoInterval && slices.Contains(e.Notes, analysis.NoteExtreme)
}

func (t *Trend) column(r *Row, w int) *survey.Column {
	return &t.Waves[w].Study.Survey.Columns[r.questions[w]]
}

// adjust corrects the tests of changes with a verdict for their number: those among all,
// and those among the panel.
func (t *Trend) adjust(verdict waves.Verdict, of func(*Row) *Change) {
	var at []*Change
	for i := range t.Rows {
		if c := of(&t.Rows[i]); c.From >= 0 && c.Verdict == verdict && c.Result.Name != contrast.NoTest {
			at = append(at, c)
		}
	}
	t.correct(at)
}

// correct corrects the tests of a family of changes.
func (t *Trend) correct(at []*Change) {
	var together, panel []contrast.Result
	for _, c := range at {
		together, panel = append(together, c.Result), append(panel, c.Panel.Result)
	}
	tested := 0
	for _, r := range together {
		if r.Withheld == contrast.Done {
			tested++
		}
	}
	method := cmp.Or(t.Options.Adjust, contrast.Holm)
	for i, r := range contrast.AdjustResults(together, method) {
		at[i].Result, at[i].Family = r, tested
	}
	var told []*Change
	var results []contrast.Result
	for i, c := range at {
		if c.Panel.Status == analysis.Estimated {
			told, results = append(told, c), append(results, panel[i])
		}
	}
	for i, r := range contrast.AdjustResults(results, method) {
		told[i].Panel.Result = r
	}
}
