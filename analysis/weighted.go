package analysis

import (
	"fmt"
	"slices"
	"strconv"

	"benchmark/analysis/estimate"
	"benchmark/analysis/exact"
	"benchmark/survey"
)

// mean estimates the mean of y over the members.
func (p *sampler) mean(y []float64, members survey.Bits) Estimate {
	s := p.design.Mean(y, p.marks(members))
	if s.N == 0 {
		return nothing(members.Count())
	}
	e := p.around(p.figure(s), s)
	e.Base, e.Unweighted = members.Count(), plainMean(y, members)
	return e
}

// weightedScore estimates the mean place on the scale of those of the members who
// chose a point of it.
func (b *builder) weightedScore(a *answers, points []float64, on []bool, m *members) Estimate {
	p := b.sampler
	if p.rows {
		return p.mean(b.scores(a, points, on), b.onScale(a, m.rows(), on))
	}
	places, times, n := a.places(m.in, points, on)
	r := m.strata(b)
	d := m.at()
	cells := b.scored(room(&d.byGroup, len(on)), room(&d.groups, len(on)*len(r.number)), a, on, r)
	s := r.strata.Ratio(onScale(points, on), nil, cells).Statistic
	if s.N == 0 {
		return nothing(n)
	}
	e := p.around(p.figure(s), s)
	e.Base, e.Unweighted = n, estimate.ValueOfTallies(places, times)
	return e
}

// scored are the sums per stratum of those of a reach who chose each option on the scale.
// There is room for the options, and for each of them in each stratum.
func (b *builder) scored(cells [][]estimate.Cell, room []estimate.Cell, a *answers, on []bool, r *reach) [][]estimate.Cell {
	cells = cells[:0]
	for o := range a.options {
		if on[o] {
			cells = append(cells, r.fill(room[:len(r.number)], b.designed(), a.options[o].tally))
			room = room[len(r.number):]
		}
	}
	return cells
}

// onScale returns the numbers of the options that are on a scale.
func onScale(points []float64, on []bool) []float64 {
	y := make([]float64, 0, len(points))
	for o, is := range on {
		if is {
			y = append(y, points[o])
		}
	}
	return y
}

// numberMean estimates the mean of the answers over the members.
func (b *builder) numberMean(a *answers, m *members) Estimate {
	p := b.sampler
	if p.design.Residual != nil {
		return p.mean(a.column.Numbers(), m.rows())
	}
	s, plain := b.meanOf(a, m)
	if s.N == 0 {
		return nothing(m.n)
	}
	e := p.around(p.figure(s), s)
	e.Base, e.Unweighted = m.n, plain
	return e
}

// meanOf returns the mean of the answers over the members by the design and as it is: from
// sums, or one by one where those lose digits.
func (b *builder) meanOf(a *answers, m *members) (mean estimate.Statistic, plain float64) {
	if m.numbers.sums != nil {
		if s, ok := m.strata(b).strata.NumberMean(m.added(b, m.strata(b))); ok {
			return s.Statistic, m.mean
		}
	}
	y := a.column.Numbers()
	return m.estimates(b.sampler).Mean(y), plainMean(y, m.rows())
}

// total estimates the total of the answers over the members.
func (b *builder) total(a *answers, m *members) Estimate {
	p := b.sampler
	s, plain := b.totalOf(a, m)
	if s.N == 0 {
		return nothing(m.n)
	}
	e := p.around(p.figure(s), s)
	e.Base = m.n
	e.Unweighted = plain * float64(e.Base)
	return e
}

// totalOf returns the total of the answers over the members by the design, and the mean as it
// is.
func (b *builder) totalOf(a *answers, m *members) (total estimate.Statistic, mean float64) {
	p := b.sampler
	if m.numbers.sums != nil {
		if s, ok := m.strata(b).strata.NumberTotal(m.added(b, m.strata(b))); ok {
			return s.Statistic, m.mean
		}
	}
	y := a.column.Numbers()
	if p.design.Residual != nil {
		return p.design.Total(y, p.marks(m.rows())), plainMean(y, m.rows())
	}
	return m.estimates(p).Total(y), plainMean(y, m.rows())
}

// ratio estimates Σy/Σx over the members; count and base are what they stand for.
func (p *sampler) ratio(y, x []float64, members survey.Bits) Estimate {
	s := p.design.Ratio(y, x, p.marks(members))
	if s.N == 0 {
		return nothing(members.Count())
	}
	e := p.around(p.figure(s), s)
	e.Base = members.Count()
	up, down := plainMean(y, members), plainMean(x, members)
	if down != 0 {
		e.Unweighted = up / down
	}
	return e
}

