package analysis

import (
	"cmp"
	"slices"

	"benchmark/survey"
)

// describe starts the table of one question.
func (a *answers) table(topic Topic) Table {
	q := a.question
	id := string(topic)
	if q.Channel != "" {
		id = slug(q.Channel) + "-" + id
	}
	if topic == OtherQuestion {
		id = q.ID
	}
	return Table{
		ID: id, Topic: topic, Channel: q.Channel, Question: q.ID,
		Title: q.Title(), Text: q.Text, Unit: q.Unit,
		Base: a.describe(), Account: a.account,
	}
}

// closed returns the table of a closed question: its options, and the nets of
// a scale.
func (b *builder) closed(topic Topic, i int) Table {
	a := b.read(i)
	figures := b.optionFigures(a)
	if a.question.Kind == survey.Scale {
		figures = append(figures, b.scaleFigures(a, topic)...)
	}
	guards := append(b.guardsOf(a.question), a.guard())
	return b.table(a.table(topic), []block{{base: a.base, figures: figures, guards: guards}})
}

// response returns the table of who answered and how many exist.
func (b *builder) response() Table {
	t := Table{
		ID: string(Respondents), Topic: Respondents,
		Base:    Base{Kind: BaseEveryone},
		Account: Account{Respondents: b.survey.Respondents, Base: b.survey.Respondents},
	}
	n := b.survey.Respondents
	fact := func(value float64, count, base int) Estimate {
		return Estimate{Status: Estimated, Value: value, Count: count, Base: base}
	}
	row := func(key string, m Measure) Row { return Row{Key: key, Measure: m} }
	figures := []figure{
		{row(KeyRespondents, Count), func(m *members, _ *Group) Estimate {
			return fact(float64(m.n), m.n, n)
		}},
		{row(KeyShare, ShareOfSample), func(m *members, _ *Group) Estimate {
			return fact(float64(m.n)/float64(n), m.n, n)
		}},
	}
	if len(b.survey.Design.Strata) > 0 {
		figures = append(figures,
			figure{row(KeyPopulation, Count), func(_ *members, g *Group) Estimate {
				if g.Population == 0 {
					return Estimate{Status: Unknown}
				}
				return fact(float64(g.Population), g.Population, g.Population)
			}},
			figure{row(KeyResponse, ShareOfPopulation), func(m *members, g *Group) Estimate {
				if g.Population == 0 {
					return Estimate{Status: Unknown}
				}
				return fact(float64(m.n)/float64(g.Population), m.n, g.Population)
			}})
	}
	return b.table(t, []block{{base: b.everyone(), figures: figures}})
}

// channels returns the use of every channel, the most used first: the options
// of the presence question and the users of each channel with an adoption
// question.
func (b *builder) channels() (Table, bool) {
	t := Table{ID: string(Channels), Topic: Channels, Base: Base{Kind: BaseRespondents}}
	t.Account.Respondents = b.survey.Respondents
	var blocks []block
	seen := map[string]bool{}
	add := func(a *answers, part crowd, r Row) {
		channel := slug(r.Label)
		if seen[channel] || seen[r.Key] {
			return
		}
		seen[channel], seen[r.Key] = true, true
		t.Account.Base = max(t.Account.Base, a.account.Base)
		f := figure{r, b.share(part, a.kind == BaseRespondents)}
		blocks = append(blocks, block{
			base: a.base, figures: []figure{f}, guards: []guard{a.chosenOf(a.base, part)},
		})
	}
	for _, i := range b.survey.WithRole(survey.Adoption) {
		a := b.read(i)
		add(a, a.meaning(survey.Uses), Row{
			Key: slug(a.question.Channel), Measure: Share, Label: a.question.Channel, Means: survey.Uses,
			Protected: a.question.Sensitivity == survey.Protected,
		})
	}
	for _, i := range b.survey.WithRole(survey.Presence) {
		a := b.read(i)
		for o := range a.options {
			add(a, a.options[o], optionRow(a.question, o, Share))
		}
	}
	slices.SortStableFunc(blocks, func(x, y block) int {
		return cmp.Or(compareLast(x.figures[0].Row, y.figures[0].Row), cmp.Compare(b.portion(&y), b.portion(&x)),
			cmp.Compare(x.figures[0].Label, y.figures[0].Label))
	})
	return b.table(t, blocks), len(blocks) > 0
}

