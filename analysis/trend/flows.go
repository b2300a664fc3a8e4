package trend

import (
	"math"
	"slices"

	"benchmark/analysis"
	"benchmark/analysis/forecast"
	"benchmark/survey"
	"benchmark/survey/series"
	"benchmark/survey/waves"
)

// Flow is where those that answered twice went from one wave to the next.
type Flow struct {
	From, To int
	// Topic, Channel and Title are those of the question in the later wave.
	Topic          analysis.Topic
	Channel, Title string
	// Use says that the groups are using the channel and not using it; else they are
	// answers, named by Labels.
	Use    bool
	Labels []string
	// Cells[g][h] is how many went from group g to group h, of Base; nil where Hidden.
	Cells  [][]int
	Base   int
	Hidden bool
	// Verdict says whether the answers can be compared, and Why what differs.
	Verdict waves.Verdict
	Why     []waves.Difference
}

// Follow is what those with plans for a channel did.
type Follow struct {
	From, To int
	Channel  string
	// Learned are the rates, where Told; else too few planners answered again, or all
	// of them or none did, and nothing is told.
	Learned forecast.Learned
	Told    bool
}

// The groups of a flow of use.
const (
	InUse = iota
	NotInUse
)

// flows counts who went where between one wave and the next: the use of channels, and
// who does webcare.
func (t *Trend) flows() {
	for i := range t.Rows {
		r := &t.Rows[i]
		if r.Topic != analysis.AdoptionTopic || r.Means != survey.Uses {
			continue
		}
		for w := range t.Waves {
			c := &r.Changes[w]
			if c.From < 0 || c.Verdict == waves.NotComparable {
				continue
			}
			x := t.counted(r, c.From, w)
			if x.panel() == 0 {
				continue
			}
			hidden := r.Protected && t.Options.Disclosure != analysis.Unprotected
			t.Flows = append(t.Flows, shown(Flow{
				From: c.From, To: w, Topic: r.Topic, Channel: r.Channel, Title: r.Title, Use: true, Base: x.panel(), Verdict: c.Verdict, Why: c.Why,
				Cells: [][]int{{x.cells.Both, x.cells.Lost}, {x.cells.Gained, x.cells.Neither}},
			}, hidden))
			t.follow(r, c.From, w)
		}
	}
	for i := range t.Drift.Lines {
		for w, p := range t.Drift.Lines[i].Pairs {
			if p != nil && p.How != waves.ByWording && p.Verdict != waves.NotComparable {
				t.owners(p, w)
			}
		}
	}
}

// shown hides a flow of protected answers in which any cell is small: hiding that cell
// alone would let it be worked out.
func shown(f Flow, protected bool) Flow {
	small := slices.ContainsFunc(slices.Concat(f.Cells...), func(n int) bool { return n < analysis.MinimumAnswers })
	if protected && small {
		f.Hidden, f.Cells = true, nil
	}
	return f
}

// owners counts who does webcare, then and now.
func (t *Trend) owners(p *waves.Pair, w int) {
	earlier, later := &t.Waves[p.Earlier.Wave].Study.Survey.Questions[p.Earlier.Question], &t.Waves[w].Study.Survey.Questions[p.Later.Question]
	if later.Role != survey.Owner {
		return
	}
	flow, ok := t.panel(p.Earlier.Wave, w).Flow(p)
	if !ok || flow.Base == 0 {
		return
	}
	f := Flow{
		From: p.Earlier.Wave, To: w, Topic: analysis.Ownership, Channel: later.Channel, Title: later.Title(), Cells: flow.Cells, Base: flow.Base,
		Verdict: p.Verdict, Why: Why(p),
	}
	for _, g := range flow.Groups {
		of, q := g.Later, later
		if len(of) == 0 {
			of, q = g.Earlier, earlier
		}
		f.Labels = append(f.Labels, q.Options[of[0]].Title())
	}
	protected := earlier.Sensitivity == survey.Protected || later.Sensitivity == survey.Protected
	t.Flows = append(t.Flows, shown(f, protected && t.Options.Disclosure != analysis.Unprotected))
}

