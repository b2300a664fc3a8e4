package charts

import (
	"math"
	"slices"
)

// block is a text of some lines with its middle at x, on one of several levels.
type block struct {
	row       int
	lines     []string
	sub       []string
	bold      bool
	x, width  float64
	y, height float64
	level     int
}

// texts are blocks beside each other, on more levels where they would touch.
type texts struct {
	blocks []block
	size   float64
	height float64
}

// mostLevels is the number of levels of names of moments; with more, some moments
// go without a name.
const mostLevels = 2

// levels gives every block the lowest level on which it does not touch the one
// before, and the levels their places from 0 down.
func (t *texts) levels() {
	var ends, tall []float64
	for i := range t.blocks {
		b := &t.blocks[i]
		for b.level = 0; b.level < len(ends) && b.x-b.width/2 < ends[b.level]+8; b.level++ {
		}
		if b.level == len(ends) {
			ends, tall = append(ends, 0), append(tall, 0)
		}
		ends[b.level] = b.x + b.width/2
		tall[b.level] = math.Max(tall[b.level], b.height)
	}
	start := make([]float64, len(tall)+1)
	for i := range tall {
		start[i+1] = start[i] + tall[i]
	}
	for i := range t.blocks {
		t.blocks[i].y = start[t.blocks[i].level]
	}
	t.height = start[len(tall)]
}

// momentTexts are the names of the moments with what is missing at them.
func (t *timePlot) momentTexts() texts {
	all := t.everyNth(1)
	for n := 2; n < len(t.x) && all.deep() > mostLevels; n++ {
		all = t.everyNth(n)
	}
	return all
}

// deep returns the number of levels.
func (t *texts) deep() int {
	deepest := -1
	for i := range t.blocks {
		deepest = max(deepest, t.blocks[i].level)
	}
	return deepest + 1
}

// everyNth names every n-th moment, the first, the last and those of which there
// is more to say.
func (t *timePlot) everyNth(n int) texts {
	all := texts{size: math.Max(t.size.Smallest, math.Min(14, t.size.Label-1))}
	small := math.Max(t.size.Smallest, all.size-2)
	limit := clamp(t.content()/float64(len(t.x)), 76, 150)
	if t.chart.Kind == Slope {
		limit = t.content() * 0.42
	}
	for i := range t.chart.Rows {
		r := &t.chart.Rows[i]
		if telling := i == 0 || i == len(t.x)-1 || r.Emphasis || r.Forecast || r.Break || t.missing(i) != ""; i%n != 0 && !telling {
			continue
		}
		b := block{row: i, bold: r.Emphasis, lines: wrap(r.Label, limit, t.fonts.measure(all.size, r.Emphasis))}
		if r.Sub != "" {
			b.sub = wrap(r.Sub, limit, t.fonts.measure(small, false))
		}
		if words := t.missing(i); words != "" {
			b.sub = append(b.sub, wrap(words, limit, t.fonts.measure(small, false))...)
		}
		b.width = math.Max(widest(b.lines, t.fonts.measure(all.size, r.Emphasis)), widest(b.sub, t.fonts.measure(small, false)))
		b.height = float64(len(b.lines))*lineHeight*all.size + float64(len(b.sub))*lineHeight*small + 6
		b.x = clamp(t.x[i], t.frame.left+b.width/2, t.frame.right-b.width/2)
		all.blocks = append(all.blocks, b)
	}
	all.levels()
	all.height += 6
	return all
}

// missing returns the words for a moment of which all is missing, or of which the
// only line has no figure.
func (t *timePlot) missing(i int) string {
	r := &t.chart.Rows[i]
	switch {
	case !r.drawn():
		return r.Words
	case len(t.series()) == 1:
		return r.Marks[0].Words
	}
	return ""
}

