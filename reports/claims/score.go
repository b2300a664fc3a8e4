package claims

import (
	"slices"
	"strings"

	"benchmark/analysis"
	"benchmark/survey"
)

// candidate is a figure that can be meant, and how well the words fit it.
type candidate struct {
	Ref
	score float64
}

// The least score of a figure that can be meant, and how much less than the best
// a score still counts as alike.
const (
	enough = 3.0
	alikes = 0.35
)

// shares returns the shares that can be meant, best first; base is the number
// that the text gives as base, or 0.
func (c *checker) shares(s *subject, base int) []candidate {
	var all []candidate
	for i := range c.study.Tables {
		t := &c.study.Tables[i]
		about := c.topicScore(t, s)
		fits, ok := c.channelScore(t, s)
		if !ok {
			continue
		}
		for r := range t.Rows {
			if t.Rows[r].Measure != analysis.Share {
				continue
			}
			says := c.rowScore(t, r, s)
			if says == 0 || about == 0 && says < 0.6 {
				continue
			}
			ref := Ref{t, r, c.group(t, s)}
			score := 2*about + fits + 2*says
			if e := ref.Estimate(); base > 0 && e.Status == analysis.Estimated && e.Base == base {
				score += 1.5
			}
			if score >= enough {
				all = append(all, candidate{ref, score})
			}
		}
	}
	return best(all)
}

// best sorts candidates and keeps the best and those alike.
func best(all []candidate) []candidate {
	slices.SortStableFunc(all, func(x, y candidate) int {
		switch {
		case x.score > y.score:
			return -1
		case x.score < y.score:
			return 1
		}
		return 0
	})
	for i := range all {
		if all[i].score < all[0].score-alikes {
			return all[:i]
		}
	}
	return all
}

// channelScore says how well a table fits the channels spoken of, and whether it
// can be meant.
func (c *checker) channelScore(t *analysis.Table, s *subject) (float64, bool) {
	switch {
	case s.has[anyChannel]:
		return 2, t.Topic == analysis.AnyBarrier
	case t.Channel == "" && t.Topic == analysis.AnyBarrier && len(s.channels) > 1 && s.has[either]:
		return 2, true
	case t.Channel == "" && t.Topic == analysis.AnyBarrier && len(s.channels) == 1:
		return 0, false
	case t.Channel == "":
		return 0.5, true
	case len(s.channels) == 0:
		return 0, true
	}
	for _, k := range s.channels {
		if plain(c.channels[k].name) == plain(t.Channel) {
			switch {
			case s.inherited:
				return 0.8, true
			case len(s.channels) > 1:
				return 1, true
			}
			return 1.5, true
		}
	}
	return 0, s.inherited
}

// topicScore says how well a table fits what the words are about, 0 to 1.5.
func (c *checker) topicScore(t *analysis.Table, s *subject) float64 {
	score := c.topicWords(t, &s.has)
	if score == 0 && s.topic == t.Topic {
		return 0.7
	}
	return score
}

func (c *checker) topicWords(t *analysis.Table, has *[features]bool) float64 {
	oneOf := func(of ...feature) float64 {
		for _, f := range of {
			if has[f] {
				return 1
			}
		}
		return 0
	}
	switch t.Topic {
	case analysis.Channels:
		return 0.9 * oneOf(use)
	case analysis.AdoptionTopic:
		score := oneOf(use, plans, surely, likely, later, pilot, noPlans, projected)
		if has[nonUsers] && !has[use] || has[satisfied] || has[dissatisfied] || has[owner] || has[centre] || has[barrier] || has[reason] || has[contact] || has[considers] {
			score *= 0.4
		}
		return score
	case analysis.Consideration:
		return max(1.1*oneOf(considers), (0.5+0.6*oneOf(nonUsers))*oneOf(surely, likely, later, noPlans, plans))
	case analysis.Satisfaction:
		return oneOf(satisfied, dissatisfied) * (1 - 0.4*oneOf(because, reason)) * (1 - 0.7*oneOf(content))
	case analysis.Praise:
		return 1.2 * oneOf(satisfied) * oneOf(because, reason, content)
	case analysis.Concern:
		return oneOf(doubt) * (1 - 0.6*oneOf(barrier))
	case analysis.Reasons:
		return oneOf(reason, because) * (1 - 0.5*max(oneOf(barrier), oneOf(satisfied)))
	case analysis.Barriers, analysis.AnyBarrier:
		return 1.1 * oneOf(barrier)
	case analysis.Change:
		return max(oneOf(contact), 0.7*oneOf(rise, fall))
	case analysis.Ownership:
		return max(oneOf(owner, centre), 0.8*oneOf(communication))
	case analysis.Words:
		return 0.9 * oneOf(association)
	case analysis.Themes:
		return oneOf(chance)
	}
	return 0
}

// rowScore says how well a row fits the words, 0 to about 1.5.
func (c *checker) rowScore(t *analysis.Table, row int, s *subject) float64 {
	r := &t.Rows[row]
	switch t.Topic {
	case analysis.Channels:
		return c.channelRow(t, r, s)
	case analysis.AdoptionTopic, analysis.Consideration:
		return max(stage(r, s), 0.95*c.worded(t, row, s.own, 1))
	case analysis.Ownership:
		if score := ownerRow(r, s); score > 0 {
			return score
		}
	case analysis.Satisfaction, analysis.Change:
		return c.scaleRow(t, row, s)
	case analysis.Words:
		return mentioned(r, s.own)
	case analysis.Concern:
		if c.yesNo(t) {
			return c.yesRow(t, r, s)
		}
	}
	score := max(c.worded(t, row, s.own, 0.5), 0.8*c.worded(t, row, s.all, 0.5))
	if score == 0 && s.from != nil && s.from.Table.Topic == t.Topic && s.from.Table.Rows[s.from.Row].Key == r.Key && s.has[back] {
		return 0.8
	}
	return score
}