// weightedShareOfAnswers estimates the part of all ticks that went to option o.
func (b *builder) weightedShareOfAnswers(a *answers, o int, m *members) Estimate {
	count, base := a.options[o].sum(m.in), 0
	for k := range a.options {
		base += a.options[k].sum(m.in)
	}
	if base == 0 {
		return Estimate{Status: NoAnswers}
	}
	p := b.sampler
	var s estimate.Statistic
	if p.rows {
		y, x := make([]float64, len(p.strata)), make([]float64, len(p.strata))
		a.options[o].set().Each(func(r int) { y[r] = 1 })
		for _, option := range a.options {
			option.set().Each(func(r int) { x[r]++ })
		}
		s = p.design.Ratio(y, x, p.marks(m.rows()))
	} else {
		s = b.groupedTicks(a, o, m).Statistic
	}
	if s.N == 0 {
		return nothing(m.n)
	}
	e := p.around(p.figure(s), s)
	e.Count, e.Base, e.Unweighted = count, base, float64(count)/float64(base)
	if e.Method != NoInterval {
		e.Low, e.High = max(e.Low, 0), min(e.High, 1)
	}
	return e
}

// groupedTicks estimates the part of all ticks that went to option o by those who
// gave as many ticks and did or did not tick it.
func (b *builder) groupedTicks(a *answers, o int, m *members) estimate.Groups {
	size, r, d := 2*len(a.numbers), m.strata(b), m.at()
	strata := len(r.number)
	given := m.ticksGiven(b, a)
	cells, sums, all := room(&d.byGroup, size), room(&d.weighed, strata), room(&d.groups, size*strata)
	for k := range cells {
		cells[k], all = all[:strata], all[strata:]
	}
	numbers := room(&d.ofGroups, 2*size)
	y, x, n := numbers[:size], numbers[size:], 0
	add := func(times, number float64) {
		if slices.ContainsFunc(sums, func(s weighed) bool { return s.n > 0 }) { // there is someone
			r.cells(cells[n], b.sampler, sums)
			y[n], x[n] = times, number
			n++
		}
	}
	for k, number := range a.numbers {
		clear(sums)
		r.add(sums, a.profiles.part(a.ticked[o], k, 1))
		add(1, float64(number))
		for h := range sums {
			sums[h] = given[k*strata+h].minus(sums[h])
		}
		add(0, float64(number))
	}
	return r.strata.Ratio(y[:n], x[:n], cells[:n])
}

// ticksGiven are the members by the number of ticks they gave, per stratum.
func (m *members) ticksGiven(b *builder, a *answers) []weighed {
	if m.ticks == nil {
		r := m.strata(b)
		strata := len(r.number)
		m.ticks = make([]weighed, len(a.numbers)*strata)
		for k := range a.numbers {
			r.add(m.ticks[k*strata:(k+1)*strata], a.profiles.part(a.ticks, k, 1))
		}
	}
	return m.ticks
}

// partWhole estimates the share of the option in the part less that in the whole.
func (p *sampler) partWhole(option, part, whole survey.Bits) Estimate {
	o := p.marks(option)
	inPart, inWhole := p.design.Proportion(o, p.marks(part)), p.design.Proportion(o, p.marks(whole))
	s := p.design.Contrast([]float64{1, -1}, []estimate.Statistic{inPart, inWhole})
	e := p.figure(s)
	e = p.around(e, s)
	e.Count, e.Base = part.And(option), part.Count()
	e.Unweighted = float64(e.Count)/float64(e.Base) - float64(whole.And(option))/float64(whole.Count())
	return e
}

// plainMean returns the mean of y over the members, 0 without any.
func plainMean(y []float64, members survey.Bits) float64 {
	var sum exact.Sum
	n := 0
	members.Each(func(r int) {
		sum.Add(y[r])
		n++
	})
	return sum.Value() / float64(max(1, n))
}

// weightedNumbers returns the table of a number by the design: mean, total and
// quantiles. Of a protected number no interval that ends at the smallest or the
// largest answer is shown.
func (b *builder) weightedNumbers(topic Topic, a *answers) Table {
	guarded := a.question.Sensitivity == survey.Protected && b.options.Disclosure != Unprotected
	var figures []figure
	var shares []float64
	for _, q := range b.quantiles() {
		if q.share != 0.5 {
			shares = append(shares, q.share)
		}
	}
	add := func(key string, m Measure, of func(*members) Estimate) {
		row := Row{Key: key, Measure: m, Protected: a.question.Sensitivity == survey.Protected}
		figures = append(figures, figure{row, func(m *members, _ *Group) Estimate {
			e := of(m)
			if guarded {
				return e.veil(row.Measure, m.veil(b.options.Level, shares...))
			}
			return e
		}})
	}
	add(KeyMean, Mean, func(m *members) Estimate { return b.numberMean(a, m) })
	for _, q := range b.quantiles() {
		add(q.key, q.measure, func(m *members) Estimate {
			e := b.weightedQuantile(a, q.share, m)
			if guarded && e.Status == Estimated {
				return hideExtremes(e, m.ascending())
			}
			return e
		})
	}
	add(KeyTotal, Total, func(m *members) Estimate { return b.total(a, m) })
	return b.numberTable(topic, a, figures)
}

