package analysis

import (
	"slices"

	"benchmark/analysis/disclosure"
	"benchmark/survey"
)

// builder makes the tables of one survey.
type builder struct {
	survey  *survey.Survey
	options Options
	// by are the breakdowns of every table, and profiles what tells respondents
	// apart by them.
	by       []breakdown
	profiles *profiles
	// readings are the answers to the questions, counted by profile.
	readings []reading
	// sampler makes weighted estimates; nil for plain figures.
	sampler *sampler
	// plain makes estimates as if all were one stratum without weights, for the
	// tests of figures that are plain.
	plain *sampler
	// strata are the strata and weights that tell respondents apart, and collapse what
	// weighted figures tell of them; nil where that is not looked at.
	strata   *strata
	collapse *collapse
	// verdicted are the verdicts of the blocks of tables, which weights do not change; nil
	// where tables are made once.
	verdicted map[string][]disclosure.Verdict
	// steps are those to which the shares of coarse tables were rounded, by table.
	steps map[string]float64
	// exact are the figures of coarse tables before they were rounded.
	exact map[string][][]Estimate
	desks *desks
	// alone says that a thread makes a table by itself.
	alone bool
}

// with returns a builder that breaks down by one more breakdown.
func (b *builder) with(extra breakdown) *builder {
	more := *b
	more.by = slices.Concat(b.by, []breakdown{extra})
	more.count()
	return &more
}

// count prepares the counting of answers by the breakdowns and the design.
func (b *builder) count() {
	var strata []int16
	var w *weights
	if b.sampler != nil {
		strata, w = b.sampler.strata, b.sampler.given
	}
	b.profiles = newProfiles(b.survey.Respondents, strata, b.by, w)
	if b.sampler != nil && !b.sampler.rows {
		b.profiles.reaches = b.sampler.reaches(b.profiles)
	}
	b.readings = make([]reading, len(b.survey.Questions))
}

// figure is a row of a table and how its figures are made: estimate gets the
// members of the base that are in the group.
type figure struct {
	Row
	estimate func(m *members, g *Group) Estimate
}

// crossed reports whether the figures tell, by a group, what anyone can see of its
// members. By a group of who gave one answer in confidence that would tell of those
// of whom the same is seen how many gave that answer.
func (f *figure) crossed() bool {
	return f.Measure != Count && f.Measure != ShareOfSample && f.Measure != ShareOfPopulation
}

// block is a run of rows that rest on one base.
type block struct {
	base    crowd
	figures []figure
	// numbers are the answers in order, where the figures need them.
	numbers *numbers
	// guards are the answers that the figures tell about. A group is hidden where it
	// would be for one of them.
	guards []guard
}

// guard is protected answers: who gave them, and how many gave each.
type guard struct {
	// question is the position of the question that they answer, or severalQuestions.
	question int
	base     crowd
	options  []crowd
	// several says that one could give several of them.
	several bool
	// tells reports, of numbers, whether the figures of all in some profiles tell the
	// number of one of them.
	tells func(profiles survey.Bits) bool
	// tellsApart reports the same of numbers of which the sums follow from others.
	tellsApart func(profiles survey.Bits) bool
}

// rule is what protects the answers.
func (g *guard) rule() disclosure.Rule {
	r := disclosure.Rule{Minimum: MinimumAnswers, Sizes: g.base.n, Several: g.several, Uniform: g.tells, Apart: g.tellsApart}
	if g.tells == nil {
		r.Answers = make([][]int, len(g.options))
		for o := range g.options {
			r.Answers[o] = g.options[o].n
		}
	}
	return r
}

// table fills t with the blocks, by the breakdowns of the survey. A question is
// not broken down by itself.
func (b *builder) table(t Table, blocks []block) Table {
	splits := b.profiles.only(func(d *breakdown) bool { return !d.by(t.Question) && len(d.groups) > 0 })
	groups, rows := 1, 0
	for d := range splits.by {
		groups += len(splits.by[d].groups)
	}
	for k := range blocks {
		rows += len(blocks[k].figures)
	}
	t.Groups, t.Rows = make([]Group, 1, groups), make([]Row, 0, rows)
	t.Groups[0] = Group{Breakdown: TotalBreakdown, Respondents: b.survey.Respondents}
	for d := range splits.by {
		t.Groups = append(t.Groups, splits.by[d].groups...)
	}
	for k := range blocks {
		for _, f := range blocks[k].figures {
			t.Rows = append(t.Rows, f.Row)
		}
		verdicts := b.verdictsOf(&t, &blocks[k], func() []disclosure.Verdict { return b.verdicts(&blocks[k], splits, len(t.Groups)) })
		t.Cells = append(t.Cells, b.cells(t.Groups, &blocks[k], splits, verdicts)...)
		b.need(&blocks[k], splits.by, verdicts)
	}
	b.hideGroups(&t, splits)
	return t
}

