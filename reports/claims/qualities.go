package claims

import (
	"slices"

	"benchmark/analysis"
	"benchmark/analysis/contrast"
)

// list is a claim on a list that is being read.
type list struct {
	claim Claim
	n     int
	top   bool
	items []Ref
	about *subject
}

// openList starts a list of which the items follow.
func (c *checker) openList(claim *Claim, q *quantity, about *subject, s *sentence) {
	if c.list != nil {
		c.endList()
	}
	top := longestAt(c.words.patterns[topList], s.tokens[q.first:]) > 0
	c.list = &list{claim: *claim, n: int(q.value), top: top, about: about}
	if !top {
		c.themesOf(about)
	}
}

// themesOf judges the number of chances or themes by the coding frame.
func (c *checker) themesOf(about *subject) {
	if !about.has[chance] {
		return
	}
	for i := range c.study.Tables {
		t := &c.study.Tables[i]
		if _, ok := c.channelScore(t, about); t.Topic == analysis.Themes && ok {
			for r := range t.Rows {
				c.list.items = append(c.list.items, Ref{t, r, 0})
			}
			c.endList()
			return
		}
	}
}

// bareItem adds an item of a list that has no number.
func (c *checker) bareItem(s *sentence) {
	about := c.part(s.tokens, nil, true)
	about.topic = c.context.topic
	if n := len(c.list.items); n > 0 {
		about.topic = c.list.items[n-1].Table.Topic
	}
	if found := c.shares(about, 0); len(found) > 0 {
		c.list.items = append(c.list.items, found[0].Ref)
	}
}

// endList judges the list.
func (c *checker) endList() {
	l := c.list
	c.list = nil
	claim := l.claim
	claim.Said, claim.Top, claim.Listed, claim.Figures = l.n, l.top, len(l.items), l.items
	switch {
	case len(l.items) == 0 && !l.top:
		return // nothing of the survey is listed
	case len(l.items) == 0:
		claim.Verdict, claim.Reason = NotAsked, Subject
	case len(l.items) != l.n:
		claim.Verdict, claim.Reason = Stronger, NotAllListed
	case l.top && !highest(l.items):
		claim.Verdict, claim.Reason = Stronger, NotTheTop
	default:
		claim.Verdict = Holds
	}
	c.insert(claim)
}

// insert puts a claim in its place in the text.
func (c *checker) insert(claim Claim) {
	at := len(c.claims)
	for at > 0 && (c.claims[at-1].Line > claim.Line || c.claims[at-1].Line == claim.Line && c.claims[at-1].Column > claim.Column) {
		at--
	}
	c.claims = slices.Insert(c.claims, at, claim)
}

// highest reports whether the items are those of their table that were chosen
// most, in any order.
func highest(items []Ref) bool {
	t, least := items[0].Table, 1.0
	in := map[int]bool{}
	for _, i := range items {
		if i.Table != t || i.Estimate().Status != analysis.Estimated {
			return false
		}
		in[i.Row] = true
		least = min(least, i.Estimate().Value)
	}
	for r := range t.Rows {
		row, e := &t.Rows[r], &t.Cells[r][items[0].Group]
		if !in[r] && row.Measure == analysis.Share && !row.Net && !row.Other && !row.DontKnow && e.Status == analysis.Estimated && e.Value > least {
			return false
		}
	}
	return len(in) == len(items)
}

