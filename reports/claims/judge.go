package claims

import (
	"math"

	"benchmark/analysis"
)

// judgement is what a figure makes of a claim.
type judgement struct {
	verdict  Verdict
	reason   Reason
	figures  []Ref
	everyone float64
	// level of the method, for OfMethod
	level float64
}

// claim judges one claim with numbers; figures are those that the sentence spoke
// of so far.
func (c *checker) claim(s *sentence, parts []quantity, about *subject, figures *[]Ref) {
	main := &parts[0]
	claim := c.begin(s, main.kind, main.first, parts[len(parts)-1].last)
	claim.Low, claim.High = bound(main.low), bound(main.high)
	claim.Worded = main.kind == Share && percent(s.tokens[main.last-1:]) == 0
	claim.Population = main.kind == Share && about.near[bodies] && !surveyed(about.own)
	var j judgement
	switch main.kind {
	case Share:
		if of, ok := c.design(s, about, parts); ok {
			j = of
		} else if j = c.share(about, parts); j.verdict == NotAsked && j.reason == Subject && len(*figures) > 0 {
			j = c.apposed(about, parts, (*figures)[len(*figures)-1])
		}
	case Count:
		var ok bool
		if j, ok = c.design(s, about, parts); ok {
			break
		}
		if j, ok = c.count(s, about, parts, *figures); !ok {
			return
		}
	case Amount:
		j = c.amount(about, parts, s.tokens[about.start(s):main.first])
	case Points:
		var ok bool
		if j, ok = points(main, *figures); !ok {
			return
		}
	case List:
		c.openList(&claim, main, about, s)
		return
	}
	claim.Verdict, claim.Reason, claim.Figures, claim.Everyone = j.verdict, j.reason, j.figures, j.everyone
	claim.Level = j.level
	c.claims = append(c.claims, claim)
	if j.verdict != NotAsked && j.verdict != Unclear && main.kind != Points {
		*figures = append(*figures, j.figures...)
	}
}

// apposed judges a share without a subject by the figure before it in its sentence,
// of which it may be the number: "almost half use it: 48%". Where it does not fit
// it may as well be about something else.
func (c *checker) apposed(about *subject, parts []quantity, before Ref) judgement {
	j := c.weigh(about, parts, before)
	if !j.verdict.Sound() && j.verdict != OtherBase && j.verdict != Projection && j.verdict != Hidden {
		return judgement{verdict: Unclear, figures: []Ref{before}}
	}
	return j
}

// bound keeps bounds finite, and takes away the slack of binary fractions: a claim
// without an upper bound has none.
func bound(x float64) float64 {
	if math.IsInf(x, 0) {
		return 0
	}
	return math.Round(x*1e9) / 1e9
}

// start is the position of the first own word in a sentence.
func (s *subject) start(of *sentence) int {
	if len(s.own) == 0 {
		return 0
	}
	for i := range of.tokens {
		if of.tokens[i].start == s.own[0].start {
			return i
		}
	}
	return 0
}

// share judges a share. Of several channels it must hold for each.
func (c *checker) share(about *subject, parts []quantity) judgement {
	base := 0
	for i := range parts {
		base = max(base, parts[i].base)
	}
	if len(about.channels) < 2 || about.inherited {
		return c.resolve(about, parts, c.shares(about, base))
	}
	if found := c.shares(about, base); about.has[either] && len(found) > 0 && found[0].Table.Topic == analysis.AnyBarrier {
		return c.resolve(about, parts, found)
	}
	var whole judgement
	for n, k := range about.channels {
		one := *about
		one.channels = []int{k}
		j := c.resolve(&one, parts, c.shares(&one, base))
		if n == 0 || worse(j.verdict, whole.verdict) {
			whole.verdict, whole.reason, whole.everyone = j.verdict, j.reason, j.everyone
		}
		whole.figures = append(whole.figures, j.figures...)
	}
	return whole
}

// worse reports whether a verdict is further from holding than another.
func worse(a, b Verdict) bool {
	rank := func(v Verdict) int {
		for i, w := range Verdicts() {
			if v == w {
				return i
			}
		}
		return 0
	}
	return rank(a) > rank(b)
}

