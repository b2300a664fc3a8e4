package charts

import (
	"errors"
	"fmt"
	"image/color"
	"slices"
)

// Measures of the page in points.
const (
	margin     = 38
	rightEdge  = pageWidth - margin
	content    = rightEdge - margin
	smallest   = 10 // type
	lineHeight = 1.17
)

// frame is a page with its title block and footer drawn; top and bottom bound
// what is left for the rows.
type frame struct {
	scene
	chart *Chart
	// compact squeezes the title block to make room for many rows.
	compact     bool
	top, bottom float64
	// barWidth is the width of stacked bars as far as it is known.
	barWidth float64
}

// crowded is the error for rows that do not fit at the smallest size of type.
type crowded struct{ rows int }

func (e crowded) Error() string {
	return fmt.Sprintf("%d rows do not fit at %d points: draw fewer groups or answers, or shorten their labels in the codebook",
		e.rows, smallest)
}

// layout turns a chart into a scene. It returns an error, never an unreadable
// picture, when a text holds a character that the font lacks or when there is
// more than fits at the smallest size of type.
func layout(c *Chart, theme *Theme) (*scene, error) {
	if err := c.check(); err != nil {
		return nil, fmt.Errorf("laying out the chart %s: %w", c.Name, err)
	}
	f, err := loadFonts()
	if err != nil {
		return nil, err
	}
	s, err := compose(c, theme, f, false)
	if _, tight := errors.AsType[crowded](err); tight {
		s, err = compose(c, theme, f, true)
	}
	if err != nil {
		return nil, fmt.Errorf("laying out the chart %s: %w", c.Name, err)
	}
	return s, nil
}

// check refuses charts that can not be drawn truthfully.
func (c *Chart) check() error {
	if len(c.Rows) == 0 {
		return errors.New("there is nothing to draw")
	}
	for i := range c.Rows {
		r := &c.Rows[i]
		if len(r.Cells) > len(c.Columns) {
			return fmt.Errorf("row %q has %d cells for %d columns", r.Label, len(r.Cells), len(c.Columns))
		}
		if r.drawn() && len(r.Marks) != max(1, len(c.Series)) {
			return fmt.Errorf("row %q has %d marks for %d series", r.Label, len(r.Marks), max(1, len(c.Series)))
		}
		if !r.drawn() && len(r.Marks) > 0 {
			return fmt.Errorf("row %q has no figure to show (%s) and yet has marks", r.Label, r.Status)
		}
		for _, m := range r.Marks {
			if !(m.Value >= 0 && m.Value <= c.maximum()+1e-9) {
				return fmt.Errorf("row %q: %g is not between 0 and %g", r.Label, m.Value, c.maximum())
			}
			if m.Interval && !(m.Low <= m.Value && m.Value <= m.High && m.Low >= 0 && m.High <= c.maximum()+1e-9) {
				return fmt.Errorf("row %q: %g is not inside its interval from %g to %g", r.Label, m.Value, m.Low, m.High)
			}
		}
	}
	return nil
}

// compose draws the page from the outside in.
func compose(c *Chart, theme *Theme, f fonts, compact bool) (*scene, error) {
	p := &frame{scene: scene{fonts: f, theme: theme}, chart: c, compact: compact}
	p.box(0, 0, pageWidth, pageHeight, theme.Ground)
	if err := p.head(); err != nil {
		return nil, err
	}
	var err error
	switch c.Kind {
	case Stacked:
		err = p.stacked()
	case Intervals, Ranked:
		err = p.ranked()
	default:
		err = fmt.Errorf("unknown kind of chart %d", c.Kind)
	}
	if err == nil {
		err = p.fault
	}
	return &p.scene, err
}

// head draws the title and subtitle.
func (p *frame) head() error {
	most, under, y := 26.0, 14.0, 30.0
	if p.compact {
		most, under, y = 21, 12, 22
	}
	title, ok := p.fonts.shrink(p.chart.Title, most, min(most, 21), 2, true)
	if !ok {
		title, ok = p.fonts.shrink(p.chart.Title, 20, 16, 3, true)
	}
	if !ok {
		return fmt.Errorf("the title is too long: %q", p.chart.Title)
	}
	y = p.paragraph(title, margin, y, 1.2, p.theme.Text)
	subtitle, ok := p.fonts.shrink(p.chart.Subtitle, under, 12, 2, false)
	if !ok {
		subtitle, ok = p.fonts.shrink(p.chart.Subtitle, 12, smallest, 3, false)
	}
	if !ok {
		return fmt.Errorf("the subtitle is too long: %q", p.chart.Subtitle)
	}
	p.top = p.paragraph(subtitle, margin, y+5, 1.3, p.theme.Quiet)
	return nil
}

// foot draws the notes and the source from the bottom of the page up, and a
// rule above them.
func (p *frame) foot(extra string) error {
	most := 10.5
	if p.compact {
		most = smallest
	}
	notes := append(slices.Clone(p.chart.Notes), extra)
	lines := append(sentences(notes, content, p.fonts.measure(most, false)),
		sentences([]string{p.chart.Source}, content, p.fonts.measure(most, false))...)
	if len(lines) > 6 {
		return fmt.Errorf("the notes take %d lines: at most 6 fit", len(lines))
	}
	y := pageHeight - 20 - float64(len(lines))*most*1.38
	p.bottom = y - 8
	p.box(margin, p.bottom, content, 0.5, p.theme.Rule)
	p.paragraph(fit{lines: lines, size: most}, margin, y-1, 1.38, p.theme.Quiet)
	return nil
}

// sentences sets sentences one after the other, and begins a new line with one
// that would not fit whole on the line before.
func sentences(all []string, width float64, measure func(string) float64) []string {
	var lines []string
	for _, s := range all {
		if s == "" {
			continue
		}
		if last := len(lines) - 1; last >= 0 && measure(lines[last]+" "+s) <= width {
			lines[last] += " " + s
			continue
		}
		lines = append(lines, fill(pieces(s, width, measure), width)...)
	}
	return lines
}

// paragraph writes lines from the top y down and returns where they end.
func (p *frame) paragraph(t fit, x, y, leading float64, c color.RGBA) float64 {
	for _, line := range t.lines {
		pitch := leading * t.size
		p.put(line, x, y+pitch/2+capHeight*t.size/2, style{size: t.size, bold: t.bold, colour: c})
		y += pitch
	}
	return y
}
