package codebook

import (
	"slices"
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
	// rest is the number of pieces that are no option.
	rest int
}

// joinedBy returns what separates the options within the cells of a column,
// and the options; "" when the cells hold one answer each. The evidence: two or
// more pieces in one cell of twenty, and pieces that come back.
//
// Where it is sure that a cell can hold several, because the heading says so or
// the tool closes every list with a mark, a few cells are evidence enough.
func joinedBy(p *profile, sure bool) (string, pieces) {
	closed := p.closedLists()
	if p.filled < 4 && !sure && !closed {
		return "", pieces{}
	}
	for _, separator := range separators() {
		found, ok := vocabulary(p, separator, closed && separator == ";")
		if ok && sure {
			found, ok = vocabulary(p, separator, true)
		}
		if ok {
			return separator, found
		}
	}
	if sure {
		separator := commonest(p)
		if found, ok := vocabulary(p, separator, true); ok {
			return separator, found
		}
	}
	return "", pieces{}
}

func separators() []string { return []string{";", "|", "\n", ","} }

// commonest returns the separator that parts most cells.
func commonest(p *profile) string {
	best, most := ";", 0.0
	for _, separator := range separators() {
		share := p.share(func(v value) bool { return len(splitCell(v.cell.Text, separator)) > 1 })
		if share > most {
			best, most = separator, share
		}
	}
	return best
}

// vocabulary splits every cell and counts the pieces.
func vocabulary(p *profile, separator string, sure bool) (pieces, bool) {
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
	switch {
	case sure && (several > 0 || separator == ";" && p.closedLists()):
	case 20*several < p.filled || several < 2:
		return pieces{}, false
	}
	cells = merge(p, cells, alone, separator)
	if !sure && !recombine(p, cells) {
		return pieces{}, false
	}
	return choose(countPieces(p, cells, alone), sure)
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

// merge joins neighbouring pieces that are one option with the separator in it:
// the second occurs only behind the first, and never alone.
func merge(p *profile, cells [][]string, alone map[string]int, separator string) [][]string {
	for range 4 {
		count, pair, small := map[string]int{}, map[[2]string]int{}, map[string]bool{}
		for i, v := range p.values {
			for j, piece := range cells[i] {
				k := key(piece)
				count[k] += v.count
				small[k] = small[k] || strings.ToLower(piece[:1]) == piece[:1] && strings.ToUpper(piece[:1]) != piece[:1]
				if j > 0 {
					pair[[2]string{key(cells[i][j-1]), k}] += v.count
				}
			}
		}
		same := func(a, b string) bool {
			n := pair[[2]string{a, b}]
			return n > 1 && n == count[b] && alone[b] == 0 &&
				(separator == "," && small[b] || n == count[a] && alone[a] == 0)
		}
		changed := false
		for i := range cells {
			for j := 1; j < len(cells[i]); j++ {
				if same(key(cells[i][j-1]), key(cells[i][j])) {
					cells[i][j-1] += separator + " " + cells[i][j]
					cells[i] = slices.Delete(cells[i], j, j+1)
					changed = true
				}
			}
		}
		if !changed {
			break
		}
	}
	return cells
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
