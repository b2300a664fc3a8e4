package reports

import (
	"regexp"
	"slices"
	"strings"
)

var laidNumber = regexp.MustCompile(`[−+]?[0-9]+([.,][0-9]+)*%?`)

// laidLine is a line of a table that is read from a text: the numbers that it has, and
// those that were read of it so far.
type laidLine struct {
	label      string
	want, read []string
}

func (l *laidLine) missing() bool { return len(l.read) < len(l.want) }

// readLaidOut reads the tables of a report that was laid out as text line by line: every
// line has the numbers of its cells, in as many blocks as its columns take, and no others.
func (k *truth) readLaidOut(tables []shownTable, text string) {
	k.t.Helper()
	lines := strings.Split(text, "\n")
	at, section := 0, ""
	for i := range tables {
		if s := tables[i].section; s != section {
			section = s
			for at < len(lines)-1 && !(unmarked(lines[at]) == s && strings.HasPrefix(lines[at+1], "──")) {
				at++
			}
		}
		at = k.readLaidTable(&tables[i], lines, at)
	}
}

// readLaidTable reads one table from a line on, and returns the line after it.
func (k *truth) readLaidTable(t *shownTable, lines []string, at int) int {
	k.t.Helper()
	var all []laidLine
	for _, line := range t.lines {
		all = append(all, laidLine{label: strings.TrimSpace(line[0]), want: laidNumber.FindAllString(strings.Join(line[1:], " "), -1)})
	}
	if !slices.ContainsFunc(all, func(l laidLine) bool { return len(l.want) > 0 }) {
		return at
	}
	starts := func(line, label string) int { return startOf(line, label, t.words == len(t.head)-1) }
	n := 0
	for ; at < len(lines); at++ {
		if n == len(all) {
			if !slices.ContainsFunc(all, func(l laidLine) bool { return l.missing() }) {
				break
			}
			n = 0 // the columns that did not fit
		}
		used := starts(lines[at], all[n].label)
		if used == 0 {
			continue
		}
		rest, label := string([]rune(lines[at])[used:]), strings.TrimSpace(string([]rune(all[n].label)[min(used, len([]rune(all[n].label))):]))
		all[n].read = append(all[n].read, laidNumber.FindAllString(rest, -1)...)
		for at+1 < len(lines) && strings.TrimSpace(lines[at+1]) != "" && (n+1 == len(all) || starts(lines[at+1], all[n+1].label) == 0) {
			at++
			more := lines[at]
			if w := words(more); len(w) > 0 && w[0].from == 0 && strings.HasPrefix(label, strings.TrimSuffix(w[0].text, "-")) {
				more = string([]rune(more)[w[0].to:])
				label = strings.TrimSpace(strings.TrimPrefix(label, strings.TrimSuffix(w[0].text, "-")))
			}
			all[n].read = append(all[n].read, laidNumber.FindAllString(more, -1)...)
		}
		n++
	}
	for _, l := range all {
		slices.Sort(l.want)
		slices.Sort(l.read)
		if !slices.Equal(l.want, l.read) {
			k.fault("%s: the line %q has the numbers %q, not %q", t.section, l.label, l.read, l.want)
			break
		}
	}
	return at
}

// startOf returns how many letters a line has of the label that it begins with; 0 where
// it begins with something else. A line of a table has blanks behind that, a paragraph
// a colon; a label that goes on below ends between two words.
func startOf(line, label string, paragraphs bool) int {
	a, b := []rune(line), []rune(label)
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	for n < len(b) && n > 0 && a[n-1] == ' ' {
		n--
	}
	rest := string(a[n:])
	switch {
	case n == 0, n < len(b) && b[n] != ' ' && b[n-1] != '-':
	case rest == "", strings.HasPrefix(rest, "  "), paragraphs && n == len(b) && rest[0] == ':', paragraphs && n < len(b) && n > 40:
		return n
	}
	return 0
}

// readEmail demands that every finding of a summary for e-mail is one of the report, word
// for word, and that there is one.
func (k *truth) readEmail(text string) {
	k.t.Helper()
	known := map[string]bool{spaced(k.report.FindingsLead): true}
	for _, f := range k.report.Findings {
		known[spaced(f.Text)] = true
	}
	for _, f := range k.report.MethodBox {
		known[spaced(f.Term+": "+f.Text)] = true
	}
	n := 0
	for _, paragraph := range regexp.MustCompile(`(?m)^- .*(\n  .*)*`).FindAllString(text, -1) {
		if n++; !known[spaced(paragraph[2:])] {
			k.fault("%q is no finding", paragraph)
		}
	}
	if n == 0 {
		k.fault("there is no finding")
	}
}

func spaced(text string) string { return strings.Join(strings.Fields(text), " ") }
