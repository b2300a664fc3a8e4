package analysis

import (
	"benchmark/analysis/estimate"
	"benchmark/survey"
)

// share returns the figure "part of the members who are in the set". Whole says
// that the base is not filtered: it is everyone who answered a question that
// was put to all. In one stratum of known size the interval of such a share is
// exact for that number of organisations. Elsewhere it is Wilson's; so too when
// a filter happens to let a whole stratum through, since how many organisations
// would pass it is not known.
func (b *builder) share(set survey.Bits, whole bool) func(survey.Bits, *Group) Estimate {
	return func(members survey.Bits, g *Group) Estimate {
		if b.sampler != nil {
			population := 0
			if g.Stratum && whole {
				population = g.Population
			}
			return b.sampler.proportion(set, members, population)
		}
		x, n := members.And(set), members.Count()
		e := Estimate{
			Status: Estimated, Value: float64(x) / float64(n),
			Level: b.options.Level, Count: x, Base: n, Method: Wilson,
		}
		if g.Stratum && whole {
			e.Method, e.Population = Hypergeometric, g.Population
			e.CountLow, e.CountHigh = estimate.Hypergeometric(x, n, g.Population, b.options.Level)
			e.Low = float64(e.CountLow) / float64(g.Population)
			e.High = float64(e.CountHigh) / float64(g.Population)
			return e
		}
		e.Low, e.High = estimate.Wilson(x, n, b.options.Level)
		return e
	}
}

// shareOfAnswers returns the figure "part of all ticks that went to the
// option". The respondent is the unit of its interval, since the ticks of one
// respondent hang together.
func (b *builder) shareOfAnswers(option survey.Bits, options []survey.Bits) func(survey.Bits, *Group) Estimate {
	return func(members survey.Bits, _ *Group) Estimate {
		var ticked, ticks []float64
		count, base := 0, 0
		members.Each(func(r int) {
			y, x := 0, 0
			if option.Has(r) {
				y = 1
			}
			for _, o := range options {
				if o.Has(r) {
					x++
				}
			}
			count, base = count+y, base+x
			ticked, ticks = append(ticked, float64(y)), append(ticks, float64(x))
		})
		if base == 0 {
			return Estimate{Status: NoAnswers}
		}
		if b.sampler != nil {
			return b.sampler.shareOfAnswers(option, options, members, count, base)
		}
		e := Estimate{Status: Estimated, Value: float64(count) / float64(base), Count: count, Base: base}
		return b.summarised(e, estimate.RatioOfTotals(ticked, ticks, b.options.Level), Linearised)
	}
}

// options returns a figure for every option of a closed question, and for a
// select-all question the shares of all answers after them.
func (b *builder) optionFigures(a *answers) []figure {
	whole := a.kind == BaseRespondents
	var figures []figure
	for o := range a.question.Options {
		figures = append(figures, figure{optionRow(a.question, o, Share), b.share(a.options[o], whole)})
	}
	if a.question.Kind == survey.Multiple {
		for o := range a.question.Options {
			row := optionRow(a.question, o, ShareOfAnswers)
			figures = append(figures, figure{row, b.shareOfAnswers(a.options[o], a.options)})
		}
	}
	return figures
}

func optionRow(q *survey.Question, o int, m Measure) Row {
	option := &q.Options[o]
	return Row{
		Key: option.Code, Measure: m, Label: option.Title(), Means: option.Means,
		Protected: q.Sensitivity == survey.Protected, Other: option.Other, DontKnow: option.DontKnow,
	}
}

// net returns the figure of several options together.
func (b *builder) net(key string, of []string, set survey.Bits, whole, protected bool) figure {
	row := Row{Key: key, Measure: Share, Net: true, Of: of, Protected: protected}
	return figure{row, b.share(set, whole)}
}
