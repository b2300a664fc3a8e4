package reports

import (
	"slices"

	"benchmark/analysis"
	"benchmark/analysis/trend"
	"benchmark/survey"
	"benchmark/survey/waves"
)

// splitSection names the section on the use of channels by a question of a role.
func splitSection(role survey.Role) string { return "trend-by-" + string(role) }

// splits are the use of channels by type of organisation, or by size class: a table for
// each channel.
func (b *trendBuilder) splits() []Section {
	var all []Section
	for i := range b.t.Splits {
		x := &b.t.Splits[i]
		s := Section{Title: b.words.SplitBy(string(x.Role), clean(x.Title)), Name: splitSection(x.Role), Intro: []string{b.words.SplitIntro()}}
		for r := range b.t.Rows {
			if g := b.splitTable(x, r); len(g.lines) > 0 {
				s.grids = append(s.grids, g)
			}
		}
		if len(s.grids) > 0 {
			all = append(all, s)
		}
	}
	return all
}

// splitTable is the table of one figure by group.
func (b *trendBuilder) splitTable(s *trend.Split, row int) grid {
	r := &b.t.Rows[row]
	title := b.words.Between(b.row(r), b.l.Small(b.words.SplitBy(string(s.Role), clean(s.Title))))
	g := grid{title: title, head: b.figureHeads(clean(s.Title))}
	hidden := map[analysis.Status]bool{}
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
				g.notes = append(g.notes, b.words.HiddenBecause(b.report.HiddenNote(st.String())))
			}
			if c := &p.Changes[w]; c.From >= 0 && c.Verdict != waves.Comparable && p.Figures[c.From].Base > 0 && p.Figures[w].Base > 0 {
				if note := b.breakNote(clean(r.Title), c); !slices.Contains(g.notes, note) {
					g.notes = append(g.notes, note)
				}
			}
		}
	}
	return g
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
