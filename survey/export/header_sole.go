package export

import "strings"

// soleQuestion reports whether the one cell of row i is the question of a whole
// survey, with its options in the row below, and not a title: it reads as a
// question, and from its column on every cell below the options is a tick, the
// option again or blank.
func (h *head) soleQuestion(i int) bool {
	cell := h.rows[i].cells[0]
	text := oneLine(h.dict[cell.code].Text)
	if !strings.HasSuffix(text, "?") && !strings.HasSuffix(text, ":") || i+2 >= len(h.rows) {
		return false
	}
	options := 0
	for _, c := range h.rows[i+1].cells {
		if strings.HasSuffix(h.dict[c.code].Text, "?") {
			return false // the questions stand in that row
		}
		if c.col >= cell.col {
			options++
		}
	}
	if options < 2 || h.code(i+1, int(cell.col)) == 0 {
		return false
	}
	for k := i + 2; k < min(len(h.rows), i+2+depthBelow); k++ {
		for _, c := range h.rows[k].cells {
			text := h.dict[c.code].Text
			if c.col >= cell.col && !tickCell(text) && text != h.text(i+1, int(c.col)) {
				return false
			}
		}
	}
	return true
}
