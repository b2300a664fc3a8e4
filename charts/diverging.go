package charts

import (
	"image/color"
	"math"
)

// side is where a point of a scale stands in a Diverging chart.
type side uint8

// The sides: left and right of the line, or in a column of its own.
const (
	lowSide side = iota
	highSide
	apartSide
)

// side returns where the answers with the role stand.
func (r Role) side() side {
	switch r {
	case ScaleLowest, FineLower, FineLow, ScaleLow:
		return lowSide
	case ScaleHighest, FineHigher, FineHigh, ScaleHigh:
		return highSide
	}
	return apartSide
}

// zone is a part of the plot with a scale of its own from zero; the scale is
// equally long everywhere.
type zone struct {
	heading string
	// series are positions, from zero outwards.
	series []int
	// longest is that of the bars, as a share; beside is the room for what stands
	// next to a bar, and least that for the heading.
	longest, beside, least float64
	// zero is the x of the line, and start and end bound the zone.
	zero, start, end float64
}

// zoneGap is the white between two zones that share no line.
const zoneGap = 20.0

// diverging draws bars to the left and to the right of a line, and the middle of
// the scale and all other answers in columns of their own.
func (p *frame) diverging() error {
	top := p.top + 12
	start := top + p.keyHeight() + 20
	if p.compact {
		start -= 8
	}
	mark := len(p.shapes)
	if err := p.foot(""); err != nil {
		return err
	}
	b, zones, unit, err := p.divergingPlaces(start)
	if err != nil {
		return err
	}
	height := p.barsUp(b)
	if p.unlabelled(zones, unit, height) && p.chart.Omitted != "" {
		p.shapes = p.shapes[:mark]
		if err := p.foot(p.chart.Omitted); err != nil {
			return err
		}
		if b, zones, unit, err = p.divergingPlaces(start); err != nil {
			return err
		}
		height = p.barsUp(b)
	}
	p.key(top)
	p.labels(b, p.plotLeft(b)-12)
	p.columns(b, b.start)
	p.zoneHeadings(b, zones)
	p.divide(b, zones[0].zero, height)
	for i := range b.rows {
		r := &b.rows[i]
		switch {
		case r.row.Heading:
		case !r.row.drawn():
			p.words(r, zones[0].start, zones[len(zones)-1].end-zones[0].start, height, b.size)
		default:
			p.divergingBars(r, zones, unit, height)
		}
	}
	return nil
}

// divide draws the line between the sides: through the whole plot, or along the
// bars where labels stand between them.
func (p *frame) divide(b bands, x, height float64) {
	if !p.size.Above {
		p.box(x-0.5, b.start-4, 1, snap(b.end)-b.start+4, p.theme.Axis)
		return
	}
	for i := range b.rows {
		if r := &b.rows[i]; r.row.drawn() {
			p.box(x-0.5, snap(r.mark-height/2), 1, height, p.theme.Axis)
		}
	}
}

// divergingPlaces finds the places of the rows and of the zones, and the length
// of 100 %.
func (p *frame) divergingPlaces(start float64) (bands, []zone, float64, error) {
	b, err := p.bands(start, p.bottom-8, demand{
		most: min(labelSize, p.size.Label+2), least: p.size.Smallest, pitch: p.pitch(110), needs: p.lowest,
	})
	if err != nil {
		return b, nil, 0, err
	}
	left, right := p.plotLeft(b), p.right
	zones := p.zones()
	if _, all := p.columnWidths(b.size); p.size.Above {
		zones[len(zones)-1].least += all // the headings stand on one line
	} else {
		right -= all
	}
	unit := fitZones(zones, right-left-zoneGap*float64(len(zones)-2))
	if unit < 0.2*p.content() || !p.wordsFit(right-left) {
		return b, nil, 0, crowded{len(p.chart.Rows), p.size.Smallest}
	}
	x := left
	for i := range zones {
		z := &zones[i]
		z.start = x
		x += math.Max(z.least, z.longest*unit+z.beside)
		z.end = x
		z.zero = snap(z.start)
		if i == 0 {
			z.zero = snap(x)
		} else {
			x += zoneGap
		}
		if i == 1 {
			z.zero = zones[0].zero
		}
	}
	last := &zones[len(zones)-1]
	last.end = math.Max(last.end, right) // where no row has a figure
	return b, zones, unit, nil
}

// totalSize is the type of what the sides of a row add up to.
func (p *frame) totalSize() float64 { return max(p.size.Label, p.size.Smallest) }

// zones returns the left, the right and all columns beside them.
func (p *frame) zones() []zone {
	zones := []zone{{heading: p.chart.Sides[0]}, {heading: p.chart.Sides[1]}}
	for i := range p.chart.Series {
		switch s := &p.chart.Series[i]; s.Role.side() {
		case lowSide:
			zones[0].series = append([]int{i}, zones[0].series...)
		case highSide:
			zones[1].series = append(zones[1].series, i)
		default:
			zones = append(zones, zone{heading: s.Label, series: []int{i}})
		}
	}
	for i := range zones {
		z := &zones[i]
		for r := range p.chart.Rows {
			row := &p.chart.Rows[r]
			if !row.drawn() {
				continue
			}
			sum, beside := 0.0, 0.0
			for _, s := range z.series {
				sum += row.Marks[s].Value
				beside = p.fonts.width(row.Marks[s].Label, p.totalSize(), true)
			}
			if i < 2 {
				beside = p.fonts.width(row.Totals[i], p.totalSize(), true)
			}
			z.longest, z.beside = math.Max(z.longest, sum), math.Max(z.beside, beside+8)
		}
		z.least = p.fonts.width(z.heading, p.headingSize(), false) + 6
	}
	return zones
}

