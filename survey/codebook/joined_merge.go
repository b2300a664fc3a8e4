package codebook

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// pieceState is what merge knows of the pieces: how often each occurs, how
// often one stands right behind another, and which begin with a small letter.
type pieceState struct {
	count map[string]int
	pair  map[[2]string]int
	small map[string]bool
	// lower says that lists begin with a small letter throughout, so that one
	// says nothing.
	lower bool
}

func stateOf(p *profile, cells [][]string) pieceState {
	s := pieceState{count: map[string]int{}, pair: map[[2]string]int{}, small: map[string]bool{}}
	begin, lower := 0, 0
	for i, v := range p.values {
		for j, piece := range cells[i] {
			k := key(piece)
			s.count[k] += v.count
			r, _ := utf8.DecodeRuneInString(piece)
			s.small[k] = s.small[k] || unicode.IsLower(r)
			if j > 0 {
				s.pair[[2]string{key(cells[i][j-1]), k}] += v.count
				continue
			}
			begin += v.count
			lower += v.count * one(unicode.IsLower(r))
		}
	}
	s.lower = 2*lower > begin
	return s
}

// merge joins neighbouring pieces that are one option with a comma in it: the
// second occurs only behind the first, and never alone. Where it begins as an
// option does, that can be two options that the same people chose; then it takes
// so many respondents that this is no chance, and it stays doubtful.
func merge(p *profile, cells [][]string, alone map[string]int) ([][]string, []string) {
	var doubtful []string
	for range 4 {
		s := stateOf(p, cells)
		same := func(a, b string) (join, doubt bool) {
			n := s.pair[[2]string{a, b}]
			switch {
			case n < 2 || n != s.count[b] || alone[b] > 0:
				return false, false
			case s.small[b] && !s.lower:
				return true, false
			}
			return n == s.count[a] && alone[a] == 0 && noChance(n, p.filled), true
		}
		changed := false
		for i := range cells {
			for j := 1; j < len(cells[i]); j++ {
				join, doubt := same(key(cells[i][j-1]), key(cells[i][j]))
				if !join {
					continue
				}
				whole := asWritten(p.values[i].cell.Text, cells[i][j-1], cells[i][j])
				if doubt {
					doubtful = appendNew(doubtful, whole)
				}
				cells[i][j-1] = whole
				cells[i] = slices.Delete(cells[i], j, j+1)
				changed = true
			}
		}
		if !changed {
			break
		}
	}
	slices.Sort(doubtful)
	return cells, doubtful
}

// noChance reports whether two options can't well be two that happen to go
// together, where n of all respondents chose the one and the same n the other:
// there are many ways to draw n from all. With nearly all, there are few.
func noChance(n, all int) bool {
	ways := 1.0
	for i := range min(n, all-n) {
		ways *= float64(all-i) / float64(i+1)
	}
	return ways > 400
}

// asWritten returns two neighbouring pieces with what the cell has between them.
func asWritten(text, a, b string) string {
	for from := 0; ; {
		at := strings.Index(text[from:], a)
		if at < 0 {
			return a + ", " + b
		}
		start := from + at
		rest := text[start+len(a):]
		gap := strings.TrimLeft(rest, ", \t\r\n")
		if strings.HasPrefix(gap, b) {
			return text[start : start+len(a)+len(rest)-len(gap)+len(b)]
		}
		from = start + 1
	}
}
