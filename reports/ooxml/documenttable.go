package ooxml

import (
	"fmt"
	"strings"
)

// mostTogether is the most rows of a table that is kept on one page.
const mostTogether = 16

// table writes a table; its header row is repeated on every page.
func (d *Document) table(b *strings.Builder, t *Table) {
	fmt.Fprintf(b, `<w:tbl><w:tblPr><w:tblStyle w:val="Figures"/><w:tblW w:w="%d" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblLook w:val="00A0" w:firstRow="1" w:lastRow="0" w:firstColumn="1" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/><w:tblDescription w:val="%s"/></w:tblPr><w:tblGrid>`,
		d.lineWidth(), esc(t.Alt))
	for i := range t.Header {
		fmt.Fprintf(b, `<w:gridCol w:w="%d"/>`, t.pageWidth(i, d.lineWidth()))
	}
	b.WriteString(`</w:tblGrid>`)
	together := len(t.Rows) <= mostTogether
	t.row(b, pageRow{of: d.lineWidth(), cells: t.Header, header: true, strong: true, keep: true})
	for i, cells := range t.Rows {
		strong := t.strong(i)
		t.row(b, pageRow{of: d.lineWidth(), cells: cells, strong: strong, spans: t.spans(i), keep: strong || together && i < len(t.Rows)-1})
	}
	b.WriteString(`</w:tbl><w:p/>`)
}

// pageWidth is the width of a column of a table as wide as all, in twentieths of a
// point.
func (t *Table) pageWidth(column, all int) int {
	width := float64(all)
	if t.Widths != nil {
		return int(width * t.Share(column))
	}
	first := 0.4
	switch {
	case len(t.Header) > 6:
		first = 0.17
	case len(t.Header) > 4:
		first = 0.22
	}
	if column == 0 {
		return int(first * width)
	}
	return int((1 - first) * width / float64(len(t.Header)-1))
}

// pageRow is a row of a table on a page: whether it is the header, bold, one text
// over all columns, and kept on the page of the next; of is the width of the table in
// twentieths of a point.
type pageRow struct {
	of                          int
	cells                       []string
	header, strong, spans, keep bool
}

func (t *Table) row(b *strings.Builder, r pageRow) {
	b.WriteString(`<w:tr><w:trPr><w:cantSplit/>`)
	if r.header {
		b.WriteString(`<w:tblHeader/>`)
	}
	b.WriteString(`</w:trPr>`)
	weight, keep := "", ""
	if r.keep {
		keep = "<w:keepNext/>"
	}
	if r.strong {
		weight = `<w:rPr><w:b/></w:rPr>`
	}
	for i, text := range r.cells {
		align, width, span := "right", t.pageWidth(i, r.of), ""
		if i <= t.Words {
			align = "left"
		}
		if r.spans {
			width, span = r.of, fmt.Sprintf(`<w:gridSpan w:val="%d"/>`, len(r.cells))
		}
		fmt.Fprintf(b, `<w:tc><w:tcPr><w:tcW w:w="%d" w:type="dxa"/>%s</w:tcPr><w:p><w:pPr><w:pStyle w:val="Cell"/>%s<w:jc w:val="%s"/></w:pPr><w:r>%s<w:t xml:space="preserve">%s</w:t></w:r></w:p></w:tc>`,
			width, span, keep, align, weight, esc(text))
		if r.spans {
			break
		}
	}
	b.WriteString(`</w:tr>`)
}
