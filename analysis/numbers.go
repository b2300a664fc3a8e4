package analysis

import (
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
		return b.weightedNumbers(topic, &a)
	}
	protected := a.question.Sensitivity == survey.Protected && b.options.Disclosure != Unprotected
	statistic := func(key string, m Measure, of func([]float64) Estimate) figure {
		row := Row{Key: key, Measure: m, Protected: a.question.Sensitivity == survey.Protected}
		return figure{row, func(members survey.Bits, _ *Group) Estimate {
			e := of(b.values(&a, members))
			e.Base = members.Count()
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
			return aboveZero(b.summarised(e, estimate.TrimmedMean(sorted, trim, b.options.Level), Yuen), sorted)
		}),
		statistic(KeyMedian, Median, quantile(0.5)),
		statistic(KeyLower, LowerQuartile, quantile(0.25)),
		statistic(KeyUpper, UpperQuartile, quantile(0.75)),
	}
	t := b.table(a.table(topic), []block{{
		base: a.base, figures: figures,
		uniform: equalNumbers(a.column.Numbers), guards: b.guardsOf(a.question),
	}})
	t.Spreads = b.spreads(&t, &a)
	return t
}

// values returns the members' numbers in ascending order.
func (b *builder) values(a *answers, members survey.Bits) []float64 {
	sorted := make([]float64, 0, members.Count())
	members.Each(func(r int) { sorted = append(sorted, a.column.Numbers[r]) })
	slices.Sort(sorted)
	return sorted
}

// mean returns the mean of sorted numbers with Student's interval.
func (b *builder) mean(sorted []float64) Estimate {
	e := Estimate{Status: Estimated, Level: b.options.Level}
	return aboveZero(b.summarised(e, estimate.Mean(sorted, b.options.Level), StudentT), sorted)
}

// aboveZero keeps the interval of numbers that can't be negative above zero, and
// says so when there is none because the numbers are all equal.
func aboveZero(e Estimate, sorted []float64) Estimate {
	switch {
	case e.Method == NoInterval && len(sorted) > 1:
		e.Notes = []Note{NoteAllEqual}
	case e.Method != NoInterval && sorted[0] >= 0:
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
		set := make(survey.Bits, len(a.base))
		var of []string
		for o, option := range a.question.Options {
			if option.Score > 0 && in(option.Score) {
				set = set.Union(a.options[o])
				of = append(of, option.Code)
			}
		}
		figures = append(figures, b.net(key, of, set, whole, protected))
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
	return figure{row, func(members survey.Bits, _ *Group) Estimate {
		var chosen []float64
		members.Each(func(r int) {
			if o := a.column.Codes[r]; on[o] {
				chosen = append(chosen, points[o])
			}
		})
		if len(chosen) == 0 {
			return Estimate{Status: NoAnswers}
		}
		if b.sampler != nil {
			e := b.sampler.mean(b.scores(a, points, on), b.onScale(a, members, on))
			if e.Method != NoInterval {
				e.Low, e.High = max(e.Low, lowest), min(e.High, highest)
			}
			return e
		}
		slices.Sort(chosen)
		e := b.mean(chosen)
		e.Base = len(chosen)
		if e.Method != NoInterval {
			e.Low, e.High = max(e.Low, lowest), min(e.High, highest)
		}
		return e
	}}
}
