package ooxml

import (
	"fmt"
	"math"
	"strings"
	"unicode/utf8"
)

// The most height of a row of a table on a slide, and the largest type in it where
// nothing else says so, both in points.
const (
	tableRow    = 34.0
	tableLetter = 16.0
)

// table returns a table with its first row and column as headers, in type so
// large that all rows fit in their place.
func (d *Presentation) table(t *Table, at place) string {
	height := math.Min(tableRow, at.h/float64(len(t.Rows)+1))
	size := math.Max(math.Min(tableLetter, height*0.6), leastType)
	longest := 0
	for _, row := range t.Rows {
		longest = max(longest, utf8.RuneCountInString(row[0]))
	}
	first := math.Min(math.Max(float64(longest)*letterWidth*size+20, 0.15*at.w), 0.5*at.w)
	if len(t.Header) < 3 {
		first = 0.6 * at.w
	}
	switch others := (at.w - first) / float64(len(t.Header)-1); {
	case t.Size > 0:
		size, height = t.Size, RowHeight(1, t.Size)
	case t.Widths == nil && len(t.Header) > 1:
		size = math.Max(math.Min(size, (others-10)/(letterWidth*1.1*float64(t.longestWord()))), leastType)
	}
	var b strings.Builder
	b.WriteString(`<a:tbl><a:tblPr firstRow="1" firstCol="1"/><a:tblGrid>`)
	for i := range t.Header {
		w := first
		switch {
		case t.Widths != nil:
			w = at.w * t.Share(i)
		case i > 0:
			w = (at.w - first) / float64(len(t.Header)-1)
		}
		fmt.Fprintf(&b, `<a:gridCol w="%d"/>`, int(w*emu))
	}
	b.WriteString(`</a:tblGrid>`)
	d.tableRow(&b, rowOf{t.Header, nil, t.Fills != nil, true, t.Words, false}, height, size)
	for i, row := range t.Rows {
		var fills []string
		if t.Fills != nil {
			fills = t.Fills[i]
		}
		d.tableRow(&b, rowOf{row, fills, t.Fills != nil, t.strong(i), t.Words, t.spans(i)}, height, size)
	}
	b.WriteString(`</a:tbl>`)
	return b.String()
}

// longestWord is the length of the longest word in the columns after the first.
func (t *Table) longestWord() int {
	longest := 1
	for _, row := range append([][]string{t.Header}, t.Rows...) {
		for _, cell := range row[1:] {
			for _, word := range strings.Fields(cell) {
				longest = max(longest, utf8.RuneCountInString(word))
			}
		}
	}
	return longest
}

// RowHeight is how high a row of so many lines of type of a size is on a slide, in
// points.
func RowHeight(lines int, size float64) float64 { return float64(lines)*1.2*size + 0.5*size }

// rowOf is a row of a table: its cells, their grounds if they have them, whether
// they are centred, whether it is bold, how many columns after the first hold
// words, and whether the first cell takes all its width.
type rowOf struct {
	cells, fills    []string
	centred, strong bool
	words           int
	spans           bool
}

func (d *Presentation) tableRow(b *strings.Builder, r rowOf, height, size float64) {
	fmt.Fprintf(b, `<a:tr h="%d">`, int(height*emu))
	margin := int(math.Max((height-size*1.25)/2, 0) * emu)
	for i, text := range r.cells {
		align, weight, colour, ground := "r", "0", ink, "<a:noFill/>"
		switch {
		case i <= r.words:
			align = "l"
		case r.centred:
			align = "ctr"
		}
		if r.strong {
			weight = "1"
		}
		switch {
		case i >= len(r.fills) || r.fills[i] == "":
		case r.fills[i] == Hatched:
			ground = hatching
		default:
			colour, ground = inkOn(r.fills[i]), solid(r.fills[i])
		}
		span := ""
		switch {
		case r.spans && i == 0:
			span = fmt.Sprintf(` gridSpan="%d"`, len(r.cells))
		case r.spans:
			span = ` hMerge="1"`
		}
		fmt.Fprintf(b, `<a:tc%[10]s><a:txBody><a:bodyPr/><a:lstStyle/><a:p><a:pPr algn="%[1]s"/><a:r><a:rPr lang="%[2]s" sz="%.0[3]f" b="%[4]s">%[5]s</a:rPr><a:t>%[6]s</a:t></a:r></a:p></a:txBody><a:tcPr marL="50800" marR="50800" marT="%[7]d" marB="%[7]d" anchor="ctr"><a:lnB w="6350">%[8]s</a:lnB>%[9]s</a:tcPr></a:tc>`,
			align, esc(d.Properties.Language), 100*size, weight, solid(colour), esc(text), margin, solid("C4C8CD"), ground, span)
	}
	b.WriteString(`</a:tr>`)
}
