package charts

import (
	"image/color"
	"math"
	"slices"
)

// Measures of a table of cells in points.
const (
	// cellGap is the white between cells, and cellAir that beside the text of one.
	cellGap, cellAir = 2.0, 4.0
	// widestCell is the width beyond which a cell does not help reading.
	widestCell = 150.0
	// highestCell is the largest height of a row on a slide.
	highestCell = 56.0
	// blockGap is the white between two blocks of columns.
	blockGap = 16.0
)

// grid is a table of cells: the columns of a chart, in blocks under each other
// where they do not fit beside each other.
type grid struct {
	bands
	// columns is the number of them in a block, the last block may have fewer.
	columns int
	// left is where the first column starts, and cell how wide each is with its
	// gap.
	left, cell float64
	// headings of all columns, in the type heading, over at most deepest lines.
	headings [][]string
	heading  float64
	deepest  int
	// text is the type of the cells' figures, and words that of their words.
	text, words float64
}

// heat draws a table of cells in classes, with the key of the classes above it.
// The names of the rows stand beside the cells on every page: above them they
// would hide the columns.
func (p *frame) heat() error {
	size := *p.size
	size.Above = false
	p.size = &size
	if err := p.foot(""); err != nil {
		return err
	}
	key := p.entriesOf(p.classes())
	top := p.top + 12
	start := top + linesHigh(key) + 12
	if p.compact {
		start -= 6
	}
	g, ok := p.grid(start)
	if !ok {
		return crowded{len(p.chart.Rows), p.size.Smallest}
	}
	p.keyOf(key, top)
	for first := 0; first < len(p.chart.Series); first += g.columns {
		start = p.gridBlock(&g, first, start) + blockGap
	}
	p.used = start - blockGap
	return nil
}

// classes returns the series of the key: the classes of the cells.
func (p *frame) classes() []Series {
	all := make([]Series, len(p.chart.Ticks))
	for i, t := range p.chart.Ticks {
		all[i] = Series{Label: t.Label, Role: ClassLowest + Role(i)}
	}
	return all
}

// class returns the colour of a value: that of the last class that begins at or
// below it.
func (p *frame) class(value float64) color.RGBA {
	role := ClassLowest
	for i, t := range p.chart.Ticks {
		if value >= t.Value-1e-12 {
			role = ClassLowest + Role(i)
		}
	}
	return p.theme.Fills[role]
}

// grid finds the fewest blocks of columns, and in those the largest type, at
// which headings, cells and rows fit; words of headings are broken only when
// nothing else does.
func (p *frame) grid(start float64) (grid, bool) {
	n := len(p.chart.Series)
	least := p.size.Smallest
	if p.free {
		least = max(least, min(p.size.Label, 12))
	}
	for _, broken := range []bool{false, true} {
		for blocks := 1; blocks <= n; blocks++ {
			for size := p.size.Label; size >= least; size -= 0.5 {
				if g, ok := p.gridIn(blocks, size, start, broken); ok {
					return g, true
				}
			}
		}
	}
	return grid{}, false
}

// gridIn returns the grid in a number of blocks at a size of type.
func (p *frame) gridIn(blocks int, size, start float64, broken bool) (grid, bool) {
	least := p.size.Smallest
	g := grid{columns: (len(p.chart.Series) + blocks - 1) / blocks, heading: max(least, 0.9*size), text: size, words: max(least, 0.8*size)}
	b := p.label(size)
	_, beside := p.columnWidths(size)
	g.left = p.plotLeft(b)
	g.cell = math.Min(widestCell, (p.right-beside-g.left)/float64(g.columns))
	g.cell = math.Floor(2*g.cell) / 2
	if g.cell < p.cellNeeds(&g, broken) {
		return g, false
	}
	for i := range p.chart.Series {
		lines := wrap(p.chart.Series[i].Label, g.cell-cellGap-cellAir, p.fonts.measure(g.heading, true))
		g.headings, g.deepest = append(g.headings, lines), max(g.deepest, len(lines))
	}
	if g.deepest > 4 && !broken {
		return g, false
	}
	bottom := boundless
	if !p.free {
		room := p.bottom - 8 - start - float64(blocks-1)*blockGap
		bottom = start + room/float64(blocks)
	}
	pitch := p.pitch(highestCell)
	for i := range b.rows {
		pitch = math.Max(pitch, p.labelHeight(&b.rows[i]))
	}
	var err error
	g.bands, err = p.bands(start+p.headingHeight(&g), bottom, demand{most: size, least: size, pitch: pitch, needs: func(r *Row, size float64) float64 {
		if r.Heading {
			return math.Max(p.lowest(r, size), p.headingAir()*size)
		}
		return 1.05*size + 1.5 + (size - p.size.Smallest)
	}})
	return g, err == nil
}