// resolve judges a claim by the candidates: they must lead to one judgement.
func (c *checker) resolve(about *subject, parts []quantity, found []candidate) judgement {
	if len(found) == 0 {
		j := judgement{verdict: NotAsked}
		if !about.topical() && len(about.channels) == 0 {
			j.reason = Subject
		}
		return j
	}
	first := c.weigh(about, parts, found[0].Ref)
	refs := []Ref{found[0].Ref}
	same := true
	for _, other := range found[1:] {
		j := c.weigh(about, parts, other.Ref)
		same = same && j.verdict == first.verdict && j.reason == first.reason
		refs = append(refs, other.Ref)
	}
	guessed := about.inherited && !about.refers && found[0].Table.Channel != "" && (first.verdict == Fails || first.verdict == Hidden)
	if !same || guessed {
		return judgement{verdict: Unclear, figures: refs}
	}
	return first
}

// weigh judges a share by one figure.
func (c *checker) weigh(about *subject, parts []quantity, ref Ref) judgement {
	e := ref.Estimate()
	j := judgement{figures: []Ref{ref}}
	switch {
	case e.Status.Hidden():
		j.verdict = Hidden
		return j
	case e.Status != analysis.Estimated:
		j.verdict = NotAsked
		return j
	}
	j.verdict, j.reason = fits(parts, e)
	if j.verdict.Sound() {
		return c.onBase(about, parts, ref, j)
	}
	if j.reason == WrongCount {
		return j
	}
	return c.otherwise(about, parts, ref, j)
}

// fits says how the numbers of a claim fit a share.
func fits(parts []quantity, e *analysis.Estimate) (Verdict, Reason) {
	verdict, shares, countsFit := Holds, 0, true
	for i := range parts {
		q := &parts[i]
		if q.kind == Count {
			countsFit = countsFit && countFits(q, e, len(parts) > 1)
			continue
		}
		shares++
		if v := within(q, e.Value); worse(v, verdict) {
			verdict = v
		}
	}
	switch {
	case !countsFit && shares > 0 && verdict.Sound():
		return Fails, WrongCount
	case !countsFit:
		return Fails, NoReason
	}
	return verdict, NoReason
}

// countFits compares a count, and its base, with those of a share. Beside a
// percentage a count with a name may be the base.
func countFits(q *quantity, e *analysis.Estimate, beside bool) bool {
	n := int(q.value)
	if q.base > 0 {
		return n == e.Count && q.base == e.Base
	}
	return n == e.Count || beside && n == e.Base
}

// within says whether a value lies in what the words allow.
func within(q *quantity, value float64) Verdict {
	const slack = 1e-9
	switch {
	case value >= q.low-slack && value <= q.high+slack:
		return Holds
	case value >= q.low-q.about && value <= q.high+q.about:
		return Roughly
	}
	return Fails
}

// onBase looks whether a share that fits is of the base that the text means.
func (c *checker) onBase(about *subject, parts []quantity, ref Ref, j judgement) judgement {
	e, n := ref.Estimate(), c.study.Survey.Respondents
	t := ref.Table
	if t.Rows[ref.Row].Key == analysis.KeyProjection && !conditional(about.own) {
		j.verdict = Projection
		if r := t.Meaning("uses"); r >= 0 && t.Cells[r][ref.Group].Status == analysis.Estimated {
			j.figures = append(j.figures, Ref{t, r, ref.Group})
		}
		return j
	}
	if t.Topic == analysis.Words || !partial(ref, n) || c.baseSaid(about, parts, ref) {
		return j
	}
	j.everyone = float64(e.Count) / float64(n)
	for i := range parts {
		if parts[i].kind == Share && !within(&parts[i], j.everyone).Sound() {
			j.verdict = OtherBase
		}
	}
	return j
}

// conditional reports whether the words make a share depend on plans.
func conditional(so []token) bool {
	for i := range so {
		if so[i].low == "als" || so[i].low == "if" || so[i].low == "mits" || so[i].low == "wanneer" {
			return true
		}
	}
	return false
}

