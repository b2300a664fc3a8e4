package export

import (
	"fmt"
	"slices"
)

// blockRows is the number of rows that Excel writes to a text file at a time:
// the last columns that are blank in all of them get no delimiters.
const blockRows = 16

// checkRagged looks for rows, from the header on, that lack fields which hold
// something elsewhere or have something beyond the others: of those it cannot
// be told which answer belongs to which question. Missing or extra fields that
// are empty do no harm, and neither do the blanks that a program left out at
// the ends of rows; the first such row is returned, or -1.
func checkRagged(g *grid, l *layout) (harmless int, e *Error) {
	modal, header := modalFields(g), l.header()
	first := header[0]
	if wide := shortened(g, header); wide > 0 {
		return slices.IndexFunc(g.rows, func(r gridRow) bool { return r.number > g.rows[first].number && r.fields < wide }), nil
	}
	harmless = -1
	filled := 0
	for i := first; i < len(g.rows); i++ {
		if r := &g.rows[i]; r.fields <= modal {
			filled = max(filled, r.used())
		}
	}
	for i := first; i < len(g.rows); i++ {
		r := &g.rows[i]
		if r.used() > modal || r.fields < filled {
			problem := fmt.Sprintf("the row has %d fields where the others have %d", r.fields, modal)
			if slices.Contains(header, i) { // any other row may show an answer
				problem += fmt.Sprintf("; it begins %q", snippet(g.text(i, int(r.cells[0].col))))
			}
			return -1, fault(problem, "put right the row, or export the file again").at(r.number)
		}
		if r.fields != modal && harmless < 0 {
			harmless = i
		}
	}
	return harmless, nil
}

// used is the number of fields up to the last one that holds something.
func (r *gridRow) used() int { return int(r.cells[len(r.cells)-1].col) + 1 }

// shortened returns the number of fields of the header when rows are shorter
// because blanks at their ends were left out, by block as Excel does or in each
// row; 0 when no row is, or when a row may be short for another reason: a
// record that a line break split, a file that was cut off.
func shortened(g *grid, header []int) int {
	wide, last := 0, header[len(header)-1]
	for _, i := range header {
		wide = max(wide, g.rows[i].fields)
	}
	rows := g.rows[last+1:]
	short, full := 0, 0
	blocks, stripped := true, true
	for i := range rows {
		r := &rows[i]
		if r.fields > wide {
			return 0
		}
		if r.fields < wide {
			short++
		} else {
			full++
		}
		before := &g.rows[last+i]
		blocks = blocks && (block(r) != block(before) || r.fields == before.fields)
		stripped = stripped && r.used() == r.fields
	}
	switch {
	case short == 0, full == 0, splitRecord(g, last+1, wide):
		return 0
	case blocks && short > 1, stripped && short > 2:
		return wide
	}
	return 0
}

// block returns the block of a row in which Excel writes it.
func block(r *gridRow) int { return (r.number - 1) / blockRows }

// splitRecord reports whether rows from the first on may be parts of records:
// short ones behind each other that would make one whole record, unless every
// row begins with a number as the whole ones do.
func splitRecord(g *grid, first, wide int) bool {
	rows := g.rows[first:]
	numbered := func(r gridRow) bool {
		text := g.dict[r.cells[0].code].Text
		return r.cells[0].col == 0 && text[0] >= '0' && text[0] <= '9'
	}
	if !slices.ContainsFunc(rows, func(r gridRow) bool { return r.fields == wide && !numbered(r) }) {
		return slices.ContainsFunc(rows, func(r gridRow) bool { return !numbered(r) })
	}
	run, fields := 0, 0
	for i := 0; i <= len(rows); i++ {
		if i < len(rows) && rows[i].fields < wide {
			run, fields = run+1, fields+rows[i].fields
			continue
		}
		if run > 1 && fields == wide+run-1 {
			return true
		}
		run, fields = 0, 0
	}
	return false
}
