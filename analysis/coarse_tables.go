package analysis

import (
	"slices"

	"benchmark/survey"
)

// How far weighted figures of a number must be rounded depends on the weights: what two
// respondents weigh can differ much. So figures are rounded further, and at last hidden,
// until a linear program over all sums finds no number that they tell.

// coarseness is the step to which shares are rounded, that of all and those of groups;
// means are to ten times as much.
type coarseness struct{ total, groups float64 }

// hiddenStep is the step of figures that are hidden.
const hiddenStep = 1

// coarser is the step after a step.
func coarser(step float64) float64 {
	for _, s := range []float64{0.01, 0.02, 0.05, 0.1} {
		if s > step {
			return s
		}
	}
	return hiddenStep
}

// further rounds the figure of all further first, as the groups say more, and then those
// of the groups.
func (c coarseness) further() coarseness {
	if c.total < 0.1 || c.groups == hiddenStep {
		return coarseness{coarser(c.total), c.groups}
	}
	return coarseness{c.total, coarser(c.groups)}
}

// coarsenTables rounds the weighted figures of the tables that are to be coarse. Where one
// of a number tells, all tables of that question are.
func (b *builder) coarsenTables(study *Study, coarse map[string]bool) {
	done := map[string]bool{}
	for i := range study.Tables {
		t := &study.Tables[i]
		tell := b.numbersTell(t)
		if done[t.ID] || !coarse[t.ID] && !tell {
			continue
		}
		tables := []*Table{t}
		for k := range study.Tables {
			if o := &study.Tables[k]; tell && k != i && t.Question != "" && o.Question == t.Question && t.Topic != Ratios && o.Topic != Ratios {
				tables = append(tables, o)
			}
		}
		for _, o := range tables {
			coarse[o.ID], done[o.ID] = true, true
		}
		b.coarsenTogether(tables)
	}
}

// coarsenTogether rounds the protected figures of tables on one question as far as needed.
func (b *builder) coarsenTogether(tables []*Table) {
	var answered [][]int
	for _, t := range tables {
		b.exact[t.ID] = t.Cells
		answered = append(answered, b.answered(t))
	}
	for by := (coarseness{shareStep, shareStep}); ; by = by.further() {
		for k, t := range tables {
			b.coarsenTable(t, answered[k], by)
		}
		if !slices.ContainsFunc(tables, b.numbersTell) || by == (coarseness{hiddenStep, hiddenStep}) {
			for _, t := range tables {
				b.steps[t.ID] = max(by.groups, by.total)
			}
			return
		}
	}
}

// coarsenTable rounds the exact figures of a table.
func (b *builder) coarsenTable(t *Table, answered []int, by coarseness) {
	t.Cells = make([][]Estimate, len(t.Rows))
	for r := range t.Rows {
		t.Cells[r] = slices.Clone(b.exact[t.ID][r])
		for g := range t.Cells[r] {
			t.Cells[r][g].Notes = slices.Clone(t.Cells[r][g].Notes)
		}
		if t.Rows[r].Protected {
			b.coarsenRow(t, r, answered, by)
		}
	}
}

// membersOf are the respondents in a group of a table.
func (b *builder) membersOf(g *Group) survey.Bits {
	for _, d := range append(slices.Clone(b.by), b.users()) {
		for k := range d.groups {
			if d.id == g.Breakdown && d.groups[k].Level == g.Level {
				return d.members[k]
			}
		}
	}
	return everyone(b.survey.Respondents)
}