// headingAir is the height of a row with a heading in parts of its type.
func (p *frame) headingAir() float64 {
	if p.free {
		return 2
	}
	return 1.25
}

// headingHeight returns the height of the headings of a block.
func (p *frame) headingHeight(g *grid) float64 {
	return float64(g.deepest)*lineHeight*g.heading + 5
}

// cellNeeds returns the least width of a column for the texts of its cells and,
// unless they may be broken, the words of its heading.
func (p *frame) cellNeeds(g *grid, broken bool) float64 {
	width := 0.0
	for i := range p.chart.Rows {
		for _, m := range p.chart.Rows[i].Marks {
			if m.absent() {
				width = math.Max(width, p.fonts.width(m.Words, g.words, false)+4)
				continue
			}
			width = math.Max(width, p.fonts.width(m.Label, g.text, true))
		}
	}
	for i := range p.chart.Series {
		for _, word := range pieces(p.chart.Series[i].Label, boundless, p.fonts.measure(g.heading, true)) {
			if !broken {
				width = math.Max(width, word.width)
			}
		}
	}
	return width + cellGap + cellAir
}

// gridBlock draws the columns from first on, from the top down, and returns
// where they end.
func (p *frame) gridBlock(g *grid, first int, top float64) float64 {
	last := min(first+g.columns, len(p.chart.Series))
	b := g.bands
	b.rows = slices.Clone(b.rows)
	shift := snap(top + p.headingHeight(g) - b.start)
	for i := range b.rows {
		b.rows[i].middle += shift
		b.rows[i].mark += shift
	}
	start := b.start + shift
	right := p.right
	_, beside := p.columnWidths(g.text)
	p.right = g.left + float64(last-first)*g.cell + beside
	p.columns(b, start+10-4-lineHeight*g.heading/2)
	p.right = right
	p.labels(b, g.left-12)
	for c := first; c < last; c++ {
		x := g.left + float64(c-first)*g.cell
		y := start - 5 - float64(len(g.headings[c]))*lineHeight*g.heading
		for _, line := range g.headings[c] {
			p.middle(line, x+(g.cell-cellGap)/2, y+lineHeight*g.heading/2, style{size: g.heading, bold: true, colour: p.theme.Text, anchor: atMiddle})
			y += lineHeight * g.heading
		}
	}
	for i := range b.rows {
		p.gridRow(g, &b.rows[i], first, last)
	}
	return b.end + shift
}

// gridRow draws the cells of a row; those that rest on few answers are lower.
func (p *frame) gridRow(g *grid, r *band, first, last int) {
	if r.row.Heading {
		return
	}
	height := r.zone - cellGap
	if !r.row.drawn() {
		p.words(r, g.left, float64(last-first)*g.cell-cellGap, height, g.words)
		return
	}
	if r.row.Tentative {
		height = math.Max(1.12*g.text, 0.68*height)
	}
	height = snap(height)
	top := snap(r.mark - height/2)
	for c := first; c < last; c++ {
		m := &r.row.Marks[c]
		x, w := g.left+float64(c-first)*g.cell, g.cell-cellGap
		if m.absent() {
			p.absentCell(m, x, top, w, height, g.words)
			continue
		}
		fill := p.class(m.Value)
		p.bar(x, top, w, height, fill)
		p.middle(m.Label, x+w/2, top+height/2, style{size: g.text, bold: !r.row.Tentative, colour: inkOn(fill), anchor: atMiddle})
	}
}

// absentCell writes the words of a cell without a figure, on hatching when the
// figure is hidden.
func (p *frame) absentCell(m *Mark, x, y, w, h, size float64) {
	if m.Status.Hidden() {
		p.hatch(x, y, w, h, 6, p.theme.Hatching)
		room := p.fonts.width(m.Words, size, false) + 6
		p.box(x+(w-room)/2, y+h/2-0.62*size, room, 1.24*size, p.theme.Ground)
	}
	p.middle(m.Words, x+w/2, y+h/2, style{size: size, colour: p.theme.Quiet, anchor: atMiddle})
}
