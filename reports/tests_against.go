package reports

import (
	"slices"
	"strings"

	"benchmark/analysis"
	"benchmark/analysis/contrast"
)

// arrows are the marks of how a figure differs from all or from the others.
func (v *view) arrows(t *analysis.Table, row, group int) string {
	switch sign(t, row, group) {
	case analysis.Higher:
		return v.l.Arrows(true, false)
	case analysis.HigherStrict:
		return v.l.Arrows(true, true)
	case analysis.Lower:
		return v.l.Arrows(false, false)
	case analysis.LowerStrict:
		return v.l.Arrows(false, true)
	}
	return ""
}

// testedBy names the breakdown of a test, and of a nested one where in it.
func (v *view) testedBy(t *analysis.Table, x *analysis.Test) string {
	if x.Within == "" {
		return v.breakdown(x.Breakdown)
	}
	nested := analysis.Nested(v.report.Study.Survey, x.Breakdown)
	by := v.breakdown(nested[len(nested)-1])
	for g := range t.Groups {
		group := &t.Groups[g]
		if last := len(group.Parts) - 1; group.Breakdown == x.Breakdown && levelOf(group.Parts[:last]) == x.Within {
			return v.l.Within(by, labelOf(group.Parts[:last]))
		}
	}
	return by
}

// levelOf and labelOf join what the parts of a nested group are called.
func levelOf(parts []analysis.GroupPart) string {
	levels := make([]string, len(parts))
	for i := range parts {
		levels[i] = parts[i].Level
	}
	return strings.Join(levels, analysis.NestingMark)
}

func labelOf(parts []analysis.GroupPart) string {
	labels := make([]string, len(parts))
	for i := range parts {
		labels[i] = clean(parts[i].Label)
	}
	return strings.Join(labels, " / ")
}

// signs tells which figures of a breakdown differ from all or from the others,
// with the evidence.
func (v *view) signs(t *analysis.Table, tests []analysis.Test) []string {
	o := &v.report.Study.Options
	if o.Tests.Against == analysis.NoReference {
		return nil
	}
	var found []string
	tested := false
	for i := range tests {
		for k := range tests[i].Contrasts {
			c := &tests[i].Contrasts[k]
			tested = tested || c.Result.Withheld == contrast.Done
			g, r := t.Group(tests[i].Breakdown, c.Level), t.Row(c.Row, c.Measure)
			if g >= 0 && r >= 0 && sign(t, r, g) != analysis.NotDifferent {
				found = append(found, v.contrastFound(t, r, g, c))
			}
		}
	}
	if !tested {
		return nil
	}
	return []string{v.l.SignsFound(o.Tests.Against == analysis.AgainstTotal, v.breakdown(tests[0].Breakdown), found)}
}

// contrastFound tells of one difference.
func (v *view) contrastFound(t *analysis.Table, row, group int, c *analysis.Contrast) string {
	d := &c.Result.Difference
	difference, interval := v.l.Signed(d.Value), ""
	if d.Interval {
		interval = v.l.SignedRange(d.Low, d.High)
	}
	if c.Measure != analysis.Mean {
		difference = v.l.Points(d.Value, 0)
		if d.Interval {
			interval = v.l.PointsRange(d.Low, d.High, 0)
		}
	}
	if interval != "" {
		interval = v.words.Interval(v.report.Study.Options.Level) + " " + interval
	}
	return v.l.SignFound(clean(t.Groups[group].Label), rowLabel(t, row, v.words), difference, interval, evidence(v.l, &c.Result))
}

// legends say what letters and arrows behind figures mean.
func (v *view) legends(t *analysis.Table, tested bool) []string {
	o := &v.report.Study.Options
	levels := levelsOf(o)
	var said []string
	if tested && o.Tests.Letters {
		said = append(said, v.l.LettersNote(levels.Strict, levels.Loose, isNested(t)))
	}
	var kinds []string
	for i := range v.report.Study.Tests {
		x := &v.report.Study.Tests[i]
		for k := range x.Contrasts {
			kind := v.l.TestKind(string(x.Contrasts[k].Result.Name))
			if x.Table == t.ID && x.Contrasts[k].Result.Withheld == contrast.Done && !slices.Contains(kinds, kind) {
				kinds = append(kinds, kind)
			}
		}
	}
	if len(kinds) > 0 {
		adjust := howJSON(o).Adjust
		said = append(said, v.l.SignsNote(o.Tests.Against == analysis.AgainstTotal, levels.Strict, levels.Loose, kinds, v.l.AdjustName(adjust)))
	}
	return said
}

// isNested reports whether a table has a nested breakdown.
func isNested(t *analysis.Table) bool {
	return slices.ContainsFunc(t.Groups, func(g analysis.Group) bool { return len(g.Parts) > 1 })
}
