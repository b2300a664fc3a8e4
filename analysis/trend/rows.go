package trend

import (
	"cmp"
	"slices"

	"benchmark/analysis"
	"benchmark/survey"
	"benchmark/survey/waves"
)

// topics is the order of a report.
func topics() []analysis.Topic {
	return []analysis.Topic{
		analysis.AdoptionTopic, analysis.Channels, analysis.Satisfaction, analysis.Praise, analysis.Concern, analysis.Reasons,
		analysis.Barriers, analysis.Volume, analysis.Change, analysis.Ownership, analysis.OtherQuestion,
	}
}

// rows returns what can be followed, in the order of a report.
func (t *Trend) rows() []Row {
	var all []Row
	for i := range t.Drift.Lines {
		if followed(&t.Drift.Lines[i]) {
			all = append(all, t.rowsOf(i)...)
		}
	}
	rank := func(topic analysis.Topic) int {
		if i := slices.Index(topics(), topic); i >= 0 {
			return i
		}
		return len(topics())
	}
	slices.SortStableFunc(all, func(a, b Row) int { return cmp.Compare(rank(a.Topic), rank(b.Topic)) })
	return all
}

// followed reports whether two waves asked a question, and not by a guess alone.
func followed(l *waves.Line) bool {
	for _, p := range l.Pairs {
		if p != nil && p.How != waves.ByWording {
			return true
		}
	}
	return false
}

// rowsOf returns what is followed of one question.
func (t *Trend) rowsOf(line int) []Row {
	l := &t.Drift.Lines[line]
	last := -1
	for w := range l.Questions {
		if l.Questions[w] >= 0 {
			last = w
		}
	}
	table := t.table(last, l.Questions[last])
	if table == nil || !slices.Contains(topics(), table.Topic) {
		return nil
	}
	q := &t.Waves[last].Study.Survey.Questions[l.Questions[last]]
	start := Row{Topic: table.Topic, Channel: cmp.Or(table.Channel, q.Channel), Title: q.Title(), Text: q.Text, Unit: q.Unit, Line: line, questions: l.Questions}
	var all []Row
	for _, c := range concepts(table, q) {
		r := start
		r.ID, r.Key, r.Label, r.Means = table.ID+":"+c.key, c.key, c.label, c.means
		r.Amount, r.numbers = c.amount, c.amount
		if c.amount {
			r.options = make([][]int, len(t.Waves))
		} else {
			r.options = t.through(l, last, c)
		}
		t.figures(&r)
		if r.known() > 1 {
			all = append(all, r)
		}
	}
	return all
}

// known is the number of waves with a figure, shown or hidden.
func (r *Row) known() int {
	n := 0
	for i := range r.Figures {
		if r.Figures[i].Status != analysis.NotEstimated {
			n++
		}
	}
	return n
}

// concept is what is followed of a question: an option, a sum of options or a number.
type concept struct {
	key, label, means string
	amount            bool
	// options are those of the last wave that say yes.
	options []int
	// own finds them in another wave by what they are there, for a sum; nil: the
	// options that are the same in package waves.
	own func(*analysis.Table, *survey.Question) []int
}

// concepts lists what is followed of a question.
func concepts(table *analysis.Table, q *survey.Question) []concept {
	if q.Kind == survey.Number {
		return []concept{{key: analysis.KeyMean, amount: true}}
	}
	if !q.Kind.Closed() {
		return nil
	}
	var sums []concept
	switch table.Topic {
	case analysis.AdoptionTopic:
		sums = []concept{
			{key: survey.Uses, means: survey.Uses, own: meaning(survey.Uses)},
			{key: analysis.KeyPlans, own: meaning(survey.Surely, survey.Likely)},
		}
	case analysis.Satisfaction:
		sums = []concept{{key: analysis.KeyTopTwo, own: net(analysis.KeyTopTwo)}}
	case analysis.Change:
		sums = []concept{{key: analysis.KeyRise, own: net(analysis.KeyRise)}}
	}
	var all []concept
	for _, c := range sums {
		if c.options = c.own(table, q); len(c.options) > 0 {
			all = append(all, c)
		}
	}
	if len(sums) > 0 {
		return all
	}
	for o := range q.Options {
		if x := &q.Options[o]; !x.Other && !x.DontKnow && !x.OutOfBase {
			all = append(all, concept{key: x.Code, label: x.Title(), means: x.Means, options: []int{o}})
		}
	}
	return all
}

