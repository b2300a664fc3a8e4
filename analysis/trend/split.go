package trend

import (
	"cmp"
	"slices"

	"benchmark/analysis"
	"benchmark/analysis/contrast"
	"benchmark/survey"
	"benchmark/survey/waves"
)

// Split is the use of channels by the answers to one question: by type of organisation,
// or by size class; and plans and barriers, where at least two groups have a figure of them
// that is shown in two waves.
type Split struct {
	Role survey.Role
	// Title is that of the question in the last wave that has it.
	Title  string
	Levels []Level
}

// Level is one group through the waves: those with the same meaning, or else the same
// code.
type Level struct {
	// Key is that meaning or code; Label, Plural and Means are those of the last wave that
	// has the group.
	Key, Label, Plural, Means string
	Parts                     []SplitPart
}

// SplitPart is a figure of Trend.Rows among a group.
type SplitPart struct {
	// Row is its position in Trend.Rows.
	Row int
	// Figures and Changes are as those of a Row, without what those that answered twice
	// did. The tests are corrected for those of the same topic of all groups of the Split:
	// use, plans, or barriers.
	Figures []analysis.Estimate
	Changes []Change
}

// splits fills in the use of channels by the roles of the options. Figures are those
// that the tables of the studies show, so that what they hide stays hidden; of protected
// answers nothing is told of those that answered twice.
func (t *Trend) splits() {
	for _, role := range t.Options.By {
		s := Split{Role: role}
		for i := range t.Rows {
			switch subjectOf(&t.Rows[i]) {
			case unsplit:
			case used:
				t.split(&s, i)
			case planned, barred:
				t.split(&s, i)
				s.bear(i)
			}
		}
		if len(s.Levels) > 0 {
			t.adjustSplit(&s)
			t.Splits = append(t.Splits, s)
		}
	}
}

// subject is what a figure that is split is about.
type subject int

const (
	unsplit subject = iota
	used
	planned
	barred
)

func subjectOf(r *Row) subject {
	switch {
	case r.Topic == analysis.Barriers:
		return barred
	case r.Topic != analysis.AdoptionTopic:
	case r.Means == survey.Uses:
		return used
	case r.Key == analysis.KeyPlans:
		return planned
	}
	return unsplit
}

// bear leaves out a figure of which fewer than two groups have one that is shown in two
// waves: there is nothing to set beside each other.
func (s *Split) bear(row int) {
	known := 0
	for l := range s.Levels {
		shown := 0
		if p := s.Levels[l].part(row); p != nil {
			for w := range p.Figures {
				if p.Figures[w].Status == analysis.Estimated {
					shown++
				}
			}
		}
		if shown > 1 {
			known++
		}
	}
	if known > 1 {
		return
	}
	for l := range s.Levels {
		s.Levels[l].Parts = slices.DeleteFunc(s.Levels[l].Parts, func(p SplitPart) bool { return p.Row == row })
	}
	s.Levels = slices.DeleteFunc(s.Levels, func(l Level) bool { return len(l.Parts) == 0 })
}

// part returns the figures of a row among a group, or nil.
func (l *Level) part(row int) *SplitPart {
	for k := range l.Parts {
		if l.Parts[k].Row == row {
			return &l.Parts[k]
		}
	}
	return nil
}

// split adds the figures of a row by group.
func (t *Trend) split(s *Split, row int) {
	r := &t.Rows[row]
	for w := range t.Waves {
		table, at := t.cells(r, w)
		if at < 0 {
			continue
		}
		for g := range table.Groups {
			if x := &table.Groups[g]; x.Role == s.Role && len(x.Parts) == 1 {
				p := s.part(x, row, len(t.Waves))
				p.Figures[w] = table.Cells[at][g]
				if q := t.Waves[w].Study.Survey.Find(x.Parts[0].Question); q >= 0 {
					s.Title = t.Waves[w].Study.Survey.Questions[q].Title()
				}
			}
		}
	}
	for l := range s.Levels {
		if p := s.Levels[l].part(row); p != nil {
			t.changesIn(s, &s.Levels[l], p)
		}
	}
}

// part returns the figures of a row among a group, which are added where they are new.
func (s *Split) part(g *analysis.Group, row, waves int) *SplitPart {
	key := cmp.Or(g.Means, g.Level)
	at := slices.IndexFunc(s.Levels, func(l Level) bool { return l.Key == key })
	if at < 0 {
		at = len(s.Levels)
		s.Levels = append(s.Levels, Level{Key: key})
	}
	l := &s.Levels[at]
	l.Label, l.Plural, l.Means = g.Label, g.Plural, g.Means
	if l.part(row) == nil {
		l.Parts = append(l.Parts, SplitPart{Row: row, Figures: make([]analysis.Estimate, waves), Changes: make([]Change, waves)})
	}
	return l.part(row)
}