// gapTexts says of more lines which figures are missing: Instagram: niet gemeten
// (2013, 2014).
func (t *timePlot) gapTexts() fit {
	f := fit{size: math.Max(t.size.Smallest, 11.5)}
	if len(t.series()) == 1 {
		return f
	}
	for s, series := range t.series() {
		var words, when []string
		for i := range t.chart.Rows {
			r := &t.chart.Rows[i]
			if !r.drawn() || !r.Marks[s].absent() {
				continue
			}
			at := slices.Index(words, r.Marks[s].Words)
			if at < 0 {
				words, when = append(words, r.Marks[s].Words), append(when, r.Label)
				continue
			}
			when[at] += ", " + r.Label
		}
		text := series.Label + ": "
		for k := range words {
			if k > 0 {
				text += "; "
			}
			text += words[k] + " (" + when[k] + ")"
		}
		if len(words) > 0 {
			f.lines = append(f.lines, wrap(text, t.content(), t.fonts.measure(f.size, false))...)
		}
	}
	return f
}

// remarkTexts are the reasons of breaks and what a forecast is, over the plot.
func (t *timePlot) remarkTexts() texts {
	all := texts{size: math.Max(t.size.Smallest, 12)}
	limit := clamp((t.right-t.left)*0.42, 100, 230)
	for i := range t.chart.Rows {
		r := &t.chart.Rows[i]
		if r.Why == "" || i == 0 {
			continue
		}
		b := block{row: i, lines: wrap(r.Why, limit, t.fonts.measure(all.size, false))}
		b.width = widest(b.lines, t.fonts.measure(all.size, false))
		b.height = float64(len(b.lines))*lineHeight*all.size + 5
		if b.x = (t.x[i-1] + t.x[i]) / 2; !r.Break {
			b.x = t.x[i-1] + 6 + b.width/2
		}
		b.x = clamp(b.x, t.frame.left+b.width/2, t.frame.right-b.width/2)
		all.blocks = append(all.blocks, b)
	}
	all.levels()
	return all
}

// writeMoments writes the names of the moments under the axis.
func (t *timePlot) writeMoments() {
	small := math.Max(t.size.Smallest, t.moments.size-2)
	for _, b := range t.moments.blocks {
		y := t.foot + 8 + b.y
		if b.level > 0 && t.above(b) {
			t.box(t.x[b.row]-0.25, t.foot+3, 0.5, b.y+2, t.theme.Rule)
		}
		for _, line := range b.lines {
			t.middle(line, b.x, y+lineHeight*t.moments.size/2, style{size: t.moments.size, bold: b.bold, colour: t.theme.Text, anchor: atMiddle})
			y += lineHeight * t.moments.size
		}
		for _, line := range b.sub {
			t.middle(line, b.x, y+lineHeight*small/2, style{size: small, colour: t.theme.Quiet, anchor: atMiddle})
			y += lineHeight * small
		}
	}
}

// writeGaps says under the moments what is missing.
func (t *timePlot) writeGaps() {
	t.paragraph(t.gaps, t.frame.left, t.foot+t.moments.height+6, lineHeight, t.theme.Quiet)
}

// above reports whether nothing stands between the axis and a text on a lower
// level, so that a line can join them.
func (t *timePlot) above(b block) bool {
	x := t.x[b.row]
	for _, o := range t.moments.blocks {
		if o.level < b.level && x > o.x-o.width/2-3 && x < o.x+o.width/2+3 {
			return false
		}
	}
	return true
}

// writeRemarks writes the reasons of breaks and what is forecast, and marks where
// they belong.
func (t *timePlot) writeRemarks() {
	for _, b := range t.remarks.blocks {
		y := t.top - 10 - b.y - b.height + 5
		for _, line := range b.lines {
			t.middle(line, b.x, y+lineHeight*t.remarks.size/2, style{size: t.remarks.size, colour: t.theme.Quiet, anchor: atMiddle})
			y += lineHeight * t.remarks.size
		}
	}
	first := true
	for i := range t.chart.Rows {
		r := &t.chart.Rows[i]
		switch {
		case i == 0:
		case r.Break:
			x := snap((t.x[i-1] + t.x[i]) / 2)
			t.dashed(x, t.top-8, x, t.foot-4, 1, t.theme.Outline)
			t.box(x-3, t.foot-2, 6, 5, t.theme.Ground)
			t.line(x-4.5, t.foot+4, x-1.5, t.foot-4, 1, t.theme.Axis)
			t.line(x+1.5, t.foot+4, x+4.5, t.foot-4, 1, t.theme.Axis)
		case r.Forecast && first:
			t.box(t.x[i-1]-0.25, t.top-8, 0.5, t.foot-t.top+8, t.theme.Rule)
		}
		first = first && !r.Forecast
	}
}