// meaning finds the options with one of the meanings.
func meaning(means ...string) func(*analysis.Table, *survey.Question) []int {
	return func(_ *analysis.Table, q *survey.Question) []int {
		var set []int
		for o := range q.Options {
			if slices.Contains(means, q.Options[o].Means) {
				set = append(set, o)
			}
		}
		return set
	}
}

// net finds the options that a net of a table adds up.
func net(key string) func(*analysis.Table, *survey.Question) []int {
	return func(t *analysis.Table, q *survey.Question) []int {
		if t == nil {
			return nil
		}
		r := t.Row(key, analysis.Share)
		if r < 0 {
			return nil
		}
		var set []int
		for _, code := range t.Rows[r].Of {
			set = append(set, q.Option(code))
		}
		slices.Sort(set)
		return set
	}
}

// through returns the options that say yes in every wave, nil where there are none.
func (t *Trend) through(l *waves.Line, last int, c concept) [][]int {
	sets := make([][]int, len(t.Waves))
	sets[last] = c.options
	for w := last; w > 0; w-- {
		p := l.Pairs[w]
		if p == nil || p.How == waves.ByWording {
			if p != nil {
				break
			}
			continue
		}
		earlier := p.Earlier.Wave
		if c.own != nil {
			sets[earlier] = c.own(t.table(earlier, p.Earlier.Question), &t.Waves[earlier].Study.Survey.Questions[p.Earlier.Question])
			continue
		}
		sets[earlier] = same(p, sets[w])
	}
	return sets
}

// same returns the options of the earlier wave that are those of the later one, nil
// where they say more or less.
func same(p *waves.Pair, later []int) []int {
	var set []int
	for i := range p.Options {
		g := &p.Options[i]
		if !slices.ContainsFunc(g.Later, func(o int) bool { return slices.Contains(later, o) }) {
			continue
		}
		whole := !slices.ContainsFunc(g.Later, func(o int) bool { return !slices.Contains(later, o) })
		if !whole || len(g.Earlier) == 0 || g.Verdict == waves.NotComparable {
			return nil
		}
		set = append(set, g.Earlier...)
	}
	slices.Sort(set)
	return set
}

// table returns the table of a question in a wave, or nil. Presence on channels stands
// in the table of all channels.
func (t *Trend) table(wave, question int) *analysis.Table {
	study := t.Waves[wave].Study
	q := &study.Survey.Questions[question]
	for i := range study.Tables {
		x := &study.Tables[i]
		if x.Question == q.ID && x.Topic != analysis.Consideration {
			return x
		}
	}
	if q.Role == survey.Presence {
		for i := range study.Tables {
			if study.Tables[i].Topic == analysis.Channels {
				return &study.Tables[i]
			}
		}
	}
	return nil
}

// figures fills in the figure of every wave.
func (t *Trend) figures(r *Row) {
	r.Figures = make([]analysis.Estimate, len(t.Waves))
	for w, question := range r.questions {
		if question < 0 || !r.numbers && len(r.options[w]) == 0 {
			continue
		}
		table := t.table(w, question)
		if table == nil {
			continue
		}
		at := t.rowIn(table, &t.Waves[w].Study.Survey.Questions[question], r, w)
		if at < 0 {
			continue
		}
		r.Figures[w] = table.Cells[at][0]
		r.Protected = r.Protected || table.Rows[at].Protected
	}
}

// rowIn returns the row of a table with the figure of a row, or -1.
func (t *Trend) rowIn(table *analysis.Table, q *survey.Question, r *Row, w int) int {
	if r.numbers {
		return table.Row(analysis.KeyMean, analysis.Mean)
	}
	var codes []string
	for _, o := range r.options[w] {
		codes = append(codes, q.Options[o].Code)
	}
	slices.Sort(codes)
	for i := range table.Rows {
		x := &table.Rows[i]
		if x.Measure != analysis.Share {
			continue
		}
		if of := slices.Sorted(slices.Values(x.Of)); len(codes) == 1 && !x.Net && x.Key == codes[0] || x.Net && slices.Equal(of, codes) {
			return i
		}
	}
	return -1
}
