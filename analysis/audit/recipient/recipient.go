// Package recipient attacks what the organisations of a study get to read: the tables
// that everyone gets, and the report on themselves.
//
// It makes up on its own who is in a group of such a report and what a figure counts, and
// takes of the report only what it shows.
package recipient

import (
	"slices"

	"benchmark/analysis"
	"benchmark/analysis/audit"
	"benchmark/analysis/position"
	"benchmark/survey"
)

// Attack attacks what an organisation reads that knows its own answers: the tables of a
// study and its own report. Of a position with groups that the reader knew before, the
// attack sees the new ones alone: make it without, in the same order. Figures, Hidden and
// Reasons are about the report, and exposed is what the report adds to the tables.
func Attack(study *analysis.Study, p *position.Position) *audit.Report {
	r := reading{survey: study.Survey, position: p, report: &audit.Report{}}
	for k := range p.Rows {
		r.standings(&p.Rows[k])
	}
	r.moves()
	r.expected()
	found := audit.Beside(study, p.Respondent, r.figures, false)
	found.Add(r.report)
	return found
}

// reading is a report that is read.
type reading struct {
	survey   *survey.Survey
	position *position.Position
	figures  []audit.Figure
	report   *audit.Report
}

// standings notes what a row of the report tells of each group.
func (r *reading) standings(row *position.Row) {
	q := r.survey.Find(row.Question)
	if !row.Protected || q < 0 {
		return
	}
	options, counts := r.counted(row, q)
	for g := range row.Standings {
		e := &row.Standings[g].Figure
		if !e.Status.Hidden() && e.Status != analysis.Estimated {
			continue
		}
		group := &r.position.Groups[g]
		in, found := r.groupOf(group, r.position.Respondent)
		in = in.Intersect(r.base(row, q))
		r.report.Count(e.Status.Hidden(), r.why(row, q, options, in))
		f := audit.Figure{Question: q, Options: options, In: in, Row: row.ID, Level: string(group.Kind), Shown: !e.Status.Hidden()}
		switch {
		case row.Amount:
		case !counts || !found || f.Shown && !r.agrees(&f, e):
			r.unseen(row.ID)
		default:
			r.figures = append(r.figures, f)
			if row.Standings[g].Rank.Status == analysis.Estimated {
				r.rank(row, f)
			}
		}
	}
}

// unseen notes a row that can't be read.
func (r *reading) unseen(id string) {
	if !slices.Contains(r.report.Unseen, id) {
		r.report.Unseen = append(r.report.Unseen, id)
	}
}

// why tells why a standing is hidden, if it is.
func (r *reading) why(row *position.Row, q int, options []int, in survey.Bits) audit.Reason {
	n, gave := in.Count(), r.chose(q, options).And(in)
	switch {
	case n < analysis.MinimumAnswers:
		return audit.Few
	case !row.Amount && (gave == 0 || gave == n):
		return audit.Same
	}
	return audit.Others
}

// agrees reports whether a published figure is what the attack takes it for.
func (r *reading) agrees(f *audit.Figure, e *analysis.Estimate) bool {
	return f.In.Count() == e.Base && r.chose(f.Question, f.Options).And(f.In) == e.Count
}

// rank notes what the own place on a scale among the others tells: how many are lower,
// how many are there, and how many chose a place.
func (r *reading) rank(row *position.Row, f audit.Figure) {
	var lower, equal, placed []int
	for o := range r.survey.Questions[f.Question].Options {
		score := r.survey.Questions[f.Question].Options[o].Score
		if score == 0 {
			continue
		}
		placed = append(placed, o)
		if score < row.Own.Score {
			lower = append(lower, o)
		} else if score == row.Own.Score {
			equal = append(equal, o)
		}
	}
	for _, options := range [][]int{lower, equal, placed} {
		f.Options = options
		r.figures = append(r.figures, f)
	}
}

// moves notes the reasons that satisfied users among all others give.
func (r *reading) moves() {
	for m := range r.position.Moves {
		for _, praise := range r.position.Moves[m].Praised {
			if !r.praise(r.position.Moves[m].Channel, praise.Label) {
				r.unseen(praise.Label)
			}
		}
	}
}

// expected notes how many of a group surely start and how many very likely do, where the
// report tells that beside what the plans lead to.
func (r *reading) expected() {
	for k := range r.position.Expected {
		e := &r.position.Expected[k]
		if !e.Apart {
			continue
		}
		for _, q := range r.survey.WithRole(survey.Adoption) {
			of := &r.survey.Questions[q]
			if of.Channel == e.Channel && !r.plans(q, e) {
				r.unseen(of.ID)
			}
		}
	}
}

// plans notes the plans of a group for the channel of question q, and reports whether
// they are what the attack takes them for.
func (r *reading) plans(q int, e *position.Expected) bool {
	group := &r.position.Groups[e.Group]
	in, found := r.groupOf(group, r.position.Respondent)
	for _, of := range []struct {
		means string
		n     int
	}{{survey.Surely, e.Surely}, {survey.Likely, e.Likely}} {
		var options []int
		for o := range r.survey.Questions[q].Options {
			if r.survey.Questions[q].Options[o].Means == of.means {
				options = append(options, o)
			}
		}
		if found = found && r.chose(q, options).And(in) == of.n; len(options) > 0 && found {
			r.figures = append(r.figures, audit.Figure{Question: q, Options: options, In: in, Row: of.means, Level: string(group.Kind), Shown: true})
		}
	}
	return found
}

