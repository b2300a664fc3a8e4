package position

import (
	"cmp"
	"slices"

	"benchmark/analysis"
	"benchmark/survey"
)

// indicators returns what a survey compares organisations on, in the order of a
// report. What was asked depending on a protected answer is not among them: the
// number of answers would tell about that one.
func indicators(s *survey.Survey) []Indicator {
	var all []Indicator
	for _, part := range []struct {
		role survey.Role
		of   func(*survey.Survey, int) []Indicator
	}{
		{survey.Adoption, uses}, {survey.Presence, presences}, {survey.Adoption, plans}, {survey.Satisfaction, satisfactions},
		{survey.Barrier, barriers}, {survey.Volume, volumes}, {survey.Change, changes}, {survey.Owner, owners},
	} {
		for _, q := range s.WithRole(part.role) {
			if restsOnProtected(s, &s.Questions[q]) {
				continue
			}
			for _, x := range part.of(s, q) {
				x.whole = x.whole && len(s.Questions[q].AskedIf) == 0
				all = append(all, x)
			}
		}
	}
	return all
}

// restsOnProtected reports whether a question was put to organisations because of
// an answer that does not show from outside. Who neither uses nor tries a channel
// does show.
func restsOnProtected(s *survey.Survey, q *survey.Question) bool {
	return slices.ContainsFunc(q.AskedIf, func(c survey.Condition) bool {
		i := s.Find(c.Question)
		if i < 0 {
			return false
		}
		asked := &s.Questions[i]
		if asked.Role != survey.Adoption {
			return asked.Sensitivity == survey.Protected
		}
		in, out := false, false
		for _, o := range asked.Options {
			if !visible(o.Means) {
				chosen := slices.Contains(c.Options, o.Code)
				in, out = in || chosen, out || !chosen
			}
		}
		return in && out
	})
}

// visible reports whether a stage of adoption shows from outside.
func visible(stage string) bool { return stage == survey.Uses || stage == survey.Pilot }

// made returns an indicator of a question with its base: who answered, without
// those who chose what the codebook takes out of the base.
func made(s *survey.Survey, q int, suffix string, topic analysis.Topic) Indicator {
	question, c := &s.Questions[q], &s.Columns[q]
	x := Indicator{
		ID: question.ID + suffix, Question: question.ID, Topic: topic, Channel: question.Channel, Label: question.Title(), Unit: question.Unit,
		Polarity:   cmp.Or(question.Polarity, survey.DefaultPolarity(question.Role)),
		Importance: cmp.Or(question.Importance, survey.DefaultImportance(question.Role)), Protected: question.Sensitivity == survey.Protected,
		question: q, option: -1, whole: true, base: survey.NewBits(s.Respondents), yes: survey.NewBits(s.Respondents),
	}
	for r := range c.Len() {
		if c.State(r) == survey.Answered && !outOfBase(question, c, r) {
			x.base.Set(r)
		}
	}
	return x
}

func outOfBase(q *survey.Question, c *survey.Column, r int) bool {
	for o := range q.Options {
		if q.Options[o].OutOfBase && chose(c, r, o) {
			return true
		}
	}
	return false
}

func chose(c *survey.Column, r, o int) bool {
	if c.Ticks != nil {
		return c.Ticks[o].Has(r)
	}
	return c.Code(r) == o
}

// among marks who of the base chose an option that holds.
func (x *Indicator) among(s *survey.Survey, holds func(o *survey.Option) bool) {
	q, c := &s.Questions[x.question], &s.Columns[x.question]
	for o := range q.Options {
		if holds(&q.Options[o]) {
			x.base.Each(func(r int) {
				if chose(c, r, o) {
					x.yes.Set(r)
				}
			})
		}
	}
}

func uses(s *survey.Survey, q int) []Indicator {
	x := made(s, q, ":uses", analysis.Channels)
	x.Protected, x.Means = false, survey.Uses
	if s.Questions[q].Meaning(survey.Uses) < 0 {
		return nil
	}
	x.among(s, func(o *survey.Option) bool { return o.Means == survey.Uses })
	return []Indicator{x}
}

