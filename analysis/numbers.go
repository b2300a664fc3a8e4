package analysis

import (
	"cmp"
	"math"
	"slices"

	"benchmark/analysis/estimate"
	"benchmark/survey"
)

// trim is the part that a trimmed mean leaves out at each end.
const trim = 0.1

// numbers returns the table of a number: mean, trimmed mean, median and
// quartiles. Of a protected number no smallest or largest answer is shown, so
// an interval that would end at one is left out.
func (b *builder) numbers(topic Topic, i int) Table {
	a := b.read(i)
	if b.sampler != nil {
		return b.weightedNumbers(topic, a)
	}
	protected := a.question.Sensitivity == survey.Protected && b.options.Disclosure != Unprotected
	statistic := func(key string, m Measure, of func([]float64) Estimate) figure {
		row := Row{Key: key, Measure: m, Protected: a.question.Sensitivity == survey.Protected}
		return figure{row, func(m *members, _ *Group) Estimate {
			e := of(m.ascending())
			e.Base = m.n
			if protected {
				return e.veil(row.Measure, m.veil(b.options.Level, 0.25, 0.75))
			}
			return e
		}}
	}
	quantile := func(p float64) func([]float64) Estimate {
		return func(sorted []float64) Estimate { return b.quantile(sorted, p, protected) }
	}
	figures := []figure{
		statistic(KeyMean, Mean, b.mean),
		statistic(KeyTrimmed, TrimmedMean, func(sorted []float64) Estimate {
			e := Estimate{Status: Estimated, Level: b.options.Level}
			return aboveZero(b.summarised(e, estimate.TrimmedMean(sorted, trim, b.options.Level), Yuen), sorted[0], sorted[len(sorted)-1], len(sorted))
		}),
		statistic(KeyMedian, Median, quantile(0.5)),
		statistic(KeyLower, LowerQuartile, quantile(0.25)),
		statistic(KeyUpper, UpperQuartile, quantile(0.75)),
	}
	t := b.numberTable(topic, a, figures)
	t.Spreads = b.spreads(&t, a)
	return t
}

// numberTable returns the table of a number with these figures.
func (b *builder) numberTable(topic Topic, a *answers, figures []figure) Table {
	guards := append(b.guardsOf(a.question), a.numberGuard(a.base))
	t := b.table(a.table(topic), []block{{base: a.base, figures: figures, numbers: a.sorted, guards: guards}})
	b.hideNumbers(&t)
	return t
}

// mean returns the mean of sorted numbers with Student's interval.
func (b *builder) mean(sorted []float64) Estimate {
	e := Estimate{Status: Estimated, Level: b.options.Level}
	return aboveZero(b.summarised(e, estimate.Mean(sorted, b.options.Level), StudentT), sorted[0], sorted[len(sorted)-1], len(sorted))
}

// aboveZero keeps the interval of n numbers that can't be negative, since the least
// is not, above zero, and says so when there is none because the numbers are all
// equal.
func aboveZero(e Estimate, least, most float64, n int) Estimate {
	switch {
	case e.Method == NoInterval && n > 1 && least == most:
		e.Notes = []Note{NoteAllEqual}
	case e.Method != NoInterval && least >= 0:
		e.Low = max(e.Low, 0)
	}
	return e
}

// quantile returns a quantile (type 7 of Hyndman and Fan) with its exact
// interval from order statistics.
func (b *builder) quantile(sorted []float64, p float64, protected bool) Estimate {
	e := Estimate{Status: Estimated, Value: estimate.Quantile(sorted, p), Level: b.options.Level}
	low, high, i, j, ok := estimate.QuantileInterval(sorted, p, b.options.Level)
	switch {
	case !ok:
		e.Notes = append(e.Notes, NoteNoInterval)
	case protected && (i <= 1 || j >= len(sorted)):
		e.Notes = append(e.Notes, NoteExtreme)
	default:
		e.Low, e.High, e.Method = low, high, OrderStatistics
	}
	return e
}

