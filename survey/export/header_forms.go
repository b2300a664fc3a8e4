package export

import "strings"

// The forms that a header block of more than one row has.

// importIDs counts the cells of a row that hold an import id of Qualtrics.
func importIDs(g *grid, i int) int {
	return g.count(i, func(s string) bool { return strings.Contains(s, "ImportId") })
}

// shortCodes reports whether a row holds codes such as Q2_1 and nothing else.
func shortCodes(g *grid, i int) bool {
	n := g.count(i, codeCell)
	return n >= 2 && n*5 >= len(g.rows[i].cells)*4
}

// qualtrics recognises a row of import ids, with the codes two rows above and
// the wording one row above; and the older form, codes V1, V2 ... above names.
func (h *head) qualtrics(l *layout, top int) bool {
	for k := top; k < min(top+4, len(h.filled)); k++ {
		if n := importIDs(h.grid, k); n < 3 && n < len(h.rows[k].cells) || k == top {
			continue
		}
		l.reason, l.ids, l.question = "import-ids", k, k-1
		if k-top >= 2 {
			l.code = k - 2
		}
		return true
	}
	if top+1 >= len(h.filled) {
		return false
	}
	v := h.count(top, legacyCode.MatchString)
	names := h.count(top+1, func(s string) bool { k := key(s); return k == "responseid" || k == "responseset" })
	if v >= 3 && names > 0 {
		l.reason, l.code, l.question = "codes", top, top+1
		return true
	}
	return false
}

// answerWords recognises a row of options in which the word Response, or
// Antwoord, stands under every question of one column.
func (h *head) answerWords(l *layout, top int) bool {
	for k := top + 1; k < min(top+4, len(h.filled)); k++ {
		n := h.count(k, answerWord)
		alone := n == 1 && len(h.rows[k].cells) > 1
		if n == 0 || alone && !h.options(k-1, k) && !h.toolColumns(k-1, k) || h.likeAnswers(k) {
			continue
		}
		l.reason, l.question, l.option = "answer-words", k-1, k
		if k-top >= 2 && h.codesAbove(k-2) {
			l.code = k - 2
		}
		for i := top; i < k-1; i++ {
			if i != l.code {
				l.titles = append(l.titles, i)
			}
		}
		return true
	}
	return false
}

// toolColumns reports whether the columns that row k leaves blank before its
// first cell are headed as a tool's own in the row i above it.
func (h *head) toolColumns(i, k int) bool {
	if i < 0 {
		return false
	}
	first := int(h.rows[k].cells[0].col)
	for col := range first {
		if !metadata(h.text(i, col)) {
			return false
		}
	}
	return first > 0
}

// codesAbove reports whether a row above the questions holds the codes that an
// analyst gave to the columns: single words, some of them with a number.
func (h *head) codesAbove(i int) bool {
	n := h.count(i, codeCell)
	word := h.count(i, func(s string) bool { return len(s) <= 20 && !strings.ContainsAny(s, " ?") })
	return n >= 2 && word == len(h.rows[i].cells) && 2*word >= h.wide
}

// twoRows recognises questions above options: the first row is merged over its
// blocks, or has gaps that the second one fills.
func (h *head) twoRows(l *layout, top int) bool {
	if top+1 >= len(h.filled) || h.likeAnswers(top+1) {
		return false
	}
	for _, m := range h.merges {
		if m.top == h.number(top) && m.right > m.left && m.bottom == m.top {
			l.reason, l.option = "merged", top+1
			return true
		}
	}
	if h.options(top, top+1) {
		l.reason, l.option = "two-rows", top+1
		return true
	}
	return false
}

// options reports whether row k fills nearly all gaps of the row i above it:
// at least two columns that have a heading there but none here.
func (h *head) options(i, k int) bool {
	if i < 0 || k >= len(h.filled) {
		return false
	}
	gaps, filled := 0, 0
	start := int(h.rows[i].cells[0].col)
	for col := start; col < h.cols; col++ {
		if top := h.text(i, col); top != "" && !pandasBlank.MatchString(top) {
			continue
		}
		below := h.text(k, col)
		if below == "" && !h.used(k, col) {
			continue
		}
		gaps++
		if below != "" {
			filled++
		}
	}
	return filled >= 2 && filled*10 >= gaps*8
}

// used reports whether a column holds anything in the rows below the k-th.
func (h *head) used(k, col int) bool {
	for i := k + 1; i < min(len(h.rows), k+depthBelow); i++ {
		if h.code(i, col) != 0 {
			return true
		}
	}
	return false
}

// codes recognises a row of short codes above a row of wordings.
func (h *head) codes(l *layout, top int) bool {
	if top+2 >= len(h.rows) || !shortCodes(h.grid, top) || h.likeAnswers(top+1) {
		return false
	}
	below := h.rows[top+1].cells
	long, distinct := 0, map[uint32]bool{}
	for _, c := range below {
		if len(h.dict[c.code].Text) >= 12 {
			long++
		}
		distinct[c.code] = true
	}
	if len(below)*5 < h.filled[top]*4 || long*5 < len(below)*4 || len(distinct)*5 < len(below)*4 {
		return false
	}
	l.reason, l.code, l.question = "codes", top, top+1
	return true
}