// The months between plans for a year and the wave in which their makers are asked.
const (
	soonest = 6
	latest  = 24
)

// follow counts what became of the plans for a channel.
func (t *Trend) follow(r *Row, from, to int) {
	months := int(math.Round(12 * (t.Waves[to].Moment.At() - t.Waves[from].Moment.At())))
	if months < soonest || months > latest {
		return
	}
	s := t.Waves[from].Study.Survey
	question := &s.Questions[r.questions[from]]
	column := &s.Columns[r.questions[from]]
	base, uses := answered(t.Waves[to].Study.Survey, r.questions[to], r.options[to])
	var surely, likely forecast.Followed
	planned := false
	again := survey.NewBits(s.Respondents) // those that answered again, and started of them
	started := survey.NewBits(s.Respondents)
	for _, p := range t.panel(from, to).Pairs {
		if !base.Has(p.Later) {
			continue
		}
		again.Set(p.Earlier)
		if uses.Has(p.Later) {
			started.Set(p.Earlier)
		}
		for o := range question.Options {
			of := &surely
			switch question.Options[o].Means {
			case survey.Surely:
			case survey.Likely:
				of = &likely
			default:
				continue
			}
			planned = true
			if column.Is(p.Earlier, o) {
				of.Of++
				if uses.Has(p.Later) {
					of.Did++
				}
			}
		}
	}
	if !planned {
		return
	}
	f := Follow{From: from, To: to, Channel: r.Channel}
	f.Learned, f.Told = forecast.Settle(t.Waves[from].Moment, t.Waves[to].Moment, surely, likely, analysis.MinimumAnswers)
	f.Told = f.Told && (t.Options.Disclosure == analysis.Unprotected || t.plansStaySecret(r, from, again, started, f.Learned.Together))
	t.Follows = append(t.Follows, f)
}

// plansStaySecret reports whether nobody's plan follows from how many of those that
// answered again had plans, of those that started and of the others.
func (t *Trend) plansStaySecret(r *Row, from int, again, started survey.Bits, together bool) bool {
	kinds := [][]string{{survey.Surely}, {survey.Likely}}
	if together {
		kinds = [][]string{{survey.Surely, survey.Likely}}
	}
	q := &t.Waves[from].Study.Survey.Questions[r.questions[from]]
	var sets []Told
	for _, means := range kinds {
		plan := *r
		plan.options = make([][]int, len(t.Waves))
		plan.options[from] = meaning(means...)(nil, q)
		if t.exposes(&plan, from, started, again.Without(started)) {
			return false
		}
		_, yes := answered(t.Waves[from].Study.Survey, plan.questions[from], plan.options[from])
		sets = append(sets, Told{from, plan.questions[from], started, yes}, Told{from, plan.questions[from], again.Without(started), yes})
	}
	t.Told = append(t.Told, sets...)
	return true
}

// Learned returns the rates at which plans for a channel came true, in the order of
// time, where they may be told.
func (t *Trend) Learned(channel string) []forecast.Learned {
	var all []forecast.Learned
	for _, f := range t.Follows {
		if f.Channel == channel && f.Told {
			all = append(all, f.Learned)
		}
	}
	return all
}

// Broken says why the use of a channel in a wave can't be joined to that of the wave
// before that asked it: Comparable where it can.
func (t *Trend) Broken(channel string, wave int) series.Reason {
	for i := range t.Rows {
		r := &t.Rows[i]
		if r.Topic != analysis.AdoptionTopic || r.Means != survey.Uses || r.Channel != channel {
			continue
		}
		c := &r.Changes[wave]
		switch {
		case c.From >= 0 && c.Verdict == waves.Comparable:
			return series.Comparable
		case slices.ContainsFunc(c.Why, func(d waves.Difference) bool {
			return d.Code == waves.DiffTypesAdded || d.Code == waves.DiffTypesDropped || d.Code == waves.DiffRouting
		}):
			return series.OtherPopulation
		case len(c.Why) > 0:
			return series.OtherMethod
		}
	}
	return series.Stated
}
