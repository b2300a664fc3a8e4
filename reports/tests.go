package reports

import (
	"slices"

	"benchmark/analysis"
	"benchmark/analysis/contrast"
	"benchmark/survey/locale"
)

// letters are the columns that a figure exceeds; none where it is not shown.
func letters(t *analysis.Table, row, group int) string {
	if row >= len(t.Letters) || t.Cells[row][group].Status != analysis.Estimated {
		return ""
	}
	return t.Letters[row][group]
}

// sign says how a figure differs from what it is compared with; nothing where it
// is not shown.
func sign(t *analysis.Table, row, group int) analysis.Sign {
	if row >= len(t.Signs) || t.Cells[row][group].Status != analysis.Estimated {
		return analysis.NotDifferent
	}
	return t.Signs[row][group]
}

// levelsOf are the error levels of letters and signs.
func levelsOf(o *analysis.Options) contrast.Levels {
	if o.Tests.Levels != (contrast.Levels{}) {
		return o.Tests.Levels
	}
	return analysis.UsualLevels(o.Level)
}

// lettered heads a column with its letter where a table has them.
func lettered(t *analysis.Table, group int, label string) string {
	if letter := t.Letter(group); t.Letters != nil && letter != "" && t.Groups[group].Breakdown != analysis.UsersBreakdown {
		return label + " (" + letter + ")"
	}
	return label
}

// tests says what the tests of a table found, one sentence per test, and what
// the letters mean. It is silent unless tests were asked for or the figures are
// estimates for a population.
func (v *view) tests(t *analysis.Table) []string {
	s := v.report.Study
	o := s.Options.Tests
	if !o.Letters && o.Against == analysis.NoReference && o.Test == "" && !s.Survey.Design.Sampled {
		return nil
	}
	var said []string
	for i := 0; i < len(s.Tests); {
		n := 1
		for i+n < len(s.Tests) && s.Tests[i+n].Table == s.Tests[i].Table && s.Tests[i+n].Breakdown == s.Tests[i].Breakdown {
			n++
		}
		if s.Tests[i].Table == t.ID {
			said = append(said, v.family(t, s.Tests[i:i+n])...)
			said = append(said, v.signs(t, s.Tests[i:i+n])...)
		}
		i += n
	}
	return append(said, v.legends(t, len(said) > 0)...)
}

// family says what the tests of a table by one breakdown found. The options of a
// select-all question make one sentence.
func (v *view) family(t *analysis.Table, tests []analysis.Test) []string {
	for i := range tests {
		if tests[i].Within != tests[0].Within {
			return slices.Concat(v.family(t, tests[:i]), v.family(t, tests[i:]))
		}
	}
	if tests[0].Within != "" && len(tests[0].Groups) < 2 {
		return nil // nothing to compare within so small a group
	}
	by := v.testedBy(t, &tests[0])
	alpha := 1 - v.report.Study.Options.Level
	var said, found []string
	var undecided []*analysis.Test
	why := ""
	for i := range tests {
		x := &tests[i]
		done := x.Result.Withheld == contrast.Done
		outcome := v.outcome(t, x, alpha)
		if x.Row == "" || x.Measure == analysis.Mean {
			what := ""
			if x.Measure == analysis.Mean {
				what = v.l.MeanTested()
			}
			said = append(said, v.l.TestLine(by, what, outcome)+v.left(t, x))
			continue
		}
		switch {
		case done && x.Result.Different(alpha):
			r := t.Row(x.Row, x.Measure)
			found = append(found, rowLabel(t, r, v.words)+" ("+evidence(v.l, &x.Result)+")")
		case done:
			undecided = append(undecided, x)
		case why == "":
			why = outcome
		}
	}
	if len(found) > 0 || len(undecided) > 0 {
		said = append(said, v.l.TestOptions(by, found, len(undecided))+v.optionsSight(t, undecided))
	} else if why != "" {
		said = append(said, v.l.TestLine(by, "", why))
	}
	return said
}

// outcome says whether a difference was found, or why it was not looked for.
func (v *view) outcome(t *analysis.Table, x *analysis.Test, alpha float64) string {
	r := &x.Result
	switch {
	case r.Withheld != contrast.Done:
		return v.l.NotTested(string(r.Withheld))
	case r.Different(alpha):
		return v.l.DifferenceFound(evidence(v.l, r))
	}
	seen := ""
	switch {
	case x.Seen > 0 && x.Measure == analysis.Share:
		seen = v.l.SeenBetweenLargest(100 * x.Seen)
	case x.Seen > 0:
		seen = v.l.SeenOfMeans(x.Seen)
	}
	return v.l.DifferenceNotFound(evidence(v.l, r)) + seen + v.need(t, x)
}

// need says how many more answers a test that found nothing needs.
func (v *view) need(t *analysis.Table, x *analysis.Test) string {
	n := x.Need
	a, b := t.Group(x.Breakdown, n.A), t.Group(x.Breakdown, n.B)
	if !n.Known() || a < 0 || b < 0 {
		return ""
	}
	s := v.report.Study.Survey
	return v.l.MoreAnswers(100*n.Aim, members(v.l, s, &t.Groups[a]), members(v.l, s, &t.Groups[b]), n.MoreA, n.MoreB, n.AllA, n.AllB, n.Enough)
}

// optionsSight says what the tests of options that found nothing could have
// seen, and what more answers would do for the one with the greatest gap.
func (v *view) optionsSight(t *analysis.Table, undecided []*analysis.Test) string {
	least, most := 0.0, 0.0
	var widest *analysis.Test
	for _, x := range undecided {
		if x.Seen > 0 {
			if most = max(most, x.Seen); least == 0 || x.Seen < least {
				least = x.Seen
			}
		}
		if x.Need.Known() && (widest == nil || x.Need.Aim > widest.Need.Aim) {
			widest = x
		}
	}
	said := ""
	if most > 0 {
		said = v.l.SeenFor(100*least, 100*most)
	}
	if widest != nil {
		said += v.need(t, widest)
	}
	return said
}

// evidence names the test with its statistic and p, corrected for the number of
// tests in its family.
func evidence(l *locale.Locale, r *contrast.Result) string {
	exact := r.Name == contrast.FisherExact || r.Name == contrast.FisherSampled
	s := l.TestName(string(r.Name))
	if !exact {
		s += " = " + l.Decimal(r.Statistic, 2)
	}
	return s + ", " + l.PValue(r.Adjusted)
}

// left names the groups that a test left out for their few answers; groups that
// the table does not show are named below it already.
func (v *view) left(t *analysis.Table, x *analysis.Test) string {
	var names []string
	for _, level := range x.LeftOut {
		g := t.Group(x.Breakdown, level)
		if _, none := empty(t, g); !none {
			names = append(names, clean(t.Groups[g].Label))
		}
	}
	if len(names) == 0 || x.Result.Withheld != contrast.Done {
		return ""
	}
	return " " + v.l.LeftOut(names)
}