// plans are those of organisations that neither use nor try the channel.
func plans(s *survey.Survey, q int) []Indicator {
	x := made(s, q, ":plans", analysis.AdoptionTopic)
	x.Importance, x.Protected, x.whole, x.Means = max(x.Importance-1, 1), true, false, survey.Surely
	plan := func(o *survey.Option) bool { return o.Means == survey.Surely || o.Means == survey.Likely }
	if !slices.ContainsFunc(s.Questions[q].Options, func(o survey.Option) bool { return plan(&o) }) {
		return nil
	}
	seen := x
	seen.yes = survey.NewBits(s.Respondents)
	seen.among(s, func(o *survey.Option) bool { return visible(o.Means) })
	x.asked, x.base = x.base, x.base.Without(seen.yes)
	x.among(s, func(o *survey.Option) bool { return o.Means == survey.Surely })
	x.surely, x.yes = x.yes, survey.NewBits(s.Respondents)
	x.among(s, plan)
	return []Indicator{x}
}

// presences are the options of a list of channels in use, each with a yes or no.
func presences(s *survey.Survey, q int) []Indicator {
	return ticked(s, q, analysis.Channels, func(x *Indicator) { x.Channel = x.Label })
}

func barriers(s *survey.Survey, q int) []Indicator {
	return ticked(s, q, analysis.Barriers, func(*Indicator) {})
}

func ticked(s *survey.Survey, q int, topic analysis.Topic, adapt func(*Indicator)) []Indicator {
	if s.Columns[q].Ticks == nil {
		return nil
	}
	var all []Indicator
	for o := range s.Questions[q].Options {
		option := &s.Questions[q].Options[o]
		if option.Other || option.DontKnow || option.OutOfBase {
			continue
		}
		x := made(s, q, ":"+option.Code, topic)
		x.Label, x.Key, x.Means, x.option = option.Title(), option.Code, option.Means, o
		x.yes = x.base.Intersect(s.Columns[q].Ticks[o])
		adapt(&x)
		all = append(all, x)
	}
	return all
}

// satisfactions are the two highest points of a scale of satisfaction.
func satisfactions(s *survey.Survey, q int) []Indicator {
	_, highest := ends(&s.Questions[q])
	if highest < 3 || !s.Columns[q].Coded() {
		return nil
	}
	x := made(s, q, ":satisfied", analysis.Satisfaction)
	x.among(s, func(o *survey.Option) bool { return o.Score > highest-2 })
	return []Indicator{x}
}

// changes are what lies above the middle of a scale of change.
func changes(s *survey.Survey, q int) []Indicator {
	lowest, highest := ends(&s.Questions[q])
	if highest == lowest || !s.Columns[q].Coded() {
		return nil
	}
	x := made(s, q, ":rise", analysis.Change)
	x.among(s, func(o *survey.Option) bool { return o.Score > 0 && 2*o.Score > lowest+highest })
	return []Indicator{x}
}

// ends returns the lowest and highest score of a scale.
func ends(q *survey.Question) (lowest, highest int) {
	for _, o := range q.Options {
		if o.Score > 0 && (lowest == 0 || o.Score < lowest) {
			lowest = o.Score
		}
		highest = max(highest, o.Score)
	}
	return lowest, highest
}

func volumes(s *survey.Survey, q int) []Indicator {
	if !s.Columns[q].Numeric() {
		return nil
	}
	x := made(s, q, "", analysis.Volume)
	x.Amount = true
	return []Indicator{x}
}

// owners are those that have webcare done by the contact centre alone.
func owners(s *survey.Survey, q int) []Indicator {
	if !s.Columns[q].Coded() || s.Questions[q].Meaning(survey.ContactCentre) < 0 {
		return nil
	}
	x := made(s, q, ":"+survey.ContactCentre, analysis.Ownership)
	x.Means = survey.ContactCentre
	x.among(s, func(o *survey.Option) bool { return o.Means == survey.ContactCentre })
	return []Indicator{x}
}

// answer returns the own answer of respondent i.
func (st *Study) answer(x *Indicator, i int) Answer {
	q, c := &st.survey.Questions[x.question], &st.survey.Columns[x.question]
	switch state := c.State(i); {
	case state == survey.NotAsked || state == survey.NotShown:
		return Answer{State: NotApplicable}
	case state != survey.Answered:
		return Answer{State: NotAnswered}
	}
	a := Answer{State: Given, Yes: x.yes.Has(i)}
	switch {
	case x.Amount:
		a.Number = c.Number(i)
	case c.Coded():
		o := &q.Options[c.Code(i)]
		a.Option, a.Means, a.Score = o.Title(), o.Means, o.Score
	}
	if !x.base.Has(i) {
		a.State = NotApplicable
	}
	return a
}
