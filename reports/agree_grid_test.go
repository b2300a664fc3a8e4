package reports

import (
	"slices"
	"strings"

	"benchmark/analysis"
)

// A printedTable is a table as it was read from a format: the texts of its head
// and lines, and of the headings or the caption over it.
type printedTable struct {
	over  []string
	head  []string
	lines [][]string
	// begins is true for the first table of a table of figures.
	begins bool
}

// readTables compares the tables of a format, in their order, with those of the
// JSON that the report shows.
func (k *truth) readTables(printed []printedTable) {
	k.t.Helper()
	at := -1
	for i := range printed {
		p := &printed[i]
		if p.begins {
			at++
		}
		if at < 0 || at >= len(k.shown) {
			k.fault("a table under %q is no table of the JSON", p.over)
			continue
		}
		t := k.shown[at]
		if !slices.ContainsFunc(p.over, func(s string) bool { return strings.Contains(unmarked(s), t.title) }) {
			k.fault("the table of %s stands under %q, not under %q", t.ID, p.over, t.title)
		}
		k.readTable(t, p)
	}
	if at+1 != len(k.shown) {
		k.fault("%d of %d tables were read", at+1, len(k.shown))
	}
}

// readTable compares one table, by what its first head names.
func (k *truth) readTable(t *truthTable, p *printedTable) {
	k.t.Helper()
	words := k.l.Report().Columns()
	for _, line := range p.lines {
		if len(line) != len(p.head) {
			k.fault("%s: a line of %d cells under %d heads", t.ID, len(line), len(p.head))
			return
		}
	}
	switch {
	case groupwise(t.of):
		k.groupsAsRows(t, p)
	case p.head[0] == words.Total:
		k.totals(t, p)
	default:
		k.banner(t, p)
	}
}

// ownRows are the rows that have a line of their own, in the order of the JSON.
func (t *truthTable) ownRows() []int {
	var own []int
	for row := range t.Rows {
		if t.Rows[row].Measure != string(analysis.ShareOfAnswers) {
			own = append(own, row)
		}
	}
	return own
}

// answersOf is the row with the share of answers of a row, or -1.
func (t *truthTable) answersOf(row int) int {
	return slices.IndexFunc(t.Rows, func(r jsonRow) bool {
		return r.Key == t.Rows[row].Key && r.Measure == string(analysis.ShareOfAnswers)
	})
}

// groupsAsRows reads a table with a line for each group.
func (k *truth) groupsAsRows(t *truthTable, p *printedTable) {
	k.t.Helper()
	if len(p.lines) != len(t.names) {
		k.fault("%s: %d lines for %d groups", t.ID, len(p.lines), len(t.names))
		return
	}
	for g, line := range p.lines {
		if line[0] != t.names[g] {
			k.fault("%s: the line of %q is where %q belongs", t.ID, line[0], t.names[g])
			continue
		}
		for c := 1; c < len(line); c++ {
			row := slices.Index(t.labels, p.head[c])
			if row < 0 {
				k.fault("%s: %q is no row of the JSON", t.ID, p.head[c])
				continue
			}
			k.value(t, row, g, line[c])
		}
	}
}

// value reads a cell that holds the value of a figure, and the letters and arrow
// behind it, or a mark where there is none.
func (k *truth) value(t *truthTable, row, g int, text string) {
	k.t.Helper()
	j := &t.Rows[row].Cells[g]
	text = unmarked(text)
	if j.Value == nil {
		k.gone(t, row, g, text)
		return
	}
	parts := strings.Fields(text)
	if len(parts) == 0 {
		k.fault("%s, %s, %s: an empty cell, and the JSON has %v", t.ID, t.labels[row], t.names[g], *j.Value)
		return
	}
	percent := isShare(t.Rows[row].Measure)
	if percent != strings.HasSuffix(parts[0], "%") {
		k.fault("%s, %s, %s: %q has or lacks a per cent sign", t.ID, t.labels[row], t.names[g], parts[0])
	}
	k.saw(t, row, g, partValue, parts[0], percent)
	want := strings.TrimSpace(j.Letters + " " + arrowOf(j.Sign))
	if got := strings.Join(parts[1:], " "); got != want {
		k.fault("%s, %s, %s: %q behind the figure, and the JSON has %q", t.ID, t.labels[row], t.names[g], got, want)
	}
}