// cells returns the table with the figure of a row in a wave and its row, or -1.
func (t *Trend) cells(r *Row, w int) (*analysis.Table, int) {
	if r.questions[w] < 0 || len(r.options[w]) == 0 {
		return nil, -1
	}
	table := t.table(w, r.questions[w])
	if table == nil {
		return nil, -1
	}
	return table, t.rowIn(table, &t.Waves[w].Study.Survey.Questions[r.questions[w]], r, w)
}

// changesIn fills in the changes of a row among a group. That more or fewer types took
// part makes a group of the same types no other one.
func (t *Trend) changesIn(s *Split, l *Level, p *SplitPart) {
	r := &t.Rows[p.Row]
	for w := range t.Waves {
		all := &r.Changes[w]
		c := &p.Changes[w]
		*c = Change{From: all.From, To: w, Verdict: all.Verdict}
		if all.From < 0 {
			continue
		}
		in := [2]survey.Bits{t.level(s.Role, l.Key, c.From), t.level(s.Role, l.Key, w)}
		alike := slices.Equal(t.typesOf(in[0], c.From), t.typesOf(in[1], w))
		c.Why = slices.DeleteFunc(slices.Clone(all.Why), func(d waves.Difference) bool {
			return alike && (d.Code == waves.DiffTypesAdded || d.Code == waves.DiffTypesDropped)
		})
		if len(c.Why) == 0 {
			c.Verdict = waves.Comparable
		}
		before, after := &p.Figures[c.From], &p.Figures[w]
		if c.Verdict == waves.NotComparable || before.Status != analysis.Estimated || after.Status != analysis.Estimated {
			continue
		}
		if before.Weighted || after.Weighted {
			c.byDesign(before, after, t.Options.Level)
			continue
		}
		t.ofGroup(r, c, in, before, after)
	}
}

// level returns who is in a group in a wave.
func (t *Trend) level(role survey.Role, key string, w int) survey.Bits {
	s := t.Waves[w].Study.Survey
	set := survey.NewBits(s.Respondents)
	for _, q := range s.WithRole(role) {
		for o := range s.Questions[q].Options {
			if x := &s.Questions[q].Options[o]; cmp.Or(x.Means, x.Code) == key {
				_, in := answered(s, q, []int{o})
				set = set.Union(in)
			}
		}
	}
	return set
}

// typesOf returns the types of organisation in a group of a wave, sorted.
func (t *Trend) typesOf(in survey.Bits, w int) []string {
	s := t.Waves[w].Study.Survey
	var types []string
	for _, q := range s.WithRole(survey.BodyType) {
		for o := range s.Questions[q].Options {
			x := &s.Questions[q].Options[o]
			if _, of := answered(s, q, []int{o}); of.And(in) > 0 {
				types = append(types, cmp.Or(x.Means, x.Code))
			}
		}
	}
	slices.Sort(types)
	return slices.Compact(types)
}

// ofGroup tests the change of a share among groups of two waves.
func (t *Trend) ofGroup(r *Row, c *Change, in [2]survey.Bits, before, after *analysis.Estimate) {
	x := t.within(r, c.From, c.To, &in)
	if !x.agrees(before, after) {
		return
	}
	w := x.waves()
	c.Separate = r.Protected && t.Options.Disclosure != analysis.Unprotected && x.panel() > 0
	if c.Separate {
		w = contrast.Waves{Before: x.before(), After: x.after()}
	}
	c.take(w.Change(t.Options.Level), x, t.Options.Level)
}

// adjustSplit corrects the tests of a split: those of all its groups on the same subject
// between the same two waves are a family.
func (t *Trend) adjustSplit(s *Split) {
	for _, of := range []subject{used, planned, barred} {
		for _, verdict := range []waves.Verdict{waves.Comparable, waves.WithBreak} {
			for w := range t.Waves {
				t.correct(t.tested(s, of, verdict, w))
			}
		}
	}
}

// tested are the changes of a split up to a wave that were tested.
func (t *Trend) tested(s *Split, of subject, verdict waves.Verdict, w int) []*Change {
	var at []*Change
	for l := range s.Levels {
		for k := range s.Levels[l].Parts {
			p := &s.Levels[l].Parts[k]
			if c := &p.Changes[w]; subjectOf(&t.Rows[p.Row]) == of && c.From >= 0 && c.Verdict == verdict && c.Result.Name != contrast.NoTest {
				at = append(at, c)
			}
		}
	}
	return at
}
