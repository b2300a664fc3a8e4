package claims

import "benchmark/analysis"

// design judges what a text says of the survey itself rather than of its answers:
// the error that tests allow, how many organisations answered of those that exist,
// and how many skipped a question. It is false for another claim.
func (c *checker) design(s *sentence, about *subject, parts []quantity) (judgement, bool) {
	if j, ok := c.method(s, about, parts); ok {
		return j, true
	}
	if about.has[skipped] && parts[0].kind == Count && parts[0].base > 0 {
		return c.skips(about, &parts[0]), true
	}
	if ref, ok := c.response(s, about, parts); ok {
		j := judgement{figures: []Ref{ref}}
		switch e := ref.Estimate(); {
		case e.Status.Hidden():
			j.verdict = Hidden
		case e.Status != analysis.Estimated:
			j.verdict = NotAsked
		default:
			j.verdict, j.reason = fits(parts, e)
		}
		return j, true
	}
	return judgement{}, false
}

// method judges the error level of tests and the level of intervals.
func (c *checker) method(s *sentence, about *subject, parts []quantity) (judgement, bool) {
	level := c.study.Options.Level
	q := &parts[0]
	switch {
	case q.kind != Share:
		return judgement{}, false
	case about.near[falseAlarm]:
		level = 1 - level
	case longestAt(c.words.patterns[certainty], s.tokens[q.last:]) == 0:
		return judgement{}, false
	}
	j := judgement{verdict: Fails, reason: OfMethod, level: level}
	if within(q, level).Sound() {
		j.verdict = Holds
	}
	return j, true
}

// assumption reports whether a percentage that ends at a token is an assumption of a
// computation: "80% in 30 s", "30% leave".
func (r *reader) assumption(last int) bool {
	rest := r.so[last:]
	if longestAt(r.assumed, rest) > 0 {
		return true
	}
	return len(rest) > 2 && (rest[0].low == "in" || rest[0].low == "binnen" || rest[0].low == "within") && rest[1].number && (rest[2].low == "s" || longestAt(r.ignored, rest[2:]) > 0)
}

// skips judges how many of those who were asked skipped the question that is named.
func (c *checker) skips(about *subject, q *quantity) judgement {
	var of *analysis.Table
	best := 0.5
	for i := range c.study.Tables {
		t := &c.study.Tables[i]
		if fits := fit(terms(t.Title, c.words), about.all); t.Question != "" && fits > best {
			best, of = fits, t
		}
	}
	if of == nil {
		return judgement{verdict: NotAsked, reason: Subject}
	}
	a := &of.Account
	if a.Skipped == int(q.value) && a.Respondents-a.NotAsked-a.NotShown == q.base {
		return judgement{verdict: Holds}
	}
	return judgement{verdict: Fails}
}

// response returns the figure of how many answered of those that exist, where the
// words are about that.
func (c *checker) response(s *sentence, about *subject, parts []quantity) (Ref, bool) {
	q := &parts[0]
	said := about.has[responded] || about.has[covers] || q.kind == Share && about.near[tookPart]
	again := about.topic == analysis.Coverage && (about.has[back] || about.has[responded])
	counted := q.kind == Share || q.kind == Count && q.base > 0
	if !counted || !said && !again || about.topical() || about.has[answerTime] {
		return Ref{}, false
	}
	t := c.study.Table(analysis.Coverage, "")
	if t == nil {
		return Ref{}, false
	}
	key := analysis.KeyResponse
	switch {
	case about.near[inhabitants]:
		key = analysis.KeyInhabitants
	case about.near[covers]:
		key = analysis.KeyCovered
	}
	if g := c.stratum(t, s.tokens, q); g > 0 {
		row := t.Row(key, analysis.ShareOfPopulation)
		return Ref{t, row, g}, row >= 0
	}
	if of := c.study.Table(analysis.Respondents, ""); of != nil && key == analysis.KeyResponse {
		if g := c.group(of, about); g > 0 {
			row := of.Row(key, analysis.ShareOfPopulation)
			return Ref{of, row, g}, row >= 0
		}
	}
	row := t.Row(key, analysis.ShareOfPopulation)
	return Ref{t, row, 0}, row >= 0
}

// reach is the number of words after a share within which its stratum is named:
// "8% (2 of 25) for “GGD”".
const reach = 12

// stratum returns the stratum of which the name stands nearest after a number,
// else the last before it; 0 for none.
func (c *checker) stratum(t *analysis.Table, so []token, q *quantity) int {
	at := func(i int) int {
		best, n := 0, 0
		for g := range t.Groups {
			if words := marked(tokens(t.Groups[g].Label, 0, 0, 1)); len(words) > n && words.at(so[i:]) {
				best, n = g, len(words)
			}
		}
		return best
	}
	for i := q.last; i < min(len(so), q.last+reach); i++ {
		if so[i].text == ";" || percent(so[i:]) > 0 && i > q.last {
			break
		}
		if g := at(i); g > 0 {
			return g
		}
	}
	for i := q.first - 1; i >= 0; i-- {
		if percent(so[i:]) > 0 {
			break
		}
		if g := at(i); g > 0 {
			return g
		}
	}
	return 0
}