// interval reads 39,0–56,8 or, of a known number of bodies, 4–17/25.
func (k *truth) interval(t *truthTable, row, g int, text string) {
	k.t.Helper()
	j := &t.Rows[row].Cells[g]
	text = unmarked(text)
	if numberOf(j, partLow) == nil {
		if text != "" && text != "–" {
			k.fault("%s, %s, %s: the interval %q, and the JSON has none", t.ID, t.labels[row], t.names[g], text)
		}
		return
	}
	if text == "" {
		return // complete tells of one that is nowhere
	}
	span, all, exact := strings.Cut(text, "/")
	low, high, found := strings.Cut(span, "–")
	if exact != (j.Method == string(analysis.Hypergeometric)) || !found {
		k.fault("%s, %s, %s: the interval %q by the method %s", t.ID, t.labels[row], t.names[g], text, j.Method)
		return
	}
	if exact {
		seen := t.seen
		seen[seenPart{row, g, partLow}], seen[seenPart{row, g, partHigh}] = true, true
		for _, part := range []struct {
			text string
			want int
		}{{low, *j.CountLow}, {high, *j.CountHigh}, {all, *j.Population}} {
			if err := k.rounds(part.text, float64(part.want)); err != nil {
				k.fault("%s, %s, %s: the interval %q: %v", t.ID, t.labels[row], t.names[g], text, err)
			}
		}
		return
	}
	percent := isShare(t.Rows[row].Measure)
	k.saw(t, row, g, partLow, low, percent)
	k.saw(t, row, g, partHigh, high, percent)
}

// totals reads the figures of all who answered: a column for each part.
func (k *truth) totals(t *truthTable, p *printedTable) {
	k.t.Helper()
	words, weighted := k.l.Report().Columns(), k.l.Report().WeightedColumns()
	values := []string{words.Share, words.Value}
	if t.Unit != "" {
		values = append(values, k.l.Unit(clean(t.Unit)))
	}
	own := t.ownRows()
	if len(p.lines) != len(own) {
		k.fault("%s: %d lines for %d rows", t.ID, len(p.lines), len(own))
		return
	}
	for i, row := range own {
		line := p.lines[i]
		if line[0] != t.labels[row] {
			k.fault("%s: the line of %q is where %q belongs", t.ID, line[0], t.labels[row])
			continue
		}
		for c := 1; c < len(line); c++ {
			text := line[c]
			switch head := p.head[c]; {
			case slices.Contains(values, head):
				k.value(t, row, 0, text)
			case head == k.l.Report().Interval(k.json.Options.Level), head == k.l.Report().BoundsHead() && t.Topic == string(analysis.Bounds):
				k.interval(t, row, 0, text)
			case head == words.Count || head == words.Mentions || head == words.Base:
				k.count(t, row, text)
			case head == words.OfAnswers:
				if a := t.answersOf(row); a >= 0 {
					k.value(t, a, 0, text)
				}
			case head == weighted.Unweighted:
				k.part(t, row, 0, partUnweighted, text)
			case head == weighted.WeightedBase:
				k.part(t, row, 0, partSum, text)
			case head == weighted.EffectiveBase:
				k.part(t, row, 0, partEffective, text)
			default:
				k.fault("%s: the head %q is not known", t.ID, head)
			}
		}
	}
}

// part reads a cell that holds one number of a figure or nothing.
func (k *truth) part(t *truthTable, row, g int, part, text string) {
	k.t.Helper()
	if text = unmarked(text); text == "" && numberOf(&t.Rows[row].Cells[g], part) == nil {
		return
	}
	k.saw(t, row, g, part, text, part == partUnweighted && isShare(t.Rows[row].Measure))
}

// count reads 56 van 117, or a base alone.
func (k *truth) count(t *truthTable, row int, text string) {
	k.t.Helper()
	if text = unmarked(text); text == "" && (t.Rows[row].Cells[0].Value == nil || t.Rows[row].Measure == string(analysis.Count)) {
		return
	}
	of := map[bool]string{true: " of ", false: " van "}[k.english()]
	if count, base, found := strings.Cut(text, of); found {
		k.saw(t, row, 0, partCount, count, false)
		text = base
	}
	k.saw(t, row, 0, partBase, text, false)
}

