package reports

import (
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"benchmark/reports/ooxml"
)

// The most characters by which a column of a table claims room.
const (
	widestName  = 34
	widestCell  = 20
	widestWords = 44
	leastCell   = 6
)

// gridTable is tables of text with the same columns as one table of Office: the
// title of each stands over its lines, in bold, as do bases.
func (o *office) gridTable(parts []grid) *ooxml.Table { return o.headedTable(parts, len(parts) > 1) }

// headedTable is gridTable, with or without the titles.
func (o *office) headedTable(parts []grid, headed bool) *ooxml.Table {
	first := &parts[0]
	t := &ooxml.Table{Alt: o.gridTitle(parts, ""), Header: append([]string{o.corner(parts)}, first.head[1:]...), Words: first.words}
	for i := range parts {
		g := &parts[i]
		if headed {
			t.Rows = append(t.Rows, append([]string{g.named()}, make([]string, len(g.head)-1)...))
			t.Strong = append(t.Strong, true)
		}
		for k := range g.lines {
			t.Rows = append(t.Rows, g.signed(k))
			t.Strong = append(t.Strong, k < g.bases)
		}
	}
	t.Widths = columnWidths(t)
	return t
}

// corner heads the labels of tables that stand together: their titles stand
// elsewhere.
func (o *office) corner(parts []grid) string {
	if len(parts) > 1 || parts[0].title == "" {
		return o.l.Page().Subject
	}
	return parts[0].head[0]
}

// gridTitle names tables that stand together: the title of the one, or of their
// section.
func (o *office) gridTitle(parts []grid, section string) string {
	if len(parts) > 1 && section != "" {
		return section
	}
	names := make([]string, len(parts))
	for i := range parts {
		names[i] = parts[i].named()
	}
	return strings.Join(names, "; ")
}

// strong says which lines are bold: the bases.
func (g *grid) strong() []bool {
	all := make([]bool, len(g.lines))
	for i := range min(g.bases, len(all)) {
		all[i] = true
	}
	return all
}

// columnWidths are the widths of columns by their longest texts, with a bound.
func columnWidths(t *ooxml.Table) []float64 {
	widths := make([]float64, len(t.Header))
	for c := range widths {
		most, longest := widestCell, leastCell
		switch {
		case c == 0:
			most = widestName
		case c <= t.Words:
			most = widestWords
		}
		longest = max(longest, (utf8.RuneCountInString(t.Header[c])+1)/2) // two lines
		for _, word := range strings.Fields(t.Header[c]) {
			n := utf8.RuneCountInString(word)
			longest = max(longest, min(2*n, n+6)) // bold, and whole in a column that is made narrower with the others
		}
		for i, row := range t.Rows {
			if n := utf8.RuneCountInString(row[c]); !t.Strong[i] {
				longest = max(longest, n)
			}
		}
		widths[c] = float64(min(longest, most) + 3)
	}
	return widths
}

// mostGridColumns is how many columns after the labels a table of text has on a
// page.
const mostGridColumns = 7

// splitParts splits tables that stand together by their columns.
func splitParts(parts []grid, most int) [][]grid {
	var all [][]grid
	for i := range parts {
		for k, part := range parts[i].split(most) {
			if k == len(all) {
				all = append(all, nil)
			}
			all[k] = append(all[k], part)
		}
	}
	return all
}

// gridNotes are the sentences under tables that stand together.
func gridNotes(parts []grid) []string {
	var notes []string
	for i := range parts {
		notes = append(notes, parts[i].notes...)
	}
	return notes
}

// tableSizes are the sizes of type of tables on slides in points, the largest first.
func tableSizes() []float64 { return []float64{18, 17, 16, 15, 14, 13, leastTable} }

// leastTable is the smallest size of type of tables on slides, in points.
const leastTable = 12

// gridSlides are the slides of the tables of text of a section, and of its tables by
// group where no chart shows them. A table of several is cut between them where that
// is possible.
func (o *office) gridSlides(s *Section) []ooxml.Slide {
	grids := s.grids
	if o.report.Whole && len(s.Charts) == 0 {
		for _, t := range s.Tables {
			if groupwise(t) {
				g := o.groupsAsRows(t)
				g.title = s.tableTitle(t, o.words)
				grids = append(slices.Clone(grids), g)
			}
		}
	}
	var slides []ooxml.Slide
	for _, parts := range joined(grids) {
		pages, size := o.tablePages(parts)
		title, widths := o.gridTitle(parts, s.Title), o.gridTable(parts).Widths
		for i, page := range pages {
			t := o.headedTable(page, len(parts) > 1)
			t.Size, t.Widths = size, widths
			foot := append(slices.Clone(gridNotes(page)), o.source())
			slides = append(slides, ooxml.Slide{
				Title: o.l.Continued(clean(title), i+1, len(pages)), Table: t,
				Source: strings.TrimSpace(strings.Join(foot, " ")), Notes: append(cleanAll(s.Intro), o.rests(nil)...),
			})
		}
	}
	return slides
}

