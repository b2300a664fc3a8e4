// Package fictitious draws surveys of the kind that this program is for, by a seed, for the
// attacks in the tests. Nobody answered them.
package fictitious

import (
	"fmt"
	"math/rand/v2"

	"benchmark/survey"
)

// maker draws fictitious surveys of the kind this program is for.
type maker struct {
	*rand.Rand
	s *survey.Survey
}

// options returns options with codes a, b, c and so on.
func options(n int) []survey.Option {
	list := make([]survey.Option, n)
	for i := range list {
		code := string(rune('a' + i))
		list[i] = survey.Option{Code: code, Label: code, Score: i + 1}
	}
	return list
}

// skewed draws one of n with the first the likeliest.
func (m *maker) skewed(n int) int { return min(m.IntN(n), m.IntN(n), m.IntN(n)) }

// ask adds a question, of which answer gives the option or options of a respondent
// as bits, or false where it gave none.
func (m *maker) ask(q survey.Question, answer func(r int) (uint64, bool)) {
	q.Label = q.ID
	m.s.Questions = append(m.s.Questions, q)
	c := survey.NewColumn(&m.s.Questions[len(m.s.Questions)-1], m.s.Respondents)
	for r := range m.s.Respondents {
		given, ok := answer(r)
		if !ok {
			c.Leave(r, survey.NotAsked)
			continue
		}
		switch q.Kind {
		case survey.Multiple:
			c.Tick(r)
		case survey.Number:
			c.SetNumber(r, 0) // what it is comes later
		}
		for o := range q.Options {
			if given>>o&1 == 0 {
				continue
			}
			if q.Kind == survey.Multiple {
				c.Tick(r, o)
			} else {
				c.Choose(r, o)
			}
		}
	}
	m.s.Columns = append(m.s.Columns, c)
}

// one asks a question with one answer of n, which tends to one of them.
func (m *maker) one(q survey.Question, n int, of func(r int) bool) {
	q.Options = options(n)
	likely, lean := m.IntN(n), m.IntN(10)
	if q.Kind == 0 {
		q.Kind = survey.Single
	}
	m.ask(q, func(r int) (uint64, bool) {
		o := m.IntN(n)
		if m.IntN(10) < lean {
			o = likely
		}
		return 1 << o, of(r) && m.IntN(12) > 0
	})
}

// several asks a question with ticks.
func (m *maker) several(q survey.Question, n int, of func(r int) bool) {
	q.Kind, q.Options = survey.Multiple, options(n)
	lean := make([]int, n)
	for o := range lean {
		lean[o] = m.IntN(10)
	}
	m.ask(q, func(r int) (uint64, bool) {
		given := uint64(0)
		for o := range n {
			if m.IntN(10) < lean[o] {
				given |= 1 << o
			}
		}
		return given, of(r) && given != 0
	})
}

// number asks for a number of which a few are large.
func (m *maker) number(q survey.Question, of func(r int) bool) {
	q.Kind = survey.Number
	m.ask(q, func(r int) (uint64, bool) { return 0, of(r) && m.IntN(10) > 0 })
	c := &m.s.Columns[len(m.s.Columns)-1]
	for r := range c.Len() {
		if c.State(r) == survey.Answered {
			x := float64(1+m.IntN(8)) / 2
			if m.IntN(6) == 0 {
				x *= float64(1 + m.IntN(20))
			}
			c.SetNumber(r, x)
		}
	}
}

// channel asks what there is to ask about a channel.
func (m *maker) channel(name string) {
	stages := []string{survey.Uses, survey.Pilot, survey.Surely, survey.Likely, survey.Later, survey.No}
	list := options(len(stages))
	for i := range list {
		list[i].Means = stages[i]
	}
	stage := make([]int, m.s.Respondents)
	common := m.IntN(6)
	for r := range stage {
		if stage[r] = m.IntN(6); m.IntN(3) > 0 {
			stage[r] = common
		}
	}
	m.ask(survey.Question{ID: name, Kind: survey.Single, Role: survey.Adoption, Channel: name, Sensitivity: survey.Public, RoutingKnown: true, Options: list},
		func(r int) (uint64, bool) { return 1 << stage[r], true })
	uses := func(r int) bool { return stage[r] < 2 }
	m.one(survey.Question{ID: name + "-content", Kind: survey.Scale, Role: survey.Satisfaction, Channel: name}, 5, uses)
	m.several(survey.Question{ID: name + "-barriers", Role: survey.Barrier, Channel: name}, 3, func(r int) bool { return stage[r] > 1 })
	m.number(survey.Question{ID: name + "-volume", Role: survey.Volume, Channel: name}, uses)
}

