package charts

import (
	"math"
	"slices"
)

// distribution draws how a number is spread in every row: a box from quartile to
// quartile with the median in it, and where they may be shown whiskers and
// outliers, or a strip of dots under the box.
func (p *frame) distribution() error {
	if err := p.foot(""); err != nil {
		return err
	}
	symbols := p.chart.Symbols
	key, b, err := p.boxRows(symbols)
	if err == nil && b.lowest() < lowestStrip {
		// No room for a dot an answer, so the key has none.
		symbols = slices.DeleteFunc(slices.Clone(symbols), func(s Symbol) bool { return s.Sign == PointSign })
		key, b, err = p.boxRows(symbols)
	}
	if err != nil {
		return err
	}
	start := b.start
	left := p.plotLeft(b)
	_, beside := p.columnWidths(b.size)
	least := narrowPlot
	if p.size.Above {
		least = narrowLabel
	}
	if p.right-beside-left < least {
		return crowded{len(p.chart.Rows), p.size.Smallest}
	}
	p.symbolKey(symbols, key, p.top+12)
	right := p.right - p.columns(b, start)
	p.labels(b, left-12)
	left, right = p.axisRoom(left, right)
	at := p.axis(b, left, right, start)
	height := b.lowest()
	for i := range b.rows {
		switch r := &b.rows[i]; {
		case r.row.Heading:
		case !r.row.drawn():
			p.words(r, left+4, right-left-4, snap(clamp(height*0.55, 9.5, 20)), b.size)
		default:
			p.spread(r, height, at)
		}
	}
	return nil
}

// narrowPlot is the least width of a plot, and narrowLabel that of the labels
// where these stand above it.
const narrowPlot, narrowLabel = 60.0, 40.0

// boxRows finds the places of the rows under a key.
func (p *frame) boxRows(symbols []Symbol) ([]keyEntry, bands, error) {
	key := p.symbols(symbols)
	start := p.top + 22 + linesHigh(key)
	if len(p.chart.Columns) > 0 {
		start += 16
	}
	if p.compact {
		start -= 8
	}
	d := demand{most: p.size.Label, least: p.size.Smallest, pitch: p.pitch(p.highestBox()), needs: func(r *Row, size float64) float64 {
		if r.Heading {
			return p.lowest(r, size)
		}
		return math.Max(11, p.lowest(r, size))
	}}
	b, err := p.bands(start, p.bottom-24, d)
	return key, b, err
}

// highestBox returns the largest height of a row on a slide: higher where there
// are dots under the boxes.
func (p *frame) highestBox() float64 {
	if p.points() {
		return 112
	}
	return 76
}

// points reports whether any row has its answers one by one.
func (p *frame) points() bool {
	for i := range p.chart.Rows {
		for _, m := range p.chart.Rows[i].Marks {
			if m.Spread != nil && len(m.Spread.Points) > 0 {
				return true
			}
		}
	}
	return false
}

// lowestStrip is the least height of a row for a strip of dots under the box.
const lowestStrip = 26

// strip is the share of a row that dots under the box take.
const strip = 0.46

// spread draws one row. Height is that of the lowest row, so that all boxes of a
// chart are alike.
func (p *frame) spread(r *band, height float64, at func(float64) float64) {
	m := &r.row.Marks[0]
	s := m.Spread
	middle, tall := r.mark, clamp(height*0.58, 8, 26)
	dots := p.points() && height >= lowestStrip
	if dots {
		tall = clamp(height*0.32, 8, 26)
		middle = r.mark - height*strip/2 + 1
		p.swarm(s, at, middle+tall/2+3, r.mark+height/2-2)
	}
	tall = snap(tall)
	y := snap(middle - tall/2)
	middle = y + tall/2
	fill, edge := p.theme.Fills[Band], p.theme.Fills[Plain]
	if r.row.Tentative {
		fill, edge = p.theme.Ground, p.theme.Outline
	}
	if s.HasWhiskers && !s.Single {
		p.whiskers(s, middle, tall, at)
	}
	switch x1, x2 := at(s.Q1), at(s.Q3); {
	case s.Single && !dots:
		p.outliers(s.Points, middle, tall, at)
	case !s.Single && s.Q3 > s.Q1:
		p.bar(x1, y, x2-x1, tall, fill)
	}
	if !dots && !s.Single {
		p.outliers(s.Outliers, middle, tall, at)
	}
	p.box(at(m.Value)-2, y-2, 4, tall+4, edge)
	p.shapes[len(p.shapes)-1].data = true
	if s.HasMean {
		p.meanSign(at(s.Mean), middle, clamp(tall*0.3, 3.5, 6))
	}
}