// fitZones returns the length of 100 % at which all zones together are as wide
// as width: each as wide as its longest bar asks for, or as its heading.
func fitZones(zones []zone, width float64) float64 {
	headed := make([]bool, len(zones))
	for {
		rest, shares := width, 0.0
		for i := range zones {
			if headed[i] {
				rest -= zones[i].least
			} else {
				rest -= zones[i].beside
				shares += zones[i].longest
			}
		}
		unit := rest / math.Max(shares, 0.2)
		changed := false
		for i := range zones {
			if !headed[i] && zones[i].longest*unit+zones[i].beside < zones[i].least {
				headed[i], changed = true, true
			}
		}
		if !changed {
			return unit
		}
	}
}

// zoneHeadings names the zones over the first row.
func (p *frame) zoneHeadings(b bands, zones []zone) {
	y := b.start - 10
	st := style{size: p.headingSize(), colour: p.theme.Quiet}
	for i, z := range zones {
		switch i {
		case 0:
			st.anchor = atEnd
			p.middle(z.heading, z.zero-6, y, st)
		case 1:
			st.anchor = atStart
			p.middle(z.heading, z.zero+6, y, st)
		default:
			p.middle(z.heading, z.zero, y, st)
		}
	}
}

// divergingBars draws one row.
func (p *frame) divergingBars(r *band, zones []zone, unit, h float64) {
	if r.row.Tentative {
		h = snap(math.Min(h, math.Max(9, 0.6*h)))
	}
	top := snap(r.mark - h/2)
	total := style{size: p.totalSize(), bold: true}
	for i := range zones {
		z := &zones[i]
		towards := 1.0
		if i == 0 {
			towards = -1
		}
		sum, fits := 0.0, false
		for _, s := range p.zoneSegments(r.row, z, unit, h, towards) {
			fill := p.theme.Fills[s.role]
			p.bar(s.x, top, s.width, h, fill)
			if s.role == Unknown && s.width > 4 {
				p.hatch(s.x+1, top+1, s.width-2, h-2, 6, p.theme.Hatching)
			}
			if fits = s.size > 0; fits {
				p.inside(s, top, h, fill)
			}
		}
		for _, s := range z.series {
			sum += r.row.Marks[s].Value
		}
		end := z.zero + towards*(sum*unit+7)
		switch {
		case i == 0:
			total.anchor, total.colour = atEnd, p.textIn(ScaleLowest)
			p.middle(r.row.Totals[0], end, r.mark, total)
		case i == 1:
			total.anchor, total.colour = atStart, p.textIn(ScaleHighest)
			p.middle(r.row.Totals[1], end, r.mark, total)
		case !fits:
			total.anchor, total.colour = atStart, p.theme.Text
			if sum == 0 {
				end = z.zero
			}
			p.middle(r.row.Marks[z.series[0]].Label, end, r.mark, style{size: p.apartSize(h), bold: true, colour: p.theme.Text})
		}
	}
}

// textIn returns the colour of a role if a text can be read in it.
func (p *frame) textIn(r Role) color.RGBA {
	if c := p.theme.Fills[r]; Contrast(c, p.theme.Ground) >= textContrast {
		return c
	}
	return p.theme.Text
}

// apartSize is the type of the labels in bars of the height.
func (p *frame) apartSize(h float64) float64 {
	return clamp(h*0.45, p.size.Smallest, p.totalSize())
}

// zoneSegments lays the segments of a row in a zone from its line outwards.
func (p *frame) zoneSegments(r *Row, z *zone, unit, h, towards float64) []segment {
	var all []segment
	size, from := p.apartSize(h), 0.0
	for _, i := range z.series {
		m := &r.Marks[i]
		if m.Value <= 0 {
			continue
		}
		x1, x2 := z.zero+towards*from*unit, z.zero+towards*(from+m.Value)*unit
		x1 += towards * white / 2 // clear of the line, or of the segment before
		if x1 > x2 && towards > 0 || x1 < x2 && towards < 0 {
			x1 = x2 - towards*0.5
		}
		s := segment{x: math.Min(x1, x2), width: math.Abs(x2 - x1), label: m.Label, role: p.chart.Series[i].Role}
		if from+m.Value > from && p.fitsIn(m.Label, size, s.width, h) {
			s.size = size
		}
		all = append(all, s)
		from += m.Value
	}
	for i := range all[:max(0, len(all)-1)] { // the white between two segments
		all[i].width = math.Max(0.5, all[i].width-white/2)
		if towards < 0 {
			all[i].x += white / 2
		}
	}
	return all
}

// unlabelled reports whether a segment has neither a label of its own nor a total
// that is the same figure.
func (p *frame) unlabelled(zones []zone, unit, h float64) bool {
	for r := range p.chart.Rows {
		row := &p.chart.Rows[r]
		if !row.drawn() {
			continue
		}
		high := h
		if row.Tentative {
			high = snap(math.Min(h, math.Max(9, 0.6*h)))
		}
		for i := range zones[:2] {
			segments := p.zoneSegments(row, &zones[i], unit, high, float64(2*i-1))
			for _, s := range segments {
				if s.size == 0 && len(segments) > 1 {
					return true
				}
			}
		}
	}
	return false
}
