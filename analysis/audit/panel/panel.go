// Package panel attacks what is told of organisations that answered a survey in several
// waves, beside the tables of each wave.
//
// It finds on its own who answered twice and which options a figure counts, and takes of
// the trend only what it shows.
package panel

import (
	"math"
	"slices"

	"benchmark/analysis"
	"benchmark/analysis/audit"
	"benchmark/analysis/trend"
	"benchmark/survey"
	"benchmark/survey/waves"
)

// Attack attacks what a trend tells of those that answered twice, beside the tables of its
// waves, which audit.Run attacks each by itself. Everyone knows who did; a reader
// may be one of them, and knows its own answers in all waves. Figures, Hidden and Reasons
// are about what is told of them alone.
func Attack(t *trend.Trend) *audit.Report {
	a := &attack{trend: t, found: &audit.Report{}, beside: make([][]audit.Figure, len(t.Waves)), pairs: map[[2]int][][2]int{}}
	for i := range t.Rows {
		r := &t.Rows[i]
		for w := range r.Changes {
			a.change(r, &r.Changes[w])
		}
		if c := &r.Overall; c.From >= 0 && (c.To >= len(r.Changes) || r.Changes[c.To].From != c.From) {
			a.change(r, c)
		}
	}
	for i := range t.Follows {
		a.follow(&t.Follows[i])
	}
	for _, told := range a.told {
		found, ok := audit.Together(told.studies, told.pairs, told.twice, false)
		if !ok {
			a.unseen(told.row)
			continue
		}
		a.found.Add(found)
	}
	for w, figures := range a.beside {
		a.found.Add(audit.Beside(t.Waves[w].Study, audit.Everyone, figures, false))
	}
	return a.found
}

// attack is an attack in progress.
type attack struct {
	trend *trend.Trend
	found *audit.Report
	told  []*told
	// beside are the figures beside the tables of each wave, and pairs who answered each
	// two waves.
	beside [][]audit.Figure
	pairs  map[[2]int][][2]int
}

// told is what is told of those that answered the same two questions.
type told struct {
	studies   [2]*analysis.Study
	waves     [2]int
	questions [2]int
	option    string // of a question of several answers
	row       string
	pairs     [][2]int
	twice     []audit.Twice
}

func (a *attack) unseen(row string) {
	if !slices.Contains(a.found.Unseen, row) {
		a.found.Unseen = append(a.found.Unseen, row)
	}
}

// both returns who answered two waves.
func (a *attack) both(from, to int) [][2]int {
	key := [2]int{from, to}
	if a.pairs[key] == nil {
		for _, p := range waves.Match(a.trend.Waves[from].Roster, a.trend.Waves[to].Roster, waves.Options{}).Pairs {
			a.pairs[key] = append(a.pairs[key], [2]int{p.Earlier, p.Later})
		}
	}
	return a.pairs[key]
}

// change notes what a change tells of those that answered twice.
func (a *attack) change(r *trend.Row, c *trend.Change) {
	shown := c.Panel.Status == analysis.Estimated
	if !r.Protected || c.From < 0 || !shown && !c.Panel.Status.Hidden() {
		return
	}
	a.found.Count(!shown, audit.Others)
	if !shown {
		return
	}
	t := audit.Twice{}
	at := [2]int{c.From, c.To}
	var base, yes [2]survey.Bits
	for k, w := range at {
		s := a.trend.Waves[w].Study.Survey
		t.Questions[k] = a.trend.Drift.Lines[r.Line].Questions[w]
		t.Options[k] = counted(r, &s.Questions[t.Questions[k]])
		base[k], yes[k] = answers(s, t.Questions[k], t.Options[k])
	}
	pairs := a.both(c.From, c.To)
	var in [2]survey.Bits
	for k, w := range at {
		in[k] = survey.NewBits(a.trend.Waves[w].Study.Survey.Respondents)
	}
	for _, p := range pairs {
		if base[0].Has(p[0]) && base[1].Has(p[1]) {
			t.In = append(t.In, p)
			in[0].Set(p[0])
			in[1].Set(p[1])
		}
	}
	if len(t.In) != c.Panel.N1 || !near(in[0].And(yes[0]), c.Panel.N1, c.Panel.Before) || !near(in[1].And(yes[1]), c.Panel.N2, c.Panel.After) {
		a.unseen(r.ID)
		return
	}
	for k, w := range at {
		a.beside[w] = append(a.beside[w], audit.Figure{Question: t.Questions[k], Options: t.Options[k], In: in[k], Row: r.ID, Shown: true})
	}
	a.note(r, at, pairs, t)
}

