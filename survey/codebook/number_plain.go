package codebook

import (
	"iter"
	"math"

	"benchmark/survey/export"
)

// plainNumber is a number of at most 15 digits with at most one mark, as nearly all
// in files are: told apart in one pass, without the room that a shape takes.
type plainNumber struct {
	// digits are all digits as one whole number, of which so many stand behind the
	// mark.
	digits  uint64
	behind  int
	minus   bool
	decimal byte // mark that must be decimal, or 0
	either  byte // mark that can part thousands too, or 0
}

// plainNumberOf takes such a number apart; false for any other text, also where that
// is a number.
func plainNumberOf(text string) (n plainNumber, ok bool) {
	if text != "" && text[0] == '-' {
		n.minus, text = true, text[1:]
	}
	before, mark := len(text), byte(0)
	if len(text) == 0 || len(text) > 16 {
		return n, false
	}
	for i := range len(text) {
		switch c := text[i]; {
		case c >= '0' && c <= '9':
			n.digits = 10*n.digits + uint64(c-'0')
		case mark == 0 && (c == '.' || c == ','):
			mark, before = c, i
		default:
			return n, false
		}
	}
	if mark == 0 {
		return n, len(text) <= 15
	}
	if n.behind = len(text) - before - 1; n.behind == 0 {
		return n, false
	}
	if n.behind == 3 && before >= 1 && before <= 3 && text[0] != '0' {
		n.either = mark
	} else {
		n.decimal = mark
	}
	return n, true
}

// value returns the number, of which all digits are whole or not.
func (n plainNumber) value(whole bool) float64 {
	// Both are exact, so that their quotient is the nearest number there is.
	x := float64(n.digits)
	if !whole {
		x /= math.Pow10(n.behind)
	}
	if n.minus {
		return -x
	}
	return x
}

// ballot gathers from the cells of a column how their numbers are written.
type ballot struct {
	votes   [2]int // comma, point
	proof   [2]string
	grouped string
}

// add hears one cell that occurs count times; false when it is no number in any
// notation.
func (b *ballot) add(c export.Cell, count int) bool {
	if c.Typed {
		return true
	}
	var mark, either byte
	if n, ok := plainNumberOf(c.Text); ok {
		mark, either = n.decimal, n.either
	} else {
		s, ok := shapeOf(c.Text)
		if !ok {
			return false
		}
		mark, either = s.decimalMark(), s.either
	}
	if count > 0 {
		b.hear(c.Text, mark, either, count)
	}
	return true
}

// hear is add of a number that occurs, with a mark that must be decimal and one that can
// part thousands too.
func (b *ballot) hear(text string, mark, either byte, count int) {
	if mark != 0 {
		k := one(mark == '.')
		b.votes[k] += count
		b.proof[k] = firstOf(b.proof[k], text)
	}
	if either != 0 {
		b.grouped = firstOf(b.grouped, text)
	}
}

// firstOf returns which of two texts comes first, a none before it is known.
func firstOf(known, text string) string {
	if known != "" && (text[0] > known[0] || text >= known) { // most begin with more
		return known
	}
	return text
}

// notation returns what most cells say.
func (b *ballot) notation() notation {
	var n notation
	switch {
	case b.votes[0] > 0 && b.votes[0] >= b.votes[1]:
		n.decimal, n.examples = ',', [2]string{b.proof[0], b.proof[1]}
	case b.votes[1] > 0:
		n.decimal, n.examples = '.', [2]string{b.proof[1], b.proof[0]}
	}
	n.mixed = b.votes[0] > 0 && b.votes[1] > 0
	if n.decimal == 0 {
		n.grouped = b.grouped
	}
	return n
}

// notationOf reads the notation off the cells of a column; counts says how
// often each occurs. Cells that a workbook stores as numbers don't matter.
func notationOf(cells iter.Seq2[int, export.Cell], counts []int) notation {
	var b ballot
	for i, c := range cells {
		if counts[i] > 0 {
			b.add(c, counts[i])
		}
	}
	return b.notation()
}

// notation reads the notation off the values of a profile; false when more than a
// part of the cells, from 0, are no numbers in any, apart from those that excused
// says are none to count.
func (p *profile) notation(part float64, excused func(text string) bool) (notation, bool) {
	if p.numbers != nil {
		return *p.numbers, true
	}
	var b ballot
	bad := 0
	for v := range p.all() {
		if b.add(v.cell, v.count) || excused != nil && excused(v.cell.Text) {
			continue
		}
		if bad += v.count; float64(bad) > part*float64(p.filled) {
			return notation{}, false
		}
	}
	return b.notation(), true
}
