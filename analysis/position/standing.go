package position

import (
	"math"
	"slices"

	"benchmark/analysis"
	"benchmark/analysis/estimate"
	"benchmark/survey"
)

// The middle half, within which a rank is with its group.
const (
	lowerQuarter = 0.25
	middle       = 0.5
	upperQuarter = 0.75
)

// standing returns the figure of a group, and what it says of the own answer.
func (st *Study) standing(x *Indicator, own *Answer, g *Group) Standing {
	of := x.base.Intersect(g.members)
	if x.Amount {
		return st.amount(x, own, of)
	}
	population := 0
	if x.whole {
		population = g.population
	}
	s := Standing{Figure: share(of.And(x.yes), of.Count(), population, st.options.Level)}
	s.Verdict = Compare(own, &s, false)
	return s
}

// share returns x of n with its interval: the exact one for a group of known
// size, else Wilson's.
func share(x, n, population int, level float64) analysis.Estimate {
	e := analysis.Estimate{
		Status: analysis.Estimated, Value: float64(x) / float64(n), Level: level, Count: x, Base: n, Method: analysis.Wilson,
	}
	if population < n {
		e.Low, e.High = estimate.Wilson(x, n, level)
		return e
	}
	e.Method, e.Population = analysis.Hypergeometric, population
	e.CountLow, e.CountHigh = estimate.Hypergeometric(x, n, population, level)
	e.Low, e.High = float64(e.CountLow)/float64(population), float64(e.CountHigh)/float64(population)
	return e
}

// amount returns the median of the members' numbers and the rank of the own one.
func (st *Study) amount(x *Indicator, own *Answer, of survey.Bits) Standing {
	var sorted []float64
	of.Each(func(r int) { sorted = append(sorted, st.survey.Columns[x.question].Number(r)) })
	slices.Sort(sorted)
	s := Standing{Figure: median(sorted, st.options.Level, x.Protected && st.options.Disclosure != analysis.Unprotected)}
	if own.State == Given {
		s.Rank = rank(own.Number, sorted, st.options.Level)
	}
	s.Verdict = Compare(own, &s, true)
	return s
}

// median returns the median with its interval by order statistics, which never
// shows the smallest or largest of protected numbers.
func median(sorted []float64, level float64, protected bool) analysis.Estimate {
	e := analysis.Estimate{Status: analysis.Estimated, Value: estimate.Quantile(sorted, middle), Base: len(sorted), Level: level}
	low, high, i, j, ok := estimate.QuantileInterval(sorted, middle, level)
	switch {
	case !ok:
		e.Notes = append(e.Notes, analysis.NoteNoInterval)
	case protected && (i <= 1 || j >= len(sorted)):
		e.Notes = append(e.Notes, analysis.NoteExtreme)
	default:
		e.Low, e.High, e.Method = low, high, analysis.OrderStatistics
	}
	return e
}

// rank returns the percentile rank: the part of the sorted numbers below y and
// half of those equal to it. Its interval is Wilson's for that part of n, which
// is too wide rather than too narrow: of all spreads of 0, 1/2 and 1 with one mean
// that of 0 and 1 alone is the widest.
func rank(y float64, sorted []float64, level float64) analysis.Estimate {
	below, _ := slices.BinarySearch(sorted, y)
	upTo := below
	for upTo < len(sorted) && sorted[upTo] == y {
		upTo++
	}
	n := float64(len(sorted))
	p := (float64(below) + float64(upTo-below)/2) / n
	e := analysis.Estimate{
		Status: analysis.Estimated, Value: p, Count: below, Base: len(sorted), Level: level, Method: analysis.Wilson,
	}
	e.Low, e.High, _ = estimate.Proportion{
		Value: p, Variance: p * (1 - p) / n, N: len(sorted), DF: math.Inf(1),
	}.Interval(estimate.WilsonInterval, level)
	return e
}

// place returns the percentile rank of the own place on a scale among those of the
// others who chose one; not estimated where there is no such place.
func (st *Study) place(x *Indicator, own *Answer, g *Group) analysis.Estimate {
	q, c := &st.survey.Questions[x.question], &st.survey.Columns[x.question]
	var scores []float64
	x.base.Intersect(g.members).Each(func(r int) {
		if score := q.Options[c.Code(r)].Score; score > 0 {
			scores = append(scores, float64(score))
		}
	})
	if own.State != Given || own.Score == 0 || len(scores) == 0 {
		return analysis.Estimate{}
	}
	slices.Sort(scores)
	return rank(float64(own.Score), scores, st.options.Level)
}

// tells reports whether respondent i may know how many of a group chose each place
// on the scale of an indicator: the tables of the study tell it of all of them, the
// own answer apart.
func (st *Study) tells(x *Indicator, g *Group, i int) bool {
	if st.survey.Questions[x.question].Kind != survey.Scale {
		return false
	}
	if !x.Protected || st.options.Disclosure == analysis.Unprotected {
		return true
	}
	of := x.base.Intersect(g.members)
	return slices.ContainsFunc(x.tabled, func(set survey.Bits) bool {
		others := slices.Clone(set)
		others.Clear(i)
		return slices.Equal(others, of)
	})
}

// Compare returns the verdict on an own answer beside a standing (see Verdict).
func Compare(own *Answer, s *Standing, amount bool) Verdict {
	f := &s.Figure
	if own.State != Given || f.Status != analysis.Estimated {
		return NoVerdict
	}
	switch {
	case !amount:
		return compareShare(own.Yes, f)
	case s.Rank.Status == analysis.Estimated:
		return compareRank(&s.Rank)
	case f.Method == analysis.NoInterval:
		return Undecided
	case own.Number > f.High:
		return Above
	case own.Number < f.Low:
		return Below
	}
	return Undecided
}

func compareShare(yes bool, f *analysis.Estimate) Verdict {
	most, few := f.Low > middle, f.High < middle
	switch {
	case yes && few:
		return Above
	case !yes && most:
		return Below
	case yes && most, !yes && few:
		return With
	}
	return Undecided
}

func compareRank(r *analysis.Estimate) Verdict {
	switch {
	case r.Low > middle:
		return Above
	case r.High < middle:
		return Below
	case r.Low >= lowerQuarter && r.High <= upperQuarter:
		return With
	}
	return Undecided
}
