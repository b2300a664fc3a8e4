package codebook

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"benchmark/survey"
	"benchmark/survey/pattern"
	"benchmark/survey/personal"
)

// pieceCount is what is known of the pieces of the cells of a column, by key.
type pieceCount struct {
	count map[string]int
	shown map[string]string
	// alone is how often a piece is a whole cell, first whether it ever begins
	// one, inside whether something ever follows it.
	alone         map[string]int
	first, inside map[string]bool
	// next are the pieces that follow a piece.
	next         map[string]map[string]bool
	total, cells int
	// hard says that the separator does not stand within options, closed that no
	// texts of "other" stand among them.
	hard, closed bool
}

// countPieces counts the pieces of every cell.
func countPieces(p *profile, cells [][]string, alone map[string]int) pieceCount {
	n := pieceCount{count: map[string]int{}, shown: map[string]string{}, alone: alone, first: map[string]bool{}, inside: map[string]bool{}, next: map[string]map[string]bool{}, cells: p.filled}
	for i, v := range p.values {
		for j, piece := range cells[i] {
			k := key(piece)
			n.first[k] = n.first[k] || j == 0
			if j < len(cells[i])-1 {
				n.inside[k] = true
				if n.next[k] == nil {
					n.next[k] = map[string]bool{}
				}
				n.next[k][key(cells[i][j+1])] = true
			}
			n.count[k] += v.count
			n.total += v.count
			if s, known := n.shown[k]; !known || piece < s {
				n.shown[k] = piece
			}
		}
	}
	return n
}

// choose takes the pieces that come back for options. From few respondents of
// whom it is sure that they could choose several, what looks like an option is
// one too; and so is what stands before another, as tools put the text of
// "other" last.
func choose(n pieceCount, sure bool) (pieces, bool) {
	var found pieces
	standing, regular := 0, 0
	least := 2 + n.total/400
	few := sure && n.cells < enough
	var folded []string
	for k, count := range n.count {
		shown := n.shown[k]
		if count < least && !n.closed && !noneOf(shown) && !(few && optionShaped(shown)) && !n.leads(k, least) {
			found.rest += count
			switch {
			case !shortValue(shown):
			case count > 1:
				folded = append(folded, k)
			default:
				found.once++
			}
			continue
		}
		found.often += count
		standing += one(n.alone[k] > 0)
		regular += one(count >= least)
		found.options = append(found.options, shown)
		if r := []rune(shown); n.alone[k] == 0 && !n.first[k] && len(r) > 0 && string(r[0]) != strings.ToUpper(string(r[0])) {
			found.doubtful = append(found.doubtful, shown)
		}
	}
	slices.SortFunc(found.options, func(a, b string) int {
		return cmp.Or(n.count[key(b)]-n.count[key(a)], strings.Compare(a, b))
	})
	slices.Sort(found.doubtful)
	slices.SortFunc(folded, func(a, b string) int { return cmp.Or(n.count[b]-n.count[a], strings.Compare(a, b)) })
	for _, k := range folded {
		if personal.Suspect(n.shown[k]) {
			found.once += n.count[k]
			continue
		}
		found.folded = append(found.folded, n.shown[k]+" ("+strconv.Itoa(n.count[k])+")")
	}
	found.rare = n.rare(found.options)
	free := sure || (standing >= 1 || n.hard) && 3*regular <= n.total
	return found, len(found.options) >= 2 && 10*found.often >= 7*n.total && free && len(found.options) <= 60
}

// leads reports whether a piece that looks like an option stands before one that
// comes back.
func (n *pieceCount) leads(k string, least int) bool {
	if !optionShaped(n.shown[k]) {
		return false
	}
	for next := range n.next[k] {
		if n.count[next] >= least || noneOf(n.shown[next]) {
			return true
		}
	}
	return false
}

// unparted reports whether many pieces hold a mark that separates options.
func (n *pieceCount) unparted() bool {
	held := 0
	for k, count := range n.count {
		held += count * one(strings.ContainsAny(n.shown[k], ";|\n"))
	}
	return 5*held >= n.total
}

// optionShaped reports whether a piece looks like an option: a few words.
func optionShaped(piece string) bool {
	return len(strings.Fields(piece)) <= 6 && len(piece) <= 60 && !strings.Contains(piece, "@")
}

