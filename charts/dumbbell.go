package charts

import (
	"cmp"
	"slices"

	"benchmark/analysis"
	"benchmark/survey/locale"
)

// Pairing is what a Dumbbell shows: two figures a row and their difference, such
// as two waves or two groups.
type Pairing struct {
	// Name is the base file name of the chart.
	Name string
	// Title is what the figures are about, in a few words ("Gebruik van kanalen");
	// the chart adds what tests show. Subtitle says whose percentages they are.
	Title, Subtitle string
	// Before and After name the two figures, in that order in time where there is
	// one. Waves says that there is.
	Before, After string
	Waves         bool
	// Own heads a column of answers in words beside the figures; empty for none.
	Own   string
	Pairs []Pair
	// Natural keeps the rows in their order; else the largest After comes first.
	Natural bool
	// Source and Notes are whole sentences.
	Source string
	Notes  []string
}

// Pair is a row of a Pairing: two shares.
type Pair struct {
	// Heading is what pairs under each other belong to, where they keep their order; a new
	// one begins a group of rows.
	Heading, Label string
	Before, After  analysis.Estimate
	// Answer stands under Own.
	Answer   string
	Polarity Polarity
	// Verdict is what the test says of After against Before. The zero Verdict: not
	// tested.
	Verdict analysis.Verdict
}

// Chart returns the chart. Rows with a figure that may not be shown come last,
// with words in its place. It returns an error when no row has two figures.
func (p *Pairing) Chart(l *locale.Locale) (Chart, error) {
	m := maker{l: l, words: l.ChartWords(), notes: l.ChartNotes()}
	words := l.ChartVersus()
	c := Chart{Kind: Dumbbell, Name: slug(p.Name), Language: l.Tag, Subtitle: p.Subtitle, Source: p.Source, Data: Data{Header: header()}}
	first, second := Before, Plain
	if !p.Waves {
		first, second = Everyone, Own
	}
	c.Series = []Series{{Key: "before", Label: p.Before, Role: first}, {Key: "after", Label: p.After, Role: second}}
	c.Columns = []Column{{Heading: words.Difference}}
	if p.Own != "" {
		c.Columns = []Column{{Heading: p.Own, Strong: true}, c.Columns[0]}
	}
	complete, heading := 0, ""
	var up, down []string
	tested := false
	for _, i := range p.order() {
		pair := &p.Pairs[i]
		if pair.Heading != heading && p.Natural {
			c.Rows = append(c.Rows, Row{Label: pair.Heading, Heading: true})
		}
		heading = pair.Heading
		row := m.pairRow(p, pair)
		if row.drawn() && !row.Marks[0].absent() && !row.Marks[1].absent() {
			complete++
		}
		tested = tested || row.Outcome.Direction != NotTested
		switch row.Outcome.Direction {
		case Up:
			up = append(up, pair.Label)
		case Down:
			down = append(down, pair.Label)
		}
		c.Rows = append(c.Rows, row)
		c.Data.Records = append(c.Data.Records,
			record(&analysis.Group{Level: "before"}, pair.Label, p.Before, &pair.Before),
			record(&analysis.Group{Level: "after"}, pair.Label, p.After, &pair.After))
		if p.Own != "" {
			own := record(&analysis.Group{Level: "own"}, pair.Label, p.Own, &analysis.Estimate{})
			own[4] = pair.Answer
			c.Data.Records = append(c.Data.Records, own)
		}
	}
	if complete == 0 {
		return Chart{}, fault(p.Name, "no row has two figures that may be shown")
	}
	c.Title = l.ChartPairsTitle(p.Title, up, down, tested, p.Waves)
	c.Notes = append(m.versusNotes(&c, &Comparing{Indicators: p.levels()}), p.Notes...)
	c.Alt = l.ChartAlt(words.DumbbellKind, c.Title, c.Subtitle, versusTexts(&c), c.Name+".csv")
	return c, nil
}

// levels carries the confidence levels of the pairs to the notes.
func (p *Pairing) levels() []Indicator {
	all := make([]Indicator, len(p.Pairs))
	for i := range all {
		all[i] = Indicator{Peers: p.Pairs[i].Before, Everyone: p.Pairs[i].After}
	}
	return all
}

// order returns the positions of the pairs in the order of the rows.
func (p *Pairing) order() []int {
	order := make([]int, len(p.Pairs))
	for i := range order {
		order[i] = i
	}
	rank := func(i int) int {
		switch pair := &p.Pairs[i]; {
		case pair.After.Status != analysis.Estimated:
			return 2
		case pair.Before.Status != analysis.Estimated:
			return 1
		}
		return 0
	}
	slices.SortStableFunc(order, func(a, b int) int {
		if p.Natural {
			return 0
		}
		return cmp.Or(cmp.Compare(rank(a), rank(b)), cmp.Compare(p.Pairs[b].After.Value, p.Pairs[a].After.Value))
	})
	return order
}

// pairRow returns the row of a pair.
func (m *maker) pairRow(p *Pairing, pair *Pair) Row {
	if pair.Before.Status != analysis.Estimated && pair.After.Status != analysis.Estimated {
		return Row{Label: pair.Label, Status: pair.After.Status, Words: m.missing(pair.After.Status)}
	}
	row := Row{Label: pair.Label, Status: analysis.Estimated, Marks: []Mark{
		m.versusMark(&pair.Before, p.Before, ""), m.versusMark(&pair.After, p.After, ""),
	}}
	if p.Own != "" {
		row.Cells = []string{pair.Answer}
	}
	if pair.Before.Status == analysis.Estimated && pair.After.Status == analysis.Estimated {
		row.Cells = append(row.Cells, m.l.ChartDifference(pair.After.Value-pair.Before.Value))
		row.Outcome = m.outcome(pair.Verdict, pair.Polarity)
	}
	return row
}
