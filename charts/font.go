package charts

import (
	"fmt"
	"slices"
	"sync"
	"sync/atomic"

	"eliasnaur.com/font/roboto/robotobold"
	"eliasnaur.com/font/roboto/robotoregular"
	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
	"gonum.org/v1/plot/vg"
)

// typeface is one weight of the font with the measures that the layout needs.
// It is safe for use by several goroutines.
type typeface struct {
	font *sfnt.Font
	// data is the font file.
	data  []byte
	units float64 // per em
	// capital is the height of a capital in parts of the type size.
	capital float64
	// glyphs of the characters below latin, measured once: index and advance in
	// font units.
	glyphs [latin]glyph
	// outlined are the shapes of those glyphs in font units, once they were drawn.
	outlined [latin]atomic.Pointer[sfnt.Segments]
	// buffers are what the font reads into, one for a text at a time: they are large.
	buffers sync.Pool
}

// borrow returns a buffer, to be put back.
func (t *typeface) borrow() *sfnt.Buffer {
	if buf, ok := t.buffers.Get().(*sfnt.Buffer); ok {
		return buf
	}
	return new(sfnt.Buffer)
}

// latin is the first character that is looked up in the font each time.
const latin = 0x250

type glyph struct {
	index   sfnt.GlyphIndex
	advance fixed.Int26_6
}

// roboto is the font of the neutral theme, read when it is first used: it has an
// open licence, digits of one width and every letter of Dutch, and is to be had
// as a Go module.
var roboto = sync.OnceValues(func() (*Faces, error) { return ParseFaces(robotoregular.TTF, robotobold.TTF) })

// Faces are the two weights of a font.
type Faces struct{ fonts fonts }

// ParseFaces reads a TrueType or OpenType font in two weights. Variable fonts
// are drawn in their default weight.
func ParseFaces(regular, bold []byte) (*Faces, error) {
	var f Faces
	var err error
	if f.fonts.regular, err = parse("regular", regular); err != nil {
		return nil, err
	}
	f.fonts.bold, err = parse("bold", bold)
	return &f, err
}

func parse(name string, data []byte) (*typeface, error) {
	f, err := sfnt.Parse(data)
	if err != nil {
		return nil, fmt.Errorf("reading the %s font: %w; give a TrueType or OpenType file (.ttf or .otf)", name, err)
	}
	face := &typeface{font: f, data: data, units: float64(f.UnitsPerEm()), capital: robotoCapital}
	var buf sfnt.Buffer
	if m, err := f.Metrics(&buf, fixed.Int26_6(face.units), font.HintingNone); err == nil && m.CapHeight > 0 {
		face.capital = float64(m.CapHeight) / face.units
	}
	for r := range rune(latin) {
		face.glyphs[r] = face.load(&buf, r)
	}
	return face, nil
}

// fonts holds both weights. What is measured while one chart is laid out, word by
// word in many sizes and widths, is remembered.
type fonts struct {
	regular, bold *typeface
	measured      *[2]map[string]float64
}

// remembering returns the fonts for one layout; they are not for use by several
// goroutines.
func (f fonts) remembering() fonts {
	f.measured = &[2]map[string]float64{{}, {}}
	return f
}

// robotoCapital is the height of a capital where a font does not tell.
const robotoCapital = 0.711

// loadFonts returns the fonts of the theme.
func (t *Theme) loadFonts() (fonts, error) {
	if t.Faces != nil {
		return t.Faces.fonts, nil
	}
	f, err := roboto()
	if err != nil {
		return fonts{}, err
	}
	return f.fonts, nil
}

// capital returns the height of a capital at a size of type.
func (f fonts) capital(size float64) float64 { return f.regular.capital * size }

func (f fonts) face(isBold bool) *typeface {
	if isBold {
		return f.bold
	}
	return f.regular
}

// width returns the width of s at the type size, kerning included.
func (f fonts) width(s string, size float64, isBold bool) float64 {
	if f.measured == nil {
		return f.face(isBold).width(s) * size
	}
	memo := f.measured[0]
	if isBold {
		memo = f.measured[1]
	}
	w, known := memo[s]
	if !known {
		w = f.face(isBold).width(s)
		memo[s] = w
	}
	return w * size
}

func (t *typeface) load(buf *sfnt.Buffer, r rune) glyph {
	i, err := t.font.GlyphIndex(buf, r)
	if err != nil {
		return glyph{}
	}
	a, err := t.font.GlyphAdvance(buf, i, fixed.Int26_6(t.units), font.HintingNone)
	if err != nil {
		return glyph{}
	}
	return glyph{index: i, advance: a}
}

func (t *typeface) glyph(buf *sfnt.Buffer, r rune) glyph {
	if r >= 0 && r < latin {
		return t.glyphs[r]
	}
	return t.load(buf, r)
}