// note adds what is told of two questions to what is told of them already.
func (a *attack) note(r *trend.Row, at [2]int, pairs [][2]int, t audit.Twice) {
	option := ""
	studies := [2]*analysis.Study{a.trend.Waves[at[0]].Study, a.trend.Waves[at[1]].Study}
	if studies[1].Survey.Questions[t.Questions[1]].Kind == survey.Multiple {
		option = r.Key
	}
	for _, o := range a.told {
		if o.waves == at && o.questions == t.Questions && o.option == option {
			o.twice = append(o.twice, t)
			return
		}
	}
	a.told = append(a.told, &told{studies, at, t.Questions, option, r.ID, pairs, []audit.Twice{t}})
}

// near reports whether a share is that of so many of n.
func near(yes, n int, share float64) bool { return math.Abs(float64(yes)/float64(n)-share) < 1e-9 }

// counted are the options that a row counts.
func counted(r *trend.Row, q *survey.Question) []int {
	lowest, highest := 0, 0
	for _, o := range q.Options {
		if o.Score > 0 && (lowest == 0 || o.Score < lowest) {
			lowest = o.Score
		}
		highest = max(highest, o.Score)
	}
	counts := func(o *survey.Option) bool { return o.Code == r.Key }
	switch r.Key {
	case analysis.KeyPlans:
		counts = func(o *survey.Option) bool { return o.Means == survey.Surely || o.Means == survey.Likely }
	case analysis.KeyTopTwo:
		counts = func(o *survey.Option) bool { return o.Score > highest-2 }
	case analysis.KeyRise:
		counts = func(o *survey.Option) bool { return o.Score > 0 && 2*o.Score > lowest+highest }
	}
	var options []int
	for o := range q.Options {
		if counts(&q.Options[o]) {
			options = append(options, o)
		}
	}
	return options
}

// answers returns who is in the base of a question, and who gave one of the options.
func answers(s *survey.Survey, q int, options []int) (base, yes survey.Bits) {
	base, yes = survey.NewBits(s.Respondents), survey.NewBits(s.Respondents)
	for r := range s.Columns[q].Len() {
		out := s.Columns[q].State(r) != survey.Answered
		for o := range s.Questions[q].Options {
			out = out || s.Questions[q].Options[o].OutOfBase && s.Columns[q].Is(r, o)
		}
		if out {
			continue
		}
		base.Set(r)
		if slices.ContainsFunc(options, func(o int) bool { return s.Columns[q].Is(r, o) }) {
			yes.Set(r)
		}
	}
	return base, yes
}

// follow notes what is told of those who had plans: how many had them of those that
// answered again, and of those of them that use the channel then.
func (a *attack) follow(f *trend.Follow) {
	a.found.Count(!f.Told, audit.Others)
	if !f.Told {
		return
	}
	before, after := a.trend.Waves[f.From].Study.Survey, a.trend.Waves[f.To].Study.Survey
	q, later := adoption(before, f.Channel), adoption(after, f.Channel)
	if q < 0 || later < 0 {
		a.unseen(f.Channel)
		return
	}
	base, uses := answers(after, later, []int{after.Questions[later].Meaning(survey.Uses)})
	again, did := survey.NewBits(before.Respondents), survey.NewBits(before.Respondents)
	for _, p := range a.both(f.From, f.To) {
		if base.Has(p[1]) {
			again.Set(p[0])
		}
		if uses.Has(p[1]) {
			did.Set(p[0])
		}
	}
	plans := [][]string{{survey.Surely}, {survey.Likely}}
	if f.Learned.Together {
		plans = [][]string{{survey.Surely, survey.Likely}}
	}
	for _, means := range plans {
		var options []int
		for o := range before.Questions[q].Options {
			if slices.Contains(means, before.Questions[q].Options[o].Means) {
				options = append(options, o)
			}
		}
		for _, in := range []survey.Bits{again, again.Intersect(did)} {
			a.beside[f.From] = append(a.beside[f.From], audit.Figure{Question: q, Options: options, In: in, Row: f.Channel, Shown: true})
		}
	}
}

// adoption is the question on the use of a channel, or -1.
func adoption(s *survey.Survey, channel string) int {
	for _, q := range s.WithRole(survey.Adoption) {
		if s.Questions[q].Channel == channel {
			return q
		}
	}
	return -1
}
