package waves

import (
	"slices"

	"benchmark/survey"
)

// Across sets the questionnaires of waves beside each other, in the order given,
// which is that of time. It does not change the surveys.
//
// Two questions are one by a line same_as of a codebook, or else by their id, the
// same wording, the only question with the role about the channel, or, as a
// proposal, by much the same wording, in that order. A wave that skips a question
// does not end its line: the next wave compares with the last one that asked it.
// The name, the code and the weight of a body are left out.
func Across(surveys []*survey.Survey) *Drift {
	d := &Drift{Studies: make([][]Difference, len(surveys))}
	for w, s := range surveys {
		if w > 0 {
			d.Studies[w] = study(surveys[w-1], s)
		}
		d.extend(surveys, w)
	}
	studies := make(map[[2]int][]Difference)
	for i := range d.Lines {
		for _, p := range d.Lines[i].Pairs {
			if p == nil {
				continue
			}
			d.compare(surveys, p)
			waves := [2]int{p.Earlier.Wave, p.Later.Wave}
			if _, known := studies[waves]; !known {
				studies[waves] = study(surveys[waves[0]], surveys[waves[1]])
			}
			p.Study = studies[waves]
			p.Verdict = max(p.own(), worst(p.Study))
		}
	}
	return d
}

// Find returns the position in Lines of a question of a wave, or -1.
func (d *Drift) Find(r Ref) int {
	return slices.IndexFunc(d.Lines, func(l Line) bool { return l.Questions[r.Wave] == r.Question })
}

// Last returns the wave that asked the question last before the given one, or -1.
func (l *Line) Last(before int) int {
	for w := before - 1; w >= 0; w-- {
		if l.Questions[w] >= 0 {
			return w
		}
	}
	return -1
}

// extend continues the lines with the questions of wave w, and begins new ones.
func (d *Drift) extend(surveys []*survey.Survey, w int) {
	m := &matcher{later: candidates(surveys[w], w)}
	lines := make([]int, 0, len(d.Lines))
	for i := range d.Lines {
		l := &d.Lines[i]
		if last := l.Last(w); last >= 0 {
			m.earlier = append(m.earlier, candidate{Ref{last, l.Questions[last]}, &surveys[last].Questions[l.Questions[last]]})
			lines = append(lines, i)
		}
	}
	m.match()
	for at, c := range m.later {
		if m.to[at] >= 0 {
			l := &d.Lines[lines[m.to[at]]]
			l.Questions[w] = c.ref.Question
			l.Pairs[w] = &Pair{Earlier: m.earlier[m.to[at]].ref, Later: c.ref, How: m.how[at]}
			continue
		}
		l := Line{Questions: slices.Repeat([]int{-1}, len(surveys)), Pairs: make([]*Pair, len(surveys))}
		l.Questions[w] = c.ref.Question
		d.Lines = append(d.Lines, l)
	}
}

// candidates returns the questions of a wave that have a line.
func candidates(s *survey.Survey, wave int) []candidate {
	var all []candidate
	for i := range s.Questions {
		switch q := &s.Questions[i]; q.Role {
		case survey.Organisation, survey.BodyCode, survey.Weight:
		default:
			all = append(all, candidate{Ref{wave, i}, q})
		}
	}
	return all
}

// compare fills in what differs in a pair.
func (d *Drift) compare(surveys []*survey.Survey, p *Pair) {
	before, after := surveys[p.Earlier.Wave], surveys[p.Later.Wave]
	c := &comparison{
		pair: p, before: before, after: after,
		earlier: &before.Questions[p.Earlier.Question], later: &after.Questions[p.Later.Question],
	}
	p.Options = groupOptions(c.earlier, c.later)
	c.question()
	c.options()
	c.base()
	c.routing(d)
	p.Settled = strictest(c.earlier.Comparable, c.later.Comparable)
}

// own returns the verdict of the question alone.
func (p *Pair) own() Verdict {
	v := worst(p.Differences)
	switch {
	case p.How == ByWording || p.Settled == survey.ComparableNot:
		return NotComparable
	case p.Settled == survey.ComparableFully:
		return Comparable
	case p.Settled == survey.ComparableBreak:
		return min(v, WithBreak)
	}
	return v
}

// worst returns the worst verdict of the differences: Comparable without any.
func worst(differences []Difference) Verdict {
	v := Comparable
	for _, d := range differences {
		v = max(v, d.Verdict)
	}
	return v
}

func strictest(a, b survey.Comparable) survey.Comparable {
	for _, c := range []survey.Comparable{survey.ComparableNot, survey.ComparableBreak, survey.ComparableFully} {
		if a == c || b == c {
			return c
		}
	}
	return ""
}

// study returns what differs between two waves whatever the question.
func study(earlier, later *survey.Survey) []Difference {
	var differences []Difference
	if a, b := earlier.Source.Mode, later.Source.Mode; a != b {
		differences = append(differences, Difference{DiffMode, []string{string(a), string(b)}, WithBreak})
	}
	before, after := types(earlier), types(later)
	if before == nil || after == nil {
		return differences
	}
	if added := without(after, before); added != nil {
		differences = append(differences, Difference{DiffTypesAdded, added, WithBreak})
	}
	if dropped := without(before, after); dropped != nil {
		differences = append(differences, Difference{DiffTypesDropped, dropped, WithBreak})
	}
	return differences
}

// types returns the types of organisation that answered, by their meaning in
// every survey or else their code; nil when the survey does not ask it.
func types(s *survey.Survey) []string {
	q := s.First(survey.BodyType)
	if q < 0 || !s.Columns[q].Coded() {
		return nil
	}
	question, column := &s.Questions[q], &s.Columns[q]
	answered := make([]bool, len(question.Options))
	for i := range column.Len() {
		if o := column.Code(i); o >= 0 {
			answered[o] = true
		}
	}
	var found []string
	for i := range question.Options {
		if answered[i] {
			found = append(found, meaning(&question.Options[i]))
		}
	}
	return found
}

// meaning returns what an option means in every survey, or else its code.
func meaning(o *survey.Option) string {
	if o.Means != "" {
		return o.Means
	}
	return o.Code
}

// without returns the items that others lack, nil for none.
func without(items, others []string) []string {
	var rest []string
	for _, item := range items {
		if !slices.Contains(others, item) {
			rest = append(rest, item)
		}
	}
	return rest
}
