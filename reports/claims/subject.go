package claims

import (
	"slices"
	"strings"

	"benchmark/analysis"
)

// subject is what a part of a sentence speaks of.
type subject struct {
	// own are the words around the number, all those with the words that lead in
	// the sentence.
	own, all []token
	// near and has are what those words point at.
	near, has [features]bool
	// channels are the positions of the channels spoken of; inherited is true when
	// they were named before.
	channels  []int
	inherited bool
	// refers is true when the words refer back: by a pronoun, or as an item of a
	// list.
	refers bool
	// userOf is the channel of whose users is spoken, or -1; nonUsers that they are
	// those without it.
	userOf   int
	nonUsers bool
	// groups are the levels that are named.
	groups []level
	// from is the figure of the claim before, where the words refer back to it.
	from *Ref
	// prior is the topic of the claim before.
	prior analysis.Topic
	// topic is that of the claim before, for words without a subject of their own.
	topic analysis.Topic
}

// level names a group.
type level struct{ breakdown, level string }

// channel is a channel of the survey, with the ways to write it.
type channel struct {
	name string
	ways []phrase
}

// point marks what the tokens point at.
func point(so []token, at *[features]bool) {
	var all uint64
	for i := range so {
		all |= so[i].points
	}
	for f := range at {
		at[f] = at[f] || all&(1<<f) != 0
	}
}

// channelsOf returns the channels of a study, each once, in order of its tables.
func channelsOf(study *analysis.Study) []channel {
	var all []channel
	add := func(name string) {
		low := plain(name)
		if low == "" || slices.ContainsFunc(all, func(c channel) bool { return plain(c.name) == low }) {
			return
		}
		words := lows(tokens(name, 0, 0, 1))
		c := channel{name: name, ways: []phrase{words}}
		if len(words) > 1 {
			c.ways = append(c.ways, phrase{strings.Join(words, "")}, phrase{strings.Join(words, "-")})
			words = slices.Clone(words)
			words[len(words)-1] += "s"
			c.ways = append(c.ways, words)
		} else if len(words) == 1 {
			c.ways = append(c.ways, phrase{words[0] + "s"}, phrase{words[0] + "-gebruikers"})
		}
		all = append(all, c)
	}
	for i := range study.Tables {
		t := &study.Tables[i]
		add(t.Channel)
		if t.Topic != analysis.Channels {
			continue
		}
		for r := range t.Rows {
			if !t.Rows[r].Other && !t.Rows[r].DontKnow {
				add(t.Rows[r].Label)
			}
		}
	}
	return all
}

// lows returns the plain words of tokens, without marks.
func lows(so []token) []string {
	words := make([]string, 0, len(so))
	for i := range so {
		if !so[i].mark {
			words = append(words, so[i].low)
		}
	}
	return words
}

// named returns the channels that the tokens name, in order, each once.
func (c *checker) named(so []token) []int {
	var found []int
	for i := range so {
		for k := range c.channels {
			if longestAt(c.channels[k].ways, so[i:]) > 0 && !slices.Contains(found, k) {
				found = append(found, k)
			}
		}
	}
	return found
}

// usersIn returns the channel of whose users the tokens speak, or -1: "die
// WhatsApp inzetten", "users of WhatsApp". Without is true for those who do not
// use it.
//
//nolint:gocyclo // the ways to name users, one after the other
func (c *checker) usersIn(so []token) (of int, without bool) {
	for i := range so {
		for k := range c.channels {
			n := longestAt(c.channels[k].ways, so[i:])
			if n == 0 {
				continue
			}
			before, after := so[max(0, i-3):i], so[i+n:min(len(so), i+n+5)]
			if endsWith(c.words.patterns[users], before) > 0 || n == 1 && strings.HasSuffix(so[i].low, "-gebruikers") {
				return k, false
			}
			var b, a [features]bool
			point(before, &b)
			point(after, &a)
			relative := slices.ContainsFunc(before, func(t token) bool {
				return t.low == "die" || t.low == "that" || t.low == "who" || t.low == "which" || t.low == "with" || t.low == "met"
			})
			switch {
			case relative && (a[use] || b[use]) && (a[denial] || b[denial]):
				return k, true
			case relative && (a[use] || b[use]):
				return k, false
			case len(after) > 0 && (after[0].low == "users" || after[0].low == "gebruikers"):
				return k, false
			case len(before) > 0 && (before[len(before)-1].low == "zonder" || before[len(before)-1].low == "without"):
				return k, true
			}
		}
	}
	return -1, false
}