// place calls draw for every glyph of s with its place on the line, in font
// units, and returns the width of the line.
func (t *typeface) place(buf *sfnt.Buffer, s string, draw func(r rune, g sfnt.GlyphIndex, x float64)) float64 {
	var x float64
	var last sfnt.GlyphIndex
	for i, r := range s {
		if joins(r) {
			continue
		}
		g := t.glyph(buf, r)
		if i > 0 {
			// A font without kerning for the pair reports an error: no kerning.
			if k, err := t.font.Kern(buf, last, g.index, fixed.Int26_6(t.units), font.HintingNone); err == nil {
				x += float64(k)
			}
		}
		if draw != nil {
			draw(r, g.index, x)
		}
		x += float64(g.advance)
		last = g.index
	}
	return x
}

// joins reports whether a character only changes the one before it: a joiner, or
// the choice between a sign in text and a picture.
func joins(r rune) bool { return r == '\u200d' || r >= 0xfe00 && r <= 0xfe0f }

// width returns the width of s in parts of the type size.
func (t *typeface) width(s string) float64 {
	buf := t.borrow()
	defer t.buffers.Put(buf)
	return t.place(buf, s, nil) / t.units
}

// lacks reports whether the font can not draw a character.
func (t *typeface) lacks(r rune) bool {
	if r >= 0 && r < latin {
		return t.glyphs[r].index == 0 && r != softHyphen
	}
	if joins(r) {
		return false
	}
	buf := t.borrow()
	defer t.buffers.Put(buf)
	return t.load(buf, r).index == 0
}

// missing returns the first character of s that the font can not draw.
func (t *typeface) missing(s string) (rune, bool) {
	for _, r := range s {
		if t.lacks(r) {
			return r, true
		}
	}
	return 0, false
}

// outlines calls fill with the shape of every glyph of s, its baseline starting
// at the point, on a page with y running up. The shape is good until fill returns.
func (t *typeface) outlines(s string, at vg.Point, size float64, fill func(vg.Path)) error {
	var (
		shape outline
		fault error
	)
	buf := t.borrow()
	defer t.buffers.Put(buf)
	scale := vg.Length(size / t.units)
	t.place(buf, s, func(r rune, g sfnt.GlyphIndex, x float64) {
		segments, err := t.segments(buf, r, g)
		if err != nil {
			fault = fmt.Errorf("drawing %q: %w", s, err)
			return
		}
		shape.trace(segments, func(p fixed.Point26_6) vg.Point {
			return vg.Point{X: at.X + vg.Length(x+float64(p.X))*scale, Y: at.Y - vg.Length(p.Y)*scale}
		})
		fill(shape.path)
	})
	return fault
}

// segments returns the shape of a glyph in font units, which must not be changed.
func (t *typeface) segments(buf *sfnt.Buffer, r rune, g sfnt.GlyphIndex) (sfnt.Segments, error) {
	if r < 0 || r >= latin {
		return t.font.LoadGlyph(buf, g, fixed.Int26_6(t.units), nil)
	}
	if known := t.outlined[r].Load(); known != nil {
		return *known, nil
	}
	segments, err := t.font.LoadGlyph(buf, g, fixed.Int26_6(t.units), nil)
	if err != nil {
		return nil, err
	}
	segments = slices.Clone(segments)
	t.outlined[r].Store(&segments)
	return segments, nil
}

// outline is the shape of one glyph after the other, in the same memory.
type outline struct {
	path vg.Path
	// controls are those of the curves of the path.
	controls []vg.Point
}

// trace makes it the shape of the segments of a glyph.
func (o *outline) trace(segments sfnt.Segments, point func(fixed.Point26_6) vg.Point) {
	o.path, o.controls = o.path[:0], slices.Grow(o.controls[:0], 2*len(segments))
	for i := range segments {
		s := &segments[i]
		switch s.Op {
		case sfnt.SegmentOpMoveTo:
			if i > 0 {
				o.path.Close()
			}
			o.path.Move(point(s.Args[0]))
		case sfnt.SegmentOpLineTo:
			o.path.Line(point(s.Args[0]))
		case sfnt.SegmentOpQuadTo:
			o.curve(point(s.Args[1]), point(s.Args[0]))
		case sfnt.SegmentOpCubeTo:
			o.curve(point(s.Args[2]), point(s.Args[0]), point(s.Args[1]))
		}
	}
	if len(segments) > 0 {
		o.path.Close()
	}
}

// curve adds a curve to a point.
func (o *outline) curve(to vg.Point, controls ...vg.Point) {
	from := len(o.controls)
	o.controls = append(o.controls, controls...)
	o.path = append(o.path, vg.PathComp{Type: vg.CurveComp, Pos: to, Control: o.controls[from:]})
}
