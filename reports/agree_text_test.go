package reports

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// A word of a laid-out text, with the columns in which it stands.
type textWord struct {
	text     string
	from, to int
}

// words splits a line where two blanks or more are.
func words(line string) []textWord {
	var all []textWord
	runes := []rune(line)
	for i := 0; i < len(runes); {
		if runes[i] == ' ' {
			i++
			continue
		}
		j := i
		for j < len(runes) && (runes[j] != ' ' || j+1 < len(runes) && runes[j+1] != ' ') {
			j++
		}
		all = append(all, textWord{string(runes[i:j]), i, j})
		i = j
	}
	return all
}

// readText reads a report that was laid out as text, table by table: its totals,
// and then the blocks of its breakdowns.
func (k *truth) readText(text string) {
	k.t.Helper()
	lines := strings.Split(text, "\n")
	at := 0
	find := func(want string) bool {
		for i := at; i < len(lines); i++ {
			if unmarked(lines[i]) == want {
				at = i + 1
				return true
			}
		}
		return false
	}
	section := ""
	for _, t := range k.shown {
		if t.section != section {
			section = t.section
			if !find(section) || !strings.HasPrefix(lines[at], "─") {
				k.fault("the section %q is not there", section)
				return
			}
		}
		if t.title != section && !find(t.title) {
			k.fault("the table %q is not there", t.title)
			return
		}
		end := at
		for end < len(lines) && (end+1 >= len(lines) || !strings.HasPrefix(lines[end+1], "───")) {
			end++
		}
		at += k.textTable(t, lines[at:end])
	}
}

// textTable reads one table and returns how many lines it took.
func (k *truth) textTable(t *truthTable, lines []string) int {
	k.t.Helper()
	if groupwise(t.of) {
		return k.textGroups(t, lines)
	}
	used := k.textTotals(t, lines)
	next := 1
	for next < len(t.names) {
		if shown := k.nextShown(t, next); shown == len(t.names) {
			break
		}
		n, took := k.textBlock(t, lines[used:], next)
		if took == 0 {
			k.fault("%s: no block of a breakdown for %q", t.ID, t.names[next])
			break
		}
		used, next = used+took, n
	}
	return used
}

// nextShown is the first group from g on with a figure.
func (k *truth) nextShown(t *truthTable, g int) int {
	for g < len(t.names) {
		if slices.ContainsFunc(t.Rows, func(r jsonRow) bool { return r.Cells[g].Value != nil }) {
			return g
		}
		g++
	}
	return g
}

// textTotals reads the figures of all who answered, each on the first line of its
// label.
func (k *truth) textTotals(t *truthTable, lines []string) int {
	k.t.Helper()
	heads, from := k.textHeads(lines, func(first string) bool { return strings.HasPrefix(t.labels[t.ownRows()[0]], first) })
	p := &printedTable{head: []string{k.l.Report().Columns().Total}}
	for _, h := range heads {
		p.head = append(p.head, h.text)
	}
	used := from
	for _, row := range t.ownRows() {
		label := t.labels[row]
		for used < len(lines) && strings.TrimSpace(lines[used]) == "" {
			used++
		}
		line := []string{label}
		all := words(lines[used])
		if len(all) == 0 || !strings.HasPrefix(label, all[0].text) {
			k.fault("%s: the line of %q is %q", t.ID, label, lines[used])
			return used
		}
		for _, h := range heads {
			line = append(line, under(all[1:], h))
		}
		p.lines = append(p.lines, line)
		rest := strings.TrimSpace(strings.TrimPrefix(label, all[0].text))
		for used++; rest != "" && used < len(lines); used++ {
			more := strings.TrimSpace(lines[used])
			if more == "" || !strings.HasPrefix(rest, more) {
				break
			}
			rest = strings.TrimSpace(strings.TrimPrefix(rest, more))
		}
	}
	k.totals(t, p)
	return used
}

// textHeads finds the heads of columns above the first line that begins with a
// label at its left: the words above each other, by where they end.
func (k *truth) textHeads(lines []string, first func(string) bool) (heads []textWord, from int) {
	for from < len(lines) {
		all := words(lines[from])
		if len(all) > 1 && all[0].from == 0 && first(all[0].text) {
			break
		}
		if len(all) > 0 && all[0].from == 0 { // a sentence above the table
			heads = nil
		} else {
			for _, w := range all {
				heads = headed(heads, w)
			}
		}
		from++
	}
	slices.SortFunc(heads, func(a, b textWord) int { return a.to - b.to })
	return heads, from
}

// headed puts a word below the head that ends where it ends, or makes it one.
func headed(heads []textWord, w textWord) []textWord {
	for i := range heads {
		if h := &heads[i]; max(h.from, w.from) < min(h.to, w.to) {
			h.text, h.from, h.to = h.text+" "+w.text, min(h.from, w.from), max(h.to, w.to)
			return heads
		}
	}
	return append(heads, w)
}

// under is the word in the column of a head: the one that ends where it ends,
// with its marks or before them.
func under(all []textWord, head textWord) string {
	best, text := 6, ""
	for _, w := range all {
		bare := w.from + utf8.RuneCountInString(unmarked(w.text))
		if off := min(max(bare-head.to, head.to-bare), max(w.to-head.to, head.to-w.to)); off < best {
			best, text = off, w.text
		}
	}
	return text
}

