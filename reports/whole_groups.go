package reports

import (
	"slices"
	"strings"

	"benchmark/analysis"
	"benchmark/analysis/contrast"
	"benchmark/charts"
	"benchmark/survey"
)

// breakdowns are the ids of the breakdowns by a question, in the order of the
// study; users of a channel and strata are none.
func (b *builder) breakdowns() []string {
	var ids []string
	for i := range b.study.Tables {
		for _, id := range b.study.Tables[i].Breakdowns() {
			if id != analysis.UsersBreakdown && id != analysis.StrataBreakdown && !slices.Contains(ids, id) {
				ids = append(ids, id)
			}
		}
	}
	return ids
}

// groupsName is the name of the section on the groups of a breakdown.
func groupsName(by string) string { return string(ByGroup) + "-" + by }

func (b *builder) newGroups(by string) Section {
	return Section{Topic: ByGroup, By: by, Name: groupsName(by), Title: b.words.DifferencesBy(b.groupsOf(by))}
}

// groupsOf names what the groups of a breakdown are: by its role where that says
// it, else by the survey's own title.
func (b *builder) groupsOf(by string) string {
	if q := b.survey.Find(by); q >= 0 {
		if name := b.words.GroupsOfRole(string(b.survey.Questions[q].Role)); name != "" {
			return name
		}
	}
	return newView(&Report{Study: b.study}, b.l).breakdown(by)
}

// mainFigure is a figure whose differences between groups are told.
type mainFigure struct {
	table *analysis.Table
	row   int
	label string
}

// mainFigures are the figures whose differences between groups are told, as far as
// the total is shown.
func (b *builder) mainFigures() []mainFigure {
	var all []mainFigure
	for i := range b.study.Tables {
		t := &b.study.Tables[i]
		row := t.Main()
		if row < 0 || t.Total(row).Status != analysis.Estimated {
			continue
		}
		about := clean(t.Channel)
		if t.Topic == analysis.Ownership {
			about = b.rowLabel(t, row)
		}
		all = append(all, mainFigure{t, row, b.words.MainFigure(string(t.Topic), about)})
	}
	return all
}

// fillGroups gives the section on a breakdown its tables and its introduction: the
// main figures in every group, and between which groups they differ. A breakdown
// of which fewer than two groups are shown gets none.
func (b *builder) fillGroups(v *view, s *Section) {
	figures := slices.DeleteFunc(b.mainFigures(), func(f mainFigure) bool { return len(shownIn(f, s.By)) < 2 })
	if len(figures) == 0 {
		return
	}
	levels := v.groupsGrid(s.By, figures)
	levels.title = b.words.GroupsTitle(b.groupsOf(s.By))
	levels.notes = b.exactNotes(s.By, figures)
	verdicts, compared, found := b.verdictGrid(s.By, figures)
	if compared > 0 {
		s.Intro = append(s.Intro, b.words.GroupsCompared(compared, found))
	}
	s.grids = append(s.grids, levels)
	if compared > 0 {
		verdicts.notes = []string{b.words.VerdictNote()}
		s.grids = append(s.grids, verdicts)
	}
}

// shownIn are the groups of a breakdown in which a figure is shown.
func shownIn(f mainFigure, by string) []int {
	var groups []int
	for g := range f.table.Groups {
		if f.table.Groups[g].Breakdown == by && f.table.Cells[f.row][g].Status == analysis.Estimated {
			groups = append(groups, g)
		}
	}
	return groups
}

// groupsGrid is a line for everyone and for every group, and a column for every
// figure.
func (v *view) groupsGrid(by string, figures []mainFigure) grid {
	g := grid{head: []string{v.breakdown(by)}}
	first := figures[0].table
	for _, f := range figures {
		g.head = append(g.head, f.label)
	}
	add := func(label, breakdown, level string) {
		line, numbers := []string{label}, []*gridFigure{nil}
		for _, f := range figures {
			cell, number := "", (*gridFigure)(nil)
			if at := f.table.Group(breakdown, level); at >= 0 {
				cell, number = v.basedCell(v.figure(f.table, f.row, at)), v.cellFigure(f.table, f.row, at)
			}
			line, numbers = append(line, cell), append(numbers, number)
		}
		g.lines, g.figures = append(g.lines, line), append(g.figures, numbers)
	}
	add(v.words.Columns().Total, analysis.TotalBreakdown, "")
	for at := range first.Groups {
		if o := &first.Groups[at]; o.Breakdown == by && (o.Respondents > 0 || o.Hidden) {
			add(v.groupLabel(first, at), by, o.Level)
		}
	}
	return g
}