// meanSign draws the sign of a mean, with a clear ring around it.
func (p *frame) meanSign(x, y, r float64) {
	p.diamond(x, y, r+1.5, p.theme.Ground)
	p.diamond(x, y, r, p.theme.Fills[Second])
}

// whiskers draws the lines to the answers furthest from the box.
func (p *frame) whiskers(s *Spread, middle, tall float64, at func(float64) float64) {
	for _, w := range [][2]float64{{s.From, s.Q1}, {s.To, s.Q3}} {
		if w[0] == w[1] {
			continue
		}
		end, box := at(w[0]), at(w[1])
		p.box(math.Min(end, box), middle-0.5, math.Abs(end-box), 1, p.theme.Outline)
		p.box(end-0.5, middle-tall/4, 1, tall/2, p.theme.Outline)
	}
}

// outliers draws an open dot for each value; what would lie on the one before is
// not drawn twice.
func (p *frame) outliers(values []float64, middle, tall float64, at func(float64) float64) {
	last := math.Inf(-1)
	for _, v := range values {
		if x := at(v); x-last > 1 {
			p.outlier(x, middle, clamp(tall*0.16, 2.2, 3.5))
			last = x
		}
	}
}

// outlier draws an open dot.
func (p *frame) outlier(x, y, r float64) {
	p.disc(x, y, r, p.theme.Outline)
	p.disc(x, y, r-1, p.theme.Ground)
}

// swarm draws a dot for each answer between top and foot, dots of about the same
// value on top of each other; where the room is too low they overlap. Dots far
// from the rest are open.
func (p *frame) swarm(s *Spread, at func(float64) float64, top, foot float64) {
	points := s.Points
	r := clamp((foot-top)/7, 2, 3)
	column := func(v float64) float64 { return math.Round(at(v) / (2 * r)) }
	most, run := 0, 0
	for i, v := range points {
		if i > 0 && column(v) == column(points[i-1]) {
			run++
		} else {
			run = 1
		}
		most = max(most, run)
	}
	pitch := 2 * r
	if most > 1 {
		pitch = math.Min(pitch, (foot-top-2*r)/float64(most-1))
	}
	x := 0.0
	for i, v := range points {
		if i > 0 && column(v) == column(points[i-1]) {
			run++
		} else {
			run, x = 0, at(v)
		}
		if y := foot - r - float64(run)*pitch; !s.Single && (v < s.From || v > s.To) {
			p.outlier(x, y, r)
		} else {
			p.disc(x, y, r, p.theme.Fills[Before])
		}
	}
}

// symbols sets the key of a distribution side by side.
func (p *frame) symbols(symbols []Symbol) []keyEntry {
	series := make([]Series, len(symbols))
	for i, s := range symbols {
		series[i].Label = s.Label
	}
	return p.entriesOf(series)
}

// symbolKey draws the key of a distribution from the top down.
func (p *frame) symbolKey(symbols []Symbol, key []keyEntry, top float64) {
	for i, e := range key {
		y := snap(top + float64(e.row)*keyPitch + keyPitch/2)
		x := e.x + keySwatch/2
		switch symbols[i].Sign {
		case BoxSign:
			p.swatch(e.x, y-keySwatch/2, keySwatch, keySwatch, p.theme.Fills[Band])
		case MedianSign:
			p.box(x-2, y-keySwatch/2-1, 4, keySwatch+2, p.theme.Fills[Plain])
		case MeanSign:
			p.diamond(x, y, 5.5, p.theme.Fills[Second])
		case WhiskerSign:
			p.box(e.x, y-0.5, keySwatch, 1, p.theme.Outline)
			p.box(e.x, y-3.5, 1, 7, p.theme.Outline)
		case OutlierSign:
			p.outlier(x, y, 3.5)
		case PointSign:
			p.disc(x, y, 2.6, p.theme.Fills[Before])
		}
		p.middle(e.series.Label, e.x+keySwatch+6, y, style{size: keySize, colour: p.theme.Text})
	}
}