// tablePages puts tables that stand together on as few slides as hold them in the
// smallest type, and returns the largest type that takes no more and that breaks no
// figure or head that the smallest does not.
func (o *office) tablePages(parts []grid) (pages [][]grid, size float64) {
	t := o.gridTable(parts)
	fewest, breaks := len(pagesOf(parts, t, leastTable)), broken(t, leastTable)
	for _, size = range tableSizes() {
		if pages = pagesOf(parts, t, size); len(pages) <= fewest && broken(t, size) <= breaks {
			break
		}
	}
	return pages, size
}

// broken counts the lines after the first that figures take in type of a size, and
// those after the second of heads.
func broken(t *ooxml.Table, size float64) float64 {
	all := 0.0
	for c := 1; c < len(t.Header); c++ {
		all += math.Max(0, wrappedLines(t.Header[c], lettersIn(t, c, size, boldLetter))-2)
		for i := range t.Rows {
			if c > t.Words && !t.Strong[i] {
				all += wrappedLines(t.Rows[i][c], lettersIn(t, c, size, cellLetter)) - 1
			}
		}
	}
	return all
}

// lettersIn is how many letters a line in a column of a table has in type of a size.
func lettersIn(t *ooxml.Table, column int, size, letter float64) float64 {
	return math.Max(1, (ooxml.BodyWidth*t.Share(column)-cellSides)/(letter*size))
}

// Of the width of a cell, what its sides take, in points; bold letters are wider.
const (
	cellSides  = 9.0
	boldLetter = 0.56
	cellLetter = 0.51
)

// rowHeight is how high a row of a table is on a slide in type of a size.
func rowHeight(t *ooxml.Table, cells []string, size, letter float64) float64 {
	lines := 1.0
	for c, cell := range cells {
		lines = math.Max(lines, wrappedLines(cell, lettersIn(t, c, size, letter)))
	}
	return ooxml.RowHeight(int(lines), size)
}

// pagesOf puts tables that stand together, of the widths of t, on slides in type of a
// size, the titles counted; a longer one is continued under its title.
func pagesOf(parts []grid, t *ooxml.Table, size float64) [][]grid {
	heading := 0.0
	if len(parts) > 1 {
		heading = ooxml.RowHeight(1, size)
	}
	heights, all := make([][]float64, len(parts)), 0.0
	for i := range parts {
		all += heading
		for k := range parts[i].lines {
			heights[i] = append(heights[i], rowHeight(t, parts[i].signed(k), size, cellLetter))
			all += heights[i][k]
		}
	}
	head := rowHeight(t, t.Header, size, boldLetter)
	return evenly(all, ooxml.TallHeight-head, func(most float64) [][]grid { return filled(parts, heights, heading, most) })
}

// filled fills pages up to a height with parts of which the heights of the lines are
// given.
func filled(parts []grid, heights [][]float64, heading, most float64) [][]grid {
	var pages [][]grid
	used := math.Inf(1)
	for i := range parts {
		g, lines := parts[i], heights[i]
		for {
			fits, high := 0, heading
			for fits < len(lines) && high+lines[fits] <= most {
				high += lines[fits]
				fits++
			}
			if used+high > most {
				pages, used = append(pages, nil), 0
			}
			last := len(pages) - 1
			if fits == len(lines) {
				pages[last], used = append(pages[last], g), used+high
				break
			}
			head, rest := g.cut(max(1, fits))
			pages[last], used = append(pages[last], head), math.Inf(1)
			g, lines = rest, lines[max(1, fits):]
		}
	}
	return pages
}

// cut cuts a table after so many lines; its notes go with the rest.
func (g *grid) cut(lines int) (head, rest grid) {
	head, rest = *g, *g
	head.lines, rest.lines = g.lines[:lines], g.lines[lines:]
	head.notes = nil
	head.bases, rest.bases = min(g.bases, lines), max(0, g.bases-lines)
	if len(g.signs) > lines {
		head.signs, rest.signs = g.signs[:lines], g.signs[lines:]
	}
	if len(g.figures) > lines {
		head.figures, rest.figures = g.figures[:lines], g.figures[lines:]
	}
	return head, rest
}