// summarised puts a summary's value and interval into e; without an interval
// it says why.
func (b *builder) summarised(e Estimate, s estimate.Summary, method Method) Estimate {
	e.Value, e.Level = s.Value, b.options.Level
	if !s.Interval {
		e.Notes = append(e.Notes, NoteNoInterval)
		return e
	}
	e.SE, e.Low, e.High, e.DF, e.Method = s.SE, s.Low, s.High, s.DF, method
	return e
}

// partAgainstWhole returns the share of the option in the part minus that in
// the whole which the part belongs to.
func (b *builder) partAgainstWhole(option, part, whole survey.Bits) Estimate {
	if b.sampler != nil {
		return finish(b.sampler.partWhole(option, part, whole))
	}
	e := Estimate{Status: Estimated, Count: part.And(option), Base: part.Count()}
	s := estimate.PartWhole(e.Count, e.Base, whole.And(option), whole.Count(), b.options.Level)
	return finish(b.summarised(e, s, PartOfWhole))
}

// scaleFigures returns the nets and the mean score of a scale. For a change the
// nets are everything above and below the middle; for other scales of four
// points and more the two highest and the two lowest.
func (b *builder) scaleFigures(a *answers, topic Topic) []figure {
	lowest, highest := 0, 0
	for _, o := range a.question.Options {
		if o.Score > 0 && (lowest == 0 || o.Score < lowest) {
			lowest = o.Score
		}
		highest = max(highest, o.Score)
	}
	protected := a.question.Sensitivity == survey.Protected
	whole := a.kind == BaseRespondents
	var figures []figure
	net := func(key string, in func(score int) bool) {
		var options []int
		var of []string
		for o, option := range a.question.Options {
			if option.Score > 0 && in(option.Score) {
				options, of = append(options, o), append(of, option.Code)
			}
		}
		figures = append(figures, b.net(key, of, a.any(options), whole, protected))
	}
	switch {
	case topic == Change && highest-lowest >= 2:
		net(KeyRise, func(s int) bool { return 2*s > lowest+highest })
		net(KeyFall, func(s int) bool { return 2*s < lowest+highest })
	case highest-lowest >= 3:
		net(KeyTopTwo, func(s int) bool { return s > highest-2 })
		net(KeyBottomTwo, func(s int) bool { return s < lowest+2 })
	}
	return append(figures, b.meanScore(a))
}

// meanScore returns the mean place on the scale of those who chose a point of
// it, in the numbers that the points carry (see survey.Question.Points).
func (b *builder) meanScore(a *answers) figure {
	row := Row{Key: KeyMean, Measure: Mean, Protected: a.question.Sensitivity == survey.Protected}
	points, on := a.question.Points()
	lowest, highest := math.Inf(1), math.Inf(-1)
	for o, p := range points {
		if on[o] {
			lowest, highest = min(lowest, p), max(highest, p)
		}
	}
	return figure{row, func(m *members, _ *Group) Estimate {
		places, times, n := a.places(m.in, points, on)
		if n == 0 {
			return Estimate{Status: NoAnswers}
		}
		var e Estimate
		if b.sampler != nil {
			e = b.weightedScore(a, points, on, m)
		} else {
			e = Estimate{Status: Estimated, Level: b.options.Level}
			e = aboveZero(b.summarised(e, estimate.MeanOfTallies(places, times, b.options.Level), StudentT), places[0], places[len(places)-1], n)
			e.Base = n
		}
		if e.Method != NoInterval {
			e.Low, e.High = max(e.Low, lowest), min(e.High, highest)
		}
		return e
	}}
}

// places returns the places on the scale that those in some profiles chose, in
// ascending order, how many chose each, and how many that are.
func (a *answers) places(in survey.Bits, points []float64, on []bool) (places []float64, times []int, n int) {
	var chosen []int
	for o := range a.options {
		if on[o] && a.options[o].sum(in) > 0 {
			chosen = append(chosen, o)
		}
	}
	slices.SortStableFunc(chosen, func(x, y int) int { return cmp.Compare(points[x], points[y]) })
	for _, o := range chosen {
		t := a.options[o].sum(in)
		places, times, n = append(places, points[o]), append(times, t), n+t
	}
	return places, times, n
}