// textGroups reads a table with a line for each group.
func (k *truth) textGroups(t *truthTable, lines []string) int {
	k.t.Helper()
	heads, used := k.textHeads(lines, func(first string) bool { return first == t.names[0] })
	p := &printedTable{head: []string{k.l.Report().Columns().Group}}
	for _, h := range heads {
		p.head = append(p.head, h.text)
	}
	for g := 0; g < len(t.names) && used < len(lines); used++ {
		all := words(lines[used])
		if len(all) < 2 || all[0].text != t.names[g] {
			continue
		}
		line := []string{all[0].text}
		for _, h := range heads {
			line = append(line, under(all[1:], h))
		}
		p.lines = append(p.lines, line)
		g++
	}
	k.groupsAsRows(t, p)
	return used
}

// squeezed is a head without blanks, hyphens and marks, as it may be broken over
// lines.
func squeezed(s string) string {
	return strings.NewReplacer(" ", "", "-", "").Replace(unmarked(s))
}

// textBlock reads a block of a breakdown, of groups from next on. It returns the
// first group that is not in it, and the lines it took.
func (k *truth) textBlock(t *truthTable, lines []string, next int) (after, used int) {
	k.t.Helper()
	own := t.ownRows()
	bases := k.baseLabels()
	// The names of breakdowns stand over a rule, or fill their columns.
	ruled := -1
named:
	for i, line := range lines {
		switch all := words(line); {
		case strings.Contains(line, "─"), ruled < 0 && len(all) > 0 && all[0].from > 0, outer(t, all):
			ruled = i
			continue
		case ruled < 0 || len(all) == 0 || all[0].from > 0:
			continue
		default:
			break named
		}
	}
	if ruled < 0 {
		return next, 0
	}
	heads, used := k.textHeads(lines[ruled+1:], func(first string) bool {
		return bases[first] != "" || strings.HasPrefix(t.labels[own[0]], first)
	})
	used += ruled + 1
	groups := make([]int, len(heads))
	for c, h := range heads {
		if squeezed(h.text) == squeezed(k.l.Report().Columns().Total) {
			continue
		}
		next = k.nextShown(t, next)
		if next == len(t.names) || squeezed(h.text) != squeezed(k.textHead(t, next)) {
			k.fault("%s: the column of group %d is headed %q", t.ID, next, h.text)
			return len(t.names), used
		}
		groups[c] = next
		next++
	}
	for ; used < len(lines); used++ {
		all := words(lines[used])
		if len(all) == 0 || bases[all[0].text] == "" {
			break
		}
		line := []string{all[0].text}
		for _, h := range heads {
			line = append(line, under(all[1:], h))
		}
		k.baseLine(t, line, append([]int{0}, groups...))
	}
	for _, row := range own {
		used += k.textRow(t, row, groups, heads, lines[used:])
	}
	return next, used
}

// outer reports whether a line has nothing but outer answers of nested groups, which
// fill their columns.
func outer(t *truthTable, line []textWord) bool {
	return len(line) > 0 && !slices.ContainsFunc(line, func(w textWord) bool {
		return !slices.ContainsFunc(t.Groups, func(g jsonGroup) bool {
			return len(g.Levels) > 1 && strings.Contains(squeezed(g.Levels[0].Label), squeezed(w.text))
		})
	})
}

func (k *truth) baseLabels() map[string]string {
	w := k.l.Report().WeightedColumns()
	return map[string]string{k.l.Report().Columns().Base: partBase, w.UnweightedBase: partBase, w.WeightedBase: partSum, w.EffectiveBase: partEffective}
}

// textHead is what heads the column of a group: of a nested one its own answer,
// with the letter.
func (k *truth) textHead(t *truthTable, g int) string {
	head := t.names[g]
	if levels := t.Groups[g].Levels; len(levels) > 0 {
		head = clean(levels[len(levels)-1].Label)
	}
	if letter := t.Groups[g].Letter; letter != "" {
		head += " (" + letter + ")"
	}
	return head
}

// textRow reads the lines of one row: values, and under them intervals,
// unweighted figures and bases.
func (k *truth) textRow(t *truthTable, row int, groups []int, heads []textWord, lines []string) (used int) {
	k.t.Helper()
	sum, effective := k.l.Report().BaseMarks()
	rest := t.labels[row]
	intervals := make([]bool, len(groups))
	for ; used < len(lines); used++ {
		all := words(lines[used])
		if len(all) == 0 {
			break
		}
		if all[0].from == 0 {
			if rest == "" || !strings.HasPrefix(rest, strings.TrimSuffix(all[0].text, "-")) {
				break // of the next row
			}
			rest = strings.TrimSpace(strings.TrimPrefix(rest, strings.TrimSuffix(all[0].text, "-")))
			all = all[1:]
		} else if used == 0 {
			k.fault("%s: %q is where the row %q belongs", t.ID, lines[0], t.labels[row])
			return 1
		}
		if a := t.answersOf(row); a >= 0 && len(all) > 0 && strings.HasPrefix(k.l.Report().Columns().OfAnswers, strings.TrimSuffix(all[0].text, "…")) {
			for c := range groups {
				k.value(t, a, groups[c], under(all[1:], heads[c]))
			}
			continue
		}
		for c, g := range groups {
			text := under(all, heads[c])
			switch {
			case used == 0:
				k.value(t, row, g, text)
			case strings.HasPrefix(text, "("):
				k.part(t, row, g, partUnweighted, strings.Trim(text, "()"))
			case strings.HasPrefix(text, "n="):
				k.part(t, row, g, partBase, text[2:])
			case strings.HasPrefix(text, sum):
				k.part(t, row, g, partSum, strings.TrimPrefix(text, sum))
			case strings.HasPrefix(text, effective):
				k.part(t, row, g, partEffective, strings.TrimPrefix(text, effective))
			case text != "":
				intervals[c] = true
				k.interval(t, row, g, text)
			}
		}
	}
	for c, g := range groups {
		if !intervals[c] {
			k.interval(t, row, g, "")
		}
	}
	return used
}
