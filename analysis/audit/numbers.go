package audit

import (
	"math"
	"slices"

	"benchmark/analysis"
	"benchmark/analysis/disclosure"
	"benchmark/survey"
)

// The limits of analysis, said once more so that a change there shows here.
const (
	closest   = 0.10
	mostOfSum = 0.85
)

// told is what is told of the numbers of a group.
type told struct {
	in    survey.Bits
	level string
	// sum and squares say that the sum of the numbers and that of their squares is known,
	// and trimmed that of all but so many at each end.
	sum, squares bool
	trimmed      int
	// ranks are numbers that are known by their place.
	ranks []disclosure.Rank
	// weighted are weighted sums.
	weighted []weightedSum
}

// weightedSum is a sum of numbers times weights, up to slack.
type weightedSum struct{ value, slack float64 }

// numbers attacks a protected number. Of all it is taken to be known who has the largest
// number of a group, and nothing else on their order.
func (a *attack) numbers(t *analysis.Table) {
	n := numberAttack{attack: a, table: t, y: a.survey.Columns[a.survey.Find(t.Question)].Numbers(), base: a.baseOf(a.survey.Find(t.Question))}
	for g := range t.Groups {
		members, ok := a.members(&t.Groups[g])
		if in := members.Intersect(n.base); ok && in.Count() > 0 {
			n.read(g, in)
		}
	}
	for i := range n.told {
		n.largest(&n.told[i])
	}
	n.rests()
	n.linear()
}

// numberAttack is an attack on a number.
type numberAttack struct {
	*attack
	table *analysis.Table
	y     []float64
	base  survey.Bits
	told  []told
	// found are whose numbers are found out.
	found []int
}

// read reads what the table tells of a group.
func (n *numberAttack) read(g int, in survey.Bits) {
	of := told{in: in, level: n.table.Groups[g].Level}
	for r := range n.table.Rows {
		e, m := &n.table.Cells[r][g], n.table.Rows[r].Measure
		if e.Status != analysis.Estimated {
			continue
		}
		interval := e.SE > 0 || e.Method != analysis.NoInterval
		switch m {
		case analysis.Mean, analysis.Total:
			of.sum, of.squares = true, of.squares || interval
			if e.Weighted && n.weights != nil {
				of.weighted = append(of.weighted, n.weightedSum(m, e, in))
			}
		case analysis.TrimmedMean:
			of.trimmed = in.Count() / 10
			// The winsorised variance tells more, but not of the numbers beyond.
		case analysis.Median:
			of.quantile(e, 0.5, in.Count(), n.study.Options.Level)
		case analysis.LowerQuartile:
			of.quantile(e, 0.25, in.Count(), n.study.Options.Level)
		case analysis.UpperQuartile:
			of.quantile(e, 0.75, in.Count(), n.study.Options.Level)
		}
	}
	if of.sum || len(of.ranks) > 0 {
		n.told = append(n.told, of)
	}
}

// weightedSum is what a weighted mean or total tells.
func (n *numberAttack) weightedSum(m analysis.Measure, e *analysis.Estimate, in survey.Bits) weightedSum {
	base := 1.0
	if m == analysis.Mean {
		base = e.WeightedBase
	}
	s := weightedSum{e.Value * base, exactly * base * math.Abs(e.Value)}
	if slices.Contains(e.Notes, analysis.NoteRounded) {
		exact := 0.0
		in.Each(func(r int) { exact += n.weights[r] * n.y[r] })
		s.slack += base * halfStep(m, e.Value, exact/base-e.Value)
	}
	return s
}

// halfStep is half the finest step to which a figure that is off by so much can have been
// rounded: a mean to a tenth or ten times the step of shares, a total to three digits.
func halfStep(m analysis.Measure, x, off float64) float64 {
	if m == analysis.Mean {
		step, _ := stepOf(x/10, off/10)
		return 10 * step / 2
	}
	last := math.Pow(10, math.Floor(math.Log10(math.Abs(x)))-2)
	for math.Abs(off) > last/2*(1+exactly) {
		last *= 10
	}
	return last / 2
}