// basedCell writes a figure with its interval and the number of answers that it
// rests on.
func (v *view) basedCell(f figureText) string {
	s := f.value + superscript(f.valueMarks)
	if !f.shown {
		return s
	}
	var beside []string
	if f.interval != "" {
		beside = append(beside, f.interval+superscript(f.intervalMarks))
	}
	if f.unweighted != "" {
		beside = append(beside, v.words.WeightedColumns().Unweighted+" "+f.unweighted)
	}
	beside = append(beside, "n = "+f.base+superscript(f.baseMarks))
	return s + " (" + strings.Join(beside, "; ") + ")"
}

// verdictGrid is a line for every figure: the two groups that are furthest apart
// of those that differ, or else of those that were compared, and what the test
// says. It also returns of how many figures groups were compared, and how many
// differ.
func (b *builder) verdictGrid(by string, figures []mainFigure) (g grid, compared, found int) {
	g = grid{title: b.words.VerdictTitle(), head: b.words.VerdictHeads(), words: len(b.words.VerdictHeads()) - 1}
	for _, f := range figures {
		var family []analysis.Difference
		for _, d := range b.study.Differences {
			if d.Table == f.table.ID && d.Row == f.table.Rows[f.row].Key && d.Breakdown == by {
				family = append(family, d)
			}
		}
		d, others := furthest(family, true)
		if d != nil {
			found++
		} else if d, _ = furthest(family, false); d == nil {
			g.lines = append(g.lines, []string{f.label, "–", "–", "–", b.words.NotTestable(b.minimum()), "–", ""})
			g.figures = append(g.figures, nil)
			continue
		}
		compared++
		g.lines, g.figures = append(g.lines, b.verdictLine(f, d, others)), append(g.figures, verdictFigures(d))
	}
	g = withoutEmpty(g)
	g.words = len(g.head) - 1
	return g, compared, found
}

func (b *builder) verdictLine(f mainFigure, d *analysis.Difference, others int) []string {
	high, low := f.table.Group(d.Breakdown, d.A), f.table.Group(d.Breakdown, d.B)
	if d.Result.Difference.Value < 0 {
		high, low = low, high
	}
	x, _ := say(f.table, f.row, high)
	y, _ := say(f.table, f.row, low)
	group := func(g int, s said) string { return clean(f.table.Groups[g].Label) + ": " + b.figure(s) }
	shown := d.Verdict.Conclusion != contrast.Undecided
	seen := 0.0
	if !shown {
		seen = 100 * d.Verdict.Seen
	}
	return []string{
		f.label, group(high, x), group(low, y), b.words.Difference(100 * gap(d)), b.words.Found(shown, others), evidence(b.l, &d.Result),
		b.words.SeenFrom(seen),
	}
}

// verdictFigures are the difference of a line, and from where one would mostly be
// found, as numbers.
func verdictFigures(d *analysis.Difference) []*gridFigure {
	numbers := make([]*gridFigure, verdictSeen+1)
	numbers[verdictGap] = &gridFigure{value: gap(d), format: percentFormat}
	if d.Verdict.Conclusion == contrast.Undecided && d.Verdict.Seen > 0 {
		numbers[verdictSeen] = &gridFigure{value: d.Verdict.Seen, format: percentFormat}
	}
	return numbers
}

// The columns of a verdictLine that have numbers.
const (
	verdictGap  = 3
	verdictSeen = 6
)

// exactNotes say in counts what the figures of types of known size mean for all
// organisations of each.
func (b *builder) exactNotes(by string, figures []mainFigure) []string {
	var notes []string
	for _, f := range figures {
		if f.table.Topic != analysis.AdoptionTopic || len(b.exactCounts(f.table, f.row)) == 0 {
			continue
		}
		if q := b.survey.Find(by); q >= 0 && b.survey.Questions[q].Role == survey.BodyType {
			notes = append(notes, b.words.ExactCountsOf(f.label, b.exactCounts(f.table, f.row)))
		}
	}
	return notes
}

// groupPictures are the use of all channels by group, and that of the first ones
// with margins.
func (b *builder) groupPictures(p *pictures, by string) {
	if by == "" {
		return
	}
	if t := b.study.Table(analysis.Channels, ""); t != nil && slices.Contains(t.Breakdowns(), by) {
		p.add(t, func() (charts.Chart, error) { return charts.Split(b.study, t, charts.Heat, []string{by}, b.l) })
	}
	drawn := 0
	for _, f := range b.mainFigures() {
		if t := f.table; t.Topic == analysis.AdoptionTopic && drawn < mostBroken && len(shownIn(f, by)) > 1 {
			drawn++
			p.add(t, func() (charts.Chart, error) { return charts.Breakdown(b.study, t, survey.Uses, []string{by}, b.l) })
		}
	}
}
