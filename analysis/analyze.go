package analysis

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"benchmark/survey"
	"benchmark/survey/stack"
)

// Analyze computes every table of the survey. It fails when the survey has no
// respondents, the level is outside (0, 1), or an option names a question that
// is not there (UnknownQuestion) or not closed, or breakdowns have more than MostGroups
// groups of which some may have to be hidden.
func Analyze(s *survey.Survey, o Options) (*Study, error) {
	stack.Deepen()
	if s.Respondents == 0 {
		return nil, errors.New("computing tables: the survey has no respondents")
	}
	if !(o.Level > 0 && o.Level < 1) {
		return nil, fmt.Errorf("computing intervals: the confidence level is %v; it must lie between 0 and 1", o.Level)
	}
	b := &builder{survey: s, options: o, steps: map[string]float64{}, exact: map[string][][]Estimate{}, desks: new(desks)}
	for _, id := range o.Questions {
		if s.Find(id) < 0 {
			return nil, &UnknownQuestion{ID: id, Known: b.ids(func(survey.Kind) bool { return true })}
		}
	}
	if err := b.design(); err != nil {
		return nil, err
	}
	if err := b.checkTests(); err != nil {
		return nil, err
	}
	b.count()
	b.findStrata()
	study := &Study{Survey: s, Options: o, Weighting: o.Weighting}
	passes := []func(){b.readAll, func() {
		if study.Weighting == nil && s.Design.Sampled && s.Design.Weights != nil {
			study.Weighting = b.describeWeights()
		}
	}}
	each(len(passes), func(k int) { passes[k]() })
	ratios, err := b.ratios(o.Weighted.Ratios)
	if err != nil {
		return nil, err
	}
	b.makeAll(study, slices.Concat(b.general(), b.channelled(), b.rest(study)))
	b.pool(study)
	study.Tables = append(study.Tables, ratios...)
	b.hideCrossed(study)
	study.keep(o.Questions)
	b.compareUsers(study)
	b.compareParts(study.Comparisons)
	b.differences(study)
	if o.Tests.Unshown && b.sampler == nil {
		return study, nil
	}
	b.tests(study)
	b.coarsen(study)
	return study, nil
}

// design finds the breakdowns and the sampler, side by side where that takes a while.
func (b *builder) design() error {
	var bySplits, bySampler error
	parts := []func(){
		func() { b.by, bySplits = b.splits(b.options.By) },
		func() { b.sampler, bySampler = newSampler(b.survey, b.options) },
	}
	if b.survey.Respondents < manyRespondents {
		parts[0]()
		parts[1]()
	} else {
		each(len(parts), func(k int) { parts[k]() })
	}
	return cmp.Or(bySplits, bySampler)
}

// general are the tables that concern no single channel and come first.
func (b *builder) general() []recipe {
	return []recipe{
		{question: severalQuestions, unpooled: true, make: func(b *builder) (Table, bool) { return b.response(), true }},
		{question: severalQuestions, unpooled: true, make: (*builder).coverage},
		{question: severalQuestions, unpooled: true, make: (*builder).bounds},
		{question: severalQuestions, make: (*builder).channels},
	}
}

// channelled are the tables of each channel: what one does, thinks and lacks.
func (b *builder) channelled() []recipe {
	var all []recipe
	for _, i := range b.survey.WithRole(survey.Adoption) {
		all = append(all,
			recipe{question: i, make: func(b *builder) (Table, bool) { return b.adoption(i), true }},
			recipe{question: i, make: func(b *builder) (Table, bool) { return b.consideration(i) }})
	}
	for _, part := range []struct {
		role  survey.Role
		topic Topic
	}{
		{survey.Satisfaction, Satisfaction}, {survey.Praise, Praise}, {survey.Concern, Concern},
		{survey.Reason, Reasons}, {survey.Barrier, Barriers},
	} {
		all = append(all, b.ofRole(part.role, part.topic)...)
	}
	all = append(all, recipe{question: severalQuestions, make: (*builder).anyBarrier})
	return slices.Concat(all, b.ofRole(survey.Volume, Volume), b.ofRole(survey.Change, Change))
}

// rest are ownership, open text and every question without a role.
func (b *builder) rest(study *Study) []recipe {
	var all []recipe
	for _, i := range b.survey.WithRole(survey.Owner) {
		if b.survey.Questions[i].Kind.Closed() {
			all = append(all, recipe{question: i, make: func(b *builder) (Table, bool) { return b.ownership(i), true }})
		}
	}
	for i := range b.survey.Questions {
		if q := &b.survey.Questions[i]; q.Kind == survey.Open && q.Role == survey.Association {
			var folds []Fold
			all = append(all, recipe{
				question: i,
				make:     func(b *builder) (t Table, _ bool) { t, folds = b.association(i); return t, true },
				then:     func() { study.Folds = append(study.Folds, folds...) },
			})
		}
	}
	for i := range b.survey.Questions {
		if q := &b.survey.Questions[i]; q.Kind == survey.Open && len(q.Themes) > 0 {
			all = append(all, recipe{question: i, make: func(b *builder) (Table, bool) { return b.themes(i), true }})
		}
	}
	return append(all, b.ofRole(survey.NoRole, OtherQuestion)...)
}

// ofRole are the tables of every closed question and number with the role.
func (b *builder) ofRole(role survey.Role, topic Topic) []recipe {
	var all []recipe
	for _, i := range b.survey.WithRole(role) {
		switch k := b.survey.Questions[i].Kind; {
		case k.Closed():
			all = append(all, recipe{question: i, make: func(b *builder) (Table, bool) { return b.closed(topic, i), true }})
		case k == survey.Number:
			all = append(all, recipe{question: i, unpooled: true, make: func(b *builder) (Table, bool) { return b.numbers(topic, i), true }})
		}
	}
	return all
}

// keep limits the study to the tables of the questions, when there are any,
// and makes the ids of its tables unique.
func (study *Study) keep(questions []string) {
	if len(questions) > 0 {
		presence := slices.ContainsFunc(questions, func(id string) bool {
			return study.Survey.Questions[study.Survey.Find(id)].Role == survey.Presence
		})
		study.Tables = slices.DeleteFunc(study.Tables, func(t Table) bool {
			// The table of all channels is about no one question.
			return !slices.Contains(questions, t.Question) && !(presence && t.Topic == Channels)
		})
	}
	seen := map[string]int{}
	for i := range study.Tables {
		t := &study.Tables[i]
		if seen[t.ID]++; seen[t.ID] > 1 {
			t.ID = fmt.Sprintf("%s-%d", t.ID, seen[t.ID])
		}
	}
}

// everyone returns the set of all n.
func everyone(n int) survey.Bits {
	all := survey.NewBits(n)
	for k := range all {
		all[k] = ^uint64(0)
	}
	if rest := n & 63; rest > 0 {
		all[len(all)-1] = 1<<rest - 1
	}
	return all
}

// slug turns a name into lower-case letters, digits and single hyphens.
func slug(name string) string {
	var out strings.Builder
	gap := false
	for _, r := range strings.ToLower(name) {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			gap = out.Len() > 0
			continue
		}
		if gap {
			out.WriteByte('-')
			gap = false
		}
		out.WriteRune(r)
	}
	return out.String()
}
