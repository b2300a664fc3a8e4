package charts

import (
	"math"

	"benchmark/analysis"
)

// without returns the chart that says in words why a table has nothing to see.
func (m *maker) without(t *analysis.Table, kind Kind) Chart {
	c := m.start(kind, t.ID)
	status := analysis.NoAnswers.String()
	if len(t.Cells) > 0 {
		status = t.Cells[0][0].Status.String()
	}
	for r := range t.Cells { // of a number the mean can be known, and a quartile hidden
		if s := t.Cells[r][0].Status; s != analysis.Estimated {
			status = s.String()
			break
		}
	}
	if t.Topic == analysis.Words && t.Account.Base > 0 && !m.anyHidden(t) {
		status = noWords
	}
	c.Empty = m.l.ChartEmpty(status, analysis.MinimumAnswers)
	c.Title = m.l.ChartEmptyTitle(m.subject(t), status)
	c.Subtitle = m.asked(t, m.l.ChartEmptyBase())
	c.Data.Header = header()
	for r := range t.Rows {
		c.Data.Records = append(c.Data.Records, record(&t.Groups[0], m.rowLabel(&t.Rows[r]), t.Rows[r].Key, &analysis.Estimate{Status: t.Cells[r][0].Status}))
	}
	c.Alt = m.l.ChartAlt(m.l.ChartEmptyKind(), c.Title, c.Subtitle, []string{c.Empty}, c.Name+".csv")
	return c
}

// noWords is the reason for an open question of which no word was used often.
const noWords = "no-words"

// anyHidden reports whether a figure for all organisations may not be shown.
func (m *maker) anyHidden(t *analysis.Table) bool {
	for r := range t.Rows {
		if t.Total(r).Status.Hidden() {
			return true
		}
	}
	return false
}

// Measures of the panel for what can't be drawn, in points.
const (
	reasonSize  = 17.0
	reasonWidth = 520.0
	reasonAir   = 22.0
)

// reason writes, on a hatched panel in the place of the plot, why there is
// nothing to see.
func (p *frame) reason() error {
	if err := p.foot(""); err != nil {
		return err
	}
	top := p.top + 18
	size := math.Min(reasonSize, p.size.Label+2)
	air := reasonAir
	if p.size.Above {
		air = p.size.Gap
	}
	width := math.Min(reasonWidth, p.content()-4*air)
	lines := wrap(p.chart.Empty, width, p.fonts.measure(size, false))
	text := float64(len(lines)) * 1.35 * size
	height := text + 4*reasonAir
	if !p.free {
		height = p.bottom - 18 - top
	}
	if height < text+reasonAir {
		return crowded{len(lines), p.size.Smallest}
	}
	height = snap(height)
	p.hatch(p.left, snap(top), p.content(), height, 9, p.theme.Rule)
	wide := widest(lines, p.fonts.measure(size, false)) + 2*air
	y := top + (height-text)/2
	p.box((p.left+p.right-wide)/2, y-0.6*reasonAir, wide, text+1.2*reasonAir, p.theme.Ground)
	for _, line := range lines {
		p.middle(line, (p.left+p.right)/2, y+1.35*size/2, style{size: size, colour: p.theme.Text, anchor: atMiddle})
		y += 1.35 * size
	}
	p.used = top + height
	return nil
}
