package charts

import (
	"math"
	"strings"

	"benchmark/analysis"
)

// lineSize returns the type of the outcome over the markers on a narrow page.
func (p *frame) lineSize(size float64) float64 { return math.Max(p.size.Smallest, 0.9*size) }

// signRoom is the width of a sign with the white on both sides.
const signRoom = 2*signSize + 12

// outcomeWidths returns the width of each column beside the plot and of all with
// the space before them; on a narrow page there are none. The last holds the
// difference, the sign and the word.
func (p *frame) outcomeWidths(size float64) (widths []float64, all float64) {
	if p.size.Above {
		return nil, 0
	}
	for c := range p.chart.Columns {
		width := p.fonts.width(p.chart.Columns[c].Heading, p.headingSize(), false)
		if c == len(p.chart.Columns)-1 {
			width = math.Max(width, p.differenceWidth(size)+p.outcomeRest(size))
		} else {
			for i := range p.chart.Rows {
				if r := &p.chart.Rows[i]; c < len(r.Cells) {
					width = math.Max(width, p.fonts.width(r.Cells[c], size, p.chart.Columns[c].Strong))
				}
			}
		}
		widths = append(widths, width)
		all += width + p.size.Gap
	}
	return widths, all
}

// differenceWidth returns the width of the widest difference.
func (p *frame) differenceWidth(size float64) float64 {
	width, last := 0.0, len(p.chart.Columns)-1
	for i := range p.chart.Rows {
		if r := &p.chart.Rows[i]; last < len(r.Cells) {
			width = math.Max(width, p.fonts.width(r.Cells[last], size, true))
		}
	}
	return width
}

// outcomeRest returns the width of signs and words.
func (p *frame) outcomeRest(size float64) float64 {
	width := 0.0
	for i := range p.chart.Rows {
		if o := p.chart.Rows[i].Outcome; o.Direction != NotTested {
			width = math.Max(width, signRoom+p.fonts.width(o.Word, p.wordColumnSize(size), false))
		}
	}
	return width
}

func (p *frame) wordColumnSize(size float64) float64 {
	return math.Max(p.size.Smallest, math.Min(13, 0.9*size))
}

// outcomes writes the columns, or a line over the markers of each row.
func (v *versusPlot) outcomes(rows []versusRow) {
	if v.size.Above {
		for i := range rows {
			if rows[i].line > 0 {
				v.outcomeLine(&rows[i])
			}
		}
		return
	}
	widths, _ := v.outcomeWidths(v.bands.size)
	right := v.right
	for c, width := range widths {
		right += v.size.Gap + width
		if last := c == len(widths)-1; last {
			v.outcomeColumn(rows, right-width, c)
			continue
		}
		v.middle(v.chart.Columns[c].Heading, right, v.top-10, style{size: v.headingSize(), colour: v.theme.Quiet, anchor: atEnd})
		for i := range rows {
			if r := rows[i].row; c < len(r.Cells) {
				st := style{size: v.bands.size, bold: r.drawn() && r.Marks[0].Status == analysis.Estimated, colour: v.theme.Quiet, anchor: atEnd}
				if st.bold {
					st.colour = v.theme.legible(Own)
				}
				v.middle(r.Cells[c], right, rows[i].marks, st)
			}
		}
	}
}

// outcomeColumn writes the differences with their signs and words from x.
func (v *versusPlot) outcomeColumn(rows []versusRow, x float64, c int) {
	v.middle(v.chart.Columns[c].Heading, x, v.top-10, style{size: v.headingSize(), colour: v.theme.Quiet})
	size := v.bands.size
	end := x + v.differenceWidth(size)
	for i := range rows {
		r := rows[i].row
		if c >= len(r.Cells) || r.Cells[c] == "" {
			continue
		}
		shown := r.Outcome.Direction == Up || r.Outcome.Direction == Down
		ink := r.Outcome.ink(v.theme)
		answer := style{size: size, bold: shown, colour: ink, anchor: atEnd}
		if v.chart.Columns[c].Strong && r.drawn() && r.Marks[0].Status == analysis.Estimated {
			answer.bold, answer.colour = true, v.theme.legible(Own)
		}
		v.middle(r.Cells[c], end, rows[i].marks, answer)
		if r.Outcome.Direction != NotTested {
			v.sign(r.Outcome, end+signRoom/2, rows[i].marks)
			v.middle(r.Outcome.Word, end+signRoom, rows[i].marks, style{size: v.wordColumnSize(size), colour: ink})
		}
	}
}

