package reports

import (
	"slices"

	"benchmark/analysis"
	"benchmark/analysis/position"
	"benchmark/charts"
)

// standing is the section with every indicator: a table per topic, and a chart.
func (b *positionBuilder) standing() Section {
	h := b.words.Headings()
	s := Section{Title: h.Standing, Intro: []string{b.words.Legend(b.l.Number(100 * b.p.Level))}}
	if b.foreign() {
		s.Intro = append(s.Intro, b.words.SurveysWords())
	}
	if b.p.Weighted {
		s.Intro = append(s.Intro, b.words.NationalNote())
	}
	s.Intro = append(s.Intro, b.widened()...)
	hidden := false
	for k := 0; k < len(b.p.Rows); {
		g := b.tableOf(b.p.Rows[k].Topic)
		for ; k < len(b.p.Rows) && b.words.Topic(string(b.p.Rows[k].Topic)) == g.head[0]; k++ {
			r := &b.p.Rows[k]
			if r.Own.State == position.NotApplicable {
				continue // there is nothing to set beside the others
			}
			line := []string{b.row(r), b.own(r), b.words.Verdict(string(r.Verdict()), r.Amount)}
			figures := []*gridFigure{nil, ownFigure(r), nil}
			for i := range r.Standings {
				line = append(line, b.cell(r, &r.Standings[i].Figure))
				figures = append(figures, figureOf(&r.Standings[i].Figure, formatOfRow(r.Amount)))
				hidden = hidden || r.Standings[i].Figure.Status.Hidden()
			}
			if b.p.Weighted {
				line = append(line, b.cell(r, &r.National))
				figures = append(figures, figureOf(&r.National, formatOfRow(r.Amount)))
			}
			g.lines, g.figures, g.signs = append(g.lines, line), append(g.figures, figures), append(g.signs, signOf(r.Verdict()))
			g.notes = append(g.notes, b.ranked(r)...)
		}
		if len(g.lines) > 0 {
			s.grids = append(s.grids, g)
		}
	}
	if last := len(s.grids) - 1; hidden && last >= 0 {
		s.grids[last].notes = append(s.grids[last].notes, b.words.HiddenNote(position.MinimumOthers))
	}
	if c, ok := b.chart(); ok {
		s.Charts = append(s.Charts, c)
	}
	return s
}

func (b *positionBuilder) tableOf(topic analysis.Topic) grid {
	h := b.words.Headings()
	g := grid{head: []string{b.words.Topic(string(topic)), h.Own, h.Judgement}, words: 2}
	for i := range b.p.Groups {
		g.head = append(g.head, b.column(&b.p.Groups[i]))
	}
	if b.p.Weighted {
		g.head = append(g.head, b.words.National())
	}
	return g
}

// formatOfRow is the number format of the figures of an indicator.
func formatOfRow(amount bool) string {
	if amount {
		return looseFormat
	}
	return percentFormat
}

// ownFigure is the own answer as a number, where it is one.
func ownFigure(r *position.Row) *gridFigure {
	if !r.Amount || r.Own.State != position.Given {
		return nil
	}
	return &gridFigure{value: r.Own.Number, format: looseFormat}
}

// signOf is the sign of a verdict.
func signOf(v position.Verdict) lineSign {
	switch v {
	case position.Above:
		return signAbove
	case position.Below:
		return signBelow
	case position.With:
		return signLike
	case position.Undecided:
		return signOpen
	case position.NoVerdict:
	}
	return noSign
}

// column heads the figures of a group.
func (b *positionBuilder) column(g *position.Group) string {
	if g.Kind == position.OwnSize {
		return b.surveys(g.Title)
	}
	return b.head(g)
}

// row names an indicator within its topic.
func (b *positionBuilder) row(r *position.Row) string {
	label := clean(r.Label)
	switch {
	case r.Topic != analysis.Barriers:
	case b.foreign():
		label = b.words.Quoted(label)
	case r.Channel != "":
		label = b.l.Small(label)
	}
	return b.words.Row(string(r.Topic), clean(r.Channel), label)
}

// ranked says where the own number, or the own place on a scale, stands in the
// narrowest group of which that may be told.
func (b *positionBuilder) ranked(r *position.Row) []string {
	at := -1
	for i := range r.Standings {
		if e := &r.Standings[i].Rank; e.Status == analysis.Estimated && (e.Base >= position.MinimumOthers || at < 0) {
			at = i
		}
	}
	if at < 0 {
		return nil
	}
	own, scale := b.l.Number(r.Own.Number), false
	if !r.Amount {
		own, scale = clean(r.Own.Option), true
	}
	e := &r.Standings[at].Rank
	rank, interval := b.rank(e)
	return []string{b.words.RankNote(b.row(r), own, scale, e.Base, b.group(&b.p.Groups[at]), rank, interval)}
}

// own is the own answer in a word.
func (b *positionBuilder) own(r *position.Row) string {
	h := b.words.Headings()
	switch {
	case r.Own.State == position.NotApplicable:
		return h.NotApplicable
	case r.Own.State != position.Given:
		return h.NotAnswered
	case r.Amount:
		return b.l.Number(r.Own.Number)
	case r.Own.Yes:
		return h.Yes
	}
	return h.No
}

