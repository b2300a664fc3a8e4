package position

import (
	"slices"

	"benchmark/survey"
)

// Peers says which organisations are peers.
type Peers struct {
	// Same are roles of which peers have the same answer as the own organisation.
	Same []survey.Role
	// Having are answers that peers have, whatever the own organisation answered.
	Having []Having
	// Nearest is a number of organisations of the same type, the nearest by
	// inhabitants; 0: not asked for.
	Nearest int
	// Named are respondents one by one.
	Named []int
	// Known is true for a group of which the reader has the figures from an earlier
	// report: it is not shown again, and counts for what can be deduced.
	Known bool
}

// Having is an answer: the code of an option of the question with the role.
type Having struct {
	Role  survey.Role
	Level string
}

// find returns the peers of respondent i, itself never among them, or the role of
// the answer that is missing to find them.
func (p *Peers) find(s *survey.Survey, i int) (peers survey.Bits, missing survey.Role) {
	all := survey.NewBits(s.Respondents)
	for r := range s.Respondents {
		all.Set(r)
	}
	only := func(rows []int) {
		set := survey.NewBits(s.Respondents)
		for _, r := range rows {
			set.Set(r)
		}
		all = all.Intersect(set)
	}
	for _, role := range p.Same {
		rows, ok := s.Peers(i, role)
		if !ok {
			return nil, role
		}
		only(rows)
	}
	for _, h := range p.Having {
		only(having(s, h))
	}
	if p.Nearest > 0 {
		rows, ok := s.Nearest(i, p.Nearest)
		if !ok {
			return nil, survey.Inhabitants
		}
		only(rows)
	}
	if len(p.Named) > 0 {
		only(p.Named)
	}
	all.Clear(i)
	return all, survey.NoRole
}

func having(s *survey.Survey, h Having) []int {
	var rows []int
	q := choice(s, h.Role)
	if q < 0 {
		return nil
	}
	o := s.Questions[q].Option(h.Level)
	for r := range s.Columns[q].Len() {
		if s.Columns[q].Is(r, o) {
			rows = append(rows, r)
		}
	}
	return rows
}

// choice returns the first question of one choice with the role, or -1.
func choice(s *survey.Survey, role survey.Role) int {
	for _, q := range s.WithRole(role) {
		if s.Columns[q].Coded() {
			return q
		}
	}
	return -1
}

// groups returns what respondent i is set beside, from wide to narrow, without
// groups that are the same as a wider one; the groups of fewer than MinimumOthers,
// which are left out; and the roles without which peers could not be found.
func (st *Study) groups(i int) (groups, small []Group, missing []survey.Role) {
	all, _ := (&Peers{}).find(st.survey, i)
	groups = []Group{st.group(Group{Kind: Everyone}, all, i)}
	add := func(g Group, members survey.Bits) {
		if g = st.group(g, members, i); g.Others < MinimumOthers {
			if !g.given {
				small = append(small, g)
			}
			return
		}
		same := func(o Group) bool { return slices.Equal(o.members, members) && (!o.given || g.given) }
		if !slices.ContainsFunc(groups, same) {
			groups = append(groups, g)
		}
	}
	for _, level := range []struct {
		kind  Kind
		roles []survey.Role
	}{
		{OwnType, []survey.Role{survey.BodyType}}, {OwnSize, []survey.Role{survey.BodyType, survey.SizeClass}},
	} {
		role := level.roles[len(level.roles)-1]
		q := choice(st.survey, role)
		if q < 0 || choice(st.survey, level.roles[0]) < 0 {
			level.roles = level.roles[len(level.roles)-1:]
		}
		if rows, ok := st.survey.Peers(i, level.roles...); ok && q >= 0 {
			o := &st.survey.Questions[q].Options[st.survey.Columns[q].Code(i)]
			set := survey.NewBits(st.survey.Respondents)
			for _, r := range rows {
				set.Set(r)
			}
			add(Group{Kind: level.kind, Level: o.Code, Title: o.Title(), Plural: o.Plural, Means: o.Means}, set)
		}
	}
	for k := range st.options.Peers {
		p := &st.options.Peers[k]
		members, lacks := p.find(st.survey, i)
		if lacks != survey.NoRole {
			if !p.Known {
				missing = append(missing, lacks)
			}
			continue // nor had it figures from them before
		}
		add(Group{Kind: Chosen, Peers: p, given: p.Known}, members)
	}
	return groups, small, missing
}

// group completes a group with its members.
func (st *Study) group(g Group, members survey.Bits, i int) Group {
	g.members, g.Others = members, members.Count()
	g.population = st.population(members, i)
	return g
}

// population returns how many other organisations exist, when the members and
// respondent i are all respondents of one stratum of known size, each of another
// body; else 0.
func (st *Study) population(members survey.Bits, i int) int {
	d := &st.survey.Design
	if d.Of == nil || d.Of[i] < 0 {
		return 0
	}
	h := d.Of[i]
	stratum := &d.Strata[h]
	same := stratum.Repeats == 0 && members.Count()+1 == stratum.Respondents && stratum.Population > members.Count()
	members.Each(func(r int) { same = same && d.Of[r] == h })
	if !same {
		return 0
	}
	return stratum.Population - 1
}
