package position

import (
	"fmt"

	"benchmark/analysis"
	"benchmark/survey"
)

// readTables computes the tables of the study, which the reader of a report knows
// too, and notes of each indicator for which levels they show its figure.
func (st *Study) readTables(levels []Group) error {
	study, err := analysis.Analyze(st.survey, analysis.Options{
		Level: st.options.Level, By: st.options.By, Disclosure: analysis.Publish, Tests: analysis.Tests{Unshown: true},
	})
	if err != nil {
		return fmt.Errorf("comparing: %w", err)
	}
	st.tables = study
	for k := range st.indicators {
		x := &st.indicators[k]
		x.swaps = swapsOf(st.survey, x)
		for t := range study.Tables {
			table := &study.Tables[t]
			if r := x.rowOf(table, &st.survey.Questions[x.question]); r >= 0 {
				x.readTable(table, r, levels)
			}
			if x.surely != nil && table.Question == x.Question && table.Topic == analysis.AdoptionTopic {
				x.readApart(table, levels)
			}
		}
	}
	return nil
}

// rowOf returns the row of a table that has the figure of the indicator, or -1.
func (x *Indicator) rowOf(t *analysis.Table, q *survey.Question) int {
	if t.Question != x.Question && t.Topic != analysis.Channels {
		return -1
	}
	switch {
	case x.Topic == analysis.Channels && x.option >= 0 && t.Topic == analysis.Channels:
		return t.Row(x.Key, analysis.Share)
	case x.Topic == analysis.Channels && x.option < 0 && t.Topic == analysis.AdoptionTopic:
		return t.Row(q.Options[q.Meaning(survey.Uses)].Code, analysis.Share)
	case x.Topic == analysis.AdoptionTopic && t.Topic == analysis.Consideration:
		return plansRow(t, q)
	case t.Topic != x.Topic:
	case x.Topic == analysis.Satisfaction:
		return t.Row(analysis.KeyTopTwo, analysis.Share)
	case x.Topic == analysis.Change:
		return t.Row(analysis.KeyRise, analysis.Share)
	case x.Topic == analysis.Volume:
		return t.Row(analysis.KeyMedian, analysis.Median)
	case x.Topic == analysis.Barriers:
		return t.Row(x.Key, analysis.Share)
	case x.Topic == analysis.Ownership:
		return t.Row(q.Options[q.Meaning(survey.ContactCentre)].Code, analysis.Share)
	}
	return -1
}

// plansRow returns the row of the plans, or of the only option that is one.
func plansRow(t *analysis.Table, q *survey.Question) int {
	if r := t.Row(analysis.KeyPlans, analysis.Share); r >= 0 {
		return r
	}
	for _, o := range q.Options {
		if o.Means == survey.Surely || o.Means == survey.Likely {
			return t.Row(o.Code, analysis.Share)
		}
	}
	return -1
}

// readTable notes what a row of a table shows of all, of every type and of every
// size class.
func (x *Indicator) readTable(t *analysis.Table, r int, levels []Group) {
	x.national = t.Cells[r][0]
	for l := range levels {
		for g := range t.Groups {
			if levels[l].is(g, &t.Groups[g]) && t.Cells[r][g].Status == analysis.Estimated {
				x.tabled = append(x.tabled, x.base.Intersect(levels[l].members))
			}
		}
	}
}

// is reports whether a group is the one at a place of a table.
func (g *Group) is(place int, of *analysis.Group) bool {
	switch g.Kind {
	case Everyone:
		return place == 0
	case OwnType:
		return of.Role == survey.BodyType && of.Level == g.Level
	case OwnSize:
		return of.Role == survey.SizeClass && of.Level == g.Level
	case Chosen:
	}
	return false
}

// readApart notes the groups of which a table tells how many surely start and how many
// very likely do: it shows each of those options, unweighted.
func (x *Indicator) readApart(t *analysis.Table, levels []Group) {
	for l := range levels {
		for g := range t.Groups {
			if levels[l].is(g, &t.Groups[g]) && tellsPlans(t, g) {
				x.apart = append(x.apart, x.asked.Intersect(levels[l].members))
			}
		}
	}
}

// tellsPlans reports whether a table shows of a group how many chose each option that is
// a plan.
func tellsPlans(t *analysis.Table, group int) bool {
	for r := range t.Rows {
		row := &t.Rows[r]
		if row.Net || row.Measure != analysis.Share || row.Means != survey.Surely && row.Means != survey.Likely {
			continue
		}
		if e := &t.Cells[r][group]; e.Status != analysis.Estimated || e.Weighted {
			return false
		}
	}
	return true
}

// swap is two answers of which one counts as yes and the other does not.
type swap struct{ yes, no survey.Bits }

// swapsOf returns the pairs of options of a question of one choice, since its table
// shows how many chose each; nothing for what a table shows as yes and no.
func swapsOf(s *survey.Survey, x *Indicator) []swap {
	c := &s.Columns[x.question]
	if !c.Coded() || x.Amount {
		return nil
	}
	var yes, no []survey.Bits
	for o := range s.Questions[x.question].Options {
		chosen := survey.NewBits(s.Respondents)
		x.base.Each(func(r int) {
			if c.Code(r) == o {
				chosen.Set(r)
			}
		})
		switch {
		case chosen.Count() == 0:
		case chosen.And(x.yes) > 0:
			yes = append(yes, chosen)
		default:
			no = append(no, chosen)
		}
	}
	var all []swap
	for _, a := range yes {
		for _, b := range no {
			all = append(all, swap{a, b})
		}
	}
	return all
}
