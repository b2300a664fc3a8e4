package reports

import (
	"slices"

	"benchmark/analysis"
)

// empty reports whether a group has no figure in any row, and why: the status
// of the first row that has a reason.
func empty(t *analysis.Table, group int) (analysis.Status, bool) {
	status := analysis.NotEstimated
	for r := range t.Cells {
		switch s := t.Cells[r][group].Status; {
		case s == analysis.Estimated:
			return 0, false
		case status == analysis.NotEstimated:
			status = s
		}
	}
	return status, true
}

// shownGroups returns the groups of a breakdown that have a figure, and a
// sentence for those that have none, by reason.
func (v *view) shownGroups(t *analysis.Table, breakdown string) (groups []int, notes []string) {
	names := map[analysis.Status][]string{}
	for g := range t.Groups {
		if t.Groups[g].Breakdown != breakdown {
			continue
		}
		if status, none := empty(t, g); !none {
			groups = append(groups, g)
		} else if name := v.missingName(t, g, status); !slices.Contains(names[status], name) {
			names[status] = append(names[status], name)
		}
	}
	for _, s := range []analysis.Status{analysis.HiddenSmall, analysis.HiddenOthers, analysis.HiddenExtreme, analysis.HiddenImprecise,
		analysis.NoAnswers, analysis.Unknown, analysis.NotEstimated} {
		if len(names[s]) > 0 {
			notes = append(notes, v.words.NotShown(names[s], s.String()))
		}
	}
	return groups, notes
}

// missingName names a group that is not shown; where for the same reason none is
// that lies in the same group as it, that group.
func (v *view) missingName(t *analysis.Table, group int, status analysis.Status) string {
	g := &t.Groups[group]
	last := len(g.Parts) - 1
	if last < 1 {
		return clean(g.Label)
	}
	for i := range t.Groups {
		o := &t.Groups[i]
		if o.Breakdown != g.Breakdown || !slices.Equal(o.Parts[:last], g.Parts[:last]) {
			continue
		}
		if s, none := empty(t, i); !none || s != status {
			return clean(g.Label)
		}
	}
	return v.l.EveryInner(labelOf(g.Parts[:last]))
}