// channelRow scores a row of the use of all channels.
func (c *checker) channelRow(t *analysis.Table, r *analysis.Row, s *subject) float64 {
	for i := range c.study.Tables {
		if a := &c.study.Tables[i]; a.Topic == analysis.AdoptionTopic && plain(a.Channel) == plain(r.Label) {
			if s.has[use] || s.topic != t.Topic {
				return 0
			}
		}
	}
	for _, k := range s.channels {
		if plain(c.channels[k].name) == plain(r.Label) {
			return 1.2
		}
	}
	return 0
}

// stage scores a row of adoption by the words for its stage.
//
//nolint:gocyclo // a table of cases, one line each
func stage(r *analysis.Row, s *subject) float64 {
	has := &s.near
	if !has[use] && !has[plans] && !has[surely] && !has[likely] && !has[later] && !has[pilot] && !has[noPlans] && !has[considers] && !has[projected] {
		has = &s.has
	}
	both := has[surely] && has[likely]
	switch {
	case r.Key == analysis.KeyProjection && has[projected]:
		return 1.5
	case r.Key == analysis.KeyPlans && both:
		return 1.5
	case r.Key == analysis.KeyPlans && has[plans] && !has[surely] && !has[likely] && !has[again]:
		return 0.6
	case r.Key == analysis.KeyConsiders && has[considers]:
		return 1.3
	case r.Net:
		return 0
	case r.Means == survey.Uses && has[use] && !has[plans] && !has[considers] && !has[pilot] && !has[noPlans]:
		return 1
	case r.Means == survey.Pilot && has[pilot] && !has[use]:
		return 1.1
	case r.Means == survey.Surely && has[surely] && !both:
		return 1.2
	case r.Means == survey.Surely && has[plans] && !has[likely] && !has[later] && !has[noPlans] && !has[again]:
		return 1
	case r.Means == survey.Likely && has[likely] && !both:
		return 1.3
	case r.Means == survey.Likely && has[plans] && has[again]:
		return 1.1
	case r.Means == survey.Later && has[later] && !has[considers]:
		return 1.1
	case r.Means == survey.No && has[noPlans]:
		return 1.4
	}
	return 0
}

// ownerRow scores who does webcare.
func ownerRow(r *analysis.Row, s *subject) float64 {
	has := &s.near
	switch {
	case has[mixed]:
		if r.Means == survey.Mixed {
			return 1.3
		}
		return 0
	case r.Means == survey.Communication && has[communication], r.Means == survey.ContactCentre && has[centre]:
		return 1.1
	case !has[communication] && !has[centre] && s.from != nil && s.from.Table.Topic == analysis.Ownership && s.from.Table.Rows[s.from.Row].Key == r.Key && s.has[back]:
		return 0.9
	case !has[communication] && !has[centre] && (r.Means == survey.Communication && s.has[communication] || r.Means == survey.ContactCentre && s.has[centre]):
		return 0.8
	}
	return 0
}

// scaleRow scores the nets of a scale above its points.
//
//nolint:gocyclo // a table of cases, one line each
func (c *checker) scaleRow(t *analysis.Table, row int, s *subject) float64 {
	r, has := &t.Rows[row], &s.near
	if !has[satisfied] && !has[dissatisfied] && !has[rise] && !has[fall] {
		has = &s.has
	}
	very := slices.ContainsFunc(s.own, func(w token) bool {
		return w.low == "zeer" || w.low == "heel" || w.low == "very" || w.low == "sterke" || w.low == "sterk" || w.low == "strong"
	})
	switch {
	case r.Net && very:
		return 0.7
	case r.Key == analysis.KeyTopTwo && has[satisfied] && !has[dissatisfied],
		r.Key == analysis.KeyBottomTwo && has[dissatisfied],
		r.Key == analysis.KeyRise && has[rise] && !has[fall],
		r.Key == analysis.KeyFall && has[fall]:
		return 1.2
	case r.Net:
		return 0
	}
	score := c.worded(t, row, s.own, 1)
	if !very && (strings.HasPrefix(r.Key, "very") || len(c.terms(t, row)) > 1 && (has[satisfied] || has[dissatisfied] || has[rise] || has[fall])) {
		return 0
	}
	if very && len(c.terms(t, row)) < 2 {
		return 0.4 * score
	}
	if !very {
		return 0.9 * score
	}
	return 1.1 * score
}

// mentioned scores a word: it stands in the words around the number, last.
func mentioned(r *analysis.Row, own []token) float64 {
	label := lows(tokens(r.Label, 0, 0, 1))
	for i := range own {
		if len(label) > 0 && phrase(label).at(own[i:]) {
			return 1 + 0.01*float64(len(label))
		}
	}
	return 0
}

// yesNo reports whether the answers are yes and no.
func (c *checker) yesNo(t *analysis.Table) bool {
	yes := false
	for r := range t.Rows {
		yes = yes || isYes(&t.Rows[r])
	}
	return yes
}

func isYes(r *analysis.Row) bool {
	return r.Key == "yes" || r.Key == "true" || plain(r.Label) == "ja" || plain(r.Label) == "yes"
}

// yesRow scores yes and no by the words of the question.
func (c *checker) yesRow(t *analysis.Table, r *analysis.Row, s *subject) float64 {
	label := phrase(lows(tokens(r.Label, 0, 0, 1)))
	for i := range s.own {
		if len(label) > 0 && label.at(s.own[i:]) {
			return 1.3
		}
	}
	title := fit(terms(t.Title, c.words), s.all)
	if isYes(r) != s.near[denial] {
		return max(0.9*title, 0.5)
	}
	return 0
}
