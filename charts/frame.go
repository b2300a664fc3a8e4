package charts

import (
	"errors"
	"fmt"
	"image/color"
	"math"
	"slices"
)

// lineHeight is the distance between two lines of a label in parts of its type.
const lineHeight = 1.17

// frame is a page with its title block and footer drawn; top and bottom bound
// what is left for the rows.
type frame struct {
	scene
	chart *Chart
	size  *Size
	// free is true for a page as high as its content.
	free, bare bool
	// left and right bound the content of the page.
	left, right float64
	// compact squeezes the title block to make room for many rows.
	compact     bool
	top, bottom float64
	// used is where the content ends, for a page as high as that.
	used float64
	// barWidth is the width of stacked bars as far as it is known.
	barWidth float64
}

// crowded is the error for rows that do not fit at the smallest size of type.
type crowded struct {
	rows     int
	smallest float64
}

func (e crowded) Error() string {
	return fmt.Sprintf("%d rows do not fit at %g points: draw fewer groups or answers, or shorten their labels in the codebook",
		e.rows, e.smallest)
}

// layout turns a chart into a scene. It returns an error, never an unreadable
// picture, when a text holds a character that the font lacks or when there is
// more than fits at the smallest size of type.
func layout(c *Chart, d *Drawing) (*scene, error) {
	*c = c.visible()
	err := c.check()
	if err == nil {
		err = d.check()
	}
	if err != nil {
		return nil, fmt.Errorf("laying out the chart %s: %w", c.Name, err)
	}
	f, err := d.Theme.loadFonts()
	if err != nil {
		return nil, err
	}
	s, err := paged(c, d, f.remembering())
	if err != nil {
		return nil, fmt.Errorf("laying out the chart %s: %w", c.Name, err)
	}
	return s, nil
}

// boundless is the height of a page on which everything finds room.
const boundless = 1e5

// paged composes the page: one of fixed height with less around the rows where
// they do not fit, a free one first without a foot to see how high it must be.
func paged(c *Chart, d *Drawing, f fonts) (*scene, error) {
	size := d.Size
	if d.Bare {
		size = size.bare()
	}
	if !size.free() {
		p, err := compose(c, d, &size, f, false)
		if _, tight := errors.AsType[crowded](err); tight {
			p, err = compose(c, d, &size, f, true)
		}
		return &p.scene, err
	}
	size.Height = boundless
	p, err := compose(c, d, &size, f, false)
	if err != nil {
		return nil, err
	}
	size.Height = math.Ceil(p.used + boundless - p.bottom)
	p, err = compose(c, d, &size, f, false)
	return &p.scene, err
}

// check refuses charts that can not be drawn truthfully.
func (c *Chart) check() error {
	if c.Empty != "" && len(c.Rows) > 0 {
		return errors.New("there are rows, and yet a reason why there are none")
	}
	if c.Empty != "" {
		return nil
	}
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
		if c.Kind == Tenfold && !r.honest() {
			return fmt.Errorf("row %q: %g is not near a whole number of ten", r.Label, r.Marks[0].Value)
		}
		for _, m := range r.Marks {
			if m.absent() {
				continue
			}
			if !(m.Value >= c.Minimum-1e-9 && m.Value <= c.maximum()+1e-9) {
				return fmt.Errorf("row %q: %g is not between %g and %g", r.Label, m.Value, c.Minimum, c.maximum())
			}
			if m.Interval && !(m.Low <= m.Value && m.Value <= m.High && m.Low >= c.Minimum-1e-9 && m.High <= c.maximum()+1e-9) {
				return fmt.Errorf("row %q: %g is not inside its interval from %g to %g", r.Label, m.Value, m.Low, m.High)
			}
		}
	}
	return nil
}

