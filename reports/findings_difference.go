package reports

import (
	"cmp"
	"slices"

	"benchmark/analysis"
	"benchmark/analysis/contrast"
	"benchmark/survey"
	"benchmark/survey/locale"
)

// How many findings tell of differences between groups: those that were found,
// and those that could not be.
const (
	mostFound     = 4
	mostUndecided = 2
)

// worthTelling is the least gap between two shares that a finding tells could not
// be shown: from there a reader would take it for a difference.
const worthTelling = 0.1

// differences are the findings on differences between groups, by the id of the
// table that they are about. Of every figure by every breakdown the pair that is
// furthest apart is told; of those, the ones that were found go before those that
// were not, and then the greater gap. Groups that the report does not show were
// not compared.
func (b *builder) differences() map[string][]Finding {
	var found, undecided []*analysis.Difference
	others := map[*analysis.Difference]int{}
	for i := 0; i < len(b.study.Differences); {
		n := 1
		for i+n < len(b.study.Differences) && sameFigure(&b.study.Differences[i], &b.study.Differences[i+n]) {
			n++
		}
		family := b.study.Differences[i : i+n]
		if d, more := furthest(family, true); d != nil {
			found, others[d] = append(found, d), more
		} else if d, _ := furthest(family, false); d != nil && gap(d) >= worthTelling {
			undecided = append(undecided, d)
		}
		i += n
	}
	told := b.toldOf(found, undecided)
	texts := map[string][]Finding{}
	for i := range b.study.Differences {
		if d := &b.study.Differences[i]; slices.Contains(told, d) {
			f := b.difference(d, others[d])
			f.Headline = b.whole && d == widestOf(found, d.Breakdown)
			texts[d.Table] = append(texts[d.Table], f)
		}
	}
	return texts
}

// toldOf returns the pairs that findings tell of: so many in all, and in a report on
// the whole study, which has a section on each, so many of each breakdown.
func (b *builder) toldOf(found, undecided []*analysis.Difference) []*analysis.Difference {
	if !b.whole {
		return slices.Concat(most(found, mostFound), most(undecided, mostUndecided))
	}
	var told []*analysis.Difference
	for _, by := range b.breakdowns() {
		told = slices.Concat(told, most(ofBreakdown(found, by), mostFound), most(ofBreakdown(undecided, by), mostUndecided))
	}
	return told
}

func ofBreakdown(all []*analysis.Difference, by string) []*analysis.Difference {
	return slices.DeleteFunc(slices.Clone(all), func(d *analysis.Difference) bool { return d.Breakdown != by })
}

// widestOf is the pair of a breakdown that is furthest apart, or nil.
func widestOf(all []*analysis.Difference, by string) *analysis.Difference {
	if widest := most(ofBreakdown(all, by), 1); len(widest) > 0 {
		return widest[0]
	}
	return nil
}

func sameFigure(x, y *analysis.Difference) bool {
	return x.Table == y.Table && x.Row == y.Row && x.Breakdown == y.Breakdown
}

// gap is how far two shares are apart.
func gap(d *analysis.Difference) float64 {
	return max(d.Result.Difference.Value, -d.Result.Difference.Value)
}

// furthest returns the pair of a family that is furthest apart, of those that
// were found different or of those that were tested and not, and how many more
// there are.
func furthest(family []analysis.Difference, different bool) (furthest *analysis.Difference, more int) {
	for i := range family {
		d := &family[i]
		if d.Result.Withheld != contrast.Done || (d.Verdict.Conclusion != contrast.Undecided) != different {
			continue
		}
		more++
		if furthest == nil || gap(d) > gap(furthest) {
			furthest = d
		}
	}
	return furthest, more - 1
}

// most returns the pairs that are furthest apart, at most limit of them.
func most(of []*analysis.Difference, limit int) []*analysis.Difference {
	slices.SortStableFunc(of, func(x, y *analysis.Difference) int { return cmp.Compare(gap(y), gap(x)) })
	return of[:min(limit, len(of))]
}