// quantile notes what quantile p of so many numbers tells, in type 7 of Hyndman and Fan.
func (t *told) quantile(e *analysis.Estimate, p float64, count int, level float64) {
	x := e.Value
	if e.Weighted {
		x = e.Unweighted
	}
	h := float64(count-1) * p
	below := int(math.Floor(h)) + 1
	if h == math.Floor(h) {
		t.ranks = append(t.ranks, disclosure.Rank{Value: x, NoMore: below, NoLess: count - below + 1})
	} else {
		t.ranks = append(t.ranks, disclosure.Rank{Value: x, NoMore: below, NoLess: count - below})
	}
	if e.Method == analysis.OrderStatistics {
		i, j := t.places(p, count, level)
		t.ranks = append(t.ranks, disclosure.Rank{Value: e.Low, NoMore: i, NoLess: count - i + 1}, disclosure.Rank{Value: e.High, NoMore: j, NoLess: count - j + 1})
	}
}

// places are those of the numbers at the ends of the interval of a quantile.
func (t *told) places(p float64, count int, level float64) (i, j int) {
	i, j = central(p, count, (1-level)/2)
	return i, j
}

// central returns the largest i and the smallest j that each leave out so much.
func central(p float64, n int, out float64) (i, j int) {
	chance, sum := math.Pow(1-p, float64(n)), 0.0
	i, j = 0, n+1
	for k := range n {
		sum += chance
		if sum <= out*(1+1e-9) {
			i = k + 1
		}
		if 1-sum <= out*(1+1e-9) {
			j = min(j, k+1)
		}
		chance *= float64(n-k) / float64(k+1) * p / (1 - p)
	}
	return max(i, 1), min(j, n)
}

// expose notes whose number is found out.
func (n *numberAttack) expose(row, level string, r, organisations int, insider bool) {
	if slices.Contains(n.found, r) && r >= 0 {
		return
	}
	n.found = append(n.found, r)
	n.report.Exposed = append(n.report.Exposed, Exposed{Table: n.table.ID, Row: row, Group: level, Organisations: organisations, Insider: insider, Reader: Everyone})
}

// top is the respondent with the largest number of a set.
func (n *numberAttack) top(in survey.Bits) int {
	top := -1
	in.Each(func(r int) {
		if top < 0 || n.y[r] > n.y[top] {
			top = r
		}
	})
	return top
}

// rests attacks what the sums of the groups of a breakdown leave of that of all.
func (n *numberAttack) rests() {
	if len(n.told) == 0 || !n.told[0].sum || n.told[0].level != "" {
		return
	}
	for _, by := range n.table.Breakdowns() {
		rest, known, squares := n.base, true, n.told[0].squares
		for g := range n.table.Groups {
			members, ok := n.members(&n.table.Groups[g])
			if n.table.Groups[g].Breakdown != by {
				continue
			}
			known = known && ok
			at := slices.IndexFunc(n.told, func(t told) bool { return ok && slices.Equal(t.in, members.Intersect(n.base)) && t.sum })
			if at < 0 {
				continue
			}
			known = known && rest.And(members) == n.base.And(members)
			rest, squares = rest.Without(members), squares && n.told[at].squares
		}
		if known && rest.Count() > 0 {
			n.largest(&told{in: rest, level: by, sum: true, squares: squares && n.weighs(rest)})
		}
	}
}

// weighs reports whether one of a set has a weight. Those of whose kind nobody knows how
// many exist have none, and no part in a standard error.
func (n *numberAttack) weighs(in survey.Bits) bool {
	weighs := n.weights == nil
	in.Each(func(r int) { weighs = weighs || n.weights[r] > 0 })
	return weighs
}

