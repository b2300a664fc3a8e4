package position

import (
	"cmp"
	"slices"

	"benchmark/analysis"
	"benchmark/survey"
)

// Move is what others tell who already use a channel that the organisation does
// not use.
type Move struct {
	Channel string
	// Group is the position of the group of the others in Position.Groups: the
	// narrowest in which MinimumOthers use the channel.
	Group int
	// Users is how many of them do, and Named in how many of them answered what
	// follows.
	Users int
	// Owner is the share of users of which the contact centre does webcare.
	Owner analysis.Estimate
	// Satisfied is the share of users that is satisfied, and Praised the reasons
	// that satisfied ones of all organisations give, the most frequent first; each
	// empty when not asked or hidden.
	Satisfied analysis.Estimate
	Praised   []Praise
	// Volume is the median number of contacts, in VolumeUnit.
	Volume     analysis.Estimate
	VolumeUnit string
	// Also is the share of users that use another channel with an adoption question
	// too.
	Also        analysis.Estimate
	AlsoChannel string
}

// Praise is a reason with the share of those satisfied who give it.
type Praise struct {
	Label string
	Share analysis.Estimate
}

// mostPraised is how many reasons are told.
const mostPraised = 3

// moves tells about every channel of which the organisation says that it does not
// use it.
func (st *Study) moves(p *Position) []Move {
	var all []Move
	for k := range p.Rows {
		row := &p.Rows[k]
		if row.Topic != analysis.Channels || row.Means != survey.Uses || row.Own.State != Given || row.Own.Yes {
			continue
		}
		m := Move{Channel: row.Channel, Group: -1}
		for g := range p.Groups {
			if n := p.Groups[g].members.And(row.yes); n >= MinimumOthers {
				m.Group, m.Users = g, n
			}
		}
		if m.Group >= 0 {
			st.tell(p, &m, row)
			all = append(all, m)
		}
	}
	return all
}

// tell fills in what the users tell. Their figures are those of the standings
// where the question was put to users alone, so that nothing is shown here that
// is hidden there.
func (st *Study) tell(p *Position, m *Move, row *Row) {
	users := p.Groups[m.Group].members.Intersect(row.yes)
	for k := range p.Rows {
		r := &p.Rows[k]
		switch {
		case r.Topic == analysis.Ownership && r.Means == survey.ContactCentre && !r.Protected:
			if of := users.Intersect(r.base); of.Count() > 0 {
				m.Owner = share(of.And(r.yes), of.Count(), 0, st.options.Level)
			}
		case r.Topic == analysis.Channels && r.Means == survey.Uses && r.Channel != row.Channel && m.AlsoChannel == "":
			if of := users.Intersect(r.base); of.Count() > 0 {
				m.Also, m.AlsoChannel = share(of.And(r.yes), of.Count(), 0, st.options.Level), r.Channel
			}
		case r.Channel != row.Channel:
		case r.Topic == analysis.Satisfaction:
			m.Satisfied = r.Standings[m.Group].Figure
			if m.Satisfied.Status == analysis.Estimated {
				m.Praised = st.praised(row.Channel, p)
			}
		case r.Topic == analysis.Volume:
			m.Volume, m.VolumeUnit = r.Standings[m.Group].Figure, r.Unit
		}
	}
}

// praised returns the reasons that the satisfied among all others give, where both
// answers to each leave everyone in doubt. They are never told of a smaller group,
// so that there is nothing to subtract, and only where the share of satisfied ones
// is shown, since their number tells it, and the tables of the study tell of all.
func (st *Study) praised(channel string, p *Position) []Praise {
	var all []Praise
	members := p.Groups[0].members
	for k := range p.Rows {
		r := &p.Rows[k]
		if r.Topic == analysis.Satisfaction && r.Channel == channel && r.Standings[0].Figure.Status != analysis.Estimated {
			return nil
		}
	}
	for _, q := range st.survey.WithRole(survey.Praise) {
		if st.survey.Questions[q].Channel != channel {
			continue
		}
		for _, x := range ticked(st.survey, q, analysis.Praise, func(*Indicator) {}) {
			of := x.base.Intersect(members)
			n, yes := of.Count(), of.And(x.yes)
			open := !x.Protected || st.options.Disclosure == analysis.Unprotected
			if open && n > 0 || n >= MinimumOthers && yes > 0 && yes < n && st.tabulates(&x) {
				all = append(all, Praise{x.Label, share(yes, n, 0, st.options.Level)})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b Praise) int { return cmp.Compare(b.Share.Value, a.Share.Value) })
	return all[:min(mostPraised, len(all))]
}

// tabulates reports whether a table of the study shows how many of all say yes.
func (st *Study) tabulates(x *Indicator) bool {
	for i := range st.tables.Tables {
		t := &st.tables.Tables[i]
		if t.Question != x.Question {
			continue
		}
		if r := t.Row(x.Key, analysis.Share); r >= 0 && t.Cells[r][0].Status == analysis.Estimated {
			return true
		}
	}
	return false
}
