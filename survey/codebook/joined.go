package codebook

import (
	"strings"
)

// pieces are the options found in cells that hold several.
type pieces struct {
	options []string
	// doubtful are options that may be the end of another: they never stand alone
	// or first in a cell, and begin with a small letter.
	doubtful []string
	// rare are options that may be texts of "other": few chose them, and always
	// as the last of several.
	rare []string
	// rest is the number of pieces that are no option, folded are the short ones
	// among them that more than one respondent has, with how often, and once is
	// the number of those that one has. What one wrote is not told.
	rest   int
	folded []string
	once   int
	// often is how many pieces are options; unparted says that many pieces hold
	// a mark that separates options, so that they are lists themselves.
	often    int
	unparted bool
}

// manner is what is known of the lists of a column apart from its cells.
type manner struct {
	// sure says that a cell can hold several options, as the heading tells.
	sure bool
	// mark is what the tool puts between options, with no blank behind it; "" when
	// that is not known.
	mark string
}

// joinedBy returns what separates the options within the cells of a column,
// and the options; "" when the cells hold one answer each. The evidence: two or
// more pieces in one cell of twenty, and pieces that come back. Of separators
// that all fit, the one is taken that gives most pieces that come back, and of
// these the one with the fewest options.
//
// Where it is sure that a cell can hold several, because the heading says so or
// the tool closes every list with a mark, a few cells are evidence enough.
func joinedBy(p *profile, m manner) (string, pieces) {
	closed := p.closedLists()
	m.sure = m.sure || m.mark != "" && holdsLists(p, m.mark)
	if p.filled < 4 && !m.sure && !closed {
		return "", pieces{}
	}
	at, best := "", pieces{}
	for _, separator := range separators() {
		if m.mark != "" && separator != m.mark {
			continue
		}
		found, ok := vocabulary(p, separator, m.sure || closed && separator == ";")
		if !ok || separator == "," && found.unparted {
			continue
		}
		if at == "" || found.often > best.often || found.often == best.often && len(found.options) < len(best.options) {
			at, best = separator, found
		}
	}
	return at, best
}

func separators() []string { return []string{";", "|", "\n", ","} }

// hardMark reports whether a separator hardly ever stands within an option.
func hardMark(separator string) bool { return separator != "," }

// vocabulary splits every cell and counts the pieces.
func vocabulary(p *profile, separator string, sure bool) (pieces, bool) {
	if holding := p.holding(separator); !sure && !(hardMark(separator) && p.filled < enough) && (20*holding < p.filled || holding < 2) {
		return pieces{}, false // it would be, whatever the cells hold
	}
	if !sure && p.filled >= enough && p.seldomRecur(separator) {
		return pieces{}, false
	}
	cells := make([][]string, len(p.values))
	several, alone := 0, map[string]int{}
	for i, v := range p.values {
		cells[i] = splitCell(v.cell.Text, separator)
		switch {
		case len(cells[i]) > 1:
			several += v.count
		case len(cells[i]) == 1:
			alone[key(cells[i][0])] += v.count
		}
	}
	sure = sure || hardMark(separator) && p.filled < enough && len(returning(cells)) > 1 && shaped(cells)
	switch {
	case sure && (several > 0 || separator == ";" && p.closedLists()):
	case 20*several < p.filled || several < 2:
		return pieces{}, false
	}
	var merged []string
	if !hardMark(separator) {
		cells, merged = merge(p, cells, alone)
	}
	if !sure && !recombine(p, cells) {
		return pieces{}, false
	}
	n := countPieces(p, cells, alone)
	n.hard = hardMark(separator)
	found, ok := choose(n, sure)
	found.doubtful = append(found.doubtful, merged...)
	found.unparted = n.unparted()
	return found, ok
}

// holding returns how many cells hold the separator.
func (p *profile) holding(separator string) int {
	n := 0
	for i := range p.values {
		if strings.Contains(p.values[i].cell.Text, separator) {
			n += p.values[i].count
		}
	}
	return n
}

// recombine reports whether the pieces are free: enough cells still hold more
// than one, and most of these pieces occur in other cells as well. The pieces of
// a single choice with commas in its options occur in that one cell only.
func recombine(p *profile, cells [][]string) bool {
	in := map[string]int{}
	for _, cell := range cells {
		for _, piece := range cell {
			in[key(piece)]++
		}
	}
	several, free, all := 0, 0, 0
	for i, v := range p.values {
		if len(cells[i]) < 2 {
			continue
		}
		several += v.count
		for _, piece := range cells[i] {
			all += v.count
			free += v.count * one(in[key(piece)] > 1)
		}
	}
	return several > 1 && 20*several >= p.filled && 10*free >= 7*all
}

// splitCell splits a cell at the separator, but not within brackets or quotes,
// and leaves out empty pieces. A comma separates only before a blank.
func splitCell(text, separator string) []string {
	var parts []string
	depth, start := 0, 0
	quoted := false
	for i := range len(text) {
		switch c := text[i]; {
		case c == '(' || c == '[':
			depth++
		case c == ')' || c == ']':
			depth = max(0, depth-1)
		case c == '"':
			quoted = !quoted
		case c == separator[0] && depth == 0 && !quoted:
			if separator == "," && i+1 < len(text) && text[i+1] != ' ' {
				continue
			}
			parts = append(parts, text[start:i])
			start = i + 1
		}
	}
	if depth > 0 || quoted { // a bracket that never closes shields nothing
		parts = strings.Split(text, separator)
	} else {
		parts = append(parts, text[start:])
	}
	kept := parts[:0]
	for _, part := range parts {
		if part = strings.TrimSpace(part); part != "" {
			kept = append(kept, part)
		}
	}
	return kept
}