// difference tells of one pair, the group with the higher share first.
func (b *builder) difference(d *analysis.Difference, others int) Finding {
	i := slices.IndexFunc(b.study.Tables, func(t analysis.Table) bool { return t.ID == d.Table })
	t := &b.study.Tables[i]
	row := t.Row(d.Row, analysis.Share)
	high, low := t.Group(d.Breakdown, d.A), t.Group(d.Breakdown, d.B)
	if d.Result.Difference.Value < 0 {
		high, low = low, high
	}
	x, _ := say(t, row, high)
	y, _ := say(t, row, low)
	c := locale.Contrast{
		Topic: string(t.Topic), Channel: clean(t.Channel), Others: others, Seen: 100 * d.Verdict.Seen,
		More: members(b.l, b.survey, &t.Groups[high]).Name, Less: members(b.l, b.survey, &t.Groups[low]).Name,
		MoreFigure: b.figure(x), LessFigure: b.figure(y),
		Evidence: b.l.Corrected(evidence(b.l, &d.Result), d.Family),
	}
	if t.Topic == analysis.Ownership {
		c.Channel = b.rowLabel(t, row)
	}
	f := finding(b.words.Differs(c), x, y)
	if d.Verdict.Conclusion == contrast.Undecided {
		f = finding(b.words.NotDistinguishable(c), x, y)
	}
	f.Section = groupsName(d.Breakdown)
	return f
}

// notCompared says of every breakdown of the use of the first channel that its
// groups could not be compared: two or more are shown, and nowhere do two have
// enough answers. Its figures are how many took part.
func (b *builder) notCompared() []Finding {
	t, took := b.study.Table(analysis.AdoptionTopic, ""), b.study.Table(analysis.Respondents, "")
	if t == nil || took == nil {
		return nil
	}
	row := t.Meaning(survey.Uses)
	if _, ok := say(t, row, 0); !ok {
		return nil
	}
	var found []Finding
	for _, id := range t.Breakdowns() {
		q := b.survey.Find(id)
		if q < 0 || slices.ContainsFunc(b.study.Differences, func(d analysis.Difference) bool { return d.Breakdown == id }) {
			continue
		}
		if groups, enough := b.comparable(t, row, id, took); len(groups) > 1 {
			text := b.words.NotCompared(clean(b.survey.Questions[q].Title()), enough, b.minimum())
			f := finding(text, groups...)
			f.Section = groupsName(id)
			found = append(found, f)
		}
	}
	return found
}

// comparable returns how many took part of the groups of a breakdown that are
// shown, and the name of the one that has enough answers, or "".
func (b *builder) comparable(t *analysis.Table, row int, breakdown string, took *analysis.Table) (groups []said, enough string) {
	count := took.Row(analysis.KeyRespondents, analysis.Count)
	for g := range t.Groups {
		if t.Groups[g].Breakdown != breakdown {
			continue
		}
		s, ok := say(t, row, g)
		n, known := say(took, count, took.Group(breakdown, t.Groups[g].Level))
		if !ok || !known {
			continue
		}
		if groups = append(groups, n); s.Base >= b.minimum() {
			enough = members(b.l, b.survey, &t.Groups[g]).Name
		}
	}
	return groups, enough
}

// minimum is the least number of answers of a group that is compared.
func (b *builder) minimum() int {
	return cmp.Or(b.study.Options.Tests.Minimum, analysis.FewAnswers)
}

// members names the bodies of a group for a sentence.
func members(l *locale.Locale, s *survey.Survey, g *analysis.Group) locale.Members {
	m := locale.Members{Exist: g.Population}
	label := clean(g.Label)
	switch plural := clean(l.Bodies(g.Means, g.Plural, s.Language)); {
	case g.Role == survey.BodyType && plural != "":
		m.Name = plural
	case g.Role == survey.BodyType:
		m.Name = l.OfType(label)
	case g.Role == survey.SizeClass && g.Means == survey.Large:
		m.Name = l.LargeBodies(sized(l, s), label)
	default:
		bodies := ""
		if g.Role == survey.SizeClass {
			bodies = sized(l, s)
		}
		m.Name = l.InClass(bodies, label, g.Role == survey.SizeClass)
	}
	return m
}

// sized is how the bodies are called that have a size class, where the frame
// knows that those are of one type; else empty.
func sized(l *locale.Locale, s *survey.Survey) string {
	of := ""
	for _, h := range s.Design.Strata {
		if h.Size == "" || h.Type == "" {
			continue
		}
		if of != "" && of != h.Type {
			return ""
		}
		of = h.Type
	}
	q := s.First(survey.BodyType)
	if of == "" || q < 0 {
		return ""
	}
	o := s.Questions[q].Option(of)
	if o < 0 {
		return ""
	}
	option := &s.Questions[q].Options[o]
	return clean(l.Bodies(option.Means, option.Plural, s.Language))
}