// groupUnder is the group of a column of a breakdown: the first after the last
// one that has the head as its name.
func (k *truth) groupUnder(t *truthTable, head string, after int) int {
	for g := after; g < len(t.names); g++ {
		name := t.names[g]
		if letter := t.Groups[g].Letter; letter != "" {
			name += " (" + letter + ")"
		}
		if name == unmarked(head) {
			return g
		}
	}
	return -1
}

// banner reads a breakdown: a column for everyone and for each of its groups.
func (k *truth) banner(t *truthTable, p *printedTable) {
	k.t.Helper()
	groups := make([]int, len(p.head))
	after := 0
	for c := 1; c < len(p.head); c++ {
		groups[c] = k.groupUnder(t, p.head[c], after)
		if groups[c] < 0 {
			k.fault("%s: %q is no group of the JSON after group %d", t.ID, p.head[c], after)
			return
		}
		after = groups[c] + 1
		if c == 1 {
			// The groups of this breakdown follow those of another.
			after = k.firstOf(t, p.head[0])
		}
	}
	lines := p.lines
	for len(lines) > 0 && k.baseLine(t, lines[0], groups) {
		lines = lines[1:]
	}
	for _, row := range t.ownRows() {
		if len(lines) == 0 || lines[0][0] != t.labels[row] {
			k.fault("%s by %s: the line of %q is missing", t.ID, p.head[0], t.labels[row])
			return
		}
		for c := 1; c < len(groups); c++ {
			k.cell(t, row, groups[c], lines[0][c])
		}
		lines = lines[1:]
		if a := t.answersOf(row); a >= 0 {
			for c := 1; c < len(groups); c++ {
				k.value(t, a, groups[c], lines[0][c])
			}
			lines = lines[1:]
		}
	}
	if len(lines) > 0 {
		k.fault("%s by %s: %d lines too many", t.ID, p.head[0], len(lines))
	}
}

// firstOf is the first group of the breakdown with a name.
func (k *truth) firstOf(t *truthTable, name string) int {
	v := newView(k.report, k.l)
	return max(0, slices.IndexFunc(t.Groups, func(g jsonGroup) bool { return g.Key != "" && v.breakdown(g.Breakdown) == name }))
}

// baseLine reads a line of bases, which is that of every figure in its column;
// false when it is none.
func (k *truth) baseLine(t *truthTable, line []string, groups []int) bool {
	words := k.l.Report().WeightedColumns()
	part := map[string]string{
		k.l.Report().Columns().Base: partBase, words.UnweightedBase: partBase, words.WeightedBase: partSum, words.EffectiveBase: partEffective,
	}[line[0]]
	if part == "" {
		return false
	}
	for c := 1; c < len(groups); c++ {
		for _, row := range t.ownRows() {
			if t.Rows[row].Cells[groups[c]].Value != nil {
				k.part(t, row, groups[c], part, line[c])
			}
		}
	}
	return true
}

// cell reads a figure of a breakdown with what stands beside it: 47,9% AB
// (39,0–56,8; ongewogen 45,1%) n=56, gew=12,3, eff=11,9.
func (k *truth) cell(t *truthTable, row, g int, text string) {
	k.t.Helper()
	text = unmarked(text)
	value, rest, _ := strings.Cut(text, " (")
	beside, bases, found := strings.Cut(rest, ")")
	if !found {
		if i := strings.Index(value, " n="); i >= 0 {
			value, bases = value[:i], value[i:]
		}
	}
	k.value(t, row, g, value)
	sum, effective := k.l.Report().BaseMarks()
	interval := false
	for _, s := range strings.FieldsFunc(beside, func(r rune) bool { return r == ';' }) {
		if plain, found := strings.CutPrefix(strings.TrimSpace(s), k.l.Report().WeightedColumns().Unweighted+" "); found {
			k.part(t, row, g, partUnweighted, plain)
			continue
		}
		interval = true
		k.interval(t, row, g, s)
	}
	if !interval {
		k.interval(t, row, g, "")
	}
	for _, s := range strings.Fields(bases) {
		s = strings.TrimSuffix(s, ",")
		for mark, part := range map[string]string{"n=": partBase, sum: partSum, effective: partEffective} {
			if n, found := strings.CutPrefix(s, mark); found {
				k.part(t, row, g, part, n)
				s = ""
			}
		}
		if s != "" {
			k.fault("%s, %s, %s: %q in %q is not known", t.ID, t.labels[row], t.names[g], s, text)
		}
	}
}
