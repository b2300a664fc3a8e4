package analysis

import (
	"slices"

	"benchmark/survey"
)

// adoption returns the stages of adoption of one channel, from in use to no
// plans, with those who plan to start and the projection: users and planners
// together, if all plans come true.
func (b *builder) adoption(i int) Table {
	a := b.read(i)
	figures := stageOrder(b.optionFigures(a))
	for f := range figures {
		r := &figures[f].Row
		r.Protected = r.Protected || !visible(r.Means)
	}
	whole := a.kind == BaseRespondents
	nets := []struct {
		key   string
		means []string
	}{
		{KeyPlans, []string{survey.Surely, survey.Likely}},
		{KeyProjection, []string{survey.Uses, survey.Surely, survey.Likely}},
	}
	for _, n := range nets {
		if of := keysOf(figures, n.means); len(of) > 1 {
			figures = append(figures, b.net(n.key, of, a.meaning(n.means...), whole, true))
		}
	}
	blk := block{base: a.base, figures: figures, guards: []guard{intentions(a)}}
	if a.question.Sensitivity == survey.Protected {
		blk.guards = append(blk.guards, a.guard())
	}
	return b.table(a.table(AdoptionTopic), []block{blk})
}

// consideration returns the plans of those who neither use nor try the channel.
func (b *builder) consideration(i int) (Table, bool) {
	a := b.read(i)
	base := a.base.without(a.meaning(survey.Uses, survey.Pilot))
	t := a.table(Consideration)
	t.Base = Base{Kind: BaseNonUsers, Channel: a.question.Channel}
	t.Account.Base = base.sum(base.profiles())
	var figures []figure
	for _, f := range stageOrder(b.optionFigures(a)) {
		if !visible(f.Means) {
			f.Protected = true
			f.estimate = b.share(a.among(base, a.question.Option(f.Key)), false)
			figures = append(figures, f)
		}
	}
	nets := []struct {
		key   string
		means []string
	}{
		{KeyPlans, []string{survey.Surely, survey.Likely}},
		{KeyConsiders, []string{survey.Surely, survey.Likely, survey.Later}},
	}
	known := false
	for _, n := range nets {
		if of := keysOf(figures, n.means); len(of) > 1 {
			figures = append(figures, b.net(n.key, of, a.meaning(n.means...), false, true))
			known = true
		}
	}
	blk := block{base: base, figures: figures, guards: []guard{intentions(a)}}
	return b.table(t, []block{blk}), known
}

// stageOrder puts the figures of adoption stages in the order of the stages;
// options without a stage come last, in questionnaire order.
func stageOrder(figures []figure) []figure {
	stages := survey.Stages()
	rank := func(f figure) int {
		if i := slices.Index(stages, f.Means); i >= 0 {
			return i
		}
		return len(stages)
	}
	slices.SortStableFunc(figures, func(x, y figure) int { return rank(x) - rank(y) })
	return figures
}

// keysOf returns the keys of the figures with one of the meanings.
func keysOf(figures []figure, means []string) []string {
	var keys []string
	for _, f := range figures {
		if !f.Net && slices.Contains(means, f.Means) {
			keys = append(keys, f.Key)
		}
	}
	return keys
}
