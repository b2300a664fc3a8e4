package position

import (
	"slices"

	"benchmark/analysis"
	"benchmark/analysis/audit"
	"benchmark/survey"
)

// What neither the sums of one figure nor its tables tell may follow from the figures of
// several questions together, or of several options of one. So an attacker (package audit)
// has the last word on a report and on a reference: a figure by which it finds out what
// the tables alone do not tell is hidden.

// decide returns for every indicator and group whether its figure may be shown to
// respondent i. What it finds out by a group hides figures of that group, as the
// reader may know the ones before it already.
func (st *Study) decide(i int, groups []Group) [][]analysis.Status {
	statuses := make([][]analysis.Status, len(st.indicators))
	for k := range st.indicators {
		statuses[k] = st.statuses(&st.indicators[k], groups)
	}
	if st.options.Disclosure == analysis.Unprotected {
		return statuses
	}
	others := groups[0].members
	figures := func(until int) []audit.Figure {
		var all []audit.Figure
		for k := range st.indicators {
			x := &st.indicators[k]
			for _, set := range x.published {
				all = append(all, st.figure(x, set.Intersect(others), analysis.Estimated)...)
			}
			for g := range groups[:until] {
				all = append(all, st.figure(x, x.base.Intersect(groups[g].members), statuses[k][g])...)
			}
		}
		return all
	}
	if len(audit.Beside(st.tables, i, figures(len(groups)), true).Exposed) == 0 {
		return statuses
	}
	for g := range groups {
		attack := func(soon bool) (found, hid bool) {
			for _, e := range audit.Beside(st.tables, i, figures(g+1), soon).Exposed {
				found, hid = true, st.hide(&e, func(k int) bool { return conceal(&statuses[k][g]) }) || hid
			}
			return found, hid
		}
		for hid := true; hid; {
			var found bool
			if found, hid = attack(true); found && !hid {
				_, hid = attack(false) // no figure of this group tells the first; some may tell others
			}
		}
	}
	st.hideBefore(i, statuses, func() []audit.Figure { return figures(len(groups)) })
	return statuses
}

// hideBefore hides, of what is still found out once every group has been looked at, such as
// a count that was hidden in a group and follows from those before it, figures of the last
// group that has any.
func (st *Study) hideBefore(i int, statuses [][]analysis.Status, figures func() []audit.Figure) {
	for hid := true; hid; {
		hid = false
		for _, e := range audit.Beside(st.tables, i, figures(), false).Exposed {
			for g := len(statuses[0]) - 1; g >= 0 && !hid; g-- {
				hid = st.hide(&e, func(k int) bool { return conceal(&statuses[k][g]) })
			}
		}
	}
}

// conceal hides a figure, and reports whether it was shown.
func conceal(s *analysis.Status) bool {
	if *s != analysis.Estimated {
		return false
	}
	*s = analysis.HiddenOthers
	return true
}

// hide hides figures that tell what an attacker found out, and reports whether there
// was one.
func (st *Study) hide(found *audit.Exposed, conceal func(k int) bool) bool {
	hid := false
	for k := range st.indicators {
		x := &st.indicators[k]
		if x.Protected && slices.Contains(found.Questions, x.question) && (x.option < 0 || slices.Contains(found.Options, x.Key)) {
			hid = conceal(k) || hid
		}
	}
	return hid
}

// figure returns the figure of an indicator on a part of its base as an attacker gets it;
// none where nobody answered, or all can see the answers, or they are numbers.
func (st *Study) figure(x *Indicator, in survey.Bits, status analysis.Status) []audit.Figure {
	if !x.Protected || x.Amount || in.Count() == 0 || status == analysis.NoAnswers {
		return nil
	}
	f := audit.Figure{Question: x.question, In: in, Row: x.ID, Shown: status == analysis.Estimated}
	c := &st.survey.Columns[x.question]
	for o := range st.survey.Questions[x.question].Options {
		yes := x.option == o
		if x.option < 0 {
			yes = st.says(x, c, o)
		}
		if yes {
			f.Options = append(f.Options, o)
		}
	}
	return []audit.Figure{f}
}

// says reports whether an option counts as yes.
func (st *Study) says(x *Indicator, c *survey.Column, o int) bool {
	found := false
	x.yes.Each(func(r int) { found = found || c.Is(r, o) })
	return found
}
