package export

import (
	"fmt"
	"slices"
	"strings"
)

const (
	headDepth  = 16  // rows with something in which the header must be
	depthBelow = 500 // rows below that a heading is compared with
)

// layout is where the header of a grid is: indexes of its rows, -1 for none.
type layout struct {
	reason   string
	question int
	option   int
	code     int // the tool's own codes
	ids      int // Qualtrics' import ids
	titles   []int
	first    int // first row below the header
}

// header returns the indexes of the header rows, ascending.
func (l *layout) header() []int {
	var rows []int
	for _, i := range []int{l.code, l.question, l.option, l.ids} {
		if i >= 0 {
			rows = append(rows, i)
		}
	}
	slices.Sort(rows)
	return rows
}

// head is a grid during the search for its header.
type head struct {
	*grid
	filled []int // cells with a heading, of the first rows
	wide   int   // the most of those
}

// findHeader locates the header of a grid: the rows asked for, or what looks
// like one.
func findHeader(g *grid, asked []int) (*layout, *Error) {
	if len(g.rows) == 0 {
		return nil, fault("there is no cell with anything in it", "choose the sheet with the answers (file: sheet in the codebook), or export again")
	}
	if words := g.summary(); words != "" {
		return nil, summaryFault(words)
	}
	var l *layout
	var e *Error
	if len(asked) > 0 {
		l, e = askedHeader(g, asked)
	} else {
		l, e = newHead(g).search()
	}
	if e != nil {
		return nil, e
	}
	if l.first >= len(g.rows) {
		return nil, fault(fmt.Sprintf("there is a header (row %s) but no respondent below it", g.numbers(l.header())),
			"export again when there are answers, or set file: header_rows in the codebook")
	}
	return l, checkShape(g, l)
}

// askedHeader makes a layout of the rows that the user names.
func askedHeader(g *grid, asked []int) (*layout, *Error) {
	const advice = "correct file: header_rows in the codebook"
	l := &layout{reason: "given", question: -1, option: -1, code: -1, ids: -1}
	var rows []int
	for i, n := range asked {
		at := g.find(n)
		if n < 1 || i > 0 && n <= asked[i-1] || len(asked) > 4 {
			return nil, fault(fmt.Sprintf("header rows %s are not one to four ascending row numbers", joined(asked)), advice)
		}
		if at < 0 {
			return nil, fault("the header row asked for is empty", advice).at(n)
		}
		if importIDs(g, at) > 0 {
			l.ids = at
			continue
		}
		rows = append(rows, at)
	}
	switch n := len(rows); {
	case n == 0:
		return nil, fault("the header rows asked for hold no headings", advice)
	case n == 1:
		l.question = rows[0]
	case l.ids >= 0 || n == 2 && shortCodes(g, rows[0]) && !shortCodes(g, rows[1]):
		l.code, l.question = rows[n-2], rows[n-1]
	default:
		l.question, l.option = rows[n-2], rows[n-1]
		if n > 2 && shortCodes(g, rows[n-3]) {
			l.code = rows[n-3]
		}
	}
	l.first = slices.Max(l.header()) + 1
	return l, nil
}

func newHead(g *grid) *head {
	h := &head{grid: g}
	for i := range min(len(g.rows), headDepth) {
		n := 0
		for _, c := range g.rows[i].cells {
			if !pandasBlank.MatchString(g.dict[c.code].Text) {
				n++
			}
		}
		h.filled = append(h.filled, n)
		h.wide = max(h.wide, len(g.rows[i].cells))
	}
	return h
}

// search tries the forms of header in turn, the most certain first.
func (h *head) search() (*layout, *Error) {
	top := h.titles()
	l := &layout{question: top, option: -1, code: -1, ids: -1}
	for i := range top {
		l.titles = append(l.titles, i)
	}
	switch {
	case h.qualtrics(l, top), h.answerWords(l, top), h.twoRows(l, top), h.codes(l, top):
	default:
		if h.likeAnswers(top) {
			if e := transposed(h.grid, l); e != nil {
				return nil, e
			}
			if e := sideways(h.grid); e != nil {
				return nil, e
			}
			return nil, h.noHeader(top)
		}
		l.reason = "one-row"
	}
	l.first = slices.Max(l.header()) + 1
	return l, nil
}

// noHeader is the error for a file of which the first row is a respondent.
func (h *head) noHeader(top int) *Error {
	rows := fmt.Sprintf("row %d", h.number(top))
	if top+1 < len(h.rows) {
		rows += fmt.Sprintf(" and row %d", h.number(top+1))
	}
	return fault("no header was found: "+rows+" both look like answers",
		"add a row with the questions on top, or set file: header_rows in the codebook").at(h.number(top))
}

// titles returns how many rows above the header are titles, notes or widths.
func (h *head) titles() int {
	i := 0
	for ; i < len(h.filled)-1 && i < maxTitleLines; i++ {
		cells := h.rows[i].cells
		pair := len(cells) == 2 && cells[1].col-cells[0].col == 1 && cells[0].col == 0
		switch {
		case h.every(i, widthCell.MatchString):
		case len(cells) == 1 && h.wide > 1 && !h.soleQuestion(i):
		case pair && h.wide >= 6 && !h.options(i, i+1):
		default:
			return i
		}
	}
	return i
}

// every reports whether all cells of a row pass.
func (h *head) every(i int, pass func(string) bool) bool {
	for _, c := range h.rows[i].cells {
		if !pass(h.dict[c.code].Text) {
			return false
		}
	}
	return true
}

// count returns how many cells of a row pass.
func (g *grid) count(i int, pass func(string) bool) int {
	n := 0
	for _, c := range g.rows[i].cells {
		if pass(g.dict[c.code].Text) {
			n++
		}
	}
	return n
}

// likeAnswers reports whether a row looks like a respondent: a time stamp or an
// address in it, or most of its cells values, or texts that stand in the same
// column again beside others.
func (h *head) likeAnswers(i int) bool {
	cells := h.rows[i].cells
	again, others := h.repeated(i)
	alike := 0
	for at, c := range cells {
		cell := h.dict[c.code]
		if !cell.Typed && stamp(cell.Text) {
			return true
		}
		if valueLike(cell) || again[at] > 0 && others[at] > again[at]/20 {
			alike++
		}
	}
	return alike*2 > len(cells)
}

// repeated counts, for each cell of a row, the cells below it in its column
// that are the same, and those that are not. A copy of the whole row, as when
// files were put below one another, does not count.
func (h *head) repeated(i int) (again, others []int) {
	cells := h.rows[i].cells
	again, others = make([]int, len(cells)), make([]int, len(cells))
	for k := i + 1; k < min(len(h.rows), i+depthBelow); k++ {
		if slices.Equal(h.rows[k].cells, cells) {
			continue
		}
		at := 0
		for _, c := range h.rows[k].cells {
			for at < len(cells) && cells[at].col < c.col {
				at++
			}
			if at == len(cells) {
				break
			}
			if cells[at].col == c.col {
				if cells[at].code == c.code {
					again[at]++
				} else {
					others[at]++
				}
			}
		}
	}
	return again, others
}

// numbers writes the row numbers of the rows with these indexes.
func (g *grid) numbers(rows []int) string {
	var list []int
	for _, i := range rows {
		list = append(list, g.number(i))
	}
	return joined(list)
}

// joined writes whole numbers as "1, 2, 3".
func joined(list []int) string {
	return strings.Trim(strings.Join(strings.Fields(fmt.Sprint(list)), ", "), "[]")
}