// cells returns the figures of a block for the groups, hidden ones already
// hidden.
func (b *builder) cells(groups []Group, blk *block, splits *profiles, verdicts []disclosure.Verdict) [][]Estimate {
	protected := make([]bool, 1, len(groups))
	for _, split := range splits.by {
		for range split.groups {
			protected = append(protected, split.protected)
		}
	}
	cells, room := make([][]Estimate, len(blk.figures)), make([]Estimate, len(blk.figures)*len(groups))
	for r := range cells {
		cells[r], room = room[:len(groups):len(groups)], room[len(groups):]
	}
	seats := b.desks.take()
	defer b.desks.put(seats)
	all := splits.members(seats, &blk.base, blk.numbers)
	b.eachOf(len(all), func(d *desk, g int) {
		m := all[g]
		m.desk = d
		for r, f := range blk.figures {
			switch {
			case verdicts[g] != disclosure.Shown && (f.Protected || protected[g]):
				cells[r][g] = Estimate{Status: hiddenBy(verdicts[g])}
			case protected[g] && !f.Protected && f.crossed() && b.options.Disclosure != Unprotected:
				cells[r][g] = Estimate{Status: HiddenOthers}
			case m.n == 0:
				cells[r][g] = Estimate{Status: NoAnswers}
			default:
				cells[r][g] = b.options.Publication.publish(finish(f.estimate(m, &groups[g])), f.Measure)
			}
		}
		*m = members{} // what a group needs for itself is not kept for all
	})
	return cells
}

// verdicts says for the total and every group whether protected figures may be
// shown.
func (b *builder) verdicts(blk *block, splits *profiles, groups int) []disclosure.Verdict {
	verdicts := make([]disclosure.Verdict, groups)
	if b.options.Disclosure == Unprotected {
		return verdicts
	}
	for _, g := range blk.guards {
		total, each := g.rule().Hide(g.base.profiles(), splits.within(g.base.profiles()))
		for i, v := range append([]disclosure.Verdict{total}, slices.Concat(each...)...) {
			if v != disclosure.Shown && verdicts[i] != disclosure.Small {
				verdicts[i] = v
			}
		}
	}
	return verdicts
}

// within returns the groups of the breakdowns inside a base.
func (p *profiles) within(base survey.Bits) []disclosure.Breakdown {
	parts := make([]disclosure.Breakdown, len(p.by))
	for d, groups := range p.groups {
		for _, in := range groups {
			parts[d] = append(parts[d], base.Intersect(in))
		}
	}
	return parts
}

// hideGroups hides the size of the small groups of a protected breakdown, of
// which the size is itself a protected answer.
func (b *builder) hideGroups(t *Table, splits *profiles) {
	if b.options.Disclosure == Unprotected {
		return
	}
	rule := disclosure.Rule{Minimum: MinimumAnswers, Sizes: splits.size, Uniform: func(survey.Bits) bool { return false }}
	g := 1
	for d, split := range splits.by {
		if !split.protected {
			g += len(split.groups)
			continue
		}
		_, verdicts := rule.Hide(splits.everyone(), []disclosure.Breakdown{splits.groups[d]})
		for _, v := range verdicts[0] {
			if v != disclosure.Shown {
				t.Groups[g].Hidden, t.Groups[g].Respondents = true, 0
				for r := range t.Cells {
					t.Cells[r][g] = Estimate{Status: hiddenBy(v)}
				}
			}
			g++
		}
	}
}

func hiddenBy(v disclosure.Verdict) Status {
	if v == disclosure.Small {
		return HiddenSmall
	}
	return HiddenOthers
}

// finish marks a figure that rests on few answers.
func finish(e Estimate) Estimate {
	facts := e.Method == NoInterval && len(e.Notes) == 0 || e.Method == WorstCase
	if e.Status == Estimated && e.Base < FewAnswers && !facts {
		e.Notes = append(e.Notes, NoteFewAnswers)
	}
	return e
}
