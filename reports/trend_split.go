package reports

import (
	"slices"

	"benchmark/analysis"
	"benchmark/analysis/trend"
	"benchmark/survey"
	"benchmark/survey/waves"
)

// splitSection names the section on figures by a question of a role.
func splitSection(role survey.Role) string { return "trend-by-" + string(role) }

// splits are use, plans and barriers by type of organisation, or by size class: a table
// for each figure, of barriers where they are asked for. A break stands under the first
// table that has it.
func (b *trendBuilder) splits(barriers bool) []Section {
	var all []Section
	for i := range b.t.Splits {
		x := &b.t.Splits[i]
		s := Section{Title: b.words.SplitBy(string(x.Role), clean(x.Title)), Name: splitSection(x.Role), Intro: []string{b.words.SplitIntro()}}
		var said []string
		for r := range b.t.Rows {
			if b.t.Rows[r].Topic == analysis.Barriers && !barriers {
				continue
			}
			if g := b.splitTable(x, r, &said); len(g.lines) > 0 {
				s.grids = append(s.grids, g)
			}
		}
		if len(s.grids) > 0 {
			all = append(all, s)
		}
	}
	return all
}

// splitTable is the table of one figure by group, with the breaks that were not said yet.
func (b *trendBuilder) splitTable(s *trend.Split, row int, said *[]string) grid {
	r := &b.t.Rows[row]
	name := b.row(r)
	if r.Topic == analysis.Barriers && r.Channel != "" {
		name = clean(r.Channel) + ": " + b.l.Small(name)
	}
	title := b.words.Between(name, b.l.Small(b.words.SplitBy(string(s.Role), clean(s.Title))))
	g := grid{title: title, head: b.figureHeads(clean(s.Title))}
	hidden := map[analysis.Status]bool{}
	var broken []trend.Change
	for l := range s.Levels {
		k := slices.IndexFunc(s.Levels[l].Parts, func(p trend.SplitPart) bool { return p.Row == row })
		if k < 0 {
			continue
		}
		p := &s.Levels[l].Parts[k]
		part := *r
		part.Figures, part.Changes = p.Figures, p.Changes
		line, figures := b.line(clean(s.Levels[l].Label), &part)
		for w := range p.Figures {
			if p.Figures[w].Status == analysis.NotEstimated {
				line[1+w] = b.heads.None // none of them took part
			}
		}
		g.lines, g.figures = append(g.lines, line), append(g.figures, figures)
		for w := range p.Figures {
			if st := p.Figures[w].Status; st.Hidden() && !hidden[st] {
				hidden[st] = true
				g.notes = append(g.notes, b.l.Capital(b.report.HiddenNote(st.String())))
			}
			if c := &p.Changes[w]; c.From >= 0 && c.Verdict != waves.Comparable && p.Figures[c.From].Base > 0 && p.Figures[w].Base > 0 {
				broken = join(broken, c)
			}
		}
	}
	for i := range broken {
		if note := b.breakNote(clean(r.Title), &broken[i]); !slices.Contains(*said, note) {
			g.notes, *said = append(g.notes, note), append(*said, note)
		}
	}
	return b.withoutEmpty(g)
}

// withoutEmpty leaves out the columns in which no line has anything: those of waves that
// did not ask.
func (b *trendBuilder) withoutEmpty(g grid) grid {
	for c := len(g.head) - 1; c > 0; c-- {
		if slices.ContainsFunc(g.lines, func(line []string) bool { return line[c] != b.heads.None }) {
			continue
		}
		g.head = slices.Delete(g.head, c, c+1)
		for i := range g.lines {
			g.lines[i], g.figures[i] = slices.Delete(g.lines[i], c, c+1), slices.Delete(g.figures[i], c, c+1)
		}
	}
	return g
}

// join adds a break to those between other waves; what differs for any group is said of
// the break.
func join(breaks []trend.Change, c *trend.Change) []trend.Change {
	at := slices.IndexFunc(breaks, func(o trend.Change) bool { return o.From == c.From && o.To == c.To && o.Verdict == c.Verdict })
	if at < 0 {
		return append(breaks, trend.Change{From: c.From, To: c.To, Verdict: c.Verdict, Why: slices.Clone(c.Why)})
	}
	for _, d := range c.Why {
		if !slices.ContainsFunc(breaks[at].Why, func(o waves.Difference) bool { return o.Code == d.Code }) {
			breaks[at].Why = append(breaks[at].Why, d)
		}
	}
	return breaks
}

// splitsJSON are the figures by group.
func (b *trendBuilder) splitsJSON() []jsonSplit {
	all := []jsonSplit{}
	for i := range b.t.Splits {
		s := &b.t.Splits[i]
		j := jsonSplit{Role: string(s.Role), Title: clean(s.Title), Levels: []jsonSplitLevel{}}
		for l := range s.Levels {
			x := &s.Levels[l]
			level := jsonSplitLevel{Level: x.Key, Label: clean(x.Label), Rows: []jsonSplitRow{}}
			for k := range x.Parts {
				p := &x.Parts[k]
				line := jsonSplitRow{ID: b.t.Rows[p.Row].ID, Figures: []jsonStanding{}, Changes: []jsonTrendDelta{}}
				for w := range p.Figures {
					line.Figures = append(line.Figures, standingJSON(&p.Figures[w]))
					if c := &p.Changes[w]; c.From >= 0 {
						line.Changes = append(line.Changes, b.deltaJSON(c))
					}
				}
				level.Rows = append(level.Rows, line)
			}
			j.Levels = append(j.Levels, level)
		}
		all = append(all, j)
	}
	return all
}

// jsonSplit is the use of channels by the answers to one question.
type jsonSplit struct {
	Role   string           `json:"role"`
	Title  string           `json:"title"`
	Levels []jsonSplitLevel `json:"levels"`
}

type jsonSplitLevel struct {
	Level string         `json:"level"`
	Label string         `json:"label"`
	Rows  []jsonSplitRow `json:"rows"`
}

type jsonSplitRow struct {
	ID      string           `json:"id"` // that of the row of all
	Figures []jsonStanding   `json:"figures"`
	Changes []jsonTrendDelta `json:"changes"`
}
