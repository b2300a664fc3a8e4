package claims

import (
	"math"

	"benchmark/analysis"
)

// count judges a count; false when it is none of the survey.
func (c *checker) count(s *sentence, about *subject, parts []quantity, figures []Ref) (judgement, bool) {
	main := &parts[0]
	if main.noun >= 0 && longestAt(c.words.patterns[answers], s.tokens[main.noun:]) > 0 {
		return ofAnswers(main, figures)
	}
	if main.noun < 0 && main.base == 0 && len(parts) == 1 {
		found := c.mentions(about)
		if len(found) == 0 {
			return unknownWord(main, about, figures)
		}
		return c.resolve(about, parts, found), true
	}
	if main.noun >= 0 && main.base == 0 && (about.has[tookPart] || about.has[existing] || !about.topical() || c.types(s.tokens) > 1) {
		return c.tookPart(main, s.tokens[main.noun:])
	}
	base := 0
	for i := range parts {
		base = max(base, parts[i].base)
	}
	found := c.shares(about, base)
	if len(found) == 0 && main.base == 0 {
		return judgement{}, false
	}
	return c.resolve(about, parts, found), true
}

// unknownWord judges how often a word was mentioned that the study does not list:
// it was mentioned too few times to be listed, if at all.
func unknownWord(q *quantity, about *subject, figures []Ref) (judgement, bool) {
	among := len(figures) > 0 && figures[len(figures)-1].Table.Topic == analysis.Words
	if !among && !about.has[association] {
		return judgement{}, false
	}
	j := judgement{verdict: Fails, reason: FewMentions}
	if q.value < analysis.MinimumMentions {
		j.verdict = Hidden
	}
	return j, true
}

// mentions returns the words of an open question that stand beside a number.
func (c *checker) mentions(about *subject) []candidate {
	var found []candidate
	for i := range c.study.Tables {
		t := &c.study.Tables[i]
		if _, ok := c.channelScore(t, about); t.Topic != analysis.Words || !ok {
			continue
		}
		for r := range t.Rows {
			if score := mentioned(&t.Rows[r], about.own); score > 0 {
				found = append(found, candidate{Ref{t, r, 0}, score})
			}
		}
	}
	return best(found)
}

// ofAnswers judges a number of answers by the figures of its sentence.
func ofAnswers(q *quantity, figures []Ref) (judgement, bool) {
	if len(figures) == 0 {
		return judgement{}, false
	}
	last := figures[len(figures)-1]
	j := judgement{verdict: Fails, figures: []Ref{last}, reason: WrongCount}
	if int(q.value) == last.Estimate().Base {
		j.verdict, j.reason = Holds, NoReason
	}
	return j, true
}

// types returns how many types of organisation are named.
func (c *checker) types(so []token) int {
	n := 0
	for i := range so {
		if c.counted(so[i:]) > 0 {
			n++
		}
	}
	return n
}

// tookPart judges how many organisations took part; noun is the text from the
// name of what is counted.
func (c *checker) tookPart(q *quantity, noun []token) (judgement, bool) {
	t := c.study.Table(analysis.Respondents, "")
	if t == nil {
		return judgement{}, false
	}
	row, group := t.Row(analysis.KeyRespondents, analysis.Count), 0
	if row < 0 {
		return judgement{}, false
	}
	longest := 0
	for i := range c.groups {
		if n := longestAt(c.groups[i].ways, noun); c.groups[i].kind && n > longest {
			longest, group = n, t.Group(c.groups[i].breakdown, c.groups[i].level.level)
		}
	}
	if group < 0 {
		return judgement{}, false
	}
	if exist, ok := c.exist(group, q.value); ok {
		return judgement{verdict: Holds, figures: []Ref{exist}}, true
	}
	e := &t.Cells[row][group]
	j := judgement{verdict: Fails, figures: []Ref{{t, row, group}}}
	switch {
	case e.Status.Hidden():
		j.verdict = Hidden
	case e.Status != analysis.Estimated:
		j.verdict = NotAsked
	case math.Abs(e.Value-q.value) < 0.5:
		j.verdict = Holds
	}
	return j, true
}

// exist returns the figure of how many organisations exist in a group of the
// respondents, where that is what a number says.
func (c *checker) exist(group int, n float64) (Ref, bool) {
	for _, topic := range []analysis.Topic{analysis.Respondents, analysis.Coverage} {
		t := c.study.Table(topic, "")
		if t == nil || topic == analysis.Coverage && group > 0 {
			continue
		}
		r := t.Row(analysis.KeyPopulation, analysis.Count)
		if r >= 0 && t.Cells[r][group].Status == analysis.Estimated && t.Cells[r][group].Value == n {
			return Ref{t, r, group}, true
		}
	}
	return Ref{}, false
}