// partial reports whether a share is of a part of the respondents.
func partial(ref Ref, respondents int) bool {
	if ref.Group > 0 || ref.Estimate().Weighted || ref.Estimate().Base >= respondents {
		return false // a group is always named
	}
	kind := ref.Table.Base.Kind
	return kind == analysis.BaseRouted || kind == analysis.BaseNonUsers || kind == analysis.BaseAnswered || kind == analysis.BaseTicked
}

// baseSaid reports whether the text names the part of the respondents that a share
// is of.
func (c *checker) baseSaid(about *subject, parts []quantity, ref Ref) bool {
	for i := range parts {
		if parts[i].base > 0 || parts[i].kind == Count && parts[i].noun >= 0 {
			return true
		}
	}
	if ref.Table.Topic == analysis.Praise {
		for i := range about.own {
			w := about.own[i].low
			if i > 0 && (w == "tevreden" || w == "satisfied") && (about.own[i-1].low == "de" || about.own[i-1].low == "the" || about.own[i-1].low == "who") {
				return true
			}
		}
	}
	return about.near[partOf] && about.prior != ref.Table.Topic || about.userOf >= 0 || about.has[nonUsers] && ref.Table.Topic != analysis.Barriers
}

// surveyed reports whether the words name those who answered.
func surveyed(so []token) bool {
	for i := range so {
		for _, p := range phrases("onderzocht*|ondervraagd*|respondent*|deelnemer*|survey*|participant*") {
			if p.at(so[i:]) {
				return true
			}
		}
	}
	return false
}

// widest is how far apart the bounds of words may lie that are looked up in other
// figures: "more than half" fits too many.
const widest = 0.2

// otherwise looks for what a share that does not fit is the share of.
func (c *checker) otherwise(about *subject, parts []quantity, ref Ref, j judgement) judgement {
	t, e := ref.Table, ref.Estimate()
	row := &t.Rows[ref.Row]
	fitsRow := func(key string) (Ref, bool) {
		r := t.Row(key, analysis.Share)
		if parts[0].kind == Share && parts[0].high-parts[0].low > widest || r < 0 || r == ref.Row || t.Cells[r][ref.Group].Status != analysis.Estimated {
			return Ref{}, false
		}
		v, _ := fits(parts, &t.Cells[r][ref.Group])
		return Ref{t, r, ref.Group}, v.Sound()
	}
	if row.Means == "uses" {
		if p, ok := fitsRow(analysis.KeyProjection); ok {
			return judgement{verdict: Projection, figures: []Ref{p, ref}}
		}
	}
	if row.Means == "surely" || row.Means == "likely" {
		if p, ok := fitsRow(analysis.KeyPlans); ok {
			return judgement{verdict: OtherFigure, reason: AsPlans, figures: []Ref{p, ref}}
		}
	}
	if e.Weighted {
		plain := *e
		plain.Value = e.Unweighted
		if v, _ := fits(parts, &plain); v.Sound() {
			j.verdict, j.reason = OtherFigure, AsUnweighted
		}
		return j
	}
	if n := c.study.Survey.Respondents; partial(ref, n) {
		whole := analysis.Estimate{Value: float64(e.Count) / float64(n), Count: e.Count, Base: n}
		if v, _ := fits(parts, &whole); v.Sound() {
			j.everyone = whole.Value
			if j.verdict = OtherBase; surveyed(about.own) {
				j.verdict = Holds
			}
			j.reason = OfEveryone
		}
	}
	return j
}

// points judges a difference of the two last shares of a sentence.
func points(q *quantity, figures []Ref) (judgement, bool) {
	var shares []Ref
	for _, f := range figures {
		if f.Table.Rows[f.Row].Measure == analysis.Share {
			shares = append(shares, f)
		}
	}
	if len(shares) < 2 {
		return judgement{}, false
	}
	pair := shares[len(shares)-2:]
	gap := math.Abs(pair[0].Estimate().Value - pair[1].Estimate().Value)
	j := judgement{verdict: Fails, figures: pair}
	if within(q, gap).Sound() {
		j.verdict = Holds
	}
	return j, true
}
