package spss

import "bytes"

// column is where one variable stands in a case.
type column struct {
	first  int // dictionary index of its first slot
	slot   *slot
	width  int // 0 for a number, up to 32767 for a string
	pieces []piece
}

// piece is a run of bytes in a case.
type piece struct{ at, size int }

// slotSize is the number of bytes of a slot in a case.
const slotSize = 8

// segmentWidth is the number of bytes that a segment of a very long string
// holds; segmentStep is how many of its width each segment stands for.
const segmentWidth, segmentStep = 255, 252

// slotsOf is the number of slots of a variable of the given width.
func slotsOf(width int) int { return max(1, (width+slotSize-1)/slotSize) }

// layout finds the variables in the variable records and joins the segments of
// very long strings. The second result gives the position of the column that
// begins at each slot, or -1. parts is the number of variables before joining.
func (d *dictionary) layout(c *cursor) (columns []column, owner []int, parts int) {
	c.record = "record 2 (variable)"
	var cols []column
	for i := 0; i < len(d.slots) && c.err == nil; {
		s := &d.slots[i]
		n := slotsOf(s.width)
		if s.width < 0 {
			c.fail(s.offset, "more of a string where a variable must begin")
		}
		for k := i + 1; k < i+n && c.err == nil; k++ {
			if k >= len(d.slots) || d.slots[k].width != -1 {
				c.fail(s.offset, "a string of %d bytes must be followed by %d records for the rest of it", s.width, n-1)
			}
		}
		cols = append(cols, column{first: i, slot: s, width: s.width, pieces: []piece{{at: i * slotSize, size: s.width}}})
		i += n
	}
	if c.err == nil && len(cols) == 0 {
		c.fail(c.pos, "the file has no variables")
	}
	parts = len(cols)
	columns = d.join(c, cols)
	owner = make([]int, len(d.slots))
	for i := range owner {
		owner[i] = -1
	}
	for i := range columns {
		owner[columns[i].first] = i
	}
	return columns, owner, parts
}

// join makes one column of the segments of each very long string that record
// 7/14 names.
func (d *dictionary) join(c *cursor, parts []column) []column {
	if c.err != nil || len(d.longWidths) == 0 {
		return parts
	}
	c.record = "record 7/14 (very long strings)"
	widths := make([]int, len(parts)) // of the very long string that begins here
	byName := map[string]int{}
	for i := range parts {
		key := foldName(parts[i].slot.name)
		if _, taken := byName[key]; !taken {
			byName[key] = i
		}
	}
	for _, p := range d.longWidths {
		width, ok := p.width()
		i, found := byName[foldName(p.key)]
		if !ok || !found {
			c.fail(p.offset, "%q=%q is not a string of this file with a width of at most 32767", clip(p.key), clip(p.value))
			return parts
		}
		if width > segmentWidth {
			widths[i] = width
		} else if parts[i].width != width {
			c.fail(p.offset, "%q has a width of %d here and of %d in its variable record", clip(p.key), width, parts[i].width)
			return parts
		}
	}
	var joined []column
	for i := 0; i < len(parts); {
		n := 1
		col := parts[i]
		if widths[i] > 0 {
			n = (widths[i] + segmentStep - 1) / segmentStep
			if !segmentsFit(parts[i:], widths[i], n) {
				c.fail(col.slot.offset, "a string of %d bytes must be stored as %d segments of the right width", widths[i], n)
				return parts
			}
			col = joinSegments(parts[i:i+n], widths[i])
		}
		joined = append(joined, col)
		i += n
	}
	return joined
}

// segmentsFit says whether the first n parts can be the segments of a string of
// the given width. Some programs round the width of the last one up.
func segmentsFit(parts []column, width, n int) bool {
	if len(parts) < n {
		return false
	}
	for i, p := range parts[:n] {
		want := segmentWidth
		if i == n-1 {
			want = width - (n-1)*segmentStep
		}
		if p.width <= 0 || slotsOf(p.width) != slotsOf(want) {
			return false
		}
	}
	return true
}

// joinSegments makes the column of a very long string. The bytes are packed in
// the segments from the front, so that some at the end may be unused.
func joinSegments(parts []column, width int) column {
	col := column{first: parts[0].first, slot: parts[0].slot, width: width}
	rest := width
	for _, p := range parts {
		size := min(rest, segmentWidth)
		if size > 0 {
			col.pieces = append(col.pieces, piece{at: p.first * slotSize, size: size})
		}
		rest -= size
	}
	return col
}

// foldName is a name without the blanks around it and with ASCII letters in
// lower case: SPSS takes names in either case for the same.
func foldName(name []byte) string {
	return string(bytes.Map(func(r rune) rune {
		if 'A' <= r && r <= 'Z' {
			return r + 'a' - 'A'
		}
		return r
	}, bytes.TrimSpace(name)))
}
