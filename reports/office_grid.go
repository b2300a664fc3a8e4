package reports

import (
	"strings"
	"unicode/utf8"

	"benchmark/reports/ooxml"
)

// The most characters by which a column of a table claims room.
const (
	widestName = 34
	widestCell = 20
	leastCell  = 6
)

// gridTable is tables of text with the same columns as one table of Office: the
// title of each stands over its lines, in bold, as do bases.
func (o *office) gridTable(parts []grid) *ooxml.Table {
	first := &parts[0]
	t := &ooxml.Table{Alt: o.gridTitle(parts, ""), Header: append([]string{o.corner(parts)}, first.head[1:]...), Words: first.words}
	for i := range parts {
		g := &parts[i]
		if len(parts) > 1 {
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
		if c == 0 {
			most = widestName
		}
		for _, word := range strings.Fields(t.Header[c]) {
			longest = max(longest, utf8.RuneCountInString(word))
		}
		for i, row := range t.Rows {
			if n := utf8.RuneCountInString(row[c]); !t.Strong[i] {
				longest = max(longest, n)
			}
		}
		widths[c] = float64(min(longest, most) + 2)
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

// mostLines is how many lines of a table stand on a slide with its header.
const mostLines = 14

// gridSlides are the slides of the tables of text of a section. A table of several
// is cut between them where that is possible.
func (o *office) gridSlides(s *Section) []ooxml.Slide {
	var slides []ooxml.Slide
	for _, parts := range joined(s.grids) {
		pages := pagesOf(parts, mostLines)
		title := o.gridTitle(parts, s.Title)
		for i, page := range pages {
			slides = append(slides, ooxml.Slide{
				Title: o.l.Continued(clean(title), i+1, len(pages)), Table: o.gridTable(page),
				Source: strings.TrimSpace(strings.Join(append(gridNotes(page), o.report.Notices...), " ")), Notes: cleanAll(s.Intro),
			})
		}
	}
	return slides
}

// pagesOf puts tables that stand together on pages of so many lines, the titles
// counted; a longer one is continued under its title.
func pagesOf(parts []grid, most int) [][]grid {
	var pages [][]grid
	used, heading := most, 0
	if len(parts) > 1 {
		heading = 1
	}
	for i := range parts {
		g := parts[i]
		for {
			if len(pages) == 0 || used > 0 && used+heading+len(g.lines) > most {
				pages, used = append(pages, nil), 0
			}
			room := most - heading
			last := len(pages) - 1
			if len(g.lines) <= room {
				pages[last], used = append(pages[last], g), used+heading+len(g.lines)
				break
			}
			head, rest := g.cut(room)
			pages[last], used = append(pages[last], head), most
			g = rest
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
