package reports

import (
	"slices"

	"benchmark/analysis"
	"benchmark/analysis/trend"
)

// flows are who started, who stopped, and who does webcare then and now.
func (b *trendBuilder) flows() Section {
	h := b.heads
	s := Section{Title: h.Flows, Name: flowsSection}
	use := grid{title: h.Flows, head: []string{h.Channel, h.Kept, h.Started, h.Stopped, h.Never, h.N}}
	hidden := false
	for i := range b.t.Flows {
		f := &b.t.Flows[i]
		switch {
		case f.Hidden:
			hidden = true
		case f.Use:
			counts := []int{f.Cells[trend.InUse][trend.InUse], f.Cells[trend.NotInUse][trend.InUse], f.Cells[trend.InUse][trend.NotInUse],
				f.Cells[trend.NotInUse][trend.NotInUse], f.Base}
			use.add(b.l.Integer, b.words.Between(clean(f.Channel), b.pair(f.From, f.To)), counts)
		}
	}
	if len(use.lines) > 0 {
		use.notes = []string{b.words.FlowOpen()}
		s.grids = append(s.grids, use)
	}
	for i := range b.t.Flows {
		if f := &b.t.Flows[i]; !f.Use && !f.Hidden {
			s.grids = append(s.grids, b.moves(f))
		}
	}
	if hidden {
		s.Intro = append(s.Intro, b.words.FlowHidden(analysis.MinimumAnswers))
	}
	s.Charts = b.flowCharts()
	return s
}

// add adds a line of counts.
func (g *grid) add(write func(int) string, label string, counts []int) {
	line, figures := []string{label}, []*gridFigure{nil}
	for _, n := range counts {
		line, figures = append(line, write(n)), append(figures, counted(n))
	}
	g.lines, g.figures = append(g.lines, line), append(g.figures, figures)
}

// moves is a table from answer to answer.
func (b *trendBuilder) moves(f *trend.Flow) grid {
	title := b.words.Between(clean(f.Title), b.pair(f.From, f.To))
	g := grid{title: title, head: append(append([]string{title}, cleanAll(f.Labels)...), b.heads.Total)}
	totals := make([]int, len(f.Labels)+1)
	for i, label := range f.Labels {
		line := slices.Clone(f.Cells[i])
		sum := 0
		for k, n := range line {
			sum += n
			totals[k] += n
		}
		totals[len(f.Labels)] += sum
		g.add(b.l.Integer, b.heads.FromTo+" "+b.report.Quote(clean(label)), append(line, sum))
	}
	g.add(b.l.Integer, b.l.Capital(b.heads.Total), totals)
	return g
}

func (b *trendBuilder) followed(f *trend.Follow) string {
	if !f.Told {
		return b.words.NotFollowed(clean(f.Channel), b.moment(f.From), b.moment(f.To))
	}
	did, of := f.Learned.Surely.Did, f.Learned.Surely.Of
	if !f.Learned.Together {
		did, of = did+f.Learned.Likely.Did, of+f.Learned.Likely.Of
	}
	return b.words.Followed(clean(f.Channel), b.moment(f.From), b.moment(f.To), did, of)
}
