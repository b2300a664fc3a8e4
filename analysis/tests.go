package analysis

import (
	"fmt"
	"slices"

	"benchmark/analysis/contrast"
	"benchmark/survey"
)

// BecauseAsked is the ground of a test that Tests.Test names.
const BecauseAsked contrast.Ground = "asked"

// mostCells is the largest table that is tested by its design: the work grows
// with the third power.
const mostCells = 160

// tested is a table of one question as what can be tested in it.
type tested struct {
	table *Table
	*answers
	// base is who the figures are about.
	base crowd
	// rows are the rows of options, and chosen who gave them.
	rows   []int
	chosen []crowd
	// groups are those of the breakdown by, found once.
	by     *breakdown
	groups []*members
	desk   *desk
}

// side is a group that can be compared.
type side struct {
	// at is its place in the table, position that in its breakdown.
	at, position int
	level        string
	*members
}

// tests fills the tests of a study and the letters of its tables. Each question
// by each breakdown is a family of tests.
func (b *builder) tests(study *Study) {
	b.designed()
	found := make([][]Test, len(study.Tables))
	order := b.dearestFirst(len(found), func(i int) int { return b.survey.Find(study.Tables[i].Question) })
	b.desks.each(len(found), func(d *desk, at int) {
		i := order[at]
		found[i] = b.testTable(&study.Tables[i], d)
	})
	study.Tests = slices.Concat(found...)
}

// testTable tests a table by every breakdown.
func (b *builder) testTable(t *Table, d *desk) []Test {
	s, ok := b.tested(t, d)
	if !ok {
		return nil
	}
	if b.options.Tests.Letters {
		t.Letters = perCell[string](t)
	}
	if b.options.Tests.Against != NoReference {
		t.Signs = perCell[Sign](t)
	}
	of := 2 // the question and its mean
	if s.question.Kind == survey.Multiple {
		of = len(s.rows)
	}
	tests := make([]Test, 0, of*len(b.by))
	for k := range b.by {
		if by := &b.by[k]; !by.by(t.Question) && len(by.groups) > 0 {
			pooled := b.pooled(s.index, by.id)
			own := s
			if pooled != b {
				own, _ = pooled.tested(t, d)
			}
			tests = pooled.family(tests, &own, by)
		}
	}
	return tests
}

// shareTests returns the tests of shares that can be asked for by name.
func shareTests() []contrast.Name {
	return []contrast.Name{contrast.RaoScottF, contrast.RaoScottChi2, contrast.WaldF, contrast.AdjustedWaldF,
		contrast.PearsonChi2, contrast.FisherExact}
}

// meanTests returns the tests of numbers and scales that can be asked for by
// name.
func meanTests() []contrast.Name {
	return []contrast.Name{contrast.DesignT, contrast.DesignRankT, contrast.DesignMeansF, contrast.WelchT,
		contrast.RankSumExact, contrast.KruskalChi2}
}

// byDesign reports whether a test needs a sampled design.
func byDesign(name contrast.Name) bool {
	switch name {
	case contrast.RaoScottF, contrast.RaoScottChi2, contrast.WaldF, contrast.AdjustedWaldF,
		contrast.DesignT, contrast.DesignRankT, contrast.DesignMeansF:
		return true
	}
	return false
}

// TestNames returns the tests that Tests.Test accepts: first those of shares,
// then those of numbers and scales.
func TestNames() []contrast.Name { return slices.Concat(shareTests(), meanTests()) }

// checkTests returns an error for options of tests that can't be followed.
func (b *builder) checkTests() error {
	o := b.options.Tests
	switch {
	case o.Test != "" && !slices.Contains(TestNames(), o.Test):
		return fmt.Errorf("testing differences: there is no test %q; choose from %v", o.Test, TestNames())
	case b.sampler == nil && byDesign(o.Test):
		return fmt.Errorf("testing differences by %q: it is a test by the design; name weights, strata or a population", o.Test)
	case o.Against != NoReference && o.Against != AgainstTotal && o.Against != AgainstOthers:
		return fmt.Errorf("testing differences: groups can't be tested against %q; choose from %q and %q", o.Against, AgainstTotal, AgainstOthers)
	case o.Levels != contrast.Levels{} && !(0 < o.Levels.Strict && o.Levels.Strict <= o.Levels.Loose && o.Levels.Loose < 1):
		return fmt.Errorf("testing differences: the error levels are %v and %v; give two between 0 and 1, the stricter first", o.Levels.Strict, o.Levels.Loose)
	case o.Minimum < 0:
		return fmt.Errorf("testing differences: the minimum base is %d; it must be 0 or more", o.Minimum)
	}
	return nil
}

// tested returns what can be tested in a table: the answers to one closed
// question or number.
func (b *builder) tested(t *Table, d *desk) (tested, bool) {
	i := b.survey.Find(t.Question)
	if t.Question == "" || i < 0 || t.Topic == Ratios {
		return tested{}, false
	}
	q := &b.survey.Questions[i]
	if !q.Kind.Closed() && q.Kind != survey.Number {
		return tested{}, false
	}
	s := tested{table: t, answers: b.read(i), desk: d}
	s.base = s.answers.base
	part := t.Base.Kind == BaseNonUsers
	if part {
		s.base = s.base.without(s.meaning(survey.Uses, survey.Pilot))
	}
	for r := range t.Rows {
		if row := &t.Rows[r]; row.Measure == Share && !row.Net {
			if o := q.Option(row.Key); o >= 0 {
				chosen := s.options[o]
				if part {
					chosen = s.among(s.base, o)
				}
				s.rows, s.chosen = append(s.rows, r), append(s.chosen, chosen)
			}
		}
	}
	return s, true
}