// qualities judges what a sentence says without numbers.
func (c *checker) qualities(s *sentence, has *[features]bool, judged bool) {
	place := func(f feature) (int, int, bool) {
		for i := range s.tokens {
			if n := longestAt(c.words.patterns[f], s.tokens[i:]); n > 0 {
				return i, i + n, true
			}
		}
		return 0, 0, false
	}
	add := func(kind Kind, f feature, j judgement) {
		first, last, ok := place(f)
		if !ok {
			return
		}
		claim := c.begin(s, kind, first, last)
		claim.Verdict, claim.Reason, claim.Figures = j.verdict, j.reason, j.figures
		c.insert(claim)
	}
	about := c.part(s.tokens, nil, s.item)
	for _, f := range []feature{moreOften, lessOften, alike, equal} {
		if has[f] && !(f == moreOften && has[lessOften]) {
			if j, ok := c.comparison(about, f); ok {
				add(Comparison, f, j)
				return
			}
		}
	}
	if judged || s.heading {
		return
	}
	switch {
	case has[contact] && has[rise] != has[fall]:
		f := rise
		if has[fall] {
			f = fall
		}
		if j, ok := c.changed(f == rise, has[slight]); ok {
			add(Level, f, j)
		}
	case has[noticed] && (len(about.channels) > 0):
		add(Experience, noticed, judgement{verdict: NotAsked})
	case has[goesOn] && c.topicOf(s) != "" && (len(c.named(s.tokens)) > 0 || has[owner] || has[centre] || has[communication] || has[contact]):
		add(Trend, goesOn, judgement{verdict: Stronger, reason: OneWave})
	}
}

// changed judges a rise or fall of customer contact: by the mean of the scale
// against its middle.
func (c *checker) changed(up, slightly bool) (judgement, bool) {
	t := c.study.Table(analysis.Change, "")
	if t == nil {
		return judgement{}, false
	}
	mean := Ref{t, t.Row(analysis.KeyMean, analysis.Mean), 0}
	q := c.study.Survey.Find(t.Question)
	if mean.Row < 0 || q < 0 {
		return judgement{}, false
	}
	points, on := c.study.Survey.Questions[q].Points()
	low, high, first := 0.0, 0.0, true
	for i, p := range points {
		if on[i] {
			if first {
				low, high, first = p, p, false
			}
			low, high = min(low, p), max(high, p)
		}
	}
	middle, e := (low+high)/2, mean.Estimate()
	j := judgement{verdict: Holds, figures: []Ref{mean}}
	for _, key := range []string{analysis.KeyRise, analysis.KeyFall} {
		if r := t.Row(key, analysis.Share); r >= 0 && t.Cells[r][0].Status == analysis.Estimated {
			j.figures = append(j.figures, Ref{t, r, 0})
		}
	}
	gap := e.Value - middle
	if !up {
		gap = -gap
	}
	switch {
	case e.Status.Hidden():
		return judgement{verdict: Hidden, figures: []Ref{mean}}, true
	case e.Status != analysis.Estimated || first:
		return judgement{verdict: NotAsked}, true
	case e.Method != analysis.NoInterval && e.Low <= middle && e.High >= middle:
		j.verdict, j.reason = Stronger, NotShown
	case gap < 0:
		j.verdict, j.reason = Fails, Opposite
	case slightly && gap > 1:
		j.verdict = Fails
	}
	return j, true
}

// comparison judges that something is more often, less often or as often so in
// one group as in another, or among users as among all.
func (c *checker) comparison(about *subject, f feature) (judgement, bool) {
	about.has[either] = false
	if about.userOf >= 0 {
		return c.usersAgainstAll(about, f)
	}
	sized := about.groups
	if slices.ContainsFunc(sized, func(l level) bool { return l.breakdown == c.large.breakdown }) {
		sized = slices.DeleteFunc(slices.Clone(sized), func(l level) bool { return l.breakdown != c.large.breakdown })
	}
	if len(sized) == 0 {
		return judgement{}, false
	}
	if len(sized) == 1 && sized[0] == c.large && c.small.level != "" {
		sized = append(sized, level{c.large.breakdown, ""})
	}
	var table *analysis.Table
	score := 0.0
	for i := range c.study.Tables {
		t := &c.study.Tables[i]
		fits, ok := c.channelScore(t, about)
		if x := fits + 2*c.topicScore(t, about); ok && x > score && hasDifferences(c.study, t) {
			table, score = t, x
		}
	}
	if table == nil || score < 2 {
		return judgement{verdict: NotAsked}, true
	}
	return c.groupsCompared(table, sized, f), true
}