// praise notes a reason, and reports whether it was found.
func (r *reading) praise(channel, label string) bool {
	found := false
	for _, q := range r.survey.WithRole(survey.Praise) {
		of := &r.survey.Questions[q]
		for o := range of.Options {
			if of.Channel != channel || of.Options[o].Title() != label {
				continue
			}
			found = true
			if of.Sensitivity == survey.Protected {
				r.figures = append(r.figures, audit.Figure{
					Question: q, Options: []int{o}, In: r.others(r.position.Respondent), Row: label, Level: string(position.Everyone), Shown: true,
				})
			}
		}
	}
	return found
}

// chose is who answered question q by one of some options.
func (r *reading) chose(q int, options []int) survey.Bits {
	in, c := survey.NewBits(r.survey.Respondents), &r.survey.Columns[q]
	for i := range c.Len() {
		if slices.ContainsFunc(options, func(o int) bool { return c.Is(i, o) }) {
			in.Set(i)
		}
	}
	return in
}

// base is who a row of the report is about.
func (r *reading) base(row *position.Row, q int) survey.Bits {
	in := r.survey.Columns[q].Base()
	for o, option := range r.survey.Questions[q].Options {
		seen := row.Topic == analysis.AdoptionTopic && (option.Means == survey.Uses || option.Means == survey.Pilot)
		if option.OutOfBase || seen {
			in = in.Without(r.chose(q, []int{o}))
		}
	}
	return in
}

// others are all respondents but one.
func (r *reading) others(i int) survey.Bits {
	all := survey.NewBits(r.survey.Respondents)
	for k := range r.survey.Respondents {
		all.Set(k)
	}
	all.Clear(i)
	return all
}

// counted are the options that a row of a report counts.
func (r *reading) counted(row *position.Row, q int) ([]int, bool) {
	of := &r.survey.Questions[q]
	lowest, highest := 0, 0
	for _, o := range of.Options {
		if o.Score > 0 && (lowest == 0 || o.Score < lowest) {
			lowest = o.Score
		}
		highest = max(highest, o.Score)
	}
	var counts func(o *survey.Option) bool
	switch row.Topic {
	case analysis.AdoptionTopic:
		counts = func(o *survey.Option) bool { return o.Means == survey.Surely || o.Means == survey.Likely }
	case analysis.Satisfaction:
		counts = func(o *survey.Option) bool { return o.Score > highest-2 }
	case analysis.Change:
		counts = func(o *survey.Option) bool { return o.Score > 0 && 2*o.Score > lowest+highest }
	case analysis.Ownership:
		counts = func(o *survey.Option) bool { return o.Means == survey.ContactCentre }
	case analysis.Barriers, analysis.Channels:
		counts = func(o *survey.Option) bool { return o.Code == row.Key }
	default:
		return nil, row.Amount
	}
	var options []int
	for o := range of.Options {
		if counts(&of.Options[o]) {
			options = append(options, o)
		}
	}
	return options, len(options) > 0
}

// groupOf are the respondents in a group of the report to respondent i, who is none of
// them; false where that is not known.
func (r *reading) groupOf(g *position.Group, i int) (survey.Bits, bool) {
	all := r.others(i)
	same := func(roles ...survey.Role) bool {
		for _, role := range roles {
			q := r.single(role)
			if q < 0 || r.survey.Columns[q].State(i) != survey.Answered {
				return false
			}
			all = all.Intersect(r.chose(q, []int{r.survey.Columns[q].Code(i)}))
		}
		return true
	}
	switch g.Kind {
	case position.Everyone:
		return all, true
	case position.OwnType:
		return all, same(survey.BodyType)
	case position.OwnSize:
		if r.single(survey.BodyType) < 0 {
			return all, same(survey.SizeClass)
		}
		return all, same(survey.BodyType, survey.SizeClass)
	}
	ok := same(g.Peers.Same...)
	for _, h := range g.Peers.Having {
		q := r.single(h.Role)
		if q < 0 {
			return all, false
		}
		all = all.Intersect(r.chose(q, []int{r.survey.Questions[q].Option(h.Level)}))
	}
	if g.Peers.Nearest > 0 {
		near, found := r.survey.Nearest(i, g.Peers.Nearest)
		ok, all = ok && found, all.Intersect(r.these(near))
	}
	if len(g.Peers.Named) > 0 {
		all = all.Intersect(r.these(g.Peers.Named))
	}
	return all, ok
}

// single is the first question of one choice with a role, or -1.
func (r *reading) single(role survey.Role) int {
	for _, q := range r.survey.WithRole(role) {
		if r.survey.Columns[q].Coded() {
			return q
		}
	}
	return -1
}

// these are some respondents as a set.
func (r *reading) these(rows []int) survey.Bits {
	in := survey.NewBits(r.survey.Respondents)
	for _, i := range rows {
		in.Set(i)
	}
	return in
}