// minimum is the least number of answers of a group that is compared.
func (b *builder) minimum() int {
	if m := b.options.Tests.Minimum; m > 0 {
		return m
	}
	return FewAnswers
}

// sides returns the groups of the breakdown that may be compared on the rows:
// nothing of them is hidden and they have enough answers. left are the others
// with respondents.
func (b *builder) sides(s *tested, d *breakdown, rows ...int) (sides []side, left []int) {
	if s.by != d {
		k := slices.IndexFunc(b.profiles.by, func(by breakdown) bool { return by.id == d.id })
		s.by, s.groups = d, b.profiles.membersBy(s.desk, &s.base, nil, k, k+1)[1:]
		for _, m := range s.groups {
			m.desk = s.desk
		}
	}
	members := s.groups
	for p := range d.groups {
		at := s.table.Group(d.id, d.groups[p].Level)
		if at < 0 {
			continue
		}
		fit := !s.table.Groups[at].Hidden && len(rows) > 0
		for _, r := range rows {
			e := &s.table.Cells[r][at]
			fit = fit && e.Status == Estimated && e.Base >= b.minimum()
		}
		switch {
		case fit:
			sides = append(sides, side{at, p, d.groups[p].Level, members[p]})
		case d.groups[p].Respondents > 0:
			left = append(left, p)
		}
	}
	return sides, left
}

// family adds the tests of a question by a breakdown: a choice of one as a whole, a
// select-all question option by option, a scale also by the places of its
// points, a number by its mean. The groups of a nested breakdown are compared
// within what they have in common.
func (b *builder) family(all []Test, s *tested, d *breakdown) []Test {
	before := len(all)
	for _, within := range d.within() {
		all = b.familyWithin(all, s, d, within)
	}
	tests := all[before:]
	b.adjust(tests)
	b.sights(s.table, tests)
	if b.options.Tests.Letters {
		b.letters(s, d, tests)
	}
	if b.options.Tests.Against != NoReference {
		b.against(s, d, tests)
	}
	return all
}

// familyWithin adds the tests of a family between the groups that lie within a
// level of the outer questions; none of a nested breakdown where fewer than two
// groups have respondents.
func (b *builder) familyWithin(tests []Test, s *tested, d *breakdown, within string) []Test {
	add := func(row int, rows []int, test func(*Test, []side)) {
		all, left := b.sides(s, d, rows...)
		tests = append(tests, Test{Table: s.table.ID, Breakdown: d.id, Within: within, Measure: Share})
		t := &tests[len(tests)-1]
		if row >= 0 {
			t.Row, t.Measure = s.table.Rows[row].Key, s.table.Rows[row].Measure
		}
		sides := all[:0]
		for _, side := range all {
			if d.parent(side.position) == within {
				sides, t.Groups = append(sides, side), append(slices.Grow(t.Groups, len(all)-len(t.Groups)), side.level)
			}
		}
		for _, p := range left {
			if d.parent(p) == within {
				t.LeftOut = append(t.LeftOut, d.groups[p].Level)
			}
		}
		if within != "" && len(t.Groups)+len(t.LeftOut) < 2 && b.options.Tests.Against == NoReference {
			tests = tests[:len(tests)-1]
			return
		}
		if d.overlaps && len(sides) > 1 {
			t.Result = withheld(contrast.NotForSituation)
		} else {
			test(t, sides)
		}
	}
	if s.question.Kind == survey.Multiple {
		for k, r := range s.rows {
			add(r, []int{r}, func(t *Test, sides []side) {
				b.testShares(t, s.desk, sides, []crowd{s.chosen[k], s.base.without(s.chosen[k])})
			})
		}
		return tests
	}
	if len(s.rows) > 0 {
		add(-1, s.rows, func(t *Test, sides []side) { b.testShares(t, s.desk, sides, s.chosen) })
	}
	if r := s.table.Row(KeyMean, Mean); r >= 0 {
		add(r, []int{r}, func(t *Test, sides []side) { b.testMeans(t, s, sides) })
	}
	return tests
}

// adjust corrects the tests of a family for their number.
func (b *builder) adjust(tests []Test) {
	results := make([]contrast.Result, len(tests))
	for i := range tests {
		results[i] = tests[i].Result
	}
	for i, r := range contrast.AdjustResults(results, b.method()) {
		tests[i].Result = r
		if r.Withheld == contrast.Done && r.Different(1-b.options.Level) {
			tests[i].Seen = 0
		}
	}
}

// levels are the error levels of letters and signs.
func (b *builder) levels() contrast.Levels {
	if l := b.options.Tests.Levels; l != (contrast.Levels{}) {
		return l
	}
	return UsualLevels(b.options.Level)
}

// UsualLevels are the error levels of letters and signs at a level of
// confidence: what it leaves, and a fifth of that for the strict one.
func UsualLevels(confidence float64) contrast.Levels {
	return contrast.Levels{Strict: (1 - confidence) / 5, Loose: 1 - confidence}
}

// method is the correction for the number of tests.
func (b *builder) method() contrast.Method {
	if m := b.options.Tests.Adjust; m != "" {
		return m
	}
	return contrast.Holm
}

// withheld is a test that was not done.
func withheld(why contrast.Reason) contrast.Result {
	return contrast.Result{P: 1, Adjusted: 1, Withheld: why}
}