func hasDifferences(study *analysis.Study, t *analysis.Table) bool {
	return slices.ContainsFunc(study.Differences, func(d analysis.Difference) bool { return d.Table == t.ID })
}

// groupsCompared judges a comparison of the first group with the second, or with
// every other where that has no level.
func (c *checker) groupsCompared(t *analysis.Table, groups []level, f feature) judgement {
	j := judgement{verdict: Stronger, reason: Uncertain}
	shown, opposite, tested := 0, 0, 0
	for i := range c.study.Differences {
		d := &c.study.Differences[i]
		if d.Table != t.ID || d.Breakdown != groups[0].breakdown {
			continue
		}
		conclusion := d.Verdict.Conclusion
		second := ""
		if len(groups) > 1 {
			second = groups[1].level
		}
		switch {
		case d.A == groups[0].level && (second == "" || d.B == second):
		case d.B == groups[0].level && (second == "" || d.A == second):
			conclusion = turned(conclusion)
		default:
			continue
		}
		if d.Result.Withheld != contrast.Done {
			continue
		}
		tested++
		if row := t.Row(d.Row, analysis.Share); row >= 0 && len(j.figures) == 0 {
			j.figures = []Ref{{t, row, t.Group(d.Breakdown, groups[0].level)}}
			if second != "" {
				j.figures = append(j.figures, Ref{t, row, t.Group(d.Breakdown, second)})
			}
		}
		shown, opposite = tally(conclusion, f, shown, opposite)
	}
	return concluded(j, f, tested, shown, opposite)
}

func tally(conclusion contrast.Conclusion, f feature, shown, opposite int) (int, int) {
	switch {
	case conclusion == contrast.Undecided:
	case (conclusion == contrast.Higher) == (f == moreOften):
		shown++
	default:
		opposite++
	}
	return shown, opposite
}

// concluded turns the outcomes of tests into a judgement. That no difference was
// shown carries "no difference could be shown", and nothing else.
func concluded(j judgement, f feature, tested, shown, opposite int) judgement {
	switch {
	case tested == 0:
	case f == alike && shown+opposite == 0:
		j.verdict, j.reason = Holds, NoReason
	case f == equal && shown+opposite == 0:
		j.verdict, j.reason = Stronger, NotEqual
	case f == alike, f == equal:
		j.verdict, j.reason = Fails, NoReason
	case shown == tested:
		j.verdict, j.reason = Holds, NoReason
	case opposite == tested:
		j.verdict, j.reason = Fails, Opposite
	default:
		j.verdict, j.reason = Stronger, NotShown
	}
	return j
}

func turned(c contrast.Conclusion) contrast.Conclusion {
	switch c {
	case contrast.Higher:
		return contrast.Lower
	case contrast.Lower:
		return contrast.Higher
	}
	return c
}

// usersAgainstAll judges a comparison of the users of a channel with all.
func (c *checker) usersAgainstAll(about *subject, f feature) (judgement, bool) {
	j := judgement{verdict: Stronger, reason: Uncertain}
	tested, shown, opposite := 0, 0, 0
	for i := range c.study.Comparisons {
		x := &c.study.Comparisons[i]
		if x.Group.Level != c.channels[about.userOf].name {
			continue
		}
		k := slices.IndexFunc(c.study.Tables, func(t analysis.Table) bool { return t.ID == x.Table })
		if k < 0 {
			continue
		}
		t := &c.study.Tables[k]
		row := t.Row(x.Row, analysis.Share)
		if row < 0 || c.topicScore(t, about) == 0 || c.rowScore(t, row, about) == 0 {
			continue
		}
		j.figures = []Ref{{t, row, t.Group(x.Group.Breakdown, x.Group.Level)}, {t, row, 0}}
		if x.Result.Withheld != contrast.Done || x.Result.Name == contrast.NoTest {
			continue
		}
		tested++
		shown, opposite = tally(x.Verdict().Conclusion, f, shown, opposite)
	}
	if len(j.figures) == 0 {
		return judgement{}, false
	}
	return concluded(j, f, tested, shown, opposite), true
}