// Draw makes a survey by a seed: types of which one is the commonest and alone has
// size classes, provinces, two channels, and some questions, and the breakdowns to make.
func Draw(seed uint64) (s *survey.Survey, by []string) {
	m := &maker{rand.New(rand.NewPCG(2018, seed)), &survey.Survey{Language: "nl"}}
	m.s.Respondents = 15 + m.IntN(60)*(1+m.IntN(3))
	everyone := func(int) bool { return true }
	types, sizes, provinces := 2+m.IntN(5), 2+m.IntN(4), 3+m.IntN(10)
	kind := make([]int, m.s.Respondents)
	for r := range kind {
		kind[r] = m.skewed(types)
	}
	open := func(id string, role survey.Role, n int) survey.Question {
		return survey.Question{ID: id, Kind: survey.Single, Role: role, Sensitivity: survey.Public, RoutingKnown: true, Options: options(n)}
	}
	m.ask(open("type", survey.BodyType, types), func(r int) (uint64, bool) { return 1 << kind[r], true })
	m.ask(open("size", survey.SizeClass, sizes), func(r int) (uint64, bool) { return 1 << m.skewed(sizes), kind[r] == 0 })
	m.ask(open("province", survey.Province, provinces), func(int) (uint64, bool) { return 1 << m.skewed(provinces), true })
	m.channel("app")
	m.channel("chat")
	m.one(survey.Question{ID: "change", Kind: survey.Scale, Role: survey.Change, RoutingKnown: true}, 5, everyone)
	m.one(survey.Question{ID: "yes", RoutingKnown: true}, 2, everyone)
	m.one(survey.Question{ID: "four", RoutingKnown: true}, 4, everyone)
	m.one(survey.Question{ID: "owner", Role: survey.Owner, Sensitivity: survey.Public, RoutingKnown: true}, 3, everyone)
	switch m.IntN(5) {
	case 0:
		by = []string{"province"}
	case 1:
		by = []string{"type/size"}
	case 2:
		by = []string{"province", "type/size"}
	case 3:
		by = []string{"yes"}
	}
	return m.s, by
}

// Extend adds to a survey, by a seed, the number of inhabitants of the respondents, and
// why those that are satisfied with the channel app are.
func Extend(s *survey.Survey, seed uint64) {
	m := &maker{rand.New(rand.NewPCG(2019, seed)), s}
	m.number(survey.Question{ID: "inhabitants", Role: survey.Inhabitants, Sensitivity: survey.Public}, func(int) bool { return true })
	satisfied := &s.Columns[s.Find("app-content")]
	m.several(survey.Question{ID: "app-praise", Role: survey.Praise, Channel: "app"}, 3, func(r int) bool {
		return satisfied.State(r) == survey.Answered && satisfied.Code(r) > 2
	})
}

// Name gives the respondents of a survey names, by which those of another wave are found.
func Name(s *survey.Survey) {
	q := survey.Question{ID: "name", Kind: survey.Open, Role: survey.Organisation}
	c := survey.NewColumn(&q, s.Respondents)
	for r := range s.Respondents {
		c.SetText(r, fmt.Sprintf("Gemeente %c%c%cdorp", 'A'+r%26, 'a'+r/26%26, 'a'+r*7%26))
	}
	s.Questions, s.Columns = append(s.Questions, q), append(s.Columns, c)
}

// Again makes, by a seed, the next wave of a survey: most of the respondents again, of whom
// some answer another thing, and without those that stayed away.
func Again(seed uint64) *survey.Survey {
	s, _ := Draw(seed)
	Name(s)
	m := rand.New(rand.NewPCG(2020, seed))
	change := 1 + m.IntN(8)
	for i := range s.Questions {
		q, c := &s.Questions[i], &s.Columns[i]
		if q.Role == survey.BodyType || q.Role == survey.SizeClass || q.Role == survey.Province || q.Role == survey.Organisation {
			continue
		}
		for r := range s.Respondents {
			if c.State(r) != survey.Answered || m.IntN(20) >= change {
				continue
			}
			switch {
			case c.Coded():
				c.Choose(r, m.IntN(len(q.Options)))
			case c.Numeric():
				c.SetNumber(r, float64(1+m.IntN(8))/2)
			}
		}
	}
	var kept []int
	away := m.IntN(5)
	for r := range s.Respondents {
		if m.IntN(10) >= away {
			kept = append(kept, r)
		}
	}
	s.Keep(kept, survey.DropNoAnswer)
	return s
}

// Weigh makes a survey, by a seed, a sample of bodies of which is known how many exist: by
// type, by type and size class, by province, or by all three, which tables need not show.
func Weigh(s *survey.Survey, seed uint64) {
	m := rand.New(rand.NewPCG(2021, seed))
	by := [][]string{{"type"}, {"type", "size"}, {"province"}, {"type", "size", "province"}}[m.IntN(4)]
	at := map[string]int{}
	d := survey.Design{Of: make([]int16, s.Respondents), Sampled: true}
	for r := range s.Respondents {
		name := ""
		for _, id := range by {
			if c := &s.Columns[s.Find(id)]; c.State(r) == survey.Answered {
				name += fmt.Sprintf("%d ", c.Code(r))
			}
		}
		h, known := at[name]
		if !known {
			h = len(d.Strata)
			at[name] = h
			d.Strata = append(d.Strata, survey.Stratum{Name: name})
		}
		d.Of[r] = int16(h)
		d.Strata[h].Respondents++
	}
	for h := range d.Strata {
		d.Strata[h].Population = d.Strata[h].Respondents * (1 + m.IntN(3))
		if m.IntN(3) > 0 {
			d.Strata[h].Population += m.IntN(2 + d.Strata[h].Respondents)
		}
	}
	if m.IntN(3) == 0 { // of some it is not known how many exist
		h := m.IntN(len(d.Strata))
		for r := range d.Of {
			if int(d.Of[r]) == h && len(d.Strata) > 1 {
				d.Of[r] = -1
			}
		}
		d.Strata[h].Respondents, d.Strata[h].Population = 0, 1
	}
	s.Design = d
	s.Design.WeighByPopulation()
}
