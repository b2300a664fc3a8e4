package reports

import (
	"slices"

	"benchmark/analysis"
	"benchmark/survey"
)

// overviewGrid sets the channels beside each other: a column for each, and a line
// for every main figure that one of them has. Nothing when fewer than two channels
// have one.
func (v *view) overviewGrid(b *builder) []grid {
	heads := v.words.OverviewHeads()
	g := grid{title: v.words.OverviewTitle(), head: heads[:1], lines: make([][]string, len(heads)-1), figures: make([][]*gridFigure, len(heads)-1)}
	for i := range g.lines {
		g.lines[i], g.figures[i] = []string{heads[i+1]}, []*gridFigure{nil}
	}
	for _, channel := range b.channels() {
		figures := []overviewCell{
			v.ofChannel(b, analysis.AdoptionTopic, channel, func(t *analysis.Table) int { return t.Meaning(survey.Uses) }),
			v.ofChannel(b, analysis.AdoptionTopic, channel, shareRowOf(analysis.KeyProjection)),
			v.ofChannel(b, analysis.Consideration, channel, shareRowOf(analysis.KeyConsiders)),
			v.ofChannel(b, analysis.Satisfaction, channel, shareRowOf(analysis.KeyTopTwo)),
			v.topOf(b, analysis.Barriers, channel),
			v.ofChannel(b, analysis.Volume, channel, func(t *analysis.Table) int { return t.Row(analysis.KeyMedian, analysis.Median) }),
		}
		if !slices.ContainsFunc(figures, func(c overviewCell) bool { return c.text != "" }) {
			continue
		}
		g.head = append(g.head, b.l.Capital(clean(channel)))
		for i := range figures {
			g.lines[i], g.figures[i] = append(g.lines[i], figures[i].text), append(g.figures[i], figures[i].number)
		}
	}
	for i := len(g.lines) - 1; i >= 0; i-- {
		if !slices.ContainsFunc(g.lines[i][1:], func(s string) bool { return s != "" }) {
			g.lines, g.figures = slices.Delete(g.lines, i, i+1), slices.Delete(g.figures, i, i+1)
		}
	}
	const twoChannels = 3 // with the labels
	if len(g.head) < twoChannels {
		return nil
	}
	return []grid{g}
}

// overviewCell is what is said of a channel, and the same as numbers.
type overviewCell struct {
	text   string
	number *gridFigure
}

// channels are the channels of which more was asked than what comes to mind, in
// the order of the study.
func (b *builder) channels() []string {
	var all []string
	for i := range b.study.Tables {
		t := &b.study.Tables[i]
		if t.Channel != "" && t.Topic != analysis.Words && t.Topic != analysis.Themes && !slices.Contains(all, t.Channel) {
			all = append(all, t.Channel)
		}
	}
	return all
}

func shareRowOf(key string) func(*analysis.Table) int {
	return func(t *analysis.Table) int { return t.Row(key, analysis.Share) }
}

// ofChannel writes the figure of a row of a channel's table for everyone, or
// nothing where there is none.
func (v *view) ofChannel(b *builder, topic analysis.Topic, channel string, row func(*analysis.Table) int) overviewCell {
	t := b.study.Table(topic, channel)
	if t == nil {
		return overviewCell{}
	}
	if r := row(t); r >= 0 {
		return overviewCell{v.basedCell(v.figure(t, r, 0)), v.cellFigure(t, r, 0)}
	}
	return overviewCell{}
}

// topOf writes the answer that is given most often about a channel, or both that
// are; nothing where more are.
func (v *view) topOf(b *builder, topic analysis.Topic, channel string) overviewCell {
	t := b.study.Table(topic, channel)
	if t == nil {
		return overviewCell{}
	}
	top := b.ranked(t, 0)
	n := 0
	for n < len(top) && top[n].Value == top[0].Value {
		n++
	}
	const mostTied = 2
	if n == 0 || n > mostTied {
		return overviewCell{}
	}
	var labels []string
	for _, s := range top[:n] {
		labels = append(labels, b.rowLabel(t, s.row))
	}
	return overviewCell{text: b.l.List(labels) + ": " + v.basedCell(v.figure(t, top[0].row, 0))}
}

// withoutEmpty leaves out the columns that have nothing in any line.
func withoutEmpty(g grid) grid {
	kept := grid{title: g.title, notes: g.notes, bases: g.bases, words: g.words, lines: make([][]string, len(g.lines)), figures: make([][]*gridFigure, len(g.lines))}
	for c := range g.head {
		if !slices.ContainsFunc(g.lines, func(line []string) bool { return line[c] != "" }) {
			continue
		}
		kept.head = append(kept.head, g.head[c])
		for i := range g.lines {
			kept.lines[i], kept.figures[i] = append(kept.lines[i], g.lines[i][c]), append(kept.figures[i], g.figure(i, c))
		}
	}
	return kept
}

// responded says how many organisations answered of those that exist, and between
// which strata that differs most; nothing where it is not known how many exist.
func (b *builder) responded(t *analysis.Table) []Finding {
	row := t.Row(analysis.KeyResponse, analysis.ShareOfPopulation)
	all, ok := say(t, row, 0)
	if !ok || !b.whole {
		return nil
	}
	least, most := -1, -1
	for g := 1; g < len(t.Groups); g++ {
		if _, ok := say(t, row, g); !ok {
			continue
		}
		if least < 0 || t.Cells[row][g].Value < t.Cells[row][least].Value {
			least = g
		}
		if most < 0 || t.Cells[row][g].Value > t.Cells[row][most].Value {
			most = g
		}
	}
	text := b.words.ResponseIs(all.Count, all.Base, all.Value)
	figures := []said{all}
	if least >= 0 && least != most && t.Cells[row][least].Value < t.Cells[row][most].Value {
		x, _ := say(t, row, least)
		y, _ := say(t, row, most)
		text += " " + b.words.ResponseBetween(clean(t.Groups[least].Label), b.figure(x), clean(t.Groups[most].Label), b.figure(y))
		figures = append(figures, x, y)
	}
	return []Finding{finding(text, figures...)}
}
