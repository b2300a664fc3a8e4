package analysis

import (
	"slices"

	"benchmark/analysis/disclosure"
	"benchmark/survey"
)

// builder makes the tables of one survey.
type builder struct {
	survey  *survey.Survey
	options Options
	// all is every respondent.
	all survey.Bits
	// by are the breakdowns of every table.
	by []breakdown
	// sampler makes weighted estimates; nil for plain figures.
	sampler *sampler
	// plain makes estimates as if all were one stratum without weights, for the
	// tests of figures that are plain.
	plain *sampler
}

// figure is a row of a table and how its figures are made: estimate gets the
// members of the base that are in the group.
type figure struct {
	Row
	estimate func(members survey.Bits, g *Group) Estimate
}

// block is a run of rows that rest on one base.
type block struct {
	base    survey.Bits
	figures []figure
	// uniform reports whether all of a set gave the same answer.
	uniform func(survey.Bits) bool
	// guards are further answers that the figures tell about. A group is hidden
	// where it would be for one of them.
	guards []guard
}

// guard is protected answers: who gave them, and whether all of a set gave the
// same one.
type guard struct {
	base    survey.Bits
	uniform func(survey.Bits) bool
}

// table fills t with the blocks, by the breakdowns of the survey and the extra
// ones. A question is not broken down by itself.
func (b *builder) table(t Table, blocks []block, extra ...breakdown) Table {
	var splits []breakdown
	for _, d := range append(b.by[:len(b.by):len(b.by)], extra...) {
		if !d.by(t.Question) && len(d.groups) > 0 {
			splits = append(splits, d)
		}
	}
	t.Groups = []Group{{Breakdown: TotalBreakdown, Respondents: b.survey.Respondents}}
	for _, d := range splits {
		t.Groups = append(t.Groups, d.groups...)
	}
	for _, blk := range blocks {
		for _, f := range blk.figures {
			t.Rows = append(t.Rows, f.Row)
		}
		t.Cells = append(t.Cells, b.cells(t.Groups, blk, splits)...)
	}
	b.hideGroups(&t, splits)
	return t
}

// cells returns the figures of a block for the groups, hidden ones already
// hidden.
func (b *builder) cells(groups []Group, blk block, splits []breakdown) [][]Estimate {
	members := []survey.Bits{blk.base}
	protected := []bool{false}
	for _, split := range splits {
		for _, m := range split.members {
			members = append(members, blk.base.Intersect(m))
			protected = append(protected, split.protected)
		}
	}
	verdicts := b.verdicts(blk, splits, len(members))
	cells := make([][]Estimate, len(blk.figures))
	for r, f := range blk.figures {
		cells[r] = make([]Estimate, len(groups))
		for g := range groups {
			switch {
			case verdicts[g] != disclosure.Shown && (f.Protected || protected[g]):
				cells[r][g] = Estimate{Status: hiddenBy(verdicts[g])}
			case members[g].Count() == 0:
				cells[r][g] = Estimate{Status: NoAnswers}
			default:
				cells[r][g] = b.options.Publication.publish(finish(f.estimate(members[g], &groups[g])), f.Measure)
			}
		}
	}
	return cells
}

// verdicts says for the total and every group whether protected figures may be
// shown.
func (b *builder) verdicts(blk block, splits []breakdown, groups int) []disclosure.Verdict {
	verdicts := make([]disclosure.Verdict, groups)
	if b.options.Disclosure == Unprotected {
		return verdicts
	}
	guards := blk.guards
	if blk.uniform != nil {
		guards = append(guards[:len(guards):len(guards)], guard{blk.base, blk.uniform})
	}
	for _, g := range guards {
		rule := disclosure.Rule{Minimum: MinimumAnswers, Uniform: g.uniform}
		total, each := rule.Hide(g.base, within(g.base, splits))
		for i, v := range append([]disclosure.Verdict{total}, slices.Concat(each...)...) {
			if v != disclosure.Shown && verdicts[i] != disclosure.Small {
				verdicts[i] = v
			}
		}
	}
	return verdicts
}

// within returns the groups of the breakdowns inside a base.
func within(base survey.Bits, splits []breakdown) []disclosure.Breakdown {
	parts := make([]disclosure.Breakdown, len(splits))
	for d, split := range splits {
		for _, m := range split.members {
			parts[d] = append(parts[d], base.Intersect(m))
		}
	}
	return parts
}

// hideGroups hides the size of the small groups of a protected breakdown, of
// which the size is itself a protected answer.
func (b *builder) hideGroups(t *Table, splits []breakdown) {
	if b.options.Disclosure == Unprotected {
		return
	}
	rule := disclosure.Rule{Minimum: MinimumAnswers, Uniform: func(survey.Bits) bool { return false }}
	g := 1
	for _, d := range splits {
		_, verdicts := rule.Hide(b.all, []disclosure.Breakdown{d.members})
		for _, v := range verdicts[0] {
			if d.protected && v != disclosure.Shown {
				t.Groups[g].Hidden, t.Groups[g].Respondents = true, 0
				for r := range t.Cells {
					t.Cells[r][g] = Estimate{Status: hiddenBy(v)}
				}
			}
			g++
		}
	}
}

func hiddenBy(v disclosure.Verdict) Status {
	if v == disclosure.Small {
		return HiddenSmall
	}
	return HiddenOthers
}

// finish marks a figure that rests on few answers.
func finish(e Estimate) Estimate {
	facts := e.Method == NoInterval && len(e.Notes) == 0 || e.Method == WorstCase
	if e.Status == Estimated && e.Base < FewAnswers && !facts {
		e.Notes = append(e.Notes, NoteFewAnswers)
	}
	return e
}