// outcomeText returns what stands over the markers of a row on a narrow page,
// without the sign and its word; empty for nothing.
func (p *frame) outcomeText(r *Row) string {
	var parts []string
	for c, cell := range r.Cells {
		if cell != "" {
			parts = append(parts, p.chart.Columns[c].Heading+": "+cell)
		}
	}
	return strings.Join(parts, ", ")
}

// outcomeLine writes the outcome of a row over its markers.
func (v *versusPlot) outcomeLine(r *versusRow) {
	size := v.lineSize(v.bands.size)
	text := v.outcomeText(r.row)
	ink := r.row.Outcome.ink(v.theme)
	// A line that would not fit goes without the heading, as a last resort smaller.
	room := v.frame.right - v.frame.left
	if r.row.Outcome.Direction != NotTested {
		room -= signRoom + v.fonts.width(r.row.Outcome.Word, size, false)
	}
	if v.fonts.width(text, size, false) > room {
		size = v.size.Smallest
	}
	v.middle(text, v.frame.left, r.line, style{size: size, colour: ink})
	if r.row.Outcome.Direction != NotTested {
		x := v.frame.left + v.fonts.width(text, size, false)
		v.sign(r.row.Outcome, x+signRoom/2, r.line)
		v.middle(r.row.Outcome.Word, x+signRoom, r.line, style{size: size, bold: r.row.Outcome.Direction != Undecided, colour: ink})
	}
}

// legendEntry is one series in the key of markers.
type legendEntry struct {
	series *Series
	lines  []string
	x, y   float64
}

// legend is the key of markers.
type legend struct {
	entries []legendEntry
	height  float64
}

// legend sets the series side by side, on as many lines as they need; a label
// that is wider than the page is wrapped.
func (p *frame) legend() legend {
	var l legend
	measure := p.fonts.measure(keySize, false)
	x, y, tall := p.left, 0.0, 0.0
	for i := range p.chart.Series {
		s := &p.chart.Series[i]
		if !p.chart.marked(i) {
			continue // a key to a mark that is nowhere
		}
		lines := wrap(s.Label, p.content()-keySwatch-8, measure)
		w := keySwatch + 8 + widest(lines, measure)
		if x > p.left && x+w > p.right {
			x, y = p.left, y+tall
		}
		if x == p.left {
			tall = 0
		}
		tall = math.Max(tall, keyPitch+float64(len(lines)-1)*lineHeight*keySize)
		l.entries = append(l.entries, legendEntry{s, lines, x, y})
		l.height = y + tall
		x += w + keyGap
	}
	return l
}

// marked reports whether a series has a mark in any row.
func (c *Chart) marked(series int) bool {
	for i := range c.Rows {
		if r := &c.Rows[i]; series < len(r.Marks) && !r.Marks[series].absent() {
			return true
		}
	}
	return false
}

// drawLegend draws the key from the top down.
func (p *frame) drawLegend(l legend, top float64) {
	for _, e := range l.entries {
		y := top + e.y + keyPitch/2
		p.symbol(e.series.Role, e.x+keySwatch/2, y, 5, false)
		for i, line := range e.lines {
			p.middle(line, e.x+keySwatch+8, y+float64(i)*lineHeight*keySize, style{size: keySize, colour: p.theme.Text})
		}
	}
}
