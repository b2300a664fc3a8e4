package analysis

import "benchmark/survey"

// bounds returns, for every channel with an adoption question, between which
// shares its use among all bodies that exist must lie, whatever those answer
// who did not: the lowest if none of them uses it, the highest if all do
// (C.F. Manski, Partial identification of probability distributions, 2003,
// chapter 1). The value is the share of those who answered. It is made by type
// and in total, of the bodies of which the frame knows how many exist. Use that
// is protected gets none: its total leaves out other bodies than that of other
// tables, so that the two would tell about those.
func (b *builder) bounds() (Table, bool) {
	known, population := b.known()
	if population == 0 {
		return Table{}, false
	}
	t := Table{ID: string(Bounds), Topic: Bounds, Base: Base{Kind: BaseRespondents}}
	t.Account = Account{Respondents: b.survey.Respondents, Base: known.Count()}
	var blocks []block
	for _, i := range b.survey.WithRole(survey.Adoption) {
		a := b.read(i)
		asked := a.kind == BaseRespondents || a.kind == BaseAnswered
		if !asked || !a.question.Kind.Closed() || a.question.Sensitivity == survey.Protected {
			continue
		}
		uses := a.meaning(survey.Uses)
		row := Row{
			Key: slug(a.question.Channel), Measure: Share, Label: a.question.Channel, Means: survey.Uses,
		}
		blocks = append(blocks, block{
			base: a.base, guards: []guard{a.chosenOf(a.base, uses)},
			figures: []figure{{row, worstCase(uses, known, population)}},
		})
	}
	byType := *b
	byType.profiles = b.profiles.only(func(d *breakdown) bool {
		return len(d.groups) > 0 && d.groups[0].Role == survey.BodyType
	})
	return byType.table(t, blocks), len(blocks) > 0
}

// known returns the respondents of the types of which it is known how many
// bodies exist, and how many those are; where strata have no type, the
// respondents of strata of which the population is known.
func (b *builder) known() (survey.Bits, int) {
	design := &b.survey.Design
	in := survey.NewBits(b.survey.Respondents)
	total, typed := 0, false
	for h := range design.Strata {
		total += design.Strata[h].Population
		typed = typed || design.Strata[h].Type != ""
	}
	i := b.survey.First(survey.BodyType)
	if !typed || i < 0 {
		for r, h := range design.Of {
			if h >= 0 && design.Strata[h].Population > 0 {
				in.Set(r)
			}
		}
		return in, total
	}
	q, c := &b.survey.Questions[i], &b.survey.Columns[i]
	for o := range q.Options {
		if n, _ := design.TypePopulation(q.Options[o].Code); n > 0 {
			for r := range b.survey.Respondents {
				if c.Is(r, o) {
					in.Set(r)
				}
			}
		}
	}
	return in, total
}

// worstCase returns the figure of the users among the members, with the bounds
// of their share of all bodies that exist in the group; in total of the known
// respondents, and all is how many bodies those stand for.
func worstCase(uses crowd, known survey.Bits, all int) func(*members, *Group) Estimate {
	return func(m *members, g *Group) Estimate {
		population, x, n := g.Population, uses.sum(m.in), m.n
		if g.Breakdown == TotalBreakdown {
			population, x, n = all, known.And(uses.set()), known.And(m.rows())
		}
		if n == 0 || population < n {
			return Estimate{Status: Unknown}
		}
		e := Estimate{
			Status: Estimated, Value: float64(x) / float64(n), Method: WorstCase, Level: 1,
			Count: x, Base: n, Population: population, CountLow: x, CountHigh: x + population - n,
		}
		e.Low = float64(e.CountLow) / float64(population)
		e.High = float64(e.CountHigh) / float64(population)
		return e
	}
}