// amount judges a number with a unit; before are the words before it.
func (c *checker) amount(about *subject, parts []quantity, before []token) judgement {
	var found []candidate
	for i := range c.study.Tables {
		t := &c.study.Tables[i]
		fits, ok := c.channelScore(t, about)
		if !ok || t.Row(analysis.KeyMean, analysis.Mean) < 0 {
			continue
		}
		score := fits + 2*c.topicScore(t, about)
		if t.Topic == analysis.Volume {
			score += 1.5
		}
		if t.Topic == analysis.Volume && (about.has[contact] || about.has[satisfied]) {
			score -= 2
		}
		if score >= 2 {
			found = append(found, candidate{Ref{t, t.Row(analysis.KeyMean, analysis.Mean), c.group(t, about)}, score})
		}
	}
	switch found = best(found); len(found) {
	case 0:
		return judgement{verdict: NotAsked}
	case 1:
	default:
		j := judgement{verdict: Unclear}
		for _, f := range found {
			j.figures = append(j.figures, f.Ref)
		}
		return j
	}
	return c.statistic(found[0].Ref, parts, before, about.own)
}

// statistic judges a number by the statistics of a table in a group.
func (c *checker) statistic(at Ref, parts []quantity, before, own []token) judgement {
	t, g := at.Table, at.Group
	row := func(key string, m analysis.Measure) Ref { return Ref{t, t.Row(key, m), g} }
	mean, middle := row(analysis.KeyMean, analysis.Mean), row(analysis.KeyMedian, analysis.Median)
	low, high := row(analysis.KeyLower, analysis.LowerQuartile), row(analysis.KeyUpper, analysis.UpperQuartile)
	if e := mean.Estimate(); e.Status != analysis.Estimated {
		v := NotAsked
		if e.Status.Hidden() {
			v = Hidden
		}
		return judgement{verdict: v, figures: []Ref{mean}}
	}
	q, said := &parts[0], c.saidStatistic(before)
	if said == features {
		said = c.saidStatistic(own)
	}
	if q.upper > 0 {
		return rangeOf(q, said, low, high)
	}
	order := []struct {
		of     Ref
		name   feature
		reason Reason
	}{{mean, average, AsMean}, {middle, median, AsMedian}, {high, upperQuartile, AsQuartile}, {low, lowerQuartile, AsQuartile}}
	for _, o := range order {
		if o.of.Row < 0 || o.name != said {
			continue
		}
		if near(q, o.of) {
			return withBase(parts, o.of)
		}
	}
	for _, o := range order {
		if o.of.Row < 0 || o.name == said || !near(q, o.of) {
			continue
		}
		if said == features && o.reason != AsQuartile {
			return withBase(parts, o.of)
		}
		j := judgement{verdict: OtherFigure, reason: o.reason, figures: []Ref{o.of}}
		for _, other := range []Ref{mean, middle} {
			if other.Row >= 0 && other.Row != o.of.Row && other.Estimate().Status == analysis.Estimated {
				j.figures = append(j.figures, other)
			}
		}
		return j
	}
	figures := []Ref{mean}
	if middle.Row >= 0 {
		figures = []Ref{middle, mean}
	}
	return judgement{verdict: Fails, figures: figures}
}

// near reports whether a number is a statistic, to the rounding used.
func near(q *quantity, of Ref) bool {
	e := of.Estimate()
	return e.Status == analysis.Estimated && within(q, e.Value).Sound()
}

// withBase judges a number that fits by the base beside it.
func withBase(parts []quantity, of Ref) judgement {
	j := judgement{verdict: Holds, figures: []Ref{of}}
	for i := range parts[1:] {
		if q := &parts[i+1]; q.kind == Count && int(q.value) != of.Estimate().Base {
			j.verdict, j.reason = Fails, WrongCount
		}
	}
	return j
}

// rangeOf judges a range by the quartiles. Whether it is that of all answers is
// not told: that would show the smallest and the largest.
func rangeOf(q *quantity, said feature, low, high Ref) judgement {
	j := judgement{verdict: Fails, figures: []Ref{low, high}}
	if low.Row < 0 || high.Row < 0 {
		return judgement{verdict: NotAsked}
	}
	if low.Estimate().Status != analysis.Estimated || high.Estimate().Status != analysis.Estimated {
		j.verdict = Hidden
		return j
	}
	if math.Abs(low.Estimate().Value-q.value) < 0.051 && math.Abs(high.Estimate().Value-q.upper) < 0.051 {
		j.verdict, j.reason = OtherFigure, AsMiddleHalf
		if said == middleHalf {
			j.verdict, j.reason = Holds, NoReason
		}
	}
	return j
}

// saidStatistic returns the statistic that the words before a number name last,
// or features when they name none.
func (c *checker) saidStatistic(before []token) feature {
	said := features
	for i := range before {
		for _, f := range []feature{average, median, lowerQuartile, upperQuartile, middleHalf} {
			if longestAt(c.words.patterns[f], before[i:]) > 0 {
				said = f
			}
		}
	}
	return said
}