// cell is the figure of a group: "48% (39–57; 116)".
func (b *positionBuilder) cell(r *position.Row, e *analysis.Estimate) string {
	h := b.words.Headings()
	switch {
	case e.Status.Hidden():
		return h.Hidden
	case e.Status != analysis.Estimated:
		return h.NoFigure
	}
	value, interval := b.l.Percent(e.Value, 0), b.l.NumberRange(e.Low, e.High)
	if r.Amount {
		value = b.l.Number(e.Value)
	} else {
		percents := b.l.PercentRange(e.Low, e.High, 0)
		interval = percents[:len(percents)-1]
	}
	if e.Method == analysis.NoInterval {
		return value + " (" + b.l.Integer(e.Base) + ")"
	}
	return value + " (" + interval + "; " + b.l.Integer(e.Base) + ")"
}

// widened says where a wider group stands in for a narrower one that is hidden.
func (b *positionBuilder) widened() []string {
	type pair struct{ narrow, wide int }
	count := map[pair]int{}
	var order []pair
	for k := range b.p.Rows {
		r := &b.p.Rows[k]
		last := len(r.Standings) - 1
		if r.Own.State == position.NotApplicable || r.Main < 0 || r.Main == last || !r.Standings[last].Figure.Status.Hidden() {
			continue
		}
		p := pair{last, r.Main}
		if count[p]++; count[p] == 1 {
			order = append(order, p)
		}
	}
	slices.SortFunc(order, func(x, y pair) int { return y.wide - x.wide })
	var texts []string
	for i := range b.p.Small {
		texts = append(texts, b.words.TooSmall(b.group(&b.p.Small[i]), b.p.Small[i].Others))
	}
	for _, role := range b.p.Missing {
		texts = append(texts, b.words.NoPeers(b.l.RoleOf(string(role), "")))
	}
	for _, p := range order {
		texts = append(texts, b.words.Widened(count[p], b.group(&b.p.Groups[p.narrow]), b.group(&b.p.Groups[p.wide])))
	}
	return texts
}

// chart sets the narrowest group beside everyone, for what is asked as yes or no.
func (b *positionBuilder) chart() (charts.Chart, bool) {
	last := len(b.p.Groups) - 1
	c := charts.Comparing{
		Name: "position", Own: clean(b.about.Name), Everyone: b.l.Capital(b.group(&b.p.Groups[0])), EveryoneN: b.sameBase(0),
		Source: clean(b.about.Study), Notes: nil,
	}
	if last > 0 {
		c.Peers, c.PeersN = b.l.Capital(b.group(&b.p.Groups[last])), b.sameBase(last)
	}
	apart, given := 0, 0
	for k := range b.p.Rows {
		r := &b.p.Rows[k]
		if r.Amount || r.Own.State == position.NotApplicable {
			continue
		}
		stand := b.stand(r)
		if r.Own.State == position.Given {
			given++
		}
		if stand.Word != "" {
			apart++
		}
		in := charts.Indicator{
			Heading: b.words.Topic(string(r.Topic)), Label: b.row(r),
			Answer: b.own(r), Everyone: r.Standings[0].Figure, Stand: stand,
		}
		if last > 0 {
			in.Peers = r.Standings[last].Figure
		}
		in.Polarity = polarity(r.Polarity)
		c.Indicators = append(c.Indicators, in)
	}
	if given > 0 {
		c.Title = b.words.ChartTitle(clean(b.about.Name), apart, given)
	}
	if apart > 0 {
		c.Notes = []string{b.words.ChartStand()}
	}
	if c.EveryoneN == 0 {
		c.Notes = append(c.Notes, b.words.ChartBases())
	}
	chart, err := c.Chart(b.l)
	return chart, err == nil
}

// sameBase is the number of answers behind every share of a group that is drawn; 0
// where it differs.
func (b *positionBuilder) sameBase(group int) int {
	n := 0
	for k := range b.p.Rows {
		r := &b.p.Rows[k]
		e := &r.Standings[group].Figure
		if r.Amount || r.Own.State == position.NotApplicable || e.Status != analysis.Estimated {
			continue
		}
		if n != 0 && n != e.Base {
			return 0
		}
		n = e.Base
	}
	return n
}

// tally counts the verdicts; nil where there is none.
func (b *positionBuilder) tally() []Count {
	words := b.words.Tally()
	all := []Count{
		{signAbove.String() + signBelow.String(), 0, words[0]}, {signLike.String(), 0, words[1]}, {signOpen.String(), 0, words[2]},
	}
	given := 0
	for k := range b.p.Rows {
		r := &b.p.Rows[k]
		if r.Own.State == position.Given {
			given++
		}
		switch signOf(r.Verdict()) {
		case signAbove, signBelow:
			all[0].N++
		case signLike:
			all[1].N++
		case signOpen:
			all[2].N++
		case noSign:
		}
	}
	if given == 0 {
		return nil
	}
	return all
}

// stand is what the chart says beside an own answer that is not like that of most.
func (b *positionBuilder) stand(r *position.Row) charts.Outcome {
	o := charts.Outcome{Word: b.words.Verdict(string(r.Verdict()), r.Amount)}
	switch r.Verdict() {
	case position.Above:
		o.Direction = charts.Up
	case position.Below:
		o.Direction = charts.Down
	default:
		return charts.Outcome{}
	}
	switch {
	case r.Good():
		o.Tone = charts.Better
	case r.Bad():
		o.Tone = charts.Worse
	}
	return o
}