// groupsIn returns the groups that the tokens name.
func (c *checker) groupsIn(so []token) []level {
	var found []level
	add := func(l level) {
		if l.level != "" && !slices.Contains(found, l) {
			found = append(found, l)
		}
	}
	for i := 0; i < len(so); i++ {
		best, n := -1, 0
		for k := range c.groups {
			if m := longestAt(c.groups[k].ways, so[i:]); m > n {
				best, n = k, m
			}
		}
		switch {
		case best >= 0:
			add(c.groups[best].level)
			i += n - 1
		case longestAt(c.words.patterns[large], so[i:]) > 0 && c.aboutBodies(so[i+1:]):
			add(c.large)
		case longestAt(c.words.patterns[small], so[i:]) > 0 && c.aboutBodies(so[i+1:]):
			add(c.small)
		}
	}
	return found
}

// aboutBodies reports whether organisations are named at the start of the tokens,
// perhaps after two other words, or nothing is that they could be.
func (c *checker) aboutBodies(so []token) bool {
	for i := range min(3, len(so)) {
		if longestAt(c.words.organisations, so[i:]) > 0 || c.counted(so[i:]) > 0 {
			return true
		}
	}
	return len(so) == 0 || so[0].mark
}

// part makes the subject of a number: own are the words around it and lead those
// that lead in the sentence.
func (c *checker) part(own, lead []token, item bool) *subject {
	s := &subject{own: own, all: append(slices.Clone(lead), own...), userOf: -1}
	point(own, &s.near)
	s.has = s.near
	point(lead, &s.has)
	s.userOf, s.nonUsers = c.usersIn(s.all)
	s.has[nonUsers] = s.has[nonUsers] || s.nonUsers
	if s.near[whole] {
		s.userOf = -1
	}
	s.prior = c.context.topic
	if s.near[partOf] && s.prior == analysis.Satisfaction {
		s.has[content], s.near[content] = true, true
	}
	s.channels = c.named(own)
	if len(s.channels) == 0 || s.userOf >= 0 && len(s.channels) == 1 && s.channels[0] == s.userOf {
		for _, k := range c.named(lead) {
			if !slices.Contains(s.channels, k) {
				s.channels = append(s.channels, k)
			}
		}
	}
	if s.groups = c.groupsIn(own); len(s.groups) == 0 {
		s.groups = c.groupsIn(lead)
	}
	if len(s.channels) == 0 {
		s.channels, s.inherited = c.context.channels, true
	}
	if s.userOf >= 0 && s.has[back] && c.context.figure != nil {
		// What the users of a channel do is said before; that they use it is not it.
		s.has[use], s.near[use] = false, false
	}
	s.refers = s.has[back] || item
	if item || !s.topical() {
		s.topic = c.context.topic
		s.from = c.context.figure
	}
	return s
}

// follow takes over the group of the claim before in the same clause.
func (s *subject) follow(last *subject) {
	if len(s.groups) == 0 && !s.near[whole] {
		s.groups = last.groups
	}
	s.refers = s.refers || last.refers || !last.inherited
	if s.userOf < 0 && !s.near[whole] {
		s.userOf, s.nonUsers = last.userOf, last.nonUsers
	}
}

// compare takes over what is compared, in words such as "more often than among
// all respondents, 31%".
func (s *subject) compare(figures []Ref) {
	if !s.near[moreOften] && !s.near[lessOften] || len(figures) == 0 {
		return
	}
	s.from, s.refers, s.has = &figures[0], true, s.near
	s.topic, s.has[back] = s.from.Table.Topic, true
}

// topical reports whether the words have a subject of their own.
func (s *subject) topical() bool {
	for _, f := range []feature{
		use, plans, considers, surely, likely, pilot, noPlans, satisfied, dissatisfied, because, reason, barrier, doubt,
		rise, fall, contact, owner, communication, centre, mixed, association, chance,
	} {
		if s.has[f] {
			return true
		}
	}
	return false
}