// compose draws the page from the outside in.
func compose(c *Chart, d *Drawing, size *Size, f fonts, compact bool) (*frame, error) {
	p := &frame{
		scene: scene{
			fonts: f, theme: &d.Theme, width: size.Width, height: size.Height,
			edge: min(14, size.Margin/2), smallest: size.Smallest,
		},
		chart: c, size: size, free: d.Size.free(), bare: d.Bare, compact: compact, left: size.Margin, right: size.Width - size.Margin,
	}
	if !d.Transparent {
		p.box(0, 0, p.width, p.height, d.Theme.Ground)
	}
	if err := p.head(); err != nil {
		return p, err
	}
	if c.Empty != "" {
		return p, p.reason()
	}
	var err error
	switch c.Kind {
	case Stacked:
		err = p.stacked()
	case Heat:
		err = p.heat()
	case Distribution:
		err = p.distribution()
	case Cloud:
		err = p.cloud()
	case Diverging:
		err = p.diverging()
	case Tenfold:
		err = p.tenfold()
	case Ranked:
		if len(c.Series) > 0 {
			err = p.lanes()
			break
		}
		err = p.ranked()
	case Intervals:
		err = p.ranked()
	case Benchmark, Dumbbell:
		err = p.versus()
	case Lines, Slope:
		err = p.overTime()
	case Flow:
		err = p.flow()
	default:
		err = fmt.Errorf("unknown kind of chart %d", c.Kind)
	}
	return p, err
}

// content is the width between the margins.
func (p *frame) content() float64 { return p.right - p.left }

// head draws the title and subtitle.
func (p *frame) head() error {
	s := p.size
	p.top = s.Top
	if p.bare {
		return nil
	}
	most, under := s.Title, s.Subtitle
	if p.compact {
		most, under, p.top = s.TitleLeast, max(s.Subtitle-2, s.Smallest), s.Top-8
	}
	beside := p.logo()
	title, ok := p.shrink(p.chart.Title, p.content()-beside, most, min(most, s.TitleLeast), s.TitleLines, true)
	if !ok {
		title, ok = p.shrink(p.chart.Title, p.content()-beside, s.TitleLeast-1, max(16, s.Smallest), s.TitleLines+1, true)
	}
	if !ok {
		return fmt.Errorf("the title is too long: %q", p.chart.Title)
	}
	y := p.paragraph(title, p.left, p.top, 1.2, p.theme.Text)
	subtitle, ok := p.shrink(p.chart.Subtitle, p.content()-beside, under, min(under, max(12, s.Smallest)), s.SubtitleLines, false)
	if !ok {
		subtitle, ok = p.shrink(p.chart.Subtitle, p.content()-beside, max(12, s.Smallest), s.Smallest, s.SubtitleLines+1, false)
	}
	if !ok {
		return fmt.Errorf("the subtitle is too long: %q", p.chart.Subtitle)
	}
	p.top = p.paragraph(subtitle, p.left, y+5, 1.3, p.theme.Quiet)
	return nil
}

// foot draws the notes and the source from the bottom of the page up, and a
// rule above them.
func (p *frame) foot(extra string) error {
	if p.bare {
		p.bottom = p.height - p.size.Foot
		return nil
	}
	most := p.size.Note
	if p.compact {
		most = p.size.Smallest
	}
	notes := append(slices.Clone(p.chart.Notes), extra)
	lines := append(sentences(notes, p.content(), p.fonts.measure(most, false)),
		sentences([]string{p.chart.Source, p.theme.Source}, p.content(), p.fonts.measure(most, false))...)
	if len(lines) > p.size.NoteLines {
		return fmt.Errorf("the notes take %d lines: at most %d fit", len(lines), p.size.NoteLines)
	}
	y := p.height - p.size.Foot - float64(len(lines))*most*1.38
	p.bottom = y - 8
	p.box(p.left, p.bottom, p.content(), 0.5, p.theme.Rule)
	p.paragraph(fit{lines: lines, size: most}, p.left, y-1, 1.38, p.theme.Quiet)
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
		p.put(line, x, y+pitch/2+p.fonts.capital(t.size)/2, style{size: t.size, bold: t.bold, colour: c})
		y += pitch
	}
	return y
}
