package analysis

import (
	"benchmark/analysis/estimate"
	"benchmark/survey"
)

// share returns the figure "part of the members". Whole says that the base is
// not filtered: it is everyone who answered a question that was put to all. In
// one stratum of known size the interval of such a share is exact for that number
// of organisations. Elsewhere it is Wilson's; so too when a filter happens to let
// a whole stratum through, since how many organisations would pass it is not
// known.
func (b *builder) share(part crowd, whole bool) func(*members, *Group) Estimate {
	return func(m *members, g *Group) Estimate {
		if b.sampler != nil {
			population := 0
			if g.Stratum && whole {
				population = g.Population
			}
			return b.proportion(part, m, population)
		}
		x, n := part.sum(m.in), m.n
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

// shareOfAnswers returns the figure "part of all ticks that went to option o".
// The respondent is the unit of its interval, since the ticks of one respondent
// hang together: those with as many ticks who ticked it, or did not, are alike.
func (b *builder) shareOfAnswers(a *answers, o int) func(*members, *Group) Estimate {
	return func(m *members, _ *Group) Estimate {
		if b.sampler != nil {
			return b.weightedShareOfAnswers(a, o, m)
		}
		count, base := 0, 0
		var ticked, ticks []float64
		var alike []int
		for k, number := range a.numbers {
			n, x := a.profiles.part(a.ticks, k, 1).sum(m.in), a.profiles.part(a.ticked[o], k, 1).sum(m.in)
			count, base = count+x, base+number*n
			ticked, ticks = append(ticked, 1, 0), append(ticks, float64(number), float64(number))
			alike = append(alike, x, n-x)
		}
		if base == 0 {
			return Estimate{Status: NoAnswers}
		}
		// Nobody without a tick ticked the option.
		ticked, ticks, alike = ticked[1:], ticks[1:], alike[1:]
		e := Estimate{Status: Estimated, Value: float64(count) / float64(base), Count: count, Base: base}
		return b.summarised(e, estimate.RatioOfTallies(ticked, ticks, alike, b.options.Level), Linearised)
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
			figures = append(figures, figure{optionRow(a.question, o, ShareOfAnswers), b.shareOfAnswers(a, o)})
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
func (b *builder) net(key string, of []string, part crowd, whole, protected bool) figure {
	row := Row{Key: key, Measure: Share, Net: true, Of: of, Protected: protected}
	return figure{row, b.share(part, whole)}
}
