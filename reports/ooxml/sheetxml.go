package ooxml

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"
)

// xml returns the part of the sheet, and adds the parts of its tables and drawings.
func (s *Sheet) xml(p *Package, part string, n *counts, first bool) []byte {
	b := bytes.NewBufferString(declaration)
	fmt.Fprintf(b, `<worksheet %s><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="A1:%s"/>`, sheetSpaces, s.last())
	s.view(b, first)
	s.columnsXML(b)
	s.cells(b)
	if len(s.links) > 0 {
		b.WriteString(`<hyperlinks>`)
		for _, l := range s.links {
			fmt.Fprintf(b, `<hyperlink ref="%s%d" location="%s!A1"/>`, column(l.column-1), l.row, spelled(l.to.reference()))
		}
		b.WriteString(`</hyperlinks>`)
	}
	b.WriteString(`<pageSetup paperSize="9" fitToHeight="0" orientation="landscape"/>`)
	if s.Header != "" {
		fmt.Fprintf(b, `<headerFooter><oddHeader>%s</oddHeader><oddFooter>%s</oddFooter></headerFooter>`, marginal(s.Header, ""), marginal(s.Footer, "&R&P / &N"))
	}
	if len(s.breaks) > 0 {
		fmt.Fprintf(b, `<rowBreaks count="%[1]d" manualBreakCount="%[1]d">`, len(s.breaks))
		for _, row := range s.breaks {
			fmt.Fprintf(b, `<brk id="%d" max="%d" man="1"/>`, row, mostColumns-1)
		}
		b.WriteString(`</rowBreaks>`)
	}
	if len(s.drawn) > 0 {
		fmt.Fprintf(b, `<drawing r:id="%s"/>`, s.addDrawing(p, part, n))
	}
	if len(s.tables) > 0 {
		fmt.Fprintf(b, `<tableParts count="%d">`, len(s.tables))
		for _, t := range s.tables {
			fmt.Fprintf(b, `<tablePart r:id="%s"/>`, s.addTable(p, part, t))
		}
		b.WriteString(`</tableParts>`)
	}
	b.WriteString(`</worksheet>`)
	return b.Bytes()
}

// marginal is a line at the left of the margin of a page and what follows it. Excel allows
// 255 UTF-16 units with its codes.
func marginal(text, after string) string {
	const most = 255
	text = strings.ReplaceAll(cut(text, most), "&", "&&")
	text = cut(text, most-len("&L")-len(after))
	if odd := len(text) - len(strings.TrimRight(text, "&")); odd%2 == 1 {
		text = text[:len(text)-1]
	}
	return spelled("&L" + text + after)
}

// last is the name of the last cell.
func (s *Sheet) last() string {
	columns := 1
	for i := range s.rows {
		columns = max(columns, len(s.rows[i].cells))
	}
	return column(columns-1) + strconv.Itoa(max(1, len(s.rows)))
}

// view writes what is seen when the sheet is opened.
func (s *Sheet) view(b *bytes.Buffer, first bool) {
	selected := ""
	if first {
		selected = ` tabSelected="1"`
	}
	b.WriteString(`<sheetViews><sheetView` + selected + ` workbookViewId="0"`)
	if s.Frozen {
		b.WriteString(`><pane xSplit="1" ySplit="1" topLeftCell="B2" activePane="bottomRight" state="frozen"/>` +
			`<selection pane="topRight"/><selection pane="bottomLeft"/><selection pane="bottomRight"/></sheetView></sheetViews>`)
		return
	}
	b.WriteString(`/></sheetViews>`)
}

// columnsXML writes the looks of columns: those that are the same together.
func (s *Sheet) columnsXML(b *bytes.Buffer) {
	outline := ""
	for _, c := range s.columns {
		if c.folded {
			outline = ` outlineLevelCol="1"`
		}
	}
	b.WriteString(`<sheetFormatPr defaultRowHeight="15"` + outline + `/>`)
	open := false
	for from := 0; from < len(s.columns); {
		to, c := from+1, s.columns[from]
		for to < len(s.columns) && s.columns[to] == c {
			to++
		}
		if c != (sheetColumn{}) {
			if !open {
				b.WriteString(`<cols>`)
				open = true
			}
			c.xml(b, from+1, to)
		}
		from = to
	}
	if open {
		b.WriteString(`</cols>`)
	}
}

// xml writes the look of the columns from one to another.
func (c sheetColumn) xml(b *bytes.Buffer, from, to int) {
	fmt.Fprintf(b, `<col min="%d" max="%d"`, from, to)
	if c.width > 0 {
		fmt.Fprintf(b, ` width="%g" customWidth="1"`, c.width)
	} else {
		fmt.Fprintf(b, ` width="%g"`, defaultWidth)
	}
	if c.folded {
		b.WriteString(` outlineLevel="1"`)
	}
	b.WriteString(`/>`)
}

// cells writes the rows that have a height or a cell.
func (s *Sheet) cells(b *bytes.Buffer) {
	var letters []string
	b.WriteString(`<sheetData>`)
	for i := range s.rows {
		r := &s.rows[i]
		if r.height == 0 && len(r.cells) == 0 {
			continue
		}
		line := strconv.AppendInt(append(b.AvailableBuffer(), `<row r="`...), int64(i+1), 10)
		if r.height > 0 {
			line = strconv.AppendFloat(append(line, `" ht="`...), r.height, 'g', -1, 64)
			line = append(line, `" customHeight="1`...)
		}
		line = append(line, `">`...)
		for k := range r.cells {
			if k == len(letters) {
				letters = append(letters, column(k))
			}
			line = r.cells[k].xml(line, letters[k], i+1)
		}
		b.Write(append(line, `</row>`...))
	}
	b.WriteString(`</sheetData>`)
}

// xml appends the cell in a column and row to a line; nothing for an empty one.
func (c *sheetCell) xml(line []byte, column string, row int) []byte {
	if c.holds == holdsNothing {
		return line
	}
	line = append(append(line, `<c r="`...), column...)
	line = strconv.AppendInt(line, int64(row), 10)
	if c.style > 0 {
		line = strconv.AppendInt(append(line, `" s="`...), int64(c.style), 10)
	}
	if c.holds == holdsText {
		line = strconv.AppendInt(append(line, `" t="s"><v>`...), int64(c.text), 10)
	} else {
		line = strconv.AppendFloat(append(line, `"><v>`...), c.x, 'f', -1, 64)
	}
	return append(line, `</v></c>`...)
}

// addTable adds the part of a table and returns the id of its relationship.
func (s *Sheet) addTable(p *Package, part string, t sheetTable) string {
	name := fmt.Sprintf("xl/tables/table%d.xml", t.number)
	ref := fmt.Sprintf("A%d:%s%d", t.from, column(t.columns-1), t.to)
	var b strings.Builder
	fmt.Fprintf(&b, `<table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" id="%[1]d" name="Table%[1]d" displayName="Table%[1]d" ref="%[2]s"><autoFilter ref="%[2]s"/><tableColumns count="%[3]d">`,
		t.number, ref, t.columns)
	for i := range t.columns {
		fmt.Fprintf(&b, `<tableColumn id="%d" name="%s"/>`, i+1, spelled(s.book.texts[s.at(i+1, t.from).text]))
	}
	b.WriteString(`</tableColumns><tableStyleInfo name="TableStyleLight1" showFirstColumn="1" showLastColumn="0" showRowStripes="0" showColumnStripes="0"/></table>`)
	p.addXML(name, sheetType+"table+xml", b.String())
	return p.relate(part, "table", name)
}