// largest attacks the largest number of a set, for the organisation with the second
// largest.
func (n *numberAttack) largest(t *told) {
	y := n.numbersOf(n.survey.Find(n.table.Question), t.in)
	count := len(y)
	if t.sum && dominated(y) {
		n.expose(analysis.KeyMean, t.level, n.top(t.in), count, true)
		return
	}
	if y[0] < 0 || count < 3 {
		return
	}
	first, second := y[count-1], y[count-2]
	least := make([]float64, count)
	for _, k := range t.ranks {
		for i := count - k.NoLess; i < count; i++ {
			least[i] = max(least[i], min(k.Value, y[i]))
		}
	}
	sum, squares, ends := first, first*first, first
	for i := range count - 2 {
		sum, squares = sum+y[i]-least[i], squares+y[i]*y[i]-least[i]*least[i]
		if i < t.trimmed || i >= count-t.trimmed {
			ends += y[i] - least[i]
		}
	}
	limit := (1 + closest) * first * (1 - exactly)
	switch {
	case t.sum && sum < limit:
		n.expose(analysis.KeyMean, t.level, n.top(t.in), count, true)
	case t.sum && t.squares && squares < limit*limit:
		n.expose("squares", t.level, n.top(t.in), count, true)
	case t.sum && t.trimmed > 0 && ends < limit:
		n.expose(analysis.KeyTrimmed, t.level, n.top(t.in), count, true)
	case t.sum && t.squares && jointly(y[:count-2], least[:count-2], first, second):
		n.expose("joint", t.level, n.top(t.in), count, true)
	}
}

// jointly reports whether the sum and the sum of squares together tell the largest number
// to within 10 %, on both sides, to the organisation with the second largest: of the
// others are known the least that they can be.
func jointly(others, least []float64, first, second float64) bool {
	s, q := 0.0, 0.0
	for _, x := range others {
		s, q = s+x, q+x*x
	}
	for _, x := range []float64{first * (1 + closest), first * (1 + 2*closest), max(second, first*(1-closest)), max(second, first*(1-2*closest))} {
		if math.Abs(x-first) < closest*first*(1-exactly) {
			continue // nearer than that it can't be otherwise
		}
		sum, squares := s-(x-first), q-(x*x-first*first)
		if from, to := spread(least, sum, second); from <= squares+exactly && squares <= to+exactly {
			return false
		}
	}
	return true
}

// spread returns the smallest and the largest sum of squares of numbers with a sum, that
// are at least some numbers in ascending order and at most one.
func spread(least []float64, sum, most float64) (from, to float64) {
	total := 0.0
	for _, x := range least {
		total += x
	}
	if sum < total || sum > most*float64(len(least)) {
		return math.Inf(1), math.Inf(-1)
	}
	// The smallest: all below a level come up to it.
	low, high := 0.0, most
	for range 60 {
		level, filled := (low+high)/2, 0.0
		for _, x := range least {
			filled += max(x, level)
		}
		if filled < sum {
			low = level
		} else {
			high = level
		}
	}
	for _, x := range least {
		from += max(x, low) * max(x, low)
	}
	// The largest: those who are most already take the rest.
	left := sum - total
	for i := len(least) - 1; i >= 0; i-- {
		more := min(left, most-least[i])
		left -= more
		to += (least[i] + more) * (least[i] + more)
	}
	return from, to
}

// dominated reports whether the sum of numbers in ascending order tells one of them.
func dominated(y []float64) bool {
	n := len(y)
	if n < 3 || y[0] == y[n-2] || y[1] == y[n-1] {
		return true
	}
	if y[0] < 0 || y[n-1] == 0 {
		return false
	}
	sum := 0.0
	for _, x := range y {
		sum += x
	}
	rest := sum - y[n-1] - y[n-2]
	const slack = 1e-9
	return rest < closest*y[n-1]*(1-slack) || y[n-1]+y[n-2] > mostOfSum*sum*(1+slack)
}