// portion is the share of the first figure of a block in its base.
func (b *builder) portion(blk *block) float64 {
	all := b.profiles.members(new(desk), &blk.base, nil)[0]
	if all.n == 0 {
		return 0
	}
	return blk.figures[0].estimate(all, &Group{}).Value
}

// compareLast puts "other" and "don't know" behind the rest.
func compareLast(x, y Row) int {
	last := func(r Row) int {
		if r.DontKnow {
			return 2
		}
		if r.Other {
			return 1
		}
		return 0
	}
	return cmp.Compare(last(x), last(y))
}

// ownership returns who does webcare, overall and among the users of each channel.
func (b *builder) ownership(i int) Table {
	return b.with(b.users()).closed(Ownership, i)
}

// compareUsers compares, in the tables of who does webcare, the users of each channel with
// all.
func (b *builder) compareUsers(study *Study) {
	for k := range study.Tables {
		t := &study.Tables[k]
		i := b.survey.Find(t.Question)
		if t.Topic != Ownership || i < 0 {
			continue
		}
		users := b.users()
		by := b.pooled(i, UsersBreakdown)
		a := by.read(i)
		for u, g := range users.groups {
			at := t.Group(UsersBreakdown, g.Level)
			members := a.base.set().Intersect(users.members[u])
			for o := range a.options {
				if t.Cells[o][at].Status != Estimated || t.Cells[o][0].Status != Estimated {
					continue
				}
				study.Comparisons = append(study.Comparisons, Comparison{
					Table: t.ID, Row: t.Rows[o].Key, Group: g,
					Part: t.Cells[o][at], Whole: t.Cells[o][0],
					Difference: by.partAgainstWhole(a.options[o].set(), members, a.base.set()),
				})
			}
		}
	}
}

// anyBarrier returns, for every barrier that is an option for more than one
// channel, how many of all respondents name it for at least one channel.
// Respondents who were asked about no channel count as not naming it.
func (b *builder) anyBarrier() (Table, bool) {
	t := Table{ID: string(AnyBarrier), Topic: AnyBarrier, Base: Base{Kind: BaseEveryone}}
	t.Account = Account{Respondents: b.survey.Respondents, Base: b.survey.Respondents}
	named := map[string]survey.Bits{}
	everyone := b.everyone()
	times := map[string]int{}
	var rows []Row
	blk := block{base: everyone}
	for _, i := range b.survey.WithRole(survey.Barrier) {
		a := b.read(i)
		if a.question.Kind != survey.Multiple {
			continue
		}
		// What is named for either channel, less what is named for one, would
		// tell what is hidden for the other.
		blk.guards = append(blk.guards, a.guard())
		blk.guards = append(blk.guards, b.guardsOf(a.question)...)
		for o := range a.options {
			row := optionRow(a.question, o, Share)
			if row.Other || row.DontKnow {
				continue
			}
			chosen := a.options[o].set()
			if times[row.Key]++; times[row.Key] == 1 {
				rows = append(rows, row)
				named[row.Key] = chosen
			} else {
				named[row.Key] = named[row.Key].Union(chosen)
			}
		}
	}
	var crowds []crowd
	for _, row := range rows {
		if times[row.Key] > 1 {
			part := b.profiles.crowd(named[row.Key])
			blk.figures = append(blk.figures, figure{row, b.share(part, true)})
			crowds = append(crowds, part)
		}
	}
	blk.guards = append(blk.guards, guard{question: severalQuestions, base: everyone, options: crowds, several: true})
	t = b.table(t, []block{blk})
	b.hideEither(&t)
	return t, len(crowds) > 0
}
