package charts

import (
	"image/color"
	"math"
)

// scene is a finished layout: shapes in the order in which they are drawn. Both
// writers draw the same scene, and tests inspect it.
type scene struct {
	fonts fonts
	theme *Theme
	// width and height of the page in points.
	width, height float64
	// edge is the white around the page in which no text stands, smallest the
	// smallest type; for tests alone.
	edge, smallest float64
	shapes         []shape
}

type form uint8

const (
	boxForm form = iota + 1
	linesForm
	discForm
	textForm
	pathForm
	logoForm
)

// anchor says which end of a text is at its x.
type anchor uint8

const (
	atStart anchor = iota
	atMiddle
	atEnd
)

// shape is one thing on the page.
type shape struct {
	form form
	// path are straight lines: x1, y1, x2, y2 each.
	path [][4]float64
	// outline bounds a filled area, which closes by itself.
	outline []corner
	// x and y are the top left of a box, the centre of a disc or the anchor of a
	// text on its baseline.
	x, y float64
	// w and h are the size of a box; w is the width of a text, r the radius of a
	// disc.
	w, h, r float64
	fill    color.RGBA
	// stroke is the width of lines.
	stroke float64
	dash   bool
	text   string
	size   float64
	bold   bool
	anchor anchor
	// data is true for a shape that stands for a figure; for tests alone.
	data bool
}

// left returns where a text starts.
func (s *shape) left() float64 {
	switch s.anchor {
	case atMiddle:
		return s.x - s.w/2
	case atEnd:
		return s.x - s.w
	}
	return s.x
}

// box fills a rectangle whose edges are snapped to pixels. It is at least half
// a point wide and high.
func (s *scene) box(x, y, w, h float64, fill color.RGBA) {
	x1, y1 := snap(x), snap(y)
	x2, y2 := max(snap(x+w), x1+0.5), max(snap(y+h), y1+0.5)
	s.shapes = append(s.shapes, shape{form: boxForm, x: x1, y: y1, w: x2 - x1, h: y2 - y1, fill: fill})
}

// bar is a box that stands for a figure.
func (s *scene) bar(x, y, w, h float64, fill color.RGBA) {
	first := len(s.shapes)
	s.swatch(x, y, w, h, fill)
	s.shapes[first].data = true
}

// swatch is a box of which a pale fill gets an edge that can be seen.
func (s *scene) swatch(x, y, w, h float64, fill color.RGBA) {
	if !s.theme.outlined(fill) {
		s.box(x, y, w, h, fill)
		return
	}
	s.box(x, y, w, h, s.theme.Outline)
	if edge := s.shapes[len(s.shapes)-1]; edge.w > 2 && edge.h > 2 {
		s.box(edge.x+0.5, edge.y+0.5, edge.w-1, edge.h-1, fill)
	}
}

// lines draws straight lines: x1, y1, x2, y2 each.
func (s *scene) lines(path [][4]float64, width float64, c color.RGBA) {
	s.shapes = append(s.shapes, shape{form: linesForm, path: path, stroke: width, fill: c})
}

// line draws a straight line.
func (s *scene) line(x1, y1, x2, y2, width float64, c color.RGBA) {
	s.lines([][4]float64{{x1, y1, x2, y2}}, width, c)
}

// dashed draws a dashed line.
func (s *scene) dashed(x1, y1, x2, y2, width float64, c color.RGBA) {
	s.line(x1, y1, x2, y2, width, c)
	s.shapes[len(s.shapes)-1].dash = true
}

// disc fills a circle.
func (s *scene) disc(x, y, r float64, fill color.RGBA) {
	s.shapes = append(s.shapes, shape{form: discForm, x: x, y: y, r: r, fill: fill})
}

// corner is a point of an outline. Curved reaches it by a cubic Bézier curve with
// the control points a and b, else a straight line does.
type corner struct {
	x, y   float64
	curved bool
	a, b   [2]float64
}

// area fills an outline.
func (s *scene) area(outline []corner, fill color.RGBA) {
	s.shapes = append(s.shapes, shape{form: pathForm, outline: outline, fill: fill})
}

// polygon fills straight edges from point to point.
func (s *scene) polygon(fill color.RGBA, points ...[2]float64) {
	outline := make([]corner, len(points))
	for i, p := range points {
		outline[i] = corner{x: p[0], y: p[1]}
	}
	s.area(outline, fill)
}

// diamond fills a square on its corner, r from its centre to each.
func (s *scene) diamond(x, y, r float64, fill color.RGBA) {
	s.polygon(fill, [2]float64{x, y - r}, [2]float64{x + r, y}, [2]float64{x, y + r}, [2]float64{x - r, y})
}

// style is how a text looks.
type style struct {
	size   float64
	bold   bool
	colour color.RGBA
	anchor anchor
}

// put writes one line of text with its baseline at y. A character that the font
// lacks becomes its box: Undrawn tells which.
func (s *scene) put(text string, x, y float64, st style) {
	if text == "" {
		return
	}
	s.shapes = append(s.shapes, shape{
		form: textForm, x: x, y: snap(y), w: s.fonts.width(text, st.size, st.bold),
		fill: st.colour, text: text, size: st.size, bold: st.bold, anchor: st.anchor,
	})
}

// middle writes one line of text whose capitals and digits are centred on y.
func (s *scene) middle(text string, x, y float64, st style) {
	s.put(text, x, y+s.fonts.capital(st.size)/2, st)
}

// hatch covers a rectangle with slanted lines, cut off at its edges, step
// points apart.
func (s *scene) hatch(x, y, w, h, step float64, c color.RGBA) {
	var path [][4]float64
	for d := step / 2; d < w+h; d += step {
		// The line from (x+d, y) down to (x+d-h, y+h), within the rectangle.
		x1, y1 := math.Min(x+d, x+w), y+math.Max(0, d-w)
		x2, y2 := math.Max(x+d-h, x), y+math.Min(h, d)
		path = append(path, [4]float64{x1, y1, x2, y2})
	}
	s.lines(path, 0.75, c)
}