// rare returns the options that few of many respondents have, always at the end:
// that is where tools put the text of "other". Few is against the options that
// stand before others.
func (n *pieceCount) rare(options []string) []string {
	if n.cells < enough || len(options) < 3 || n.closed {
		return nil
	}
	proven, times := 0, 0
	for _, option := range options {
		if k := key(option); n.inside[k] {
			proven++
			times += n.count[k]
		}
	}
	var rare []string
	for _, option := range options {
		k := key(option)
		if n.inside[k] || n.alone[k] == n.count[k] || noneOf(option) || dontKnow(option) || otherHeading(option) {
			continue
		}
		if 10*n.count[k] <= n.cells && 3*n.count[k]*proven <= times {
			rare = append(rare, option)
		}
	}
	return rare
}

// closedLists reports whether the cells are lists of which most end in a
// semicolon, as Microsoft Forms writes them.
func (p *profile) closedLists() bool {
	return p.share(func(v value) bool { return len(v.cell.Text) > 1 && strings.HasSuffix(v.cell.Text, ";") }) > 0.5
}

// optionLines returns the line of the codebook with the options of the draft but
// those that may be texts.
func (d *draft) optionLines() string {
	var options []string
	other := false
	for _, o := range d.Options {
		if slices.Contains(d.rare, o.Label) {
			continue
		}
		line := "{code: " + o.Code + ", label: " + yamlText(o.Label)
		if o.Other {
			line, other = line+", other: true", true
		}
		if o.DontKnow {
			line += ", dont_know: true"
		}
		options = append(options, line+"}")
	}
	if !other && len(d.rare) > 0 {
		options = append(options, "{code: other, label: Other, other: true}")
	}
	return "questions: " + d.ID + ": options: [" + strings.Join(options, ", ") + "]"
}

// plainYAML is a text that YAML reads as itself without quotes in a list.
var plainYAML = pattern.New(`^[\p{L}][\p{L}\p{N} /().'’-]*$`)

// yamlText writes a text as YAML, between quotes where that is needed.
func yamlText(s string) string {
	if plainYAML.MatchString(s) && !slices.Contains([]string{"yes", "no", "true", "false", "null", "on", "off", "y", "n"}, strings.ToLower(s)) {
		return s
	}
	return quoted(s)
}

// limitOf returns how many options the wording of a question allows, "maximaal 2" or
// "top three"; 0 when it names no number.
func limitOf(text string) int {
	words := strings.Fields(wordsOf(text))
	for i, word := range words {
		if n, few := fewNamed(word); few && limits(words[:i]) {
			return n
		}
	}
	return 0
}

// fewNamed returns the number that a word is: a figure, or one from two to five.
func fewNamed(word string) (n int, few bool) {
	switch word {
	case "twee", "two", "zwei", "deux":
		return 2, true
	case "drie", "three", "drei", "trois":
		return 3, true
	case "vier", "four", "quatre":
		return 4, true
	case "vijf", "five", "funf", "cinq":
		return 5, true
	}
	return int(word[0] - '0'), len(word) == 1 && digits(word)
}

// limits reports whether words end with those before the number that is allowed.
func limits(words []string) bool {
	n := len(words)
	if n == 0 {
		return false
	}
	switch words[n-1] {
	case "maximaal", "maximum", "max", "hoogstens", "top", "kies", "choose", "select", "pick", "hochstens", "maximal", "jusqua":
		return true
	}
	return n > 1 && slices.Contains([]string{"maximum of", "ten hoogste", "up to", "at most", "kies de", "bis zu", "jusqu a", "au plus"},
		words[n-2]+" "+words[n-1])
}

// tooMany tells how many respondents have more options than the question
// allows: a sign that an option holds the separator.
func (a *application) tooMany(b *binding, q *survey.Question, c *survey.Column) {
	limit := limitOf(q.Text)
	if limit < 2 {
		return
	}
	n := 0
	for r := range a.rows.len() {
		chosen := 0
		for o := range c.Ticks {
			chosen += one(c.Is(r, o))
		}
		n += one(chosen > limit)
	}
	if n == 0 {
		return
	}
	severity := survey.Warning
	if a.cb.Inferred && b.options == nil {
		severity = survey.Doubt
	}
	a.note(a.place(b.columns[0], -1), severity, survey.IssueTooManyOptions, q.ID, strconv.Itoa(n), strconv.Itoa(limit)).Question = q.ID
}