// hideExtremes hides a quantile that only the smallest or the largest answer
// of the numbers makes, as weights can do, and takes an interval away that ends at
// one of them.
func hideExtremes(e Estimate, numbers []float64) Estimate {
	last := len(numbers) - 1
	if last < 1 || min(e.Value, e.Unweighted) < numbers[1] || max(e.Value, e.Unweighted) > numbers[last-1] {
		return Estimate{Status: HiddenExtreme}
	}
	if e.Method != NoInterval && (e.Low <= numbers[0] || e.High >= numbers[last]) {
		e.Low, e.High, e.SE, e.DF, e.Method = 0, 0, 0, 0, NoInterval
		e.Notes = append(e.Notes, NoteExtreme)
	}
	return e
}

// quantileRow is a quantile of a table of numbers.
type quantileRow struct {
	key     string
	measure Measure
	share   float64
}

// quantiles returns the quantiles that were asked for, or the usual three.
func (b *builder) quantiles() []quantileRow {
	if len(b.options.Weighted.Quantiles) == 0 {
		return []quantileRow{{KeyMedian, Median, 0.5}, {KeyLower, LowerQuartile, 0.25}, {KeyUpper, UpperQuartile, 0.75}}
	}
	var rows []quantileRow
	for _, q := range b.options.Weighted.Quantiles {
		rows = append(rows, quantileRow{"q" + strconv.FormatFloat(100*q, 'g', 10, 64), Quantile, q})
	}
	return rows
}

// ratios returns a table for each ratio of two numbers that was asked for.
func (b *builder) ratios(of [][2]string) ([]Table, error) {
	var tables []Table
	for _, pair := range of {
		var sides [2]*answers
		for k, id := range pair {
			i := b.survey.Find(id)
			if i < 0 {
				return nil, &UnknownQuestion{ID: id, Known: b.ids(func(k survey.Kind) bool { return k == survey.Number })}
			}
			if kind := b.survey.Questions[i].Kind; kind != survey.Number {
				return nil, fmt.Errorf("computing the ratio of %q: its answers are of kind %s; choose a number", id, kind)
			}
			sides[k] = b.read(i)
		}
		if b.sampler == nil {
			return nil, fmt.Errorf("computing the ratio of %q and %q: a ratio is an estimate by the design; name weights, strata or a population", pair[0], pair[1])
		}
		tables = append(tables, b.ratio(sides[0], sides[1]))
	}
	return tables, nil
}

// ratio returns the table of the ratio of two numbers.
func (b *builder) ratio(up, down *answers) Table {
	t := up.table(Ratios)
	t.ID = slug(up.question.ID + " per " + down.question.ID)
	t.Title = up.question.Title() + " / " + down.question.Title()
	t.Text, t.Unit = "", ""
	base := b.profiles.crowd(up.base.set().Intersect(down.base.set()))
	t.Base = Base{Kind: BaseAnswered}
	t.Account = Account{Respondents: b.survey.Respondents, Base: base.sum(base.profiles())}
	t.Account.Blank = b.survey.Respondents - t.Account.Base
	protected := up.question.Sensitivity == survey.Protected || down.question.Sensitivity == survey.Protected
	f := figure{Row{Key: KeyRatio, Measure: Ratio, Protected: protected}, func(m *members, _ *Group) Estimate {
		return b.sampler.ratio(up.column.Numbers(), down.column.Numbers(), m.rows())
	}}
	guards := append(b.guardsOf(up.question), down.numberGuard(base), up.numberGuard(base))
	return b.table(t, []block{{base: base, figures: []figure{f}, guards: guards}})
}

// scores returns what the answers to a scale count for, one per respondent.
func (b *builder) scores(a *answers, points []float64, on []bool) []float64 {
	y := make([]float64, a.column.Len())
	a.base.set().Each(func(r int) {
		if o := a.column.Code(r); on[o] {
			y[r] = points[o]
		}
	})
	return y
}

// onScale returns the members who chose a point of the scale.
func (b *builder) onScale(a *answers, members survey.Bits, on []bool) survey.Bits {
	chosen := survey.NewBits(b.survey.Respondents)
	members.Each(func(r int) {
		if on[a.column.Code(r)] {
			chosen.Set(r)
		}
	})
	return chosen
}
